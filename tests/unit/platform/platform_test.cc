#include <gtest/gtest.h>

#include "platform/clock.h"
#include "platform/parker.h"
#include "platform/thread.h"

namespace heddle::platform {
namespace {

TEST(Clock, GoesForward) {
  const Nanos begin = MonotonicNanos();
  EXPECT_LE(begin, MonotonicNanos());
  EXPECT_GT(WallNanos(), Nanos{1'700'000'000} * 1'000'000'000);
  EXPECT_GE(ThreadCpuNanos(), 0);
  EXPECT_GE(ProcessorCount(), 1u);
}

TEST(Parker, KeepsOneToken) {
  Parker parker;
  parker.Unpark();
  parker.Unpark();
  parker.Park();
  EXPECT_FALSE(parker.ParkFor(1'000'000));
}

TEST(Parker, HandsOverBetweenThreads) {
  Parker ping, pong;
  int value = 0;  // Ordered by the parkers alone.
  Thread thread;
  ASSERT_TRUE(thread.Start("pong", [&] {
    for (int i = 0; i < 2000; ++i) {
      ping.Park();
      ++value;
      pong.Unpark();
    }
  }));
  for (int i = 0; i < 2000; ++i) {
    ++value;
    ping.Unpark();
    while (!pong.ParkFor(100'000)) {
    }
  }
  thread.Join();
  EXPECT_EQ(value, 4000);
}

TEST(Thread, HasItsOwnNumber) {
  uint64_t other = 0;
  Thread thread;
  ASSERT_TRUE(thread.Start("number", [&] { other = NativeThreadId(); }));
  thread.Join();
  EXPECT_NE(other, NativeThreadId());
}

}  // namespace
}  // namespace heddle::platform
