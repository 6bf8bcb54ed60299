// The native half of pickle.Unpickler.
#include <cstring>
#include <unordered_map>
#include <vector>

#include "lib/bytes_natives.h"
#include "lib/pickle_machines.h"
#include "lib/text_natives.h"
#include "objects/attribute.h"
#include "objects/dict.h"
#include "objects/list.h"
#include "objects/native_object.h"
#include "objects/room.h"
#include "objects/set.h"
#include "objects/tuple.h"
#include "objects/type_building.h"

namespace heddle::lib {

namespace {

using namespace pickle_op;  // NOLINT(google-build-using-namespace)

constexpr int kOpsPerStep = 20'000;
// Indices beyond are not taken for those of a table without gaps.
constexpr uint32_t kDenseMemo = 1 << 20;

// What the value that comes from Python is for.
enum class Awaited : uint8_t {
  kNothing,
  kPush,     // it goes onto the stack
  kReplace,  // it replaces the top of the stack
  kData,     // more bytes, to be appended to those that are left
};

struct ReaderState {
  std::vector<Value> stack;
  std::vector<size_t> marks;
  std::vector<Value> memo;  // Undefined: no such index
  std::unordered_map<uint64_t, Value> sparse;
  size_t count = 0;  // of the memo, which MEMOIZE numbers by
  std::string data;  // from `at` on it is still to be read
  size_t at = 0;
  Awaited awaited = Awaited::kNothing;
  bool from_file = false;
};

struct Reader : NativeObject {
  ReaderState* state;
  Slot owner;
  Slot source;  // bytes that `view` is of; Undefined: state->data
  Relaxed<uint32_t> done;
  MachineTurn turn;
  Relaxed<uint32_t> protocol;
};

void TraceReader(Object* object, heap::Marker& marker) {
  auto* reader = static_cast<Reader*>(object);
  marker.Visit(reader->owner);
  marker.Visit(reader->source);
  for (const Value v : reader->state->stack) marker.Visit(v);
  for (const Value v : reader->state->memo) marker.Visit(v);
  for (const auto& [index, v] : reader->state->sparse) marker.Visit(v);
}

void FinalizeReader(Object* object) { delete static_cast<Reader*>(object)->state; }

constexpr NativeLayout kLayout = {TraceReader, FinalizeReader};

class Step {
 public:
  Step(Context& cx, Reader* reader) : cx_(cx), reader_(reader), state_(*reader->state) {
    const Value source = reader->source.Load();
    data_ = source.IsUndefined() ? std::string_view(state_.data) : source.As<Bytes>()->view();
  }

  // None, a tail call or Raised; at the end the object.
  Value Run(Value given) {
    if (!Deliver(given)) {
      return cx_.Raise(Exc::kRuntimeError, "an unpickler is used by two threads at once");
    }
    for (int i = 0; i < kOpsPerStep; ++i) {
      const size_t start = state_.at;
      if (start >= data_.size()) return NeedMore(start, 1);
      at_ = start + 1;
      missing_ = 0;
      const Value outcome = Do(data_[start]);
      if (missing_ != 0) {
        if (missing_ == kLine) return NeedLine();
        return NeedMore(start, missing_);
      }
      state_.at = at_;
      if (!outcome.IsNone() || reader_->done.Load() != 0) return outcome;
    }
    return Value::None();
  }

 private:
  static constexpr uint64_t kLine = ~uint64_t{0};

  bool Deliver(Value given) {
    const Awaited awaited = state_.awaited;
    state_.awaited = Awaited::kNothing;
    switch (awaited) {
      case Awaited::kNothing: return true;
      case Awaited::kPush: state_.stack.push_back(given); return true;
      case Awaited::kReplace:
        if (state_.stack.empty()) return false;
        state_.stack.back() = given;
        return true;
      case Awaited::kData:
        if (!given.Is(Kind::kBytes)) return false;
        state_.data.erase(0, state_.at);
        state_.data.append(BytesView(given));
        state_.at = 0;
        data_ = state_.data;
        return true;
    }
    return true;
  }

  // ---- asking Python

  Value Call(const char* function, Awaited awaited, std::initializer_list<Value> args) {
    state_.awaited = awaited;
    cx_.TailCall(Library::kInModule, {cx_.NewString("pickle"), cx_.NewString(function)});
    cx_.tail.args.insert(cx_.tail.args.end(), args);
    return Value::TailCall();
  }
  Value CallOwner(const char* function, Awaited awaited, std::initializer_list<Value> args) {
    state_.awaited = awaited;
    cx_.TailCall(Library::kInModule,
                 {cx_.NewString("pickle"), cx_.NewString(function), reader_->owner.Load()});
    cx_.tail.args.insert(cx_.tail.args.end(), args);
    return Value::TailCall();
  }
  Value Fail(std::string_view message) {
    return Call("_fail", Awaited::kNothing, {cx_.NewString(message)});
  }
  Value NeedMore(size_t start, uint64_t count) {
    const size_t left = data_.size() - start;
    if (!state_.from_file) {
      return left == 0 ? cx_.Raise(Exc::kEOFError, "Ran out of input")
                       : Fail("pickle data was truncated");
    }
    return CallOwner("_more", Awaited::kData,
                     {Value::Small(static_cast<int64_t>(count)), Value::Bool(left == 0)});
  }
  Value NeedLine() {
    if (!state_.from_file) return Fail("pickle data was truncated");
    return CallOwner("_more_line", Awaited::kData, {});
  }

  // ---- input

  // The next bytes; false when there are not that many yet.
  bool Take(uint64_t count, std::string_view* out) {
    if (data_.size() - at_ < count) {
      missing_ = count - (data_.size() - at_);
      return false;
    }
    *out = data_.substr(at_, count);
    at_ += count;
    return true;
  }
  bool Number(int size, uint64_t* out) {
    std::string_view bytes;
    if (!Take(static_cast<uint64_t>(size), &bytes)) return false;
    *out = 0;
    std::memcpy(out, bytes.data(), static_cast<size_t>(size));
    return true;
  }
  bool Counted(int size, std::string_view* out) {
    uint64_t count;
    return Number(size, &count) && Take(count, out);
  }
  bool Line(std::string_view* out) {
    const size_t end = data_.find('\n', at_);
    if (end == std::string_view::npos) {
      missing_ = kLine;
      return false;
    }
    *out = data_.substr(at_, end - at_);
    at_ = end + 1;
    return true;
  }
  // A line that must not be empty.
  bool FilledLine(std::string_view* out, Value* outcome) {
    *outcome = Value::None();
    if (!Line(out)) return false;
    if (out->empty()) *outcome = Fail("pickle data was truncated");
    return !out->empty();
  }

  // ---- the stack

  size_t Fence() const { return state_.marks.empty() ? 0 : state_.marks.back(); }
  bool Has(size_t count) const { return state_.stack.size() >= Fence() + count; }
  Value Underflow() {
    return Fail(state_.marks.empty() ? "unpickling stack underflow" : "unexpected MARK found");
  }
  Value Pop() {
    const Value v = state_.stack.back();
    state_.stack.pop_back();
    return v;
  }
  Value Push(Value v) {
    state_.stack.push_back(v);
    return Value::None();
  }
  // The values above the last mark, which goes with them.
  bool PopMark(std::vector<Value>* items) {
    if (state_.marks.empty()) return false;
    const auto first = state_.stack.begin() + static_cast<std::ptrdiff_t>(state_.marks.back());
    items->assign(first, state_.stack.end());
    state_.stack.erase(first, state_.stack.end());
    state_.marks.pop_back();
    return true;
  }

  Value TupleOf(std::span<const Value> items) { return Value::Of(NewTuple(cx_.heap, items)); }
  Value ListOf(const std::vector<Value>& items) {
    List* const list = NewList(cx_.heap);
    for (const Value item : items) ListAppend(cx_, list, item);
    return Value::Of(list);
  }

  // ---- the memo

  Value Remember(uint64_t index) {
    if (!Has(1)) return Underflow();
    const Value v = state_.stack.back();
    if (index >= kDenseMemo && index > state_.memo.size()) {
      state_.count += state_.sparse.count(index) == 0 ? 1 : 0;
      state_.sparse[index] = v;
      return Value::None();
    }
    if (index >= state_.memo.size()) state_.memo.resize(index + 1);
    if (state_.memo[index].IsUndefined()) ++state_.count;
    state_.memo[index] = v;
    return Value::None();
  }
  Value Recall(uint64_t index) {
    if (index < state_.memo.size() && !state_.memo[index].IsUndefined()) {
      return Push(state_.memo[index]);
    }
    const auto found = state_.sparse.find(index);
    if (found != state_.sparse.end()) return Push(found->second);
    return Fail(fmt::format("Memo value not found at index {}", index));
  }

  // ---- the opcodes

  Value Do(char op) {
    uint64_t n = 0;
    std::string_view bytes;
    switch (op) {
      case kProto:
        if (!Number(1, &n)) return Value::None();
        if (n > 5) {
          return cx_.Raise(Exc::kValueError, "unsupported pickle protocol: {}", n);
        }
        reader_->protocol.Store(static_cast<uint32_t>(n));
        return Value::None();
      case kFrame:
        // Its contents are fetched at once; what ends it plays no part.
        if (!Number(8, &n)) return Value::None();
        if (n > INT64_MAX) {
          return cx_.Raise(Exc::kValueError, "FRAME length exceeds system's maximum of {} bytes",
                           INT64_MAX);
        }
        if (data_.size() - at_ < n) {
          if (!state_.from_file) return Fail("pickle data was truncated");
          missing_ = n - (data_.size() - at_);
        }
        return Value::None();
      case kMark: state_.marks.push_back(state_.stack.size()); return Value::None();
      case kStop:
        if (!Has(1)) return Underflow();
        reader_->done.Store(1);
        return Pop();
      case pickle_op::kNone: return Push(Value::None());
      case kNewTrue: return Push(Value::True());
      case kNewFalse: return Push(Value::False());
      case kBinInt:
        return Number(4, &n) ? Push(Value::Small(static_cast<int32_t>(n))) : Value::None();
      case kBinInt1:
        return Number(1, &n) ? Push(Value::Small(static_cast<int64_t>(n))) : Value::None();
      case kBinInt2:
        return Number(2, &n) ? Push(Value::Small(static_cast<int64_t>(n))) : Value::None();
      case kLong1: return Counted(1, &bytes) ? PushLong(bytes) : Value::None();
      case kLong4: {
        const size_t start = at_;
        if (!Number(4, &n)) return Value::None();
        if (static_cast<int32_t>(n) < 0) return Fail("LONG pickle has negative byte count");
        at_ = start;
        return Counted(4, &bytes) ? PushLong(bytes) : Value::None();
      }
      case kBinFloat: {
        if (!Take(8, &bytes)) return Value::None();
        uint64_t bits = 0;
        for (const char c : bytes) bits = bits << 8 | static_cast<uint8_t>(c);
        return Push(Value::Double(__builtin_bit_cast(double, bits)));
      }
      case kShortBinUnicode: return Counted(1, &bytes) ? PushText(bytes) : Value::None();
      case kBinUnicode: return Counted(4, &bytes) ? PushText(bytes) : Value::None();
      case kBinUnicode8: return Large(&bytes, "BINUNICODE8") ? PushText(bytes) : large_;
      case kShortBinBytes: return Counted(1, &bytes) ? PushBytes(bytes) : Value::None();
      case kBinBytes: return Counted(4, &bytes) ? PushBytes(bytes) : Value::None();
      case kBinBytes8: return Large(&bytes, "BINBYTES8") ? PushBytes(bytes) : large_;
      case kByteArray8:
        return Large(&bytes, "BYTEARRAY8") ? Push(Value::Of(NewByteArray(cx_.heap, bytes)))
                                           : large_;
      case kShortBinString:
      case kBinString:
        if (!Counted(op == kBinString ? 4 : 1, &bytes)) return Value::None();
        return CallOwner("_decoded", Awaited::kPush, {Value::Of(NewBytes(cx_.heap, bytes))});
      case kEmptyTuple: return Push(cx_.runtime.empty_tuple.Load());
      case kEmptyList: return Push(Value::Of(NewList(cx_.heap)));
      case kEmptyDict: return Push(Value::Of(NewDict(cx_.heap)));
      case kEmptySet: return Push(Value::Of(NewSet(cx_.heap)));
      case kTuple1:
      case kTuple2:
      case kTuple3: {
        const size_t count = static_cast<uint8_t>(op) - static_cast<uint8_t>(kTuple1) + size_t{1};
        if (!Has(count)) return Underflow();
        const Value tuple = TupleOf({&*state_.stack.end() - count, count});
        state_.stack.resize(state_.stack.size() - count);
        return Push(tuple);
      }
      case kMemoize: return Remember(state_.count);
      case kBinPut: return Number(1, &n) ? Remember(n) : Value::None();
      case kLongBinPut: return Number(4, &n) ? Remember(n) : Value::None();
      case kBinGet: return Number(1, &n) ? Recall(n) : Value::None();
      case kLongBinGet: return Number(4, &n) ? Recall(n) : Value::None();
      case kPut:
      case kGet: return DoTextIndex(op);
      case kPop:
        if (!state_.marks.empty() && state_.stack.size() == state_.marks.back()) {
          state_.marks.pop_back();
        } else if (state_.stack.empty()) {
          return Underflow();
        } else {
          state_.stack.pop_back();
        }
        return Value::None();
      case kDup: return Has(1) ? Push(state_.stack.back()) : Underflow();
      case kAppend:
      case kSetItem: return DoOne(op);
      case kReduce: return DoReduce();
      case kNewObj:
      case kNewObjEx: return DoNewObject(op);
      case kBuild: return DoBuild();
      case kStackGlobal: {
        if (!Has(2)) return Underflow();
        const Value name = Pop(), module = Pop();
        if (!IsStr(name) || !IsStr(module)) return Fail("STACK_GLOBAL requires str");
        return CallOwner("_find", Awaited::kPush, {module, name});
      }
      case kExt1:
      case kExt2:
      case kExt4:
        if (!Number(op == kExt1 ? 1 : op == kExt2 ? 2 : 4, &n)) return Value::None();
        return CallOwner("_extension", Awaited::kPush,
                         {op == kExt4 ? Value::Small(static_cast<int32_t>(n))
                                      : Value::Small(static_cast<int64_t>(n))});
      case kBinPersId:
        if (!Has(1)) return Underflow();
        return CallOwner("_persistent_load", Awaited::kPush, {Pop()});
      case kNextBuffer: return CallOwner("_next_buffer", Awaited::kPush, {});
      case kReadOnlyBuffer:
        if (!Has(1)) return Underflow();
        return Call("_readonly_buffer", Awaited::kReplace, {state_.stack.back()});
      case kPopMark:
      case pickle_op::kTuple:
      case pickle_op::kList:
      case pickle_op::kDict:
      case kFrozenSet:
      case kAppends:
      case kSetItems:
      case kAddItems:
      case kObj: {
        std::vector<Value> items;
        if (!PopMark(&items)) return Fail("could not find MARK");
        return DoItems(op, items);
      }
      default: break;
    }
    return DoText(op);
  }

  Value large_;
  // Eight bytes of length. False with `large_` the outcome.
  bool Large(std::string_view* out, const char* name) {
    uint64_t count;
    large_ = Value::None();
    if (!Number(8, &count)) return false;
    if (count > INT64_MAX) {
      large_ = cx_.Raise(Exc::kOverflowError, "{} exceeds system's maximum size of {} bytes", name,
                         INT64_MAX);
      return false;
    }
    return Take(count, out);
  }

  Value PushLong(std::string_view bytes) {
    const Value v = IntFromBytes(
        cx_, {reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size()}, false, true);
    return v.IsUndefined() ? v : Push(v);
  }
  Value PushText(std::string_view bytes) {
    const Value v = DecodeBytes(cx_, bytes, "utf-8", "surrogatepass");
    return v.IsUndefined() ? v : Push(v);
  }
  Value PushBytes(std::string_view bytes) { return Push(Value::Of(NewBytes(cx_.heap, bytes))); }

  Value DoTextIndex(char op) {
    std::string_view line;
    Value outcome;
    if (!FilledLine(&line, &outcome)) return outcome;
    const Value index = IntFromText(cx_, line, 10, Value::Of(NewBytes(cx_.heap, line)));
    uint64_t n = 0;
    if (index.IsUndefined()) return index;
    if (!IntToUint64(index, &n)) {
      return op == kPut ? cx_.Raise(Exc::kValueError, "negative PUT argument")
                        : Fail(fmt::format("Memo value not found at index {}", line));
    }
    return op == kPut ? Remember(n) : Recall(n);
  }

  // Opcodes of the first protocols, whose arguments are lines.
  Value DoText(char op) {
    std::string_view line, second;
    Value outcome;
    const auto bytes = [&](std::string_view s) { return Value::Of(NewBytes(cx_.heap, s)); };
    switch (op) {
      case pickle_op::kInt:
      case pickle_op::kLong:
      case pickle_op::kFloat:
        if (!FilledLine(&line, &outcome)) return outcome;
        return CallOwner("_from_line", Awaited::kPush, {Value::Small(op), bytes(line)});
      case pickle_op::kString:
      case pickle_op::kUnicode:
        if (!Line(&line)) return Value::None();
        return CallOwner("_from_line", Awaited::kPush, {Value::Small(op), bytes(line)});
      case kPersId:
        if (!Line(&line)) return Value::None();
        return CallOwner("_persistent_line", Awaited::kPush, {bytes(line)});
      case kGlobal:
        if (!FilledLine(&line, &outcome) || !FilledLine(&second, &outcome)) return outcome;
        return CallOwner("_find_line", Awaited::kPush, {bytes(line), bytes(second)});
      case kInst: {
        if (!FilledLine(&line, &outcome) || !FilledLine(&second, &outcome)) return outcome;
        std::vector<Value> items;
        if (!PopMark(&items)) return Fail("could not find MARK");
        return CallOwner("_inst", Awaited::kPush, {bytes(line), bytes(second), ListOf(items)});
      }
      default: break;
    }
    const auto byte = static_cast<uint8_t>(op);
    if (byte >= 0x20 && byte < 0x7f && op != '\'' && op != '\\') {
      return Fail(fmt::format("invalid load key, '{}'.", std::string_view(&op, 1)));
    }
    return Fail(fmt::format("invalid load key, '\\x{:02x}'.", static_cast<uint32_t>(byte)));
  }

  static bool IsPlain(Value v, Kind kind) {
    return v.Is(kind) && (v.object()->flags & kSubclass) == 0;
  }

  Value DoOne(char op) {
    const size_t count = op == kAppend ? 1 : 2;
    if (!Has(count + 1)) return Underflow();
    const std::vector<Value> items(state_.stack.end() - static_cast<std::ptrdiff_t>(count),
                                   state_.stack.end());
    state_.stack.resize(state_.stack.size() - count);
    return DoItems(op == kAppend ? kAppends : kSetItems, items);
  }

  Value DoItems(char op, const std::vector<Value>& items) {
    switch (op) {
      case kPopMark: return Value::None();
      case pickle_op::kTuple: return Push(TupleOf(items));
      case pickle_op::kList: return Push(ListOf(items));
      case pickle_op::kDict:
        if (items.size() % 2 != 0) return Fail("odd number of items for DICT");
        Push(Value::Of(NewDict(cx_.heap)));
        return SetItems(items);
      case kFrozenSet: {
        Set* const set = NewFrozenSet(cx_.heap);
        for (const Value item : items) {
          const Find added = SetAdd(cx_, set, item);
          if (added == Find::kRaised) return Value::Raised();
          if (added == Find::kPython) return Call("_frozenset", Awaited::kPush, {ListOf(items)});
        }
        return Push(Value::Of(set));
      }
      case kObj: {
        if (items.empty()) return Underflow();
        return Call("_instantiate", Awaited::kPush, {ListOf(items)});
      }
      default: break;
    }
    if (!Has(1)) return Underflow();
    const Value target = state_.stack.back();
    if (op == kAppends) {
      if (items.empty()) return Value::None();
      if (!IsPlain(target, Kind::kList)) {
        return Call("_appended", Awaited::kReplace, {target, ListOf(items)});
      }
      for (const Value item : items) ListAppend(cx_, target.As<List>(), item);
      return Value::None();
    }
    if (op == kSetItems) {
      if (items.size() % 2 != 0) return Fail("odd number of items for SETITEMS");
      return SetItems(items);
    }
    if (IsPlain(target, Kind::kSet)) {
      bool done = true;
      for (const Value item : items) {
        const Find added = SetAdd(cx_, target.As<Set>(), item);
        if (added == Find::kRaised) return Value::Raised();
        done = done && added != Find::kPython;
      }
      if (done) return Value::None();
    }
    return Call("_added", Awaited::kReplace, {target, ListOf(items)});
  }

  // Into the dict or other mapping on top of the stack.
  Value SetItems(const std::vector<Value>& items) {
    const Value target = state_.stack.back();
    size_t i = 0;
    if (IsPlain(target, Kind::kDict)) {
      for (; i < items.size(); i += 2) {
        const Find stored = DictStore(cx_, target.As<Dict>(), items[i], items[i + 1]);
        if (stored == Find::kRaised) return Value::Raised();
        if (stored == Find::kPython) break;
      }
      if (i == items.size()) return Value::None();
    }
    const std::vector<Value> rest(items.begin() + static_cast<std::ptrdiff_t>(i), items.end());
    if (rest.empty()) return Value::None();
    return Call("_with_items", Awaited::kReplace, {target, ListOf(rest)});
  }

  Value DoReduce() {
    if (!Has(2)) return Underflow();
    const Value args = Pop(), function = Pop();
    if (!IsPlain(args, Kind::kTuple)) {
      return Call("_reduce", Awaited::kPush, {function, args});
    }
    state_.awaited = Awaited::kPush;
    cx_.TailCall(function, {});
    for (uint32_t i = 0; i < args.As<Tuple>()->length; ++i) {
      cx_.tail.args.push_back(args.As<Tuple>()->Get(i));
    }
    return Value::TailCall();
  }

  Value DoNewObject(char op) {
    const size_t count = op == kNewObj ? 2 : 3;
    if (!Has(count)) return Underflow();
    const Value keywords = op == kNewObj ? Value::False() : Pop();
    const Value args = Pop(), cls = Pop();
    // What object.__new__(cls) makes.
    if (cls.Is(Kind::kType) && args == cx_.runtime.empty_tuple.Load() && keywords.IsFalse()) {
      Type* const type = cls.As<Type>();
      if (type->Has(kHeapType) && type->instance_kind == Kind::kInstance &&
          type->Has(kDefaultNew) && !type->Has(kAbstract)) {
        return Push(Value::Of(NewInstance(cx_, type)));
      }
    }
    return Call("_new_object", Awaited::kPush, {cls, args, keywords});
  }

  Value DoBuild() {
    if (!Has(2)) return Underflow();
    const Value state = Pop(), target = state_.stack.back();
    if (IsPlain(state, Kind::kDict) && BuildPlainly(target, state.As<Dict>())) return Value::None();
    return Call("_built", Awaited::kReplace, {target, state});
  }

  // Whether the state of an ordinary instance could be set without Python code.
  bool BuildPlainly(Value target, Dict* state) {
    if (!target.Is(Kind::kInstance)) return false;
    Type* const type = target.object()->type.Load();
    Value key, value;
    for (DictCursor cursor(state); cursor.Next(&key, &value);) {
      if (!IsPlain(key, Kind::kStr)) return false;
    }
    if (type->Has(kCustomGetAttribute) || type->Has(kHasGetAttr) || type->Has(kCustomSetAttr) ||
        !LookupInMro(type, cx_.Intern("__setstate__")).IsUndefined()) {
      return false;
    }
    for (DictCursor cursor(state); cursor.Next(&key, &value);) {
      Str* const name = cx_.Intern(key.As<Str>());
      const AttributeStore stored = StoreAttributeGeneric(cx_, target, name, value);
      // A data descriptor is passed over by what goes into the instance's dict.
      if (stored.kind == AttributeStore::kCall || stored.kind == AttributeStore::kRaised) {
        cx_.pending = Value();
        return false;
      }
    }
    return true;
  }

  Context& cx_;
  Reader* const reader_;
  ReaderState& state_;
  std::string_view data_;
  size_t at_ = 0;
  uint64_t missing_ = 0;  // how many bytes an opcode lacks; kLine: the end of a line
};

Reader* Self(Args args) { return args[0].As<Reader>(); }

Value TakeStep(Context& cx, Args args) {
  const MachineUse use(cx, &Self(args)->turn, args[1]);
  if (!use) return Value::Raised();
  return Step(cx, Self(args)).Run(args[2]);
}

// begin(): the number of the run that reads the next object.
Value Begin(Context& cx, Args args) {
  MachineUse use(cx, &Self(args)->turn);
  if (!use) return Value::Raised();
  ReaderState& state = *Self(args)->state;
  state.stack.clear();
  state.marks.clear();
  state.awaited = Awaited::kNothing;
  Self(args)->done.Store(0);
  Self(args)->protocol.Store(0);
  return use.Begin();
}

// left(): how many of the bytes that came from the file were not read.
Value Left(Context& cx, Args args) {
  const MachineUse use(cx, &Self(args)->turn);
  if (!use) return Value::Raised();
  const ReaderState& state = *Self(args)->state;
  return Value::Small(static_cast<int64_t>(state.data.size() - state.at));
}

// memo(): a dict of index and object; set_memo(dict) with ints as keys.
Value GetMemo(Context& cx, Args args) {
  const MachineUse use(cx, &Self(args)->turn);
  if (!use) return Value::Raised();
  const ReaderState& state = *Self(args)->state;
  Dict* const dict = NewDict(cx.heap);
  for (size_t i = 0; i < state.memo.size(); ++i) {
    if (state.memo[i].IsUndefined()) continue;
    DictStore(cx, dict, Value::Small(static_cast<int64_t>(i)), state.memo[i]);
  }
  for (const auto& [index, v] : state.sparse) {
    DictStore(cx, dict, IntFromUint64(cx.heap, index), v);
  }
  return Value::Of(dict);
}
Value SetMemo(Context& cx, Args args) {
  const MachineUse use(cx, &Self(args)->turn);
  if (!use) return Value::Raised();
  ReaderState& state = *Self(args)->state;
  state.memo.clear();
  state.sparse.clear();
  DictCursor cursor(args[1].As<Dict>());
  Value key, value;
  while (cursor.Next(&key, &value)) {
    uint64_t index;
    if (IsInt(key) && IntToUint64(key, &index)) state.sparse[index] = value;
  }
  state.count = state.sparse.size();
  return Value::None();
}

Value GetDone(Context&, Args args) { return Value::Bool(Self(args)->done.Load() != 0); }
Value GetProtocol(Context&, Args args) { return Value::Small(Self(args)->protocol.Load()); }

constexpr NativeDef kMethods[] = {
    {"begin", Begin, "self, /"},
    {"step", TakeStep, "self, run, value, /"},
    {"left", Left, "self, /"},
    {"memo", GetMemo, "self, /"},
    {"set_memo", SetMemo, "self, memo, /"},
    {nullptr, nullptr, nullptr},
};
constexpr GetSetDef kGetSets[] = {
    {"done", GetDone, nullptr},
    {"protocol", GetProtocol, nullptr},
    {nullptr, nullptr, nullptr},
};

}  // namespace

// reader(owner, data): data None reads a file through the owner.
Value NewPickleReader(Context& cx, Args args) {
  auto* reader = cx.heap.New<Reader>(Kind::kNative1);
  reader->type.Store(BuiltinTypeOf(cx.runtime, &kPickleReaderType));
  reader->state = new ReaderState();
  reader->state->from_file = args[1].IsNone();
  reader->owner.Store(args[0]);
  if (args[1].Is(Kind::kBytes)) reader->source.Store(args[1]);
  reader->layout = &kLayout;
  cx.heap.heap().RegisterFinalizable(reader);
  return Value::Of(reader);
}

const TypeDef kPickleReaderType = {"PickleReader", "_pickler", Kind::kNative1,
                                   kMethods,       kGetSets,   kNotBase | kNoInstances,
                                   sizeof(Reader), nullptr};

}  // namespace heddle::lib
