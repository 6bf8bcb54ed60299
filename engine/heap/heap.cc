#include "heap/heap.h"

#include <algorithm>
#include <cstdlib>
#include <new>

namespace heddle::heap {

namespace {

constexpr size_t kBlockBytes = 64 * 1024;
constexpr size_t kChunkBlocks = 8;
constexpr size_t kMinThreshold = 24 << 20;

// Size classes: every 16 bytes to 256, then four per doubling to 2048.
constexpr std::array<uint16_t, kSizeClasses> MakeClassSizes() {
  std::array<uint16_t, kSizeClasses> sizes{};
  size_t n = 0;
  for (size_t s = 16; s <= 256; s += 16) sizes[n++] = static_cast<uint16_t>(s);
  for (size_t base = 256; base < kMaxSmall; base *= 2) {
    for (int i = 1; i <= 4; ++i) sizes[n++] = static_cast<uint16_t>(base + base / 4 * i);
  }
  while (n < kSizeClasses) sizes[n++] = kMaxSmall;
  return sizes;
}
constexpr auto kClassSizes = MakeClassSizes();

constexpr std::array<uint8_t, kMaxSmall / kGranule + 1> MakeClassOf() {
  std::array<uint8_t, kMaxSmall / kGranule + 1> of{};
  size_t c = 0;
  for (size_t g = 0; g < of.size(); ++g) {
    while (kClassSizes[c] < g * kGranule) ++c;
    of[g] = static_cast<uint8_t>(c);
  }
  return of;
}
constexpr auto kClassOf = MakeClassOf();

size_t ClassOf(size_t bytes) { return kClassOf[(bytes + kGranule - 1) / kGranule]; }

}  // namespace

// At the start of every 64 KiB block; a large object follows a Block of its own directly.
struct alignas(16) Block {
  uint32_t cell_bytes;
  uint32_t cell_count;
  size_t large_bytes;  // 0 unless this block holds one large object
  bool swept;

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
  object->mark = epoch_;
  stack_.push_back(object);
}

Allocator::Allocator(Heap& heap) : heap_(heap) {
  std::lock_guard lock(heap_.mu_);
  heap_.allocators_.push_back(this);
}

Allocator::~Allocator() {
  std::lock_guard lock(heap_.mu_);
  std::erase(heap_.allocators_, this);
}

const Locking& Allocator::locking() const { return heap_.locking_; }

Object* Allocator::Allocate(Kind kind, size_t bytes) {
  if (bytes > kMaxSmall) return heap_.AllocateLarge(kind, bytes, false);
  const size_t c = ClassOf(bytes);
  auto* cell = reinterpret_cast<FreeObject*>(free_[c]);
  if (cell == nullptr) return AllocateSlow(kind, bytes, c);
  free_[c] = reinterpret_cast<FreeCell*>(cell->next());
  std::memset(static_cast<void*>(cell), 0, (bytes + 15) & ~size_t{15});
  cell->type.Store(heap_.types_[size_t(kind)]);
  cell->kind = kind;
  cell->mark = heap_.epoch_;
  return cell;
}

Object* Allocator::AllocateOrNull(Kind kind, size_t bytes) {
  if (bytes > kMaxSmall) return heap_.AllocateLarge(kind, bytes, true);
  return Allocate(kind, bytes);
}

Object* Allocator::AllocateSlow(Kind kind, size_t bytes, size_t c) {
  Block* block = heap_.TakeBlock(c);
  FreeObject* first = nullptr;
  // Thread the free cells of the block, lowest address first.
  for (size_t i = block->cell_count; i-- > 0;) {
    auto* cell = static_cast<FreeObject*>(block->at(i));
    if (cell->kind != Kind::kFree) continue;
    cell->set_next(first);
    first = cell;
  }
  free_[c] = reinterpret_cast<FreeCell*>(first);
  return Allocate(kind, bytes);
}

Heap::Heap(const KindTable& kinds) : kinds_(kinds), threshold_(kMinThreshold) {}

Heap::~Heap() {
  for (Object* object : finalizable_) {
    if (auto finalize = kinds_.finalize[size_t(object->kind)]) finalize(object);
  }
  for (char* chunk : chunks_) std::free(chunk);
  for (Block* block : large_) std::free(block);
}

void Heap::SetCollectWanted(std::function<void()> on_collect_wanted) {
  on_collect_wanted_ = std::move(on_collect_wanted);
}

void Heap::Account(size_t bytes) {
  const size_t now = allocated_.fetch_add(bytes, std::memory_order_relaxed) + bytes;
  if (now < threshold_ && (limit_ == 0 || now < limit_)) return;
  if (collect_requested_.exchange(true, std::memory_order_relaxed)) return;
  if (on_collect_wanted_) on_collect_wanted_();
}

Block* Heap::TakeBlock(size_t c) {
  while (Block* block = PopUnswept(c)) {
    SweepBlock(block);
    size_t free_cells = 0;
    for (size_t i = 0; i < block->cell_count; ++i) free_cells += block->at(i)->kind == Kind::kFree;
    if (free_cells == 0) continue;
    Account(free_cells * block->cell_bytes);
    return block;
  }
  Block* block = NewBlock(c);
  Account(static_cast<size_t>(block->cell_count) * block->cell_bytes);
  return block;
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
    auto* chunk = static_cast<char*>(std::aligned_alloc(kBlockBytes, kBlockBytes * kChunkBlocks));
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
  for (size_t i = 0; i < block->cell_count; ++i) {
    block->at(i)->kind = Kind::kFree;
    block->at(i)->mark = 0;
  }
  all_[c].push_back(block);
  return block;
}

Object* Heap::AllocateLarge(Kind kind, size_t bytes, bool may_fail) {
  bytes = (bytes + 15) & ~size_t{15};
  if (may_fail && limit_ != 0 && allocated_.load(std::memory_order_relaxed) + bytes > limit_) {
    // What is known as allocated may be garbage for the larger part; only a request that the whole
    // limit cannot hold fails for certain.
    if (live_bytes_ + bytes > limit_) return nullptr;
  }
  auto* block = static_cast<Block*>(std::calloc(1, sizeof(Block) + bytes));
  if (block == nullptr) {
    if (may_fail) return nullptr;
    std::abort();
  }
  block->cell_bytes = 0;
  block->cell_count = 1;
  block->large_bytes = bytes;
  block->swept = true;
  Object* object = block->at(0);
  object->kind = kind;
  object->mark = epoch_;
  object->flags = kLargeObject;
  object->type.Store(types_[size_t(kind)]);
  {
    std::lock_guard lock(mu_);
    large_.push_back(block);
  }
  Account(bytes);
  return object;
}

void Heap::SweepBlock(Block* block) {
  if (block->swept) return;
  block->swept = true;
  for (size_t i = 0; i < block->cell_count; ++i) {
    Object* object = block->at(i);
    if (object->kind != Kind::kFree && object->mark != epoch_) object->kind = Kind::kFree;
  }
}

void Heap::SweepAll() {
  for (auto& blocks : unswept_) {
    for (Block* block : blocks) SweepBlock(block);
  }
}

void Heap::SweepLarge() {
  std::erase_if(large_, [&](Block* block) {
    if (block->at(0)->mark == epoch_) return false;
    std::free(block);
    return true;
  });
}

void Heap::Collect(const std::function<void(Marker&)>& visit_roots,
                   const std::function<void(std::span<Object*>, const Marker&)>& on_weak) {
  std::lock_guard lock(mu_);
  SweepAll();
  epoch_ = epoch_ == 3 ? 1 : epoch_ + 1;
  Marker marker(epoch_);
  visit_roots(marker);
  size_t live = 0;
  while (!marker.stack_.empty()) {
    Object* object = marker.stack_.back();
    marker.stack_.pop_back();
    marker.Visit(reinterpret_cast<Object*>(object->type.Load()));
    // Small cells lie in aligned blocks; a large one has its Block directly in front.
    size_t bytes;
    auto* base = reinterpret_cast<Block*>(reinterpret_cast<uintptr_t>(object) & ~(kBlockBytes - 1));
    auto* own = reinterpret_cast<Block*>(reinterpret_cast<char*>(object) - sizeof(Block));
    if (object->flags & kImmortal) {
      bytes = 0;
    } else if (object->flags & kLargeObject) {
      bytes = own->large_bytes;
    } else {
      bytes = base->cell_bytes;
    }
    live += bytes;
    if (auto trace = kinds_.trace[size_t(object->kind)]) trace(object, bytes, marker);
  }
  on_weak(marker.weak_, marker);
  std::erase_if(finalizable_, [&](Object* object) {
    if (object->mark == epoch_) return false;
    if (auto finalize = kinds_.finalize[size_t(object->kind)]) finalize(object);
    return true;
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
  }
  live_bytes_ = live;
  allocated_.store(live, std::memory_order_relaxed);
  threshold_ = live + std::max(kMinThreshold, live);
  collect_requested_.store(false, std::memory_order_relaxed);
  ++collections_;
}

void Heap::RegisterFinalizable(Object* object) {
  object->flags |= kFinalize;
  std::lock_guard lock(mu_);
  finalizable_.push_back(object);
}

bool Heap::OverLimit() const { return limit_ != 0 && allocated_.load() > limit_; }
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
