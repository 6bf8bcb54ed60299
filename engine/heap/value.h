// A Python value in 64 bits, the header that every heap object begins with, and the slots that
// hold values inside the heap.
//
// Encoding (NaN-boxing by an offset, so that pointers are plain):
//   0x0000'0000'0000'0000          Undefined: "no value here" (never visible to Python)
//   0x0000'0000'0000'00xx          the other immediates: None, False, True, …
//   0x0000'pppp'pppp'pppp          pointer to an Object
//   0x0001'… to 0xfff9'…           a double: its bits + 2^48 (NaNs are canonical)
//   0xffff'iiii'iiii'iiii          a small int: 48 bits, two's complement
// Ints that do not fit 48 bits are Int objects (Kind::kInt).
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <cstring>

#if defined(__has_feature)
#define HEDDLE_CLANG_TSAN __has_feature(thread_sanitizer)
#else
#define HEDDLE_CLANG_TSAN 0
#endif

namespace heddle {

struct Object;

// What an object's memory looks like. An instance of a subclass written in Python has the kind of
// the builtin that it extends (class L(list): kList) and flag kSubclass in its header.
enum class Kind : uint8_t {
  kFree = 0,  // a cell of the allocator that holds no object
#define KIND(name, python_name) k##name,
#include "heap/kinds.def"
#undef KIND
  kCount,
};

class Value {
 public:
  constexpr Value() = default;  // Undefined
  static constexpr Value FromBits(uint64_t bits) { return Value(bits); }

  static constexpr Value Undefined() { return Value(0); }
  static constexpr Value None() { return Value(0x02); }
  static constexpr Value False() { return Value(0x04); }
  static constexpr Value True() { return Value(0x06); }
  static constexpr Value NotImplemented() { return Value(0x08); }
  static constexpr Value Ellipsis() { return Value(0x0a); }
  static constexpr Value Bool(bool b) { return Value(0x04 | uint64_t{b} << 1); }

  // What a native function returns instead of a result; see objects/context.h.
  static constexpr Value Raised() { return Value(0); }
  static constexpr Value TailCall() { return Value(0x10); }
  static constexpr Value Park() { return Value(0x12); }
  static constexpr Value Request() { return Value(0x14); }

  // REQUIRES: FitsSmall(i).
  static constexpr Value Small(int64_t i) { return Value(kIntTag | (uint64_t(i) & kPayload)); }
  static constexpr bool FitsSmall(int64_t i) { return i >= kSmallMin && i <= kSmallMax; }
  static Value Double(double d) {
    if (d != d) return Value(0x7ff8'0000'0000'0000u + kDoubleOffset);
    return Value(__builtin_bit_cast(uint64_t, d) + kDoubleOffset);
  }
  static Value Of(const Object* object) { return Value(reinterpret_cast<uintptr_t>(object)); }

  constexpr uint64_t bits() const { return bits_; }
  constexpr bool IsUndefined() const { return bits_ == 0; }
  constexpr bool IsNone() const { return bits_ == 0x02; }
  constexpr bool IsTrue() const { return bits_ == 0x06; }
  constexpr bool IsFalse() const { return bits_ == 0x04; }
  constexpr bool IsBool() const { return (bits_ | 2) == 0x06; }
  constexpr bool IsNotImplemented() const { return bits_ == 0x08; }
  constexpr bool IsImmediate() const { return bits_ < 0x100; }
  constexpr bool IsSmall() const { return bits_ >= kIntTag; }
  constexpr bool IsDouble() const { return bits_ >= kDoubleOffset && bits_ < kIntTag; }
  constexpr bool IsObject() const { return bits_ - 0x100 < kDoubleOffset - 0x100; }
  inline bool Is(Kind kind) const;  // an object of this kind (subclass instances too)

  constexpr int64_t small() const { return static_cast<int64_t>(bits_ << 16) >> 16; }
  double dbl() const { return __builtin_bit_cast(double, bits_ - kDoubleOffset); }
  Object* object() const { return reinterpret_cast<Object*>(static_cast<uintptr_t>(bits_)); }
  template <typename T>
  T* As() const {
    return reinterpret_cast<T*>(static_cast<uintptr_t>(bits_));
  }

  // Identity, Python's `is`, but for floats and big ints, which compare by bits.
  friend constexpr bool operator==(Value, Value) = default;

  static constexpr int64_t kSmallMin = -(int64_t{1} << 47);
  static constexpr int64_t kSmallMax = (int64_t{1} << 47) - 1;

 private:
  static constexpr uint64_t kDoubleOffset = uint64_t{1} << 48;
  static constexpr uint64_t kIntTag = uint64_t{0xffff} << 48;
  static constexpr uint64_t kPayload = kDoubleOffset - 1;
  explicit constexpr Value(uint64_t bits) : bits_(bits) {}
  uint64_t bits_ = 0;
};

// A field of a heap object that several threads may read and write without a lock: loads and
// stores never tear. Natively relaxed atomics; in wasm, where every atomic is sequentially
// consistent and slow, plain accesses that the compiler may not merge (aligned accesses of up to
// 64 bits do not tear in any 64-bit engine).
//
// Publication: StoreRelease pairs with LoadAcquire of the same field. The thread sanitizer does not
// know that a load through a pointer is ordered behind the load of the pointer; for its eyes every
// access acquires and releases.
template <typename T>
class Relaxed {
  static_assert(sizeof(T) <= 8);

 public:
  Relaxed() = default;
  explicit Relaxed(T v) : v_(v) {}
#ifdef __EMSCRIPTEN__
  T Load() const { return *const_cast<const volatile Raw*>(&v_); }
  void Store(T v) { *const_cast<volatile Raw*>(&v_) = v; }
  T LoadAcquire() const { return Load(); }
  T LoadQuiescent() const { return Load(); }
  void StoreRelease(T v) {
    std::atomic_signal_fence(std::memory_order_seq_cst);
    Store(v);
  }
  bool CompareExchange(T expected, T desired) {
    return __atomic_compare_exchange_n(&v_, &expected, desired, false, __ATOMIC_SEQ_CST,
                                       __ATOMIC_SEQ_CST);
  }

 private:
  using Raw = T;
  T v_{};  // as std::atomic begins
#else
#if defined(__SANITIZE_THREAD__) || HEDDLE_CLANG_TSAN
  T Load() const { return LoadAcquire(); }
  void Store(T v) { StoreRelease(v); }
#else
  T Load() const { return v_.load(std::memory_order_relaxed); }
  void Store(T v) { v_.store(v, std::memory_order_relaxed); }
#endif
  T LoadAcquire() const { return v_.load(std::memory_order_acquire); }
  // REQUIRES: nobody writes, and what was written has been handed over: the world is stopped.
  T LoadQuiescent() const { return v_.load(std::memory_order_relaxed); }
  void StoreRelease(T v) { v_.store(v, std::memory_order_release); }
  bool CompareExchange(T expected, T desired) {
    return v_.compare_exchange_strong(expected, desired);
  }

 private:
  std::atomic<T> v_;
#endif
};

// A Relaxed that holds a Value.
class Slot {
 public:
  Slot() = default;
  explicit Slot(Value v) : bits_(v.bits()) {}
  Value Load() const { return Value::FromBits(bits_.Load()); }
  void Store(Value v) { bits_.Store(v.bits()); }
  // Readers that follow a pointer out of a slot rely on the pointee having been initialised before
  // the store: every store that publishes an object made by this thread is a release store, free on
  // x86 and in wasm. The loads that pair with it are dependency-ordered.
  void Publish(Value v) { bits_.StoreRelease(v.bits()); }
  Value LoadAcquire() const { return Value::FromBits(bits_.LoadAcquire()); }
  Value LoadQuiescent() const { return Value::FromBits(bits_.LoadQuiescent()); }

 private:
  Relaxed<uint64_t> bits_;
};
static_assert(sizeof(Slot) == 8);

struct Type;

// The header. Never moves; sizes are multiples of 16. Its size and alignment are the same where
// pointers have 32 bits, so that the slots behind it are aligned everywhere.
struct alignas(8) Object {
  Relaxed<Type*> type;      // changes (x.__class__ = C) only while the world is stopped
  Relaxed<uint32_t> shape;  // instances with attributes: id of their Shape; 0 if they have none
  Kind kind;                // constant
  uint8_t mark;             // the collector's; written only while the world is stopped or unshared
  std::atomic<uint8_t> lock;  // 0 free, 1 held: see heap/object_lock.h
  uint8_t flags;              // ObjectFlags, constant after construction unless said otherwise
#if UINTPTR_MAX == UINT32_MAX
  uint32_t padding;
#endif
};
static_assert(sizeof(Object) == 16);

enum ObjectFlags : uint8_t {
  kSubclass = 1,  // its type is not the builtin type of its kind
  kHasSlots = 2,  // attribute slots at type->slots_offset (see objects/shape.h)
  kFinalize = 4,  // the collector tells its owner when it dies
  kImmortal = 8,  // never freed, not in a block (statically allocated)
  kUser1 = 16,    // by kind
  kUser2 = 32,
  kLargeObject = 64,  // the allocator's: has a block of its own
};

inline bool Value::Is(Kind kind) const { return IsObject() && object()->kind == kind; }

}  // namespace heddle
