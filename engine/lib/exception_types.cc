// The exception classes that do more than their bases; exceptions.def lists all of them.
#include <string>

#include "lib/exception_defs.h"
#include "lib/object_natives.h"
#include "lib/types.h"
#include "objects/bytes.h"
#include "objects/dict.h"
#include "objects/exception.h"
#include "objects/exception_fields.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/shape.h"
#include "objects/str_ops.h"
#include "objects/tuple.h"
#include "objects/type.h"
#include "platform/error_numbers.h"

namespace heddle::lib {

namespace {

Exception* Self(Args args) { return args[0].As<Exception>(); }

Value TupleOf(Context& cx, Args args) { return MakeTuple(cx, {args.data, args.count}); }

Value Field(Context& cx, Args args, Str* name) { return ExceptionField(cx, Self(args), name); }

void SetField(Context& cx, Args args, Str* name, Value value) {
  SetExceptionField(cx, Self(args), name, value.IsUndefined() ? Value::None() : value);
}

// ---- BaseException

Value New(Context& cx, Args args) {
  Exception* exception = NewException(cx, args[0].As<Type>());
  exception->args.Store(TupleOf(cx, args.From(1)));
  return Value::Of(exception);
}

Value Init(Context& cx, Args args) {
  Self(args)->args.Publish(TupleOf(cx, args.From(1)));
  return Value::None();
}

// "" or str(args[0]) or str(args).
Value Text(Context& cx, Value what, ReprKind kind) {
  Value text;
  switch (TryRepr(cx, what, kind, &text)) {
    case Tri::kTrue: return text;
    case Tri::kRaised: return Value::Raised();
    default: break;
  }
  return cx.TailCall(kind == ReprKind::kStr ? Library::kStr : Library::kRepr, {what});
}

Value Str_(Context& cx, Args args) {
  auto* values = Self(args)->args.Load().As<Tuple>();
  if (values->length == 0) return cx.runtime.empty_str.Load();
  if (values->length == 1) return Text(cx, values->Get(0), ReprKind::kStr);
  return Text(cx, Value::Of(values), ReprKind::kRepr);
}

Value Repr(Context& cx, Args args) {
  auto* values = Self(args)->args.Load().As<Tuple>();
  Str* name = TypeOf(cx, args[0])->name.Load().As<Str>();
  const Value what = values->length == 1 ? values->Get(0) : Value::Of(values);
  Value text;
  switch (TryRepr(cx, what, ReprKind::kRepr, &text)) {
    case Tri::kTrue: break;
    case Tri::kRaised: return Value::Raised();
    default:
      return cx.TailCall(Library::kExceptionRepr,
                         {Value::Of(name), what, Value::Bool(values->length == 1)});
  }
  std::string shown = ToUtf8(text.As<Str>());
  if (values->length == 1) shown = "(" + shown + ")";
  return cx.NewString(ToUtf8(name) + shown);
}

Value WithTraceback(Context& cx, Args args) {
  if (!args[1].IsNone() && !args[1].Is(Kind::kTraceback)) {
    return cx.Raise(Exc::kTypeError, "__traceback__ must be a traceback or None");
  }
  Self(args)->traceback.Publish(args[1]);
  return args[0];
}

Value AddNote(Context& cx, Args args) {
  if (!args[1].Is(Kind::kStr)) {
    return cx.Raise(Exc::kTypeError, "note must be a str, not '{}'", TypeName(cx, args[1]));
  }
  Str* name = cx.runtime.names.s___notes__;
  Value notes = GetInstanceAttribute(cx, args[0].object(), name);
  if (notes.IsUndefined()) {
    notes = Value::Of(NewList(cx.heap));
    SetInstanceAttribute(cx, args[0].object(), name, notes);
  } else if (!notes.Is(Kind::kList)) {
    return cx.Raise(Exc::kTypeError, "Cannot add note: __notes__ is not a list");
  }
  ListAppend(cx, notes.As<List>(), args[1]);
  return Value::None();
}

Value SetState(Context& cx, Args args) {
  if (args[1].IsNone()) return Value::None();
  if (!args[1].Is(Kind::kDict)) return cx.Raise(Exc::kTypeError, "state is not a dictionary");
  Value key, value;
  for (DictCursor cursor(args[1].As<Dict>()); cursor.Next(&key, &value);) {
    if (!key.Is(Kind::kStr)) continue;
    Str* const name = cx.Intern(key.As<Str>());
    if (name == cx.runtime.names.s_args && value.Is(Kind::kTuple)) {
      Self(args)->args.Publish(value);
    } else if (!ExceptionField(cx, Self(args), name).IsUndefined()) {
      SetExceptionField(cx, Self(args), name, value);
    } else {
      SetInstanceAttribute(cx, args[0].object(), name, value);
    }
  }
  return Value::None();
}

// What OSError(errno, strerror, filename[, None, filename2]) was called with: its args are two.
Value CallArguments(Context& cx, Args args) {
  const Value values = Self(args)->args.Load();
  const auto& names = cx.runtime.names;
  const Value filename = ExceptionField(cx, Self(args), names.s_filename);
  const Value second = ExceptionField(cx, Self(args), names.s_filename2);
  const bool is_os_error = !second.IsUndefined();
  if (!is_os_error || filename.IsNone() || values.As<Tuple>()->length != 2) return values;
  const Value number = values.As<Tuple>()->Get(0), text = values.As<Tuple>()->Get(1);
  if (second.IsNone()) return Value::Of(NewTuple(cx.heap, {number, text, filename}));
  return Value::Of(NewTuple(cx.heap, {number, text, filename, Value::None(), second}));
}

// What a copy needs beyond the arguments: attributes, and fields that are no arguments of
// AttributeError (but for its object, which may be anything), NameError and ImportError. Null:
// none.
Dict* State(Context& cx, Exception* self) {
  const auto& names = cx.runtime.names;
  const auto& classes = cx.runtime.exceptions;
  Dict* state = nullptr;
  if (!InstanceAttributeNames(cx, self).empty()) state = DictCopy(cx, InstanceDict(cx, self));
  const auto add = [&](Exc kind, std::initializer_list<Str*> fields) {
    if (!IsSubtype(self->type.Load(), classes[size_t(kind)])) return;
    for (Str* field : fields) {
      const Value value = ExceptionField(cx, self, field);
      if (value.IsUndefined() || value.IsNone()) continue;
      if (state == nullptr) state = NewDict(cx.heap);
      DictSetStr(cx, state, field, value);
    }
  };
  add(Exc::kAttributeError, {names.s_name});
  add(Exc::kImportError, {names.s_name, names.s_path, names.s_name_from});
  return state;
}

Value Reduce(Context& cx, Args args) {
  const Value type = Value::Of(TypeOf(cx, args[0])), values = CallArguments(cx, args);
  Dict* const state = State(cx, Self(args));
  if (state == nullptr) return Value::Of(NewTuple(cx.heap, {type, values}));
  return Value::Of(NewTuple(cx.heap, {type, values, Value::Of(state)}));
}

Value GetArgs(Context&, Args args) { return Self(args)->args.Load(); }
Value CannotDelete(Context& cx, const char* name) {
  return cx.Raise(Exc::kTypeError, "{} may not be deleted", name);
}
Value SetArgs(Context& cx, Args args) {
  if (args[1].IsUndefined()) return CannotDelete(cx, "args");
  if (args[1].Is(Kind::kTuple)) {
    Self(args)->args.Publish(args[1]);
    return Value::None();
  }
  if (!args[1].Is(Kind::kList)) {
    return cx.Raise(Exc::kTypeError, "'{}' object is not iterable", TypeName(cx, args[1]));
  }
  std::vector<Value> items;
  Value item;
  for (uint32_t i = 0; !(item = ListAt(args[1].As<List>(), i)).IsUndefined(); ++i) {
    items.push_back(item);
  }
  Self(args)->args.Publish(MakeTuple(cx, items));
  return Value::None();
}

Value GetTraceback(Context&, Args args) { return Self(args)->traceback.Load(); }
Value SetTraceback(Context& cx, Args args) {
  if (args[1].IsUndefined()) return CannotDelete(cx, "__traceback__");
  const Value result = WithTraceback(cx, args);
  return result.IsUndefined() ? result : Value::None();
}

bool IsException(Context& cx, Value v) { return TypeOf(cx, v)->Has(kExceptionType); }

Value GetCause(Context&, Args args) { return Self(args)->cause.Load(); }
Value SetCause(Context& cx, Args args) {
  if (args[1].IsUndefined()) return CannotDelete(cx, "__cause__");
  if (!args[1].IsNone() && !IsException(cx, args[1])) {
    return cx.Raise(Exc::kTypeError, "exception cause must be None or derive from BaseException");
  }
  Self(args)->cause.Publish(args[1]);
  Self(args)->suppress_context.Store(1);
  return Value::None();
}
Value GetContext(Context&, Args args) { return Self(args)->context.Load(); }
Value SetContext(Context& cx, Args args) {
  if (args[1].IsUndefined()) return CannotDelete(cx, "__context__");
  if (!args[1].IsNone() && !IsException(cx, args[1])) {
    return cx.Raise(Exc::kTypeError, "exception context must be None or derive from BaseException");
  }
  Self(args)->context.Publish(args[1]);
  return Value::None();
}
Value GetSuppress(Context&, Args args) {
  return Value::Bool(Self(args)->suppress_context.Load() != 0);
}
Value SetSuppress(Context& cx, Args args) {
  if (!args[1].IsBool()) {
    return cx.Raise(Exc::kTypeError, "attribute value type must be bool");
  }
  Self(args)->suppress_context.Store(args[1].IsTrue() ? 1 : 0);
  return Value::None();
}

constexpr NativeDef kBaseMethods[] = {
    {"__new__", New, "cls, *args, **kwargs"},
    {"__init__", Init, "self, *args"},
    {"__str__", Str_, "self, /"},
    {"__repr__", Repr, "self, /"},
    {"__reduce__", Reduce, "self, /"},
    {"__setstate__", SetState, "self, state, /"},
    {"with_traceback", WithTraceback, "self, tb, /"},
    {"add_note", AddNote, "self, note, /"},
    {nullptr, nullptr, nullptr},
};
constexpr GetSetDef kBaseGetSets[] = {
    {"args", GetArgs, SetArgs},
    {"__traceback__", GetTraceback, SetTraceback},
    {"__cause__", GetCause, SetCause},
    {"__context__", GetContext, SetContext},
    {"__suppress_context__", GetSuppress, SetSuppress},
    {nullptr, nullptr, nullptr},
};

// ---- those with a field out of the arguments

Value StopIterationInit(Context& cx, Args args) {
  Init(cx, args);
  SetField(cx, args, cx.runtime.names.s_value, args.Opt(1));
  return Value::None();
}

Value SystemExitInit(Context& cx, Args args) {
  Init(cx, args);
  SetField(cx, args, cx.runtime.names.s_code,
           args.count > 2 ? Self(args)->args.Load() : args.Opt(1));
  return Value::None();
}

Value KeyErrorStr(Context& cx, Args args) {
  auto* values = Self(args)->args.Load().As<Tuple>();
  // The repr, so that a missing '' does not vanish from the message.
  if (values->length == 1) return Text(cx, values->Get(0), ReprKind::kRepr);
  return Str_(cx, args);
}

// (self, name, obj, *args)
Value AttributeErrorInit(Context& cx, Args args) {
  const Value fields[] = {args.Opt(1), args.Opt(2)};
  Self(args)->args.Publish(args.count > 3 ? TupleOf(cx, args.From(3))
                                          : cx.runtime.empty_tuple.Load());
  SetField(cx, args, cx.runtime.names.s_name, fields[0]);
  SetField(cx, args, cx.runtime.names.s_obj, fields[1]);
  return Value::None();
}

Value NameErrorInit(Context& cx, Args args) {
  Self(args)->args.Publish(args.count > 2 ? TupleOf(cx, args.From(2))
                                          : cx.runtime.empty_tuple.Load());
  SetField(cx, args, cx.runtime.names.s_name, args.Opt(1));
  return Value::None();
}

// (self, name, path, name_from, *args)
Value ImportErrorInit(Context& cx, Args args) {
  const auto& names = cx.runtime.names;
  Self(args)->args.Publish(args.count > 4 ? TupleOf(cx, args.From(4))
                                          : cx.runtime.empty_tuple.Load());
  SetField(cx, args, names.s_name, args.Opt(1));
  SetField(cx, args, names.s_path, args.Opt(2));
  SetField(cx, args, names.s_name_from, args.Opt(3));
  SetField(cx, args, names.s_msg, args.count == 5 ? args[4] : Value::None());
  return Value::None();
}

Value ImportErrorStr(Context& cx, Args args) {
  const Value message = Field(cx, args, cx.runtime.names.s_msg);
  return message.Is(Kind::kStr) ? message : Str_(cx, args);
}

// ---- OSError

Exc KindOfErrno(int64_t number) {
  switch (number) {
    case platform::kLinuxEAGAIN:
    case platform::kLinuxEALREADY:
    case platform::kLinuxEINPROGRESS: return Exc::kBlockingIOError;
    case platform::kLinuxEPIPE:
    case platform::kLinuxESHUTDOWN: return Exc::kBrokenPipeError;
    case platform::kLinuxECHILD: return Exc::kChildProcessError;
    case platform::kLinuxECONNABORTED: return Exc::kConnectionAbortedError;
    case platform::kLinuxECONNREFUSED: return Exc::kConnectionRefusedError;
    case platform::kLinuxECONNRESET: return Exc::kConnectionResetError;
    case platform::kLinuxEEXIST: return Exc::kFileExistsError;
    case platform::kLinuxENOENT: return Exc::kFileNotFoundError;
    case platform::kLinuxEISDIR: return Exc::kIsADirectoryError;
    case platform::kLinuxENOTDIR: return Exc::kNotADirectoryError;
    case platform::kLinuxEINTR: return Exc::kInterruptedError;
    case platform::kLinuxEACCES:
    case platform::kLinuxEPERM: return Exc::kPermissionError;
    case platform::kLinuxESRCH: return Exc::kProcessLookupError;
    case platform::kLinuxETIMEDOUT: return Exc::kTimeoutError;
    default: return Exc::kOSError;
  }
}

// OSError(errno, strerror[, filename[, winerror[, filename2]]]): fills the fields from args[1…].
void FillOSError(Context& cx, Args args) {
  const auto& names = cx.runtime.names;
  Args given = args.From(1);
  if (given.count < 2 || given.count > 5) {
    Self(args)->args.Publish(TupleOf(cx, given));
    return;
  }
  SetField(cx, args, names.s_errno, given[0]);
  SetField(cx, args, names.s_strerror, given[1]);
  if (given.count < 3 || given[2].IsNone()) {
    Self(args)->args.Publish(TupleOf(cx, given));
    return;
  }
  SetField(cx, args, names.s_filename, given[2]);
  SetField(cx, args, names.s_filename2, given.Opt(4));
  Self(args)->args.Publish(TupleOf(cx, {given.data, 2}));
}

Value OSErrorNew(Context& cx, Args args) {
  auto* type = args[0].As<Type>();
  int64_t number;
  const auto& exceptions = cx.runtime.exceptions;
  if (type == exceptions[size_t(Exc::kOSError)] && args.count >= 3 && args.count <= 6 &&
      IsInt(args[1]) && IntToInt64(args[1], &number)) {
    type = exceptions[size_t(KindOfErrno(number))];
  }
  std::vector<Value> values(args.data, args.data + args.count);
  values[0] = Value::Of(NewException(cx, type));
  FillOSError(cx, {values.data(), args.count});
  return values[0];
}

Value OSErrorInit(Context& cx, Args args) {
  FillOSError(cx, args);
  return Value::None();
}

Value OSErrorStr(Context& cx, Args args) {
  const auto& names = cx.runtime.names;
  const Value number = Field(cx, args, names.s_errno), text = Field(cx, args, names.s_strerror);
  if (number.IsNone() || text.IsNone()) return Str_(cx, args);
  auto show = [&](Value v, ReprKind kind) {
    Value shown;
    return TryRepr(cx, v, kind, &shown) == Tri::kTrue ? ToUtf8(shown.As<Str>()) : TypeName(cx, v);
  };
  std::string result = "[Errno " + show(number, ReprKind::kStr) + "] " + show(text, ReprKind::kStr);
  const Value first = Field(cx, args, names.s_filename);
  const Value second = Field(cx, args, names.s_filename2);
  if (!first.IsNone()) result += ": " + show(first, ReprKind::kRepr);
  if (!first.IsNone() && !second.IsNone()) result += " -> " + show(second, ReprKind::kRepr);
  return cx.NewString(result);
}

// ---- SyntaxError(msg, (filename, lineno, offset, text[, end_lineno, end_offset]))

Value SyntaxErrorInit(Context& cx, Args args) {
  const auto& names = cx.runtime.names;
  Init(cx, args);
  SetField(cx, args, names.s_msg, args.Opt(1));
  if (args.count != 3) return Value::None();
  if (!args[2].Is(Kind::kTuple)) {
    return cx.Raise(Exc::kTypeError, "'{}' object is not iterable", TypeName(cx, args[2]));
  }
  auto* details = args[2].As<Tuple>();
  if (details->length < 4 || details->length > 6) {
    return cx.Raise(Exc::kTypeError, "function takes at {} {} arguments ({} given)",
                    details->length < 4 ? "least" : "most", details->length < 4 ? 4 : 6,
                    details->length);
  }
  if (details->length == 5) {
    return cx.Raise(Exc::kTypeError, "end_offset must be provided when end_lineno is provided");
  }
  Str* const fields[] = {names.s_filename, names.s_lineno,     names.s_offset,
                         names.s_text,     names.s_end_lineno, names.s_end_offset};
  for (uint32_t i = 0; i < std::size(fields) && i < details->length; ++i) {
    SetField(cx, args, fields[i], details->Get(i));
  }
  return Value::None();
}

Value SyntaxErrorStr(Context& cx, Args args) {
  const auto& names = cx.runtime.names;
  const Value message = Field(cx, args, names.s_msg);
  const Value file = Field(cx, args, names.s_filename), line = Field(cx, args, names.s_lineno);
  if (!message.Is(Kind::kStr)) return Text(cx, message, ReprKind::kStr);
  std::string text = ToUtf8(message.As<Str>());
  std::string place;
  if (file.Is(Kind::kStr)) {
    place = ToUtf8(file.As<Str>());
    place = place.substr(place.find_last_of('/') + 1);
  }
  const std::string at = line.IsSmall() ? "line " + std::to_string(line.small()) : "";
  if (!place.empty() && !at.empty()) place += ", " + at;
  if (place.empty()) place = at;
  return cx.NewString(place.empty() ? text : text + " (" + place + ")");
}

// ---- UnicodeError: (encoding, object, start, end, reason)

Value UnicodeInit(Context& cx, Args args) {
  const auto& names = cx.runtime.names;
  Init(cx, args);
  Str* const fields[] = {names.s_encoding, names.s_object, names.s_start, names.s_end,
                         names.s_reason};
  for (uint32_t i = 0; i < std::size(fields); ++i) SetField(cx, args, fields[i], args[i + 1]);
  // What is to be decoded is kept as bytes.
  if (args[2].Is(Kind::kByteArray)) {
    std::string storage;
    SetField(cx, args, names.s_object, Value::Of(NewBytes(cx.heap, BytesView(args[2], &storage))));
  }
  return Value::None();
}

Value TranslateInit(Context& cx, Args args) {
  const auto& names = cx.runtime.names;
  Init(cx, args);
  Str* const fields[] = {names.s_object, names.s_start, names.s_end, names.s_reason};
  for (uint32_t i = 0; i < std::size(fields); ++i) SetField(cx, args, fields[i], args[i + 1]);
  return Value::None();
}

std::string Escaped(char32_t c) {
  if (c <= 0xff) return fmt::format("\\x{:02x}", static_cast<uint32_t>(c));
  if (c <= 0xffff) return fmt::format("\\u{:04x}", static_cast<uint32_t>(c));
  return fmt::format("\\U{:08x}", static_cast<uint32_t>(c));
}

int64_t Number(Value v) { return v.IsSmall() ? v.small() : 0; }
std::string Plain(Value v) { return v.Is(Kind::kStr) ? ToUtf8(v.As<Str>()) : "?"; }

Value UnicodeStr(Context& cx, Args args, const char* verb) {
  const auto& names = cx.runtime.names;
  const Value object = Field(cx, args, names.s_object);
  if (object.IsNone()) return Str_(cx, args);
  const int64_t start = Number(Field(cx, args, names.s_start));
  const int64_t end = Number(Field(cx, args, names.s_end));
  const Value encoding = Field(cx, args, names.s_encoding);
  const std::string codec = encoding.Is(Kind::kStr) ? "'" + Plain(encoding) + "' codec " : "";
  const std::string reason = Plain(Field(cx, args, names.s_reason));
  if (object.Is(Kind::kStr)) {
    auto* text = object.As<Str>();
    if (end == start + 1 && start >= 0 && start < text->length) {
      return cx.NewString(fmt::format("{}can't {} character '{}' in position {}: {}", codec, verb,
                                      Escaped(text->At(static_cast<uint32_t>(start))), start,
                                      reason));
    }
    return cx.NewString(fmt::format("{}can't {} characters in position {}-{}: {}", codec, verb,
                                    start, end - 1, reason));
  }
  if (end == start + 1 && object.Is(Kind::kBytes) && start >= 0 &&
      start < int64_t{object.As<Bytes>()->length}) {
    return cx.NewString(fmt::format("{}can't decode byte {:#04x} in position {}: {}", codec,
                                    object.As<Bytes>()->data()[start], start, reason));
  }
  return cx.NewString(
      fmt::format("{}can't decode bytes in position {}-{}: {}", codec, start, end - 1, reason));
}
Value EncodeStr(Context& cx, Args args) { return UnicodeStr(cx, args, "encode"); }
Value DecodeStr(Context& cx, Args args) { return UnicodeStr(cx, args, "decode"); }
Value TranslateStr(Context& cx, Args args) { return UnicodeStr(cx, args, "translate"); }

// ---- BaseExceptionGroup(message, exceptions): split, derive and the rest are the library's

Value GroupNew(Context& cx, Args args) {
  if (args.count != 3) {
    return cx.Raise(Exc::kTypeError,
                    "BaseExceptionGroup.__new__() takes exactly 2 arguments ({} given)",
                    args.count - 1);
  }
  return cx.TailCall(Library::kGroupNew, {args[0], args[1], args[2]});
}
Value GroupInit(Context& cx, Args args) {
  Self(args)->args.Publish(TupleOf(cx, args.From(1)));
  return Value::None();
}
Value GroupStr(Context& cx, Args args) {
  const auto& names = cx.runtime.names;
  const Value members = Field(cx, args, names.s_exceptions);
  const uint32_t count = members.Is(Kind::kTuple) ? members.As<Tuple>()->length : 0;
  return cx.NewString(fmt::format("{} ({} sub-exception{})",
                                  Plain(Field(cx, args, names.s_message)), count,
                                  count == 1 ? "" : "s"));
}

constexpr NativeDef kStopIterationMethods[] = {{"__init__", StopIterationInit, "self, *args"},
                                               {nullptr, nullptr, nullptr}};
constexpr NativeDef kSystemExitMethods[] = {{"__init__", SystemExitInit, "self, *args"},
                                            {nullptr, nullptr, nullptr}};
constexpr NativeDef kKeyErrorMethods[] = {{"__str__", KeyErrorStr, "self, /"},
                                          {nullptr, nullptr, nullptr}};
constexpr NativeDef kAttributeErrorMethods[] = {
    {"__init__", AttributeErrorInit, "self, *args, name=, obj="}, {nullptr, nullptr, nullptr}};
constexpr NativeDef kNameErrorMethods[] = {{"__init__", NameErrorInit, "self, *args, name="},
                                           {nullptr, nullptr, nullptr}};
constexpr NativeDef kImportErrorMethods[] = {
    {"__init__", ImportErrorInit, "self, *args, name=, path=, name_from="},
    {"__str__", ImportErrorStr, "self, /"},
    {nullptr, nullptr, nullptr}};
constexpr NativeDef kOSErrorMethods[] = {{"__new__", OSErrorNew, "cls, *args, **kwargs"},
                                         {"__init__", OSErrorInit, "self, *args"},
                                         {"__str__", OSErrorStr, "self, /"},
                                         {nullptr, nullptr, nullptr}};
constexpr NativeDef kSyntaxErrorMethods[] = {{"__init__", SyntaxErrorInit, "self, *args"},
                                             {"__str__", SyntaxErrorStr, "self, /"},
                                             {nullptr, nullptr, nullptr}};
constexpr NativeDef kUnicodeDecodeMethods[] = {
    {"__init__", UnicodeInit, "self, encoding, object, start, end, reason, /"},
    {"__str__", DecodeStr, "self, /"},
    {nullptr, nullptr, nullptr}};
constexpr NativeDef kUnicodeEncodeMethods[] = {
    {"__init__", UnicodeInit, "self, encoding, object, start, end, reason, /"},
    {"__str__", EncodeStr, "self, /"},
    {nullptr, nullptr, nullptr}};
constexpr NativeDef kUnicodeTranslateMethods[] = {
    {"__init__", TranslateInit, "self, object, start, end, reason, /"},
    {"__str__", TranslateStr, "self, /"},
    {nullptr, nullptr, nullptr}};
constexpr NativeDef kGroupMethods[] = {{"__new__", GroupNew, "cls, *args"},
                                       {"__init__", GroupInit, "self, *args, **kwargs"},
                                       {"__str__", GroupStr, "self, /"},
                                       {nullptr, nullptr, nullptr}};

constexpr TypeDef Def(const char* name, const char* base, const NativeDef* methods) {
  return {name, "builtins",        Kind::kException, methods, nullptr,
          0,    sizeof(Exception), nullptr,          base};
}

}  // namespace

const TypeDef kBaseExceptionType = {
    "BaseException", "builtins", Kind::kException,  kBaseMethods,
    kBaseGetSets,    0,          sizeof(Exception), "Common base class for all exceptions"};

namespace {

const TypeDef kDefs[] = {
    Def("BaseExceptionGroup", "BaseException", kGroupMethods),
    Def("SystemExit", "BaseException", kSystemExitMethods),
    Def("StopIteration", "Exception", kStopIterationMethods),
    Def("KeyError", "LookupError", kKeyErrorMethods),
    Def("AttributeError", "Exception", kAttributeErrorMethods),
    Def("NameError", "Exception", kNameErrorMethods),
    Def("ImportError", "Exception", kImportErrorMethods),
    Def("OSError", "Exception", kOSErrorMethods),
    Def("SyntaxError", "Exception", kSyntaxErrorMethods),
    Def("UnicodeDecodeError", "UnicodeError", kUnicodeDecodeMethods),
    Def("UnicodeEncodeError", "UnicodeError", kUnicodeEncodeMethods),
    Def("UnicodeTranslateError", "UnicodeError", kUnicodeTranslateMethods),
};

}  // namespace

std::span<const TypeDef> ExceptionDefs() { return kDefs; }

}  // namespace heddle::lib
