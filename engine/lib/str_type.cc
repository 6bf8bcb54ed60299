// str: special methods, searching, splitting and padding. Case and character classes are in
// str_case.cc, formatting in str_format.cc.
#include <algorithm>
#include <vector>

#include "lib/container_types.h"
#include "lib/str_methods.h"
#include "lib/text_natives.h"
#include "objects/dict.h"
#include "objects/iterator.h"
#include "objects/list.h"
#include "objects/number_format.h"
#include "objects/room.h"
#include "objects/shape.h"
#include "objects/slice.h"
#include "objects/tuple.h"
#include "objects/unicode.h"

namespace heddle::lib {

Value NotRepeatable(Context& cx, Args args) {
  if (!LacksMethod(cx, args[1], Special::kIndex)) return RetryWithIndex(cx, Special::kMul, args);
  if (MayReflect(cx, args[1], Special::kRMul)) return Value::NotImplemented();
  return cx.Raise(Exc::kTypeError, "can't multiply sequence by non-int of type '{}'",
                  TypeName(cx, args[1]));
}

bool SequenceItems(Context& cx, Value iterable, std::vector<Value>* items) {
  if (iterable.Is(Kind::kTuple) && (iterable.object()->flags & kSubclass) == 0) {
    auto* tuple = iterable.As<Tuple>();
    items->reserve(tuple->length);
    for (uint32_t i = 0; i < tuple->length; ++i) items->push_back(tuple->Get(i));
    return true;
  }
  if (iterable.Is(Kind::kList) && (iterable.object()->flags & kSubclass) == 0) {
    uint32_t count = 0;
    Array* snapshot = ListSnapshot(cx, iterable.As<List>(), &count);
    items->reserve(count);
    for (uint32_t i = 0; i < count; ++i) items->push_back(snapshot->slots()[i].Load());
    return true;
  }
  List* list = NewList(cx.heap);
  if (!ListExtendFast(cx, list, iterable)) return false;
  return cx.pending.IsUndefined() && SequenceItems(cx, Value::Of(list), items);
}

namespace {

constexpr int64_t kNoLimit = std::numeric_limits<int64_t>::max();

Str* Self(Args args) { return args[0].As<Str>(); }

// A str argument; false with TypeError pending.
bool StrArgument(Context& cx, Value v, const char* method) {
  if (IsStr(v)) return true;
  cx.Raise(Exc::kTypeError, "{}() argument 1 must be str, not {}", method,
           v.IsNone() ? "None" : TypeName(cx, v));
  return false;
}

Value Concat(Context& cx, Args args) {
  if (!IsStr(args[1])) {
    return cx.Raise(Exc::kTypeError, "can only concatenate str (not \"{}\") to str",
                    TypeName(cx, args[1]));
  }
  return StrConcat(cx, Self(args), Text(args[1]));
}

Value Repeat(Context& cx, Args args) {
  if (!IsInt(args[1])) return NotRepeatable(cx, args);
  int64_t count;
  if (!ToInt64(cx, args[1], &count)) return Value::Raised();
  return StrRepeat(cx, Self(args), count);
}

Value Percent(Context& cx, Args args) { return StrPercent(cx, Self(args), args[1]); }

Value Length(Context&, Args args) { return Value::Small(Self(args)->length); }

Value GetItem(Context& cx, Args args) {
  Str* self = Self(args);
  if (IsInt(args[1])) return StrSubscript(cx, self, IntToInt64Clamped(args[1]));
  if (args[1].Is(Kind::kSlice)) {
    SliceRange range;
    switch (SliceIndices(cx, args[1].As<Slice>(), self->length, &range)) {
      case Tri::kTrue: break;
      case Tri::kPython: return RetryWithIndex(cx, Special::kGetItem, args);
      default: return Value::Raised();
    }
    if (range.step == 1 && range.count == self->length) {
      return Value::Of(StrSubstring(cx, self, 0, self->length));
    }
    return Value::Of(StrSlice(cx, self, range.start, range.count, range.step));
  }
  int64_t index;
  if (SequenceIndex(cx, args[1], "string", &index) == Tri::kPython) {
    return RetryWithIndex(cx, Special::kGetItem, args);
  }
  return cx.Raise(Exc::kTypeError, "string indices must be integers, not '{}'",
                  TypeName(cx, args[1]));
}

Value Contains(Context& cx, Args args) {
  if (!IsStr(args[1])) {
    return cx.Raise(Exc::kTypeError, "'in <string>' requires string as left operand, not {}",
                    TypeName(cx, args[1]));
  }
  return Value::Bool(StrContains(Self(args), Text(args[1])));
}

Value Iterate(Context& cx, Args args) {
  return Value::Of(NewIterator(cx, IteratorKind::kStr, args[0]));
}

Value Hash(Context& cx, Args args) {
  uint64_t hash = 0;
  TryHash(cx, Value::Of(StrSubstring(cx, Self(args), 0, Self(args)->length)), &hash);
  return IntFromInt64(cx.heap, static_cast<int64_t>(hash));
}

Value Repr(Context& cx, Args args) { return Value::Of(StrRepr(cx, Self(args))); }
Value ToStr(Context& cx, Args args) {
  return Value::Of(StrSubstring(cx, Self(args), 0, Self(args)->length));
}

template <typename Test>
Value Compare(Args args, Test test) {
  if (!IsStr(args[1])) return Value::NotImplemented();
  return Value::Bool(test(StrCompare(Self(args), Text(args[1]))));
}
Value Lt(Context&, Args args) {
  return Compare(args, [](int order) { return order < 0; });
}
Value Le(Context&, Args args) {
  return Compare(args, [](int order) { return order <= 0; });
}
Value Gt(Context&, Args args) {
  return Compare(args, [](int order) { return order > 0; });
}
Value Ge(Context&, Args args) {
  return Compare(args, [](int order) { return order >= 0; });
}
Value Eq(Context&, Args args) {
  if (!IsStr(args[1])) return Value::NotImplemented();
  return Value::Bool(StrEqual(Self(args), Text(args[1])));
}
Value Ne(Context&, Args args) {
  if (!IsStr(args[1])) return Value::NotImplemented();
  return Value::Bool(!StrEqual(Self(args), Text(args[1])));
}

Value New(Context& cx, Args args) {
  Type* type = args[0].As<Type>();
  std::string_view names[2] = {"utf-8", "strict"};
  std::string storage[2];
  if (!CodecArgument(cx, args.Opt(2), "str", "encoding", &storage[0], &names[0]) ||
      !CodecArgument(cx, args.Opt(3), "str", "errors", &storage[1], &names[1])) {
    return Value::Raised();
  }
  const Value object = args.Opt(1);
  Value text;
  if (object.IsUndefined()) {
    text = Value::Of(EmptyStr(cx));
  } else if (args.Opt(2).IsUndefined() && args.Opt(3).IsUndefined()) {
    switch (TryRepr(cx, object, ReprKind::kStr, &text)) {
      case Tri::kTrue: break;
      case Tri::kRaised: return Value::Raised();
      default:
        if (type->Has(kHeapType)) return cx.TailCall(Library::kStrNew, {args[0], object});
        return cx.TailCall(Library::kStr, {object});
    }
  } else {
    if (IsStr(object)) return cx.Raise(Exc::kTypeError, "decoding str is not supported");
    if (!IsBytesLike(object)) {
      return cx.Raise(Exc::kTypeError, "decoding to str: need a bytes-like object, {} found",
                      TypeName(cx, object));
    }
    if (!IsBuiltinCodec(names[0], names[1])) {
      return cx.TailCall(Library::kStrDecode,
                         {args[0], object, cx.NewString(names[0]), cx.NewString(names[1])});
    }
    std::string data;
    text = DecodeBytes(cx, BytesView(object, &data), names[0], names[1]);
    if (text.IsUndefined()) return text;
  }
  return type->Has(kHeapType) ? CopyAsSubclass(cx, text, type) : text;
}

// ---- searching

enum class Search : uint8_t { kFind, kRFind, kIndex, kRIndex };

template <Search kSearch>
Value Find(Context& cx, Args args) {
  constexpr const char* kNames[] = {"find", "rfind", "index", "rindex"};
  if (!StrArgument(cx, args[1], kNames[static_cast<int>(kSearch)])) return Value::Raised();
  Str* self = Self(args);
  int64_t start, end;
  if (!Bounds(cx, args.Opt(2), args.Opt(3), self->length, &start, &end)) return Value::Raised();
  constexpr bool kBackwards = kSearch == Search::kRFind || kSearch == Search::kRIndex;
  const int64_t at = kBackwards ? StrRFind(self, Text(args[1]), start, end)
                                : StrFind(self, Text(args[1]), start, end);
  if (at < 0 && (kSearch == Search::kIndex || kSearch == Search::kRIndex)) {
    return cx.Raise(Exc::kValueError, "substring not found");
  }
  return Value::Small(at);
}

Value Count(Context& cx, Args args) {
  if (!StrArgument(cx, args[1], "count")) return Value::Raised();
  int64_t start, end;
  if (!Bounds(cx, args.Opt(2), args.Opt(3), Self(args)->length, &start, &end)) {
    return Value::Raised();
  }
  return Value::Small(StrCount(Self(args), Text(args[1]), start, end, kNoLimit));
}

template <bool kEnd>
Value StartsWith(Context& cx, Args args) {
  const char* name = kEnd ? "endswith" : "startswith";
  Str* self = Self(args);
  int64_t start, end;
  if (!Bounds(cx, args.Opt(2), args.Opt(3), self->length, &start, &end)) return Value::Raised();
  const auto matches = [&](const Str* part) {
    if (start > end || part->length > end - start) return false;
    return StrMatchesAt(self, part, kEnd ? end - part->length : start);
  };
  if (IsStr(args[1])) return Value::Bool(matches(Text(args[1])));
  if (!args[1].Is(Kind::kTuple)) {
    return cx.Raise(Exc::kTypeError, "{} first arg must be str or a tuple of str, not {}", name,
                    TypeName(cx, args[1]));
  }
  auto* tuple = args[1].As<Tuple>();
  for (uint32_t i = 0; i < tuple->length; ++i) {
    if (!IsStr(tuple->Get(i))) {
      return cx.Raise(Exc::kTypeError, "tuple for {} must only contain str, not {}", name,
                      TypeName(cx, tuple->Get(i)));
    }
    if (matches(Text(tuple->Get(i)))) return Value::True();
  }
  return Value::False();
}

template <bool kSuffix>
Value RemoveAffix(Context& cx, Args args) {
  Str* self = Self(args);
  if (!IsStr(args[1])) {
    return cx.Raise(Exc::kTypeError, "{}() argument must be str, not {}",
                    kSuffix ? "removesuffix" : "removeprefix",
                    args[1].IsNone() ? "None" : TypeName(cx, args[1]));
  }
  const uint32_t part = Text(args[1])->length;
  const int64_t at = kSuffix ? int64_t{self->length} - part : 0;
  if (part == 0 || !StrMatchesAt(self, Text(args[1]), at)) {
    return Value::Of(StrSubstring(cx, self, 0, self->length));
  }
  return Value::Of(kSuffix ? StrSubstring(cx, self, 0, self->length - part)
                           : StrSubstring(cx, self, part, self->length));
}

// ---- splitting and joining

enum StripSides : uint8_t { kLeft = 1, kRight = 2 };

bool IsSpaceAt(const Str* s, uint32_t i) {
  const char32_t c = s->At(i);
  if (c < 128) return c == ' ' || (c >= 9 && c <= 13) || (c >= 28 && c <= 31);
  return unicode::Has(c, unicode::kSpace);
}

template <int kSides>
Value Strip(Context& cx, Args args) {
  constexpr const char* kName = kSides == kLeft ? "lstrip" : kSides == kRight ? "rstrip" : "strip";
  Str* self = Self(args);
  const Str* chars = nullptr;
  if (Given(args.Opt(1))) {
    if (!IsStr(args[1])) return cx.Raise(Exc::kTypeError, "{} arg must be None or str", kName);
    chars = Text(args[1]);
  }
  const auto strips = [&](uint32_t i) {
    if (chars == nullptr) return IsSpaceAt(self, i);
    const char32_t c = self->At(i);
    for (uint32_t k = 0; k < chars->length; ++k) {
      if (chars->At(k) == c) return true;
    }
    return false;
  };
  uint32_t start = 0;
  uint32_t end = self->length;
  if (kSides & kLeft)
    while (start < end && strips(start)) ++start;
  if (kSides & kRight)
    while (end > start && strips(end - 1)) --end;
  return Value::Of(StrSubstring(cx, self, start, end));
}

// The parts of a string: few of them need no memory of their own until the list is made.
class Parts {
 public:
  Parts(Context& cx, Str* whole) : cx_(cx), whole_(whole) {}
  void Add(int64_t start, int64_t end) {
    const Value part = Value::Of(
        StrSubstring(cx_, whole_, static_cast<uint32_t>(start), static_cast<uint32_t>(end)));
    if (count_ < kFew) {
      few_[count_++] = part;
      return;
    }
    if (list_ == nullptr) list_ = NewList(cx_.heap, std::span<const Value>(few_, kFew));
    ListAppend(cx_.heap, list_, part);
  }
  List* Finish() {
    if (list_ != nullptr) return list_;
    return NewList(cx_.heap, std::span<const Value>(few_, count_));
  }

 private:
  static constexpr uint32_t kFew = 12;
  Context& cx_;
  Str* whole_;
  List* list_ = nullptr;
  uint32_t count_ = 0;
  Value few_[kFew];
};

Value SplitSpaces(Context& cx, Str* self, int64_t limit) {
  Parts parts(cx, self);
  uint32_t i = 0;
  const uint32_t n = self->length;
  while (true) {
    while (i < n && IsSpaceAt(self, i)) ++i;
    if (i >= n) break;
    const uint32_t start = i;
    if (limit-- <= 0) {
      parts.Add(start, n);
      break;
    }
    while (i < n && !IsSpaceAt(self, i)) ++i;
    parts.Add(start, i);
  }
  return Value::Of(parts.Finish());
}

Value RSplitSpaces(Context& cx, Str* self, int64_t limit) {
  Parts parts(cx, self);
  uint32_t i = self->length;
  while (true) {
    while (i > 0 && IsSpaceAt(self, i - 1)) --i;
    if (i == 0) break;
    const uint32_t end = i;
    if (limit-- <= 0) {
      parts.Add(0, end);
      break;
    }
    while (i > 0 && !IsSpaceAt(self, i - 1)) --i;
    parts.Add(i, end);
  }
  List* list = parts.Finish();
  ListReverse(cx, list);
  return Value::Of(list);
}

template <bool kBackwards>
Value Split(Context& cx, Args args) {
  Str* self = Self(args);
  int64_t limit;
  if (!OptionalInt(cx, args.Opt(2), -1, &limit)) return Value::Raised();
  if (limit < 0) limit = kNoLimit;
  const Value separator = args.Opt(1);
  if (!Given(separator)) {
    return kBackwards ? RSplitSpaces(cx, self, limit) : SplitSpaces(cx, self, limit);
  }
  if (!IsStr(separator)) {
    return cx.Raise(Exc::kTypeError, "must be str or None, not {}", TypeName(cx, separator));
  }
  const Str* sep = Text(separator);
  if (sep->length == 0) return cx.Raise(Exc::kValueError, "empty separator");
  Parts parts(cx, self);
  int64_t start = 0;
  int64_t end = self->length;
  while (limit-- > 0) {
    const int64_t at =
        kBackwards ? StrRFind(self, sep, 0, end) : StrFind(self, sep, start, self->length);
    if (at < 0) break;
    if (kBackwards) {
      parts.Add(at + sep->length, end);
      end = at;
    } else {
      parts.Add(start, at);
      start = at + sep->length;
    }
  }
  parts.Add(start, end);
  List* list = parts.Finish();
  if (kBackwards) ListReverse(cx, list);
  return Value::Of(list);
}

Value SplitLines(Context& cx, Args args) {
  Str* self = Self(args);
  const auto breaks = [&](uint32_t i) {
    const char32_t c = self->At(i);
    if (c < 128) return c < ' ' && ((c >= '\n' && c <= '\r') || (c >= 0x1c && c <= 0x1e));
    return unicode::Has(c, unicode::kLineBreak);
  };
  const bool keep = Flag(cx, args.Opt(1), false);
  List* list = NewList(cx.heap);
  for (uint32_t i = 0; i < self->length;) {
    const uint32_t start = i;
    while (i < self->length && !breaks(i)) ++i;
    uint32_t end = i;
    if (i < self->length) {
      i += self->At(i) == '\r' && i + 1 < self->length && self->At(i + 1) == '\n' ? 2 : 1;
      if (keep) end = i;
    }
    ListAppend(cx, list, Value::Of(StrSubstring(cx, self, start, end)));
  }
  return Value::Of(list);
}

template <bool kBackwards>
Value Partition(Context& cx, Args args) {
  Str* self = Self(args);
  if (!IsStr(args[1])) {
    return cx.Raise(Exc::kTypeError, "must be str, not {}", TypeName(cx, args[1]));
  }
  Str* sep = Text(args[1]);
  if (sep->length == 0) return cx.Raise(Exc::kValueError, "empty separator");
  const int64_t found =
      kBackwards ? StrRFind(self, sep, 0, self->length) : StrFind(self, sep, 0, self->length);
  const Value empty = Value::Of(EmptyStr(cx));
  const Value whole = Value::Of(StrSubstring(cx, self, 0, self->length));
  if (found < 0) {
    return Value::Of(kBackwards ? NewTuple(cx.heap, {empty, empty, whole})
                                : NewTuple(cx.heap, {whole, empty, empty}));
  }
  const auto at = static_cast<uint32_t>(found);
  return Value::Of(
      NewTuple(cx.heap, {Value::Of(StrSubstring(cx, self, 0, at)), args[1],
                         Value::Of(StrSubstring(cx, self, at + sep->length, self->length))}));
}

Value Join(Context& cx, Args args) {
  const Value iterable = args[1];
  if (iterable.IsObject() && (iterable.object()->flags & kSubclass) == 0) {
    if (iterable.Is(Kind::kTuple)) {
      auto* tuple = iterable.As<Tuple>();
      return StrJoin(cx, Self(args), tuple->items(), tuple->length);
    }
    if (iterable.Is(Kind::kList)) {
      uint32_t count = 0;
      Array* storage = ListReadOnly(cx, iterable.As<List>(), &count);
      return StrJoin(cx, Self(args), storage == nullptr ? nullptr : storage->slots(), count);
    }
  }
  std::vector<Value> items;
  if (SequenceItems(cx, args[1], &items)) return StrJoin(cx, Self(args), items);
  if (!cx.pending.IsUndefined()) return Value::Raised();
  return cx.TailCall(Library::kStrJoin, {args[0], args[1]});
}

Value Replace(Context& cx, Args args) {
  for (uint32_t i = 1; i <= 2; ++i) {
    if (!IsStr(args[i])) {
      return cx.Raise(Exc::kTypeError, "replace() argument {} must be str, not {}", i,
                      TypeName(cx, args[i]));
    }
  }
  Str* self = Self(args);
  Str* old_part = Text(args[1]);
  Str* new_part = Text(args[2]);
  int64_t limit;
  if (!OptionalInt(cx, args.Opt(3), -1, &limit)) return Value::Raised();
  if (limit < 0) limit = kNoLimit;
  const Value separator = Value::Of(new_part);
  std::vector<Value> parts;
  if (old_part->length == 0) {
    for (uint32_t i = 0; i <= self->length; ++i) {
      if (limit-- <= 0) {
        parts.push_back(Value::Of(StrSubstring(cx, self, i, self->length)));
        break;
      }
      parts.push_back(separator);
      if (i < self->length) parts.push_back(Value::Of(CharStr(cx, self->At(i))));
    }
    return StrConcatMany(cx, parts);
  }
  return StrReplace(cx, self, old_part, new_part, limit);
}

// ---- padding

enum class Pad : uint8_t { kCenter, kLeft, kRight };

template <Pad kPad>
Value Justify(Context& cx, Args args) {
  Str* self = Self(args);
  int64_t width;
  if (!ToInt64(cx, args[1], &width)) return Value::Raised();
  char32_t fill = ' ';
  if (!args.Opt(2).IsUndefined()) {
    if (!IsStr(args[2])) {
      return cx.Raise(Exc::kTypeError, "The fill character must be a unicode character, not {}",
                      TypeName(cx, args[2]));
    }
    if (Text(args[2])->length != 1) {
      return cx.Raise(Exc::kTypeError, "The fill character must be exactly one character long");
    }
    fill = Text(args[2])->At(0);
  }
  const int64_t padding = width - self->length;
  if (padding <= 0) return Value::Of(StrSubstring(cx, self, 0, self->length));
  const int64_t left = kPad == Pad::kLeft    ? 0
                       : kPad == Pad::kRight ? padding
                                             : padding / 2 + (padding & width & 1);
  Str* unit = CharStr(cx, fill);
  if (!CheckRoom(cx, padding)) return Value::Raised();
  const Value before = StrRepeat(cx, unit, left);
  const Value after = StrRepeat(cx, unit, padding - left);
  if (before.IsUndefined() || after.IsUndefined()) return Value::Raised();
  const Value parts[] = {before, args[0], after};
  return StrConcatMany(cx, parts);
}

Value ZFill(Context& cx, Args args) {
  Str* self = Self(args);
  int64_t width;
  if (!ToInt64(cx, args[1], &width)) return Value::Raised();
  if (width <= self->length) return Value::Of(StrSubstring(cx, self, 0, self->length));
  const bool sign = self->length > 0 && (self->At(0) == '+' || self->At(0) == '-');
  if (!CheckRoom(cx, width)) return Value::Raised();
  const Value zeros = StrRepeat(cx, CharStr(cx, '0'), width - self->length);
  const Value parts[] = {Value::Of(StrSubstring(cx, self, 0, sign)), zeros,
                         Value::Of(StrSubstring(cx, self, sign, self->length))};
  return StrConcatMany(cx, parts);
}

Value ExpandTabs(Context& cx, Args args) {
  Str* self = Self(args);
  int64_t size;
  if (!OptionalInt(cx, args.Opt(1), 8, &size)) return Value::Raised();
  std::u32string out;
  int64_t column = 0;
  for (uint32_t i = 0; i < self->length; ++i) {
    const char32_t c = self->At(i);
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
  return Value::Of(NewStr(cx.heap, out));
}

// ---- translation and encoding

Value MakeTrans(Context& cx, Args args) {
  Dict* table = NewDict(cx.heap);
  if (args.count == 1 || args.Opt(1).IsUndefined()) {
    if (!args[0].Is(Kind::kDict)) {
      return cx.Raise(Exc::kTypeError,
                      "if you give only one argument to maketrans it must be a dict");
    }
    DictCursor cursor(args[0].As<Dict>());
    Value key, value;
    while (cursor.Next(&key, &value)) {
      if (IsStr(key)) {
        if (Text(key)->length != 1) {
          return cx.Raise(Exc::kValueError, "string keys in translate table must be of length 1");
        }
        key = Value::Small(Text(key)->At(0));
      } else if (!IsInt(key)) {
        return cx.Raise(Exc::kTypeError, "keys in translate table must be strings or integers");
      }
      DictStore(cx, table, key, value);
    }
    return Value::Of(table);
  }
  for (uint32_t i = 0; i < args.count; ++i) {
    if (!args[i].IsUndefined() && !IsStr(args[i])) {
      if (i == 0) {
        return cx.Raise(Exc::kTypeError,
                        "first maketrans argument must be a string if there is a second argument");
      }
      return cx.Raise(Exc::kTypeError, "maketrans() argument {} must be str, not {}", i + 1,
                      TypeName(cx, args[i]));
    }
  }
  const Str* from = Text(args[0]);
  const Str* to = Text(args[1]);
  if (from->length != to->length) {
    return cx.Raise(Exc::kValueError, "the first two maketrans arguments must have equal length");
  }
  for (uint32_t i = 0; i < from->length; ++i) {
    DictStore(cx, table, Value::Small(from->At(i)), Value::Small(to->At(i)));
  }
  if (!args.Opt(2).IsUndefined()) {
    const Str* gone = Text(args[2]);
    for (uint32_t i = 0; i < gone->length; ++i) {
      DictStore(cx, table, Value::Small(gone->At(i)), Value::None());
    }
  }
  return Value::Of(table);
}

// False with an exception pending.
bool AppendTranslated(Context& cx, Value mapped, std::u32string* out) {
  if (mapped.IsNone()) return true;
  if (IsStr(mapped)) {
    out->append(ToUtf32(Text(mapped)));
    return true;
  }
  if (!IsInt(mapped)) {
    cx.Raise(Exc::kTypeError, "character mapping must return integer, None or str");
    return false;
  }
  const int64_t code = IntToInt64Clamped(mapped);
  if (code < 0 || code > 0x10ffff) {
    cx.Raise(Exc::kValueError, "character mapping must be in range(0x110000)");
    return false;
  }
  out->push_back(static_cast<char32_t>(code));
  return true;
}

Value Translate(Context& cx, Args args) {
  Str* self = Self(args);
  if (!args[1].Is(Kind::kDict) || (args[1].object()->flags & kSubclass) != 0) {
    return cx.TailCall(Library::kStrTranslate, {args[0], args[1]});
  }
  auto* table = args[1].As<Dict>();
  std::u32string out;
  for (uint32_t i = 0; i < self->length; ++i) {
    const char32_t c = self->At(i);
    Value mapped;
    switch (DictFind(cx, table, Value::Small(c), &mapped)) {
      case Find::kFound:
        if (!AppendTranslated(cx, mapped, &out)) return Value::Raised();
        break;
      case Find::kMissing: out.push_back(c); break;
      case Find::kPython: return cx.TailCall(Library::kStrTranslate, {args[0], args[1]});
      case Find::kRaised: return Value::Raised();
    }
  }
  return Value::Of(NewStr(cx.heap, out));
}

Value Encode(Context& cx, Args args) {
  if (args.count == 1 && Self(args)->ascii) {
    return Value::Of(NewBytes(cx.heap, Self(args)->ascii_view()));
  }
  std::string_view names[2] = {"utf-8", "strict"};
  std::string storage[2];
  if (!CodecArgument(cx, args.Opt(1), "encode", "encoding", &storage[0], &names[0]) ||
      !CodecArgument(cx, args.Opt(2), "encode", "errors", &storage[1], &names[1])) {
    return Value::Raised();
  }
  if (!IsBuiltinCodec(names[0], names[1])) {
    return cx.TailCall(Library::kEncodeBy,
                       {args[0], cx.NewString(names[0]), cx.NewString(names[1])});
  }
  return EncodeStr(cx, Self(args), names[0], names[1]);
}

Value Format(Context& cx, Args args) {
  if (!IsStr(args[1])) {
    return cx.Raise(Exc::kTypeError, "__format__() argument must be str, not {}",
                    TypeName(cx, args[1]));
  }
  if (IsPlainFormat(args)) return cx.TailCall(Library::kStr, {args[0]});
  return FormatStr(cx, Self(args), Text(args[1]));
}

Value GetNewArgs(Context& cx, Args args) { return Value::Of(NewTuple(cx.heap, {ToStr(cx, args)})); }

constexpr NativeDef kMethods[] = {
    {"__new__", New, "cls, object=, encoding=, errors="},
    {"__repr__", Repr, "self, /"},
    {"__str__", ToStr, "self, /"},
    {"__hash__", Hash, "self, /"},
    {"__lt__", Lt, "self, value, /"},
    {"__le__", Le, "self, value, /"},
    {"__eq__", Eq, "self, value, /"},
    {"__ne__", Ne, "self, value, /"},
    {"__gt__", Gt, "self, value, /"},
    {"__ge__", Ge, "self, value, /"},
    {"__len__", Length, "self, /"},
    {"__getitem__", GetItem, "self, key, /"},
    {"__contains__", Contains, "self, key, /"},
    {"__iter__", Iterate, "self, /"},
    {"__add__", Concat, "self, value, /"},
    {"__mul__", Repeat, "self, value, /"},
    {"__rmul__", Repeat, "self, value, /"},
    {"__mod__", Percent, "self, value, /"},
    {"__format__", Format, "self, format_spec, /"},
    {"__getnewargs__", GetNewArgs, "self, /"},
    {"find", Find<Search::kFind>, "self, sub, start=, end=, /"},
    {"rfind", Find<Search::kRFind>, "self, sub, start=, end=, /"},
    {"index", Find<Search::kIndex>, "self, sub, start=, end=, /"},
    {"rindex", Find<Search::kRIndex>, "self, sub, start=, end=, /"},
    {"count", Count, "self, sub, start=, end=, /"},
    {"startswith", StartsWith<false>, "self, prefix, start=, end=, /"},
    {"endswith", StartsWith<true>, "self, suffix, start=, end=, /"},
    {"removeprefix", RemoveAffix<false>, "self, prefix, /"},
    {"removesuffix", RemoveAffix<true>, "self, suffix, /"},
    {"strip", Strip<kLeft | kRight>, "self, chars=, /"},
    {"lstrip", Strip<kLeft>, "self, chars=, /"},
    {"rstrip", Strip<kRight>, "self, chars=, /"},
    {"split", Split<false>, "self, /, sep=, maxsplit="},
    {"rsplit", Split<true>, "self, /, sep=, maxsplit="},
    {"splitlines", SplitLines, "self, /, keepends="},
    {"partition", Partition<false>, "self, sep, /"},
    {"rpartition", Partition<true>, "self, sep, /"},
    {"join", Join, "self, iterable, /"},
    {"replace", Replace, "self, old, new, /, count="},
    {"center", Justify<Pad::kCenter>, "self, width, fillchar=, /"},
    {"ljust", Justify<Pad::kLeft>, "self, width, fillchar=, /"},
    {"rjust", Justify<Pad::kRight>, "self, width, fillchar=, /"},
    {"zfill", ZFill, "self, width, /"},
    {"expandtabs", ExpandTabs, "self, /, tabsize="},
    {"maketrans", MakeTrans, "x, y=, z=, /"},
    {"translate", Translate, "self, table, /"},
    {"encode", Encode, "self, /, encoding=, errors="},
    {"lower", str_methods::Lower, "self, /"},
    {"upper", str_methods::Upper, "self, /"},
    {"casefold", str_methods::CaseFold, "self, /"},
    {"capitalize", str_methods::Capitalize, "self, /"},
    {"title", str_methods::Title, "self, /"},
    {"swapcase", str_methods::SwapCase, "self, /"},
    {"isalpha", str_methods::IsAlpha, "self, /"},
    {"isalnum", str_methods::IsAlnum, "self, /"},
    {"isascii", str_methods::IsAscii, "self, /"},
    {"isdecimal", str_methods::IsDecimal, "self, /"},
    {"isdigit", str_methods::IsDigit, "self, /"},
    {"isnumeric", str_methods::IsNumeric, "self, /"},
    {"isidentifier", str_methods::IsIdentifier, "self, /"},
    {"islower", str_methods::IsLower, "self, /"},
    {"isupper", str_methods::IsUpper, "self, /"},
    {"istitle", str_methods::IsTitle, "self, /"},
    {"isspace", str_methods::IsSpace, "self, /"},
    {"isprintable", str_methods::IsPrintable, "self, /"},
    {"format", str_methods::Format, "self, /, *args, **kwargs="},
    {"format_map", str_methods::FormatMap, "self, mapping, /"},
    {nullptr, nullptr, nullptr},
};

}  // namespace

const TypeDef kStrType = {
    "str",      "builtins",
    Kind::kStr, kMethods,
    nullptr,    0,
    0,          "str(object='') -> str\nstr(bytes_or_buffer[, encoding[, errors]]) -> str"};

}  // namespace heddle::lib
