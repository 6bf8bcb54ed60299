#include "wasm/event_queue.h"

#include <cstring>

namespace heddle::wasm {
namespace {

constexpr size_t kMaxUndelivered = 1 << 20;
constexpr size_t kMaxEvent = 1 << 16;

}  // namespace

void EventQueue::Output(int32_t run, int32_t fd, std::string_view bytes,
                        const std::function<bool()>& wanted) {
  std::unique_lock lock(mu_);
  room_.wait(lock, [&] { return undelivered_ <= kMaxUndelivered || !wanted(); });
  if (!wanted()) return;
  Append({EventKind::kOutput, run, fd, 0}, bytes);
  undelivered_ += bytes.size();
}

void EventQueue::Post(EventKind kind, int32_t run, int32_t value, std::string_view bytes) {
  std::lock_guard lock(mu_);
  Append({kind, run, value, 0}, bytes);
  if (kind == EventKind::kOutput) undelivered_ += bytes.size();
}

void EventQueue::WakeWriters() {
  std::lock_guard lock(mu_);  // Or a writer misses it between its look and its sleep.
  room_.notify_all();
}

void EventQueue::Append(const Header& header, std::string_view bytes) {
  if (header.kind == EventKind::kOutput && !events_.empty()) {
    std::string& last = events_.back();
    Header previous;
    std::memcpy(&previous, last.data(), sizeof previous);
    if (previous.kind == header.kind && previous.run == header.run &&
        previous.value == header.value && last.size() < kMaxEvent) {
      last.append(bytes);
      return;  // Announced already.
    }
  }
  std::string event(reinterpret_cast<const char*>(&header), sizeof header);
  event.append(bytes);
  events_.push_back(std::move(event));
  Announce();
}

void EventQueue::Announce() {
  __atomic_fetch_add(&counter_, 1, __ATOMIC_SEQ_CST);
  __builtin_wasm_memory_atomic_notify(&counter_, UINT32_MAX);
}

const void* EventQueue::Next() {
  std::lock_guard lock(mu_);
  if (events_.empty()) return nullptr;
  current_ = std::move(events_.front());
  events_.pop_front();
  Header header;
  std::memcpy(&header, current_.data(), sizeof header);
  header.length = static_cast<int32_t>(current_.size() - sizeof header);
  std::memcpy(current_.data(), &header, sizeof header);
  if (header.kind == EventKind::kOutput) {
    const bool was_full = undelivered_ > kMaxUndelivered;
    undelivered_ -= static_cast<size_t>(header.length);
    if (was_full && undelivered_ <= kMaxUndelivered) room_.notify_all();
  }
  return current_.data();
}

}  // namespace heddle::wasm
