// _random: the generator that Python's random module is built on, MT19937 (Matsumoto and Nishimura,
// 1998), with CPython's way from seeds to states and from states to numbers.
#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include "lib/module_tables.h"
#include "lib/number_types.h"
#include "lib/text_natives.h"
#include "objects/magnitude.h"
#include "objects/native_object.h"
#include "objects/tuple.h"
#include "objects/type.h"
#include "objects/type_building.h"

namespace heddle::lib {

namespace {

constexpr uint32_t kWords = 624;
constexpr uint32_t kMiddle = 397;

// Every method holds the object lock: threads that share a generator get each number once.
struct Generator : NativeObject {
  uint32_t index;
  std::array<uint32_t, kWords> state;
};

Generator* Self(Args args) { return args[0].As<Generator>(); }

void SeedWord(Generator* g, uint32_t seed) {
  g->state[0] = seed;
  for (uint32_t i = 1; i < kWords; ++i) {
    g->state[i] = 1812433253u * (g->state[i - 1] ^ (g->state[i - 1] >> 30)) + i;
  }
  g->index = kWords;
}

void SeedWords(Generator* g, std::span<const uint32_t> key) {
  SeedWord(g, 19650218u);
  auto& mt = g->state;
  uint32_t i = 1;
  size_t j = 0;
  const auto wrap = [&] {
    if (++i >= kWords) {
      mt[0] = mt[kWords - 1];
      i = 1;
    }
  };
  for (size_t k = std::max<size_t>(kWords, key.size()); k != 0; --k) {
    mt[i] =
        (mt[i] ^ ((mt[i - 1] ^ (mt[i - 1] >> 30)) * 1664525u)) + key[j] + static_cast<uint32_t>(j);
    wrap();
    if (++j >= key.size()) j = 0;
  }
  for (uint32_t k = kWords - 1; k != 0; --k) {
    mt[i] = (mt[i] ^ ((mt[i - 1] ^ (mt[i - 1] >> 30)) * 1566083941u)) - i;
    wrap();
  }
  mt[0] = 0x80000000u;
}

uint32_t NextWord(Generator* g) {
  auto& mt = g->state;
  if (g->index >= kWords) {
    for (uint32_t k = 0; k < kWords; ++k) {
      const uint32_t y = (mt[k] & 0x80000000u) | (mt[(k + 1) % kWords] & 0x7fffffffu);
      mt[k] = mt[(k + kMiddle) % kWords] ^ (y >> 1) ^ ((y & 1) != 0 ? 0x9908b0dfu : 0);
    }
    g->index = 0;
  }
  uint32_t y = mt[g->index++];
  y ^= y >> 11;
  y ^= (y << 7) & 0x9d2c5680u;
  y ^= (y << 15) & 0xefc60000u;
  return y ^ (y >> 18);
}

Value New(Context& cx, Args args) {
  Object* object = NewInstance(cx, args[0].As<Type>());
  SeedWords(static_cast<Generator*>(object), std::array<uint32_t, 1>{0});
  return Value::Of(object);
}

Value Init(Context&, Args) { return Value::None(); }

// seed(n): by the magnitude of an int; of anything else, by its hash.
Value Seed(Context& cx, Args args) {
  Value n = args.Opt(1);
  if (!Given(n)) n = Value::Small(0);
  if (!IsInt(n)) {
    uint64_t hash;
    if (TryHash(cx, n, &hash) != Tri::kTrue) {
      return cx.Raise(Exc::kTypeError, "unsupported seed type: '{}'", TypeName(cx, n));
    }
    n = IntFromUint64(cx.heap, hash);
  }
  const Magnitude m(n);
  std::vector<uint32_t> key(m.limbs, m.limbs + m.count);
  if (key.empty()) key.push_back(0);
  heap::ObjectLock lock(cx.heap.locking(), Self(args));
  SeedWords(Self(args), key);
  return Value::None();
}

Value Random(Context& cx, Args args) {
  heap::ObjectLock lock(cx.heap.locking(), Self(args));
  const uint32_t a = NextWord(Self(args)) >> 5;
  const uint32_t b = NextWord(Self(args)) >> 6;
  return Value::Double((a * 67108864.0 + b) * (1.0 / 9007199254740992.0));
}

Value GetRandBits(Context& cx, Args args) {
  int64_t bits;
  if (!ToInt64(cx, args[1], &bits)) return Value::Raised();
  if (bits < 0) return cx.Raise(Exc::kValueError, "number of bits must be non-negative");
  heap::ObjectLock lock(cx.heap.locking(), Self(args));
  if (bits == 0) return Value::Small(0);
  if (bits <= 32) return Value::Small(NextWord(Self(args)) >> (32 - bits));
  if (bits > int64_t{1} << 34) return cx.Raise(Exc::kMemoryError, "");
  std::vector<uint32_t> words(static_cast<size_t>((bits + 31) / 32));
  for (uint32_t& word : words) {
    word = NextWord(Self(args));
    if (bits < 32) word >>= 32 - bits;
    bits -= 32;
  }
  return IntFromLimbs(cx.heap, words, false);
}

Value GetState(Context& cx, Args args) {
  Tuple* state = NewTupleRaw(cx.heap, kWords + 1);
  heap::ObjectLock lock(cx.heap.locking(), Self(args));
  for (uint32_t i = 0; i < kWords; ++i) state->items()[i].Store(Value::Small(Self(args)->state[i]));
  state->items()[kWords].Store(Value::Small(Self(args)->index));
  return Value::Of(state);
}

Value SetState(Context& cx, Args args) {
  if (!args[1].Is(Kind::kTuple)) return cx.Raise(Exc::kTypeError, "state vector must be a tuple");
  auto* tuple = args[1].As<Tuple>();
  if (tuple->length != kWords + 1) {
    return cx.Raise(Exc::kValueError, "state vector is the wrong size");
  }
  std::array<uint32_t, kWords + 1> words;
  for (uint32_t i = 0; i <= kWords; ++i) {
    int64_t word;
    if (!ToInt64(cx, tuple->Get(i), &word)) return Value::Raised();
    words[i] = static_cast<uint32_t>(word);
  }
  if (words[kWords] > kWords) return cx.Raise(Exc::kValueError, "invalid state");
  heap::ObjectLock lock(cx.heap.locking(), Self(args));
  std::copy_n(words.begin(), kWords, Self(args)->state.begin());
  Self(args)->index = words[kWords];
  return Value::None();
}

constexpr NativeDef kMethods[] = {
    {"__new__", New, "cls, *args, **kwargs"},
    {"__init__", Init, "self, *args"},
    {"seed", Seed, "self, n=, /"},
    {"random", Random, "self, /"},
    {"getrandbits", GetRandBits, "self, k, /"},
    {"getstate", GetState, "self, /"},
    {"setstate", SetState, "self, state, /"},
    {nullptr, nullptr, nullptr},
};

void InitModule(Context& cx, Module* module) {
  AddConstant(cx, module, "Random", Value::Of(BuiltinTypeOf(cx.runtime, &kRandomType)));
}

}  // namespace

const TypeDef kRandomType = {
    "Random", "_random", Kind::kNative1,    kMethods,
    nullptr,  0,         sizeof(Generator), "Random() -> create a random number generator"};
const ModuleDef kRandomModule = {"_random", nullptr, InitModule};

}  // namespace heddle::lib
