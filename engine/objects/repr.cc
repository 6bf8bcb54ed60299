// repr() and str() of builtin values, as far as no Python code is needed.
#include <algorithm>
#include <string>
#include <vector>

#include "objects/compare.h"
#include "objects/deque.h"
#include "objects/dict.h"
#include "objects/float.h"
#include "objects/function.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/range.h"
#include "objects/set.h"
#include "objects/slice.h"
#include "objects/str_ops.h"
#include "objects/tuple.h"

namespace heddle {

namespace {

class Writer {
 public:
  Writer(Context& cx, bool ascii) : cx_(cx), ascii_(ascii) {}

  Tri Write(Value v);
  // Whatever a subclass overrides.
  Tri WriteContents(Value v);
  std::string& text() { return text_; }

 private:
  void Put(std::string_view part) { text_ += part; }
  Tri WriteImmediate(Value v);
  Tri WriteByMethod(Value v);
  Tri WriteContainer(Object* object);
  Tri WriteItems(const Slot* items, uint32_t count);
  Tri WriteTuple(Tuple* tuple);
  Tri WriteDict(Dict* dict);
  Tri WriteSet(Set* set);
  Tri WriteDeque(Deque* deque);
  Tri WriteView(DictView* view);
  Tri WriteRange(Range* range);
  Tri WriteSlice(Slice* slice);

  Context& cx_;
  bool ascii_;
  std::string text_;
  std::vector<Object*> open_;  // the containers being written, for [...]
};

Tri Writer::WriteImmediate(Value v) {
  if (v.IsSmall()) {
    const fmt::format_int digits(v.small());
    Put(std::string_view(digits.data(), digits.size()));
  } else if (v.IsDouble()) {
    Put(FloatReprText(v.dbl()));
  } else if (v.IsNone()) {
    Put("None");
  } else if (v.IsBool()) {
    Put(v.IsTrue() ? "True" : "False");
  } else if (v.IsNotImplemented()) {
    Put("NotImplemented");
  } else {
    Put("Ellipsis");
  }
  return Tri::kTrue;
}

// By the type's __repr__ when that is written in C++.
Tri Writer::WriteByMethod(Value v) {
  const Value method = TypeOf(cx_, v)->special(Special::kRepr);
  if (!method.Is(Kind::kMethodDescriptor)) return Tri::kPython;
  const Value result = method.As<Native>()->fn(cx_, {&v, 1});
  if (result == Value::Raised()) return Tri::kRaised;
  if (!result.Is(Kind::kStr)) return Tri::kPython;
  Str* text = result.As<Str>();
  Put(ToUtf8(ascii_ && !text->ascii ? StrAscii(cx_, text) : text));
  return Tri::kTrue;
}

Tri Writer::Write(Value v) {
  if (!v.IsObject()) return WriteImmediate(v);
  if (!UsesBuiltin(cx_, v, Special::kRepr)) return Tri::kPython;
  return WriteContents(v);
}

Tri Writer::WriteContents(Value v) {
  Object* object = v.object();
  switch (object->kind) {
    case Kind::kStr: AppendStrRepr(v.As<Str>(), ascii_, &text_); return Tri::kTrue;
    case Kind::kInt: {
      Str* text = IntRepr(cx_, v);
      if (text == nullptr) return Tri::kRaised;
      Put(text->ascii_view());
      return Tri::kTrue;
    }
    case Kind::kRange: return WriteRange(v.As<Range>());
    case Kind::kList:
    case Kind::kTuple:
    case Kind::kDict:
    case Kind::kSet:
    case Kind::kFrozenSet:
    case Kind::kDeque:
    case Kind::kDictView:
    case Kind::kSlice: break;
    default: return WriteByMethod(v);
  }
  if (open_.size() > size_t{kMaxNesting}) return Tri::kPython;
  const bool recursive = std::find(open_.begin(), open_.end(), object) != open_.end();
  open_.push_back(object);
  Tri done = Tri::kTrue;
  if (!recursive) {
    done = WriteContainer(object);
  } else if (object->kind == Kind::kSet || object->kind == Kind::kFrozenSet) {
    Put(TypeName(cx_, v) + "(...)");
  } else {
    Put(object->kind == Kind::kTuple                                  ? "(...)"
        : object->kind == Kind::kDict                                 ? "{...}"
        : object->kind == Kind::kList || object->kind == Kind::kDeque ? "[...]"
                                                                      : "...");
  }
  open_.pop_back();
  return done;
}

Tri Writer::WriteContainer(Object* object) {
  switch (object->kind) {
    case Kind::kTuple: return WriteTuple(static_cast<Tuple*>(object));
    case Kind::kDict: return WriteDict(static_cast<Dict*>(object));
    case Kind::kDeque: return WriteDeque(static_cast<Deque*>(object));
    case Kind::kDictView: return WriteView(static_cast<DictView*>(object));
    case Kind::kSlice: return WriteSlice(static_cast<Slice*>(object));
    case Kind::kSet:
    case Kind::kFrozenSet: return WriteSet(static_cast<Set*>(object));
    default: break;
  }
  uint32_t count = 0;
  Array* items = ListSnapshot(cx_, static_cast<List*>(object), &count);
  Put("[");
  const Tri done = WriteItems(items == nullptr ? nullptr : items->slots(), count);
  Put("]");
  return done;
}

Tri Writer::WriteItems(const Slot* items, uint32_t count) {
  for (uint32_t i = 0; i < count; ++i) {
    if (i != 0) Put(", ");
    if (Tri t = Write(items[i].Load()); t != Tri::kTrue) return t;
  }
  return Tri::kTrue;
}

Tri Writer::WriteTuple(Tuple* tuple) {
  Put("(");
  const Tri done = WriteItems(tuple->items(), tuple->length);
  Put(tuple->length == 1 ? ",)" : ")");
  return done;
}

Tri Writer::WriteDict(Dict* dict) {
  Put("{");
  Value key, value;
  bool first = true;
  for (DictCursor cursor(dict); cursor.Next(&key, &value);) {
    if (!first) Put(", ");
    first = false;
    if (Tri t = Write(key); t != Tri::kTrue) return t;
    Put(": ");
    if (Tri t = Write(value); t != Tri::kTrue) return t;
  }
  Put("}");
  return Tri::kTrue;
}

Tri Writer::WriteSet(Set* set) {
  const std::string name = TypeName(cx_, Value::Of(set));
  if (set->count.Load() == 0) {
    Put(name + "()");
    return Tri::kTrue;
  }
  const bool plain = set->kind == Kind::kSet && (set->flags & kSubclass) == 0;
  Put(plain ? "{" : name + "({");
  Value item;
  bool first = true;
  for (SetCursor cursor(set); cursor.Next(&item);) {
    if (!first) Put(", ");
    first = false;
    if (Tri t = Write(item); t != Tri::kTrue) return t;
  }
  Put(plain ? "}" : "})");
  return Tri::kTrue;
}

Tri Writer::WriteDeque(Deque* deque) {
  uint32_t count = 0;
  Array* items = DequeSnapshot(cx_, deque, &count);
  Put(TypeName(cx_, Value::Of(deque)) + "([");
  const Tri done = WriteItems(items == nullptr ? nullptr : items->slots(), count);
  Put("]");
  if (deque->maxlen.Load() >= 0) Put(fmt::format(", maxlen={}", deque->maxlen.Load()));
  Put(")");
  return done;
}

Tri Writer::WriteView(DictView* view) {
  const DictPart part = PartOf(cx_, view);
  Put(TypeName(cx_, Value::Of(view)) + "([");
  Value key, value;
  bool first = true;
  for (DictCursor cursor(view->dict.Load().As<Dict>()); cursor.Next(&key, &value);) {
    if (!first) Put(", ");
    first = false;
    Value shown = part == DictPart::kKeys ? key : value;
    if (part == DictPart::kItems) shown = Value::Of(NewTuple(cx_.heap, {key, value}));
    if (Tri t = Write(shown); t != Tri::kTrue) return t;
  }
  Put("])");
  return Tri::kTrue;
}

Tri Writer::WriteRange(Range* range) {
  Put("range(");
  Write(range->start.Load());
  Put(", ");
  Write(range->stop.Load());
  if (range->step.Load() != Value::Small(1)) {
    Put(", ");
    Write(range->step.Load());
  }
  Put(")");
  return Tri::kTrue;
}

Tri Writer::WriteSlice(Slice* slice) {
  Put("slice(");
  const Tri done = WriteItems(&slice->start, 3);
  Put(")");
  return done;
}

// str() of a value whose type has a __str__ of its own written in C++.
Tri ByStrMethod(Context& cx, Value v, Value method, Value* text) {
  if (!method.Is(Kind::kMethodDescriptor)) return Tri::kPython;
  *text = method.As<Native>()->fn(cx, {&v, 1});
  if (*text == Value::Raised()) return Tri::kRaised;
  return text->Is(Kind::kStr) ? Tri::kTrue : Tri::kPython;
}

}  // namespace

Tri TryRepr(Context& cx, Value v, ReprKind kind, Value* text) {
  if (v.IsSmall()) {
    *text = Value::Of(StrOfInt(cx, v.small()));
    return Tri::kTrue;
  }
  if (kind == ReprKind::kStr && v.IsObject()) {
    if (v.Is(Kind::kStr) && (v.object()->flags & kSubclass) == 0) {
      *text = v;
      return Tri::kTrue;
    }
    const Value method = TypeOf(cx, v)->special(Special::kStr);
    if (method != cx.runtime.object_type->special(Special::kStr)) {
      return ByStrMethod(cx, v, method, text);
    }
  }
  Writer writer(cx, kind == ReprKind::kAscii);
  const Tri done = writer.Write(v);
  if (done == Tri::kTrue) *text = cx.NewString(writer.text());
  return done;
}

Tri TryReprContents(Context& cx, Value v, Value* text) {
  Writer writer(cx, false);
  const Tri done = writer.WriteContents(v);
  if (done == Tri::kTrue) *text = cx.NewString(writer.text());
  return done;
}

}  // namespace heddle
