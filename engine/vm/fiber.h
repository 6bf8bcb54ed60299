// A Python thread.
#pragma once

#include <atomic>
#include <memory>
#include <string>

#include "heap/value.h"
#include "sched/fiber.h"
#include "sync/event.h"
#include "vm/frame.h"

namespace heddle::vm {

class Program;

// Owned by its Program from its creation until it has finished and its ThreadHandle is dead.
// The worker that runs it owns its fields during a slice; between slices they are still.
class PyFiber final : public sched::Fiber {
 public:
  explicit PyFiber(Program& program) : program_(program), done(sched::WaitReason::kJoin) {}

  sched::RunResult Run(sched::Worker& worker) override;
  void Retire(sched::Worker& worker) override;
  std::string Name() const override;

  void Trace(heap::Marker& marker);

  Program& program() { return program_; }

  Frame* top = nullptr;     // the frame that runs
  FrameStack stack;
  uint32_t depth = 0;       // frames, for the recursion limit
  uint32_t recursion_extra = 0;  // headroom while a RecursionError is being handled
  bool started = false;
  bool ticked = false;      // a controlled slice ended before the instruction at top->pc
  bool daemon = false;
  Value handled;            // the exception being handled, or Undefined
  Value thread;             // the threading.Thread, or Undefined
  Value result;             // what its lowest frame returned
  Value exception;          // what left its lowest frame, or Undefined
  Value locals;             // dict: thread-local objects → their dicts
  Value async_exception;    // to be raised at the next safepoint
  uint64_t ident = 0;

 private:
  Program& program_;

 public:
  sync::Event done;         // set when it has finished: what join() waits for
  PyFiber* next_in_program = nullptr;
};

}  // namespace heddle::vm
