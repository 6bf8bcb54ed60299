#include "vm/loader.h"

#include <cstring>
#include <utility>

#include "bytecode/liveness.h"
#include "bytecode/serialize.h"
#include "objects/array.h"
#include "objects/bytes.h"
#include "objects/dict.h"
#include "objects/int.h"
#include "objects/kind_table.h"
#include "objects/number.h"
#include "objects/set.h"
#include "objects/tuple.h"
#include "vm/cache.h"
#include "vm/frame_view.h"
#include "vm/generator.h"
#include "vm/interpreter.h"
#include "vm/sync_objects.h"

namespace heddle::vm {

namespace {

using bytecode::CodeUnit;
using bytecode::Constant;
using bytecode::Op;

// Names and strings that look like them are shared, as CPython interns them.
bool LooksLikeName(std::string_view text) {
  for (char c : text) {
    if (!(c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))) {
      return false;
    }
  }
  return true;
}

Value ToValue(Context& cx, const Constant& constant) {
  struct Visitor {
    Context& cx;
    Value operator()(Constant::None) const { return Value::None(); }
    Value operator()(Constant::Ellipsis) const { return Value::Ellipsis(); }
    Value operator()(bool b) const { return Value::Bool(b); }
    Value operator()(int64_t i) const { return IntFromInt64(cx.heap, i); }
    Value operator()(double d) const { return Value::Double(d); }
    Value operator()(const Constant::BigInt& big) const {
      const std::string_view digits = big.digits;
      if (digits.size() > 2 && digits[0] == '0' && (digits[1] | 0x20) == 'x') {
        return IntFromDigits(cx, digits.substr(2), 16);
      }
      return IntFromDigits(cx, digits, 10);
    }
    Value operator()(const Constant::Complex& c) const {
      return NewComplex(cx.heap, c.real, c.imag);
    }
    Value operator()(const Constant::Str& s) const {
      return LooksLikeName(s.utf8) ? Value::Of(cx.Intern(s.utf8)) : cx.NewString(s.utf8);
    }
    Value operator()(const Constant::Bytes& b) const {
      return Value::Of(NewBytes(cx.heap, b.data));
    }
    Value operator()(const Constant::Tuple& t) const {
      std::vector<Value> items;
      for (const Constant& item : t.items) items.push_back(ToValue(cx, item));
      return MakeTuple(cx, items);
    }
    Value operator()(const Constant::FrozenSet& s) const {
      Set* const first = NewFrozenSet(cx.heap);
      for (const Constant& item : s.items) SetAdd(cx, first, ToValue(cx, item));
      // CPython makes such a constant of one that it has made before: that shows in its order.
      Set* const set = NewFrozenSet(cx.heap);
      SetCursor items(first);
      for (Value item; items.Next(&item);) SetAdd(cx, set, item);
      return Value::Of(set);
    }
    Value operator()(const std::shared_ptr<const CodeUnit>& unit) const {
      return Value::Of(LoadCode(cx, unit));
    }
  };
  return std::visit(Visitor{cx}, constant.value);
}

struct Buffer : Object {
  uint64_t bytes;
};

// The instruction that all sealed code has.
Relaxed<uint64_t>* SealedWords() {
  static Relaxed<uint64_t> word{bytecode::Encode(Op::kUnseal, 0, 0, 0)};
  return &word;
}

void NewWords(Context& cx, Code* code) {
  const CodeUnit& unit = **code->unit;
  if (unit.sealed) {
    code->words = SealedWords();
    code->word_count = 1;
    return;
  }
  const auto& words = unit.words;
  code->word_count = static_cast<uint32_t>(words.size());
  auto* const buffer = cx.heap.New<Buffer>(Kind::kBuffer, words.size() * sizeof(uint64_t));
  code->words = reinterpret_cast<Relaxed<uint64_t>*>(buffer + 1);
  for (size_t i = 0; i < words.size(); ++i) code->words[i].Store(words[i]);
  code->words_buffer.Store(Value::Of(buffer));
}

template <typename F>
void ForEachCache(Code* code, F visit) {
  for (uint32_t at = 0; at < code->word_count;) {
    const Op op = bytecode::OpOf(code->words[at].Load());
    switch (op) {
      case Op::kLoadGlobal:
      case Op::kStoreGlobal: visit(code->words[at + 1], true); break;
      case Op::kLoadAttr:
      case Op::kLoadMethod:
      case Op::kStoreAttr:
        visit(code->words[at + 1], false);
        visit(code->words[at + 2], true);
        break;
      default: break;
    }
    at += static_cast<uint32_t>(bytecode::WordsOf(op));
  }
}

void TraceCodeWithCaches(Object* object, size_t bytes, heap::Marker& marker) {
  Kinds().trace[size_t(Kind::kCode)](object, bytes, marker);
  ForEachCache(static_cast<Code*>(object), [&](Relaxed<uint64_t>& word, bool is_pointer) {
    if (is_pointer) marker.Visit(reinterpret_cast<Object*>(static_cast<uintptr_t>(word.Load())));
  });
}

heap::KindTable MakeTable() {
  heap::KindTable table = Kinds();
  table.trace[size_t(Kind::kCode)] = TraceCodeWithCaches;
  table.trace[size_t(Kind::kCacheEntry)] = TraceCacheEntry;
  for (Kind kind : {Kind::kGenerator, Kind::kCoroutine, Kind::kAsyncGenerator}) {
    table.trace[size_t(kind)] = TraceGenerator;
  }
  table.trace[size_t(Kind::kAsyncGenStep)] = TraceAsyncStep;
  table.trace[size_t(Kind::kFrameView)] = TraceFrameView;
  AddSyncKinds(&table);
  return table;
}

void NewConstantsAndNames(Context& cx, Code* code) {
  const CodeUnit& unit = **code->unit;
  Array* const constants = NewArray(cx.heap, static_cast<uint32_t>(unit.constants.size()));
  for (size_t i = 0; i < unit.constants.size(); ++i) {
    constants->slots()[i].Store(ToValue(cx, unit.constants[i]));
  }
  code->constants = constants->slots();
  code->constants_array.Store(Value::Of(constants));

  Array* const names = NewArray(cx.heap, static_cast<uint32_t>(unit.names.size()));
  for (size_t i = 0; i < unit.names.size(); ++i) {
    names->slots()[i].Store(Value::Of(cx.Intern(unit.names[i])));
  }
  code->names = names->slots();
  code->names_array.Store(Value::Of(names));
}

}  // namespace

Code* LoadCode(Context& cx, std::shared_ptr<const CodeUnit> unit) {
  const CodeUnit& u = *unit;
  auto* const code = cx.heap.New<Code>(Kind::kCode);
  code->unit = new std::shared_ptr<const CodeUnit>(unit);
  cx.heap.heap().RegisterFinalizable(code);
  NewWords(cx, code);
  if (!u.sealed) NewConstantsAndNames(cx, code);

  std::vector<Value> locals;
  for (const auto& local : u.locals) locals.push_back(Value::Of(cx.Intern(local.name)));
  code->local_names.Store(Value::Of(NewTuple(cx.heap, locals)));

  code->name.Store(Value::Of(cx.Intern(u.name)));
  code->qualname.Store(Value::Of(cx.Intern(u.qualname)));
  code->filename.Store(Value::Of(cx.Intern(u.filename)));
  code->flags = u.flags;
  code->positional_only = u.positional_only;
  code->positional = u.positional;
  code->keyword_only = u.keyword_only;
  code->local_count = u.local_count;
  code->free_count = u.free_count;
  code->register_count = u.register_count;
  code->first_line = u.first_line;
  constexpr uint32_t kNotSimple = bytecode::kVarArgs | bytecode::kVarKeywords |
                                  bytecode::kGenerator | bytecode::kCoroutine |
                                  bytecode::kAsyncGenerator;
  code->parameter_count =
      static_cast<uint16_t>(u.positional + u.keyword_only + ((u.flags & bytecode::kVarArgs) != 0) +
                            ((u.flags & bytecode::kVarKeywords) != 0));
  code->simple_args = (u.flags & kNotSimple) == 0 && u.keyword_only == 0;
  return code;
}

void Unseal(Context& cx, Code* code) {
  if (!(*code->unit)->sealed) return;
  // Made by itself first: nobody waits for that.
  auto* const whole = cx.heap.New<Code>(Kind::kCode);
  whole->unit = new std::shared_ptr<const CodeUnit>(bytecode::Unseal(**code->unit));
  cx.heap.heap().RegisterFinalizable(whole);
  NewWords(cx, whole);
  NewConstantsAndNames(cx, whole);
  cx.WithWorldStopped([&] {
    if (!(*code->unit)->sealed) return;
    std::swap(code->unit, whole->unit);
    code->words_buffer.Store(whole->words_buffer.Load());
    code->words = whole->words;
    code->word_count = std::exchange(whole->word_count, 0);  // the caches have one owner
    code->constants_array.Store(whole->constants_array.Load());
    code->constants = whole->constants;
    code->names_array.Store(whole->names_array.Load());
    code->names = whole->names;
    delete code->liveness.Load();
    code->liveness.Store(nullptr);
  });
}

Code* CopyCode(Context& cx, Code* code) {
  auto* const copy = cx.heap.New<Code>(Kind::kCode);
  // Everything but the header, the caches and who owns them is shared.
  std::memcpy(reinterpret_cast<char*>(copy) + sizeof(Object),
              reinterpret_cast<const char*>(code) + sizeof(Object), sizeof(Code) - sizeof(Object));
  copy->unit = new std::shared_ptr<const CodeUnit>(*code->unit);
  cx.heap.heap().RegisterFinalizable(copy);
  copy->globals_owner.Store(Value());
  copy->liveness.Store(nullptr);
  NewWords(cx, copy);
  return copy;
}

Function* NewFunction(Context& cx, Code* code, Dict* globals) {
  auto* const function = cx.heap.New<Function>(Kind::kFunction);
  function->code = code;
  function->code_slot.Store(Value::Of(code));
  function->globals.Store(Value::Of(globals));
  function->name.Store(code->name.Load());
  function->qualname.Store(code->qualname.Load());
  const Value module = DictGetStr(globals, cx.runtime.names.s___name__);
  function->module.Store(module.IsUndefined() ? Value::None() : module);
  function->doc.Store(code->unit->get()->has_docstring ? code->constants[0].Load() : Value::None());
  function->defaults.Store(Value::None());
  function->kwdefaults.Store(Value::None());
  function->closure.Store(Value::None());
  return function;
}

void ClearCaches(Code* code) {
  ForEachCache(code, [](Relaxed<uint64_t>& word, bool) { word.Store(0); });
}

const heap::KindTable& KindsWithVm() {
  static const heap::KindTable table = MakeTable();
  return table;
}

}  // namespace heddle::vm
