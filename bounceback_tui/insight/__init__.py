"""What the figures say: pure functions over plain values."""
