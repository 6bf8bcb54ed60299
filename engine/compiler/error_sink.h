// Where the passes report the first error; the others are dropped.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "syntax/parser.h"

namespace heddle::compiler {

class ErrorSink {
 public:
  explicit ErrorSink(std::string_view source) : source_(source) {}

  // Always returns false, for `return errors.Report(...)`.
  bool Report(const syntax::SourceSpan& span, std::string message);

  bool failed() const { return error_.has_value(); }
  std::optional<syntax::SyntaxError> Take() { return std::move(error_); }

 private:
  std::string_view source_;
  std::optional<syntax::SyntaxError> error_;
};

}  // namespace heddle::compiler
