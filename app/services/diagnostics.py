"""The diagnostics package: logs, versions and settings for whoever helps, and nothing of the customers."""

import json
import platform
import sys
import zipfile
from dataclasses import asdict
from datetime import datetime
from importlib.metadata import distributions
from pathlib import Path

from app import __version__, paths
from app.services import program_settings
from app.services.errors import StorageError


def file_name(now: datetime | None = None) -> str:
    return f"pandian-diagnostics-{now or datetime.now():%Y%m%d-%H%M}.zip"


def write(target: str | Path) -> None:
    """Write the package; raises StorageError where that is not possible."""
    path = Path(target)
    try:
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
            package.writestr("versions.json", json.dumps(versions(), indent=1))
            package.writestr("settings.json", json.dumps(settings(), indent=1))
            for log in sorted((paths.user_folder() / "logs").glob("*.log*")):
                package.write(log, f"logs/{log.name}")
    except OSError as error:
        raise StorageError("storage.denied", file=path.name) from error


def versions() -> dict[str, str]:
    """The program, Python, the system, every library."""
    found = {"pandian": __version__, "python": sys.version, "system": platform.platform()}
    return found | {each.metadata["Name"]: each.version for each in distributions()}


def settings() -> dict[str, object]:
    """The program settings without the names of ledgers."""
    return {key: value for key, value in asdict(program_settings.load()).items() if "ledger" not in key} | {
        "recent": len(program_settings.load().recent)
    }
