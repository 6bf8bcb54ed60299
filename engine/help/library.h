// The standard library as this engine has it: its modules' names and definitions, and short
// documentation. A module is analysed when somebody first asks for it, from its text; one whose
// text lies in the library file, from its outline.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "help/model.h"
#include "help/natives.h"

namespace heddle::help {

// An entry of engine/lib/py/documentation.txt.
struct Documentation {
  std::string_view returns;  // a class, such as "str" or "threading.Thread"; may be empty
  std::string_view english, chinese;
};

class Library {
 public:
  Library();

  // Null when there is none.
  const Module* FindModule(std::string_view name);
  const Module* builtins() { return FindModule("builtins"); }
  // A class of C++ by the name that it has there.
  const Scope* NativeClass(std::string_view name) { return natives_.FindClass(name); }
  // Those that `import` can name and that are not private, sorted.
  const std::vector<std::string>& module_names() const { return module_names_; }
  // "threading.Thread.start", "len", "str.split"; null when there is none.
  const Documentation* FindDocumentation(std::string_view name) const;
  // Every name that is documented.
  std::vector<std::string_view> DocumentedNames() const;

 private:
  std::unique_ptr<Module> Make(std::string_view name);
  std::unique_ptr<Module> MakeBuiltins();
  void ReadDocumentation(std::string_view text);

  Natives natives_;
  std::unordered_map<std::string, std::unique_ptr<Module>> modules_;  // null: being made
  std::vector<std::string> module_names_;
  std::unordered_map<std::string_view, Documentation> documentation_;
};

}  // namespace heddle::help
