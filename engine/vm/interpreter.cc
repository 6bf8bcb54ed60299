// The interpreter loop.
//
// Rules
//  1. Registers belong to the running fiber; everything else that Python can reach is a Slot or is
//     read through a function that copes with other threads.
//  2. Nothing here calls Python code and comes back: a case either finishes, or pushes a frame and
//     goes on with that (Step::kGo), or parks.
//  3. `frame->pc` is written (SAVE) before anything that may raise, push a frame, park, yield or be
//     looked at by the collector.
//  4. Only JumpBack, the calls and the with-statements are safepoints; so no case holds an object
//     that a register does not hold across one.
//  5. The controlled instantiation counts a tick before each visible operation (trait V or P) and
//     yields there when the policy says so; the other one has none of this (law 6).
#include "vm/interpreter.h"

#include <cmath>
#include <cstring>

#include "bytecode/code_unit.h"
#include "objects/dict.h"
#include "objects/iterator.h"
#include "objects/list.h"
#include "objects/number.h"
#include "objects/range.h"
#include "objects/str_ops.h"
#include "objects/tuple.h"
#include "vm/cache.h"
#include "vm/invoke.h"
#include "vm/program.h"

namespace heddle::vm {

using bytecode::ExtS32;
using bytecode::FieldA;
using bytecode::FieldB;
using bytecode::FieldC;
using bytecode::FieldS32;
using bytecode::Op;
using bytecode::OpOf;
using bytecode::SignedB;
using bytecode::SignedC;
using bytecode::Word;

namespace {

constexpr uint64_t kIntTag = uint64_t{0xffff} << 48;

inline bool BothSmall(Value a, Value b) { return (a.bits() & b.bits()) >= kIntTag; }
inline bool BothDouble(Value a, Value b) { return a.IsDouble() && b.IsDouble(); }

// Small ints in the upper 48 bits of a word, so that overflow of the word is overflow of the int.
inline int64_t Shifted(Value v) { return static_cast<int64_t>(v.bits() << 16); }
inline Value Unshifted(int64_t v) {
  return Value::FromBits((static_cast<uint64_t>(v) >> 16) | kIntTag);
}

inline bool AddSmall(Value a, Value b, Value* out) {
  int64_t r;
  if (__builtin_add_overflow(Shifted(a), Shifted(b), &r)) return false;
  *out = Unshifted(r);
  return true;
}
inline bool SubSmall(Value a, Value b, Value* out) {
  int64_t r;
  if (__builtin_sub_overflow(Shifted(a), Shifted(b), &r)) return false;
  *out = Unshifted(r);
  return true;
}
inline bool MulSmall(Value a, Value b, Value* out) {
  int64_t r;
  if (__builtin_mul_overflow(Shifted(a), b.small(), &r)) return false;
  *out = Unshifted(r);
  return true;
}
// Floor division and modulo of small ints. REQUIRES: b is not 0.
inline Value FloorDivSmall(int64_t a, int64_t b) {
  int64_t q = a / b;
  if ((a % b != 0) && ((a < 0) != (b < 0))) --q;
  return Value::Small(q);
}
inline Value ModSmall(int64_t a, int64_t b) {
  int64_t r = a % b;
  if (r != 0 && ((r < 0) != (b < 0))) r += b;
  return Value::Small(r);
}

template <int kOp, typename T>
inline bool Compare(T a, T b) {
  if constexpr (kOp == 0) return a < b;
  if constexpr (kOp == 1) return a <= b;
  if constexpr (kOp == 2) return a == b;
  if constexpr (kOp == 3) return a != b;
  if constexpr (kOp == 4) return a > b;
  return a >= b;
}

// Whether a comparison is == or !=.
template <int kOp>
constexpr bool IsEquality() {
  return kOp == 2 || kOp == 3;
}

inline bool IsPlainStr(Value v) { return v.Is(Kind::kStr) && (v.object()->flags & kSubclass) == 0; }
inline bool BothPlainStr(Value a, Value b) { return IsPlainStr(a) && IsPlainStr(b); }

// Whether `count` positional arguments are what the native expects, laid out as they are.
inline bool TakesDirectly(const Native* native, uint32_t count) {
  return count >= native->direct_least && count <= native->direct_most;
}

// Whether nothing comes of the return of `v` but a value in a register of the caller, or nothing.
inline bool PlainReturn(const Frame* frame, Value v) {
  if (frame->generator != nullptr) return false;
  switch (frame->mode) {
    case ReturnMode::kStore: return true;
    case ReturnMode::kInit: return v.IsNone();
    case ReturnMode::kDiscard: return frame->caller != nullptr;
    default: return false;
  }
}

// The function, if it takes `count` plain parameters and is no generator; else null.
inline Function* TakesExactly(Value v, uint32_t count) {
  if (!v.Is(Kind::kFunction)) return nullptr;
  auto* const function = v.As<Function>();
  const Code* const code = function->code;
  return code->simple_args != 0 && code->positional == count ? function : nullptr;
}

// The native, if it is a bound one that takes `count` arguments besides its self; else null.
inline const Native* BoundTaking(Value v, uint32_t count) {
  if (!v.Is(Kind::kNative)) return nullptr;
  const auto* const native = v.As<Native>();
  const Signature& s = *native->signature;
  const bool takes = count + 1 >= s.min && count + 1 <= s.max && s.max != 0xffff;
  return takes && !native->self.Load().IsUndefined() ? native : nullptr;
}

constexpr uint8_t kWordsOf[] = {
#define OP(name, words, operands, traits) words,
#include "bytecode/opcodes.def"
#undef OP
};

// Whether an instruction may make a name, an attribute, an item or a frame let go of an object: the
// watching form has NoteDrops() look at it. The calls let go of dead temporaries; of what their
// result replaces they tell when it is there.
constexpr bool LetsGo(Op op, const char* operands, const char* traits) {
  switch (op) {
    case Op::kStoreGlobal:
    case Op::kStoreName:
    case Op::kStoreCell:
    case Op::kStoreAttr:
    case Op::kStoreSubscr:
    case Op::kDeleteGlobal:
    case Op::kDeleteName:
    case Op::kDeleteCell:
    case Op::kDeleteAttr:
    case Op::kDeleteSubscr:
    case Op::kDeleteLocal:
    case Op::kReturn:
    case Op::kPopExcInfo:
    case Op::kJumpBack:
    case Op::kCall:
    case Op::kCallMethod:
    case Op::kCallKw:
    case Op::kCallEx: return true;
    default: break;
  }
  if (operands[0] != 'd') return false;
  for (; *traits != '\0'; ++traits) {
    if (*traits == 'P') return false;
  }
  return true;
}
constexpr bool kLetsGo[] = {
#define OP(name, words, operands, traits) LetsGo(Op::k##name, operands, traits),
#include "bytecode/opcodes.def"
#undef OP
};

}  // namespace

#if defined(__GNUC__) && !defined(__EMSCRIPTEN__)
#define HEDDLE_COMPUTED_GOTO 1
#endif

#define R(i) regs[i]
#define SAVE() (frame->pc = static_cast<uint32_t>(pc - words))
#define SLOW(expression) \
  do {                   \
    SAVE();              \
    step = (expression); \
    goto after_slow;     \
  } while (0)
#define RELOAD()                \
  do {                          \
    frame = fiber_->top;        \
    regs = frame->regs;         \
    words = frame->code->words; \
    pc = words + frame->pc;     \
  } while (0)

// In the watching form: what the last instruction has let go of is collected, and it is noted what
// this one is about to let go of.
#define WATCH()                                   \
  do {                                            \
    if constexpr (kForm == Form::kWatching) {     \
      if (!dropped_.empty()) {                    \
        SAVE();                                   \
        step = Safepoint();                       \
        if (step != Step::kNext) goto after_slow; \
      }                                           \
      if (kLetsGo[static_cast<uint16_t>(w)]) {    \
        SAVE();                                   \
        NoteDrops(w);                             \
      }                                           \
    }                                             \
  } while (0)
#ifdef HEDDLE_COMPUTED_GOTO
#define CASE(name) L_##name
#define DISPATCH()                           \
  do {                                       \
    w = pc->Load();                          \
    WATCH();                                 \
    goto* kLabels[static_cast<uint16_t>(w)]; \
  } while (0)
#else
#define CASE(name) case Op::k##name
#define DISPATCH() goto dispatch
#endif
#define NEXT(n) \
  do {          \
    pc += (n);  \
    DISPATCH(); \
  } while (0)

// A scheduling point of a controlled run; the instruction is run when the fiber goes on.
#define VISIBLE()                                                                  \
  do {                                                                             \
    if (kForm == Form::kControlled || (kForm == Form::kWatching && controlled_)) { \
      if (ticked) {                                                                \
        ticked = false;                                                            \
      } else if (worker_.Tick()) {                                                 \
        SAVE();                                                                    \
        ForgetDropped(); /* it will be noted again */                              \
        fiber_->ticked = true;                                                     \
        return sched::RunResult::kYield;                                           \
      }                                                                            \
    }                                                                              \
  } while (0)
#define POLL()                                  \
  do {                                          \
    if (worker_.interrupted()) [[unlikely]] {   \
      SAVE();                                   \
      step = Safepoint();                       \
      if (step != Step::kNext) goto after_slow; \
    }                                           \
  } while (0)

// Calls a native with arguments as they lie, for an instruction of two words or `size`.
#define CALL_NATIVE(native, arguments, count) CALL_NATIVE_AT(native, arguments, count, 2)
#define CALL_NATIVE_AT(native, arguments, count, size)                                   \
  do {                                                                                   \
    SAVE();                                                                              \
    [[maybe_unused]] uint32_t length = 0;                                                \
    const Value first = count != 0 ? (arguments)[0] : Value();                           \
    if constexpr (kForm == Form::kWatching) length = ContainerLength(first);             \
    const Value result = native->fn(*this, Args{const_cast<Value*>(arguments), count});  \
    if constexpr (kForm == Form::kWatching) {                                            \
      if (ContainerLength(first) < length) NoteDrop(first);                              \
    }                                                                                    \
    if (result.bits() > Value::Request().bits() || result.IsNone() || result.IsBool()) { \
      if constexpr (kForm == Form::kWatching) {                                          \
        if (FieldA(w) < frame->code->local_count) NoteDrop(R(FieldA(w)));                \
      }                                                                                  \
      R(FieldA(w)) = result;                                                             \
      NEXT(size);                                                                        \
    }                                                                                    \
    step = FinishDirect(native, {arguments, count}, result, FieldA(w));                  \
    goto after_slow;                                                                     \
  } while (0)

// The call of a generator or coroutine function with plain arguments, for an instruction of two
// words; falls through where it is something else.
#define MAKE_GENERATOR(function, code, arguments, count, defaults)                            \
  do {                                                                                        \
    if constexpr (kForm != Form::kWatching) {                                                 \
      if (TakesPlainly(code, count, defaults) && fiber_->origin_depth == 0) {                 \
        R(FieldA(w)) = Value::Of(NewGeneratorOf(heap, function, arguments, count, defaults)); \
        if (OpOf(pc[2].Load()) != Op::kGetAwaitable) {                                        \
          frame->pc = static_cast<uint32_t>(pc - words) + 2;                                  \
          if (IsForgotten(R(FieldA(w)), FieldA(w), ReturnMode::kStore)) [[unlikely]] {        \
            step = TellForgotten();                                                           \
            goto after_slow;                                                                  \
          }                                                                                   \
        }                                                                                     \
        NEXT(2);                                                                              \
      }                                                                                       \
    }                                                                                         \
  } while (0)

// Pushes the frame of a function whose parameters are `count` plain ones and goes on in it. The
// instruction that waits for the result is `size` words long; the caller has counted the depth.
#define ENTER(function, code, arguments, count, size, mode) \
  ENTER_WITH(function, code, arguments, count, nullptr, size, mode)
// The same with the last of these defaults for the parameters from `count` on.
#define ENTER_WITH(function, code, arguments, count, defaults, size, mode)         \
  do {                                                                             \
    const auto site = static_cast<uint32_t>(pc - words);                           \
    frame->pc = site + (size);                                                     \
    Frame* const callee_frame = fiber_->stack.Push(code->register_count);          \
    InitFrame(callee_frame, frame, function, code, site, FieldA(w), mode);         \
    for (uint32_t i = 0; i < (count); ++i) callee_frame->regs[i] = (arguments)[i]; \
    ClearRegisters(callee_frame, count);                                           \
    if (defaults != nullptr) CopyDefaults(defaults, callee_frame, count);          \
    if (code->free_count != 0) CopyClosure(callee_frame, function, code);          \
    fiber_->top = callee_frame;                                                    \
    frame = callee_frame;                                                          \
    regs = frame->regs;                                                            \
    words = code->words;                                                           \
    pc = words;                                                                    \
    DISPATCH();                                                                    \
  } while (0)

sched::RunResult Interpreter::Run(PyFiber& fiber) {
  fiber_ = &fiber;
  controlled_ = worker_.scheduler().kind() == sched::SchedulerKind::kControlled;
  for (;;) {
    watching_ = runtime.deaths_matter.Load() != 0;
    const sched::RunResult result = watching_     ? Loop<Form::kWatching>()
                                    : controlled_ ? Loop<Form::kControlled>()
                                                  : Loop<Form::kPlain>();
    if (!std::exchange(change_form_, false)) return result;
  }
}

template <Interpreter::Form kForm>
sched::RunResult Interpreter::Loop() {
#ifdef HEDDLE_COMPUTED_GOTO
  static const void* const kLabels[] = {
#define OP(name, words, operands, traits) &&L_##name,
#include "bytecode/opcodes.def"
#undef OP
  };
#endif
  Frame* frame;
  Value* regs;
  Relaxed<uint64_t>* words;
  Relaxed<uint64_t>* pc;
  Word w = 0;
  Step step = Step::kGo;
  [[maybe_unused]] bool ticked = fiber_->ticked;
  fiber_->ticked = false;

  if (fiber_->top == nullptr) return sched::RunResult::kFinished;
  RELOAD();
  // A slice begins with a safepoint: an exception sent to the fiber, or a stop, is seen.
  if (worker_.interrupted() || !fiber_->async_exception.IsUndefined() ||
      program_.SignalsPending(*fiber_)) {
    step = Safepoint();
    if (step == Step::kNext) step = Step::kGo;
    goto after_slow;
  }
  DISPATCH();

after_slow:
  if constexpr (kForm != Form::kWatching) {
    if (runtime.deaths_matter.Load() != 0 && step <= Step::kGo) [[unlikely]] {
      if (step == Step::kNext) fiber_->top->pc += kWordsOf[static_cast<uint16_t>(w)];
      change_form_ = true;
      return sched::RunResult::kYield;
    }
  }
  switch (step) {
    case Step::kNext: NEXT(kWordsOf[static_cast<uint16_t>(w)]);
    case Step::kGo: RELOAD(); DISPATCH();
    case Step::kRaise: step = Unwind(); goto after_slow;
    case Step::kPark: return sched::RunResult::kParked;
    case Step::kYield: return sched::RunResult::kYield;
    case Step::kFinish: return sched::RunResult::kFinished;
  }
  __builtin_unreachable();

#ifndef HEDDLE_COMPUTED_GOTO
dispatch:
  w = pc->Load();
  WATCH();
  switch (OpOf(w)) {
#endif

    CASE(Nop) : NEXT(1);
    CASE(Move) : {
      R(FieldA(w)) = R(FieldB(w));
      NEXT(1);
    }
    CASE(LoadLocal) : {
      const Value v = R(FieldB(w));
      if (v.IsUndefined()) [[unlikely]]
        SLOW(RaiseUnbound(FieldB(w)));
      R(FieldA(w)) = v;
      NEXT(1);
    }
    CASE(LoadConst) : {
      R(FieldA(w)) = frame->code->constants[FieldS32(w)].Load();
      NEXT(1);
    }
    CASE(LoadGlobal) : {
      VISIBLE();
      const auto* cell = reinterpret_cast<const Cell*>(static_cast<uintptr_t>(pc[1].Load()));
      if (cell != nullptr) [[likely]] {
        Value v = cell->value.Load();
        if (v.IsUndefined()) {
          const Cell* fallback = cell->fallback.Load();
          if (fallback != nullptr) v = fallback->value.Load();
        }
        if (!v.IsUndefined()) [[likely]] {
          R(FieldA(w)) = v;
          NEXT(2);
        }
      }
      SLOW(LoadGlobalSlow(w));
    }
    CASE(StoreGlobal) : {
      VISIBLE();
      auto* cell = reinterpret_cast<Cell*>(static_cast<uintptr_t>(pc[1].Load()));
      const Value v = R(FieldA(w));
      if (cell != nullptr && !v.IsUndefined() && !cell->value.Load().IsUndefined()) [[likely]] {
        cell->value.Publish(v);
        NEXT(2);
      }
      SLOW(StoreGlobalSlow(w));
    }
    CASE(MakeCell) : {
      R(FieldA(w)) = Value::Of(NewCell(heap, R(FieldA(w))));
      NEXT(1);
    }
    CASE(LoadCell) : {
      VISIBLE();
      const Value v = R(FieldB(w)).template As<Cell>()->value.Load();
      if (v.IsUndefined()) [[unlikely]]
        SLOW(RaiseUnbound(FieldB(w)));
      R(FieldA(w)) = v;
      NEXT(1);
    }
    CASE(StoreCell) : {
      VISIBLE();
      const Value v = R(FieldB(w));
      if (v.IsUndefined()) [[unlikely]]
        SLOW(RaiseUnbound(FieldB(w)));
      R(FieldA(w)).template As<Cell>()->value.Publish(v);
      NEXT(1);
    }

    // ---- attributes
    CASE(LoadAttr) : {
      VISIBLE();
      const Value v = R(FieldB(w));
      if (v.IsObject()) [[likely]] {
        Object* const object = v.object();
        const uint64_t cached = pc[1].Load();
        if (cached >> 32 == object->shape.LoadAcquire() && cached != 0) [[likely]] {
          const Value found = SlotAt(object, static_cast<uint32_t>(cached)).Load();
          if (!found.IsUndefined()) [[likely]] {
            R(FieldA(w)) = found;
            NEXT(3);
          }
        } else if (const CacheEntry* entry = FindInChain(EntryAt(pc[2]), object)) {
          const Value found = ValueOf(entry, object);
          if (!found.IsUndefined()) [[likely]] {
            R(FieldA(w)) = found;
            NEXT(3);
          }
          if (entry->what == CacheEntry::kProperty) {
            const Value getter = entry->value.template As<Property>()->get.Load();
            if (Function* const function = TakesExactly(getter, 1);
                function != nullptr && fiber_->depth < program_.recursion_limit()) {
              ++fiber_->depth;
              Code* const code = function->code;
              ENTER(function, code, &v, 1, 3, ReturnMode::kStore);
            }
            if (const Native* const native = BoundTaking(getter, 1)) {
              const Value args[] = {native->self.Load(), v};
              CALL_NATIVE_AT(native, args, 2, 3);
            }
          }
        }
      }
      SLOW(LoadAttrSlow(w));
    }
    CASE(LoadMethod) : {
      VISIBLE();
      const Value v = R(FieldB(w));
      if (v.IsObject()) [[likely]] {
        Object* const object = v.object();
        if (const CacheEntry* entry = FindInChain(EntryAt(pc[2]), object)) [[likely]] {
          if (entry->what == CacheEntry::kMethod) [[likely]] {
            R(FieldA(w)) = entry->value;
            R(FieldA(w) + 1) = v;
            NEXT(3);
          }
          if (entry->what == CacheEntry::kClassMethod ||
              entry->what == CacheEntry::kNamespaceClassMethod) {
            R(FieldA(w)) = entry->value;
            R(FieldA(w) + 1) = Value::Of(reinterpret_cast<Object*>(entry->type));
            NEXT(3);
          }
          const Value found = ValueOf(entry, object);
          if (!found.IsUndefined()) [[likely]] {
            R(FieldA(w)) = found;
            R(FieldA(w) + 1) = Value::Undefined();
            NEXT(3);
          }
        }
      }
      SLOW(LoadMethodSlow(w));
    }
    CASE(StoreAttr) : {
      VISIBLE();
      const Value v = R(FieldA(w));
      if (v.IsObject()) [[likely]] {
        Object* const object = v.object();
        const uint64_t cached = pc[1].Load();
        const uint32_t shape = object->shape.LoadAcquire();
        const Value stored = R(FieldC(w));
        if (cached >> 32 == shape && cached != 0 && !stored.IsUndefined()) [[likely]] {
          SlotAt(object, static_cast<uint32_t>(cached)).Publish(stored);
          NEXT(3);
        }
        const CacheEntry* const entry = FindInChain(EntryAt(pc[2]), object);
        if (entry != nullptr && !stored.IsUndefined()) {
          if (entry->what == CacheEntry::kSlot) {
            SlotAt(object, entry->offset).Publish(stored);
            NEXT(3);
          }
          if (entry->what == CacheEntry::kProperty) {
            const Value setter = entry->value.template As<Property>()->set.Load();
            if (Function* const function = TakesExactly(setter, 2);
                function != nullptr && fiber_->depth < program_.recursion_limit()) {
              ++fiber_->depth;
              Code* const code = function->code;
              const Value args[] = {v, stored};
              ENTER(function, code, args, 2, 3, ReturnMode::kDiscard);
            }
          } else if (AddAttribute(heap.locking(), object, *entry, stored)) {
            NEXT(3);
          }
        }
      }
      SLOW(StoreAttrSlow(w));
    }
    CASE(LoadSubscr) : {
      VISIBLE();
      const Value object = R(FieldB(w)), index = R(FieldC(w));
      if (object.IsObject()) [[likely]] {
        Object* const o = object.object();
        if (o->kind == Kind::kList && index.IsSmall() && !(o->flags & kSubclass)) {
          const Value v = ListGet(static_cast<List*>(o), index.small());
          if (!v.IsUndefined()) [[likely]] {
            R(FieldA(w)) = v;
            NEXT(1);
          }
        } else if (o->kind == Kind::kDict && !(o->flags & kSubclass)) {
          Value v;
          SAVE();
          const Find found = DictFind(*this, static_cast<Dict*>(o), index, &v);
          if (found == Find::kFound) [[likely]] {
            R(FieldA(w)) = v;
            NEXT(1);
          }
        } else if (o->kind == Kind::kTuple && index.IsSmall() && !(o->flags & kSubclass)) {
          auto* tuple = static_cast<Tuple*>(o);
          int64_t i = index.small();
          if (i < 0) i += tuple->length;
          if (static_cast<uint64_t>(i) < tuple->length) [[likely]] {
            R(FieldA(w)) = tuple->Get(i);
            NEXT(1);
          }
        } else if (o->kind == Kind::kStr && index.IsSmall() && !(o->flags & kSubclass)) {
          auto* str = static_cast<Str*>(o);
          int64_t i = index.small();
          if (i < 0) i += str->length;
          if (static_cast<uint64_t>(i) < str->length) [[likely]] {
            R(FieldA(w)) = Value::Of(CharStr(*this, str->At(static_cast<uint32_t>(i))));
            NEXT(1);
          }
        }
      }
      pending = Value();
      SLOW(GetItemSlow(FieldA(w), R(FieldB(w)), R(FieldC(w))));
    }
    CASE(LoadSubscrInt) : {
      VISIBLE();
      const Value object = R(FieldB(w));
      if (object.IsObject()) [[likely]] {
        Object* const o = object.object();
        if (o->kind == Kind::kList && !(o->flags & kSubclass)) {
          const Value v = ListGet(static_cast<List*>(o), SignedC(w));
          if (!v.IsUndefined()) [[likely]] {
            R(FieldA(w)) = v;
            NEXT(1);
          }
        } else if (o->kind == Kind::kTuple && !(o->flags & kSubclass)) {
          auto* tuple = static_cast<Tuple*>(o);
          int64_t i = SignedC(w);
          if (i < 0) i += tuple->length;
          if (static_cast<uint64_t>(i) < tuple->length) [[likely]] {
            R(FieldA(w)) = tuple->Get(i);
            NEXT(1);
          }
        } else if (o->kind == Kind::kStr && !(o->flags & kSubclass)) {
          auto* str = static_cast<Str*>(o);
          int64_t i = SignedC(w);
          if (i < 0) i += str->length;
          if (static_cast<uint64_t>(i) < str->length) [[likely]] {
            R(FieldA(w)) = Value::Of(CharStr(*this, str->At(static_cast<uint32_t>(i))));
            NEXT(1);
          }
        }
      }
      SLOW(GetItemSlow(FieldA(w), R(FieldB(w)), Value::Small(SignedC(w))));
    }
    CASE(StoreSubscr) : {
      VISIBLE();
      const Value object = R(FieldA(w)), index = R(FieldB(w)), v = R(FieldC(w));
      if (object.IsObject() && !v.IsUndefined()) [[likely]] {
        Object* const o = object.object();
        if (o->kind == Kind::kList && index.IsSmall() && !(o->flags & kSubclass)) {
          if (ListSet(*this, static_cast<List*>(o), index.small(), v)) [[likely]]
            NEXT(1);
        } else if (o->kind == Kind::kDict && !(o->flags & kSubclass) && !index.IsUndefined()) {
          SAVE();
          const Find found = DictStore(*this, static_cast<Dict*>(o), index, v);
          if (found == Find::kFound || found == Find::kMissing) [[likely]]
            NEXT(1);
          pending = Value();
        }
      }
      SLOW(SetItemSlow(R(FieldA(w)), R(FieldB(w)), R(FieldC(w))));
    }

    // ---- arithmetic
#define BINARY(name, small_case, double_case)       \
  {                                                 \
    const Value a = R(FieldB(w)), b = R(FieldC(w)); \
    if (BothSmall(a, b)) [[likely]] {               \
      small_case;                                   \
    } else if (BothDouble(a, b)) {                  \
      double_case;                                  \
    }                                               \
    SLOW(BinarySlow(w, a, b));                      \
  }
#define DONE(v)       \
  do {                \
    R(FieldA(w)) = v; \
    NEXT(1);          \
  } while (0)

    CASE(Add)
        : CASE(IAdd)
        : BINARY(
              Add,
              {
                Value r;
                if (AddSmall(a, b, &r)) [[likely]]
                  DONE(r);
              },
              DONE(Value::Double(a.dbl() + b.dbl()))) CASE(Sub)
        : CASE(ISub)
        : BINARY(
              Sub,
              {
                Value r;
                if (SubSmall(a, b, &r)) [[likely]]
                  DONE(r);
              },
              DONE(Value::Double(a.dbl() - b.dbl()))) CASE(Mul)
        : CASE(IMul)
        : BINARY(
              Mul,
              {
                Value r;
                if (MulSmall(a, b, &r)) [[likely]]
                  DONE(r);
              },
              DONE(Value::Double(a.dbl() * b.dbl()))) CASE(TrueDiv)
        : CASE(ITrueDiv)
        : BINARY(
              TrueDiv,
              {
                // Exact conversions: small ints have 48 bits.
                if (b.small() != 0) {
                  DONE(Value::Double(static_cast<double>(a.small()) /
                                     static_cast<double>(b.small())));
                }
              },
              {
                if (b.dbl() != 0.0) DONE(Value::Double(a.dbl() / b.dbl()));
              }) CASE(FloorDiv)
        : CASE(IFloorDiv)
        : BINARY(FloorDiv,
                 {
                   // The smallest small int divided by -1 is the only result that is not small.
                   if (b.small() != 0 && b.small() != -1) DONE(FloorDivSmall(a.small(), b.small()));
                 },
                 {}) CASE(Mod)
        : CASE(IMod)
        : BINARY(Mod,
                 {
                   if (b.small() != 0) DONE(ModSmall(a.small(), b.small()));
                 },
                 {}) CASE(And)
        : CASE(IAnd)
        : BINARY(And, DONE(Value::FromBits(a.bits() & b.bits())), {}) CASE(Or)
        : CASE(IOr)
        : BINARY(Or, DONE(Value::FromBits(a.bits() | b.bits())), {}) CASE(Xor)
        : CASE(IXor)
        : BINARY(Xor, DONE(Value::FromBits((a.bits() ^ b.bits()) | kIntTag)), {}) CASE(LShift)
        : CASE(ILShift)
        : BINARY(LShift,
                 {
                   const int64_t shift = b.small();
                   if (shift >= 0 && shift < 47) {
                     const int64_t r =
                         static_cast<int64_t>(static_cast<uint64_t>(a.small()) << shift);
                     if (r >> shift == a.small() && Value::FitsSmall(r)) DONE(Value::Small(r));
                   }
                 },
                 {}) CASE(RShift)
        : CASE(IRShift)
        : BINARY(RShift,
                 {
                   const int64_t shift = b.small();
                   if (shift >= 0) DONE(Value::Small(a.small() >> (shift < 63 ? shift : 63)));
                 },
                 {}) CASE(Pow)
        : CASE(MatMul) : CASE(IPow) : CASE(IMatMul) : {
      SLOW(BinarySlow(w, R(FieldB(w)), R(FieldC(w))));
    }

#define BINARY_INT(small_case, double_case)  \
  {                                          \
    const Value a = R(FieldB(w));            \
    const int32_t i = SignedC(w);            \
    if (a.IsSmall()) [[likely]] {            \
      small_case;                            \
    } else if (a.IsDouble()) {               \
      double_case;                           \
    }                                        \
    SLOW(BinarySlow(w, a, Value::Small(i))); \
  }
    CASE(AddInt)
        : CASE(IAddInt)
        : BINARY_INT(
              {
                Value r;
                if (AddSmall(a, Value::Small(i), &r)) [[likely]]
                  DONE(r);
              },
              DONE(Value::Double(a.dbl() + i))) CASE(SubInt)
        : CASE(ISubInt)
        : BINARY_INT(
              {
                Value r;
                if (SubSmall(a, Value::Small(i), &r)) [[likely]]
                  DONE(r);
              },
              DONE(Value::Double(a.dbl() - i))) CASE(MulInt)
        : BINARY_INT(
              {
                Value r;
                if (MulSmall(a, Value::Small(i), &r)) [[likely]]
                  DONE(r);
              },
              DONE(Value::Double(a.dbl() * i))) CASE(FloorDivInt)
        : BINARY_INT(
              {
                if (i != 0 && i != -1) DONE(FloorDivSmall(a.small(), i));
              },
              {}) CASE(ModInt)
        : BINARY_INT(
              {
                if (i != 0) DONE(ModSmall(a.small(), i));
              },
              {}) CASE(AndInt)
        : BINARY_INT(DONE(Value::Small(a.small() & i)), {})

              CASE(Neg)
        : {
      const Value v = R(FieldB(w));
      if (v.IsSmall() && v.small() != Value::kSmallMin) DONE(Value::Small(-v.small()));
      if (v.IsDouble()) DONE(Value::Double(-v.dbl()));
      SLOW(UnarySlow(w));
    }
    CASE(Pos) : CASE(Invert) : SLOW(UnarySlow(w));
    CASE(Not) : {
      const Value v = R(FieldB(w));
      if (v.IsBool()) DONE(Value::Bool(v.IsFalse()));
      const Tri truth = v.IsUndefined() ? Tri::kPython : TryTruth(*this, v);
      if (truth <= Tri::kTrue) DONE(Value::Bool(truth == Tri::kFalse));
      SLOW(TruthSlow(v, FieldA(w), ReturnMode::kNot));
    }

    // ---- comparison
#define COMPARE(number)                                                            \
  {                                                                                \
    const Value a = R(FieldB(w)), b = R(FieldC(w));                                \
    if (BothSmall(a, b)) DONE(Value::Bool(Compare<number>(a.small(), b.small()))); \
    if (BothDouble(a, b)) DONE(Value::Bool(Compare<number>(a.dbl(), b.dbl())));    \
    if (IsEquality<number>() && BothPlainStr(a, b))                                \
      DONE(Value::Bool(StrEqual(a.As<Str>(), b.As<Str>()) == (number == 2)));      \
    SLOW(CompareSlow(number, a, b, FieldA(w), ReturnMode::kStore));                \
  }
    CASE(Lt)
        : COMPARE(0) CASE(Le)
        : COMPARE(1) CASE(Eq)
        : COMPARE(2) CASE(Ne)
        : COMPARE(3) CASE(Gt) : COMPARE(4) CASE(Ge) : COMPARE(5) CASE(Is) : CASE(IsNot) : {
      const Value a = R(FieldB(w)), b = R(FieldC(w));
      if (a.IsUndefined() || b.IsUndefined()) [[unlikely]]
        SLOW(Execute(w));
      DONE(Value::Bool((a == b) == (OpOf(w) == Op::kIs)));
    }
    CASE(In) : {
      VISIBLE();
      SLOW(ContainsSlow(w, ReturnMode::kBool));
    }
    CASE(NotIn) : {
      VISIBLE();
      SLOW(ContainsSlow(w, ReturnMode::kNot));
    }

    // ---- jumps
    CASE(Jump) : NEXT(FieldS32(w));
    CASE(JumpBack) : {
      VISIBLE();
      POLL();
      NEXT(FieldS32(w));
    }
#define JUMP_IF(sense)                                                               \
  {                                                                                  \
    const Value v = R(FieldA(w));                                                    \
    if (v.IsBool()) [[likely]]                                                       \
      NEXT(v.IsTrue() == sense ? FieldS32(w) : 1);                                   \
    const Tri truth = v.IsUndefined() ? Tri::kPython : TryTruth(*this, v);           \
    if (truth <= Tri::kTrue) NEXT((truth == Tri::kTrue) == sense ? FieldS32(w) : 1); \
    SLOW(TruthSlow(v, FieldA(w), ReturnMode::kTest));                                \
  }
    CASE(JumpIfTrue) : JUMP_IF(true) CASE(JumpIfFalse) : JUMP_IF(false) CASE(JumpIfNone) : {
      const Value v = R(FieldA(w));
      if (v.IsUndefined()) [[unlikely]]
        SLOW(RaiseUnbound(FieldA(w)));
      NEXT(v.IsNone() ? FieldS32(w) : 1);
    }
    CASE(JumpIfNotNone) : {
      const Value v = R(FieldA(w));
      if (v.IsUndefined()) [[unlikely]]
        SLOW(RaiseUnbound(FieldA(w)));
      NEXT(v.IsNone() ? 1 : FieldS32(w));
    }
#define COMPARE_JUMP(name, number)                                                            \
  CASE(JumpIf##name) : {                                                                      \
    const Value a = R(FieldA(w)), b = R(FieldB(w));                                           \
    if (BothSmall(a, b)) [[likely]]                                                           \
      NEXT(Compare<number>(a.small(), b.small()) ? ExtS32(pc[1].Load()) : 2);                 \
    if (BothDouble(a, b)) NEXT(Compare<number>(a.dbl(), b.dbl()) ? ExtS32(pc[1].Load()) : 2); \
    if (IsEquality<number>() && BothPlainStr(a, b))                                           \
      NEXT(StrEqual(a.As<Str>(), b.As<Str>()) == (number == 2) ? ExtS32(pc[1].Load()) : 2);   \
    SLOW(CompareSlow(number, a, b, 0, ReturnMode::kTest));                                    \
  }                                                                                           \
  CASE(JumpIfNot##name) : {                                                                   \
    const Value a = R(FieldA(w)), b = R(FieldB(w));                                           \
    if (BothSmall(a, b)) [[likely]]                                                           \
      NEXT(Compare<number>(a.small(), b.small()) ? 2 : ExtS32(pc[1].Load()));                 \
    if (BothDouble(a, b)) NEXT(Compare<number>(a.dbl(), b.dbl()) ? 2 : ExtS32(pc[1].Load())); \
    if (IsEquality<number>() && BothPlainStr(a, b))                                           \
      NEXT(StrEqual(a.As<Str>(), b.As<Str>()) == (number == 2) ? 2 : ExtS32(pc[1].Load()));   \
    SLOW(CompareSlow(number, a, b, 0, ReturnMode::kTestNot));                                 \
  }                                                                                           \
  CASE(JumpIf##name##Int) : {                                                                 \
    const Value a = R(FieldA(w));                                                             \
    if (a.IsSmall()) [[likely]]                                                               \
      NEXT(Compare<number>(a.small(), int64_t{SignedB(w)}) ? ExtS32(pc[1].Load()) : 2);       \
    SLOW(CompareSlow(number, a, Value::Small(SignedB(w)), 0, ReturnMode::kTest));             \
  }                                                                                           \
  CASE(JumpIfNot##name##Int) : {                                                              \
    const Value a = R(FieldA(w));                                                             \
    if (a.IsSmall()) [[likely]]                                                               \
      NEXT(Compare<number>(a.small(), int64_t{SignedB(w)}) ? 2 : ExtS32(pc[1].Load()));       \
    SLOW(CompareSlow(number, a, Value::Small(SignedB(w)), 0, ReturnMode::kTestNot));          \
  }
    COMPARE_JUMP(Lt, 0)
    COMPARE_JUMP(Le, 1)
    COMPARE_JUMP(Eq, 2)
    COMPARE_JUMP(Ne, 3)
    COMPARE_JUMP(Gt, 4)
    COMPARE_JUMP(Ge, 5)

    // ---- iteration
    CASE(GetIter) : SLOW(GetIterSlow(w));
    CASE(ForIter) : {
      VISIBLE();
      const Value v = R(FieldB(w));
      // What __iter__ returned may be anything.
      if (v.Is(Kind::kIterator) && StepsInPlace(v)) [[likely]] {
        SAVE();
        const Value item = IteratorNext(*this, v.As<Iterator>());
        if (!item.IsUndefined()) [[likely]] {
          R(FieldA(w)) = item;
          NEXT(2);
        }
        if (pending.IsUndefined()) NEXT(ExtS32(pc[1].Load()));
        step = Step::kRaise;
        goto after_slow;
      }
      if constexpr (kForm != Form::kWatching) {
        if (v.Is(Kind::kGenerator) && fiber_->depth < program_.recursion_limit()) {
          auto* const g = v.As<Generator>();
          if (ClaimSuspended(heap.locking(), g)) [[likely]] {
            g->frame.regs[g->yield_dst] = Value::None();
            frame->pc = static_cast<uint32_t>(pc - words);
            EnterBody(g, FieldA(w), ReturnMode::kForIter, Value());
            frame->pc += 2;
            frame = &g->frame;
            regs = frame->regs;
            words = frame->code->words;
            pc = words + frame->pc;
            DISPATCH();
          }
        }
      }
      SLOW(ForIterSlow(w));
    }
    CASE(UnpackSequence) : {
      const Value v = R(FieldB(w));
      if (v.Is(Kind::kTuple) && v.As<Tuple>()->length == FieldC(w)) [[likely]] {
        auto* tuple = v.As<Tuple>();
        for (uint32_t i = 0; i < tuple->length; ++i) R(FieldA(w) + i) = tuple->Get(i);
        NEXT(1);
      }
      if (v.Is(Kind::kList) && (v.object()->flags & kSubclass) == 0 && !heap.locking().enabled) {
        auto* list = v.As<List>();
        const uint32_t n = FieldC(w);
        if (list->length.Load() == n && n != 0) {
          const Slot* const slots = list->storage.Load()->slots();
          for (uint32_t i = 0; i < n; ++i) R(FieldA(w) + i) = slots[i].Load();
          NEXT(1);
        }
      }
      SLOW(Execute(w));
    }

    // ---- building
    CASE(BuildTuple) : {
      const uint32_t n = FieldC(w);
      DONE(Value::Of(NewTuple(heap, std::span<const Value>(regs + FieldB(w), n))));
    }
    CASE(BuildList) : {
      const uint32_t n = FieldC(w);
      DONE(Value::Of(NewList(heap, std::span<const Value>(regs + FieldB(w), n))));
    }
    CASE(ListAppend) : {
      const Value v = R(FieldB(w));
      if (v.IsUndefined()) [[unlikely]]
        SLOW(RaiseUnbound(FieldB(w)));
      ListAppend(*this, R(FieldA(w)).template As<List>(), v);
      NEXT(1);
    }

    // ---- calls
    CASE(Call) : {
      VISIBLE();
      POLL();
      const uint32_t base = FieldB(w), n = FieldC(w);
      const Value callee = R(base);
      if (callee.Is(Kind::kFunction)) [[likely]] {
        auto* const function = callee.As<Function>();
        Code* const code = function->code;
        Tuple* const defaults = DefaultsFrom(function, n);
        if (code->simple_args != 0 && (n == code->positional || defaults != nullptr)) [[likely]] {
          if (++fiber_->depth > program_.recursion_limit()) [[unlikely]] {
            --fiber_->depth;
            SLOW(Call(callee, std::span<const Value>(regs + base + 1, n), Value(), FieldA(w),
                      ReturnMode::kStore));
          }
          const Value* const args = regs + base + 1;
          ENTER_WITH(function, code, args, n, defaults, 2, ReturnMode::kStore);
        }
        MAKE_GENERATOR(function, code, regs + base + 1, n, defaults);
      }
      if (callee.Is(Kind::kNative)) {
        const auto* native = callee.As<Native>();
        if (TakesDirectly(native, n)) [[likely]]
          CALL_NATIVE(native, regs + base + 1, n);
      } else if (callee.Is(Kind::kType)) {
        if constexpr (kForm != Form::kWatching) {
          if (n == 1 && callee.As<Type>() == runtime.type_type) {
            R(FieldA(w)) = Value::Of(TypeOf(*this, R(base + 1)));
            NEXT(2);
          }
        }
        SLOW(ConstructPlain(callee.As<Type>(), std::span<const Value>(regs + base + 1, n),
                            FieldA(w)));
      }
      SLOW(Call(callee, std::span<const Value>(regs + base + 1, n), Value(), FieldA(w),
                ReturnMode::kStore));
    }
    CASE(CallMethod) : {
      VISIBLE();
      POLL();
      const uint32_t base = FieldB(w);
      const Value callee = R(base);
      const bool has_self = !R(base + 1).IsUndefined();
      const Value* const args = has_self ? regs + base + 1 : regs + base + 2;
      const uint32_t n = FieldC(w) + has_self;
      if (callee.Is(Kind::kFunction)) {
        auto* const function = callee.As<Function>();
        Code* const code = function->code;
        Tuple* const defaults = DefaultsFrom(function, n);
        if (code->simple_args != 0 && (n == code->positional || defaults != nullptr) &&
            fiber_->depth < program_.recursion_limit()) [[likely]] {
          ++fiber_->depth;
          ENTER_WITH(function, code, args, n, defaults, 2, ReturnMode::kStore);
        }
        MAKE_GENERATOR(function, code, args, n, defaults);
      } else if (callee.Is(Kind::kMethodDescriptor) && has_self) {
        const auto* native = callee.As<Native>();
        if (TakesDirectly(native, n)) [[likely]] {
          CALL_NATIVE(native, args, n);
        }
      } else if (callee.Is(Kind::kNative) && !has_self) {
        const auto* native = callee.As<Native>();
        if (TakesDirectly(native, n)) [[likely]]
          CALL_NATIVE(native, args, n);
      }
      SLOW(Call(callee, std::span<const Value>(args, n), Value(), FieldA(w), ReturnMode::kStore));
    }
    CASE(Return) : {
      const Value v = R(FieldA(w));
      if (v.IsUndefined()) [[unlikely]]
        SLOW(RaiseUnbound(FieldA(w)));
      if (PlainReturn(frame, v)) [[likely]] {
        Frame* const callee = frame;
        frame = callee->caller;
        regs = frame->regs;
        words = frame->code->words;
        pc = words + frame->pc;
        fiber_->top = frame;
        if (callee->mode != ReturnMode::kDiscard) {
          if constexpr (kForm == Form::kWatching) {
            if (callee->dst < frame->code->local_count) NoteDrop(regs[callee->dst]);
          }
          regs[callee->dst] = callee->mode == ReturnMode::kStore ? v : callee->extra;
        }
        --fiber_->depth;
        fiber_->stack.Pop(callee);
        DISPATCH();
      }
      if constexpr (kForm != Form::kWatching) {
        if (frame->generator != nullptr && frame->mode == ReturnMode::kYieldFrom &&
            frame->generator->kind != Kind::kAsyncGenerator &&
            frame->generator->view.Load().IsUndefined()) {
          const uint32_t site = frame->call_site;
          Leave(frame->generator, GeneratorState::kClosed);
          frame = fiber_->top;
          regs = frame->regs;
          words = frame->code->words;
          pc = words + site;
          regs[FieldA(pc->Load())] = v;
          NEXT(1);
        }
      }
      SLOW(Return(v));
    }
    CASE(Yield) : {
      if (R(FieldB(w)).IsUndefined()) [[unlikely]]
        SLOW(RaiseUnbound(FieldB(w)));
      if constexpr (kForm != Form::kWatching) {
        Generator* const g = frame->generator;
        const bool plain = frame->mode == ReturnMode::kForIter || frame->mode == ReturnMode::kStore;
        if (plain && g->kind == Kind::kGenerator && !EverInTry(g)) [[likely]] {
          const Value yielded = R(FieldB(w));
          const uint32_t to = frame->dst;
          g->yield_dst = static_cast<uint16_t>(FieldA(w));
          frame->pc = static_cast<uint32_t>(pc - words) + 1;
          Leave(g, GeneratorState::kSuspended);
          frame = fiber_->top;
          regs = frame->regs;
          words = frame->code->words;
          pc = words + frame->pc;
          regs[to] = yielded;
          DISPATCH();
        }
      }
      SLOW(YieldValue(R(FieldB(w)), FieldA(w)));
    }
    CASE(CallKw)
        : CASE(CallEx)
        : CASE(BeforeWith) : CASE(WithExit) : CASE(WithExceptStart) : CASE(ImportName) : {
      VISIBLE();
      POLL();
      SLOW(Execute(w));
    }
    CASE(YieldFrom) : {
      VISIBLE();
      POLL();
      if constexpr (kForm != Form::kWatching) {
        const Value delegate = R(FieldB(w));
        if ((delegate.Is(Kind::kCoroutine) || delegate.Is(Kind::kGenerator)) &&
            fiber_->depth < program_.recursion_limit()) {
          auto* const g = delegate.As<Generator>();
          if (ClaimToSend(heap.locking(), g, R(FieldC(w)))) [[likely]] {
            frame->pc = static_cast<uint32_t>(pc - words);
            EnterBody(g, FieldA(w), ReturnMode::kYieldFrom, Value());
            ++frame->pc;
            frame = &g->frame;
            regs = frame->regs;
            words = frame->code->words;
            pc = words + frame->pc;
            DISPATCH();
          }
        }
      }
      SLOW(Execute(w));
    }
    CASE(GetAwaitable) : {
      if (R(FieldB(w)).Is(Kind::kCoroutine) &&
          R(FieldB(w)).As<Generator>()->State() == GeneratorState::kCreated) [[likely]] {
        R(FieldA(w)) = R(FieldB(w));
        NEXT(1);
      }
      SLOW(Execute(w));
    }
    CASE(DeleteGlobal)
        : CASE(LoadName)
        : CASE(StoreName)
        : CASE(DeleteName)
        : CASE(LoadNameOrCell)
        : CASE(DeleteAttr)
        : CASE(DeleteSubscr) : CASE(ImportFrom) : CASE(ImportStar) : CASE(BeforeAsyncWith) : {
      VISIBLE();
      SLOW(Execute(w));
    }
    CASE(DeleteLocal)
        : CASE(DeleteCell)
        : CASE(LoadLocals)
        : CASE(LoadBuildClass)
        : CASE(LoadAssertionError)
        : CASE(BuildSlice)
        : CASE(UnpackEx)
        : CASE(BuildSet)
        : CASE(BuildMap)
        : CASE(BuildString)
        : CASE(ListExtend)
        : CASE(ListToTuple)
        : CASE(SetAdd)
        : CASE(SetUpdate)
        : CASE(MapAdd)
        : CASE(DictUpdate)
        : CASE(DictMerge)
        : CASE(FormatValue)
        : CASE(Unseal)
        : CASE(MakeFunction)
        : CASE(GetYieldFromIter)
        : CASE(GetAiter)
        : CASE(GetAnext)
        : CASE(Raise)
        : CASE(Reraise)
        : CASE(PushExcInfo)
        : CASE(PopExcInfo)
        : CASE(CheckExcMatch)
        : CASE(CheckEgMatch)
        : CASE(PrepReraiseStar)
        : CASE(EndAsyncFor)
        : CASE(SetupAnnotations)
        : CASE(MatchMapping)
        : CASE(MatchSequence)
        : CASE(MatchKeys)
        : CASE(MatchClass) : CASE(CopyDictWithout) : CASE(GetLen) : CASE(Intrinsic) : {
      SLOW(Execute(w));
    }

#ifndef HEDDLE_COMPUTED_GOTO
    case Op::kCount: break;
  }
  __builtin_unreachable();
#endif
}

// kNext: on with the instruction at frame()'s pc.
Step Interpreter::Safepoint() {
  if (!dropped_.empty()) CollectDropped();
  if (program_.CollectWanted()) program_.Collect(worker_);
  const bool leave = worker_.Safepoint();
  if (program_.SignalsPending(*fiber_)) {
    const Step step = TakeSignals();
    if (step != Step::kGo) return step;
  }
  if (!fiber_->async_exception.IsUndefined() && LeaveWait()) {
    RaiseObject(std::exchange(fiber_->async_exception, Value()));
    return Step::kRaise;
  }
  const bool called = program_.DeathsWaiting() && TellDeaths();
  return leave ? Step::kYield : called ? Step::kGo : Step::kNext;
}

// Calls the library's function that runs finalizers and the callbacks of weak references, in front
// of the instruction at frame()'s pc.
bool Interpreter::TellDeaths() {
  if (fiber_->telling_deaths) return false;
  constexpr uint32_t kHeadroom = 50;
  Frame* const frame = fiber_->top;
  // An instruction that waits is going to be tried again with what the fiber remembers of it.
  const bool waits = fiber_->wait.reason != sched::WaitReason::kNone ||
                     fiber_->wait.object != nullptr || fiber_->host_call != nullptr;
  if (waits || fiber_->depth + kHeadroom > program_.recursion_limit()) {
    worker_.Interrupt(sched::kSignal);
    return false;
  }
  if (!program_.ClaimDeaths()) return false;
  const uint32_t at = frame->pc;
  auto* const function = runtime.library[size_t(Library::kTellDeaths)].Load().As<Function>();
  if (!PushFunction(function, {}, Value(), 0, ReturnMode::kDiscard, Value())) return false;
  frame->pc = at;
  fiber_->telling_deaths = true;
  return true;
}

// In the main fiber. kYield: it goes on with another frame, or the run ends.
Step Interpreter::TakeSignals() {
  using Action = Program::SignalAction;
  while (program_.TakeSignal(*fiber_, Action::kIgnore) != 0) {
  }
  if (const int number = program_.TakeSignal(*fiber_, Action::kTerminate); number != 0) {
    program_.exit_status = 128 + number;
    worker_.scheduler().RequestExit();
    return Step::kYield;
  }
  if (program_.TakeSignal(*fiber_, Action::kDefault) != 0) {
    RaiseWith(Exc::kKeyboardInterrupt, Value());
    fiber_->async_exception = std::exchange(pending, Value());
    return Step::kGo;
  }
  if (!program_.HandledSignalsPending(*fiber_) || !LeaveWait()) return Step::kGo;
  fiber_->ticked = false;
  // The safepoints of the handler shall not see them again.
  const Value signals = IntFromUint64(heap, program_.TakeHandledSignals());
  const Step step = Call(program_.signal_hook.Load(), {signals}, 0, ReturnMode::kAgain);
  return step == Step::kGo ? Step::kYield : step;
}

// Gives up the wait of the instruction that the fiber would try again. False: it has to be ended
// properly first (a condition takes its lock again).
bool Interpreter::LeaveWait() {
  sched::Waitable* const object =
      fiber_->wait.outer != nullptr ? fiber_->wait.outer : fiber_->wait.object;
  if (object != nullptr) return object->Cancel(*fiber_) == sched::Cancelled::kNow;
  if (fiber_->wait.reason != sched::WaitReason::kNone) worker_.scheduler().EndWait(*fiber_);
  return true;
}

}  // namespace heddle::vm
