// Operators, comparisons, truth, membership and subscripts beyond what the loop does inline.
//
// A binary operator asks up to three methods in turn (in-place, left, reflected); one that returns
// NotImplemented passes on to the next. A method written in Python runs in a frame of its own: when
// it returns, the operands are read again from the instruction at the call site, and `extra` of
// the frame says which method comes next. So nothing is allocated for it.
#include "objects/compare.h"
#include "objects/dict.h"
#include "objects/dict_table.h"
#include "objects/list.h"
#include "objects/number.h"
#include "objects/set.h"
#include "objects/str_ops.h"
#include "objects/tuple.h"
#include "vm/interpreter.h"
#include "vm/invoke.h"

namespace heddle::vm {

using bytecode::FieldA;
using bytecode::FieldB;
using bytecode::FieldC;
using bytecode::Op;
using bytecode::OpOf;
using bytecode::SignedB;
using bytecode::SignedC;
using bytecode::Word;

namespace {

struct BinaryInstruction {
  BinaryOp op;
  bool in_place;
};

BinaryInstruction Decode(Op op) {
  const auto number = static_cast<int>(op);
  if (op >= Op::kAdd && op <= Op::kMatMul) {
    return {static_cast<BinaryOp>(number - static_cast<int>(Op::kAdd)), false};
  }
  if (op >= Op::kIAdd && op <= Op::kIMatMul) {
    return {static_cast<BinaryOp>(number - static_cast<int>(Op::kIAdd)), true};
  }
  switch (op) {
    case Op::kAddInt: return {BinaryOp::kAdd, false};
    case Op::kSubInt: return {BinaryOp::kSub, false};
    case Op::kMulInt: return {BinaryOp::kMul, false};
    case Op::kFloorDivInt: return {BinaryOp::kFloorDiv, false};
    case Op::kModInt: return {BinaryOp::kMod, false};
    case Op::kAndInt: return {BinaryOp::kAnd, false};
    case Op::kIAddInt: return {BinaryOp::kAdd, true};
    case Op::kISubInt: return {BinaryOp::kSub, true};
    default: break;
  }
  __builtin_unreachable();
}

bool HasIntOperand(Op op) { return op >= Op::kAddInt && op <= Op::kISubInt; }

Special Nth(Special first, int n) { return static_cast<Special>(static_cast<int>(first) + n); }

bool IsPlain(Value v) { return !v.IsObject() || (v.object()->flags & kSubclass) == 0; }

bool IsSequence(Value v) {
  return v.Is(Kind::kStr) || v.Is(Kind::kList) || v.Is(Kind::kTuple) || v.Is(Kind::kBytes) ||
         v.Is(Kind::kByteArray);
}

// What `x *= sequence` leaves to x alone, in CPython: x has a table of the methods of sequences, be
// they none.
bool HasSequenceTable(Context& cx, Value v) {
  if (!v.IsObject()) return false;
  const Type* type = TypeOf(cx, v);
  return type->Has(kHeapType) || !type->special(Special::kContains).IsUndefined();
}

bool IsBuiltinNamed(Value v, std::string_view name) {
  if (v.Is(Kind::kNative)) return v.As<Native>()->def->name == name;
  return IsBuiltinFunction(v) && ToUtf8(v.As<Function>()->name.Load().As<Str>()) == name;
}

const char* const kCompareText[] = {"<", "<=", "==", "!=", ">", ">="};

}  // namespace

// The methods of one operation, in the order of asking.
struct Interpreter::OperatorPlan {
  struct Method {
    Value function;
    Value self, other;
    bool invert = false;  // the default __ne__: the opposite of __eq__
  };
  Method methods[3];
  int count = 0;
  bool comparison = false;
  int op = 0;  // BinaryOp or Comparison
  bool in_place = false;
  Value a, b;

  void Add(Value function, Value self, Value other, bool invert = false) {
    if (function.IsUndefined()) return;
    methods[count++] = {function, self, other, invert};
  }
};

static void PlanBinary(Context& cx, BinaryOp op, bool in_place, Value a, Value b, auto* plan) {
  const int n = static_cast<int>(op);
  Type* const ta = TypeOf(cx, a);
  Type* const tb = TypeOf(cx, b);
  plan->op = n;
  plan->in_place = in_place;
  plan->a = a;
  plan->b = b;
  if (in_place) plan->Add(ta->special(Nth(Special::kIAdd, n)), a, b);
  const Value left = ta->special(Nth(Special::kAdd, n));
  Value right = tb->special(Nth(Special::kRAdd, n));
  if (in_place && op == BinaryOp::kMul && IsSequence(b) && right.Is(Kind::kMethodDescriptor) &&
      HasSequenceTable(cx, a)) {
    right = Value();
  }
  if (ta == tb) {
    plan->Add(left, a, b);
    // A type that leaves its own operator out is asked for the reflected one all the same.
    if (left.IsUndefined()) plan->Add(right, b, a);
  } else if ((IsSubtype(tb, ta) && right != ta->special(Nth(Special::kRAdd, n))) ||
             (IsSequence(a) && !(IsSequence(b) && IsPlain(b)) &&
              (op == BinaryOp::kAdd || op == BinaryOp::kMul))) {
    // Concatenation and repetition are not operators of their own in CPython's sequences: the other
    // operand goes first.
    plan->Add(right, b, a);
    plan->Add(left, a, b);
  } else {
    plan->Add(left, a, b);
    plan->Add(right, b, a);
  }
}

static void PlanComparison(Context& cx, int op, Value a, Value b, auto* plan) {
  static constexpr int kReflected[] = {4, 5, 2, 3, 0, 1};
  Type* const ta = TypeOf(cx, a);
  Type* const tb = TypeOf(cx, b);
  plan->comparison = true;
  plan->op = op;
  plan->a = a;
  plan->b = b;
  const auto method = [&](Type* type, int which, bool* invert) {
    const Value found = type->special(Nth(Special::kLt, which));
    if (which != 3) return found;
    const Value of_object = cx.runtime.object_type->special(Special::kNe);
    if (found != of_object && !found.IsUndefined()) return found;
    *invert = true;
    return type->special(Special::kEq);
  };
  bool invert_left = false, invert_right = false;
  const Value left = method(ta, op, &invert_left);
  const Value right = method(tb, kReflected[op], &invert_right);
  if (ta != tb && IsSubtype(tb, ta)) {
    plan->Add(right, b, a, invert_right);
    plan->Add(left, a, b, invert_left);
  } else {
    plan->Add(left, a, b, invert_left);
    // A builtin's answer to its own kind is final; object's own methods, though, know nothing.
    const bool native = left.Is(Kind::kMethodDescriptor) && right.Is(Kind::kMethodDescriptor);
    if (ta != tb || !native) plan->Add(right, b, a, invert_right);
  }
}

// Asks the methods from `phase` on. frame()'s pc is at the instruction.
Step Interpreter::TryOperator(const OperatorPlan& plan, int phase, uint32_t dst, ReturnMode mode) {
  for (int i = phase; i < plan.count; ++i) {
    const auto& m = plan.methods[i];
    const Value next = Value::Small((i + 1) | static_cast<int>(mode) << 8 | int{m.invert} << 16);
    const ReturnMode through = plan.comparison ? ReturnMode::kCompare : ReturnMode::kBinary;
    if (m.function.Is(Kind::kMethodDescriptor)) {
      const Value args[] = {m.self, m.other};
      const auto* native = m.function.As<Native>();
      const bool foreign =
          native->direct_least > native->direct_most && !CheckDescriptorSelf(*this, native, args);
      if (foreign) return Step::kRaise;
      const Value result = CallNative(native, args, Value());
      if (result.IsNotImplemented()) continue;
      if (m.invert && result.IsBool())
        return Deliver(dst, mode, Value(), Value::Bool(result.IsFalse()));
      if (result == Value::TailCall() && (m.invert || plan.comparison)) {
        return FinishNative(result, dst, through, next);
      }
      return FinishNative(result, dst, result == Value::TailCall() ? through : mode, next);
    }
    if (IsPlainFunction(m.function)) {
      return Call(m.function, {m.self, m.other}, dst, through, next);
    }
    const SpecialCall call = PrepareSpecial(*this, m.function, m.self, TypeOf(*this, m.self));
    if (call.kind == SpecialCall::kGet) {
      return CallLibrary(Library::kCallGet,
                         {call.callable, Value::Of(NewTuple(heap, call.args)),
                          Value::Of(NewTuple(heap, {m.other}))},
                         dst, through, next);
    }
    if (call.self.IsUndefined()) return Call(call.callable, {m.other}, dst, through, next);
    return Call(call.callable, {call.self, m.other}, dst, through, next);
  }
  if (plan.comparison) {
    if (plan.op == 2 || plan.op == 3) {
      const bool same = plan.a == plan.b;
      return Deliver(dst, mode, Value(), Value::Bool(same == (plan.op == 2)));
    }
    Raise(Exc::kTypeError, "'{}' not supported between instances of '{}' and '{}'",
          kCompareText[plan.op], TypeName(*this, plan.a), TypeName(*this, plan.b));
    return Step::kRaise;
  }
  const auto op = static_cast<BinaryOp>(plan.op);
  std::string text = OperatorText(op);
  if (plan.in_place) text = op == BinaryOp::kPow ? "**=" : text + "=";
  // As Python 2 had it: print >> sys.stderr, "…".
  const bool print = op == BinaryOp::kRShift && !plan.in_place && plan.a.IsObject() &&
                     IsBuiltinNamed(plan.a, "print");
  Raise(Exc::kTypeError, "unsupported operand type(s) for {}: '{}' and '{}'{}", text,
        TypeName(*this, plan.a), TypeName(*this, plan.b),
        print ? ". Did you mean \"print(<message>, file=<output_stream>)\"?" : "");
  return Step::kRaise;
}

// A method written in Python has answered.
Step Interpreter::DeliverOperator(uint32_t site, uint32_t dst, ReturnMode mode, Value extra,
                                  Value value) {
  const auto state = static_cast<uint32_t>(extra.small());
  const auto then = static_cast<ReturnMode>((state >> 8) & 0xff);
  Frame* const frame = fiber_->top;
  if (value.IsNotImplemented()) {
    const Word w = frame->code->words[site].Load();
    frame->pc = site;
    OperatorPlan plan;
    if (mode == ReturnMode::kBinary) {
      const auto [op, in_place] = Decode(OpOf(w));
      const Value b = HasIntOperand(OpOf(w)) ? Value::Small(SignedC(w)) : frame->regs[FieldC(w)];
      PlanBinary(*this, op, in_place, frame->regs[FieldB(w)], b, &plan);
    } else {
      int op;
      Value a, b;
      DecodeComparison(w, &op, &a, &b);
      PlanComparison(*this, op, a, b, &plan);
    }
    return TryOperator(plan, static_cast<int>(state & 0xff), dst, then);
  }
  const bool invert = (state >> 16) != 0;
  if (!invert) return DeliverAt(site, dst, then, Value(), value);
  // The opposite of an __eq__: its truth, turned round.
  switch (then) {
    case ReturnMode::kTest: return DeliverTruth(site, dst, ReturnMode::kTestNot, Value(), value);
    case ReturnMode::kTestNot: return DeliverTruth(site, dst, ReturnMode::kTest, Value(), value);
    default: return DeliverTruth(site, dst, ReturnMode::kNot, Value(), value);
  }
}

void Interpreter::DecodeComparison(Word w, int* op, Value* a, Value* b) {
  Frame* const frame = fiber_->top;
  const auto number = static_cast<int>(OpOf(w));
  if (OpOf(w) >= Op::kLt && OpOf(w) <= Op::kGe) {
    *op = number - static_cast<int>(Op::kLt);
    *a = frame->regs[FieldB(w)];
    *b = frame->regs[FieldC(w)];
    return;
  }
  const bool with_int = OpOf(w) >= Op::kJumpIfLtInt;
  *op = (number - static_cast<int>(with_int ? Op::kJumpIfLtInt : Op::kJumpIfLt)) % 6;
  *a = frame->regs[FieldA(w)];
  *b = with_int ? Value::Small(SignedB(w)) : frame->regs[FieldB(w)];
}

Step Interpreter::BinarySlow(Word w, Value a, Value b) {
  if (a.IsUndefined()) return RaiseUnbound(FieldB(w));
  if (b.IsUndefined()) return RaiseUnbound(FieldC(w));
  const auto [op, in_place] = Decode(OpOf(w));
  Frame* const frame = fiber_->top;
  if (op == BinaryOp::kAdd && dict_table::IsPlainStr(a) && dict_table::IsPlainStr(b)) {
    const Value result = StrConcat(*this, a.As<Str>(), b.As<Str>());
    if (result == Value::Raised()) return Step::kRaise;
    frame->regs[FieldA(w)] = result;
    return Step::kNext;
  }
  if (IsPlain(a) && IsPlain(b)) {
    if (IsNumber(a) && IsNumber(b)) {
      const Value result = Arithmetic(*this, op, a, b);
      if (result == Value::Raised()) return Step::kRaise;
      if (!result.IsNotImplemented()) {
        frame->regs[FieldA(w)] = result;
        return Step::kNext;
      }
    }
  }
  OperatorPlan plan;
  PlanBinary(*this, op, in_place, a, b, &plan);
  return TryOperator(plan, 0, FieldA(w), ReturnMode::kStore);
}

Step Interpreter::UnarySlow(Word w) {
  Frame* const frame = fiber_->top;
  const Value v = frame->regs[FieldB(w)];
  if (v.IsUndefined()) return RaiseUnbound(FieldB(w));
  const int n = static_cast<int>(OpOf(w)) - static_cast<int>(Op::kNeg);
  if (IsNumber(v) && IsPlain(v)) {
    const Value result = UnaryArithmetic(*this, static_cast<UnaryOp>(n), v);
    if (result == Value::Raised()) return Step::kRaise;
    if (!result.IsNotImplemented()) {
      frame->regs[FieldA(w)] = result;
      return Step::kNext;
    }
  }
  const Value special = TypeOf(*this, v)->special(Nth(Special::kNeg, n));
  if (special.IsUndefined() || special.IsNone()) {
    static const char* const kText[] = {"-", "+", "~"};
    Raise(Exc::kTypeError, "bad operand type for unary {}: '{}'", kText[n], TypeName(*this, v));
    return Step::kRaise;
  }
  return CallSpecial(special, v, {}, FieldA(w), ReturnMode::kStore);
}

Step Interpreter::CallSpecial(Value special, Value self, std::initializer_list<Value> args,
                              uint32_t dst, ReturnMode mode, Value extra) {
  Type* const type = TypeOf(*this, self);
  if (special.Is(Kind::kMethodDescriptor) &&
      (!type->Has(kHeapType) || IsSubtype(type, special.As<Native>()->owner.Load().As<Type>()))) {
    const WithSelf with_self(self, std::span<const Value>(args.begin(), args.size()));
    return FinishNative(CallNative(special.As<Native>(), with_self, Value()), dst, mode, extra);
  }
  if (IsPlainFunction(special)) {
    const WithSelf with_self(self, std::span<const Value>(args.begin(), args.size()));
    return Call(special, with_self, Value(), dst, mode, extra);
  }
  const SpecialCall call = PrepareSpecial(*this, special, self, type);
  if (call.kind == SpecialCall::kGet) {
    return CallLibrary(
        Library::kCallGet,
        {call.callable, Value::Of(NewTuple(heap, call.args)), Value::Of(NewTuple(heap, args))}, dst,
        mode, extra);
  }
  std::vector<Value> all;
  if (!call.self.IsUndefined()) all.push_back(call.self);
  all.insert(all.end(), args.begin(), args.end());
  return Call(call.callable, all, Value(), dst, mode, extra);
}

Step Interpreter::CompareSlow(int op, Value a, Value b, uint32_t dst, ReturnMode mode) {
  if (a.IsUndefined() || b.IsUndefined()) {
    const Word w = CurrentWord(frame());
    const bool stores = OpOf(w) <= Op::kGe;
    const uint32_t first = stores ? FieldB(w) : FieldA(w);
    return RaiseUnbound(a.IsUndefined() ? first : stores ? FieldC(w) : FieldB(w));
  }
  const Tri answer = TryCompare(*this, static_cast<CompareOp>(op), a, b);
  if (answer == Tri::kRaised) return Step::kRaise;
  if (answer != Tri::kPython) {
    return Deliver(dst, mode, Value(), Value::Bool(answer == Tri::kTrue));
  }
  OperatorPlan plan;
  PlanComparison(*this, op, a, b, &plan);
  return TryOperator(plan, 0, dst, mode);
}

Step Interpreter::TruthSlow(Value v, uint32_t dst, ReturnMode mode) {
  if (v.IsUndefined()) {
    const Word w = CurrentWord(frame());
    return RaiseUnbound(OpOf(w) == Op::kNot ? FieldB(w) : FieldA(w));
  }
  if (!pending.IsUndefined()) return Step::kRaise;
  Type* const type = TypeOf(*this, v);
  Value special = type->special(Special::kBool);
  Value which = Value::True();
  if (special.IsUndefined()) {
    special = type->special(Special::kLen);
    which = Value::False();
  }
  if (special.IsUndefined()) return Deliver(dst, mode, Value(), Value::True());
  return CallSpecial(special, v, {}, dst, mode, which);
}

// `special` is True for __bool__, False for __len__.
bool Interpreter::CheckTruthResult(Value special, Value value) {
  if (special.IsTrue() && !value.IsBool()) {
    Raise(Exc::kTypeError, "__bool__ should return bool, returned {}", TypeName(*this, value));
    return false;
  }
  if (special.IsFalse()) {
    if (!value.IsSmall() && !value.IsBool() && !value.Is(Kind::kInt)) {
      Raise(Exc::kTypeError, "'{}' object cannot be interpreted as an integer",
            TypeName(*this, value));
      return false;
    }
    if (value.IsSmall() && value.small() < 0) {
      Raise(Exc::kValueError, "__len__() should return >= 0");
      return false;
    }
  }
  return true;
}

Step Interpreter::ContainsSlow(Word w, ReturnMode mode) {
  Frame* const frame = fiber_->top;
  const Value item = frame->regs[FieldB(w)], container = frame->regs[FieldC(w)];
  if (item.IsUndefined()) return RaiseUnbound(FieldB(w));
  if (container.IsUndefined()) return RaiseUnbound(FieldC(w));
  if (container.IsObject() && IsPlain(container)) {
    Object* const o = container.object();
    Find found = Find::kPython;
    Value value;
    if (o->kind == Kind::kDict) found = DictFind(*this, static_cast<Dict*>(o), item, &value);
    if (o->kind == Kind::kSet || o->kind == Kind::kFrozenSet) {
      found = SetFind(*this, static_cast<Set*>(o), item);
    }
    if (o->kind == Kind::kStr && IsStr(item)) {
      found = StrContains(static_cast<Str*>(o), item.As<Str>()) ? Find::kFound : Find::kMissing;
    }
    if (found == Find::kFound || found == Find::kMissing) {
      const bool answer = (found == Find::kFound) == (mode == ReturnMode::kBool);
      frame->regs[FieldA(w)] = Value::Bool(answer);
      return Step::kNext;
    }
    pending = Value();
  }
  const Value special = TypeOf(*this, container)->special(Special::kContains);
  if (special.IsNone()) {
    Raise(Exc::kTypeError, "'{}' object is not a container", TypeName(*this, container));
    return Step::kRaise;
  }
  if (special.IsUndefined()) {
    return CallLibrary(Library::kContains, {container, item}, FieldA(w), mode);
  }
  return CallSpecial(special, container, {item}, FieldA(w), mode);
}

Step Interpreter::GetItemSlow(uint32_t dst, Value object, Value index) {
  if (object.IsUndefined() || index.IsUndefined()) {
    const Word w = CurrentWord(frame());
    return RaiseUnbound(object.IsUndefined() ? FieldB(w) : FieldC(w));
  }
  if (object.Is(Kind::kStr) && index.IsSmall() && IsPlain(object)) {
    const Value result = StrSubscript(*this, object.As<Str>(), index.small());
    if (result == Value::Raised()) return Step::kRaise;
    frame()->regs[dst] = result;
    return Step::kNext;
  }
  const Value special = TypeOf(*this, object)->special(Special::kGetItem);
  if (!special.IsUndefined()) {
    return CallSpecial(special, object, {index}, dst, ReturnMode::kStore);
  }
  if (object.Is(Kind::kType)) {
    return CallLibrary(Library::kClassGetItem, {object, index}, dst);
  }
  Raise(Exc::kTypeError, "'{}' object is not subscriptable", TypeName(*this, object));
  return Step::kRaise;
}

Step Interpreter::SetItemSlow(Value object, Value index, Value value) {
  const Word w = CurrentWord(frame());
  if (value.IsUndefined()) return RaiseUnbound(FieldC(w));
  if (object.IsUndefined()) return RaiseUnbound(FieldA(w));
  if (index.IsUndefined()) return RaiseUnbound(FieldB(w));
  const Value special = TypeOf(*this, object)->special(Special::kSetItem);
  if (special.IsUndefined()) {
    Raise(Exc::kTypeError, "'{}' object does not support item assignment", TypeName(*this, object));
    return Step::kRaise;
  }
  return CallSpecial(special, object, {index, value}, 0, ReturnMode::kDiscard);
}

Step Interpreter::DelItemSlow(Value object, Value index) {
  const Word w = CurrentWord(frame());
  if (object.IsUndefined()) return RaiseUnbound(FieldA(w));
  if (index.IsUndefined()) return RaiseUnbound(FieldB(w));
  const Value special = TypeOf(*this, object)->special(Special::kDelItem);
  if (special.IsUndefined()) {
    const bool by_position = HasSequenceTable(*this, object) &&
                             !TypeOf(*this, index)->special(Special::kIndex).IsUndefined();
    Raise(Exc::kTypeError, "'{}' object {} support item deletion", TypeName(*this, object),
          by_position ? "doesn't" : "does not");
    return Step::kRaise;
  }
  return CallSpecial(special, object, {index}, 0, ReturnMode::kDiscard);
}

}  // namespace heddle::vm
