#include "tests/unit/help/marked_source.h"

namespace heddle::help {
namespace {

using testing::Contains;
using testing::IsEmpty;
using testing::IsSupersetOf;
using testing::Not;

TEST_F(EditorHelpTest, MembersOfModules) {
  EXPECT_THAT(Kinds("import threading\nthreading.|"),
              IsSupersetOf({"class Thread", "class Lock", "function current_thread",
                            "constant TIMEOUT_MAX", "class Condition", "function RLock"}));
  EXPECT_THAT(Labels("import threading\nthreading.|"), Not(Contains("_sys")));
  EXPECT_THAT(Kinds("import math\nmath.|"), IsSupersetOf({"function sqrt", "variable pi"}));
  EXPECT_THAT(Labels("import os\nos.path.|"), IsSupersetOf({"join", "exists"}));
  EXPECT_THAT(Kinds("import concurrent.futures\nconcurrent.futures.|"),
              IsSupersetOf({"class ThreadPoolExecutor", "function as_completed"}));
  EXPECT_THAT(Kinds("import asyncio as a\na.|"),
              IsSupersetOf({"function gather", "class Queue", "function sleep"}));
}

TEST_F(EditorHelpTest, NamesToImport) {
  EXPECT_THAT(Kinds("from queue import |"), IsSupersetOf({"class Queue", "class Empty"}));
  EXPECT_THAT(Labels("from queue import Queue, |"), Contains("LifoQueue"));
  EXPECT_THAT(Labels("from queue import (Queue,\n    |\n)"), Contains("LifoQueue"));
  EXPECT_THAT(Labels("import |"), IsSupersetOf({"threading", "queue", "math", "asyncio", "sys"}));
  EXPECT_THAT(Labels("import |"), Not(Contains("_builtins")));
  EXPECT_THAT(Labels("import sys, th|"), Contains("threading"));
  EXPECT_THAT(Labels("from concurrent.|"), Contains("futures"));
  EXPECT_THAT(Labels("from concurrent import |"), Contains("futures"));
  EXPECT_THAT(Labels("from th|"), Contains("threading"));
}

TEST_F(EditorHelpTest, MembersOfInstances) {
  EXPECT_THAT(Kinds("import threading\nt = threading.Thread(target=print)\nt.|"),
              IsSupersetOf({"method start", "method join", "method is_alive", "property daemon"}));
  EXPECT_THAT(Labels("from queue import Queue as Q\nq = Q()\nq.pu|"), IsSupersetOf({"put", "get"}));
  EXPECT_THAT(Labels("x = []\nx.|"), IsSupersetOf({"append", "sort"}));
  EXPECT_THAT(Labels("'abc'.|"), IsSupersetOf({"upper", "split"}));
  EXPECT_THAT(Labels("x = 'a'.upper()\nx.|"), Contains("lower"));
  EXPECT_THAT(Labels("from collections import deque\nd = deque()\nd.|"), Contains("appendleft"));
  EXPECT_THAT(Labels("import threading\nlock = threading.Lock()\nlock.|"),
              IsSupersetOf({"acquire", "release", "locked"}));
  EXPECT_THAT(Labels("from concurrent.futures import ThreadPoolExecutor\n"
                     "with ThreadPoolExecutor(4) as pool:\n    pool.|"),
              IsSupersetOf({"submit", "map", "shutdown"}));
  EXPECT_THAT(Labels("from concurrent.futures import ThreadPoolExecutor\n"
                     "with ThreadPoolExecutor(4) as pool:\n"
                     "    f = pool.submit(pow, 2, 3)\n    f.|"),
              IsSupersetOf({"result", "done", "add_done_callback"}));
  EXPECT_THAT(Labels("try:\n    pass\nexcept ValueError as e:\n    e.|"),
              IsSupersetOf({"args", "with_traceback"}));
}

TEST_F(EditorHelpTest, ElementsOfContainers) {
  constexpr std::string_view kImport = "import threading\n";
  EXPECT_THAT(Labels(std::string(kImport) +
                     "ts = [threading.Thread() for _ in range(3)]\nfor t in ts:\n    t.|"),
              Contains("start"));
  EXPECT_THAT(Labels(std::string(kImport) + "ts = []\nfor i in range(3):\n"
                                            "    ts.append(threading.Thread())\n"
                                            "for x in ts: x.|"),
              Contains("join"));
  EXPECT_THAT(Labels(std::string(kImport) + "ts = [threading.Thread()]\nts[0].|"),
              Contains("join"));
  EXPECT_THAT(Labels(std::string(kImport) + "ts = [threading.Thread()]\n[x.| for x in ts]"),
              Contains("join"));
  EXPECT_THAT(Labels("for i, c in enumerate('abc'):\n    c.|"), Contains("upper"));
}

constexpr std::string_view kAccount =
    "class Account:\n"
    "    limit = 3\n"
    "    def __init__(self, owner):\n"
    "        self.owner = owner\n"
    "        self.balance = 0\n"
    "    def deposit(self, amount):\n"
    "        \"\"\"Adds money.\"\"\"\n"
    "        self.last = amount\n"
    "    @property\n"
    "    def name(self):\n"
    "        return 'x'\n";

TEST_F(EditorHelpTest, MembersOfTheScenariosClasses) {
  EXPECT_THAT(Kinds(std::string(kAccount) + "    def show(self):\n        self.|"),
              IsSupersetOf({"attribute owner", "attribute balance", "attribute last",
                            "method deposit", "property name", "attribute limit"}));
  EXPECT_THAT(Labels(std::string(kAccount) + "a = Account('x')\na.|"),
              IsSupersetOf({"owner", "deposit"}));
  EXPECT_THAT(Labels(std::string(kAccount) + "a = Account('x')\na.name.|"), Contains("upper"));
  EXPECT_THAT(Labels(std::string(kAccount) + "class Savings(Account):\n"
                                             "    def f(self):\n        super().|"),
              IsSupersetOf({"deposit", "__init__"}));
  EXPECT_THAT(Labels("import threading\nclass W(threading.Thread):\n    def run(self):\n"
                     "        self.|"),
              IsSupersetOf({"start", "name", "run"}));
}

TEST_F(EditorHelpTest, NamesInScope) {
  constexpr std::string_view kSource =
      "import threading\n"
      "from queue import Queue\n"
      "counter = 0\n"
      "def work(count, *rest, step=1):\n"
      "    total = 0\n"
      "    def inner():\n"
      "        pass\n"
      "    |\n"
      "class Task:\n"
      "    pass\n"
      "def other(hidden):\n"
      "    secret = 1\n";
  EXPECT_THAT(Kinds(kSource),
              IsSupersetOf({"module threading", "class Queue", "variable counter", "function work",
                            "parameter count", "parameter rest", "parameter step", "variable total",
                            "function inner", "class Task", "function len", "class list",
                            "class ValueError", "function print", "keyword while"}));
  EXPECT_THAT(Labels(kSource), Not(Contains("hidden")));
  EXPECT_THAT(Labels(kSource), Not(Contains("secret")));
}

TEST_F(EditorHelpTest, KeywordArguments) {
  EXPECT_THAT(Labels("import threading\nthreading.Thread(|)"),
              IsSupersetOf({"target=", "args=", "name=", "daemon="}));
  EXPECT_THAT(Labels("import threading\nthreading.Thread(target=f, |)"), Contains("args="));
  EXPECT_THAT(Labels("import threading\nthreading.Thread(target=f, |)"), Not(Contains("target=")));
  EXPECT_THAT(Labels("import threading\nthreading.Thread(target=|)"), Not(Contains("args=")));
  EXPECT_THAT(Labels("print(1, |"), IsSupersetOf({"sep=", "end=", "flush="}));
  EXPECT_THAT(Labels("def f(alpha, beta=1): pass\nf(|)"), IsSupersetOf({"alpha=", "beta="}));
}

TEST_F(EditorHelpTest, SourceThatDoesNotParse) {
  // A bracket that is open, in front of other statements.
  EXPECT_THAT(Labels("import threading\nt = threading.Thread(\nt.|\nx = 1\n"), Contains("start"));
  EXPECT_THAT(Labels("import queue\nq = queue.Queue()\ndef f(:\n    pass\nq.|"), Contains("put"));
  EXPECT_THAT(Labels("class A:\n    def f(self):\n        self.x = 1\n    def g(self):\n"
                     "        if self.|\n    def h(self):\n        self.y = 2\n"),
              IsSupersetOf({"x", "y", "f", "g", "h"}));
  EXPECT_THAT(Labels("def f(alpha):\n    for i in al|\n"), Contains("alpha"));
  EXPECT_THAT(Labels("def f(alpha):\n    try:\n        al|\n"), Contains("alpha"));
  EXPECT_THAT(Labels("def f(alpha):\n    print('x\n    al|\n"), Contains("alpha"));
  EXPECT_THAT(Labels("def f(alpha):\n    if alpha:\n    |\n"), Contains("alpha"));
  EXPECT_THAT(Labels("import threading\nwith threading.|\n    pass\n"), Contains("Lock"));
  EXPECT_THAT(Labels("import os\nx = {'a': os.|"), Contains("getpid"));
}

TEST_F(EditorHelpTest, NoNamesWhereNoneBelong) {
  EXPECT_THAT(Labels("# a comment|"), IsEmpty());
  EXPECT_THAT(Labels("x = 'text |'"), IsEmpty());
  EXPECT_THAT(Labels("x = 12|"), IsEmpty());
  EXPECT_THAT(Labels("def na|"), IsEmpty());
  EXPECT_THAT(Labels("import os as o|"), IsEmpty());
  EXPECT_THAT(Labels("x = 'a' # 'b|"), IsEmpty());
}

TEST_F(EditorHelpTest, InsideFStrings) {
  EXPECT_THAT(Labels("name = 'x'\nprint(f'hello {na|}')"), Contains("name"));
  EXPECT_THAT(Labels("name = 'x'\nprint(f'hello {name.|}')"), Contains("upper"));
  EXPECT_THAT(Labels("name = 'x'\nprint(f'hello {name} na|')"), IsEmpty());
}

TEST_F(EditorHelpTest, PositionsAreCodePoints) {
  const Completions found = Complete("数量 = '😀😀'; 数|");
  EXPECT_EQ(found.start.line, 1u);
  EXPECT_EQ(found.start.column, 11u);
  EXPECT_EQ(found.end.column, 12u);
  EXPECT_THAT(Labels("数量 = '😀😀'; 数|"), Contains("数量"));
  EXPECT_THAT(Labels("x = '😀😀'; x.|"), Contains("upper"));
}

TEST_F(EditorHelpTest, PrivateNamesComeLast) {
  const std::vector<std::string> labels =
      Labels("class A:\n    def _hidden(self): pass\n    def shown(self): pass\nA().|");
  ASSERT_GE(labels.size(), 2u);
  EXPECT_EQ(labels[0], "shown");
  EXPECT_EQ(labels[1], "_hidden");
}

}  // namespace
}  // namespace heddle::help
