#include "vm/invoke.h"

#include <algorithm>

#include "objects/dict.h"
#include "objects/exception_fields.h"
#include "objects/str_ops.h"
#include "syntax/parser.h"
#include "vm/program.h"

namespace heddle::vm {

const bytecode::Liveness& LivenessOf(Code* code) {
  bytecode::Liveness* known = code->liveness.LoadAcquire();
  if (known != nullptr) return *known;
  auto* const made = new bytecode::Liveness(**code->unit);
  if (code->liveness.CompareExchange(nullptr, made)) return *made;
  delete made;
  return *code->liveness.LoadAcquire();
}

namespace {

size_t EditDistance(const std::string& a, const std::string& b) {
  std::vector<size_t> row(b.size() + 1);
  for (size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (size_t i = 1; i <= a.size(); ++i) {
    size_t diagonal = row[0];
    row[0] = i;
    for (size_t j = 1; j <= b.size(); ++j) {
      const size_t change = diagonal + (a[i - 1] != b[j - 1]);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, change});
    }
  }
  return row[b.size()];
}

}  // namespace

std::string ClosestName(const std::string& name, const std::vector<std::string>& candidates) {
  if (candidates.size() > 750 || name.size() > 40) return "";
  std::string best;
  size_t best_distance = SIZE_MAX;
  for (const std::string& candidate : candidates) {
    if (candidate == name) continue;
    const size_t limit = (name.size() + candidate.size() + 3) / 6;
    const size_t distance = EditDistance(name, candidate);
    if (distance <= limit && distance < best_distance) {
      best = candidate;
      best_distance = distance;
    }
  }
  return best;
}

namespace {

const char* Plural(size_t n) { return n == 1 ? "" : "s"; }

// A method by its class, as CPython names those that take no keywords.
std::string QualifiedName(const Native* native) {
  const bool of_type = native->owner.Load().Is(Kind::kType);
  return of_type ? ToUtf8(native->qualname.Load().As<Str>()) : native->def->name;
}

// Of a type's __new__ or __init__, which a program calls by the name of the type.
bool MakesInstance(const Native* native) {
  const std::string_view name = native->def->name;
  return (name == "__new__" || name == "__init__") && native->owner.Load().Is(Kind::kType);
}

// The name that messages give the function.
std::string ShownName(const Native* native) {
  if (!MakesInstance(native)) return native->def->name;
  return ToUtf8(native->owner.Load().As<Type>()->name.Load().As<Str>());
}

// Those that take keywords and count their arguments all the same.
bool CountsOnly(const Native* native) {
  constexpr std::string_view kNames[] = {"dict", "int", "str", "sorted", "update"};
  return std::find(std::begin(kNames), std::end(kNames), ShownName(native)) != std::end(kNames);
}

// What CPython says for functions whose parameters can be given by name.
Value RaiseParameterCount(Context& cx, const Native* native, size_t count, size_t self) {
  const Signature& s = *native->signature;
  const std::string name = ShownName(native);
  if (count + self < s.min) {
    if (s.positional_only <= count + self) {
      return cx.Raise(Exc::kTypeError, "{}() missing required argument '{}' (pos {})", name,
                      s.names[count + self], count + 1);
    }
    return cx.Raise(Exc::kTypeError, "{}() takes at least {} positional argument{} ({} given)",
                    name, s.min - self, Plural(s.min - self), count);
  }
  const size_t max = s.max - self;
  if (max == 0) return cx.Raise(Exc::kTypeError, "{}() takes no positional arguments", name);
  return cx.Raise(Exc::kTypeError, "{}() takes {} {} {}argument{} ({} given)", name,
                  s.min == s.max && s.keyword_only == 0 ? "exactly" : "at most", max,
                  s.keyword_only == 0 ? "" : "positional ", Plural(max), count);
}

}  // namespace

bool IsSlotName(std::string_view name) {
  if (!name.starts_with("__") || !name.ends_with("__")) return false;
  constexpr std::string_view kOrdinary[] = {
      "__alloc__",         "__aenter__",        "__aexit__",         "__bytes__",
      "__ceil__",          "__class_getitem__", "__complex__",       "__copy__",
      "__deepcopy__",      "__dir__",           "__enter__",         "__exit__",
      "__floor__",         "__format__",        "__getformat__",     "__getnewargs__",
      "__getnewargs_ex__", "__getstate__",      "__init_subclass__", "__instancecheck__",
      "__length_hint__",   "__missing__",       "__prepare__",       "__reduce__",
      "__reduce_ex__",     "__replace__",       "__reversed__",      "__round__",
      "__set_name__",      "__setstate__",      "__sizeof__",        "__subclasscheck__",
      "__subclasses__",    "__subclasshook__",  "__trunc__"};
  return std::find(std::begin(kOrdinary), std::end(kOrdinary), name) == std::end(kOrdinary);
}

Value RaiseArgumentCount(Context& cx, const Native* native, size_t given) {
  const Signature& s = *native->signature;
  const std::string name = ShownName(native);
  const bool makes = MakesInstance(native);
  // A method's own `self` is not counted for the user.
  const bool of_class = !s.names.empty() && s.names[0] == "cls";
  const bool bound = makes || of_class || native->kind == Kind::kMethodDescriptor ||
                     !native->self.Load().IsUndefined();
  const size_t self = bound ? 1 : 0;
  const size_t min = s.min >= self ? s.min - self : 0;
  const size_t max = s.max >= self ? s.max - self : 0;
  const size_t count = given >= self ? given - self : 0;
  if (!s.simple && !CountsOnly(native)) return RaiseParameterCount(cx, native, count, self);
  const bool exact = s.max != 0xffff && min == max;
  if (exact && bound && !makes && IsSlotName(name)) {
    return cx.Raise(Exc::kTypeError, "expected {} argument{}, got {}", max, Plural(max), count);
  }
  if (exact && max == 0) {
    return cx.Raise(Exc::kTypeError, "{}() takes no arguments ({} given)", QualifiedName(native),
                    count);
  }
  if (exact && max == 1 && !makes && !CountsOnly(native)) {
    return cx.Raise(Exc::kTypeError, "{}() takes exactly one argument ({} given)",
                    QualifiedName(native), count);
  }
  if (exact) {
    return cx.Raise(Exc::kTypeError, "{} expected {} argument{}, got {}", name, max, Plural(max),
                    count);
  }
  const bool few = given < s.min;
  const size_t limit = few ? min : max;
  return cx.Raise(Exc::kTypeError, "{} expected at {} {} argument{}, got {}", name,
                  few ? "least" : "most", limit, Plural(limit), count);
}

// A class may take keywords of its own in the one of __new__ and __init__ that it defines: the
// other one, the builtin's, leaves them alone (as CPython's list.__init__ and tuple.__new__ do).
static bool LeavesKeywords(Context& cx, const Native* native, std::span<const Value> args) {
  if (args.empty()) return false;
  const auto is_custom = [](Type* type, Special s) {
    const Value method = type->special(s);
    return !method.Is(Kind::kMethodDescriptor) && NativeBehind(method) == nullptr;
  };
  const std::string_view name = native->def->name;
  if (name == "__init__") return is_custom(TypeOf(cx, args[0]), Special::kNew);
  return native->signature->is_new && args[0].Is(Kind::kType) &&
         is_custom(args[0].As<Type>(), Special::kInit);
}

Value CallNativeWithKeywords(Context& cx, const Native* native, std::span<const Value> args,
                             Tuple* names) {
  const Signature& s = *native->signature;
  if (s.simple || s.max == 0xffff) {
    if (s.keyword_only == 0 && !s.drops_keywords) {
      if (LeavesKeywords(cx, native, args)) {
        const size_t given = args.size() - names->length;
        if (given < s.min || given > s.max) return RaiseArgumentCount(cx, native, given);
        return native->fn(cx, Args{const_cast<Value*>(args.data()), static_cast<uint32_t>(given)});
      }
      // Of a class, its name.
      const bool of_class = MakesInstance(native) && !args.empty();
      return cx.Raise(Exc::kTypeError, "{}() takes no keyword arguments",
                      of_class ? ShownName(native) : QualifiedName(native));
    }
  }
  const size_t given = args.size() - names->length;
  const size_t positional_max = s.names.size() - s.keyword_only;
  if (given > positional_max && s.max != 0xffff) return RaiseArgumentCount(cx, native, given);
  constexpr size_t kFew = 16;
  Value few[kFew];
  std::vector<Value> many;
  const size_t rest = given > positional_max ? given - positional_max : 0;
  const size_t count = s.names.size() + rest;
  if (count > kFew) many.resize(count);
  const std::span<Value> bound = count > kFew ? std::span<Value>(many) : std::span(few, count);
  const std::span<Value> named = bound.first(s.names.size());
  std::copy_n(args.begin(), std::min(given, positional_max), bound.begin());
  for (uint32_t k = 0; k < names->length; ++k) {
    Str* const name = names->Get(k).As<Str>();
    size_t p = s.positional_only;
    while (p < s.names.size() && !(name->ascii != 0 && name->ascii_view() == s.names[p])) ++p;
    if (p == s.names.size()) {
      if (s.drops_keywords) continue;
      if (s.collects_keywords) {
        if (named.back().IsUndefined()) named.back() = Value::Of(NewDict(cx.heap));
        DictSetStr(cx, named.back().As<Dict>(), name, args[given + k]);
        continue;
      }
      return cx.Raise(Exc::kTypeError, "{}() got an unexpected keyword argument '{}'",
                      ShownName(native), ToUtf8(name));
    }
    if (!bound[p].IsUndefined()) {
      return cx.Raise(Exc::kTypeError, "argument for {}() given by name ('{}') and position ({})",
                      ShownName(native), ToUtf8(name), p + 1);
    }
    bound[p] = args[given + k];
  }
  for (size_t i = 0; i < s.min; ++i) {
    if (bound[i].IsUndefined()) {
      return cx.Raise(Exc::kTypeError, "{}() missing required argument '{}' (pos {})",
                      ShownName(native), s.names[i], i + 1);
    }
  }
  std::copy_n(args.begin() + static_cast<std::ptrdiff_t>(given - rest), rest,
              bound.begin() + static_cast<std::ptrdiff_t>(s.names.size()));
  return native->fn(cx, Args{bound.data(), static_cast<uint32_t>(bound.size())});
}

bool CheckNewClass(Context& cx, const Native* native, std::span<const Value> args) {
  Type* const owner = native->owner.Load().As<Type>();
  const auto owner_name = [&] { return ToUtf8(owner->name.Load().As<Str>()); };
  if (args.empty()) {
    cx.Raise(Exc::kTypeError, "{}.__new__(): not enough arguments", owner_name());
    return false;
  }
  if (!args[0].Is(Kind::kType)) {
    cx.Raise(Exc::kTypeError, "{}.__new__(X): X is not a type object ({})", owner_name(),
             TypeName(cx, args[0]));
    return false;
  }
  auto* const type = args[0].As<Type>();
  const std::string name = ToUtf8(type->name.Load().As<Str>());
  if (!IsSubtype(type, owner)) {
    cx.Raise(Exc::kTypeError, "{0}.__new__({1}): {1} is not a subtype of {0}", owner_name(), name);
    return false;
  }
  // The builtin type whose layout the class has must be made by this very method.
  Type* builtin = type;
  while (builtin->Has(kHeapType)) builtin = builtin->base.Load();
  const Native* const wanted = NativeBehind(builtin->special(Special::kNew));
  if (wanted == nullptr || wanted->fn == native->fn) return true;
  cx.Raise(Exc::kTypeError, "{}.__new__({}) is not safe, use {}.__new__()", owner_name(), name,
           ToUtf8(builtin->name.Load().As<Str>()));
  return false;
}

bool CheckDescriptorSelf(Context& cx, const Native* native, std::span<const Value> args) {
  Type* const owner = native->owner.Load().As<Type>();
  if (args.empty()) {
    const std::string_view name = native->def->name;
    cx.Raise(Exc::kTypeError, "{} needs an argument",
             IsSlotName(name)
                 ? fmt::format("descriptor '{}' of '{}' object", name,
                               ToUtf8(owner->name.Load().As<Str>()))
                 : "unbound method " + ToUtf8(native->qualname.Load().As<Str>()) + "()");
    return false;
  }
  if (IsSubtype(TypeOf(cx, args[0]), owner)) return true;
  const std::string_view method = native->def->name;
  const std::string type = ToUtf8(owner->name.Load().As<Str>());
  if (IsSlotName(method)) {
    cx.Raise(Exc::kTypeError, "descriptor '{}' requires a '{}' object but received a '{}'", method,
             type, TypeName(cx, args[0]));
  } else {
    cx.Raise(Exc::kTypeError, "descriptor '{}' for '{}' objects doesn't apply to a '{}' object",
             method, type, TypeName(cx, args[0]));
  }
  return false;
}

Value RaiseSyntaxError(Context& cx, const syntax::SyntaxError& error, std::string_view filename) {
  const Exc kind = error.kind == syntax::ErrorKind::kIndentationError ? Exc::kIndentationError
                   : error.kind == syntax::ErrorKind::kTabError       ? Exc::kTabError
                                                                      : Exc::kSyntaxError;
  cx.Raise(kind, error.message);
  auto* const exception = cx.pending.As<Exception>();
  const auto number = [](int n) { return Value::Small(n); };
  const Value text = error.has_text ? cx.NewString(error.text_line) : Value::None();
  Tuple* const details =
      NewTuple(cx.heap, {cx.NewString(filename), number(error.line), number(error.column), text,
                         number(error.end_line), number(error.end_column)});
  exception->args.Store(
      Value::Of(NewTuple(cx.heap, {cx.NewString(error.message), Value::Of(details)})));
  const auto set = [&](const char* name, Value value) {
    SetExceptionField(cx, exception, cx.Intern(name), value);
  };
  set("msg", cx.NewString(error.message));
  set("filename", cx.NewString(filename));
  set("lineno", number(error.line));
  set("offset", number(error.column));
  set("text", text);
  set("end_lineno", number(error.end_line));
  set("end_offset", number(error.end_column));
  return Value::Raised();
}

}  // namespace heddle::vm
