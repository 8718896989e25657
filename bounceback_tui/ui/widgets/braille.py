"""A canvas of braille dots: two across and four down in every cell of the terminal."""

BLANK = 0x2800
ACROSS, DOWN = 2, 4
_BITS = ((0x01, 0x02, 0x04, 0x40), (0x08, 0x10, 0x20, 0x80))


class Canvas:
    """Dots counted from the upper left; those outside are left out."""

    def __init__(self, width: int, height: int) -> None:
        """Make an empty canvas of *width* by *height* cells."""
        self.width, self.height = max(width, 0), max(height, 0)
        self._cells = [bytearray(self.width) for _ in range(self.height)]

    @property
    def dots_across(self) -> int:
        """How many dots fit side by side."""
        return self.width * ACROSS

    @property
    def dots_down(self) -> int:
        """How many dots fit one above the other."""
        return self.height * DOWN

    def set(self, x: int, y: int) -> None:
        """Put a dot at column *x* and row *y*."""
        if 0 <= x < self.dots_across and 0 <= y < self.dots_down:
            self._cells[y // DOWN][x // ACROSS] |= _BITS[x % ACROSS][y % DOWN]

    def line(self, x0: int, y0: int, x1: int, y1: int, *, every: int = 1) -> None:
        """Draw a straight line of dots, or of one dot in *every*, for a line told apart by it."""
        steps = max(abs(x1 - x0), abs(y1 - y0), 1)
        for step in range(0, steps + 1, every):
            share = step / steps
            self.set(round(x0 + (x1 - x0) * share), round(y0 + (y1 - y0) * share))

    def bits(self, column: int, row: int) -> int:
        """Return the dots of one cell as the offset of its character."""
        return self._cells[row][column]


def character(bits: int) -> str:
    """Return the character with the dots *bits*, a space for none."""
    return chr(BLANK + bits) if bits else " "
