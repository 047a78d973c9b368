"""Build the three samples from their sources: `python -m samples.make`."""

from __future__ import annotations

from pathlib import Path

from samples import page, paper, word
from samples.lines import FOLDER, load


def samples() -> dict[str, bytes]:
    """Every sample by its file name."""
    return {
        "vendor-form.docx": word.build(load("vendor-form"), "Master Subscription Agreement", "LV-MSA 7.2"),
        "city-form.pdf": paper.build(load("city-form")),
        "click-through.html": page.build(load("click-through")),
    }


def write(folder: Path) -> None:
    """Write every sample into `folder`."""
    for name, data in samples().items():
        (folder / name).write_bytes(data)
        print(f"{name}: {len(data):,} bytes")


if __name__ == "__main__":
    write(FOLDER)
