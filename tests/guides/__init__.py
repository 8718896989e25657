"""The exercises and how they are read."""
