"""The panels of the mood screen: what stands in them, and what is said under their cursors."""

from collections.abc import Sequence
from datetime import date

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Static

from bounceback_tui.insight.bounce_back import Form, Summary, Wait
from bounceback_tui.services import Services
from bounceback_tui.store.mood_history import Event
from bounceback_tui.ui import commands
from bounceback_tui.ui.gentle import is_gentle
from bounceback_tui.ui.screens import mood_words
from bounceback_tui.ui.screens.mood_figures import MoodFigures, figures
from bounceback_tui.ui.screens.panels import Panels
from bounceback_tui.ui.themes import ink, mood_colors
from bounceback_tui.ui.widgets.day_chart import DayChart
from bounceback_tui.ui.widgets.day_plot import Drawing, Mark
from bounceback_tui.ui.widgets.event_dots import Dot, EventDots
from bounceback_tui.ui.widgets.year_pixels import YearPixels

RANGES: tuple[tuple[int | None, str], ...] = (
    (30, "30 days"),
    (90, "90 days"),
    (365, "a year"),
    (None, "everything"),
)


class MoodPanels(Panels):
    """The chart, the year, getting up again, and what two weeks say."""

    CSS = (
        Panels.CSS
        + """
    MoodPanels DayChart { height: 14; }
    MoodPanels.-low DayChart { height: 11; }
    MoodPanels.-tall DayChart { height: 20; }
    MoodPanels YearPixels { height: 8; }
    """
    )
    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-high"), (44, "-tall")]

    def __init__(self, services: Services) -> None:
        """Start with ninety days."""
        super().__init__(services)
        self.range = 1
        self.with_energy = False
        self.figures: MoodFigures | None = None
        self._year_events: dict[date, list[Event]] = {}

    def compose_body(self) -> ComposeResult:
        with VerticalScroll(id="panels", can_focus=False):
            yield from self.compose_kindly()
            yield Static("", id="nothing", markup=False)
            with Vertical(classes="panel", id="mood-chart"):
                yield Static("", classes="caption", id="about", markup=False)
                yield DayChart(low=1, high=9, ticks=(1, 3, 5, 7, 9), id="chart")
                yield Static("", classes="below", id="day", markup=False)
            with Vertical(classes="panel", id="year"):
                yield Static("", classes="caption", id="about-year", markup=False)
                yield YearPixels(color=self._color, id="pixels")
                yield Static("", classes="below", id="pixel", markup=False)
            with Vertical(classes="panel", id="getting-up"):
                yield Static("", classes="caption", id="about-dots", markup=False)
                yield EventDots(id="dots")
                yield Static("", classes="below", id="dot", markup=False)
                yield Static("", classes="up-words", id="up-words", markup=False)
            with Vertical(classes="panel", id="back"):
                yield Static("", classes="caption", id="about-dips", markup=False)
                yield EventDots(id="dips")
                yield Static("", classes="below", id="dip", markup=False)
                yield Static("", classes="up-words", id="back-words", markup=False)
            with Vertical(classes="panel", id="weeks"):
                yield Static("", id="week-words", markup=False)
            with Vertical(classes="panel", id="later"):
                yield Static("", id="later-words", markup=False)
            with Vertical(classes="panel", id="exercises"):
                yield Static("", id="exercise-words", markup=False)

    def on_mount(self) -> None:
        self.query_one(DayChart).focus(scroll_visible=False)

    # What is shown

    def reload(self) -> None:
        days, _name = RANGES[self.range]
        self.figures = found = figures(self.services, days, with_energy=self.with_energy)
        is_empty = self.store.mood.first_day() is None
        self.set_class(is_empty, "-empty")
        key = commands.keys_label(commands.BY_ID["app.check_in"], self.plan.settings.keys)
        self.query_one("#nothing", Static).update(mood_words.NOTHING_YET.format(key=key))
        self.show_kindly()
        self._show_chart(found)
        self.show_year(self._pixel_day)
        self._show_steps(found)
        self._show_dips(found)
        self._show_words(found)
        self.show_panels()

    @property
    def _pixel_day(self) -> date:
        return self.query_one(YearPixels).cursor or self.services.clock.today()

    def _show_chart(self, found: MoodFigures) -> None:
        marks = [
            Mark(e.day, mood_words.SHAPES[e.kind], mood_words.TOKENS[e.kind], e.company)
            for e in found.events
        ]
        dots = [(entry.day, float(entry.valence)) for entry in found.entries]
        drawing = Drawing(found.first, found.last, dots, found.line, found.energy, marks, guide=5)
        self.query_one(DayChart).show(drawing)
        self.caption("#about", "Mood", mood_words.about(found, with_energy=self.with_energy))
        self.say_day(self.query_one(DayChart).cursor or found.last)

    def show_year(self, day: date) -> None:
        """Show the year of *day* with the cursor there."""
        first, last = date(day.year, 1, 1), date(day.year, 12, 31)
        means, today = self.store.mood.means(first, last), self.services.clock.today()
        self._year_events = {}
        for event in self.store.mood.events(first, last):
            self._year_events.setdefault(event.day, []).append(event)
        marks = {day: events[0].company for day, events in self._year_events.items()}
        pixels = self.query_one(YearPixels)
        pixels.show(means, marks, today=today, cursor=day)
        self.caption("#about-year", "Year in pixels", f"{day.year} · {mood_words.ABOUT_YEAR}")
        self.say_pixel(pixels.cursor or day)

    def _show_steps(self, found: MoodFigures) -> None:
        self.caption("#about-dots", "Getting up again", mood_words.DOTS if found.waits[2:] else "")
        self._show_dots("#dots", found.waits, found.steps, found.lately)
        self.say_dot(self.query_one("#dots", EventDots))

    def _show_dips(self, found: MoodFigures) -> None:
        self.caption(
            "#about-dips", "Back near your usual", mood_words.DIPS if found.dips[2:] else ""
        )
        self._show_dots("#dips", found.dips, found.moods, found.undipped)
        self.say_dot(self.query_one("#dips", EventDots))

    def _show_dots(self, selector: str, waits: Sequence[Wait], about: Summary, more: str) -> None:
        dots = self.query_one(selector, EventDots)
        dots.show([Dot(w.id, w.day, w.days, not w.is_over) for w in waits], about.median)
        dots.display = about.form in (Form.DOTS, Form.MEDIAN)
        below = "#up-words" if selector == "#dots" else "#back-words"
        self.query_one(below, Static).update("\n".join(mood_words.after_a_no(about, more)))

    def _show_words(self, found: MoodFigures) -> None:
        together = "" if is_gentle(self.app) else found.together
        weekdays = (mood_words.WEEKDAY_NOTE, mood_words.weekday_lines(found))
        self.paragraph("#week-words", "Two weeks", found.compared.words, together, *weekdays)
        asked = "A week after a no, next to what you expected"
        self.paragraph("#later-words", asked, found.guesses)
        counted = mood_words.exercise_lines(found)
        title = mood_words.EXERCISES
        self.paragraph("#exercise-words", title, *counted, mood_words.NOT_A_CAUSE)

    def _color(self, value: float) -> str:
        return mood_colors(self.app.current_theme)[min(round(value), 9) - 1]

    # What is said of the day, or the event, under a cursor

    def say_day(self, day: date) -> None:
        """Say what is known of *day* below the chart."""
        found = self.figures
        if found is None:
            return
        valences = [entry.valence for entry in found.entries if entry.day == day]
        events = [event for event in found.events if event.day == day]
        words = mood_words.day_line(day, found.last, valences, events)
        muted = ink(self.app.theme_variables, "text-muted")
        self.query_one("#day", Static).update(
            Text(words).append(f"   {mood_words.legend()}", muted)
        )

    def say_pixel(self, day: date) -> None:
        """Say what is known of *day* below the year."""
        valences: list[int] = []
        self.guarded(lambda: valences.extend(v for _day, v in self.store.mood.entries(day, day)))
        events = self._year_events.get(day, [])
        today = self.services.clock.today()
        self.query_one("#pixel", Static).update(mood_words.day_line(day, today, valences, events))

    def say_dot(self, dots: EventDots) -> None:
        """Say what is known of the no under the cursor of *dots*."""
        found, dot, words = self.figures, dots.dot if dots.display else None, ""
        is_step = dots.id == "dots"
        if found is not None and dot is not None:
            waits = found.waits if is_step else found.dips
            wait = next(wait for wait in waits if wait.id == dot.key)
            what = mood_words.STEP if is_step else mood_words.BACK
            words = mood_words.dot_line(wait, found.rejected[dot.key].company, found.last, what)
        line = self.query_one("#dot" if is_step else "#dip", Static)
        line.update(words)
        line.display = bool(words)
