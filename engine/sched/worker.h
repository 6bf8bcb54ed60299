#pragma once

#include <atomic>
#include <cstdint>

#include "sched/fiber.h"

namespace heddle::sched {

// Why a worker should leave its fast path. Several may be set at once.
enum InterruptBits : uint32_t {
  kSlice = 1,    // The time slice is over.
  kCollect = 2,  // Somebody wants to stop the world.
  kStop = 4,     // The run ends.
  kSwitch = 8,   // An unparked fiber waits for this worker to give way.
  kSignal = 16,  // For the VM; the scheduler only delivers it.
  kWarmUp = 32,  // The worker's first safepoints are counted.
};

// An OS thread that runs fibers.
//
// The VM polls interrupted() at its safepoints (backward jumps, calls) and, when it
// is set, saves its state and calls Safepoint(). In the controlled instantiation of
// its loop it also calls Tick() at each scheduling point.
class Worker {
 public:
  Worker(Scheduler& scheduler, uint32_t index) : scheduler_(scheduler), index_(index) {}
  virtual ~Worker() = default;
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;

  // One load. In wasm an atomic load costs like a fence, and a plain aligned one
  // of a word is never torn: any bit seen late is seen at a later safepoint.
  bool interrupted() const {
#if defined(__EMSCRIPTEN__)
    return *reinterpret_cast<const volatile uint32_t*>(&interrupt_) != 0;
#else
    return interrupt_.load(std::memory_order_relaxed) != 0;
#endif
  }
  uint32_t interrupt_bits() const { return interrupt_.load(std::memory_order_relaxed); }

  // Lets a stop-the-world happen. Returns whether Run() must return kYield now
  // (or kParked, where it was about to).
  bool Safepoint();

  // Sets or clears bits; any thread.
  void Interrupt(uint32_t bits) { interrupt_.fetch_or(bits, std::memory_order_relaxed); }
  void ClearInterrupt(uint32_t bits) { interrupt_.fetch_and(~bits, std::memory_order_relaxed); }

  // Counts one scheduling point of a controlled run. Returns true when the policy
  // wants to choose again: save the state and return kYield. The fiber goes on after
  // this point; with a quantum of 1 it would never get past it otherwise.
  bool Tick() { return --budget_ <= 0; }
  int64_t budget() const { return budget_; }

  // A detached worker may not touch the heap and is not waited for by a
  // stop-the-world. Around host calls that may block for long.
  void Detach();
  void Attach();

  Scheduler& scheduler() const { return scheduler_; }
  uint32_t index() const { return index_; }
  Fiber* current() const { return current_; }

  // The VM's own data of this worker.
  void* context = nullptr;

 protected:
  friend class Scheduler;
  friend class ControlledScheduler;

  // A worker-kind specific answer to kSwitch and kWarmUp; called by Safepoint().
  virtual void OnSafepoint(uint32_t bits) { ClearInterrupt(bits & (kSwitch | kWarmUp)); }

  Scheduler& scheduler_;
  const uint32_t index_;
  std::atomic<uint32_t> interrupt_{0};
  int64_t budget_ = 0;
  Fiber* current_ = nullptr;
};

// Detaches the worker for a scope.
class DetachedScope {
 public:
  explicit DetachedScope(Worker& worker) : worker_(worker) { worker_.Detach(); }
  ~DetachedScope() { worker_.Attach(); }
  DetachedScope(const DetachedScope&) = delete;
  DetachedScope& operator=(const DetachedScope&) = delete;

 private:
  Worker& worker_;
};

}  // namespace heddle::sched
