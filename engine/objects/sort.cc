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

// What is sorted: items, or keys alone.
Value KeyOf(const Item& item) { return item.key; }
Value KeyOf(Value key) { return key; }

// A merge sort that finds the runs that are there already. Safe for any `less`, even one that
// contradicts itself (NaN): every access is bounded by the run lengths.
template <typename T, typename Less>
class Merger {
 public:
  Merger(std::vector<T>& items, Less less)
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
    const T item = items_[at];
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

  size_t UpperBound(size_t low, size_t high, const T& item) {
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

  size_t LowerBound(size_t low, size_t high, const T& item) {
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

  std::vector<T>& items_;
  Less less_;
  std::vector<T> spare_;
};

template <typename T, typename Less>
void SortBy(std::vector<T>& items, Less less) {
  Merger<T, Less>(items, less).Sort();
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

template <typename T>
Tri SortGeneral(Context& cx, std::vector<T>& items) {
  Tri trouble = Tri::kTrue;
  SortBy(items, [&](const T& a, const T& b) {
    if (trouble != Tri::kTrue) return false;
    const Tri answer = TryCompare(cx, CompareOp::kLt, KeyOf(a), KeyOf(b));
    if (answer == Tri::kPython || answer == Tri::kRaised) trouble = answer;
    return answer == Tri::kTrue;
  });
  return trouble;
}

// Tuples whose first items have a quick comparison: the rest matters only when those are equal.
template <typename T>
Tri SortTuples(Context& cx, std::vector<T>& items, LessFn less_first) {
  Tri trouble = Tri::kTrue;
  SortBy(items, [&](const T& a, const T& b) {
    const Value x = KeyOf(a).template As<Tuple>()->Get(0);
    const Value y = KeyOf(b).template As<Tuple>()->Get(0);
    if (less_first(x, y)) return true;
    if (less_first(y, x) || trouble != Tri::kTrue) return false;
    const Tri answer = TryCompare(cx, CompareOp::kLt, KeyOf(a), KeyOf(b));
    if (answer == Tri::kPython || answer == Tri::kRaised) trouble = answer;
    return answer == Tri::kTrue;
  });
  return trouble;
}

template <typename T>
Tri SortItems(Context& cx, std::vector<T>& items) {
  const auto count = static_cast<uint32_t>(items.size());
  const LessFn less = CommonLess(count, [&](uint32_t i) { return KeyOf(items[i]); });
  // Each in a loop of its own, so that the comparison is inlined.
  const auto sort_by = [&](auto compare) {
    SortBy(items, [compare](const T& a, const T& b) { return compare(KeyOf(a), KeyOf(b)); });
    return Tri::kTrue;
  };
  if (less == SmallLess) return sort_by([](Value a, Value b) { return SmallLess(a, b); });
  if (less == DoubleLess) return sort_by([](Value a, Value b) { return DoubleLess(a, b); });
  if (less == NarrowStrLess) return sort_by([](Value a, Value b) { return NarrowStrLess(a, b); });
  if (less == StrLess) return sort_by([](Value a, Value b) { return StrLess(a, b); });
  const bool tuples = std::all_of(items.begin(), items.end(), [](const T& item) {
    const Value key = KeyOf(item);
    return key.Is(Kind::kTuple) && (key.object()->flags & kSubclass) == 0 &&
           key.As<Tuple>()->length != 0;
  });
  if (tuples) {
    const LessFn first =
        CommonLess(count, [&](uint32_t i) { return KeyOf(items[i]).template As<Tuple>()->Get(0); });
    if (first != nullptr && first != DoubleLess) return SortTuples(cx, items, first);
  }
  return SortGeneral(cx, items);
}

}  // namespace

Tri SortSimple(Context& cx, Slot* keys, Slot* values, uint32_t count, bool reverse) {
  if (count < 2) return Tri::kTrue;
  // Sorting backwards what was turned round keeps equal items in their order.
  const auto sort = [&](auto& items) {
    if (reverse) std::reverse(items.begin(), items.end());
    const Tri done = SortItems(cx, items);
    if (done == Tri::kTrue && reverse) std::reverse(items.begin(), items.end());
    return done;
  };
  if (values == nullptr) {
    std::vector<Value> items(count);
    for (uint32_t i = 0; i < count; ++i) items[i] = keys[i].Load();
    const Tri done = sort(items);
    if (done != Tri::kTrue) return done;
    for (uint32_t i = 0; i < count; ++i) keys[i].Store(items[i]);
    return done;
  }
  std::vector<Item> items(count);
  for (uint32_t i = 0; i < count; ++i) items[i] = {keys[i].Load(), values[i].Load()};
  const Tri done = sort(items);
  if (done != Tri::kTrue) return done;
  for (uint32_t i = 0; i < count; ++i) {
    keys[i].Store(items[i].key);
    values[i].Store(items[i].value);
  }
  return done;
}

}  // namespace heddle
