"""Every command, declared once, for bindings, footer, palette, help pages and the README."""

from collections.abc import Iterable, Mapping

from textual.binding import Binding, BindingType

from bounceback_tui.ui.command_list import COMMANDS, DIALOGS, SCOPES, Command

KEY_NAMES = {
    "question_mark": "?",
    "slash": "/",
    "asterisk": "*",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "escape": "esc",
    "f1": "F1",
    "backspace": "⌫",
    "delete": "del",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
}

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


def key_named(label: str) -> str:
    """Return the key that *label* stands for, or nothing when it stands for none or several."""
    if label.startswith("^") and len(label) == 2:
        return f"ctrl+{label[1]}"
    named = {shown: key for key, shown in KEY_NAMES.items()}
    is_key = label in ("enter", "tab", "space") or (len(label) == 1 and label.isalnum())
    return named.get(label, label if is_key else "")


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
