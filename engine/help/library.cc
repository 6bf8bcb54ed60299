#include "help/library.h"

#include <algorithm>

#include "lib/embedded.h"
#include "lib/modules.h"

namespace heddle::help {

namespace {

constexpr std::string_view kDocumentationFile = "documentation.txt";

const lib::EmbeddedModule* FindEmbedded(std::string_view name) {
  for (const lib::EmbeddedModule& module : lib::EmbeddedModules()) {
    if (module.name == name) return &module;
  }
  return nullptr;
}

bool IsPrivate(std::string_view name) {
  return name.starts_with('_') || name.find("._") != std::string_view::npos;
}

}  // namespace

Library::Library() {
  for (const lib::EmbeddedModule& module : lib::EmbeddedModules()) {
    if (module.name == kDocumentationFile) ReadDocumentation(module.source);
    if (!module.path.ends_with(".py")) continue;
    if (!IsPrivate(module.name) || module.name == "__future__") {
      module_names_.emplace_back(module.name);
    }
  }
  for (const lib::ModuleDef* module : lib::NativeModules()) {
    if (!IsPrivate(module->name) && FindEmbedded(module->name) == nullptr) {
      module_names_.emplace_back(module->name);
    }
  }
  std::sort(module_names_.begin(), module_names_.end());
}

const Module* Library::FindModule(std::string_view name) {
  const std::string key(name);
  if (const auto found = modules_.find(key); found != modules_.end()) return found->second.get();
  modules_[key] = nullptr;
  std::unique_ptr<Module> made = name == "builtins" ? MakeBuiltins() : Make(name);
  const Module* module = made != nullptr ? made.get() : natives_.FindModule(name);
  if (made != nullptr) {
    modules_[key] = std::move(made);
  } else {
    modules_.erase(key);
  }
  return module;
}

std::unique_ptr<Module> Library::Make(std::string_view name) {
  const lib::EmbeddedModule* embedded = FindEmbedded(name);
  if (embedded == nullptr || !embedded->path.ends_with(".py")) return nullptr;
  auto module = std::make_unique<Module>();
  module->name = name;
  module->is_package = embedded->is_package;
  const std::string_view text = embedded->source.empty() ? embedded->outline : embedded->source;
  auto piece = ParsePiece(text);
  if (piece->tree.module != nullptr) module->pieces.push_back({std::move(piece), 0});
  Analyse(module.get());
  return module;
}

// Those of C++, and the public ones of _prelude.py.
std::unique_ptr<Module> Library::MakeBuiltins() {
  auto module = std::make_unique<Module>();
  module->name = "builtins";
  module->scope.name = module->name;
  for (const Symbol& symbol : natives_.FindModule("builtins")->scope.symbols.symbols()) {
    module->scope.symbols.Add(symbol.name) = symbol;
  }
  if (const Module* prelude = FindModule("_prelude")) {
    for (const Symbol& symbol : prelude->scope.symbols.symbols()) {
      const Binding::Kind kind = symbol.bindings.back().kind;
      if (symbol.name.starts_with('_') || kind == Binding::Kind::kModule) continue;
      module->scope.symbols.Add(symbol.name) = symbol;
    }
  }
  return module;
}

const Documentation* Library::FindDocumentation(std::string_view name) const {
  const auto found = documentation_.find(name);
  return found == documentation_.end() ? nullptr : &found->second;
}

std::vector<std::string_view> Library::DocumentedNames() const {
  std::vector<std::string_view> names;
  for (const auto& [name, entry] : documentation_) names.push_back(name);
  return names;
}

// Entries are three lines: "name" or "name -> class", English, Chinese; either text may be "-".
void Library::ReadDocumentation(std::string_view text) {
  const auto next_line = [&text] {
    const size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return line;
  };
  while (!text.empty()) {
    const std::string_view head = next_line();
    if (head.empty() || head.starts_with('#')) continue;
    Documentation entry;
    const size_t arrow = head.find(" -> ");
    if (arrow != std::string_view::npos) entry.returns = head.substr(arrow + 4);
    entry.english = next_line();
    entry.chinese = next_line();
    if (entry.english == "-") entry.english = {};
    if (entry.chinese == "-") entry.chinese = {};
    documentation_[head.substr(0, arrow)] = entry;
  }
}

}  // namespace heddle::help
