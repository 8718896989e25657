"""Every rule holds for every file, and catches a small bad sample."""

from collections.abc import Callable

import pytest

from tests.architecture import rules
from tests.architecture.inherited import _in_class, textual_secrets
from tests.architecture.markup import markup_of_people
from tests.architecture.source import Source, median_length, sources

Rule = Callable[[Source], list[str]]
DOC = '"""A module."""\n'
LONG_FUNCTION = "def f():\n" + "    x = 1\n" * 40
BAD: list[tuple[Rule, str]] = [
    (rules.too_long, LONG_FUNCTION),
    (rules.too_long, "class C:\n" + "    x = 1\n" * 200),
    (rules.too_long, "x = 1\n" * 301),
    (rules.undocumented, "x = 1\n"),
    (rules.undocumented, DOC + "def shown():\n    pass\n"),
    (rules.undocumented, DOC + "class Shown:\n    pass\n"),
    (rules.hex_colors, "CSS = 'color: #fA0;'\n"),
    (rules.hex_colors, "CSS = '''\n#body { color: #a0b0c0 }'''\n"),
    (rules.own_clocks, "import datetime\nx = datetime.datetime.now()\n"),
    (rules.own_clocks, "from datetime import date\nx = date.today()\n"),
    (rules.prints, "print('here')\n"),
    (rules.unfinished, "x = 1  # TODO: more\n"),
    (rules.unfinished, "# ------------\n"),
    (rules.strangers_secrets, "widget._size = 3\n"),
    (markup_of_people, "Static(title)\n"),
    (markup_of_people, "Label(f'{name}', id='x')\n"),
    (markup_of_people, "Static('', id='filled-later')\n"),
    (markup_of_people, "self.app.notify(words)\n"),
    (markup_of_people, "OptionList(*names)\n"),
    (markup_of_people, "Button(company)\n"),
    (markup_of_people, "self.border_title = title\n"),
]
GOOD: list[tuple[Rule, str]] = [
    (rules.undocumented, DOC + "def _hidden():\n    pass\n"),
    (rules.hex_colors, "CSS = '#body { color: $text; }\\n#add, #fab { }'\n"),
    (rules.own_clocks, "x = self.services.clock.now()\n"),
    (rules.strangers_secrets, "self._size = 3\nx.__class__\n"),
    (markup_of_people, "Static('Ours', id='x')\nStatic(title, markup=False)\n"),
    (markup_of_people, "Static(Text(title))\nButton(Content.from_text(name, markup=False))\n"),
    (markup_of_people, "OptionList(*names, markup=False)\n"),
    (markup_of_people, "def row(x) -> Text:\n    pass\nOption(self.row(x))\n"),
]
RULES = [*dict.fromkeys(rule for rule, _ in BAD), textual_secrets]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_no_file_breaks_the_rule(rule: Rule) -> None:
    assert "\n".join(offender for source in sources() for offender in rule(source)) == ""


@pytest.mark.parametrize(("rule", "text"), BAD, ids=lambda value: getattr(value, "__name__", ""))
def test_the_rule_catches_a_bad_sample(rule: Rule, text: str) -> None:
    assert rule(Source("bounceback_tui/ui/sample.py", text)) != []


@pytest.mark.parametrize(("rule", "text"), GOOD, ids=lambda value: getattr(value, "__name__", ""))
def test_the_rule_lets_a_good_sample_pass(rule: Rule, text: str) -> None:
    assert rule(Source("bounceback_tui/ui/sample.py", text)) == []


def test_the_stylesheet_names_colors_by_their_meaning() -> None:
    sheets = sources(".tcss")
    assert sheets
    assert [found for sheet in sheets for found in rules.hex_colors(sheet)] == []
    assert rules.hex_colors(Source("ui/x.tcss", "#body { color: #fff; }"))


def test_half_of_all_functions_have_ten_lines_or_fewer() -> None:
    assert median_length(sources()) <= rules.MEDIAN_LINES
    assert median_length([Source("x.py", LONG_FUNCTION)]) > rules.MEDIAN_LINES


def test_a_private_attribute_of_textual_is_found_in_a_class_of_ours() -> None:
    from textual.widget import Widget

    text = "class Mine(Widget):\n    def f(self):\n        return self._size, self._mine\n"
    source = Source("bounceback_tui/ui/sample.py", text)
    made = type("Mine", (Widget,), {"__module__": __name__})
    assert _in_class(source, source.classes[0], made) == [
        "bounceback_tui/ui/sample.py:3 Mine._size"
    ]
