// The editor's questions as JSON (web/src/engine/protocol.ts, HelpRequest) and their answers.
#pragma once

#include <string>
#include <string_view>

namespace heddle::wasm {

// Answers {"kind": "complete" | "signature" | "hover", "line": from 1, "column": from 0, in code
// points, "language": "en" | "zh"} about `source`. What is there when this is first called is kept
// for later questions. To be called by the thread that loaded the module.
std::string AnswerHelp(std::string_view request, std::string_view source);

}  // namespace heddle::wasm
