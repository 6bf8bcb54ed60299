#include "vm/frame.h"

#include <algorithm>
#include <cstdlib>

#include "base/check.h"

namespace heddle::vm {

namespace {

// Which temporaries of a frame are still of use.
class LiveRegisters {
 public:
  LiveRegisters(const Frame* frame, const Frame* callee)
      : unit_(**frame->code->unit),
        liveness_(*frame->code->liveness.Load()),
        at_(frame->pc),
        site_(at_) {
    if (callee == nullptr || callee->call_site == frame->pc) return;
    // It waits behind the instruction at `site_`.
    site_ = callee->call_site;
    const bytecode::Op op = bytecode::OpOf(unit_.words[site_]);
    const bool is_call = op == bytecode::Op::kCall || op == bytecode::Op::kCallMethod;
    const ReturnMode mode = ModeOf(callee);
    const bool stores = mode == ReturnMode::kStore || mode == ReturnMode::kInit ||
                        mode == ReturnMode::kRecord || mode == ReturnMode::kConverted;
    if (!is_call || !stores) return;
    // The callee has the arguments; only a handler may want what lies here.
    for (const bytecode::ExceptionEntry& entry : unit_.exceptions) {
      if (site_ < entry.start || site_ >= entry.end) continue;
      site_ = entry.handler;
      return;
    }
    site_ = at_;
  }

  bool IsLive(uint32_t reg) const {
    return !bytecode::Liveness::IsTemporary(unit_, reg) || liveness_.IsLive(at_, reg) ||
           liveness_.IsLive(site_, reg);
  }

 private:
  const bytecode::CodeUnit& unit_;
  const bytecode::Liveness& liveness_;
  uint32_t at_, site_;
};

}  // namespace

void TraceFrame(Frame* frame, const Frame* callee, heap::Marker& marker) {
  marker.Visit(frame->code);
  marker.Visit(reinterpret_cast<Object*>(frame->globals));
  marker.Visit(reinterpret_cast<Object*>(frame->generator));
  marker.Visit(frame->function);
  marker.Visit(frame->locals);
  marker.Visit(frame->extra);
  Code* const code = frame->code;
  if (code->liveness.Load() == nullptr) {
    code->liveness.Store(new bytecode::Liveness(**code->unit));
  }
  const LiveRegisters live(frame, callee);
  for (uint32_t i = 0; i < frame->register_count; ++i) {
    if (!frame->regs[i].IsObject()) continue;
    if (live.IsLive(i)) {
      marker.Visit(frame->regs[i]);
    } else {
      frame->regs[i] = Value();
    }
  }
}

FrameStack::~FrameStack() {
  while (chunk_ != nullptr) {
    Chunk* previous = chunk_->previous;
    Free(chunk_);
    chunk_ = previous;
  }
  if (spare_ != nullptr) Free(spare_);
}

void FrameStack::Free(Chunk* chunk) {
  memory_.bytes.fetch_sub(chunk->size, std::memory_order_relaxed);
  std::free(chunk);
}

char* FrameStack::Grow(size_t bytes) {
  const size_t wanted = chunk_ == nullptr ? kFirstChunk : std::min(chunk_->size * 2, kLargestChunk);
  const size_t size = std::max(wanted, sizeof(Chunk) + bytes);
  Chunk* chunk = nullptr;
  if (spare_ != nullptr && spare_->size >= size) {
    chunk = spare_;
    spare_ = nullptr;
  } else {
    chunk = static_cast<Chunk*>(std::malloc(size));
    CHECK(chunk != nullptr) << "out of memory for frames";
    chunk->size = size;
    bytes_ += size;
    memory_.bytes.fetch_add(size, std::memory_order_relaxed);
    if (memory_.on_growth) memory_.on_growth();
  }
  chunk->previous = chunk_;
  chunk->saved_top = top_;
  chunk_ = chunk;
  first_ = reinterpret_cast<char*>(chunk + 1);
  end_ = reinterpret_cast<char*>(chunk) + chunk->size;
  top_ = first_;
  return top_;
}

void FrameStack::Shrink() {
  if (chunk_->previous == nullptr) return;
  Chunk* chunk = chunk_;
  chunk_ = chunk->previous;
  top_ = chunk->saved_top;
  first_ = reinterpret_cast<char*>(chunk_ + 1);
  end_ = reinterpret_cast<char*>(chunk_) + chunk_->size;
  if (spare_ == nullptr || spare_->size < chunk->size) std::swap(spare_, chunk);
  if (chunk != nullptr) {
    bytes_ -= chunk->size;
    Free(chunk);
  }
}

}  // namespace heddle::vm
