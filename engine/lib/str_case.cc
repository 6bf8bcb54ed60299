// The methods of str about case and classes of characters.
#include <string>

#include "lib/str_methods.h"
#include "objects/str_ops.h"
#include "objects/unicode.h"

namespace heddle::lib::str_methods {

namespace {

using unicode::Property;

const Str* Self(Args args) { return args[0].As<Str>(); }

using Mapping = int (*)(char32_t c, char32_t out[3]);

void Append(Mapping mapping, char32_t c, std::u32string* out) {
  char32_t mapped[3];
  out->append(mapped, mapping(c, mapped));
}

constexpr char32_t kSigma = 0x3a3;

// At the end of a word a capital sigma becomes ς.
char32_t LowerSigma(const Str* s, uint32_t at) {
  const auto cased_neighbour = [&](int step) {
    for (int64_t i = int64_t{at} + step; i >= 0 && i < s->length; i += step) {
      const char32_t c = s->At(static_cast<uint32_t>(i));
      if (!unicode::Has(c, unicode::kCaseIgnorable)) return unicode::Has(c, unicode::kCased);
    }
    return false;
  };
  return cased_neighbour(-1) && !cased_neighbour(1) ? 0x3c2 : 0x3c3;
}

void AppendLower(const Str* s, uint32_t i, std::u32string* out) {
  const char32_t c = s->At(i);
  if (c == kSigma) {
    out->push_back(LowerSigma(s, i));
  } else {
    Append(unicode::ToLower, c, out);
  }
}

Value Finish(Context& cx, const std::u32string& text) { return Value::Of(NewStr(cx.heap, text)); }

// ASCII text, byte by byte.
template <typename F>
Value MapAscii(Context& cx, const Str* s, F f) {
  const uint32_t length = s->length;
  Str* out = NewStrRaw(cx.heap, length, 1, true);
  const uint8_t* const from = s->data();
  uint8_t* const to = out->data();
  for (uint32_t i = 0; i < length; ++i) to[i] = f(from[i]);
  return Value::Of(out);
}
// Without branches, so that compilers do many at once. As objects, so that they are inlined.
constexpr auto kAsciiLower = [](uint8_t c) {
  return static_cast<uint8_t>(c + ((static_cast<uint8_t>(c - 'A') < 26) << 5));
};
constexpr auto kAsciiUpper = [](uint8_t c) {
  return static_cast<uint8_t>(c - ((static_cast<uint8_t>(c - 'a') < 26) << 5));
};

template <typename Test>
Value All(const Str* s, Test test) {
  for (uint32_t i = 0; i < s->length; ++i) {
    if (!test(s->At(i))) return Value::False();
  }
  return Value::Bool(s->length != 0);
}

Value AllHave(const Str* s, Property property) {
  return All(s, [&](char32_t c) { return unicode::Has(c, property); });
}

// At least one cased character, and none of the other case.
Value AllCased(const Str* s, Property wanted) {
  bool found = false;
  for (uint32_t i = 0; i < s->length; ++i) {
    const uint16_t properties = unicode::Properties(s->At(i));
    const uint16_t cases = properties & (unicode::kLower | unicode::kUpper | unicode::kTitle);
    if ((cases & ~wanted) != 0) return Value::False();
    found = found || cases != 0;
  }
  return Value::Bool(found);
}

}  // namespace

Value Lower(Context& cx, Args args) {
  const Str* self = Self(args);
  if (self->ascii) return MapAscii(cx, self, kAsciiLower);
  std::u32string out;
  for (uint32_t i = 0; i < self->length; ++i) AppendLower(self, i, &out);
  return Finish(cx, out);
}

Value Upper(Context& cx, Args args) {
  const Str* self = Self(args);
  if (self->ascii) return MapAscii(cx, self, kAsciiUpper);
  std::u32string out;
  for (uint32_t i = 0; i < self->length; ++i) Append(unicode::ToUpper, self->At(i), &out);
  return Finish(cx, out);
}

Value CaseFold(Context& cx, Args args) {
  const Str* self = Self(args);
  if (self->ascii) return MapAscii(cx, self, kAsciiLower);
  std::u32string out;
  for (uint32_t i = 0; i < self->length; ++i) Append(unicode::ToCaseFold, self->At(i), &out);
  return Finish(cx, out);
}

Value Capitalize(Context& cx, Args args) {
  const Str* self = Self(args);
  if (self->ascii && self->length != 0) {
    const Value lower = MapAscii(cx, self, kAsciiLower);
    uint8_t& first = lower.As<Str>()->data()[0];
    first = kAsciiUpper(first);
    return lower;
  }
  std::u32string out;
  if (self->length != 0) Append(unicode::ToTitle, self->At(0), &out);
  for (uint32_t i = 1; i < self->length; ++i) AppendLower(self, i, &out);
  return Finish(cx, out);
}

Value Title(Context& cx, Args args) {
  const Str* self = Self(args);
  if (self->ascii) {
    bool in_word = false;
    return MapAscii(cx, self, [&](uint8_t c) {
      const uint8_t mapped = in_word ? kAsciiLower(c) : kAsciiUpper(c);
      in_word = static_cast<uint8_t>((c | 0x20) - 'a') < 26;
      return mapped;
    });
  }
  std::u32string out;
  bool in_word = false;
  for (uint32_t i = 0; i < self->length; ++i) {
    if (in_word) {
      AppendLower(self, i, &out);
    } else {
      Append(unicode::ToTitle, self->At(i), &out);
    }
    in_word = unicode::Has(self->At(i), unicode::kCased);
  }
  return Finish(cx, out);
}

Value SwapCase(Context& cx, Args args) {
  const Str* self = Self(args);
  std::u32string out;
  for (uint32_t i = 0; i < self->length; ++i) {
    const char32_t c = self->At(i);
    if (unicode::Has(c, unicode::kUpper)) {
      AppendLower(self, i, &out);
    } else if (unicode::Has(c, unicode::kLower)) {
      Append(unicode::ToUpper, c, &out);
    } else {
      out.push_back(c);
    }
  }
  return Finish(cx, out);
}

Value IsAlpha(Context&, Args args) { return AllHave(Self(args), unicode::kAlpha); }
Value IsAlnum(Context&, Args args) { return All(Self(args), unicode::IsAlnum); }
Value IsAscii(Context&, Args args) { return Value::Bool(Self(args)->ascii); }
Value IsDecimal(Context&, Args args) { return AllHave(Self(args), unicode::kDecimal); }
Value IsDigit(Context&, Args args) { return AllHave(Self(args), unicode::kDigit); }
Value IsNumeric(Context&, Args args) { return AllHave(Self(args), unicode::kNumeric); }
Value IsSpace(Context&, Args args) { return AllHave(Self(args), unicode::kSpace); }
Value IsIdentifier(Context&, Args args) { return Value::Bool(StrIsIdentifier(Self(args))); }
Value IsLower(Context&, Args args) { return AllCased(Self(args), unicode::kLower); }
Value IsUpper(Context&, Args args) { return AllCased(Self(args), unicode::kUpper); }

Value IsPrintable(Context&, Args args) {
  return Value::Bool(Self(args)->length == 0 || AllHave(Self(args), unicode::kPrintable).IsTrue());
}

Value IsTitle(Context&, Args args) {
  const Str* self = Self(args);
  bool in_word = false;
  bool found = false;
  for (uint32_t i = 0; i < self->length; ++i) {
    const uint16_t properties = unicode::Properties(self->At(i));
    if ((properties & (unicode::kUpper | unicode::kTitle)) != 0) {
      if (in_word) return Value::False();
      in_word = found = true;
    } else if ((properties & unicode::kLower) != 0) {
      if (!in_word) return Value::False();
      found = true;
    } else {
      in_word = false;
    }
  }
  return Value::Bool(found);
}

}  // namespace heddle::lib::str_methods
