// The gamma function and the logarithm of its absolute value, to CPython's digits on every
// platform.
#pragma once

namespace heddle::lib::math {

double Gamma(double x);     // NaN at 0 and the negative integers
double LogGamma(double x);  // infinity there

}  // namespace heddle::lib::math
