// Compiled patterns: a program for a backtracking machine (Cox, "Regular Expression Matching: the
// Virtual Machine Approach", 2009), and what the search for a place to begin may skip.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "regex/char_set.h"
#include "regex/node.h"
#include "regex/parser.h"

namespace heddle::regex {

// One word each, followed by its operands. `t` is a place in the code, `s` a set, `r` a register.
enum Op : uint32_t {
  kAccept,
  kFail,
  kJump,    // t
  kChar,    // c
  kString,  // n, c…
  kAnyButNewline,
  kAnyChar,
  kInSet,  // s
  kAtStart,
  kAtLineStart,
  kAtEnd,
  kAtLineEnd,
  kAtEndOfText,
  kAtBoundary,
  kAtNotBoundary,  // ascii
  kMark,           // mark: 2 * group, + 1 at its end
  kSplit,          // t: goes on; on failure, at t
  kSplitIf,        // s t: the same, but straight to t unless the next character is in the set
  kGoIf,           // s t: goes on if the next character is in the set, else at t
  kSplitLazy,      // t: at t; on failure, goes on
  kRepeatSet,      // a single character again and again; see RepeatOperands
  kRepeatLazy,
  kLoopInit,      // r
  kLoop,          // r min max t: another turn at t, or goes on
  kLoopLazy,      // r min max t
  kBackref,       // group
  kBackrefLower,  // group, CaseRule
  kIfGroup,       // group t: goes on if it has matched, else at t
  kAtomic,        // r
  kAtomicEnd,     // r
  kAhead,         // r back: looks from `back` characters before
  kAheadEnd,      // r
  kNotAhead,      // r back t
  kNotAheadEnd,   // r
};

// What a single-character repetition repeats, and what may follow it.
enum class Single : uint32_t { kAny, kNotNewline, kChar, kSet, kUnknown };
// Operands of kRepeatSet and kRepeatLazy, in order.
enum RepeatOperand : uint32_t {
  kRepeatKind = 1,  // Single
  kRepeatArgument,
  kRepeatMin,
  kRepeatMax,
  kNextKind,  // Single: what must follow; kUnknown when anything may
  kNextArgument,
  kRepeatMode,  // RepeatMode
  kRepeatWords,
};
enum class RepeatMode : uint32_t {
  kBacktracks,
  kKeeps,  // gives nothing back: what follows cannot begin with what is repeated, or is possessive
  kLeads,  // the same, and the pattern begins with it: see Program::leading_run
};

struct Program {
  std::vector<uint32_t> code;
  std::vector<CharSet> sets;
  uint32_t groups = 0;
  uint32_t registers = 0;
  uint32_t flags = 0;
  std::vector<GroupName> names;

  // A match is at least this long, begins with `prefix`, and its first character is in
  // sets[first_set] (-1: unknown).
  uint32_t min_width = 0;
  std::u32string prefix;
  int32_t first_set = -1;
  bool anchored = false;  // matches only at the start of the text
  // The pattern begins with a run of a set that keeps what it takes. When no match begins where a
  // run begins, none begins within the run.
  bool leading_run = false;
};

// False: `error` is set.
bool Compile(std::u32string_view text, bool is_bytes, uint32_t flags, const CharacterNames& names,
             Program* program, std::vector<Warning>* warnings, Error* error);

}  // namespace heddle::regex
