#include "vm/frame.h"

#include <algorithm>
#include <cstdlib>

#include "base/check.h"

namespace heddle::vm {

void TraceFrame(Frame* frame, heap::Marker& marker) {
  marker.Visit(frame->code);
  marker.Visit(reinterpret_cast<Object*>(frame->globals));
  marker.Visit(reinterpret_cast<Object*>(frame->generator));
  marker.Visit(frame->function);
  marker.Visit(frame->locals);
  marker.Visit(frame->extra);
  for (uint32_t i = 0; i < frame->register_count; ++i) marker.Visit(frame->regs[i]);
}

FrameStack::~FrameStack() {
  while (chunk_ != nullptr) {
    Chunk* previous = chunk_->previous;
    std::free(chunk_);
    chunk_ = previous;
  }
  std::free(spare_);
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
    std::free(chunk);
  }
}

}  // namespace heddle::vm
