// What Boost calls where it would throw: the engine is built without exceptions.
#include <boost/throw_exception.hpp>
#include <cstdio>
#include <cstdlib>
#include <exception>

namespace boost {

void throw_exception(const std::exception& error, const source_location& where) {
  std::fprintf(stderr, "heddle: %s:%u: %s\n", where.file_name(),
               static_cast<unsigned>(where.line()), error.what());
  std::abort();
}

void throw_exception(const std::exception& error) { throw_exception(error, {}); }

}  // namespace boost
