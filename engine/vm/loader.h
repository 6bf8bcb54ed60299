// From compiled units to code objects in a process's heap.
#pragma once

#include <memory>

#include "bytecode/code_unit.h"
#include "objects/context.h"
#include "objects/function.h"

namespace heddle::vm {

// Makes the constants of the unit (nested code included) heap values and interns its names.
// A sealed unit becomes sealed code: it has no names and constants, and its one instruction calls
// Unseal().
Code* LoadCode(Context& cx, std::shared_ptr<const bytecode::CodeUnit> unit);

// Makes the code whole if it is sealed. Stops the world, for anybody may be about to run it.
void Unseal(Context& cx, Code* code);

// The same code with inline caches of its own, for functions with other globals.
Code* CopyCode(Context& cx, Code* code);

Function* NewFunction(Context& cx, Code* code, Dict* globals);

// How to trace and finalise every kind of object, those of the VM included.
const heap::KindTable& KindsWithVm();

// Empties the inline caches. REQUIRES: the world is stopped.
void ClearCaches(Code* code);

}  // namespace heddle::vm
