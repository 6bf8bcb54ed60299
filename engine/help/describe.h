// Entities in words: signatures, names of types, documentation.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "help/editor_help.h"
#include "help/evaluator.h"

namespace heddle::help {

class Describer {
 public:
  Describer(Evaluator& evaluator, Language language) : evaluator_(evaluator), language_(language) {}

  // What a call takes, without what the call itself gives (self, cls).
  std::vector<Parameter> ParametersOf(const Entity& callee);
  // "name(a, b=1, *, c) -> int"
  Signature SignatureOf(const Entity& callee, std::string_view name);
  // "Thread", "list[int]", "module"; empty when unknown.
  std::string TypeName(const Entity& entity);
  Kind KindOf(const Found& found, const Entity& entity);
  // One line of Python: "class Thread(group=None, …)", "t: Thread".
  std::string CodeOf(const Found& found, const Entity& entity);
  // Signature or type, for a list.
  std::string DetailOf(const Entity& entity, std::string_view name);
  std::string DocumentationOf(const Found& found, const Entity& entity);
  std::string DocumentationOf(const Module& module);
  std::string Text(const Documentation& entry) { return Choose(&entry, ""); }

 private:
  std::string Choose(const Documentation* entry, std::string_view docstring);

  Evaluator& evaluator_;
  Language language_;
};

}  // namespace heddle::help
