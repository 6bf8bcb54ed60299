#include "platform/thread.h"

#include <pthread.h>
#include <sched.h>

#include <memory>
#include <utility>

#include "base/check.h"

namespace heddle::platform {
namespace {

struct Body {
  const char* name;
  std::function<void()> run;
};

void* RunBody(void* argument) {
  const std::unique_ptr<Body> body(static_cast<Body*>(argument));
#if defined(__linux__)
  pthread_setname_np(pthread_self(), body->name);
#endif
  body->run();
  return nullptr;
}

bool Create(pthread_t* handle, const char* name, std::function<void()> run) {
  auto body = std::make_unique<Body>(Body{name, std::move(run)});
  if (pthread_create(handle, nullptr, RunBody, body.get()) != 0) return false;
  body.release();  // RunBody() frees it.
  return true;
}

}  // namespace

Thread::~Thread() { CHECK(!started_) << "a thread was not joined"; }

bool Thread::Start(const char* name, std::function<void()> body) {
  CHECK(!started_) << "started twice";
  pthread_t handle;
  if (!Create(&handle, name, std::move(body))) return false;
  handle_ = reinterpret_cast<uintptr_t>(reinterpret_cast<void*>(handle));
  started_ = true;
  return true;
}

void Thread::Join() {
  CHECK(started_) << "not started";
  pthread_join(reinterpret_cast<pthread_t>(static_cast<uintptr_t>(handle_)), nullptr);
  started_ = false;
}

bool Thread::StartDetached(const char* name, std::function<void()> body) {
  pthread_t handle;
  if (!Create(&handle, name, std::move(body))) return false;
  pthread_detach(handle);
  return true;
}

void YieldThread() { sched_yield(); }

}  // namespace heddle::platform
