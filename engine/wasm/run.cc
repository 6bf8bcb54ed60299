#include "wasm/run.h"

#include <algorithm>
#include <chrono>
#include <thread>
#include <utility>

#include "wasm/folder.h"

namespace heddle::wasm {
namespace {

constexpr int kUsageStatus = 2;

}  // namespace

Run::Run(int32_t id, Request request, EventQueue& events, wasm::LibraryFile& library)
    : id_(id), request_(std::move(request)), events_(events), library_(library) {}

void Run::Execute() {
  if (!request_.problem.empty()) {
    events_.Post(EventKind::kOutput, id_, 2, "heddle: " + request_.problem + "\n");
    events_.Post(EventKind::kExit, id_, kUsageStatus);
    return;
  }
  const double time_limit_s = request_.config.time_limit_s;
  api::Machine* machine;
  {
    std::lock_guard lock(machine_mu_);
    machine_ = std::make_unique<api::Machine>(std::move(request_.config), *this);
    machine = machine_.get();
    if (stopped_.load()) machine->Stop();
  }
  std::thread watch;
  if (time_limit_s > 0) watch = std::thread([this, time_limit_s] { WatchTime(time_limit_s); });
  int status = machine->Run();
  Close();
  if (watch.joinable()) watch.join();
  if (timed_out_.load()) {
    status = api::kTimeLimitStatus;
    events_.Post(EventKind::kOutput, id_, 2, api::TimeLimitMessage(time_limit_s));
  }
  {
    std::lock_guard lock(machine_mu_);
    machine_.reset();
  }
  const std::string files = ChangedFiles(request_.folder, request_.files);
  if (!files.empty()) events_.Post(EventKind::kFiles, id_, 0, files);
  events_.Post(EventKind::kExit, id_, status);
}

void Run::WatchTime(double limit_s) {
  {
    std::unique_lock lock(mu_);
    const std::chrono::duration<double> limit(limit_s);
    if (changed_.wait_for(lock, limit, [this] { return closed_.load(); })) return;
  }
  timed_out_.store(true);
  Stop();
}

// Sends abandoned reads home and waits for them: they refer to the machine.
void Run::Close() {
  std::unique_lock lock(mu_);
  closed_.store(true);
  changed_.notify_all();
  library_.WakeWaiters();
  changed_.wait(lock, [this] { return readers_ == 0; });
}

void Run::AddInput(std::string_view bytes) {
  std::lock_guard lock(mu_);
  if (bytes.empty()) input_ended_ = true;
  input_.append(bytes);
  changed_.notify_all();
}

void Run::Stop() {
  stopped_.store(true);
  events_.WakeWriters();
  library_.WakeWaiters();
  std::lock_guard lock(machine_mu_);
  if (machine_) machine_->Stop();
}

int Run::Write(int fd, std::string_view bytes) {
  events_.Output(id_, fd, bytes, [this] { return !stopped_.load(); });
  return 0;
}

int64_t Run::Read(std::string* bytes, size_t limit) {
  std::unique_lock lock(mu_);
  ++readers_;
  const auto ready = [this] { return !input_.empty() || input_ended_ || closed_; };
  if (!ready()) {
    events_.Post(EventKind::kWantsInput, id_, 0);
    changed_.wait(lock, ready);
  }
  const size_t count = closed_ ? 0 : std::min(limit, input_.size());
  bytes->append(input_, 0, count);
  input_.erase(0, count);
  --readers_;
  changed_.notify_all();
  return static_cast<int64_t>(count);
}

std::string_view Run::LibraryFile(std::string* problem) {
  {
    std::lock_guard lock(mu_);
    ++readers_;
  }
  const std::string_view file =
      library_.Await([this] { return !stopped_.load() && !closed_.load(); }, problem);
  std::lock_guard lock(mu_);
  --readers_;
  changed_.notify_all();
  return file;
}

bool Run::IsTerminal(int fd) { return fd == 0 ? request_.stdin_tty : request_.stdout_tty; }

}  // namespace heddle::wasm
