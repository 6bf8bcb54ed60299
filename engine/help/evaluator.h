// What an expression stands for, as far as the text says it: a module, a class, a function, or an
// instance of a class. Evaluates definitions, never the program; what is not known is kUnknown.
//
// Work is bounded: a question that leads too deep or too far is answered with kUnknown.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "help/library.h"
#include "help/model.h"

namespace heddle::help {

struct Entity {
  enum class Kind : uint8_t { kUnknown, kModule, kClass, kInstance, kFunction };
  Kind kind = Kind::kUnknown;
  const Module* module = nullptr;          // kModule
  const Scope* scope = nullptr;            // the class (kClass, kInstance) or function
  std::shared_ptr<const Entity> receiver;  // of a bound method: what it was taken from
  std::shared_ptr<const Entity> element;   // of an instance that holds others
  std::vector<Entity> items;               // of a tuple, one by one

  bool IsKnown() const { return kind != Kind::kUnknown; }
  bool IsInstance() const { return kind == Kind::kInstance; }
};

// A member, and where it was found.
struct Found {
  const Symbol* symbol = nullptr;
  const Scope* owner = nullptr;  // the class or module
  bool is_attribute = false;     // set on instances
  explicit operator bool() const { return symbol != nullptr; }
};

class Evaluator {
 public:
  explicit Evaluator(Library& library) : library_(library) {}

  // `line` is that of the use: of a name's bindings in the same scope the last one before it
  // counts.
  Entity Evaluate(const syntax::Expr* expr, const Scope* scope, uint32_t line);
  Entity Member(const Entity& of, std::string_view name);
  // The symbol's value, seen from `line` of its own scope, or from elsewhere (0).
  // `receiver`: what it is taken from, if anything.
  Entity ValueOf(const Symbol& symbol, uint32_t line, const Entity* receiver);
  // What a call of it gives.
  Entity ResultOf(const Entity& callee);

  Found FindMember(const Entity& of, std::string_view name);
  // Follows scopes outwards to the builtins.
  Found FindName(std::string_view name, const Scope* scope, uint32_t line);
  // The class and those that it derives from, nearest first.
  std::vector<const Scope*> Bases(const Scope* cls);
  // The function that a call of the class or function runs; null: unknown. `bound`: its first
  // parameter is given by the way it is called.
  const Scope* CalledFunction(const Entity& callee, bool* bound);
  // Where to look a definition up in the documentation; an empty module part for builtins.
  static std::string FullName(const Scope* scope);
  const Documentation* DocumentationOf(const Scope* scope);

  Entity InstanceOf(std::string_view native_class);
  Library& library() { return library_; }

 private:
  class Step;

  Entity EvaluateBinding(const Binding& binding, const Symbol& symbol, const Entity* receiver);
  Entity ParameterValue(const Scope* function, int index, const Entity* receiver);
  Entity EvaluateCall(const syntax::Call* call, const Scope* scope, uint32_t line);
  Entity EvaluateOperator(const syntax::BinOp* op, const Scope* scope, uint32_t line);
  Entity EvaluateSubscript(const syntax::Subscript* subscript, const Scope* scope, uint32_t line);
  Entity Container(std::string_view name, const Entity& element);
  Entity FromAnnotation(const syntax::Expr* expr, const Scope* scope);
  Entity FromTypeName(std::string_view text);
  Entity ElementOf(const Entity& container);
  Entity Instance(const Entity& cls);
  Entity Imported(std::string_view module, std::string_view name);
  Entity ModuleEntity(std::string_view name);

  Library& library_;
  int depth_ = 0;
  int steps_ = 0;
  std::vector<const Binding*> busy_;
};

// Whether the binding is known in a line of its scope.
inline bool IsVisible(const Binding& binding, uint32_t line) {
  return binding.last_line == 0 || (binding.line <= line && line <= binding.last_line);
}

}  // namespace heddle::help
