// The native half of pickle.Pickler. Byte for byte what CPython's _pickle writes.
#include <algorithm>
#include <vector>

#include "base/hash.h"
#include "lib/module_tables.h"
#include "lib/pickle_machines.h"
#include "lib/text_natives.h"
#include "objects/array.h"
#include "objects/attribute.h"
#include "objects/bytes.h"
#include "objects/dict.h"
#include "objects/function.h"
#include "objects/list.h"
#include "objects/native_object.h"
#include "objects/set.h"
#include "objects/shape.h"
#include "objects/tuple.h"
#include "objects/type_building.h"

namespace heddle::lib {

namespace {

using namespace pickle_op;  // NOLINT(google-build-using-namespace)

constexpr uint32_t kBatch = 1000;
constexpr size_t kFrameTarget = 64 * 1024;
constexpr size_t kFrameMin = 4;
constexpr size_t kFrameHeader = 9;
constexpr size_t kNoFrame = ~size_t{0};
constexpr int kJobsPerStep = 20'000;
// A __reduce__ that always leads to another object would fill the memory.
constexpr size_t kMaxJobs = 3'000'000;

enum class Task : uint8_t {
  kSave,          // value
  kSaveOwn,       // value, without asking for a persistent id
  kEmit,          // `count` opcodes `op`
  kMemoize,       // value
  kTupleEnd,      // value, whose items are written
  kFrozenEnd,     // value
  kItems,         // value: Array of `end` items, `at`: they go into a list (op kAppends) or set
  kPairs,         // value: Array of keys and values; source: the Dict, or Undefined
  kFromIterator,  // value: iterator; op kAppends or kSetItems
  kReduceMemo,    // value: what __reduce__ was asked of
  kBytes,         // value: bytes to write
  // What the value that comes from Python is for.
  kNothing,
  kReduced,       // a plan; value: the object
  kGlobal,        // bytes, or a tuple; value: the object
  kTaken,         // a list of the next items; value: the iterator
  kPersistentId,  // value: the object
  kBuffer,        // the bytes or bytearray that stands for a buffer, or None; value: the buffer
};

struct Job {
  Task task = Task::kNothing;
  char op = 0;
  uint32_t at = 0, end = 0;
  Value value = Value(), source = Value();
};

// Object → index.
class Memo {
 public:
  uint32_t size() const { return static_cast<uint32_t>(objects_.size()); }
  const std::vector<Value>& objects() const { return objects_; }

  bool Find(Value object, uint32_t* index) const {
    if (slots_.empty()) return false;
    for (size_t i = Hash(object);; ++i) {
      const uint32_t slot = slots_[i & (slots_.size() - 1)];
      if (slot == 0) return false;
      if (objects_[slot - 1] == object) {
        *index = slot - 1;
        return true;
      }
    }
  }
  void Add(Value object) {
    objects_.push_back(object);
    if (objects_.size() * 2 > slots_.size()) {
      slots_.assign(std::max<size_t>(64, slots_.size() * 2), 0);
      for (uint32_t i = 0; i < objects_.size(); ++i) Place(i);
    } else {
      Place(size() - 1);
    }
  }
  void Clear() {
    objects_.clear();
    slots_.clear();
  }

 private:
  static size_t Hash(Value object) { return base::MixBits(object.bits()); }
  void Place(uint32_t index) {
    size_t i = Hash(objects_[index]);
    while (slots_[i & (slots_.size() - 1)] != 0) ++i;
    slots_[i & (slots_.size() - 1)] = index + 1;
  }

  std::vector<Value> objects_;
  std::vector<uint32_t> slots_;  // index + 1
};

struct WriterState {
  std::string out;
  size_t frame = kNoFrame;  // where its header is
  std::vector<Job> jobs;
  Job awaited;
  Memo memo;
  uint32_t plain_version = 0;  // of the type that IsPlainInstance() last found to be so
  std::vector<Value> chunks;   // what went before `out`, when it is written piecewise
};

struct Writer : NativeObject {
  WriterState* state;
  Slot owner;  // the Pickler
  Slot table;  // its dispatch table
  uint32_t protocol;
  Relaxed<uint32_t> flags;
  Relaxed<uint32_t> done;
  MachineTurn turn;
};
enum WriterFlags : uint32_t {
  kFast = 1,
  kAsksPersistent = 2,  // persistent_id was overridden
  kAsksReducer = 4,     // there is a reducer_override
  kPiecewise = 8,       // large contents go to a file on their own
  kPlainGlobals = 16,   // by module and name: protocol 4 on, and no extension codes
};

void TraceWriter(Object* object, heap::Marker& marker) {
  auto* writer = static_cast<Writer*>(object);
  marker.Visit(writer->owner);
  marker.Visit(writer->table);
  const WriterState& state = *writer->state;
  const auto visit = [&](const Job& job) {
    marker.Visit(job.value);
    marker.Visit(job.source);
  };
  for (const Job& job : state.jobs) visit(job);
  visit(state.awaited);
  for (const Value object : state.memo.objects()) marker.Visit(object);
  for (const Value chunk : state.chunks) marker.Visit(chunk);
}

void FinalizeWriter(Object* object) { delete static_cast<Writer*>(object)->state; }

constexpr NativeLayout kLayout = {TraceWriter, FinalizeWriter};

std::string LittleEndian(uint64_t n, int bytes) {
  std::string out;
  for (int i = 0; i < bytes; ++i, n >>= 8) out.push_back(static_cast<char>(n));
  return out;
}

// One step of a writer, which nobody else can take meanwhile.
class Step {
 public:
  Step(Context& cx, Writer* writer)
      : cx_(cx), writer_(writer), state_(*writer->state), protocol_(writer->protocol) {}

  // None, a tail call or Raised.
  Value Run(Value given) {
    if (state_.awaited.task != Task::kNothing) {
      const Job job = state_.awaited;
      state_.awaited = Job();
      if (const Value call = Deliver(job, given); !call.IsNone()) return call;
    }
    for (int i = 0; i < kJobsPerStep; ++i) {
      if (state_.jobs.empty()) {
        Put(kStop);
        if (protocol_ >= 4) CloseFrame();
        writer_->done.Store(1);
        return Value::None();
      }
      if (state_.jobs.size() > kMaxJobs) {
        return cx_.Raise(Exc::kRecursionError,
                         "maximum recursion depth exceeded while pickling an object");
      }
      const Job job = state_.jobs.back();
      state_.jobs.pop_back();
      if (const Value call = Do(job); !call.IsNone()) return call;
    }
    return Value::None();
  }

 private:
  bool binary() const { return protocol_ >= 1; }
  bool Flag(WriterFlags flag) const { return (writer_->flags.Load() & flag) != 0; }

  // ---- output

  void StartFrame() {
    if (protocol_ < 4 || state_.frame != kNoFrame) return;
    state_.frame = state_.out.size();
    state_.out.append(kFrameHeader, '\0');
  }
  void Put(char op) {
    StartFrame();
    state_.out.push_back(op);
  }
  void Put(std::string_view data) {
    StartFrame();
    state_.out.append(data);
  }
  void Put(char op, std::string_view data) {
    Put(op);
    state_.out.append(data);
  }
  void CloseFrame() {
    if (state_.frame == kNoFrame) return;
    const size_t length = state_.out.size() - state_.frame - kFrameHeader;
    if (length >= kFrameMin) {
      state_.out[state_.frame] = kFrame;
      state_.out.replace(state_.frame + 1, 8, LittleEndian(length, 8));
    } else {
      state_.out.erase(state_.frame, kFrameHeader);
    }
    state_.frame = kNoFrame;
  }
  void Flush() {
    if (!Flag(kPiecewise) || state_.out.empty()) return;
    state_.chunks.push_back(Value::Of(NewBytes(cx_.heap, state_.out)));
    state_.out.clear();
  }
  // A frame that is full ends where an object begins.
  void AtBoundary() {
    if (state_.frame == kNoFrame ||
        state_.out.size() - state_.frame - kFrameHeader < kFrameTarget) {
      return;
    }
    CloseFrame();
    Flush();
  }
  // Large contents stand outside of the frames.
  void PutContents(char op, std::string_view count, std::string_view data, Value object) {
    if (data.size() < kFrameTarget) {
      Put(op, count);
      state_.out.append(data);
      return;
    }
    CloseFrame();
    state_.out.push_back(op);
    state_.out.append(count);
    if (Flag(kPiecewise) && object.Is(Kind::kBytes)) {
      Flush();
      state_.chunks.push_back(object);
    } else {
      state_.out.append(data);
      Flush();
    }
  }

  // ---- jobs

  void Push(Task task, Value value) { state_.jobs.push_back({.task = task, .value = value}); }
  void PushEmit(char op, uint32_t count = 1) {
    state_.jobs.push_back({.task = Task::kEmit, .op = op, .end = count});
  }
  // The function of the library that does what takes Python code; its result is for `task`.
  Value Ask(const char* function, Task task, Value value, std::initializer_list<Value> args) {
    state_.awaited = {.task = task, .value = value};
    cx_.TailCall(Library::kInModule, {cx_.NewString("pickle"), cx_.NewString(function)});
    cx_.tail.args.insert(cx_.tail.args.end(), args);
    return Value::TailCall();
  }
  Value Owner() const { return writer_->owner.Load(); }

  void Memoize(Value object) {
    if (Flag(kFast)) return;
    const uint32_t index = state_.memo.size();
    state_.memo.Add(object);
    if (protocol_ >= 4) return Put(kMemoize);
    if (!binary()) return Put(kPut, std::to_string(index) + "\n");
    if (index < 256) return Put(kBinPut, LittleEndian(index, 1));
    Put(kLongBinPut, LittleEndian(index, 4));
  }
  void PutGet(uint32_t index) {
    if (!binary()) return Put(kGet, std::to_string(index) + "\n");
    if (index < 256) return Put(kBinGet, LittleEndian(index, 1));
    Put(kLongBinGet, LittleEndian(index, 4));
  }

  // Whether an object is in the memo already when it is complete: it was met among its own items or
  // arguments. Then that one takes the place of what was written since.
  bool HasMetItself(Value object, char pop) {
    uint32_t index;
    if (!state_.memo.Find(object, &index)) return false;
    Put(pop);
    PutGet(index);
    return true;
  }

  Value Do(const Job& job) {
    switch (job.task) {
      case Task::kSave: return Save(job.value, true);
      case Task::kSaveOwn: return Save(job.value, false);
      case Task::kEmit:
        for (uint32_t i = 0; i < job.end; ++i) Put(job.op);
        return Value::None();
      case Task::kBytes: Put(BytesView(job.value)); return Value::None();
      case Task::kMemoize: Memoize(job.value); return Value::None();
      case Task::kTupleEnd: EndTuple(job.value); return Value::None();
      case Task::kFrozenEnd:
        if (HasMetItself(job.value, kPopMark)) return Value::None();
        Put(kFrozenSet);
        Memoize(job.value);
        return Value::None();
      case Task::kItems: return DoItems(job);
      case Task::kPairs: return DoPairs(job);
      case Task::kFromIterator: {
        const bool pairs = job.op == kSetItems;
        const Value call = Ask("_take", Task::kTaken, job.value,
                               {job.value, Value::Small(kBatch), Value::Bool(pairs)});
        state_.awaited.op = job.op;
        return call;
      }
      case Task::kReduceMemo:
        if (!HasMetItself(job.value, kPop)) Memoize(job.value);
        return Value::None();
      default: return Value::None();
    }
  }

  Value Save(Value v, bool ask) {
    AtBoundary();
    if (ask && Flag(kAsksPersistent)) {
      return Ask("_persistent_id", Task::kPersistentId, v, {Owner(), v});
    }
    if (v.IsNone()) {
      Put(pickle_op::kNone);
      return Value::None();
    }
    if (v.IsBool()) return SaveBool(v);
    const bool plain = !v.IsObject() || (v.object()->flags & kSubclass) == 0;
    if (plain && IsInt(v)) return SaveInt(v);
    if (v.IsDouble()) return SaveFloat(v.dbl());
    uint32_t index;
    if (state_.memo.Find(v, &index)) {
      PutGet(index);
      return Value::None();
    }
    if (plain && v.IsObject()) {
      switch (v.object()->kind) {
        case Kind::kStr: return SaveStr(v);
        case Kind::kBytes:
          if (protocol_ >= 3) return SaveBytes(v, v.As<Bytes>()->view());
          return Reduced("_reduce_bytes", v);
        case Kind::kTuple: return SaveTuple(v);
        case Kind::kList: return SaveList(v);
        case Kind::kDict: return SaveDict(v);
        case Kind::kSet:
        case Kind::kFrozenSet: return SaveSet(v);
        case Kind::kByteArray: return SaveByteArray(v);
        default: break;
      }
    }
    if (!Flag(kAsksReducer)) {
      if (v.Is(Kind::kFunction) ||
          (v.Is(Kind::kType) && v.object()->type.Load() == cx_.runtime.type_type)) {
        return SaveGlobal(v, Value::None());
      }
      if (IsPlainInstance(v)) return SaveInstance(v);
    }
    return Ask("_reduced", Task::kReduced, v, {Owner(), v});
  }

  Value Reduced(const char* function, Value v) { return Ask(function, Task::kReduced, v, {v}); }

  Value SaveBool(Value v) {
    if (protocol_ >= 2) {
      Put(v.IsTrue() ? kNewTrue : kNewFalse);
    } else {
      Put(v.IsTrue() ? "I01\n" : "I00\n");
    }
    return Value::None();
  }

  Value SaveInt(Value v) {
    int64_t n;
    if (IntToInt64(v, &n) && n >= INT32_MIN && n <= INT32_MAX) {
      if (!binary()) {
        Put(kInt, std::to_string(n) + "\n");
      } else if (n < 0 || n > 0xffff) {
        Put(kBinInt, LittleEndian(static_cast<uint64_t>(n), 4));
      } else if (n > 0xff) {
        Put(kBinInt2, LittleEndian(static_cast<uint64_t>(n), 2));
      } else {
        Put(kBinInt1, LittleEndian(static_cast<uint64_t>(n), 1));
      }
      return Value::None();
    }
    if (protocol_ < 2) {
      Put(kLong, IntToString(v) + "L\n");
      return Value::None();
    }
    std::string data(IntBitLength(v) / 8 + 1, '\0');
    IntToBytes(cx_, v, {reinterpret_cast<uint8_t*>(data.data()), data.size()}, false, true);
    if (IntSign(v) < 0 && data.size() > 1 && data.back() == '\xff' &&
        (data[data.size() - 2] & 0x80) != 0) {
      data.pop_back();
    }
    if (data.size() < 256) {
      Put(kLong1, LittleEndian(data.size(), 1) + data);
    } else {
      Put(kLong4, LittleEndian(data.size(), 4) + data);
    }
    return Value::None();
  }

  Value SaveFloat(double d) {
    if (binary()) {
      std::string data = LittleEndian(__builtin_bit_cast(uint64_t, d), 8);
      std::reverse(data.begin(), data.end());
      Put(kBinFloat, data);
    } else {
      Put(kFloat, FloatReprText(d) + "\n");
    }
    return Value::None();
  }

  Value SaveStr(Value v) {
    auto* const text = v.As<Str>();
    if (binary()) {
      std::string storage;
      const std::string_view data = StrView(text, &storage);
      const size_t n = data.size();
      if (n <= 0xff && protocol_ >= 4) {
        Put(kShortBinUnicode, LittleEndian(n, 1));
        state_.out.append(data);
      } else {
        PutContents(kBinUnicode, LittleEndian(n, 4), data, Value());
      }
    } else {
      std::string data;
      for (uint32_t i = 0; i < text->length; ++i) {
        const char32_t c = text->At(i);
        if (c > 0xffff) {
          data += fmt::format("\\U{:08x}", static_cast<uint32_t>(c));
        } else if (c > 0xff || c == '\\' || c == 0 || c == '\n' || c == '\r' || c == 0x1a) {
          data += fmt::format("\\u{:04x}", static_cast<uint32_t>(c));
        } else {
          data.push_back(static_cast<char>(c));
        }
      }
      Put(kUnicode, data + "\n");
    }
    Memoize(v);
    return Value::None();
  }

  Value SaveBytes(Value v, std::string_view data) {
    const size_t n = data.size();
    if (n <= 0xff) {
      Put(kShortBinBytes, LittleEndian(n, 1));
      state_.out.append(data);
    } else {
      PutContents(kBinBytes, LittleEndian(n, 4), data, v);
    }
    Memoize(v);
    return Value::None();
  }

  Value SaveByteArray(Value v) {
    if (protocol_ < 5) return Reduced("_reduce_bytearray", v);
    const std::string data = BytesCopy(v);
    PutContents(kByteArray8, LittleEndian(data.size(), 8), data, Value());
    Memoize(v);
    return Value::None();
  }

  Value SaveTuple(Value v) {
    auto* const tuple = v.As<Tuple>();
    if (tuple->length == 0) {
      if (binary()) {
        Put(kEmptyTuple);
      } else {
        Put(kMark);
        Put(pickle_op::kTuple);
      }
      return Value::None();
    }
    if (tuple->length > 3 || protocol_ < 2) Put(kMark);
    Push(Task::kTupleEnd, v);
    for (uint32_t i = tuple->length; i-- > 0;) Push(Task::kSave, tuple->Get(i));
    return Value::None();
  }

  void EndTuple(Value v) {
    const uint32_t n = v.As<Tuple>()->length;
    const bool is_short = n <= 3 && protocol_ >= 2;
    uint32_t index;
    if (state_.memo.Find(v, &index)) {
      // The tuple met itself in its items.
      if (is_short || !binary()) {
        for (uint32_t i = 0; i < (is_short ? n : n + 1); ++i) Put(kPop);
      } else {
        Put(kPopMark);
      }
      return PutGet(index);
    }
    Put(is_short ? static_cast<char>(kTuple1 + (n - 1)) : pickle_op::kTuple);
    Memoize(v);
  }

  void PutEmpty(char empty, char from_mark) {
    if (binary()) return Put(empty);
    Put(kMark);
    Put(from_mark);
  }

  Value SaveList(Value v) {
    PutEmpty(kEmptyList, pickle_op::kList);
    Memoize(v);
    uint32_t count = 0;
    Array* const items = ListSnapshot(cx_, v.As<List>(), &count);
    if (count != 0) {
      state_.jobs.push_back(
          {.task = Task::kItems, .op = kAppends, .end = count, .value = Value::Of(items)});
    }
    return Value::None();
  }

  Value SaveDict(Value v) {
    PutEmpty(kEmptyDict, pickle_op::kDict);
    Memoize(v);
    std::vector<Value> pairs;
    DictCursor cursor(v.As<Dict>());
    Value key, value;
    while (cursor.Next(&key, &value)) pairs.insert(pairs.end(), {key, value});
    PushPairs(pairs, v);
    return Value::None();
  }

  void PushPairs(const std::vector<Value>& pairs, Value source) {
    if (pairs.empty()) return;
    state_.jobs.push_back({.task = Task::kPairs,
                           .op = kSetItems,
                           .end = static_cast<uint32_t>(pairs.size()),
                           .value = ArrayOf(pairs),
                           .source = source});
  }

  Value ArrayOf(const std::vector<Value>& items) {
    Array* const array = NewArray(cx_.heap, static_cast<uint32_t>(items.size()));
    for (size_t i = 0; i < items.size(); ++i) array->slots()[i].Store(items[i]);
    return Value::Of(array);
  }

  Value SaveSet(Value v) {
    if (protocol_ < 4) return Reduced("_reduce_set", v);
    std::vector<Value> items;
    SetCursor cursor(v.As<Set>());
    Value item;
    while (cursor.Next(&item)) items.push_back(item);
    if (v.Is(Kind::kFrozenSet)) {
      Put(kMark);
      Push(Task::kFrozenEnd, v);
      for (size_t i = items.size(); i-- > 0;) Push(Task::kSave, items[i]);
      return Value::None();
    }
    Put(kEmptySet);
    Memoize(v);
    if (!items.empty()) {
      state_.jobs.push_back({.task = Task::kItems,
                             .op = kAddItems,
                             .end = static_cast<uint32_t>(items.size()),
                             .value = ArrayOf(items)});
    }
    return Value::None();
  }

  // The next of a container's items, and then this job again.
  Value DoItems(const Job& job) {
    Job next = job;
    if (!binary() || (job.op == kAppends && job.end == 1)) {
      if (job.at != 0) Put(kAppend);
      if (job.at == job.end) return Value::None();
    } else {
      if (job.at != 0 && (job.at % kBatch == 0 || job.at == job.end)) Put(job.op);
      if (job.at == job.end) {
        // A number of batches of a set without a rest is followed by an empty one, as in CPython.
        if (job.op == kAddItems && job.end % kBatch == 0) {
          Put(kMark);
          Put(job.op);
        }
        return Value::None();
      }
      if (job.at % kBatch == 0) Put(kMark);
    }
    ++next.at;
    state_.jobs.push_back(next);
    Push(Task::kSave, job.value.As<Array>()->slots()[job.at].Load());
    return Value::None();
  }

  Value DoPairs(const Job& job) {
    const bool single = !binary() || job.end == 2;
    const bool batch_ends = job.at != 0 && (job.at % (2 * kBatch) == 0 || job.at == job.end);
    if (single) {
      if (job.at != 0) Put(kSetItem);
    } else if (batch_ends) {
      Put(kSetItems);
    }
    if (job.source.Is(Kind::kDict) && batch_ends &&
        DictLength(job.source.As<Dict>()) != job.end / 2) {
      return cx_.Raise(Exc::kRuntimeError, "dictionary changed size during iteration");
    }
    if (job.at == job.end) {
      if (!single && job.at % (2 * kBatch) == 0 && job.source.Is(Kind::kDict)) {
        Put(kMark);
        Put(kSetItems);
      }
      return Value::None();
    }
    if (!single && job.at % (2 * kBatch) == 0) Put(kMark);
    Job next = job;
    next.at += 2;
    state_.jobs.push_back(next);
    Push(Task::kSave, job.value.As<Array>()->slots()[job.at + 1].Load());
    Push(Task::kSave, job.value.As<Array>()->slots()[job.at].Load());
    return Value::None();
  }

  // Whether object.__reduce_ex__() takes the object apart, into its class and attributes.
  bool IsPlainInstance(Value v) {
    if (!v.Is(Kind::kInstance) || protocol_ < 2) return false;
    Type* const type = v.object()->type.Load();
    const uint32_t version = type->version.Load();
    if (version != 0 && version == state_.plain_version) return true;
    const auto lookup = [&](Type* in, const char* name) {
      return LookupInMro(in, cx_.Intern(name));
    };
    if (!type->Has(kHeapType) || !type->Has(kHasDict) || type->Has(kCustomGetAttribute) ||
        type->Has(kHasGetAttr)) {
      return false;
    }
    for (const char* name : {"__reduce_ex__", "__reduce__", "__getstate__", "__class__"}) {
      if (lookup(type, name) != lookup(cx_.runtime.object_type, name)) return false;
    }
    for (const char* name : {"__getnewargs_ex__", "__getnewargs__", "__slots__"}) {
      if (!lookup(type, name).IsUndefined()) return false;
    }
    const Value table = writer_->table.Load();
    Value reducer;
    if (!table.Is(Kind::kDict) || (table.object()->flags & kSubclass) != 0 ||
        DictFind(cx_, table.As<Dict>(), Value::Of(type), &reducer) != Find::kMissing) {
      return false;
    }
    state_.plain_version = version;
    return true;
  }

  Value SaveInstance(Value v) {
    Dict* attributes = ExistingInstanceDict(cx_, v.object());
    if (attributes == nullptr) attributes = InstanceAttributes(cx_, v.object());
    if (DictLength(attributes) != 0) {
      PushEmit(kBuild);
      Push(Task::kSave, Value::Of(attributes));
    }
    Push(Task::kReduceMemo, v);
    PushEmit(kNewObj);
    Push(Task::kSave, cx_.runtime.empty_tuple.Load());
    Push(Task::kSave, Value::Of(v.object()->type.Load()));
    return Value::None();
  }

  // The module and the name of a class or function that is found there. False: not so plainly.
  bool FindGlobal(Value v, Value* module_name, Value* name) {
    if (!Flag(kPlainGlobals)) return false;
    if (v.Is(Kind::kType)) {
      auto* const type = v.As<Type>();
      *name = type->qualname.Load();
      *module_name = DictGetStr(type->dict.Load().As<Dict>(), cx_.Intern("__module__"));
    } else {
      *name = v.As<Function>()->qualname.Load();
      *module_name = v.As<Function>()->module.Load();
    }
    if (!IsStr(*name) || !IsStr(*module_name) || !cx_.runtime.modules.Load().Is(Kind::kDict)) {
      return false;
    }
    Value module, found;
    if (DictFind(cx_, cx_.runtime.modules.Load().As<Dict>(), *module_name, &module) !=
            Find::kFound ||
        !module.Is(Kind::kModule)) {
      return false;
    }
    return DictFind(cx_, module.As<Module>()->dict.Load().As<Dict>(), *name, &found) ==
               Find::kFound &&
           found == v;
  }

  Value SaveGlobal(Value v, Value name) {
    Value module_name, own_name;
    if (name.IsNone() && FindGlobal(v, &module_name, &own_name)) {
      Push(Task::kMemoize, v);
      PushEmit(kStackGlobal);
      Push(Task::kSave, own_name);
      Push(Task::kSave, module_name);
      return Value::None();
    }
    return Ask("_global", Task::kGlobal, v, {Owner(), v, name});
  }

  // ---- what Python has answered

  Value Deliver(const Job& job, Value given) {
    if (!Fits(job.task, given)) {
      return cx_.Raise(Exc::kRuntimeError, "a pickler is used by two threads at once");
    }
    switch (job.task) {
      case Task::kReduced: return DeliverReduced(job.value, given);
      case Task::kGlobal: DeliverGlobal(job.value, given); return Value::None();
      case Task::kTaken: DeliverTaken(job, given); return Value::None();
      case Task::kPersistentId:
        if (given.IsNone()) {
          Push(Task::kSaveOwn, job.value);
        } else if (binary()) {
          PushEmit(kBinPersId);
          Push(Task::kSaveOwn, given);
        } else {
          return Ask("_persistent_text", Task::kBytes, Value(), {given});
        }
        return Value::None();
      case Task::kBytes: Put(BytesView(given)); return Value::None();
      case Task::kBuffer:
        if (given.Is(Kind::kBytes)) return SaveBytes(job.value, BytesView(given));
        if (given.Is(Kind::kByteArray)) {
          const std::string data = BytesCopy(given);
          PutContents(kByteArray8, LittleEndian(data.size(), 8), data, Value());
          Memoize(job.value);
        }
        return Value::None();
      default: return Value::None();
    }
  }

  // Two threads that share a pickler may get each other's answers.
  static bool Fits(Task task, Value given) {
    const auto tuple_of = [given](uint32_t length) {
      return given.Is(Kind::kTuple) && given.As<Tuple>()->length == length;
    };
    switch (task) {
      case Task::kReduced: return IsStr(given) || given.IsNone() || IsPlan(given);
      case Task::kGlobal:
        return given.Is(Kind::kBytes) || tuple_of(2) || IsPlan(given) ||
               (tuple_of(3) && given.As<Tuple>()->Get(0).Is(Kind::kBytes) &&
                given.As<Tuple>()->Get(2).Is(Kind::kTuple));
      case Task::kTaken: return given.Is(Kind::kList);
      case Task::kBytes: return given.Is(Kind::kBytes);
      default: return true;
    }
  }
  static bool IsPlan(Value v) {
    return v.Is(Kind::kTuple) && v.As<Tuple>()->length == 8 && v.As<Tuple>()->Get(0).IsSmall() &&
           static_cast<uint64_t>(v.As<Tuple>()->Get(0).small()) <= 3;
  }

  // A str: the name of a global, None its own. Else a tuple (form, function or class, args,
  // keywords, state, list items, dict items, state setter), as `_reduced` of the library makes it;
  // form 3 is a buffer.
  Value DeliverReduced(Value object, Value plan) {
    if (IsStr(plan)) return SaveGlobal(object, plan);
    if (plan.IsNone()) return SaveGlobal(object, plan);
    auto* const tuple = plan.As<Tuple>();
    if (tuple->Get(0) == Value::Small(3)) return DeliverBuffer(object, tuple);
    const Value state = tuple->Get(4), setter = tuple->Get(7);
    if (!state.IsNone()) {
      if (setter.IsNone()) {
        PushEmit(kBuild);
        Push(Task::kSave, state);
      } else {
        PushEmit(kPop);
        PushEmit(kReduce);
        PushEmit(kTuple2);
        Push(Task::kSave, state);
        Push(Task::kSave, object);
        Push(Task::kSave, setter);
      }
    }
    const auto from = [&](Value iterator, char op) {
      if (iterator.IsNone()) return;
      state_.jobs.push_back({.task = Task::kFromIterator, .op = op, .value = iterator});
    };
    from(tuple->Get(6), kSetItems);
    from(tuple->Get(5), kAppends);
    Push(Task::kReduceMemo, object);
    PushCall(tuple);
    return Value::None();
  }

  void PushCall(Tuple* plan) {
    static constexpr char kOps[] = {kReduce, kNewObj, kNewObjEx};
    const auto form = static_cast<size_t>(plan->Get(0).small());
    PushEmit(kOps[form]);
    if (form == 2) Push(Task::kSave, plan->Get(3));
    Push(Task::kSave, plan->Get(2));
    Push(Task::kSave, plan->Get(1));
  }

  Value DeliverBuffer(Value object, Tuple* plan) {
    const Value contents = plan->Get(1);
    if (!contents.IsNone()) {
      return Deliver({.task = Task::kBuffer, .value = object}, contents);
    }
    Put(kNextBuffer);
    if (plan->Get(2).IsTrue()) Put(kReadOnlyBuffer);
    return Value::None();
  }

  void DeliverGlobal(Value object, Value found) {
    if (found.Is(Kind::kBytes)) {
      const std::string_view data = BytesView(found);
      Put(data);
      const bool extension = data[0] >= kExt1 && data[0] <= kExt4;
      if (!extension) Memoize(object);
      return;
    }
    auto* const tuple = found.As<Tuple>();
    Push(Task::kMemoize, object);
    if (tuple->length == 8) return PushCall(tuple);
    if (tuple->length == 2) {
      PushEmit(kStackGlobal);
      Push(Task::kSave, tuple->Get(1));
      Push(Task::kSave, tuple->Get(0));
      return;
    }
    // getattr(…getattr(global, name)…, last name), of (global, getattr, names)
    auto* const names = tuple->Get(2).As<Tuple>();
    for (uint32_t i = names->length; i-- > 0;) {
      PushEmit(kReduce);
      PushEmit(protocol_ >= 2 ? kTuple2 : pickle_op::kTuple);
      Push(Task::kSave, names->Get(i));
    }
    Push(Task::kBytes, tuple->Get(0));
    for (uint32_t i = 0; i < names->length; ++i) {
      if (protocol_ < 2) PushEmit(kMark);
      Push(Task::kSave, tuple->Get(1));
    }
  }

  void DeliverTaken(const Job& job, Value list) {
    uint32_t count = 0;
    Array* const items = ListSnapshot(cx_, list.As<List>(), &count);
    if (count == 0) return;
    const bool pairs = job.op == kSetItems;
    if (count == (pairs ? 2 * kBatch : kBatch)) {
      state_.jobs.push_back({.task = Task::kFromIterator, .op = job.op, .value = job.value});
    }
    state_.jobs.push_back({.task = pairs ? Task::kPairs : Task::kItems,
                           .op = job.op,
                           .end = count,
                           .value = Value::Of(items)});
  }

  Context& cx_;
  Writer* const writer_;
  WriterState& state_;
  const uint32_t protocol_;
};

Writer* Self(Args args) { return args[0].As<Writer>(); }

// writer(owner, protocol, flags)
Value NewWriter(Context& cx, Args args) {
  auto* writer = cx.heap.New<Writer>(Kind::kNative1);
  writer->type.Store(BuiltinTypeOf(cx.runtime, &kPickleWriterType));
  writer->state = new WriterState();
  writer->protocol = static_cast<uint32_t>(args[1].small());
  writer->owner.Store(args[0]);
  writer->layout = &kLayout;
  cx.heap.heap().RegisterFinalizable(writer);
  return Value::Of(writer);
}

// begin(object, flags, dispatch table): the number of the run
Value Begin(Context& cx, Args args) {
  MachineUse use(cx, &Self(args)->turn);
  if (!use) return Value::Raised();
  WriterState& state = *Self(args)->state;
  Self(args)->flags.Store(static_cast<uint32_t>(args[2].small()));
  Self(args)->table.Store(args[3]);
  Self(args)->done.Store(0);
  state.plain_version = 0;
  state.out.clear();
  state.chunks.clear();
  state.jobs.clear();
  state.awaited = Job();
  state.frame = kNoFrame;
  if (Self(args)->protocol >= 2) {
    state.out = {kProto, static_cast<char>(Self(args)->protocol)};
  }
  state.jobs.push_back({.task = Task::kSave, .value = args[1]});
  return use.Begin();
}

Value TakeStep(Context& cx, Args args) {
  const MachineUse use(cx, &Self(args)->turn, args[1]);
  if (!use) return Value::Raised();
  return Step(cx, Self(args)).Run(args[2]);
}

// take(run): what was written, as bytes, or a list of them when it is to be written piecewise.
Value Take(Context& cx, Args args) {
  const MachineUse use(cx, &Self(args)->turn, args[1]);
  if (!use) return Value::Raised();
  WriterState& state = *Self(args)->state;
  const Value rest = Value::Of(NewBytes(cx.heap, state.out));
  std::string().swap(state.out);
  if ((Self(args)->flags.Load() & kPiecewise) == 0) return rest;
  List* const list = NewList(cx.heap);
  for (const Value chunk : state.chunks) ListAppend(cx, list, chunk);
  state.chunks.clear();
  ListAppend(cx, list, rest);
  return Value::Of(list);
}

// memo(), set_memo(list): the objects in the order of their indices.
Value GetMemo(Context& cx, Args args) {
  const MachineUse use(cx, &Self(args)->turn);
  if (!use) return Value::Raised();
  List* const list = NewList(cx.heap);
  for (const Value object : Self(args)->state->memo.objects()) ListAppend(cx, list, object);
  return Value::Of(list);
}
Value SetMemo(Context& cx, Args args) {
  uint32_t count = 0;
  Array* const items = ListSnapshot(cx, args[1].As<List>(), &count);
  const MachineUse use(cx, &Self(args)->turn);
  if (!use) return Value::Raised();
  Self(args)->state->memo.Clear();
  for (uint32_t i = 0; i < count; ++i) Self(args)->state->memo.Add(items->slots()[i].Load());
  return Value::None();
}

Value GetDone(Context&, Args args) { return Value::Bool(Self(args)->done.Load() != 0); }

constexpr NativeDef kMethods[] = {
    {"begin", Begin, "self, object, flags, table, /"},
    {"step", TakeStep, "self, run, value, /"},
    {"take", Take, "self, run, /"},
    {"memo", GetMemo, "self, /"},
    {"set_memo", SetMemo, "self, objects, /"},
    {nullptr, nullptr, nullptr},
};
constexpr GetSetDef kGetSets[] = {
    {"done", GetDone, nullptr},
    {nullptr, nullptr, nullptr},
};
constexpr NativeDef kFunctions[] = {
    {"writer", NewWriter, "owner, protocol, /"},
    {"reader", NewPickleReader, "owner, data, /"},
    {nullptr, nullptr, nullptr},
};

}  // namespace

const TypeDef kPickleWriterType = {"PickleWriter", "_pickler", Kind::kNative1,
                                   kMethods,       kGetSets,   kNotBase | kNoInstances,
                                   sizeof(Writer), nullptr};
const ModuleDef kPickleModule = {"_pickler", kFunctions, nullptr};

}  // namespace heddle::lib
