// What JavaScript asks for: one run of one program.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "api/machine.h"

namespace heddle::wasm {

using Files = std::map<std::string, std::string>;  // path below the folder → text

struct Request {
  api::RunConfig config;
  Files files;  // of the folder that the program finds itself in
  std::string folder = "/home/user";
  bool stdin_tty = false;
  bool stdout_tty = false;
  std::string problem;  // what is wrong with it, in a sentence for the user; empty if nothing is
};

// Reads {files, main, argv, options, stdin_tty, stdout_tty, cwd}, as web/src/engine/protocol.ts
// describes it; `options` are named as the command line's, with underscores.
Request ParseRequest(std::string_view json);

}  // namespace heddle::wasm
