// Module _digest: the compression functions of hashlib's digests, over whole blocks, and the
// checksums of zlib. States are bytes: a digest is what hashlib.py makes of them, so threads share
// nothing here.
#include <array>
#include <bit>
#include <cstring>
#include <string>
#include <vector>

#include "lib/bytes_natives.h"
#include "lib/module_tables.h"
#include "objects/int.h"
#include "objects/number.h"

namespace heddle::lib {

namespace {

template <typename Word>
Word LoadLittle(const char* p) {
  Word word = 0;
  for (size_t i = 0; i < sizeof(Word); ++i) word |= Word{static_cast<uint8_t>(p[i])} << 8 * i;
  return word;
}
template <typename Word>
Word LoadBig(const char* p) {
  Word word = 0;
  for (size_t i = 0; i < sizeof(Word); ++i) word = word << 8 | static_cast<uint8_t>(p[i]);
  return word;
}
template <typename Word>
void StoreLittle(char* p, Word word) {
  for (size_t i = 0; i < sizeof(Word); ++i) p[i] = static_cast<char>(word >> 8 * i);
}

// States and tables are words in little-endian order.
template <typename Word>
std::vector<Word> Words(std::string_view bytes) {
  std::vector<Word> words(bytes.size() / sizeof(Word));
  for (size_t i = 0; i < words.size(); ++i) {
    words[i] = LoadLittle<Word>(bytes.data() + i * sizeof(Word));
  }
  return words;
}
template <typename Word>
std::string Text(const std::vector<Word>& words) {
  std::string bytes(words.size() * sizeof(Word), '\0');
  for (size_t i = 0; i < words.size(); ++i) StoreLittle(bytes.data() + i * sizeof(Word), words[i]);
  return bytes;
}

// RFC 1321.
void Md5Block(std::vector<uint32_t>& state, const char* block, const std::vector<uint32_t>& table) {
  static constexpr int kShifts[4][4] = {
      {7, 12, 17, 22}, {5, 9, 14, 20}, {4, 11, 16, 23}, {6, 10, 15, 21}};
  uint32_t a = state[0], b = state[1], c = state[2], d = state[3];
  for (uint32_t i = 0; i < 64; ++i) {
    uint32_t f, g;
    switch (i / 16) {
      case 0: f = (b & c) | (~b & d), g = i; break;
      case 1: f = (d & b) | (~d & c), g = 5 * i + 1; break;
      case 2: f = b ^ c ^ d, g = 3 * i + 5; break;
      default: f = c ^ (b | ~d), g = 7 * i; break;
    }
    f += a + table[i] + LoadLittle<uint32_t>(block + 4 * (g & 15));
    a = d;
    d = c;
    c = b;
    b += std::rotl(f, kShifts[i / 16][i % 4]);
  }
  state[0] += a, state[1] += b, state[2] += c, state[3] += d;
}

// FIPS 180-4, as are those that follow.
void Sha1Block(std::vector<uint32_t>& state, const char* block, const std::vector<uint32_t>&) {
  uint32_t w[80];
  for (int i = 0; i < 16; ++i) w[i] = LoadBig<uint32_t>(block + 4 * i);
  for (int i = 16; i < 80; ++i) w[i] = std::rotl(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1);
  uint32_t a = state[0], b = state[1], c = state[2], d = state[3], e = state[4];
  for (int i = 0; i < 80; ++i) {
    uint32_t f, k;
    switch (i / 20) {
      case 0: f = (b & c) | (~b & d), k = 0x5a827999; break;
      case 1: f = b ^ c ^ d, k = 0x6ed9eba1; break;
      case 2: f = (b & c) | (b & d) | (c & d), k = 0x8f1bbcdc; break;
      default: f = b ^ c ^ d, k = 0xca62c1d6; break;
    }
    const uint32_t t = std::rotl(a, 5) + f + e + k + w[i];
    e = d;
    d = c;
    c = std::rotl(b, 30);
    b = a;
    a = t;
  }
  state[0] += a, state[1] += b, state[2] += c, state[3] += d, state[4] += e;
}

struct Sha2Rotations {
  int near[3], far[3], u[3], v[3];  // the last of near and far is a shift
};
constexpr Sha2Rotations kSha256 = {{7, 18, 3}, {17, 19, 10}, {6, 11, 25}, {2, 13, 22}};
constexpr Sha2Rotations kSha512 = {{1, 8, 7}, {19, 61, 6}, {14, 18, 41}, {28, 34, 39}};

template <typename Word>
void Sha2Block(std::vector<Word>& state, const char* block, const std::vector<Word>& table) {
  constexpr Sha2Rotations r = sizeof(Word) == 4 ? kSha256 : kSha512;
  Word w[80];
  const size_t rounds = table.size() < 80 ? table.size() : 80;
  for (size_t i = 0; i < 16; ++i) w[i] = LoadBig<Word>(block + sizeof(Word) * i);
  for (size_t i = 16; i < rounds; ++i) {
    const Word x = w[i - 15], y = w[i - 2];
    w[i] = w[i - 16] + (std::rotr(x, r.near[0]) ^ std::rotr(x, r.near[1]) ^ (x >> r.near[2])) +
           w[i - 7] + (std::rotr(y, r.far[0]) ^ std::rotr(y, r.far[1]) ^ (y >> r.far[2]));
  }
  std::array<Word, 8> s;
  for (size_t i = 0; i < 8; ++i) s[i] = state[i];
  for (size_t i = 0; i < rounds; ++i) {
    const Word e = s[4], a = s[0];
    const Word t = s[7] + (std::rotr(e, r.u[0]) ^ std::rotr(e, r.u[1]) ^ std::rotr(e, r.u[2])) +
                   ((e & s[5]) ^ (~e & s[6])) + table[i] + w[i];
    const Word u = (std::rotr(a, r.v[0]) ^ std::rotr(a, r.v[1]) ^ std::rotr(a, r.v[2])) +
                   ((a & s[1]) ^ (a & s[2]) ^ (s[1] & s[2]));
    for (size_t j = 7; j > 0; --j) s[j] = s[j - 1];
    s[4] += t;
    s[0] = t + u;
  }
  for (size_t i = 0; i < 8; ++i) state[i] += s[i];
}

// FIPS 202.
void KeccakF(std::vector<uint64_t>& a) {
  static constexpr int kRotations[24] = {1,  3,  6,  10, 15, 21, 28, 36, 45, 55, 2,  14,
                                         27, 41, 56, 8,  25, 43, 62, 18, 39, 61, 20, 44};
  static constexpr size_t kLanes[24] = {10, 7,  11, 17, 18, 3, 5,  16, 8,  21, 24, 4,
                                        15, 23, 19, 13, 12, 2, 20, 14, 22, 9,  6,  1};
  uint8_t lfsr = 1;
  for (int round = 0; round < 24; ++round) {
    uint64_t c[5];
    for (size_t x = 0; x < 5; ++x) c[x] = a[x] ^ a[x + 5] ^ a[x + 10] ^ a[x + 15] ^ a[x + 20];
    for (size_t x = 0; x < 5; ++x) {
      const uint64_t d = c[(x + 4) % 5] ^ std::rotl(c[(x + 1) % 5], 1);
      for (size_t y = 0; y < 25; y += 5) a[y + x] ^= d;
    }
    uint64_t last = a[1];
    for (size_t i = 0; i < 24; ++i) {
      const uint64_t next = a[kLanes[i]];
      a[kLanes[i]] = std::rotl(last, kRotations[i]);
      last = next;
    }
    for (size_t y = 0; y < 25; y += 5) {
      uint64_t row[5];
      for (size_t x = 0; x < 5; ++x) row[x] = a[y + x];
      for (size_t x = 0; x < 5; ++x) a[y + x] = row[x] ^ (~row[(x + 1) % 5] & row[(x + 2) % 5]);
    }
    for (int j = 0; j < 7; ++j) {
      if ((lfsr & 1) != 0) a[0] ^= uint64_t{1} << ((1 << j) - 1);
      lfsr = static_cast<uint8_t>(lfsr << 1 ^ ((lfsr & 0x80) != 0 ? 0x71 : 0));
    }
  }
}

// RFC 7693.
constexpr uint8_t kSigma[10][16] = {{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15},
                                    {14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3},
                                    {11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4},
                                    {7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8},
                                    {9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13},
                                    {2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9},
                                    {12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11},
                                    {13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10},
                                    {6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5},
                                    {10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0}};

template <typename Word>
struct BlakeEnd {
  Word low, high;   // bytes so far
  Word last, node;  // all ones in the last block (of the last node)
};

template <typename Word>
void BlakeBlock(std::vector<Word>& h, const char* block, const std::vector<Word>& iv,
                const BlakeEnd<Word>& end) {
  constexpr bool kLong = sizeof(Word) == 8;
  constexpr int kRounds = kLong ? 12 : 10;
  constexpr int r[4] = {kLong ? 32 : 16, kLong ? 24 : 12, kLong ? 16 : 8, kLong ? 63 : 7};
  static constexpr uint8_t kMix[8][4] = {{0, 4, 8, 12},  {1, 5, 9, 13},  {2, 6, 10, 14},
                                         {3, 7, 11, 15}, {0, 5, 10, 15}, {1, 6, 11, 12},
                                         {2, 7, 8, 13},  {3, 4, 9, 14}};
  Word m[16], v[16];
  for (size_t i = 0; i < 16; ++i) m[i] = LoadLittle<Word>(block + i * sizeof(Word));
  for (size_t i = 0; i < 8; ++i) {
    v[i] = h[i];
    v[i + 8] = iv[i];
  }
  v[12] ^= end.low;
  v[13] ^= end.high;
  v[14] ^= end.last;
  v[15] ^= end.node;
  for (int round = 0; round < kRounds; ++round) {
    const uint8_t* const s = kSigma[round % 10];
    for (size_t i = 0; i < 8; ++i) {
      Word &a = v[kMix[i][0]], &b = v[kMix[i][1]], &c = v[kMix[i][2]], &d = v[kMix[i][3]];
      a += b + m[s[2 * i]];
      d = std::rotr(d ^ a, r[0]);
      c += d;
      b = std::rotr(b ^ c, r[1]);
      a += b + m[s[2 * i + 1]];
      d = std::rotr(d ^ a, r[2]);
      c += d;
      b = std::rotr(b ^ c, r[3]);
    }
  }
  for (size_t i = 0; i < 8; ++i) h[i] ^= v[i] ^ v[i + 8];
}

template <typename Word>
std::string EachBlock(std::string_view state, std::string_view data, std::string_view table,
                      void (*compress)(std::vector<Word>&, const char*, const std::vector<Word>&)) {
  std::vector<Word> words = Words<Word>(state);
  const std::vector<Word> constants = Words<Word>(table);
  for (size_t at = 0; at < data.size(); at += 16 * sizeof(Word)) {
    compress(words, data.data() + at, constants);
  }
  return Text(words);
}

// compress(kind, state, blocks, table): the state after whole blocks
Value Compress(Context& cx, Args args) {
  const int64_t kind = args[0].small();
  const BytesSource state(args[1]), data(args[2]), table(args[3]);
  std::string result;
  switch (kind) {
    case 0: result = EachBlock<uint32_t>(state.view, data.view, table.view, Md5Block); break;
    case 1: result = EachBlock<uint32_t>(state.view, data.view, table.view, Sha1Block); break;
    case 2: result = EachBlock<uint32_t>(state.view, data.view, table.view, Sha2Block); break;
    default: result = EachBlock<uint64_t>(state.view, data.view, table.view, Sha2Block); break;
  }
  return Value::Of(NewBytes(cx.heap, result));
}

// keccak(state, blocks, rate): the state after whole blocks of `rate` bytes; without blocks, after
// one more permutation
Value Keccak(Context& cx, Args args) {
  const BytesSource state(args[0]), data(args[1]);
  const auto rate = static_cast<size_t>(args[2].small());
  std::vector<uint64_t> lanes = Words<uint64_t>(state.view);
  if (data.view.empty()) KeccakF(lanes);
  for (size_t at = 0; at + rate <= data.view.size(); at += rate) {
    for (size_t i = 0; i < rate / 8; ++i) {
      lanes[i] ^= LoadLittle<uint64_t>(data.view.data() + at + 8 * i);
    }
    KeccakF(lanes);
  }
  return Value::Of(NewBytes(cx.heap, Text(lanes)));
}

template <typename Word>
std::string Blake(std::string_view state, std::string_view data, std::string_view table,
                  uint64_t count, std::string_view last) {
  std::vector<Word> h = Words<Word>(state);
  const std::vector<Word> iv = Words<Word>(table);
  constexpr size_t kBlock = 16 * sizeof(Word);
  // The count of the last block is what was hashed, without its padding.
  for (size_t at = 0; at < data.size(); at += kBlock) {
    const bool is_last = !last.empty();
    if (!is_last) count += kBlock;
    const Word ones = static_cast<Word>(-1);
    const BlakeEnd<Word> end = {static_cast<Word>(count),
                                sizeof(Word) == 8 ? Word{0} : static_cast<Word>(count >> 32),
                                is_last ? ones : Word{0}, last == "node" ? ones : Word{0}};
    BlakeBlock(h, data.data() + at, iv, end);
  }
  return Text(h);
}

// blake(is_long, state, blocks, iv, count, last): `last` is b"" but for the last block; then count
// is the whole number of bytes, else that of those before
Value BlakeOf(Context& cx, Args args) {
  const BytesSource state(args[1]), data(args[2]), table(args[3]), last(args[5]);
  const auto count = static_cast<uint64_t>(args[4].small());
  return Value::Of(NewBytes(
      cx.heap, args[0].IsTrue()
                   ? Blake<uint64_t>(state.view, data.view, table.view, count, last.view)
                   : Blake<uint32_t>(state.view, data.view, table.view, count, last.view)));
}

bool StartValue(Context& cx, Value v, uint32_t fallback, uint32_t* out) {
  *out = fallback;
  if (v.IsUndefined()) return true;
  if (!IsInt(v)) {
    cx.Raise(Exc::kTypeError, "'{}' object cannot be interpreted as an integer", TypeName(cx, v));
    return false;
  }
  *out = static_cast<uint32_t>(IntToUint64Wrapping(v));
  return true;
}

Value Crc32(Context& cx, Args args) {
  if (!IsBytesLike(args[0])) {
    return cx.Raise(Exc::kTypeError, "a bytes-like object is required, not '{}'",
                    TypeName(cx, args[0]));
  }
  uint32_t crc;
  if (!StartValue(cx, args.Opt(1), 0, &crc)) return Value::Raised();
  static constexpr auto kTable = [] {
    std::array<uint32_t, 256> table{};
    for (uint32_t i = 0; i < 256; ++i) {
      uint32_t c = i;
      for (int k = 0; k < 8; ++k) c = (c & 1) != 0 ? 0xedb88320u ^ c >> 1 : c >> 1;
      table[i] = c;
    }
    return table;
  }();
  crc = ~crc;
  const BytesSource data(args[0]);
  for (const char c : data.view) crc = kTable[(crc ^ static_cast<uint8_t>(c)) & 0xff] ^ crc >> 8;
  return IntFromInt64(cx.heap, ~crc);
}

Value Adler32(Context& cx, Args args) {
  if (!IsBytesLike(args[0])) {
    return cx.Raise(Exc::kTypeError, "a bytes-like object is required, not '{}'",
                    TypeName(cx, args[0]));
  }
  uint32_t start;
  if (!StartValue(cx, args.Opt(1), 1, &start)) return Value::Raised();
  uint32_t a = start & 0xffff, b = start >> 16;
  const BytesSource data(args[0]);
  for (const char c : data.view) {
    a = (a + static_cast<uint8_t>(c)) % 65521;
    b = (b + a) % 65521;
  }
  return IntFromInt64(cx.heap, b << 16 | a);
}

constexpr NativeDef kFunctions[] = {
    {"compress", Compress, "kind, state, blocks, table, /"},
    {"keccak", Keccak, "state, blocks, rate, /"},
    {"blake", BlakeOf, "is_long, state, blocks, iv, count, last, /"},
    {"crc32", Crc32, "data, value=, /"},
    {"adler32", Adler32, "data, value=, /"},
    {nullptr, nullptr, nullptr},
};

}  // namespace

const ModuleDef kDigestModule = {"_digest", kFunctions, nullptr};

}  // namespace heddle::lib
