// memoryview and array.array: what they are made of.
#include <cstring>

#include "objects/bytes.h"
#include "objects/compare.h"
#include "objects/packed.h"
#include "objects/str_ops.h"
#include "objects/weak_list.h"

namespace heddle {

namespace {

bool IsUnreleased(const Object* view) {
  return !static_cast<const MemoryView*>(view)->base.Load().IsUndefined();
}

bool IsResizable(Value exporter) {
  return exporter.Is(Kind::kByteArray) || exporter.Is(Kind::kNumberArray);
}

// Calls visit(place) with each item, in the order of the indices.
template <typename Visit>
void ForEachItem(MemoryView* view, bool fortran, const Visit& visit) {
  const uint32_t n = view->dimensions;
  if (view->bytes == 0) return;
  int64_t index[MemoryView::kMaxDimensions] = {};
  const uint8_t* place = view->first();
  while (true) {
    visit(place);
    uint32_t k = 0;
    for (; k < n; ++k) {
      const uint32_t d = fortran ? k : n - 1 - k;
      place += view->strides()[d];
      if (++index[d] < view->shape()[d]) break;
      place -= view->strides()[d] * view->shape()[d];
      index[d] = 0;
    }
    if (k == n) return;
  }
}

// A whole number at once where it is aligned.
void LoadItem(const uint8_t* from, uint32_t size, uint8_t* out) { CopyFromShared(out, from, size); }

uint64_t DoubleWordAt(const uint8_t* from) {
  uint64_t bits;
  std::memcpy(&bits, from, sizeof bits);
  return bits;
}

// One-character str of an array of characters, or the number.
Value ArrayItemAt(Context& cx, char code, uint32_t size, const uint8_t* place) {
  uint8_t item[8];
  LoadItem(place, size, item);
  if (code == 'u' || code == 'w') {
    uint32_t c;
    std::memcpy(&c, item, sizeof c);
    // Anything may have been copied into the array.
    return Value::Of(CharStr(cx, c <= 0x10ffff ? c : 0xfffd));
  }
  if (code == 'd') return Value::Double(__builtin_bit_cast(double, DoubleWordAt(item)));
  return UnpackItem(cx, code, size, false, item);
}

bool SameShape(MemoryView* a, MemoryView* b) {
  return a->dimensions == b->dimensions &&
         std::memcmp(a->shape(), b->shape(), a->dimensions * sizeof(int64_t)) == 0;
}

}  // namespace

NumberArray* NewNumberArray(heap::Allocator& heap, char code, std::string_view data) {
  auto* array = heap.New<NumberArray>(Kind::kNumberArray);
  const uint32_t size = code == 'u' || code == 'w' ? 4 : PackedSize(code);
  Buffer* buffer = NewBuffer(heap, data.size());
  if (!data.empty()) std::memcpy(buffer->raw(), data.data(), data.size());
  buffer->used.Store(static_cast<uint32_t>(data.size()));
  array->code.Store(static_cast<uint8_t>(code));
  array->item_bytes.Store(size);
  array->buffer.Publish(Value::Of(buffer));
  return array;
}

int64_t NumberArrayLength(const NumberArray* array) {
  const auto* buffer = array->buffer.LoadAcquire().As<Buffer>();
  return buffer == nullptr ? 0 : buffer->used.LoadAcquire() / array->item_bytes.Load();
}

Value NumberArrayItem(Context& cx, NumberArray* array, int64_t index) {
  auto* buffer = array->buffer.LoadAcquire().As<Buffer>();
  if (buffer == nullptr) return Value::Undefined();
  const uint32_t size = array->item_bytes.Load();
  if (static_cast<uint64_t>(index) >= buffer->used.LoadAcquire() / size) return Value::Undefined();
  return ArrayItemAt(cx, static_cast<char>(array->code.Load()), size, buffer->raw() + index * size);
}

uint8_t* MemoryView::first() const {
  const Value holder = memory.Load();
  return (holder.Is(Kind::kBytes) ? holder.As<Bytes>()->data() : holder.As<Buffer>()->raw()) +
         start;
}

MemoryView* NewMemoryViewLike(Context& cx, MemoryView* view, uint32_t dimensions) {
  auto* other =
      cx.heap.New<MemoryView>(Kind::kMemoryView, 2 * sizeof(int64_t) * size_t{dimensions});
  other->base.Store(view->base.Load());
  other->memory.Store(view->memory.Load());
  other->source.Store(view->source.Load());
  other->start = view->start;
  other->bytes = view->bytes;
  other->item_bytes = view->item_bytes;
  other->dimensions = static_cast<uint8_t>(dimensions);
  other->code = view->code;
  other->at = view->at;
  other->readonly = view->readonly;
  if (dimensions == view->dimensions) {
    std::memcpy(other->shape(), view->shape(), 2 * sizeof(int64_t) * size_t{dimensions});
  }
  return other;
}

void FinishMemoryView(Context& cx, MemoryView* view) {
  const Value base = view->base.Load();
  if (!IsResizable(base)) return;
  auto* array = base.As<ByteArray>();
  heap::ObjectLock lock(cx.heap.locking(), array);
  AddToWeakList(cx.heap, &array->views, view, IsUnreleased);
}

Value NewMemoryView(Context& cx, Value base) {
  if (base.Is(Kind::kMemoryView)) {
    auto* other = base.As<MemoryView>();
    MemoryView* view = NewMemoryViewLike(cx, other, other->dimensions);
    FinishMemoryView(cx, view);
    return Value::Of(view);
  }
  auto* view = cx.heap.New<MemoryView>(Kind::kMemoryView, 2 * sizeof(int64_t));
  view->dimensions = 1;
  view->code = 'B';
  view->item_bytes = 1;
  view->readonly = base.Is(Kind::kBytes);
  view->base.Store(base);
  if (base.Is(Kind::kBytes)) {
    view->memory.Store(base);
    view->bytes = base.As<Bytes>()->length;
  } else {
    auto* array = base.As<ByteArray>();
    if (base.Is(Kind::kNumberArray)) {
      const auto code = static_cast<char>(base.As<NumberArray>()->code.Load());
      view->code = code == 'u' ? 'w' : code;
      view->item_bytes = base.As<NumberArray>()->item_bytes.Load();
    }
    // From here on the storage stays what it is.
    heap::ObjectLock lock(cx.heap.locking(), array);
    AddToWeakList(cx.heap, &array->views, view, IsUnreleased);
    if (array->buffer.Load().IsUndefined()) array->buffer.Publish(Value::Of(NewBuffer(cx.heap, 0)));
    view->memory.Store(array->buffer.Load());
    view->bytes = array->buffer.Load().As<Buffer>()->used.Load();
  }
  view->shape()[0] = view->bytes / view->item_bytes;
  view->strides()[0] = view->item_bytes;
  return Value::Of(view);
}

bool IsExported(const ByteArray* array) {
  bool exported = false;
  ForEachInWeakList(array->views, [&](Object* view) { exported |= IsUnreleased(view); });
  return exported;
}

Value MemoryViewItem(Context& cx, MemoryView* view, int64_t index) {
  if (view->base.Load().IsUndefined()) {
    cx.Raise(Exc::kValueError, "operation forbidden on released memoryview object");
    return Value::Undefined();
  }
  if (static_cast<uint64_t>(index) >= static_cast<uint64_t>(view->shape()[0])) {
    return Value::Undefined();
  }
  if (PackedSize(view->code) == 0) {
    cx.Raise(Exc::kNotImplementedError, "memoryview: format {} not supported",
             std::string_view(&view->code, 1));
    return Value::Undefined();
  }
  return ArrayItemAt(cx, view->code, view->item_bytes, view->first() + index * view->strides()[0]);
}

bool IsContiguous(MemoryView* view, bool fortran) {
  int64_t expected = view->item_bytes;
  for (uint32_t k = 0; k < view->dimensions; ++k) {
    const uint32_t d = fortran ? k : view->dimensions - 1 - k;
    if (view->shape()[d] > 1 && view->strides()[d] != expected && view->bytes != 0) return false;
    expected *= view->shape()[d];
  }
  return true;
}

std::string MemoryViewCopy(MemoryView* view, bool fortran) {
  if (view->base.Load().IsUndefined()) return {};
  std::string out(static_cast<size_t>(view->bytes), '\0');
  auto* to = reinterpret_cast<uint8_t*>(out.data());
  if (IsContiguous(view, fortran)) {
    CopyFromShared(to, view->first(), out.size());
    return out;
  }
  ForEachItem(view, fortran, [&](const uint8_t* place) {
    LoadItem(place, view->item_bytes, to);
    to += view->item_bytes;
  });
  return out;
}

Tri MemoryViewsEqual(Context& cx, Value a, Value b) {
  const auto released = [](Value v) {
    return v.Is(Kind::kMemoryView) && v.As<MemoryView>()->base.Load().IsUndefined();
  };
  if (released(a) || released(b)) return a == b ? Tri::kTrue : Tri::kFalse;
  // Views of their own where one side is none, which nobody else sees.
  MemoryView* const views[] = {
      a.Is(Kind::kMemoryView) ? a.As<MemoryView>() : NewMemoryView(cx, a).As<MemoryView>(),
      b.Is(Kind::kMemoryView) ? b.As<MemoryView>() : NewMemoryView(cx, b).As<MemoryView>()};
  const std::string x = MemoryViewCopy(views[0]), y = MemoryViewCopy(views[1]);
  Tri equal = Tri::kTrue;
  if (!SameShape(views[0], views[1]) || PackedSize(views[0]->code) == 0 ||
      PackedSize(views[1]->code) == 0) {
    equal = Tri::kFalse;
  } else if (views[0]->code == views[1]->code &&
             !(views[0]->code == 'd' || views[0]->code == 'f' || views[0]->code == 'e' ||
               views[0]->code == '?')) {
    equal = x == y ? Tri::kTrue : Tri::kFalse;
  } else {
    const uint32_t sizes[] = {views[0]->item_bytes, views[1]->item_bytes};
    const size_t count = x.size() / sizes[0];
    for (size_t i = 0; i < count && equal == Tri::kTrue; ++i) {
      const auto item = [&](int k, const std::string& data) {
        return UnpackItem(cx, views[k]->code, sizes[k], false,
                          reinterpret_cast<const uint8_t*>(data.data()) + i * sizes[k]);
      };
      const Value left = item(0, x), right = item(1, y);
      equal = TryEqual(cx, left, right);
    }
  }
  // Those made here must not forbid to resize until they are collected.
  if (Value::Of(views[0]) != a) views[0]->base.Store(Value::Undefined());
  if (Value::Of(views[1]) != b) views[1]->base.Store(Value::Undefined());
  return equal;
}

void TraceMemoryView(Object* object, size_t, heap::Marker& marker) {
  auto* view = static_cast<MemoryView*>(object);
  for (const Slot* slot : {&view->base, &view->memory, &view->source}) marker.Visit(*slot);
}

}  // namespace heddle
