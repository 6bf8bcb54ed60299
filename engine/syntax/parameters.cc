// Parameters of functions and lambdas.
#include <string>

#include "syntax/parser_state.h"

namespace heddle::syntax {

bool Parser::ParameterEnds(bool lambda) {
  return At(lambda ? TokenKind::kColon : TokenKind::kRightParen);
}

Arg* Parser::ParseParameter(bool lambda, bool star_annotation) {
  SourceSpan start = Here();
  Identifier name;
  if (!AcceptName(&name)) return nullptr;
  Expr* annotation = nullptr;
  if (!lambda && Accept(TokenKind::kColon)) {
    annotation = star_annotation ? ParseStarExpression() : ParseExpression();
    if (annotation == nullptr) return nullptr;
  }
  auto* arg = Make<Arg>(start);
  arg->arg = name;
  arg->annotation = annotation;
  return arg;
}

// Stops before the end token. Never null for an empty list; the order of the parameters is checked
// here, and DiagnoseParameters() says what is wrong with it.
Arguments* Parser::ParseParameters(bool lambda) {
  size_t mark = position_;
  auto fail = [&]() -> Arguments* {
    if (diagnosing_ && !raised_) {
      position_ = mark;
      DiagnoseParameters(lambda);
    }
    return nullptr;
  };
  auto* result = arena_.New<Arguments>();
  result->span = Here();
  List<Arg> args(this);
  std::vector<Arg*> keyword_only;
  std::vector<Expr*> keyword_defaults;
  std::vector<Expr*> defaults;
  Seq<Arg*> positional_only;
  bool slash = false;
  bool star = false;
  bool after_comma = true;
  while (!ParameterEnds(lambda)) {
    if (!after_comma) return fail();
    after_comma = false;
    if (Accept(TokenKind::kSlash)) {
      if (slash || star || args.size() == 0) return fail();
      slash = true;
      positional_only = args.Take();
    } else if (Accept(TokenKind::kDoubleStar)) {
      result->kwarg = ParseParameter(lambda, false);
      if (result->kwarg == nullptr || At(TokenKind::kEqual)) return fail();
      Accept(TokenKind::kComma);
      if (!ParameterEnds(lambda)) return fail();
      break;
    } else if (Accept(TokenKind::kStar)) {
      if (star) return fail();
      star = true;
      if (At(TokenKind::kComma)) {
        TokenKind next = KindAfter();
        if (next == (lambda ? TokenKind::kColon : TokenKind::kRightParen) ||
            next == TokenKind::kDoubleStar) {
          return fail();
        }
      } else {
        result->vararg = ParseParameter(lambda, true);
        if (result->vararg == nullptr || At(TokenKind::kEqual)) return fail();
      }
    } else {
      Arg* arg = ParseParameter(lambda, false);
      if (arg == nullptr) return fail();
      Expr* value = nullptr;
      if (Accept(TokenKind::kEqual)) {
        value = ParseExpression();
        if (value == nullptr) return fail();
      }
      if (star) {
        keyword_only.push_back(arg);
        keyword_defaults.push_back(value);
      } else {
        if (value == nullptr && !defaults.empty()) return fail();
        if (value != nullptr) defaults.push_back(value);
        args.Add(arg);
      }
    }
    after_comma = Accept(TokenKind::kComma);
  }
  Seq<Arg*> all = args.Take();
  result->posonlyargs = positional_only;
  result->args = all.subspan(positional_only.size());
  result->kwonlyargs = arena_.CopySeq(keyword_only.data(), keyword_only.size());
  result->kw_defaults = arena_.CopySeq(keyword_defaults.data(), keyword_defaults.size());
  result->defaults = arena_.CopySeq(defaults.data(), defaults.size());
  return result;
}

// Reads the parameters up to the first mistake.
void Parser::DiagnoseParameters(bool lambda) {
  enum { kNothing, kPositional, kSlash, kStar } stage = kNothing;
  bool seen_default = false;
  bool bare_star = false;
  while (!ParameterEnds(lambda) && !raised_) {
    SourceSpan here = Here();
    if (Accept(TokenKind::kSlash)) {
      if (stage == kNothing) {
        if (At(TokenKind::kComma)) RaiseAt(here, "at least one argument must precede /");
        return;
      }
      if (stage == kSlash) return RaiseAt(here, "/ may appear only once");
      if (stage == kStar) return RaiseAt(here, "/ must be ahead of *");
      stage = kSlash;
      if (At(TokenKind::kStar)) return RaiseAt(Here(), "expected comma between / and *");
    } else if (Accept(TokenKind::kStar)) {
      if (stage == kStar) {
        if (!At(TokenKind::kComma) && !At(TokenKind::kName)) return;
        return RaiseAt(here, "* argument may appear only once");
      }
      stage = kStar;
      bool ends = ParameterEnds(lambda);
      if (At(TokenKind::kComma)) {
        TokenKind next = KindAfter();
        ends = next == (lambda ? TokenKind::kColon : TokenKind::kRightParen) ||
               next == TokenKind::kDoubleStar;
        bare_star = true;
      }
      if (ends) {
        if (bare_star) ++position_;
        const char* message = "named arguments must follow bare *";
        return lambda ? RaiseHere(message) : RaiseAt(here, message);
      }
      if (!bare_star) {
        if (ParseParameter(lambda, true) == nullptr) return;
        if (At(TokenKind::kEqual)) {
          return RaiseAt(Here(), "var-positional argument cannot have default value");
        }
      }
    } else if (Accept(TokenKind::kDoubleStar)) {
      if (ParseParameter(lambda, false) == nullptr) return;
      if (At(TokenKind::kEqual)) {
        return RaiseAt(Here(), "var-keyword argument cannot have default value");
      }
      if (!Accept(TokenKind::kComma)) return;
      SourceSpan next = Here();
      if (At(TokenKind::kName)) {
        if (Arg* arg = ParseParameter(lambda, false)) next = arg->span;
      } else if (!At(TokenKind::kStar) && !At(TokenKind::kDoubleStar) && !At(TokenKind::kSlash)) {
        return;
      }
      return RaiseAt(next, "arguments cannot follow var-keyword argument");
    } else if (At(TokenKind::kLeftParen)) {
      if (seen_default || stage > kPositional) return;
      bool any = false;
      do {
        ++position_;
        if (!Accept(TokenKind::kName)) break;
        any = true;
      } while (At(TokenKind::kComma));
      if (any && Accept(TokenKind::kRightParen)) {
        RaiseRange(here, Previous().span,
                   lambda ? "Lambda expression parameters cannot be parenthesized"
                          : "Function parameters cannot be parenthesized");
      }
      return;
    } else {
      Arg* arg = ParseParameter(lambda, false);
      if (arg == nullptr) return;
      if (stage == kNothing) stage = kPositional;
      SourceSpan equal = Here();
      if (Accept(TokenKind::kEqual)) {
        if (!lambda && (ParameterEnds(lambda) || At(TokenKind::kComma))) {
          return RaiseAt(equal, "expected default value expression");
        }
        if (ParseExpression() == nullptr) return;
        if (stage != kStar) seen_default = true;
      } else if (seen_default && stage != kStar &&
                 (At(TokenKind::kComma) || ParameterEnds(lambda))) {
        return RaiseAt(arg->span, "parameter without a default follows parameter with a default");
      }
    }
    if (!Accept(TokenKind::kComma)) return;
  }
}

}  // namespace heddle::syntax
