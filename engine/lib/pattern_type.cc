// re.Pattern
#include <string>

#include "lib/container_types.h"
#include "lib/regex_objects.h"
#include "lib/text_natives.h"
#include "objects/compare.h"
#include "objects/function.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/tuple.h"
#include "objects/type_building.h"

namespace heddle::lib {

namespace {

using regex::Mode;

const NativeLayout kLayout = {
    [](Object* object, heap::Marker& marker) {
      auto* pattern = static_cast<PatternObject*>(object);
      for (const Slot* slot : {&pattern->pattern, &pattern->group_index, &pattern->index_group}) {
        marker.Visit(*slot);
      }
    },
    [](Object* object) { delete static_cast<PatternObject*>(object)->program; }};

PatternObject* Self(Args args) { return args[0].As<PatternObject>(); }

// (self, string, pos=, endpos=)
Value Find(Context& cx, Args args, RegexOperation operation, Mode mode) {
  Value subject;
  uint32_t start, end;
  if (!SubjectOf(cx, Self(args), args[1], &subject) ||
      !RegexBounds(cx, subject, args.Opt(2), args.Opt(3), &start, &end)) {
    return Value::Raised();
  }
  RegexWork work(operation, Self(args), args[1], subject, start, end, mode);
  if (operation == RegexOperation::kFindAll) work.list = NewList(cx.heap);
  return RunRegex(cx, work);
}

Value Match(Context& cx, Args args) { return Find(cx, args, RegexOperation::kMatch, Mode::kMatch); }
Value FullMatch(Context& cx, Args args) {
  return Find(cx, args, RegexOperation::kMatch, Mode::kFullMatch);
}
Value Search(Context& cx, Args args) {
  return Find(cx, args, RegexOperation::kMatch, Mode::kSearch);
}
Value FindAll(Context& cx, Args args) {
  return Find(cx, args, RegexOperation::kFindAll, Mode::kSearch);
}

Value NewScanner(Context& cx, Args args, const TypeDef& type) {
  static constexpr NativeLayout kScannerLayout = {[](Object* object, heap::Marker& marker) {
                                                    auto* s = static_cast<MatchScanner*>(object);
                                                    marker.Visit(s->pattern);
                                                    marker.Visit(s->string);
                                                    marker.Visit(s->subject);
                                                  },
                                                  nullptr};
  Value subject;
  uint32_t start, end;
  if (!SubjectOf(cx, Self(args), args[1], &subject) ||
      !RegexBounds(cx, subject, args.Opt(2), args.Opt(3), &start, &end)) {
    return Value::Raised();
  }
  auto* scanner = cx.heap.New<MatchScanner>(Kind::kNative1);
  scanner->type.Store(BuiltinTypeOf(cx.runtime, &type));
  scanner->layout = &kScannerLayout;
  scanner->pattern.Store(args[0]);
  scanner->string.Store(args[1]);
  scanner->subject.Store(subject);
  scanner->start = start;
  scanner->end = end;
  scanner->next.Store(uint64_t{start} << 2);
  return Value::Of(scanner);
}

Value Scanner(Context& cx, Args args) { return NewScanner(cx, args, kMatchScannerType); }
Value FindIter(Context& cx, Args args) { return NewScanner(cx, args, kMatchIteratorType); }

Value Split(Context& cx, Args args) {
  Value subject;
  int64_t limit;
  if (!SubjectOf(cx, Self(args), args[1], &subject) || !OptionalInt(cx, args.Opt(2), 0, &limit)) {
    return Value::Raised();
  }
  RegexWork work(RegexOperation::kSplit, Self(args), args[1], subject, 0, LengthOf(subject),
                 Mode::kSearch);
  work.list = NewList(cx.heap);
  work.limit = limit;
  return RunRegex(cx, work);
}

// (self, repl, string, count=)
Value Substitute(Context& cx, Args args, RegexOperation operation) {
  PatternObject* const pattern = Self(args);
  const Value replacement = args[1];
  int64_t limit;
  if (!OptionalInt(cx, args.Opt(3), 0, &limit)) return Value::Raised();
  if (!replacement.Is(pattern->is_bytes ? Kind::kBytes : Kind::kStr)) {
    return cx.TailCall(Library::kRegexSub,
                       {args[0], replacement, args[2], IntFromInt64(cx.heap, limit),
                        Value::Bool(operation == RegexOperation::kSubN)});
  }
  Value subject, failure;
  std::vector<Piece> parts;
  if (!ParseTemplate(cx, pattern, replacement, &parts, &failure)) return failure;
  if (!SubjectOf(cx, pattern, args[2], &subject)) return Value::Raised();
  RegexWork work(operation, pattern, args[2], subject, 0, LengthOf(subject), Mode::kSearch);
  work.parts = std::move(parts);
  work.limit = limit;
  return RunRegex(cx, work);
}

Value Sub(Context& cx, Args args) { return Substitute(cx, args, RegexOperation::kSub); }
Value SubN(Context& cx, Args args) { return Substitute(cx, args, RegexOperation::kSubN); }

Value Itself(Context&, Args args) { return args[0]; }

Value Repr(Context& cx, Args args) {
  static constexpr struct {
    uint32_t flag;
    const char* name;
  } kNames[] = {{regex::kIgnoreCase, "re.IGNORECASE"}, {regex::kLocale, "re.LOCALE"},
                {regex::kMultiline, "re.MULTILINE"},   {regex::kDotAll, "re.DOTALL"},
                {regex::kUnicode, "re.UNICODE"},       {regex::kVerbose, "re.VERBOSE"},
                {regex::kDebug, "re.DEBUG"},           {regex::kAscii, "re.ASCII"}};
  PatternObject* const self = Self(args);
  uint32_t flags = self->flags;
  // What every pattern of str has is not shown.
  if (!self->is_bytes && (flags & regex::kTypeFlags) == regex::kUnicode) flags &= ~regex::kUnicode;
  std::string shown;
  for (const auto& [flag, name] : kNames) {
    if (!(flags & flag)) continue;
    shown += (shown.empty() ? "" : "|") + std::string(name);
    flags &= ~flag;
  }
  if (flags != 0) shown += (shown.empty() ? "" : "|") + fmt::format("0x{:x}", flags);
  Value repr;
  const Tri known = TryRepr(cx, self->pattern.Load(), ReprKind::kRepr, &repr);
  if (known != Tri::kTrue) return Value::Raised();
  Str* const text = repr.As<Str>();
  constexpr uint32_t kMostShown = 200;
  const std::string pattern =
      ToUtf8(text->length <= kMostShown ? text : StrSubstring(cx, text, 0, kMostShown));
  return cx.NewString("re.compile(" + pattern + (shown.empty() ? "" : ", " + shown) + ")");
}

Value Eq(Context& cx, Args args) {
  if (TypeOf(cx, args[1]) != TypeOf(cx, args[0])) return Value::NotImplemented();
  auto* const a = Self(args);
  auto* const b = args[1].As<PatternObject>();
  if (a == b) return Value::True();
  if (a->flags != b->flags || a->is_bytes != b->is_bytes) return Value::False();
  return Value::Bool(TryEqual(cx, a->pattern.Load(), b->pattern.Load()) == Tri::kTrue);
}

Value Hash(Context& cx, Args args) {
  uint64_t hash = 0;
  TryHash(cx, Self(args)->pattern.Load(), &hash);
  hash = hash * 1000003u ^ Self(args)->flags;
  return IntFromInt64(cx.heap, static_cast<int64_t>(hash >> 2));
}

Value GetFlags(Context&, Args args) { return Value::Small(Self(args)->flags); }
Value GetGroups(Context&, Args args) { return Value::Small(Self(args)->code().groups); }
Value GetPattern(Context&, Args args) { return Self(args)->pattern.Load(); }
Value GetGroupIndex(Context&, Args args) { return Self(args)->group_index.Load(); }

constexpr NativeDef kMethods[] = {
    {"match", Match, "self, /, string, pos=, endpos="},
    {"fullmatch", FullMatch, "self, /, string, pos=, endpos="},
    {"search", Search, "self, /, string, pos=, endpos="},
    {"findall", FindAll, "self, /, string, pos=, endpos="},
    {"finditer", FindIter, "self, /, string, pos=, endpos="},
    {"scanner", Scanner, "self, /, string, pos=, endpos="},
    {"split", Split, "self, /, string, maxsplit="},
    {"sub", Sub, "self, /, repl, string, count="},
    {"subn", SubN, "self, /, repl, string, count="},
    {"__copy__", Itself, "self, /"},
    {"__deepcopy__", Itself, "self, memo, /"},
    {"__class_getitem__", ClassGetItem, "cls, item, /"},
    {"__repr__", Repr, "self, /"},
    {"__eq__", Eq, "self, value, /"},
    {"__hash__", Hash, "self, /"},
    {nullptr, nullptr, nullptr},
};

constexpr GetSetDef kGetSets[] = {
    {"flags", GetFlags, nullptr},     {"groups", GetGroups, nullptr},
    {"pattern", GetPattern, nullptr}, {"groupindex", GetGroupIndex, nullptr},
    {nullptr, nullptr, nullptr},
};

}  // namespace

Value NewPattern(Context& cx, Value pattern, std::shared_ptr<const regex::Program> program,
                 bool is_bytes) {
  Dict* const names = NewDict(cx.heap);
  Tuple* const by_index = NewTupleRaw(cx.heap, program->groups + 1);
  for (uint32_t i = 0; i <= program->groups; ++i) by_index->items()[i].Store(Value::None());
  for (const regex::GroupName& group : program->names) {
    Str* const name = cx.Intern(NewStr(cx.heap, group.name));
    DictSetStr(cx, names, name, Value::Small(group.group));
    by_index->items()[group.group].Store(Value::Of(name));
  }
  auto* const view = cx.heap.New<MappingProxy>(Kind::kMappingProxy);
  view->mapping.Store(Value::Of(names));
  auto* const object = cx.heap.New<PatternObject>(Kind::kNative1);
  object->type.Store(BuiltinTypeOf(cx.runtime, &kPatternType));
  object->layout = &kLayout;
  object->match_type = BuiltinTypeOf(cx.runtime, &kMatchType);
  object->flags = program->flags;
  object->is_bytes = is_bytes;
  object->pattern.Store(pattern);
  object->group_index.Store(Value::Of(view));
  object->index_group.Store(Value::Of(by_index));
  object->program = new std::shared_ptr<const regex::Program>(std::move(program));
  cx.heap.heap().RegisterFinalizable(object);
  return Value::Of(object);
}

const TypeDef kPatternType = {"Pattern",
                              "re",
                              Kind::kNative1,
                              kMethods,
                              kGetSets,
                              kNotBase | kNoInstances,
                              sizeof(PatternObject),
                              "Compiled regular expression object."};

}  // namespace heddle::lib
