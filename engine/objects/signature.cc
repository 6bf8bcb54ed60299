// Parameter lists of native functions.
#include <cstring>
#include <string_view>

#include "base/check.h"
#include "objects/tables.h"

namespace heddle {

namespace {

std::string_view Trim(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

std::unique_ptr<Signature> Parse(std::string_view params) {
  auto signature = std::make_unique<Signature>();
  signature->min = signature->max = 0;
  signature->positional_only = signature->keyword_only = 0;
  signature->drops_keywords = signature->collects_keywords = false;
  bool keywords = false;
  while (!params.empty()) {
    const size_t comma = std::min(params.find(','), params.size());
    std::string_view item = Trim(params.substr(0, comma));
    params.remove_prefix(std::min(comma + 1, params.size()));
    if (item == "/") {
      signature->positional_only = static_cast<uint16_t>(signature->names.size());
    } else if (item == "*") {
      keywords = true;
    } else if (item.starts_with("**") && item.ends_with('=')) {
      // The name with its stars, which no caller can pass.
      item.remove_suffix(1);
      signature->names.push_back(item);
      ++signature->keyword_only;
      signature->collects_keywords = true;
    } else if (item.starts_with("**")) {
      signature->drops_keywords = true;
    } else if (item.starts_with('*')) {
      signature->max = 0xffff;
      keywords = true;
    } else if (!item.empty()) {
      const bool optional = item.ends_with('=');
      if (optional) item.remove_suffix(1);
      signature->names.push_back(item);
      if (keywords) {
        ++signature->keyword_only;
      } else {
        ++signature->max;
        if (!optional) signature->min = static_cast<uint16_t>(signature->names.size());
      }
    }
  }
  // Nobody passes the receiver by name: `**kwargs` may hold a "self" of its own.
  if (signature->positional_only == 0 && !signature->names.empty()) {
    const std::string_view first = signature->names[0];
    if (first == "self" || first == "cls") signature->positional_only = 1;
  }
  const bool varargs_only = signature->max == 0xffff && signature->keyword_only == 0;
  signature->simple = (signature->positional_only == signature->names.size() || varargs_only) &&
                      !signature->drops_keywords;
  return signature;
}

}  // namespace

const Signature* SignatureOf(Context& cx, const NativeDef* def) {
  auto& tables = *cx.runtime.tables;
  {
    std::lock_guard lock(tables.signatures_mu);
    const auto found = tables.signatures.find(def);
    if (found != tables.signatures.end()) return found->second.get();
  }
  auto parsed = Parse(def->params);
  parsed->is_new = std::strcmp(def->name, "__new__") == 0;
  std::lock_guard lock(tables.signatures_mu);
  return tables.signatures.try_emplace(def, std::move(parsed)).first->second.get();
}

}  // namespace heddle
