// Module _unicodedata: the C++ half of unicodedata.
#include "lib/module_tables.h"
#include "lib/modules.h"
#include "objects/number.h"
#include "objects/str_ops.h"
#include "objects/tuple.h"
#include "objects/unicode_database.h"
#include "vm/interpreter.h"
#include "vm/program.h"

namespace heddle::lib {

namespace {

// The database; none, with ImportError pending, when it cannot be had.
std::optional<UnicodeDatabase> Database(Context& cx) {
  vm::Program& program = static_cast<vm::Interpreter&>(cx).program();
  vm::LibraryTables::Source data;
  std::string problem = "the library has no Unicode database";
  if (!program.library().find_source("unicode_database.bin", &data) ||
      !program.TakeText(&data, &problem)) {
    cx.Raise(Exc::kImportError, "{}", problem);
    return std::nullopt;
  }
  return UnicodeDatabase(data.text);
}

char32_t Character(Value v) { return static_cast<char32_t>(v.small()); }

Value Version(Context& cx, Args) {
  const auto database = Database(cx);
  return database ? cx.NewString(database->Version()) : Value::Raised();
}

// properties(code): (category, bidirectional, combining, east_asian_width, mirrored)
Value Properties(Context& cx, Args args) {
  const auto database = Database(cx);
  if (!database) return Value::Raised();
  const UnicodeDatabase::Properties found = database->PropertiesOf(Character(args[0]));
  const auto text = [&](std::string_view s) { return Value::Of(cx.Intern(s)); };
  return Value::Of(NewTuple(
      cx.heap, {text(found.category), text(found.bidirectional), Value::Small(found.combining),
                text(found.east_asian_width), Value::Small(found.mirrored)}));
}

// name(code): or None
Value Name(Context& cx, Args args) {
  const auto database = Database(cx);
  if (!database) return Value::Raised();
  const std::string name = database->NameOf(Character(args[0]));
  return name.empty() ? Value::None() : cx.NewString(name);
}

// find(name): the code, or None
Value Find(Context& cx, Args args) {
  const auto database = Database(cx);
  if (!database) return Value::Raised();
  const std::optional<char32_t> found = database->Find(ToUtf8(args[0].As<Str>()));
  return found ? Value::Small(static_cast<int64_t>(*found)) : Value::None();
}

// numeric(code): a float, or None
Value Numeric(Context& cx, Args args) {
  const auto database = Database(cx);
  if (!database) return Value::Raised();
  const std::optional<double> value = database->NumericOf(Character(args[0]));
  return value ? Value::Double(*value) : Value::None();
}

Value Decomposition(Context& cx, Args args) {
  const auto database = Database(cx);
  if (!database) return Value::Raised();
  return cx.NewString(database->DecompositionOf(Character(args[0])));
}

// normalize(text, compatible, composed)
Value Normalize(Context& cx, Args args) {
  const auto database = Database(cx);
  if (!database) return Value::Raised();
  const std::u32string text = ToUtf32(args[0].As<Str>());
  return Value::Of(NewStr(cx.heap, database->Normalized(text, args[1].IsTrue(), args[2].IsTrue())));
}

constexpr NativeDef kFunctions[] = {
    {"version", Version, ""},
    {"properties", Properties, "code, /"},
    {"name", Name, "code, /"},
    {"find", Find, "name, /"},
    {"numeric", Numeric, "code, /"},
    {"decomposition", Decomposition, "code, /"},
    {"normalize", Normalize, "text, compatible, composed, /"},
    {nullptr, nullptr, nullptr},
};

}  // namespace

const ModuleDef kUnicodedataModule = {"_unicodedata", kFunctions, nullptr};

}  // namespace heddle::lib
