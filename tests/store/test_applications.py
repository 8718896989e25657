"""Applications: columns in the person's order, moves with their history, and the lists."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bounceback_tui.clock import FixedClock
from bounceback_tui.models.words import InterviewKind, Outcome, Stage
from bounceback_tui.services import Services
from bounceback_tui.store.applications import Applications
from bounceback_tui.store.errors import NotFoundError
from tests.store.looking import rows

TODAY = date(2026, 11, 22)


@pytest.fixture
def applications(services: Services) -> Applications:
    return services.store.applications


@pytest.fixture
def five(applications: Applications) -> Applications:
    """Five cards, A on top."""
    for name in "EDCBA":
        applications.add(name, Stage.APPLIED)
    return applications


def order(applications: Applications, stage: Stage = Stage.APPLIED) -> str:
    return "".join(card.company for card in applications.cards(stage, 0, 99))


def number(applications: Applications, name: str) -> int:
    return next(c.id for s in Stage for c in applications.cards(s, 0, 99) if c.company == name)


def test_a_new_card_goes_on_top_of_its_column_and_starts_its_history(
    five: Applications, clock: FixedClock
) -> None:
    added = five.add("New", Stage.APPLIED, TODAY - timedelta(3), title="Engineer")
    assert order(five) == "NewABCDE"
    found = five.get(added)
    assert (found.title, found.stage_day) == ("Engineer", TODAY - timedelta(3))
    assert found.created_at == clock.now()
    [first] = five.history(added)
    assert (first.from_stage, first.to_stage, first.day) == (
        None,
        "applied",
        TODAY - timedelta(3),
    )
    assert first.at == clock.now()


@pytest.mark.parametrize(
    ("name", "side", "neighbor", "expected"),
    [
        ("D", "above", "B", "ADBCE"),
        ("A", "below", "C", "BCADE"),
        ("E", "above", "A", "EABCD"),
        ("A", "below", "E", "BCDEA"),
        ("B", "above", "C", "ABCDE"),
        ("C", "below", "B", "ABCDE"),
    ],
)
def test_a_card_goes_above_or_below_its_neighbor(
    five: Applications, name: str, side: str, neighbor: str, expected: str
) -> None:
    five.move(number(five, name), Stage.APPLIED, **{side: number(five, neighbor)})
    assert order(five) == expected
    assert len(five.history(number(five, name))) == 1


def test_without_a_neighbor_a_card_goes_on_top(five: Applications) -> None:
    five.move(number(five, "C"), Stage.APPLIED)
    assert order(five) == "CABDE"


def test_a_column_is_numbered_anew_when_no_rank_is_left_between_two_cards(
    five: Applications, services: Services
) -> None:
    for _ in range(120):
        five.move(number(five, "E"), Stage.APPLIED, above=number(five, "B"))
        five.move(number(five, "D"), Stage.APPLIED, above=number(five, "E"))
        assert order(five) == "ADEBC"
        five.move(number(five, "D"), Stage.APPLIED, below=number(five, "E"))
        assert order(five) == "AEDBC"
    path = services.plan.paths.journal
    assert len(set(rows(path, "SELECT rank FROM application"))) == 5


def test_cards_of_the_same_rank_are_told_apart_when_another_goes_between(
    five: Applications, services: Services
) -> None:
    with services.store._database.quietly() as session:
        session.connection().exec_driver_sql("UPDATE application SET rank = 1.0")
    before = order(five)
    middle, moved = before[2], before[0]
    five.move(number(five, moved), Stage.APPLIED, below=number(five, middle))
    assert order(five) == before[1:3] + moved + before[3:]


@settings(
    max_examples=30,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    moves=st.lists(
        st.tuples(st.sampled_from("ABCDE"), st.sampled_from("ABCDE"), st.booleans()), max_size=12
    )
)
def test_the_order_is_that_of_a_plain_list(
    five: Applications, moves: list[tuple[str, str, bool]]
) -> None:
    expected = list(order(five))
    for name, neighbor, is_above in moves:
        if name == neighbor:
            continue
        expected.remove(name)
        expected.insert(expected.index(neighbor) + (not is_above), name)
        side = {"above" if is_above else "below": number(five, neighbor)}
        five.move(number(five, name), Stage.APPLIED, **side)
    assert order(five) == "".join(expected)
    places = [five.position(number(five, name)) for name in expected]
    assert places == [(Stage.APPLIED, place) for place in range(5)]


def test_a_move_to_another_column_writes_the_history(five: Applications, clock: FixedClock) -> None:
    moved = number(five, "C")
    clock.advance(days=2)
    five.move(moved, Stage.SCREENING)
    five.move(moved, Stage.INTERVIEW, day=TODAY)
    history = [(c.from_stage, c.to_stage, c.day) for c in five.history(moved)]
    assert history == [
        (None, "applied", TODAY),
        ("screening", "interview", TODAY),
        ("applied", "screening", TODAY + timedelta(2)),
    ]
    assert order(five) == "ABDE"
    assert order(five, Stage.INTERVIEW) == "C"


def test_a_card_moved_across_lands_beside_its_new_neighbor(five: Applications) -> None:
    for name in "AB":
        five.move(number(five, name), Stage.OFFER)
    five.move(number(five, "C"), Stage.OFFER, below=number(five, "B"))
    assert order(five, Stage.OFFER) == "BCA"


def test_closing_says_how_it_ended_and_reopening_forgets_it(five: Applications) -> None:
    closed = number(five, "A")
    five.move(closed, Stage.CLOSED, outcome=Outcome.NO_REPLY)
    assert five.cards(Stage.CLOSED, 0, 9)[0].outcome is Outcome.NO_REPLY
    five.move(closed, Stage.CLOSED, outcome=Outcome.REJECTED)
    assert five.get(closed).outcome == "rejected"
    five.move(closed, Stage.APPLIED, outcome=Outcome.REJECTED)
    assert five.get(closed).outcome is None
    assert [c.outcome for c in five.history(closed)] == [None, "no_reply", "rejected", None]


def test_a_date_set_by_hand_moves_the_age_of_the_present_stage_and_never_the_card(
    five: Applications,
) -> None:
    card = number(five, "A")
    five.move(card, Stage.INTERVIEW)
    first, last = five.history(card)
    five.redate(last.id, TODAY - timedelta(5))
    assert (five.get(card).stage, five.get(card).stage_day) == ("interview", TODAY - timedelta(5))
    five.redate(first.id, TODAY - timedelta(9))
    assert (five.get(card).stage, five.get(card).stage_day) == ("interview", TODAY - timedelta(5))
    assert [c.to_stage for c in five.history(card)] == ["applied", "interview"]


def test_a_change_that_never_was_is_dropped_and_the_stage_follows(five: Applications) -> None:
    card = number(five, "E")
    five.move(card, Stage.CLOSED, outcome=Outcome.REJECTED)
    first, last = five.history(card)
    five.drop_change(last.id)
    found = five.get(card)
    assert (found.stage, found.outcome) == ("applied", None)
    assert order(five) == "EABCD"
    five.drop_change(first.id)
    assert [c.id for c in five.history(card)] == [first.id]


def test_what_is_gone_is_said_to_be_gone(applications: Applications) -> None:
    for act in (
        lambda: applications.get(9),
        lambda: applications.edit(9, title="x"),
        lambda: applications.delete(9),
        lambda: applications.move(9, Stage.OFFER),
        lambda: applications.redate(9, TODAY),
        lambda: applications.drop_change(9),
    ):
        with pytest.raises(NotFoundError, match="not in the journal any more"):
            act()


def test_counts_and_cards_hold_what_matches_every_word(applications: Applications) -> None:
    applications.add("Acme Robotics", Stage.APPLIED, title="Data Engineer", location="Aldmere")
    applications.add("Northwind", Stage.OFFER, title="Engineer", next_action="call Acme's Dana")
    applications.add("100% Juice_Bar", source="Noor")
    counts = applications.counts("engineer acme")
    assert {s: n for s, n in counts.items() if n} == {Stage.APPLIED: 1, Stage.OFFER: 1}
    assert applications.counts("ENGINEER aldm")[Stage.APPLIED] == 1
    assert sum(applications.counts("%").values()) == 1
    assert sum(applications.counts("_").values()) == 1
    assert sum(applications.counts("nowhere").values()) == 0
    assert set(applications.counts()) == set(Stage)
    assert [c.company for c in applications.cards(Stage.SAVED, 0, 9, "noor")] == ["100% Juice_Bar"]
    assert [c.company for c in applications.named("acme")] == ["Northwind", "Acme Robotics"]


def test_a_rejected_card_is_found_by_how_it_ended(applications: Applications) -> None:
    card = applications.add("Acme")
    applications.move(card, Stage.CLOSED, outcome=Outcome.REJECTED)
    assert [c.company for c in applications.cards(Stage.CLOSED, 0, 9, "rejec")] == ["Acme"]


def test_the_place_of_a_card_counts_only_those_that_match(five: Applications) -> None:
    for name in "BD":
        five.edit(number(five, name), title="Engineer")
    assert five.position(number(five, "D")) == (Stage.APPLIED, 3)
    assert five.position(number(five, "D"), "engineer") == (Stage.APPLIED, 1)
    assert five.position(number(five, "A"), "engineer") is None
    assert five.position(999) is None


def test_a_page_of_cards_is_a_part_of_the_whole_column(five: Applications) -> None:
    assert "".join(c.company for c in five.cards(Stage.APPLIED, 1, 3)) == "BCD"
    assert five.cards(Stage.APPLIED, 5, 3) == []


def test_due_names_actions_and_interviews_overdue_ones_first(services: Services) -> None:
    store = services.store
    late = store.applications.add(
        "Late", Stage.APPLIED, next_action="write", next_action_on=TODAY - timedelta(4)
    )
    talk = store.applications.add("Talk", Stage.INTERVIEW)
    kind = InterviewKind.TECHNICAL.value
    store.interviews.add(talk, round=2, kind=kind, day=TODAY + timedelta(2), time="10:00")
    store.interviews.add(talk, round=1, kind=kind, day=TODAY - timedelta(2), time="10:00")
    store.applications.add("Far", next_action="wait", next_action_on=TODAY + timedelta(30))
    over = store.applications.add("Over", next_action="no", next_action_on=TODAY)
    store.applications.move(over, Stage.CLOSED, outcome=Outcome.WITHDRAWN)
    due = store.applications.due(TODAY + timedelta(14))
    assert [(d.company, d.what, d.is_interview) for d in due] == [
        ("Late", "write", False),
        ("Talk", "round 2, technical", True),
    ]
    assert due[0].application_id == late
    assert due[1].time == "10:00"


def test_two_things_on_a_day_are_due_by_their_time(services: Services) -> None:
    store = services.store
    for time in ("14:00", "9:30", "10:00"):
        card = store.applications.add(time, Stage.INTERVIEW)
        store.interviews.add(card, day=TODAY, time=time)
    assert [d.time for d in store.applications.due(TODAY)] == ["9:30", "10:00", "14:00"]


def test_changes_are_those_since_a_day_newest_first(five: Applications) -> None:
    card = number(five, "A")
    five.move(card, Stage.SCREENING, day=TODAY - timedelta(20))
    five.move(card, Stage.CLOSED, outcome=Outcome.REJECTED)
    five.delete(number(five, "B"))
    changes = five.changes(TODAY - timedelta(7), limit=3)
    assert [(c.company, c.to_stage, c.outcome) for c in changes] == [
        ("A", Stage.CLOSED, Outcome.REJECTED),
        ("A", Stage.APPLIED, None),
        ("C", Stage.APPLIED, None),
    ]


def test_a_checklist_keeps_its_order_and_counts_what_is_done(services: Services) -> None:
    store = services.store
    card = store.applications.add("Acme", Stage.INTERVIEW)
    second = store.interviews.add(card, ["c", "a", "b"], round=2)
    store.interviews.add(card, round=1)
    store.interviews.edit(second, [("b", True), ("c", False), ("new", True)])
    assert [i.round for i in store.interviews.of(card)] == [1, 2]
    assert [(p.text, p.done) for p in store.interviews.checklist(second)] == [
        ("b", True),
        ("c", False),
        ("new", True),
    ]
    assert store.interviews.prepared(card) == {second: (2, 3)}
    with pytest.raises(NotFoundError):
        store.interviews.get(99)


@pytest.mark.parametrize("needle", ["école", "ÉCOLE", "École", "éc"])
def test_a_filter_minds_capitals_of_no_language(applications: Applications, needle: str) -> None:
    for company in ("école", "ÉCOLE", "École"):
        applications.add(company)
    assert applications.counts(needle)[Stage.SAVED] == 3
