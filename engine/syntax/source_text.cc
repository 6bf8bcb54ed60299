// From the bytes of a file to lines of UTF-8: encoding, byte order mark, line ends.
#include "syntax/source_text.h"

#include <algorithm>
#include <cstdio>
#include <cstring>

#include "syntax/utf8.h"

namespace heddle::syntax {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool IsBlankByte(char c) { return c == ' ' || c == '\t' || c == '\f'; }

// PEP 263: returns the encoding that a comment line names, or nothing.
std::string_view CodingOf(std::string_view line) {
  size_t i = 0;
  while (i < line.size() && IsBlankByte(line[i])) ++i;
  if (i == line.size() || line[i] != '#') return {};
  size_t at = line.find("coding", i);
  while (at != std::string_view::npos) {
    size_t name = at + 6;
    if (name < line.size() && (line[name] == ':' || line[name] == '=')) {
      ++name;
      while (name < line.size() && (line[name] == ' ' || line[name] == '\t')) ++name;
      size_t end = name;
      auto in_name = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               c == '-' || c == '_' || c == '.';
      };
      while (end < line.size() && in_name(line[end])) ++end;
      if (end > name) return line.substr(name, end - name);
    }
    at = line.find("coding", at + 6);
  }
  return {};
}

bool IsBlankOrComment(std::string_view line) {
  for (char c : line) {
    if (c == '#') return true;
    if (!IsBlankByte(c)) return false;
  }
  return true;
}

std::string_view DeclaredEncoding(std::string_view source) {
  for (int line_number = 0; line_number < 2 && !source.empty(); ++line_number) {
    size_t end = source.find_first_of("\r\n");
    std::string_view line = source.substr(0, end);
    std::string_view coding = CodingOf(line);
    if (!coding.empty()) return coding;
    if (!IsBlankOrComment(line) || end == std::string_view::npos) return {};
    size_t next = source[end] == '\r' && end + 1 < source.size() && source[end + 1] == '\n' ? 2 : 1;
    source.remove_prefix(end + next);
  }
  return {};
}

enum class Encoding { kUtf8, kLatin1, kUnknown };

Encoding Classify(std::string_view name) {
  std::string plain;
  for (char c : name) {
    plain += c == '_' ? '-' : c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  auto is = [&plain](std::string_view base) {
    return plain == base || plain.rfind(std::string(base) + "-", 0) == 0;
  };
  if (is("utf-8") || plain == "utf8" || plain == "ascii" || plain == "us-ascii") {
    return Encoding::kUtf8;
  }
  if (is("latin-1") || is("iso-8859-1") || is("iso-latin-1") || plain == "latin1" ||
      plain == "latin" || plain == "l1") {
    return Encoding::kLatin1;
  }
  return Encoding::kUnknown;
}

std::string FromLatin1(std::string_view bytes) {
  std::string text;
  for (char c : bytes) AppendCodePoint(&text, static_cast<unsigned char>(c));
  return text;
}

void NormalizeLineEnds(std::string* text) {
  if (std::memchr(text->data(), '\r', text->size()) == nullptr) return;
  size_t out = 0;
  for (size_t i = 0; i < text->size(); ++i) {
    char c = (*text)[i];
    if (c == '\r') {
      if (i + 1 < text->size() && (*text)[i + 1] == '\n') ++i;
      c = '\n';
    }
    (*text)[out++] = c;
  }
  text->resize(out);
}

std::string NotUtf8Message(std::string_view source, size_t at, std::string_view filename) {
  auto line = std::count(source.begin(), source.begin() + static_cast<ptrdiff_t>(at), '\n') + 1;
  char code[8];
  std::snprintf(code, sizeof code, "\\x%02x", static_cast<unsigned char>(source[at]));
  return std::string("Non-UTF-8 code starting with '") + code + "' in file " +
         std::string(filename) + " on line " + std::to_string(line) +
         ", but no encoding declared; see https://peps.python.org/pep-0263/ for details";
}

}  // namespace

size_t FindInvalidUtf8(std::string_view text) {
  size_t i = 0;
  while (i < text.size()) {
    auto lead = static_cast<unsigned char>(text[i]);
    if (lead < 0x80) {
      ++i;
      continue;
    }
    if (lead < 0xC2 || lead > 0xF4) return i;
    size_t length = SequenceLength(lead);
    if (i + length > text.size()) return i;
    for (size_t k = 1; k < length; ++k) {
      if ((static_cast<unsigned char>(text[i + k]) & 0xC0) != 0x80) return i;
    }
    char32_t c = DecodeCodePoint(text.substr(i, length));
    bool shortest = length == 2 || (length == 3 ? c >= 0x800 : c >= 0x10000);
    if (!shortest || (c >= 0xD800 && c < 0xE000) || c > 0x10FFFF) return i;
    i += length;
  }
  return std::string_view::npos;
}

SourceText ReadSource(std::string_view source, std::string_view filename) {
  SourceText result;
  bool has_mark = source.substr(0, 3) == kByteOrderMark;
  if (has_mark) source.remove_prefix(3);
  if (!source.empty() && std::memchr(source.data(), 0, source.size()) != nullptr) {
    result.error = "source code string cannot contain null bytes";
    return result;
  }
  Encoding encoding = Encoding::kUtf8;
  std::string_view name = DeclaredEncoding(source);
  if (!name.empty()) encoding = Classify(name);
  if (encoding == Encoding::kUnknown) {
    result.error = "unknown encoding: " + std::string(name);
    return result;
  }
  if (has_mark && encoding == Encoding::kLatin1) {
    result.error = "encoding problem: " + std::string(name) + " with BOM";
    return result;
  }
  if (encoding == Encoding::kLatin1) {
    result.text = FromLatin1(source);
  } else {
    size_t invalid = FindInvalidUtf8(source);
    if (invalid != std::string_view::npos) {
      result.error = NotUtf8Message(source, invalid, filename);
      return result;
    }
    result.text = std::string(source);
  }
  NormalizeLineEnds(&result.text);
  return result;
}

}  // namespace heddle::syntax
