"""Chooses between the command line and the window; imports nothing heavy."""

import gc
import os
import sys

COMMANDS = frozenset(
    (
        *("new", "import", "imports", "undo-import", "customers", "facts", "segment", "review", "tasks", "report"),
        *("export", "merge-back", "duplicates", "schemes", "backup", "restore", "check", "settings", "demo"),
    )
)


def main(arguments: list[str]) -> int:
    """`COMMAND …` or an option is for the command line, anything else is a file for the window."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy is imported: threads slow small fits down
    if arguments == ["--check-imports"]:  # asked by whoever has just built or installed the bundle
        from app import selfcheck

        return selfcheck.main()
    if arguments and (arguments[0] in COMMANDS or arguments[0].startswith("-")):
        from app import cli

        return cli.main(arguments)
    gc.disable()  # nothing of a start is garbage: a tenth of the time to the first paint, which turns it on again
    from app.ui import application

    return application.run(arguments)


if __name__ == "__main__":
    if getattr(sys, "frozen", False):  # the child that reads spreadsheets starts here in the bundle
        import multiprocessing

        multiprocessing.freeze_support()
    sys.exit(main(sys.argv[1:]))
