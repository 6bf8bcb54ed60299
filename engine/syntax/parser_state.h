// The recursive-descent parser behind Parse(), shared by the .cc files that hold its rules.
//
// Like CPython's, it reads wrong source twice. The first pass only finds that it is wrong, and how
// far the tokens could be followed. The second pass (`diagnosing_`) runs the same rules with extra
// checks, the Diagnose…() functions, that recognise common mistakes at the places and in the order
// in which CPython tries them; the first that matches raises its error.
//
// Rules. A rule returns null when it does not match; it may have moved position_ then, and the
// caller that tries something else restores it. Once an error is raised every token reads as
// kError, so all rules fail quickly. No rule recurses without Nesting, so the depth of the C stack
// is bounded by kMaxNesting.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "syntax/ast.h"
#include "syntax/parser.h"
#include "syntax/token.h"

namespace heddle::syntax {

class Parser {
 public:
  Parser(ParseResult* result, LexResult* lexed, const ParseOptions& options);

  void Run();

 private:
  static constexpr int kMaxNesting = 1000;
  static constexpr int kMaxExprHeight = 1100;

  enum class Rule : uint8_t {
    kExpression,
    kNamedExpression,
    kDisjunction,
    kBitwiseOr,
    kPrimary,
    kStarExpressions,
    kBlock,
    kNotNamed,
    kSimpleStatement,
    kArguments,
  };
  enum class TargetUse : uint8_t { kStar, kDelete, kFor };

  // Bounds recursion; `ok()` is false past the bound, with an error raised.
  class Nesting {
   public:
    explicit Nesting(Parser* parser) : parser_(parser) {
      if (++parser->nesting_ > kMaxNesting) parser->RaiseTooComplex();
    }
    ~Nesting() { --parser_->nesting_; }
    Nesting(const Nesting&) = delete;
    Nesting& operator=(const Nesting&) = delete;
    bool ok() const { return parser_->nesting_ <= kMaxNesting; }

   private:
    Parser* parser_;
  };

  // Gathers the items of one sequence on the parser's scratch stack.
  template <typename T>
  class List {
   public:
    explicit List(Parser* parser) : parser_(parser), mark_(parser->scratch_.size()) {}
    ~List() { parser_->scratch_.resize(mark_); }
    List(const List&) = delete;
    List& operator=(const List&) = delete;
    void Add(T* item) { parser_->scratch_.push_back(item); }
    size_t size() const { return parser_->scratch_.size() - mark_; }
    T* operator[](size_t i) const { return static_cast<T*>(parser_->scratch_[mark_ + i]); }
    T* back() const { return (*this)[size() - 1]; }
    Seq<T*> Take() {
      if (size() == 0) return {};
      auto* items = static_cast<T**>(parser_->arena_.Allocate(size() * sizeof(T*)));
      for (size_t i = 0; i < size(); ++i) items[i] = (*this)[i];
      return {items, size()};
    }

   private:
    Parser* parser_;
    size_t mark_;
  };

  struct CallArguments {
    Seq<Expr*> args;
    Seq<Keyword*> keywords;
    SourceSpan span;
  };

  // Tokens.
  TokenKind Kind() {
    if (raised_) return TokenKind::kError;
    if (position_ > furthest_) furthest_ = position_;
    return tokens_[position_].kind;
  }
  TokenKind KindAfter() {  // Of the token after the current one.
    if (raised_ || tokens_[position_].kind <= TokenKind::kError) return TokenKind::kError;
    if (position_ + 1 > furthest_) furthest_ = position_ + 1;
    return tokens_[position_ + 1].kind;
  }
  const Token& Current() const { return tokens_[position_]; }
  const Token& Previous() const { return tokens_[position_ - 1]; }
  bool At(TokenKind kind) { return Kind() == kind; }
  bool Accept(TokenKind kind) {
    if (Kind() != kind) return false;
    ++position_;
    return true;
  }
  std::string_view Text(const Token& token) const {
    return std::string_view(lexed_.source).substr(token.start, token.end - token.start);
  }
  bool AtSoftKeyword(std::string_view word) {
    return At(TokenKind::kName) && Text(Current()) == word;
  }
  bool AtSoftKeywordPrefix();
  void DiagnoseNotOperand();
  Identifier Intern(std::string_view text);
  bool AcceptName(Identifier* name);
  // Raises "expected '…'" when the token is another.
  bool ExpectForced(TokenKind kind, const char* spelling);

  // Nodes.
  template <typename T>
  T* Make(const SourceSpan& start) {  // From `start` to the last token taken.
    T* node = arena_.New<T>();
    node->span = start;
    if (position_ > 0) {
      node->span.end_line = Previous().span.end_line;
      node->span.end_col = Previous().span.end_col;
    }
    return node;
  }
  SourceSpan Here() {
    Kind();
    return Current().span;
  }
  template <typename T, typename U>
  void Fit(T* node, const U* child) {
    if (child == nullptr || child->height < node->height) return;
    node->height = static_cast<uint16_t>(child->height + 1);
    if (node->height > kMaxExprHeight) RaiseTooDeep();
  }
  void FitAll(Expr* node, Seq<Expr*> children) {
    for (const Expr* child : children) Fit(node, child);
  }
  void FitAll(Expr* node, Seq<Comprehension*> clauses);
  void FitAll(Expr* node, const Arguments* arguments);
  Name* MakeName(const Token& token);
  Constant* MakeConstant(const SourceSpan& span, ConstantType type);
  void SetContext(Expr* target, ExprContext context);

  // Errors (errors.cc).
  void Raise(ErrorKind kind, std::string message, const SourceSpan& span);
  void RaiseAt(const SourceSpan& span, std::string message);
  void RaiseRange(const SourceSpan& from, const SourceSpan& to, std::string message);
  void RaiseFrom(const SourceSpan& from, std::string message);
  void RaiseHere(std::string message);  // At the furthest token read.
  void RaiseNext(std::string message);  // At the current token.
  void RaiseIndentation(std::string message);
  void RaiseInvalidTarget(TargetUse use, const Expr* target);
  void RaiseTooComplex();
  void RaiseTooDeep();
  void RaiseUnclosed();
  void RaiseLexError();
  void SetError(SyntaxError error);
  void FinishError(bool raised_by_lexer);
  // Makes the end of the f-string that is being read the furthest token.
  void ReadFStringToEnd();
  void CheckRestOfSource();
  SyntaxError LocatedError(ErrorKind kind, std::string message, int line, int column, int end_line,
                           int end_column);
  SyntaxError FurthestTokenError(ErrorKind kind, std::string message, const Token& token);

  // Roots and statements (statements.cc).
  bool ParseRoot();
  bool MoreStatements() const;
  bool ParseStatements(List<Stmt>* out);
  bool ParseStatement(List<Stmt>* out);
  Stmt* ParseCompound();
  bool ParseSimpleStatements(List<Stmt>* out);
  Stmt* ParseSimple();
  Stmt* ParseExpressionStatement();
  Stmt* ParseAssignmentOrExpression();
  Stmt* ParseAssignmentStrictly();
  Stmt* FinishAnnotation(const SourceSpan& start, Expr* target, bool simple);
  Stmt* FinishAugmented(const SourceSpan& start, Expr* target);
  void DiagnoseAssignment();
  Expr* ParseAnnotationTargetForError();
  Expr* ParseAnnotatedRhs();
  Stmt* ParseReturn();
  Stmt* ParseRaise();
  Stmt* ParseDel();
  Stmt* ParseAssert();
  Stmt* ParseImport();
  Stmt* ParseImportFrom();
  bool ParseImportTargets(List<Alias>* names);
  Alias* ParseImportedName();
  Alias* ParseDottedAlias();
  bool ParseDottedName(Identifier* name);
  template <typename T>
  Stmt* ParseNameList();
  Stmt* ParseTypeAlias();
  bool ParseTypeParams(Seq<TypeParam*>* params);
  TypeParam* ParseTypeParam();
  bool ParseBlock(Seq<Stmt*>* body);
  void EndBlock(Node* node);
  // Diagnoses a header without colon or body: `what` names the statement.
  void DiagnoseHeader(const char* what, uint32_t line, bool missing_colon);
  Stmt* ParseIf();
  bool ParseElse(Seq<Stmt*>* body);
  Stmt* ParseWhile();
  Stmt* ParseFor(bool async, const SourceSpan& start);
  Stmt* ParseWith(bool async, const SourceSpan& start);
  bool ParseWithItems(bool in_parens, List<WithItem>* items);
  WithItem* ParseWithItem();
  void DiagnoseWith(bool async, const SourceSpan& start);
  Stmt* ParseTry();
  ExceptHandler* ParseExcept(bool star);
  void DiagnoseExcept(bool star);
  Stmt* ParseDecorated();
  Stmt* ParseFunction(bool async, const SourceSpan& start, Seq<Expr*> decorators);
  Stmt* ParseClass(const SourceSpan& start, Seq<Expr*> decorators);
  Stmt* ParseMatch();
  Expr* ParseSubject();
  MatchCase* ParseCase();

  // Patterns (patterns.cc).
  Pattern* ParsePatterns();
  Pattern* ParsePattern();
  Pattern* ParseMaybeStarPattern();
  Pattern* ParseOrPattern();
  Pattern* ParseClosedPattern();
  Pattern* ParseGroupOrSequence();
  Pattern* ParseMappingPattern();
  Pattern* ParseClassPattern(Expr* name);
  Pattern* ParseValueOrClass();
  Expr* ParsePatternNumber();
  Expr* ParseSignedNumber();
  bool ParsePatternList(TokenKind close, List<Pattern>* items, bool* comma);
  Expr* ParseMappingKey();
  Expr* ParseNameOrAttribute();

  // Parameters (parameters.cc). The end token is ')' or, of a lambda, ':'.
  Arguments* ParseParameters(bool lambda);
  Arg* ParseParameter(bool lambda, bool star_annotation);
  bool ParameterEnds(bool lambda);
  void DiagnoseParameters(bool lambda);

  // Expressions (expressions.cc).
  Expr* ParseStarExpressions();
  Expr* ParseStarExpression();
  Expr* ParseStarNamedExpression();
  bool ParseStarNamedList(List<Expr>* out);
  Expr* ParseNamedExpression();
  Expr* ParseNotNamedExpression();  // expression !':='
  Expr* ParseArgumentExpression();  // assignment_expression | expression !':='
  Expr* ParseYield();
  Expr* ParseExpression();
  Expr* ParseExpressionUncached();
  Expr* ParseExpressionQuietly();
  Expr* ParseLambda();
  Expr* ParseDisjunction();
  Expr* ParseConjunction();
  Expr* ParseInversion();
  Expr* ParseComparison();
  bool AcceptComparison(CmpOperator* op);
  Expr* ParseBitwiseOr();
  Expr* ParseBinary(int precedence);
  Expr* ParseFactor();
  Expr* ParsePower();
  Expr* ParsePrimary();
  Expr* ParsePrimaryUncached();
  Expr* ParseCall(Expr* callee, const SourceSpan& start);
  Expr* ParseSlices();
  Expr* ParseSlice();
  Expr* ParseAtom();
  Expr* ParseParenthesized();
  Expr* ParseParenthesizedWithDiagnosis();
  Expr* ParseBracketed();
  Expr* ParseBraced();
  Expr* ParseGeneratorInCall();
  Expr* FinishGenerator(const SourceSpan& start, Expr* element);
  bool ParseDictItem(Expr** key, Expr** value);
  Expr* ParseDict(const SourceSpan& start, Expr** first);
  Expr* ParseSetDisplay(const SourceSpan& start, Expr* first);
  bool AtComprehension();
  bool ParseForClauses(Seq<Comprehension*>* clauses);
  Comprehension* ParseForClause();
  bool ParseArguments(CallArguments* out);     // args [','] &')'
  bool ParseArgumentList(CallArguments* out);  // args
  Expr* ParseStarredArgument();
  Keyword* ParseKeyword();
  Expr* ParseStarTargets();
  Expr* ParseStarTarget();
  Expr* ParseSingleTarget();
  static bool IsTarget(const Expr* expr);

  void DiagnoseExpression();
  void DiagnoseLegacyExpression();
  void DiagnoseNamedExpression();
  void DiagnoseComprehension();
  void DiagnoseDictComprehension();
  void DiagnoseDictItems();
  void DiagnoseDictItem();
  void DiagnoseArguments();
  void DiagnoseKeyword();
  void DiagnoseForClause();
  void DiagnoseForTarget();

  // Literals (literals.cc, fstrings.cc).
  Expr* ParseNumber();
  Expr* ParseStrings();
  Constant* ParseStringLiteral();
  bool DecodeEscapes(std::string_view body, bool bytes, const Token& token, std::string* out);
  Constant* JoinConstants(const SourceSpan& start, Expr* const* parts, size_t count);
  JoinedStr* JoinFString(const SourceSpan& start, const std::vector<Expr*>& parts);
  bool ParseFString(std::vector<Expr*>* parts);
  Constant* ParseFStringText(bool raw);
  bool ParseReplacementField(bool raw, std::vector<Expr*>* parts);
  Expr* ParseFormatSpec(bool raw);
  void DiagnoseReplacementField(bool raw);

  template <typename Function>
  Expr* Memoized(Rule rule, Function function) {
    uint64_t key = static_cast<uint64_t>(position_) << 8 | static_cast<uint64_t>(rule) << 1 |
                   (diagnosing_ ? 1u : 0u);
    auto found = memo_.find(key);
    if (found != memo_.end()) {
      position_ = found->second.position;
      return found->second.node;
    }
    Expr* node = function();
    if (!raised_) memo_[key] = {node, position_};
    return node;
  }

  struct Remembered {
    Expr* node;
    size_t position;
  };

  ParseResult& result_;
  Arena& arena_;
  LexResult& lexed_;
  const ParseOptions& options_;
  const std::vector<Token>& tokens_;
  size_t position_ = 0;
  size_t furthest_ = 0;
  int nesting_ = 0;
  bool diagnosing_ = false;  // Second pass, and not inside a quiet expression.
  bool second_pass_ = false;
  bool raised_ = false;
  uint32_t line_when_raised_ = 0;  // How far the source had been read.
  std::vector<void*> scratch_;
  std::unordered_set<std::string_view> names_;
  std::unordered_map<uint64_t, Remembered> memo_;
};

// What CPython calls an expression in messages, such as "function call".
const char* ExpressionName(const Expr* expr);

}  // namespace heddle::syntax
