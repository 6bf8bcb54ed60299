// Module _packed: what struct does with a format that it has parsed.
#include <algorithm>
#include <cstring>
#include <vector>

#include "lib/bytes_natives.h"
#include "lib/module_tables.h"
#include "lib/text_natives.h"
#include "objects/packed.h"
#include "objects/tuple.h"

namespace heddle::lib {

namespace {

// A row of a parsed format, as struct.py makes them.
struct Field {
  uint64_t offset, count;
  char code;
  uint8_t size;
};
constexpr size_t kFieldBytes = 18;

Field FieldAt(std::string_view program, size_t at) {
  Field field;
  std::memcpy(&field.offset, program.data() + at, 8);
  std::memcpy(&field.count, program.data() + at + 8, 8);
  field.code = program[at + 16];
  field.size = static_cast<uint8_t>(program[at + 17]);
  return field;
}

// pack(fields, big-endian, size, values): the bytes, or the index of the value that is not plain or
// does not fit.
Value Pack(Context& cx, Args args) {
  const std::string_view program = BytesView(args[0]);
  const bool big_endian = args[1].IsTrue();
  auto* const values = args[3].As<Tuple>();
  std::string out(static_cast<size_t>(args[2].small()), '\0');
  uint32_t n = 0;
  for (size_t row = 0; row < program.size(); row += kFieldBytes) {
    const Field field = FieldAt(program, row);
    auto* to = reinterpret_cast<uint8_t*>(out.data()) + field.offset;
    if (field.code == 's' || field.code == 'p') {
      const Value value = values->Get(n);
      if (!value.Is(Kind::kBytes) && !value.Is(Kind::kByteArray)) return Value::Small(n);
      const BytesSource data(value);
      size_t length = std::min<size_t>(data.view.size(), field.count);
      if (field.code == 'p' && field.count != 0) {
        length = std::min<size_t>(data.view.size(), field.count - 1);
        *to++ = static_cast<uint8_t>(std::min<size_t>(length, 255));
      }
      std::copy_n(data.view.begin(), length, to);
      ++n;
      continue;
    }
    for (uint64_t i = 0; i < field.count; ++i, ++n, to += field.size) {
      bool overflows = false;
      if (PackItem(cx, field.code, field.size, big_endian, values->Get(n), to, &overflows) !=
              Packing::kDone ||
          overflows) {
        return Value::Small(n);
      }
    }
  }
  return Value::Of(NewBytes(cx.heap, out));
}

// The bytes of a buffer from `start` on, as many as `out` has room for and there are.
void CopyPart(Value buffer, size_t start, std::string* out) {
  auto* const to = reinterpret_cast<uint8_t*>(out->data());
  const auto fit = [&](size_t length) {
    return length < start ? size_t{0} : std::min(out->size(), length - start);
  };
  if (buffer.Is(Kind::kMemoryView)) {
    auto* view = buffer.As<MemoryView>();
    if (IsContiguous(view)) {
      CopyFromShared(to, view->first() + start, fit(view->bytes));
    } else {
      const std::string all = MemoryViewCopy(view);
      all.copy(out->data(), out->size(), std::min(start, all.size()));
    }
  } else if (buffer.Is(Kind::kBytes)) {
    const std::string_view all = BytesView(buffer);
    all.copy(out->data(), out->size(), std::min(start, all.size()));
  } else if (auto* storage = buffer.As<ByteArray>()->buffer.LoadAcquire().As<Buffer>()) {
    CopyFromShared(to, storage->raw() + start, fit(storage->used.LoadAcquire()));
  }
}

// size(buffer): in bytes; None when it is no buffer.
Value Size(Context&, Args args) {
  return IsBytesLike(args[0]) ? Value::Small(BytesLength(args[0])) : Value::None();
}

// unpack(fields, big-endian, size, buffer, offset)
// REQUIRES: the buffer had that many bytes at the offset when it was asked; others read as 0.
Value Unpack(Context& cx, Args args) {
  const std::string_view program = BytesView(args[0]);
  const bool big_endian = args[1].IsTrue();
  std::string data(static_cast<size_t>(args[2].small()), '\0');
  CopyPart(args[3], static_cast<size_t>(args[4].small()), &data);
  std::vector<Value> values;
  for (size_t row = 0; row < program.size(); row += kFieldBytes) {
    const Field field = FieldAt(program, row);
    const std::string_view part = std::string_view(data).substr(field.offset);
    const auto* from = reinterpret_cast<const uint8_t*>(part.data());
    if (field.code == 's') {
      values.push_back(Value::Of(NewBytes(cx.heap, part.substr(0, field.count))));
    } else if (field.code == 'p') {
      const size_t length = field.count == 0 ? 0 : std::min<size_t>(*from, field.count - 1);
      values.push_back(
          Value::Of(NewBytes(cx.heap, length == 0 ? std::string_view() : part.substr(1, length))));
    } else {
      for (uint64_t i = 0; i < field.count; ++i, from += field.size) {
        values.push_back(UnpackItem(cx, field.code, field.size, big_endian, from));
      }
    }
  }
  return Value::Of(NewTuple(cx.heap, std::span<const Value>(values)));
}

constexpr NativeDef kFunctions[] = {
    {"pack", Pack, "fields, big_endian, size, values, /"},
    {"size", Size, "buffer, /"},
    {"unpack", Unpack, "fields, big_endian, size, buffer, offset, /"},
    {nullptr, nullptr, nullptr},
};

}  // namespace

const ModuleDef kPackedModule = {"_packed", kFunctions, nullptr};

}  // namespace heddle::lib
