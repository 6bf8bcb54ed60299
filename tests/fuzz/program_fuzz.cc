// libFuzzer: no program makes the engine crash. Runs are deterministic and bounded: one OS thread,
// a virtual clock, little memory, and an end after a while whatever they do.
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

#include "api/machine.h"

namespace {

using namespace std::chrono_literals;

constexpr auto kLongest = 500ms;
constexpr uint64_t kMemoryMib = 64;

// Nobody reads what the program writes, and it has nothing to read.
class Nobody final : public heddle::api::Host {
 public:
  int Write(int, std::string_view) override { return 0; }
  int64_t Read(std::string*, size_t) override { return 0; }
  bool IsTerminal(int) override { return false; }
};

// Stops the machine unless it is done before.
class Watchdog {
 public:
  explicit Watchdog(heddle::api::Machine& machine)
      : thread_([this, &machine] {
          std::unique_lock lock(mu_);
          if (!changed_.wait_for(lock, kLongest, [this] { return done_; })) machine.Stop();
        }) {}
  ~Watchdog() {
    {
      std::lock_guard lock(mu_);
      done_ = true;
    }
    changed_.notify_one();
    thread_.join();
  }

 private:
  std::mutex mu_;
  std::condition_variable changed_;
  bool done_ = false;  // guarded by mu_
  std::thread thread_;
};

// A program under test must not touch the machine that it is tested on.
bool TouchesFiles(std::string_view source) {
  for (const std::string_view name : {"open", "os", "io", "path", "shutil", "tempfile", "exec",
                                      "eval", "import", "signal", "posix", "input"}) {
    if (source.find(name) != std::string_view::npos) return true;
  }
  return false;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view source(reinterpret_cast<const char*>(data), size);
  if (TouchesFiles(source)) return -1;
  heddle::api::RunConfig config;
  config.source = source;
  config.is_command = true;
  config.sched = "random";
  config.clock = "virtual";
  config.seed = 1;
  config.has_seed = true;
  config.memory_limit_mib = kMemoryMib;
  Nobody host;
  heddle::api::Machine machine(std::move(config), host);
  const Watchdog watchdog(machine);
  machine.Run();
  return 0;
}
