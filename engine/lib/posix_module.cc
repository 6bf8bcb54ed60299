// Module _posix: files, folders and the surroundings of the process, by the operating system's own
// calls. In the browser they are Emscripten's, on a file system in memory.
#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>
#include <thread>

#include "lib/module_tables.h"
#include "objects/bytes.h"
#include "objects/dict.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/number.h"
#include "objects/str_ops.h"
#include "objects/tuple.h"
#include "platform/error_numbers.h"
#include "vm/interpreter.h"
#include "vm/program.h"

extern char** environ;  // NOLINT(cppcoreguidelines-avoid-non-const-global-variables): POSIX

namespace heddle::lib {

namespace {

vm::Interpreter& In(Context& cx) { return static_cast<vm::Interpreter&>(cx); }

// A path given as str or bytes.
std::string Path(Value v) {
  if (v.Is(Kind::kStr)) return ToUtf8(v.As<Str>());
  return IsBytesLike(v) ? BytesCopy(v) : std::string();
}

int Number(Value v) { return v.IsSmall() ? static_cast<int>(v.small()) : v.IsTrue() ? 1 : 0; }

// OSError(errno, strerror[, filename[, None, filename2]]), of the subclass that errno has.
Value Fail(Context& cx, int error, Value path = Value(), Value path2 = Value()) {
  const int number = platform::ToLinuxError(error);
  const Value os_error = Value::Of(cx.runtime.exceptions[size_t(Exc::kOSError)]);
  const Value code = Value::Small(number);
  const Value text = cx.NewString(platform::LinuxErrorText(number));
  // A call of the class makes it; the library raises it.
  const Value raise = cx.runtime.library[size_t(Library::kRaiseCalled)].Load();
  if (path.IsUndefined()) return cx.TailCall(raise, {os_error, code, text});
  if (path2.IsUndefined()) return cx.TailCall(raise, {os_error, code, text, path});
  return cx.TailCall(raise, {os_error, code, text, path, Value::None(), path2});
}

bool ReadAll(int fd, std::string* bytes) {
  char chunk[65536];
  for (;;) {
    const ssize_t n = ::read(fd, chunk, sizeof chunk);
    if (n == 0) return true;
    if (n < 0) {
      if (errno == EINTR) continue;
      return false;
    }
    bytes->append(chunk, static_cast<size_t>(n));
  }
}

// read_file(path): the text of a file as bytes, or None when there is no such regular file
Value ReadFile(Context& cx, Args args) {
  const std::string path = Path(args[0]);
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return Value::None();
  struct stat info;
  std::string bytes;
  const bool ok = ::fstat(fd, &info) == 0 && S_ISREG(info.st_mode) && ReadAll(fd, &bytes);
  ::close(fd);
  return ok ? Value::Of(NewBytes(cx.heap, bytes)) : Value::None();
}

// open(path, flags, mode=0o777) -> fd
Value Open(Context& cx, Args args) {
  const std::string path = Path(args[0]);
  const int mode = args.Opt(2).IsUndefined() ? 0777 : Number(args[2]);
  const int fd = ::open(path.c_str(), Number(args[1]) | O_CLOEXEC, mode);
  return fd < 0 ? Fail(cx, errno, args[0]) : Value::Small(fd);
}

Value Close(Context& cx, Args args) {
  return ::close(Number(args[0])) == 0 ? Value::None() : Fail(cx, errno);
}

// read(fd, n) -> bytes; others run meanwhile unless it is a plain file
Value Read(Context& cx, Args args) {
  vm::Interpreter& in = In(cx);
  vm::PyFiber& fiber = in.fiber();
  const int fd = Number(args[0]);
  const auto limit = static_cast<size_t>(args[1].IsSmall() ? args[1].small() : 0);
  struct stat info;
  const bool plain = ::fstat(fd, &info) != 0 || S_ISREG(info.st_mode);
  if (plain) {
    std::string bytes(limit, '\0');
    const ssize_t n = ::read(fd, bytes.data(), limit);
    if (n < 0) return Fail(cx, errno);
    return Value::Of(NewBytes(cx.heap, std::string_view(bytes).substr(0, static_cast<size_t>(n))));
  }
  if (fiber.host_call == nullptr) fiber.host_call = std::make_shared<vm::HostCall>();
  const std::shared_ptr<vm::HostCall> call = fiber.host_call;
  const sched::Wait answer = in.worker().scheduler().RunBlocking(fiber, [call, fd, limit] {
    call->bytes.resize(limit);
    const ssize_t n = ::read(fd, call->bytes.data(), limit);
    call->result = n < 0 ? -errno : n;
  });
  if (answer == sched::Wait::kPark) return cx.Park();
  fiber.host_call = nullptr;
  if (answer == sched::Wait::kTimedOut) return Fail(cx, EINTR);
  if (call->result < 0) return Fail(cx, static_cast<int>(-call->result));
  return Value::Of(NewBytes(
      cx.heap, std::string_view(call->bytes).substr(0, static_cast<size_t>(call->result))));
}

// write(fd, bytes or str): how many bytes were written
Value Write(Context& cx, Args args) {
  if (!args[1].Is(Kind::kStr) && !IsBytesLike(args[1])) {
    return cx.Raise(Exc::kTypeError, "a bytes-like object is required, not '{}'",
                    TypeName(cx, args[1]));
  }
  std::string storage;
  const std::string_view data =
      args[1].Is(Kind::kStr) ? StrView(args[1].As<Str>(), &storage) : BytesView(args[1], &storage);
  const int fd = Number(args[0]);
  if (fd == 1 || fd == 2) {
    // Behind what print() has written, and at once.
    vm::Host& host = In(cx).program().host();
    int error = data.empty() ? 0 : host.Write(fd, data);
    if (error == 0) error = host.Write(fd, {});
    return error == 0 ? Value::Small(static_cast<int64_t>(data.size())) : Fail(cx, error);
  }
  size_t done = 0;
  while (done < data.size()) {
    const ssize_t n = ::write(fd, data.data() + done, data.size() - done);
    if (n < 0) {
      if (errno == EINTR) continue;
      return Fail(cx, errno);
    }
    done += static_cast<size_t>(n);
  }
  return Value::Small(static_cast<int64_t>(done));
}

Value Seek(Context& cx, Args args) {
  const off_t at =
      ::lseek(Number(args[0]), static_cast<off_t>(args[1].IsSmall() ? args[1].small() : 0),
              Number(args[2]));
  return at < 0 ? Fail(cx, errno) : Value::Small(at);
}

Value Truncate(Context& cx, Args args) {
  const off_t size = static_cast<off_t>(args[1].IsSmall() ? args[1].small() : 0);
  if (args[0].IsSmall()) {
    return ::ftruncate(Number(args[0]), size) == 0 ? Value::None() : Fail(cx, errno);
  }
  return ::truncate(Path(args[0]).c_str(), size) == 0 ? Value::None() : Fail(cx, errno, args[0]);
}

int64_t Nanos(const timespec& t) { return int64_t{t.tv_sec} * 1'000'000'000 + t.tv_nsec; }

// (mode, ino, dev, nlink, uid, gid, size, atime_ns, mtime_ns, ctime_ns)
Value Fields(Context& cx, const struct stat& info) {
  const auto big = [&](uint64_t n) { return IntFromUint64(cx.heap, n); };
  return Value::Of(NewTuple(
      cx.heap,
      {Value::Small(info.st_mode), big(info.st_ino), big(info.st_dev), big(info.st_nlink),
       Value::Small(info.st_uid), Value::Small(info.st_gid), Value::Small(info.st_size),
       IntFromInt64(cx.heap, Nanos(info.st_atim)), IntFromInt64(cx.heap, Nanos(info.st_mtim)),
       IntFromInt64(cx.heap, Nanos(info.st_ctim))}));
}

// stat_fields(path or fd, follow links)
Value Stat(Context& cx, Args args) {
  struct stat info;
  if (args[0].IsSmall()) {
    return ::fstat(Number(args[0]), &info) == 0 ? Fields(cx, info) : Fail(cx, errno);
  }
  const std::string path = Path(args[0]);
  const int result = args[1].IsTrue() ? ::stat(path.c_str(), &info) : ::lstat(path.c_str(), &info);
  return result == 0 ? Fields(cx, info) : Fail(cx, errno, args[0]);
}

// file_kind(path, follow links): the type bits of its mode, or 0 when there is none
Value FileKind(Context&, Args args) {
  struct stat info;
  const std::string path = Path(args[0]);
  const int result = args[1].IsTrue() ? ::stat(path.c_str(), &info) : ::lstat(path.c_str(), &info);
  return Value::Small(result == 0 ? info.st_mode & S_IFMT : 0);
}

Value ListDir(Context& cx, Args args) {
  DIR* const folder = ::opendir(Path(args[0]).c_str());
  if (folder == nullptr) return Fail(cx, errno, args[0]);
  List* const names = NewList(cx.heap);
  while (const dirent* entry = ::readdir(folder)) {
    const std::string_view name = entry->d_name;
    if (name != "." && name != "..") ListAppend(cx, names, cx.NewString(name));
  }
  ::closedir(folder);
  return Value::Of(names);
}

Value OnPath(Context& cx, Args args, int result) {
  return result == 0 ? Value::None() : Fail(cx, errno, args[0]);
}
Value MakeDir(Context& cx, Args args) {
  return OnPath(cx, args, ::mkdir(Path(args[0]).c_str(), static_cast<mode_t>(Number(args[1]))));
}
Value RemoveDir(Context& cx, Args args) { return OnPath(cx, args, ::rmdir(Path(args[0]).c_str())); }
Value Unlink(Context& cx, Args args) { return OnPath(cx, args, ::unlink(Path(args[0]).c_str())); }
Value ChDir(Context& cx, Args args) { return OnPath(cx, args, ::chdir(Path(args[0]).c_str())); }
Value ChMod(Context& cx, Args args) {
  return OnPath(cx, args, ::chmod(Path(args[0]).c_str(), static_cast<mode_t>(Number(args[1]))));
}
Value Rename(Context& cx, Args args) {
  return ::rename(Path(args[0]).c_str(), Path(args[1]).c_str()) == 0
             ? Value::None()
             : Fail(cx, errno, args[0], args[1]);
}
Value SymLink(Context& cx, Args args) {
  return ::symlink(Path(args[0]).c_str(), Path(args[1]).c_str()) == 0
             ? Value::None()
             : Fail(cx, errno, args[0], args[1]);
}
Value Link(Context& cx, Args args) {
  return ::link(Path(args[0]).c_str(), Path(args[1]).c_str()) == 0
             ? Value::None()
             : Fail(cx, errno, args[0], args[1]);
}
Value ReadLink(Context& cx, Args args) {
  char target[4096];
  const ssize_t n = ::readlink(Path(args[0]).c_str(), target, sizeof target);
  return n < 0 ? Fail(cx, errno, args[0])
               : cx.NewString(std::string_view(target, static_cast<size_t>(n)));
}
Value Access(Context&, Args args) {
  return Value::Bool(::access(Path(args[0]).c_str(), Number(args[1])) == 0);
}
// utime(path, atime_ns, mtime_ns)
Value UTime(Context& cx, Args args) {
  timespec times[2];
  for (uint32_t i = 0; i < 2; ++i) {
    int64_t nanos = 0;
    if (!ToInt64(cx, args[i + 1], &nanos)) return Value::Raised();
    times[i].tv_sec = static_cast<time_t>(nanos / 1'000'000'000);
    times[i].tv_nsec = static_cast<long>(nanos % 1'000'000'000);
  }
  return OnPath(cx, args, ::utimensat(AT_FDCWD, Path(args[0]).c_str(), times, 0));
}

Value GetCwd(Context& cx, Args) {
  char path[4096];
  return ::getcwd(path, sizeof path) == nullptr ? Fail(cx, errno) : cx.NewString(path);
}

Value Environ(Context& cx, Args) {
  Dict* const variables = NewDict(cx.heap);
  for (char** p = environ; p != nullptr && *p != nullptr; ++p) {
    const std::string_view entry = *p;
    const size_t at = entry.find('=');
    if (at == std::string_view::npos || at == 0) continue;
    DictSetStr(cx, variables, cx.Intern(entry.substr(0, at)), cx.NewString(entry.substr(at + 1)));
  }
  return Value::Of(variables);
}

// A controlled run has the same process ids every time.
bool Controlled(Context& cx) {
  return In(cx).program().options().kind == sched::SchedulerKind::kControlled;
}
Value GetPid(Context& cx, Args) { return Value::Small(Controlled(cx) ? 1000 : ::getpid()); }
Value GetPpid(Context& cx, Args) { return Value::Small(Controlled(cx) ? 999 : ::getppid()); }
Value GetUid(Context&, Args) { return Value::Small(::getuid()); }
Value GetGid(Context&, Args) { return Value::Small(::getgid()); }
Value CpuCount(Context&, Args) {
  const unsigned n = std::thread::hardware_concurrency();
  return Value::Small(n == 0 ? 1 : n);
}

// urandom(n): bytes of the system's entropy
Value URandom(Context& cx, Args args) {
  const auto n =
      static_cast<size_t>(args[0].IsSmall() && args[0].small() > 0 ? args[0].small() : 0);
  std::string bytes(n, '\0');
  const int fd = ::open("/dev/urandom", O_RDONLY | O_CLOEXEC);
  if (fd < 0) return Fail(cx, errno);
  size_t done = 0;
  while (done < n) {
    const ssize_t got = ::read(fd, bytes.data() + done, n - done);
    if (got <= 0) break;
    done += static_cast<size_t>(got);
  }
  ::close(fd);
  return Value::Of(NewBytes(cx.heap, bytes));
}

Value IsATty(Context& cx, Args args) {
  const int fd = Number(args[0]);
  return Value::Bool(fd <= 2 ? In(cx).program().host().IsTerminal(fd) : ::isatty(fd) == 1);
}

Value Dup(Context& cx, Args args) {
  const int fd = ::dup(Number(args[0]));
  return fd < 0 ? Fail(cx, errno) : Value::Small(fd);
}
Value Dup2(Context& cx, Args args) {
  const int fd = ::dup2(Number(args[0]), Number(args[1]));
  return fd < 0 ? Fail(cx, errno) : Value::Small(fd);
}
Value FSync(Context& cx, Args args) {
  return ::fsync(Number(args[0])) == 0 ? Value::None() : Fail(cx, errno);
}
Value StrError(Context& cx, Args args) {
  return cx.NewString(platform::LinuxErrorText(Number(args[0])));
}
// exit_now(status): the end of the process, without anything that is usually done at its end
Value ExitNow(Context&, Args args) { ::_exit(Number(args[0])); }

// split_lines(text): (its complete lines with their ends, the last one first; what is left)
Value SplitLines(Context& cx, Args args) {
  Str* const text = args[0].As<Str>();
  std::vector<Value> lines;
  uint32_t start = 0;
  for (uint32_t i = 0; i < text->length; ++i) {
    if (text->At(i) != '\n') continue;
    lines.push_back(Value::Of(StrSubstring(cx, text, start, i + 1)));
    start = i + 1;
  }
  List* const list = NewList(cx.heap);
  for (size_t i = lines.size(); i-- > 0;) ListAppend(cx, list, lines[i]);
  return Value::Of(
      NewTuple(cx.heap, {Value::Of(list), Value::Of(StrSubstring(cx, text, start, text->length))}));
}

constexpr NativeDef kFunctions[] = {
    {"split_lines", SplitLines, "text, /"},
    {"read_file", ReadFile, "path, /"},
    {"open", Open, "path, flags, mode=, /"},
    {"close", Close, "fd, /"},
    {"read", Read, "fd, n, /"},
    {"write", Write, "fd, data, /"},
    {"lseek", Seek, "fd, position, whence, /"},
    {"truncate", Truncate, "file, size, /"},
    {"stat_fields", Stat, "file, follow, /"},
    {"file_kind", FileKind, "path, follow, /"},
    {"listdir", ListDir, "path, /"},
    {"mkdir", MakeDir, "path, mode, /"},
    {"rmdir", RemoveDir, "path, /"},
    {"unlink", Unlink, "path, /"},
    {"chdir", ChDir, "path, /"},
    {"chmod", ChMod, "path, mode, /"},
    {"rename", Rename, "source, target, /"},
    {"symlink", SymLink, "source, target, /"},
    {"link", Link, "source, target, /"},
    {"readlink", ReadLink, "path, /"},
    {"access", Access, "path, mode, /"},
    {"utime", UTime, "path, atime, mtime, /"},
    {"getcwd", GetCwd, ""},
    {"environ", Environ, ""},
    {"getpid", GetPid, ""},
    {"getppid", GetPpid, ""},
    {"getuid", GetUid, ""},
    {"getgid", GetGid, ""},
    {"cpu_count", CpuCount, ""},
    {"urandom", URandom, "n, /"},
    {"isatty", IsATty, "fd, /"},
    {"dup", Dup, "fd, /"},
    {"dup2", Dup2, "fd, fd2, /"},
    {"fsync", FSync, "fd, /"},
    {"strerror", StrError, "code, /"},
    {"exit_now", ExitNow, "status, /"},
    {nullptr, nullptr, nullptr},
};

void Init(Context& cx, Module* module) {
  const struct {
    const char* name;
    int value;
  } kConstants[] = {
      {"O_RDONLY", O_RDONLY},       {"O_WRONLY", O_WRONLY},     {"O_RDWR", O_RDWR},
      {"O_CREAT", O_CREAT},         {"O_EXCL", O_EXCL},         {"O_TRUNC", O_TRUNC},
      {"O_APPEND", O_APPEND},       {"O_NONBLOCK", O_NONBLOCK}, {"O_CLOEXEC", O_CLOEXEC},
      {"O_DIRECTORY", O_DIRECTORY}, {"O_SYNC", O_SYNC},         {"O_NOCTTY", O_NOCTTY},
  };
  for (const auto& [name, value] : kConstants) AddConstant(cx, module, name, Value::Small(value));
}

}  // namespace

const ModuleDef kPosixModule = {"_posix", kFunctions, Init};

}  // namespace heddle::lib
