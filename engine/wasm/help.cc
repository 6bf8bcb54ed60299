#include "wasm/help.h"

#include <nlohmann/json.hpp>

namespace heddle::wasm {

namespace {

using nlohmann::json;

json PositionJson(const api::Position& position) {
  return {{"line", position.line}, {"column", position.column}};
}

json Answer(const api::Completions& found) {
  json items = json::array();
  for (const api::Completion& item : found.items) {
    items.push_back({{"label", item.label},
                     {"kind", item.kind},
                     {"detail", item.detail},
                     {"documentation", item.documentation},
                     {"rank", item.rank}});
  }
  return {{"items", items}, {"start", PositionJson(found.start)}, {"end", PositionJson(found.end)}};
}

json Answer(const api::Signature& signature) {
  json parameters = json::array();
  for (const auto& [start, end] : signature.parameters) parameters.push_back({start, end});
  return {{"label", signature.label},
          {"documentation", signature.documentation},
          {"parameters", parameters},
          {"active", signature.active}};
}

json Answer(const api::Hover& hover) {
  return {{"code", hover.code},
          {"documentation", hover.documentation},
          {"start", PositionJson(hover.start)},
          {"end", PositionJson(hover.end)}};
}

}  // namespace

std::string AnswerHelp(api::EditorHelp& help, std::string_view request, std::string_view source) {
  const json asked = json::parse(request, nullptr, false);
  if (!asked.is_object()) return "null";
  const std::string kind = asked.value("kind", "");
  const api::Position cursor{asked.value("line", 1u), asked.value("column", 0u)};
  const api::Language language =
      asked.value("language", "en") == "zh" ? api::Language::kChinese : api::Language::kEnglish;
  json answer;
  if (kind == "complete") answer = Answer(help.Complete(source, cursor, language));
  if (kind == "signature") answer = Answer(help.SignatureHelp(source, cursor, language));
  if (kind == "hover") answer = Answer(help.HoverAt(source, cursor, language));
  return answer.dump(-1, ' ', false, json::error_handler_t::replace);
}

}  // namespace heddle::wasm
