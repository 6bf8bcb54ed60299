// Frame objects: what Python sees of a frame.
//
// A frame is a record on a fiber's stack, or in a generator, that is gone when its function
// returns. Whoever asks for one (sys._getframe(), a traceback, gi_frame) gets a view of it: while
// the frame lives the view looks into it, and when the frame ends its variables move into the view.
// A frame has at most one view at a time, and a view that nobody holds any more is forgotten.
//
// Frames that nobody looks at pay nothing: one on the stack that has a view has the mode kViewed,
// which takes the slow path of Return; a generator knows the view itself.
//
// A live frame belongs to the fiber that runs it; others look into it while the world is stopped.
#pragma once

#include "objects/context.h"
#include "vm/fiber.h"
#include "vm/frame.h"
#include "vm/generator.h"

namespace heddle::vm {

struct FrameView : Object {
  enum Flags : uint32_t {
    kFunction = 1,  // its variables are registers; otherwise f_locals is a mapping
    kOfGenerator = 2,
    kLooked = 4,        // Python has seen it: then it knows its caller for good
    kNoTraceLines = 8,  // f_trace_lines is False
    kTraceOpcodes = 16,
  };
  Relaxed<Frame*> frame;  // null: it has ended
  // On whose stack the frame is, or was; a Generator's: that, until it has ended.
  union {
    PyFiber* fiber;
    Relaxed<Generator*> generator;
  };
  // While it lives on a stack, the next view of the same stack (see PyFiber::views). Of an ended
  // one, the caller's, if it is known.
  Relaxed<FrameView*> link;
  Slot code;
  Slot more;  // Undefined, or an Array of what few frames have; see More
  Relaxed<uint32_t> flags;
  Relaxed<uint32_t> pc;  // where it ended
  Slot values[];         // the variables; Undefined as long as the frame lives

  enum More : uint8_t {
    kNames,  // mapping of a class body or exec
    kExtra,  // dict of what f_locals was given that is no variable
    kTrace,  // f_trace
  };
  static constexpr uint32_t kMoreSlots = 3;
  Value GetMore(More which) const;
  void SetMore(Context& cx, More which, Value value);

  bool Has(Flags flag) const { return (flags.Load() & flag) != 0; }
  void Set(Flags flag) { flags.Store(flags.Load() | flag); }
  Code* GetCode() const { return code.Load().As<Code>(); }
  Value Globals() const { return GetCode()->globals_owner.Load(); }
  uint32_t VariableCount() const {
    return static_cast<uint32_t>(GetCode()->local_count + GetCode()->free_count);
  }
  // Of a live one; null for one on a stack.
  Generator* GetGenerator() const { return Has(kOfGenerator) ? generator.Load() : nullptr; }
};

// The view of a frame of this fiber, which runs `cx`, or is still because the world is stopped.
FrameView* ViewOf(Context& cx, PyFiber& fiber, Frame* frame);
// The view of the body of a generator that has not ended. Any thread.
FrameView* ViewOfGenerator(Context& cx, Generator* generator);

// The view of the frame that runs, or null if it has none.
FrameView* KnownView(const PyFiber& fiber);

// The view of one that has ended, and of which no more is known.
FrameView* NewEndedView(Context& cx, Code* code, uint32_t pc);

// The variables move into the view: the frame of `fiber` that is kViewed is about to end.
void EndView(Context& cx, PyFiber& fiber, Frame* frame);
// The same for a generator's body, if it has a view. `fiber` runs it, or ends it unbegun.
void EndGeneratorView(Context& cx, PyFiber& fiber, Generator* generator);

// The frame `depth` levels below the one that runs, or null. Frames of the part of the library that
// CPython has in C do not count.
Frame* VisibleFrame(const PyFiber& fiber, int64_t depth);
bool IsHidden(const Code* code);

// The caller's view, as Python sees it: a FrameView or None.
Value BackOf(Interpreter& in, FrameView* view);
int32_t LineOf(Interpreter& in, FrameView* view);
uint32_t PlaceOf(Interpreter& in, FrameView* view);

// A variable, by its register. Undefined: not bound.
Value GetVariable(Interpreter& in, FrameView* view, uint32_t index);
void SetVariable(Interpreter& in, FrameView* view, uint32_t index, Value value);

// Why frame.clear() cannot be done, or that it was.
enum class Clear : uint8_t { kDone, kExecuting, kSuspended, kNotBegun };
Clear ClearView(FrameView* view);

void TraceFrameView(Object* object, size_t cell_bytes, heap::Marker& marker);

}  // namespace heddle::vm
