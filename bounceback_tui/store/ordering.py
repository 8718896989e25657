"""The person's own order of the cards in a column: a rank between its neighbors'."""

from sqlalchemy import ColumnElement, func, or_, select, update
from sqlmodel import Session, col

from bounceback_tui.models.application import Application
from bounceback_tui.models.words import Stage

ORDER = (col(Application.rank), col(Application.id))


def comes_before(found: Application) -> ColumnElement[bool]:
    """Return the condition for the cards that stand before *found* in its order."""
    return or_(
        col(Application.rank) < found.rank,
        (col(Application.rank) == found.rank) & (col(Application.id) < found.id),
    )


def top_rank(session: Session, stage: Stage) -> float:
    """Return a rank that comes before every card of *stage*."""
    query = select(func.min(col(Application.rank))).where(col(Application.stage) == stage.value)
    lowest = session.execute(query).scalar_one()
    return 0.0 if lowest is None else lowest - 1.0


def rank_beside(
    session: Session, moved: Application, stage: Stage, above: int | None, below: int | None
) -> float:
    """Return a rank that puts *moved* next to a neighbor, making room when there is none."""
    neighbor_id = above if above is not None else below
    if neighbor_id is None:
        return top_rank(session, stage)
    session.flush()
    for _try in range(2):
        neighbor = session.get_one(Application, neighbor_id)
        low, high = _gap(session, moved, neighbor, is_above=above is not None)
        middle = (low + high) / 2
        if low < middle < high:
            return middle
        _spread(session, stage)
        session.refresh(neighbor)
    return middle


def _gap(
    session: Session, moved: Application, neighbor: Application, *, is_above: bool
) -> tuple[float, float]:
    others = (col(Application.stage) == neighbor.stage, col(Application.id) != moved.id)
    if is_above:
        edge = session.execute(
            select(func.max(col(Application.rank))).where(*others, comes_before(neighbor))
        ).scalar_one()
        return (neighbor.rank - 2 if edge is None else edge), neighbor.rank
    edge = session.execute(
        select(func.min(col(Application.rank))).where(
            *others, ~comes_before(neighbor), col(Application.id) != neighbor.id
        )
    ).scalar_one()
    return neighbor.rank, (neighbor.rank + 2 if edge is None else edge)


def _spread(session: Session, stage: Stage) -> None:
    """Renumber a column 1, 2, 3 … in its present order."""
    place = func.row_number().over(order_by=ORDER)
    table = (
        select(col(Application.id).label("id"), place.label("place"))
        .where(col(Application.stage) == stage.value)
        .subquery()
    )
    session.execute(
        update(Application)
        .where(col(Application.id) == table.c.id)
        .values(rank=table.c.place)
        .execution_options(synchronize_session=False)
    )
