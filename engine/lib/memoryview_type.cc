// memoryview of bytes and bytearray: one dimension of unsigned bytes.
#include "lib/bytes_natives.h"
#include "lib/container_types.h"
#include "lib/number_types.h"
#include "lib/text_natives.h"
#include "objects/iterator.h"
#include "objects/list.h"
#include "objects/slice.h"
#include "objects/tuple.h"

namespace heddle::lib {

namespace {

MemoryView* Self(Args args) { return args[0].As<MemoryView>(); }

bool CheckLive(Context& cx, Args args) {
  if (!Self(args)->base.Load().IsUndefined()) return true;
  cx.Raise(Exc::kValueError, "operation forbidden on released memoryview object");
  return false;
}

Value New(Context& cx, Args args) {
  if (!IsBytesLike(args[1])) {
    return cx.Raise(Exc::kTypeError, "memoryview: a bytes-like object is required, not '{}'",
                    TypeName(cx, args[1]));
  }
  return NewMemoryView(cx, args[1]);
}

Value Release(Context&, Args args) {
  Self(args)->base.Store(Value::Undefined());
  return Value::None();
}

Value Enter(Context& cx, Args args) { return CheckLive(cx, args) ? args[0] : Value::Raised(); }

Value Length(Context& cx, Args args) {
  return CheckLive(cx, args) ? Value::Small(Self(args)->length.Load()) : Value::Raised();
}

// The byte's place in the base, or false with IndexError pending.
bool Place(Context& cx, Args args, int64_t* place) {
  const int64_t length = Self(args)->length.Load();
  int64_t index = IntToInt64Clamped(args[1]);
  if (index < 0) index += length;
  if (index < 0 || index >= length) {
    cx.Raise(Exc::kIndexError, "index out of bounds on dimension 1");
    return false;
  }
  *place = Self(args)->start.Load() + index * Self(args)->step.Load();
  return true;
}

Value GetItem(Context& cx, Args args) {
  if (!CheckLive(cx, args)) return Value::Raised();
  MemoryView* self = Self(args);
  if (IsInt(args[1])) {
    int64_t place;
    if (!Place(cx, args, &place)) return Value::Raised();
    const BytesSource base(self->base.Load());
    if (static_cast<size_t>(place) >= base.view.size()) {
      return cx.Raise(Exc::kIndexError, "index out of bounds on dimension 1");
    }
    return Value::Small(static_cast<uint8_t>(base.view[place]));
  }
  if (!args[1].Is(Kind::kSlice)) {
    return cx.Raise(Exc::kTypeError, "memoryview: invalid slice key");
  }
  SliceRange range;
  switch (SliceIndices(cx, args[1].As<Slice>(), self->length.Load(), &range)) {
    case Tri::kTrue: break;
    case Tri::kPython: return RetryWithIndex(cx, Special::kGetItem, args);
    default: return Value::Raised();
  }
  const Value part = NewMemoryView(cx, args[0]);
  auto* view = part.As<MemoryView>();
  view->start.Store(static_cast<uint32_t>(self->start.Load() + range.start * self->step.Load()));
  view->step.Store(static_cast<int32_t>(self->step.Load() * range.step));
  view->length.Store(static_cast<uint32_t>(range.count));
  return part;
}

Value SetItem(Context& cx, Args args) {
  if (!CheckLive(cx, args)) return Value::Raised();
  const Value base = Self(args)->base.Load();
  if (!base.Is(Kind::kByteArray)) {
    return cx.Raise(Exc::kTypeError, "cannot modify read-only memory");
  }
  // Not while somebody copies the contents to a larger buffer: the bytes would be lost.
  const auto store = [&](int64_t place, uint8_t byte) {
    auto* buffer = base.As<ByteArray>()->buffer.Load().As<Buffer>();
    if (buffer != nullptr && static_cast<uint64_t>(place) < buffer->used.Load()) {
      buffer->bytes()[place].Store(byte);
    }
  };
  if (IsInt(args[1])) {
    int64_t place;
    uint8_t byte;
    if (!Place(cx, args, &place)) return Value::Raised();
    if (!ByteOf(cx, args[2], &byte, "memoryview: invalid value for format 'B'")) {
      return Value::Raised();
    }
    heap::ObjectLock lock(cx.heap.locking(), base.object());
    store(place, byte);
    return Value::None();
  }
  const Value part = GetItem(cx, args);
  if (part.IsUndefined() || !part.Is(Kind::kMemoryView)) return part;
  auto* view = part.As<MemoryView>();
  Args released{const_cast<Value*>(&part), 1};
  Value result = Value::None();
  if (!IsBytesLike(args[2])) {
    result = cx.Raise(Exc::kTypeError, "a bytes-like object is required, not '{}'",
                      TypeName(cx, args[2]));
  } else if (BytesLength(args[2]) != view->length.Load()) {
    result = cx.Raise(Exc::kValueError,
                      "memoryview assignment: lvalue and rvalue have different structures");
  } else {
    const std::string data = BytesCopy(args[2]);
    heap::ObjectLock lock(cx.heap.locking(), base.object());
    for (size_t i = 0; i < data.size(); ++i) {
      store(view->start.Load() + static_cast<int64_t>(i) * view->step.Load(),
            static_cast<uint8_t>(data[i]));
    }
  }
  Release(cx, released);
  return result;
}

Value ToBytes(Context& cx, Args args) {
  if (!CheckLive(cx, args)) return Value::Raised();
  return Value::Of(NewBytes(cx.heap, BytesCopy(args[0])));
}

Value ToList(Context& cx, Args args) {
  if (!CheckLive(cx, args)) return Value::Raised();
  List* list = NewList(cx.heap);
  for (char c : BytesCopy(args[0])) ListAppend(cx, list, Value::Small(static_cast<uint8_t>(c)));
  return Value::Of(list);
}

Value Iterate(Context& cx, Args args) {
  const Value list = ToList(cx, args);
  if (list.IsUndefined()) return list;
  return Value::Of(NewIterator(cx, IteratorKind::kList, list));
}

Value Hex(Context& cx, Args args) {
  std::string out;
  for (char c : BytesCopy(args[0])) {
    out.push_back("0123456789abcdef"[static_cast<uint8_t>(c) >> 4]);
    out.push_back("0123456789abcdef"[static_cast<uint8_t>(c) & 15]);
  }
  return cx.NewString(out);
}

Value Equal(Context&, Args args) {
  if (!IsBytesLike(args[1])) return Value::NotImplemented();
  return Value::Bool(BytesSource(args[0]).view == BytesSource(args[1]).view);
}

Value Hash(Context& cx, Args args) {
  if (Self(args)->base.Load().Is(Kind::kByteArray)) {
    return cx.Raise(Exc::kValueError, "cannot hash writable memoryview object");
  }
  return IntFromInt64(cx.heap, BytesHash(NewBytes(cx.heap, BytesCopy(args[0]))));
}

Value Base(Context&, Args args) { return OrNone(Self(args)->base.Load()); }
Value Format(Context& cx, Args) { return cx.NewString("B"); }
Value One(Context&, Args) { return Value::Small(1); }
Value ReadOnly(Context&, Args args) {
  return Value::Bool(!Self(args)->base.Load().Is(Kind::kByteArray));
}
Value Shape(Context& cx, Args args) {
  return Value::Of(NewTuple(cx.heap, {Value::Small(Self(args)->length.Load())}));
}
Value Strides(Context& cx, Args args) {
  return Value::Of(NewTuple(cx.heap, {Value::Small(Self(args)->step.Load())}));
}

constexpr NativeDef kMethods[] = {
    {"__new__", New, "cls, object"},
    {"__len__", Length, "self, /"},
    {"__getitem__", GetItem, "self, key, /"},
    {"__setitem__", SetItem, "self, key, value, /"},
    {"__iter__", Iterate, "self, /"},
    {"__eq__", Equal, "self, value, /"},
    {"__hash__", Hash, "self, /"},
    {"__enter__", Enter, "self, /"},
    {"__exit__", Release, "self, *args"},
    {"release", Release, "self, /"},
    {"tobytes", ToBytes, "self, order=, /"},
    {"tolist", ToList, "self, /"},
    {"hex", Hex, "self, /"},
    {nullptr, nullptr, nullptr},
};

constexpr GetSetDef kGetSets[] = {
    {"obj", Base, nullptr},        {"nbytes", Length, nullptr},     {"itemsize", One, nullptr},
    {"format", Format, nullptr},   {"ndim", One, nullptr},          {"shape", Shape, nullptr},
    {"strides", Strides, nullptr}, {"readonly", ReadOnly, nullptr}, {nullptr, nullptr, nullptr},
};

}  // namespace

const TypeDef kMemoryViewType = {
    "memoryview",       "builtins",
    Kind::kMemoryView,  kMethods,
    kGetSets,           kNotBase,
    sizeof(MemoryView), "Create a new memoryview object which references the given object."};

}  // namespace heddle::lib
