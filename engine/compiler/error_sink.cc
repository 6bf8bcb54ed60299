#include "compiler/error_sink.h"

#include <utility>

namespace heddle::compiler {

namespace {

std::string_view LineOf(std::string_view source, uint32_t line) {
  for (uint32_t i = 1; i < line; i++) {
    const size_t end = source.find('\n');
    if (end == std::string_view::npos) return {};
    source.remove_prefix(end + 1);
  }
  const size_t end = source.find('\n');
  return end == std::string_view::npos ? source : source.substr(0, end + 1);
}

}  // namespace

bool ErrorSink::Report(const syntax::SourceSpan& span, std::string message) {
  if (error_.has_value()) return false;
  syntax::SyntaxError error;
  error.message = std::move(message);
  error.line = static_cast<int>(span.line);
  error.column = static_cast<int>(span.col) + 1;
  error.end_line = static_cast<int>(span.end_line);
  error.end_column = static_cast<int>(span.end_col) + 1;
  error.has_text = !source_.empty();
  error.text_line = LineOf(source_, span.line);
  error_ = std::move(error);
  return false;
}

void ErrorSink::Warn(const syntax::SourceSpan& span, std::string message) {
  for (const syntax::SyntaxWarning& warning : warnings_) {
    const bool same_place = warning.span.line == span.line && warning.span.col == span.col;
    if (same_place && warning.message == message) return;
  }
  warnings_.push_back({std::move(message), span});
}

}  // namespace heddle::compiler
