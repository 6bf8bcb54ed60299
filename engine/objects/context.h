// What C++ code that works on Python values is given: where to allocate, the process's shared
// tables, and how to raise, call on, or park.
//
// A native function is `Value fn(Context& cx, Args args)`. It returns
//   a value             its result
//   cx.Raise(…)         an exception is pending in cx
//   cx.TailCall(f, …)   "call f with these arguments, its result is mine": how C++ reaches Python
//                       code, user-defined methods or the part of the library written in Python.
//                       There is no way to call Python and come back (law 1).
//   cx.Park()           the fiber was queued on something: run me again, with the same arguments,
//                       when it has been unparked. What the function must remember lies in the
//                       fiber's wait state.
// Natives run between two safepoints: no collection happens while one runs, and plain pointers to
// objects are safe. A native that may run for long works in the library's Python part instead, or
// in pieces.
#pragma once

#include <fmt/format.h>

#include <array>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "heap/heap.h"
#include "heap/value.h"
#include "objects/exception.h"
#include "objects/str.h"
#include "objects/type.h"

namespace heddle {

struct Cell;
struct Context;
struct Runtime;

struct Args {
  Value* data;
  uint32_t count;
  Value operator[](uint32_t i) const { return data[i]; }
  // Undefined when not given.
  Value Opt(uint32_t i) const { return i < count ? data[i] : Value::Undefined(); }
  Args From(uint32_t i) const { return {data + i, count - i}; }
};

using NativeFn = Value (*)(Context& cx, Args args);

// A row of a table of native functions. `params` is the parameter list as Python's help shows it,
// where `=` after a name makes it optional: "self, iterable=, /", "x, /, *, key=, reverse=",
// "self, *args". A native receives its parameters in this order, those left out as Undefined (or
// cut off at the end: use Args::Opt); arguments beyond them are those of *args. There is no
// **kwargs, but a last parameter "**kwargs=" receives the keywords that name no parameter as a
// Dict, or Undefined when there are none. A row of a type without `fn` makes the attribute None
// ("__hash__" of what cannot be hashed).
struct NativeDef {
  const char* name;
  NativeFn fn;
  const char* params;
};

struct GetSetDef {
  const char* name;
  NativeFn get;  // (self)
  NativeFn set;  // (self, value or Undefined to delete), null: read-only
};

// A builtin type. Methods whose first parameter is `cls` are class methods; without `self` or `cls`
// static ones; `__new__` is static and gets the class first.
struct TypeDef {
  const char* name;
  const char* module;  // "builtins", …
  Kind kind;
  const NativeDef* methods;  // ends with a null name; may be null
  const GetSetDef* getsets;  // the same
  uint32_t flags;            // TypeFlags: kNotBase, kHasDict, kNoInstances
  uint16_t basic_bytes;      // size of an instance without attribute slots; 0: variable
  const char* doc;
  const char* base = "object";  // name of a builtin type that comes earlier in the list
};

// A native function as an object: of a module, a bound method of a builtin type, or unbound
// (Kind::kMethodDescriptor).
struct Signature {
  std::vector<std::string_view> names;     // of the parameters, in order; ASCII
  uint16_t min, max;                       // positional arguments taken; max is 0xffff with *args
  uint16_t positional_only, keyword_only;  // first n are positional-only; last n keyword-only
  bool simple;                             // no keyword can be passed
  bool is_new;             // __new__ of a builtin type: the first argument must be a subtype
  bool drops_keywords;     // "**kwargs": keywords that name no parameter are ignored, as
                           // BaseException.__new__ does for the sake of __init__
  bool collects_keywords;  // "**kwargs=": they arrive as a dict, the last of `names`
};
struct Native : Object {
  NativeFn fn;
  const NativeDef* def;
  const Signature* signature;  // owned by the Runtime
  // Numbers of positional arguments with which `fn` can be called as they lie; least > most when
  // there is more to it (self of a bound one, keywords in front of *args, a check of the class).
  uint32_t direct_least, direct_most;
  Slot self;   // Undefined: a plain function or a descriptor
  Slot owner;  // type of a descriptor, module name (str) of a function
  Slot qualname;
};

// The parts of the library that natives call on, written in Python (engine/lib/py/_builtins.py):
// LIBRARY(CppName, python_name).
enum class Library : uint8_t {
#define LIBRARY(cpp_name, python_name) k##cpp_name,
#include "objects/library.def"
#undef LIBRARY
  kCount,
};

// Names that C++ uses again and again, interned once.
struct Names {
#define NAME(name) Str* s_##name;
#include "objects/names.def"
#undef NAME
  std::array<Str*, size_t(Special::kCount)> specials;
};

// The tables of one process that its workers share. Written at start-up, or under the lock that the
// field names.
struct Runtime {
  // `types`: the builtin types, bases first (lib::BuiltinTypes()). The exceptions that are not
  // among them are added as exceptions.def has them.
  Runtime(const heap::KindTable& kinds, std::span<const TypeDef* const> types);
  ~Runtime();
  Runtime(const Runtime&) = delete;
  Runtime& operator=(const Runtime&) = delete;

  heap::Heap heap;
  Names names{};
  std::array<Type*, size_t(Exc::kCount)> exceptions{};
  std::array<Slot, size_t(Library::kCount)> library{};
  Type* object_type = nullptr;
  Type* type_type = nullptr;
  Type* none_type = nullptr;
  Type* bool_type = nullptr;
  Type* int_type = nullptr;
  Type* float_type = nullptr;
  Type* not_implemented_type = nullptr;
  Type* ellipsis_type = nullptr;
  std::array<Type*, 3> dict_view_types{};  // by DictPart
  std::array<Type*, 64> iterator_types{};  // by IteratorKind
  Slot builtins;                           // Module
  Slot modules;                            // Dict: sys.modules
  Slot empty_tuple;
  std::array<Slot, 256> latin1_chars;  // one-character strings
  Slot empty_str;
  Relaxed<uint32_t> int_max_str_digits{4300};  // sys.set_int_max_str_digits; 0 is no limit
  // The program would notice when an object dies: there is a class with __del__, a weak reference
  // to an instance of one of its classes, or a generator suspended in a try statement.
  Relaxed<uint32_t> deaths_matter{0};

  // Runs a function while no other worker runs Python code; nothing is collected meanwhile. Set by
  // the VM; the function is called directly as long as locking is not enabled. The caller holds no
  // lock.
  std::function<void(Context&, const std::function<void()>&)> stop_the_world;
  // Forgets every inline cache: a class with instances got a data descriptor, or its own way to
  // look up or set attributes. Set by the VM; may be empty.
  std::function<void(Context&)> invalidate_caches;

  struct Tables;  // interned strings, shapes, signatures: objects/runtime.cc
  std::unique_ptr<Tables> tables;
};

// What lookups along the MRO found lately: one per worker, so nothing is shared. A type's version
// is its own, so it stands for the type; names may die in a collection, which empties the cache.
struct LookupCache {
  struct Entry {
    uint32_t version;
    Str* name;
    Cell* cell;  // null: not found
  };
  static constexpr size_t kEntries = 1024;
  uint64_t collections = 0;
  std::array<Entry, kEntries> entries{};
};

struct Context {
  Context(Runtime& rt, heap::Allocator& alloc) : runtime(rt), heap(alloc) {}

  Runtime& runtime;
  heap::Allocator& heap;

  std::unique_ptr<LookupCache> lookups = std::make_unique<LookupCache>();

  // The exception that the last Raise made.
  Value pending;

  // The argument that RaiseNotInteger refused though it has an __index__: the VM calls the native
  // again with what that gives. So natives take integers as if there were no such objects.
  Value wants_index;

  // The call that the last TailCall asked for.
  struct Tail {
    Value callable;
    std::vector<Value> args;
    Value kwnames;  // Undefined, or a tuple of str naming the last arguments
  } tail;

  Value Raise(Exc kind, std::string_view message);
  template <typename... T>
  Value Raise(Exc kind, fmt::format_string<const T&...> format, const T&... args) {
    return Raise(kind, std::string_view(fmt::format(format, args...)));
  }
  Value RaiseObject(Value exception) {
    pending = exception;
    return Value::Raised();
  }
  // KeyError(key), StopIteration(value), …: the argument is a value, not a message.
  Value RaiseWith(Exc kind, Value argument);

  Value TailCall(Value callable, std::initializer_list<Value> args) {
    tail.callable = callable;
    tail.args.assign(args);
    tail.kwnames = Value::Undefined();
    return Value::TailCall();
  }
  Value TailCall(Library function, std::initializer_list<Value> args) {
    return TailCall(runtime.library[size_t(function)].Load(), args);
  }
  Value Park() { return Value::Park(); }

  // Text, as str objects.
  Value NewString(std::string_view utf8) { return Value::Of(NewStr(heap, utf8)); }
  Str* Intern(std::string_view utf8);
  Str* Intern(Str* str);

  // Runs `work` while no other worker runs; collections wait until this native has returned.
  void WithWorldStopped(const std::function<void()>& work);
};

// The name of a value's type, for messages.
std::string TypeName(Context& cx, Value v);

// What can be decided without running Python code; kPython when it takes some.
enum class Tri : uint8_t { kFalse, kTrue, kPython, kRaised };

Tri TryTruth(Context& cx, Value v);
Tri TryEqual(Context& cx, Value a, Value b);
// kTrue with `hash` set, kPython, or kRaised (unhashable type: 'list').
Tri TryHash(Context& cx, Value v, uint64_t* hash);
// The str, Undefined for "takes Python code" or an exception pending (then cx.pending is set).
enum class ReprKind : uint8_t { kRepr, kStr, kAscii };
Tri TryRepr(Context& cx, Value v, ReprKind kind, Value* text);

}  // namespace heddle
