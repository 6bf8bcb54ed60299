// Dicts that are given to exec() and the like as globals.
#pragma once

namespace heddle {

struct Context;
struct Dict;

// Makes the dict a namespace (see dict.h) if it is none yet: its values move into cells, as code
// that has the dict for its globals expects.
void BecomeNamespace(Context& cx, Dict* dict);

}  // namespace heddle
