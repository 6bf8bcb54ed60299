// The line that is typed for input(): editing without a screen.
//
// Feed it what the terminal's keyboard sends; it keeps text, cursor and history.

export type LineEvent =
  | {readonly kind: 'changed'}
  | {readonly kind: 'line'; readonly text: string}
  | {readonly kind: 'end'}  // Ctrl+D on an empty line
  | {readonly kind: 'interrupt'};  // Ctrl+C

const keys: Readonly<Record<string, string>> = {
  '\x1b[D': 'left', '\x1bOD': 'left', '\x02': 'left',
  '\x1b[C': 'right', '\x1bOC': 'right', '\x06': 'right',
  '\x1b[A': 'older', '\x1bOA': 'older', '\x10': 'older',
  '\x1b[B': 'newer', '\x1bOB': 'newer', '\x0e': 'newer',
  '\x1b[H': 'home', '\x1bOH': 'home', '\x01': 'home',
  '\x1b[F': 'end', '\x1bOF': 'end', '\x05': 'end',
  '\x7f': 'backspace', '\b': 'backspace', '\x1b[3~': 'delete',
  '\x15': 'clear-before', '\x0b': 'clear-after', '\x17': 'word-before',
};

export class LineEditor {
  private chars: string[] = [];
  private at = 0;
  private history: string[] = [];
  private historyAt = 0;

  get text(): string {
    return this.chars.join('');
  }

  get cursor(): number {
    return this.at;
  }

  // Returns what `data` did, and what of it was not used: the rest of a paste
  // belongs to the next line.
  feed(data: string): {readonly event: LineEvent; readonly rest: string} {
    const key = keys[data];
    if (key) {
      this.press(key);
      return {event: {kind: 'changed'}, rest: ''};
    }
    if (data.startsWith('\x1b')) return {event: {kind: 'changed'}, rest: ''};
    let used = 0;
    for (const char of data) {
      used += char.length;
      if (char === '\r' || char === '\n') {
        const rest = data.slice(used + (data.startsWith('\r\n', used - 1) ? 1 : 0));
        return {event: {kind: 'line', text: this.take()}, rest};
      }
      if (char === '\x03') return {event: {kind: 'interrupt'}, rest: ''};
      if (char === '\x04' && this.chars.length === 0) return {event: {kind: 'end'}, rest: data.slice(used)};
      if (char >= ' ' || char === '\t') this.insert(char);
    }
    return {event: {kind: 'changed'}, rest: ''};
  }

  reset(): void {
    this.replace('');
  }

  private insert(char: string): void {
    this.chars.splice(this.at++, 0, char);
  }

  private take(): string {
    const line = this.text;
    if (line !== '' && line !== this.history.at(-1)) this.history.push(line);
    this.historyAt = this.history.length;
    this.replace('');
    return line;
  }

  private replace(text: string): void {
    this.chars = [...text];
    this.at = this.chars.length;
  }

  private recall(step: number): void {
    this.historyAt = Math.max(0, Math.min(this.history.length, this.historyAt + step));
    this.replace(this.history[this.historyAt] ?? '');
  }

  private press(key: string): void {
    if (key === 'left') this.at = Math.max(0, this.at - 1);
    else if (key === 'right') this.at = Math.min(this.chars.length, this.at + 1);
    else if (key === 'home') this.at = 0;
    else if (key === 'end') this.at = this.chars.length;
    else if (key === 'older') this.recall(-1);
    else if (key === 'newer') this.recall(1);
    else if (key === 'delete') this.chars.splice(this.at, 1);
    else if (key === 'backspace' && this.at > 0) this.chars.splice(--this.at, 1);
    else if (key === 'clear-before') this.cut(0);
    else if (key === 'clear-after') this.chars.length = this.at;
    else if (key === 'word-before') this.cut(this.wordStart());
  }

  private cut(from: number): void {
    this.chars.splice(from, this.at - from);
    this.at = from;
  }

  private wordStart(): number {
    let start = this.at;
    while (start > 0 && this.chars[start - 1] === ' ') start--;
    while (start > 0 && this.chars[start - 1] !== ' ') start--;
    return start;
  }
}
