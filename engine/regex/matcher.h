// Runs a program on a text.
//
// A Matcher backtracks on a stack of its own, never on C's, and works in pieces: Run() takes a
// number of steps and may answer kMoreSteps; calling it again goes on where it was. A step is about
// one attempt or one thing taken back, so that no pattern and no text make a call long.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>

#include "regex/program.h"

namespace heddle::regex {

// Code points of 1, 2 or 4 bytes each. Not owned.
struct Text {
  const void* data = nullptr;
  uint8_t width = 1;
  uint32_t length = 0;
};

enum class Mode : uint8_t { kSearch, kMatch, kFullMatch };
enum class Outcome : uint8_t { kMatch, kNoMatch, kMoreSteps, kOutOfMemory };

inline constexpr uint32_t kUnset = UINT32_MAX;

// A few words in place, more on the heap.
class Words {
 public:
  explicit Words(size_t size) {
    if (size > few_.size()) many_.reset(new uint32_t[size]);
  }
  uint32_t& operator[](size_t i) { return data()[i]; }
  uint32_t operator[](size_t i) const { return many_ != nullptr ? many_[i] : few_[i]; }
  uint32_t* data() { return many_ != nullptr ? many_.get() : few_.data(); }

 private:
  std::array<uint32_t, 24> few_;
  std::unique_ptr<uint32_t[]> many_;
};

class Matcher {
 public:
  // Both outlive the matcher. It sees the text before `end` only.
  Matcher(const Program& program, Text text, uint32_t end, Mode mode);
  Matcher(Matcher&& other) noexcept = default;

  // Prepares for a match that begins at `start` or, in a search, behind it. With `not_empty` a
  // match at `start` itself must not be empty.
  void Begin(uint32_t start, bool not_empty);
  // Takes what it needs off `steps`. REQUIRES: *steps > 1, or it gets nowhere.
  Outcome Run(int64_t* steps);

  // Of the match found. Group 0 is the whole; kUnset for a group that has not matched.
  uint32_t GroupStart(uint32_t group) const {
    return group == 0 ? start_ : HasGroup(group) ? marks_[2 * group] : kUnset;
  }
  uint32_t GroupEnd(uint32_t group) const {
    return group == 0 ? at_ : HasGroup(group) ? marks_[2 * group + 1] : kUnset;
  }
  uint32_t last_group() const { return last_group_; }  // 0: none

 private:
  // What a failure takes back or tries next.
  struct Entry {
    enum Kind : uint32_t { kChoice, kGreedy, kLazy, kLazyTurn, kMark, kLoop };
    uint32_t kind : 3, pc : 29;
    uint32_t a, b, c;
  };
  enum class Resume : uint8_t { kAttempt, kInstruction, kFailure };

  template <typename Unit>
  Outcome RunOn(int64_t* steps);
  template <typename Unit>
  bool FindStart();
  bool HasGroup(uint32_t group) const {
    return marks_[2 * group + 1] != kUnset && marks_[2 * group] <= marks_[2 * group + 1];
  }
  bool Grow();
  // Takes back everything above `height`.
  void Unwind(uint32_t height);
  // Forgets the choices above `height`, but not what a failure takes back.
  void Cut(uint32_t height);
  void Undo(const Entry& entry);

  const Program* program_;
  Text text_;
  uint32_t end_;
  Mode mode_;
  bool not_empty_ = false;
  Resume resume_ = Resume::kAttempt;
  uint32_t first_start_ = 0;
  uint32_t start_ = 0;
  uint32_t at_ = 0;
  uint32_t pc_ = 0;
  uint32_t run_end_ = 0;  // of the leading run
  uint32_t last_group_ = 0;
  bool dirty_ = true;  // marks are set
  uint32_t top_ = 0;   // of the stack
  uint32_t capacity_ = 0;
  std::unique_ptr<Entry[]> stack_;
  Words marks_;  // two a group
  Words registers_;
};

}  // namespace heddle::regex
