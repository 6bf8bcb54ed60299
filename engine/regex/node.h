// What a pattern says, as a tree.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "regex/char_set.h"

namespace heddle::regex {

// The numbers that Python shows.
enum Flags : uint32_t {
  kIgnoreCase = 2,
  kLocale = 4,
  kMultiline = 8,
  kDotAll = 16,
  kUnicode = 32,
  kVerbose = 64,
  kDebug = 128,
  kAscii = 256,
};
inline constexpr uint32_t kTypeFlags = kAscii | kLocale | kUnicode;

inline constexpr uint32_t kNoLimit = UINT32_MAX;  // of a repetition
inline constexpr uint64_t kMaxWidth = UINT64_MAX;

enum class NodeKind : uint8_t {
  kSequence,  // children in turn
  kBranch,    // one of the children
  kLiteral,
  kAny,
  kSet,
  kAt,
  kRepeat,       // its one child min to max times
  kGroup,        // its child; a capturing one when `group` is not 0
  kBackref,      // what `group` has matched
  kConditional,  // the first child when `group` has matched, else the second if there is one
  kAssert,       // lookahead or lookbehind
  kAtomic,
  kFailure,
};

enum class At : uint8_t {
  kStart,        // ^
  kEnd,          // $
  kStartOfText,  // \A
  kEndOfText,    // \Z
  kBoundary,     // \b
  kNotBoundary,  // \B
};

enum class Greed : uint8_t { kGreedy, kLazy, kPossessive };

struct Node {
  explicit Node(NodeKind k, uint32_t in_effect = 0) : kind(k), flags(in_effect) {}

  NodeKind kind;
  At at = At::kStart;
  Greed greed = Greed::kGreedy;
  bool negated = false;  // of a set or an assertion
  bool behind = false;   // lookbehind
  uint32_t flags;        // in effect where it stands
  char32_t literal = 0;
  uint32_t group = 0;
  uint32_t min = 0, max = 0;
  uint64_t least = 0, most = 0;  // characters that it matches
  std::vector<SetItem> items;
  std::vector<std::unique_ptr<Node>> children;
};
using NodePtr = std::unique_ptr<Node>;

struct GroupName {
  std::u32string name;
  uint32_t group;
};

struct Warning {
  bool is_deprecation;  // else a FutureWarning
  std::string text;
};

// Why a pattern or a template is not one.
struct Error {
  enum class Kind : uint8_t {
    kPattern,  // re.PatternError
    kValue,    // ValueError, OverflowError, RecursionError, IndexError
    kOverflow,
    kRecursion,
    kIndex,
    kCharacterName,  // no error: the code point named `name` must be given
  };
  Kind kind = Kind::kPattern;
  // May hold one "{}", which stands for the repr of `name`.
  std::u32string message;
  std::u32string name;
  bool shows_name = false;
  int64_t position = -1;  // -1: of no place
};

struct ParsedPattern {
  NodePtr root;
  uint32_t flags = 0;
  uint32_t groups = 0;  // capturing ones
  std::vector<GroupName> names;
  std::vector<Warning> warnings;
  bool has_backrefs = false;
};

}  // namespace heddle::regex
