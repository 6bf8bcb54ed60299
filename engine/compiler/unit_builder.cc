#include "compiler/unit_builder.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace heddle::compiler {

using bytecode::Constant;
using bytecode::Word;
using syntax::SourceSpan;

namespace {

constexpr uint32_t kLargestField = 0xffff;

void AppendBits(std::string& key, const void* data, size_t size) {
  key.append(static_cast<const char*>(data), size);
}

void AppendText(std::string& key, const std::string& text) {
  const size_t size = text.size();
  AppendBits(key, &size, sizeof size);
  key += text;
}

// Two constants with equal keys are the same object to Python: 1, True and 1.0 differ, as do 0.0
// and -0.0.
void AppendKey(std::string& key, const Constant& constant);

struct KeyWriter {
  std::string& key;
  void operator()(Constant::None) const {}
  void operator()(Constant::Ellipsis) const {}
  void operator()(bool value) const { key += value ? '1' : '0'; }
  void operator()(int64_t value) const { AppendBits(key, &value, sizeof value); }
  void operator()(double value) const { AppendBits(key, &value, sizeof value); }
  void operator()(const Constant::BigInt& value) const { AppendText(key, value.digits); }
  void operator()(const Constant::Complex& value) const {
    AppendBits(key, &value.real, sizeof value.real);
    AppendBits(key, &value.imag, sizeof value.imag);
  }
  void operator()(const Constant::Str& value) const { AppendText(key, value.utf8); }
  void operator()(const Constant::Bytes& value) const { AppendText(key, value.data); }
  void operator()(const Constant::Tuple& value) const { Items(value.items); }
  // The same whatever the order of the items, as sets compare.
  void operator()(const Constant::FrozenSet& value) const {
    std::vector<std::string> keys(value.items.size());
    for (size_t i = 0; i < keys.size(); ++i) AppendKey(keys[i], value.items[i]);
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    for (const std::string& item : keys) AppendText(key, item);
  }
  void operator()(const std::shared_ptr<const bytecode::CodeUnit>& code) const {
    const void* address = code.get();
    AppendBits(key, &address, sizeof address);
  }
  void Items(const std::vector<Constant>& items) const {
    const size_t size = items.size();
    AppendBits(key, &size, sizeof size);
    for (const Constant& item : items) AppendKey(key, item);
  }
};

void AppendKey(std::string& key, const Constant& constant) {
  key += static_cast<char>('A' + constant.value.index());
  std::visit(KeyWriter{key}, constant.value);
}

}  // namespace

UnitBuilder::UnitBuilder() : unit_(std::make_shared<bytecode::CodeUnit>()) {}

void UnitBuilder::MarkPosition(const SourceSpan& span) {
  const bytecode::Location location = {
      static_cast<int32_t>(span.line), static_cast<int32_t>(span.end_line),
      static_cast<int32_t>(span.col), static_cast<int32_t>(span.end_col)};
  auto& lines = unit_->lines;
  if (!lines.empty() && std::memcmp(&lines.back().location, &location, sizeof location) == 0)
    return;
  lines.push_back({Here(), location});
}

void UnitBuilder::Emit(const SourceSpan& span, Op op, uint32_t a, uint32_t b, uint32_t c,
                       int32_t ext) {
  if (!reachable_) return;
  if (a > kLargestField || b > kLargestField) too_large_ = true;
  MarkPosition(span);
  const int words = bytecode::WordsOf(op);
  unit_->words.push_back(bytecode::Encode(op, a, b, c));
  if (words > 1) unit_->words.push_back(static_cast<uint32_t>(ext));
  for (int i = 2; i < words; i++) unit_->words.push_back(0);
  switch (op) {
    case Op::kReturn:
    case Op::kRaise:
    case Op::kReraise: reachable_ = false; break;
    default: break;
  }
}

void UnitBuilder::EmitConst(const SourceSpan& span, Reg dst, uint32_t constant) {
  Emit(span, Op::kLoadConst, dst, constant & 0xffff, constant >> 16);
}

void UnitBuilder::EmitClear(const SourceSpan& span, Reg dst) {
  if (!reachable_) return;
  clears_.push_back(Here());
  Emit(span, Op::kMove, dst, 0);
}

Label UnitBuilder::NewLabel() {
  labels_.emplace_back();
  return static_cast<Label>(labels_.size() - 1);
}

void UnitBuilder::Bind(Label label) {
  LabelState& state = labels_[static_cast<uint32_t>(label)];
  state.position = static_cast<int32_t>(Here());
  if (state.used) reachable_ = true;
}

void UnitBuilder::Jump(const SourceSpan& span, Op op, Label target, uint32_t a, uint32_t b) {
  if (!reachable_) return;
  LabelState& state = labels_[static_cast<uint32_t>(target)];
  state.used = true;
  fixups_.push_back({Here(), target, bytecode::WordsOf(op) > 1});
  Emit(span, op, a, b);
  if (op == Op::kJump || op == Op::kJumpBack) reachable_ = false;
}

RegionId UnitBuilder::NewRegion(Label handler, Reg reg) {
  regions_.push_back({handler, reg, false, 0, {}});
  const RegionId id = static_cast<RegionId>(regions_.size() - 1);
  Resume(id);
  return id;
}

void UnitBuilder::Resume(RegionId id) {
  Region& region = regions_[static_cast<uint32_t>(id)];
  region.open = true;
  region.start = Here();
}

void UnitBuilder::Suspend(RegionId id) {
  Region& region = regions_[static_cast<uint32_t>(id)];
  if (!region.open) return;
  region.open = false;
  if (Here() > region.start) region.ranges.emplace_back(region.start, Here());
}

void UnitBuilder::Close(RegionId id) {
  Suspend(id);
  Region& region = regions_[static_cast<uint32_t>(id)];
  for (const auto& [start, end] : region.ranges) {
    entries_.push_back({start, end, region.handler, region.reg});
  }
  if (!region.ranges.empty()) labels_[static_cast<uint32_t>(region.handler)].used = true;
  region.ranges.clear();
}

uint32_t UnitBuilder::AddConstant(Constant value) {
  std::string key;
  AppendKey(key, value);
  const auto [found, added] =
      constants_.emplace(std::move(key), static_cast<uint32_t>(unit_->constants.size()));
  if (added) unit_->constants.push_back(std::move(value));
  return found->second;
}

uint32_t UnitBuilder::AddCode(std::shared_ptr<const bytecode::CodeUnit> code) {
  unit_->constants.push_back({std::move(code)});
  return static_cast<uint32_t>(unit_->constants.size() - 1);
}

uint32_t UnitBuilder::AddName(NameId id, std::string_view text) {
  const uint32_t found = names_.Find(id);
  if (found != NameMap::kMissing) return found;
  unit_->names.emplace_back(text);
  if (unit_->names.size() > kLargestField) too_large_ = true;
  return names_.Add(id);
}

void UnitBuilder::SetFirstTemp(Reg first) {
  first_temp_ = next_temp_ = register_limit_ = first;
  if (first > kLargestField - 1) too_large_ = true;
}

Reg UnitBuilder::Alloc(uint32_t count) {
  const Reg first = next_temp_;
  next_temp_ += count;
  register_limit_ = std::max(register_limit_, next_temp_);
  if (register_limit_ > kLargestField - 1) too_large_ = true;
  return first;
}

std::shared_ptr<const bytecode::CodeUnit> UnitBuilder::Finish() {
  std::vector<Word>& words = unit_->words;
  for (const Fixup& fixup : fixups_) {
    const int32_t offset =
        labels_[static_cast<uint32_t>(fixup.label)].position - static_cast<int32_t>(fixup.at);
    if (fixup.in_extension) {
      words[fixup.at + 1] = static_cast<uint32_t>(offset);
    } else {
      words[fixup.at] |= static_cast<Word>(static_cast<uint32_t>(offset)) << 32;
    }
  }
  for (const uint32_t at : clears_) {
    words[at] |= static_cast<Word>(register_limit_) << 32;
  }
  if (!clears_.empty()) register_limit_++;
  for (const Entry& entry : entries_) {
    const int32_t handler = labels_[static_cast<uint32_t>(entry.handler)].position;
    unit_->exceptions.push_back(
        {entry.start, entry.end, static_cast<uint32_t>(handler), static_cast<uint16_t>(entry.reg)});
  }
  unit_->register_count = static_cast<uint16_t>(register_limit_);
  return std::move(unit_);
}

}  // namespace heddle::compiler
