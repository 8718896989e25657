"""The smallest Textual app there can be, to compare with: one label, one list."""

from textual.app import App, ComposeResult
from textual.widgets import Label, OptionList


class MinimalApp(App[None]):
    """Says in its label which row of the list the cursor is on."""

    def compose(self) -> ComposeResult:
        yield Label("Nothing yet", id="said")
        yield OptionList("One row", "Another row")

    def on_option_list_option_highlighted(self, message: OptionList.OptionHighlighted) -> None:
        self.query_one("#said", Label).update(f"Now on {message.option_index}")


if __name__ == "__main__":
    MinimalApp().run()
