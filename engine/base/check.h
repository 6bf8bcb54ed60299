#pragma once

#include <concepts>
#include <string>
#include <string_view>

// CHECK(condition) << "what was expected";
//
// For our own faults: a false condition prints the place, the condition and the
// message on standard error and aborts. Always compiled in. DCHECK is for hot
// paths: compiled in unless NDEBUG is defined.
namespace heddle::base {

// Collects the message of a failed CHECK; its destructor ends the program.
class CheckFailure {
 public:
  CheckFailure(const char* file, int line, const char* condition);
  [[noreturn]] ~CheckFailure();
  CheckFailure(const CheckFailure&) = delete;
  CheckFailure& operator=(const CheckFailure&) = delete;

  CheckFailure& operator<<(std::string_view text) {
    message_.append(text);
    return *this;
  }
  template <std::integral T>
  CheckFailure& operator<<(T number) {
    message_.append(std::to_string(number));
    return *this;
  }

 private:
  std::string message_;
};

// Gives both arms of the conditional in CHECK the type void.
struct CheckVoid {
  void operator&(const CheckFailure&) const {}
};

}  // namespace heddle::base

#define CHECK(condition)                            \
  __builtin_expect(static_cast<bool>(condition), 1) \
      ? static_cast<void>(0)                        \
      : ::heddle::base::CheckVoid() & ::heddle::base::CheckFailure(__FILE__, __LINE__, #condition)

#ifdef NDEBUG
#define DCHECK(condition) CHECK(true || (condition))
#else
#define DCHECK(condition) CHECK(condition)
#endif
