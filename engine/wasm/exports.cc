// The functions that JavaScript calls (web/src/engine/module.ts), all on the thread that loaded
// the module. None waits for a run: what could is handed to a thread of its own, because the
// engine's threads are made through the event loop of this one.
#include <emscripten.h>

#include <cstdlib>
#include <cstring>
#include <map>
#include <memory>
#include <mutex>
#include <nlohmann/json.hpp>
#include <string>
#include <thread>

#include "api/machine.h"
#include "wasm/event_queue.h"
#include "wasm/folder.h"
#include "wasm/help.h"
#include "wasm/library_file.h"
#include "wasm/request.h"
#include "wasm/run.h"

namespace heddle::wasm {
namespace {

// What outlives the runs. There is one per module, for its exports have nothing to refer to it by.
struct Module {
  EventQueue events;
  LibraryFile library{events};
  std::unique_ptr<api::EditorHelp> help;  // made by the first question; the loading thread's
  std::mutex mu;                          // guards what follows
  std::map<int32_t, std::shared_ptr<Run>> runs;
  int32_t next_run = 1;

  std::shared_ptr<Run> Find(int32_t id) {
    std::lock_guard lock(mu);
    const auto found = runs.find(id);
    return found == runs.end() ? nullptr : found->second;
  }
};

Module& TheModule() {
  static Module* const module = new Module;  // Threads may outlive any destruction.
  return *module;
}

char* CopyForJavaScript(const std::string& text) {
  auto* const copy = static_cast<char*>(std::malloc(text.size() + 1));
  if (copy != nullptr) std::memcpy(copy, text.c_str(), text.size() + 1);
  return copy;
}

}  // namespace
}  // namespace heddle::wasm

using heddle::wasm::CopyForJavaScript;
using heddle::wasm::Run;
using heddle::wasm::TheModule;

extern "C" {

EMSCRIPTEN_KEEPALIVE const char* heddle_version() { return heddle::api::Version(); }

// Begins a run and returns its number at once.
EMSCRIPTEN_KEEPALIVE int32_t heddle_start(const char* json) {
  heddle::wasm::Request request = heddle::wasm::ParseRequest(json);
  if (request.problem.empty()) heddle::wasm::FillFolder(request.folder, request.files);
  auto& module = TheModule();
  std::shared_ptr<Run> run;
  int32_t id;
  {
    std::lock_guard lock(module.mu);
    id = module.next_run++;
    run = std::make_shared<Run>(id, std::move(request), module.events, module.library);
    module.runs[id] = run;
  }
  std::thread([run, id] {
    run->Execute();
    auto& finished = TheModule();
    std::lock_guard lock(finished.mu);
    finished.runs.erase(id);
  }).detach();
  return id;
}

// Standard input of a run; no bytes are its end.
EMSCRIPTEN_KEEPALIVE void heddle_stdin(int32_t id, const char* bytes, int32_t length) {
  const std::shared_ptr<Run> run = TheModule().Find(id);
  if (run) run->AddInput({bytes, static_cast<size_t>(length)});
}

// The library file, allocated by malloc() and given away here; after an event kWantsLibrary.
EMSCRIPTEN_KEEPALIVE void heddle_library(char* bytes, int32_t length) {
  if (!TheModule().library.Set({bytes, static_cast<size_t>(length)})) std::free(bytes);
}

// Why it cannot be had.
EMSCRIPTEN_KEEPALIVE void heddle_library_failed(const char* reason) {
  TheModule().library.Fail(reason);
}

EMSCRIPTEN_KEEPALIVE void heddle_stop(int32_t id) {
  const std::shared_ptr<Run> run = TheModule().Find(id);
  if (run) std::thread([run] { run->Stop(); }).detach();
}

// JSON: the compiler's messages about a text. To be given to heddle_free().
EMSCRIPTEN_KEEPALIVE char* heddle_check_syntax(const char* source) {
  nlohmann::json problems = nlohmann::json::array();
  for (const heddle::api::Diagnostic& found : heddle::api::CheckSyntax(source, "<editor>")) {
    problems.push_back({{"severity", found.kind == "SyntaxWarning" ? "warning" : "error"},
                        {"message", found.message},
                        {"line", found.line},
                        {"column", found.column},
                        {"endLine", found.end_line},
                        {"endColumn", found.end_column}});
  }
  return CopyForJavaScript(problems.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

// JSON: the answer to an editor's question about a text. To be given to heddle_free().
EMSCRIPTEN_KEEPALIVE char* heddle_help(const char* request, const char* source) {
  auto& help = TheModule().help;
  if (!help) help = std::make_unique<heddle::api::EditorHelp>();
  return CopyForJavaScript(heddle::wasm::AnswerHelp(*help, request, source));
}

EMSCRIPTEN_KEEPALIVE void heddle_free(void* pointer) { std::free(pointer); }

EMSCRIPTEN_KEEPALIVE const int32_t* heddle_events_ptr() { return TheModule().events.counter(); }
EMSCRIPTEN_KEEPALIVE const void* heddle_next_event() { return TheModule().events.Next(); }
EMSCRIPTEN_KEEPALIVE void heddle_release_event() { TheModule().events.Release(); }

}  // extern "C"
