// The comparison methods of a builtin type. One that has any of them has all six, as CPython's
// have: what a subclass does not override stays the builtin's.
#pragma once

// `Compare` is a template of a native by CompareOp.
#define COMPARISON_ROWS(Compare)                               \
  {"__lt__", Compare<CompareOp::kLt>, "self, value, /"},       \
      {"__le__", Compare<CompareOp::kLe>, "self, value, /"},   \
      {"__eq__", Compare<CompareOp::kEq>, "self, value, /"},   \
      {"__ne__", Compare<CompareOp::kNe>, "self, value, /"},   \
      {"__gt__", Compare<CompareOp::kGt>, "self, value, /"}, { \
    "__ge__", Compare<CompareOp::kGe>, "self, value, /"        \
  }
