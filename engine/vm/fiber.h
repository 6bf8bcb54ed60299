// A Python thread.
#pragma once

#include <atomic>
#include <memory>
#include <string>
#include <vector>

#include "heap/value.h"
#include "objects/context.h"
#include "sched/fiber.h"
#include "vm/frame.h"

namespace heddle::vm {

class Interpreter;
class Program;

struct FrameView;
struct ThreadLocalsObject;
struct ThreadObject;

// A call to the host that runs on a thread of its own; owned by both sides.
struct HostCall {
  std::string bytes;
  int64_t result = 0;
};

// Owned by its Program from its creation until it has finished. The worker that runs it owns its
// fields during a slice; between slices they are still.
class PyFiber final : public sched::Fiber {
 public:
  explicit PyFiber(Program& program);

  sched::RunResult Run(sched::Worker& worker) override;
  void Retire(sched::Worker& worker) override;
  std::string Name() const override;

  void Trace(heap::Marker& marker);
  void ForgetDeadThreadLocals(const heap::Marker& marker);
  void ForgetDeadViews(const heap::Marker& marker);

  // The threading.Thread's name, if there is one.
  std::string NameOf(Context& cx) const;

  Program& program() { return program_; }

  Frame* top = nullptr;  // the frame that runs
  FrameStack stack;
  uint32_t depth = 0;  // frames, for the recursion limit
  bool started = false;
  bool telling_deaths = false;  // it runs finalizers; those of what dies meanwhile come after them
  bool ticked = false;          // a controlled slice ended before the instruction at top->pc
  uint32_t generators = 0;      // bodies of generators among its frames
  FrameView* views = nullptr;   // of frames of `stack`, innermost first; weak
  Value handled;  // the exception being handled, or Undefined; in a generator's body only its own
  ThreadObject* handle = nullptr;
  Value result;              // what its lowest frame returned
  Value exception;           // what left its lowest frame, or Undefined
  Value context;             // contextvars: the current Context, or Undefined
  Value loop;                // asyncio: the running event loop, or Undefined
  Value task;                // asyncio: the task whose step this is, or Undefined
  Value async_exception;     // to be raised at the next safepoint
  Value asyncgen_firstiter;  // sys.set_asyncgen_hooks; Undefined or None: none
  Value asyncgen_finalizer;
  uint32_t origin_depth = 0;            // sys.set_coroutine_origin_tracking_depth
  std::shared_ptr<HostCall> host_call;  // while it waits for one
  // Those in which it has an entry; weak: the collector takes out the dead.
  std::vector<ThreadLocalsObject*> thread_locals;

  // The Program's list of its fibers; guarded by its mutex.
  PyFiber* next = nullptr;
  PyFiber* previous = nullptr;

 private:
  void LeaveThreadLocals(Interpreter& in);

  Program& program_;
};

}  // namespace heddle::vm
