"""What natives call on only rarely, each by its name (see _fallbacks._rarely)."""


def bad_literal(message, literal):
    raise ValueError(message + repr(literal))


def not_implemented_bool():
    import warnings
    warnings.warn('NotImplemented should not be used in a boolean context', DeprecationWarning)
    return True
