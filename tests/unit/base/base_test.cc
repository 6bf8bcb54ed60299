#include <gtest/gtest.h>

#include <set>
#include <thread>
#include <vector>

#include "base/check.h"
#include "base/hash.h"
#include "base/mutex.h"
#include "base/random.h"
#include "base/result.h"

namespace heddle::base {
namespace {

TEST(Result, HoldsAValueOrAnError) {
  const Result<int> good(7);
  const Result<int> bad(Error{"no such file"});
  EXPECT_TRUE(good.ok());
  EXPECT_EQ(good.value(), 7);
  EXPECT_FALSE(bad.ok());
  EXPECT_EQ(bad.error().message, "no such file");
}

TEST(Check, EndsTheProgramWithItsMessage) {
  EXPECT_DEATH(CHECK(1 > 2) << "one is " << 1, "CHECK\\(1 > 2\\) failed: one is 1");
}

TEST(Random, GivesTheSameNumbersForTheSameSeed) {
  Random a(42), b(42), c(43);
  EXPECT_EQ(a.Next(), b.Next());
  EXPECT_EQ(a.Next(), b.Next());
  EXPECT_NE(a.Next(), c.Next());
}

TEST(Random, BelowReachesEveryNumberAndNoOther) {
  Random random(1);
  std::set<uint64_t> seen;
  for (int i = 0; i < 1000; ++i) seen.insert(random.Below(10));
  EXPECT_EQ(seen.size(), 10u);
  EXPECT_EQ(*seen.rbegin(), 9u);
}

TEST(Hash, DependsOnEveryByteTheLengthAndTheSeed) {
  std::set<uint64_t> hashes;
  for (const char* text : {"", "a", "b", "ab", "ba", "abcdefgh", "abcdefghi", "abcdefgi"}) {
    hashes.insert(HashBytes(std::string_view(text), 1));
    hashes.insert(HashBytes(std::string_view(text), 2));
  }
  EXPECT_EQ(hashes.size(), 16u);
}

TEST(SpinMutex, LetsOneInAtATime) {
  SpinMutex mu(Rank::kLeaf);
  int counter = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&] {
      for (int k = 0; k < 10'000; ++k) {
        SpinLock lock(mu);
        ++counter;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(counter, 40'000);
}

#ifndef NDEBUG
TEST(MutexRank, IsChecked) {
  Mutex low(Rank::kWorld);
  Mutex high(Rank::kLeaf);
  const auto wrong_order = [&]() NO_THREAD_SAFETY_ANALYSIS {
    high.Lock();
    low.Lock();
  };
  EXPECT_DEATH(wrong_order(), "taken while holding");
}
#endif

}  // namespace
}  // namespace heddle::base
