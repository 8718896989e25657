"""Getting back up: the doorway, the hub, and a screen for each step."""
