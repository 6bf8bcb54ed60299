// complex: a pair of doubles.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "heap/heap.h"
#include "heap/value.h"

namespace heddle {

struct Context;
struct Str;

struct Complex : Object {
  double real, imag;
};

Value NewComplex(heap::Allocator& heap, double real, double imag);
Str* ComplexRepr(Context& cx, const Complex* c);
std::string ComplexReprText(const Complex* c);
int64_t ComplexHash(const Complex* c);
// complex(text). ValueError.
Value ComplexFromStr(Context& cx, const Str* text);

}  // namespace heddle
