// Small pieces of calling that the loop and call.cc share.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "objects/context.h"
#include "objects/function.h"
#include "objects/tuple.h"
#include "vm/frame.h"

namespace heddle::vm {

inline void InitFrame(Frame* frame, Frame* caller, Function* function, Code* code,
                      uint32_t call_site, uint32_t dst, ReturnMode mode) {
  frame->caller = caller;
  frame->code = code;
  frame->globals = function == nullptr ? nullptr : function->globals.Load().As<Dict>();
  frame->generator = nullptr;
  frame->function = function == nullptr ? Value() : Value::Of(function);
  frame->locals = Value();
  frame->extra = Value();
  frame->pc = 0;
  frame->call_site = call_site;
  frame->dst = static_cast<uint16_t>(dst);
  frame->mode = mode;
}

inline void ClearRegisters(Frame* frame, uint32_t from) {
  for (uint32_t i = from; i < frame->register_count; ++i) frame->regs[i] = Value();
}

// The defaults of a function if they are enough for a call with `given` plain arguments, of which
// it takes more; else null.
inline Tuple* DefaultsFrom(const Function* function, uint32_t given) {
  const uint32_t taken = function->code->positional;
  if (given >= taken) return nullptr;
  const Value defaults = function->defaults.Load();
  if (!defaults.Is(Kind::kTuple) || defaults.As<Tuple>()->length < taken - given) return nullptr;
  return defaults.As<Tuple>();
}
// What they say about the parameters from `given` on.
inline void CopyDefaults(Tuple* defaults, Frame* frame, uint32_t given) {
  const uint32_t taken = frame->code->positional;
  const uint32_t skipped = defaults->length - (taken - given);
  for (uint32_t i = given; i < taken; ++i) {
    frame->regs[i] = defaults->Get(skipped + i - given);
  }
}

inline void CopyClosure(Frame* frame, const Function* function, const Code* code) {
  auto* cells = function->closure.Load().As<Tuple>();
  for (uint32_t i = 0; i < code->free_count; ++i) {
    frame->regs[code->local_count + i] = cells->Get(i);
  }
}

inline bytecode::Word CurrentWord(const Frame* frame) {
  return frame->code->words[frame->pc].Load();
}

// Of any thread; made when it is asked for first.
const bytecode::Liveness& LivenessOf(Code* code);

// Code of the library: its files have no folder in front.
inline bool IsLibrary(const Code* code) {
  const std::string& name = (*code->unit)->filename;
  return !name.empty() && name[0] != '/' && name[0] != '<';
}

// Arguments with one more in front; on the C stack unless there are many.
class WithSelf {
 public:
  WithSelf() = default;
  WithSelf(Value self, std::span<const Value> args) { Assign(self, args); }
  WithSelf(const WithSelf&) = delete;
  WithSelf& operator=(const WithSelf&) = delete;

  // `args` may be what this holds now.
  void Assign(Value self, std::span<const Value> args) {
    const size_t count = args.size() + 1;
    if (count <= kInline) {
      for (size_t i = args.size(); i-- > 0;) few_[i + 1] = args[i];
      few_[0] = self;
      all_ = {few_, count};
      return;
    }
    std::vector<Value> many;
    many.reserve(count);
    many.push_back(self);
    many.insert(many.end(), args.begin(), args.end());
    many_ = std::move(many);
    all_ = many_;
  }
  // NOLINTNEXTLINE(google-explicit-constructor): it is passed wherever arguments are.
  operator std::span<const Value>() const { return all_; }

 private:
  static constexpr size_t kInline = 8;
  Value few_[kInline];
  std::vector<Value> many_;
  std::span<const Value> all_;
};

// The native function that `v` stands for: itself, or what a static method holds; else null.
inline const Native* NativeBehind(Value v) {
  if (v.Is(Kind::kStaticMethod)) v = v.As<StaticMethod>()->callable.Load();
  if (v.Is(Kind::kNative) && v.As<Native>()->self.Load().IsUndefined()) return v.As<Native>();
  return nullptr;
}

// The one of `candidates` that a misspelt `name` may have meant, or "" (CPython's suggestions:
// an edit distance of at most a third of the lengths).
std::string ClosestName(const std::string& name, const std::vector<std::string>& candidates);

// Whether CPython makes a builtin method of this name for a slot of its type: other special methods
// are ordinary ones there.
bool IsSlotName(std::string_view name);

Value RaiseArgumentCount(Context& cx, const Native* native, size_t given);
Value CallNativeWithKeywords(Context& cx, const Native* native, std::span<const Value> args,
                             Tuple* names);
// descriptor '…' for '…' objects doesn't apply to a '…' object
bool CheckDescriptorSelf(Context& cx, const Native* native, std::span<const Value> args);
// Whether a builtin type's __new__, called by name, may make an instance of its first argument: one
// that is laid out in another way would be corrupted.
bool CheckNewClass(Context& cx, const Native* native, std::span<const Value> args);

}  // namespace heddle::vm
