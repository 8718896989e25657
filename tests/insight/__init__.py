"""The rules, over plain values."""
