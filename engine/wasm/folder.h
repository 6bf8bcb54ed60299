// The program's folder in the module's file system, which lives in memory and belongs to the
// thread that loaded the module: other threads' calls go through it.
#pragma once

#include <string>

#include "wasm/request.h"

namespace heddle::wasm {

// Makes `folder` hold exactly `files`, and the current folder. REQUIRES: the loading thread.
void FillFolder(const std::string& folder, const Files& files);

// JSON, name → text, of the files below `folder` that `before` does not hold with the same text;
// empty if there are none. Files that are not UTF-8 text are left out. Any thread but the loading
// one.
std::string ChangedFiles(const std::string& folder, const Files& before);

}  // namespace heddle::wasm
