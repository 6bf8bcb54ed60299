// Calls: every kind of callable, binding of arguments, and what becomes of results.
#include <algorithm>
#include <array>

#include "objects/dict.h"
#include "objects/future.h"
#include "objects/int.h"
#include "objects/iterator.h"
#include "objects/list.h"
#include "objects/namespace.h"
#include "objects/str_ops.h"
#include "objects/tuple.h"
#include "vm/frame_view.h"
#include "vm/interpreter.h"
#include "vm/invoke.h"
#include "vm/program.h"

namespace heddle::vm {

namespace {

constexpr uint8_t kWordsOf[] = {
#define OP(name, words, operands, traits) words,
#include "bytecode/opcodes.def"
#undef OP
};

// What hash() makes of the result of a __hash__.
int64_t HashOfInt(Value v) {
  int64_t hash;
  if (!IntToInt64(v, &hash)) hash = IntHash(v);
  return hash == -1 ? -2 : hash;
}

// "a", "a and b", "a, b, and c", each quoted, as CPython lists missing arguments.
std::string ListNames(const std::vector<std::string>& names) {
  std::string text;
  for (size_t i = 0; i < names.size(); ++i) {
    if (i > 0) text += names.size() == 2 ? " and " : i + 1 == names.size() ? ", and " : ", ";
    text += "'" + names[i] + "'";
  }
  return text;
}

// Fills the parameters of one call. The registers are Undefined where nothing was given.
class Binder {
 public:
  Binder(Interpreter& in, Function* function, Value* regs)
      : in_(in), function_(function), code_(function->code), regs_(regs) {}

  bool Bind(std::span<const Value> args, Value kwnames);

 private:
  uint32_t parameters() const { return code_->positional + code_->keyword_only; }
  std::string NameOfParameter(uint32_t i) const {
    return ToUtf8(code_->local_names.Load().As<Tuple>()->Get(i).As<Str>());
  }
  std::string FunctionName() const { return ToUtf8(function_->qualname.Load().As<Str>()); }
  bool BindKeywords(std::span<const Value> values, Tuple* names, Dict* rest);
  bool FillDefaults(size_t positional_given);
  bool TooManyPositional(size_t given);
  bool Missing(const std::vector<std::string>& names, std::string_view what);

  Interpreter& in_;
  Function* function_;
  Code* code_;
  Value* regs_;
};

bool Binder::Bind(std::span<const Value> args, Value kwnames) {
  Tuple* names = kwnames.IsUndefined() ? nullptr : kwnames.As<Tuple>();
  const size_t keyword_count = names == nullptr ? 0 : names->length;
  const size_t given = args.size() - keyword_count;
  const size_t taken = std::min<size_t>(given, code_->positional);
  std::copy_n(args.begin(), taken, regs_);

  uint32_t next = parameters();
  if (code_->flags & bytecode::kVarArgs) {
    regs_[next++] = Value::Of(NewTuple(in_.heap, args.subspan(taken, given - taken)));
  }
  Dict* rest = nullptr;
  if (code_->flags & bytecode::kVarKeywords) {
    rest = NewDict(in_.heap);
    regs_[next] = Value::Of(rest);
  }
  if (names != nullptr && !BindKeywords(args.subspan(given), names, rest)) return false;
  if (given > code_->positional && !(code_->flags & bytecode::kVarArgs)) {
    return TooManyPositional(given);
  }
  return FillDefaults(given);
}

bool Binder::BindKeywords(std::span<const Value> values, Tuple* names, Dict* rest) {
  Tuple* locals = code_->local_names.Load().As<Tuple>();
  for (uint32_t i = 0; i < names->length; ++i) {
    Str* const name = names->Get(i).As<Str>();
    uint32_t p = code_->positional_only;
    while (p < parameters() && locals->Get(p).object() != name) ++p;
    if (p == parameters() && name->interned.Load() == 0) {  // parameters are interned
      p = code_->positional_only;
      while (p < parameters() && !StrEqual(locals->Get(p).As<Str>(), name)) ++p;
    }
    if (p < parameters()) {
      if (!regs_[p].IsUndefined()) {
        in_.Raise(Exc::kTypeError, "{}() got multiple values for argument '{}'", FunctionName(),
                  ToUtf8(name));
        return false;
      }
      regs_[p] = values[i];
      continue;
    }
    if (rest != nullptr) {
      DictStore(in_, rest, Value::Of(name), values[i]);
      continue;
    }
    for (uint32_t q = 0; q < code_->positional_only; ++q) {
      if (StrEqual(locals->Get(q).As<Str>(), name)) {
        std::string passed;
        for (uint32_t k = 0; k < names->length; ++k) {
          for (uint32_t j = 0; j < code_->positional_only; ++j) {
            if (StrEqual(locals->Get(j).As<Str>(), names->Get(k).As<Str>())) {
              passed += (passed.empty() ? "" : ", ") + NameOfParameter(j);
            }
          }
        }
        in_.Raise(Exc::kTypeError,
                  "{}() got some positional-only arguments passed as keyword arguments: '{}'",
                  FunctionName(), passed);
        return false;
      }
    }
    std::vector<std::string> candidates;
    for (uint32_t q = code_->positional_only; q < parameters(); ++q) {
      candidates.push_back(NameOfParameter(q));
    }
    const std::string hint = ClosestName(ToUtf8(name), candidates);
    in_.Raise(Exc::kTypeError, "{}() got an unexpected keyword argument '{}'{}", FunctionName(),
              ToUtf8(name), hint.empty() ? "" : ". Did you mean '" + hint + "'?");
    return false;
  }
  return true;
}

bool Binder::TooManyPositional(size_t given) {
  const Value defaults = function_->defaults.Load();
  const size_t default_count = defaults.Is(Kind::kTuple) ? defaults.As<Tuple>()->length : 0;
  const size_t least = code_->positional - default_count;
  std::string takes = default_count != 0 ? fmt::format("from {} to {}", least, code_->positional)
                                         : fmt::format("{}", code_->positional);
  size_t keyword_only_given = 0;
  for (uint32_t i = code_->positional; i < parameters(); ++i) {
    keyword_only_given += !regs_[i].IsUndefined();
  }
  const bool plural = default_count != 0 || code_->positional != 1;
  if (keyword_only_given != 0) {
    in_.Raise(Exc::kTypeError,
              "{}() takes {} positional argument{} but {} positional argument{} (and {} "
              "keyword-only argument{}) were given",
              FunctionName(), takes, plural ? "s" : "", given, given == 1 ? "" : "s",
              keyword_only_given, keyword_only_given == 1 ? "" : "s");
  } else {
    in_.Raise(Exc::kTypeError, "{}() takes {} positional argument{} but {} {} given",
              FunctionName(), takes, plural ? "s" : "", given, given == 1 ? "was" : "were");
  }
  return false;
}

bool Binder::FillDefaults(size_t given) {
  std::vector<std::string> missing;
  if (given < code_->positional) {
    const Value defaults = function_->defaults.Load();
    const uint32_t count = defaults.Is(Kind::kTuple) ? defaults.As<Tuple>()->length : 0;
    const uint32_t first = code_->positional - count;
    for (uint32_t i = 0; i < code_->positional; ++i) {
      if (!regs_[i].IsUndefined()) continue;
      if (i >= first) {
        regs_[i] = defaults.As<Tuple>()->Get(i - first);
      } else {
        missing.push_back(NameOfParameter(i));
      }
    }
    if (!missing.empty()) return Missing(missing, "positional");
  }
  if (code_->keyword_only == 0) return true;
  const Value defaults = function_->kwdefaults.Load();
  for (uint32_t i = code_->positional; i < parameters(); ++i) {
    if (!regs_[i].IsUndefined()) continue;
    Value value;
    if (defaults.Is(Kind::kDict)) {
      value =
          DictGetStr(defaults.As<Dict>(), code_->local_names.Load().As<Tuple>()->Get(i).As<Str>());
    }
    if (value.IsUndefined()) {
      missing.push_back(NameOfParameter(i));
    } else {
      regs_[i] = value;
    }
  }
  return missing.empty() || Missing(missing, "keyword-only");
}

bool Binder::Missing(const std::vector<std::string>& names, std::string_view what) {
  in_.Raise(Exc::kTypeError, "{}() missing {} required {} argument{}: {}", FunctionName(),
            names.size(), what, names.size() == 1 ? "" : "s", ListNames(names));
  return false;
}

}  // namespace

void Interpreter::Advance() {
  Frame* const frame = fiber_->top;
  const auto op = bytecode::OpOf(frame->code->words[frame->pc].Load());
  frame->pc += kWordsOf[static_cast<size_t>(op)];
}

bool Interpreter::CheckDepth(const Code* code) {
  if (fiber_->depth < program_.recursion_limit()) return true;
  // What CPython has in C does not count there: handlers and the printing of tracebacks need it.
  constexpr uint32_t kLibraryHeadroom = 50;
  const bool is_library = ToUtf8(code->filename.Load().As<Str>()).find_first_of("/<") != 0;
  if (is_library && fiber_->depth < program_.recursion_limit() + kLibraryHeadroom) return true;
  Raise(Exc::kRecursionError, "maximum recursion depth exceeded");
  return false;
}

bool Interpreter::PushFunction(Function* function, std::span<const Value> args, Value kwnames,
                               uint32_t dst, ReturnMode mode, Value extra) {
  Code* const code = function->code;
  if (!CheckDepth(code)) return false;
  Frame* const caller = fiber_->top;
  Frame* const frame = fiber_->stack.Push(code->register_count);
  InitFrame(frame, caller, function, code, caller == nullptr ? 0 : caller->pc, dst, mode);
  frame->extra = extra;
  ClearRegisters(frame, 0);
  if (code->simple_args != 0 && kwnames.IsUndefined() && args.size() == code->positional) {
    std::copy(args.begin(), args.end(), frame->regs);
  } else if (!Binder(*this, function, frame->regs).Bind(args, kwnames)) {
    fiber_->stack.Pop(frame);
    return false;
  }
  if (code->free_count != 0) CopyClosure(frame, function, code);
  if (code->flags & (bytecode::kGenerator | bytecode::kCoroutine | bytecode::kAsyncGenerator)) {
    // The body does not begin yet: the call's result is the generator.
    tail.callable = NewGenerator(function, frame);
    fiber_->stack.Pop(frame);
    return true;
  }
  if (caller != nullptr) Advance();
  fiber_->top = frame;
  ++fiber_->depth;
  return true;
}

bool Interpreter::PushBody(Code* code, Dict* globals, Value locals, Value closure, uint32_t dst,
                           ReturnMode mode, Value extra) {
  if (!CheckDepth(code)) return false;
  BecomeNamespace(*this, globals);
  Frame* const caller = fiber_->top;
  code = program_.CodeFor(*this, code, globals);
  Frame* const frame = fiber_->stack.Push(code->register_count);
  InitFrame(frame, caller, nullptr, code, caller == nullptr ? 0 : caller->pc, dst, mode);
  frame->globals = globals;
  frame->locals = locals;
  frame->extra = extra;
  ClearRegisters(frame, 0);
  if (closure.Is(Kind::kTuple)) {
    Tuple* cells = closure.As<Tuple>();
    for (uint32_t i = 0; i < code->free_count && i < cells->length; ++i) {
      frame->regs[code->local_count + i] = cells->Get(i);
    }
  }
  if (caller != nullptr) Advance();
  fiber_->top = frame;
  ++fiber_->depth;
  return true;
}

void Interpreter::PopFrame(Frame* frame) {
  fiber_->top = frame->caller;
  --fiber_->depth;
  if (frame->generator == nullptr) {
    fiber_->stack.Pop(frame);
  } else {
    frame->caller = nullptr;
  }
}

Value Interpreter::CallNative(const Native* native, std::span<const Value> args, Value kwnames) {
  const bool watched = watching_ && !args.empty();
  const Value first = watched ? args[0] : Value();
  const uint32_t length = watched ? ContainerLength(first) : 0;
  const Value result = RunNative(native, args, kwnames);
  if (watched && ContainerLength(first) < length) NoteDrop(first);
  return result == Value::Raised() ? AfterRefusal(native, args, kwnames) : result;
}

// A native has raised: once more with integers, if it asked for them.
Value Interpreter::AfterRefusal(const Native* native, std::span<const Value> args, Value kwnames) {
  const Value refused = std::exchange(wants_index, Value());
  if (refused.IsUndefined()) return Value::Raised();
  if (std::find(args.begin(), args.end(), refused) == args.end()) return Value::Raised();
  pending = Value();
  const bool bound = native->kind == Kind::kNative && !native->self.Load().IsUndefined();
  return TailCall(Library::kRarely, {NewString("with_index"), Value::Of(native),
                                     Value::Of(NewTuple(heap, args.subspan(bound ? 1 : 0))),
                                     kwnames.IsUndefined() ? Value::None() : kwnames, refused});
}

Step Interpreter::FinishDirect(const Native* native, std::span<const Value> args, Value result,
                               uint32_t dst) {
  if (result == Value::Raised()) result = AfterRefusal(native, args, Value());
  return FinishNative(result, dst, ReturnMode::kStore, Value());
}

Value Interpreter::RunNative(const Native* native, std::span<const Value> args, Value kwnames) {
  const Signature& signature = *native->signature;
  Value* data = const_cast<Value*>(args.data());
  const size_t keywords = kwnames.IsUndefined() ? 0 : kwnames.As<Tuple>()->length;
  if (keywords == 0) {
    if (args.size() < signature.min || args.size() > signature.max) {
      return RaiseArgumentCount(*this, native, args.size());
    }
    if (signature.max == 0xffff && signature.keyword_only != 0) {
      constexpr size_t kFew = 16;
      const size_t names = signature.names.size(), first = names - signature.keyword_only;
      const size_t leading = std::min(args.size(), first);
      const size_t count = names + args.size() - leading;
      if (count <= kFew) {
        // The parameters passed by name, of which there are none, come before those of *args.
        Value laid[kFew];
        std::copy_n(args.begin(), leading, laid);
        std::copy(args.begin() + static_cast<std::ptrdiff_t>(leading), args.end(), laid + names);
        return native->fn(*this, Args{laid, static_cast<uint32_t>(count)});
      }
      return CallNativeWithKeywords(*this, native, args, runtime.empty_tuple.Load().As<Tuple>());
    }
    return native->fn(*this, Args{data, static_cast<uint32_t>(args.size())});
  }
  return CallNativeWithKeywords(*this, native, args, kwnames.As<Tuple>());
}

// `pending` came out of the __next__ that the instruction at `site` of frame() called.
Step Interpreter::EndOfIteration(uint32_t site, ReturnMode mode) {
  if (!IsInstance(pending, Exc::kStopIteration)) return Step::kRaise;
  const Value value = StopIterationValue(*this, std::exchange(pending, Value()));
  return mode == ReturnMode::kForIter ? LeaveLoop(site) : FinishYieldFrom(site, value);
}

// The for-loop whose ForIter is at `site` of frame() is over.
Step Interpreter::LeaveLoop(uint32_t site) {
  Frame* const frame = fiber_->top;
  frame->pc = site + static_cast<uint32_t>(bytecode::ExtS32(frame->code->words[site + 1].Load()));
  return Step::kGo;
}

// What natives that return Value::Request() ask for.
Step Interpreter::Serve(uint32_t dst, ReturnMode mode, Value extra) {
  const struct Request r = std::exchange(request, {});
  switch (r.what) {
    case Request::kSend: return Resume(r.a.As<Generator>(), r.b, dst, mode, extra);
    case Request::kThrow: return ThrowInto(r.a.As<Generator>(), r.b, dst, mode, extra);
    case Request::kStepSend: return SendStep(r.a.As<AsyncStep>(), r.b, dst, mode, extra);
    case Request::kStepThrow: return ThrowStep(r.a.As<AsyncStep>(), r.b, dst, mode, extra);
    case Request::kGetAttribute: return GetAttribute(r.a, r.b.As<Str>(), dst, mode, extra, r.c);
    case Request::kGenericAttribute:
      return FinishLookup(LookupAttributeGeneric(*this, r.a, r.b.As<Str>()), r.a, r.b.As<Str>(),
                          dst, mode, extra);
    case Request::kSetAttribute: return SetAttribute(r.a, r.b.As<Str>(), r.c, dst, mode);
    case Request::kGenericSetAttribute:
      return FinishStore(StoreAttributeGeneric(*this, r.a, r.b.As<Str>(), r.c), dst, mode);
    case Request::kExecute: {
      Code* const code = r.a.As<Code>();
      if (!PushBody(code, r.b.As<Dict>(), r.c, r.d, dst, mode, extra)) return Step::kRaise;
      return Step::kGo;
    }
    case Request::kConstruct: {
      auto* const args = r.b.As<Tuple>();
      std::vector<Value> values;
      for (uint32_t i = 0; i < args->length; ++i) values.push_back(args->Get(i));
      return Construct(r.a.As<Type>(), values, r.c, dst, mode, extra);
    }
    case Request::kCallRecording: {
      auto* const told = r.d.As<Tuple>();
      if (mode != ReturnMode::kStore) {
        const Value args[] = {told->Get(1), told->Get(2), r.b, Value::None()};
        return Call(told->Get(3), args, Value(), dst, mode, extra);
      }
      auto* const args = r.b.As<Tuple>();
      std::vector<Value> values;
      for (uint32_t i = 0; i < args->length; ++i) values.push_back(args->Get(i));
      return Call(r.a, values, Value(), dst, ReturnMode::kRecord, r.d);
    }
    case Request::kYieldSlice: {
      const Step step = Deliver(dst, mode, extra, Value::None());
      return step == Step::kGo ? Step::kYield : step;
    }
    case Request::kStepTask: return StepTask(r.a.As<TaskObject>(), dst, mode);
    case Request::kRunCallback: return RunCallback(r.a, dst);
    case Request::kNone: break;
  }
  __builtin_unreachable();
}

// Goes on after a native function has returned `result`.
Step Interpreter::FinishNative(Value result, uint32_t dst, ReturnMode mode, Value extra) {
  if (result == Value::Raised()) {
    const bool ends = mode == ReturnMode::kForIter || mode == ReturnMode::kYieldFrom;
    return ends ? EndOfIteration(fiber_->top->pc, mode) : Step::kRaise;
  }
  if (result == Value::Park()) return Step::kPark;
  if (result == Value::TailCall()) {
    // The native may be called again with `tail` in use: its arguments move out of the way.
    constexpr size_t kFew = 8;
    const size_t count = tail.args.size();
    if (count == 1 && mode == ReturnMode::kStore && tail.kwnames.IsUndefined()) {
      for (Library what : {Library::kStr, Library::kRepr, Library::kHash}) {
        if (!(tail.callable == runtime.library[size_t(what)].Load())) continue;
        Step step;
        if (CallConversion(what, tail.args[0], dst, &step)) return step;
      }
    }
    if (count <= kFew) {
      Value few[kFew];
      std::copy(tail.args.begin(), tail.args.end(), few);
      return Call(tail.callable, {few, count}, tail.kwnames, dst, mode, extra);
    }
    const std::vector<Value> args = std::move(tail.args);
    tail.args.clear();
    return Call(tail.callable, args, tail.kwnames, dst, mode, extra);
  }
  if (result == Value::Request()) return Serve(dst, mode, extra);
  return Deliver(dst, mode, extra, result);
}

Step Interpreter::Call(Value callable, std::span<const Value> args, Value kwnames, uint32_t dst,
                       ReturnMode mode, Value extra) {
  // Callables that wrap another one are unwrapped in turn; a chain of them may be long.
  WithSelf with_self;
  for (int hops = 0; hops < 1000; ++hops) {
    if (callable.IsUndefined()) return RaiseUnbound(bytecode::FieldB(CurrentWord(frame())));
    if (!callable.IsObject()) break;
    switch (callable.object()->kind) {
      case Kind::kFunction: {
        tail.callable = Value();
        if (!PushFunction(callable.As<Function>(), args, kwnames, dst, mode, extra)) {
          return Step::kRaise;
        }
        const Value generator = std::exchange(tail.callable, Value());
        if (generator.IsUndefined()) return Step::kGo;
        const Step step = Deliver(dst, mode, extra, generator);
        if (step != Step::kGo || !IsForgotten(generator, dst, mode)) return step;
        return TellForgotten();
      }
      case Kind::kNative: {
        const auto* native = callable.As<Native>();
        const Value self = native->self.Load();
        if (!self.IsUndefined()) {
          const WithSelf inner(self, args);
          return FinishNative(CallNative(native, inner, kwnames), dst, mode, extra);
        }
        if (native->signature->is_new && !CheckNewClass(*this, native, args)) return Step::kRaise;
        return FinishNative(CallNative(native, args, kwnames), dst, mode, extra);
      }
      case Kind::kMethodDescriptor: {
        const auto* native = callable.As<Native>();
        if (!CheckDescriptorSelf(*this, native, args)) return Step::kRaise;
        return FinishNative(CallNative(native, args, kwnames), dst, mode, extra);
      }
      case Kind::kBoundMethod: {
        const auto* method = callable.As<BoundMethod>();
        with_self.Assign(method->self.Load(), args);
        args = with_self;
        callable = method->function.Load();
        continue;
      }
      case Kind::kStaticMethod: callable = callable.As<StaticMethod>()->callable.Load(); continue;
      case Kind::kType: return Instantiate(callable.As<Type>(), args, kwnames, dst, mode, extra);
      default: break;
    }
    // An object with __call__.
    Type* const type = TypeOf(*this, callable);
    const Value special = type->special(Special::kCall);
    if (special.IsUndefined() || special.IsNone()) break;
    if (special.Is(Kind::kMethodDescriptor)) {
      with_self.Assign(callable, args);
      if (!CheckDescriptorSelf(*this, special.As<Native>(), with_self)) return Step::kRaise;
      return FinishNative(CallNative(special.As<Native>(), with_self, kwnames), dst, mode, extra);
    }
    const SpecialCall call = PrepareSpecial(*this, special, callable, type);
    if (call.kind == SpecialCall::kGet) {
      return CallLibrary(Library::kCallThroughGet,
                         {callable, Value::Of(NewTuple(heap, args)),
                          kwnames.IsUndefined() ? Value::None() : kwnames},
                         dst, mode, extra);
    }
    if (!call.self.IsUndefined()) {
      with_self.Assign(call.self, args);
      args = with_self;
    }
    callable = call.callable;
  }
  Raise(Exc::kTypeError, "'{}' object is not callable", TypeName(*this, callable));
  return Step::kRaise;
}

Step Interpreter::Instantiate(Type* type, std::span<const Value> args, Value kwnames, uint32_t dst,
                              ReturnMode mode, Value extra) {
  // type(x) asks for a type; a metaclass may define what calling its classes means.
  Type* const metatype = type->type.Load();
  if (type == runtime.type_type && args.size() == 1 && kwnames.IsUndefined()) {
    return Deliver(dst, mode, extra, Value::Of(TypeOf(*this, args[0])));
  }
  if (metatype != runtime.type_type) {
    const Value call = metatype->special(Special::kCall);
    if (call.Is(Kind::kFunction)) {
      const WithSelf with_self(Value::Of(type), args);
      return Call(call, with_self, kwnames, dst, mode, extra);
    }
  }
  return Construct(type, args, kwnames, dst, mode, extra);
}

Step Interpreter::Construct(Type* type, std::span<const Value> args, Value kwnames, uint32_t dst,
                            ReturnMode mode, Value extra) {
  const Value init = type->special(Special::kInit);
  const bool default_init = type->Has(kDefaultInit);
  const bool default_new = type->Has(kDefaultNew);
  Value instance;
  if (default_new && !type->Has(kAbstract) && !type->Has(kNoInstances)) {
    if (default_init && !args.empty()) {
      Raise(Exc::kTypeError, "{}() takes no arguments", ToUtf8(type->name.Load().As<Str>()));
      return Step::kRaise;
    }
    instance = Value::Of(NewInstance(*this, type));
  } else {
    const Value make = type->special(Special::kNew);
    const Native* native = NativeBehind(make);
    if (native == nullptr && default_init && type->subclasses.Load().IsUndefined()) {
      // What a __new__ in Python returns is the result: only an instance of a subclass could have
      // an __init__ that follows.
      const bool wrapped = make.Is(Kind::kStaticMethod);
      const Value function = wrapped ? make.As<StaticMethod>()->callable.Load() : make;
      if (function.Is(Kind::kFunction)) {
        const WithSelf with_class(Value::Of(type), args);
        return Call(function, with_class, kwnames, dst, mode, extra);
      }
    }
    if (native == nullptr || (!default_init && mode != ReturnMode::kStore)) {
      return ConstructInLibrary(type, args, kwnames, dst, mode, extra);
    }
    const WithSelf with_class(Value::Of(type), args);
    if (default_init && !kwnames.IsUndefined() && native->signature->drops_keywords) {
      Raise(Exc::kTypeError, "{}() takes no keyword arguments",
            ToUtf8(type->name.Load().As<Str>()));
      return Step::kRaise;
    }
    instance = CallNative(native, with_class, kwnames);
    if (default_init) return FinishNative(instance, dst, mode, extra);
    if (instance == Value::TailCall()) {
      return ConstructInLibrary(type, args, kwnames, dst, mode, extra);
    }
    if (instance == Value::Raised()) return Step::kRaise;
    if (instance == Value::Park()) return Step::kPark;
    if (!IsSubtype(TypeOf(*this, instance), type)) return Deliver(dst, mode, extra, instance);
  }
  if (default_init) return Deliver(dst, mode, extra, instance);
  if (mode != ReturnMode::kStore) {
    return ConstructInLibrary(type, args, kwnames, dst, mode, extra);
  }
  const WithSelf with_self(instance, args);
  return Call(init, with_self, kwnames, dst, ReturnMode::kInit, instance);
}

// C(args) for a register: the common cases of a builtin type and of a class with only an __init__
// in Python, without copying the arguments twice. The register before the arguments holds the type.
Step Interpreter::ConstructPlain(Type* type, std::span<const Value> args, uint32_t dst) {
  if (!type->Has(kHeapType) && type->Has(kDefaultInit) && type != runtime.type_type) {
    const Native* make = NativeBehind(type->special(Special::kNew));
    const auto count = static_cast<uint32_t>(args.size() + 1);
    if (make != nullptr && !type->Has(kDefaultNew) && count >= make->signature->min &&
        count <= make->signature->max && make->signature->max != 0xffff) {
      return FinishNative(make->fn(*this, Args{const_cast<Value*>(args.data()) - 1, count}), dst,
                          ReturnMode::kStore, Value());
    }
  }
  const Value init = type->special(Special::kInit);
  const bool plain = type->Has(kDefaultNew) && !type->Has(kAbstract) && !type->Has(kNoInstances) &&
                     type->type.Load() == runtime.type_type;
  if (!plain || !init.Is(Kind::kFunction)) {
    return Call(Value::Of(type), args, Value(), dst, ReturnMode::kStore);
  }
  auto* const function = init.As<Function>();
  Code* const code = function->code;
  if (code->simple_args == 0 || args.size() + 1 != code->positional ||
      fiber_->depth >= program_.recursion_limit()) {
    return Call(Value::Of(type), args, Value(), dst, ReturnMode::kStore);
  }
  const Value instance = Value::Of(NewInstance(*this, type));
  Frame* const caller = fiber_->top;
  Frame* const frame = fiber_->stack.Push(code->register_count);
  InitFrame(frame, caller, function, code, caller->pc, dst, ReturnMode::kInit);
  frame->extra = instance;
  frame->regs[0] = instance;
  for (size_t i = 0; i < args.size(); ++i) frame->regs[i + 1] = args[i];
  ClearRegisters(frame, static_cast<uint32_t>(args.size() + 1));
  if (code->free_count != 0) CopyClosure(frame, function, code);
  caller->pc += 2;  // the Call
  fiber_->top = frame;
  ++fiber_->depth;
  return Step::kGo;
}

// __new__ written in Python, or a result that is wanted for something else than a register: the
// library's `_construct` makes the two calls.
Step Interpreter::ConstructInLibrary(Type* type, std::span<const Value> args, Value kwnames,
                                     uint32_t dst, ReturnMode mode, Value extra) {
  return CallLibrary(Library::kConstruct,
                     {Value::Of(type), Value::Of(NewTuple(heap, args)),
                      kwnames.IsUndefined() ? Value::None() : kwnames},
                     dst, mode, extra);
}

Step Interpreter::Deliver(uint32_t dst, ReturnMode mode, Value extra, Value value) {
  Frame* const caller = fiber_->top;
  const uint32_t site = caller->pc;
  Advance();
  return DeliverAt(site, dst, mode, extra, value);
}

// Gives `value` to frame(), whose pc is behind the instruction at `site`.
Step Interpreter::DeliverAt(uint32_t site, uint32_t dst, ReturnMode mode, Value extra,
                            Value value) {
  Frame* const caller = fiber_->top;
  switch (mode) {
    case ReturnMode::kStore:
    case ReturnMode::kForIter:
      if (watching_ && dst < caller->code->local_count) NoteDrop(caller->regs[dst]);
      caller->regs[dst] = value;
      return Step::kGo;
    case ReturnMode::kFeed:
      caller->pc = site;
      return FinishNative(IteratorFed(*this, extra.As<Iterator>(), value), dst,
                          ReturnMode::kForIter, Value());
    case ReturnMode::kRecord: {
      auto* const told = extra.As<Tuple>();
      Value args[] = {told->Get(1), told->Get(2), value};
      told->Get(0).As<Native>()->fn(*this, {args, 3});
      pending = Value();  // what cannot be kept is not
      if (watching_ && dst < caller->code->local_count) NoteDrop(caller->regs[dst]);
      caller->regs[dst] = value;
      return Step::kGo;
    }
    case ReturnMode::kDiscard: return Step::kGo;
    case ReturnMode::kTask: return StepReturned(extra, site, dst, value);
    case ReturnMode::kAgain: caller->pc = site; return Step::kGo;
    case ReturnMode::kInit:
      if (!value.IsNone()) {
        caller->pc = site;
        Raise(Exc::kTypeError, "__init__() should return None, not '{}'", TypeName(*this, value));
        return Step::kRaise;
      }
      if (watching_ && dst < caller->code->local_count) NoteDrop(caller->regs[dst]);
      caller->regs[dst] = extra;
      return Step::kGo;
    case ReturnMode::kUnpack: return DeliverUnpacked(site, dst, value);
    case ReturnMode::kRaiseResult:
      caller->pc = site;
      pending = value;
      return Step::kRaise;
    case ReturnMode::kPair:
      caller->regs[dst] = value.As<Tuple>()->Get(0);
      caller->regs[dst + 1] = value.As<Tuple>()->Get(1);
      return Step::kGo;
    case ReturnMode::kTest:
    case ReturnMode::kTestNot:
    case ReturnMode::kBool:
    case ReturnMode::kNot: return DeliverTruth(site, dst, mode, extra, value);
    case ReturnMode::kBinary:
    case ReturnMode::kCompare: return DeliverOperator(site, dst, mode, extra, value);
    case ReturnMode::kConverted:
      return DeliverConverted(site, dst, static_cast<Special>(extra.small()), value);
    case ReturnMode::kYieldFrom: return DeliverYieldFrom(site, value);
    case ReturnMode::kViewed: break;  // only ever the mode of a frame
  }
  __builtin_unreachable();
}

// str(x), repr(x) or hash(x) for a register, where that is a method written in Python: its frame is
// pushed. False: it is something else.
bool Interpreter::CallConversion(Library what, Value x, uint32_t dst, Step* step) {
  const Type* const type = TypeOf(*this, x);
  Special special = what == Library::kStr    ? Special::kStr
                    : what == Library::kRepr ? Special::kRepr
                                             : Special::kHash;
  Value method = type->special(special);
  if (special == Special::kStr && method == runtime.object_type->special(Special::kStr)) {
    special = Special::kRepr;
    method = type->special(special);
  }
  if (!method.Is(Kind::kFunction)) return false;
  *step = Call(method, std::span<const Value>(&x, 1), Value(), dst, ReturnMode::kConverted,
               Value::Small(static_cast<int>(special)));
  return true;
}

Step Interpreter::DeliverConverted(uint32_t site, uint32_t dst, Special special, Value value) {
  Frame* const caller = fiber_->top;
  if (special == Special::kHash ? IsInt(value) : IsStr(value)) {
    if (special == Special::kHash) value = IntFromInt64(heap, HashOfInt(value));
    if (watching_ && dst < caller->code->local_count) NoteDrop(caller->regs[dst]);
    caller->regs[dst] = value;
    return Step::kGo;
  }
  caller->pc = site;  // for what is raised here
  if (special == Special::kHash) {
    Raise(Exc::kTypeError, "__hash__ method should return an integer");
  } else {
    Raise(Exc::kTypeError, "{} returned non-string (type {})",
          special == Special::kStr ? "__str__" : "__repr__", TypeName(*this, value));
  }
  return Step::kRaise;
}

Step Interpreter::DeliverUnpacked(uint32_t site, uint32_t first, Value list) {
  Frame* const caller = fiber_->top;
  const bytecode::Word w = caller->code->words[site].Load();
  const bool extended = bytecode::OpOf(w) == bytecode::Op::kUnpackEx;
  const int after = extended ? bytecode::ExtS32(caller->code->words[site + 1].Load()) : -1;
  uint32_t count = 0;
  Array* const items = ListSnapshot(*this, list.As<List>(), &count);
  caller->pc = site;
  const Step step = SpreadItems(first, items == nullptr ? nullptr : items->slots(), count,
                                bytecode::FieldC(w), after);
  if (step != Step::kNext) return step;
  Advance();
  return Step::kGo;
}

// `extra` is not Undefined when `value` came from the special method of that name.
Step Interpreter::DeliverTruth(uint32_t site, uint32_t dst, ReturnMode mode, Value extra,
                               Value value) {
  Frame* const caller = fiber_->top;
  caller->pc = site;  // for what may be raised here
  if (!extra.IsUndefined() && !CheckTruthResult(extra, value)) return Step::kRaise;
  const Tri truth = TryTruth(*this, value);
  if (truth == Tri::kRaised) return Step::kRaise;
  if (truth == Tri::kPython) return TruthSlow(value, dst, mode);
  const bool yes = truth == Tri::kTrue;
  switch (mode) {
    case ReturnMode::kBool:
    case ReturnMode::kNot:
      caller->regs[dst] = Value::Bool(yes == (mode == ReturnMode::kBool));
      Advance();
      return Step::kGo;
    default: break;
  }
  const bytecode::Word w = caller->code->words[site].Load();
  const bytecode::Op op = bytecode::OpOf(w);
  if (op == bytecode::Op::kJumpIfTrue || op == bytecode::Op::kJumpIfFalse) {
    const bool jump = yes == (op == bytecode::Op::kJumpIfTrue);
    caller->pc = site + static_cast<uint32_t>(jump ? bytecode::FieldS32(w) : 1);
    return Step::kGo;
  }
  const bool jump = yes == (mode == ReturnMode::kTest);
  caller->pc = site + static_cast<uint32_t>(
                          jump ? bytecode::ExtS32(caller->code->words[site + 1].Load()) : 2);
  return Step::kGo;
}

Step Interpreter::Return(Value value) { return ReturnSlow(fiber_->top, value); }

Step Interpreter::ReturnSlow(Frame* callee, Value value) {
  if (callee->mode == ReturnMode::kViewed) EndView(*this, *fiber_, callee);
  const uint32_t site = callee->call_site;
  const uint32_t dst = callee->dst;
  const ReturnMode mode = callee->mode;
  const Value extra = callee->extra;
  if (callee->generator != nullptr) return ReturnFromGenerator(callee, value);
  const bool lowest = callee->caller == nullptr;
  PopFrame(callee);
  if (lowest) {
    fiber_->result = value;
    return Step::kFinish;
  }
  return DeliverAt(site, dst, mode, extra, value);
}

}  // namespace heddle::vm
