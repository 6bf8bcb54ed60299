// Running a Python program: the engine's public face, for the command line, the page and tests.
//
//   api::RunConfig config;
//   config.path = "hello.py";
//   config.source = text;
//   api::Machine machine(config, host);
//   int status = machine.Run();
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace heddle::api {

// Where a program's input comes from and its output goes. Methods may be called by several OS
// threads at once.
class Host {
 public:
  virtual ~Host() = default;
  // Writes all of `bytes` to standard output (1) or error (2) as one piece; returns 0 or an errno.
  virtual int Write(int fd, std::string_view bytes) = 0;
  // Blocks until standard input has something; appends at most `limit` bytes. Returns their number,
  // 0 at the end, -1 on error.
  virtual int64_t Read(std::string* bytes, size_t limit) = 0;
  virtual bool IsTerminal(int fd) = 0;
  // The library file that was built with an engine that does not carry the whole library. Blocks
  // until it is there; empty, with a sentence for the user, when it cannot be had. It outlives the
  // machine.
  virtual std::string_view LibraryFile(std::string* problem) {
    *problem = "the library file is missing";
    return {};
  }
  // Whether LibraryFile() would return it at once.
  virtual bool HasLibraryFile() { return false; }
};

struct RunConfig {
  std::string path = "<string>";  // as the program and its tracebacks show it
  std::string source;             // UTF-8
  bool is_command = false;        // -c: __main__ has no __file__
  std::vector<std::string> argv;  // sys.argv; argv[0] as Python sets it

  std::string sched = "parallel";  // parallel, gil, rr, random
  uint32_t workers = 0;            // 0: as many as there are processors
  int64_t quantum = 100;           // ticks of rr
  uint64_t seed = 0;
  bool has_seed = false;
  std::string clock = "real";     // real, virtual
  uint64_t memory_limit_mib = 0;  // 0: none
  double time_limit_s = 0;        // 0: none; the host calls Stop() then
};

// How a run ends that its host has stopped because of time_limit_s, and what is said of it.
inline constexpr int kTimeLimitStatus = 124;  // as timeout(1)
std::string TimeLimitMessage(double seconds);

// What is wrong with a configuration, in a sentence for the user; empty if nothing is.
std::string Validate(const RunConfig& config);

// One run of one program. Machines share nothing and may run side by side.
class Machine {
 public:
  // REQUIRES: Validate(config) is empty. `host` outlives the machine.
  Machine(RunConfig config, Host& host);
  ~Machine();

  // Runs the program to its end, on the calling thread and others; returns its exit status, or 130
  // after Stop(). Call once.
  int Run();
  // Ends the run; any OS thread.
  void Stop();
  // KeyboardInterrupt in the main thread; any OS thread.
  void Interrupt();

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

// Problems of a source text, for an editor.
struct Diagnostic {
  std::string message;
  std::string kind;                        // "SyntaxError", …, "SyntaxWarning"
  int line, column, end_line, end_column;  // counted from 1; the end is exclusive
};
std::vector<Diagnostic> CheckSyntax(std::string_view source, std::string_view path);

const char* Version();

// Whether `bytes` are the library file that belongs to this engine.
bool IsLibraryFile(std::string_view bytes);

}  // namespace heddle::api
