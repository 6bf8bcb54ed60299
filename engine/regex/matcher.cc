#include "regex/matcher.h"

#include <algorithm>
#include <cstring>
#include <new>

namespace heddle::regex {

namespace {

// 256 MiB of entries, 64 where addresses have 32 bits.
constexpr uint32_t kMaxEntries = sizeof(void*) == 8 ? 1u << 24 : 1u << 22;
constexpr uint32_t kFirstEntries = 64;
// Characters skipped or compared in a tight loop for the price of a step.
constexpr uint32_t kCharactersPerStep = 64;

// The first place in [from, to) that holds `c`, or `to`.
template <typename Unit>
uint32_t FindChar(const Unit* text, uint32_t from, uint32_t to, uint32_t c) {
  if (c > static_cast<Unit>(~Unit{0})) return to;
  if constexpr (sizeof(Unit) == 1) {
    const void* found =
        from < to ? std::memchr(text + from, static_cast<int>(c), to - from) : nullptr;
    return found == nullptr ? to : static_cast<uint32_t>(static_cast<const Unit*>(found) - text);
  } else {
    while (from < to && text[from] != c) ++from;
    return from;
  }
}

template <typename Unit>
bool Contains(const CharSet& set, Unit c) {
  if constexpr (sizeof(Unit) == 1) return set.table()[c] != 0;
  return set.Contains(c);
}

template <typename Unit>
bool MatchesSingle(const Program& program, uint32_t kind, uint32_t argument, Unit c) {
  switch (static_cast<Single>(kind)) {
    case Single::kAny: return true;
    case Single::kNotNewline: return c != '\n';
    case Single::kChar: return c == argument;
    case Single::kSet: return Contains(program.sets[argument], c);
    case Single::kUnknown: break;
  }
  return false;
}

// Where a run of single characters that begins at `from` ends, at `to` at the latest.
template <typename Unit>
uint32_t EndOfRun(const Program& program, const uint32_t* w, const Unit* text, uint32_t from,
                  uint32_t to) {
  switch (static_cast<Single>(w[kRepeatKind])) {
    case Single::kAny: return to;
    case Single::kNotNewline: return FindChar(text, from, to, '\n');
    case Single::kChar: {
      const uint32_t c = w[kRepeatArgument];
      while (from < to && text[from] == c) ++from;
      return from;
    }
    default: {
      const CharSet& set = program.sets[w[kRepeatArgument]];
      while (from < to && Contains(set, text[from])) ++from;
      return from;
    }
  }
}

template <typename Unit>
bool AtWordBoundary(const Unit* text, uint32_t at, uint32_t end, bool ascii) {
  const bool before = at > 0 && InCategory(text[at - 1], Category::kWord, ascii);
  const bool after = at < end && InCategory(text[at], Category::kWord, ascii);
  return before != after;
}

}  // namespace

Matcher::Matcher(const Program& program, Text text, uint32_t end, Mode mode)
    : program_(&program),
      text_(text),
      end_(end),
      mode_(mode),
      marks_(2 * size_t{program.groups} + 2),
      registers_(program.registers) {}

void Matcher::Begin(uint32_t start, bool not_empty) {
  first_start_ = start_ = start;
  not_empty_ = not_empty;
  resume_ = Resume::kAttempt;
}

bool Matcher::Grow() {
  if (capacity_ >= kMaxEntries) return false;
  const uint32_t capacity = capacity_ == 0 ? kFirstEntries : capacity_ * 2;
  std::unique_ptr<Entry[]> larger(new (std::nothrow) Entry[capacity]);
  if (larger == nullptr) return false;
  std::copy_n(stack_.get(), top_, larger.get());
  stack_ = std::move(larger);
  capacity_ = capacity;
  return true;
}

void Matcher::Undo(const Entry& entry) {
  if (entry.kind == Entry::kMark) {
    marks_[entry.a] = entry.b;
    last_group_ = entry.c;
  } else if (entry.kind == Entry::kLoop) {
    registers_[entry.a] = entry.b;
    registers_[entry.a + 1] = entry.c;
  }
}

void Matcher::Unwind(uint32_t height) {
  while (top_ > height) Undo(stack_[--top_]);
}

void Matcher::Cut(uint32_t height) {
  uint32_t kept = height;
  for (uint32_t i = height; i < top_; ++i) {
    if (stack_[i].kind >= Entry::kMark) stack_[kept++] = stack_[i];
  }
  top_ = kept;
}

// Moves start_ to the next place where a match may begin; false when there is none.
template <typename Unit>
bool Matcher::FindStart() {
  const Program& program = *program_;
  if (start_ > end_ || end_ - start_ < program.min_width) return false;
  if (mode_ != Mode::kSearch) return true;
  if (program.anchored) return start_ == 0;
  const Unit* const text = static_cast<const Unit*>(text_.data);
  const uint32_t last = end_ - program.min_width;
  const std::u32string& prefix = program.prefix;
  if (!prefix.empty()) {
    for (;; ++start_) {
      start_ = FindChar(text, start_, last + 1, prefix[0]);
      if (start_ > last) return false;
      size_t i = 1;
      while (i < prefix.size() && text[start_ + i] == prefix[i]) ++i;
      if (i == prefix.size()) return true;
    }
  }
  if (program.first_set >= 0) {
    const CharSet& set = program.sets[static_cast<size_t>(program.first_set)];
    while (start_ <= last && !Contains(set, text[start_])) ++start_;
    return start_ <= last;
  }
  return true;
}

Outcome Matcher::Run(int64_t* steps) {
  switch (text_.width) {
    case 1: return RunOn<uint8_t>(steps);
    case 2: return RunOn<uint16_t>(steps);
    default: return RunOn<uint32_t>(steps);
  }
}

// How it works. `pc` is the next instruction, `at` the place in the text. What may have to be taken
// back is pushed before it is changed; a choice is pushed with the place to go on at. A failure
// pops entries until one of them says how to go on. Nothing is pushed that no choice lies below.
template <typename Unit>
Outcome Matcher::RunOn(int64_t* steps) {
  const Program& program = *program_;
  const uint32_t* const code = program.code.data();
  const Unit* const text = static_cast<const Unit*>(text_.data);
  const uint32_t end = end_;
  int64_t left = *steps;
  uint32_t at = at_, pc = pc_;

#define PUSH(kind_, pc_of, a_, b_, c_)                                              \
  do {                                                                              \
    if (top_ == capacity_ && !Grow()) return Outcome::kOutOfMemory;                 \
    stack_[top_++] = Entry{Entry::kind_, static_cast<uint32_t>(pc_of), a_, b_, c_}; \
  } while (false)
#define SUSPEND(how)            \
  do {                          \
    resume_ = Resume::how;      \
    at_ = at;                   \
    pc_ = pc;                   \
    *steps = left;              \
    return Outcome::kMoreSteps; \
  } while (false)

  switch (resume_) {
    case Resume::kAttempt: break;
    case Resume::kInstruction: goto next;
    case Resume::kFailure: goto failure;
  }

attempt : {
  if (left <= 0) SUSPEND(kAttempt);
  const uint32_t from = start_;
  if (!FindStart<Unit>()) {
    *steps = left;
    return Outcome::kNoMatch;
  }
  left -= 1 + (start_ - from) / kCharactersPerStep;
  at = start_;
  pc = 0;
  top_ = 0;
  if (dirty_) {
    std::fill_n(marks_.data(), 2 * size_t{program.groups} + 2, kUnset);
    dirty_ = false;
  }
  last_group_ = 0;
}

next:
  for (;;) {
    const uint32_t* const w = code + pc;
    switch (static_cast<Op>(w[0])) {
      case kAccept:
        if (mode_ == Mode::kFullMatch && at != end) goto failure;
        if (not_empty_ && at == start_ && start_ == first_start_) goto failure;
        at_ = at;
        *steps = left;
        return Outcome::kMatch;
      case kFail: goto failure;
      case kJump:
        pc = w[1];
        if (--left <= 0) SUSPEND(kInstruction);
        continue;
      case kChar:
        if (at >= end || text[at] != w[1]) goto failure;
        ++at;
        pc += 2;
        continue;
      case kString: {
        const uint32_t count = w[1];
        if (end - at < count) goto failure;
        for (uint32_t i = 0; i < count; ++i) {
          if (text[at + i] != w[2 + i]) goto failure;
        }
        at += count;
        pc += 2 + count;
        continue;
      }
      case kAnyButNewline:
        if (at >= end || text[at] == '\n') goto failure;
        ++at;
        ++pc;
        continue;
      case kAnyChar:
        if (at >= end) goto failure;
        ++at;
        ++pc;
        continue;
      case kInSet:
        if (at >= end || !Contains(program.sets[w[1]], text[at])) goto failure;
        ++at;
        pc += 2;
        continue;
      case kAtStart:
        if (at != 0) goto failure;
        ++pc;
        continue;
      case kAtLineStart:
        if (at != 0 && text[at - 1] != '\n') goto failure;
        ++pc;
        continue;
      case kAtEnd:
        if (at != end && !(at + 1 == end && text[at] == '\n')) goto failure;
        ++pc;
        continue;
      case kAtLineEnd:
        if (at != end && text[at] != '\n') goto failure;
        ++pc;
        continue;
      case kAtEndOfText:
        if (at != end) goto failure;
        ++pc;
        continue;
      case kAtBoundary:
      case kAtNotBoundary:
        // An empty text has neither.
        if (end == 0) goto failure;
        if (AtWordBoundary(text, at, end, w[1] != 0) != (w[0] == kAtBoundary)) goto failure;
        pc += 2;
        continue;
      case kMark: {
        const uint32_t mark = w[1];
        if (top_ != 0) PUSH(kMark, 0, mark, marks_[mark], last_group_);
        marks_[mark] = at;
        if (mark & 1) last_group_ = mark / 2;
        dirty_ = true;
        pc += 2;
        continue;
      }
      case kSplit:
        PUSH(kChoice, w[1], at, 0, 0);
        pc += 2;
        continue;
      case kSplitIf:
        if (at < end && Contains(program.sets[w[1]], text[at])) {
          PUSH(kChoice, w[2], at, 0, 0);
          pc += 3;
        } else {
          pc = w[2];
        }
        continue;
      case kGoIf: pc = at < end && Contains(program.sets[w[1]], text[at]) ? pc + 3 : w[2]; continue;
      case kSplitLazy:
        PUSH(kChoice, pc + 2, at, 0, 0);
        pc = w[1];
        continue;
      case kRepeatSet: {
        const uint32_t min = w[kRepeatMin], max = w[kRepeatMax];
        if (end - at < min) goto failure;
        const uint32_t limit = max < end - at ? at + max : end;
        uint32_t stop = EndOfRun(program, w, text, at, limit);
        left -= (stop - at) / kCharactersPerStep;
        const auto mode = static_cast<RepeatMode>(w[kRepeatMode]);
        if (mode == RepeatMode::kLeads) run_end_ = stop;
        if (stop - at < min) goto failure;
        if (mode == RepeatMode::kBacktracks) {
          const uint32_t least = at + min;
          const uint32_t kind = w[kNextKind];
          if (kind != static_cast<uint32_t>(Single::kUnknown)) {
            const uint32_t argument = w[kNextArgument];
            while (stop >= least &&
                   (stop >= end || !MatchesSingle(program, kind, argument, text[stop]))) {
              if (stop-- == 0) goto failure;
            }
            if (stop < least) goto failure;
          }
          if (stop > least) PUSH(kGreedy, pc, least, stop, 0);
        }
        at = stop;
        pc += kRepeatWords;
        continue;
      }
      case kRepeatLazy: {
        const uint32_t min = w[kRepeatMin], max = w[kRepeatMax];
        if (end - at < min) goto failure;
        if (EndOfRun(program, w, text, at, at + min) != at + min) goto failure;
        const uint32_t limit = max < end - at ? at + max : end;
        at += min;
        if (at < limit) PUSH(kLazy, pc, at, limit, 0);
        pc += kRepeatWords;
        continue;
      }
      case kLoopInit: {
        const uint32_t r = w[1];
        if (top_ != 0) PUSH(kLoop, 0, r, registers_[r], registers_[r + 1]);
        registers_[r] = UINT32_MAX;  // the first check counts it up to no turn
        registers_[r + 1] = kUnset;
        pc += 2;
        continue;
      }
      case kLoop:
      case kLoopLazy: {
        if (--left <= 0) SUSPEND(kInstruction);
        const uint32_t r = w[1], min = w[2], max = w[3];
        const uint32_t turns = registers_[r] + 1;
        if (turns < min) {
          if (top_ != 0) PUSH(kLoop, 0, r, registers_[r], registers_[r + 1]);
          registers_[r] = turns;
          pc = w[4];
          continue;
        }
        // A turn that matched nothing is not repeated.
        if ((turns >= max && max != kNoLimit) || registers_[r + 1] == at) {
          pc += 5;
          continue;
        }
        PUSH(kLoop, 0, r, registers_[r], registers_[r + 1]);
        if (w[0] == kLoop) {
          PUSH(kChoice, pc + 5, at, 0, 0);
          registers_[r] = turns;
          registers_[r + 1] = at;
          pc = w[4];
        } else {
          PUSH(kLazyTurn, pc, at, 0, 0);
          pc += 5;
        }
        continue;
      }
      case kBackref:
      case kBackrefLower: {
        const uint32_t group = w[1];
        if (!HasGroup(group)) goto failure;
        const uint32_t from = marks_[2 * group], count = marks_[2 * group + 1] - from;
        if (end - at < count) goto failure;
        left -= count / kCharactersPerStep;
        if (w[0] == kBackref) {
          if (std::memcmp(text + from, text + at, count * sizeof(Unit)) != 0) goto failure;
          pc += 2;
        } else {
          const auto rule = static_cast<CaseRule>(w[2]);
          for (uint32_t i = 0; i < count; ++i) {
            if (Lower(text[from + i], rule) != Lower(text[at + i], rule)) goto failure;
          }
          pc += 3;
        }
        at += count;
        continue;
      }
      case kIfGroup: pc = HasGroup(w[1]) ? pc + 3 : w[2]; continue;
      case kAtomic:
        registers_[w[1]] = top_;
        pc += 2;
        continue;
      case kAtomicEnd:
        Cut(registers_[w[1]]);
        pc += 2;
        continue;
      case kAhead:
        if (at < w[2]) goto failure;
        registers_[w[1]] = top_;
        registers_[w[1] + 1] = at;
        at -= w[2];
        pc += 3;
        continue;
      case kAheadEnd:
        Cut(registers_[w[1]]);
        at = registers_[w[1] + 1];
        pc += 2;
        continue;
      case kNotAhead:
        if (at < w[2]) {
          pc = w[3];
          continue;
        }
        registers_[w[1]] = top_;
        PUSH(kChoice, w[3], at, 0, 0);
        at -= w[2];
        pc += 4;
        continue;
      case kNotAheadEnd: Unwind(registers_[w[1]]); goto failure;
    }
  }

failure:
  if (--left <= 0) SUSPEND(kFailure);
  while (top_ != 0) {
    Entry& entry = stack_[top_ - 1];
    switch (entry.kind) {
      case Entry::kChoice:
        pc = entry.pc;
        at = entry.a;
        --top_;
        goto next;
      case Entry::kGreedy: {
        const uint32_t* const w = code + entry.pc;
        uint32_t stop = entry.b - 1;
        const uint32_t kind = w[kNextKind];
        if (kind != static_cast<uint32_t>(Single::kUnknown)) {
          const uint32_t argument = w[kNextArgument];
          while (stop > entry.a && !MatchesSingle(program, kind, argument, text[stop])) --stop;
          left -= (entry.b - stop) / kCharactersPerStep;
        }
        pc = entry.pc + kRepeatWords;
        at = stop;
        if (stop > entry.a) {
          entry.b = stop;
        } else {
          --top_;
        }
        goto next;
      }
      case Entry::kLazy: {
        const uint32_t* const w = code + entry.pc;
        const uint32_t from = entry.a;
        uint32_t to = from;
        const uint32_t kind = w[kNextKind];
        bool found = false;
        while (to < entry.b &&
               MatchesSingle(program, w[kRepeatKind], w[kRepeatArgument], text[to])) {
          ++to;
          found = kind == static_cast<uint32_t>(Single::kUnknown) ||
                  (to < end && MatchesSingle(program, kind, w[kNextArgument], text[to]));
          if (found) break;
        }
        left -= (to - from) / kCharactersPerStep;
        if (!found) {
          --top_;
          continue;
        }
        at = to;
        pc = entry.pc + kRepeatWords;
        if (to < entry.b) {
          entry.a = to;
        } else {
          --top_;
        }
        goto next;
      }
      case Entry::kLazyTurn: {
        const uint32_t* const w = code + entry.pc;
        at = entry.a;
        pc = w[4];
        --top_;
        ++registers_[w[1]];
        registers_[w[1] + 1] = at;
        goto next;
      }
      default: Undo(stack_[--top_]);
    }
  }
  if (mode_ != Mode::kSearch) {
    *steps = left;
    return Outcome::kNoMatch;
  }
  start_ = program.leading_run && run_end_ > start_ ? run_end_ : start_ + 1;
  goto attempt;

#undef PUSH
#undef SUSPEND
}

}  // namespace heddle::regex
