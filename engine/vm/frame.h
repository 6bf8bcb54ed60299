// Frames: one activation of a function each. They live in a fiber's stack of chunks, or, for a
// generator, inside the generator object. No C++ frame corresponds to them (law 1).
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>

#include "heap/heap.h"
#include "heap/value.h"
#include "objects/function.h"

namespace heddle::vm {

struct Generator;

// What becomes of the value that a frame returns.
enum class ReturnMode : uint8_t {
  kStore,        // caller.r[dst] = value
  kDiscard,      // the value is dropped; always so of a fiber's lowest frame
  kInit,         // __init__: must be None; caller.r[dst] = extra, the new instance
  kTest,         // truth of the value decides the caller's conditional jump at call_site
  kTestNot,      // a comparison for a JumpIfNot…: as kTest with the sense turned round
  kBool,         // caller.r[dst] = truth of the value (`in`)
  kNot,          // caller.r[dst] = not truth of the value (`not in`, `not`)
  kBinary,       // NotImplemented: go on with the next method; extra says where (operators.cc)
  kCompare,      // the same for a comparison
  kForIter,      // caller.r[dst] = value and on; a generator's end or StopIteration leaves the loop
  kUnpack,       // the list is spread over registers as the caller's instruction says
  kRaiseResult,  // the caller raises the value
  kPair,         // caller.r[dst], r[dst+1] = the two items of the tuple
  kTask,         // extra: the task whose coroutine this is, or a callback (tasks.cc); r[dst] = None
  kAgain,        // the value is dropped; the instruction at call_site is run once more
  kConverted,    // what extra, a Special, makes of the value: str, repr or hash of an object
  kFeed,         // of a generator that the iterator extra asks (IteratorFed); then as kForIter
  kRecord,       // caller.r[dst] = value, and extra is told of it (Request::kCallRecording)
  kYieldFrom,    // of the delegate: a value is passed on, its end is the value of the expression
  kViewed,       // Python looks at the frame (frame_view.h); viewed_mode says what becomes of it
};

struct Frame {
  Frame* caller;  // null: the lowest frame of a fiber (or a generator that is not running)
  Code* code;
  Dict* globals;
  Generator* generator;  // of which this is the body, or null
  Value function;        // keeps the closure alive; Undefined for module and class bodies
  Value locals;          // mapping of a class body or exec; Undefined otherwise
  Value extra;           // see ReturnMode
  uint32_t pc;         // while it runs: the current instruction whenever control has left the loop;
                       // while it waits for a callee: the next one
  uint32_t call_site;  // the instruction of the caller that waits for this frame
  uint32_t register_count;
  uint16_t dst;
  ReturnMode mode;
  ReturnMode viewed_mode;  // the mode of one that is kViewed
  Value regs[];
};

inline ReturnMode ModeOf(const Frame* frame) {
  return frame->mode == ReturnMode::kViewed ? frame->viewed_mode : frame->mode;
}

constexpr size_t FrameBytes(uint32_t registers) {
  return sizeof(Frame) + registers * sizeof(Value);
}

// Marks what the frame refers to, and clears the temporaries that nobody will read. `callee` is the
// frame that it waits for, or null. REQUIRES: the world is stopped.
void TraceFrame(Frame* frame, const Frame* callee, heap::Marker& marker);

// What the stacks of a program take together.
struct FrameMemory {
  std::atomic<size_t> bytes{0};
  std::function<void()> on_growth;  // may be empty
};

// A fiber's stack of frames: chunks that double, so that an idle thread costs a kilobyte and a
// million frames are possible.
class FrameStack {
 public:
  explicit FrameStack(FrameMemory& memory) : memory_(memory) {}
  ~FrameStack();
  FrameStack(const FrameStack&) = delete;
  FrameStack& operator=(const FrameStack&) = delete;

  // A frame whose registers are Undefined; the other fields are for the caller to set.
  Frame* Push(uint32_t registers) {
    const size_t bytes = FrameBytes(registers);
    char* at = top_;
    if (static_cast<size_t>(end_ - at) < bytes) at = Grow(bytes);
    top_ = at + bytes;
    auto* frame = reinterpret_cast<Frame*>(at);
    frame->register_count = registers;
    return frame;
  }
  // REQUIRES: `frame` was pushed last of those still there.
  void Pop(Frame* frame) {
    top_ = reinterpret_cast<char*>(frame);
    if (top_ == first_) Shrink();
  }
  size_t bytes() const { return bytes_; }

 private:
  struct alignas(Value) Chunk {
    Chunk* previous;
    char* saved_top;
    size_t size;
  };
  static constexpr size_t kFirstChunk = 1000;
  static constexpr size_t kLargestChunk = 256 * 1024;

  char* Grow(size_t bytes);
  void Shrink();
  void Free(Chunk* chunk);

  FrameMemory& memory_;
  char* top_ = nullptr;
  char* end_ = nullptr;
  char* first_ = nullptr;  // where the first frame of the current chunk lies
  Chunk* chunk_ = nullptr;
  Chunk* spare_ = nullptr;  // one chunk kept, so that a loop of calls at a border does not thrash
  size_t bytes_ = 0;
};

}  // namespace heddle::vm
