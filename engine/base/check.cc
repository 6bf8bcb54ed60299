#include "base/check.h"

#include <cstdio>
#include <cstdlib>

namespace heddle::base {

CheckFailure::CheckFailure(const char* file, int line, const char* condition) {
  message_ = std::string(file) + ":" + std::to_string(line) + ": CHECK(" + condition + ") failed: ";
}

CheckFailure::~CheckFailure() {
  message_.push_back('\n');
  std::fputs(message_.c_str(), stderr);
  std::fflush(stderr);
  std::abort();
}

}  // namespace heddle::base
