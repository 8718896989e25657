"""Loads the exercises and the letters, the person's own in place of the built-in ones."""

from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path

from bounceback_tui.guides.fields import KINDS, Field
from bounceback_tui.guides.guide import Group, Guide, parse_guide, read_guide
from bounceback_tui.guides.own import OwnGuide
from bounceback_tui.guides.source import GuideError, Source
from bounceback_tui.guides.templates import FILE as TEMPLATES
from bounceback_tui.guides.templates import Template, load_templates

__all__ = [
    "KINDS",
    "Field",
    "Group",
    "Guide",
    "GuideError",
    "Guides",
    "Template",
    "load_guides",
    "parse_guide",
]

NO_GUIDES = (TEMPLATES, "help_lines.toml")


@dataclass(frozen=True)
class Guides:
    """Every guide by id, the letters by name, and what was wrong with those left out."""

    by_id: dict[str, Guide]
    warnings: tuple[str, ...] = ()
    templates: dict[str, Template] = field(default_factory=dict)

    def __getitem__(self, guide_id: str) -> Guide:
        """Return the guide called *guide_id*."""
        return self.by_id[guide_id]


def load_guides(own_folder: Path | None = None) -> Guides:
    """Load the built-in guides, then those of *own_folder*, which replace those of the same id.

    One of the person's own that can't be used is named in ``warnings``; the built-in one stays.
    """
    built_in = _built_in()
    own, warnings = _own(own_folder, built_in)
    warnings += _drop_unmarkable(own, built_in)
    templates, faults = load_templates(own_folder)
    guides = built_in | {name: found.guide for name, found in own.items()}
    return Guides(guides, (*warnings, *faults), templates)


def _built_in() -> dict[str, Guide]:
    guides = {}
    for resource in files(__package__).iterdir():
        if resource.name.endswith(".toml") and resource.name not in NO_GUIDES:
            guide = parse_guide(resource.name, resource.read_text(encoding="utf-8"))
            guides[guide.id] = guide
    return guides


def _own(folder: Path | None, built_in: dict[str, Guide]) -> tuple[dict[str, OwnGuide], list[str]]:
    """Return the guides in *folder* by id, and what is wrong with those that can't be used."""
    own: dict[str, OwnGuide] = {}
    warnings = []
    for path in sorted(folder.glob("*.toml")) if folder else []:
        if path.name in NO_GUIDES:
            continue
        try:
            source = Source.of(path)
            guide = read_guide(source)
            own[guide.id] = OwnGuide(source, guide).standing_in(built_in.get(guide.id))
        except GuideError as error:
            warnings.append(str(error))
    return own, warnings


def _drop_unmarkable(own: dict[str, OwnGuide], built_in: dict[str, Guide]) -> list[str]:
    """Take out of *own* what has marks in a list that is not there; return why."""
    guides = built_in | {name: found.guide for name, found in own.items()}
    lists = {name for name, guide in guides.items() if guide.items}
    for name, found in own.items():
        try:
            found.check_lists(lists)
        except GuideError as error:
            del own[name]
            return [str(error), *_drop_unmarkable(own, built_in)]
    return []
