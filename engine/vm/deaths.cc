// Noticing that objects die, for programs that would see it.
//
// Nothing is reference counted. Where an object's death can be seen (Runtime::deaths_matter), the
// loop runs in its watching form: before an instruction that makes a name, an attribute, an item or
// a frame let go of an object it calls NoteDrops(). What was let go of is collected at the next
// safepoint, that is, before the program can do anything that would show the difference.
//
// A collection that finds nothing dead was in vain: the object had other references. The place in
// the program that asked for it then has to ask 1, 3, 7, … times until it is heard again. And all
// these collections together may only take so much (Program::SpendOnDeaths).
#include "bytecode/liveness.h"
#include "objects/deque.h"
#include "objects/dict.h"
#include "objects/future.h"
#include "objects/list.h"
#include "objects/set.h"
#include "objects/weakref.h"
#include "vm/interpreter.h"
#include "vm/invoke.h"
#include "vm/program.h"

namespace heddle::vm {

using bytecode::FieldA;
using bytecode::FieldB;
using bytecode::FieldC;
using bytecode::Op;
using bytecode::OpOf;
using bytecode::Word;

namespace {

// The program sees the death of the object itself.
bool IsWatched(Value v) {
  if (!v.IsObject()) return false;
  Object* const object = v.object();
  switch (object->kind) {
    case Kind::kGenerator:
    case Kind::kCoroutine:
    case Kind::kAsyncGenerator:
    case Kind::kAsyncGenStep: return MattersAtDeath(object);
    case Kind::kFuture:
    case Kind::kTask:
      if (static_cast<FutureObject*>(object)->unretrieved.Load() != 0) return true;
      break;
    default: break;
  }
  const Type* const type = object->type.Load();
  return type->Has(kHasFinalizer) || type->Has(kReferredWeakly);
}

// The object may be the last that refers to others.
bool MayHold(Value v) {
  if (!v.IsObject()) return false;
  switch (v.object()->kind) {
    case Kind::kInstance:
    case Kind::kTuple:
    case Kind::kList:
    case Kind::kDict:
    case Kind::kSet:
    case Kind::kFrozenSet:
    case Kind::kDeque:
    case Kind::kFunction:
    case Kind::kBoundMethod:
    case Kind::kGenerator:
    case Kind::kCoroutine:
    case Kind::kAsyncGenerator:
    case Kind::kException:
    case Kind::kIterator: return true;
    default: return false;
  }
}

uint32_t LengthOf(Value v) {
  if (!v.IsObject()) return 0;
  switch (v.object()->kind) {
    case Kind::kList: return v.As<List>()->length.Load();
    case Kind::kDict: return v.As<Dict>()->count.Load();
    case Kind::kSet: return v.As<Set>()->count.Load();
    case Kind::kDeque: return v.As<Deque>()->length.Load();
    default: return 0;
  }
}

}  // namespace

uint32_t Interpreter::ContainerLength(Value v) { return LengthOf(v); }

// The object has a name, or is in use, in one of the frames from `frame` on or in their globals.
// The register `except` of the first one does not count.
bool Interpreter::IsStillNamed(Value v, Frame* frame, uint32_t except) {
  constexpr int kFrames = 8;
  constexpr int kGlobals = 200;
  Dict* searched = nullptr;
  for (int i = 0; i < kFrames && frame != nullptr;
       ++i, frame = frame->caller, except = kNoRegister) {
    const bytecode::CodeUnit& unit = **frame->code->unit;
    for (uint32_t reg = 0; reg < frame->register_count; ++reg) {
      if (!(frame->regs[reg] == v) || reg == except) continue;
      const bool is_live = !bytecode::Liveness::IsTemporary(unit, reg) ||
                           LivenessOf(frame->code).IsLive(frame->pc, reg);
      if (is_live) return true;
    }
    if (frame->globals == searched) continue;
    searched = frame->globals;
    DictCursor cursor(searched);
    Value key, value;
    for (int n = 0; n < kGlobals && cursor.Next(&key, &value); ++n) {
      if (value == v) return true;
    }
  }
  return false;
}

uint64_t Interpreter::DropSite(Value v) {
  // One instruction may let go in several ways.
  Frame* const at = frame();
  const uint64_t place = reinterpret_cast<uintptr_t>(at->code) * 31 + at->pc;
  return place * 64 + static_cast<uint64_t>(v.object()->kind);
}

void Interpreter::NoteDrop(Value v) {
  const bool matters = IsWatched(v) || (MayHold(v) && !IsLibrary(frame()->code));
  if (matters) NoteDropAt(DropSite(v), v);
}

void Interpreter::NoteDropAt(uint64_t site, Value v) {
  constexpr size_t kMost = 64;
  Pause& pause = pauses_[site];
  if (pause.left != 0) {
    --pause.left;
  } else if (dropped_.size() < kMost) {
    dropped_.push_back(v.object());
    drop_sites_.push_back(site);
    worker_.Interrupt(sched::kSignal);
  }
}

// The search for other names takes its time: where it finds some it is left out for a while, too.
void Interpreter::NoteDropUnlessNamed(Value v, Frame* frame, uint32_t except) {
  constexpr uint32_t kLongestPause = 1 << 6;
  const uint64_t site = DropSite(v);
  Pause& pause = pauses_[site];
  if (pause.left == 0 && IsStillNamed(v, frame, except)) {
    pause.length = std::min(2 * pause.length + 1, kLongestPause);
    pause.left = pause.length;
  } else {
    NoteDropAt(site, v);
  }
}

// The frame is about to end, or has ended and `caller` goes on.
void Interpreter::NoteEndOf(Frame* frame, Value result) {
  const bytecode::CodeUnit& unit = **frame->code->unit;
  for (uint32_t reg = 0; reg < frame->register_count; ++reg) {
    Value v = frame->regs[reg];
    if (!v.IsObject()) continue;
    const bool is_local = reg < frame->code->local_count;
    if (is_local && v.Is(Kind::kCell)) v = v.As<Cell>()->value.Load();
    if (v == result || v == frame->extra || !v.IsObject()) continue;
    const bool of_interest = IsWatched(v) || (is_local && !unit.locals[reg].hidden && MayHold(v));
    if (of_interest) NoteDropUnlessNamed(v, frame->caller);
  }
}

// Temporaries that nobody will read any more let go of what they hold.
void Interpreter::NoteTemporaries(Frame* frame) {
  const Code* const code = frame->code;
  const auto first = static_cast<uint32_t>(code->local_count + code->free_count);
  for (uint32_t reg = first; reg < frame->register_count; ++reg) {
    const Value v = frame->regs[reg];
    if (!IsWatched(v)) continue;
    const bytecode::Liveness& liveness = LivenessOf(frame->code);
    if (liveness.IsLive(frame->pc, reg)) continue;
    frame->regs[reg] = Value();
    NoteDropUnlessNamed(v, frame);
  }
}

// What the instruction at frame()'s pc is about to let go of.
void Interpreter::NoteDrops(Word w) {
  Frame* const frame = fiber_->top;
  Value* const regs = frame->regs;
  const uint32_t a = FieldA(w), b = FieldB(w), c = FieldC(w);
  Value old, now;
  switch (OpOf(w)) {
    case Op::kStoreGlobal: now = regs[a]; [[fallthrough]];
    case Op::kDeleteGlobal: old = DictGetStr(frame->globals, NameAt(b)); break;
    case Op::kStoreName: now = regs[a]; [[fallthrough]];
    case Op::kDeleteName:
      if (frame->locals.Is(Kind::kDict)) old = DictGetStr(frame->locals.As<Dict>(), NameAt(b));
      break;
    case Op::kStoreCell: now = regs[b]; [[fallthrough]];
    case Op::kDeleteCell: old = regs[a].As<Cell>()->value.Load(); break;
    case Op::kStoreAttr: now = regs[c]; [[fallthrough]];
    case Op::kDeleteAttr:
      if (!regs[a].Is(Kind::kInstance)) return;
      old = GetInstanceAttribute(*this, regs[a].object(), NameAt(b));
      break;
    case Op::kStoreSubscr: now = regs[c]; [[fallthrough]];
    case Op::kDeleteSubscr:
      if (regs[a].Is(Kind::kList) && regs[b].IsSmall()) {
        old = ListGet(regs[a].As<List>(), regs[b].small());
      } else if (regs[a].Is(Kind::kList) && OpOf(w) == Op::kDeleteSubscr) {
        old = regs[a];  // a slice of it
      } else if (regs[a].Is(Kind::kDict) && regs[b].Is(Kind::kStr)) {
        if (regs[b].object()->flags & kSubclass) return;
        old = DictGetStr(regs[a].As<Dict>(), regs[b].As<Str>());
      } else if (regs[a].Is(Kind::kDict) && regs[b].IsSmall()) {
        old = DictGetSmall(regs[a].As<Dict>(), regs[b].small());
      }
      break;
    case Op::kReturn: NoteEndOf(frame, regs[a]); return;
    case Op::kPopExcInfo: old = Handled(); break;
    case Op::kCall:
    case Op::kCallMethod:
    case Op::kCallKw:
    case Op::kCallEx:
    case Op::kJumpBack: NoteTemporaries(frame); return;
    default:
      old = regs[a];
      // Of temporaries only those count that were never given a name.
      if (a >= frame->code->local_count) {
        if (IsWatched(old)) NoteDropUnlessNamed(old, frame, a);
        return;
      }
      break;
  }
  if (!(old == now)) NoteDrop(old);
}

// At a safepoint: finds out whether what was let go of is dead.
void Interpreter::CollectDropped() {
  constexpr uint32_t kLongestPause = 1 << 20;
  // The collection forgets the objects.
  const std::vector<uint64_t> sites = std::exchange(drop_sites_, {});
  if (program_.SpendOnDeaths()) {
    const uint64_t before = DeathsSeen(runtime);
    program_.RequestCollection();
    program_.Collect(worker_);
    const bool in_vain = DeathsSeen(runtime) == before;
    for (uint64_t site : sites) {
      Pause& pause = pauses_[site];
      pause.length = in_vain ? std::min(2 * pause.length + 1, kLongestPause) : 0;
      pause.left = pause.length;
    }
  }
  dropped_.clear();
}

}  // namespace heddle::vm
