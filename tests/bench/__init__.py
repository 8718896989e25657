"""Measurements; nothing here asserts how long something takes, only that it happened."""
