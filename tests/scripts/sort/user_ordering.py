class Version:
    def __init__(self, n, tag):
        self.n = n
        self.tag = tag

    def __lt__(self, other):
        return self.n < other.n


versions = [Version(i * 7 % 5, i) for i in range(12)]
print([(v.n, v.tag) for v in sorted(versions)])  # expect: [(0, 0), (0, 5), (0, 10), (1, 3), (1, 8), (2, 1), (2, 6), (2, 11), (3, 4), (3, 9), (4, 2), (4, 7)]
print([(v.n, v.tag) for v in sorted(versions, reverse=True)])  # expect: [(4, 2), (4, 7), (3, 4), (3, 9), (2, 1), (2, 6), (2, 11), (1, 3), (1, 8), (0, 0), (0, 5), (0, 10)]
