// The modules that have a file of their own; modules.cc collects them.
#pragma once

#include "lib/modules.h"

namespace heddle::lib {

extern const ModuleDef kBuiltinsModule;     // builtins_module.cc
extern const ModuleDef kHeddleModule;       // heddle_module.cc
extern const ModuleDef kVmModule;           // vm_module.cc
extern const ModuleDef kThreadModule;       // thread_module.cc
extern const ModuleDef kTimeModule;         // time_module.cc
extern const ModuleDef kPosixModule;        // posix_module.cc
extern const ModuleDef kSourceModule;       // source_module.cc
extern const ModuleDef kDigestModule;       // digest_module.cc
extern const ModuleDef kDeflateModule;      // deflate_module.cc
extern const ModuleDef kAsyncioModule;      // asyncio_module.cc
extern const ModuleDef kSignalModule;       // signal_module.cc
extern const ModuleDef kContextVarsModule;  // contextvars_module.cc
extern const ModuleDef kFrameModule;        // frame_type.cc

extern const ModuleDef kFunctoolsModule;  // functools_module.cc
extern const ModuleDef kHeapqModule;      // heapq_module.cc
extern const ModuleDef kItertoolsModule;  // itertools_module.cc
extern const ModuleDef kJsonModule;       // json_module.cc
extern const ModuleDef kMathModule;       // math_module.cc
extern const ModuleDef kArrayModule;      // array_type.cc
extern const ModuleDef kPackedModule;     // packed_module.cc
extern const ModuleDef kPickleModule;     // pickle_writer.cc
extern const ModuleDef kRandomModule;     // random_module.cc
extern const ModuleDef kRegexModule;      // regex_module.cc

extern const ModuleDef kUnicodedataModule;  // unicodedata_module.cc

}  // namespace heddle::lib
