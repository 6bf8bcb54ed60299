// Module _heddle: numbers, text and bytes.
#include "lib/text_functions.h"
#include "lib/text_natives.h"
#include "objects/list.h"
#include "objects/shape.h"

namespace heddle::lib {

namespace {

// str_as_subclass(cls, s), number_as_subclass(cls, x): a cls with the value of the builtin.
Value AsSubclass(Context& cx, Args args) { return CopyAsSubclass(cx, args[1], args[0].As<Type>()); }

// ascii_of(text): a repr with everything escaped that is not ASCII
Value AsciiOf(Context& cx, Args args) { return Value::Of(StrAscii(cx, Text(args[0]))); }

// hash_of_int(n): what hash() makes of the result of a __hash__
Value HashOfInt(Context& cx, Args args) {
  int64_t hash;
  if (!IntToInt64(args[0], &hash)) hash = IntHash(args[0]);
  return IntFromInt64(cx.heap, hash == -1 ? -2 : hash);
}

// is_exported(bytearray): whether a memoryview forbids to resize it
Value IsExportedArray(Context& cx, Args args) {
  heap::ObjectLock lock(cx.heap.locking(), args[0].object());
  return Value::Bool(IsExported(args[0].As<ByteArray>()));
}

// bytes_from_ints(list)
Value BytesFromInts(Context& cx, Args args) {
  std::string data;
  uint32_t count = 0;
  Array* items = ListSnapshot(cx, args[0].As<List>(), &count);
  for (uint32_t i = 0; i < count; ++i) {
    int64_t byte;
    if (!ToInt64(cx, items->slots()[i].Load(), &byte)) return Value::Raised();
    if (byte < 0 || byte > 255) {
      return cx.Raise(Exc::kValueError, "bytes must be in range(0, 256)");
    }
    data.push_back(static_cast<char>(byte));
  }
  return Value::Of(NewBytes(cx.heap, data));
}

// view_with_base(view, object): a view of the same memory that belongs to an object whose
// __buffer__() gave `view`
Value ViewWithBase(Context& cx, Args args) {
  auto* given = args[0].As<MemoryView>();
  MemoryView* view = NewMemoryViewLike(cx, given, given->dimensions);
  view->base.Store(args[1]);
  view->source.Store(args[0]);
  return Value::Of(view);
}

// is_builtin_codec(name): whether str.encode() knows it without the module codecs
Value IsBuiltinCodecName(Context&, Args args) {
  std::string storage;
  return Value::Bool(IsBuiltinCodec(StrView(Text(args[0]), &storage), "strict"));
}

Value SetIntMaxStrDigits(Context& cx, Args args) {
  cx.runtime.int_max_str_digits.Store(static_cast<uint32_t>(args[0].small()));
  return Value::None();
}

}  // namespace

const NativeDef kHeddleTextFunctions[] = {
    {"str_as_subclass", AsSubclass, "cls, s, /"},
    {"number_as_subclass", AsSubclass, "cls, x, /"},
    {"ascii_of", AsciiOf, "text, /"},
    {"hash_of_int", HashOfInt, "n, /"},
    {"bytes_from_ints", BytesFromInts, "items, /"},
    {"is_exported", IsExportedArray, "array, /"},
    {"view_with_base", ViewWithBase, "view, base, /"},
    {"is_builtin_codec", IsBuiltinCodecName, "name, /"},
    {"set_int_max_str_digits", SetIntMaxStrDigits, "n, /"},
    {"str_format_parse", StrFormatParse, "format, /"},
    {"str_format_field", StrFormatFieldName, "name, /"},
    {nullptr, nullptr, nullptr},
};

}  // namespace heddle::lib
