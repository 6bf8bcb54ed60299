// Numbers and characters as the page counts and shows them.

export function formatSeconds(seconds: number): string {
  if (seconds < 10) return seconds.toFixed(2);
  return seconds < 1000 ? seconds.toFixed(1) : Math.round(seconds).toString();
}

// How many terminal cells a character takes: two for East Asian wide ones and emoji.
// The ranges are those of Unicode's EastAsianWidth W and F that a keyboard produces.
export function cellWidth(char: string): number {
  const code = char.codePointAt(0) ?? 0;
  if (code < 0x1100) return code >= 0x300 && code <= 0x36f ? 0 : 1;
  const wide =
    code <= 0x115f ||
    (code >= 0x2e80 && code <= 0xa4cf && code !== 0x303f) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0xffe0 && code <= 0xffe6) ||
    (code >= 0x1f300 && code <= 0x1faff) ||
    (code >= 0x20000 && code <= 0x3fffd);
  return wide ? 2 : 1;
}

// Positions in a text: JavaScript counts UTF-16 units, the engine code points.
export function codePoints(text: string, units: number): number {
  let count = 0;
  for (let at = 0; at < units && at < text.length; ++count) at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  return count;
}

export function utf16Units(text: string, points: number): number {
  let at = 0;
  for (let count = 0; count < points && at < text.length; ++count) at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  return at;
}
