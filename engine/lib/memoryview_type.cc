// memoryview
#include <algorithm>
#include <vector>

#include "lib/bytes_natives.h"
#include "lib/container_types.h"
#include "lib/number_types.h"
#include "lib/text_natives.h"
#include "objects/iterator.h"
#include "objects/list.h"
#include "objects/packed.h"
#include "objects/slice.h"
#include "objects/tuple.h"
#include "objects/weakref.h"

namespace heddle::lib {

namespace {

MemoryView* Self(Args args) { return args[0].As<MemoryView>(); }

bool CheckLive(Context& cx, Args args) { return CheckUnreleased(cx, args[0]); }

std::string FormatOf(const MemoryView* view) {
  return view->at ? std::string{'@', view->code} : std::string(1, view->code);
}

bool IsByteFormat(const MemoryView* view) {
  return view->code == 'B' || view->code == 'b' || view->code == 'c';
}

bool CheckReadable(Context& cx, const MemoryView* view) {
  if (PackedSize(view->code) != 0) return true;
  cx.Raise(Exc::kNotImplementedError, "memoryview: format {} not supported", FormatOf(view));
  return false;
}

// Whether the natives know how to get at the contents: not where a subclass has a way of its own.
bool IsPlainBuffer(Context& cx, Value v) {
  if (!IsBytesLike(v)) return false;
  if ((v.object()->flags & kSubclass) == 0) return true;
  Str* const name = cx.Intern("__buffer__");
  return LookupInMro(TypeOf(cx, v), name) ==
         LookupInMro(cx.runtime.heap.TypeOfKind(v.object()->kind), name);
}

Value ByDunder(Context& cx, Value object, Value flags) {
  return cx.TailCall(Library::kInModule,
                     {cx.NewString("_fallbacks"), cx.NewString("_memoryview_of"), object, flags});
}

constexpr int64_t kFullReadOnly = 284;  // inspect.BufferFlags.FULL_RO

Value New(Context& cx, Args args) {
  if (!IsPlainBuffer(cx, args[1])) return ByDunder(cx, args[1], Value::Small(kFullReadOnly));
  return CheckUnreleased(cx, args[1]) ? NewMemoryView(cx, args[1]) : Value::Raised();
}

// _from_flags(cls, object, flags)
Value FromFlags(Context& cx, Args args) {
  if (!IsPlainBuffer(cx, args[1])) return ByDunder(cx, args[1], args[2]);
  return BufferOf(cx, args.From(1));
}

// What the library has left to do when the last view of what __buffer__() gave is released.
Value Release(Context& cx, Args args) {
  MemoryView* self = Self(args);
  const Value base = self->base.Load(), source = self->source.Load();
  self->base.Store(Value::Undefined());
  if (source.IsUndefined() || base.IsUndefined()) return Value::None();
  return cx.TailCall(Library::kInModule,
                     {cx.NewString("_fallbacks"), cx.NewString("_release_buffer"), base, source});
}

Value Enter(Context& cx, Args args) { return CheckLive(cx, args) ? args[0] : Value::Raised(); }

Value Length(Context& cx, Args args) {
  if (!CheckLive(cx, args)) return Value::Raised();
  if (Self(args)->dimensions == 0) return cx.Raise(Exc::kTypeError, "0-dim memory has no length");
  return Value::Small(Self(args)->shape()[0]);
}

// The place of the item at `index` in dimension `d`, from `place` on. False: IndexError is pending.
bool Advance(Context& cx, MemoryView* view, uint32_t d, Value index, uint8_t** place) {
  const int64_t length = view->shape()[d];
  int64_t i = IntToInt64Clamped(index);
  if (i < 0) i += length;
  if (i < 0 || i >= length) {
    cx.Raise(Exc::kIndexError, "index out of bounds on dimension {}", d + 1);
    return false;
  }
  *place += view->strides()[d] * i;
  return true;
}

// The item that a key names: Tri::kTrue; kPython when it takes __index__; kFalse when the key is a
// slice of a view of one dimension.
Tri ItemPlace(Context& cx, Args args, Special method, uint8_t** place) {
  MemoryView* self = Self(args);
  const Value key = args[1];
  const auto fail = [&](Exc exc, const char* message) {
    cx.Raise(exc, message);
    return Tri::kRaised;
  };
  *place = self->first();
  if (self->dimensions == 0) {
    const bool whole =
        key == Value::Ellipsis() || (key.Is(Kind::kTuple) && key.As<Tuple>()->length == 0);
    if (!whole) return fail(Exc::kTypeError, "invalid indexing of 0-dim memory");
    return CheckReadable(cx, self) ? Tri::kTrue : Tri::kRaised;
  }
  if (IsInt(key)) {
    if (self->dimensions > 1) {
      return fail(Exc::kNotImplementedError, method == Special::kGetItem
                                                 ? "multi-dimensional sub-views are not implemented"
                                                 : "sub-views are not implemented");
    }
    if (!CheckReadable(cx, self)) return Tri::kRaised;
    return Advance(cx, self, 0, key, place) ? Tri::kTrue : Tri::kRaised;
  }
  if (key.Is(Kind::kSlice)) {
    if (self->dimensions == 1) return Tri::kFalse;
    return fail(Exc::kNotImplementedError, "multi-dimensional slicing is not implemented");
  }
  if (key.Is(Kind::kTuple)) {
    auto* tuple = key.As<Tuple>();
    bool ints = true, slices = tuple->length != 0, others = false;
    for (uint32_t i = 0; i < tuple->length; ++i) {
      ints = ints && IsInt(tuple->Get(i));
      slices = slices && tuple->Get(i).Is(Kind::kSlice);
      others = others || LacksMethod(cx, tuple->Get(i), Special::kIndex);
    }
    if (slices) {
      return fail(Exc::kNotImplementedError, "multi-dimensional slicing is not implemented");
    }
    if (!ints) {
      return fail(Exc::kTypeError, "memoryview: invalid slice key");
    }
    if (!CheckReadable(cx, self)) return Tri::kRaised;
    if (tuple->length < self->dimensions) {
      return fail(Exc::kNotImplementedError, "sub-views are not implemented");
    }
    if (tuple->length > self->dimensions) {
      cx.Raise(Exc::kTypeError, "cannot index {}-dimension view with {}-element tuple",
               static_cast<uint32_t>(self->dimensions), tuple->length);
      return Tri::kRaised;
    }
    for (uint32_t i = 0; i < tuple->length; ++i) {
      if (!Advance(cx, self, i, tuple->Get(i), place)) return Tri::kRaised;
    }
    return Tri::kTrue;
  }
  if (!LacksMethod(cx, key, Special::kIndex)) return Tri::kPython;
  return fail(Exc::kTypeError, "memoryview: invalid slice key");
}

Value ItemAt(Context& cx, const MemoryView* view, const uint8_t* place) {
  uint8_t item[8];
  CopyFromShared(item, place, view->item_bytes);
  return UnpackItem(cx, view->code, view->item_bytes, false, item);
}

// The part of a view of one dimension that a slice names; the exporter does not know of it yet.
MemoryView* PartOf(Context& cx, MemoryView* view, const SliceRange& range) {
  MemoryView* part = NewMemoryViewLike(cx, view, 1);
  part->start += range.start * view->strides()[0];
  part->shape()[0] = range.count;
  part->strides()[0] = view->strides()[0] * range.step;
  part->bytes = range.count * view->item_bytes;
  return part;
}

Value GetItem(Context& cx, Args args) {
  if (!CheckLive(cx, args)) return Value::Raised();
  uint8_t* place;
  switch (ItemPlace(cx, args, Special::kGetItem, &place)) {
    case Tri::kTrue: return ItemAt(cx, Self(args), place);
    case Tri::kPython: return RetryWithIndex(cx, Special::kGetItem, args);
    case Tri::kRaised: return Value::Raised();
    case Tri::kFalse: break;
  }
  SliceRange range;
  switch (SliceIndices(cx, args[1].As<Slice>(), Self(args)->shape()[0], &range)) {
    case Tri::kTrue: break;
    case Tri::kPython: return RetryWithIndex(cx, Special::kGetItem, args);
    default: return Value::Raised();
  }
  MemoryView* part = PartOf(cx, Self(args), range);
  FinishMemoryView(cx, part);
  return Value::Of(part);
}

Value SetSlice(Context& cx, Args args) {
  SliceRange range;
  switch (SliceIndices(cx, args[1].As<Slice>(), Self(args)->shape()[0], &range)) {
    case Tri::kTrue: break;
    case Tri::kPython: return RetryWithIndex(cx, Special::kSetItem, args);
    default: return Value::Raised();
  }
  if (!IsBytesLike(args[2])) {
    return cx.Raise(Exc::kTypeError, "a bytes-like object is required, not '{}'",
                    TypeName(cx, args[2]));
  }
  const MemoryView* self = Self(args);
  uint32_t item_bytes = 1;
  char code = 'B';
  bool plain = true;
  if (args[2].Is(Kind::kMemoryView)) {
    auto* other = args[2].As<MemoryView>();
    item_bytes = other->item_bytes;
    code = other->code;
    plain = other->dimensions == 1;
  } else if (args[2].Is(Kind::kNumberArray)) {
    item_bytes = args[2].As<NumberArray>()->item_bytes.Load();
    code = static_cast<char>(args[2].As<NumberArray>()->code.Load());
    if (code == 'u') code = 'w';
  }
  const std::string data = BytesCopy(args[2]);
  if (!plain || code != self->code || item_bytes != self->item_bytes ||
      data.size() != static_cast<size_t>(range.count) * item_bytes) {
    return cx.Raise(Exc::kValueError,
                    "memoryview assignment: lvalue and rvalue have different structures");
  }
  uint8_t* to = Self(args)->first() + range.start * Self(args)->strides()[0];
  const int64_t stride = Self(args)->strides()[0] * range.step;
  const auto* from = reinterpret_cast<const uint8_t*>(data.data());
  if (stride == item_bytes) {
    CopyToShared(to, from, data.size());
    return Value::None();
  }
  for (int64_t i = 0; i < range.count; ++i, to += stride, from += item_bytes) {
    CopyToShared(to, from, item_bytes);
  }
  return Value::None();
}

Value SetItem(Context& cx, Args args) {
  if (!CheckLive(cx, args)) return Value::Raised();
  if (Self(args)->readonly) return cx.Raise(Exc::kTypeError, "cannot modify read-only memory");
  uint8_t* place;
  switch (ItemPlace(cx, args, Special::kSetItem, &place)) {
    case Tri::kTrue: break;
    case Tri::kPython: return RetryWithIndex(cx, Special::kSetItem, args);
    case Tri::kRaised: return Value::Raised();
    case Tri::kFalse: return SetSlice(cx, args);
  }
  const MemoryView* self = Self(args);
  uint8_t item[8];
  bool overflows = false;
  switch (PackItem(cx, self->code, self->item_bytes, false, args[2], item, &overflows)) {
    case Packing::kDone: break;
    case Packing::kPython:
      return cx.TailCall(Library::kInModule,
                         {cx.NewString("_fallbacks"), cx.NewString("_memoryview_setitem"), args[0],
                          args[1], args[2]});
    case Packing::kWrongType:
      return cx.Raise(Exc::kTypeError, "memoryview: invalid type for format '{}'", FormatOf(self));
    case Packing::kOutOfRange:
      return cx.Raise(Exc::kValueError, "memoryview: invalid value for format '{}'",
                      FormatOf(self));
  }
  if (overflows) {
    return cx.Raise(Exc::kOverflowError, "float too large to pack with {} format",
                    std::string_view(&self->code, 1));
  }
  CopyToShared(place, item, self->item_bytes);
  return Value::None();
}

Value DelItem(Context& cx, Args) { return cx.Raise(Exc::kTypeError, "cannot delete memory"); }

Value ToBytes(Context& cx, Args args) {
  if (!CheckLive(cx, args)) return Value::Raised();
  std::string order = "C", storage;
  if (Given(args.Opt(1))) {
    if (!IsStr(args[1])) {
      return cx.Raise(Exc::kTypeError, "tobytes() argument 'order' must be str or None, not {}",
                      TypeName(cx, args[1]));
    }
    order = StrView(Text(args[1]), &storage);
    if (order != "C" && order != "F" && order != "A") {
      return cx.Raise(Exc::kValueError, "order must be 'C', 'F' or 'A'");
    }
  }
  const bool fortran =
      order == "F" || (order == "A" && !IsContiguous(Self(args)) && IsContiguous(Self(args), true));
  return Value::Of(NewBytes(cx.heap, MemoryViewCopy(Self(args), fortran)));
}

Value ListOf(Context& cx, MemoryView* view, uint32_t d, const uint8_t* place) {
  if (d == view->dimensions) return ItemAt(cx, view, place);
  List* list = NewList(cx.heap);
  for (int64_t i = 0; i < view->shape()[d]; ++i, place += view->strides()[d]) {
    ListAppend(cx, list, ListOf(cx, view, d + 1, place));
  }
  return Value::Of(list);
}

Value ToList(Context& cx, Args args) {
  if (!CheckLive(cx, args) || !CheckReadable(cx, Self(args))) return Value::Raised();
  return ListOf(cx, Self(args), 0, Self(args)->first());
}

Value Iterate(Context& cx, Args args) {
  if (!CheckLive(cx, args)) return Value::Raised();
  if (Self(args)->dimensions == 0) {
    return cx.Raise(Exc::kTypeError, "invalid indexing of 0-dim memory");
  }
  if (!CheckReadable(cx, Self(args))) return Value::Raised();
  if (Self(args)->dimensions > 1) {
    return cx.Raise(Exc::kNotImplementedError, "multi-dimensional sub-views are not implemented");
  }
  return Value::Of(NewIterator(cx, IteratorKind::kMemoryView, args[0]));
}

Value Hex(Context& cx, Args args) {
  if (!CheckLive(cx, args)) return Value::Raised();
  const Value data = Value::Of(NewBytes(cx.heap, MemoryViewCopy(Self(args))));
  const Value hex = LookupInMro(cx.runtime.heap.TypeOfKind(Kind::kBytes), cx.Intern("hex"));
  cx.TailCall(hex, {data});
  for (uint32_t i = 1; i < args.count && !args[i].IsUndefined(); ++i) {
    cx.tail.args.push_back(args[i]);
  }
  return Value::TailCall();
}

template <bool kNegated>
Value Equal(Context& cx, Args args) {
  if (!IsBytesLike(args[1])) {
    return args[0] == args[1] ? Value::Bool(!kNegated) : Value::NotImplemented();
  }
  return Value::Bool((MemoryViewsEqual(cx, args[0], args[1]) == Tri::kTrue) != kNegated);
}

Value Hash(Context& cx, Args args) {
  MemoryView* self = Self(args);
  const uint64_t cached = self->cached_hash.Load();
  if (cached != 0) return IntFromInt64(cx.heap, static_cast<int64_t>(cached));
  if (!CheckLive(cx, args)) return Value::Raised();
  if (!self->readonly) {
    return cx.Raise(Exc::kValueError, "cannot hash writable memoryview object");
  }
  if (!IsByteFormat(self)) {
    return cx.Raise(Exc::kValueError,
                    "memoryview: hashing is restricted to formats 'B', 'b' or 'c'");
  }
  uint64_t of_base;
  const Tri hashable = TryHash(cx, self->base.Load(), &of_base);
  if (hashable == Tri::kRaised) return Value::Raised();
  const uint64_t hash = BytesHash(NewBytes(cx.heap, MemoryViewCopy(self)));
  self->cached_hash.Store(hash);
  return IntFromInt64(cx.heap, static_cast<int64_t>(hash));
}

Value Repr(Context& cx, Args args) {
  const char* const released = Self(args)->base.Load().IsUndefined() ? "released " : "";
  return cx.NewString(fmt::format("<{}memory at {:#x}>", released, IdOf(cx.runtime, args[0])));
}

Value ToReadOnly(Context& cx, Args args) {
  if (!CheckLive(cx, args)) return Value::Raised();
  MemoryView* view = NewMemoryViewLike(cx, Self(args), Self(args)->dimensions);
  view->readonly = true;
  FinishMemoryView(cx, view);
  return Value::Of(view);
}

// ---- cast

// False: an exception is pending.
bool CastFormat(Context& cx, Value format, MemoryView* view) {
  if (!IsStr(format)) {
    cx.Raise(Exc::kTypeError, "cast() argument 'format' must be str, not {}", TypeName(cx, format));
    return false;
  }
  std::string storage;
  std::string_view text = StrView(Text(format), &storage);
  view->at = text.size() == 2 && text[0] == '@';
  if (view->at) text.remove_prefix(1);
  const uint32_t size = text.size() == 1 ? PackedSize(text[0]) : 0;
  if (size == 0) {
    cx.Raise(Exc::kValueError,
             "memoryview: destination format must be a native single character format prefixed "
             "with an optional '@'");
    return false;
  }
  const bool from_bytes = IsByteFormat(view);
  view->code = text[0];
  if (!from_bytes && !IsByteFormat(view)) {
    cx.Raise(Exc::kTypeError, "memoryview: cannot cast between two non-byte formats");
    return false;
  }
  if (view->bytes % size != 0) {
    cx.Raise(Exc::kTypeError, "memoryview: length is not a multiple of itemsize");
    return false;
  }
  view->item_bytes = size;
  return true;
}

bool CastShape(Context& cx, const std::vector<Value>& items, std::vector<int64_t>* shape) {
  for (const Value item : items) {
    int64_t n;
    if (!IsInt(item)) {
      cx.Raise(Exc::kTypeError, "memoryview.cast(): elements of shape must be integers");
      return false;
    }
    if (!IntToInt64(item, &n) || n <= 0) {
      cx.Raise(Exc::kValueError, "memoryview.cast(): elements of shape must be integers > 0");
      return false;
    }
    shape->push_back(n);
  }
  return true;
}

Value Cast(Context& cx, Args args) {
  if (!CheckLive(cx, args)) return Value::Raised();
  MemoryView* self = Self(args);
  if (!IsContiguous(self)) {
    return cx.Raise(Exc::kTypeError, "memoryview: casts are restricted to C-contiguous views");
  }
  const Value given = args.Opt(2);
  std::vector<Value> items;
  std::vector<int64_t> shape;
  if (!given.IsUndefined()) {
    if (!given.Is(Kind::kList) && !given.Is(Kind::kTuple)) {
      return cx.Raise(Exc::kTypeError, "shape must be a list or a tuple");
    }
    SequenceItems(cx, given, &items);
    if (items.size() > MemoryView::kMaxDimensions) {
      return cx.Raise(Exc::kValueError, "memoryview: number of dimensions must not exceed {}",
                      MemoryView::kMaxDimensions);
    }
    if (self->dimensions != 1 && items.size() != 1) {
      return cx.Raise(Exc::kTypeError, "memoryview: cast must be 1D -> ND or ND -> 1D");
    }
  }
  if (self->dimensions != 0 && (!given.IsUndefined() || self->dimensions > 1)) {
    for (uint32_t d = 0; d < self->dimensions; ++d) {
      if (self->shape()[d] == 0) {
        return cx.Raise(Exc::kTypeError,
                        "memoryview: cannot cast view with zeros in shape or strides");
      }
    }
  }
  if (!CastShape(cx, items, &shape)) return Value::Raised();
  MemoryView* view =
      NewMemoryViewLike(cx, self, given.IsUndefined() ? 1 : static_cast<uint32_t>(shape.size()));
  if (!CastFormat(cx, args[1], view)) return Value::Raised();
  if (given.IsUndefined()) shape.push_back(view->bytes / view->item_bytes);
  int64_t stride = view->item_bytes;
  for (size_t d = shape.size(); d-- > 0;) {
    view->shape()[d] = shape[d];
    view->strides()[d] = stride;
    if (__builtin_mul_overflow(stride, shape[d], &stride)) {
      return cx.Raise(Exc::kValueError, "memoryview.cast(): product(shape) > SSIZE_MAX");
    }
  }
  if (stride != view->bytes) {
    return cx.Raise(Exc::kTypeError, "memoryview: product(shape) * itemsize != buffer size");
  }
  FinishMemoryView(cx, view);
  return Value::Of(view);
}

// ---- attributes

template <Value (*kGet)(Context&, MemoryView*)>
Value Attribute(Context& cx, Args args) {
  return CheckLive(cx, args) ? kGet(cx, Self(args)) : Value::Raised();
}

Value Numbers(Context& cx, const int64_t* numbers, uint32_t count) {
  std::vector<Value> items;
  for (uint32_t i = 0; i < count; ++i) items.push_back(IntFromInt64(cx.heap, numbers[i]));
  return Value::Of(NewTuple(cx.heap, std::span<const Value>(items)));
}

Value Base(Context&, MemoryView* view) { return view->base.Load(); }
Value Bytes_(Context&, MemoryView* view) { return Value::Small(view->bytes); }
Value ItemSize(Context&, MemoryView* view) { return Value::Small(view->item_bytes); }
Value Format(Context& cx, MemoryView* view) { return cx.NewString(FormatOf(view)); }
Value Dimensions(Context&, MemoryView* view) { return Value::Small(view->dimensions); }
Value ReadOnly(Context&, MemoryView* view) { return Value::Bool(view->readonly); }
Value Shape(Context& cx, MemoryView* view) { return Numbers(cx, view->shape(), view->dimensions); }
Value Strides(Context& cx, MemoryView* view) {
  return Numbers(cx, view->strides(), view->dimensions);
}
Value SubOffsets(Context& cx, MemoryView*) { return cx.runtime.empty_tuple.Load(); }
Value CContiguous(Context&, MemoryView* view) { return Value::Bool(IsContiguous(view)); }
Value FContiguous(Context&, MemoryView* view) { return Value::Bool(IsContiguous(view, true)); }
Value Contiguous(Context&, MemoryView* view) {
  return Value::Bool(IsContiguous(view) || IsContiguous(view, true));
}

constexpr NativeDef kMethods[] = {
    {"__new__", New, "cls, object"},
    {"__len__", Length, "self, /"},
    {"__getitem__", GetItem, "self, key, /"},
    {"__setitem__", SetItem, "self, key, value, /"},
    {"__delitem__", DelItem, "self, key, /"},
    {"__iter__", Iterate, "self, /"},
    {"__eq__", Equal<false>, "self, value, /"},
    {"__ne__", Equal<true>, "self, value, /"},
    {"__hash__", Hash, "self, /"},
    {"__repr__", Repr, "self, /"},
    {"__enter__", Enter, "self, /"},
    {"__exit__", Release, "self, *args"},
    {"release", Release, "self, /"},
    BUFFER_METHODS,
    {"_from_flags", FromFlags, "cls, object, flags"},
    {"tobytes", ToBytes, "self, /, order="},
    {"tolist", ToList, "self, /"},
    {"hex", Hex, "self, /, sep=, bytes_per_sep="},
    {"cast", Cast, "self, /, format, shape="},
    {"toreadonly", ToReadOnly, "self, /"},
    {nullptr, nullptr, nullptr},
};

constexpr GetSetDef kGetSets[] = {
    {"obj", Attribute<Base>, nullptr},
    {"nbytes", Attribute<Bytes_>, nullptr},
    {"itemsize", Attribute<ItemSize>, nullptr},
    {"format", Attribute<Format>, nullptr},
    {"ndim", Attribute<Dimensions>, nullptr},
    {"shape", Attribute<Shape>, nullptr},
    {"strides", Attribute<Strides>, nullptr},
    {"suboffsets", Attribute<SubOffsets>, nullptr},
    {"readonly", Attribute<ReadOnly>, nullptr},
    {"c_contiguous", Attribute<CContiguous>, nullptr},
    {"f_contiguous", Attribute<FContiguous>, nullptr},
    {"contiguous", Attribute<Contiguous>, nullptr},
    {nullptr, nullptr, nullptr},
};

}  // namespace

// (self, flags)
Value BufferOf(Context& cx, Args args) {
  int64_t flags;
  if (!ToInt64(cx, args[1], &flags) || !CheckUnreleased(cx, args[0])) return Value::Raised();
  if (flags > INT32_MAX || flags < INT32_MIN) {
    return cx.Raise(Exc::kOverflowError, "buffer flags out of range");
  }
  const Value made = NewMemoryView(cx, args[0]);
  auto* view = made.As<MemoryView>();
  if ((flags & 1) != 0 && view->readonly) {
    view->base.Store(Value::Undefined());
    return cx.Raise(Exc::kBufferError, "Object is not writable.");
  }
  return made;
}

// (self, buffer)
Value ReleaseBuffer(Context& cx, Args args) {
  if (!args[1].Is(Kind::kMemoryView)) {
    return cx.Raise(Exc::kTypeError, "expected a memoryview object");
  }
  const Value base = args[1].As<MemoryView>()->base.Load();
  if (base.IsUndefined())
    return cx.Raise(Exc::kValueError, "memoryview's buffer has already been released");
  if (base != args[0]) return cx.Raise(Exc::kValueError, "memoryview's buffer is not this object");
  args[1].As<MemoryView>()->base.Store(Value::Undefined());
  return Value::None();
}

const TypeDef kMemoryViewType = {
    "memoryview",       "builtins",
    Kind::kMemoryView,  kMethods,
    kGetSets,           kNotBase,
    sizeof(MemoryView), "Create a new memoryview object which references the given object."};

}  // namespace heddle::lib
