"""A one-page brief in Markdown, made of what somebody chose to show about themselves."""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

PARTS = {
    "role": "Role and place",
    "strengths": "Strengths",
    "direction": "Where to",
    "style": "How you work",
    "musts": "Must have",
    "nices": "Good to have",
    "noes": "What you say no to",
    "stories": "Stories",
    "pay_range": "Pay range",
    "pay_floor": "Pay floor (private)",
    "contact": "Phone or link",
}
SHOWN_AT_FIRST = frozenset(PARTS) - {"pay_floor"}


@dataclass(frozen=True)
class BriefFacts:
    """What can be shown: a profile by name, skills with proof, criteria, and whole stories."""

    profile: Mapping[str, str] = field(default_factory=dict)
    strengths: Sequence[tuple[str, str]] = ()
    musts: Sequence[str] = ()
    nices: Sequence[str] = ()
    noes: Sequence[str] = ()
    stories: Sequence[tuple[str, str, str, str]] = ()


def parts_with_words(facts: BriefFacts) -> dict[str, str]:
    """Return the parts about which there is anything to show, with their labels."""
    return {part: label for part, label in PARTS.items() if _part(part, facts)}


def brief(facts: BriefFacts, shown: Container[str]) -> str:
    """Return the brief with the parts named in *shown*, in their order; others leave no trace."""
    name = _flat(facts.profile.get("my_name", "")) or "About me"
    parts = [f"# {name}", *(_part(part, facts) for part in PARTS if part in shown)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _part(part: str, facts: BriefFacts) -> str:
    said = {name: _flat(words) for name, words in facts.profile.items()}
    lists = {"musts": facts.musts, "nices": facts.nices, "noes": facts.noes}
    if part in lists:
        return _titled(_TITLES[part], map(_flat, lists[part]))
    if part == "strengths":
        return _titled(_TITLES[part], (_proven(*pair) for pair in facts.strengths))
    if part == "stories":
        return _titled(_TITLES[part], (_told(*story) for story in facts.stories), "")
    if part == "role":
        words = [said.get(name, "") for name in ("target_role", "location", "available")]
        return " · ".join(f"**{word}**" if word == words[0] else word for word in words if word)
    if part == "contact":
        return said.get("link", "")
    lines = (f"{lead}{said[name]}" for name, lead in _LINES[part].items() if said.get(name))
    return _titled(_TITLES[part], lines)


_TITLES = {
    "strengths": "What I do well",
    "direction": "Where I am going",
    "style": "How I work",
    "musts": "What I need",
    "nices": "Good to have",
    "noes": "What would not suit me",
    "stories": "What I have done",
    "pay_range": "Pay",
    "pay_floor": "Least pay",
}
_LINES = {
    "direction": {"direction_1yr": "In a year: ", "direction_3yr": "In three years: "},
    "style": {"best_when": "At my best when ", "slowed_by": "Slowed by "},
    "pay_range": {"pay_range": ""},
    "pay_floor": {"pay_floor": ""},
}


def _titled(title: str, lines: Iterable[str], mark: str = "- ") -> str:
    kept = [f"{mark}{line}" for line in lines if line]
    between = "\n" if mark else "\n\n"
    return f"## {title}\n\n{between.join(kept)}" if kept else ""


def _proven(skill: str, proof: str) -> str:
    parts = [f"**{_flat(skill)}**" if skill.strip() else "", _flat(proof)]
    return ": ".join(part for part in parts if part)


def _told(title: str, problem: str, did: str, result: str) -> str:
    told = " ".join(_sentence(words) for words in (problem, did, result) if words.strip())
    return f"**{_flat(title)}.** {told}" if told else ""


def _sentence(words: str) -> str:
    flat = _flat(words)
    flat = flat[:1].upper() + flat[1:]
    return flat if flat[-1:] in ".!?…" else f"{flat}."


def _flat(words: str) -> str:
    return " ".join(words.split())
