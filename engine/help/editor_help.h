// Completion, signature help and hover for an editor: what a program's text, and the library as
// this engine has it, say about the place of the cursor. Never runs anything of the program. The
// text need not parse.
//
// Not for several threads at once.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "help/document.h"

namespace heddle::help {

enum class Language : uint8_t { kEnglish, kChinese };

// module, class, function, method, property, attribute, variable, constant, parameter, keyword
using Kind = std::string_view;

struct Completion {
  std::string label;
  Kind kind;
  std::string detail;         // the signature, or the type
  std::string documentation;  // or empty
  int rank = 0;               // lower ones come first
};

struct Completions {
  std::vector<Completion> items;
  Position start, end;  // of the text that a completion replaces
};

struct Signature {
  struct Parameter {
    uint32_t start, end;  // in the label, in code points
  };
  std::string label;
  std::string documentation;
  std::vector<Parameter> parameters;
  int active = -1;  // the parameter at the cursor; -1: none
};

struct Hover {
  Kind kind;
  std::string code;           // what it is, as Python would write it
  std::string documentation;  // or empty
  Position start, end;        // of the name
};

class EditorHelp {
 public:
  EditorHelp();
  ~EditorHelp();

  Completions Complete(std::string_view source, Position cursor, Language language);
  // Without a label: the cursor is in no call that is known.
  Signature SignatureHelp(std::string_view source, Position cursor, Language language);
  // Without code: there is nothing to say.
  Hover HoverAt(std::string_view source, Position cursor, Language language);

  // Documentation of names that the library does not have: mistakes in documentation.txt.
  std::vector<std::string> UnknownDocumentedNames();

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace heddle::help
