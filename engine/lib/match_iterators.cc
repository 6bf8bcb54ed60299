// What finditer() returns, and pattern.scanner().
#include "lib/regex_objects.h"

namespace heddle::lib {

namespace {

Value Next(Context& cx, Value self, RegexOperation operation, regex::Mode mode) {
  auto* const scanner = self.As<MatchScanner>();
  const uint64_t next = scanner->next.Load();
  if (next & kDone) {
    return operation == RegexOperation::kScan ? Value::None()
                                              : cx.RaiseWith(Exc::kStopIteration, Value());
  }
  RegexWork work(operation, scanner->pattern.Load().As<PatternObject>(), scanner->string.Load(),
                 scanner->subject.Load(), scanner->start, scanner->end, mode);
  work.scanner = scanner;
  work.matcher.Begin(static_cast<uint32_t>(next >> 2), (next & kNotEmpty) != 0);
  return RunRegex(cx, work);
}

Value IterNext(Context& cx, Args args) {
  return Next(cx, args[0], RegexOperation::kIterate, regex::Mode::kSearch);
}
Value Search(Context& cx, Args args) {
  return Next(cx, args[0], RegexOperation::kScan, regex::Mode::kSearch);
}
Value Match(Context& cx, Args args) {
  return Next(cx, args[0], RegexOperation::kScan, regex::Mode::kMatch);
}
Value Itself(Context&, Args args) { return args[0]; }
Value GetPattern(Context&, Args args) { return args[0].As<MatchScanner>()->pattern.Load(); }

constexpr NativeDef kIteratorMethods[] = {
    {"__iter__", Itself, "self, /"},
    {"__next__", IterNext, "self, /"},
    {nullptr, nullptr, nullptr},
};
constexpr NativeDef kScannerMethods[] = {
    {"match", Match, "self, /"},
    {"search", Search, "self, /"},
    {nullptr, nullptr, nullptr},
};
constexpr GetSetDef kScannerGetSets[] = {
    {"pattern", GetPattern, nullptr},
    {nullptr, nullptr, nullptr},
};

}  // namespace

const TypeDef kMatchScannerType = {"SRE_Scanner",        "_sre",          Kind::kNative1,
                                   kScannerMethods,      kScannerGetSets, kNotBase | kNoInstances,
                                   sizeof(MatchScanner), nullptr};
const TypeDef kMatchIteratorType = {"callable_iterator",  "builtins", Kind::kNative1,
                                    kIteratorMethods,     nullptr,    kNotBase | kNoInstances,
                                    sizeof(MatchScanner), nullptr};

}  // namespace heddle::lib
