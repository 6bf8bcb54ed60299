"""The program that runs the tests of a module."""

import sys

from unittest import loader, runner

__unittest = True

_usage = """\
usage: {program} [-h] [-v] [-q] [-f] [-b] [-k PATTERN] [tests ...]

positional arguments:
  tests           a list of any number of test modules, classes and test methods.

options:
  -h, --help      show this help message and exit
  -v, --verbose   Verbose output
  -q, --quiet     Quiet output
  -f, --failfast  Stop on first fail or error
  -b, --buffer    Buffer stdout and stderr during tests
  -k PATTERN      Only run tests which match the given substring
"""


class TestProgram:
    """Runs the tests of a module and ends the program with a status that says how they went."""

    def __init__(self, module='__main__', defaultTest=None, argv=None, testRunner=None,
                 testLoader=loader.defaultTestLoader, exit=True, verbosity=1, failfast=None,
                 catchbreak=None, buffer=None, warnings=None, *, tb_locals=False, durations=None):
        if isinstance(module, str):
            __import__(module)
            module = sys.modules[module]
        self.module = module
        argv = sys.argv if argv is None else argv
        self.progName = argv[0].rpartition('/')[2] if argv else ''
        self.verbosity = verbosity
        self.failfast = failfast
        self.buffer = buffer
        self.testLoader = testLoader
        self.testRunner = testRunner
        self.durations = durations
        names = self._parse(argv[1:])
        if not names and defaultTest is not None:
            names = [defaultTest] if isinstance(defaultTest, str) else list(defaultTest)
        if names:
            self.test = testLoader.loadTestsFromNames(names, module)
        else:
            self.test = testLoader.loadTestsFromModule(module)
        self._run()
        if exit:
            result = self.result
            if result.testsRun == 0 and not result.skipped:
                sys.exit(5)
            sys.exit(0 if result.wasSuccessful() else 1)

    def _parse(self, args):
        names = []
        patterns = []
        args = list(args)
        while args:
            arg = args.pop(0)
            if arg in ('-h', '--help'):
                print(_usage.format(program=self.progName), end='')
                sys.exit(0)
            elif arg in ('-v', '--verbose'):
                self.verbosity = 2
            elif arg in ('-q', '--quiet'):
                self.verbosity = 0
            elif arg in ('-f', '--failfast'):
                self.failfast = True
            elif arg in ('-b', '--buffer'):
                self.buffer = True
            elif arg == '-k' and args:
                pattern = args.pop(0)
                patterns.append(pattern if '*' in pattern else f'*{pattern}*')
            elif arg.startswith('-'):
                sys.stderr.write(_usage.format(program=self.progName).partition('\n')[0] + '\n'
                                 f'{self.progName}: error: unrecognized arguments: {arg}\n')
                sys.exit(2)
            else:
                names.append(arg)
        if patterns:
            self.testLoader.testNamePatterns = patterns
        return names

    def _run(self):
        test_runner = self.testRunner or runner.TextTestRunner
        if isinstance(test_runner, type):
            test_runner = test_runner(verbosity=self.verbosity, failfast=bool(self.failfast),
                                      buffer=bool(self.buffer))
        self.result = test_runner.run(self.test)


main = TestProgram
