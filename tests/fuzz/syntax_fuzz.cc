// libFuzzer: no text makes the parser or the compiler crash, and each gets one answer.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "api/machine.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  heddle::api::CheckSyntax({reinterpret_cast<const char*>(data), size}, "<fuzz>");
  return 0;
}
