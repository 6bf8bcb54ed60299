"""The differences between two texts, line by line, as assertions show them."""


def _matching(a, b):
    """Pairs (i, j) of equal items in order, as many as possible (longest common subsequence)."""
    n, m = len(a), len(b)
    if n * m > 4_000_000:
        return [(i, i) for i in range(min(n, m)) if a[i] == b[i]]
    lengths = [[0] * (m + 1) for _ in range(n + 1)]
    for i in range(n - 1, -1, -1):
        row, below = lengths[i], lengths[i + 1]
        for j in range(m - 1, -1, -1):
            row[j] = below[j + 1] + 1 if a[i] == b[j] else max(below[j], row[j + 1])
    pairs = []
    i = j = 0
    while i < n and j < m:
        if a[i] == b[j]:
            pairs.append((i, j))
            i += 1
            j += 1
        elif lengths[i + 1][j] >= lengths[i][j + 1]:
            i += 1
        else:
            j += 1
    return pairs


def _similar(a, b):
    """How much of two lines is the same, 0 to 1."""
    if not a and not b:
        return 1.0
    return 2.0 * len(_matching(a, b)) / (len(a) + len(b))


def _marks(a, b):
    """What stands under two similar lines: - and + for what only one has, ^ for what differs."""
    below_a, below_b = [' '] * len(a), [' '] * len(b)
    i = j = 0
    for x, y in _matching(a, b) + [(len(a), len(b))]:
        replaced = i < x and j < y
        for k in range(i, x):
            below_a[k] = '^' if replaced else '-'
        for k in range(j, y):
            below_b[k] = '^' if replaced else '+'
        i, j = x + 1, y + 1
    return ''.join(below_a).rstrip(), ''.join(below_b).rstrip()


def _replace(a, b):
    """Lines that take each other's place: similar ones beside each other."""
    best = 0.74
    at = None
    for i, old in enumerate(a):
        for j, new in enumerate(b):
            ratio = _similar(old, new)
            if ratio > best:
                best = ratio
                at = i, j
    if at is None:
        first, second = (('+ ', b), ('- ', a)) if len(b) < len(a) else (('- ', a), ('+ ', b))
        for mark, lines in (first, second):
            for line in lines:
                yield mark + line
        return
    i, j = at
    if i or j:
        yield from _replace(a[:i], b[:j])
    end = '\n' if a[i].endswith('\n') or b[j].endswith('\n') else ''
    below_a, below_b = _marks(a[i].rstrip('\n'), b[j].rstrip('\n'))
    yield '- ' + a[i]
    if below_a:
        yield '? ' + below_a + (end or '\n')
    yield '+ ' + b[j]
    if below_b:
        yield '? ' + below_b + (end or '\n')
    if i + 1 < len(a) or j + 1 < len(b):
        yield from _replace(a[i + 1:], b[j + 1:])


def ndiff(a, b):
    """The lines of both with '- ', '+ ' or '  ' before them, '? ' lines between."""
    i = j = 0
    for x, y in _matching(a, b) + [(len(a), len(b))]:
        if i < x or j < y:
            yield from _replace(a[i:x], b[j:y])
        if x < len(a):
            yield '  ' + a[x]
        i, j = x + 1, y + 1
