"""A dialog that can write what it shows to a file."""

from pathlib import Path

from textual.widgets import Input

from bounceback_tui.transfer.own_file import write_own_file
from bounceback_tui.ui.screens.base import Dialog

IS_THERE = "There is a file of that name already. ^s once more replaces it."
NO_PATH = "Name a file to write it to, like {}."


class FileDialog(Dialog[None]):
    """Has a field called ``file``; one that is there is replaced only when asked a second time."""

    EXAMPLE = "~/text.txt"
    _replaces: Path | None = None

    @property
    def file_name(self) -> str:
        """What stands in the field."""
        return self.query_one("#file", Input).value.strip()

    def write_to_file(self, text: str) -> None:
        """Write *text* to the file that is named, or say why it can't be."""
        if not self.file_name:
            self.complain(NO_PATH.format(self.EXAMPLE))
            self.query_one("#file").focus()
            return
        try:
            path = Path(self.file_name).expanduser()
            write_own_file(path, text, replace=path == self._replaces)
        except FileExistsError:
            self._replaces = path
            self.complain(IS_THERE)
        except (OSError, RuntimeError, ValueError) as error:
            reason = getattr(error, "strerror", None) or "no such folder"
            self.complain(f"That file can't be written: {reason}.")
        else:
            self.app.notify(f"Written to {path}", timeout=6, markup=False)
            self.dismiss(None)
