"""Text in paragraphs of a given width."""

__all__ = ['TextWrapper', 'wrap', 'fill', 'dedent', 'indent', 'shorten']

_whitespace = '\t\n\x0b\x0c\r '


class TextWrapper:
    """Breaks text into lines."""

    unicode_whitespace_trans = {ord(c): ord(' ') for c in _whitespace}

    def __init__(self, width=70, initial_indent='', subsequent_indent='', expand_tabs=True,
                 replace_whitespace=True, fix_sentence_endings=False, break_long_words=True,
                 drop_whitespace=True, break_on_hyphens=True, tabsize=8, *, max_lines=None,
                 placeholder=' [...]'):
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.replace_whitespace = replace_whitespace
        self.fix_sentence_endings = fix_sentence_endings
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens
        self.tabsize = tabsize
        self.max_lines = max_lines
        self.placeholder = placeholder

    def _split(self, text):
        """Words, the white space between them, and the parts of words with hyphens."""
        chunks = []
        i, n = 0, len(text)
        while i < n:
            start = i
            blank = text[i] in _whitespace
            while i < n and (text[i] in _whitespace) == blank:
                i += 1
            if blank or not self.break_on_hyphens:
                chunks.append(text[start:i])
            else:
                chunks.extend(_split_word(text[start:i]))
        return chunks

    def _fix_sentence_endings(self, chunks):
        for i in range(len(chunks) - 1):
            word = chunks[i]
            if chunks[i + 1] == ' ':
                end = word.rstrip('"\'')
                if len(word) - len(end) <= 1 and end[-1:] in ('.', '!', '?') \
                        and end[-2:-1].islower():
                    chunks[i + 1] = '  '

    def _wrap_chunks(self, chunks):
        if self.width <= 0:
            raise ValueError(f'invalid width {self.width!r} (must be > 0)')
        if self.max_lines is not None:
            indent = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(indent) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError('placeholder too large for max width')
        lines = []
        chunks.reverse()
        while chunks:
            line = []
            length = 0
            indent = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(indent)
            if self.drop_whitespace and lines and not chunks[-1].strip():
                chunks.pop()
            while chunks and length + len(chunks[-1]) <= width:
                length += len(chunks[-1])
                line.append(chunks.pop())
            if chunks and len(chunks[-1]) > width:
                self._handle_long_word(chunks, line, length, width)
                length = sum([len(chunk) for chunk in line])
            if self.drop_whitespace and line and not line[-1].strip():
                length -= len(line.pop())
            if not line:
                continue
            if (self.max_lines is None or len(lines) + 1 < self.max_lines
                    or (not chunks or self.drop_whitespace and len(chunks) == 1
                        and not chunks[0].strip()) and length <= width):
                lines.append(indent + ''.join(line))
                continue
            while line:
                if line[-1].strip() and length + len(self.placeholder) <= width:
                    line.append(self.placeholder)
                    lines.append(indent + ''.join(line))
                    break
                length -= len(line.pop())
            else:
                if lines:
                    previous = lines[-1].rstrip()
                    if len(previous) + len(self.placeholder) <= self.width:
                        lines[-1] = previous + self.placeholder
                        break
                lines.append(indent + self.placeholder.lstrip())
            break
        return lines

    def _handle_long_word(self, chunks, line, length, width):
        space = 1 if width < 1 else width - length
        if self.break_long_words:
            end = space
            chunk = chunks[-1]
            if self.break_on_hyphens and len(chunk) > space:
                hyphen = chunk.rfind('-', 0, space)
                if hyphen > 0 and any([c != '-' for c in chunk[:hyphen]]):
                    end = hyphen + 1
            line.append(chunk[:end])
            chunks[-1] = chunk[end:]
        elif not line:
            line.append(chunks.pop())

    def wrap(self, text):
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            text = text.translate(self.unicode_whitespace_trans)
        chunks = self._split(text)
        if self.fix_sentence_endings:
            self._fix_sentence_endings(chunks)
        return self._wrap_chunks(chunks)

    def fill(self, text):
        return '\n'.join(self.wrap(text))


def _is_letter(c):
    return c == '_' or c.isalpha()


def _split_word(word):
    """The word in parts that end after a hyphen between letters, or around a dash of several."""
    parts = []
    start = i = 0
    n = len(word)
    while i < n:
        if word[i] != '-':
            i += 1
            continue
        end = i
        while end < n and word[end] == '-':
            end += 1
        if end - i >= 2:
            before = word[i - 1] if i else ''
            after = word[end] if end < n else ''
            if before and after and (before.isalnum() or before in '_!"\'&.,?') \
                    and (after.isalnum() or after == '_'):
                parts.append(word[start:i])
                parts.append(word[i:end])
                start = end
            i = end
            continue
        two_before = i - start >= 2 and _is_letter(word[i - 2])
        one_of_several = i >= 3 and word[i - 2] == '-' and _is_letter(word[i - 3])
        if ((two_before or one_of_several) and _is_letter(word[i - 1])
                and i + 2 < n and _is_letter(word[i + 1]) and (_is_letter(word[i + 2])
                                                               or word[i + 2] == '-')):
            parts.append(word[start:i + 1])
            start = i + 1
        i = end
    if start < n:
        parts.append(word[start:])
    return parts


def wrap(text, width=70, **kwargs):
    """The text as a list of lines."""
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    """The text as one string of lines."""
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    """The text with white space collapsed, and cut to fit the width."""
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(' '.join(text.strip().split()))


def dedent(text):
    """Takes away the white space that every line begins with."""
    lines = text.split('\n')
    margin = None
    for i, line in enumerate(lines):
        if not line.strip(' \t\r\x0b\x0c') and not line.strip():
            lines[i] = ''
            continue
        white = line[:len(line) - len(line.lstrip(' \t'))]
        if margin is None:
            margin = white
            continue
        common = 0
        for a, b in zip(margin, white):
            if a != b:
                break
            common += 1
        margin = margin[:common]
    if margin:
        lines = [line[len(margin):] for line in lines]
    return '\n'.join(lines)


def indent(text, prefix, predicate=None):
    """Puts the prefix before every line that is not blank, or for which the predicate holds."""
    out = []
    for line in text.splitlines(True):
        if predicate(line) if predicate is not None else not line.isspace():
            out.append(prefix)
        out.append(line)
    return ''.join(out)
