"""Colors: our two themes, and the way from low to high in any theme."""

from collections.abc import Mapping

from textual.color import Color
from textual.theme import Theme

DUSK = Theme(
    name="dusk",
    dark=True,
    background="#191714",
    surface="#201d19",
    panel="#2a2621",
    foreground="#ebe3d8",
    primary="#f2a65a",
    accent="#f2a65a",
    secondary="#7cc0b8",
    success="#9cc98a",
    warning="#e6b85c",
    error="#e08a7d",
    variables={
        "text-primary": "#f2a65a",
        "text-secondary": "#7cc0b8",
        "text-accent": "#f2a65a",
        "text-success": "#9cc98a",
        "text-warning": "#e6b85c",
        "text-error": "#e08a7d",
        "text-muted": "#a09484",
        "text-disabled": "#6d6357",
        "foreground-muted": "#a09484",
        "foreground-disabled": "#6d6357",
        "border": "#6d6357",
        "border-blurred": "#2a2621",
        "block-cursor-background": "#f2a65a",
        "block-cursor-foreground": "#191714",
        "input-selection-background": "#f2a65a 35%",
        "scrollbar": "#3a342c",
        "scrollbar-hover": "#6d6357",
        "scrollbar-active": "#a09484",
        "scrollbar-background": "#191714",
        "scrollbar-background-hover": "#191714",
        "scrollbar-background-active": "#191714",
        "scrollbar-corner-color": "#191714",
    },
)
DAWN = Theme(
    name="dawn",
    dark=False,
    background="#fbf7f0",
    surface="#f4ede2",
    panel="#eae0d1",
    foreground="#2b2620",
    primary="#a8500f",
    accent="#a8500f",
    secondary="#20665f",
    success="#3f6f2c",
    warning="#8a5a00",
    error="#a13a2b",
    variables={
        "text-primary": "#a8500f",
        "text-secondary": "#20665f",
        "text-accent": "#a8500f",
        "text-success": "#3f6f2c",
        "text-warning": "#8a5a00",
        "text-error": "#a13a2b",
        "text-muted": "#6f6456",
        "text-disabled": "#a4988a",
        "foreground-muted": "#6f6456",
        "foreground-disabled": "#a4988a",
        "border": "#a4988a",
        "border-blurred": "#eae0d1",
        "block-cursor-background": "#a8500f",
        "block-cursor-foreground": "#fbf7f0",
        "input-selection-background": "#a8500f 30%",
        "scrollbar": "#ddd0bd",
        "scrollbar-hover": "#a4988a",
        "scrollbar-active": "#6f6456",
        "scrollbar-background": "#fbf7f0",
        "scrollbar-background-hover": "#fbf7f0",
        "scrollbar-background-active": "#fbf7f0",
        "scrollbar-corner-color": "#fbf7f0",
    },
)
OWN_THEMES = (DUSK, DAWN)

_MOOD = {
    "dusk": (
        "#8b7ac9",
        "#8a88d6",
        "#8a9cd6",
        "#86a6bd",
        "#a9b8a4",
        "#cfc18a",
        "#e8c06d",
        "#f4ad55",
        "#fb9a3e",
    ),
    "dawn": (
        "#5a4a98",
        "#5560ae",
        "#3f6fae",
        "#2f7796",
        "#53744f",
        "#76681c",
        "#8a5e00",
        "#a04f00",
        "#a8450f",
    ),
}


_ON_ANY_GROUND = "#808080"


def mood_colors(theme: Theme) -> list[str]:
    """Return nine colors from low to high valence; a stock theme's go from secondary to primary.

    Where the terminal chooses the colors there is nothing to mix; the digits say it alone.
    """
    own = _MOOD.get(theme.name)
    if own:
        return list(own)
    if Color.parse(theme.primary).ansi is not None:
        return [_ON_ANY_GROUND] * 9
    low = Color(*Color.parse(theme.secondary or theme.primary).rgb)
    high = Color(*Color.parse(theme.primary).rgb)
    return [low.blend(high, step / 8).hex for step in range(9)]


def ink(variables: Mapping[str, str], name: str) -> str:
    """Return the theme's color *name* as Rich takes it, whatever way the theme says it."""
    value, _, share = variables[name].partition(" ")
    if value != "auto":
        return _rich_name(Color.parse(value))
    ground, text = Color.parse(variables["background"]), Color.parse(variables["foreground"])
    if ground.ansi is not None or text.ansi is not None:
        return "default"
    return ground.blend(text, float(share.rstrip("%") or 100) / 100).hex


def _rich_name(color: Color) -> str:
    return color.hex6 if color.ansi is None else color.rich_color.name
