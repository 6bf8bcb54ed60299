#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <mutex>

#include "base/thread_annotations.h"

namespace heddle::base {

// The order in which mutexes may be taken: a thread that holds one of rank r may
// only take ranks greater than r. Checked in debug builds. None of them is ever
// held while Python code runs.
enum class Rank : uint8_t {
  kMachine = 0,
  kProcess,
  kWorld,  // Stop-the-world bookkeeping.
  kHeap,
  kObject,  // Per-object locks of lists, dicts, classes.
  kSync,    // A WaitQueue and the primitive around it.
  kHostCalls,
  kTimers,
  kIdle,
  kRunQueue,
  kTrace,
  kLeaf,  // Nothing is taken while it is held.
};

// Rank bookkeeping of the calling OS thread; no-ops when NDEBUG is defined.
#ifdef NDEBUG
inline void NoteAcquire(Rank) {}
inline void NoteRelease(Rank) {}
#else
void NoteAcquire(Rank rank);
void NoteRelease(Rank rank);
#endif

// Blocks the OS thread. For bookkeeping that may wait a little longer.
class CAPABILITY("mutex") Mutex {
 public:
  explicit Mutex(Rank rank) : rank_(rank) {}
  Mutex(const Mutex&) = delete;
  Mutex& operator=(const Mutex&) = delete;

  void Lock() ACQUIRE() {
    NoteAcquire(rank_);
    mu_.lock();
  }
  void Unlock() RELEASE() {
    mu_.unlock();
    NoteRelease(rank_);
  }

 private:
  friend class CondVar;
  std::mutex mu_;
  const Rank rank_;
};

// Four bytes, spins; for critical sections of some tens of instructions. It never
// allocates and may be embedded in every Python lock.
class CAPABILITY("mutex") SpinMutex {
 public:
  explicit SpinMutex(Rank rank) : rank_(rank) {}
  SpinMutex(const SpinMutex&) = delete;
  SpinMutex& operator=(const SpinMutex&) = delete;

  void Lock() ACQUIRE() {
    NoteAcquire(rank_);
    // Acquire: pairs with the release in Unlock().
    if (held_.exchange(true, std::memory_order_acquire)) LockSlow();
  }
  void Unlock() RELEASE() {
    // Release: pairs with the acquire in Lock() and LockSlow().
    held_.store(false, std::memory_order_release);
    NoteRelease(rank_);
  }

 private:
  void LockSlow();

  std::atomic<bool> held_{false};
  const Rank rank_;
};

template <typename M>
class SCOPED_CAPABILITY Guard {
 public:
  explicit Guard(M& mu) ACQUIRE(mu) : mu_(mu) { mu_.Lock(); }
  ~Guard() RELEASE() { mu_.Unlock(); }
  Guard(const Guard&) = delete;
  Guard& operator=(const Guard&) = delete;

 private:
  M& mu_;
};

using MutexLock = Guard<Mutex>;
using SpinLock = Guard<SpinMutex>;

class CondVar {
 public:
  // May wake without cause.
  void Wait(Mutex& mu) REQUIRES(mu) {
    std::unique_lock<std::mutex> lock(mu.mu_, std::adopt_lock);
    cv_.wait(lock);
    lock.release();
  }
  void NotifyOne() { cv_.notify_one(); }
  void NotifyAll() { cv_.notify_all(); }

 private:
  std::condition_variable cv_;
};

// Tells the core that this is a spin-wait loop.
inline void CpuRelax() {
#if defined(__x86_64__) || defined(__i386__)
  __builtin_ia32_pause();
#elif defined(__aarch64__)
  asm volatile("yield");
#endif
}

}  // namespace heddle::base
