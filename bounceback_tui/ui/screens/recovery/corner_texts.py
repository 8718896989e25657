"""What the corner knows, as the letter and the brief take it."""

from typing import TYPE_CHECKING

from bounceback_tui.models.words import CriterionKind
from bounceback_tui.transfer.brief import BriefFacts

if TYPE_CHECKING:
    from bounceback_tui.store.store import Store

HAPPY_TO_DISCUSS = "happy to discuss"


def brief_facts(store: "Store") -> BriefFacts:
    """Return what a brief may show."""
    by_kind: dict[str, list[str]] = {kind: [] for kind in CriterionKind}
    for criterion in store.criteria.all():
        by_kind[criterion.kind].append(criterion.text)
    return BriefFacts(
        store.corner.profile(),
        [(strength.skill, strength.proof) for strength in store.corner.strengths()],
        by_kind[CriterionKind.MUST],
        by_kind[CriterionKind.NICE],
        by_kind[CriterionKind.NO],
        [(s.title, s.problem, s.did, s.result) for s in store.corner.stories()],
    )


def introduction_values(facts: BriefFacts) -> dict[str, str]:
    """Return what is known for the letter to a recruiter, by placeholder; never the pay floor."""
    said = facts.profile
    values = {
        "target_role": said.get("target_role", ""),
        "location_or_remote": said.get("location", ""),
        "date": said.get("available", ""),
        "working_style": said.get("best_when", ""),
        "must_have": next(iter(facts.musts), ""),
        "deal_breaker": next(iter(facts.noes), ""),
        "range_or_happy_to_discuss": said.get("pay_range") or HAPPY_TO_DISCUSS,
        "my_name": said.get("my_name", ""),
        "phone_or_link": said.get("link", ""),
    }
    for number, (skill, proof) in enumerate(facts.strengths[:2], start=1):
        values |= {f"strength_{number}": skill, f"proof_{number}": proof}
    return {name: words for name, words in values.items() if words}
