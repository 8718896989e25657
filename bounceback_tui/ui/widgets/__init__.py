"""Widgets that take values, post messages and know no store."""
