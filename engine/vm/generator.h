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
  Slot view;            // FrameView, or Undefined
  // Coroutine: cr_origin. AsyncGenerator: the finalizer of sys.set_asyncgen_hooks(). Or Undefined.
  Slot hook;
  Slot step;                    // AsyncGenerator: the AsyncStep that drives it, or Undefined
  Relaxed<uint32_t> has_begun;  // AsyncGenerator: the hooks know it
  Relaxed<uint32_t> is_closed;  // AsyncGenerator: aclose() was awaited, or it has ended
  Frame frame;                  // last: its registers follow

  GeneratorState State() const { return static_cast<GeneratorState>(state.LoadAcquire()); }
};

// What __anext__(), asend(), athrow() and aclose() of an asynchronous generator return: awaiting it
// runs the body up to its next value. What the body awaits meanwhile passes through.
struct AsyncStep : Object {
  enum class What : uint8_t { kSend, kThrow, kClose };
  enum class State : uint32_t { kInitial, kRunning, kDone };
  Slot generator;
  Slot argument;            // what is sent, or the exception to be thrown
  Relaxed<uint32_t> state;  // State
  What what;

  State GetState() const { return static_cast<State>(state.LoadAcquire()); }
  void SetState(State s) { state.StoreRelease(static_cast<uint32_t>(s)); }
  bool Claim(State from, State to) {
    return state.CompareExchange(static_cast<uint32_t>(from), static_cast<uint32_t>(to));
  }
};
AsyncStep* NewAsyncStep(Context& cx, Generator* generator, AsyncStep::What what, Value argument);

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
// Whether the body of a generator of any kind has begun.
bool HasBegun(const Object* object);
// Whether Python code has to hear that nobody refers any more to a generator of any kind, or to a
// step: its closing would run code, or it is a coroutine or a step that nobody has awaited.
bool MattersAtDeath(const Object* object);

void TraceGenerator(Object* object, size_t cell_bytes, heap::Marker& marker);
void TraceAsyncStep(Object* object, size_t cell_bytes, heap::Marker& marker);

}  // namespace heddle::vm
