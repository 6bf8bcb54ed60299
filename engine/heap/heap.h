// The heap of one Process: allocation and a precise, non-moving, tracing mark-and-sweep collector.
//
// Memory comes in 64 KiB blocks of equal cells (16 to 8192 bytes); what is larger has a block of
// its own, which is kept for a while when freed, for the next one of its size. Each
// worker allocates from its own Allocator without synchronisation. Allocation never collects: when
// enough has been allocated it sets the `collect wanted` flag, and the worker that sees it at its
// next safepoint stops the world and calls Collect(). So C++ code may hold plain pointers to
// objects between two safepoints; roots are only what the RootVisitor reports (frames, the
// process's tables), never a C stack.
//
// Marking is precise: a table of trace functions, one per Kind, reports the slots of an object.
// Sweeping is lazy: a block is swept by the worker that next allocates from it, or before the next
// collection begins.
//
// Memory limit: an allocation beyond the limit still succeeds, but asks for a collection; the VM
// raises MemoryError at the next safepoint when that has not helped. A single request larger than
// the whole limit fails at once: AllocateOrNull returns null. A native that gathers more and more
// has no safepoint: it ends when NativesMustEnd().
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <functional>
#include <memory>
#include <mutex>
#include <span>
#include <vector>

#include "heap/object_lock.h"
#include "heap/value.h"

namespace heddle::heap {

class Heap;
class Marker;
struct Block;

// Reports the outgoing references of one object through `marker`.
using TraceFn = void (*)(Object* object, size_t cell_bytes, Marker& marker);
// Called while the world is stopped for each dead object with kFinalize, before its memory is
// reused. Must not allocate from the heap nor touch other objects.
using FinalizeFn = void (*)(Object* object);

struct KindTable {
  std::array<TraceFn, size_t(Kind::kCount)> trace{};
  std::array<FinalizeFn, size_t(Kind::kCount)> finalize{};
};

class Marker {
 public:
  void Visit(Value v) {
    if (v.IsObject()) Visit(v.object());
  }
  void Visit(const Slot& slot) { Visit(slot.LoadQuiescent()); }
  void Visit(Object* object) {
    if (object != nullptr && object->mark != epoch_) Push(object);
  }
  // A range of slots, as found in arrays.
  void Visit(const Slot* first, size_t count) {
    constexpr size_t kAhead = 8;  // what is that far in front is fetched into the cache
    for (size_t i = 0; i < count; ++i) {
      if (i + kAhead < count) __builtin_prefetch(first[i + kAhead].LoadQuiescent().object());
      Visit(first[i].LoadQuiescent());
    }
  }
  bool IsMarked(const Object* object) const { return object->mark == epoch_; }
  // To be called by the trace function of weak references: remembered, and handed to the heap's
  // weak callback once marking is done.
  void AddWeak(Object* object) {
    if (children_ == nullptr) weak_.push_back(object);
  }

 private:
  friend class Heap;
  explicit Marker(uint8_t epoch) : epoch_(epoch) {}
  void Push(Object* object);

  uint8_t epoch_;
  std::vector<Object*> stack_;
  std::vector<Object*> weak_;
  std::vector<Object*>* children_ = nullptr;  // not null: nothing is marked, they go here
};

inline constexpr size_t kGranule = 16;
inline constexpr size_t kMaxSmall = 8192;

// Size classes: every 16 bytes to 256, then four per doubling.
inline constexpr size_t kSizeClasses = 16 + 4 * 5;
inline constexpr auto kClassSizes = [] {
  std::array<uint16_t, kSizeClasses> sizes{};
  size_t n = 0;
  for (size_t s = 16; s <= 256; s += 16) sizes[n++] = static_cast<uint16_t>(s);
  for (size_t base = 256; base < kMaxSmall; base *= 2) {
    for (size_t i = 1; i <= 4; ++i) sizes[n++] = static_cast<uint16_t>(base + base / 4 * i);
  }
  return sizes;
}();
inline constexpr auto kClassOfGranules = [] {
  std::array<uint8_t, kMaxSmall / kGranule + 1> of{};
  size_t c = 0;
  for (size_t g = 0; g < of.size(); ++g) {
    while (kClassSizes[c] < g * kGranule) ++c;
    of[g] = static_cast<uint8_t>(c);
  }
  return of;
}();
constexpr size_t RoundToGranule(size_t bytes) { return (bytes + kGranule - 1) & ~(kGranule - 1); }
constexpr size_t ClassOf(size_t bytes) {
  return kClassOfGranules[(bytes + kGranule - 1) / kGranule];
}

// Allocates for one worker. Owner: the worker that is running the process; not thread safe.
class Allocator {
 public:
  explicit Allocator(Heap& heap);
  ~Allocator();
  Allocator(const Allocator&) = delete;
  Allocator& operator=(const Allocator&) = delete;

  // Zeroed memory for an object of `bytes` bytes, with kind, mark and type set (the type that
  // SetTypeOfKind gave for the kind). Never null; see "Memory limit" above.
  Object* Allocate(Kind kind, size_t bytes) { return AllocateUnfilled(kind, bytes, bytes); }
  // The same, but only the first `head` bytes are zeroed: the caller fills the others, and no
  // collection may come before it has. REQUIRES: sizeof(Object) <= head <= bytes.
  Object* AllocateUnfilled(Kind kind, size_t bytes, size_t head);
  // As Allocate, or null when `bytes` is more than the limit, or than the system has.
  Object* AllocateOrNull(Kind kind, size_t bytes);
  template <typename T>
  T* New(Kind kind, size_t extra_bytes) {
    return static_cast<T*>(Allocate(kind, sizeof(T) + extra_bytes));
  }
  template <typename T>
  T* New(Kind kind) {
    constexpr size_t kBytes = RoundToGranule(sizeof(T)), kClass = ClassOf(kBytes);
    FreeCell* const cell = free_[kClass];
    if (cell == nullptr) [[unlikely]]
      return static_cast<T*>(Allocate(kind, kBytes));
    free_[kClass] = cell->next;
    std::memset(static_cast<void*>(cell), 0, kBytes);
    return static_cast<T*>(Begin(reinterpret_cast<Object*>(cell), kind));
  }

  Heap& heap() { return heap_; }
  const Locking& locking() const;
  // As Heap::RegisterMortal, without a lock.
  void RegisterMortal(Object* object) { mortals_.push_back(object); }

 private:
  friend class Heap;
  struct FreeCell {
    FreeCell* next;
  };
  Object* Begin(Object* object, Kind kind) {
    object->type.Store(types_[size_t(kind)]);
    object->kind = kind;
    object->mark = epoch_;
    return object;
  }

  Heap& heap_;
  Type* const* types_;
  uint8_t epoch_;  // the heap's
  std::array<FreeCell*, kSizeClasses> free_{};
  std::vector<Object*> mortals_;  // that the heap has not been told of
};

class Heap {
 public:
  explicit Heap(const KindTable& kinds);
  ~Heap();
  Heap(const Heap&) = delete;
  Heap& operator=(const Heap&) = delete;

  void SetTypeOfKind(Kind kind, Type* type) { types_[size_t(kind)] = type; }
  Type* TypeOfKind(Kind kind) const { return types_[size_t(kind)]; }

  // 0 is no limit.
  void SetMemoryLimit(size_t bytes) { limit_ = bytes; }

  // Natives that take item after item are to give up, because they have gone far beyond the memory
  // limit (until the next collection) or because the program is to end (from EndNatives on).
  bool NativesMustEnd() const { return natives_must_end_.load(std::memory_order_relaxed); }
  void EndNatives() {
    ending_.store(true, std::memory_order_relaxed);
    natives_must_end_.store(true, std::memory_order_relaxed);
  }

  // True when the workers should stop for a collection. Polled through the flag that
  // `on_collect_wanted` raises (called at most once per collection, from any worker; here, if a
  // collection is due already).
  void SetCollectWanted(std::function<void()> on_collect_wanted);

  // What the owner of the heap contributes to a collection; all but visit_roots may be empty.
  struct Collection {
    std::function<void(Marker&)> visit_roots;
    // Whether Python code still has to hear of the death of an object given to RegisterMortal.
    std::function<bool(Object*)> matters;
    // Objects given to RegisterMortal that nobody refers to any more, in the order in which
    // reference counting would have freed them. They and what they refer to live on until the next
    // collection; they are not registered any more.
    std::function<void(std::span<Object* const> dying)> on_dying;
    std::function<void(std::span<Object*> weak, const Marker&)> on_weak;
    // What the program let go of lately, if that is known: where the order of dying begins.
    std::span<Object* const> dropped;
  };
  // Marks from the roots, clears weak references, finalises, and leaves sweeping to the allocators.
  // REQUIRES: the world is stopped; every Allocator of this heap is quiescent.
  void Collect(const Collection& collection);

  size_t AllocatedBytes() const;  // cells handed out and not yet known to be dead
  size_t LiveBytesAtLastCollection() const { return live_bytes_; }
  uint64_t collections() const { return collections_; }

  // The finalizer of the object's kind runs when the object is found dead, and at the heap's end.
  void RegisterFinalizable(Object* object);

  // Python code is to run when nobody refers to the object any more. Registration ends with that.
  void RegisterMortal(Object* object);
  // All that are registered, those that can be reached from `root` first and breadth-first, and are
  // so no more. REQUIRES: the world is stopped.
  std::vector<Object*> TakeMortals(Object* root);
  size_t mortal_count() const { return mortal_count_.load(std::memory_order_relaxed); }
  // Objects that the last collection found alive.
  size_t LiveObjectsAtLastCollection() const { return live_objects_; }

  // Calls `visit` for every live object. REQUIRES: the world is stopped.
  void ForEachObject(const std::function<void(Object*)>& visit);

  Locking& locking() { return locking_; }
  const Locking& locking() const { return locking_; }

 private:
  friend class Allocator;
  // What the allocators have registered. REQUIRES: mu_ is held, the world is stopped.
  void GatherMortals();
  Allocator::FreeCell* TakeCells(size_t size_class);  // the free cells of a block, at least one
  Block* PopUnswept(size_t size_class);
  Block* NewBlock(size_t size_class);
  Object* AllocateLarge(Kind kind, size_t bytes, size_t head, bool may_fail);
  Block* TakeFreedLarge(size_t large_class);
  void Account(size_t bytes);
  void SweepAll();
  void SweepBlock(Block* block);
  Allocator::FreeCell* SweepAndThread(Block* block, size_t* free_cells);
  void SweepLarge();
  size_t CellBytes(Object* object) const;
  template <typename F>
  void EraseUnmarked(std::vector<Object*>* objects, F on_dead) const;
  void Drain(Marker& marker);
  std::vector<Object*> ChildrenOf(Object* object, Marker& marker) const;
  std::vector<Object*> InOrderOfDeath(std::vector<Object*> dying, std::span<Object* const> dropped,
                                      Marker& marker) const;

  const KindTable& kinds_;
  std::array<Type*, size_t(Kind::kCount)> types_{};
  Locking locking_;
  uint8_t epoch_ = 1;  // mark of live objects; written with the world stopped

  std::mutex mu_;  // guards everything down to the end of the class
  std::array<std::vector<Block*>, kSizeClasses> unswept_, all_;
  static constexpr size_t kLargeClasses = 80;
  std::vector<Block*> large_;
  std::array<std::vector<Block*>, kLargeClasses> freed_large_;
  std::vector<Block*> free_blocks_;
  std::vector<char*> chunks_;
  std::vector<Object*> finalizable_;
  std::vector<Object*> mortals_;  // in the order of their registration
  std::atomic<size_t> mortal_count_{0};
  std::vector<Allocator*> allocators_;
  std::function<void()> on_collect_wanted_;
  std::atomic<size_t> allocated_{0};
  std::atomic<bool> collect_requested_{false};
  // Relaxed: nothing is read because of them.
  std::atomic<bool> natives_must_end_{false}, ending_{false};
  size_t threshold_;
  size_t live_bytes_ = 0;
  size_t live_objects_ = 0;
  size_t limit_ = 0;
  uint64_t collections_ = 0;
};

}  // namespace heddle::heap
