// array.array: what takes no Python code. The rest is in the library's array.py.
#include <algorithm>
#include <cstring>
#include <vector>

#include "lib/bytes_natives.h"
#include "lib/container_types.h"
#include "lib/module_tables.h"
#include "lib/number_types.h"
#include "lib/text_natives.h"
#include "objects/iterator.h"
#include "objects/list.h"
#include "objects/packed.h"
#include "objects/room.h"
#include "objects/shape.h"
#include "objects/slice.h"
#include "objects/tuple.h"
#include "objects/weakref.h"

namespace heddle::lib {

namespace {

constexpr char kExported[] = "cannot resize an array that is exporting buffers";
constexpr std::string_view kCodes = "bBuwhHiIlLqQfd";

NumberArray* Self(Args args) { return args[0].As<NumberArray>(); }
char CodeOf(const NumberArray* array) { return static_cast<char>(array->code.Load()); }
bool IsCharacters(char code) { return code == 'u' || code == 'w'; }
uint32_t ItemBytes(char code) { return IsCharacters(code) ? 4 : PackedSize(code); }

Value InPython(Context& cx, const char* function, std::initializer_list<Value> args) {
  cx.TailCall(Library::kInModule, {cx.NewString("array"), cx.NewString(function)});
  cx.tail.args.insert(cx.tail.args.end(), args);
  return Value::TailCall();
}

// Calls the method again with args[at] as a plain number, or raises what is wrong with it.
Value Retry(Context& cx, const char* method, uint32_t at, Args args) {
  InPython(cx, "_retry", {cx.NewString(method), Value::Small(at)});
  cx.tail.args.insert(cx.tail.args.end(), args.data, args.data + args.count);
  return Value::TailCall();
}

// Appends an item to `data`; false when it is not plain or does not fit.
bool Pack(Context& cx, char code, Value value, std::string* data) {
  uint8_t item[8];
  const uint32_t size = ItemBytes(code);
  if (IsCharacters(code)) {
    if (!IsStr(value) || Text(value)->length != 1) return false;
    const uint32_t c = Text(value)->At(0);
    std::memcpy(item, &c, sizeof c);
  } else if (PackItem(cx, code, size, false, value, item) != Packing::kDone) {
    return false;
  }
  data->append(reinterpret_cast<const char*>(item), size);
  return true;
}

std::string Packed(const Str* text) {
  std::string data;
  for (uint32_t i = 0; i < text->length; ++i) {
    const uint32_t c = text->At(i);
    data.append(reinterpret_cast<const char*>(&c), sizeof c);
  }
  return data;
}

List* Items(Context& cx, NumberArray* array) {
  List* list = NewList(cx.heap);
  for (int64_t i = 0;; ++i) {
    const Value item = NumberArrayItem(cx, array, i);
    if (item.IsUndefined()) return list;
    ListAppend(cx, list, item);
  }
}

Value LikeOf(Context& cx, NumberArray* array, std::string_view data) {
  return Value::Of(NewNumberArray(cx.heap, CodeOf(array), data));
}

Value AppendAll(Context& cx, Args args, std::string_view data) {
  heap::ObjectLock lock(cx.heap.locking(), args[0].object());
  const size_t length = BytesLength(args[0]);
  return SpliceBytes(cx, Self(args), length, length, data, kExported) ? Value::None()
                                                                      : Value::Raised();
}

// ---- making one

Value Make(Context& cx, Value cls, char code, Value initializer) {
  const Value made = Value::Of(NewInstance(cx, cls.As<Type>()));
  auto* array = made.As<NumberArray>();
  array->code.Store(static_cast<uint8_t>(code));
  array->item_bytes.Store(ItemBytes(code));
  if (initializer.IsUndefined()) return made;
  const bool from_characters =
      initializer.Is(Kind::kNumberArray) && IsCharacters(CodeOf(initializer.As<NumberArray>()));
  if ((IsStr(initializer) || from_characters) && !IsCharacters(code)) {
    return cx.Raise(Exc::kTypeError, "cannot use a {} to initialize an array with typecode '{}'",
                    from_characters ? "unicode array" : "str", std::string_view(&code, 1));
  }
  std::string data;
  std::vector<Value> items;
  if (IsStr(initializer)) {
    data = Packed(Text(initializer));
  } else if (initializer.Is(Kind::kBytes) || initializer.Is(Kind::kByteArray)) {
    data = BytesCopy(initializer);
    if (data.size() % ItemBytes(code) != 0) {
      return cx.Raise(Exc::kValueError, "bytes length not a multiple of item size");
    }
  } else if (initializer.Is(Kind::kNumberArray) &&
             (CodeOf(initializer.As<NumberArray>()) == code || from_characters)) {
    data = BytesCopy(initializer);
  } else if (SequenceItems(cx, initializer, &items)) {
    for (const Value item : items) {
      if (!Pack(cx, code, item, &data)) return InPython(cx, "_filled", {made, initializer});
    }
  } else {
    return InPython(cx, "_filled", {made, initializer});
  }
  SpliceBytes(cx, array, 0, 0, data);
  return made;
}

// (cls, keywords, *args)
Value New(Context& cx, Args args) {
  const uint32_t given = args.count > 2 ? args.count - 2 : 0;
  if (!args.Opt(1).IsUndefined() && !args[0].As<Type>()->Has(kHeapType)) {
    return cx.Raise(Exc::kTypeError, "array.array() takes no keyword arguments");
  }
  if (given == 0 || given > 2) {
    return cx.Raise(Exc::kTypeError, "array() takes at {} ({} given)",
                    given == 0 ? "least 1 argument" : "most 2 arguments", given);
  }
  const Value letter = args[2], initializer = args.Opt(3);
  if (!IsStr(letter) || Text(letter)->length != 1) {
    return cx.Raise(Exc::kTypeError, "array() argument 1 must be a unicode character, not {}",
                    IsStr(letter) ? fmt::format("a string of length {}", Text(letter)->length)
                                  : TypeName(cx, letter));
  }
  const char32_t code = Text(letter)->At(0);
  if (code > 127 || kCodes.find(static_cast<char>(code)) == std::string_view::npos) {
    return cx.Raise(Exc::kValueError,
                    "bad typecode (must be b, B, u, w, h, H, i, I, l, L, q, Q, f or d)");
  }
  if (code == 'u') {
    // Warns, then calls make_u.
    const Value empty = cx.runtime.empty_str.Load();
    return InPython(cx, "_new_u", {args[0], initializer.IsUndefined() ? empty : initializer});
  }
  return Make(cx, args[0], static_cast<char>(code), initializer);
}

Value MakeCharacters(Context& cx, Args args) { return Make(cx, args[0], 'u', args[1]); }

// ---- as a sequence

Value Length(Context&, Args args) { return Value::Small(NumberArrayLength(Self(args))); }

// An index, or a slice's range in items. kFalse: it is a slice.
Tri KeyOf(Context& cx, Args args, Special method, int64_t* index, SliceRange* range) {
  if (args[1].Is(Kind::kSlice)) {
    const Tri state = SliceIndices(cx, args[1].As<Slice>(), NumberArrayLength(Self(args)), range);
    return state == Tri::kTrue ? Tri::kFalse : state;
  }
  if (!IsInt(args[1])) {
    if (!LacksMethod(cx, args[1], Special::kIndex)) return Tri::kPython;
    cx.Raise(Exc::kTypeError, "array indices must be integers");
    return Tri::kRaised;
  }
  const int64_t length = NumberArrayLength(Self(args));
  *index = IntToInt64Clamped(args[1]);
  if (*index < 0) *index += length;
  if (*index >= 0 && *index < length) return Tri::kTrue;
  cx.Raise(Exc::kIndexError, method == Special::kGetItem ? "array index out of range"
                                                         : "array assignment index out of range");
  return Tri::kRaised;
}

Value GetItem(Context& cx, Args args) {
  int64_t index;
  SliceRange range;
  switch (KeyOf(cx, args, Special::kGetItem, &index, &range)) {
    case Tri::kTrue: {
      const Value item = NumberArrayItem(cx, Self(args), index);
      return item.IsUndefined() ? cx.Raise(Exc::kIndexError, "array index out of range") : item;
    }
    case Tri::kPython: return RetryWithIndex(cx, Special::kGetItem, args);
    case Tri::kRaised: return Value::Raised();
    case Tri::kFalse: break;
  }
  const std::string data = BytesCopy(args[0]);
  const size_t size = Self(args)->item_bytes.Load();
  std::string part;
  for (int64_t i = 0, at = range.start; i < range.count; ++i, at += range.step) {
    if ((at + 1) * size <= data.size()) part.append(data, at * size, size);
  }
  return LikeOf(cx, Self(args), part);
}

// Assigns `data` to a slice; deletes it when `data` is null.
Value SetSlice(Context& cx, Args args, const std::string* data) {
  const int64_t size = Self(args)->item_bytes.Load();
  heap::ObjectLock lock(cx.heap.locking(), args[0].object());
  SliceRange range;
  switch (SliceIndices(cx, args[1].As<Slice>(), NumberArrayLength(Self(args)), &range)) {
    case Tri::kTrue: break;
    case Tri::kPython:
      return RetryWithIndex(cx, data == nullptr ? Special::kDelItem : Special::kSetItem, args);
    default: return Value::Raised();
  }
  const auto splice = [&](int64_t start, int64_t stop, std::string_view with) {
    return SpliceBytes(cx, Self(args), start, stop, with, kExported) ? Value::None()
                                                                     : Value::Raised();
  };
  if (range.step == 1) {
    return splice(range.start * size, std::max(range.start, range.stop) * size,
                  data == nullptr ? std::string_view() : *data);
  }
  std::string all = BytesCopy(args[0]);
  if (data != nullptr && static_cast<int64_t>(data->size()) != range.count * size) {
    return cx.Raise(Exc::kValueError,
                    "attempt to assign array of size {} to extended slice of size {}",
                    data->size() / size, range.count);
  }
  std::vector<bool> gone(all.size() / size);
  for (int64_t i = 0, at = range.start; i < range.count; ++i, at += range.step) {
    if (data != nullptr) all.replace(at * size, size, *data, i * size, size);
    gone[at] = data == nullptr;
  }
  std::string left;
  for (size_t i = 0; i < gone.size(); ++i) {
    if (!gone[i]) left.append(all, i * size, size);
  }
  return splice(0, static_cast<int64_t>(all.size()), left);
}

Value SetItem(Context& cx, Args args) {
  int64_t index;
  SliceRange range;
  const Tri key = KeyOf(cx, args, Special::kSetItem, &index, &range);
  if (key == Tri::kPython) return RetryWithIndex(cx, Special::kSetItem, args);
  if (key == Tri::kRaised) return Value::Raised();
  if (key == Tri::kFalse) {
    if (!args[2].Is(Kind::kNumberArray)) {
      return cx.Raise(Exc::kTypeError, "can only assign array (not \"{}\") to array slice",
                      TypeName(cx, args[2]));
    }
    if (CodeOf(args[2].As<NumberArray>()) != CodeOf(Self(args))) {
      return cx.Raise(Exc::kTypeError, "bad argument type for built-in operation");
    }
    const std::string data = BytesCopy(args[2]);
    return SetSlice(cx, args, &data);
  }
  std::string item;
  if (!Pack(cx, CodeOf(Self(args)), args[2], &item)) return Retry(cx, "__setitem__", 2, args);
  auto* buffer = Self(args)->buffer.LoadAcquire().As<Buffer>();
  heap::ObjectLock lock(cx.heap.locking(), args[0].object());
  buffer = Self(args)->buffer.Load().As<Buffer>();
  const size_t at = index * item.size();
  if (at + item.size() > buffer->used.Load()) {
    return cx.Raise(Exc::kIndexError, "array assignment index out of range");
  }
  CopyToShared(buffer->raw() + at, reinterpret_cast<const uint8_t*>(item.data()), item.size());
  return Value::None();
}

Value DelItem(Context& cx, Args args) {
  int64_t index;
  SliceRange range;
  switch (KeyOf(cx, args, Special::kDelItem, &index, &range)) {
    case Tri::kPython: return RetryWithIndex(cx, Special::kDelItem, args);
    case Tri::kRaised: return Value::Raised();
    case Tri::kFalse: return SetSlice(cx, args, nullptr);
    case Tri::kTrue: break;
  }
  const int64_t size = Self(args)->item_bytes.Load();
  heap::ObjectLock lock(cx.heap.locking(), args[0].object());
  if (index >= NumberArrayLength(Self(args))) {
    return cx.Raise(Exc::kIndexError, "array assignment index out of range");
  }
  return SpliceBytes(cx, Self(args), index * size, (index + 1) * size, "", kExported)
             ? Value::None()
             : Value::Raised();
}

Value Iterate(Context& cx, Args args) {
  return Value::Of(NewIterator(cx, IteratorKind::kNumberArray, args[0]));
}

Value Add(Context& cx, Args args) {
  if (!args[1].Is(Kind::kNumberArray)) {
    return cx.Raise(Exc::kTypeError, "can only append array (not \"{}\") to array",
                    TypeName(cx, args[1]));
  }
  if (CodeOf(args[1].As<NumberArray>()) != CodeOf(Self(args))) {
    return cx.Raise(Exc::kTypeError, "bad argument type for built-in operation");
  }
  return LikeOf(cx, Self(args), BytesCopy(args[0]) + BytesCopy(args[1]));
}

// The contents `times` times. False: MemoryError is pending.
bool Repeated(Context& cx, std::string_view data, int64_t times, std::string* out) {
  uint64_t total;
  if (__builtin_mul_overflow(data.size(), std::max<int64_t>(times, 0), &total) ||
      total > INT32_MAX) {
    cx.Raise(Exc::kMemoryError, "");
    return false;
  }
  if (!CheckRoom(cx, total)) return false;
  for (int64_t i = 0; i < times && !data.empty(); ++i) out->append(data);
  return true;
}

Value Mul(Context& cx, Args args) {
  if (!IsInt(args[1])) return NotRepeatable(cx, args);
  int64_t times = 0;
  std::string data;
  if (RepeatCount(cx, args[1], &times) != Tri::kTrue) return Value::Raised();
  if (!Repeated(cx, BytesCopy(args[0]), times, &data)) return Value::Raised();
  return LikeOf(cx, Self(args), data);
}

Value IMul(Context& cx, Args args) {
  if (!IsInt(args[1])) return NotRepeatable(cx, args);
  int64_t times = 0;
  std::string data;
  if (RepeatCount(cx, args[1], &times) != Tri::kTrue) return Value::Raised();
  heap::ObjectLock lock(cx.heap.locking(), args[0].object());
  const std::string old = BytesCopy(args[0]);
  if (!Repeated(cx, old, times, &data)) return Value::Raised();
  return SpliceBytes(cx, Self(args), 0, old.size(), data, kExported) ? args[0] : Value::Raised();
}

// Items are compared by value: a NaN differs from itself, although floats have no identity here.
template <CompareOp kOp>
Value Compare(Context& cx, Args args) {
  if (!args[1].Is(Kind::kNumberArray)) return Value::NotImplemented();
  auto* const other = args[1].As<NumberArray>();
  Value a, b;
  for (int64_t i = 0;; ++i) {
    a = NumberArrayItem(cx, Self(args), i);
    b = NumberArrayItem(cx, other, i);
    if (a.IsUndefined() || b.IsUndefined()) break;
    if (TryEqual(cx, a, b) != Tri::kTrue) {
      return Value::Bool(TryCompare(cx, kOp, a, b) == Tri::kTrue);
    }
  }
  return Value::Bool(TryCompare(cx, kOp, Value::Bool(!a.IsUndefined()),
                                Value::Bool(!b.IsUndefined())) == Tri::kTrue);
}

Value Repr(Context& cx, Args args) {
  const char code = CodeOf(Self(args));
  const std::string name = TypeName(cx, args[0]);
  if (NumberArrayLength(Self(args)) == 0) {
    return cx.NewString(fmt::format("{}('{}')", name, std::string_view(&code, 1)));
  }
  Value contents;
  if (IsCharacters(code)) {
    return InPython(cx, "_repr_of_characters", {args[0]});
  }
  TryReprContents(cx, Value::Of(Items(cx, Self(args))), &contents);
  return cx.NewString(
      fmt::format("{}('{}', {})", name, std::string_view(&code, 1), ToUtf8(Text(contents))));
}

// ---- methods

Value Append(Context& cx, Args args) {
  std::string item;
  if (!Pack(cx, CodeOf(Self(args)), args[1], &item)) return Retry(cx, "append", 1, args);
  return AppendAll(cx, args, item);
}

// What `iterable` holds as bytes; else false, with an exception pending or nothing.
bool Contents(Context& cx, Args args, const char* other_kind, std::string* data) {
  const char code = CodeOf(Self(args));
  cx.pending = Value::Undefined();
  if (args[1].Is(Kind::kNumberArray)) {
    if (CodeOf(args[1].As<NumberArray>()) != code) {
      cx.Raise(Exc::kTypeError, other_kind);
      return false;
    }
    *data = BytesCopy(args[1]);
    return true;
  }
  std::vector<Value> items;
  if (!SequenceItems(cx, args[1], &items)) return false;
  return std::all_of(items.begin(), items.end(),
                     [&](Value item) { return Pack(cx, code, item, data); });
}

Value Extend(Context& cx, Args args) {
  std::string data;
  if (Contents(cx, args, "can only extend with array of same kind", &data)) {
    return AppendAll(cx, args, data);
  }
  if (!cx.pending.IsUndefined()) return Value::Raised();
  return InPython(cx, "_extend", {args[0], args[1]});
}

Value IAdd(Context& cx, Args args) {
  if (!args[1].Is(Kind::kNumberArray)) {
    return cx.Raise(Exc::kTypeError, "can only extend with array (not \"{}\")",
                    TypeName(cx, args[1]));
  }
  const Value done = Extend(cx, args);
  return done.IsUndefined() ? done : args[0];
}

Value FromList(Context& cx, Args args) {
  if (!args[1].Is(Kind::kList)) return cx.Raise(Exc::kTypeError, "arg must be list");
  std::string data;
  if (Contents(cx, args, "", &data)) return AppendAll(cx, args, data);
  return InPython(cx, "_fromlist", {args[0], args[1]});
}

Value Insert(Context& cx, Args args) {
  if (!IsInt(args[1])) {
    if (!LacksMethod(cx, args[1], Special::kIndex)) return RetryWithIndex(cx, "insert", args);
    return cx.Raise(Exc::kTypeError, "'{}' object cannot be interpreted as an integer",
                    TypeName(cx, args[1]));
  }
  std::string item;
  if (!Pack(cx, CodeOf(Self(args)), args[2], &item)) return Retry(cx, "insert", 2, args);
  heap::ObjectLock lock(cx.heap.locking(), args[0].object());
  const int64_t length = NumberArrayLength(Self(args));
  int64_t index = IntToInt64Clamped(args[1]);
  index = std::clamp<int64_t>(index < 0 ? index + length : index, 0, length);
  const size_t at = index * item.size();
  return SpliceBytes(cx, Self(args), at, at, item, kExported) ? Value::None() : Value::Raised();
}

Value PopAt(Context& cx, Args args, int64_t index, const char* message) {
  const size_t size = Self(args)->item_bytes.Load();
  heap::ObjectLock lock(cx.heap.locking(), args[0].object());
  const int64_t length = NumberArrayLength(Self(args));
  if (length == 0) return cx.Raise(Exc::kIndexError, "pop from empty array");
  if (index < 0) index += length;
  if (index < 0 || index >= length) return cx.Raise(Exc::kIndexError, message);
  const Value item = NumberArrayItem(cx, Self(args), index);
  return SpliceBytes(cx, Self(args), index * size, (index + 1) * size, "", kExported)
             ? item
             : Value::Raised();
}

Value Pop(Context& cx, Args args) {
  int64_t index = -1;
  if (!args.Opt(1).IsUndefined()) {
    if (!IsInt(args[1]) && !LacksMethod(cx, args[1], Special::kIndex)) {
      return RetryWithIndex(cx, "pop", args);
    }
    if (!ToInt64(cx, args[1], &index)) return Value::Raised();
  }
  return PopAt(cx, args, index, "pop index out of range");
}

// Where the first equal item is from `from` on; counts them all when `count` is given.
Tri Find(Context& cx, Args args, int64_t from, int64_t to, int64_t* at, int64_t* count) {
  for (int64_t i = from; i < to; ++i) {
    const Value item = NumberArrayItem(cx, Self(args), i);
    if (item.IsUndefined()) return Tri::kFalse;
    const Tri same = TrySame(cx, item, args[1]);
    if (same == Tri::kFalse) continue;
    *at = i;
    if (count == nullptr || same != Tri::kTrue) return same;
    ++*count;
  }
  return Tri::kFalse;
}

Value Contains(Context& cx, Args args) {
  int64_t at;
  switch (Find(cx, args, 0, INT64_MAX, &at, nullptr)) {
    case Tri::kTrue: return Value::True();
    case Tri::kFalse: return Value::False();
    case Tri::kPython: return cx.TailCall(Library::kSequenceContains, {args[0], args[1]});
    case Tri::kRaised: break;
  }
  return Value::Raised();
}

Value Count(Context& cx, Args args) {
  int64_t at, count = 0;
  switch (Find(cx, args, 0, INT64_MAX, &at, &count)) {
    case Tri::kPython: return cx.TailCall(Library::kSequenceCount, {args[0], args[1]});
    case Tri::kRaised: return Value::Raised();
    default: return Value::Small(count);
  }
}

Value Index(Context& cx, Args args) {
  int64_t from, to, at;
  const Value start = args.Opt(2), stop = args.Opt(3);
  Tri state = IndexBounds(cx, start, stop, NumberArrayLength(Self(args)), &from, &to);
  if (state == Tri::kTrue) state = Find(cx, args, from, to, &at, nullptr);
  switch (state) {
    case Tri::kTrue: return Value::Small(at);
    case Tri::kFalse: return cx.Raise(Exc::kValueError, "array.index(x): x not in array");
    case Tri::kRaised: return Value::Raised();
    case Tri::kPython: break;
  }
  return InPython(cx, "_index",
                  {args[0], args[1], start.IsUndefined() ? Value::Small(0) : start,
                   stop.IsUndefined() ? Value::Small(Value::kSmallMax) : stop});
}

Value Remove(Context& cx, Args args) {
  int64_t at = 0;
  switch (Find(cx, args, 0, INT64_MAX, &at, nullptr)) {
    case Tri::kTrue: break;
    case Tri::kFalse: return cx.Raise(Exc::kValueError, "array.remove(x): x not in array");
    case Tri::kPython: return InPython(cx, "_remove", {args[0], args[1]});
    case Tri::kRaised: return Value::Raised();
  }
  const Value gone = PopAt(cx, args, at, "array.remove(x): x not in array");
  return gone.IsUndefined() ? gone : Value::None();
}

// Changes the contents in place by `change(data, size of an item)`.
template <typename Change>
Value Changed(Context& cx, Args args, const Change& change) {
  heap::ObjectLock lock(cx.heap.locking(), args[0].object());
  std::string data = BytesCopy(args[0]);
  change(&data, Self(args)->item_bytes.Load());
  SpliceBytes(cx, Self(args), 0, data.size(), data, kExported);
  return Value::None();
}

void ReverseEachItem(std::string* data, size_t size) {
  for (size_t i = 0; i + size <= data->size(); i += size) {
    std::reverse(data->begin() + i, data->begin() + i + size);
  }
}

Value Reverse(Context& cx, Args args) {
  return Changed(cx, args, [](std::string* data, size_t size) {
    ReverseEachItem(data, size);
    std::reverse(data->begin(), data->end());
  });
}

Value ByteSwap(Context& cx, Args args) { return Changed(cx, args, ReverseEachItem); }

Value Clear(Context& cx, Args args) {
  heap::ObjectLock lock(cx.heap.locking(), args[0].object());
  return SpliceBytes(cx, Self(args), 0, BytesLength(args[0]), "", kExported) ? Value::None()
                                                                             : Value::Raised();
}

Value ToList(Context& cx, Args args) { return Value::Of(Items(cx, Self(args))); }
Value ToBytes(Context& cx, Args args) { return Value::Of(NewBytes(cx.heap, BytesCopy(args[0]))); }
Value Copy(Context& cx, Args args) { return LikeOf(cx, Self(args), BytesCopy(args[0])); }

Value FromBytes(Context& cx, Args args) {
  if (!IsBytesLike(args[1])) {
    return cx.Raise(Exc::kTypeError, "a bytes-like object is required, not '{}'",
                    TypeName(cx, args[1]));
  }
  const std::string data = BytesCopy(args[1]);
  if (data.size() % Self(args)->item_bytes.Load() != 0) {
    return cx.Raise(Exc::kValueError, "bytes length not a multiple of item size");
  }
  return AppendAll(cx, args, data);
}

Value FromUnicode(Context& cx, Args args) {
  if (!IsStr(args[1])) {
    return cx.Raise(Exc::kTypeError, "fromunicode() argument must be str, not {}",
                    TypeName(cx, args[1]));
  }
  if (!IsCharacters(CodeOf(Self(args)))) {
    return cx.Raise(Exc::kValueError,
                    "fromunicode() may only be called on unicode type arrays ('u' or 'w')");
  }
  return AppendAll(cx, args, Packed(Text(args[1])));
}

Value BufferInfo(Context& cx, Args args) {
  const Value buffer = Self(args)->buffer.Load();
  return Value::Of(NewTuple(
      cx.heap, {IntFromUint64(cx.heap, buffer.IsUndefined() ? 0 : IdOf(cx.runtime, buffer)),
                Value::Small(NumberArrayLength(Self(args)))}));
}

template <MethodName name>
Value ByPython(Context& cx, Args args) {
  InPython(cx, name.text, {});
  cx.tail.args.insert(cx.tail.args.end(), args.data, args.data + args.count);
  return Value::TailCall();
}

Value GetCode(Context& cx, Args args) {
  const char code = CodeOf(Self(args));
  return cx.NewString({&code, 1});
}
Value GetItemSize(Context&, Args args) { return Value::Small(Self(args)->item_bytes.Load()); }

constexpr NativeDef kMethods[] = {
    {"__new__", New, "cls, *args, **kwargs="},
    {"__len__", Length, "self, /"},
    {"__getitem__", GetItem, "self, key, /"},
    {"__setitem__", Resizing<SetItem, "__setitem__">, "self, key, value, /"},
    {"__delitem__", Resizing<DelItem, "__delitem__">, "self, key, /"},
    {"__contains__", Contains, "self, key, /"},
    {"__iter__", Iterate, "self, /"},
    {"__repr__", Repr, "self, /"},
    {"__hash__", nullptr, nullptr},
    {"__add__", Add, "self, value, /"},
    {"__iadd__", Resizing<IAdd, "__iadd__">, "self, value, /"},
    {"__mul__", Mul, "self, value, /"},
    {"__rmul__", Mul, "self, value, /"},
    {"__imul__", Resizing<IMul, "__imul__">, "self, value, /"},
    {"__lt__", Compare<CompareOp::kLt>, "self, value, /"},
    {"__le__", Compare<CompareOp::kLe>, "self, value, /"},
    {"__eq__", Compare<CompareOp::kEq>, "self, value, /"},
    {"__ne__", Compare<CompareOp::kNe>, "self, value, /"},
    {"__gt__", Compare<CompareOp::kGt>, "self, value, /"},
    {"__ge__", Compare<CompareOp::kGe>, "self, value, /"},
    {"__copy__", Copy, "self, /"},
    {"__deepcopy__", Copy, "self, memo, /"},
    {"__reduce_ex__", ByPython<"_reduce_ex">, "self, protocol, /"},
    {"__class_getitem__", ClassGetItem, "cls, item, /"},
    BUFFER_METHODS,
    {"append", Resizing<Append, "append">, "self, v, /"},
    {"buffer_info", BufferInfo, "self, /"},
    {"byteswap", ByteSwap, "self, /"},
    {"clear", Resizing<Clear, "clear">, "self, /"},
    {"count", Count, "self, v, /"},
    {"extend", Resizing<Extend, "extend">, "self, bb, /"},
    {"frombytes", Resizing<FromBytes, "frombytes">, "self, buffer, /"},
    {"fromfile", ByPython<"_fromfile">, "self, f, n, /"},
    {"fromlist", Resizing<FromList, "fromlist">, "self, list, /"},
    {"fromunicode", Resizing<FromUnicode, "fromunicode">, "self, ustr, /"},
    {"index", Index, "self, v, start=, stop=, /"},
    {"insert", Resizing<Insert, "insert">, "self, i, v, /"},
    {"pop", Resizing<Pop, "pop">, "self, i=, /"},
    {"remove", Resizing<Remove, "remove">, "self, v, /"},
    {"reverse", Reverse, "self, /"},
    {"tobytes", ToBytes, "self, /"},
    {"tofile", ByPython<"_tofile">, "self, f, /"},
    {"tolist", ToList, "self, /"},
    {"tounicode", ByPython<"_tounicode">, "self, /"},
    {nullptr, nullptr, nullptr},
};
constexpr GetSetDef kGetSets[] = {
    {"typecode", GetCode, nullptr},
    {"itemsize", GetItemSize, nullptr},
    {nullptr, nullptr, nullptr},
};

constexpr NativeDef kFunctions[] = {
    {"make_u", MakeCharacters, "cls, initializer, /"},
    {nullptr, nullptr, nullptr},
};

}  // namespace

const TypeDef kNumberArrayType = {
    "array",  "array", Kind::kNumberArray,  kMethods,
    kGetSets, 0,       sizeof(NumberArray), "array(typecode [, initializer]) -> array"};

const ModuleDef kArrayModule = {"_array", kFunctions, nullptr};

}  // namespace heddle::lib
