#include "wasm/library_file.h"

#include "api/machine.h"

namespace heddle::wasm {

std::string_view LibraryFile::Await(const std::function<bool()>& wanted, std::string* problem) {
  std::unique_lock lock(mu_);
  const uint32_t failures = failures_;
  if (bytes_.empty() && !asked_) {
    asked_ = true;
    events_.Post(EventKind::kWantsLibrary, 0, 0);
  }
  answered_.wait(lock, [&] { return !bytes_.empty() || failures_ != failures || !wanted(); });
  if (bytes_.empty()) *problem = failures_ != failures ? problem_ : "the run was ended";
  return bytes_;
}

bool LibraryFile::IsThere() {
  std::lock_guard lock(mu_);
  return !bytes_.empty();
}

void LibraryFile::WakeWaiters() {
  std::lock_guard lock(mu_);  // Or a waiter misses it between its look and its sleep.
  answered_.notify_all();
}

bool LibraryFile::Set(std::string_view bytes) {
  if (!api::IsLibraryFile(bytes)) {
    Fail("it belongs to another version of Heddle");
    return false;
  }
  std::lock_guard lock(mu_);
  asked_ = false;
  bytes_ = bytes;
  answered_.notify_all();
  return true;
}

void LibraryFile::Fail(std::string_view reason) {
  std::lock_guard lock(mu_);
  asked_ = false;
  ++failures_;
  problem_ = "the file with the less common part of the library could not be fetched (" +
             std::string(reason) + "); check the connection, and run the program again";
  answered_.notify_all();
}

}  // namespace heddle::wasm
