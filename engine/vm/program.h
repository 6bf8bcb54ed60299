// One Python program: its heap, its threads, and the scheduler they run on.
//
// Life: Run() makes the main fiber and starts the scheduler. The main fiber first runs the
// library's
// `_builtins` module, which provides what natives call on, then `_run_main(…)`, which runs the
// program, reports what it did not catch, waits for its threads, and returns the exit status.
#pragma once

#include <array>
#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "objects/context.h"
#include "objects/function.h"
#include "sched/scheduler.h"
#include "syntax/parser.h"
#include "vm/fiber.h"
#include "vm/host.h"

namespace heddle::vm {

class Interpreter;
struct ThreadObject;

// SyntaxError, IndentationError or TabError as an exception, pending in `cx`.
Value RaiseSyntaxError(Context& cx, const syntax::SyntaxError& error, std::string_view filename);

// The library, which lies below the VM: given by whoever puts the two together.
struct LibraryTables {
  std::span<const TypeDef* const> types;
  // A file of the library's Python part: a module, or data under the name of its file.
  struct Source {
    std::string_view text;
    std::string_view path;
    std::string_view code;  // compiled, for bytecode::Deserialize(); or empty
    bool is_package;
    uint32_t offset, length;  // of the text in the library file, from where Program::TakeText()
                              // takes it; 0, 0 if it is here
    bool IsAside() const { return length != 0 && text.empty(); }
  };
  // Returns false when there is none of that name.
  bool (*find_source)(std::string_view name, Source* source) = nullptr;
  // Makes a module written in C++, or returns Undefined.
  Value (*make_native_module)(Interpreter& in, std::string_view name) = nullptr;
};

struct ProgramOptions {
  // What to run: a file (path and text), or with `command` set the text of -c.
  std::string path;
  std::string source;
  bool is_command = false;
  std::vector<std::string> argv;  // sys.argv

  sched::SchedulerKind kind = sched::SchedulerKind::kParallel;
  std::string policy = "rr";  // of kControlled: rr or random
  uint32_t workers = 0;       // 0: as many as there are processors
  int64_t quantum = 100;      // ticks, of rr
  uint64_t seed = 0;
  bool has_seed = false;
  bool virtual_clock = false;
  size_t memory_limit = 0;  // bytes; 0: none
  std::string sched_name = "parallel";
};

class Program final : public sched::SchedulerDelegate {
 public:
  Program(const LibraryTables& library, ProgramOptions options, Host& host);
  ~Program() override;
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  // Runs to the end; the exit status, or 130 after Stop(). Call once.
  int Run();
  // Ends the run from any OS thread.
  void Stop();

  FrameMemory& frame_memory() { return frame_memory_; }
  Runtime& runtime() { return runtime_; }
  sched::Scheduler& scheduler() { return *scheduler_; }
  Host& host() { return host_; }
  const ProgramOptions& options() const { return options_; }
  const LibraryTables& library() const { return library_; }

  // Takes the text of a source that lies in the library file from there. Blocks until the host has
  // the file; returns false, and in a sentence why, when it cannot be had.
  bool TakeText(LibraryTables::Source* source, std::string* problem);

  // Frames that a thread may have before RecursionError.
  uint32_t recursion_limit() const { return recursion_limit_.load(std::memory_order_relaxed); }
  void set_recursion_limit(uint32_t limit) { recursion_limit_.store(limit); }

  // Starts a thread that calls callable(*args, **kwargs) through the library's _thread_main.
  // `thread` is what threading.current_thread() will be; may be None.
  ThreadObject* StartThread(Interpreter& in, Value callable, Value args, Value kwargs, Value thread,
                            bool daemon);

  // Threads that have been started and not ended, the main one not counted.
  size_t ThreadCount();
  // All that have not been freed. REQUIRES: the world is stopped, or nobody else runs.
  std::vector<PyFiber*> Fibers() const;

  // The code to run with these globals: `code` itself, or a copy whose inline caches are its own.
  Code* CodeFor(Interpreter& in, Code* code, Dict* globals);
  // The dict behind __builtins__ of a namespace.
  Dict* BuiltinsOf(Interpreter& in, Dict* globals);

  struct CompileFlags {
    bool names_in_mapping = false;
    bool future_annotations = false;
    int optimize = 0;
  };
  // The code of the source, for natives to return: SyntaxWarnings make it a tail call, a
  // SyntaxError is raised. mode: exec, eval or single.
  Value Compile(Interpreter& in, std::string_view source, std::string_view filename,
                std::string_view mode, const CompileFlags& flags);

  // Collects at the next safepoint.
  void RequestCollection();
  bool CollectWanted() const { return collect_wanted_.load(std::memory_order_relaxed); }
  // At a safepoint of `worker`.
  void Collect(sched::Worker& worker);
  // Python code is to be told of deaths (see TakeDeaths).
  bool DeathsWaiting() const { return deaths_waiting_.load(std::memory_order_relaxed); }
  // The caller is going to tell it.
  bool ClaimDeaths() { return DeathsWaiting() && deaths_waiting_.exchange(false); }
  // Whether another collection just to see who is dead may be afforded; it is paid for. They may
  // take about as long as the others, after a start that gives small programs all they ask for.
  bool SpendOnDeaths();
  // Runs `work` on `worker`, inside a native, while no other worker runs Python code.
  void WithWorldStopped(sched::Worker& worker, const std::function<void()>& work);

  // Gives the main fiber its first frame.
  bool BeginMain(Interpreter& in, PyFiber& fiber);
  // The fiber has no frame left. True: it was given another one.
  bool OnLowestReturn(Interpreter& in, PyFiber& fiber);
  // The scheduler is done with the fiber: frees it.
  void OnRetire(PyFiber& fiber);

  // From now on natives call on the functions of these names (see objects/library.def).
  void BindLibrary(Interpreter& in, Dict* names);

  // --- signals. A signal is a bit of a word until the main fiber comes to a safepoint.
  static constexpr int kSignals = 65;
  static constexpr int kSigint = 2;
  enum class SignalAction : uint8_t {
    kDefault,  // SIGINT: KeyboardInterrupt; others as the system has it
    kIgnore,
    kHandler,    // the library's signal_hook calls a function of the program
    kTerminate,  // ends the program
  };

  // Any OS thread.
  void SendSignal(int number);
  void InterruptMain() { SendSignal(kSigint); }
  // The same for a native to answer its caller with: in the main thread what the signal does is
  // part of the call.
  Value SendSignal(Interpreter& in, int number);
  bool SignalsPending(const PyFiber& fiber) const {
    return &fiber == main_ && pending_signals_.load(std::memory_order_relaxed) != 0;
  }
  // A signal of `fiber` that has `action` is pending no more; its number, or 0.
  int TakeSignal(const PyFiber& fiber, SignalAction action);
  // Those with a handler; they are pending no more.
  uint64_t TakeHandledSignals();
  bool HandledSignalsPending(const PyFiber& fiber) const;
  void SetSignalAction(int number, SignalAction action);
  // Python code runs when it comes, were it only to raise KeyboardInterrupt.
  bool HandlesSignal(int number) const;
  Slot context_class;    // contextvars.Context
  Slot scheduled_tasks;  // asyncio's set of the tasks that are not done
  // asyncio.Future and asyncio.Task; what makes a task where natives cannot; an attribute's name.
  Slot future_class, task_class, create_task, task_factory_name;
  // Numbers the tasks of asyncio that have no name.
  int64_t NextTaskNumber() { return next_task_number_.fetch_add(1) + 1; }

  Slot signal_hook;  // called in the main fiber with the bits of those that have come

  int exit_status = 0;

  // --- SchedulerDelegate
  void OnWorkerStart(sched::Worker& worker) override;
  void OnWorkerStop(sched::Worker& worker) override;
  void OnDeadlock(sched::Scheduler& scheduler) override;

 private:
  PyFiber* NewFiber(Interpreter* in, Value thread, bool daemon);
  void AddFiber(PyFiber* fiber);
  // REQUIRES: mu_ is held.
  std::string DescribeWait(Context& cx, const PyFiber& fiber);
  size_t UsedMemory() const;  // bytes, of objects and frames
  // Whether MemoryError is due. REQUIRES: the world is stopped.
  bool RunsOutOfMemory();
  void ReportLibraryFault(Interpreter& in, Value exception);
  void Trace(heap::Marker& marker);

  const LibraryTables& library_;
  const ProgramOptions options_;
  Host& host_;
  Runtime runtime_;
  std::unique_ptr<sched::Scheduler> scheduler_;
  FrameMemory frame_memory_;
  std::atomic<uint32_t> recursion_limit_{1000};
  std::atomic<bool> collect_wanted_{false};
  std::atomic<bool> deaths_waiting_{false};
  // What may be used once the memory limit has been reached, so that whoever handles the
  // MemoryError can run; 0 again when less than the limit is used. Changes while the world is
  // stopped.
  size_t allowed_memory_ = 0;
  std::atomic<int64_t> death_credit_{30'000'000};  // objects that may be visited
  std::atomic<int> inside_natives_{0};  // workers that are, or want to be, in WithWorldStopped
  std::atomic<uint64_t> next_ident_{1};
  std::atomic<bool> deadlock_reported_{false};
  std::atomic<int64_t> next_task_number_{0};
  std::atomic<uint64_t> pending_signals_{0};  // bit n - 1: signal n
  std::array<std::atomic<SignalAction>, kSignals> signal_actions_{};

  std::mutex mu_;  // guards what follows
  std::vector<Interpreter*> interpreters_;
  PyFiber* fibers_ = nullptr;  // all that have not been freed
  PyFiber* main_ = nullptr;
  bool bootstrapped_ = false;  // _builtins has run
};

}  // namespace heddle::vm
