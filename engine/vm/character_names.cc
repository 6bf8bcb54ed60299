#include "vm/character_names.h"

#include <charconv>
#include <string>
#include <vector>

#include "vm/program.h"

namespace heddle::vm {

namespace {

// The lines of `name = '''…'''`, which begins a line of its own in the module.
std::string_view TextOf(std::string_view module, std::string_view name) {
  const std::string start = "\n" + std::string(name) + " = '''\\\n";
  const size_t at = module.find(start);
  if (at == std::string_view::npos) return {};
  const std::string_view rest = module.substr(at + start.size());
  return rest.substr(0, rest.find("'''"));
}

// The first line, which is taken off.
std::string_view NextLine(std::string_view* text) {
  const size_t end = text->find('\n');
  const std::string_view line = text->substr(0, end);
  text->remove_prefix(end == std::string_view::npos ? text->size() : end + 1);
  return line;
}

std::optional<char32_t> Hex(std::string_view digits) {
  uint32_t code = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), code, 16);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return static_cast<char32_t>(code);
}

// Lines `code alias`.
std::optional<char32_t> Alias(std::string_view text, std::string_view name) {
  while (!text.empty()) {
    const std::string_view line = NextLine(&text);
    const size_t space = line.find(' ');
    if (line.substr(space + 1) == name) return Hex(line.substr(0, space));
  }
  return std::nullopt;
}

// Lines `[code;]shared rest`: a name shares its first words, 'a' for none, with the one before; a
// code is left out where it is the next one.
std::optional<char32_t> Listed(std::string_view text, std::string_view name) {
  char32_t code = 0;
  std::string last;
  std::vector<size_t> word_starts;
  while (!text.empty()) {
    std::string_view line = NextLine(&text);
    const size_t semicolon = line.find(';');
    if (semicolon == std::string_view::npos) {
      ++code;
    } else {
      const std::optional<char32_t> given = Hex(line.substr(0, semicolon));
      if (!given) return std::nullopt;
      code = *given;
      line.remove_prefix(semicolon + 1);
    }
    const auto shared = static_cast<size_t>(line[0] - 'a');
    last.resize(shared < word_starts.size() ? word_starts[shared] : last.size());
    word_starts.resize(shared);
    for (size_t at = last.size();;) {
      word_starts.push_back(at);
      const size_t space = line.find(' ', at - last.size() + 1);
      if (space == std::string_view::npos) break;
      at = last.size() + space;
    }
    last += line.substr(1);
    if (last == name) return code;
    last += ' ';
  }
  return std::nullopt;
}

}  // namespace

std::optional<char32_t> LookupCharacterName(std::string_view name, void* tables) {
  LibraryTables::Source module;
  if (!static_cast<const LibraryTables*>(tables)->find_source("_unicode_data", &module)) {
    return std::nullopt;
  }
  std::string wanted(name);
  for (char& c : wanted) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  constexpr std::string_view kIdeograph = "CJK UNIFIED IDEOGRAPH-";
  if (wanted.starts_with(kIdeograph))
    return Hex(std::string_view(wanted).substr(kIdeograph.size()));
  if (const auto code = Listed(TextOf(module.text, "names"), wanted)) return code;
  return Alias(TextOf(module.text, "aliases"), wanted);
}

}  // namespace heddle::vm
