#include "help/editor_help.h"

#include <algorithm>
#include <deque>
#include <unordered_set>

#include "help/describe.h"
#include "help/evaluator.h"
#include "help/library.h"
#include "syntax/parser.h"
#include "syntax/token.h"

namespace heddle::help {

namespace {

enum Rank : int { kArgument, kNear, kFar, kBuiltin, kWord, kPrivate, kSpecial };

int RankOf(std::string_view name, int rank) {
  if (name.starts_with("__") && name.ends_with("__")) return kSpecial;
  return name.starts_with('_') ? kPrivate : rank;
}

// An expression of the text around the cursor, with the tree that it keeps alive.
struct Fragment {
  syntax::ParseResult tree;

  explicit Fragment(std::string_view text) {
    syntax::ParseOptions options;
    options.mode = syntax::ParseMode::kEval;
    // In brackets, so that it may go over lines.
    tree = syntax::Parse("(" + std::string(text) + "\n)", options);
  }
  const syntax::Expr* expr() const {
    return tree.expression == nullptr ? nullptr : tree.expression->body;
  }
};

}  // namespace

struct EditorHelp::Parts {
  Library library;
  PieceCache cache;
};

namespace {

// One question.
class Question {
 public:
  Question(Library& library, PieceCache* cache, std::string_view source, Position position,
           Language language)
      : document_(source, cache, position),
        evaluator_(library),
        describer_(evaluator_, language),
        scope_(document_.ScopeAtCursor()) {}

  Completions Complete() {
    const Cursor& cursor = document_.cursor();
    completions_.start = document_.PositionOf(cursor.word_start);
    completions_.end = document_.PositionOf(cursor.word_end);
    prefix_ = document_.Text(cursor.word_start, cursor.offset);
    switch (cursor.place) {
      case Place::kNothing: break;
      case Place::kModule: AddModules(cursor.module); break;
      case Place::kImportName: AddImportNames(cursor.module); break;
      case Place::kMember: AddMembers(Evaluate(cursor.base_start, cursor.base_end)); break;
      case Place::kName:
        AddArguments();
        AddNames();
        AddKeywords();
        break;
    }
    std::stable_sort(completions_.items.begin(), completions_.items.end(),
                     [](const Completion& a, const Completion& b) { return a.rank < b.rank; });
    return std::move(completions_);
  }

  Signature SignatureHelp() {
    const std::optional<OpenCall>& call = document_.cursor().call;
    if (!call.has_value()) return {};
    const Entity callee = Evaluate(call->callee_start, call->callee_end);
    if (!callee.IsKnown() || callee.kind == Entity::Kind::kModule) return {};
    std::string_view name = document_.Text(call->callee_start, call->callee_end);
    if (const size_t dot = name.rfind('.'); dot != std::string_view::npos) {
      name.remove_prefix(dot + 1);
    }
    Signature signature = describer_.SignatureOf(callee, name);
    signature.documentation = DocumentationOfCallee(callee);
    signature.active = ActiveParameter(*call, describer_.ParametersOf(callee));
    return signature;
  }

  Hover HoverAt() {
    const Cursor& cursor = document_.cursor();
    Hover hover;
    if (cursor.word_start == cursor.word_end) return hover;
    hover.start = document_.PositionOf(cursor.word_start);
    hover.end = document_.PositionOf(cursor.word_end);
    const std::string_view word = document_.Text(cursor.word_start, cursor.word_end);
    if (IsKeyword(word)) return hover;
    if (HoverArgument(word, &hover)) return hover;
    Found found;
    Entity entity;
    if (cursor.place == Place::kModule) {
      entity.module = evaluator_.library().FindModule(
          cursor.module.empty() ? std::string(word) : cursor.module + std::string(word));
      if (entity.module == nullptr) return hover;
      hover.kind = "module";
      hover.code = "module " + entity.module->name;
      hover.documentation = describer_.DocumentationOf(*entity.module);
      return hover;
    }
    if (cursor.place == Place::kMember || cursor.place == Place::kImportName) {
      const Entity base = cursor.place == Place::kMember
                              ? Evaluate(cursor.base_start, cursor.base_end)
                              : ModuleEntity(cursor.module);
      if (!base.IsKnown()) return hover;
      found = evaluator_.FindMember(base, word);
      entity = evaluator_.Member(base, word);
    } else {
      found = evaluator_.FindName(word, scope_, document_.position().line);
      if (!found) return hover;
      entity = evaluator_.ValueOf(*found.symbol,
                                  found.owner == scope_ ? document_.position().line : 0, nullptr);
    }
    const Symbol unnamed{word, {}, {}};
    if (!found && !entity.IsKnown()) return hover;
    if (!found) found.symbol = &unnamed;
    hover.kind = describer_.KindOf(found, entity);
    hover.code = describer_.CodeOf(found, entity);
    hover.documentation = describer_.DocumentationOf(found, entity);
    return hover;
  }

 private:
  Entity Evaluate(uint32_t start, uint32_t end) {
    const Fragment& fragment = fragments_.emplace_back(document_.Text(start, end));
    return evaluator_.Evaluate(fragment.expr(), scope_, document_.position().line);
  }

  Entity ModuleEntity(std::string_view name) {
    Entity entity;
    entity.module = evaluator_.library().FindModule(name);
    if (entity.module != nullptr) entity.kind = Entity::Kind::kModule;
    return entity;
  }

  std::string DocumentationOfCallee(const Entity& callee) {
    if (callee.IsInstance()) return "";
    const Symbol symbol{callee.scope->name, {}, {}};
    // Reached by its own name, wherever that is.
    const Found found{
        &symbol,
        callee.scope->parent != nullptr ? callee.scope->parent : &callee.scope->module->scope,
        false};
    return describer_.DocumentationOf(found, callee);
  }

  static int ActiveParameter(const OpenCall& call, const std::vector<Parameter>& parameters) {
    using Kind = Parameter::Kind;
    int rest = -1;
    if (!call.keyword.empty()) {
      for (size_t i = 0; i < parameters.size(); ++i) {
        if (parameters[i].name == call.keyword) return int(i);
        if (parameters[i].kind == Kind::kKeywords) rest = int(i);
      }
      return rest;
    }
    if (call.follows_keyword) return -1;  // The next one has a name too.
    for (size_t i = 0; i < parameters.size(); ++i) {
      if (parameters[i].kind == Kind::kRest) return int(i);
      const bool positional =
          parameters[i].kind == Kind::kPlain || parameters[i].kind == Kind::kPositionalOnly;
      if (!positional) return -1;
      if (i == call.arguments) return int(i);
    }
    return -1;
  }

  // The name of an argument, `target` of Thread(target=f): shows what is called.
  bool HoverArgument(std::string_view word, Hover* hover) {
    const Cursor& cursor = document_.cursor();
    if (!cursor.call.has_value() || cursor.place != Place::kName) return false;
    std::string_view after =
        document_.Text(cursor.word_end, uint32_t(document_.scanned().text.size()));
    after.remove_prefix(std::min(after.find_first_not_of(" \t"), after.size()));
    if (!after.starts_with('=') || after.starts_with("==")) return false;
    const Entity callee = Evaluate(cursor.call->callee_start, cursor.call->callee_end);
    if (!callee.IsKnown() || callee.kind == Entity::Kind::kModule) return false;
    const std::vector<Parameter> parameters = describer_.ParametersOf(callee);
    const bool known =
        std::any_of(parameters.begin(), parameters.end(), [&](const Parameter& parameter) {
          return parameter.name == word || parameter.kind == Parameter::Kind::kKeywords;
        });
    if (!known) return false;
    hover->kind = "parameter";
    hover->code = describer_.SignatureOf(callee, callee.scope->name).label;
    return true;
  }

  void Add(Completion item) {
    if (!names_.insert(item.label).second) return;
    completions_.items.push_back(std::move(item));
  }

  // Names with an underscore in front belong to the library alone.
  bool IsWanted(const Found& found) const {
    const std::string_view name = found.symbol->name;
    if (!name.starts_with('_')) return true;
    const bool special = name.starts_with("__") && name.ends_with("__");
    if (!special && found.owner != nullptr && !found.owner->module->is_program) {
      return prefix_.starts_with('_');
    }
    return true;
  }

  void AddFound(const Found& found, const Entity& entity, int rank) {
    Completion item;
    item.label = found.symbol->name;
    item.kind = describer_.KindOf(found, entity);
    item.detail = describer_.DetailOf(entity, item.label);
    item.documentation = describer_.DocumentationOf(found, entity);
    item.rank = RankOf(item.label, rank);
    Add(std::move(item));
  }

  void AddMembers(const Entity& of) {
    if (!of.IsKnown()) return;
    if (of.kind == Entity::Kind::kModule) return AddModuleNames(of);
    const Scope* cls = of.kind == Entity::Kind::kFunction
                           ? evaluator_.library().NativeClass("function")
                           : of.scope;
    int rank = kNear;
    for (const Scope* scope : evaluator_.Bases(cls)) {
      const auto add = [&](const Symbol& symbol, bool is_attribute) {
        const Found found{&symbol, scope, is_attribute};
        if (symbol.bindings.empty() || !IsWanted(found) ||
            names_.contains(std::string(symbol.name))) {
          return;
        }
        // What the statement at the cursor itself says of an attribute is of no interest.
        if (IsOnlyAtCursor(symbol)) return;
        AddFound(found, evaluator_.ValueOf(symbol, 0, &of), rank);
      };
      const auto add_attributes = [&] {
        if (!of.IsInstance()) return;
        for (const Symbol& symbol : scope->attributes.symbols()) add(symbol, true);
      };
      // Of the library, methods are what is looked for; of the program, its own data.
      if (scope->module->is_program) add_attributes();
      for (const Symbol& symbol : scope->symbols.symbols()) add(symbol, false);
      if (!scope->module->is_program) add_attributes();
      rank = kFar;
    }
  }

  bool IsOnlyAtCursor(const Symbol& symbol) const {
    return symbol.name == "_" ||
           (symbol.name == prefix_ && symbol.bindings.size() == 1 &&
            symbol.bindings[0].line == document_.position().line &&
            symbol.bindings[0].scope != nullptr && symbol.bindings[0].scope->module->is_program &&
            symbol.bindings[0].kind == Binding::Kind::kValue);
  }

  // Public names: those of __all__, or those that the module itself defines.
  void AddModuleNames(const Entity& of) {
    const Module& module = *of.module;
    const auto add = [&](std::string_view name) {
      const Found found = evaluator_.FindMember(of, name);
      if (!found || !IsWanted(found) || found.symbol->bindings.empty()) return;
      AddFound(found, evaluator_.Member(of, name), kNear);
    };
    for (const std::string_view name : module.listed) add(name);
    for (const Symbol& symbol : module.scope.symbols.symbols()) {
      if (symbol.name.starts_with("__") && symbol.name.ends_with("__")) continue;
      if (module.listed.empty() ? !IsBorrowed(module, symbol) : prefix_.starts_with('_')) {
        add(symbol.name);
      }
    }
    if (module.listed.empty()) {
      for (const std::string& star : module.stars) {
        const Entity from = ModuleEntity(star);
        if (from.IsKnown() && from.module != of.module) AddModuleNames(from);
      }
    }
    if (module.is_package) AddModules(module.name + ".");
  }

  // A name that a module of the library has only imported for itself.
  static bool IsBorrowed(const Module& module, const Symbol& symbol) {
    if (symbol.bindings.empty()) return true;
    const Binding& last = symbol.bindings.back();
    if (last.kind == Binding::Kind::kModule) return last.module == symbol.name;
    if (last.kind != Binding::Kind::kImported) return false;
    return !last.module.starts_with('_') && !last.module.starts_with(module.name);
  }

  // `path`: "" or a package and a dot.
  void AddModules(const std::string& path) {
    for (const std::string& name : evaluator_.library().module_names()) {
      if (!name.starts_with(path)) continue;
      const std::string rest = name.substr(path.size());
      if (rest.empty() || rest.find('.') != std::string::npos) continue;
      Completion item;
      item.label = rest;
      item.kind = "module";
      item.rank = RankOf(rest, kNear);
      if (const Documentation* entry = evaluator_.library().FindDocumentation(name)) {
        item.documentation = describer_.Text(*entry);
      }
      Add(std::move(item));
    }
  }

  void AddImportNames(const std::string& name) {
    const Entity module = ModuleEntity(name);
    if (module.IsKnown()) AddModuleNames(module);
  }

  // `name=` of what is called.
  void AddArguments() {
    const std::optional<OpenCall>& call = document_.cursor().call;
    if (!call.has_value() || !call->keyword.empty()) return;
    const Entity callee = Evaluate(call->callee_start, call->callee_end);
    if (!callee.IsKnown() || callee.kind == Entity::Kind::kModule) return;
    const std::vector<Parameter> parameters = describer_.ParametersOf(callee);
    for (size_t i = 0; i < parameters.size(); ++i) {
      const Parameter& parameter = parameters[i];
      const bool plain = parameter.kind == Parameter::Kind::kPlain;
      if (!plain && parameter.kind != Parameter::Kind::kKeywordOnly) continue;
      if (plain && i < call->arguments && i >= call->keywords.size()) continue;
      if (std::find(call->keywords.begin(), call->keywords.end(), parameter.name) !=
          call->keywords.end())
        continue;
      Completion item;
      item.label = std::string(parameter.name) + "=";
      item.kind = "parameter";
      item.detail = parameter.has_default ? std::string(parameter.default_text) : "";
      item.rank = kArgument;
      Add(std::move(item));
    }
  }

  void AddNames() {
    const uint32_t line = document_.position().line;
    for (const Scope* scope = scope_; scope != nullptr; scope = scope->parent) {
      if (scope->kind == Scope::Kind::kClass && scope != scope_) continue;
      for (const Symbol& symbol : scope->symbols.symbols()) {
        const bool visible =
            std::any_of(symbol.bindings.begin(), symbol.bindings.end(),
                        [&](const Binding& binding) { return IsVisible(binding, line); });
        if (!visible || IsOnlyAtCursor(symbol)) continue;
        const Entity entity = evaluator_.ValueOf(symbol, scope == scope_ ? line : 0, nullptr);
        AddFound({&symbol, scope, false}, entity, scope == scope_ ? kNear : kFar);
      }
    }
    for (const std::string& star : document_.module().stars) {
      const Entity from = ModuleEntity(star);
      if (from.IsKnown()) AddModuleNames(from);
    }
    if (const Module* builtins = evaluator_.library().builtins()) {
      for (const Symbol& symbol : builtins->scope.symbols.symbols()) {
        const Found found{&symbol, &builtins->scope, false};
        if (!IsWanted(found)) continue;
        AddFound(found, evaluator_.ValueOf(symbol, 0, nullptr), kBuiltin);
      }
    }
  }

  void AddKeywords() {
    static constexpr std::string_view kWords[] = {
#define HEDDLE_TOKEN(name, spelling) spelling,
        HEDDLE_SYNTAX_KEYWORDS(HEDDLE_TOKEN)
#undef HEDDLE_TOKEN
            "match",
        "case",
    };
    for (const std::string_view word : kWords) {
      Completion item;
      item.label = word;
      item.kind = "keyword";
      item.rank = kWord;
      Add(std::move(item));
    }
  }

  Document document_;
  Evaluator evaluator_;
  Describer describer_;
  const Scope* scope_;
  Completions completions_;
  std::string_view prefix_;  // of the word, in front of the cursor
  std::unordered_set<std::string> names_;
  std::deque<Fragment> fragments_;
};

}  // namespace

EditorHelp::EditorHelp() : parts_(std::make_unique<Parts>()) {}
EditorHelp::~EditorHelp() = default;

Completions EditorHelp::Complete(std::string_view source, Position cursor, Language language) {
  return Question(parts_->library, &parts_->cache, source, cursor, language).Complete();
}

Signature EditorHelp::SignatureHelp(std::string_view source, Position cursor, Language language) {
  return Question(parts_->library, &parts_->cache, source, cursor, language).SignatureHelp();
}

Hover EditorHelp::HoverAt(std::string_view source, Position cursor, Language language) {
  return Question(parts_->library, &parts_->cache, source, cursor, language).HoverAt();
}

std::vector<std::string> EditorHelp::UnknownDocumentedNames() {
  Library& library = parts_->library;
  Evaluator evaluator(library);
  std::vector<std::string> unknown;
  for (const std::string_view name : library.DocumentedNames()) {
    // The longest prefix that is a module, then members.
    Entity entity;
    size_t at = 0;
    for (size_t end = name.size(); end != std::string_view::npos && end != 0;
         end = name.rfind('.', end - 1)) {
      entity.module = library.FindModule(name.substr(0, end));
      if (entity.module != nullptr) {
        at = end == name.size() ? end : end + 1;
        break;
      }
    }
    if (entity.module == nullptr) entity.module = library.builtins();
    entity.kind = Entity::Kind::kModule;
    bool known = true;
    while (known && at < name.size()) {
      const size_t end = std::min(name.find('.', at), name.size());
      const std::string_view part = name.substr(at, end - at);
      if (entity.kind == Entity::Kind::kClass) entity.kind = Entity::Kind::kInstance;
      known = bool(evaluator.FindMember(entity, part));
      entity = evaluator.Member(entity, part);
      at = end + 1;
    }
    if (!known) unknown.emplace_back(name);
  }
  std::sort(unknown.begin(), unknown.end());
  return unknown;
}

}  // namespace heddle::help
