"""Pictures of every page are taken without a display, in a folder of their own."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("scale", ["1", "1.5"])
def test_every_page_gets_a_picture(tmp_path: Path, ledger: Path, scale: str) -> None:
    before = ledger.read_bytes()
    out = tmp_path / "pictures"
    command = [sys.executable, "-m", "app.ui.screenshots", "--ledger", str(ledger), "--out", str(out)]
    done = subprocess.run(
        [*command, "--scale", scale, "--size", "1500x900", "--theme", "dark"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    pictures = {file.stem.split("-")[0]: QImage(str(file)) for file in out.glob("*.png")}
    assert {"welcome", "settings", "schemes", "checks", "review_wizard_rules", "review_wizard_sign"} <= set(pictures)
    assert {(image.width(), image.height()) for image in pictures.values()} == {(1500, 900)}
    assert ledger.read_bytes() == before
