"""Every command, declared once, for bindings, footer, palette, help pages and the README."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from textual.binding import Binding, BindingType

KEY_NAMES = {
    "question_mark": "?",
    "slash": "/",
    "asterisk": "*",
    "escape": "esc",
    "backspace": "⌫",
    "delete": "del",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
}

SCOPES = {
    "app": "Everywhere",
    "today": "Today",
    "board": "Board",
    "application": "Application",
    "journal": "Journal",
    "editor": "Writing",
    "check_in": "Check-in",
    "interview": "Interview",
}


@dataclass(frozen=True)
class Command:
    """Something a person can do: ``scope.action``, what it is called, and its default keys.

    ``hint`` is the word in the footer, none when empty; ``shadows`` says that the key means
    something else elsewhere, on purpose.
    """

    id: str
    title: str
    help: str
    keys: str = ""
    hint: str = ""
    shadows: bool = False
    in_palette: bool = True

    @property
    def scope(self) -> str:
        """Where it can be done."""
        return self.id.partition(".")[0]

    @property
    def action(self) -> str:
        """The action its screen, or the app, performs."""
        return self.id.partition(".")[2]


COMMANDS: tuple[Command, ...] = (
    Command("app.today", "Go to Today", "What is next, and how you have been.", "1"),
    Command("app.board", "Go to the Board", "Every application, by where it stands.", "2"),
    Command("app.journal", "Go to the Journal", "What you wrote, and every check-in.", "3"),
    Command("app.check_in", "Check in", "Say in one digit how you are.", "c"),
    Command("app.add_application", "Add an application", "A company is enough to start.", "a"),
    Command("app.write", "Write an entry", "A page of Markdown, kept as you type.", "n"),
    Command("app.search", "Search the journal", "Any words, newest first.", "slash"),
    Command("app.undo", "Undo", "Take back the last change, whatever it was.", "u"),
    Command("app.redo", "Redo", "Do again what was undone last.", "ctrl+r"),
    Command("app.help", "Help for this screen", "What this screen is for, and its keys.",
            "question_mark"),
    Command("app.command_palette", "All actions", "Find any action by its name.", "ctrl+p",
            in_palette=False),
    Command("app.change_theme", "Change the theme", "Dusk, Dawn, or any of Textual's own."),
    Command("app.quit", "Quit", "Everything is already saved.", "q"),
    Command("today.open", "Open", "Open the application under the cursor.", "enter", "open",
            in_palette=False),
    Command("board.open", "Open the application", "All about the card under the cursor.", "enter",
            "open", in_palette=False),
    Command("board.move_left", "Move one column left", "To the stage before.", "H", "move"),
    Command("board.move_right", "Move one column right", "To the next stage.", "L", "move"),
    Command("board.order_down", "Move down in the column", "One place down.", "J"),
    Command("board.order_up", "Move up in the column", "One place up.", "K"),
    Command("board.carry", "Pick the card up",
            "Arrows move it, Enter puts it down, Esc puts it back.", "m", "carry"),
    Command("board.rejected", "It was a no", "Close the card as rejected.", "x", "a no"),
    Command("board.stage", "Set stage and date", "Any stage and outcome, on any day.", "s"),
    Command("board.edit", "Edit the card", "Company, title, place and next action.", "e"),
    Command("board.delete", "Delete the application",
            "With its history and interviews; undo brings all back.", "d,delete"),
    Command("board.filter", "Filter", "Show the cards that hold these words.", "slash", "filter",
            shadows=True),
    Command("board.clear", "Clear the filter", "Show every card again.", "escape"),
    Command("application.stage", "Set stage and date", "Any stage and outcome, on any day.", "s",
            "stage"),
    Command("application.rejected", "It was a no", "Close it as rejected.", "x", "a no"),
    Command("application.redate", "Change a date in the history",
            "For the line under the cursor.", "t", "date"),
    Command("application.drop_change", "Remove a line of the history",
            "For a move that never was.", "delete"),
    Command("application.add_interview", "Add an interview", "Round, kind, when, with whom.", "i",
            "interview"),
    Command("application.write", "Write about it", "A journal entry linked to this application.",
            "n", "write", shadows=True),
    Command("application.delete", "Delete the application",
            "With its history and interviews; undo brings all back.", "d"),
    Command("application.back", "Back", "To where you came from.", "escape", "back"),
    Command("journal.edit", "Edit", "The entry or check-in under the cursor.", "e,enter", "edit"),
    Command("journal.external", "Edit in your own editor", "In $VISUAL or $EDITOR.", "E"),
    Command("journal.star", "Star", "Mark an entry to find it again, or unmark it.", "asterisk",
            "star"),
    Command("journal.link", "Link to an application", "Say which application it is about.", "l",
            "link"),
    Command("journal.delete", "Delete", "The entry or check-in; undo brings it back.", "d,delete"),
    Command("journal.search", "Search", "Every word, in titles, pages and check-in notes.", "slash",
            "search", shadows=True),
    Command("journal.on_this_day", "On this day", "What you wrote on this day before.", "o"),
    Command("journal.clear", "Back to the whole timeline", "Leave the search.", "escape"),
    Command("journal.turn", "Turn the page", "Between the list and the page.", "tab",
            in_palette=False),
    Command("editor.save", "Keep and close", "The page goes into the journal.", "ctrl+s,escape",
            "keep and close"),
    Command("editor.external", "Your own editor", "Continue in $VISUAL or $EDITOR.", "ctrl+e",
            "your editor"),
    Command("editor.star", "Star", "Mark this entry, or unmark it.", "ctrl+t", "star"),
    Command("editor.link", "Link to an application", "Say which application it is about.",
            "ctrl+l", "link"),
    Command("editor.discard", "Throw away what changed", "Close as if nothing was typed.",
            "ctrl+d"),
    Command("check_in.save", "Keep", "Keep the check-in.", "enter,ctrl+s", "keep"),
    Command("check_in.leave", "Not now", "Leave without a check-in.", "escape", "not now"),
    Command("interview.save", "Keep and close", "Keep the interview.", "ctrl+s", "keep"),
    Command("interview.delete", "Delete the interview", "Undo brings it back.", "ctrl+d", "delete"),
    Command("interview.leave", "Leave", "Leave without a change.", "escape", "leave"),
)  # fmt: skip

BY_ID = {command.id: command for command in COMMANDS}


def of(scope: str) -> list[Command]:
    """Return the commands of *scope* in their order."""
    return [command for command in COMMANDS if command.scope == scope]


def bindings(scope: str, *, priority: Iterable[str] = ()) -> list[BindingType]:
    """Return Textual's bindings for *scope*; those whose action is in *priority* come first."""
    return [
        Binding(
            command.keys,
            command.action,
            command.title,
            show=False,
            id=command.id,
            tooltip=command.help,
            priority=command.action in priority,
        )
        for command in of(scope)
        if command.keys
    ]


def keys_of(command: Command, own_keys: Mapping[str, str]) -> list[str]:
    """Return the keys of *command*: the person's own when they chose some."""
    return [key for key in own_keys.get(command.id, command.keys).split(",") if key]


def key_label(key: str) -> str:
    """Return *key* as a person reads it, e.g. ``ctrl+p`` as ``^p``."""
    return KEY_NAMES.get(key, key.replace("ctrl+", "^"))


def keys_label(command: Command, own_keys: Mapping[str, str]) -> str:
    """Return every key of *command* as a person reads them."""
    return " ".join(key_label(key) for key in keys_of(command, own_keys))


def problems(own_keys: Mapping[str, str]) -> list[str]:
    """Return a sentence for every unknown name and every key that would mean two things."""
    found = [
        f"[keys]: there is no command called {name!r}." for name in own_keys if name not in BY_ID
    ]
    taken: dict[tuple[str, str], Command] = {}
    for command in COMMANDS:
        for key in keys_of(command, own_keys):
            for scope in _scopes_reached(command):
                other = taken.setdefault((scope, key), command)
                if other is not command and not (command.shadows or other.shadows):
                    found.append(
                        f"[keys]: {key_label(key)!r} is both {other.id!r} and {command.id!r}."
                    )
    return list(dict.fromkeys(found))


def _scopes_reached(command: Command) -> list[str]:
    if command.scope != "app":
        return [command.scope]
    return ["app", *(scope for scope in SCOPES if scope not in DIALOGS)]


DIALOGS = {"app", "check_in", "interview", "editor"}


def usable(own_keys: Mapping[str, str]) -> dict[str, str]:
    """Return the person's keys without the names nobody knows."""
    return {name: keys for name, keys in own_keys.items() if name in BY_ID}


def key_table() -> str:
    """Return the README's table of keys, in Markdown."""
    lines = []
    for scope, title in SCOPES.items():
        lines += [f"**{title}**", "", "| key | does | |", "| --- | --- | --- |"]
        lines += [
            f"| {_markdown_keys(command)} | {command.title} | {command.help} |"
            for command in of(scope)
        ]
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def _markdown_keys(command: Command) -> str:
    keys = [f"`{key_label(key)}`" for key in keys_of(command, {})]
    return " ".join(keys) or "palette"
