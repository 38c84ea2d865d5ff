"""What floats over the pages, made when first needed: the first paint needs none of it."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from app.ui.frame.overlay import DropHint, ProgressCard, Toast
    from app.ui.frame.palette import Palette
    from app.ui.jobs import Job
    from app.ui.main_window import MainWindow


class Floats:
    """Toast, progress card, drop hint and command palette of one window."""

    def __init__(self, window: "MainWindow", over: QWidget) -> None:
        self._window, self._over = window, over

    @cached_property
    def toast(self) -> "Toast":
        from app.ui.frame.overlay import Toast

        return Toast(self._over)

    @cached_property
    def progress(self) -> "ProgressCard":
        from app.ui.frame.overlay import ProgressCard

        return ProgressCard(self._over)

    @cached_property
    def hint(self) -> "DropHint":
        from app.ui.frame.overlay import DropHint

        return DropHint(self._over)

    @cached_property
    def palette(self) -> "Palette":
        from app.ui.frame.palette import Palette

        palette = Palette(self._window.actions_table, self._window.session, self._window)
        palette.command_chosen.connect(self._window.run_command)
        palette.customer_chosen.connect(self._window.show_customer)
        return palette

    @property
    def job(self) -> "Job | None":
        """The job the progress card follows."""
        return self.progress.job if "progress" in self.__dict__ else None

    def hide_hint(self) -> None:
        if "hint" in self.__dict__:
            self.hint.hide()
