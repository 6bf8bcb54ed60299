// The native halves of pickle.Pickler and pickle.Unpickler: machines that go on until something
// takes Python code, which they tail-call. What that returns is what the next step is given. The
// library's loop is
//   run = machine.begin(…); value = None
//   while not machine.done: value = machine.step(run, value)
// and value is then the result. A step of a run that another begin() has ended is refused.
#pragma once

#include "lib/modules.h"
#include "objects/context.h"

namespace heddle::lib {

extern const TypeDef kPickleWriterType;  // pickle_writer.cc
extern const TypeDef kPickleReaderType;  // pickle_reader.cc

struct MachineTurn {
  Relaxed<uint32_t> busy;  // a native is at work
  Relaxed<uint32_t> run;   // the last begin(); written by whoever has made it busy
};

// Keeps other threads off a machine for the time of one native. Not a lock: what a step does may
// stop the world, which a thread that spins would hold up. False: RuntimeError is pending, for
// somebody else is at work, or has begun something else since `run` began.
class MachineUse {
 public:
  MachineUse(Context& cx, MachineTurn* turn, Value run = Value())
      : turn_(turn->busy.CompareExchange(0, 1) ? turn : nullptr) {
    if (turn_ != nullptr && (run.IsUndefined() || run == Value::Small(turn->run.Load()))) return;
    if (turn_ != nullptr) turn_->busy.StoreRelease(0);  // pairs with the exchange
    turn_ = nullptr;
    cx.Raise(Exc::kRuntimeError, "a pickler or unpickler is used for two things at once");
  }
  ~MachineUse() {
    if (turn_ != nullptr) turn_->busy.StoreRelease(0);  // pairs with the exchange
  }
  MachineUse(const MachineUse&) = delete;
  MachineUse& operator=(const MachineUse&) = delete;
  explicit operator bool() const { return turn_ != nullptr; }

  // Begins a run, which is what step() is given.
  Value Begin() {
    turn_->run.Store(turn_->run.Load() + 1);
    return Value::Small(turn_->run.Load());
  }

 private:
  MachineTurn* turn_;
};

Value NewPickleReader(Context& cx, Args args);  // (owner, data)

// The opcodes that both know by name.
namespace pickle_op {
inline constexpr char kMark = '(', kStop = '.', kPop = '0', kPopMark = '1', kDup = '2',
                      kFloat = 'F', kInt = 'I', kBinInt = 'J', kBinInt1 = 'K', kLong = 'L',
                      kBinInt2 = 'M', kNone = 'N', kPersId = 'P', kBinPersId = 'Q', kReduce = 'R',
                      kString = 'S', kBinString = 'T', kShortBinString = 'U', kUnicode = 'V',
                      kBinUnicode = 'X', kAppend = 'a', kBuild = 'b', kGlobal = 'c', kDict = 'd',
                      kEmptyDict = '}', kAppends = 'e', kGet = 'g', kBinGet = 'h', kInst = 'i',
                      kLongBinGet = 'j', kList = 'l', kEmptyList = ']', kObj = 'o', kPut = 'p',
                      kBinPut = 'q', kLongBinPut = 'r', kSetItem = 's', kTuple = 't',
                      kEmptyTuple = ')', kSetItems = 'u', kBinFloat = 'G', kBinBytes = 'B',
                      kShortBinBytes = 'C';
inline constexpr char kProto = '\x80', kNewObj = '\x81', kExt1 = '\x82', kExt2 = '\x83',
                      kExt4 = '\x84', kTuple1 = '\x85', kTuple2 = '\x86', kTuple3 = '\x87',
                      kNewTrue = '\x88', kNewFalse = '\x89', kLong1 = '\x8a', kLong4 = '\x8b',
                      kShortBinUnicode = '\x8c', kBinUnicode8 = '\x8d', kBinBytes8 = '\x8e',
                      kEmptySet = '\x8f', kAddItems = '\x90', kFrozenSet = '\x91',
                      kNewObjEx = '\x92', kStackGlobal = '\x93', kMemoize = '\x94', kFrame = '\x95',
                      kByteArray8 = '\x96', kNextBuffer = '\x97', kReadOnlyBuffer = '\x98';
}  // namespace pickle_op

}  // namespace heddle::lib
