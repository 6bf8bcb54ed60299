#pragma once

// Clang's thread-safety attributes; nothing under other compilers.
#if defined(__clang__)
#define HEDDLE_TSA(x) __attribute__((x))
#else
#define HEDDLE_TSA(x)
#endif

#define CAPABILITY(x) HEDDLE_TSA(capability(x))
#define SCOPED_CAPABILITY HEDDLE_TSA(scoped_lockable)
#define GUARDED_BY(x) HEDDLE_TSA(guarded_by(x))
#define PT_GUARDED_BY(x) HEDDLE_TSA(pt_guarded_by(x))
#define REQUIRES(...) HEDDLE_TSA(requires_capability(__VA_ARGS__))
#define EXCLUDES(...) HEDDLE_TSA(locks_excluded(__VA_ARGS__))
#define ACQUIRE(...) HEDDLE_TSA(acquire_capability(__VA_ARGS__))
#define TRY_ACQUIRE(...) HEDDLE_TSA(try_acquire_capability(__VA_ARGS__))
#define RELEASE(...) HEDDLE_TSA(release_capability(__VA_ARGS__))
#define NO_THREAD_SAFETY_ANALYSIS HEDDLE_TSA(no_thread_safety_analysis)
