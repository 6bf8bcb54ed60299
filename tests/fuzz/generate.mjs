// Small Python programs made at random, for comparing Heddle with CPython.
//
// A program is a list of snippets. Each prints what it computed, or the exception that it ended
// with, and none depends on another. Nothing in them depends on time, addresses, hashes of
// strings or the order of sets, and nothing in them takes long.

// mulberry32: small, and the same on every machine.
export class Random {
  constructor(seed) {
    this.state = seed >>> 0;
  }
  below(n) {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % n;
  }
  chance(percent) {
    return this.below(100) < percent;
  }
  pick(list) {
    return list[this.below(list.length)];
  }
  some(least, most, make) {
    return Array.from({length: least + this.below(most - least + 1)}, (_, i) => make(i));
  }
}

const ints = ['0', '1', '2', '3', '-1', '-2', '7', '10', '-7', '255', '256', '1000', '65536', '-32768', '2**31', '2**53 + 1',
              '2**63', '-2**63', '2**63 - 1', '10**20', '-10**25', '0x_ff', '0b101', '1_000'];
const smallInts = ['0', '1', '2', '3', '5', '-1', '-2', '-3', '4', '9'];
const floats = ['0.0', '-0.0', '1.5', '-2.5', '0.1', '1e16', '1e-7', '1e308', '3.14159', '2.0', "float('inf')", "float('-inf')",
                "float('nan')", '1e22', '123456.789', '.5', '5e-324', '0.5', '100.0'];
const strings = ["''", "'a'", "'abc'", "'hello world'", "'ABC def'", "'é'", "'中文'", "'a😀b'", "'  x  '", "'a,b,,c'", "'12'", "'-3.5'",
                 "'0x1f'", "'line1\\nline2\\r\\n'", "'\\t\\x00\\x7f'", "\"it's\"", "'ß'", "'İ'", "'{}'", "'%s'", "'aXbXc'", "'abcabcabc'",
                 "'1_000'", "'nan'", "'١٢'"];
const byteStrings = ["b''", "b'abc'", "b'a\\x00\\xff'", "b'hello world'", "bytearray(b'xyz')", "b'12'", "b'a,b,c'"];
const specs = ['', 'd', '5', '<6', '>6', '^7', '*^9', '05', '+', ' ', ',', '_', 'x', '#x', '#b', 'o', 'e', '.2f', '.3g', '%', '10.3f', 's',
               '.2', '>10s', 'c', 'n', '08.2f', '+.1e', '=+8', '_x', ',.2f', 'G', '#.3g', '-^8', '0=8', '.0f', 'q', '10'];
const percents = ['%d', '%s', '%r', '%5d', '%-5d|', '%05d', '%x', '%#x', '%o', '%e', '%.2f', '%g', '%c', '%10s', '%.2s', '%+d', '% d', '%%',
                  '%i', '%a', '%5.1f', '%q'];

const exceptions = ['ValueError', 'TypeError', 'KeyError', 'IndexError', 'ZeroDivisionError', 'AttributeError', 'RuntimeError',
                    'LookupError', 'ArithmeticError', 'OverflowError', 'StopIteration', 'Exception'];

// Methods by type: name and the kinds of their arguments, `?` before what may be left out.
const methods = {
  str: ['upper', 'lower', 'title', 'capitalize', 'swapcase', 'casefold', 'strip ?str', 'lstrip ?str', 'rstrip ?str', 'split ?str ?small',
        'rsplit ?str ?small', 'splitlines ?bool', 'join strs', 'replace str str ?small', 'find str ?small ?small', 'rfind str ?small',
        'index str', 'count str ?small', 'startswith str ?small', 'endswith str', 'partition str', 'rpartition str', 'isdigit', 'isalpha',
        'isalnum', 'isspace', 'isupper', 'istitle', 'isidentifier', 'isnumeric', 'isdecimal', 'isprintable', 'isascii', 'center small ?char',
        'ljust small ?char', 'rjust small ?char', 'zfill small', 'expandtabs ?small', 'encode', 'removeprefix str', 'removesuffix str',
        'format any any', 'translate table', 'rindex str'],
  bytes: ['hex', 'decode', 'split ?bytes', 'strip ?bytes', 'replace bytes bytes', 'find bytes', 'count bytes', 'startswith bytes', 'upper',
          'join byteslist', 'index bytes', 'isdigit', 'center small', 'zfill small', 'partition bytes', 'splitlines', 'title', 'swapcase'],
  list: ['append any', 'extend list', 'insert small any', 'pop ?small', 'remove any', 'index any ?small', 'count any', 'reverse', 'sort',
         'copy', 'clear', '__len__', '__contains__ any'],
  tuple: ['index any', 'count any', '__len__'],
  dict: ['get key ?any', 'keys', 'values', 'items', 'pop key ?any', 'popitem', 'setdefault key ?any', 'update dict', 'copy', 'clear',
         '__contains__ key'],
  set: ['add int', 'discard int', 'remove int', 'union set', 'intersection set', 'difference set', 'symmetric_difference set',
        'issubset set', 'issuperset set', 'isdisjoint set', 'copy', 'update set', 'pop'],
  int: ['bit_length', 'bit_count', 'conjugate', 'is_integer', 'as_integer_ratio', "to_bytes small 'big'", '__add__ any', '__floordiv__ any',
        '__index__', '__round__ small', '__eq__ any'],
  float: ['is_integer', 'hex', 'as_integer_ratio', 'conjugate', '__round__ ?small', '__trunc__', '__mul__ any', '__floordiv__ any',
          '__mod__ any'],
};

const kinds = ['int', 'small', 'float', 'str', 'bytes', 'list', 'tuple', 'dict', 'set', 'bool', 'none', 'range', 'complex'];

export class Generator {
  constructor(random) {
    this.r = random;
    this.names = [];  // variables in scope
    this.fresh = 0;
  }

  name(prefix = 'v') {
    return `${prefix}${this.fresh++}`;
  }

  // A literal of a kind.
  value(kind, depth = 0) {
    const r = this.r;
    const items = (least, most) => r.some(least, most, () => this.value(depth > 1 ? r.pick(['int', 'str', 'float']) : 'any', depth + 1));
    switch (kind) {
      case 'int': return r.pick(ints);
      case 'small': return r.pick(smallInts);
      case 'float': return r.pick(floats);
      case 'str': return r.pick(strings);
      case 'char': return r.pick(["'*'", "'é'", "'0'", "'ab'"]);
      case 'bytes': return r.pick(byteStrings);
      case 'bool': return r.pick(['True', 'False']);
      case 'none': return 'None';
      case 'range': return `range(${r.pick(smallInts)}, ${r.pick(smallInts)}, ${r.pick(['1', '2', '-1', '3'])})`;
      case 'complex': return r.pick(['1j', '(1+2j)', '(-0.5-1j)', 'complex(0, 0)']);
      case 'list': return `[${items(0, 4).join(', ')}]`;
      case 'tuple': {
        const all = items(0, 3);
        return `(${all.join(', ')}${all.length === 1 ? ',' : ''})`;
      }
      case 'dict': return `{${r.some(0, 3, () => `${this.value('key')}: ${this.value('any', depth + 1)}`).join(', ')}}`;
      case 'set': return r.chance(10) ? 'set()' : `{${r.some(1, 4, () => r.pick(smallInts)).join(', ')}}`;
      case 'strs': return `[${r.some(0, 3, () => r.pick(strings)).join(', ')}]`;
      case 'byteslist': return `[${r.some(0, 3, () => r.pick(byteStrings)).join(', ')}]`;
      case 'key': return r.pick([...smallInts, "'a'", "'k'", 'None', '(1, 2)', '1.0', 'True']);
      case 'table': return r.pick(["{97: 'z', 98: None}", "str.maketrans('abc', 'xyz')", "{97: 0x4e2d}"]);
      default: return this.value(r.pick(kinds), depth);
    }
  }

  expression(depth = 0) {
    const r = this.r;
    if (depth > 3 || r.chance(25)) return this.names.length > 0 && r.chance(50) ? r.pick(this.names) : this.value('any');
    const sub = () => this.expression(depth + 1);
    const forms = [
      () => `(${sub()} ${r.pick(['+', '-', '*', '/', '//', '%', '&', '|', '^', '@'])} ${sub()})`,
      () => `(${sub()} ** ${r.pick(['0', '1', '2', '3', '-1', '0.5'])})`,
      () => `(${sub()} ${r.pick(['<<', '>>'])} ${r.pick(['0', '1', '5', '64', '-1'])})`,
      () => `(${sub()} ${r.pick(['<', '<=', '>', '>=', '==', '!='])} ${sub()})`,
      () => `(${sub()} ${r.pick(['<', '=='])} ${sub()} ${r.pick(['<=', '!='])} ${sub()})`,
      () => `(${sub()} ${r.pick(['in', 'not in'])} ${sub()})`,
      () => `(${sub()} ${r.pick(['and', 'or'])} ${sub()})`,
      () => `(${sub()} if ${sub()} else ${sub()})`,
      () => `(${r.pick(['-', '+', '~', 'not '])}${sub()})`,
      () => `${this.postfixed(sub())}[${r.pick(smallInts)}]`,
      () => `${this.postfixed(sub())}[${this.slice()}]`,
      () => this.methodCall(),
      () => this.methodCall(),
      () => this.builtinCall(sub),
      () => this.builtinCall(sub),
      () => this.comprehension(depth),
      () => this.formatted(sub),
      () => `(lambda ${this.parameters()}: ${r.pick(['a', 'b', '(a, b)', '(b, a)'])})(${this.callArguments(sub)})`,
    ];
    return r.pick(forms)();
  }

  postfixed(text) {
    return /^[-\d]/.test(text) ? `(${text})` : text;
  }

  slice() {
    const part = () => (this.r.chance(40) ? '' : this.r.pick(smallInts));
    return this.r.chance(50) ? `${part()}:${part()}` : `${part()}:${part()}:${this.r.pick(['1', '2', '-1', '-2', '0', ''])}`;
  }

  methodCall() {
    const r = this.r;
    const type = r.pick(Object.keys(methods));
    const [name, ...wanted] = r.pick(methods[type]).split(' ');
    const given = [];
    for (const kind of wanted) {
      if (kind.startsWith('?') && r.chance(50)) break;
      const wantedKind = kind.replace('?', '');
      given.push(wantedKind.startsWith("'") ? wantedKind : r.chance(8) ? this.value('any') : this.value(wantedKind));
    }
    return `${this.postfixed(this.value(type))}.${name}(${given.join(', ')})`;
  }

  builtinCall(sub) {
    const r = this.r;
    const one = ['len', 'abs', 'sum', 'min', 'max', 'any', 'all', 'int', 'float', 'str', 'repr', 'bool', 'list', 'tuple', 'chr', 'ord', 'hex', 'bin',
                 'oct', 'ascii', 'round', 'sorted', 'dict', 'bytes', 'complex', 'next', 'iter', 'callable'];
    const forms = [
      () => `${r.pick(one.slice(0, 26))}(${sub()})`,
      () => `round(${sub()}, ${r.pick(smallInts)})`,
      () => `divmod(${sub()}, ${sub()})`,
      () => `pow(${this.value('small')}, ${this.value('small')}, ${this.value('small')})`,
      () => `list(${r.pick(['reversed', 'enumerate', 'iter'])}(${sub()}))`,
      () => `list(zip(${sub()}, ${sub()}${r.chance(30) ? ', strict=True' : ''}))`,
      () => `list(map(${r.pick(['str', 'int', 'len', 'abs', 'repr', 'lambda x: x * 2'])}, ${sub()}))`,
      () => `list(filter(${r.pick(['None', 'bool', 'lambda x: x'])}, ${sub()}))`,
      () => `sorted(${sub()}, key=${r.pick(['str', 'repr', 'lambda x: -x', 'len'])}, reverse=${this.value('bool')})`,
      () => `${r.pick(['min', 'max'])}(${sub()}, ${sub()}${r.chance(30) ? ', key=repr' : ''})`,
      () => `${r.pick(['min', 'max'])}(${sub()}, default=${this.value('any')})`,
      () => `sum(${sub()}, ${sub()})`,
      () => `int(${r.pick(strings)}, ${r.pick(['0', '2', '10', '16', '36', '1'])})`,
      () => `isinstance(${sub()}, ${r.pick(['int', 'str', '(int, float)', 'int | str', 'list', '1'])})`,
      () => `type(${sub()}).__name__`,
      () => `format(${sub()}, ${quoted(r.pick(specs))})`,
      () => `getattr(${sub()}, ${r.pick(["'real'", "'nope'", "'__class__'"])}, 'none')`.replace("'__class__'", "'imag'"),
      () => `str(${this.value('bytes')}, ${r.pick(["'utf-8'", "'ascii'", "'latin-1'"])}, ${r.pick(["'strict'", "'replace'", "'ignore'"])})`,
      () => `set(${this.value('list')}) == set(${this.value('list')})`,
      () => `sorted(${this.value('set')} ${r.pick(['|', '&', '-', '^'])} ${this.value('set')})`,
      () => `dict.fromkeys(${sub()}, ${this.value('any')})`,
      () => `[*${sub()}, *${sub()}]`,
      () => `{**${this.value('dict')}, **${this.value('dict')}}`,
      () => `(${this.value('dict')} | ${this.value('dict')})`,
    ];
    return r.pick(forms)();
  }

  comprehension(depth) {
    const r = this.r;
    const x = this.name('x');
    const source = r.chance(60) ? this.value(r.pick(['list', 'tuple', 'range', 'str', 'dict'])) : this.expression(depth + 2);
    this.names.push(x);
    const element = this.expression(depth + 2);
    const condition = r.chance(40) ? ` if ${this.expression(depth + 2)}` : '';
    this.names.pop();
    const body = `for ${x} in ${source}${condition}`;
    switch (r.below(3)) {
      case 0: return `[${element} ${body}]`;
      case 1: return `{str(${x}): ${element} ${body}}`;
      default: return `list(${element} ${body})`;
    }
  }

  formatted(sub) {
    const r = this.r;
    const forms = [
      () => `f"<{${sub().replaceAll('"', "'")}${r.pick(['', '!r', '!s', '!a'])}:${r.pick(specs)}}>"`,
      () => `(${quoted(`${r.pick(percents)} ${r.chance(30) ? r.pick(percents) : ''}`)} % ${r.chance(60) ? `(${sub()},)` : sub()})`,
      () => `${quoted(`{${r.pick(['', '0', '1', 'k', '0[0]', '0.real'])}${r.pick(['', '!r'])}:${r.pick(specs)}}`)}.format(${sub()}, ${sub()}, k=${sub()})`,
    ];
    return r.pick(forms)();
  }

  parameters() {
    return this.r.pick(['a, b', 'a, b=2', 'a=1, *, b=3', 'a, /, b', '*a, b=0', 'a, *b', 'a, **b', 'a=(), b=None']);
  }

  callArguments(sub) {
    return this.r.pick([
      () => `${sub()}, ${sub()}`, () => sub(), () => '', () => `${sub()}, b=${sub()}`, () => `a=${sub()}, b=${sub()}`,
      () => `*${this.value('list')}`, () => `**{'a': ${sub()}, 'b': ${sub()}}`, () => `${sub()}, ${sub()}, ${sub()}`,
    ])();
  }

  // Lines of statements that use and define names; `out(…)` shows a value.
  statements(count, depth = 0) {
    const lines = [];
    const known = this.names.length;
    for (let i = 0; i < count; ++i) lines.push(...this.statement(depth));
    this.names.length = known;
    return lines.length > 0 ? lines : ['pass'];
  }

  block(depth) {
    return indented(this.statements(1 + this.r.below(2), depth + 1));
  }

  statement(depth) {
    const r = this.r;
    const e = () => this.expression(1);
    const forms = [
      () => [`out(${e()})`],
      () => [`out(${e()})`],
      () => {
        const name = this.name();
        const line = `${name} = ${e()}`;
        this.names.push(name);
        return [line];
      },
      () => {
        const name = this.name();
        const lines = [`${name} = ${e()}`, `${name} ${r.pick(['+', '-', '*', '|', '&', '//', '%'])}= ${e()}`, `out(${name})`];
        this.names.push(name);
        return lines;
      },
      () => {
        const name = this.name('t');
        const lines = [`${name} = ${this.value('list')}`, `${name}[${r.chance(50) ? r.pick(smallInts) : this.slice()}] = ${e()}`, `out(${name})`];
        if (r.chance(40)) lines.push(`del ${name}[${r.chance(50) ? r.pick(smallInts) : this.slice()}]`, `out(${name})`);
        return lines;
      },
      () => {
        const targets = r.pick(['p, q', 'p, *q', '*p, q', 'p, (q, w)', '[p, q, w]', 'p, *q, w']);
        return [`${targets} = ${e()}`, `out(p, q)`];
      },
    ];
    if (depth < 3) {
      forms.push(
          () => [`if ${e()}:`, ...this.block(depth), ...(r.chance(50) ? ['else:', ...this.block(depth)] : [])],
          () => {
            const x = this.name('i');
            const head = `for ${x} in ${r.chance(70) ? this.value(r.pick(['list', 'range', 'str', 'dict', 'tuple'])) : e()}:`;
            this.names.push(x);
            const body = this.statements(2, depth + 1);
            this.names.pop();
            if (r.chance(30)) body.push(`if ${x}: ${r.pick(['break', 'continue'])}`);
            return [head, ...indented(body), ...(r.chance(30) ? ['else:', ...this.block(depth)] : [])];
          },
          () => {
            const n = this.name('n');
            return [`${n} = 0`, `while ${n} < ${r.below(4)}:`, `    ${n} += 1`, ...this.block(depth),
                    ...(r.chance(20) ? ['    break'] : []), ...(r.chance(30) ? ['else:', ...this.block(depth)] : [])];
          },
          () => [
            'try:', ...this.block(depth), ...(r.chance(40) ? [`    raise ${r.pick(exceptions)}(${e()})`] : []),
            `except ${r.pick([...exceptions, '(TypeError, ValueError)'])} as err:`, '    out(type(err).__name__, err.args)',
            ...(r.chance(30) ? ['else:', ...this.block(depth)] : []), ...(r.chance(40) ? ['finally:', ...this.block(depth)] : []),
          ],
          () => this.functionDefinition(depth), () => this.generatorUse(), () => this.classUse(), () => this.matchStatement(depth),
          () => [
            'class Manager:', '    def __enter__(self):', `        return ${this.value('any')}`,
            '    def __exit__(self, kind, value, trace):', `        out('exit', kind and kind.__name__)`,
            `        return ${this.value('any')}`, 'with Manager() as m:', ...this.block(depth), '    out(m)',
          ]);
    }
    return r.pick(forms)();
  }

  functionDefinition(depth) {
    const r = this.r;
    const name = this.name('f');
    const outer = this.names;
    this.names = ['a', 'b'];
    const body = this.statements(2, depth + 1);
    const result = r.pick(['a', 'b', '(a, b)', this.expression(2)]);
    this.names = outer;
    return [`def ${name}(${this.parameters()}):`, ...indented(body), `    return ${result}`,
            `out(${name}(${this.callArguments(() => this.expression(2))}))`];
  }

  generatorUse() {
    const r = this.r;
    const name = this.name('g');
    const outer = this.names;
    this.names = ['a', 'got'];
    const body = ['got = None', `for a in ${this.value(r.pick(['list', 'range', 'str']))}:`, '    try:', `        got = yield ${this.expression(2)}`,
                  ...(r.chance(50) ? [`    except ${r.pick(exceptions)} as err:`, `        yield repr(err)`] : ['    finally:', "        out('finally')"]),
                  ...(r.chance(30) ? [`yield from ${this.expression(2)}`] : []), `return ${this.expression(2)}`];
    this.names = outer;
    const uses = r.some(1, 4, () => r.pick([
      'out(next(it))', `out(it.send(${this.value('any')}))`, `out(it.throw(${r.pick(exceptions)}('thrown')))`, 'out(it.close())', 'out(list(it))',
      "out(next(it, 'end'))",
    ]));
    return [`def ${name}():`, ...indented(body), `it = ${name}()`, ...uses.flatMap(use => ['try:', `    ${use}`, 'except BaseException as err:',
                                                                                      '    out(type(err).__name__, err.args)']),
            // Otherwise its end would come when the cycle of function and namespace is found.
            'it = None'];
  }

  classUse() {
    const r = this.r;
    const name = this.name('C');
    const outer = this.names;
    this.names = ['self.x', 'other'];
    const special = r.some(1, 4, () => {
      const [method, parameters] = r.pick([
        ['__add__', 'self, other'], ['__radd__', 'self, other'], ['__eq__', 'self, other'], ['__lt__', 'self, other'], ['__len__', 'self'],
        ['__bool__', 'self'], ['__getitem__', 'self, other'], ['__contains__', 'self, other'], ['__call__', 'self, other=1'], ['__iter__', 'self'],
        ['__repr__', 'self'], ['__str__', 'self'], ['__getattr__', 'self, other'], ['__index__', 'self'], ['__format__', 'self, other'],
        ['__neg__', 'self'], ['__mul__', 'self, other'], ['__int__', 'self'], ['__iadd__', 'self, other'], ['__rmul__', 'self, other'],
        ['__missing__', 'self, other'], ['__float__', 'self'], ['__abs__', 'self'], ['__reversed__', 'self'], ['__hash__', 'self'],
      ]);
      const known = parameters.includes('other') ? ['self.x', 'other'] : ['self.x'];
      this.names = known;
      const text = method === '__repr__' || method === '__str__' ? quoted(name) : method === '__iter__' ? `iter(${this.value('list')})`
                                                                                                        : r.chance(20) ? 'NotImplemented' : this.expression(2);
      return [`    def ${method}(${parameters}):`, `        return ${text}`];
    });
    this.names = outer;
    const base = r.pick(['', '', '(int)', '(list)', '(dict)', '(str)']);
    const lines = [`class ${name}${base}:`, `    x = ${this.value('any')}`, ...special.flat()];
    if (!special.flat().some(line => line.includes('__repr__'))) lines.push('    def __repr__(self):', `        return '<${name}>'`);
    lines.push(`o = ${name}()`);
    const uses = ['o + 1', '1 + o', 'o == o', 'o == 1', 'o < 2', 'len(o)', 'bool(o)', 'o[0]', "o['k']", '3 in o', 'o(2)', 'list(o)', 'repr(o)', 'str(o)', 'o.nope',
                  'o.x', 'f"{o}"', 'f"{o:>5}"', '-o', 'o * 2', '2 * o', 'int(o)', '[1, 2, 3][o]', 'float(o)', 'abs(o)', 'sorted([o, o])', 'max(o, o)',
                  'list(reversed(o))', '"%d" % o', 'range(o)', 'o != o', 'not o', 'o >= 1', 'hasattr(o, "y")', 'isinstance(o, int)', 'hash(o) == hash(o)'];
    for (const use of r.some(2, 5, () => r.pick(uses))) {
      lines.push('try:', `    out(${use})`, 'except Exception as err:', '    out(type(err).__name__, err)');
    }
    return lines;
  }

  matchStatement(depth) {
    const r = this.r;
    const pattern = level => {
      const forms = [() => r.pick(['0', '1', '-1', "'a'", 'None', 'True', '1.5']), () => r.pick(['u', 'w']), () => '_', () => 'int()', () => 'str()',
                     () => 'list() | tuple()', () => 'int(u)'];
      if (level < 2) {
        forms.push(() => `[${r.some(0, 2, () => pattern(level + 1)).join(', ')}]`, () => '[first, *rest]', () => "{'a': u, **more}", () => `(${pattern(2)} as whole)`);
      }
      return r.pick(forms)();
    };
    const cases = r.some(1, 3, () => {
      const text = pattern(0);
      return [`    case ${r.pick([text, '[1, *_]', "{'k': 1}"])}${r.chance(25) ? ` if ${this.value('bool')}` : ''}:`, ...indented(this.block(depth))];
    });
    // Patterns that catch everything are a syntax error before others.
    return [`match ${this.expression(1)}:`, ...cases.flat(), '    case _:', "        out('other')"];
  }

  snippet() {
    this.names = [];
    this.fresh = 0;
    return this.statements(1 + this.r.below(3), this.r.below(3));
  }
}

function quoted(text) {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

function indented(lines) {
  return lines.map(line => `    ${line}`);
}

const prelude = [
  'def out(*values):',
  '    print(*[shown(v) for v in values])',
  'def shown(v):',
  '    if isinstance(v, (set, frozenset)):',
  "        return f'{type(v).__name__} {sorted(map(shown, v))}'",
  '    text = repr(v)',
  "    return '<object>' if ' at 0x' in text else text if len(text) < 500 else text[:500]",
];

// The source of a program, and where each of its snippets is in it: lists of lines.
export function generateProgram(seed, count) {
  const generator = new Generator(new Random(seed));
  return Array.from({length: count}, () => generator.snippet());
}

// A snippet that does not compile shows that, and leaves the others alone.
export function sourceOf(snippets) {
  const parts = snippets.map((lines, i) => [
    `print('#', ${i})`, `source = ${JSON.stringify(lines.join('\n') + '\n')}`, 'try:', "    exec(compile(source, '<snippet>', 'exec'), {'out': out})",
    'except BaseException as error:', "    print('!', type(error).__name__, error)",
  ]);
  return [...prelude, ...parts.flat()].join('\n') + '\n';
}
