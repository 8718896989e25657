"""Ways in which a file is found damaged; each takes the path of a good, closed journal."""

import os
import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

PAGE = 4096
Damage = Callable[[Path], None]


def _truncated(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def _empty(path: Path) -> None:
    os.truncate(path, 0)


def _missing(path: Path) -> None:
    path.unlink()


def _random_bytes(path: Path) -> None:
    path.write_bytes(random.Random(1).randbytes(path.stat().st_size))


def _text(path: Path) -> None:
    path.write_text("company,title\nAcme,Engineer\n", encoding="utf-8")


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _zeroed_page(path: Path) -> None:
    _zero(path, "entry")


def _zeroed_markers(path: Path) -> None:
    _zero(path, "marker")


def _zeroed_check_ins(path: Path) -> None:
    _zero(path, "check_in")


def _zero(path: Path, table: str) -> None:
    number = _first_page(path, table)
    with path.open("r+b") as file:
        file.seek(PAGE * number)
        file.write(bytes(PAGE))


def _swapped_pages(path: Path) -> None:
    number = _first_page(path, "entry")
    with path.open("r+b") as file:
        file.seek(PAGE * number)
        first, second = file.read(PAGE), file.read(PAGE)
        file.seek(PAGE * number)
        file.write(second + first)


def _bad_header(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(16)
        file.write(b"\x00\x07")


def _first_page(path: Path, table: str) -> int:
    """Return the root page of *table*, counted from 0."""
    with closing(sqlite3.connect(path)) as connection:
        query = "SELECT rootpage FROM sqlite_master WHERE name = ?"
        return int(connection.execute(query, (table,)).fetchone()[0]) - 1


def _another_program(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE song (title TEXT)")
        connection.commit()


def _another_programs_number(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA application_id=7")


def _newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version=99")


def _rows_without_owners(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DELETE FROM entry WHERE id = 3")
        connection.commit()


def _foreign_wal(path: Path) -> None:
    """Put the write-ahead log of another database beside the file."""
    other = path.with_name("other.db")
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("CREATE TABLE song (title TEXT)")
        connection.execute("INSERT INTO song VALUES ('Not yours')")
        connection.commit()
        log = other.with_name("other.db-wal").read_bytes()
    other.unlink()
    path.with_name(path.name + "-wal").write_bytes(log)


DAMAGES: dict[str, tuple[Damage, str]] = {
    "truncated": (_truncated, "DamagedFileError"),
    "empty": (_empty, "MissingFileError"),
    "missing": (_missing, "MissingFileError"),
    "random bytes": (_random_bytes, "NotOurFileError"),
    "a text file": (_text, "NotOurFileError"),
    "a folder": (_folder, "NotOurFileError"),
    "a zeroed page": (_zeroed_page, "DamagedFileError"),
    "zeroed markers": (_zeroed_markers, "DamagedFileError"),
    "zeroed check-ins": (_zeroed_check_ins, "DamagedFileError"),
    "swapped pages": (_swapped_pages, "DamagedFileError"),
    "a bad header": (_bad_header, "NotOurFileError"),
    "another program's": (_another_program, "NotOurFileError"),
    "another program's number": (_another_programs_number, "NotOurFileError"),
    "newer": (_newer, "NewerFileError"),
    "rows without owners": (_rows_without_owners, "DamagedFileError"),
    "a foreign log beside it": (_foreign_wal, "StoreError"),
}


def flip_bits(path: Path, chance: random.Random, count: int) -> None:
    """Turn over *count* bits anywhere in the file."""
    content = bytearray(path.read_bytes())
    for _ in range(count):
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    path.write_bytes(content)
