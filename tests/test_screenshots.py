"""The pictures of the README are what the app looks like now."""

from pathlib import Path

import pytest
import textual

from tests.screenshots import FOLDER, PICTURES, Picture, render

PINNED = "8.2.8"


@pytest.mark.skipif(textual.__version__ != PINNED, reason=f"pictures of Textual {PINNED}")
@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.name)
async def test_the_picture_is_what_the_app_looks_like(picture: Picture, tmp_path: Path) -> None:
    fresh = await render(picture, tmp_path)
    kept = (FOLDER / f"{picture.name}.svg").read_text(encoding="utf-8")
    assert fresh == kept, "python -m tests.screenshots renders the pictures anew"


@pytest.mark.skipif(textual.__version__ != PINNED, reason=f"pictures of Textual {PINNED}")
async def test_another_size_would_be_another_picture(tmp_path: Path) -> None:
    wide = await render(Picture("today", size=(110, 36)), tmp_path)
    assert wide != (FOLDER / "today.svg").read_text(encoding="utf-8")
