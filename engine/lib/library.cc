#include "lib/library.h"

#include "base/hash.h"
#include "lib/builtin_types.h"
#include "lib/embedded.h"
#include "lib/modules.h"
#include "vm/interpreter.h"

namespace heddle::lib {

namespace {

bool FindSource(std::string_view name, vm::LibraryTables::Source* source) {
  for (const EmbeddedModule& module : EmbeddedModules()) {
    if (module.name != name) continue;
    *source = {module.source,     module.path,   module.code,
               module.is_package, module.offset, module.length};
    return true;
  }
  return false;
}

Value MakeModule(vm::Interpreter& in, std::string_view name) {
  const ModuleDef* def = FindNativeModule(name);
  return def == nullptr ? Value::Undefined() : Value::Of(MakeNativeModule(in, *def));
}

}  // namespace

const vm::LibraryTables& Tables() {
  static const vm::LibraryTables tables = {BuiltinTypes(), FindSource, MakeModule};
  return tables;
}

bool IsLibraryFile(std::string_view bytes) {
  const LibraryFileIdentity wanted = LibraryFile();
  return bytes.size() == wanted.size && base::HashBytes(bytes, 0) == wanted.hash;
}

}  // namespace heddle::lib
