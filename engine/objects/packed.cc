#include "objects/packed.h"

#include <cmath>
#include <cstring>

#include "objects/bytes.h"
#include "objects/compare.h"
#include "objects/number.h"

namespace heddle {

namespace {

bool IsSignedCode(char code) {
  return code == 'b' || code == 'h' || code == 'i' || code == 'l' || code == 'q' || code == 'n';
}

uint64_t HalfBits(double d, bool* overflows) {
  const uint64_t bits = __builtin_bit_cast(uint64_t, d);
  const uint64_t sign = bits >> 63 << 15;
  if (std::isnan(d)) return sign | 0x7e00;
  if (std::isinf(d)) return sign | 0x7c00;
  if (d == 0) return sign;
  // In units of the last place: of subnormal numbers below 2**-14.
  int exponent;
  std::frexp(d, &exponent);
  const int unit = std::max(exponent, -13) - 11;
  auto scaled = static_cast<uint64_t>(std::nearbyint(std::ldexp(std::fabs(d), -unit)));
  // A carry out of the fraction counts up the exponent, as it should.
  scaled += static_cast<uint64_t>(unit + 24) << 10;
  if (scaled >= 0x7c00) {
    *overflows = true;
    return sign | 0x7c00;
  }
  return sign | scaled;
}

double FromHalf(uint64_t bits) {
  const int exponent = bits >> 10 & 31;
  const double fraction = static_cast<double>(bits & 0x3ff);
  double value;
  if (exponent == 31) {
    value = fraction != 0 ? std::nan("") : HUGE_VAL;
  } else {
    value = exponent == 0 ? std::ldexp(fraction, -24) : std::ldexp(fraction + 1024, exponent - 25);
  }
  return (bits & 0x8000) != 0 ? -value : value;
}

void PutBits(uint64_t bits, uint32_t size, bool big_endian, uint8_t* out) {
  for (uint32_t i = 0; i < size; ++i, bits >>= 8) {
    out[big_endian ? size - 1 - i : i] = static_cast<uint8_t>(bits);
  }
}

uint64_t GetBits(uint32_t size, bool big_endian, const uint8_t* from) {
  uint64_t bits = 0;
  for (uint32_t i = 0; i < size; ++i) bits = bits << 8 | from[big_endian ? i : size - 1 - i];
  return bits;
}

bool HasMethod(Context& cx, Value v, Special method) {
  return !TypeOf(cx, v)->special(method).IsUndefined();
}

}  // namespace

uint32_t PackedSize(char code) {
  switch (code) {
    case 'c':
    case 'b':
    case 'B':
    case '?': return 1;
    case 'h':
    case 'H':
    case 'e': return 2;
    case 'i':
    case 'I':
    case 'f': return 4;
    case 'l':
    case 'L':
    case 'q':
    case 'Q':
    case 'n':
    case 'N':
    case 'P':
    case 'd': return 8;
    default: return 0;
  }
}

PackedRange RangeOf(char code, uint32_t size) {
  const uint64_t all = ~uint64_t{0} >> (64 - 8 * size);
  if (!IsSignedCode(code)) return {0, all};
  return {-static_cast<int64_t>(all >> 1) - 1, all >> 1};
}

Packing PackItem(Context& cx, char code, uint32_t size, bool big_endian, Value value, uint8_t* out,
                 bool* overflows) {
  bool ignored = false;
  if (overflows == nullptr) overflows = &ignored;
  switch (code) {
    case 'c': {
      if (!value.Is(Kind::kBytes) && !value.Is(Kind::kByteArray)) return Packing::kWrongType;
      const std::string data = BytesCopy(value);
      if (data.size() != 1) return Packing::kOutOfRange;
      *out = static_cast<uint8_t>(data[0]);
      return Packing::kDone;
    }
    case '?': {
      const Tri truth = TryTruth(cx, value);
      if (truth == Tri::kPython) return Packing::kPython;
      *out = truth == Tri::kTrue ? 1 : 0;
      return Packing::kDone;
    }
    case 'e':
    case 'f':
    case 'd': {
      double number;
      if (IsFloat(value)) {
        number = FloatOf(value);
      } else if (IsInt(value)) {
        if (!IntToDouble(value, &number)) return Packing::kOutOfRange;
      } else {
        const bool converts =
            HasMethod(cx, value, Special::kFloat) || HasMethod(cx, value, Special::kIndex);
        return converts && !value.Is(Kind::kComplex) ? Packing::kPython : Packing::kWrongType;
      }
      uint64_t bits;
      if (code == 'd') {
        bits = __builtin_bit_cast(uint64_t, number);
      } else if (code == 'f') {
        const auto single = static_cast<float>(number);
        *overflows = std::isinf(single) && !std::isinf(number);
        bits = __builtin_bit_cast(uint32_t, single);
      } else {
        bits = HalfBits(number, overflows);
      }
      PutBits(bits, size, big_endian, out);
      return Packing::kDone;
    }
    default: break;
  }
  if (!IsInt(value)) {
    return HasMethod(cx, value, Special::kIndex) ? Packing::kPython : Packing::kWrongType;
  }
  uint64_t bits;
  if (IsSignedCode(code)) {
    int64_t number;
    if (!IntToInt64(value, &number)) return Packing::kOutOfRange;
    const PackedRange range = RangeOf(code, size);
    if (number < range.least || number > static_cast<int64_t>(range.most)) {
      return Packing::kOutOfRange;
    }
    bits = static_cast<uint64_t>(number);
  } else {
    if (!IntToUint64(value, &bits) || bits > RangeOf(code, size).most) return Packing::kOutOfRange;
  }
  PutBits(bits, size, big_endian, out);
  return Packing::kDone;
}

Value UnpackItem(Context& cx, char code, uint32_t size, bool big_endian, const uint8_t* from) {
  const uint64_t bits = GetBits(size, big_endian, from);
  switch (code) {
    case 'c': return Value::Of(NewBytes(cx.heap, {reinterpret_cast<const char*>(from), 1}));
    case '?': return Value::Bool(bits != 0);
    case 'e': return Value::Double(FromHalf(bits));
    case 'f': return Value::Double(__builtin_bit_cast(float, static_cast<uint32_t>(bits)));
    case 'd': return Value::Double(__builtin_bit_cast(double, bits));
    default: break;
  }
  if (!IsSignedCode(code)) return IntFromUint64(cx.heap, bits);
  const int unused = 64 - static_cast<int>(8 * size);
  return IntFromInt64(cx.heap, static_cast<int64_t>(bits << unused) >> unused);
}

}  // namespace heddle
