"""Bounceback: a private terminal journal for getting back up after a job rejection."""

__version__ = "0.1.0"
