#include "api/machine.h"

#include <fmt/format.h>

#include <algorithm>
#include <thread>

#include "compiler/compiler.h"
#include "lib/library.h"
#include "syntax/parser.h"
#include "vm/program.h"

namespace heddle::api {

namespace {

class HostAdapter final : public vm::Host {
 public:
  explicit HostAdapter(api::Host& host) : host_(host) {}
  int Write(int fd, std::string_view bytes) override { return host_.Write(fd, bytes); }
  int64_t Read(std::string* bytes, size_t limit) override { return host_.Read(bytes, limit); }
  bool IsTerminal(int fd) override { return host_.IsTerminal(fd); }
  std::string_view LibraryFile(std::string* problem) override { return host_.LibraryFile(problem); }
  bool HasLibraryFile() override { return host_.HasLibraryFile(); }

 private:
  api::Host& host_;
};

vm::ProgramOptions ToOptions(RunConfig config) {
  vm::ProgramOptions options;
  options.path = std::move(config.path);
  options.source = std::move(config.source);
  options.is_command = config.is_command;
  options.argv = std::move(config.argv);
  options.sched_name = config.sched;
  options.kind = config.sched == "parallel" ? sched::SchedulerKind::kParallel
                 : config.sched == "gil"    ? sched::SchedulerKind::kGil
                                            : sched::SchedulerKind::kControlled;
  options.policy = config.sched;
  options.workers = config.workers;
  options.quantum = config.quantum;
  options.seed = config.seed;
  options.has_seed = config.has_seed;
  options.virtual_clock = config.clock == "virtual";
  options.memory_limit = static_cast<size_t>(config.memory_limit_mib << 20);
  return options;
}

}  // namespace

struct Machine::Parts {
  Parts(RunConfig config, api::Host& host)
      : adapter(host), program(lib::Tables(), ToOptions(std::move(config)), adapter) {}
  HostAdapter adapter;
  vm::Program program;
};

std::string Validate(const RunConfig& config) {
  if (config.sched != "parallel" && config.sched != "gil" && config.sched != "rr" &&
      config.sched != "random") {
    return "unknown scheduler '" + config.sched + "'; there are parallel, gil, rr and random";
  }
  if (config.clock != "real" && config.clock != "virtual") {
    return "unknown clock '" + config.clock + "'; there are real and virtual";
  }
  if (config.quantum < 1) return "the quantum is a number of ticks, at least 1";
  if (config.workers > 1024) return "at most 1024 workers";
  return "";
}

Machine::Machine(RunConfig config, Host& host)
    : parts_(std::make_unique<Parts>(std::move(config), host)) {}
Machine::~Machine() = default;
int Machine::Run() { return parts_->program.Run(); }
void Machine::Stop() { parts_->program.Stop(); }
void Machine::Interrupt() { parts_->program.InterruptMain(); }

std::vector<Diagnostic> CheckSyntax(std::string_view source, std::string_view path) {
  syntax::ParseOptions options;
  options.filename = path;
  const syntax::ParseResult tree = syntax::Parse(source, options);
  std::vector<Diagnostic> found;
  const auto add = [&](const syntax::SyntaxError& error) {
    static const char* const kNames[] = {"SyntaxError", "IndentationError", "TabError",
                                         "MemoryError", "RecursionError"};
    found.push_back({error.message, kNames[static_cast<int>(error.kind)], error.line, error.column,
                     error.end_line, error.end_column});
  };
  const auto add_warning = [&](const syntax::SyntaxWarning& warning) {
    const auto count = [](uint32_t n) { return static_cast<int>(n); };
    const syntax::SourceSpan& at = warning.span;
    found.push_back({warning.message, "SyntaxWarning", count(at.line), count(at.col) + 1,
                     count(at.end_line), count(std::max(at.end_col, at.col + 1)) + 1});
  };
  for (const auto& warning : tree.warnings) add_warning(warning);
  if (!tree.ok()) {
    add(*tree.error);
    return found;
  }
  compiler::CompileOptions compile;
  compile.filename = path;
  compile.source = source;
  const compiler::CompileResult result = compiler::Compile(tree, compile);
  for (const auto& warning : result.warnings) add_warning(warning);
  if (!result.ok()) add(*result.error);
  return found;
}

std::string TimeLimitMessage(double seconds) {
  return fmt::format("heddle: stopped: the time limit of {:g} s is over\n", seconds);
}

const char* Version() { return "0.1.0"; }

bool IsLibraryFile(std::string_view bytes) { return lib::IsLibraryFile(bytes); }

}  // namespace heddle::api
