"""The logo: a ball that bounces, lower each time, in one line of braille."""

BOUNCES = ((0.0, 8.0, 3.0), (8.0, 14.0, 2.0), (14.0, 18.0, 1.0))
DOTS = ((0x01, 0x02, 0x04, 0x40), (0x08, 0x10, 0x20, 0x80))


def bounce(width: int) -> str:
    """Return the path of a bouncing ball as *width* braille cells, two dots wide, four high.

    Each bounce is a parabola between two landings; the heights fall as the energy does.
    """
    columns = width * 2
    scale = BOUNCES[-1][1] / (columns - 1)
    cells = [0] * width
    for column in range(columns):
        height = round(_height(column * scale))
        cells[column // 2] |= DOTS[column % 2][3 - height]
    return "".join(chr(0x2800 + cell) for cell in cells)


def _height(at: float) -> float:
    for start, end, top in BOUNCES:
        if start <= at <= end:
            middle = (at - start) / (end - start)
            return 4 * top * middle * (1 - middle)
    return 0.0


LOGO = bounce(9)
