"""Figures are the same wherever they are read, and whatever order the rows came in."""

from dataclasses import replace
from datetime import timedelta, timezone
from itertools import chain

import pytest

from bounceback_tui.clock import FixedClock
from bounceback_tui.services import Plan, open_services
from bounceback_tui.ui.screens.mood_figures import MoodFigures, figures
from bounceback_tui.ui.screens.search_figures import SearchFigures, search_figures

AUCKLAND, HONOLULU = timezone(timedelta(hours=13)), timezone(timedelta(hours=-10))


def read(plan: Plan) -> tuple[MoodFigures, SearchFigures]:
    services = open_services(plan)
    try:
        return figures(services, None, with_energy=True), search_figures(services, None, None)
    finally:
        services.store.close()


@pytest.mark.parametrize("zone", [AUCKLAND, HONOLULU])
def test_the_time_zone_of_the_reader_changes_nothing_of_what_was_written(
    demo_plan: Plan, clock: FixedClock, zone: timezone
) -> None:
    noon = clock.at.replace(hour=12)
    there = FixedClock(noon.replace(tzinfo=zone), zone)
    assert there.today() == clock.today()
    assert read(replace(demo_plan, clock=there)) == read(demo_plan)


def test_every_application_that_was_sent_stands_in_one_week_and_one_part(demo_plan: Plan) -> None:
    _mood, search = read(demo_plan)
    ids = list(chain.from_iterable(search.week_ids))
    assert len(ids) == len(set(ids)) == search.n
    assert [sum(counts) for counts in search.counts] == [len(week) for week in search.week_ids]
