// Lanczos' approximation with g = 6.024680040776729583740234375 and n = 13, and the corrections for
// large arguments that CPython's math module applies.
#include "lib/math_gamma.h"

#include <cmath>
#include <limits>
#include <numbers>

namespace heddle::lib::math {

namespace {

constexpr int kTerms = 13;
constexpr double kG = 6.024680040776729583740234375;
constexpr double kGMinusHalf = 5.524680040776729583740234375;
constexpr double kLogPi = 1.144729885849400174143427351353058711647;
constexpr double kNumerator[kTerms] = {23531376880.410759688572007674451636754734846804940,
                                       42919803642.649098768957899047001988850926355848959,
                                       35711959237.355668049440185451547166705960488635843,
                                       17921034426.037209699919755754458931112671403265390,
                                       6039542586.3520280050642916443072979210699388420708,
                                       1439720407.3117216736632230727949123939715485786372,
                                       248874557.86205415651146038641322942321632125127801,
                                       31426415.585400194380614231628318205362874684987640,
                                       2876370.6289353724412254090516208496135991145378768,
                                       186056.26539522349504029498971604569928220784236328,
                                       8071.6720023658162106380029022722506138218516325024,
                                       210.82427775157934587250973392071336271166969580291,
                                       2.5066282746310002701649081771338373386264310793408};
constexpr double kDenominator[kTerms] = {
    0.0,       39916800.0, 120543840.0, 150917976.0, 105258076.0, 45995730.0, 13339535.0,
    2637558.0, 357423.0,   32670.0,     1925.0,      66.0,        1.0};
constexpr int kIntegers = 23;

double LanczosSum(double x) {
  double numerator = 0.0;
  double denominator = 0.0;
  if (x < 5.0) {
    for (int i = kTerms; --i >= 0;) {
      numerator = numerator * x + kNumerator[i];
      denominator = denominator * x + kDenominator[i];
    }
  } else {
    for (int i = 0; i < kTerms; ++i) {
      numerator = numerator / x + kNumerator[i];
      denominator = denominator / x + kDenominator[i];
    }
  }
  return numerator / denominator;
}

// sin(pi * x), exact at the multiples of a quarter.
double SinPi(double x) {
  const double y = std::fmod(std::fabs(x), 2.0);
  double result = 0;
  switch (static_cast<int>(std::round(2.0 * y))) {
    case 0: result = std::sin(std::numbers::pi * y); break;
    case 1: result = std::cos(std::numbers::pi * (y - 0.5)); break;
    case 2: result = std::sin(std::numbers::pi * (1.0 - y)); break;
    case 3: result = -std::cos(std::numbers::pi * (y - 1.5)); break;
    case 4: result = std::sin(std::numbers::pi * (y - 2.0)); break;
    default: break;
  }
  return std::copysign(1.0, x) * result;
}

}  // namespace

double Gamma(double x) {
  constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  if (!std::isfinite(x)) return std::isnan(x) || x > 0 ? x : kNan;
  if (x == 0) return kNan;
  if (x == std::floor(x)) {
    if (x < 0) return kNan;
    if (x <= kIntegers) {
      double product = 1.0;
      for (int i = 2; i < static_cast<int>(x); ++i) product *= i;
      return product;
    }
  }
  const double size = std::fabs(x);
  if (size < 1e-20) return 1.0 / x;
  if (size > 200.0) return x < 0 ? 0.0 / SinPi(x) : kInfinity;
  const double y = size + kGMinusHalf;
  double z;
  if (size > kGMinusHalf) {
    const double q = y - size;
    z = q - kGMinusHalf;
  } else {
    const double q = y - kGMinusHalf;
    z = q - size;
  }
  z = z * kG / y;
  double result;
  if (x < 0) {
    result = -std::numbers::pi / SinPi(size) / size * std::exp(y) / LanczosSum(size);
    result -= z * result;
    if (size < 140.0) {
      result /= std::pow(y, size - 0.5);
    } else {
      const double root = std::pow(y, size / 2.0 - 0.25);
      result /= root;
      result /= root;
    }
  } else {
    result = LanczosSum(size) / std::exp(y);
    result += z * result;
    if (size < 140.0) {
      result *= std::pow(y, size - 0.5);
    } else {
      const double root = std::pow(y, size / 2.0 - 0.25);
      result *= root;
      result *= root;
    }
  }
  return result;
}

double LogGamma(double x) {
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  if (!std::isfinite(x)) return std::isnan(x) ? x : kInfinity;
  if (x == std::floor(x) && x <= 2.0) return x <= 0.0 ? kInfinity : 0.0;
  const double size = std::fabs(x);
  if (size < 1e-20) return -std::log(size);
  double result = std::log(LanczosSum(size)) - kG;
  result += (size - 0.5) * (std::log(size + kG - 0.5) - 1);
  if (x < 0) result = kLogPi - std::log(std::fabs(SinPi(size))) - std::log(size) - result;
  return result;
}

}  // namespace heddle::lib::math
