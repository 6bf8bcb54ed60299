// The program `heddle`.
#include <errno.h>
#include <signal.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iostream>
#include <iterator>
#include <mutex>
#include <thread>
#include <utility>

#include "api/machine.h"

namespace {

using heddle::api::Machine;
using heddle::api::RunConfig;

// Standard output that is no terminal is written in blocks, as CPython does; writing nothing
// completes it.
class TerminalHost final : public heddle::api::Host {
 public:
  int Write(int fd, std::string_view bytes) override {
    constexpr size_t kBlock = 8192;
    std::lock_guard lock(mu_);
    if (fd != 1 || output_is_terminal_) return WriteAll(fd, bytes);
    pending_.append(bytes);
    if (!bytes.empty() && pending_.size() < kBlock) return 0;
    const int error = WriteAll(fd, pending_);
    pending_.clear();
    return error;
  }

  int64_t Read(std::string* bytes, size_t limit) override {
    std::string buffer(limit, '\0');
    ssize_t n;
    do {
      n = ::read(0, buffer.data(), limit);
    } while (n < 0 && errno == EINTR);
    if (n > 0) bytes->append(buffer.data(), static_cast<size_t>(n));
    return n;
  }

  bool IsTerminal(int fd) override { return ::isatty(fd) != 0; }

  // Completes standard output, unless somebody is stuck in writing it.
  void TryFlush() {
    const std::unique_lock lock(mu_, std::try_to_lock);
    if (lock.owns_lock()) (void)WriteAll(1, std::exchange(pending_, {}));
  }

 private:
  int WriteAll(int fd, std::string_view bytes) {
    while (!bytes.empty()) {
      const ssize_t n = ::write(fd, bytes.data(), bytes.size());
      if (n < 0 && errno == EINTR) continue;
      if (n < 0) return errno;
      bytes.remove_prefix(static_cast<size_t>(n));
    }
    return 0;
  }

  const bool output_is_terminal_ = ::isatty(1) != 0;
  std::mutex mu_;
  std::string pending_;  // of standard output
};

// Waits for Ctrl-C on a thread of its own, so that no signal handler touches the engine. The
// program may do with one what it likes, and is often pressed for a second before it has; the third
// ends the run.
class InterruptWatcher {
 public:
  explicit InterruptWatcher(Machine& machine) {
    sigemptyset(&signals_);
    sigaddset(&signals_, SIGINT);
    pthread_sigmask(SIG_BLOCK, &signals_, nullptr);
    std::thread([this, &machine] {
      for (;;) {
        int signal = 0;
        sigwait(&signals_, &signal);
        if (count_.fetch_add(1) < kLast) {
          machine.Interrupt();
        } else {
          machine.Stop();
        }
      }
    }).detach();
  }

  // Ends the process as the signal does, so that whoever started it knows. To be called after a run
  // that ended with KeyboardInterrupt; returns if there was no signal.
  void DieOfSignal() const {
    if (count_.load() == 0) return;
    signal(SIGINT, SIG_DFL);
    pthread_sigmask(SIG_UNBLOCK, &signals_, nullptr);
    raise(SIGINT);
  }

 private:
  static constexpr int kLast = 2;
  sigset_t signals_;
  std::atomic<int> count_{0};
};

constexpr int kInterruptStatus = 130;

// Stops a run that takes too long. A thread in the midst of one long operation (a power with
// millions of digits) does not notice; then the process ends without it.
class TimeLimit {
 public:
  TimeLimit(Machine& machine, TerminalHost& host, double seconds) : seconds_(seconds) {
    if (seconds <= 0) return;
    std::thread([this, &machine, &host] {
      std::this_thread::sleep_for(std::chrono::duration<double>(seconds_));
      is_over_.store(true);
      machine.Stop();
      std::this_thread::sleep_for(kPatience);
      host.TryFlush();
      Report();
      _exit(heddle::api::kTimeLimitStatus);
    }).detach();
  }
  bool is_over() const { return is_over_.load(); }
  void Report() {
    if (reported_.exchange(true)) return;
    std::fputs(heddle::api::TimeLimitMessage(seconds_).c_str(), stderr);
  }

 private:
  static constexpr std::chrono::milliseconds kPatience{500};
  const double seconds_;
  std::atomic<bool> is_over_{false};
  std::atomic<bool> reported_{false};
};

bool ReadFile(const std::string& path, std::string* text) {
  if (path == "-") {
    text->assign(std::istreambuf_iterator<char>(std::cin), {});
    return true;
  }
  std::ifstream in(path, std::ios::binary);
  if (!in) return false;
  text->assign(std::istreambuf_iterator<char>(in), {});
  return !in.bad();
}

int Main(int argc, char** argv) {
  CLI::App app{"Runs concurrent Python programs on all cores, or on one exact schedule."};
  app.name("heddle");
  RunConfig config;
  std::string command;
  std::vector<std::string> rest;
  app.set_version_flag("--version", std::string("heddle ") + heddle::api::Version());
  app.add_option("--sched", config.sched, "parallel, gil, rr or random")->capture_default_str();
  app.add_option("--workers", config.workers, "OS threads that run Python threads (0: all cores)");
  app.add_option("--quantum", config.quantum, "ticks of a time slice under rr");
  auto* const seed = app.add_option("--seed", config.seed, "of the random schedule");
  app.add_option("--clock", config.clock, "real, or virtual: sleeping takes no time");
  app.add_option("--memory-limit", config.memory_limit_mib, "MiB; MemoryError beyond it");
  app.add_option("--time-limit", config.time_limit_s,
                 "seconds; then the run is stopped, with status 124");
  auto* const code = app.add_option("-c", command, "a program given as a string");
  app.add_option("FILE", rest, "the program, then its arguments; - is standard input");
  app.positionals_at_end(false);
  app.prefix_command();

  // Options end where the program begins: what follows belongs to it.
  int own = 1;
  while (own < argc && argv[own][0] == '-' && argv[own][1] != '\0') {
    const std::string option = argv[own++];
    if (option == "-c") {
      ++own;
      break;
    }
    const bool has_value = option.find('=') == std::string::npos && option != "--version" &&
                           option != "--help" && option != "-h";
    if (has_value) ++own;
  }
  own = std::min(own, argc);
  std::vector<std::string> options(argv + 1, argv + own);
  std::reverse(options.begin(), options.end());
  try {
    app.parse(options);
  } catch (const CLI::ParseError& error) {
    const int status = app.exit(error);
    return status == 0 ? 0 : 2;
  }
  rest.assign(argv + own, argv + argc);
  config.has_seed = seed->count() != 0;

  if (code->count() != 0) {
    config.is_command = true;
    config.source = command + "\n";
    config.argv.push_back("-c");
  } else if (!rest.empty()) {
    config.path = rest[0];
    if (!ReadFile(config.path, &config.source)) {
      std::fprintf(stderr, "heddle: can't open file '%s': %s\n", config.path.c_str(),
                   std::strerror(errno));
      return 2;
    }
    if (config.path == "-") config.path = "<stdin>";
    config.argv.push_back(rest[0]);
    rest.erase(rest.begin());
  } else {
    std::fputs(app.help().c_str(), stderr);
    return 2;
  }
  config.argv.insert(config.argv.end(), rest.begin(), rest.end());
  const std::string problem = heddle::api::Validate(config);
  if (!problem.empty()) {
    std::fprintf(stderr, "heddle: %s\n", problem.c_str());
    return 2;
  }

  static TerminalHost host;
  signal(SIGPIPE, SIG_IGN);
  int status;
  {
    Machine machine(config, host);
    const InterruptWatcher watcher(machine);
    TimeLimit limit(machine, host, config.time_limit_s);
    status = machine.Run();
    host.Write(1, {});
    if (limit.is_over()) {
      limit.Report();
      status = heddle::api::kTimeLimitStatus;
    } else if (status == kInterruptStatus) {
      watcher.DieOfSignal();
    }
    // Threads that the run has left behind (a read of the terminal) end with the process.
    std::fflush(nullptr);
    _exit(status);
  }
}

}  // namespace

int main(int argc, char** argv) { return Main(argc, argv); }
