// The interpreter: runs the frames of one fiber on one worker.
//
// An Interpreter is the Context that natives get while a worker runs Python code. It belongs to a
// worker (its allocator is the worker's) and is pointed at a fiber for each slice; `fiber()` and
// `frame()` are of the fiber that is running now.
//
// Files: interpreter.cc the loop; call.cc calls and arguments; attribute.cc, operators.cc,
// iterate.cc the slow paths of the opcodes of those groups; unwind.cc exceptions; loader.cc code
// units.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "objects/attribute.h"
#include "objects/context.h"
#include "objects/function.h"
#include "sched/worker.h"
#include "vm/fiber.h"
#include "vm/frame.h"
#include "vm/generator.h"

namespace heddle {
struct FutureObject;
struct TaskObject;
}  // namespace heddle

namespace heddle::vm {

class Program;

// How the loop goes on after a slow path.
enum class Step : uint8_t {
  kNext,    // done: the instruction after the current one
  kGo,      // frame() or its pc has changed: continue there (pc is the next instruction)
  kRaise,   // `pending` is to be raised in frame()
  kPark,    // run the current instruction again after the fiber was unparked
  kYield,   // the slice ends; continue at frame()
  kFinish,  // the fiber's lowest frame has returned
};

class Interpreter final : public Context {
 public:
  Interpreter(Program& program, sched::Worker& worker, heap::Allocator& heap);

  // Makes `fiber` the one that calls work on, outside of Run().
  void Attach(PyFiber& fiber) { fiber_ = &fiber; }
  // Runs the fiber until its slice ends.
  sched::RunResult Run(PyFiber& fiber);

  Program& program() { return program_; }
  sched::Worker& worker() { return worker_; }
  PyFiber& fiber() { return *fiber_; }
  Frame* frame() { return fiber_->top; }

  // --- calls (call.cc). `frame()` waits for the result as `mode` says.

  // Calls any callable. The arguments are copied; the last len(kwnames) are named by it.
  Step Call(Value callable, std::span<const Value> args, Value kwnames, uint32_t dst,
            ReturnMode mode, Value extra = Value());
  Step Call(Value callable, std::initializer_list<Value> args, uint32_t dst, ReturnMode mode,
            Value extra = Value()) {
    return Call(callable, std::span<const Value>(args.begin(), args.size()), Value(), dst, mode,
                extra);
  }
  Step CallLibrary(Library function, std::initializer_list<Value> args, uint32_t dst,
                   ReturnMode mode = ReturnMode::kStore, Value extra = Value()) {
    return Call(runtime.library[size_t(function)].Load(), args, dst, mode, extra);
  }

  // Gives a result to the frame that waits for it, without a frame having been pushed.
  Step Deliver(uint32_t dst, ReturnMode mode, Value extra, Value value);

  // What a native asks of the VM by returning Ask(…).
  struct Request {
    enum What : uint8_t {
      kNone,
      kSend,                 // generator a, value b
      kThrow,                // generator a, exception b
      kStepSend,             // AsyncStep a, value b
      kStepThrow,            // AsyncStep a, exception b
      kGetAttribute,         // a.b, or c where there is none (c Undefined: AttributeError)
      kGenericAttribute,     // object.__getattribute__(a, b)
      kSetAttribute,         // a.b = c; del a.b when c is Undefined
      kGenericSetAttribute,  // object.__setattr__(a, b, c)
      kExecute,    // code a with globals b, locals c (or Undefined), closure d (tuple or None)
      kConstruct,  // type.__call__: class a, arguments b (tuple), names c
      // a(*b); d is a tuple (native, self, key, function): native(self, key, value) is told of the
      // value. Where the call is not one of a program's own, function(self, key, b, None) is called
      // instead.
      kCallRecording,
      kYieldSlice,   // let others run
      kStepTask,     // the next step of task a
      kRunCallback,  // of a future: a is the Tuple (function, future, context or None)
    };
    What what = kNone;
    Value a, b, c, d;
  } request;
  Value Ask(Request::What what, Value a = Value(), Value b = Value(), Value c = Value(),
            Value d = Value()) {
    request = Request{what, a, b, c, d};
    return Value::Request();
  }

  // Pushes a frame for a function with its arguments bound; false: `pending` is set. A generator
  // function pushes nothing: `tail.callable` is the new generator.
  bool PushFunction(Function* function, std::span<const Value> args, Value kwnames, uint32_t dst,
                    ReturnMode mode, Value extra);
  // Runs code that is no function: a module, class or exec body.
  bool PushBody(Code* code, Dict* globals, Value locals, Value closure, uint32_t dst,
                ReturnMode mode, Value extra);

  // Puts `frame()`'s pc behind its current instruction (before a frame is pushed on it).
  void Advance();

  // --- generators (generator.cc)
  Value NewGenerator(Function* function, Frame* bound);
  Step Resume(Generator* generator, Value sent, uint32_t dst, ReturnMode mode,
              Value extra = Value());
  Step ThrowInto(Generator* generator, Value exception, uint32_t dst, ReturnMode mode,
                 Value extra = Value());
  Step YieldValue(Value value, uint32_t dst);
  // To be done before the first step of an asynchronous generator: its hooks. Returns `step`, as a
  // native does.
  Value BeginAsyncGenerator(Generator* generator, Value step);
  Step SendStep(AsyncStep* step, Value sent, uint32_t dst, ReturnMode mode, Value extra = Value());
  Step ThrowStep(AsyncStep* step, Value exception, uint32_t dst, ReturnMode mode,
                 Value extra = Value());

  // --- tasks of asyncio (tasks.cc)
  Step StepTask(TaskObject* task, uint32_t dst, ReturnMode mode);
  Step RunCallback(Value entry, uint32_t dst);

  // --- the slow paths of opcodes; all work on frame() and its current instruction `w`
  Step LoadAttrSlow(bytecode::Word w);
  Step LoadMethodSlow(bytecode::Word w);
  Step StoreAttrSlow(bytecode::Word w);
  Step DeleteAttrSlow(bytecode::Word w);
  Step LoadGlobalSlow(bytecode::Word w);
  Step StoreGlobalSlow(bytecode::Word w);
  Step BinarySlow(bytecode::Word w, Value a, Value b);
  Step UnarySlow(bytecode::Word w);
  Step CompareSlow(int op, Value a, Value b, uint32_t dst, ReturnMode mode);
  Step TruthSlow(Value v, uint32_t dst, ReturnMode mode);
  Step ContainsSlow(bytecode::Word w, ReturnMode mode);
  Step GetItemSlow(uint32_t dst, Value object, Value index);
  Step SetItemSlow(Value object, Value index, Value value);
  Step DelItemSlow(Value object, Value index);
  Step GetIterSlow(bytecode::Word w);
  Step ForIterSlow(bytecode::Word w);
  Step Execute(bytecode::Word w);  // every opcode that the loop has no case of its own for

  // --- attributes as natives and opcodes ask for them
  Step GetAttribute(Value object, Str* name, uint32_t dst, ReturnMode mode, Value extra = Value(),
                    Value fallback = Value());
  Step SetAttribute(Value object, Str* name, Value value, uint32_t dst, ReturnMode mode);

  // --- exceptions (unwind.cc)
  // Raises `pending` in frame(): kGo at a handler, or kFinish when no frame is left (the exception
  // stays in `pending`).
  Step Unwind();
  FrameView* NewTraceback(Frame* frame, Value exception);
  // The exception being handled, or Undefined.
  Value Handled() const;
  // The error for reading an Undefined register or cell.
  Step RaiseUnbound(uint32_t reg);

  // The calls and requests of natives lie here until they have been served, and then to no purpose.
  void ForgetRequests() {
    tail = Tail();
    request = {};
  }
  // What the program let go of since the last collection. The objects may be dead.
  const std::vector<Object*>& dropped() const { return dropped_; }
  void ForgetDropped() {
    dropped_.clear();
    drop_sites_.clear();
  }
  // Marks what this interpreter holds between two instructions.
  void Trace(heap::Marker& marker);

 private:
  // The forms of the loop.
  enum class Form : uint8_t {
    kPlain,
    kControlled,  // the scheduler decides at every visible operation
    kWatching,    // deaths matter (deaths.cc); controlled or not
  };
  template <Form kForm>
  sched::RunResult Loop();

  // --- deaths.cc
  void NoteDrops(bytecode::Word w);
  static constexpr uint32_t kNoRegister = ~uint32_t{0};
  uint64_t DropSite(Value v);
  void NoteDrop(Value v);
  void NoteDropAt(uint64_t site, Value v);
  void NoteDropUnlessNamed(Value v, Frame* frame, uint32_t except = kNoRegister);
  void NoteEndOf(Frame* frame, Value result);
  void NoteTemporaries(Frame* frame);
  bool IsStillNamed(Value v, Frame* frame, uint32_t except);
  void CollectDropped();
  static uint32_t ContainerLength(Value v);
  Step Safepoint();
  Step TakeSignals();
  bool LeaveWait();
  bool TellDeaths();
  Step Return(Value value);
  Step ReturnSlow(Frame* callee, Value value);
  Step Construct(Type* type, std::span<const Value> args, Value kwnames, uint32_t dst,
                 ReturnMode mode, Value extra);
  Step ConstructPlain(Type* type, std::span<const Value> args, uint32_t dst);
  Step ConstructInLibrary(Type* type, std::span<const Value> args, Value kwnames, uint32_t dst,
                          ReturnMode mode, Value extra);
  Step DeliverAt(uint32_t site, uint32_t dst, ReturnMode mode, Value extra, Value value);
  Step DeliverTruth(uint32_t site, uint32_t dst, ReturnMode mode, Value extra, Value value);
  bool CheckTruthResult(Value special, Value value);
  Step DeliverOperator(uint32_t site, uint32_t dst, ReturnMode mode, Value extra, Value value);
  bool CallConversion(Library what, Value x, uint32_t dst, Step* step);
  Step DeliverConverted(uint32_t site, uint32_t dst, Special special, Value value);
  Step DeliverUnpacked(uint32_t site, uint32_t first, Value list);
  Value HookOr(std::string_view name, Library function);
  Step LoadName(uint32_t dst, Str* name);
  Step StoreName(Str* name, Value v);
  Step DeleteName(Str* name);
  Step SetItemAt(Value object, Value index, Value value);
  Step Unpack(uint32_t first, Value v, uint32_t before, int after);
  Step SpreadItems(uint32_t first, Slot* items, uint32_t count, uint32_t before, int after);
  Step CallKw(bytecode::Word w);
  bool MergeKeywords(Dict* into, Value other);
  Step CallEx(bytecode::Word w);
  Step MakeFunction(bytecode::Word w);
  Step RaiseOpcode(bytecode::Word w);
  Step RaiseClass(Value exception, Value cause);
  Step CheckExcMatch(uint32_t dst, Value exception, Value classes);
  Step BeforeWith(bytecode::Word w);
  Step WithExit(bytecode::Word w);
  Step BeforeAsyncWith(bytecode::Word w);
  Step SetupAnnotations();
  Step MatchKind(bytecode::Word w);
  Step FormatValue(bytecode::Word w);
  Step RunIntrinsic(bytecode::Word w);
  Step DeliverYieldFrom(uint32_t site, Value value);
  uint32_t AtYieldFrom(uint32_t site);
  Step YieldFrom(bytecode::Word w);
  Value NewOrigin();
  Step TellForgotten();
  bool IsForgotten(Value coroutine, uint32_t dst, ReturnMode mode);
  Step Stop(uint32_t site, ReturnMode mode, Value extra, Value value);
  Step GetAnext(bytecode::Word w);
  bool BeginStep(AsyncStep* step);
  AsyncStep* TakeStep(Generator* generator);
  bool LeaveStep(Generator* generator, Value exception);
  Step Enter(Generator* generator, uint32_t dst, ReturnMode mode, Value extra);
  // Makes the body frame(), which waits for what it yields or returns at its present instruction.
  void EnterBody(Generator* generator, uint32_t dst, ReturnMode mode, Value extra);
  // The body stops being frame(), suspended or for good.
  void Leave(Generator* generator, GeneratorState state);
  Step RaiseRunning(Generator* generator);
  Step EndOfFeed(uint32_t site, Value iterator);
  Step ResumeClosed(Generator* generator, ReturnMode mode, Value extra);
  Value WrapStopIteration(const Generator* generator, Value exception);
  void SetContext(Value exception, Value handled);
  Step RaiseNameError(Str* name);
  Str* NameAt(uint32_t index);
  void CacheLookup(const AttributeLookup& found, Value object);
  void LeaveTask(TaskObject* task);
  // The end of what was begun with ReturnMode::kTask.
  Step StepReturned(Value extra, uint32_t site, uint32_t dst, Value value);
  Step StepFailed(Value extra, uint32_t site, uint32_t dst, Value exception);
  Step TaskYielded(TaskObject* task, uint32_t site, uint32_t dst, Value value);
  Step TaskReturned(TaskObject* task, uint32_t site, uint32_t dst, Value value);
  Step TaskFailed(TaskObject* task, uint32_t site, uint32_t dst, Value exception);
  Step AwaitFuture(FutureObject* future, bytecode::Word w);
  Step FinishYieldFrom(uint32_t site, Value value);
  Step EndOfIteration(uint32_t site, ReturnMode mode);
  Step LeaveLoop(uint32_t site);
  Step Serve(uint32_t dst, ReturnMode mode, Value extra);
  Step FinishLookup(const AttributeLookup& found, Value object, Str* name, uint32_t dst,
                    ReturnMode mode, Value extra, Value fallback = Value());
  Step FinishStore(const AttributeStore& store, uint32_t dst, ReturnMode mode);
  bool IsInstance(Value v, Exc kind) const;
  void DecodeComparison(bytecode::Word w, int* op, Value* a, Value* b);
  // Calls a special method that was found on the type of `self`.
  Step CallSpecial(Value special, Value self, std::initializer_list<Value> args, uint32_t dst,
                   ReturnMode mode, Value extra = Value());
  struct OperatorPlan;
  Step TryOperator(const OperatorPlan& plan, int phase, uint32_t dst, ReturnMode mode);
  Step ReturnFromGenerator(Frame* body, Value value);
  Step Instantiate(Type* type, std::span<const Value> args, Value kwnames, uint32_t dst,
                   ReturnMode mode, Value extra);
  Step FinishNative(Value result, uint32_t dst, ReturnMode mode, Value extra);
  Value CallNative(const Native* native, std::span<const Value> args, Value kwnames);
  Value AfterRefusal(const Native* native, std::span<const Value> args, Value kwnames);
  // What comes of a native that was called with its arguments as they lie.
  Step FinishDirect(const Native* native, std::span<const Value> args, Value result, uint32_t dst);
  Value RunNative(const Native* native, std::span<const Value> args, Value kwnames);
  void PopFrame(Frame* frame);
  bool CheckDepth(const Code* code);

  Program& program_;
  sched::Worker& worker_;
  PyFiber* fiber_ = nullptr;
  bool controlled_ = false;
  bool watching_ = false;     // the loop runs in that form
  bool change_form_ = false;  // the loop has ended only to go on in another form
  std::vector<Object*> dropped_;
  std::vector<uint64_t> drop_sites_;  // where they were let go of
  struct Pause {
    uint32_t length, left;
  };
  std::unordered_map<uint64_t, Pause> pauses_;  // by site
  bool thrown_ = false;   // what is pending was thrown into a generator: its context is set
  bool reraise_ = false;  // what is pending is raised again: no new entry in its traceback
};

// The value that a StopIteration carries.
Value StopIterationValue(Context& cx, Value exception);

inline void Interpreter::EnterBody(Generator* g, uint32_t dst, ReturnMode mode, Value extra) {
  Frame* const caller = fiber_->top;
  Frame* const body = &g->frame;
  body->caller = caller;
  body->call_site = caller->pc;
  body->dst = static_cast<uint16_t>(dst);
  body->mode = mode;
  body->extra = extra;
  fiber_->top = body;
  ++fiber_->depth;
  g->outer_handled = fiber_->handled;
  ++fiber_->generators;
  fiber_->handled = g->handled.Load();
}

inline void Interpreter::Leave(Generator* g, GeneratorState state) {
  Frame* const body = &g->frame;
  g->handled.Store(fiber_->handled);
  fiber_->handled = g->outer_handled;
  g->outer_handled = Value();
  fiber_->top = body->caller;
  --fiber_->depth;
  --fiber_->generators;
  body->caller = nullptr;
  body->extra = Value();
  // Release: pairs with the acquire of whoever claims it next.
  g->state.StoreRelease(static_cast<uint32_t>(state));
}

}  // namespace heddle::vm
