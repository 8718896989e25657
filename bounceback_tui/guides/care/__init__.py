"""The words of the two cards and the help lines: data that can be edited, and what checks it."""
