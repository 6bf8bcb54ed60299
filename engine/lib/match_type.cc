// re.Match
#include <algorithm>
#include <string>

#include "lib/container_types.h"
#include "lib/regex_objects.h"
#include "lib/text_natives.h"
#include "objects/function.h"
#include "objects/int.h"
#include "objects/tuple.h"

namespace heddle::lib {

namespace {

MatchObject* Self(Args args) { return args[0].As<MatchObject>(); }
PatternObject* PatternOf(MatchObject* match) { return match->pattern.Load().As<PatternObject>(); }

Value GroupText(Context& cx, MatchObject* match, uint32_t group, Value missing) {
  if (!match->Has(group)) return missing;
  const uint32_t from = match->marks()[2 * group], to = match->marks()[2 * group + 1];
  const Value string = match->string.Load();
  if (string.Is(Kind::kStr) || string.Is(Kind::kBytes)) return PartOf(cx, string, from, to);
  // The bytes that lie there now.
  const std::string bytes = BytesCopy(string);
  const size_t start = std::min<size_t>(from, bytes.size());
  return Value::Of(NewBytes(cx.heap, std::string_view(bytes).substr(start, to - from)));
}

// The number of the group that `v` names. kPython: an object with __index__ perhaps; kFalse:
// IndexError pending.
Tri GroupIndex(Context& cx, MatchObject* match, Value v, uint32_t* group) {
  int64_t index = -1;
  if (IsInt(v)) {
    index = IntToInt64Clamped(v);
  } else if (v.Is(Kind::kStr)) {
    const Value names = PatternOf(match)->group_index.Load().As<MappingProxy>()->mapping.Load();
    Value found;
    if (DictFind(cx, names.As<Dict>(), v, &found) == Find::kFound) index = found.small();
  } else if (!LacksMethod(cx, v, Special::kIndex)) {
    return Tri::kPython;
  }
  if (index < 0 || index >= match->groups) {
    cx.Raise(Exc::kIndexError, "no such group");
    return Tri::kFalse;
  }
  *group = static_cast<uint32_t>(index);
  return Tri::kTrue;
}

// Calls `of(group)` for the group that the argument after self names, 0 when there is none.
template <typename Of>
Value WithGroup(Context& cx, const char* method, Args args, Of of) {
  uint32_t group = 0;
  const Value given = args.Opt(1);
  if (!given.IsUndefined()) {
    const Tri known = GroupIndex(cx, Self(args), given, &group);
    if (known == Tri::kPython) {
      return cx.TailCall(Library::kRegexRetry,
                         {cx.NewString(method), args[0], Value::Of(NewTuple(cx.heap, {given}))});
    }
    if (known != Tri::kTrue) return Value::Raised();
  }
  return of(group);
}

Value Group(Context& cx, Args args) {
  MatchObject* const match = Self(args);
  if (args.count <= 2) {
    return WithGroup(cx, "group", args,
                     [&](uint32_t group) { return GroupText(cx, match, group, Value::None()); });
  }
  Tuple* const texts = NewTupleRaw(cx.heap, args.count - 1);
  for (uint32_t i = 1; i < args.count; ++i) {
    uint32_t group;
    const Tri known = GroupIndex(cx, match, args[i], &group);
    if (known == Tri::kPython) {
      const Value all = MakeTuple(cx, {args.data + 1, args.count - 1});
      return cx.TailCall(Library::kRegexRetry, {cx.NewString("group"), args[0], all});
    }
    if (known != Tri::kTrue) return Value::Raised();
    texts->items()[i - 1].Store(GroupText(cx, match, group, Value::None()));
  }
  return Value::Of(texts);
}

Value GetItem(Context& cx, Args args) {
  return WithGroup(cx, "group", args,
                   [&](uint32_t group) { return GroupText(cx, Self(args), group, Value::None()); });
}

Value Groups(Context& cx, Args args) {
  MatchObject* const match = Self(args);
  const Value missing = OrNone(args.Opt(1));
  std::vector<Value> texts;
  for (uint32_t g = 1; g < match->groups; ++g) texts.push_back(GroupText(cx, match, g, missing));
  return MakeTuple(cx, texts);
}

Value GroupDict(Context& cx, Args args) {
  MatchObject* const match = Self(args);
  const Value missing = OrNone(args.Opt(1));
  Dict* const result = NewDict(cx.heap);
  const Value names = PatternOf(match)->group_index.Load().As<MappingProxy>()->mapping.Load();
  DictCursor cursor(names.As<Dict>());
  Value name, group;
  while (cursor.Next(&name, &group)) {
    DictSetStr(cx, result, name.As<Str>(),
               GroupText(cx, match, static_cast<uint32_t>(group.small()), missing));
  }
  return Value::Of(result);
}

// -1 for a group that has not matched.
Value Place(MatchObject* match, uint32_t mark) {
  const uint32_t at = match->marks()[mark];
  return Value::Small(at == regex::kUnset ? -1 : int64_t{at});
}
Value SpanOf(Context& cx, MatchObject* match, uint32_t group) {
  return Value::Of(NewTuple(cx.heap, {Place(match, 2 * group), Place(match, 2 * group + 1)}));
}

Value Start(Context& cx, Args args) {
  return WithGroup(cx, "start", args, [&](uint32_t g) { return Place(Self(args), 2 * g); });
}
Value End(Context& cx, Args args) {
  return WithGroup(cx, "end", args, [&](uint32_t g) { return Place(Self(args), 2 * g + 1); });
}
Value Span(Context& cx, Args args) {
  return WithGroup(cx, "span", args, [&](uint32_t g) { return SpanOf(cx, Self(args), g); });
}

Value Expand(Context& cx, Args args) {
  MatchObject* const match = Self(args);
  PatternObject* const pattern = PatternOf(match);
  std::vector<Piece> parts, pieces;
  Value failure;
  if (!args[1].Is(pattern->is_bytes ? Kind::kBytes : Kind::kStr)) {
    return cx.Raise(Exc::kTypeError, "expected {} template, not '{}'",
                    pattern->is_bytes ? "bytes" : "str", TypeName(cx, args[1]));
  }
  if (!ParseTemplate(cx, pattern, args[1], &parts, &failure)) return failure;
  FillTemplate(
      parts, match->subject.Load(),
      [&](uint32_t g) { return std::pair(match->marks()[2 * g], match->marks()[2 * g + 1]); },
      &pieces);
  return JoinPieces(cx, pieces, pattern->is_bytes);
}

Value Itself(Context&, Args args) { return args[0]; }

Value Repr(Context& cx, Args args) {
  MatchObject* const match = Self(args);
  Value repr;
  if (TryRepr(cx, GroupText(cx, match, 0, Value()), ReprKind::kRepr, &repr) != Tri::kTrue) {
    return Value::Raised();
  }
  constexpr uint32_t kMostShown = 50;
  Str* text = repr.As<Str>();
  if (text->length > kMostShown) text = StrSubstring(cx, text, 0, kMostShown);
  return cx.NewString(fmt::format("<re.Match object; span=({}, {}), match={}>", match->marks()[0],
                                  match->marks()[1], ToUtf8(text)));
}

Value GetString(Context&, Args args) { return Self(args)->string.Load(); }
Value GetRe(Context&, Args args) { return Self(args)->pattern.Load(); }
Value GetPos(Context&, Args args) { return Value::Small(Self(args)->start); }
Value GetEndPos(Context&, Args args) { return Value::Small(Self(args)->end); }
Value GetLastIndex(Context&, Args args) {
  const uint32_t last = Self(args)->last_group;
  return last == 0 ? Value::None() : Value::Small(last);
}
Value GetLastGroup(Context&, Args args) {
  MatchObject* const match = Self(args);
  if (match->last_group == 0) return Value::None();
  return PatternOf(match)->index_group.Load().As<Tuple>()->Get(match->last_group);
}
Value GetRegs(Context& cx, Args args) {
  std::vector<Value> spans;
  for (uint32_t g = 0; g < Self(args)->groups; ++g) spans.push_back(SpanOf(cx, Self(args), g));
  return MakeTuple(cx, spans);
}

constexpr NativeDef kMethods[] = {
    {"group", Group, "self, *args"},
    {"groups", Groups, "self, /, default="},
    {"groupdict", GroupDict, "self, /, default="},
    {"start", Start, "self, group=, /"},
    {"end", End, "self, group=, /"},
    {"span", Span, "self, group=, /"},
    {"expand", Expand, "self, /, template"},
    {"__getitem__", GetItem, "self, key, /"},
    {"__copy__", Itself, "self, /"},
    {"__deepcopy__", Itself, "self, memo, /"},
    {"__class_getitem__", ClassGetItem, "cls, item, /"},
    {"__repr__", Repr, "self, /"},
    {nullptr, nullptr, nullptr},
};

constexpr GetSetDef kGetSets[] = {
    {"string", GetString, nullptr},
    {"re", GetRe, nullptr},
    {"pos", GetPos, nullptr},
    {"endpos", GetEndPos, nullptr},
    {"lastindex", GetLastIndex, nullptr},
    {"lastgroup", GetLastGroup, nullptr},
    {"regs", GetRegs, nullptr},
    {nullptr, nullptr, nullptr},
};

}  // namespace

const TypeDef kMatchType = {"Match",
                            "re",
                            Kind::kNative1,
                            kMethods,
                            kGetSets,
                            kNotBase | kNoInstances,
                            sizeof(MatchObject),
                            "The result of re.match() and re.search().\n"
                            "Match objects always have a boolean value of True."};

}  // namespace heddle::lib
