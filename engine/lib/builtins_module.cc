// The builtin functions that need no frame and no file.
#include <string>
#include <vector>

#include "lib/builtin_types.h"
#include "lib/module_tables.h"
#include "lib/number_natives.h"
#include "lib/object_natives.h"
#include "objects/array.h"
#include "objects/attribute.h"
#include "objects/bytes.h"
#include "objects/compare.h"
#include "objects/dict.h"
#include "objects/exception_fields.h"
#include "objects/float.h"
#include "objects/int.h"
#include "objects/iterator.h"
#include "objects/list.h"
#include "objects/number.h"
#include "objects/set.h"
#include "objects/sort.h"
#include "objects/str_ops.h"
#include "objects/tuple.h"
#include "objects/type.h"
#include "objects/type_building.h"
#include "objects/weakref.h"
#include "vm/interpreter.h"

namespace heddle::lib {

namespace {

vm::Interpreter& In(Context& cx) { return static_cast<vm::Interpreter&>(cx); }
Value OrNone(Value v) { return v.IsUndefined() ? Value::None() : v; }

// The special method of a builtin type written in C++, or null: it may be called directly.
const Native* NativeSpecial(Context& cx, Value v, Special special) {
  const Value found = TypeOf(cx, v)->special(special);
  return found.Is(Kind::kMethodDescriptor) ? found.As<Native>() : nullptr;
}

// ---- iteration

Value Iter(Context& cx, Args args) {
  if (!args.Opt(1).IsUndefined()) {
    if (TypeOf(cx, args[0])->special(Special::kCall).IsUndefined()) {
      return cx.Raise(Exc::kTypeError, "iter(v, w): v must be callable");
    }
    Iterator* const it = NewIterator(cx, IteratorKind::kCallable, args[0]);
    it->second.Store(args[1]);
    return Value::Of(it);
  }
  const Value fast = GetIterFast(cx, args[0]);
  if (!fast.IsUndefined()) return Shared(fast);
  const Type* type = TypeOf(cx, args[0]);
  const Value special = type->special(Special::kIter);
  if (special.Is(Kind::kMethodDescriptor)) return CallSpecial(cx, special, args[0]);
  if (!special.IsUndefined() && !special.IsNone()) {
    return cx.TailCall(Library::kIterChecked, {args[0]});
  }
  if (special.IsUndefined() && !type->special(Special::kGetItem).IsUndefined() &&
      !args[0].Is(Kind::kDict)) {
    return Value::Of(NewIterator(cx, IteratorKind::kSequence, args[0]));
  }
  return cx.Raise(Exc::kTypeError, "'{}' object is not iterable", TypeName(cx, args[0]));
}

Value Next(Context& cx, Args args) {
  const Value fallback = args.Opt(1);
  if (args[0].Is(Kind::kIterator) && (args[0].object()->flags & kSubclass) == 0) {
    auto* const it = args[0].As<Iterator>();
    if (fallback.IsUndefined()) return IteratorStep(cx, it);
    if (!IsOpen(it)) {
      const Value next = IteratorNext(cx, it);
      return !next.IsUndefined() || !cx.pending.IsUndefined() ? next : fallback;
    }
  }
  const Value special = TypeOf(cx, args[0])->special(Special::kNext);
  if (special.IsUndefined() || special.IsNone()) {
    return cx.Raise(Exc::kTypeError, "'{}' object is not an iterator", TypeName(cx, args[0]));
  }
  if (!fallback.IsUndefined()) return cx.TailCall(Library::kNextDefault, {args[0], fallback});
  return CallSpecial(cx, special, args[0]);
}

Value Len(Context& cx, Args args) {
  if (const Native* native = NativeSpecial(cx, args[0], Special::kLen)) {
    return native->fn(cx, {args.data, 1});
  }
  const Value special = TypeOf(cx, args[0])->special(Special::kLen);
  if (special.IsUndefined() || special.IsNone()) {
    return cx.Raise(Exc::kTypeError, "object of type '{}' has no len()", TypeName(cx, args[0]));
  }
  return cx.TailCall(Library::kLenChecked, {args[0]});
}

// any() and all(): `stop` is the truth that decides.
Value AnyAll(Context& cx, Args args, bool stop, Library rest) {
  const Value iterator = GetIterFast(cx, args[0]);
  if (!iterator.Is(Kind::kIterator)) return cx.TailCall(rest, {Value::Bool(!stop), args[0]});
  for (;;) {
    const Value item = IteratorTake(cx, iterator.As<Iterator>());
    if (item.IsUndefined()) {
      return cx.pending.IsUndefined() ? Value::Bool(!stop) : Value::Raised();
    }
    const Tri truth = TryTruth(cx, item);
    if (truth == Tri::kRaised) return Value::Raised();
    if (truth == Tri::kPython) return cx.TailCall(rest, {item, iterator});
    if ((truth == Tri::kTrue) == stop) return Value::Bool(stop);
  }
}
Value Any(Context& cx, Args args) { return AnyAll(cx, args, true, Library::kAnyFrom); }
Value All(Context& cx, Args args) { return AnyAll(cx, args, false, Library::kAllFrom); }

bool IsPlainNumber(Value v) { return v.IsSmall() || v.IsBool() || v.IsDouble(); }

Value Sum(Context& cx, Args args) {
  Value total = args.Opt(1).IsUndefined() ? Value::Small(0) : args[1];
  const Type* type = TypeOf(cx, args[0]);
  if (type->special(Special::kIter).IsUndefined() &&
      type->special(Special::kGetItem).IsUndefined()) {
    return cx.Raise(Exc::kTypeError, "'{}' object is not iterable", TypeName(cx, args[0]));
  }
  if (total.Is(Kind::kStr)) {
    return cx.Raise(Exc::kTypeError, "sum() can't sum strings [use ''.join(seq) instead]");
  }
  if (total.Is(Kind::kBytes)) {
    return cx.Raise(Exc::kTypeError, "sum() can't sum bytes [use b''.join(seq) instead]");
  }
  if (total.Is(Kind::kByteArray)) {
    return cx.Raise(Exc::kTypeError, "sum() can't sum bytearray [use b''.join(seq) instead]");
  }
  const Value source = GetIterFast(cx, args[0]);
  if (!source.Is(Kind::kIterator) || !(IsPlainNumber(total) || total.Is(Kind::kInt))) {
    return cx.TailCall(Library::kSum, {args[0], total});
  }
  auto* iterator = source.As<Iterator>();
  bool in_float = total.IsDouble();
  FloatSum floats;
  if (in_float) floats.high = total.dbl();
  for (;;) {
    const Value item = IteratorTake(cx, iterator);
    if (item.IsUndefined()) {
      if (!cx.pending.IsUndefined()) return Value::Raised();
      return in_float ? Value::Double(floats.Total()) : total;
    }
    const bool number = IsPlainNumber(item) || (item.Is(Kind::kInt) && !in_float);
    if (!number || (item.IsObject() && (item.object()->flags & kSubclass) != 0)) {
      if (in_float) total = Value::Double(floats.Total());
      return cx.TailCall(Library::kSumFrom, {total, item, source});
    }
    if (in_float) {
      floats.Add(item);
    } else if (item.IsDouble()) {
      double begin = 0;
      if (!IntToDouble(total, &begin)) {
        return cx.Raise(Exc::kOverflowError, "int too large to convert to float");
      }
      in_float = true;
      floats.high = begin + item.dbl();
    } else if (int64_t sum; total.IsSmall() && item.IsSmall() &&
                            Value::FitsSmall(sum = total.small() + item.small())) {
      total = Value::Small(sum);
    } else {
      total = IntAdd(cx, total, item);
      if (total.IsUndefined()) return total;
    }
  }
}

// Undefined without an exception: takes Python code.
Value BestOf(Context& cx, Args values, CompareOp better) {
  Value best = values[0];
  for (uint32_t i = 1; i < values.count; ++i) {
    const Tri is_better = TryCompare(cx, better, values[i], best);
    if (is_better == Tri::kRaised || is_better == Tri::kPython) return Value::Undefined();
    if (is_better == Tri::kTrue) best = values[i];
  }
  return best;
}

// (key, default, *args)
Value MinMax(Context& cx, Args args, const char* name, CompareOp better) {
  if (args.count == 4 && args[0].IsUndefined() && args[1].IsUndefined() && args[2].IsSmall() &&
      args[3].IsSmall()) {
    const bool second = better == CompareOp::kLt ? args[3].small() < args[2].small()
                                                 : args[3].small() > args[2].small();
    return second ? args[3] : args[2];
  }
  const Value key = OrNone(args.Opt(0)), fallback = args.Opt(1);
  const Args given = args.From(2);
  if (given.count == 0) {
    return cx.Raise(Exc::kTypeError, "{} expected at least 1 argument, got 0", name);
  }
  if (given.count > 1 && !fallback.IsUndefined()) {
    return cx.Raise(Exc::kTypeError,
                    "Cannot specify a default for {}() with multiple positional arguments", name);
  }
  Value source = given[0];
  if (given.count > 1) {
    if (key.IsNone()) {
      const Value best = BestOf(cx, given, better);
      if (!best.IsUndefined() || !cx.pending.IsUndefined()) return best;
    }
    source = Value::Of(NewTuple(cx.heap, {given.data, given.count}));
  }
  auto in_python = [&] {
    return cx.TailCall(Library::kMinMax, {cx.NewString(name), source, key,
                                          Value::Bool(!fallback.IsUndefined()), OrNone(fallback)});
  };
  // Only sequences, which can be gone through again when some item needs Python code.
  const bool sequence = source.Is(Kind::kList) || source.Is(Kind::kTuple) ||
                        source.Is(Kind::kRange) || source.Is(Kind::kStr) || source.Is(Kind::kSet) ||
                        source.Is(Kind::kFrozenSet) || source.Is(Kind::kDict);
  if (!key.IsNone() || !sequence) return in_python();
  const Value iterator = GetIterFast(cx, source);
  if (!iterator.Is(Kind::kIterator)) return in_python();
  Value best;
  for (;;) {
    const Value item = IteratorTake(cx, iterator.As<Iterator>());
    if (item.IsUndefined()) break;
    if (best.IsUndefined()) {
      best = item;
      continue;
    }
    const Tri is_better = TryCompare(cx, better, item, best);
    if (is_better == Tri::kRaised) return Value::Raised();
    if (is_better == Tri::kPython) return in_python();
    if (is_better == Tri::kTrue) best = item;
  }
  if (!cx.pending.IsUndefined()) return Value::Raised();
  if (!best.IsUndefined()) return best;
  if (!fallback.IsUndefined()) return fallback;
  return cx.Raise(Exc::kValueError, "{}() iterable argument is empty", name);
}
Value Min(Context& cx, Args args) { return MinMax(cx, args, "min", CompareOp::kLt); }
Value Max(Context& cx, Args args) { return MinMax(cx, args, "max", CompareOp::kGt); }

// (iterable, key, reverse)
Value Sorted(Context& cx, Args args) {
  const Value key = OrNone(args.Opt(1)), reverse = args.Opt(2);
  Tri descending = Tri::kFalse;
  if (!reverse.IsUndefined()) descending = TryTruth(cx, reverse);
  if (descending == Tri::kRaised) return Value::Raised();
  auto in_python = [&](Value source) {
    return cx.TailCall(Library::kSorted,
                       {source, key, reverse.IsUndefined() ? Value::False() : reverse});
  };
  if (!key.IsNone() || descending == Tri::kPython) return in_python(args[0]);
  List* list = NewList(cx.heap);
  if (!ListExtendFast(cx, list, args[0])) return in_python(args[0]);
  if (!cx.pending.IsUndefined()) return Value::Raised();
  uint32_t count = 0;
  Array* items = ListSnapshot(cx, list, &count);
  if (items == nullptr) return Value::Of(list);
  switch (SortSimple(cx, items->slots(), nullptr, count, descending == Tri::kTrue)) {
    case Tri::kRaised: return Value::Raised();
    case Tri::kPython: return in_python(Value::Of(list));
    default: break;
  }
  for (uint32_t i = 0; i < count; ++i) ListSet(cx, list, i, items->slots()[i].Load());
  return Value::Of(list);
}

// ---- numbers

Value Abs(Context& cx, Args args) {
  if (IsNumber(args[0]) && (!args[0].IsObject() || (args[0].object()->flags & kSubclass) == 0)) {
    return UnaryArithmetic(cx, UnaryOp::kAbs, args[0]);
  }
  const Value special = TypeOf(cx, args[0])->special(Special::kAbs);
  if (special.IsUndefined() || special.IsNone()) {
    return cx.Raise(Exc::kTypeError, "bad operand type for abs(): '{}'", TypeName(cx, args[0]));
  }
  return CallSpecial(cx, special, args[0]);
}

bool IsPlain(Value v) {
  return IsNumber(v) && (!v.IsObject() || (v.object()->flags & kSubclass) == 0);
}

Value DivMod(Context& cx, Args args) {
  if (IsPlain(args[0]) && IsPlain(args[1])) {
    const Value result = NumericDivMod(cx, args[0], args[1]);
    if (!result.IsNotImplemented()) return result;
  }
  return cx.TailCall(Library::kDivMod, {args[0], args[1]});
}

Value Pow(Context& cx, Args args) {
  const Value mod = OrNone(args.Opt(2));
  if (IsPlain(args[0]) && IsPlain(args[1]) && (mod.IsNone() || IsPlain(mod))) {
    const Value result = mod.IsNone() ? Arithmetic(cx, BinaryOp::kPow, args[0], args[1])
                                      : NumericPowMod(cx, args[0], args[1], mod);
    if (!result.IsNotImplemented()) return result;
  }
  return cx.TailCall(Library::kPow, {args[0], args[1], mod});
}

Value Round(Context& cx, Args args) {
  const Value digits = OrNone(args.Opt(1));
  if (args[0].IsDouble() && digits.IsNone()) return FloatRoundToInt(cx, args[0].dbl());
  if (args[0].IsDouble() && digits.IsSmall()) {
    return FloatRound(cx, args[0].dbl(), digits.small());
  }
  if ((args[0].IsSmall() || args[0].IsBool()) &&
      (digits.IsNone() || (digits.IsSmall() && digits.small() >= 0))) {
    return IntPlain(cx, args[0]);
  }
  return cx.TailCall(Library::kRound, {args[0], digits});
}

Value ToBase(Context& cx, Value v, int base, const char* prefix, const char* name) {
  if (!IsInt(v)) return cx.TailCall(Library::kToBase, {v, cx.NewString(name)});
  std::string text = IntToString(v, base);
  text.insert(text[0] == '-' ? 1 : 0, prefix);
  return cx.NewString(text);
}
Value Bin(Context& cx, Args args) { return ToBase(cx, args[0], 2, "0b", "b"); }
Value Oct(Context& cx, Args args) { return ToBase(cx, args[0], 8, "0o", "o"); }
Value Hex(Context& cx, Args args) { return ToBase(cx, args[0], 16, "0x", "x"); }

Value Chr(Context& cx, Args args) {
  if (!IsInt(args[0])) {
    int64_t ignored;
    ToInt64(cx, args[0], &ignored);
    return Value::Raised();
  }
  int64_t c = 0;
  if (!IntToInt64(args[0], &c) || c < 0 || c > 0x10ffff) {
    return cx.Raise(Exc::kValueError, "chr() arg not in range(0x110000)");
  }
  return Value::Of(CharStr(cx, static_cast<char32_t>(c)));
}

Value Ord(Context& cx, Args args) {
  const Value v = args[0];
  uint32_t length = 0;
  if (v.Is(Kind::kStr)) {
    length = v.As<Str>()->length;
    if (length == 1) return Value::Small(v.As<Str>()->At(0));
  } else if (v.Is(Kind::kBytes) || v.Is(Kind::kByteArray)) {
    const std::string bytes = BytesCopy(v);
    length = static_cast<uint32_t>(bytes.size());
    if (length == 1) return Value::Small(static_cast<uint8_t>(bytes[0]));
  } else {
    return cx.Raise(Exc::kTypeError, "ord() expected string of length 1, but {} found",
                    TypeName(cx, v));
  }
  return cx.Raise(Exc::kTypeError, "ord() expected a character, but string of length {} found",
                  length);
}

// ---- text, hash, identity

Value Repr(Context& cx, Args args) {
  Value text;
  switch (TryRepr(cx, args[0], ReprKind::kRepr, &text)) {
    case Tri::kTrue: return text;
    case Tri::kRaised: return Value::Raised();
    default: return cx.TailCall(Library::kRepr, {args[0]});
  }
}
Value Ascii(Context& cx, Args args) {
  Value text;
  switch (TryRepr(cx, args[0], ReprKind::kAscii, &text)) {
    case Tri::kTrue: return text;
    case Tri::kRaised: return Value::Raised();
    default: return cx.TailCall(Library::kAscii, {args[0]});
  }
}

Value Format(Context& cx, Args args) {
  const Value spec = args.Opt(1).IsUndefined() ? cx.runtime.empty_str.Load() : args[1];
  if (!spec.Is(Kind::kStr)) {
    return cx.Raise(Exc::kTypeError, "format() argument 2 must be str, not {}", TypeName(cx, spec));
  }
  if (const Native* native = NativeSpecial(cx, args[0], Special::kFormat)) {
    Value values[] = {args[0], spec};
    return native->fn(cx, {values, 2});
  }
  return cx.TailCall(Library::kFormat, {args[0], spec});
}

Value Hash(Context& cx, Args args) {
  uint64_t hash = 0;
  switch (TryHash(cx, args[0], &hash)) {
    case Tri::kTrue: return IntFromInt64(cx.heap, static_cast<int64_t>(hash));
    case Tri::kRaised: return Value::Raised();
    default: return cx.TailCall(Library::kHash, {args[0]});
  }
}

Value Id(Context& cx, Args args) { return IntFromUint64(cx.heap, IdOf(cx.runtime, args[0])); }

Value Callable(Context& cx, Args args) {
  return Value::Bool(!TypeOf(cx, args[0])->special(Special::kCall).IsUndefined());
}

// ---- attributes

Value GetAttr(Context& cx, Args args) {
  Str* name = AttributeName(cx, args[1]);
  if (name == nullptr) return Value::Raised();
  const AttributeLookup found = LookupAttribute(cx, args[0], name);
  switch (found.kind) {
    case AttributeLookup::kValue:
    case AttributeLookup::kInstanceSlot:
    case AttributeLookup::kMethod:
    case AttributeLookup::kTypeData: return LookupResult(cx, found);
    case AttributeLookup::kMissing:
      if (!args.Opt(2).IsUndefined()) return args[2];
      return RaiseMissingAttribute(cx, args[0], name);
    case AttributeLookup::kRaised:
      if (args.Opt(2).IsUndefined()) return Value::Raised();
      cx.pending = Value();
      break;
    default: break;
  }
  return In(cx).Ask(vm::Interpreter::Request::kGetAttribute, args[0], Value::Of(name), args.Opt(2));
}

Value HasAttr(Context& cx, Args args) {
  Str* name = AttributeName(cx, args[1]);
  if (name == nullptr) return Value::Raised();
  const AttributeLookup found = LookupAttribute(cx, args[0], name);
  switch (found.kind) {
    case AttributeLookup::kValue:
    case AttributeLookup::kInstanceSlot:
    case AttributeLookup::kMethod:
    case AttributeLookup::kTypeData: return Value::True();
    case AttributeLookup::kMissing: return Value::False();
    case AttributeLookup::kRaised:
      if (!IsSubtype(TypeOf(cx, cx.pending), cx.runtime.exceptions[size_t(Exc::kAttributeError)])) {
        return Value::Raised();
      }
      cx.pending = Value();
      return Value::False();
    default: return cx.TailCall(Library::kHasAttr, {args[0], Value::Of(name)});
  }
}

Value SetAttr(Context& cx, Args args) {
  Str* name = AttributeName(cx, args[1]);
  if (name == nullptr) return Value::Raised();
  return In(cx).Ask(vm::Interpreter::Request::kSetAttribute, args[0], Value::Of(name), args[2]);
}
Value DelAttr(Context& cx, Args args) {
  Str* name = AttributeName(cx, args[1]);
  if (name == nullptr) return Value::Raised();
  return In(cx).Ask(vm::Interpreter::Request::kSetAttribute, args[0], Value::Of(name), Value());
}

// ---- classes

// By the MRO alone; kPython when the class has a say in it (or it is no class).
Tri CheckClass(Context& cx, const Type* type, Value classinfo, Special check, int depth) {
  if (classinfo.Is(Kind::kTuple)) {
    if (depth > kMaxNesting) return Tri::kPython;
    auto* tuple = classinfo.As<Tuple>();
    for (uint32_t i = 0; i < tuple->length; ++i) {
      const Tri found = CheckClass(cx, type, tuple->Get(i), check, depth + 1);
      if (found != Tri::kFalse) return found;
    }
    return Tri::kFalse;
  }
  if (!classinfo.Is(Kind::kType)) return Tri::kPython;
  if (check == Special::kInstanceCheck && classinfo.As<Type>() == type) return Tri::kTrue;
  const Value own = TypeOf(cx, classinfo)->special(check);
  if (own != cx.runtime.type_type->special(check)) return Tri::kPython;
  return IsSubtype(type, classinfo.As<Type>()) ? Tri::kTrue : Tri::kFalse;
}

Value IsInstance(Context& cx, Args args) {
  const Type* type = TypeOf(cx, args[0]);
  const Tri found = CheckClass(cx, type, args[1], Special::kInstanceCheck, 0);
  if (found == Tri::kTrue) return Value::True();
  if (found == Tri::kFalse && IsHonest(cx, type)) return Value::False();
  return cx.TailCall(Library::kIsInstance, {args[0], args[1]});
}

Value IsSubclassOf(Context& cx, Args args) {
  if (!args[0].Is(Kind::kType)) return cx.TailCall(Library::kIsSubclass, {args[0], args[1]});
  const Tri found = CheckClass(cx, args[0].As<Type>(), args[1], Special::kSubclassCheck, 0);
  if (found == Tri::kPython) return cx.TailCall(Library::kIsSubclass, {args[0], args[1]});
  return Value::Bool(found == Tri::kTrue);
}

constexpr NativeDef kFunctions[] = {
    {"abs", Abs, "x, /"},
    {"all", All, "iterable, /"},
    {"any", Any, "iterable, /"},
    {"ascii", Ascii, "obj, /"},
    {"bin", Bin, "number, /"},
    {"callable", Callable, "obj, /"},
    {"chr", Chr, "i, /"},
    {"delattr", DelAttr, "obj, name, /"},
    {"divmod", DivMod, "x, y, /"},
    {"format", Format, "value, format_spec=, /"},
    {"getattr", GetAttr, "object, name, default=, /"},
    {"hasattr", HasAttr, "obj, name, /"},
    {"hash", Hash, "obj, /"},
    {"hex", Hex, "number, /"},
    {"id", Id, "obj, /"},
    {"isinstance", IsInstance, "obj, class_or_tuple, /"},
    {"issubclass", IsSubclassOf, "cls, class_or_tuple, /"},
    {"iter", Iter, "object, sentinel=, /"},
    {"len", Len, "obj, /"},
    {"max", Max, "*args, key=, default="},
    {"min", Min, "*args, key=, default="},
    {"next", Next, "iterator, default=, /"},
    {"oct", Oct, "number, /"},
    {"ord", Ord, "c, /"},
    {"pow", Pow, "base, exp, mod="},
    {"repr", Repr, "obj, /"},
    {"round", Round, "number, ndigits="},
    {"setattr", SetAttr, "obj, name, value, /"},
    {"sorted", Sorted, "iterable, /, *, key=, reverse="},
    {"sum", Sum, "iterable, /, start="},
    {nullptr, nullptr, nullptr},
};

// The builtin types that programs can name.
constexpr std::string_view kTypeNames[] = {
    "bool",   "bytearray", "bytes",     "classmethod", "complex", "dict",  "enumerate",
    "filter", "float",     "frozenset", "int",         "list",    "map",   "memoryview",
    "object", "property",  "range",     "reversed",    "set",     "slice", "staticmethod",
    "str",    "super",     "tuple",     "type",        "zip"};

void Init(Context& cx, Module* module) {
  for (const TypeDef* def : BuiltinTypes()) {
    for (std::string_view name : kTypeNames) {
      if (name == def->name)
        AddConstant(cx, module, name, Value::Of(BuiltinTypeOf(cx.runtime, def)));
    }
  }
  for (Type* type : cx.runtime.exceptions) {
    AddConstant(cx, module, ToUtf8(type->name.Load().As<Str>()), Value::Of(type));
  }
  const Value os_error = Value::Of(cx.runtime.exceptions[size_t(Exc::kOSError)]);
  AddConstant(cx, module, "EnvironmentError", os_error);
  AddConstant(cx, module, "IOError", os_error);
  AddConstant(cx, module, "None", Value::None());
  AddConstant(cx, module, "True", Value::True());
  AddConstant(cx, module, "False", Value::False());
  AddConstant(cx, module, "NotImplemented", Value::NotImplemented());
  AddConstant(cx, module, "Ellipsis", Value::Ellipsis());
  AddConstant(cx, module, "__debug__", Value::True());
}

}  // namespace

const ModuleDef kBuiltinsModule = {"builtins", kFunctions, Init};

}  // namespace heddle::lib
