#include "objects/sort.h"

#include <algorithm>
#include <cstring>
#include <vector>

#include "objects/compare.h"
#include "objects/str.h"
#include "objects/tuple.h"

namespace heddle {

namespace {

// A key and what travels with it.
struct Item {
  Value key;
  Value value;
};

// A merge sort that finds the runs that are there already. Safe for any `less`, even one that
// contradicts itself (NaN): every access is bounded by the run lengths.
template <typename Less>
class Merger {
 public:
  Merger(std::vector<Item>& items, Less less)
      : items_(items), less_(less), spare_(items.size() / 2 + 1) {}

  void Sort() {
    const size_t n = items_.size();
    std::vector<size_t> starts;
    for (size_t begin = 0; begin < n;) {
      starts.push_back(begin);
      begin = NextRun(begin);
      // As in TimSort: keep the runs on the stack balanced.
      while (starts.size() >= 2 && Length(starts, 0, begin) >= Length(starts, 1, begin)) {
        MergeLast(starts, begin);
      }
    }
    while (starts.size() >= 2) MergeLast(starts, n);
  }

 private:
  static constexpr size_t kMinRun = 24;

  // The length of the run `back` places from the last.
  static size_t Length(const std::vector<size_t>& starts, size_t back, size_t end) {
    const size_t at = starts.size() - 1 - back;
    return (back == 0 ? end : starts[at + 1]) - starts[at];
  }

  void MergeLast(std::vector<size_t>& starts, size_t end) {
    Merge(starts[starts.size() - 2], starts.back(), end);
    starts.pop_back();
  }

  // Makes items from `begin` on a run, at least kMinRun long where there are as many; returns its
  // end.
  size_t NextRun(size_t begin) {
    const size_t n = items_.size();
    size_t end = begin + 1;
    if (end < n && less_(items_[end], items_[end - 1])) {
      while (end < n && less_(items_[end], items_[end - 1])) ++end;
      std::reverse(items_.begin() + static_cast<ptrdiff_t>(begin),
                   items_.begin() + static_cast<ptrdiff_t>(end));
    } else {
      while (end < n && !less_(items_[end], items_[end - 1])) ++end;
    }
    const size_t wanted = std::min(n, begin + kMinRun);
    for (; end < wanted; ++end) InsertInto(begin, end);
    return end;
  }

  // Puts item `at` where it belongs in the run [begin, at).
  void InsertInto(size_t begin, size_t at) {
    const Item item = items_[at];
    size_t low = begin, high = at;
    while (low < high) {
      const size_t middle = low + (high - low) / 2;
      if (less_(item, items_[middle])) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    for (size_t i = at; i > low; --i) items_[i] = items_[i - 1];
    items_[low] = item;
  }

  void Merge(size_t begin, size_t middle, size_t end) {
    // What is in place at either end stays there.
    begin = UpperBound(begin, middle, items_[middle]);
    if (begin == middle) return;
    end = LowerBound(middle, end, items_[middle - 1]);
    if (middle - begin <= end - middle) {
      MergeForward(begin, middle, end);
    } else {
      MergeBackward(begin, middle, end);
    }
  }

  size_t UpperBound(size_t low, size_t high, const Item& item) {
    while (low < high) {
      const size_t middle = low + (high - low) / 2;
      if (less_(item, items_[middle])) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  size_t LowerBound(size_t low, size_t high, const Item& item) {
    while (low < high) {
      const size_t middle = low + (high - low) / 2;
      if (less_(items_[middle], item)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  void MergeForward(size_t begin, size_t middle, size_t end) {
    const size_t left = middle - begin;
    std::copy_n(items_.begin() + static_cast<ptrdiff_t>(begin), left, spare_.begin());
    size_t i = 0, j = middle, to = begin;
    while (i < left && j < end) {
      if (less_(items_[j], spare_[i])) {
        items_[to++] = items_[j++];
      } else {
        items_[to++] = spare_[i++];
      }
    }
    while (i < left) items_[to++] = spare_[i++];
  }

  void MergeBackward(size_t begin, size_t middle, size_t end) {
    size_t right = end - middle;
    std::copy_n(items_.begin() + static_cast<ptrdiff_t>(middle), right, spare_.begin());
    size_t i = middle, to = end;
    while (i > begin && right > 0) {
      if (less_(spare_[right - 1], items_[i - 1])) {
        items_[--to] = items_[--i];
      } else {
        items_[--to] = spare_[--right];
      }
    }
    while (right > 0) items_[--to] = spare_[--right];
  }

  std::vector<Item>& items_;
  Less less_;
  std::vector<Item> spare_;
};

template <typename Less>
void SortBy(std::vector<Item>& items, Less less) {
  Merger<Less>(items, less).Sort();
}

bool SmallLess(Value a, Value b) { return a.small() < b.small(); }
bool DoubleLess(Value a, Value b) { return a.dbl() < b.dbl(); }
bool NarrowStrLess(Value a, Value b) {
  const auto* x = a.As<Str>();
  const auto* y = b.As<Str>();
  const int order = std::memcmp(x->data(), y->data(), std::min(x->length, y->length));
  return order != 0 ? order < 0 : x->length < y->length;
}
bool StrLess(Value a, Value b) { return StrCompare(a.As<Str>(), b.As<Str>()) < 0; }

using LessFn = bool (*)(Value, Value);

// The comparison that does for all of `count` values, or null.
template <typename Get>
LessFn CommonLess(uint32_t count, Get get) {
  bool smalls = true, doubles = true, strs = true, narrow = true;
  for (uint32_t i = 0; i < count && (smalls || doubles || strs); ++i) {
    const Value v = get(i);
    smalls = smalls && v.IsSmall();
    doubles = doubles && v.IsDouble();
    strs = strs && v.Is(Kind::kStr) && (v.object()->flags & kSubclass) == 0;
    narrow = narrow && strs && v.As<Str>()->width == 1;
  }
  if (smalls) return SmallLess;
  if (doubles) return DoubleLess;
  if (!strs) return nullptr;
  return narrow ? NarrowStrLess : StrLess;
}

Tri SortGeneral(Context& cx, std::vector<Item>& items) {
  Tri trouble = Tri::kTrue;
  SortBy(items, [&](const Item& a, const Item& b) {
    if (trouble != Tri::kTrue) return false;
    const Tri answer = TryCompare(cx, CompareOp::kLt, a.key, b.key);
    if (answer == Tri::kPython || answer == Tri::kRaised) trouble = answer;
    return answer == Tri::kTrue;
  });
  return trouble;
}

// Tuples whose first items have a quick comparison: the rest matters only when those are equal.
Tri SortTuples(Context& cx, std::vector<Item>& items, LessFn less_first) {
  Tri trouble = Tri::kTrue;
  SortBy(items, [&](const Item& a, const Item& b) {
    const Value x = a.key.As<Tuple>()->Get(0), y = b.key.As<Tuple>()->Get(0);
    if (less_first(x, y)) return true;
    if (less_first(y, x) || trouble != Tri::kTrue) return false;
    const Tri answer = TryCompare(cx, CompareOp::kLt, a.key, b.key);
    if (answer == Tri::kPython || answer == Tri::kRaised) trouble = answer;
    return answer == Tri::kTrue;
  });
  return trouble;
}

Tri SortItems(Context& cx, std::vector<Item>& items) {
  const auto count = static_cast<uint32_t>(items.size());
  const LessFn less = CommonLess(count, [&](uint32_t i) { return items[i].key; });
  // Each in a loop of its own, so that the comparison is inlined.
  const auto sort_by = [&](auto compare) {
    SortBy(items, [compare](const Item& a, const Item& b) { return compare(a.key, b.key); });
    return Tri::kTrue;
  };
  if (less == SmallLess) return sort_by([](Value a, Value b) { return SmallLess(a, b); });
  if (less == DoubleLess) return sort_by([](Value a, Value b) { return DoubleLess(a, b); });
  if (less == NarrowStrLess) return sort_by([](Value a, Value b) { return NarrowStrLess(a, b); });
  if (less == StrLess) return sort_by([](Value a, Value b) { return StrLess(a, b); });
  const bool tuples = std::all_of(items.begin(), items.end(), [](const Item& item) {
    return item.key.Is(Kind::kTuple) && (item.key.object()->flags & kSubclass) == 0 &&
           item.key.As<Tuple>()->length != 0;
  });
  if (tuples) {
    const LessFn first =
        CommonLess(count, [&](uint32_t i) { return items[i].key.As<Tuple>()->Get(0); });
    if (first != nullptr && first != DoubleLess) return SortTuples(cx, items, first);
  }
  return SortGeneral(cx, items);
}

}  // namespace

Tri SortSimple(Context& cx, Slot* keys, Slot* values, uint32_t count, bool reverse) {
  if (count < 2) return Tri::kTrue;
  std::vector<Item> items(count);
  for (uint32_t i = 0; i < count; ++i) {
    items[i] = {keys[i].Load(), values == nullptr ? Value() : values[i].Load()};
  }
  // Sorting backwards what was turned round keeps equal items in their order.
  if (reverse) std::reverse(items.begin(), items.end());
  const Tri done = SortItems(cx, items);
  if (done != Tri::kTrue) return done;
  if (reverse) std::reverse(items.begin(), items.end());
  for (uint32_t i = 0; i < count; ++i) {
    keys[i].Store(items[i].key);
    if (values != nullptr) values[i].Store(items[i].value);
  }
  return Tri::kTrue;
}

}  // namespace heddle
