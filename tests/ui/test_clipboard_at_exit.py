"""The program ends in order with something copied: what lies on the clipboard outlives Python."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
COPIES = """
from PySide6.QtWidgets import QApplication
from app.ui.tables.copying import Copied

app = QApplication([])
app.clipboard().setMimeData(Copied(1, "a\\tb", "<b>a</b>").data())
print(app.clipboard().text(), app.clipboard().mimeData().html(), app.clipboard().mimeData().formats())
"""


def test_a_copy_does_not_bring_the_program_down_when_it_ends() -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", COPIES], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "a\tb <b>a</b> ['text/plain', 'text/html']"
