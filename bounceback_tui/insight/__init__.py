"""Pure functions over plain values; the standard library alone."""
