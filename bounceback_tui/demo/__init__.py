"""One made-up search of eight months, and much larger ones to measure with.

The people, the companies and the places in it are invented.
"""

from bounceback_tui.demo.crowds import crowded, ten_years
from bounceback_tui.demo.story import make_demo

__all__ = ["crowded", "make_demo", "ten_years"]
