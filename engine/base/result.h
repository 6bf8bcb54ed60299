#pragma once

#include <string>
#include <utility>
#include <variant>

#include "base/check.h"

namespace heddle::base {

// What went wrong, in the user's words.
struct Error {
  std::string message;
};

// A value or an error; never ignored.
template <typename T, typename E = Error>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(E error) : state_(std::in_place_index<1>, std::move(error)) {}

  bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  // REQUIRES: ok().
  T& value() & {
    CHECK(ok()) << "value() of a failed result";
    return *std::get_if<0>(&state_);
  }
  const T& value() const& {
    CHECK(ok()) << "value() of a failed result";
    return *std::get_if<0>(&state_);
  }
  T&& value() && {
    CHECK(ok()) << "value() of a failed result";
    return std::move(*std::get_if<0>(&state_));
  }
  T& operator*() { return value(); }
  T* operator->() { return &value(); }

  // REQUIRES: !ok().
  const E& error() const {
    CHECK(!ok()) << "error() of a result that succeeded";
    return *std::get_if<1>(&state_);
  }

 private:
  std::variant<T, E> state_;
};

struct Ok {};

// A result without a value: `return Ok{};` or `return Error{"…"};`.
using Status = Result<Ok>;

}  // namespace heddle::base
