// Error numbers as programs see them: Linux's, whatever the C library of the build counts.
#pragma once

namespace heddle::lib {

// The number that Linux gives the error that this build's C library calls `host`.
int LinuxErrno(int host);
// The reverse.
int HostErrno(int linux_number);

}  // namespace heddle::lib
