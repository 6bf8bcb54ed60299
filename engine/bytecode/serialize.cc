#include "bytecode/serialize.h"

#include <algorithm>
#include <cstring>
#include <map>
#include <utility>

#include "base/check.h"

namespace heddle::bytecode {

namespace {

// Kinds of constants: the index in Constant::value.
using Value = decltype(Constant::value);
enum class Tag : uint8_t {
  kNone,
  kEllipsis,
  kBool,
  kInt,
  kDouble,
  kBigInt,
  kComplex,
  kStr,
  kBytes,
  kTuple,
  kFrozenSet,
  kUnit
};
static_assert(std::variant_size_v<Value> == size_t(Tag::kUnit) + 1);

// The first byte of a line entry.
constexpr uint32_t kManyWords = 7;  // and above; also the mask of the words
constexpr uint32_t kLineShift = 3;
constexpr uint32_t kFarLine = 2;  // neither the same line nor the next
constexpr uint32_t kSeveralLines = 1 << 5;

class Writer {
 public:
  // The texts, then what was written.
  std::string Take() {
    std::vector<const std::string*> texts(texts_.size());
    for (const auto& [text, number] : texts_) texts[number] = &text;
    const std::string written = std::exchange(out_, std::string());
    Number(texts.size());
    for (const std::string* text : texts) {
      Number(text->size());
      out_ += *text;
    }
    return out_ + written;
  }

  // Seven bits a byte, the lowest first; the highest bit says that more follow.
  void Number(uint64_t n) {
    for (; n >= 0x80; n >>= 7) out_.push_back(static_cast<char>(n | 0x80));
    out_.push_back(static_cast<char>(n));
  }

  // Small magnitudes are small numbers.
  void Signed(int64_t n) { Number(static_cast<uint64_t>(n) << 1 ^ static_cast<uint64_t>(n >> 63)); }

  void Text(const std::string& text) {
    Number(texts_.try_emplace(text, texts_.size()).first->second);
  }

  void Bits(double d) {
    char bytes[sizeof d];
    std::memcpy(bytes, &d, sizeof d);
    out_.append(bytes, sizeof d);
  }

  // Most bytes of most words are zero: a mask of the others, then those.
  void Instruction(Word word) {
    const size_t mask_at = out_.size();
    out_.push_back(0);
    uint8_t mask = 0;
    for (int i = 0; i < 8; ++i) {
      const auto byte = static_cast<char>(word >> (8 * i));
      if (byte == 0) continue;
      mask = static_cast<uint8_t>(mask | 1 << i);
      out_.push_back(byte);
    }
    out_[mask_at] = static_cast<char>(mask);
  }

  void Write(const Constant& constant) {
    Number(constant.value.index());
    std::visit([this](const auto& value) { Write(value); }, constant.value);
  }

  void Write(const CodeUnit& unit) {
    Text(unit.name);
    Text(unit.qualname);
    Text(unit.filename);
    Signed(unit.first_line);
    for (const uint32_t n :
         {unit.flags, uint32_t{unit.positional_only}, uint32_t{unit.positional},
          uint32_t{unit.keyword_only}, uint32_t{unit.local_count}, uint32_t{unit.free_count},
          uint32_t{unit.register_count}, uint32_t{unit.has_docstring}}) {
      Number(n);
    }
    Number(unit.locals.size());
    for (const CodeUnit::Local& local : unit.locals) {
      Text(local.name);
      Number(uint32_t{local.is_cell} | uint32_t{local.hidden} << 1);
    }
    std::string before = std::exchange(out_, std::string());
    WriteBody(unit);
    const std::string body = std::exchange(out_, std::move(before));
    Number(body.size());
    out_ += body;
  }

 private:
  void WriteBody(const CodeUnit& unit) {
    CHECK(!unit.sealed) << "only whole units can be written";
    Number(unit.names.size());
    for (const std::string& name : unit.names) Text(name);
    Number(unit.constants.size());
    for (const Constant& constant : unit.constants) Write(constant);
    Number(unit.words.size());
    for (const Word word : unit.words) Instruction(word);
    Number(unit.exceptions.size());
    for (const ExceptionEntry& entry : unit.exceptions) {
      for (const uint32_t n : {entry.start, entry.end, entry.handler, uint32_t{entry.reg}}) {
        Number(n);
      }
    }
    Number(unit.lines.size());
    LineEntry last{0, {unit.first_line, 0, 0, 0}};
    for (const LineEntry& entry : unit.lines) {
      Write(entry, last);
      last = entry;
    }
  }

  // A first byte holds what is usual: few words further, the same line or the next, one line.
  void Write(const LineEntry& entry, const LineEntry& last) {
    const Location& place = entry.location;
    const uint32_t words = entry.start - last.start;
    const int64_t lines = int64_t{place.line} - last.location.line;
    const bool near = lines == 0 || lines == 1;
    Number(std::min<uint32_t>(words, kManyWords) |
           (near ? static_cast<uint32_t>(lines) : kFarLine) << kLineShift |
           (place.end_line == place.line ? 0 : kSeveralLines));
    if (words >= kManyWords) Number(words - kManyWords);
    if (!near) Signed(lines);
    if (place.end_line != place.line) Signed(int64_t{place.end_line} - place.line);
    Signed(int64_t{place.column} - last.location.column);
    Signed(int64_t{place.end_column} - place.column);
  }

  void Write(Constant::None) {}
  void Write(Constant::Ellipsis) {}
  void Write(bool b) { Number(b); }
  void Write(int64_t n) { Signed(n); }
  void Write(double d) { Bits(d); }
  void Write(const Constant::BigInt& big) { Text(big.digits); }
  void Write(const Constant::Complex& c) {
    Bits(c.real);
    Bits(c.imag);
  }
  void Write(const Constant::Str& s) { Text(s.utf8); }
  void Write(const Constant::Bytes& b) { Text(b.data); }
  void Write(const Constant::Tuple& t) { Write(t.items); }
  void Write(const Constant::FrozenSet& s) { Write(s.items); }
  void Write(const std::shared_ptr<const CodeUnit>& unit) { Write(*unit); }
  void Write(const std::vector<Constant>& items) {
    Number(items.size());
    for (const Constant& item : items) Write(item);
  }

  std::string out_;
  std::map<std::string, size_t> texts_;  // and their numbers
};

class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {
    auto texts = std::make_shared<Texts>(Number());
    for (std::string_view& text : *texts) text = Take(Number());
    texts_ = std::move(texts);
  }
  explicit Reader(const SealedBody& body) : bytes_(body.bytes), texts_(body.texts) {}

  std::shared_ptr<CodeUnit> Unit() {
    auto unit = std::make_shared<CodeUnit>();
    unit->name = Text();
    unit->qualname = Text();
    unit->filename = Text();
    unit->first_line = Signed32();
    unit->flags = Number32();
    unit->positional_only = Number16();
    unit->positional = Number16();
    unit->keyword_only = Number16();
    unit->local_count = Number16();
    unit->free_count = Number16();
    unit->register_count = Number16();
    unit->has_docstring = Number() != 0;
    unit->locals.resize(Number());
    for (CodeUnit::Local& local : unit->locals) {
      local.name = Text();
      const uint64_t kind = Number();
      local.is_cell = (kind & 1) != 0;
      local.hidden = (kind & 2) != 0;
    }
    unit->sealed = SealedBody{texts_, Take(Number())};
    return unit;
  }

  void Body(CodeUnit* unit) {
    unit->names.resize(Number());
    for (std::string& name : unit->names) name = Text();
    unit->constants = Constants();
    unit->words.resize(Number());
    for (Word& word : unit->words) word = Instruction();
    unit->exceptions.resize(Number());
    for (ExceptionEntry& entry : unit->exceptions) {
      entry.start = Number32();
      entry.end = Number32();
      entry.handler = Number32();
      entry.reg = Number16();
    }
    unit->lines.resize(Number());
    LineEntry last{0, {unit->first_line, 0, 0, 0}};
    for (LineEntry& entry : unit->lines) last = entry = Entry(last);
  }

 private:
  std::string_view Take(size_t count) {
    CHECK(count <= bytes_.size() - at_) << "the library's code is cut short";
    at_ += count;
    return bytes_.substr(at_ - count, count);
  }

  uint64_t Number() {
    uint64_t n = 0;
    for (int shift = 0;; shift += 7) {
      const auto byte = static_cast<uint8_t>(Take(1)[0]);
      n |= uint64_t{byte & 0x7fu} << shift;
      if (byte < 0x80) return n;
    }
  }
  uint32_t Number32() { return static_cast<uint32_t>(Number()); }
  uint16_t Number16() { return static_cast<uint16_t>(Number()); }

  int64_t Signed() {
    const uint64_t n = Number();
    return static_cast<int64_t>(n >> 1 ^ (~(n & 1) + 1));
  }

  int32_t Signed32() { return static_cast<int32_t>(Signed()); }

  std::string Text() {
    const uint64_t number = Number();
    CHECK(number < texts_->size()) << "the library's code is damaged";
    return std::string((*texts_)[number]);
  }

  double Bits() {
    double d;
    std::memcpy(&d, Take(sizeof d).data(), sizeof d);
    return d;
  }

  Word Instruction() {
    const auto mask = static_cast<uint8_t>(Take(1)[0]);
    Word word = 0;
    for (int i = 0; i < 8; ++i) {
      if ((mask >> i & 1) != 0) word |= Word{static_cast<uint8_t>(Take(1)[0])} << (8 * i);
    }
    return word;
  }

  LineEntry Entry(const LineEntry& last) {
    const uint32_t usual = Number32();
    const uint32_t words = usual & kManyWords;
    const uint32_t lines = usual >> kLineShift & 3;
    LineEntry entry;
    entry.start = last.start + words + (words == kManyWords ? Number32() : 0);
    Location& place = entry.location;
    place.line =
        last.location.line + (lines == kFarLine ? Signed32() : static_cast<int32_t>(lines));
    place.end_line = place.line + ((usual & kSeveralLines) != 0 ? Signed32() : 0);
    place.column = last.location.column + Signed32();
    place.end_column = place.column + Signed32();
    return entry;
  }

  std::vector<Constant> Constants() {
    std::vector<Constant> items(Number());
    for (Constant& item : items) item.value = Read(static_cast<Tag>(Number()));
    return items;
  }

  // What runs at once, or shows its first constant before it runs, is read at once.
  std::shared_ptr<const CodeUnit> FunctionOrClass() {
    std::shared_ptr<CodeUnit> unit = Unit();
    if (unit->has_docstring || (unit->flags & kClassBody) != 0) return Unseal(*unit);
    return unit;
  }

  // Nesting is that of the source, which the parser bounds.
  Value Read(Tag tag) {
    switch (tag) {
      case Tag::kNone: return Constant::None{};
      case Tag::kEllipsis: return Constant::Ellipsis{};
      case Tag::kBool: return Number() != 0;
      case Tag::kInt: return Signed();
      case Tag::kDouble: return Bits();
      case Tag::kBigInt: return Constant::BigInt{Text()};
      case Tag::kComplex: {
        const double real = Bits();
        return Constant::Complex{real, Bits()};
      }
      case Tag::kStr: return Constant::Str{Text()};
      case Tag::kBytes: return Constant::Bytes{Text()};
      case Tag::kTuple: return Constant::Tuple{Constants()};
      case Tag::kFrozenSet: return Constant::FrozenSet{Constants()};
      case Tag::kUnit: return FunctionOrClass();
    }
    CHECK(false) << "the library's code is damaged";
    return Constant::None{};
  }

  const std::string_view bytes_;
  size_t at_ = 0;
  std::shared_ptr<const Texts> texts_;
};

}  // namespace

std::string Serialize(const CodeUnit& unit) {
  Writer writer;
  writer.Write(unit);
  return writer.Take();
}

std::shared_ptr<const CodeUnit> Deserialize(std::string_view bytes) {
  return Unseal(*Reader(bytes).Unit());
}

std::shared_ptr<const CodeUnit> Unseal(const CodeUnit& unit) {
  auto whole = std::make_shared<CodeUnit>(unit);
  whole->sealed.reset();
  Reader(*unit.sealed).Body(whole.get());
  return whole;
}

}  // namespace heddle::bytecode
