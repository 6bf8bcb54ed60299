// re.Pattern and re.Match, the iterators over matches, and what an operation is while it works.
//
// An operation (search, findall, sub …) runs in slices of kStepsPerSlice: what is not done then
// becomes a task, an object, and the library's Python part goes on with it in a loop, whose jumps
// back are safepoints. So a pattern that backtracks for minutes holds up nobody.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "objects/context.h"
#include "objects/dict.h"
#include "objects/list.h"
#include "objects/native_object.h"
#include "regex/matcher.h"
#include "regex/program.h"

namespace heddle::lib {

extern const TypeDef kPatternType;        // pattern_type.cc
extern const TypeDef kMatchType;          // match_type.cc
extern const TypeDef kMatchScannerType;   // match_iterators.cc
extern const TypeDef kMatchIteratorType;  // match_iterators.cc
extern const TypeDef kRegexTaskType;      // regex_task.cc

// Immutable.
struct PatternObject : NativeObject {
  std::shared_ptr<const regex::Program>* program;  // owned; freed by the finalizer
  Slot pattern;                                    // str or bytes
  Slot group_index;                                // mappingproxy of the names' dict
  Slot index_group;                                // tuple: name of each group, or None
  Type* match_type;                                // builtin types are never freed
  uint32_t is_bytes;
  uint32_t flags;

  const regex::Program& code() const { return **program; }
};
Value NewPattern(Context& cx, Value pattern, std::shared_ptr<const regex::Program> program,
                 bool is_bytes);

// Immutable.
struct MatchObject : NativeObject {
  Slot pattern;
  Slot string;          // as it was given
  Slot subject;         // its text at that time: str or bytes
  uint32_t start, end;  // where the search was to begin and end
  uint32_t last_group;  // 0: none
  uint32_t groups;      // group 0 included
  // Start and end of each group, regex::kUnset when it has not matched.
  uint32_t* marks() { return reinterpret_cast<uint32_t*>(this + 1); }
  bool Has(uint32_t group) { return marks()[2 * group] != regex::kUnset; }
};

// Bits of MatchScanner::next, below the place.
inline constexpr uint64_t kNotEmpty = 1, kDone = 2;

// Goes from match to match. Threads that share one may get a match twice, as with any iterator.
struct MatchScanner : NativeObject {
  Slot pattern, string, subject;
  uint32_t start, end;
  Relaxed<uint64_t> next;  // where the next search begins; kNotEmpty, kDone
};

// A part of a text.
struct Piece {
  Value text;  // str or bytes
  uint32_t from, to;
};
// The text of the pieces together; Raised when it is too long.
Value JoinPieces(Context& cx, std::span<const Piece> pieces, bool is_bytes);
// A part of a subject; the whole of a str or bytes is itself.
Value PartOf(Context& cx, Value subject, uint32_t from, uint32_t to);

// A template ready to be filled: literal pieces, and groups (text is Undefined, `from` the group).
bool ParseTemplate(Context& cx, PatternObject* pattern, Value replacement,
                   std::vector<Piece>* parts, Value* failure);
// Adds what the template becomes for a match.
template <typename GroupOf>
void FillTemplate(const std::vector<Piece>& parts, Value subject, GroupOf group_of,
                  std::vector<Piece>* pieces) {
  for (const Piece& part : parts) {
    if (!part.text.IsUndefined()) {
      pieces->push_back(part);
      continue;
    }
    const auto [from, to] = group_of(part.from);
    if (from != regex::kUnset && from < to) pieces->push_back({subject, from, to});
  }
}

enum class RegexOperation : uint8_t {
  kMatch,    // a Match or None
  kScan,     // the same, and moves the scanner
  kIterate,  // the same, but StopIteration at the end
  kFindAll,
  kSplit,
  kSub,
  kSubN,
};

// One operation on its way. Values that it names are kept alive by the task, once it is one.
struct RegexWork {
  RegexWork(RegexOperation op, PatternObject* p, Value given, Value text, uint32_t from,
            uint32_t to, regex::Mode mode);

  RegexOperation operation;
  PatternObject* pattern;
  Value string, subject;
  uint32_t start, end;
  regex::Matcher matcher;
  MatchScanner* scanner = nullptr;
  List* list = nullptr;  // of findall and split
  int64_t limit = 0;     // of split and sub; 0: none
  int64_t count = 0;
  uint32_t last = 0;  // what lies before is in the result
  std::vector<Piece> parts, pieces;
};

// Runs until the end or a slice's: the result, Raised, or a tail call that goes on.
Value RunRegex(Context& cx, RegexWork& work);
// The same for a task that RunRegex made; the task itself when there is more to do.
Value ResumeRegex(Context& cx, Value task);

// The text of an argument as a str or bytes that does not change. False: TypeError pending.
bool SubjectOf(Context& cx, PatternObject* pattern, Value string, Value* subject);
// The arguments pos and endpos, cut to the subject. False: TypeError pending.
bool RegexBounds(Context& cx, Value subject, Value pos, Value endpos, uint32_t* start,
                 uint32_t* end);
uint32_t LengthOf(Value subject);

// Raises what a pattern or a template has wrong.
Value RaiseRegexError(Context& cx, const regex::Error& error, Value source);
std::u32string CodePointsOf(Value text);

}  // namespace heddle::lib
