// The opcodes that the loop has no case of its own for.
#include "objects/compare.h"
#include "objects/dict.h"
#include "objects/future.h"
#include "objects/iterator.h"
#include "objects/list.h"
#include "objects/number_format.h"
#include "objects/set.h"
#include "objects/slice.h"
#include "objects/str_ops.h"
#include "objects/tuple.h"
#include "vm/interpreter.h"
#include "vm/invoke.h"
#include "vm/loader.h"
#include "vm/program.h"
#include "vm/sync_objects.h"

namespace heddle::vm {

using bytecode::ExtS32;
using bytecode::FieldA;
using bytecode::FieldB;
using bytecode::FieldC;
using bytecode::Op;
using bytecode::OpOf;
using bytecode::Word;

Step Interpreter::Execute(Word w) {
  Frame* const frame = fiber_->top;
  Value* const regs = frame->regs;
  const uint32_t a = FieldA(w), b = FieldB(w), c = FieldC(w);
  switch (OpOf(w)) {
    case Op::kIs:
    case Op::kIsNot: return RaiseUnbound(regs[b].IsUndefined() ? b : c);
    case Op::kDeleteLocal:
      if (regs[a].IsUndefined()) return RaiseUnbound(a);
      regs[a] = Value();
      return Step::kNext;
    case Op::kDeleteCell: {
      Slot& slot = regs[a].As<Cell>()->value;
      if (slot.Load().IsUndefined()) return RaiseUnbound(a);
      slot.Store(Value());
      return Step::kNext;
    }
    case Op::kDeleteGlobal: {
      Str* const name = NameAt(b);
      if (!DictDeleteStr(*this, frame->globals, name)) return RaiseNameError(name);
      return Step::kNext;
    }
    case Op::kLoadName: return LoadName(a, NameAt(b));
    case Op::kStoreName:
      if (regs[a].IsUndefined()) return RaiseUnbound(a);
      return StoreName(NameAt(b), regs[a]);
    case Op::kDeleteName: return DeleteName(NameAt(b));
    case Op::kLoadNameOrCell: {
      Value v;
      if (frame->locals.Is(Kind::kDict)) v = DictGetStr(frame->locals.As<Dict>(), NameAt(b));
      if (v.IsUndefined()) v = regs[c].As<Cell>()->value.Load();
      if (v.IsUndefined()) return RaiseUnbound(c);
      regs[a] = v;
      return Step::kNext;
    }
    case Op::kUnseal: Unseal(*this, frame->code); return Step::kGo;
    case Op::kLoadLocals:
      regs[a] = frame->locals.IsUndefined() ? Value::Of(reinterpret_cast<Object*>(frame->globals))
                                            : frame->locals;
      return Step::kNext;
    case Op::kLoadBuildClass:
      regs[a] = HookOr("__build_class__", Library::kBuildClass);
      return Step::kNext;
    case Op::kLoadAssertionError:
      regs[a] = Value::Of(runtime.exceptions[size_t(Exc::kAssertionError)]);
      return Step::kNext;
    case Op::kDeleteAttr: return DeleteAttrSlow(w);
    case Op::kDeleteSubscr: return DelItemSlow(regs[a], regs[b]);
    case Op::kBuildSlice:
      regs[a] = Value::Of(NewSlice(heap, regs[b], regs[b + 1], regs[b + 2]));
      return Step::kNext;

    case Op::kUnpackSequence: return Unpack(a, regs[b], c, -1);
    case Op::kUnpackEx:
      return Unpack(a, regs[b], c, ExtS32(frame->code->words[frame->pc + 1].Load()));
    case Op::kBuildSet: {
      Set* const set = NewSet(heap);
      regs[a] = Value::Of(set);
      for (uint32_t i = 0; i < c; ++i) {
        const Find found = SetAdd(*this, set, regs[b + i]);
        if (found == Find::kRaised) return Step::kRaise;
        if (found == Find::kPython) {
          // The items from here on go through the library, in one call.
          List* const rest = NewList(heap, std::span<const Value>(regs + b + i, c - i));
          return CallLibrary(Library::kSetUpdate, {regs[a], Value::Of(rest)}, 0,
                             ReturnMode::kDiscard);
        }
      }
      return Step::kNext;
    }
    case Op::kBuildMap: {
      Dict* const dict = NewDict(heap);
      for (uint32_t i = 0; i < c; ++i) {
        const Find found = DictStore(*this, dict, regs[b + 2 * i], regs[b + 2 * i + 1]);
        if (found == Find::kRaised) return Step::kRaise;
        if (found == Find::kPython) {
          List* const pairs = NewList(heap);
          for (uint32_t k = i; k < c; ++k) {
            ListAppend(*this, pairs,
                       Value::Of(NewTuple(heap, {regs[b + 2 * k], regs[b + 2 * k + 1]})));
          }
          regs[a] = Value::Of(dict);
          return CallLibrary(Library::kDictFrom, {Value::Of(dict), Value::Of(pairs), Value::None()},
                             0, ReturnMode::kDiscard);
        }
      }
      regs[a] = Value::Of(dict);
      return Step::kNext;
    }
    case Op::kBuildString: {
      const Value text = StrConcatMany(*this, std::span<const Value>(regs + b, c));
      if (text == Value::Raised()) return Step::kRaise;
      regs[a] = text;
      return Step::kNext;
    }
    case Op::kListExtend: {
      if (regs[b].IsUndefined()) return RaiseUnbound(b);
      const bool done = ListExtendFast(*this, regs[a].As<List>(), regs[b]);
      if (!pending.IsUndefined()) return Step::kRaise;
      if (done) return Step::kNext;
      return CallLibrary(
          Library::kDisplayExtend,
          {regs[a], regs[b], Value::Bool(c != 0), c != 0 ? regs[a - 1] : Value::None()}, 0,
          ReturnMode::kDiscard);
    }
    case Op::kListToTuple: {
      uint32_t count = 0;
      Array* const items = ListSnapshot(*this, regs[b].As<List>(), &count);
      Tuple* const tuple = NewTupleRaw(heap, count);
      for (uint32_t i = 0; i < count; ++i) tuple->items()[i].Store(items->slots()[i].Load());
      regs[a] = Value::Of(tuple);
      return Step::kNext;
    }
    case Op::kSetAdd: {
      if (regs[b].IsUndefined()) return RaiseUnbound(b);
      const Find found = SetAdd(*this, regs[a].As<Set>(), regs[b]);
      if (found == Find::kRaised) return Step::kRaise;
      if (found != Find::kPython) return Step::kNext;
      return CallLibrary(Library::kSetAdd, {regs[a], regs[b]}, 0, ReturnMode::kDiscard);
    }
    case Op::kSetUpdate: {
      if (regs[b].IsUndefined()) return RaiseUnbound(b);
      const Find found = SetUpdateFast(*this, regs[a].As<Set>(), regs[b]);
      if (found == Find::kRaised) return Step::kRaise;
      if (found != Find::kPython) return Step::kNext;
      return CallLibrary(Library::kSetUpdate, {regs[a], regs[b]}, 0, ReturnMode::kDiscard);
    }
    case Op::kMapAdd: {
      if (regs[b].IsUndefined()) return RaiseUnbound(b);
      if (regs[c].IsUndefined()) return RaiseUnbound(c);
      const Find found = DictStore(*this, regs[a].As<Dict>(), regs[b], regs[c]);
      if (found == Find::kRaised) return Step::kRaise;
      if (found != Find::kPython) return Step::kNext;
      return CallLibrary(Library::kDictSetItem, {regs[a], regs[b], regs[c]}, 0,
                         ReturnMode::kDiscard);
    }
    case Op::kDictUpdate: {
      if (regs[b].IsUndefined()) return RaiseUnbound(b);
      if (regs[b].Is(Kind::kDict) && !(regs[b].object()->flags & kSubclass)) {
        const Find found = DictUpdate(*this, regs[a].As<Dict>(), regs[b].As<Dict>());
        if (found == Find::kRaised) return Step::kRaise;
        if (found != Find::kPython) return Step::kNext;
      }
      return CallLibrary(Library::kDictUpdate, {regs[a], regs[b]}, 0, ReturnMode::kDiscard);
    }
    case Op::kDictMerge:
      if (regs[b].IsUndefined()) return RaiseUnbound(b);
      if (MergeKeywords(regs[a].As<Dict>(), regs[b])) return Step::kNext;
      return CallLibrary(Library::kDictMerge, {regs[a], regs[b], regs[c]}, 0, ReturnMode::kDiscard);
    case Op::kFormatValue: return FormatValue(w);

    case Op::kCallKw: return CallKw(w);
    case Op::kCallEx: return CallEx(w);
    case Op::kMakeFunction: return MakeFunction(w);
    case Op::kYieldFrom: return YieldFrom(w);
    case Op::kGetYieldFromIter:
      if (regs[b].Is(Kind::kCoroutine) &&
          !(frame->code->flags & (bytecode::kCoroutine | bytecode::kIterableCoroutine))) {
        Raise(Exc::kTypeError,
              "cannot 'yield from' a coroutine object in a non-coroutine generator");
        return Step::kRaise;
      }
      if (regs[b].Is(Kind::kGenerator) || regs[b].Is(Kind::kCoroutine)) {
        regs[a] = regs[b];
        return Step::kNext;
      }
      return GetIterSlow(w);
    case Op::kGetAwaitable:
      if (regs[b].IsUndefined()) return RaiseUnbound(b);
      if (regs[b].Is(Kind::kCoroutine) && c == 0) {
        // Another one may be waiting for it.
        auto* const g = regs[b].As<Generator>();
        if (g->State() == GeneratorState::kSuspended &&
            OpOf(CurrentWord(&g->frame)) == Op::kYieldFrom) {
          Raise(Exc::kRuntimeError, "coroutine is being awaited already");
          return Step::kRaise;
        }
      }
      if (regs[b].Is(Kind::kCoroutine) || regs[b].Is(Kind::kAsyncGenStep) ||
          IsPlainFuture(regs[b]) || YieldsOnce(regs[b]) ||
          (regs[b].Is(Kind::kGenerator) && (regs[b].As<Generator>()->code.Load().As<Code>()->flags &
                                            bytecode::kIterableCoroutine))) {
        regs[a] = regs[b];
        return Step::kNext;
      }
      return CallLibrary(Library::kGetAwaitable, {regs[b], Value::Small(c)}, a);
    case Op::kGetAiter:
      if (regs[b].IsUndefined()) return RaiseUnbound(b);
      return CallLibrary(Library::kGetAiter, {regs[b]}, a);
    case Op::kGetAnext: return GetAnext(w);

    case Op::kRaise: return RaiseOpcode(w);
    case Op::kReraise:
      pending = regs[a];
      reraise_ = true;
      return Step::kRaise;
    case Op::kPushExcInfo:
      regs[a] = fiber_->handled;
      fiber_->handled = regs[b];
      return Step::kNext;
    case Op::kPopExcInfo:
      fiber_->handled = regs[a].IsNone() ? Value() : regs[a];
      return Step::kNext;
    case Op::kCheckExcMatch: return CheckExcMatch(a, regs[b], regs[c]);
    case Op::kCheckEgMatch:
      return CallLibrary(Library::kCheckEgMatch, {regs[b], regs[c]}, a, ReturnMode::kPair);
    case Op::kPrepReraiseStar: return CallLibrary(Library::kPrepReraiseStar, {regs[b], regs[c]}, a);
    case Op::kEndAsyncFor:
      if (IsInstance(regs[a], Exc::kStopAsyncIteration)) return Step::kNext;
      pending = regs[a];
      reraise_ = true;
      return Step::kRaise;
    case Op::kBeforeWith: return BeforeWith(w);
    case Op::kWithExit: return WithExit(w);
    case Op::kWithExceptStart: {
      const Value exception = regs[c];
      const Value type = Value::Of(TypeOf(*this, exception));
      const Value traceback = exception.As<Exception>()->traceback.Load();
      if (IsLock(regs[b])) {
        return FinishNative(ReleaseLock(*this, regs[b]), a, ReturnMode::kStore, Value());
      }
      return Call(regs[b], {type, exception, traceback.IsUndefined() ? Value::None() : traceback},
                  a, ReturnMode::kStore);
    }
    case Op::kBeforeAsyncWith: return BeforeAsyncWith(w);

    case Op::kImportName: {
      const int level = ExtS32(frame->code->words[frame->pc + 1].Load());
      const Value globals = Value::Of(reinterpret_cast<Object*>(frame->globals));
      return Call(HookOr("__import__", Library::kImport),
                  {Value::Of(NameAt(c)), globals, Value::None(), regs[b], Value::Small(level)}, a,
                  ReturnMode::kStore);
    }
    case Op::kImportFrom:
      return CallLibrary(Library::kImportFrom, {regs[b], Value::Of(NameAt(c))}, a);
    case Op::kImportStar:
      return CallLibrary(Library::kImportStar,
                         {regs[a], frame->locals.IsUndefined()
                                       ? Value::Of(reinterpret_cast<Object*>(frame->globals))
                                       : frame->locals},
                         0, ReturnMode::kDiscard);
    case Op::kSetupAnnotations: return SetupAnnotations();
    case Op::kMatchMapping:
    case Op::kMatchSequence: return MatchKind(w);
    case Op::kMatchKeys: return CallLibrary(Library::kMatchKeys, {regs[b], regs[c]}, a);
    case Op::kMatchClass: {
      const int positional = ExtS32(frame->code->words[frame->pc + 1].Load());
      return CallLibrary(Library::kMatchClass,
                         {regs[b], regs[c], Value::Small(positional), regs[c + 1]}, a);
    }
    case Op::kCopyDictWithout: return CallLibrary(Library::kCopyDictWithout, {regs[b], regs[c]}, a);
    case Op::kGetLen: return CallLibrary(Library::kLen, {regs[b]}, a);
    case Op::kIntrinsic: return RunIntrinsic(w);
    default: break;
  }
  Raise(Exc::kSystemError, "no execution for opcode {}", bytecode::NameOf(OpOf(w)));
  return Step::kRaise;
}

// f(**other) for a plain dict of str that has no key in common with `into`; else changes nothing.
bool Interpreter::MergeKeywords(Dict* into, Value other) {
  if (!other.Is(Kind::kDict) || (other.object()->flags & kSubclass) != 0) return false;
  Value key, value;
  for (DictCursor cursor(other.As<Dict>()); cursor.Next(&key, &value);) {
    if (!key.Is(Kind::kStr) || (key.object()->flags & kSubclass) != 0) return false;
    if (!DictGetStr(into, key.As<Str>()).IsUndefined()) return false;
  }
  for (DictCursor cursor(other.As<Dict>()); cursor.Next(&key, &value);) {
    DictSetStr(*this, into, key.As<Str>(), value);
  }
  return true;
}

// What the builtins of frame() have under `name`. The library's own modules have no __builtins__:
// what a program puts there is not for them.
Value Interpreter::HookOr(std::string_view name, Library function) {
  Dict* const globals = fiber_->top->globals;
  Value hook;
  if (!DictGetStr(globals, runtime.names.s___builtins__).IsUndefined()) {
    hook = DictGetStr(program_.BuiltinsOf(*this, globals), Intern(name));
  }
  return hook.IsUndefined() ? runtime.library[size_t(function)].Load() : hook;
}

Step Interpreter::LoadName(uint32_t dst, Str* name) {
  Frame* const frame = fiber_->top;
  const Value locals = frame->locals;
  Value v;
  if (locals.Is(Kind::kDict) && !(locals.object()->flags & kSubclass)) {
    v = DictGetStr(locals.As<Dict>(), name);
  } else if (!locals.IsUndefined()) {
    return CallLibrary(
        Library::kLoadName,
        {locals, Value::Of(name), Value::Of(reinterpret_cast<Object*>(frame->globals))}, dst);
  }
  if (v.IsUndefined()) v = DictGetStr(frame->globals, name);
  if (v.IsUndefined()) v = DictGetStr(program_.BuiltinsOf(*this, frame->globals), name);
  if (v.IsUndefined()) return RaiseNameError(name);
  frame->regs[dst] = v;
  return Step::kNext;
}

Step Interpreter::StoreName(Str* name, Value v) {
  Frame* const frame = fiber_->top;
  const Value locals = frame->locals;
  if (locals.IsUndefined()) {
    DictSetStr(*this, frame->globals, name, v);
    return Step::kNext;
  }
  // A class of the program's with a finalizer; the library has some that nobody waits for.
  if (name == runtime.names.specials[size_t(Special::kDel)] && !IsLibrary(frame->code)) {
    runtime.deaths_matter.Store(1);
  }
  if (locals.Is(Kind::kDict) && !(locals.object()->flags & kSubclass)) {
    DictSetStr(*this, locals.As<Dict>(), name, v);
    return Step::kNext;
  }
  return SetItemAt(locals, Value::Of(name), v);
}

Step Interpreter::SetItemAt(Value object, Value index, Value value) {
  const Value special = TypeOf(*this, object)->special(Special::kSetItem);
  if (special.IsUndefined()) {
    Raise(Exc::kTypeError, "'{}' object does not support item assignment", TypeName(*this, object));
    return Step::kRaise;
  }
  return CallSpecial(special, object, {index, value}, 0, ReturnMode::kDiscard);
}

Step Interpreter::DeleteName(Str* name) {
  Frame* const frame = fiber_->top;
  const Value locals = frame->locals;
  if (locals.IsUndefined() || locals.Is(Kind::kDict)) {
    Dict* const dict = locals.IsUndefined() ? frame->globals : locals.As<Dict>();
    if (!DictDeleteStr(*this, dict, name)) return RaiseNameError(name);
    return Step::kNext;
  }
  const Value special = TypeOf(*this, locals)->special(Special::kDelItem);
  return CallSpecial(special, locals, {Value::Of(name)}, 0, ReturnMode::kDiscard);
}

// r[first…] = the items of v: `before` of them and, unless `after` is negative, a list of those in
// the middle and `after` more.
Step Interpreter::Unpack(uint32_t first, Value v, uint32_t before, int after) {
  Frame* const frame = fiber_->top;
  if (v.IsUndefined()) return RaiseUnbound(FieldB(CurrentWord(frame)));
  // What is not a builtin sequence becomes a list first, as far as it must be looked at.
  uint32_t count = 0;
  Slot* items = nullptr;
  if (v.Is(Kind::kTuple) && UsesBuiltin(*this, v, Special::kIter)) {
    count = v.As<Tuple>()->length;
    items = v.As<Tuple>()->items();
  } else if (v.Is(Kind::kList) && UsesBuiltin(*this, v, Special::kIter)) {
    Array* const snapshot = ListSnapshot(*this, v.As<List>(), &count);
    if (snapshot != nullptr) items = snapshot->slots();
  } else {
    return CallLibrary(Library::kUnpack, {v, Value::Small(before), Value::Small(after)}, first,
                       ReturnMode::kUnpack);
  }
  return SpreadItems(first, items, count, before, after);
}

Step Interpreter::SpreadItems(uint32_t first, Slot* items, uint32_t count, uint32_t before,
                              int after) {
  Value* const regs = fiber_->top->regs;
  const uint32_t least = before + static_cast<uint32_t>(after < 0 ? 0 : after);
  if (count < least) {
    Raise(Exc::kValueError, "not enough values to unpack (expected {}{}, got {})",
          after < 0 ? "" : "at least ", least, count);
    return Step::kRaise;
  }
  if (after < 0 && count > before) {
    Raise(Exc::kValueError, "too many values to unpack (expected {})", before);
    return Step::kRaise;
  }
  for (uint32_t i = 0; i < before; ++i) regs[first + i] = items[i].Load();
  if (after < 0) return Step::kNext;
  const uint32_t middle = count - least;
  List* const rest = NewListWithCapacity(heap, middle);
  for (uint32_t i = 0; i < middle; ++i) ListAppend(*this, rest, items[before + i].Load());
  regs[first + before] = Value::Of(rest);
  for (int i = 0; i < after; ++i) {
    regs[first + before + 1 + static_cast<uint32_t>(i)] =
        items[before + middle + static_cast<uint32_t>(i)].Load();
  }
  return Step::kNext;
}

Step Interpreter::CallKw(Word w) {
  Frame* const frame = fiber_->top;
  const uint32_t base = FieldB(w);
  const bool has_self = !frame->regs[base + 1].IsUndefined();
  const Value* const args = frame->regs + base + (has_self ? 1 : 2);
  const auto names = static_cast<uint32_t>(ExtS32(frame->code->words[frame->pc + 1].Load()));
  return Call(frame->regs[base], std::span<const Value>(args, FieldC(w) + has_self),
              frame->code->constants[names].Load(), FieldA(w), ReturnMode::kStore);
}

Step Interpreter::CallEx(Word w) {
  Frame* const frame = fiber_->top;
  const uint32_t base = FieldB(w);
  const Value positional = frame->regs[base + 1], keywords = frame->regs[base + 2];
  std::vector<Value> args;
  if (positional.Is(Kind::kTuple)) {
    Tuple* const tuple = positional.As<Tuple>();
    for (uint32_t i = 0; i < tuple->length; ++i) args.push_back(tuple->Get(i));
  } else {
    uint32_t count = 0;
    Array* const items = ListSnapshot(*this, positional.As<List>(), &count);
    for (uint32_t i = 0; i < count; ++i) args.push_back(items->slots()[i].Load());
  }
  Value names;
  if (keywords.Is(Kind::kDict) && DictLength(keywords.As<Dict>()) != 0) {
    std::vector<Value> keys;
    DictCursor cursor(keywords.As<Dict>());
    Value key, value;
    while (cursor.Next(&key, &value)) {
      keys.push_back(key);
      args.push_back(value);
    }
    names = Value::Of(NewTuple(heap, keys));
  }
  return Call(frame->regs[base], args, names, FieldA(w), ReturnMode::kStore);
}

Step Interpreter::MakeFunction(Word w) {
  Frame* const frame = fiber_->top;
  const auto index = static_cast<uint32_t>(ExtS32(frame->code->words[frame->pc + 1].Load()));
  Code* const code =
      program_.CodeFor(*this, frame->code->constants[index].Load().As<Code>(), frame->globals);
  Function* const function = NewFunction(*this, code, frame->globals);
  uint32_t at = FieldB(w);
  const uint32_t flags = FieldC(w);
  if (flags & 1) function->defaults.Store(frame->regs[at++]);
  if (flags & 2) function->kwdefaults.Store(frame->regs[at++]);
  if (flags & 4) function->annotations.Store(frame->regs[at++]);
  if (flags & 8) function->closure.Store(frame->regs[at++]);
  frame->regs[FieldA(w)] = Value::Of(function);
  return Step::kNext;
}

Step Interpreter::RaiseOpcode(Word w) {
  Frame* const frame = fiber_->top;
  const uint32_t count = FieldC(w);
  if (count == 0) {
    const Value handled = Handled();
    if (!handled.Is(Kind::kException)) {
      Raise(Exc::kRuntimeError, "No active exception to reraise");
      return Step::kRaise;
    }
    pending = handled;
    reraise_ = true;  // its traceback has this frame already
    return Step::kRaise;
  }
  const Value exception = frame->regs[FieldA(w)];
  if (exception.IsUndefined()) return RaiseUnbound(FieldA(w));
  const Value cause = count == 2 ? frame->regs[FieldB(w)] : Value();
  if (count == 2 && cause.IsUndefined()) return RaiseUnbound(FieldB(w));
  if (count == 2 || exception.Is(Kind::kType)) return RaiseClass(exception, cause);
  if (!exception.Is(Kind::kException)) {
    Raise(Exc::kTypeError, "exceptions must derive from BaseException");
    return Step::kRaise;
  }
  pending = exception;
  return Step::kRaise;
}

// `raise C`, or with a cause: the library makes the instances and raises.
Step Interpreter::RaiseClass(Value exception, Value cause) {
  const auto is_class = [&](Value v) {
    return v.Is(Kind::kType) &&
           IsSubtype(v.As<Type>(), runtime.exceptions[size_t(Exc::kBaseException)]);
  };
  if (!is_class(exception) && !exception.Is(Kind::kException)) {
    Raise(Exc::kTypeError, "exceptions must derive from BaseException");
    return Step::kRaise;
  }
  if (!cause.IsUndefined() && !cause.IsNone() && !is_class(cause) && !cause.Is(Kind::kException)) {
    Raise(Exc::kTypeError, "exception causes must derive from BaseException");
    return Step::kRaise;
  }
  if (exception.Is(Kind::kException) && !cause.Is(Kind::kType)) {
    auto* const e = exception.As<Exception>();
    e->cause.Publish(cause);
    e->suppress_context.Store(1);
    pending = exception;
    return Step::kRaise;
  }
  // A class: its instance is raised when it has been made, by the frame that made it.
  return CallLibrary(Library::kRaise, {exception, cause.IsUndefined() ? Value::Ellipsis() : cause},
                     0, ReturnMode::kRaiseResult);
}

Step Interpreter::CheckExcMatch(uint32_t dst, Value exception, Value classes) {
  Type* const type = TypeOf(*this, exception);
  const auto check = [&](Value v, bool* ok) {
    if (!v.Is(Kind::kType) ||
        !IsSubtype(v.As<Type>(), runtime.exceptions[size_t(Exc::kBaseException)])) {
      *ok = false;
      return false;
    }
    return IsSubtype(type, v.As<Type>());
  };
  bool ok = true, match = false;
  if (classes.Is(Kind::kTuple)) {
    Tuple* const tuple = classes.As<Tuple>();
    for (uint32_t i = 0; i < tuple->length && ok; ++i) match |= check(tuple->Get(i), &ok);
  } else {
    match = check(classes, &ok);
  }
  if (!ok) {
    Raise(Exc::kTypeError,
          "catching classes that do not inherit from BaseException is not allowed");
    return Step::kRaise;
  }
  frame()->regs[dst] = Value::Bool(match);
  return Step::kNext;
}

Step Interpreter::BeforeWith(Word w) {
  Frame* const frame = fiber_->top;
  const Value manager = frame->regs[FieldB(w)];
  if (manager.IsUndefined()) return RaiseUnbound(FieldB(w));
  const uint32_t a = FieldA(w);
  if (IsLock(manager)) {
    const Value result = AcquireLock(*this, manager);
    if (result == Value::Park()) return Step::kPark;
    if (result == Value::Raised()) return Step::kRaise;
    frame->regs[a] = manager;
    frame->regs[a + 1] = result;
    return Step::kNext;
  }
  Type* const type = TypeOf(*this, manager);
  const Value enter = type->special(Special::kEnter), exit = type->special(Special::kExit);
  if (enter.IsUndefined() || exit.IsUndefined()) {
    Raise(Exc::kTypeError, "'{}' object does not support the context manager protocol{}",
          TypeName(*this, manager), enter.IsUndefined() ? "" : " (missed __exit__ method)");
    return Step::kRaise;
  }
  const SpecialCall bound = PrepareSpecial(*this, exit, manager, type);
  if (bound.kind == SpecialCall::kGet) {
    // A descriptor of the user's own: the library binds it when the block is left.
    frame->regs[a] = Value::Of(
        NewBoundMethod(heap, runtime.library[size_t(Library::kExitThroughGet)].Load(), manager));
  } else {
    frame->regs[a] =
        bound.self.IsUndefined() ? bound.callable : BindMethod(*this, bound.callable, bound.self);
  }
  return CallSpecial(enter, manager, {}, a + 1, ReturnMode::kStore);
}

Step Interpreter::WithExit(Word w) {
  Frame* const frame = fiber_->top;
  const Value token = frame->regs[FieldB(w)];
  if (IsLock(token)) {
    return FinishNative(ReleaseLock(*this, token), FieldA(w), ReturnMode::kStore, Value());
  }
  return Call(token, {Value::None(), Value::None(), Value::None()}, FieldA(w), ReturnMode::kStore);
}

Step Interpreter::BeforeAsyncWith(Word w) {
  Frame* const frame = fiber_->top;
  const Value manager = frame->regs[FieldB(w)];
  if (manager.IsUndefined()) return RaiseUnbound(FieldB(w));
  Type* const type = TypeOf(*this, manager);
  const Value enter = type->special(Special::kAEnter), exit = type->special(Special::kAExit);
  if (enter.IsUndefined() || exit.IsUndefined()) {
    Raise(Exc::kTypeError,
          "'{}' object does not support the asynchronous context manager protocol{}",
          TypeName(*this, manager), enter.IsUndefined() ? "" : " (missed __aexit__ method)");
    return Step::kRaise;
  }
  frame->regs[FieldA(w)] = BindMethod(*this, exit, manager);
  return CallSpecial(enter, manager, {}, FieldA(w) + 1, ReturnMode::kStore);
}

Step Interpreter::SetupAnnotations() {
  Frame* const frame = fiber_->top;
  const Value target = frame->locals.Is(Kind::kDict)
                           ? frame->locals
                           : Value::Of(reinterpret_cast<Object*>(frame->globals));
  Str* const name = runtime.names.s___annotations__;
  if (DictGetStr(target.As<Dict>(), name).IsUndefined()) {
    DictSetStr(*this, target.As<Dict>(), name, Value::Of(NewDict(heap)));
  }
  return Step::kNext;
}

Step Interpreter::MatchKind(Word w) {
  Frame* const frame = fiber_->top;
  const Value v = frame->regs[FieldB(w)];
  if (v.IsUndefined()) return RaiseUnbound(FieldB(w));
  const bool sequence = OpOf(w) == Op::kMatchSequence;
  const bool builtin_sequence =
      v.Is(Kind::kList) || v.Is(Kind::kTuple) || v.Is(Kind::kRange) || v.Is(Kind::kMemoryView);
  const bool builtin_mapping = v.Is(Kind::kDict) || v.Is(Kind::kMappingProxy);
  if (v.Is(Kind::kInstance) || (v.IsObject() && (v.object()->flags & kSubclass) != 0)) {
    return CallLibrary(sequence ? Library::kIsSequence : Library::kIsMapping, {v}, FieldA(w));
  }
  frame->regs[FieldA(w)] = Value::Bool(sequence ? builtin_sequence : builtin_mapping);
  return Step::kNext;
}

Step Interpreter::FormatValue(Word w) {
  Frame* const frame = fiber_->top;
  const uint32_t conversion = FieldC(w) & 0xff;
  const bool has_spec = (FieldC(w) & 0x100) != 0;
  const Value v = frame->regs[FieldB(w)];
  if (v.IsUndefined()) return RaiseUnbound(FieldB(w));
  const Value spec = has_spec ? frame->regs[FieldB(w) + 1] : Value();
  const Value text = FormatBuiltin(*this, v, static_cast<int>(conversion), spec);
  if (text == Value::Raised()) return Step::kRaise;
  if (!text.IsNotImplemented()) {
    frame->regs[FieldA(w)] = text;
    return Step::kNext;
  }
  if (spec.IsUndefined()) {
    const Value format = TypeOf(*this, v)->special(Special::kFormat);
    const bool plain = format == runtime.object_type->special(Special::kFormat);
    Step step;
    if (conversion == 'r' || conversion == 's' || (conversion == 0 && plain)) {
      const Library what = conversion == 'r' ? Library::kRepr : Library::kStr;
      if (CallConversion(what, v, FieldA(w), &step)) return step;
    }
  }
  return CallLibrary(
      Library::kFormatValue,
      {v, Value::Small(conversion), spec.IsUndefined() ? runtime.empty_str.Load() : spec},
      FieldA(w));
}

Step Interpreter::RunIntrinsic(Word w) {
  static constexpr uint8_t kArguments[] = {1, 1, 1, 2, 2, 1, 1, 2, 1, 3, 2};
  Frame* const frame = fiber_->top;
  if (FieldC(w) == static_cast<uint32_t>(bytecode::Intrinsic::kStopIterationError)) {
    frame->regs[FieldA(w)] = WrapStopIteration(frame->generator, frame->regs[FieldB(w)]);
    return Step::kNext;
  }
  const uint32_t count = kArguments[FieldC(w)];
  Tuple* const args = NewTuple(heap, std::span<const Value>(frame->regs + FieldB(w), count));
  return CallLibrary(Library::kIntrinsic, {Value::Small(FieldC(w)), Value::Of(args)}, FieldA(w));
}

}  // namespace heddle::vm
