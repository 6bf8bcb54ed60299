"""The nodes of a graph in an order in which each comes after those that it depends on."""

__all__ = ['TopologicalSorter', 'CycleError']

from types import GenericAlias


class CycleError(ValueError):
    """The graph has a cycle: args[1] is its nodes, the first one again at the end."""


class _Node:
    __slots__ = ('node', 'waits_for', 'followers', 'state')

    def __init__(self, node):
        self.node = node
        self.waits_for = 0
        self.followers = []
        self.state = 'waiting'


class TopologicalSorter:

    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, graph=None):
        self._nodes = {}
        self._ready = None
        self._passed_out = 0
        self._finished = 0
        if graph is not None:
            for node, predecessors in graph.items():
                self.add(node, *predecessors)

    def _info(self, node):
        info = self._nodes.get(node)
        if info is None:
            info = self._nodes[node] = _Node(node)
        return info

    def add(self, node, *predecessors):
        if self._ready is not None:
            raise ValueError('Nodes cannot be added after a call to prepare()')
        info = self._info(node)
        info.waits_for += len(predecessors)
        for each in predecessors:
            self._info(each).followers.append(node)

    def prepare(self):
        if self._ready is not None:
            raise ValueError('cannot prepare() more than once')
        self._ready = [info.node for info in self._nodes.values() if info.waits_for == 0]
        for node in self._ready:
            self._nodes[node].state = 'ready'
        cycle = self._find_cycle()
        if cycle:
            raise CycleError('nodes are in a cycle', cycle)

    def _require_prepared(self):
        if self._ready is None:
            raise ValueError('prepare() must be called first')

    def get_ready(self):
        self._require_prepared()
        result = tuple(self._ready)
        for node in result:
            self._nodes[node].state = 'passed out'
        self._ready.clear()
        self._passed_out += len(result)
        return result

    def is_active(self):
        self._require_prepared()
        return self._finished < self._passed_out or bool(self._ready)

    def __bool__(self):
        return self.is_active()

    def done(self, *nodes):
        self._require_prepared()
        for node in nodes:
            info = self._nodes.get(node)
            if info is None:
                raise ValueError(f'node {node!r} was not added using add()')
            if info.state == 'done':
                raise ValueError(f'node {node!r} was already marked done')
            if info.state != 'passed out':
                raise ValueError(f'node {node!r} was not passed out '
                                 '(still not ready)' if info.state != 'ready' else
                                 f'node {node!r} was not passed out')
            info.state = 'done'
            self._finished += 1
            for each in info.followers:
                follower = self._nodes[each]
                follower.waits_for -= 1
                if follower.waits_for == 0:
                    follower.state = 'ready'
                    self._ready.append(each)

    def _find_cycle(self):
        seen = set()
        place = {}
        for start in self._nodes:
            if start in seen:
                continue
            path, rest = [], []
            node = start
            while True:
                if node in seen:
                    if node in place:
                        return path[place[node]:] + [node]
                else:
                    seen.add(node)
                    place[node] = len(path)
                    path.append(node)
                    rest.append(iter(self._nodes[node].followers))
                while path:
                    following = next(rest[-1], rest)
                    if following is not rest:
                        node = following
                        break
                    del place[path.pop()]
                    rest.pop()
                else:
                    break
        return None

    def static_order(self):
        self.prepare()
        while self.is_active():
            ready = self.get_ready()
            yield from ready
            self.done(*ready)
