"""What each step of the wizard is: a widget over the shared draft that can say its status line."""

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.services.filters import CustomerFilter, Picked
from app.services.reviews.draft import Step
from app.ui import theme
from app.ui.pages.page import Shell
from app.ui.reviewing.names import show_names
from app.ui.reviewing.state import DraftState
from app.ui.session import Session

if TYPE_CHECKING:
    from collections.abc import Iterable


class StepPage(QWidget):
    """Fill `body`; `enter` shows the draft, `show_preview` what was computed for it."""

    step: ClassVar[Step]
    with_preview: ClassVar[bool] = False
    enter_goes_on: ClassVar[bool] = False  # from any of its fields
    done = Signal()  # go on to the next step
    over = Signal()  # nothing is left to do here: the button that goes on takes the keyboard
    said = Signal(str)  # a word for the foot of the page

    def __init__(self, state: DraftState, session: Session, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state, self.session, self.shell = state, session, shell
        self.setObjectName(f"step_{self.step.value}")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(theme.px(12))

    @property
    def unit(self) -> str:
        """The unit amounts are shown in."""
        return str(self.shell.preferences.value.money_unit)

    def hint(self) -> str:
        """One line at the foot of the page."""
        return ""

    def problems(self) -> tuple[str, ...]:
        """What stands in a field and cannot count; the wizard does not go on before it is mended."""
        return ()

    def enter(self) -> None:
        """The step is shown now, or the draft was replaced."""

    def first_field(self) -> QWidget | None:
        """Where typing goes when the step is opened; None leaves it to the button that goes on."""
        return None

    def show_customer(self, number: int) -> None:
        """Turn to one customer, where the step shows one at a time."""

    def list_customers(self, title: str, ids: "Iterable[int]", *, note: str = "") -> None:
        """Customers to look at, with the way to them on the customers page."""
        numbers = tuple(ids)
        if numbers:
            rows = self.state.named(numbers, self.unit)
            show_names(title, rows, self.window(), note=note, go=partial(self._to_customers, title, numbers))

    def _to_customers(self, title: str, ids: tuple[int, ...]) -> None:
        self.shell.go("customers", CustomerFilter(picked=Picked(title, ids)))

    def show_preview(self) -> None:
        """A new result has come while the step is shown."""
