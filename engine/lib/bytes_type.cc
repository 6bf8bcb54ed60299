// bytes and bytearray: what both have. The methods that change a bytearray are in
// bytearray_type.cc.
#include <algorithm>
#include <cctype>
#include <vector>

#include "lib/bytes_natives.h"
#include "lib/container_types.h"
#include "lib/number_types.h"
#include "lib/text_natives.h"
#include "objects/iterator.h"
#include "objects/list.h"
#include "objects/number_format.h"
#include "objects/room.h"
#include "objects/shape.h"
#include "objects/slice.h"
#include "objects/tuple.h"

namespace heddle::lib {

// The contents for the time of one native.
BytesSource::BytesSource(Value v) { view = BytesView(v, &storage_); }

bool ByteOf(Context& cx, Value v, uint8_t* byte, const char* message) {
  int64_t number;
  if (IsInt(v)) {
    number = IntToInt64Clamped(v);
  } else if (!ToInt64(cx, v, &number)) {
    return false;
  }
  if (number < 0 || number > 255) {
    cx.Raise(Exc::kValueError, message);
    return false;
  }
  *byte = static_cast<uint8_t>(number);
  return true;
}

Value SameKind(Context& cx, Value like, std::string_view data) {
  if (like.Is(Kind::kByteArray)) return Value::Of(NewByteArray(cx.heap, data));
  return Value::Of(NewBytes(cx.heap, data));
}

bool CheckUnreleased(Context& cx, Value buffer) {
  if (!buffer.Is(Kind::kMemoryView) || !buffer.As<MemoryView>()->base.Load().IsUndefined()) {
    return true;
  }
  cx.Raise(Exc::kValueError, "operation forbidden on released memoryview object");
  return false;
}

bool BytesContents(Context& cx, Value type, Args args, std::string* data) {
  const Value source = args.Opt(0);
  if (source.IsUndefined()) {
    if (args.Opt(1).IsUndefined() && args.Opt(2).IsUndefined()) return true;
    cx.Raise(Exc::kTypeError, "{} without a string argument",
             args.Opt(1).IsUndefined() ? "errors" : "encoding");
    return false;
  }
  if (!args.Opt(1).IsUndefined() || !args.Opt(2).IsUndefined()) {
    const bool encoding = !args.Opt(1).IsUndefined();
    if (!IsStr(source) || !encoding) {
      cx.Raise(Exc::kTypeError, IsStr(source) ? "string argument without an encoding"
                                : encoding    ? "encoding without a string argument"
                                              : "errors without a string argument");
      return false;
    }
    const char* const function = type.Is(Kind::kType) ? "bytes" : "bytearray";
    std::string_view names[2] = {"utf-8", "strict"};
    std::string storage[2];
    if (!CodecArgument(cx, args.Opt(1), function, "encoding", &storage[0], &names[0]) ||
        !CodecArgument(cx, args.Opt(2), function, "errors", &storage[1], &names[1])) {
      return false;
    }
    const Value encoded = EncodeStr(cx, Text(source), names[0], names[1]);
    if (encoded.IsUndefined()) return false;
    *data = BytesView(encoded);
    return true;
  }
  const bool has_own = source.IsObject() && (source.object()->flags & kSubclass) != 0 &&
                       !LookupInMro(TypeOf(cx, source), cx.Intern("__bytes__")).IsUndefined() &&
                       !IsBytesLike(source);
  if (has_own) {
    cx.TailCall(Library::kBytesNew, {type, source});
    return false;
  }
  if (IsStr(source)) {
    cx.Raise(Exc::kTypeError, "string argument without an encoding");
    return false;
  }
  if (IsBytesLike(source)) {
    if (!CheckUnreleased(cx, source)) return false;
    *data = BytesCopy(source);
    return true;
  }
  if (IsInt(source)) {
    int64_t count;
    if (!ToInt64(cx, source, &count)) return false;
    if (count < 0) {
      cx.Raise(Exc::kValueError, "negative count");
      return false;
    }
    if (!CheckRoom(cx, count)) return false;
    data->assign(static_cast<size_t>(count), '\0');
    return true;
  }
  if (source.IsDouble() || source.IsNone() || source.Is(Kind::kFloat)) {
    cx.Raise(Exc::kTypeError, "cannot convert '{}' object to bytes", TypeName(cx, source));
    return false;
  }
  std::vector<Value> items;
  if (SequenceItems(cx, source, &items)) {
    for (Value item : items) {
      uint8_t byte;
      if (!IsInt(item) && !LacksMethod(cx, item, Special::kIndex)) {
        cx.TailCall(Library::kBytesNew, {type, source});
        return false;
      }
      if (!ByteOf(cx, item, &byte, "bytes must be in range(0, 256)")) return false;
      data->push_back(static_cast<char>(byte));
    }
    return true;
  }
  if (cx.pending.IsUndefined()) cx.TailCall(Library::kBytesNew, {type, source});
  return false;
}

Value AfterResizing(Context& cx, Args args, const char* name, Value result) {
  if (!result.IsUndefined() || !cx.pending.Is(Kind::kException) ||
      cx.pending.object()->type.Load() != cx.runtime.exceptions[size_t(Exc::kBufferError)]) {
    return result;
  }
  cx.pending = Value();
  const Value self =
      LookupInMro(cx.runtime.heap.TypeOfKind(args[0].object()->kind), cx.Intern(name));
  cx.TailCall(Library::kByteArrayResize, {self});
  cx.tail.args.insert(cx.tail.args.end(), args.data, args.data + args.count);
  return Value::TailCall();
}

namespace {

constexpr int64_t kNoLimit = std::numeric_limits<int64_t>::max();

// As text.find(needle, start), in linear time.
size_t FindFrom(std::string_view text, std::string_view needle, size_t start) {
  const int64_t at = FindBytes(text.substr(start), needle);
  return at < 0 ? std::string_view::npos : start + static_cast<size_t>(at);
}

// A bytes-like argument. Raises TypeError "a bytes-like object is required, not 'X'".
bool Required(Context& cx, Value v) {
  if (IsBytesLike(v)) return CheckUnreleased(cx, v);
  cx.Raise(Exc::kTypeError, "a bytes-like object is required, not '{}'", TypeName(cx, v));
  return false;
}

Value BytesNew(Context& cx, Args args) {
  Type* type = args[0].As<Type>();
  const Value source = args.Opt(1);
  if (source.Is(Kind::kBytes) && args.count == 2 && (source.object()->flags & kSubclass) == 0 &&
      !type->Has(kHeapType)) {
    return source;
  }
  std::string data;
  cx.pending = Value::Undefined();
  if (!BytesContents(cx, args[0], args.From(1), &data)) {
    return cx.pending.IsUndefined() ? Value::TailCall() : Value::Raised();
  }
  const Value result = Value::Of(NewBytes(cx.heap, data));
  return type->Has(kHeapType) ? CopyAsSubclass(cx, result, type) : result;
}

Value Repr(Context& cx, Args args) { return Value::Of(BytesRepr(cx, args[0])); }
Value Hash(Context& cx, Args args) { return IntFromInt64(cx.heap, BytesHash(args[0].As<Bytes>())); }
Value Length(Context&, Args args) { return Value::Small(BytesLength(args[0])); }

// The byte at an index; Undefined when that is out of range, or no contents lie there plainly.
Value ByteAt(Value v, int64_t index) {
  auto* const buffer =
      v.Is(Kind::kBytes) ? nullptr : v.As<ByteArray>()->buffer.LoadAcquire().As<Buffer>();
  if (buffer == nullptr && !v.Is(Kind::kBytes)) return Value::Undefined();
  const uint32_t length = buffer == nullptr ? v.As<Bytes>()->length : buffer->used.LoadAcquire();
  if (index < 0) index += length;
  if (index < 0 || index >= length) return Value::Undefined();
  return Value::Small(buffer == nullptr ? v.As<Bytes>()->data()[index]
                                        : buffer->bytes()[index].Load());
}

Value GetItem(Context& cx, Args args) {
  if (args[1].IsSmall()) {
    const Value byte = ByteAt(args[0], args[1].small());
    if (!byte.IsUndefined()) return byte;
  }
  const BytesSource self(args[0]);
  const auto length = static_cast<int64_t>(self.view.size());
  if (IsInt(args[1])) {
    int64_t index = IntToInt64Clamped(args[1]);
    if (index < 0) index += length;
    if (index < 0 || index >= length) {
      return cx.Raise(Exc::kIndexError, args[0].Is(Kind::kByteArray)
                                            ? "bytearray index out of range"
                                            : "index out of range");
    }
    return Value::Small(static_cast<uint8_t>(self.view[index]));
  }
  if (!args[1].Is(Kind::kSlice)) {
    int64_t index;
    if (SequenceIndex(cx, args[1], "byte", &index) == Tri::kPython) {
      return RetryWithIndex(cx, Special::kGetItem, args);
    }
    return cx.Raise(Exc::kTypeError, "{} indices must be integers or slices, not {}",
                    args[0].Is(Kind::kByteArray) ? "bytearray" : "byte", TypeName(cx, args[1]));
  }
  SliceRange range;
  switch (SliceIndices(cx, args[1].As<Slice>(), length, &range)) {
    case Tri::kTrue: break;
    case Tri::kPython: return RetryWithIndex(cx, Special::kGetItem, args);
    default: return Value::Raised();
  }
  if (range.step == 1) return SameKind(cx, args[0], self.view.substr(range.start, range.count));
  std::string out;
  {
    for (int64_t i = 0; i < range.count; ++i)
      out.push_back(self.view[range.start + i * range.step]);
  }
  return SameKind(cx, args[0], out);
}

Value Contains(Context& cx, Args args) {
  const BytesSource self(args[0]);
  if (IsInt(args[1])) {
    uint8_t byte;
    if (!ByteOf(cx, args[1], &byte, "byte must be in range(0, 256)")) return Value::Raised();
    return Value::Bool(self.view.find(static_cast<char>(byte)) != std::string_view::npos);
  }
  if (!Required(cx, args[1])) return Value::Raised();
  return Value::Bool(FindBytes(self.view, BytesSource(args[1]).view) >= 0);
}

Value Iterate(Context& cx, Args args) {
  return Value::Of(NewIterator(cx, IteratorKind::kBytes, args[0]));
}

Value Concat(Context& cx, Args args) {
  if (!IsBytesLike(args[1])) {
    return cx.Raise(Exc::kTypeError, "can't concat {} to {}", TypeName(cx, args[1]),
                    TypeName(cx, args[0]));
  }
  if (args[0].Is(Kind::kBytes)) {
    const std::string_view a = BytesView(args[0]);
    const BytesSource b(args[1]);
    Bytes* const out = NewBytesRaw(cx.heap, static_cast<uint32_t>(a.size() + b.view.size()));
    std::copy(a.begin(), a.end(), out->data());
    std::copy(b.view.begin(), b.view.end(), out->data() + a.size());
    return Value::Of(out);
  }
  return SameKind(cx, args[0], BytesCopy(args[0]).append(BytesSource(args[1]).view));
}

Value Repeat(Context& cx, Args args) {
  if (!IsInt(args[1])) return NotRepeatable(cx, args);
  int64_t count;
  if (!ToInt64(cx, args[1], &count)) return Value::Raised();
  const BytesSource self(args[0]);
  count = std::max<int64_t>(count, 0);
  if (count == 1 && args[0].Is(Kind::kBytes) && (args[0].object()->flags & kSubclass) == 0) {
    return args[0];
  }
  if (!self.view.empty() && count > static_cast<int64_t>(0x7fffffff / self.view.size())) {
    return cx.Raise(Exc::kMemoryError, "");
  }
  if (!CheckRoom(cx, count * self.view.size())) return Value::Raised();
  std::string out;
  out.reserve(self.view.size() * count);
  for (int64_t i = 0; i < count; ++i) out.append(self.view);
  return SameKind(cx, args[0], out);
}

Value Percent(Context& cx, Args args) { return BytesPercent(cx, args[0], args[1]); }
Value ReflectedPercent(Context& cx, Args args) {
  const bool fits = args[1].IsObject() && args[1].object()->kind == args[0].object()->kind;
  return fits ? BytesPercent(cx, args[1], args[0]) : Value::NotImplemented();
}

template <typename Test>
Value Compare(Args args, Test test) {
  const bool knows = args[0].Is(Kind::kBytes) ? args[1].Is(Kind::kBytes) : IsBytesLike(args[1]);
  if (!knows) return Value::NotImplemented();
  return Value::Bool(test(BytesSource(args[0]).view.compare(BytesSource(args[1]).view)));
}
Value Lt(Context&, Args args) {
  return Compare(args, [](int order) { return order < 0; });
}
Value Le(Context&, Args args) {
  return Compare(args, [](int order) { return order <= 0; });
}
Value Eq(Context&, Args args) {
  return Compare(args, [](int order) { return order == 0; });
}
Value Ne(Context&, Args args) {
  return Compare(args, [](int order) { return order != 0; });
}
Value Gt(Context&, Args args) {
  return Compare(args, [](int order) { return order > 0; });
}
Value Ge(Context&, Args args) {
  return Compare(args, [](int order) { return order >= 0; });
}

// ---- searching

// A needle: bytes-like, or an int that stands for one byte.
bool Needle(Context& cx, Value v, std::string* needle) {
  if (IsInt(v)) {
    uint8_t byte;
    if (!ByteOf(cx, v, &byte, "byte must be in range(0, 256)")) return false;
    needle->assign(1, static_cast<char>(byte));
    return true;
  }
  if (!IsBytesLike(v)) {
    cx.Raise(Exc::kTypeError, "argument should be integer or bytes-like object, not '{}'",
             TypeName(cx, v));
    return false;
  }
  *needle = BytesCopy(v);
  return true;
}

template <bool kBackwards, bool kRaises>
Value Find(Context& cx, Args args) {
  const BytesSource self(args[0]);
  std::string needle;
  int64_t start, end;
  if (!Needle(cx, args[1], &needle)) return Value::Raised();
  if (!Bounds(cx, args.Opt(2), args.Opt(3), static_cast<int64_t>(self.view.size()), &start, &end)) {
    return Value::Raised();
  }
  int64_t at = -1;
  if (start <= end) {
    const std::string_view part = self.view.substr(start, end - start);
    const size_t found = kBackwards ? part.rfind(needle) : FindFrom(part, needle, 0);
    if (found != std::string_view::npos) at = start + static_cast<int64_t>(found);
  }
  if (at < 0 && kRaises) return cx.Raise(Exc::kValueError, "subsection not found");
  return Value::Small(at);
}

Value Count(Context& cx, Args args) {
  const BytesSource self(args[0]);
  std::string needle;
  int64_t start, end;
  if (!Needle(cx, args[1], &needle)) return Value::Raised();
  if (!Bounds(cx, args.Opt(2), args.Opt(3), static_cast<int64_t>(self.view.size()), &start, &end)) {
    return Value::Raised();
  }
  if (start > end) return Value::Small(0);
  if (needle.empty()) return Value::Small(end - start + 1);
  const std::string_view part = self.view.substr(start, end - start);
  int64_t count = 0;
  for (size_t at = FindFrom(part, needle, 0); at != std::string_view::npos;
       at = FindFrom(part, needle, at + needle.size())) {
    ++count;
  }
  return Value::Small(count);
}

template <bool kEnd>
Value StartsWith(Context& cx, Args args) {
  const char* name = kEnd ? "endswith" : "startswith";
  const BytesSource self(args[0]);
  int64_t start, end;
  if (!Bounds(cx, args.Opt(2), args.Opt(3), static_cast<int64_t>(self.view.size()), &start, &end)) {
    return Value::Raised();
  }
  const auto matches = [&](Value part) {
    if (start > end) return false;
    const BytesSource affix(part);
    const std::string_view window = self.view.substr(start, end - start);
    return kEnd ? window.ends_with(affix.view) : window.starts_with(affix.view);
  };
  if (IsBytesLike(args[1])) return Value::Bool(matches(args[1]));
  if (!args[1].Is(Kind::kTuple)) {
    return cx.Raise(Exc::kTypeError, "{} first arg must be bytes or a tuple of bytes, not {}", name,
                    TypeName(cx, args[1]));
  }
  auto* tuple = args[1].As<Tuple>();
  for (uint32_t i = 0; i < tuple->length; ++i) {
    if (!Required(cx, tuple->Get(i))) return Value::Raised();
    if (matches(tuple->Get(i))) return Value::True();
  }
  return Value::False();
}

template <bool kSuffix>
Value RemoveAffix(Context& cx, Args args) {
  if (!Required(cx, args[1])) return Value::Raised();
  const BytesSource self(args[0]);
  const BytesSource affix(args[1]);
  std::string_view view = self.view;
  if (kSuffix && view.ends_with(affix.view)) view.remove_suffix(affix.view.size());
  if (!kSuffix && view.starts_with(affix.view)) view.remove_prefix(affix.view.size());
  return SameKind(cx, args[0], view);
}

// ---- splitting and joining

bool IsSpaceByte(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

enum StripSides : uint8_t { kLeft = 1, kRight = 2 };

template <int kSides>
Value Strip(Context& cx, Args args) {
  const BytesSource self(args[0]);
  std::string chars = " \t\n\r\v\f";
  if (Given(args.Opt(1))) {
    if (!Required(cx, args[1])) return Value::Raised();
    chars = BytesCopy(args[1]);
  }
  std::string_view view = self.view;
  const auto strips = [&](char c) { return chars.find(c) != std::string::npos; };
  if (kSides & kLeft)
    while (!view.empty() && strips(view.front())) view.remove_prefix(1);
  if (kSides & kRight)
    while (!view.empty() && strips(view.back())) view.remove_suffix(1);
  const bool plain = args[0].Is(Kind::kBytes) && (args[0].object()->flags & kSubclass) == 0;
  if (plain && view.size() == self.view.size()) return args[0];
  return SameKind(cx, args[0], view);
}

using Pieces = std::vector<std::string_view>;

Pieces SplitSpaces(std::string_view s, int64_t limit) {
  Pieces pieces;
  size_t i = 0;
  while (true) {
    while (i < s.size() && IsSpaceByte(s[i])) ++i;
    if (i == s.size()) return pieces;
    size_t end = i;
    if (limit-- <= 0) {
      pieces.push_back(s.substr(i));
      return pieces;
    }
    while (end < s.size() && !IsSpaceByte(s[end])) ++end;
    pieces.push_back(s.substr(i, end - i));
    i = end;
  }
}

Pieces RSplitSpaces(std::string_view s, int64_t limit) {
  Pieces pieces;
  while (true) {
    while (!s.empty() && IsSpaceByte(s.back())) s.remove_suffix(1);
    if (s.empty()) break;
    size_t start = s.size();
    if (limit-- <= 0) {
      start = 0;
    } else {
      while (start > 0 && !IsSpaceByte(s[start - 1])) --start;
    }
    pieces.push_back(s.substr(start));
    if (limit < 0) break;
    s = s.substr(0, start);
  }
  std::reverse(pieces.begin(), pieces.end());
  return pieces;
}

template <bool kBackwards>
Pieces SplitBy(std::string_view s, std::string_view separator, int64_t limit) {
  Pieces pieces;
  while (limit-- > 0) {
    const size_t at = kBackwards ? s.rfind(separator) : FindFrom(s, separator, 0);
    if (at == std::string_view::npos) break;
    pieces.push_back(kBackwards ? s.substr(at + separator.size()) : s.substr(0, at));
    s = kBackwards ? s.substr(0, at) : s.substr(at + separator.size());
  }
  pieces.push_back(s);
  if (kBackwards) std::reverse(pieces.begin(), pieces.end());
  return pieces;
}

Value ListOf(Context& cx, Value like, const Pieces& pieces) {
  List* list = NewList(cx.heap);
  for (std::string_view piece : pieces) ListAppend(cx, list, SameKind(cx, like, piece));
  return Value::Of(list);
}

template <bool kBackwards>
Value Split(Context& cx, Args args) {
  const BytesSource self(args[0]);
  int64_t limit;
  if (!OptionalInt(cx, args.Opt(2), -1, &limit)) return Value::Raised();
  if (limit < 0) limit = kNoLimit;
  if (!Given(args.Opt(1))) {
    return ListOf(cx, args[0],
                  kBackwards ? RSplitSpaces(self.view, limit) : SplitSpaces(self.view, limit));
  }
  if (!Required(cx, args[1])) return Value::Raised();
  const BytesSource separator(args[1]);
  if (separator.view.empty()) return cx.Raise(Exc::kValueError, "empty separator");
  return ListOf(cx, args[0], SplitBy<kBackwards>(self.view, separator.view, limit));
}

Value SplitLines(Context& cx, Args args) {
  const BytesSource self(args[0]);
  const bool keep = Flag(cx, args.Opt(1), false);
  const std::string_view s = self.view;
  Pieces pieces;
  for (size_t i = 0; i < s.size();) {
    const size_t start = i;
    while (i < s.size() && s[i] != '\n' && s[i] != '\r') ++i;
    size_t end = i;
    if (i < s.size()) i += s[i] == '\r' && i + 1 < s.size() && s[i + 1] == '\n' ? 2 : 1;
    if (keep) end = i;
    pieces.push_back(s.substr(start, end - start));
  }
  return ListOf(cx, args[0], pieces);
}

template <bool kBackwards>
Value Partition(Context& cx, Args args) {
  if (!Required(cx, args[1])) return Value::Raised();
  const BytesSource self(args[0]);
  const BytesSource separator(args[1]);
  if (separator.view.empty()) return cx.Raise(Exc::kValueError, "empty separator");
  const size_t at =
      kBackwards ? self.view.rfind(separator.view) : FindFrom(self.view, separator.view, 0);
  std::string_view parts[3] = {self.view, "", ""};
  if (at != std::string_view::npos) {
    parts[0] = self.view.substr(0, at);
    parts[1] = separator.view;
    parts[2] = self.view.substr(at + separator.view.size());
  } else if (kBackwards) {
    std::swap(parts[0], parts[2]);
  }
  return Value::Of(
      NewTuple(cx.heap, {SameKind(cx, args[0], parts[0]), SameKind(cx, args[0], parts[1]),
                         SameKind(cx, args[0], parts[2])}));
}

Value Join(Context& cx, Args args) {
  std::vector<Value> items;
  cx.pending = Value::Undefined();
  if (!SequenceItems(cx, args[1], &items)) {
    if (!cx.pending.IsUndefined()) return Value::Raised();
    return cx.TailCall(Library::kBytesJoin, {args[0], args[1]});
  }
  const BytesSource separator(args[0]);
  std::string out;
  for (size_t i = 0; i < items.size(); ++i) {
    if (!IsBytesLike(items[i])) {
      return cx.Raise(Exc::kTypeError, "sequence item {}: expected a bytes-like object, {} found",
                      i, TypeName(cx, items[i]));
    }
    if (i != 0) out.append(separator.view);
    out.append(BytesSource(items[i]).view);
  }
  return SameKind(cx, args[0], out);
}

Value Replace(Context& cx, Args args) {
  if (!Required(cx, args[1]) || !Required(cx, args[2])) return Value::Raised();
  const BytesSource self(args[0]), old_part(args[1]), new_part(args[2]);
  int64_t limit;
  if (!OptionalInt(cx, args.Opt(3), -1, &limit)) return Value::Raised();
  if (limit < 0) limit = kNoLimit;
  std::string out;
  size_t start = 0;
  if (old_part.view.empty()) {
    for (; start <= self.view.size() && limit-- > 0; ++start) {
      out.append(new_part.view);
      if (start < self.view.size()) out.push_back(self.view[start]);
    }
  } else {
    while (limit-- > 0) {
      const size_t at = FindFrom(self.view, old_part.view, start);
      if (at == std::string_view::npos) break;
      out.append(self.view.substr(start, at - start)).append(new_part.view);
      start = at + old_part.view.size();
    }
  }
  if (start < self.view.size()) out.append(self.view.substr(start));
  return SameKind(cx, args[0], out);
}

// ---- padding, case, translation

enum class Pad : uint8_t { kCenter, kLeft, kRight };

template <Pad kPad>
Value Justify(Context& cx, Args args) {
  const BytesSource self(args[0]);
  int64_t width;
  if (!ToInt64(cx, args[1], &width)) return Value::Raised();
  char fill = ' ';
  if (!args.Opt(2).IsUndefined()) {
    if (!IsBytesLike(args[2]) || BytesLength(args[2]) != 1) {
      constexpr const char* kNames[] = {"center", "ljust", "rjust"};
      return cx.Raise(Exc::kTypeError, "{}() argument 2 must be a byte string of length 1, not {}",
                      kNames[static_cast<int>(kPad)], TypeName(cx, args[2]));
    }
    fill = BytesSource(args[2]).view[0];
  }
  const int64_t padding = std::max<int64_t>(0, width - static_cast<int64_t>(self.view.size()));
  if (!CheckRoom(cx, padding)) return Value::Raised();
  const int64_t left = kPad == Pad::kLeft    ? 0
                       : kPad == Pad::kRight ? padding
                                             : padding / 2 + (padding & width & 1);
  std::string out(left, fill);
  out.append(self.view).append(padding - left, fill);
  return SameKind(cx, args[0], out);
}

Value ZFill(Context& cx, Args args) {
  const BytesSource self(args[0]);
  int64_t width;
  if (!ToInt64(cx, args[1], &width)) return Value::Raised();
  std::string out(self.view);
  const int64_t padding = width - static_cast<int64_t>(out.size());
  const bool sign = !out.empty() && (out[0] == '+' || out[0] == '-');
  if (padding > 0 && !CheckRoom(cx, padding)) return Value::Raised();
  if (padding > 0) out.insert(sign ? 1 : 0, padding, '0');
  return SameKind(cx, args[0], out);
}

Value ExpandTabs(Context& cx, Args args) {
  const BytesSource self(args[0]);
  int64_t size;
  if (!OptionalInt(cx, args.Opt(1), 8, &size)) return Value::Raised();
  std::string out;
  int64_t column = 0;
  for (char c : self.view) {
    if (c == '\t') {
      const int64_t spaces = size > 0 ? size - column % size : 0;
      if (!CheckRoom(cx, out.size() + spaces)) return Value::Raised();
      out.append(spaces, ' ');
      column += spaces;
    } else {
      out.push_back(c);
      column = c == '\n' || c == '\r' ? 0 : column + 1;
    }
  }
  return SameKind(cx, args[0], out);
}

bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }
bool IsLower(char c) { return c >= 'a' && c <= 'z'; }
bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsAlpha(char c) { return IsUpper(c) || IsLower(c); }
bool IsAlnum(char c) { return IsAlpha(c) || IsDigit(c); }
char ToLower(char c) { return IsUpper(c) ? static_cast<char>(c + 32) : c; }
char ToUpper(char c) { return IsLower(c) ? static_cast<char>(c - 32) : c; }
char Swap(char c) { return IsUpper(c) ? ToLower(c) : ToUpper(c); }

template <char (*kMap)(char)>
Value MapBytes(Context& cx, Args args) {
  std::string out = BytesCopy(args[0]);
  for (char& c : out) c = kMap(c);
  return SameKind(cx, args[0], out);
}

Value Capitalize(Context& cx, Args args) {
  std::string out = BytesCopy(args[0]);
  for (size_t i = 0; i < out.size(); ++i) out[i] = i == 0 ? ToUpper(out[i]) : ToLower(out[i]);
  return SameKind(cx, args[0], out);
}

Value Title(Context& cx, Args args) {
  std::string out = BytesCopy(args[0]);
  bool in_word = false;
  for (char& c : out) {
    c = in_word ? ToLower(c) : ToUpper(c);
    in_word = IsAlpha(c);
  }
  return SameKind(cx, args[0], out);
}

template <bool (*kTest)(char)>
Value AllAre(Context&, Args args) {
  const BytesSource self(args[0]);
  return Value::Bool(!self.view.empty() && std::all_of(self.view.begin(), self.view.end(), kTest));
}

Value IsAscii(Context&, Args args) {
  const BytesSource self(args[0]);
  return Value::Bool(std::all_of(self.view.begin(), self.view.end(),
                                 [](char c) { return static_cast<uint8_t>(c) < 128; }));
}

template <bool (*kWanted)(char), bool (*kOther)(char)>
Value AllCased(Context&, Args args) {
  const BytesSource self(args[0]);
  const bool other = std::any_of(self.view.begin(), self.view.end(), kOther);
  return Value::Bool(!other && std::any_of(self.view.begin(), self.view.end(), kWanted));
}

Value IsTitle(Context&, Args args) {
  const BytesSource self(args[0]);
  bool in_word = false;
  bool found = false;
  for (char c : self.view) {
    if (IsUpper(c) && in_word) return Value::False();
    if (IsLower(c) && !in_word) return Value::False();
    in_word = IsAlpha(c);
    found = found || in_word;
  }
  return Value::Bool(found);
}

Value MakeTrans(Context& cx, Args args) {
  if (!Required(cx, args[0]) || !Required(cx, args[1])) return Value::Raised();
  const BytesSource from(args[0]), to(args[1]);
  if (from.view.size() != to.view.size()) {
    return cx.Raise(Exc::kValueError, "maketrans arguments must have same length");
  }
  std::string table(256, '\0');
  for (int i = 0; i < 256; ++i) table[i] = static_cast<char>(i);
  for (size_t i = 0; i < from.view.size(); ++i)
    table[static_cast<uint8_t>(from.view[i])] = to.view[i];
  return Value::Of(NewBytes(cx.heap, table));
}

Value Translate(Context& cx, Args args) {
  const BytesSource self(args[0]);
  std::string table, gone, out;
  if (!args[1].IsNone()) {
    if (!Required(cx, args[1])) return Value::Raised();
    table = BytesCopy(args[1]);
    if (table.size() != 256) {
      return cx.Raise(Exc::kValueError, "translation table must be 256 characters long");
    }
  }
  if (!args.Opt(2).IsUndefined()) {
    if (!Required(cx, args[2])) return Value::Raised();
    gone = BytesCopy(args[2]);
  }
  for (char c : self.view) {
    if (gone.find(c) != std::string::npos) continue;
    out.push_back(table.empty() ? c : table[static_cast<uint8_t>(c)]);
  }
  return SameKind(cx, args[0], out);
}

// ---- text

Value Decode(Context& cx, Args args) {
  std::string_view names[2] = {"utf-8", "strict"};
  std::string storage[2];
  if (!CodecArgument(cx, args.Opt(1), "decode", "encoding", &storage[0], &names[0]) ||
      !CodecArgument(cx, args.Opt(2), "decode", "errors", &storage[1], &names[1])) {
    return Value::Raised();
  }
  if (!IsBuiltinCodec(names[0], names[1])) {
    return cx.TailCall(Library::kDecodeBy,
                       {args[0], cx.NewString(names[0]), cx.NewString(names[1])});
  }
  return DecodeBytes(cx, BytesSource(args[0]).view, names[0], names[1]);
}

Value Hex(Context& cx, Args args) {
  const BytesSource self(args[0]);
  std::string separator;
  if (!args.Opt(1).IsUndefined()) {
    if (!IsStr(args[1]) && !IsBytesLike(args[1])) {
      return cx.Raise(Exc::kTypeError, "sep must be str or bytes.");
    }
    separator = IsStr(args[1]) ? ToUtf8(Text(args[1])) : BytesCopy(args[1]);
    const size_t length = IsStr(args[1]) ? Text(args[1])->length : separator.size();
    if (length != 1) return cx.Raise(Exc::kValueError, "sep must be length 1.");
    if (static_cast<uint8_t>(separator[0]) > 127) {
      return cx.Raise(Exc::kValueError, "sep must be ASCII.");
    }
  }
  int64_t group;
  if (!OptionalInt(cx, args.Opt(2), 1, &group)) return Value::Raised();
  const auto size = static_cast<int64_t>(self.view.size());
  std::string out;
  for (int64_t i = 0; i < size; ++i) {
    const auto byte = static_cast<uint8_t>(self.view[i]);
    const bool boundary = group > 0 ? (size - i) % group == 0 : group < 0 && i % -group == 0;
    if (i != 0 && !separator.empty() && boundary) out.append(separator);
    out.push_back("0123456789abcdef"[byte >> 4]);
    out.push_back("0123456789abcdef"[byte & 15]);
  }
  return Value::Of(NewStrFromLatin1(cx.heap, out));
}

Value FromHex(Context& cx, Args args) {
  if (!IsStr(args[1])) {
    return cx.Raise(Exc::kTypeError, "fromhex() argument must be str, not {}",
                    TypeName(cx, args[1]));
  }
  const Str* text = Text(args[1]);
  const auto digit = [&](uint32_t i) {
    const char32_t c = i < text->length ? text->At(i) : 0;
    return c >= '0' && c <= '9'   ? static_cast<int>(c - '0')
           : c >= 'a' && c <= 'f' ? static_cast<int>(c - 'a') + 10
           : c >= 'A' && c <= 'F' ? static_cast<int>(c - 'A') + 10
                                  : -1;
  };
  std::string out;
  for (uint32_t i = 0; i < text->length;) {
    if (text->At(i) < 128 && IsSpaceByte(static_cast<char>(text->At(i)))) {
      ++i;
      continue;
    }
    for (uint32_t k = 0; k < 2; ++k) {
      if (digit(i + k) >= 0) continue;
      return cx.Raise(Exc::kValueError,
                      "non-hexadecimal number found in fromhex() arg at position {}", i + k);
    }
    out.push_back(static_cast<char>(digit(i) << 4 | digit(i + 1)));
    i += 2;
  }
  Type* type = args[0].As<Type>();
  if (type->Has(kHeapType)) return cx.TailCall(args[0], {Value::Of(NewBytes(cx.heap, out))});
  if (type->instance_kind == Kind::kByteArray) return Value::Of(NewByteArray(cx.heap, out));
  return Value::Of(NewBytes(cx.heap, out));
}

Value GetNewArgs(Context& cx, Args args) {
  return Value::Of(NewTuple(cx.heap, {Value::Of(NewBytes(cx.heap, BytesCopy(args[0])))}));
}
Value ToBytes(Context& cx, Args args) { return Value::Of(NewBytes(cx.heap, BytesCopy(args[0]))); }

#define SHARED_METHODS                                                                             \
  {"__repr__", Repr, "self, /"}, {"__str__", Repr, "self, /"}, {"__len__", Length, "self, /"},     \
      {"__getitem__", GetItem, "self, key, /"}, {"__contains__", Contains, "self, key, /"},        \
      {"__iter__", Iterate, "self, /"}, {"__add__", Concat, "self, value, /"},                     \
      {"__mul__", Repeat, "self, value, /"}, {"__rmul__", Repeat, "self, value, /"},               \
      {"__mod__", Percent, "self, value, /"}, {"__rmod__", ReflectedPercent, "self, value, /"},    \
      {"__lt__", Lt, "self, value, /"}, {"__le__", Le, "self, value, /"},                          \
      {"__eq__", Eq, "self, value, /"}, {"__ne__", Ne, "self, value, /"},                          \
      {"__gt__", Gt, "self, value, /"}, {"__ge__", Ge, "self, value, /"},                          \
      {"find", Find<false, false>, "self, sub, start=, end=, /"},                                  \
      {"rfind", Find<true, false>, "self, sub, start=, end=, /"},                                  \
      {"index", Find<false, true>, "self, sub, start=, end=, /"},                                  \
      {"rindex", Find<true, true>, "self, sub, start=, end=, /"},                                  \
      {"count", Count, "self, sub, start=, end=, /"},                                              \
      {"startswith", StartsWith<false>, "self, prefix, start=, end=, /"},                          \
      {"endswith", StartsWith<true>, "self, suffix, start=, end=, /"},                             \
      {"removeprefix", RemoveAffix<false>, "self, prefix, /"},                                     \
      {"removesuffix", RemoveAffix<true>, "self, suffix, /"},                                      \
      {"strip", Strip<kLeft | kRight>, "self, bytes=, /"},                                         \
      {"lstrip", Strip<kLeft>, "self, bytes=, /"}, {"rstrip", Strip<kRight>, "self, bytes=, /"},   \
      {"split", Split<false>, "self, /, sep=, maxsplit="},                                         \
      {"rsplit", Split<true>, "self, /, sep=, maxsplit="},                                         \
      {"splitlines", SplitLines, "self, /, keepends="},                                            \
      {"partition", Partition<false>, "self, sep, /"},                                             \
      {"rpartition", Partition<true>, "self, sep, /"},                                             \
      {"join", Join, "self, iterable_of_bytes, /"},                                                \
      {"replace", Replace, "self, old, new, count=, /"},                                           \
      {"center", Justify<Pad::kCenter>, "self, width, fillchar=, /"},                              \
      {"ljust", Justify<Pad::kLeft>, "self, width, fillchar=, /"},                                 \
      {"rjust", Justify<Pad::kRight>, "self, width, fillchar=, /"},                                \
      {"zfill", ZFill, "self, width, /"}, {"expandtabs", ExpandTabs, "self, /, tabsize="},         \
      {"lower", MapBytes<ToLower>, "self, /"}, {"upper", MapBytes<ToUpper>, "self, /"},            \
      {"swapcase", MapBytes<Swap>, "self, /"}, {"capitalize", Capitalize, "self, /"},              \
      {"title", Title, "self, /"}, {"isalpha", AllAre<IsAlpha>, "self, /"},                        \
      {"isalnum", AllAre<IsAlnum>, "self, /"}, {"isdigit", AllAre<IsDigit>, "self, /"},            \
      {"isspace", AllAre<IsSpaceByte>, "self, /"}, {"isascii", IsAscii, "self, /"},                \
      {"islower", AllCased<IsLower, IsUpper>, "self, /"},                                          \
      {"isupper", AllCased<IsUpper, IsLower>, "self, /"}, {"istitle", IsTitle, "self, /"},         \
      {"maketrans", MakeTrans, "frm, to, /"}, {"translate", Translate, "self, table, /, delete="}, \
      {"decode", Decode, "self, /, encoding=, errors="},                                           \
      {"hex", Hex, "self, /, sep=, bytes_per_sep="}, {                                             \
    "fromhex", FromHex, "cls, string, /"                                                           \
  }

constexpr NativeDef kBytesMethods[] = {
    {"__new__", BytesNew, "cls, source=, encoding=, errors="},
    {"__hash__", Hash, "self, /"},
    {"__bytes__", ToBytes, "self, /"},
    {"__getnewargs__", GetNewArgs, "self, /"},
    BUFFER_METHODS,
    SHARED_METHODS,
    {nullptr, nullptr, nullptr},
};

constexpr NativeDef kByteArrayMethods[] = {
    {"__new__", NewEmpty, "cls, *args, **kwargs"},
    {"__init__", Resizing<bytearray_methods::Init, "__init__">,
     "self, source=, encoding=, errors="},
    {"__hash__", nullptr, nullptr},
    {"__setitem__", Resizing<bytearray_methods::SetItem, "__setitem__">, "self, key, value, /"},
    {"__delitem__", Resizing<bytearray_methods::DelItem, "__delitem__">, "self, key, /"},
    {"__iadd__", Resizing<bytearray_methods::InPlaceAdd, "__iadd__">, "self, value, /"},
    {"__imul__", Resizing<bytearray_methods::InPlaceRepeat, "__imul__">, "self, value, /"},
    {"append", Resizing<bytearray_methods::Append, "append">, "self, item, /"},
    {"extend", Resizing<bytearray_methods::Extend, "extend">, "self, iterable_of_ints, /"},
    {"insert", Resizing<bytearray_methods::Insert, "insert">, "self, index, item, /"},
    {"pop", Resizing<bytearray_methods::Pop, "pop">, "self, index=, /"},
    {"remove", Resizing<bytearray_methods::Remove, "remove">, "self, value, /"},
    {"reverse", bytearray_methods::Reverse, "self, /"},
    {"clear", Resizing<bytearray_methods::Clear, "clear">, "self, /"},
    {"copy", bytearray_methods::Copy, "self, /"},
    BUFFER_METHODS,
    SHARED_METHODS,
    {nullptr, nullptr, nullptr},
};

#undef SHARED_METHODS

}  // namespace

const TypeDef kBytesType = {"bytes",
                            "builtins",
                            Kind::kBytes,
                            kBytesMethods,
                            nullptr,
                            0,
                            0,
                            "bytes(iterable_of_ints) -> bytes"};
const TypeDef kByteArrayType = {
    "bytearray", "builtins", Kind::kByteArray,  kByteArrayMethods,
    nullptr,     0,          sizeof(ByteArray), "bytearray(iterable_of_ints) -> bytearray"};

}  // namespace heddle::lib
