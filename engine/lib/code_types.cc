// code, cell and traceback.
#include <string>

#include "lib/object_natives.h"
#include "lib/types.h"
#include "objects/array.h"
#include "objects/exception.h"
#include "objects/function.h"
#include "objects/tuple.h"
#include "objects/type.h"
#include "objects/weakref.h"

namespace heddle::lib {

namespace {

// ---- code

Code* Self(Args args) { return args[0].As<Code>(); }

Value CodeRepr(Context& cx, Args args) {
  const Code* code = Self(args);
  return cx.NewString(fmt::format("<code object {} at {:#x}, file \"{}\", line {}>",
                                  ToUtf8(code->name.Load().As<Str>()), IdOf(cx.runtime, args[0]),
                                  ToUtf8(code->filename.Load().As<Str>()), code->first_line));
}

Value GetName(Context&, Args args) { return Self(args)->name.Load(); }
Value GetQualname(Context&, Args args) { return Self(args)->qualname.Load(); }
Value GetFilename(Context&, Args args) { return Self(args)->filename.Load(); }
Value GetFirstLine(Context&, Args args) { return Value::Small(Self(args)->first_line); }
Value GetArgCount(Context&, Args args) { return Value::Small(Self(args)->positional); }
Value GetPosOnly(Context&, Args args) { return Value::Small(Self(args)->positional_only); }
Value GetKwOnly(Context&, Args args) { return Value::Small(Self(args)->keyword_only); }
Value GetLocalCount(Context&, Args args) { return Value::Small(Self(args)->local_count); }
Value GetStackSize(Context&, Args args) { return Value::Small(Self(args)->register_count); }

Value NameRange(Context& cx, const Code* code, uint32_t from, uint32_t count) {
  auto* names = code->local_names.Load().As<Tuple>();
  Tuple* result = NewTupleRaw(cx.heap, count);
  for (uint32_t i = 0; i < count; ++i) result->items()[i].Store(names->Get(from + i));
  return Value::Of(result);
}
Value GetVarnames(Context& cx, Args args) {
  return NameRange(cx, Self(args), 0, Self(args)->local_count);
}
Value GetFreevars(Context& cx, Args args) {
  return NameRange(cx, Self(args), Self(args)->local_count, Self(args)->free_count);
}
Value GetCellvars(Context& cx, Args args) {
  std::vector<Value> cells;
  const auto& locals = (*Self(args)->unit)->locals;
  for (uint32_t i = 0; i < Self(args)->local_count; ++i) {
    if (locals[i].is_cell) cells.push_back(Self(args)->local_names.Load().As<Tuple>()->Get(i));
  }
  return MakeTuple(cx, cells);
}

Value ArrayTuple(Context& cx, Value array, size_t count) {
  std::vector<Value> items;
  for (size_t i = 0; i < count; ++i) items.push_back(array.As<Array>()->slots()[i].Load());
  return MakeTuple(cx, items);
}
Value GetNames(Context& cx, Args args) {
  return ArrayTuple(cx, Self(args)->names_array.Load(), (*Self(args)->unit)->names.size());
}
Value GetConsts(Context& cx, Args args) {
  return ArrayTuple(cx, Self(args)->constants_array.Load(), (*Self(args)->unit)->constants.size());
}

// CPython's CO_ flags.
Value GetFlags(Context&, Args args) {
  const uint32_t flags = Self(args)->flags;
  int64_t result = 0x1 | 0x2;
  if (flags & bytecode::kVarArgs) result |= 0x4;
  if (flags & bytecode::kVarKeywords) result |= 0x8;
  if (flags & bytecode::kNested) result |= 0x10;
  if (flags & bytecode::kGenerator) result |= 0x20;
  if (flags & bytecode::kCoroutine) result |= 0x80;
  if (flags & bytecode::kIterableCoroutine) result |= 0x100;
  if (flags & bytecode::kAsyncGenerator) result |= 0x200;
  if (flags & bytecode::kFutureAnnotations) result |= 0x1000000;
  return Value::Small(result);
}

constexpr NativeDef kCodeMethods[] = {
    {"__repr__", CodeRepr, "self, /"},
    {nullptr, nullptr, nullptr},
};
constexpr GetSetDef kCodeGetSets[] = {
    {"co_name", GetName, nullptr},
    {"co_qualname", GetQualname, nullptr},
    {"co_filename", GetFilename, nullptr},
    {"co_firstlineno", GetFirstLine, nullptr},
    {"co_argcount", GetArgCount, nullptr},
    {"co_posonlyargcount", GetPosOnly, nullptr},
    {"co_kwonlyargcount", GetKwOnly, nullptr},
    {"co_nlocals", GetLocalCount, nullptr},
    {"co_stacksize", GetStackSize, nullptr},
    {"co_varnames", GetVarnames, nullptr},
    {"co_freevars", GetFreevars, nullptr},
    {"co_cellvars", GetCellvars, nullptr},
    {"co_names", GetNames, nullptr},
    {"co_consts", GetConsts, nullptr},
    {"co_flags", GetFlags, nullptr},
    {nullptr, nullptr, nullptr},
};

// ---- cell

Value CellNew(Context& cx, Args args) { return Value::Of(NewCell(cx.heap, args.Opt(1))); }

Value CellRepr(Context& cx, Args args) {
  const Value held = args[0].As<Cell>()->value.Load();
  const std::string what =
      held.IsUndefined()
          ? "empty"
          : fmt::format("{} object at {:#x}", TypeName(cx, held), IdOf(cx.runtime, held));
  return cx.NewString(fmt::format("<cell at {:#x}: {}>", IdOf(cx.runtime, args[0]), what));
}

Value GetContents(Context& cx, Args args) {
  const Value held = args[0].As<Cell>()->value.LoadAcquire();
  return held.IsUndefined() ? cx.Raise(Exc::kValueError, "cell is empty") : held;
}
Value SetContents(Context&, Args args) {
  args[0].As<Cell>()->value.Publish(args[1]);
  return Value::None();
}

constexpr NativeDef kCellMethods[] = {
    {"__new__", CellNew, "cls, contents=, /"},
    {"__repr__", CellRepr, "self, /"},
    {nullptr, nullptr, nullptr},
};
constexpr GetSetDef kCellGetSets[] = {
    {"cell_contents", GetContents, SetContents},
    {nullptr, nullptr, nullptr},
};

// ---- traceback

Value GetNext(Context&, Args args) { return args[0].As<Traceback>()->next.Load(); }
Value SetNext(Context& cx, Args args) {
  if (!args[1].IsNone() && !args[1].Is(Kind::kTraceback)) {
    return cx.Raise(Exc::kTypeError, "expected traceback object or None, got '{}'",
                    TypeName(cx, args[1]));
  }
  // A cycle would never end when printed.
  for (Value t = args[1]; t.Is(Kind::kTraceback); t = t.As<Traceback>()->next.Load()) {
    if (t == args[0]) return cx.Raise(Exc::kValueError, "traceback loop detected");
  }
  args[0].As<Traceback>()->next.Publish(args[1]);
  return Value::None();
}
Value GetLine(Context&, Args args) { return Value::Small(args[0].As<Traceback>()->line.Load()); }
Value GetLasti(Context&, Args args) {
  return Value::Small(int64_t{args[0].As<Traceback>()->word.Load()} * 8);
}
Value GetFrame(Context& cx, Args args) {
  const Value frame = args[0].As<Traceback>()->frame.Load();
  return frame.IsObject() ? frame : cx.TailCall(Library::kTracebackFrame, {args[0]});
}

Value GetTracebackCode(Context&, Args args) { return args[0].As<Traceback>()->code.Load(); }
Value GetTracebackGlobals(Context&, Args args) { return args[0].As<Traceback>()->globals.Load(); }

constexpr GetSetDef kTracebackGetSets[] = {
    {"tb_next", GetNext, SetNext},
    {"tb_lineno", GetLine, nullptr},
    {"tb_lasti", GetLasti, nullptr},
    {"tb_frame", GetFrame, nullptr},
    // For the library, which makes the frame object out of them.
    {"_code", GetTracebackCode, nullptr},
    {"_globals", GetTracebackGlobals, nullptr},
    {nullptr, nullptr, nullptr},
};

}  // namespace

const TypeDef kCodeType = {"code",       "builtins",   Kind::kCode,
                           kCodeMethods, kCodeGetSets, kNotBase | kNoInstances,
                           sizeof(Code), nullptr};
const TypeDef kCellType = {"cell",       "builtins", Kind::kCell,  kCellMethods,
                           kCellGetSets, kNotBase,   sizeof(Cell), nullptr};
const TypeDef kTracebackType = {"traceback",       "builtins",
                                Kind::kTraceback,  nullptr,
                                kTracebackGetSets, kNotBase | kNoInstances,
                                sizeof(Traceback), nullptr};

}  // namespace heddle::lib
