// The syntax tree of a source text as tuples, from which the module ast makes its nodes.
#pragma once

#include <string>

#include "objects/context.h"
#include "syntax/parser.h"

namespace heddle::lib {

// The tree of (source, filename, mode), what the functions of module _source are called with.
class ParsedSource {
 public:
  ParsedSource(Context& cx, Args args);

  // False: the exception is pending.
  bool ok() const { return ok_; }
  const std::string& source() const { return source_; }
  const syntax::ParseResult& tree() const { return tree_; }

 private:
  std::string source_;
  syntax::ParseResult tree_;
  bool ok_ = false;
};

// tree(source, filename, mode): (kind, line, column, end line, end column, field …), columns in
// bytes; sequences are lists, operators and contexts their number in Python.asdl.
Value SourceTree(Context& cx, Args args);

}  // namespace heddle::lib
