// Module _deflate: the compressed format of RFC 1951, without a header around it.
#include <algorithm>
#include <array>
#include <cstdint>
#include <queue>
#include <string>
#include <vector>

#include "lib/bytes_natives.h"
#include "lib/module_tables.h"
#include "objects/tuple.h"

namespace heddle::lib {

namespace {

constexpr uint16_t kLengthBase[29] = {3,  4,  5,  6,   7,   8,   9,   10,  11, 13,
                                      15, 17, 19, 23,  27,  31,  35,  43,  51, 59,
                                      67, 83, 99, 115, 131, 163, 195, 227, 258};
constexpr uint8_t kLengthBits[29] = {0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2,
                                     2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0};
constexpr uint16_t kDistanceBase[30] = {
    1,   2,   3,   4,   5,   7,    9,    13,   17,   25,   33,   49,   65,    97,    129,
    193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577};
constexpr uint8_t kDistanceBits[30] = {0, 0, 0, 0, 1, 1, 2, 2,  3,  3,  4,  4,  5,  5,  6,
                                       6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13};
constexpr uint8_t kOrder[19] = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};
constexpr int kEndOfBlock = 256;

// The code lengths of fixed blocks.
std::vector<uint8_t> FixedLiterals() {
  std::vector<uint8_t> lengths(288, 8);
  std::fill(lengths.begin() + 144, lengths.begin() + 256, uint8_t{9});
  std::fill(lengths.begin() + 256, lengths.begin() + 280, uint8_t{7});
  return lengths;
}

// ---- reading

enum class State : uint8_t { kDone, kNeedsInput, kBadBlock, kBadLengths, kBadCode, kBadDistance };

class Inflater {
 public:
  explicit Inflater(std::string_view in) : in_(in) {}

  State Run() {
    for (;;) {
      const uint32_t header = Bits(3);
      if (short_) return State::kNeedsInput;
      State state;
      switch (header >> 1) {
        case 0: state = Stored(); break;
        case 1: state = Compressed(Tree(FixedLiterals()), Tree(std::vector<uint8_t>(30, 5))); break;
        case 2: state = Dynamic(); break;
        default: return State::kBadBlock;
      }
      if (state != State::kDone) return state;
      if ((header & 1) != 0) return State::kDone;
    }
  }

  std::string& out() { return out_; }
  size_t consumed() const { return at_ - held_ / 8; }

 private:
  // A canonical code: how many codes each length has, and the symbols in order.
  struct Tree {
    explicit Tree(const std::vector<uint8_t>& lengths) {
      for (const uint8_t length : lengths) ++counts[length];
      counts[0] = 0;
      std::array<uint16_t, 17> next{};
      for (size_t i = 1; i < 16; ++i) next[i + 1] = static_cast<uint16_t>(next[i] + counts[i]);
      symbols.resize(lengths.size());
      for (size_t i = 0; i < lengths.size(); ++i) {
        if (lengths[i] != 0) symbols[next[lengths[i]]++] = static_cast<uint16_t>(i);
      }
    }
    std::array<uint16_t, 16> counts{};
    std::vector<uint16_t> symbols;
  };

  uint32_t Bits(uint32_t n) {
    while (held_ < n) {
      if (at_ == in_.size()) {
        short_ = true;
        return 0;
      }
      word_ |= uint64_t{static_cast<uint8_t>(in_[at_++])} << held_;
      held_ += 8;
    }
    const auto value = static_cast<uint32_t>(word_ & ((uint64_t{1} << n) - 1));
    word_ >>= n;
    held_ -= n;
    return value;
  }

  // The next symbol; -1: no such code, or the input is too short.
  int Symbol(const Tree& tree) {
    int code = 0, first = 0, index = 0;
    for (size_t length = 1; length < 16; ++length) {
      code |= static_cast<int>(Bits(1));
      if (short_) return -1;
      const int count = tree.counts[length];
      if (code - count < first) return tree.symbols[static_cast<size_t>(index + code - first)];
      index += count;
      first = (first + count) << 1;
      code <<= 1;
    }
    return -1;
  }

  State Stored() {
    Bits(held_ % 8);
    const uint32_t length = Bits(16), complement = Bits(16);
    if (short_) return State::kNeedsInput;
    if (length != (~complement & 0xffff)) return State::kBadLengths;
    for (uint32_t i = 0; i < length; ++i) {
      const auto byte = static_cast<char>(Bits(8));
      if (short_) return State::kNeedsInput;
      out_.push_back(byte);
    }
    return State::kDone;
  }

  State Dynamic() {
    const uint32_t literals = Bits(5) + 257, distances = Bits(5) + 1, count = Bits(4) + 4;
    std::vector<uint8_t> lengths(19);
    for (uint32_t i = 0; i < count; ++i) lengths[kOrder[i]] = static_cast<uint8_t>(Bits(3));
    if (short_) return State::kNeedsInput;
    const Tree tree(lengths);
    lengths.clear();
    while (lengths.size() < literals + distances) {
      const int symbol = Symbol(tree);
      if (symbol < 0) return short_ ? State::kNeedsInput : State::kBadLengths;
      if (symbol < 16) {
        lengths.push_back(static_cast<uint8_t>(symbol));
        continue;
      }
      if (symbol == 16 && lengths.empty()) return State::kBadLengths;
      const uint8_t value = symbol == 16 ? lengths.back() : uint8_t{0};
      const uint32_t times = symbol == 16 ? 3 + Bits(2) : symbol == 17 ? 3 + Bits(3) : 11 + Bits(7);
      if (short_) return State::kNeedsInput;
      lengths.insert(lengths.end(), times, value);
    }
    if (lengths.size() > literals + distances) return State::kBadLengths;
    const auto middle = lengths.begin() + literals;
    return Compressed(Tree({lengths.begin(), middle}), Tree({middle, lengths.end()}));
  }

  State Compressed(const Tree& literals, const Tree& distances) {
    for (;;) {
      const int symbol = Symbol(literals);
      if (symbol < 0) return short_ ? State::kNeedsInput : State::kBadCode;
      if (symbol == kEndOfBlock) return State::kDone;
      if (symbol < kEndOfBlock) {
        out_.push_back(static_cast<char>(symbol));
        continue;
      }
      const auto l = static_cast<size_t>(symbol - 257);
      if (l >= 29) return State::kBadCode;
      const size_t length = kLengthBase[l] + Bits(kLengthBits[l]);
      const int d = Symbol(distances);
      if (d < 0) return short_ ? State::kNeedsInput : State::kBadDistance;
      if (d >= 30) return State::kBadDistance;
      const size_t distance = kDistanceBase[d] + Bits(kDistanceBits[d]);
      if (short_) return State::kNeedsInput;
      if (distance > out_.size()) return State::kBadDistance;
      for (size_t i = 0; i < length; ++i) out_.push_back(out_[out_.size() - distance]);
    }
  }

  std::string_view in_;
  size_t at_ = 0;
  uint64_t word_ = 0;
  uint32_t held_ = 0;
  bool short_ = false;
  std::string out_;
};

// inflate(data, start): (what it holds, where the compressed part ends, 0 or what stopped it)
Value Inflate(Context& cx, Args args) {
  const BytesSource data(args[0]);
  const auto start = static_cast<size_t>(args[1].small());
  Inflater inflater(data.view.substr(std::min(start, data.view.size())));
  const State state = inflater.Run();
  return Value::Of(NewTuple(
      cx.heap,
      {Value::Of(NewBytes(cx.heap, inflater.out())),
       Value::Small(static_cast<int64_t>(start + inflater.consumed())), Value::Small(int(state))}));
}

// ---- writing

class BitWriter {
 public:
  void Write(uint32_t value, uint32_t bits) {
    word_ |= uint64_t{value} << held_;
    held_ += bits;
    while (held_ >= 8) {
      out.push_back(static_cast<char>(word_));
      word_ >>= 8;
      held_ -= 8;
    }
  }
  void Align() {
    if (held_ > 0) Write(0, 8 - held_);
  }
  std::string out;

 private:
  uint64_t word_ = 0;
  uint32_t held_ = 0;
};

// Huffman code lengths of at most `limit` bits; a code of one symbol has one bit. Lengths beyond
// the limit are evened out as zlib does it: the counts are made to fit, the rarest get the longest.
std::vector<uint8_t> CodeLengths(const std::vector<uint32_t>& counts, uint32_t limit) {
  struct Node {
    uint64_t weight;
    int left, right;
  };
  std::vector<Node> nodes;
  using Entry = std::pair<uint64_t, int>;
  std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
  std::vector<int> used;
  for (size_t i = 0; i < counts.size(); ++i) {
    nodes.push_back({counts[i], -1, -1});
    if (counts[i] == 0) continue;
    used.push_back(static_cast<int>(i));
    queue.emplace(counts[i], static_cast<int>(i));
  }
  std::vector<uint8_t> lengths(counts.size(), 0);
  if (used.size() < 2) {
    for (const int symbol : used) lengths[size_t(symbol)] = 1;
    return lengths;
  }
  while (queue.size() > 1) {
    const Entry a = queue.top();
    queue.pop();
    const Entry b = queue.top();
    queue.pop();
    nodes.push_back({a.first + b.first, a.second, b.second});
    queue.emplace(a.first + b.first, static_cast<int>(nodes.size()) - 1);
  }
  std::vector<uint32_t> depth(nodes.size(), 0);
  std::vector<uint32_t> per_length(limit + 1, 0);
  int64_t excess = 0;
  for (size_t i = nodes.size(); i-- > 0;) {
    if (nodes[i].left < 0) continue;
    for (const int child : {nodes[i].left, nodes[i].right}) depth[size_t(child)] = depth[i] + 1;
  }
  for (const int symbol : used) {
    const uint32_t d = std::min(depth[size_t(symbol)], limit);
    ++per_length[d];
    excess += int64_t{1} << (limit - d);
  }
  // Kraft's sum, in units of the longest code, must be 2 ** limit.
  for (excess -= int64_t{1} << limit; excess > 0; --excess) {
    uint32_t bits = limit - 1;
    while (per_length[bits] == 0) --bits;
    --per_length[bits];
    per_length[bits + 1] += 2;
    --per_length[limit];
  }
  std::stable_sort(used.begin(), used.end(),
                   [&](int a, int b) { return counts[size_t(a)] < counts[size_t(b)]; });
  size_t at = 0;
  for (uint32_t bits = limit; bits > 0; --bits) {
    for (uint32_t i = 0; i < per_length[bits]; ++i) {
      lengths[size_t(used[at++])] = static_cast<uint8_t>(bits);
    }
  }
  return lengths;
}

// Canonical codes, their bits in the order in which they are written.
std::vector<uint16_t> Codes(const std::vector<uint8_t>& lengths) {
  std::array<uint32_t, 17> next{};
  std::array<uint32_t, 17> per_length{};
  for (const uint8_t length : lengths) ++per_length[length];
  per_length[0] = 0;
  uint32_t code = 0;
  for (size_t bits = 1; bits < 17; ++bits) next[bits] = code = (code + per_length[bits - 1]) << 1;
  std::vector<uint16_t> codes(lengths.size(), 0);
  for (size_t i = 0; i < lengths.size(); ++i) {
    if (lengths[i] == 0) continue;
    uint32_t value = next[lengths[i]]++;
    for (uint32_t bit = 0; bit < lengths[i]; ++bit, value >>= 1) {
      codes[i] = static_cast<uint16_t>(codes[i] << 1 | (value & 1));
    }
  }
  return codes;
}

// A literal (distance 0) or a copy of what stands `distance` bytes before.
struct Token {
  uint16_t value;  // the byte, or the length
  uint16_t distance;
};

size_t LengthCode(size_t length) {
  size_t i = 28;
  while (kLengthBase[i] > length) --i;
  return i;
}
size_t DistanceCode(size_t distance) {
  size_t i = 29;
  while (kDistanceBase[i] > distance) --i;
  return i;
}

class Deflater {
 public:
  Deflater(std::string_view in, int level) : in_(in), level_(level) {}

  std::string Run() {
    if (level_ == 0) {
      Stored(0, in_.size(), true);
      return std::move(writer_.out);
    }
    FindMatches();
    return std::move(writer_.out);
  }

 private:
  static constexpr size_t kWindow = 32768, kMinMatch = 3, kMaxMatch = 258, kBlockTokens = 16383;

  // How hard a level tries, as zlib's do: matches of `good` bytes are improved with less effort,
  // those of `lazy` bytes not at all, and `nice` ones end the search.
  struct Effort {
    size_t good, lazy, nice;
    int chain;
  };
  static constexpr Effort kEfforts[10] = {
      {0, 0, 0, 0},         {4, 4, 8, 4},         {4, 5, 16, 8},     {4, 6, 32, 32},
      {4, 4, 16, 16},       {8, 16, 32, 32},      {8, 16, 128, 128}, {8, 32, 128, 256},
      {32, 128, 258, 1024}, {32, 258, 258, 4096},
  };

  void FindMatches() {
    const Effort& effort = kEfforts[level_];
    head_.assign(1 << 15, -1);
    previous_.assign(in_.size(), -1);
    size_t block_start = 0, at = 0;
    while (at < in_.size()) {
      auto [length, distance] = Longest(at, effort.chain, effort.nice);
      Insert(at);
      if (length >= kMinMatch && level_ > 3 && length < effort.lazy && at + 1 < in_.size()) {
        // A longer match one byte later is worth a literal.
        const int chain = length >= effort.good ? effort.chain / 4 : effort.chain;
        if (Longest(at + 1, chain, effort.nice).first > length) length = 0;
      }
      if (length < kMinMatch || (length == kMinMatch && distance > 4096)) {
        tokens_.push_back({static_cast<uint8_t>(in_[at]), 0});
        ++at;
      } else {
        tokens_.push_back({static_cast<uint16_t>(length), static_cast<uint16_t>(distance)});
        for (size_t i = 1; i < length; ++i) Insert(at + i);
        at += length;
      }
      if (tokens_.size() == kBlockTokens) {
        Block(block_start, at, at == in_.size());
        if (at == in_.size()) return;
        block_start = at;
      }
    }
    Block(block_start, at, true);
  }

  uint32_t Hash(size_t at) const {
    const auto byte = [&](size_t i) { return uint32_t{static_cast<uint8_t>(in_[i])}; };
    return (byte(at) << 16 | byte(at + 1) << 8 | byte(at + 2)) * 2654435761u >> 17;
  }
  void Insert(size_t at) {
    if (at + kMinMatch > in_.size()) return;
    int64_t& first = head_[Hash(at)];
    previous_[at] = first;
    first = static_cast<int64_t>(at);
  }
  // Nothing refers to the first byte: zlib takes its place for none.
  std::pair<size_t, size_t> Longest(size_t at, int chain, size_t nice) const {
    size_t best = 0, distance = 0;
    if (at + kMinMatch > in_.size()) return {0, 0};
    const size_t limit = std::min(kMaxMatch, in_.size() - at);
    for (int64_t i = head_[Hash(at)]; i > 0 && chain > 0; i = previous_[size_t(i)], --chain) {
      const auto from = static_cast<size_t>(i);
      if (at - from > kWindow) break;
      size_t n = 0;
      while (n < limit && in_[from + n] == in_[at + n]) ++n;
      if (n > best) {
        best = n;
        distance = at - from;
        if (n == limit || n >= nice) break;
      }
    }
    return {best, distance};
  }

  void Stored(size_t start, size_t end, bool last) {
    do {
      const size_t n = std::min<size_t>(65535, end - start);
      writer_.Write(last && start + n == end ? 1 : 0, 3);
      writer_.Align();
      writer_.Write(static_cast<uint32_t>(n), 16);
      writer_.Write(static_cast<uint32_t>(~n & 0xffff), 16);
      writer_.out.append(in_.substr(start, n));
      start += n;
    } while (start < end);
  }

  void Block(size_t start, size_t end, bool last) {
    std::vector<uint32_t> literals(286), distances(30);
    ++literals[kEndOfBlock];
    for (const Token& token : tokens_) {
      if (token.distance == 0) {
        ++literals[token.value];
      } else {
        ++literals[257 + LengthCode(token.value)];
        ++distances[DistanceCode(token.distance)];
      }
    }
    std::vector<uint8_t> ll = CodeLengths(literals, 15), dl = CodeLengths(distances, 15);
    const std::string header = DynamicHeader(ll, dl);
    const std::vector<uint8_t> fixed = FixedLiterals(), fixed_distances(30, 5);
    const size_t dynamic_bits = header_bits_ + Cost(literals, distances, ll, dl);
    const size_t fixed_bits = Cost(literals, distances, fixed, fixed_distances);
    if ((end - start + 4) * 8 <= std::min(dynamic_bits, fixed_bits)) {
      Stored(start, end, last);
    } else if (fixed_bits <= dynamic_bits) {
      writer_.Write(2 | uint32_t{last}, 3);
      Tokens(fixed, fixed_distances);
    } else {
      writer_.Write(4 | uint32_t{last}, 3);
      for (size_t i = 0; i < header.size(); i += 2) {
        writer_.Write(static_cast<uint8_t>(header[i]), static_cast<uint8_t>(header[i + 1]));
      }
      Tokens(ll, dl);
    }
    if (last) writer_.Align();
    tokens_.clear();
  }

  static size_t Cost(const std::vector<uint32_t>& literals, const std::vector<uint32_t>& distances,
                     const std::vector<uint8_t>& ll, const std::vector<uint8_t>& dl) {
    size_t bits = 0;
    for (size_t i = 0; i < literals.size(); ++i) {
      bits += literals[i] * (ll[i] + (i > 256 ? size_t{kLengthBits[i - 257]} : 0));
    }
    for (size_t i = 0; i < distances.size(); ++i) {
      bits += distances[i] * (size_t{dl[i]} + kDistanceBits[i]);
    }
    return bits;
  }

  // (value, bits) pairs of what describes the codes of a dynamic block.
  std::string DynamicHeader(const std::vector<uint8_t>& ll, const std::vector<uint8_t>& dl) {
    size_t literal_count = 286, distance_count = 30;
    while (literal_count > 257 && ll[literal_count - 1] == 0) --literal_count;
    while (distance_count > 1 && dl[distance_count - 1] == 0) --distance_count;
    std::vector<uint8_t> all(ll.begin(), ll.begin() + static_cast<ptrdiff_t>(literal_count));
    all.insert(all.end(), dl.begin(), dl.begin() + static_cast<ptrdiff_t>(distance_count));
    struct Run {
      uint8_t symbol, extra, bits;
    };
    std::vector<Run> runs;
    for (size_t i = 0; i < all.size();) {
      size_t n = 1;
      while (i + n < all.size() && all[i + n] == all[i]) ++n;
      i += n;
      const uint8_t value = all[i - 1];
      if (value != 0) {
        runs.push_back({value, 0, 0});
        --n;
      }
      while (n >= 3) {
        const size_t take = std::min<size_t>(n, value != 0 ? 6 : 138);
        if (value != 0) {
          runs.push_back({16, static_cast<uint8_t>(take - 3), 2});
        } else if (take <= 10) {
          runs.push_back({17, static_cast<uint8_t>(take - 3), 3});
        } else {
          runs.push_back({18, static_cast<uint8_t>(take - 11), 7});
        }
        n -= take;
      }
      for (; n > 0; --n) runs.push_back({value, 0, 0});
    }
    std::vector<uint32_t> counts(19);
    for (const Run& run : runs) ++counts[run.symbol];
    const std::vector<uint8_t> lengths = CodeLengths(counts, 7);
    const std::vector<uint16_t> codes = Codes(lengths);
    size_t count = 19;
    while (count > 4 && lengths[kOrder[count - 1]] == 0) --count;
    std::string header;
    header_bits_ = 0;
    const auto add = [&](size_t value, size_t bits) {
      header.push_back(static_cast<char>(value));
      header.push_back(static_cast<char>(bits));
      header_bits_ += bits;
    };
    add(literal_count - 257, 5);
    add(distance_count - 1, 5);
    add(count - 4, 4);
    for (size_t i = 0; i < count; ++i) add(lengths[kOrder[i]], 3);
    for (const Run& run : runs) {
      add(codes[run.symbol], lengths[run.symbol]);
      if (run.bits != 0) add(run.extra, run.bits);
    }
    return header;
  }

  void Tokens(const std::vector<uint8_t>& ll, const std::vector<uint8_t>& dl) {
    const std::vector<uint16_t> literals = Codes(ll), distances = Codes(dl);
    for (const Token& token : tokens_) {
      if (token.distance == 0) {
        writer_.Write(literals[token.value], ll[token.value]);
        continue;
      }
      const size_t l = LengthCode(token.value), d = DistanceCode(token.distance);
      writer_.Write(literals[257 + l], ll[257 + l]);
      writer_.Write(token.value - kLengthBase[l], kLengthBits[l]);
      writer_.Write(distances[d], dl[d]);
      writer_.Write(token.distance - kDistanceBase[d], kDistanceBits[d]);
    }
    writer_.Write(literals[kEndOfBlock], ll[kEndOfBlock]);
  }

  std::string_view in_;
  int level_;
  std::vector<int64_t> head_, previous_;
  std::vector<Token> tokens_;
  size_t header_bits_ = 0;
  BitWriter writer_;
};

// deflate(data, level)
Value Deflate(Context& cx, Args args) {
  const BytesSource data(args[0]);
  return Value::Of(NewBytes(cx.heap, Deflater(data.view, int(args[1].small())).Run()));
}

constexpr NativeDef kFunctions[] = {
    {"inflate", Inflate, "data, start, /"},
    {"deflate", Deflate, "data, level, /"},
    {nullptr, nullptr, nullptr},
};

}  // namespace

const ModuleDef kDeflateModule = {"_deflate", kFunctions, nullptr};

}  // namespace heddle::lib
