#include "objects/exception.h"

#include "objects/descriptor.h"
#include "objects/exception_fields.h"
#include "objects/tuple.h"
#include "objects/type.h"

namespace heddle {

namespace {

using std::string_view;
constexpr string_view kGroup[] = {"message", "exceptions"};
constexpr string_view kSystemExit[] = {"code"};
constexpr string_view kAttributeError[] = {"name", "obj"};
constexpr string_view kImportError[] = {"msg", "name", "path", "name_from"};
constexpr string_view kNameError[] = {"name"};
constexpr string_view kOSError[] = {"errno", "strerror", "filename", "filename2",
                                    "characters_written"};
constexpr string_view kStopIteration[] = {"value"};
constexpr string_view kSyntaxError[] = {"msg",  "filename",   "lineno",     "offset",
                                        "text", "end_lineno", "end_offset", "print_file_and_line"};
constexpr string_view kUnicodeError[] = {"encoding", "object", "start", "end", "reason"};
constexpr string_view kTranslateError[] = {"object", "start", "end", "reason"};

Member* FindField(const Exception* exception, Str* name) {
  const Value found = LookupInMro(exception->type.Load(), name);
  return found.Is(Kind::kMember) ? found.As<Member>() : nullptr;
}

}  // namespace

std::span<const std::string_view> FieldsOfException(Exc kind) {
  switch (kind) {
    case Exc::kBaseExceptionGroup: return kGroup;
    case Exc::kSystemExit: return kSystemExit;
    case Exc::kAttributeError: return kAttributeError;
    case Exc::kImportError: return kImportError;
    case Exc::kNameError: return kNameError;
    case Exc::kOSError: return kOSError;
    case Exc::kStopIteration: return kStopIteration;
    case Exc::kSyntaxError: return kSyntaxError;
    case Exc::kUnicodeDecodeError:
    case Exc::kUnicodeEncodeError: return kUnicodeError;
    case Exc::kUnicodeTranslateError: return kTranslateError;
    default: return {};
  }
}

Exception* NewException(Context& cx, Type* type) {
  auto* exception = static_cast<Exception*>(NewInstance(cx, type));
  exception->args.Store(cx.runtime.empty_tuple.Load());
  exception->traceback.Store(Value::None());
  exception->cause.Store(Value::None());
  exception->context.Store(Value::None());
  return exception;
}

Value ExceptionField(Context&, Exception* exception, Str* name) {
  const Member* member = FindField(exception, name);
  if (member == nullptr) return Value::Undefined();
  const Value value = MemberSlot(exception, member)->LoadAcquire();
  return value.IsUndefined() ? Value::None() : value;
}

void SetExceptionField(Context&, Exception* exception, Str* name, Value value) {
  if (const Member* member = FindField(exception, name)) {
    MemberSlot(exception, member)->Publish(value);
  }
}

}  // namespace heddle
