// Questions about small sources in which `|` marks the cursor.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "help/editor_help.h"
#include "syntax/utf8.h"

namespace heddle::help {

struct MarkedSource {
  std::string text;
  Position cursor;

  explicit MarkedSource(std::string_view marked) {
    const size_t mark = marked.find('|');
    EXPECT_NE(mark, std::string_view::npos) << "no cursor";
    text = std::string(marked.substr(0, mark)) + std::string(marked.substr(mark + 1));
    const std::string_view before = marked.substr(0, mark);
    cursor.line = uint32_t(1 + std::count(before.begin(), before.end(), '\n'));
    cursor.column = uint32_t(syntax::CountCodePoints(before.substr(before.rfind('\n') + 1)));
  }
};

class EditorHelpTest : public testing::Test {
 protected:
  // One for all: the library is analysed once.
  static EditorHelp& Help() {
    static auto* const help = new EditorHelp;
    return *help;
  }

  static Completions Complete(std::string_view marked) {
    const MarkedSource source(marked);
    return Help().Complete(source.text, source.cursor, Language::kEnglish);
  }
  static std::vector<std::string> Labels(std::string_view marked) {
    std::vector<std::string> labels;
    for (const Completion& item : Complete(marked).items) labels.push_back(item.label);
    return labels;
  }
  // "kind label" of each.
  static std::vector<std::string> Kinds(std::string_view marked) {
    std::vector<std::string> kinds;
    for (const Completion& item : Complete(marked).items) {
      kinds.push_back(std::string(item.kind) + " " + item.label);
    }
    return kinds;
  }
  // The label, with the active parameter in brackets.
  static std::string SignatureAt(std::string_view marked) {
    const MarkedSource source(marked);
    const Signature signature =
        Help().SignatureHelp(source.text, source.cursor, Language::kEnglish);
    if (signature.active < 0) return signature.label;
    const Signature::Parameter active = signature.parameters[size_t(signature.active)];
    std::string out;
    uint32_t at = 0;
    for (size_t i = 0; i < signature.label.size();) {
      if (at == active.start) out += '[';
      const size_t length = syntax::SequenceLength(static_cast<unsigned char>(signature.label[i]));
      out += signature.label.substr(i, length);
      i += length;
      if (++at == active.end) out += ']';
    }
    return out;
  }
  static Hover HoverAt(std::string_view marked, Language language = Language::kEnglish) {
    const MarkedSource source(marked);
    return Help().HoverAt(source.text, source.cursor, language);
  }
};

}  // namespace heddle::help
