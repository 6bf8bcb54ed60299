// Module _regex: what the library's module re is built on.
#include <string>

#include "lib/module_tables.h"
#include "lib/regex_objects.h"
#include "lib/text_natives.h"
#include "objects/list.h"
#include "objects/tuple.h"
#include "objects/type_building.h"
#include "regex/parser.h"

namespace heddle::lib {

namespace {

std::string ReprOf(Context& cx, const std::u32string& text, bool ascii_only) {
  std::string repr;
  AppendStrRepr(NewStr(cx.heap, std::u32string_view(text)), ascii_only, &repr);
  return repr;
}

// The message of an error. One about bytes is ASCII.
std::string MessageOf(Context& cx, const regex::Error& error, bool is_bytes) {
  std::string text;
  for (const char32_t c : error.message) {
    if (is_bytes && c >= 0x80) {
      text += fmt::format("\\x{:02x}", static_cast<uint32_t>(c));
    } else {
      AppendUtf8(c, &text);
    }
  }
  if (!error.shows_name) return text;
  return text.replace(text.find("{}"), 2, ReprOf(cx, error.name, is_bytes));
}

bool CharacterNamesOf(Context& cx, Value dict, regex::CharacterNames* names) {
  DictCursor cursor(dict.As<Dict>());
  Value name, code_point;
  while (cursor.Next(&name, &code_point)) {
    int64_t c;
    if (!ToInt64(cx, code_point, &c)) return false;
    (*names)[ToUtf32(name.As<Str>())] = static_cast<char32_t>(c);
  }
  return true;
}

// compile(pattern, flags, names): (Pattern, warnings); warnings are pairs (is a deprecation, text).
// `names` maps the character names of \N{…} to code points; one that is not there is returned.
Value Compile(Context& cx, Args args) {
  const Value source = args[0];
  int64_t flags;
  regex::CharacterNames names;
  if (!ToInt64(cx, args[1], &flags) || !CharacterNamesOf(cx, args[2], &names)) {
    return Value::Raised();
  }
  const bool is_bytes = !source.Is(Kind::kStr);
  auto program = std::make_shared<regex::Program>();
  std::vector<regex::Warning> warnings;
  regex::Error error;
  if (!regex::Compile(CodePointsOf(source), is_bytes, static_cast<uint32_t>(flags), names,
                      program.get(), &warnings, &error)) {
    if (error.kind == regex::Error::Kind::kCharacterName) {
      return Value::Of(NewStr(cx.heap, std::u32string_view(error.name)));
    }
    return RaiseRegexError(cx, error, source);
  }
  List* const shown = NewList(cx.heap);
  for (const regex::Warning& warning : warnings) {
    ListAppend(cx, shown,
               Value::Of(NewTuple(
                   cx.heap, {Value::Bool(warning.is_deprecation), cx.NewString(warning.text)})));
  }
  return Value::Of(
      NewTuple(cx.heap, {NewPattern(cx, source, std::move(program), is_bytes), Value::Of(shown)}));
}

// resume(task): the result, or the task when there is more to do
Value Resume(Context& cx, Args args) { return ResumeRegex(cx, args[0]); }

// part(string, start, end): as a str or bytes, whatever a subclass makes of slices
Value Part(Context& cx, Args args) {
  const Value text = IsStr(args[0]) || args[0].Is(Kind::kBytes)
                         ? args[0]
                         : Value::Of(NewBytes(cx.heap, BytesCopy(args[0])));
  int64_t from, to;
  if (!ToInt64(cx, args[1], &from) || !ToInt64(cx, args[2], &to)) return Value::Raised();
  const int64_t length = LengthOf(text);
  to = std::min(to, length);
  from = std::min(from, to);
  return PartOf(cx, text, static_cast<uint32_t>(from), static_cast<uint32_t>(to));
}

constexpr NativeDef kFunctions[] = {
    {"compile", Compile, "pattern, flags, names, /"},
    {"resume", Resume, "task, /"},
    {"part", Part, "string, start, end, /"},
    {nullptr, nullptr, nullptr},
};

void InitModule(Context& cx, Module* module) {
  AddConstant(cx, module, "Pattern", Value::Of(BuiltinTypeOf(cx.runtime, &kPatternType)));
  AddConstant(cx, module, "Match", Value::Of(BuiltinTypeOf(cx.runtime, &kMatchType)));
}

}  // namespace

std::u32string CodePointsOf(Value text) {
  if (text.Is(Kind::kStr)) return ToUtf32(text.As<Str>());
  std::u32string points;
  std::string storage;
  for (const char c : BytesView(text, &storage)) points.push_back(static_cast<uint8_t>(c));
  return points;
}

Value RaiseRegexError(Context& cx, const regex::Error& error, Value source) {
  const std::string message = MessageOf(cx, error, !source.Is(Kind::kStr));
  switch (error.kind) {
    case regex::Error::Kind::kValue: return cx.Raise(Exc::kValueError, message);
    case regex::Error::Kind::kOverflow: return cx.Raise(Exc::kOverflowError, message);
    case regex::Error::Kind::kRecursion: return cx.Raise(Exc::kRecursionError, message);
    case regex::Error::Kind::kIndex: return cx.Raise(Exc::kIndexError, message);
    case regex::Error::Kind::kPattern:
    case regex::Error::Kind::kCharacterName: break;
  }
  const bool placed = error.position >= 0;
  return cx.TailCall(Library::kRegexError, {cx.NewString(message), placed ? source : Value::None(),
                                            placed ? Value::Small(error.position) : Value::None()});
}

bool ParseTemplate(Context& cx, PatternObject* pattern, Value replacement,
                   std::vector<Piece>* parts, Value* failure) {
  const std::u32string text = CodePointsOf(replacement);
  if (text.find('\\') == std::u32string::npos) {
    // Without a backslash it stands for itself.
    if (!text.empty()) parts->push_back({replacement, 0, static_cast<uint32_t>(text.size())});
    return true;
  }
  std::vector<regex::ReplacementPart> parsed;
  regex::Error error;
  const regex::Program& program = pattern->code();
  if (!regex::ParseReplacement(text, pattern->is_bytes, program.groups, program.names, &parsed,
                               &error)) {
    *failure = RaiseRegexError(cx, error, replacement);
    return false;
  }
  for (const regex::ReplacementPart& part : parsed) {
    if (part.group >= 0) {
      parts->push_back({Value(), static_cast<uint32_t>(part.group), 0});
    } else if (pattern->is_bytes) {
      const std::string bytes(part.text.begin(), part.text.end());
      parts->push_back(
          {Value::Of(NewBytes(cx.heap, bytes)), 0, static_cast<uint32_t>(bytes.size())});
    } else {
      Str* const literal = NewStr(cx.heap, std::u32string_view(part.text));
      parts->push_back({Value::Of(literal), 0, literal->length});
    }
  }
  return true;
}

const ModuleDef kRegexModule = {"_regex", kFunctions, InitModule};

}  // namespace heddle::lib
