"""The schemes to choose from: a tick, what it is about, how many it can class, and the one that leads."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QGridLayout, QRadioButton, QVBoxLayout, QWidget

from app.services.reviews.coverage import Coverage, Gap
from app.services.reviews.draft import SCHEMES as USUAL
from app.texts import fill, translate
from app.ui import theme
from app.ui.reviewing.offer import Offered
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import ElidedLabel, label

WIDE = 470


class SchemeList(QWidget):
    """The usual and the chosen ones stand there; the others come with a click."""

    chosen = Signal()
    led = Signal(str)
    gaps_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offered: tuple[Offered, ...] = ()
        self._picked: tuple[str, ...] = ()
        self._counts: Mapping[str, Coverage] = {}
        self._all = False
        self._wide = True
        self._rows = QWidget()
        self._boxes: dict[str, QCheckBox] = {}
        self._leads: dict[str, QRadioButton] = {}
        self._group = QButtonGroup(self)
        self._more = button("", "link", "chevron-down", self._toggle)
        self._more.setObjectName("more_schemes")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme.px(4))
        self._layout.addWidget(self._rows)
        self._layout.addWidget(self._more)

    @property
    def wanted(self) -> list[str]:
        """What is ticked, in the order it stands here."""
        return [scheme for scheme, box in self._boxes.items() if box.isChecked()]

    def show_schemes(self, offered: tuple[Offered, ...], picked: tuple[str, ...]) -> None:
        """Fill the rows; the first of `picked` leads."""
        same = offered == self._offered and set(picked) <= set(self._boxes)
        self._offered, self._picked = offered, picked
        if not same:
            self._build()
        self._tick()

    def show_counts(self, counts: Iterable[Coverage]) -> None:
        """How many each one can class."""
        self._counts = {each.scheme: each for each in counts}
        for each in self.findChildren(_Count):
            each.show_count(self._counts.get(each.scheme))

    @Slot()
    def _toggle(self) -> None:
        self._all = not self._all
        self._build()
        self._tick()

    def _build(self) -> None:
        """The rows anew; taking the old ones down at once leaves their signals without a receiver."""
        old, self._rows = self._rows, QWidget()
        self._boxes, self._leads = {}, {}
        grid = QGridLayout(self._rows)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(10))
        grid.setVerticalSpacing(theme.px(4))
        grid.setColumnStretch(1, 1)
        kind = ""
        for each in self._shown():
            if self._all and each.kind != kind:
                kind = each.kind
                grid.addWidget(label(kind, "caption"), grid.rowCount(), 0, 1, 4)
            self._add(grid, each)
        self._layout.replaceWidget(old, self._rows)
        old.hide()
        old.deleteLater()
        rest = len(self._offered) - len(self._shown())
        text = fill(translate("CheckStep", "还有 {0} 种分级方案"), rest) if rest else self.tr("只看常用的和选中的")
        self._more.setText(text)
        self._more.set_icon("chevron-down" if rest else "chevron-up")
        self._more.setVisible(bool(rest) or self._all)
        self.show_counts(self._counts.values())

    def _shown(self) -> list[Offered]:
        kept = {*USUAL, *self._picked}
        return [each for each in self._offered if self._all or each.id in kept]

    def _add(self, grid: QGridLayout, each: Offered) -> None:
        row = grid.rowCount()
        line = row if self._wide else row + 1  # where there is little room, what it is about stands below
        box = QCheckBox(each.name)
        box.setObjectName(f"scheme_{each.id}")
        box.clicked.connect(self.chosen)
        self._boxes[each.id] = box
        about = ElidedLabel(each.about, "caption")
        count = _Count(each.id, self)
        grid.addWidget(box, row, 0, 1, 1 if self._wide else 3)
        grid.addWidget(about, line, 1 if self._wide else 0, 1, 1 if self._wide else 2)
        grid.addWidget(count, line, 2, 1, 1 if self._wide else 2, Qt.AlignmentFlag.AlignRight)
        if each.may_lead:
            lead = QRadioButton(self.tr("为主"))
            lead.setObjectName(f"lead_{each.id}")
            lead.setAccessibleName(translate("CheckStep", "{0}为主").format(each.name))
            lead.setProperty("scheme", each.id)
            lead.clicked.connect(self._lead_chosen)
            self._group.addButton(lead)
            self._leads[each.id] = lead
            grid.addWidget(lead, row, 3)

    def _tick(self) -> None:
        for scheme, box in self._boxes.items():
            with QSignalBlocker(box):
                box.setChecked(scheme in self._picked)
        self._group.setExclusive(False)
        for scheme, lead in self._leads.items():
            lead.setEnabled(scheme in self._picked)
            lead.setChecked(self._picked[:1] == (scheme,))
        self._group.setExclusive(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= theme.px(WIDE)
        if wide != self._wide:
            self._wide = wide
            self._build()
            self._tick()

    @Slot()
    def _lead_chosen(self) -> None:
        self.led.emit(str(self.sender().property("scheme")))


class _Count(QWidget):
    """「能分 30 位」 as a text; a link to those left out when there are any."""

    def __init__(self, scheme: str, owner: SchemeList) -> None:
        super().__init__(owner)
        self.scheme, self._owner = scheme, owner
        self._text = label("", "caption")
        self._gaps = button("", "link", slot=self._ask)
        self._gaps.setObjectName(f"gaps_{scheme}")
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for each in (self._text, self._gaps):
            layout.addWidget(each, 0, 0, Qt.AlignmentFlag.AlignRight)
        self.show_count(None)

    def show_count(self, count: Coverage | None) -> None:
        """Nothing while the scheme is not chosen."""
        self._gaps.setVisible(count is not None and bool(count.gaps))
        self._text.setVisible(count is not None and not count.gaps and count.customers > 0)
        if count is not None:
            text = translate("CheckStep", "能分 {0} / {1} 位") if count.gaps else translate("CheckStep", "都能分")
            for each in (self._gaps, self._text):
                each.setText(fill(text, count.rated, count.customers))
            self._gaps.setToolTip("\n".join(map(_told, count.gaps[:3])))

    @Slot()
    def _ask(self) -> None:
        self._owner.gaps_asked.emit(self.scheme)


def _told(gap: Gap) -> str:
    return fill(translate("CheckStep", "{0} 位：{1}"), len(gap.customers), gap.sentence)
