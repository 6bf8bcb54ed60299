// What a module defines: scopes, the names in them, and what each name is bound to. Made from
// syntax trees and, for what is written in C++, from its tables. Nothing is evaluated here.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "help/piece.h"
#include "syntax/ast.h"

namespace heddle::help {

struct Module;
struct Scope;

struct Parameter {
  enum class Kind : uint8_t { kPositionalOnly, kPlain, kRest, kKeywordOnly, kKeywords };
  std::string_view name;
  Kind kind;
  std::string_view annotation_text;
  std::string_view default_text;
  bool has_default = false;
  const syntax::Expr* annotation = nullptr;
  const syntax::Expr* default_value = nullptr;
};

// One way in which a name gets its value.
struct Binding {
  enum class Kind : uint8_t {
    kValue,       // of `expr`
    kElement,     // an element of `expr`: the target of a loop
    kEntered,     // what `with expr` gives
    kAnnotation,  // an instance of what the annotation `expr` names
    kException,   // an instance of the class `expr`, or of one in the tuple
    kModule,      // the module `module`
    kImported,    // `name` of the module `module`
    kDefinition,  // the class or function `defined`
    kParameter,   // number `item` of the function `scope`
    kInstance,    // of the class `name`: a constant of C++
    kAttribute,   // computed by C++
  };
  Kind kind;
  uint32_t line = 0;       // from 1; 0: everywhere
  uint32_t last_line = 0;  // known up to here; 0: to the end of the scope
  const syntax::Expr* expr = nullptr;
  const Scope* scope = nullptr;  // where `expr` is evaluated
  Scope* defined = nullptr;
  int item = -1;  // of what is unpacked; -1: all of it
  std::string_view module, name;
};

struct Symbol {
  std::string_view name;
  std::vector<Binding> bindings;
  std::vector<Binding> appended;  // values that are appended to it
};

class SymbolTable {
 public:
  Symbol& Add(std::string_view name);
  const Symbol* Find(std::string_view name) const;
  // In the order of their first binding.
  const std::deque<Symbol>& symbols() const { return symbols_; }

 private:
  std::deque<Symbol> symbols_;
  std::unordered_map<std::string_view, Symbol*> index_;
};

struct Scope {
  enum class Kind : uint8_t { kModule, kClass, kFunction };
  // How a function of a class gets its first argument.
  enum class Method : uint8_t { kInstance, kClass, kStatic, kProperty };

  Kind kind = Kind::kModule;
  std::string_view name;
  Scope* parent = nullptr;
  Module* module = nullptr;
  uint32_t line = 0, last_line = 0;  // of a class or function, from `class` or `def`
  std::string doc;                   // the docstring's first paragraph
  SymbolTable symbols;

  // Of a class.
  std::vector<const syntax::Expr*> bases;
  std::vector<const Scope*> known_bases;  // of one written in C++
  SymbolTable attributes;                 // of its instances, as its methods set them
  bool is_dataclass = false;
  bool is_native = false;

  // Of a function.
  std::vector<Parameter> parameters;
  const syntax::Expr* returns_annotation = nullptr;
  std::string_view returns_text;
  struct Return {
    const syntax::Expr* value;
    uint32_t line;
  };
  std::vector<Return> returns;
  Method method = Method::kInstance;
  bool is_async = false;
  bool is_generator = false;

  bool IsMethod() const { return parent != nullptr && parent->kind == Kind::kClass; }
};

struct Module {
  std::string name;  // "__main__" of the program
  bool is_package = false;
  bool is_program = false;
  Scope scope;
  std::vector<PlacedPiece> pieces;
  std::deque<Scope> scopes;              // the others
  std::vector<std::string> stars;        // modules of `from m import *`
  std::vector<std::string_view> listed;  // __all__
  std::deque<std::string> names;         // that nobody else keeps

  Module() { scope.module = this; }
  Module(const Module&) = delete;
  Module& operator=(const Module&) = delete;
};

// Fills `module` from its pieces. REQUIRES: `name`, `is_package` and `pieces` are set.
void Analyse(Module* module);

// The parameters of a function written in C++ (objects/context.h, NativeDef).
std::vector<Parameter> NativeParameters(std::string_view text);

}  // namespace heddle::help
