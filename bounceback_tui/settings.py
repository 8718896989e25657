"""Where things are, and what the person chose. Nothing happens at import."""

import os
import sys
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from platformdirs import PlatformDirs

HOME_VARIABLE = "BOUNCEBACK_HOME"


@dataclass(frozen=True)
class Paths:
    """The four folders: what is written, what the app remembers, what was chosen, and copies."""

    data: Path
    state: Path
    config: Path
    backups: Path

    @property
    def journal(self) -> Path:
        """The SQLite file."""
        return self.data / "bounceback.db"

    @property
    def settings(self) -> Path:
        """The TOML file."""
        return self.config / "settings.toml"

    @property
    def guides(self) -> Path:
        """The person's own exercises."""
        return self.config / "guides"

    @classmethod
    def under(cls, home: Path) -> "Paths":
        """Everything under one folder."""
        home = home.expanduser().absolute()
        return cls(home / "data", home / "state", home / "config", home / "backups")


def find_paths(data_dir: Path | None = None, environ: Mapping[str, str] = os.environ) -> Paths:
    """Return the folders: ``--data-dir``, else BOUNCEBACK_HOME, else the platform's own.

    On macOS the XDG variables are honoured where they are set.
    """
    if data_dir is not None:
        return Paths.under(data_dir)
    if home := environ.get(HOME_VARIABLE):
        return Paths.under(Path(home))
    dirs = PlatformDirs("bounceback", appauthor=False)
    data, state, config = (
        _xdg(environ, variable) or Path(folder)
        for variable, folder in (
            ("XDG_DATA_HOME", dirs.user_data_dir),
            ("XDG_STATE_HOME", dirs.user_state_dir),
            ("XDG_CONFIG_HOME", dirs.user_config_dir),
        )
    )
    return Paths(data, state, config, data / "backups")


def _xdg(environ: Mapping[str, str], variable: str) -> Path | None:
    chosen = environ.get(variable)
    return Path(chosen) / "bounceback" if chosen and sys.platform == "darwin" else None


@dataclass
class Settings:
    """What the person chose; every choice has a default, and the file may be missing."""

    theme: str = "dusk"
    week_starts_on: str = "monday"
    ask_on_new_day: bool = True
    keys: dict[str, str] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)
    country: str = ""
    hidden_panels: str = ""
    count_from: str = ""


_KINDS: dict[str, type] = {
    "theme": str,
    "week_starts_on": str,
    "ask_on_new_day": bool,
    "keys": dict,
    "country": str,
    "hidden_panels": str,
    "count_from": str,
}


def load_settings(path: Path) -> Settings:
    """Read the TOML file; what can't be understood is named in ``warnings`` and left out."""
    settings = Settings()
    try:
        with path.open("rb") as file:
            found = tomllib.load(file)
    except FileNotFoundError:
        return settings
    except (OSError, UnicodeDecodeError):
        settings.warnings.append(f"{path.name} can't be read, so the defaults are used.")
        return settings
    except tomllib.TOMLDecodeError as error:
        settings.warnings.append(f"{path.name}: {error}. The defaults are used.")
        return settings
    for name, value in found.items():
        _take(settings, path.name, name, value)
    return settings


def _take(settings: Settings, file: str, name: str, value: Any) -> None:
    kind = _KINDS.get(name)
    if kind is None:
        settings.warnings.append(f"{file}: there is no setting called {name!r}.")
    elif not isinstance(value, kind):
        settings.warnings.append(f"{file}: {name!r} should be {_NAMES[kind]}.")
    elif name == "week_starts_on" and value not in ("monday", "sunday", "saturday"):
        settings.warnings.append(f"{file}: 'week_starts_on' is monday, sunday or saturday.")
    elif name == "keys":
        _take_keys(settings, file, value)
    else:
        setattr(settings, name, value)


def _take_keys(settings: Settings, file: str, keys: Any) -> None:
    for command, key in keys.items():
        if isinstance(key, str):
            settings.keys[command] = key
        else:
            settings.warnings.append(f'{file}: the key of {command!r} should be "text".')


_NAMES = {str: '"text"', bool: "true or false", dict: "a table, [keys]"}


def save_choice(path: Path, name: str, value: str) -> None:
    """Write one choice into the TOML file; all else in it stays, and a link to it."""
    import tomlkit

    from bounceback_tui.transfer.own_file import write_own_file

    try:
        document = tomlkit.parse(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        document = tomlkit.document()
    document[name] = value
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    write_own_file(path.resolve(), tomlkit.dumps(document), replace=True)
