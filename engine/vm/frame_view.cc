#include "vm/frame_view.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

#include "heap/object_lock.h"
#include "objects/array.h"
#include "vm/interpreter.h"
#include "vm/invoke.h"
#include "vm/program.h"

namespace heddle::vm {

Value FrameView::GetMore(More which) const {
  const Value all = more.LoadAcquire();
  return all.IsUndefined() ? Value() : all.As<Array>()->slots()[which].LoadAcquire();
}

void FrameView::SetMore(Context& cx, More which, Value value) {
  if (more.LoadAcquire().IsUndefined()) {
    const Value made = Value::Of(NewArray(cx.heap, kMoreSlots));
    heap::ObjectLock lock(cx.heap.locking(), this);
    if (more.Load().IsUndefined()) more.Publish(made);
  }
  more.Load().As<Array>()->slots()[which].Publish(value);
}

namespace {

FrameView* NewView(Context& cx, const Frame* frame) {
  FrameView* const view = NewEndedView(cx, frame->code, 0);
  if (!frame->function.IsUndefined()) view->flags.Store(FrameView::kFunction);
  if (!frame->locals.IsUndefined()) view->SetMore(cx, FrameView::kNames, frame->locals);
  return view;
}

void TakeOver(Context& cx, PyFiber& fiber, FrameView* view, Frame* frame) {
  const bytecode::CodeUnit& unit = **frame->code->unit;
  const uint32_t count = IsHidden(frame->code) ? 0 : view->VariableCount();
  for (uint32_t i = 0; i < count; ++i) {
    if (!bytecode::Liveness::IsTemporary(unit, i)) view->values[i].Store(frame->regs[i]);
  }
  view->pc.Store(frame->pc);
  view->link.Store(nullptr);
  if (view->Has(FrameView::kLooked) && frame->caller != nullptr) {
    FrameView* const back = ViewOf(cx, fiber, frame->caller);
    back->Set(FrameView::kLooked);
    view->link.Store(back);
  }
  // Release: who sees that it has ended sees what it has left.
  view->frame.StoreRelease(nullptr);
}

// Whether the body of a view's generator has ended without the view, which was only just made.
bool HasEnded(const FrameView* view) {
  const Generator* const g = view->GetGenerator();
  return g != nullptr && g->State() == GeneratorState::kClosed;
}

// Calls `look` with the live frame, or with null if it has ended.
template <typename Look>
void WithFrame(Interpreter& in, FrameView* view, const Look& look) {
  Frame* const frame = view->frame.LoadAcquire();
  const bool own = !view->Has(FrameView::kOfGenerator) && view->fiber == &in.fiber();
  if (frame == nullptr || own || !in.heap.locking().enabled) {
    return look(HasEnded(view) ? nullptr : frame);
  }
  in.program().WithWorldStopped(in.worker(),
                                [&] { look(HasEnded(view) ? nullptr : view->frame.Load()); });
}

// The instruction that a live frame is at.
uint32_t PlaceIn(Interpreter& in, const FrameView* view, const Frame* frame) {
  if (frame->pc == 0) return 0;
  const Generator* const g = view->GetGenerator();
  if (g == nullptr) return frame->pc - (view->fiber->top == frame ? 0 : 1);
  const bool suspended = g->State() == GeneratorState::kSuspended;
  const bool at = suspended ? bytecode::OpOf(CurrentWord(frame)) == bytecode::Op::kYieldFrom
                            : in.frame() == frame;
  return frame->pc - (at ? 0 : 1);
}

// The fiber whose stack the frame is on, or null. REQUIRES: the world is stopped, or this is the
// only worker.
PyFiber* FiberOf(Interpreter& in, const Frame* frame) {
  const auto holds = [&](const PyFiber* fiber) {
    const Frame* f = fiber->top;
    while (f != nullptr && f != frame) f = f->caller;
    return f != nullptr;
  };
  if (holds(&in.fiber())) return &in.fiber();
  for (PyFiber* fiber : in.program().Fibers()) {
    if (holds(fiber)) return fiber;
  }
  return nullptr;
}

bool IsCell(const FrameView* view, uint32_t index, Value v) {
  const Code* const code = view->GetCode();
  return v.Is(Kind::kCell) && (index >= code->local_count || (*code->unit)->locals[index].is_cell);
}

}  // namespace

FrameView* ViewOf(Context& cx, PyFiber& fiber, Frame* frame) {
  if (frame->generator != nullptr) return ViewOfGenerator(cx, frame->generator);
  FrameView* inner = nullptr;
  FrameView* next = fiber.views;
  for (const Frame* f = fiber.top; f != frame; f = f->caller) {
    if (f->mode == ReturnMode::kViewed) inner = std::exchange(next, next->link.Load());
  }
  if (frame->mode == ReturnMode::kViewed) return next;
  FrameView* const view = NewView(cx, frame);
  view->fiber = &fiber;
  view->link.Store(next);
  view->frame.Store(frame);
  if (inner == nullptr) {
    fiber.views = view;
  } else {
    inner->link.Store(view);
  }
  frame->viewed_mode = frame->mode;
  frame->mode = ReturnMode::kViewed;
  return view;
}

FrameView* ViewOfGenerator(Context& cx, Generator* g) {
  if (const Value known = g->view.LoadAcquire(); !known.IsUndefined()) {
    return known.As<FrameView>();
  }
  FrameView* const view = NewView(cx, &g->frame);
  view->Set(FrameView::kOfGenerator);
  view->generator.Store(g);
  view->frame.Store(&g->frame);
  heap::ObjectLock lock(cx.heap.locking(), g);
  if (const Value known = g->view.Load(); !known.IsUndefined()) return known.As<FrameView>();
  g->view.Publish(Value::Of(view));
  return view;
}

FrameView* KnownView(const PyFiber& fiber) {
  const Frame* const frame = fiber.top;
  if (frame->generator != nullptr) return frame->generator->view.LoadAcquire().As<FrameView>();
  return frame->mode == ReturnMode::kViewed ? fiber.views : nullptr;
}

FrameView* NewEndedView(Context& cx, Code* code, uint32_t pc) {
  const size_t count = size_t{code->local_count} + code->free_count;
  auto* const view = cx.heap.New<FrameView>(Kind::kFrameView, count * sizeof(Slot));
  view->code.Store(Value::Of(code));
  view->pc.Store(pc);
  return view;
}

void EndView(Context& cx, PyFiber& fiber, Frame* frame) {
  FrameView* const view = fiber.views;
  fiber.views = view->link.Load();
  frame->mode = frame->viewed_mode;
  TakeOver(cx, fiber, view, frame);
}

void EndGeneratorView(Context& cx, PyFiber& fiber, Generator* g) {
  const Value view = g->view.LoadAcquire();
  if (view.IsUndefined()) return;
  TakeOver(cx, fiber, view.As<FrameView>(), &g->frame);
  view.As<FrameView>()->generator.Store(nullptr);
  g->view.Store(Value());
}

void PyFiber::ForgetDeadViews(const heap::Marker& marker) {
  FrameView* inner = nullptr;
  for (FrameView* view = views; view != nullptr; view = view->link.Load()) {
    if (marker.IsMarked(view)) {
      inner = view;
      continue;
    }
    Frame* const frame = view->frame.Load();
    frame->mode = frame->viewed_mode;
    if (inner == nullptr) {
      views = view->link.Load();
    } else {
      inner->link.Store(view->link.Load());
    }
  }
}

bool IsHidden(const Code* code) {
  constexpr std::string_view kFiles[] = {"_builtins.py", "_fallbacks.py", "_rarely.py",
                                         "_prelude.py",  "_main.py",      "_frames.py",
                                         "io.py"};
  if (!IsLibrary(code)) return false;
  return std::find(std::begin(kFiles), std::end(kFiles), (*code->unit)->filename) !=
         std::end(kFiles);
}

Frame* VisibleFrame(const PyFiber& fiber, int64_t depth) {
  for (Frame* frame = fiber.top; frame != nullptr; frame = frame->caller) {
    if (!IsHidden(frame->code) && depth-- <= 0) return frame;
  }
  return nullptr;
}

Value BackOf(Interpreter& in, FrameView* view) {
  FrameView* back = nullptr;
  WithFrame(in, view, [&](Frame* frame) {
    if (frame == nullptr) {
      back = view->link.Load();
      return;
    }
    Frame* caller = frame->caller;
    while (caller != nullptr && IsHidden(caller->code)) caller = caller->caller;
    if (caller == nullptr) return;
    // A running generator is on the stack of the fiber that its caller is on.
    PyFiber* const fiber = view->Has(FrameView::kOfGenerator) ? FiberOf(in, caller) : view->fiber;
    if (fiber != nullptr) back = ViewOf(in, *fiber, caller);
  });
  while (back != nullptr && IsHidden(back->GetCode())) {
    back = back->frame.Load() == nullptr ? back->link.Load() : nullptr;
  }
  if (back == nullptr) return Value::None();
  back->Set(FrameView::kLooked);
  return Value::Of(back);
}

uint32_t PlaceOf(Interpreter& in, FrameView* view) {
  uint32_t at = view->pc.Load();
  WithFrame(in, view, [&](Frame* frame) {
    if (frame != nullptr) at = PlaceIn(in, view, frame);
  });
  return at;
}

int32_t LineOf(Interpreter& in, FrameView* view) {
  const Generator* const g = view->GetGenerator();
  if (g != nullptr && g->State() == GeneratorState::kCreated) return view->GetCode()->first_line;
  const uint32_t at = PlaceOf(in, view);
  return (*view->GetCode()->unit)->LocationOf(at).line;
}

Value GetVariable(Interpreter& in, FrameView* view, uint32_t index) {
  Value v;
  WithFrame(in, view, [&](Frame* frame) {
    v = frame != nullptr ? frame->regs[index] : view->values[index].LoadAcquire();
  });
  return IsCell(view, index, v) ? v.As<Cell>()->value.LoadAcquire() : v;
}

void SetVariable(Interpreter& in, FrameView* view, uint32_t index, Value value) {
  WithFrame(in, view, [&](Frame* frame) {
    const Value old = frame != nullptr ? frame->regs[index] : view->values[index].LoadAcquire();
    if (IsCell(view, index, old)) {
      old.As<Cell>()->value.Publish(value);
    } else if (frame != nullptr) {
      frame->regs[index] = value;
    } else {
      view->values[index].Publish(value);
    }
  });
}

Clear ClearView(FrameView* view) {
  if (view->frame.LoadAcquire() != nullptr && !HasEnded(view)) {
    const Generator* const g = view->GetGenerator();
    if (g == nullptr) return Clear::kExecuting;
    switch (g->State()) {
      case GeneratorState::kRunning: return Clear::kExecuting;
      case GeneratorState::kSuspended: return Clear::kSuspended;
      case GeneratorState::kCreated: return Clear::kNotBegun;
      case GeneratorState::kClosed: break;
    }
  }
  for (uint32_t i = 0; i < view->VariableCount(); ++i) view->values[i].Store(Value());
  if (!view->more.Load().IsUndefined()) {
    for (const auto which : {FrameView::kExtra, FrameView::kTrace}) {
      view->more.Load().As<Array>()->slots()[which].Store(Value());
    }
  }
  return Clear::kDone;
}

void TraceFrameView(Object* object, size_t, heap::Marker& marker) {
  auto* const view = static_cast<FrameView*>(object);
  marker.Visit(view->code);
  marker.Visit(view->more);
  if (view->Has(FrameView::kOfGenerator)) marker.Visit(view->generator.Load());
  // Of a live one on a stack it is weak.
  if (view->frame.Load() == nullptr) marker.Visit(view->link.Load());
  marker.Visit(view->values, view->VariableCount());
}

}  // namespace heddle::vm
