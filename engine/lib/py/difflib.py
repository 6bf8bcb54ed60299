"""What two sequences have in common, and how one becomes the other."""

__all__ = ['get_close_matches', 'ndiff', 'restore', 'SequenceMatcher', 'Differ',
           'IS_CHARACTER_JUNK', 'IS_LINE_JUNK', 'context_diff', 'unified_diff', 'diff_bytes',
           'HtmlDiff', 'Match']

from collections import namedtuple
from heapq import nlargest
from types import GenericAlias

Match = namedtuple('Match', 'a b size')


def _ratio(matches, length):
    return 2.0 * matches / length if length else 1.0


class SequenceMatcher:
    """Compares two sequences of hashable items: the longest blocks that both have, left and right
    of each the longest again (Ratcliff and Obershelp, 1988)."""

    def __init__(self, isjunk=None, a='', b='', autojunk=True):
        self.isjunk = isjunk
        self.a = self.b = None
        self.autojunk = autojunk
        self.set_seqs(a, b)

    __class_getitem__ = classmethod(GenericAlias)

    def set_seqs(self, a, b):
        self.set_seq1(a)
        self.set_seq2(b)

    def set_seq1(self, a):
        if a is self.a:
            return
        self.a = a
        self.matching_blocks = self.opcodes = None

    def set_seq2(self, b):
        if b is self.b:
            return
        self.b = b
        self.matching_blocks = self.opcodes = None
        self.fullbcount = None
        self._chain_b()

    def _chain_b(self):
        b = self.b
        self.b2j = places = {}
        for i, item in enumerate(b):
            places.setdefault(item, []).append(i)
        self.bjunk = junk = set()
        if self.isjunk:
            for item in places:
                if self.isjunk(item):
                    junk.add(item)
            for item in junk:
                del places[item]
        self.bpopular = popular = set()
        n = len(b)
        if self.autojunk and n >= 200:
            most = n // 100 + 1
            for item, where in places.items():
                if len(where) > most:
                    popular.add(item)
            for item in popular:
                del places[item]

    def find_longest_match(self, alo=0, ahi=None, blo=0, bhi=None):
        a, b, places, is_junk = self.a, self.b, self.b2j, self.bjunk.__contains__
        if ahi is None:
            ahi = len(a)
        if bhi is None:
            bhi = len(b)
        best_i, best_j, best_size = alo, blo, 0
        lengths = {}
        nothing = []
        for i in range(alo, ahi):
            new_lengths = {}
            for j in places.get(a[i], nothing):
                if j < blo:
                    continue
                if j >= bhi:
                    break
                k = new_lengths[j] = lengths.get(j - 1, 0) + 1
                if k > best_size:
                    best_i, best_j, best_size = i - k + 1, j - k + 1, k
            lengths = new_lengths
        # Popular items around it belong to it, then junk.
        for wanted in (False, True):
            while (best_i > alo and best_j > blo and is_junk(b[best_j - 1]) == wanted
                   and a[best_i - 1] == b[best_j - 1]):
                best_i, best_j, best_size = best_i - 1, best_j - 1, best_size + 1
            while (best_i + best_size < ahi and best_j + best_size < bhi
                   and is_junk(b[best_j + best_size]) == wanted
                   and a[best_i + best_size] == b[best_j + best_size]):
                best_size += 1
        return Match(best_i, best_j, best_size)

    def get_matching_blocks(self):
        if self.matching_blocks is not None:
            return self.matching_blocks
        la, lb = len(self.a), len(self.b)
        todo = [(0, la, 0, lb)]
        found = []
        while todo:
            alo, ahi, blo, bhi = todo.pop()
            i, j, k = block = self.find_longest_match(alo, ahi, blo, bhi)
            if k:
                found.append(block)
                if alo < i and blo < j:
                    todo.append((alo, i, blo, j))
                if i + k < ahi and j + k < bhi:
                    todo.append((i + k, ahi, j + k, bhi))
        found.sort()
        i1 = j1 = k1 = 0
        blocks = []
        for i2, j2, k2 in found:
            if i1 + k1 == i2 and j1 + k1 == j2:
                k1 += k2
            else:
                if k1:
                    blocks.append((i1, j1, k1))
                i1, j1, k1 = i2, j2, k2
        if k1:
            blocks.append((i1, j1, k1))
        blocks.append((la, lb, 0))
        self.matching_blocks = [Match._make(block) for block in blocks]
        return self.matching_blocks

    def get_opcodes(self):
        if self.opcodes is not None:
            return self.opcodes
        i = j = 0
        self.opcodes = answer = []
        for ai, bj, size in self.get_matching_blocks():
            if i < ai and j < bj:
                answer.append(('replace', i, ai, j, bj))
            elif i < ai:
                answer.append(('delete', i, ai, j, bj))
            elif j < bj:
                answer.append(('insert', i, ai, j, bj))
            i, j = ai + size, bj + size
            if size:
                answer.append(('equal', ai, i, bj, j))
        return answer

    def get_grouped_opcodes(self, n=3):
        codes = list(self.get_opcodes()) or [('equal', 0, 1, 0, 1)]
        if codes[0][0] == 'equal':
            tag, i1, i2, j1, j2 = codes[0]
            codes[0] = tag, max(i1, i2 - n), i2, max(j1, j2 - n), j2
        if codes[-1][0] == 'equal':
            tag, i1, i2, j1, j2 = codes[-1]
            codes[-1] = tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n)
        group = []
        for tag, i1, i2, j1, j2 in codes:
            if tag == 'equal' and i2 - i1 > n + n:
                group.append((tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n)))
                yield group
                group = []
                i1, j1 = max(i1, i2 - n), max(j1, j2 - n)
            group.append((tag, i1, i2, j1, j2))
        if group and not (len(group) == 1 and group[0][0] == 'equal'):
            yield group

    def ratio(self):
        matches = sum([block[-1] for block in self.get_matching_blocks()])
        return _ratio(matches, len(self.a) + len(self.b))

    def quick_ratio(self):
        if self.fullbcount is None:
            self.fullbcount = counts = {}
            for item in self.b:
                counts[item] = counts.get(item, 0) + 1
        left = dict(self.fullbcount)
        matches = 0
        for item in self.a:
            n = left.get(item, 0)
            left[item] = n - 1
            if n > 0:
                matches += 1
        return _ratio(matches, len(self.a) + len(self.b))

    def real_quick_ratio(self):
        la, lb = len(self.a), len(self.b)
        return _ratio(min(la, lb), la + lb)


def get_close_matches(word, possibilities, n=3, cutoff=0.6):
    """The best matches, the most similar first."""
    if not n > 0:
        raise ValueError(f'n must be > 0: {n!r}')
    if not 0.0 <= cutoff <= 1.0:
        raise ValueError(f'cutoff must be in [0.0, 1.0]: {cutoff!r}')
    result = []
    matcher = SequenceMatcher()
    matcher.set_seq2(word)
    for x in possibilities:
        matcher.set_seq1(x)
        if (matcher.real_quick_ratio() >= cutoff and matcher.quick_ratio() >= cutoff
                and matcher.ratio() >= cutoff):
            result.append((matcher.ratio(), x))
    return [x for score, x in nlargest(n, result)]


class Differ:
    """Lines with `- `, `+ `, `  ` and `? ` before them."""

    def __init__(self, linejunk=None, charjunk=None):
        self.linejunk = linejunk
        self.charjunk = charjunk

    def compare(self, a, b):
        matcher = SequenceMatcher(self.linejunk, a, b)
        for tag, alo, ahi, blo, bhi in matcher.get_opcodes():
            if tag == 'replace':
                yield from self._replaced(a, alo, ahi, b, blo, bhi)
            elif tag == 'delete':
                yield from self._marked('-', a, alo, ahi)
            elif tag == 'insert':
                yield from self._marked('+', b, blo, bhi)
            else:
                yield from self._marked(' ', a, alo, ahi)

    def _marked(self, mark, lines, low, high):
        for i in range(low, high):
            yield f'{mark} {lines[i]}'

    def _plain_replace(self, a, alo, ahi, b, blo, bhi):
        first = self._marked('-', a, alo, ahi)
        second = self._marked('+', b, blo, bhi)
        if bhi - blo < ahi - alo:
            first, second = second, first
        yield from first
        yield from second

    def _replaced(self, a, alo, ahi, b, blo, bhi):
        """Blocks that differ: lines that are much alike are shown with their differences."""
        best_ratio, cutoff = 0.74999, 0.75
        matcher = SequenceMatcher(self.charjunk)
        eq_i = eq_j = None
        best_i = best_j = None
        for j in range(blo, bhi):
            matcher.set_seq2(b[j])
            for i in range(alo, ahi):
                if a[i] == b[j]:
                    if eq_i is None:
                        eq_i, eq_j = i, j
                    continue
                matcher.set_seq1(a[i])
                if (matcher.real_quick_ratio() > best_ratio and matcher.quick_ratio() > best_ratio
                        and matcher.ratio() > best_ratio):
                    best_ratio, best_i, best_j = matcher.ratio(), i, j
        if best_ratio < cutoff:
            if eq_i is None:
                yield from self._plain_replace(a, alo, ahi, b, blo, bhi)
                return
            best_i, best_j, best_ratio = eq_i, eq_j, 1.0
        else:
            eq_i = None
        yield from self._around(a, alo, best_i, b, blo, best_j)
        left, right = a[best_i], b[best_j]
        if eq_i is None:
            left_tags = right_tags = ''
            matcher.set_seqs(left, right)
            for tag, ai1, ai2, bj1, bj2 in matcher.get_opcodes():
                la, lb = ai2 - ai1, bj2 - bj1
                if tag == 'replace':
                    left_tags += '^' * la
                    right_tags += '^' * lb
                elif tag == 'delete':
                    left_tags += '-' * la
                elif tag == 'insert':
                    right_tags += '+' * lb
                else:
                    left_tags += ' ' * la
                    right_tags += ' ' * lb
            yield from self._hinted(left, right, left_tags, right_tags)
        else:
            yield '  ' + left
        yield from self._around(a, best_i + 1, ahi, b, best_j + 1, bhi)

    def _around(self, a, alo, ahi, b, blo, bhi):
        if alo < ahi:
            if blo < bhi:
                yield from self._replaced(a, alo, ahi, b, blo, bhi)
            else:
                yield from self._marked('-', a, alo, ahi)
        elif blo < bhi:
            yield from self._marked('+', b, blo, bhi)

    def _hinted(self, left, right, left_tags, right_tags):
        left_tags = _with_tabs(left, left_tags).rstrip()
        right_tags = _with_tabs(right, right_tags).rstrip()
        yield '- ' + left
        if left_tags:
            yield f'? {left_tags}\n'
        yield '+ ' + right
        if right_tags:
            yield f'? {right_tags}\n'


def _with_tabs(line, tags):
    return ''.join([c if tag == ' ' and c.isspace() else tag for c, tag in zip(line, tags)])


def IS_LINE_JUNK(line, pat=None):
    if pat is not None:
        return pat(line) is not None
    return line.strip() in ('', '#')


def IS_CHARACTER_JUNK(ch, ws=' \t'):
    return ch in ws


def _check(a, b, *others):
    for lines in (a, b):
        if lines and not isinstance(lines[0], str):
            raise TypeError(f'lines to compare must be str, not {type(lines[0]).__name__} '
                            f'({lines[0]!r})')
    if isinstance(a, str):
        raise TypeError('input must be a sequence of strings, not str')
    if isinstance(b, str):
        raise TypeError('input must be a sequence of strings, not str')
    for other in others:
        if not isinstance(other, str):
            raise TypeError(f'all arguments must be str, not: {other!r}')


def unified_diff(a, b, fromfile='', tofile='', fromfiledate='', tofiledate='', n=3, lineterm='\n'):
    _check(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)

    def span(start, stop):
        length = stop - start
        if length == 1:
            return f'{start + 1}'
        return f'{start + 1 if length else start},{length}'

    started = False
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        if not started:
            started = True
            before = f'\t{fromfiledate}' if fromfiledate else ''
            after = f'\t{tofiledate}' if tofiledate else ''
            yield f'--- {fromfile}{before}{lineterm}'
            yield f'+++ {tofile}{after}{lineterm}'
        first, last = group[0], group[-1]
        yield f'@@ -{span(first[1], last[2])} +{span(first[3], last[4])} @@{lineterm}'
        for tag, i1, i2, j1, j2 in group:
            if tag == 'equal':
                for line in a[i1:i2]:
                    yield ' ' + line
                continue
            if tag in ('replace', 'delete'):
                for line in a[i1:i2]:
                    yield '-' + line
            if tag in ('replace', 'insert'):
                for line in b[j1:j2]:
                    yield '+' + line


def context_diff(a, b, fromfile='', tofile='', fromfiledate='', tofiledate='', n=3,
                 lineterm='\n'):
    _check(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)
    prefix = {'insert': '+ ', 'delete': '- ', 'replace': '! ', 'equal': '  '}

    def span(start, stop):
        length = stop - start
        beginning = start + 1 if length else start
        return f'{beginning}' if length <= 1 else f'{beginning},{beginning + length - 1}'

    started = False
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        if not started:
            started = True
            before = f'\t{fromfiledate}' if fromfiledate else ''
            after = f'\t{tofiledate}' if tofiledate else ''
            yield f'*** {fromfile}{before}{lineterm}'
            yield f'--- {tofile}{after}{lineterm}'
        first, last = group[0], group[-1]
        yield '***************' + lineterm
        yield f'*** {span(first[1], last[2])} ****{lineterm}'
        if any([tag in ('replace', 'delete') for tag, *_ in group]):
            for tag, i1, i2, _, _ in group:
                if tag != 'insert':
                    for line in a[i1:i2]:
                        yield prefix[tag] + line
        yield f'--- {span(first[3], last[4])} ----{lineterm}'
        if any([tag in ('replace', 'insert') for tag, *_ in group]):
            for tag, _, _, j1, j2 in group:
                if tag != 'delete':
                    for line in b[j1:j2]:
                        yield prefix[tag] + line


def diff_bytes(dfunc, a, b, fromfile=b'', tofile=b'', fromfiledate=b'', tofiledate=b'', n=3,
               lineterm=b'\n'):
    def decode(s):
        try:
            return s.decode('ascii', 'surrogateescape')
        except AttributeError as err:
            raise TypeError(f'all arguments must be bytes, not {type(s).__name__} '
                            f'({s!r})') from err

    lines = dfunc(list(map(decode, a)), list(map(decode, b)), decode(fromfile), decode(tofile),
                  decode(fromfiledate), decode(tofiledate), n, decode(lineterm))
    for line in lines:
        yield line.encode('ascii', 'surrogateescape')


def ndiff(a, b, linejunk=None, charjunk=IS_CHARACTER_JUNK):
    return Differ(linejunk, charjunk).compare(a, b)


def restore(delta, which):
    """One of the two sequences that a delta was made from."""
    try:
        tag = {1: '- ', 2: '+ '}[int(which)]
    except KeyError:
        raise ValueError(f'unknown delta choice (must be 1 or 2): {which!r}') from None
    for line in delta:
        if line[:2] in ('  ', tag):
            yield line[2:]


class HtmlDiff:
    """A table that shows two texts side by side."""

    def __init__(self, tabsize=8, wrapcolumn=None, linejunk=None, charjunk=IS_CHARACTER_JUNK):
        self._tabsize = tabsize

    def make_table(self, fromlines, tolines, fromdesc='', todesc='', context=False, numlines=5):
        from html import escape
        rows = []
        matcher = SequenceMatcher(None, fromlines, tolines)
        classes = {'replace': 'diff_chg', 'delete': 'diff_sub', 'insert': 'diff_add', 'equal': ''}

        def cell(lines, i, end, kind):
            if i >= end:
                return '<td></td><td></td>'
            text = escape(lines[i].rstrip('\n').expandtabs(self._tabsize))
            return f'<td>{i + 1}</td><td class="{classes[kind]}">{text}</td>'

        for tag, i1, i2, j1, j2 in matcher.get_opcodes():
            for k in range(max(i2 - i1, j2 - j1)):
                rows.append(f'<tr>{cell(fromlines, i1 + k, i2, tag)}'
                            f'{cell(tolines, j1 + k, j2, tag)}</tr>')
        head = ''
        if fromdesc or todesc:
            head = (f'<thead><tr><th colspan="2">{escape(fromdesc)}</th>'
                    f'<th colspan="2">{escape(todesc)}</th></tr></thead>')
        return '<table class="diff">\n' + head + '\n'.join(rows) + '\n</table>'

    def make_file(self, fromlines, tolines, fromdesc='', todesc='', context=False, numlines=5, *,
                  charset='utf-8'):
        table = self.make_table(fromlines, tolines, fromdesc, todesc, context, numlines)
        return (f'<!DOCTYPE html>\n<html><head><meta charset="{charset}"><title></title></head>\n'
                f'<body>{table}</body></html>\n')
