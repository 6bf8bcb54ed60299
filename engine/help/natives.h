// What of the library is written in C++, read from the tables of engine/lib: modules, their
// functions, classes and constants. Nothing of it is run.
#pragma once

#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "help/model.h"

namespace heddle {
struct TypeDef;
struct NativeDef;
}  // namespace heddle

namespace heddle::help {

class Natives {
 public:
  Natives();

  // Null when there is none.
  Module* FindModule(std::string_view name);
  // A class by the name that it has in C++: "str", "deque", "lock". Null when there is none.
  const Scope* FindClass(std::string_view name);

 private:
  struct Class {
    std::string name, base;
    const TypeDef* def = nullptr;  // null: an exception without methods of its own
    bool is_filled = false;
    Scope scope;
  };

  Scope* AddClass(std::string_view name, std::string_view module, std::string_view base,
                  const TypeDef* def);
  void AddFunction(Scope* owner, Module* module, const NativeDef& def);

  std::deque<Class> classes_;
  std::unordered_map<std::string_view, Class*> class_index_;
  std::deque<Module> modules_;
  std::unordered_map<std::string_view, Module*> module_index_;
};

}  // namespace heddle::help
