#include "wasm/request.h"

#include <emscripten/threading.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

namespace heddle::wasm {
namespace {

using nlohmann::json;

// As many workers as the page would have ready (web/src/engine/client.ts).
constexpr uint32_t kMaxDefaultWorkers = 8;
// Below what the module's memory may grow to, so that a scenario gets its MemoryError.
constexpr uint64_t kDefaultMemoryMib = 1024;
constexpr uint64_t kMaxMemoryMib = 1536;

bool ReadWhole(const json& value, uint64_t most, uint64_t* result) {
  if (!value.is_number()) return false;
  const double number = value.get<double>();
  if (!(number >= 0) || number != std::floor(number) || number > static_cast<double>(most)) {
    return false;
  }
  *result = value.is_number_float() ? static_cast<uint64_t>(number) : value.get<uint64_t>();
  return true;
}

// Returns false when the value does not fit the option.
bool SetOption(const std::string& name, const json& value, api::RunConfig* config, bool* known) {
  *known = true;
  uint64_t number = 0;
  if (name == "sched" || name == "clock") {
    if (!value.is_string()) return false;
    (name == "sched" ? config->sched : config->clock) = value.get<std::string>();
    return true;
  }
  if (name == "workers") {
    if (!ReadWhole(value, UINT32_MAX, &number)) return false;
    config->workers = static_cast<uint32_t>(number);
    return true;
  }
  if (name == "quantum") {
    if (!ReadWhole(value, INT64_MAX, &number)) return false;
    config->quantum = static_cast<int64_t>(number);
    return true;
  }
  if (name == "seed") {
    config->has_seed = true;
    return ReadWhole(value, UINT64_MAX, &config->seed);
  }
  if (name == "memory_limit_mib") return ReadWhole(value, UINT32_MAX, &config->memory_limit_mib);
  if (name == "time_limit_s") {
    if (!value.is_number() || !(value.get<double>() >= 0)) return false;
    config->time_limit_s = value.get<double>();
    return true;
  }
  *known = false;
  return true;
}

std::string SetOptions(const json& options, api::RunConfig* config) {
  for (const auto& [name, value] : options.items()) {
    bool known;
    if (!SetOption(name, value, config, &known)) {
      return "the option " + name + " cannot be " +
             value.dump(-1, ' ', false, json::error_handler_t::replace);
    }
    if (!known) return "there is no option " + name;
  }
  return api::Validate(*config);
}

void SetDefaults(api::RunConfig* config) {
  if (config->workers == 0) {
    const int cores = emscripten_num_logical_cores();
    config->workers =
        std::clamp<uint32_t>(static_cast<uint32_t>(std::max(cores, 1)), 1, kMaxDefaultWorkers);
  }
  if (config->memory_limit_mib == 0) config->memory_limit_mib = kDefaultMemoryMib;
  config->memory_limit_mib = std::min(config->memory_limit_mib, kMaxMemoryMib);
}

std::string TextOf(const json& object, const char* name, std::string fallback) {
  const auto found = object.find(name);
  return found != object.end() && found->is_string() ? found->get<std::string>() : fallback;
}

bool FlagOf(const json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_boolean() && found->get<bool>();
}

void ReadFiles(const json& object, Files* files) {
  const auto found = object.find("files");
  if (found == object.end()) return;
  for (const auto& [name, text] : found->items()) {
    if (text.is_string()) (*files)[name] = text.get<std::string>();
  }
}

void ReadArguments(const json& object, api::RunConfig* config) {
  config->argv.push_back(config->path);
  const auto found = object.find("argv");
  if (found == object.end()) return;
  for (const json& word : *found) {
    if (word.is_string()) config->argv.push_back(word.get<std::string>());
  }
}

}  // namespace

Request ParseRequest(std::string_view text) {
  Request request;
  const json object = json::parse(text, nullptr, false);
  if (!object.is_object()) {
    request.problem = "the request is not a JSON object";
    return request;
  }
  request.folder = TextOf(object, "cwd", request.folder);
  request.stdin_tty = FlagOf(object, "stdin_tty");
  request.stdout_tty = FlagOf(object, "stdout_tty");
  ReadFiles(object, &request.files);
  request.config.path = TextOf(object, "main", "main.py");
  ReadArguments(object, &request.config);
  const auto options = object.find("options");
  if (options != object.end()) request.problem = SetOptions(*options, &request.config);
  if (!request.problem.empty()) return request;
  const auto main = request.files.find(request.config.path);
  if (main == request.files.end()) {
    request.problem = "can't open file '" + request.folder + "/" + request.config.path +
                      "': [Errno 2] No such file or directory";
    return request;
  }
  request.config.source = main->second;
  SetDefaults(&request.config);
  return request;
}

}  // namespace heddle::wasm
