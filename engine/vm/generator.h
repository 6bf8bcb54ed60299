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

// Whether the body has a try or with statement. Around every body there is one handler, which turns
// StopIteration into RuntimeError.
inline bool EverInTry(const Generator* g) { return (*g->frame.code->unit)->exceptions.size() > 1; }

// Whether closing it would run code: it is suspended in a try or with statement.
bool HasUnfinishedTry(const Generator* g);

void TraceGenerator(Object* object, size_t cell_bytes, heap::Marker& marker);

}  // namespace heddle::vm
