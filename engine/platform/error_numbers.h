#pragma once

#include <string>

namespace heddle::platform {

// Errors by the numbers that Linux gives them. Python programs see these on every platform;
// Emscripten's C library counts differently.
enum LinuxError : int {
#define ERROR_NUMBER(name, number, text) kLinux##name = number,
#include "platform/error_numbers.def"
#undef ERROR_NUMBER
};

// The number on Linux of an error of this platform's C library (a value of errno).
int ToLinuxError(int error);

// What strerror() says about it on Linux.
std::string LinuxErrorText(int number);

}  // namespace heddle::platform
