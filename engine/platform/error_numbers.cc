#include "platform/error_numbers.h"

#include <cerrno>

namespace heddle::platform {
namespace {

struct Row {
  int here, on_linux;
  const char* text;
};

constexpr Row kRows[] = {
#define ERROR_NUMBER(name, number, text) {name, number, text},
#include "platform/error_numbers.def"
#undef ERROR_NUMBER
};

}  // namespace

int ToLinuxError(int error) {
  for (const Row& row : kRows) {
    if (row.here == error) return row.on_linux;
  }
  return error;
}

std::string LinuxErrorText(int number) {
  for (const Row& row : kRows) {
    if (row.on_linux == number) return row.text;
  }
  return number == 0 ? "Success" : "Unknown error " + std::to_string(number);
}

}  // namespace heddle::platform
