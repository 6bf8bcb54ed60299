// What searching, findall, split and sub do with one match after the other, slice by slice.
#include <algorithm>
#include <cstring>

#include "lib/regex_objects.h"
#include "objects/bytes.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/number.h"
#include "objects/str_ops.h"
#include "objects/tuple.h"
#include "objects/type_building.h"

namespace heddle::lib {

namespace {

// About a millisecond.
constexpr int64_t kStepsPerSlice = 50'000;
// What a match costs besides matching.
constexpr int64_t kStepsPerMatch = 8;

struct RegexTask : NativeObject {
  RegexWork* work;  // owned; null once it is done
};

const NativeLayout kTaskLayout = {
    [](Object* object, heap::Marker& marker) {
      const RegexWork* work = static_cast<RegexTask*>(object)->work;
      if (work == nullptr) return;
      marker.Visit(work->pattern);
      marker.Visit(work->string);
      marker.Visit(work->subject);
      marker.Visit(work->scanner);
      marker.Visit(work->list);
      for (const Piece& part : work->parts) marker.Visit(part.text);
    },
    [](Object* object) { delete static_cast<RegexTask*>(object)->work; }};

const NativeLayout kMatchLayout = {[](Object* object, heap::Marker& marker) {
                                     auto* match = static_cast<MatchObject*>(object);
                                     marker.Visit(match->pattern);
                                     marker.Visit(match->string);
                                     marker.Visit(match->subject);
                                   },
                                   nullptr};

regex::Text TextOf(Value subject) {
  if (subject.Is(Kind::kStr)) {
    const auto* str = subject.As<Str>();
    return {str->data(), str->width, str->length};
  }
  const auto* bytes = subject.As<Bytes>();
  return {bytes->data(), 1, bytes->length};
}

Value NewMatch(Context& cx, const RegexWork& work) {
  const uint32_t groups = work.pattern->code().groups + 1;
  auto* match = cx.heap.New<MatchObject>(Kind::kNative1, groups * 2 * sizeof(uint32_t));
  match->type.Store(work.pattern->match_type);
  match->layout = &kMatchLayout;
  match->pattern.Store(Value::Of(work.pattern));
  match->string.Store(work.string);
  match->subject.Store(work.subject);
  match->start = work.start;
  match->end = work.end;
  match->last_group = work.matcher.last_group();
  match->groups = groups;
  for (uint32_t g = 0; g < groups; ++g) {
    const uint32_t from = work.matcher.GroupStart(g);
    match->marks()[2 * g] = from;
    match->marks()[2 * g + 1] = from == regex::kUnset ? from : work.matcher.GroupEnd(g);
  }
  return Value::Of(match);
}

// What a group has matched, else `missing`.
Value GroupText(Context& cx, const RegexWork& work, uint32_t group, Value missing) {
  const uint32_t from = work.matcher.GroupStart(group);
  if (from == regex::kUnset) return missing;
  return PartOf(cx, work.subject, from, work.matcher.GroupEnd(group));
}

Value EmptyOf(Context& cx, const RegexWork& work) {
  return work.pattern->is_bytes ? Value::Of(NewBytes(cx.heap, "")) : Value::Of(EmptyStr(cx));
}

// What findall() lists of a match.
Value FoundItem(Context& cx, const RegexWork& work) {
  const uint32_t groups = work.pattern->code().groups;
  if (groups == 0) return GroupText(cx, work, 0, Value());
  const Value empty = EmptyOf(cx, work);
  if (groups == 1) return GroupText(cx, work, 1, empty);
  Tuple* tuple = NewTupleRaw(cx.heap, groups);
  for (uint32_t g = 1; g <= groups; ++g) {
    tuple->items()[g - 1].Store(GroupText(cx, work, g, empty));
  }
  return Value::Of(tuple);
}

// Takes one match into the result. Undefined: go on; else the operation's result.
Value TakeMatch(Context& cx, RegexWork& work) {
  const uint32_t from = work.matcher.GroupStart(0), to = work.matcher.GroupEnd(0);
  switch (work.operation) {
    case RegexOperation::kMatch: return NewMatch(cx, work);
    case RegexOperation::kScan:
    case RegexOperation::kIterate:
      work.scanner->next.Store(uint64_t{to} << 2 | (from == to ? kNotEmpty : 0));
      return NewMatch(cx, work);
    case RegexOperation::kFindAll: ListAppend(cx, work.list, FoundItem(cx, work)); break;
    case RegexOperation::kSplit:
      ListAppend(cx, work.list, PartOf(cx, work.subject, work.last, from));
      for (uint32_t g = 1; g <= work.pattern->code().groups; ++g) {
        ListAppend(cx, work.list, GroupText(cx, work, g, Value::None()));
      }
      break;
    case RegexOperation::kSub:
    case RegexOperation::kSubN:
      if (work.last < from) work.pieces.push_back({work.subject, work.last, from});
      FillTemplate(
          work.parts, work.subject,
          [&](uint32_t group) {
            return std::pair(work.matcher.GroupStart(group), work.matcher.GroupEnd(group));
          },
          &work.pieces);
      break;
  }
  work.last = to;
  ++work.count;
  work.matcher.Begin(to, from == to);
  return Value::Undefined();
}

// No match is left, or the limit is reached.
Value Finish(Context& cx, RegexWork& work) {
  switch (work.operation) {
    case RegexOperation::kMatch: return Value::None();
    case RegexOperation::kScan:
    case RegexOperation::kIterate:
      work.scanner->next.Store(kDone);
      if (work.operation == RegexOperation::kScan) return Value::None();
      return cx.RaiseWith(Exc::kStopIteration, Value());
    case RegexOperation::kFindAll: return Value::Of(work.list);
    case RegexOperation::kSplit:
      ListAppend(cx, work.list, PartOf(cx, work.subject, work.last, work.end));
      return Value::Of(work.list);
    case RegexOperation::kSub:
    case RegexOperation::kSubN: {
      if (work.last < work.end) work.pieces.push_back({work.subject, work.last, work.end});
      const Value text = JoinPieces(cx, work.pieces, work.pattern->is_bytes);
      if (text == Value::Raised() || work.operation == RegexOperation::kSub) return text;
      return Value::Of(NewTuple(cx.heap, {text, Value::Small(work.count)}));
    }
  }
  return Value::None();
}

bool HasReachedLimit(const RegexWork& work) { return work.limit != 0 && work.count >= work.limit; }

// One slice. Undefined without an exception: there is more to do.
Value RunSlice(Context& cx, RegexWork& work) {
  int64_t steps = kStepsPerSlice;
  while (!HasReachedLimit(work)) {
    switch (work.matcher.Run(&steps)) {
      case regex::Outcome::kMoreSteps: return Value::Undefined();
      case regex::Outcome::kOutOfMemory: return cx.Raise(Exc::kMemoryError, "");
      case regex::Outcome::kNoMatch: return Finish(cx, work);
      case regex::Outcome::kMatch: break;
    }
    const Value result = TakeMatch(cx, work);
    if (!result.IsUndefined()) return result;
    steps -= kStepsPerMatch;
  }
  return Finish(cx, work);
}

template <typename Unit>
uint32_t AllBits(const void* data, uint32_t from, uint32_t to) {
  const auto* units = static_cast<const Unit*>(data);
  uint32_t all = 0;
  for (uint32_t i = from; i < to; ++i) all |= units[i];
  return all;
}

template <typename To, typename From>
void CopyUnits(uint8_t* to, size_t at, const void* data, const Piece& piece) {
  const auto* from = static_cast<const From*>(data);
  std::copy(from + piece.from, from + piece.to, reinterpret_cast<To*>(to) + at);
}

void CopyPiece(Str* to, size_t at, const Piece& piece) {
  const auto* from = piece.text.As<Str>();
  if (to->width == from->width) {
    std::memcpy(to->data() + at * to->width, from->data() + size_t{piece.from} * from->width,
                size_t{piece.to - piece.from} * to->width);
  } else if (to->width == 1) {
    from->width == 2 ? CopyUnits<uint8_t, uint16_t>(to->data(), at, from->data(), piece)
                     : CopyUnits<uint8_t, uint32_t>(to->data(), at, from->data(), piece);
  } else if (to->width == 2) {
    from->width == 1 ? CopyUnits<uint16_t, uint8_t>(to->data(), at, from->data(), piece)
                     : CopyUnits<uint16_t, uint32_t>(to->data(), at, from->data(), piece);
  } else {
    from->width == 1 ? CopyUnits<uint32_t, uint8_t>(to->data(), at, from->data(), piece)
                     : CopyUnits<uint32_t, uint16_t>(to->data(), at, from->data(), piece);
  }
}

Value JoinStrs(Context& cx, std::span<const Piece> pieces, size_t length) {
  uint32_t all = 0;
  for (const Piece& piece : pieces) {
    const auto* str = piece.text.As<Str>();
    if (str->ascii) continue;
    const void* data = str->data();
    all |= str->width == 1   ? AllBits<uint8_t>(data, piece.from, piece.to)
           : str->width == 2 ? AllBits<uint16_t>(data, piece.from, piece.to)
                             : AllBits<uint32_t>(data, piece.from, piece.to);
  }
  const uint8_t width = all < 0x100 ? 1 : all < 0x10000 ? 2 : 4;
  Str* const joined = NewStrRaw(cx.heap, static_cast<uint32_t>(length), width, all < 0x80);
  size_t at = 0;
  for (const Piece& piece : pieces) {
    CopyPiece(joined, at, piece);
    at += piece.to - piece.from;
  }
  return Value::Of(joined);
}

}  // namespace

RegexWork::RegexWork(RegexOperation op, PatternObject* p, Value given, Value text, uint32_t from,
                     uint32_t to, regex::Mode mode)
    : operation(op),
      pattern(p),
      string(given),
      subject(text),
      start(from),
      end(to),
      matcher(p->code(), TextOf(text), to, mode) {
  matcher.Begin(from, false);
}

Value RunRegex(Context& cx, RegexWork& work) {
  const Value result = RunSlice(cx, work);
  if (!result.IsUndefined() || !cx.pending.IsUndefined()) return result;
  auto* task = cx.heap.New<RegexTask>(Kind::kNative1);
  task->type.Store(BuiltinTypeOf(cx.runtime, &kRegexTaskType));
  task->layout = &kTaskLayout;
  task->work = new RegexWork(std::move(work));
  cx.heap.heap().RegisterFinalizable(task);
  return cx.TailCall(Library::kRegexFinish, {Value::Of(task)});
}

Value ResumeRegex(Context& cx, Value value) {
  auto* task = value.As<RegexTask>();
  const Value result = RunSlice(cx, *task->work);
  return result.IsUndefined() && cx.pending.IsUndefined() ? value : result;
}

Value JoinPieces(Context& cx, std::span<const Piece> pieces, bool is_bytes) {
  if (pieces.size() == 1) {
    return PartOf(cx, pieces[0].text, pieces[0].from, pieces[0].to);
  }
  size_t length = 0;
  for (const Piece& piece : pieces) length += piece.to - piece.from;
  if (length > INT32_MAX) return cx.Raise(Exc::kMemoryError, "");
  if (!is_bytes) return JoinStrs(cx, pieces, length);
  Bytes* const joined = NewBytesRaw(cx.heap, static_cast<uint32_t>(length));
  uint8_t* to = joined->data();
  for (const Piece& piece : pieces) {
    to = std::copy(piece.text.As<Bytes>()->data() + piece.from,
                   piece.text.As<Bytes>()->data() + piece.to, to);
  }
  return Value::Of(joined);
}

Value PartOf(Context& cx, Value subject, uint32_t from, uint32_t to) {
  if (subject.Is(Kind::kStr)) return Value::Of(StrSubstring(cx, subject.As<Str>(), from, to));
  const std::string_view view = subject.As<Bytes>()->view();
  if (from == 0 && to == view.size() && (subject.object()->flags & kSubclass) == 0) return subject;
  return Value::Of(NewBytes(cx.heap, view.substr(from, to - from)));
}

uint32_t LengthOf(Value subject) {
  return subject.Is(Kind::kStr) ? subject.As<Str>()->length : subject.As<Bytes>()->length;
}

bool SubjectOf(Context& cx, PatternObject* pattern, Value string, Value* subject) {
  if (string.Is(Kind::kStr)) {
    *subject = string;
    if (!pattern->is_bytes) return true;
    cx.Raise(Exc::kTypeError, "cannot use a bytes pattern on a string-like object");
    return false;
  }
  if (!IsBytesLike(string)) {
    cx.Raise(Exc::kTypeError, "expected string or bytes-like object, got '{}'",
             TypeName(cx, string));
    return false;
  }
  if (!pattern->is_bytes) {
    cx.Raise(Exc::kTypeError, "cannot use a string pattern on a bytes-like object");
    return false;
  }
  *subject = string.Is(Kind::kBytes) ? string : Value::Of(NewBytes(cx.heap, BytesCopy(string)));
  return true;
}

bool RegexBounds(Context& cx, Value subject, Value pos, Value endpos, uint32_t* start,
                 uint32_t* end) {
  const auto cut = [&](Value v, uint32_t* out) {
    if (v.IsUndefined()) return true;
    int64_t n = 0;
    if (IsInt(v)) {
      n = IntToInt64Clamped(v);
    } else if (!ToInt64(cx, v, &n)) {
      return false;
    }
    *out = static_cast<uint32_t>(std::clamp<int64_t>(n, 0, LengthOf(subject)));
    return true;
  };
  *start = 0;
  *end = LengthOf(subject);
  return cut(pos, start) && cut(endpos, end);
}

const TypeDef kRegexTaskType = {"RegexTask",       "_regex", Kind::kNative1,
                                nullptr,           nullptr,  kNotBase | kNoInstances,
                                sizeof(RegexTask), nullptr};

}  // namespace heddle::lib
