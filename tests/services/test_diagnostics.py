"""The diagnostics package helps, and holds nothing of the customers."""

import json
import zipfile
from datetime import datetime
from pathlib import Path

import pytest

from app import logs, paths
from app.services import diagnostics, program_settings
from app.services.errors import StorageError
from app.services.program_settings import ProgramSettings


def test_holds_logs_versions_and_settings_without_names(tmp_path: Path) -> None:
    logs.start(paths.user_folder() / "logs")
    logs.logger("test").warning("something")
    program_settings.save(ProgramSettings(theme="dark").opened("客户/秘密.pandian"))
    target = tmp_path / diagnostics.file_name(datetime(2026, 11, 20, 9, 5))
    diagnostics.write(target)
    with zipfile.ZipFile(target) as package:
        content = {name: package.read(name).decode() for name in package.namelist()}
    assert set(content) == {"versions.json", "settings.json", "logs/pandian.log"}
    assert json.loads(content["settings.json"])["theme"] == "dark"
    assert "pandian" in json.loads(content["versions.json"])
    assert not any("秘密" in text for text in content.values())
    assert target.name == "pandian-diagnostics-20261120-0905.zip"


def test_says_where_it_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(StorageError):
        diagnostics.write(tmp_path / "no folder" / "x.zip")
