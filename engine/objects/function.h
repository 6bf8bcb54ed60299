// Code, functions, cells, methods: what can be called and what it closes over.
#pragma once

#include <cstdint>
#include <memory>

#include "bytecode/code_unit.h"
#include "bytecode/liveness.h"
#include "heap/heap.h"
#include "heap/value.h"

namespace heddle {

struct Context;
struct Dict;
struct Str;
struct Tuple;
struct Module;

// A captured variable, or a variable of a namespace (a module's or a class's dict keeps its values
// in cells, so that code can cache the cell: see DictTable). Undefined: unbound. `fallback` is the
// builtins' cell of the same name for a global that is read but was never assigned.
struct Cell : Object {
  Slot value;
  Relaxed<Cell*> fallback;
};
Cell* NewCell(heap::Allocator& heap, Value value);

// A loaded CodeUnit: its constants as values, its names interned, and the inline caches, which are
// words of `words` and are only ever read and written as whole words (Relaxed).
struct Code : Object {
  std::shared_ptr<const bytecode::CodeUnit>* unit;  // owned; freed by the finalizer
  Relaxed<uint64_t>* words;                         // in a Buffer object `words_buffer`
  Slot words_buffer;
  Slot* constants;  // in the Array `constants_array`
  Slot constants_array;
  Slot* names;  // interned strings, in the Array `names_array`
  Slot names_array;
  Slot local_names;  // tuple of str, by register
  Slot name, qualname, filename;
  Slot globals_owner;  // the globals dict that the inline caches belong to
  uint32_t flags;      // bytecode::CodeFlags
  uint32_t word_count;
  uint16_t positional_only, positional, keyword_only;
  uint16_t parameter_count;  // registers filled by a call, *args and **kwargs included
  uint16_t local_count, free_count, register_count;
  uint16_t simple_args;  // 1: no *args, **kwargs, keyword-only: a call may just copy
  int32_t first_line;
  Relaxed<bytecode::Liveness*> liveness;  // owned; null until somebody needs it
};

struct Function : Object {
  Code* code;
  Slot code_slot;  // what __code__ shows (the same object)
  Slot globals;    // Dict of the module
  Slot name, qualname, module, doc;
  Slot defaults;     // tuple or None
  Slot kwdefaults;   // dict or None
  Slot annotations;  // dict or Undefined (made on demand)
  Slot closure;      // tuple of cells or None
  Slot type_params;  // tuple or Undefined
  Slot attributes;   // dict or Undefined: the function's __dict__
};

// Flag of a function that stands for one that CPython has in C: its type is
// builtin_function_or_method, and as an attribute of a class it is not bound.
inline constexpr uint8_t kBuiltinFunction = kUser1;
inline bool IsBuiltinFunction(Value v) {
  return v.Is(Kind::kFunction) && (v.object()->flags & kBuiltinFunction) != 0;
}
inline bool IsPlainFunction(Value v) {
  return v.Is(Kind::kFunction) && (v.object()->flags & kBuiltinFunction) == 0;
}

struct BoundMethod : Object {
  Slot function;  // any callable
  Slot self;
};
BoundMethod* NewBoundMethod(heap::Allocator& heap, Value function, Value self);

struct StaticMethod : Object {
  Slot callable;
  Slot attributes;
};
struct ClassMethod : Object {
  Slot callable;
  Slot attributes;
};
struct Property : Object {
  Slot get, set, del, doc;
  Slot name;
};
struct SuperObject : Object {
  Slot type;       // the class after which the search in the MRO begins
  Slot self;       // instance or class, or Undefined when unbound
  Slot self_type;  // the type whose MRO is searched
};
struct Module : Object {
  Slot dict;  // its namespace: a Dict whose values are in cells
};
// With __name__, __doc__ and the other usual names (None).
Module* NewModule(Context& cx, Str* name);
// A read-only view of a mapping: what a class's __dict__ is.
struct MappingProxy : Object {
  Slot mapping;
};

}  // namespace heddle
