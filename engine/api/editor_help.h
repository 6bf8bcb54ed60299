// Completion, signature help and hover for an editor, beside CheckSyntax().
#pragma once

#include "help/editor_help.h"

namespace heddle::api {

using help::Completion;
using help::Completions;
using help::EditorHelp;
using help::Hover;
using help::Language;
using help::Position;
using help::Signature;

}  // namespace heddle::api
