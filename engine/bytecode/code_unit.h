// What the compiler makes of a source text: plain data, independent of any heap.
//
// A CodeUnit is immutable once it has left the compiler, so any number of processes and machines
// may load the same one. Loading makes heap objects of its constants and gives each load inline
// caches of its own.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace heddle::bytecode {

enum class Op : uint16_t {
#define OP(name, words, operands, traits) k##name,
#include "bytecode/opcodes.def"
#undef OP
  kCount,
};

// Fields of the first word of an instruction; see opcodes.def.
using Word = uint64_t;
constexpr Op OpOf(Word w) { return static_cast<Op>(w & 0xffff); }
constexpr uint32_t FieldA(Word w) { return (w >> 16) & 0xffff; }
constexpr uint32_t FieldB(Word w) { return (w >> 32) & 0xffff; }
constexpr uint32_t FieldC(Word w) { return static_cast<uint32_t>(w >> 48); }
constexpr int32_t FieldS32(Word w) { return static_cast<int32_t>(w >> 32); }
constexpr int32_t SignedB(Word w) { return static_cast<int16_t>(w >> 32); }
constexpr int32_t SignedC(Word w) { return static_cast<int16_t>(w >> 48); }
constexpr int32_t ExtS32(Word w) { return static_cast<int32_t>(static_cast<uint32_t>(w)); }

constexpr Word Encode(Op op, uint32_t a, uint32_t b, uint32_t c) {
  return static_cast<Word>(op) | static_cast<Word>(a & 0xffff) << 16 |
         static_cast<Word>(b & 0xffff) << 32 | static_cast<Word>(c & 0xffff) << 48;
}
constexpr Word EncodeS32(Op op, uint32_t a, int32_t s32) {
  return static_cast<Word>(op) | static_cast<Word>(a & 0xffff) << 16 |
         static_cast<Word>(static_cast<uint32_t>(s32)) << 32;
}

// The number of words of an instruction, itself included.
int WordsOf(Op op);
const char* NameOf(Op op);

struct CodeUnit;

// A constant of the source. Tuples and frozensets hold constants only.
struct Constant {
  struct None {};
  struct Ellipsis {};
  struct BigInt {
    std::string digits;
  };  // decimal or 0x…, as written by the lexer; not negative
  struct Complex {
    double real, imag;
  };
  struct Str {
    std::string utf8;
  };  // WTF-8: may hold lone surrogates
  struct Bytes {
    std::string data;
  };
  struct Tuple {
    std::vector<Constant> items;
  };
  struct FrozenSet {
    std::vector<Constant> items;
  };
  std::variant<None, Ellipsis, bool, int64_t, double, BigInt, Complex, Str, Bytes, Tuple, FrozenSet,
               std::shared_ptr<const CodeUnit>>
      value;
};

// A part of the source. Lines count from 1; columns count code points from 0; -1 is unknown.
struct Location {
  int32_t line, end_line, column, end_column;
};

// While an instruction in the words [start, end) raises, r[reg] receives the exception and
// execution goes on at `handler`. Of nested entries the first in the table wins: inner ones come
// first.
struct ExceptionEntry {
  uint32_t start, end, handler;
  uint16_t reg;
};

struct LineEntry {
  uint32_t start;  // first word this holds for, up to the next entry's start
  Location location;
};

enum CodeFlags : uint32_t {
  kVarArgs = 1,      // has *args
  kVarKeywords = 2,  // has **kwargs
  kGenerator = 4,
  kCoroutine = 8,
  kAsyncGenerator = 16,
  kNested = 32,
  kClassBody = 64,           // names live in a mapping given at the call
  kUsesLocalsMapping = 128,  // module or exec code compiled with LoadName/StoreName
  kFutureAnnotations = 256,
  kMethod = 512,  // defined directly in a class body
  kIterableCoroutine = 1024,
};

// Operations without an opcode of their own (Op::kIntrinsic); arguments from r[b] on.
enum class Intrinsic : uint16_t {
  kPrintExpr,               // (value): sys.displayhook, for interactive mode
  kStopIterationError,      // (exc): StopIteration that left a generator becomes RuntimeError
  kTypeVar,                 // (name)
  kTypeVarWithBound,        // (name, function that evaluates the bound)
  kTypeVarWithConstraints,  // (name, function)
  kParamSpec,               // (name)
  kTypeVarTuple,            // (name)
  kSetTypeParamDefault,     // (type parameter, function): returns the parameter
  kSubscriptGeneric,        // (tuple of type parameters): typing.Generic[...]
  kTypeAlias,               // (name, tuple of type parameters or None, function that evaluates)
  kSetFunctionTypeParams,   // (function, tuple): returns the function
};

// What serialised units share: every text once.
using Texts = std::vector<std::string_view>;

// The part of a serialised unit that only its execution needs: names, constants, instructions and
// tables.
struct SealedBody {
  std::shared_ptr<const Texts> texts;
  std::string_view bytes;
};

struct CodeUnit {
  std::string name, qualname, filename;
  int32_t first_line = 0;
  uint32_t flags = 0;

  // Parameters are registers 0, 1, …: positional-only, positional or keyword, keyword-only, *args,
  // **kwargs, in this order (as co_varnames).
  uint16_t positional_only = 0;  // of `positional`
  uint16_t positional = 0;       // positional-only ones included
  uint16_t keyword_only = 0;

  uint16_t local_count = 0;  // named locals, parameters included: registers [0, local_count)
  uint16_t free_count = 0;   // registers [local_count, local_count + free_count)
  uint16_t register_count = 0;

  // Names of the registers [0, local_count + free_count). A local that inner functions capture has
  // is_cell set: its register holds a cell after the MakeCell in the prologue. Entries whose name
  // starts with '.' are hidden (iteration variables of inlined comprehensions keep their own names
  // but are hidden by `hidden`).
  struct Local {
    std::string name;
    bool is_cell = false;
    bool hidden = false;  // not part of locals()
  };
  std::vector<Local> locals;

  std::vector<std::string> names;   // attributes, globals, imports
  std::vector<Constant> constants;  // with a docstring: constants[0]
  bool has_docstring = false;
  std::vector<Word> words;
  std::vector<ExceptionEntry> exceptions;
  std::vector<LineEntry> lines;

  // Set: the five tables above are still empty, and Unseal() of serialize.h reads them from here.
  std::optional<SealedBody> sealed;

  Location LocationOf(uint32_t word) const;
};

// One instruction a line, with operands by name; nested code follows. For tests and people.
std::string Disassemble(const CodeUnit& unit);

// Checks that every operand, jump and table entry is in range and that no path falls off the end.
// Returns an empty string, or what is wrong.
std::string Verify(const CodeUnit& unit);

}  // namespace heddle::bytecode
