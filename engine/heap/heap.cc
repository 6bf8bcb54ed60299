#include "heap/heap.h"

#include <algorithm>
#include <bit>
#include <cstdlib>
#include <new>
#include <unordered_map>
#include <unordered_set>

#include "base/check.h"
#include "base/sanitizers.h"
#include "platform/memory.h"

namespace heddle::heap {

namespace {

constexpr size_t kBlockBytes = 64 * 1024;
constexpr size_t kChunkBlocks = platform::kChunkBytes / kBlockBytes;
constexpr bool kSanitized = base::kAddressSanitizer || base::kThreadSanitizer;
// The least that is allocated between two collections: what marking the library's own objects costs
// is spread over it. Less where memory is dearer.
constexpr size_t kMinThreshold = kSanitized ? 512 << 10 : sizeof(void*) == 4 ? 12 << 20 : 24 << 20;

// How far beyond the limit a native may go: most of that may be garbage, which only a collection
// could tell. Where pointers are short, so is memory.
constexpr size_t kMostBeyondLimit = sizeof(void*) == 4 ? size_t{256} << 20 : SIZE_MAX / 4;

// Large blocks come in eight sizes per doubling, so that a freed one fits the next of about its
// size; from kMaxLargeClass bytes on they are given back at once.
constexpr size_t kMaxLargeClass = size_t{8} << 20;

// Most objects are small: a call of memset would cost more than what it does.
inline void ZeroHead(char* cell, size_t head) {
  if (head > 4 * kGranule) {
    std::memset(cell, 0, RoundToGranule(head));
    return;
  }
  std::memset(cell, 0, kGranule);
  if (head > kGranule) std::memset(cell + kGranule, 0, kGranule);
  if (head > 2 * kGranule) std::memset(cell + 2 * kGranule, 0, kGranule);
  if (head > 3 * kGranule) std::memset(cell + 3 * kGranule, 0, kGranule);
}

size_t LargeClassOf(size_t bytes) {
  const int top = std::bit_width(bytes - 1) - 1;
  const auto eighth = static_cast<size_t>((bytes - 1) >> (top - 3) & 7);
  return (static_cast<size_t>(top) - 13) * 8 + eighth;
}
size_t LargeClassBytes(size_t large_class) {
  const size_t top = large_class / 8 + 13;
  return (size_t{9} + large_class % 8) << (top - 3);
}

}  // namespace

// At the start of every 64 KiB block; a large object follows a Block of its own directly.
struct alignas(16) Block {
  uint32_t cell_bytes;
  uint32_t cell_count;
  size_t large_bytes;  // 0 unless this block holds one large object
  bool swept;
  bool fresh;  // its cells have never been in use, and hold anything

  // The body of a free cell; its header says that it is free.
  void Poison(size_t i) {
    const size_t bytes = large_bytes != 0 ? large_bytes : cell_bytes;
    base::PoisonMemory(cells() + i * cell_bytes + sizeof(Object), bytes - sizeof(Object));
  }

  char* cells() { return reinterpret_cast<char*>(this + 1); }
  Object* at(size_t i) { return reinterpret_cast<Object*>(cells() + i * cell_bytes); }
};

// The free list of a block lives in its cells: a free cell is an Object of Kind::kFree whose next
// one stands where its type would. A cell may be no larger than the header.
namespace {
struct FreeObject : Object {
  FreeObject* next() const { return reinterpret_cast<FreeObject*>(type.Load()); }
  void set_next(FreeObject* cell) { type.Store(reinterpret_cast<Type*>(cell)); }
};
}  // namespace

void ObjectLock::Spin() {
  for (int spins = 0;; ++spins) {
    while (object_->lock.load(std::memory_order_relaxed) != 0) {
#if defined(__x86_64__)
      __builtin_ia32_pause();
#endif
    }
    if (object_->lock.exchange(1, std::memory_order_acquire) == 0) return;
  }
}

void Marker::Push(Object* object) {
  if constexpr (kSanitized) CHECK(object->kind != Kind::kFree) << "a reference to freed memory";
  if (children_ != nullptr) {
    children_->push_back(object);
    return;
  }
  object->mark = epoch_;
  stack_.push_back(object);
}

Allocator::Allocator(Heap& heap) : heap_(heap), types_(heap.types_.data()) {
  std::lock_guard lock(heap_.mu_);
  epoch_ = heap_.epoch_;
  heap_.allocators_.push_back(this);
}

Allocator::~Allocator() {
  std::lock_guard lock(heap_.mu_);
  std::erase(heap_.allocators_, this);
  heap_.mortals_.insert(heap_.mortals_.end(), mortals_.begin(), mortals_.end());
}

const Locking& Allocator::locking() const { return heap_.locking_; }

Object* Allocator::AllocateUnfilled(Kind kind, size_t bytes, size_t head) {
  if (bytes > kMaxSmall) [[unlikely]]
    return heap_.AllocateLarge(kind, bytes, head, false);
  const size_t c = ClassOf(bytes);
  FreeCell* cell = free_[c];
  if (cell == nullptr) [[unlikely]]
    cell = heap_.TakeCells(c);
  free_[c] = cell->next;
  ZeroHead(reinterpret_cast<char*>(cell), head);
  return Begin(reinterpret_cast<Object*>(cell), kind);
}

Object* Allocator::AllocateOrNull(Kind kind, size_t bytes) {
  if (bytes > kMaxSmall) return heap_.AllocateLarge(kind, bytes, bytes, true);
  return Allocate(kind, bytes);
}

Heap::Heap(const KindTable& kinds) : kinds_(kinds), threshold_(kMinThreshold) {}

Heap::~Heap() {
  for (Object* object : finalizable_) {
    if (auto finalize = kinds_.finalize[size_t(object->kind)]) finalize(object);
  }
  for (char* chunk : chunks_) {
    base::UnpoisonMemory(chunk, platform::kChunkBytes);
    std::free(chunk);
  }
  for (Block* block : large_) std::free(block);
  for (auto& blocks : freed_large_) {
    for (Block* block : blocks) std::free(block);
  }
}

void Heap::SetCollectWanted(std::function<void()> on_collect_wanted) {
  on_collect_wanted_ = std::move(on_collect_wanted);
  if (collect_requested_.load(std::memory_order_relaxed)) on_collect_wanted_();
}

void Heap::Account(size_t bytes) {
  const size_t now = allocated_.fetch_add(bytes, std::memory_order_relaxed) + bytes;
  if (now < threshold_ && (limit_ == 0 || now < limit_)) return;
  if (limit_ != 0 && now >= limit_ + std::min(limit_, kMostBeyondLimit)) {
    natives_must_end_.store(true, std::memory_order_relaxed);
  }
  if (collect_requested_.exchange(true, std::memory_order_relaxed)) return;
  if (on_collect_wanted_) on_collect_wanted_();
}

Allocator::FreeCell* Heap::TakeCells(size_t c) {
  for (;;) {
    Block* block = PopUnswept(c);
    if (block == nullptr) block = NewBlock(c);
    size_t free_cells = 0;
    Allocator::FreeCell* const first = SweepAndThread(block, &free_cells);
    if (first == nullptr) continue;
    Account(free_cells * block->cell_bytes);
    return first;
  }
}

// The list of the block's free cells, lowest address first.
Allocator::FreeCell* Heap::SweepAndThread(Block* block, size_t* free_cells) {
  const bool sweep = !block->swept;
  block->swept = true;
  FreeObject* first = nullptr;
  if (block->fresh) {
    block->fresh = false;
    *free_cells = block->cell_count;
    for (size_t i = block->cell_count; i-- > 0;) {
      auto* cell = static_cast<FreeObject*>(block->at(i));
      cell->kind = Kind::kFree;
      cell->mark = 0;
      cell->set_next(first);
      first = cell;
    }
    return reinterpret_cast<Allocator::FreeCell*>(first);
  }
  for (size_t i = block->cell_count; i-- > 0;) {
    auto* cell = static_cast<FreeObject*>(block->at(i));
    if (cell->kind != Kind::kFree) {
      if (!sweep || cell->mark == epoch_) continue;
      cell->kind = Kind::kFree;
    }
    base::UnpoisonMemory(cell, block->cell_bytes);  // it may be allocated from now on
    cell->set_next(first);
    first = cell;
    ++*free_cells;
  }
  return reinterpret_cast<Allocator::FreeCell*>(first);
}

Block* Heap::PopUnswept(size_t c) {
  std::lock_guard lock(mu_);
  if (unswept_[c].empty()) return nullptr;
  Block* block = unswept_[c].back();
  unswept_[c].pop_back();
  return block;
}

Block* Heap::NewBlock(size_t c) {
  std::lock_guard lock(mu_);
  if (free_blocks_.empty()) {
    // Several at a time: an aligned allocation may waste as much as its alignment.
    auto* chunk = static_cast<char*>(platform::AllocateChunk(kBlockBytes));
    if (chunk == nullptr) std::abort();
    chunks_.push_back(chunk);
    for (size_t i = kChunkBlocks; i-- > 0;) {
      free_blocks_.push_back(reinterpret_cast<Block*>(chunk + i * kBlockBytes));
    }
  }
  Block* block = free_blocks_.back();
  free_blocks_.pop_back();
  block->cell_bytes = kClassSizes[c];
  block->cell_count = static_cast<uint32_t>((kBlockBytes - sizeof(Block)) / kClassSizes[c]);
  block->large_bytes = 0;
  block->swept = true;
  block->fresh = true;
  all_[c].push_back(block);
  return block;
}

Object* Heap::AllocateLarge(Kind kind, size_t bytes, size_t head, bool may_fail) {
  bytes = RoundToGranule(bytes);
  head = std::min(bytes, RoundToGranule(head));
  // What is allocated now may be garbage, and only a collection could tell.
  if (may_fail && limit_ != 0 && bytes > limit_) return nullptr;
  const bool keepable = bytes <= kMaxLargeClass;
  const size_t room = keepable ? LargeClassBytes(LargeClassOf(bytes)) : bytes;
  Block* block = keepable ? TakeFreedLarge(LargeClassOf(bytes)) : nullptr;
  if (block == nullptr) block = static_cast<Block*>(std::malloc(sizeof(Block) + room));
  if (block == nullptr) {
    if (may_fail) return nullptr;
    std::abort();
  }
  block->cell_bytes = 0;
  block->cell_count = 1;
  block->large_bytes = room;
  block->swept = true;
  block->fresh = false;
  Object* object = block->at(0);
  std::memset(static_cast<void*>(object), 0, head);
  object->kind = kind;
  object->mark = epoch_;
  object->flags = kLargeObject;
  object->type.Store(types_[size_t(kind)]);
  {
    std::lock_guard lock(mu_);
    large_.push_back(block);
  }
  Account(room);
  return object;
}

Block* Heap::TakeFreedLarge(size_t large_class) {
  std::lock_guard lock(mu_);
  auto& blocks = freed_large_[large_class];
  if (blocks.empty()) return nullptr;
  Block* block = blocks.back();
  blocks.pop_back();
  base::UnpoisonMemory(block->cells(), block->large_bytes);
  return block;
}

void Heap::SweepBlock(Block* block) {
  if (block->swept) return;
  block->swept = true;
  for (size_t i = 0; i < block->cell_count; ++i) {
    Object* object = block->at(i);
    if (object->kind == Kind::kFree || object->mark == epoch_) continue;
    object->kind = Kind::kFree;
    block->Poison(i);
  }
}

void Heap::SweepAll() {
  for (auto& blocks : unswept_) {
    for (Block* block : blocks) SweepBlock(block);
  }
}

// Freed blocks are kept up to a budget; of those not wanted since the last collection, a part is
// given back each time.
void Heap::SweepLarge() {
  size_t kept = 0;
  for (auto& blocks : freed_large_) {
    for (size_t gone = (blocks.size() + 3) / 4; gone > 0; --gone) {
      std::free(blocks.back());
      blocks.pop_back();
    }
    for (Block* block : blocks) kept += block->large_bytes;
  }
  const size_t budget = std::max(kMinThreshold, live_bytes_ / 4);
  std::erase_if(large_, [&](Block* block) {
    if (block->at(0)->mark == epoch_) return false;
    if (block->large_bytes <= kMaxLargeClass && kept + block->large_bytes <= budget) {
      kept += block->large_bytes;
      block->at(0)->kind = Kind::kFree;
      block->Poison(0);
      freed_large_[LargeClassOf(block->large_bytes)].push_back(block);
    } else {
      std::free(block);
    }
    return true;
  });
}

size_t Heap::CellBytes(Object* object) const {
  // Small cells lie in aligned blocks; a large one has its Block directly in front.
  if (object->flags & kImmortal) return 0;
  if (object->flags & kLargeObject) {
    return reinterpret_cast<Block*>(reinterpret_cast<char*>(object) - sizeof(Block))->large_bytes;
  }
  return reinterpret_cast<Block*>(reinterpret_cast<uintptr_t>(object) & ~(kBlockBytes - 1))
      ->cell_bytes;
}

void Heap::Drain(Marker& marker) {
  // Objects wait in a ring while the cache fetches them.
  constexpr size_t kRing = 8;
  Object* ring[kRing] = {};
  size_t turn = 0, waiting = 0;
  while (waiting != 0 || !marker.stack_.empty()) {
    Object*& place = ring[turn++ % kRing];
    Object* const object = place;
    place = nullptr;
    if (!marker.stack_.empty()) {
      place = marker.stack_.back();
      marker.stack_.pop_back();
      __builtin_prefetch(place + 1);
      ++waiting;
    }
    if (object == nullptr) continue;
    --waiting;
    marker.Visit(reinterpret_cast<Object*>(object->type.LoadQuiescent()));
    const size_t bytes = CellBytes(object);
    live_bytes_ += bytes;
    ++live_objects_;
    if (auto trace = kinds_.trace[size_t(object->kind)]) trace(object, bytes, marker);
  }
}

// The unmarked objects that an unmarked object refers to, in the order in which CPython drops them.
std::vector<Object*> Heap::ChildrenOf(Object* object, Marker& marker) const {
  std::vector<Object*> children;
  marker.children_ = &children;
  if (auto trace = kinds_.trace[size_t(object->kind)]) trace(object, CellBytes(object), marker);
  marker.children_ = nullptr;
  return children;
}

// Replays what reference counting would have done: an object goes when the last one that refers to
// it has gone, the items of a list or tuple from the last to the first. What is left over is in
// cycles, or too much.
std::vector<Object*> Heap::InOrderOfDeath(std::vector<Object*> dying,
                                          std::span<Object* const> dropped, Marker& marker) const {
  constexpr size_t kMostObjects = 1 << 20;
  std::unordered_map<Object*, uint32_t> references;  // from other dead objects
  std::vector<Object*> roots, work;
  const auto discover = [&](Object* object) {
    if (object->mark == epoch_ || !references.try_emplace(object, 0).second) return false;
    work.push_back(object);
    return true;
  };
  const auto add_root = [&](Object* object) {
    if (object->mark != epoch_) roots.push_back(object);
    discover(object);
    while (!work.empty() && references.size() < kMostObjects) {
      Object* const from = work.back();
      work.pop_back();
      for (Object* child : ChildrenOf(from, marker)) {
        discover(child);
        ++references[child];
      }
    }
  };
  for (Object* object : dropped) add_root(object);
  for (Object* object : dying) add_root(object);

  const std::unordered_set<Object*> waiting(dying.begin(), dying.end());
  std::unordered_set<Object*> gone;
  std::vector<Object*> order;
  struct Freed {
    Object* object;
    bool is_list;
  };
  std::vector<Freed> freed;
  const auto free = [&](Object* root) {
    if (references[root] != 0 || gone.contains(root)) return;
    freed.push_back({root, false});
    while (!freed.empty()) {
      const auto [object, items_of_list] = freed.back();
      freed.pop_back();
      if (!gone.insert(object).second) continue;
      if (waiting.contains(object)) order.push_back(object);
      std::vector<Object*> next;
      for (Object* child : ChildrenOf(object, marker)) {
        if (--references[child] == 0) next.push_back(child);
      }
      // `freed` is a stack: the child that goes first is pushed last.
      const bool backwards =
          object->kind == Kind::kTuple || (items_of_list && object->kind == Kind::kArray);
      if (!backwards) std::reverse(next.begin(), next.end());
      for (Object* child : next) freed.push_back({child, object->kind == Kind::kList});
    }
  };
  if (work.empty()) {
    for (Object* root : roots) free(root);
  }
  for (Object* object : dying) {
    if (!gone.contains(object)) order.push_back(object);
  }
  return order;
}

// Nobody has looked at the dead ones lately: the cache fetches them while others are seen to.
template <typename F>
void Heap::EraseUnmarked(std::vector<Object*>* objects, F on_dead) const {
  constexpr size_t kAhead = 16;
  size_t kept = 0;
  const size_t count = objects->size();
  for (size_t i = 0; i < count; ++i) {
    if (i + kAhead < count) __builtin_prefetch((*objects)[i + kAhead]);
    Object* const object = (*objects)[i];
    if (object->mark == epoch_) {
      (*objects)[kept++] = object;
    } else {
      on_dead(object);
    }
  }
  objects->resize(kept);
}

void Heap::Collect(const Collection& collection) {
  std::lock_guard lock(mu_);
  SweepAll();
  epoch_ = epoch_ == 3 ? 1 : epoch_ + 1;
  Marker marker(epoch_);
  live_bytes_ = live_objects_ = 0;
  collection.visit_roots(marker);
  Drain(marker);
  GatherMortals();
  std::vector<Object*> dying;
  EraseUnmarked(&mortals_, [&](Object* object) {
    if (!collection.matters || collection.matters(object)) dying.push_back(object);
  });
  mortal_count_.store(mortals_.size(), std::memory_order_relaxed);
  if (!dying.empty()) {
    dying = InOrderOfDeath(std::move(dying), collection.dropped, marker);
    for (Object* object : dying) marker.Visit(object);
    Drain(marker);
    if (collection.on_dying) collection.on_dying(dying);
  }
  if (collection.on_weak) collection.on_weak(marker.weak_, marker);
  EraseUnmarked(&finalizable_, [&](Object* object) {
    if (auto finalize = kinds_.finalize[size_t(object->kind)]) finalize(object);
  });
  SweepLarge();
  for (size_t c = 0; c < kSizeClasses; ++c) {
    unswept_[c].clear();
    for (Block* block : all_[c]) {
      block->swept = false;
      unswept_[c].push_back(block);
    }
  }
  for (Allocator* allocator : allocators_) {
    allocator->free_.fill(nullptr);
    allocator->epoch_ = epoch_;
  }
  allocated_.store(live_bytes_, std::memory_order_relaxed);
  threshold_ = live_bytes_ + (kSanitized ? kMinThreshold : std::max(kMinThreshold, live_bytes_));
  if constexpr (base::kAddressSanitizer) SweepAll();  // so that what is free can be told at once
  collect_requested_.store(false, std::memory_order_relaxed);
  natives_must_end_.store(ending_.load(std::memory_order_relaxed), std::memory_order_relaxed);
  ++collections_;
}

void Heap::RegisterFinalizable(Object* object) {
  object->flags |= kFinalize;
  std::lock_guard lock(mu_);
  finalizable_.push_back(object);
}

void Heap::RegisterMortal(Object* object) {
  std::lock_guard lock(mu_);
  mortals_.push_back(object);
  mortal_count_.store(mortals_.size(), std::memory_order_relaxed);
}

void Heap::GatherMortals() {
  for (Allocator* allocator : allocators_) {
    mortals_.insert(mortals_.end(), allocator->mortals_.begin(), allocator->mortals_.end());
    allocator->mortals_.clear();
  }
}

std::vector<Object*> Heap::TakeMortals(Object* root) {
  std::lock_guard lock(mu_);
  GatherMortals();
  Marker marker(0);
  const std::unordered_set<Object*> registered(mortals_.begin(), mortals_.end());
  std::unordered_set<Object*> seen{root};
  std::vector<Object*> found, level{root};
  while (!level.empty() && found.size() < registered.size()) {
    std::vector<Object*> next, parts;
    for (Object* object : level) {
      if (registered.contains(object)) found.push_back(object);
      // What an object keeps its items in does not count as a step.
      parts.push_back(object);
      while (!parts.empty()) {
        Object* const part = parts.back();
        parts.pop_back();
        std::vector<Object*> children = ChildrenOf(part, marker);
        const bool backwards = part->kind == Kind::kTuple || part->kind == Kind::kArray;
        if (backwards) std::reverse(children.begin(), children.end());
        size_t inner = parts.size();
        for (Object* child : children) {
          if (!seen.insert(child).second) continue;
          if (child->kind >= Kind::kShape || child->kind == Kind::kCell) {
            parts.insert(parts.begin() + static_cast<std::ptrdiff_t>(inner), child);
          } else {
            next.push_back(child);
          }
        }
      }
    }
    level = std::move(next);
  }
  for (Object* object : mortals_) {
    if (!seen.contains(object)) found.push_back(object);
  }
  mortals_.clear();
  mortal_count_.store(0, std::memory_order_relaxed);
  return found;
}

size_t Heap::AllocatedBytes() const { return allocated_.load(std::memory_order_relaxed); }

void Heap::ForEachObject(const std::function<void(Object*)>& visit) {
  std::lock_guard lock(mu_);
  SweepAll();
  for (auto& blocks : all_) {
    for (Block* block : blocks) {
      for (size_t i = 0; i < block->cell_count; ++i) {
        if (block->at(i)->kind != Kind::kFree) visit(block->at(i));
      }
    }
  }
  for (Block* block : large_) visit(block->at(0));
}

}  // namespace heddle::heap
