// The editor's questions as JSON (web/src/engine/protocol.ts, HelpRequest) and their answers.
#pragma once

#include <string>
#include <string_view>

#include "api/editor_help.h"

namespace heddle::wasm {

// Answers {"kind": "complete" | "signature" | "hover", "line": from 1, "column": from 0, in code
// points, "language": "en" | "zh"} about `source`.
std::string AnswerHelp(api::EditorHelp& help, std::string_view request, std::string_view source);

}  // namespace heddle::wasm
