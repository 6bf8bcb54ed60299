// What the VM and the methods of str are made of. Everything returns new strings or Raised().
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "objects/str.h"

namespace heddle {

struct Context;

inline bool IsStr(Value v) { return v.Is(Kind::kStr); }

Str* EmptyStr(Context& cx);
Str* CharStr(Context& cx, char32_t c);  // the shared one for Latin-1
Str* StrOfInt(Context& cx, int64_t i);

// s[index], negative from the end. IndexError "string index out of range".
Value StrSubscript(Context& cx, Str* s, int64_t index);
// REQUIRES: 0 <= start and, for count > 0, every index in range. `start, start + step, …`.
Str* StrSlice(Context& cx, const Str* s, int64_t start, int64_t count, int64_t step);
Str* StrSubstring(Context& cx, Str* s, uint32_t start, uint32_t end);

Value StrConcat(Context& cx, Str* a, Str* b);
Value StrRepeat(Context& cx, Str* s, int64_t count);
Value StrConcatMany(Context& cx, std::span<const Value> strs);  // BuildString; all are str
// sep.join(items); TypeError for an item that is no str.
Value StrJoin(Context& cx, const Str* sep, std::span<const Value> items);
// REQUIRES: nobody changes the items meanwhile.
Value StrJoin(Context& cx, const Str* sep, const Slot* items, size_t count);

// s.replace(old, new, limit). REQUIRES: `old_part` is not empty.
Value StrReplace(Context& cx, Str* s, const Str* old_part, const Str* new_part, int64_t limit);

// First index of `needle` in bytes, or -1. Takes linear time.
int64_t FindBytes(std::string_view text, std::string_view needle);
// First (last) index of `needle` in haystack[start:end], or -1.
int64_t StrFind(const Str* haystack, const Str* needle, int64_t start, int64_t end);
int64_t StrRFind(const Str* haystack, const Str* needle, int64_t start, int64_t end);
int64_t StrCount(const Str* haystack, const Str* needle, int64_t start, int64_t end, int64_t max);
inline bool StrContains(const Str* haystack, const Str* needle) {
  return StrFind(haystack, needle, 0, haystack->length) >= 0;
}
// haystack[at:at+len(part)] == part
bool StrMatchesAt(const Str* haystack, const Str* part, int64_t at);

Str* StrRepr(Context& cx, const Str* s);   // repr(s)
Str* StrAscii(Context& cx, const Str* s);  // of a repr: escapes what is not ASCII
void AppendStrRepr(const Str* s, bool ascii_only, std::string* utf8);

// The text of a str as UTF-8, without a copy when it is ASCII.
std::string_view StrView(const Str* s, std::string* storage);
std::u32string ToUtf32(const Str* s);

bool StrIsIdentifier(const Str* s);

void AppendUtf8(char32_t c, std::string* out);  // surrogates as WTF-8
// The hash of str and bytes: never 0; the same in every run and on every machine.
uint32_t HashText(const uint8_t* data, size_t size);

}  // namespace heddle
