// Law 1: no C++ frame stands between two Python frames, so recursion through any protocol is
// bounded by memory, not by the C stack.
#include <gtest/gtest.h>
#include <pthread.h>

#include <mutex>
#include <string>

#include "api/machine.h"

namespace heddle::api {
namespace {

#if defined(__SANITIZE_THREAD__) || defined(__SANITIZE_ADDRESS__)
constexpr int kDepth = 20'000;
#elif defined(__has_feature)
#if __has_feature(thread_sanitizer) || __has_feature(address_sanitizer)
constexpr int kDepth = 20'000;
#else
constexpr int kDepth = 1'000'000;
#endif
#else
constexpr int kDepth = 1'000'000;
#endif

constexpr size_t kSmallStack = 256 * 1024;

class Collector final : public Host {
 public:
  int Write(int fd, std::string_view bytes) override {
    std::lock_guard lock(mu_);
    (fd == 1 ? out : err).append(bytes);
    return 0;
  }
  int64_t Read(std::string*, size_t) override { return 0; }
  bool IsTerminal(int) override { return false; }

  std::string out, err;

 private:
  std::mutex mu_;
};

struct Outcome {
  std::string source, out, err;
  int status = -1;
};

void* RunOutcome(void* argument) {
  auto& outcome = *static_cast<Outcome*>(argument);
  Collector host;
  RunConfig config;
  config.source = outcome.source;
  config.workers = 1;
  Machine machine(config, host);
  outcome.status = machine.Run();
  outcome.out = host.out;
  outcome.err = host.err;
  return nullptr;
}

// Runs the program with a small C stack; `N` is the depth.
Outcome RunOnSmallStack(const std::string& program) {
  Outcome outcome;
  outcome.source =
      "import sys\nsys.setrecursionlimit(10**9)\nN = " + std::to_string(kDepth) + "\n" + program;
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setstacksize(&attributes, kSmallStack);
  pthread_t thread;
  EXPECT_EQ(pthread_create(&thread, &attributes, RunOutcome, &outcome), 0);
  pthread_join(thread, nullptr);
  pthread_attr_destroy(&attributes);
  return outcome;
}

struct Protocol {
  const char* name;
  const char* program;
};

class DeepRecursion : public testing::TestWithParam<Protocol> {};

TEST_P(DeepRecursion, NeedsNoCStack) {
  const Outcome outcome = RunOnSmallStack(GetParam().program);
  EXPECT_EQ(outcome.out, "bottom\n");
  EXPECT_EQ(outcome.err, "");
  EXPECT_EQ(outcome.status, 0);
}

INSTANTIATE_TEST_SUITE_P(Protocols, DeepRecursion,
                         testing::Values(Protocol{"Str", R"(
class S:
    def __init__(self, n): self.n = n
    def __str__(self): return str(S(self.n - 1)) if self.n else 'bottom'
print(str(S(N)))
)"},
                                         Protocol{"EqInDictLookup", R"(
class K:
    def __init__(self, n): self.n = n
    def __hash__(self): return 1
    def __eq__(self, other): return K(self.n - 1) in {K(self.n - 1): 0} if self.n else True
print('bottom' if K(N) in {K(N): 0} else 'wrong')
)"},
                                         Protocol{"SortedKey", R"(
def deep(n): return sorted(['bottom'], key=lambda _: deep(n - 1))[0] if n else 'bottom'
print(deep(N))
)"},
                                         Protocol{"Generators", R"(
def deep(n):
    if n: yield from deep(n - 1)
    else: yield 'bottom'
print(next(deep(N)))
)"},
                                         Protocol{"PropertyGetters", R"(
class P:
    def __init__(self, n): self.n = n
    @property
    def down(self): return P(self.n - 1).down if self.n else 'bottom'
print(P(N).down)
)"}),
                         [](const testing::TestParamInfo<Protocol>& info) {
                           return std::string(info.param.name);
                         });

TEST(DeepRecursionLimit, RaisesRecursionErrorAtTheLimit) {
  Outcome outcome;
  outcome.source = R"(
def f(): return f()
try:
    f()
except RecursionError as error:
    print(error)
nested = []
for _ in range(100_000): nested = [nested]
try:
    repr(nested)
except RecursionError:
    print('repr too')
)";
  RunOutcome(&outcome);
  EXPECT_EQ(outcome.out, "maximum recursion depth exceeded\nrepr too\n");
}

}  // namespace
}  // namespace heddle::api
