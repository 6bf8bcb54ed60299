// What a program needs of the world around it. Natively the terminal or a test; in the browser the
// page. Methods may be called by any worker at the same time.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace heddle::vm {

class Host {
 public:
  virtual ~Host() = default;

  // Writes all of `bytes` to standard output (1) or standard error (2), as one piece: what two
  // callers write is never mixed. Returns 0 or an errno.
  virtual int Write(int fd, std::string_view bytes) = 0;

  // Blocks until standard input has something; appends at most `limit` bytes. 0 at its end, -1 on
  // error. Called on a thread that may block.
  virtual int64_t Read(std::string* bytes, size_t limit) = 0;

  virtual bool IsTerminal(int fd) = 0;

  // The library file: the modules that an engine to be downloaded does not carry itself. Blocks
  // until it is there; empty, and in a sentence why, when it cannot be had. It stays where it is
  // as long as the program.
  virtual std::string_view LibraryFile(std::string* problem) = 0;
  // Whether LibraryFile() would return it at once.
  virtual bool HasLibraryFile() = 0;
};

}  // namespace heddle::vm
