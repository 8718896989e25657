"""Rules about the code itself, each with a bad sample that it has to catch."""
