// code, cell and traceback.
#include <string>

#include "lib/comparison_rows.h"
#include "lib/container_types.h"
#include "lib/object_natives.h"
#include "lib/types.h"
#include "objects/array.h"
#include "objects/bytes.h"
#include "objects/dict.h"
#include "objects/exception.h"
#include "objects/function.h"
#include "objects/iterator.h"
#include "objects/list.h"
#include "objects/number.h"
#include "objects/tuple.h"
#include "objects/type.h"
#include "objects/weakref.h"
#include "vm/frame_view.h"
#include "vm/loader.h"

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
Value GetStackSize(Context&, Args args) { return Value::Small(Self(args)->register_count); }

Value NameRange(Context& cx, const Code* code, uint32_t from, uint32_t count) {
  auto* names = code->local_names.Load().As<Tuple>();
  Tuple* result = NewTupleRaw(cx.heap, count);
  for (uint32_t i = 0; i < count; ++i) result->items()[i].Store(names->Get(from + i));
  return Value::Of(result);
}
// Whether a register holds a variable that co_varnames, co_cellvars tell of.
bool IsVariable(const Code* code, uint32_t i) {
  return i < code->parameter_count || !(*code->unit)->locals[i].hidden;
}
bool IsCellOnly(const Code* code, uint32_t i) {
  return i >= code->parameter_count && (*code->unit)->locals[i].is_cell;
}
Value GetVarnames(Context& cx, Args args) {
  const Code* const code = Self(args);
  std::vector<Value> names;
  for (uint32_t i = 0; i < code->local_count; ++i) {
    if (!IsVariable(code, i) || IsCellOnly(code, i)) continue;
    names.push_back(code->local_names.Load().As<Tuple>()->Get(i));
  }
  return MakeTuple(cx, names);
}
Value GetFreevars(Context& cx, Args args) {
  return NameRange(cx, Self(args), Self(args)->local_count, Self(args)->free_count);
}
Value GetLocalCount(Context& cx, Args args) {
  return Value::Small(GetVarnames(cx, args).As<Tuple>()->length);
}
Value GetCellvars(Context& cx, Args args) {
  std::vector<Value> cells;
  const auto& locals = (*Self(args)->unit)->locals;
  for (uint32_t i = 0; i < Self(args)->local_count; ++i) {
    if (locals[i].is_cell && IsVariable(Self(args), i))
      cells.push_back(Self(args)->local_names.Load().As<Tuple>()->Get(i));
  }
  return MakeTuple(cx, cells);
}

Value ArrayTuple(Context& cx, Value array, size_t count) {
  std::vector<Value> items;
  for (size_t i = 0; i < count; ++i) items.push_back(array.As<Array>()->slots()[i].Load());
  return MakeTuple(cx, items);
}
// What it was compiled to, whether or not it has run yet.
const bytecode::CodeUnit& WholeUnit(Context& cx, Args args) {
  vm::Unseal(cx, Self(args));
  return **Self(args)->unit;
}
Value GetNames(Context& cx, Args args) {
  const size_t count = WholeUnit(cx, args).names.size();
  return ArrayTuple(cx, Self(args)->names_array.Load(), count);
}
Value GetConsts(Context& cx, Args args) {
  const size_t count = WholeUnit(cx, args).constants.size();
  return ArrayTuple(cx, Self(args)->constants_array.Load(), count);
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

// An instruction is as long as a word, four of CPython's code units; f_lasti counts its bytes.
constexpr int64_t kWordBytes = sizeof(bytecode::Word), kUnitsOfWord = kWordBytes / 2;

// The instructions as they were compiled: to be compared, not to be understood.
Value GetInstructions(Context& cx, Args args) {
  const auto& words = WholeUnit(cx, args).words;
  return Value::Of(NewBytes(cx.heap, {reinterpret_cast<const char*>(words.data()),
                                      words.size() * sizeof(bytecode::Word)}));
}

Value NumberOrNone(int32_t n) { return n < 0 ? Value::None() : Value::Small(n); }

// co_lines(): (first byte, byte behind the last, line)
Value CodeLines(Context& cx, Args args) {
  const bytecode::CodeUnit& unit = WholeUnit(cx, args);
  List* const rows = NewList(cx.heap);
  const auto end = static_cast<uint32_t>(unit.words.size());
  for (uint32_t start = 0; start < end;) {
    const int32_t line = unit.LocationOf(start).line;
    uint32_t stop = start + 1;
    while (stop < end && unit.LocationOf(stop).line == line) ++stop;
    ListAppend(cx, rows,
               Value::Of(NewTuple(cx.heap, {Value::Small(start * kWordBytes),
                                            Value::Small(stop * kWordBytes), NumberOrNone(line)})));
    start = stop;
  }
  return Value::Of(NewIterator(cx, IteratorKind::kList, Value::Of(rows)));
}

// co_positions(): (line, last line, column, column behind) for each code unit
Value CodePositions(Context& cx, Args args) {
  const bytecode::CodeUnit& unit = WholeUnit(cx, args);
  List* const rows = NewList(cx.heap);
  for (uint32_t word = 0; word < unit.words.size(); ++word) {
    const bytecode::Location at = unit.LocationOf(word);
    const Value row =
        Value::Of(NewTuple(cx.heap, {NumberOrNone(at.line), NumberOrNone(at.end_line),
                                     NumberOrNone(at.column), NumberOrNone(at.end_column)}));
    for (int64_t i = 0; i < kUnitsOfWord; ++i) ListAppend(cx, rows, row);
  }
  return Value::Of(NewIterator(cx, IteratorKind::kList, Value::Of(rows)));
}

constexpr GetSetDef kCodeGetSets[] = {
    {"co_code", GetInstructions, nullptr},
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

Value RaiseIrreplaceable(Context& cx, std::string_view field) {
  return cx.Raise(Exc::kValueError, "code: {} cannot be replaced", field);
}

// The items of a tuple of that many as an Array.
Value ReplaceArray(Context& cx, Value items, size_t count, std::string_view field) {
  if (!items.Is(Kind::kTuple) || items.As<Tuple>()->length != count) {
    return RaiseIrreplaceable(cx, field);
  }
  Array* const array = NewArray(cx.heap, static_cast<uint32_t>(count));
  for (uint32_t i = 0; i < count; ++i) array->slots()[i].Store(items.As<Tuple>()->Get(i));
  return Value::Of(array);
}

// One field of a copy that nobody else knows yet. False: an exception is pending.
bool ReplaceField(Context& cx, Code* code, const std::string& field, Value value) {
  constexpr int64_t kIterable = 0x100;
  Value of_code = Value::Of(code);
  const Args self{&of_code, 1};
  if (field == "co_name" || field == "co_qualname" || field == "co_filename") {
    Slot& slot = field == "co_name"       ? code->name
                 : field == "co_qualname" ? code->qualname
                                          : code->filename;
    if (!value.Is(Kind::kStr)) {
      cx.Raise(Exc::kTypeError, "replace() argument '{}' must be str, not {}", field,
               TypeName(cx, value));
      return false;
    }
    slot.Store(value);
    return true;
  }
  if (field == "co_consts" || field == "co_names") {
    const bool names = field == "co_names";
    const size_t count = names ? (*code->unit)->names.size() : (*code->unit)->constants.size();
    const Value array = ReplaceArray(cx, value, count, field);
    if (array.IsUndefined()) return false;
    (names ? code->names_array : code->constants_array).Store(array);
    (names ? code->names : code->constants) = array.As<Array>()->slots();
    return true;
  }
  if (field == "co_firstlineno" && value.IsSmall()) {
    code->first_line = static_cast<int32_t>(value.small());
    return true;
  }
  if (field == "co_flags" && value.IsSmall()) {
    const int64_t flags = value.small();
    if ((flags ^ GetFlags(cx, self).small()) & ~kIterable) {
      RaiseIrreplaceable(cx, field);
      return false;
    }
    code->flags &= ~static_cast<uint32_t>(bytecode::kIterableCoroutine);
    if (flags & kIterable) code->flags |= bytecode::kIterableCoroutine;
    return true;
  }
  const GetSetDef* row = kCodeGetSets;
  while (row->name != nullptr && field != row->name) ++row;
  if (row->name == nullptr) {
    cx.Raise(Exc::kTypeError, "replace() got an unexpected keyword argument '{}'", field);
    return false;
  }
  if (TryEqual(cx, row->get(cx, self), value) == Tri::kTrue) return true;
  RaiseIrreplaceable(cx, field);
  return false;
}

// replace(**fields): what belongs to the instructions stays as it is.
Value CodeReplace(Context& cx, Args args) {
  vm::Unseal(cx, Self(args));
  Code* const copy = vm::CopyCode(cx, Self(args));
  const Value fields = args.Opt(1);
  if (fields.IsUndefined()) return Value::Of(copy);
  DictCursor cursor(fields.As<Dict>());
  Value name, value;
  while (cursor.Next(&name, &value)) {
    if (!ReplaceField(cx, copy, ToUtf8(name.As<Str>()), value)) return Value::Raised();
  }
  return Value::Of(copy);
}

constexpr NativeDef kCodeMethods[] = {
    {"__repr__", CodeRepr, "self, /"},
    {"co_lines", CodeLines, "self, /"},
    {"co_positions", CodePositions, "self, /"},
    {"replace", CodeReplace, "self, **kwargs="},
    {"__replace__", CodeReplace, "self, **kwargs="},
    {nullptr, nullptr, nullptr},
};
// ---- cell

template <CompareOp kOp>
Value CompareCells(Context& cx, Args args) {
  if (!args[1].Is(Kind::kCell)) return Value::NotImplemented();
  return cx.TailCall(Library::kRarely, {cx.NewString("compare_cells"),
                                        cx.NewString(ComparisonText(kOp)), args[0], args[1]});
}

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
  return held.IsUndefined() ? cx.Raise(Exc::kValueError, "Cell is empty") : held;
}
Value SetContents(Context&, Args args) {
  args[0].As<Cell>()->value.Publish(args[1]);
  return Value::None();
}

constexpr NativeDef kCellMethods[] = {
    {"__new__", CellNew, "cls, contents=, /"},
    {"__repr__", CellRepr, "self, /"},
    {"__hash__", nullptr, nullptr},
    COMPARISON_ROWS(CompareCells),
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
  auto* const traceback = args[0].As<Traceback>();
  Value frame = traceback->frame.LoadAcquire();
  if (frame.IsUndefined()) {
    frame =
        Value::Of(vm::NewEndedView(cx, traceback->code.Load().As<Code>(), traceback->word.Load()));
    traceback->frame.Publish(frame);
  }
  frame.As<vm::FrameView>()->Set(vm::FrameView::kLooked);
  return frame;
}

// TracebackType(tb_next, tb_frame, tb_lasti, tb_lineno)
Value TracebackNew(Context& cx, Args args) {
  const Value next = args[1], frame = args[2];
  if (!next.IsNone() && !next.Is(Kind::kTraceback)) {
    return cx.Raise(Exc::kTypeError, "expected traceback object or None, got '{}'",
                    TypeName(cx, next));
  }
  if (!frame.Is(Kind::kFrameView)) {
    return cx.Raise(Exc::kTypeError, "traceback() argument 'tb_frame' must be frame, not {}",
                    TypeName(cx, frame));
  }
  int64_t last, line;
  if (!ToInt64(cx, args[3], &last) || !ToInt64(cx, args[4], &line)) return Value::Raised();
  auto* const code = frame.As<vm::FrameView>()->code.Load().As<Code>();
  auto* const traceback = cx.heap.New<Traceback>(Kind::kTraceback);
  traceback->next.Store(next);
  traceback->code.Store(Value::Of(code));
  traceback->frame.Store(frame);
  traceback->word.Store(last < 0 || last / 8 >= code->word_count ? 0
                                                                 : static_cast<uint32_t>(last / 8));
  traceback->line.Store(static_cast<int32_t>(line));
  return Value::Of(traceback);
}

constexpr GetSetDef kTracebackGetSets[] = {
    {"tb_next", GetNext, SetNext},   {"tb_lineno", GetLine, nullptr},
    {"tb_lasti", GetLasti, nullptr}, {"tb_frame", GetFrame, nullptr},
    {nullptr, nullptr, nullptr},
};
constexpr NativeDef kTracebackMethods[] = {
    {"__new__", TracebackNew, "cls, tb_next, tb_frame, tb_lasti, tb_lineno"},
    {nullptr, nullptr, nullptr},
};

}  // namespace

const TypeDef kCodeType = {"code",       "builtins",   Kind::kCode,
                           kCodeMethods, kCodeGetSets, kNotBase | kNoInstances,
                           sizeof(Code), nullptr};
const TypeDef kCellType = {"cell",       "builtins", Kind::kCell,  kCellMethods,
                           kCellGetSets, kNotBase,   sizeof(Cell), nullptr};
const TypeDef kTracebackType = {"traceback",       "builtins", Kind::kTraceback,  kTracebackMethods,
                                kTracebackGetSets, kNotBase,   sizeof(Traceback), nullptr};

}  // namespace heddle::lib
