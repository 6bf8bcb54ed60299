// Where the passes report the first error (the others are dropped) and the warnings.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "syntax/parser.h"

namespace heddle::compiler {

class ErrorSink {
 public:
  explicit ErrorSink(std::string_view source) : source_(source) {}

  // Always returns false, for `return errors.Report(...)`.
  bool Report(const syntax::SourceSpan& span, std::string message);

  // What is compiled twice (a finally block) is reported once.
  void Warn(const syntax::SourceSpan& span, std::string message);

  bool failed() const { return error_.has_value(); }
  std::optional<syntax::SyntaxError> Take() { return std::move(error_); }
  std::vector<syntax::SyntaxWarning> TakeWarnings() { return std::move(warnings_); }

 private:
  std::string_view source_;
  std::optional<syntax::SyntaxError> error_;
  std::vector<syntax::SyntaxWarning> warnings_;
};

}  // namespace heddle::compiler
