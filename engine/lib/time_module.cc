// Module time: the run's clock, and dates.
#include <time.h>

#include <cmath>

#include "lib/module_tables.h"
#include "objects/dict.h"
#include "objects/int.h"
#include "objects/number.h"
#include "objects/str_ops.h"
#include "objects/tuple.h"
#include "platform/clock.h"
#include "vm/interpreter.h"
#include "vm/program.h"

namespace heddle::lib {

namespace {

vm::Interpreter& In(Context& cx) { return static_cast<vm::Interpreter&>(cx); }

int64_t MonotonicNanos(Context& cx) { return In(cx).worker().scheduler().Now(&In(cx).worker()); }
int64_t WallNanos(Context& cx) { return In(cx).worker().scheduler().WallNow(&In(cx).worker()); }

Value Seconds(int64_t nanos) { return Value::Double(static_cast<double>(nanos) / 1e9); }

Value Time(Context& cx, Args) { return Seconds(WallNanos(cx)); }
Value TimeNs(Context& cx, Args) { return IntFromInt64(cx.heap, WallNanos(cx)); }
Value Monotonic(Context& cx, Args) { return Seconds(MonotonicNanos(cx)); }
Value MonotonicNs(Context& cx, Args) { return IntFromInt64(cx.heap, MonotonicNanos(cx)); }

// Of a controlled run, whose time is ticks, the processor's time is the run's.
int64_t CpuNanos(Context& cx, bool thread) {
  sched::Scheduler& scheduler = In(cx).worker().scheduler();
  if (scheduler.kind() == sched::SchedulerKind::kControlled) return MonotonicNanos(cx);
  return thread ? platform::ThreadCpuNanos() : platform::ProcessCpuNanos();
}
Value ProcessTime(Context& cx, Args) { return Seconds(CpuNanos(cx, false)); }
Value ProcessTimeNs(Context& cx, Args) { return IntFromInt64(cx.heap, CpuNanos(cx, false)); }
Value ThreadTime(Context& cx, Args) { return Seconds(CpuNanos(cx, true)); }
Value ThreadTimeNs(Context& cx, Args) { return IntFromInt64(cx.heap, CpuNanos(cx, true)); }

// The seconds argument of gmtime and its like; None or missing is now.
bool ToTime(Context& cx, Value v, time_t* out) {
  if (v.IsUndefined() || v.IsNone()) {
    *out = static_cast<time_t>(WallNanos(cx) / 1'000'000'000);
    return true;
  }
  double seconds;
  bool is_number = false;
  if (!NumberToDouble(cx, v, &seconds, &is_number)) {
    if (cx.pending.IsUndefined()) {
      cx.Raise(Exc::kTypeError, "'{}' object cannot be interpreted as an integer", TypeName(cx, v));
    }
    return false;
  }
  if (!(std::fabs(seconds) < 6.7e16)) {
    cx.Raise(Exc::kOverflowError, "timestamp out of range for platform time_t");
    return false;
  }
  *out = static_cast<time_t>(std::floor(seconds));
  return true;
}

Value Fields(Context& cx, const tm& t) {
  const int64_t values[] = {t.tm_year + 1900, t.tm_mon + 1, t.tm_mday,           t.tm_hour,
                            t.tm_min,         t.tm_sec,     (t.tm_wday + 6) % 7, t.tm_yday + 1,
                            t.tm_isdst,       t.tm_gmtoff};
  Tuple* const fields = NewTupleRaw(cx.heap, 11);
  for (uint32_t i = 0; i < 10; ++i) fields->items()[i].Store(Value::Small(values[i]));
  fields->items()[10].Store(cx.NewString(t.tm_zone == nullptr ? "UTC" : t.tm_zone));
  return Value::Of(fields);
}

// gmtime_fields(seconds=None), localtime_fields(seconds=None): the nine fields, offset and zone
Value GmTime(Context& cx, Args args) {
  time_t when;
  if (!ToTime(cx, args.Opt(0), &when)) return Value::Raised();
  tm t{};
  gmtime_r(&when, &t);
  return Fields(cx, t);
}
Value LocalTime(Context& cx, Args args) {
  time_t when;
  if (!ToTime(cx, args.Opt(0), &when)) return Value::Raised();
  tm t{};
  localtime_r(&when, &t);
  return Fields(cx, t);
}

bool ToFields(Context& cx, Value v, tm* t) {
  if (!v.Is(Kind::kTuple) || v.As<Tuple>()->length < 9) {
    cx.Raise(Exc::kTypeError, "Tuple or struct_time argument required");
    return false;
  }
  int64_t f[9];
  for (uint32_t i = 0; i < 9; ++i) {
    if (!ToInt64(cx, v.As<Tuple>()->Get(i), &f[i])) return false;
  }
  t->tm_year = static_cast<int>(f[0] - 1900);
  t->tm_mon = static_cast<int>(f[1] - 1);
  t->tm_mday = static_cast<int>(f[2]);
  t->tm_hour = static_cast<int>(f[3]);
  t->tm_min = static_cast<int>(f[4]);
  t->tm_sec = static_cast<int>(f[5]);
  t->tm_wday = static_cast<int>((f[6] + 1) % 7);
  t->tm_yday = static_cast<int>(f[7] - 1);
  t->tm_isdst = static_cast<int>(f[8]);
  return true;
}

Value MkTime(Context& cx, Args args) {
  tm t{};
  if (!ToFields(cx, args[0], &t)) return Value::Raised();
  return Value::Double(static_cast<double>(mktime(&t)));
}

// strftime_fields(format, fields)
Value StrFTime(Context& cx, Args args) {
  tm t{};
  if (!ToFields(cx, args[1], &t)) return Value::Raised();
  // %Z and %z of the local zone; for a time that mktime cannot place they stay empty.
  tm zone = t;
  if (mktime(&zone) != -1) {
    t.tm_gmtoff = zone.tm_gmtoff;
    t.tm_zone = zone.tm_zone;
  }
  const std::string format = ToUtf8(args[0].As<Str>());
  if (format.empty()) return cx.runtime.empty_str.Load();
  std::string text(format.size() * 4 + 64, '\0');
  for (;;) {
    const size_t n = ::strftime(text.data(), text.size(), format.c_str(), &t);
    if (n != 0 || text.size() > 64 * format.size() + 65536) {
      text.resize(n);
      return cx.NewString(text);
    }
    text.resize(text.size() * 2);
  }
}

// zone(): (timezone, altzone, daylight, (name, name))
Value Zone(Context& cx, Args) {
  ::tzset();
  tm january{}, july{};
  const time_t now = static_cast<time_t>(WallNanos(cx) / 1'000'000'000);
  localtime_r(&now, &january);
  january.tm_mon = 0;
  january.tm_mday = 1;
  july = january;
  july.tm_mon = 6;
  january.tm_isdst = july.tm_isdst = -1;
  mktime(&january);
  mktime(&july);
  if (january.tm_gmtoff > july.tm_gmtoff) std::swap(january, july);
  const std::string name = january.tm_zone == nullptr ? "UTC" : january.tm_zone;
  const std::string summer = july.tm_zone == nullptr ? name : july.tm_zone;
  return Value::Of(NewTuple(
      cx.heap, {Value::Small(-january.tm_gmtoff), Value::Small(-july.tm_gmtoff),
                Value::Small(january.tm_gmtoff != july.tm_gmtoff),
                Value::Of(NewTuple(cx.heap, {cx.NewString(name), cx.NewString(summer)}))}));
}

constexpr NativeDef kFunctions[] = {
    {"time", Time, ""},
    {"time_ns", TimeNs, ""},
    {"monotonic", Monotonic, ""},
    {"monotonic_ns", MonotonicNs, ""},
    {"perf_counter", Monotonic, ""},
    {"perf_counter_ns", MonotonicNs, ""},
    {"process_time", ProcessTime, ""},
    {"process_time_ns", ProcessTimeNs, ""},
    {"thread_time", ThreadTime, ""},
    {"thread_time_ns", ThreadTimeNs, ""},
    {"gmtime_fields", GmTime, "seconds=, /"},
    {"localtime_fields", LocalTime, "seconds=, /"},
    {"mktime", MkTime, "t, /"},
    {"strftime_fields", StrFTime, "format, t, /"},
    {"zone", Zone, ""},
    {nullptr, nullptr, nullptr},
};

}  // namespace

const ModuleDef kTimeModule = {"_time", kFunctions, nullptr};

}  // namespace heddle::lib
