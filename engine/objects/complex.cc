#include "objects/complex.h"

#include <cmath>

#include "objects/context.h"
#include "objects/float.h"
#include "objects/number_format.h"
#include "objects/str_ops.h"

namespace heddle {

namespace {

bool IsAsciiSpace(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// The longest prefix that reads as a float; 0 when there is none.
size_t FloatPrefix(std::string_view text) {
  size_t i = !text.empty() && (text[0] == '+' || text[0] == '-') ? 1 : 0;
  size_t best = 0;
  double ignored;
  while (i < text.size()) {
    const char c = text[i];
    const bool exponent_sign = (c == '+' || c == '-') && (text[i - 1] == 'e' || text[i - 1] == 'E');
    const bool letter = (c >= 'a' && c <= 'z' && c != 'j') || (c >= 'A' && c <= 'Z' && c != 'J');
    const bool part = (c >= '0' && c <= '9') || c == '.' || c == '_' || letter;
    if (!part && !(exponent_sign && i > 0)) break;
    ++i;
    if (ParseFloat(text.substr(0, i), &ignored)) best = i;
  }
  return best;
}

bool ParseComplex(std::string_view text, double* real, double* imag) {
  const auto take = [&](double* out) {
    const size_t size = FloatPrefix(text);
    if (size == 0) return false;
    ParseFloat(text.substr(0, size), out);
    text.remove_prefix(size);
    return true;
  };
  const auto take_j = [&] {
    if (text.empty() || (text[0] != 'j' && text[0] != 'J')) return false;
    text.remove_prefix(1);
    return true;
  };
  const auto take_bare_sign = [&](double* out) {
    double sign = 1;
    if (!text.empty() && (text[0] == '+' || text[0] == '-')) {
      sign = text[0] == '-' ? -1 : 1;
      text.remove_prefix(1);
    }
    *out = sign;
    return take_j();
  };
  *real = *imag = 0;
  double first;
  if (!take(&first)) return take_bare_sign(imag) && text.empty();
  if (take_j()) {
    *imag = first;
    return text.empty();
  }
  *real = first;
  if (text.empty()) return true;
  if (text[0] != '+' && text[0] != '-') return false;
  if (take(imag)) return take_j() && text.empty();
  return take_bare_sign(imag) && text.empty();
}

}  // namespace

Value NewComplex(heap::Allocator& heap, double real, double imag) {
  auto* c = heap.New<Complex>(Kind::kComplex);
  c->real = real;
  c->imag = imag;
  return Value::Of(c);
}

std::string ComplexReprText(const Complex* c) {
  const auto part = [](double d) {
    std::string text = FloatReprText(d);
    if (text.ends_with(".0")) text.resize(text.size() - 2);
    return text;
  };
  if (c->real == 0 && !std::signbit(c->real)) return part(c->imag) + "j";
  std::string imag = part(c->imag);
  if (imag[0] != '-') imag.insert(0, "+");
  return "(" + part(c->real) + imag + "j)";
}

Str* ComplexRepr(Context& cx, const Complex* c) {
  return NewStrFromLatin1(cx.heap, ComplexReprText(c));
}

int64_t ComplexHash(const Complex* c) {
  const uint64_t hash = static_cast<uint64_t>(FloatHash(c->real)) +
                        1000003u * static_cast<uint64_t>(FloatHash(c->imag));
  return hash == ~uint64_t{0} ? -2 : static_cast<int64_t>(hash);
}

Value ComplexFromStr(Context& cx, const Str* text) {
  const std::string ascii = AsciiOfNumber(text);
  std::string_view view = ascii;
  const auto strip = [&] {
    while (!view.empty() && IsAsciiSpace(view.front())) view.remove_prefix(1);
    while (!view.empty() && IsAsciiSpace(view.back())) view.remove_suffix(1);
  };
  strip();
  if (view.size() > 1 && view.front() == '(' && view.back() == ')') {
    view = view.substr(1, view.size() - 2);
    strip();
  }
  double real, imag;
  if (ParseComplex(view, &real, &imag)) return NewComplex(cx.heap, real, imag);
  return cx.Raise(Exc::kValueError, "complex() arg is a malformed string");
}

}  // namespace heddle
