// Generators, coroutines and asynchronous generators: an object with its frame inside.
#pragma once

#include "heap/value.h"
#include "vm/frame.h"

namespace heddle::vm {

enum class GeneratorState : uint8_t { kCreated, kSuspended, kRunning, kClosed };

// Running is claimed by a compare-and-swap, so that a second thread that resumes the same
// generator gets "generator already executing" instead of a torn frame. The frame belongs to
// whoever has claimed it.
struct Generator : Object {
  Relaxed<uint32_t> state;  // GeneratorState
  uint16_t yield_dst;       // register of the body that receives what is sent
  bool is_mortal;           // the heap was told to watch it
  Slot name, qualname;
  Slot handled;  // the exception that its body handles while it is suspended
  Slot code;
  Value outer_handled;  // the resumer's, while it runs
  Slot finalizer;       // AsyncGenerator: sys.get_asyncgen_hooks()'s, taken at the first step
  Frame frame;          // last: its registers follow

  GeneratorState State() const { return static_cast<GeneratorState>(state.LoadAcquire()); }
};

// Takes the right to run the body of one that is suspended. Other threads may try at the same time.
inline bool ClaimSuspended(const heap::Locking& locking, Generator* g) {
  const auto suspended = static_cast<uint32_t>(GeneratorState::kSuspended);
  const auto running = static_cast<uint32_t>(GeneratorState::kRunning);
  if (locking.enabled) return g->state.CompareExchange(suspended, running);
  if (g->state.Load() != suspended) return false;
  g->state.Store(running);
  return true;
}

// The same for one that goes on with `sent`, or begins. False: Resume() knows why.
inline bool ClaimToSend(const heap::Locking& locking, Generator* g, Value sent) {
  const auto created = static_cast<uint32_t>(GeneratorState::kCreated);
  const auto running = static_cast<uint32_t>(GeneratorState::kRunning);
  if (g->state.Load() != created) {
    if (!ClaimSuspended(locking, g)) return false;
    g->frame.regs[g->yield_dst] = sent;
    return true;
  }
  if (!sent.IsNone()) return false;
  if (locking.enabled) return g->state.CompareExchange(created, running);
  g->state.Store(running);
  return true;
}

// What a call makes of a generator function or a coroutine function that is given `count` plain
// arguments, and takes more from `defaults` if those are not null. REQUIRES: TakesPlainly().
Generator* NewGeneratorOf(heap::Allocator& heap, Function* function, const Value* args,
                          uint32_t count, Tuple* defaults);
// Whether nothing but plain parameters, `count` or those that `defaults` fill up, is to be bound,
// and the call makes a generator.
inline bool TakesPlainly(const Code* code, uint32_t count, const Tuple* defaults) {
  constexpr uint32_t kMade =
      bytecode::kGenerator | bytecode::kCoroutine | bytecode::kAsyncGenerator;
  return (code->flags & kMade) != 0 && code->keyword_only == 0 &&
         (code->flags & (bytecode::kVarArgs | bytecode::kVarKeywords)) == 0 &&
         (count == code->positional || defaults != nullptr);
}

// Whether the body has a try or with statement. Around every body there is one handler, which turns
// StopIteration into RuntimeError.
inline bool EverInTry(const Generator* g) { return (*g->frame.code->unit)->exceptions.size() > 1; }

// Whether closing it would run code: it is suspended in a try or with statement.
bool HasUnfinishedTry(const Generator* g);

void TraceGenerator(Object* object, size_t cell_bytes, heap::Marker& marker);

}  // namespace heddle::vm
