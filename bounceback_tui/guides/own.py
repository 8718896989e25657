"""The person's own exercises: whether one can stand in for a built-in one."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from bounceback_tui.guides.fields import Field, field_fault
from bounceback_tui.guides.guide import Guide
from bounceback_tui.guides.source import GuideError, Source


@dataclass(frozen=True)
class OwnGuide:
    """A guide of the person's own, with the file it was read from."""

    source: Source
    guide: Guide

    def field_fault(self, asked: Field, words: str) -> GuideError:
        """Return an error that says *words* of the prompt *asked*."""
        return field_fault(self.source, self.guide.fields.index(asked), asked.id, words)

    def standing_in(self, built_in: Guide | None) -> "OwnGuide":
        """Return this guide with the texts it leaves to *built_in*; raise GuideError if it can't.

        The app asks for the prompts of *built_in* by name and keeps numbers and choices, so they
        have to be there, and to be answered in the same way.
        """
        if built_in is None:
            return self
        for wanted in built_in.fields:
            self._check(wanted)
        if built_in.items and not self.guide.items:
            raise self.source.fault("'items' of the built-in guide are missing.")
        texts = built_in.texts | self.guide.texts
        minutes = self.guide.minutes or built_in.minutes
        return replace(self, guide=replace(self.guide, texts=texts, minutes=minutes))

    def _check(self, wanted: Field) -> None:
        found = next((f for f in self.guide.fields if f.id == wanted.id), None)
        if found is None:
            raise self.source.fault(f"field {wanted.id!r} of the built-in guide is missing.")
        if fault := _difference(found, wanted):
            raise self.field_fault(found, fault)

    def check_lists(self, known: Collection[str]) -> None:
        """Refuse a prompt with marks in a list that is not among the *known* ones."""
        for asked in self.guide.fields:
            if asked.kind == "marks" and asked.list not in known:
                words = f"marks in {asked.list!r}, and no guide of that id has items."
                raise self.field_fault(asked, words)


def _difference(found: Field, wanted: Field) -> str:
    """Return in what *found* is answered in another way than *wanted*; empty when in nothing."""
    if found.kind != wanted.kind:
        return f"must stay of the kind {wanted.kind!r}."
    if (found.low, found.high) != (wanted.low, wanted.high):
        return f"must stay from {wanted.low} to {wanted.high}."
    if wanted.kind == "choices" and set(found.labels) != set(wanted.labels):
        return f"must keep the labels {', '.join(wanted.labels)}."
    if wanted.required and not found.required:
        return "must stay required."
    return ""
