"""What floats over the page for a moment: the toast after something was done, the card while something lasts."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEasingCurve, QEvent, QObject, QPoint, QPropertyAnimation, Qt, QTimer, Slot
from PySide6.QtGui import QColor, QEnterEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QGraphicsDropShadowEffect, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from app.services.progress import Progress
from app.texts import translate
from app.ui import theme
from app.ui.jobs import Job
from app.ui.widgets.buttons import Button, icon_button
from app.ui.widgets.icon_label import IconLabel
from app.ui.widgets.labels import ElidedLabel, label

TOAST_MS = 8000
LOOK_AGAIN_MS = 400
CARD_AFTER_MS = 2000
TIME_LEFT_AFTER_S = 3.0
_FADE_MS = 140
KEEP_CLEAR = "keepClear"
"""The property of bars at the foot of a page that nothing may cover."""


class Popup(QFrame):
    """A raised frame inside its parent, kept in a corner as the parent is resized."""

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(parent)
        self._host = parent
        self.setObjectName(name)
        self.setProperty("box", "popup")
        raise_shadow(self)
        parent.installEventFilter(self)
        self._again = QTimer(self)  # another page with another bar at its foot may come while this is shown
        self._again.setInterval(LOOK_AGAIN_MS)
        self._again.timeout.connect(self.place)
        self.hide()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._again.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._again.stop()

    @Slot()
    def place(self) -> None:
        """At the bottom, in the middle, above what has to stay in reach there."""
        self.adjustSize()
        bottom = self._host.height() - theme.px(24)
        for each in self._host.findChildren(QWidget):
            if each.property(KEEP_CLEAR) and each.isVisible():
                bottom = min(bottom, each.mapTo(self._host, QPoint(0, 0)).y() - theme.px(8))
        self.move((self._host.width() - self.width()) // 2, bottom - self.height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.place()
        return super().eventFilter(watched, event)


class Toast(Popup):
    """One line with at most one button, gone after 8 seconds unless the mouse is on it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "toast")
        self._text, self._button = label(), Button("", "link")
        self._text.setObjectName("toast_text")
        self._button.setObjectName("toast_button")
        self._slot: Callable[[], None] | None = None
        self._button.clicked.connect(self._clicked)
        self._close = icon_button("close", translate("Toast", "关闭"), self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.px(16), theme.px(6), theme.px(8), theme.px(6))
        layout.setSpacing(theme.px(12))
        for widget in (self._text, self._button, self._close):
            layout.addWidget(widget)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(TOAST_MS)
        self._timer.timeout.connect(self.hide)

    @property
    def text(self) -> str:
        return self._text.text()

    def say(self, text: str, button: str = "", slot: Callable[[], None] | None = None) -> None:
        self._text.setText(text)
        self._button.setText(button)
        self._button.setVisible(bool(button))
        self._slot = slot
        self.setAccessibleName(text)
        self.show()
        self.place()
        self.raise_()
        slide_in(self)
        self._timer.start()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        self._timer.start()

    @Slot()
    def _clicked(self) -> None:
        self.hide()
        if self._slot is not None:
            self._slot()


class ProgressCard(Popup):
    """What is being done, how far, how long still, and 取消. Shown when a job lasts over two seconds."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "progress")
        self._job: Job | None = None
        self._title, self._step, self._left = label("", "card"), ElidedLabel("", "caption"), label("", "caption")
        self._title.setObjectName("progress_title")
        self._step.setObjectName("progress_step")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._cancel = Button(translate("ProgressCard", "取消"))
        self._cancel.setObjectName("progress_cancel")
        self._cancel.clicked.connect(self.cancel)
        self.setFixedWidth(theme.px(380))
        row = QHBoxLayout()
        row.addWidget(self._step, 1)
        row.addWidget(self._left)
        texts = QVBoxLayout()
        texts.setSpacing(theme.px(6))
        texts.addWidget(self._title)
        texts.addWidget(self._bar)
        texts.addLayout(row)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.px(16), theme.px(12), theme.px(12), theme.px(12))
        layout.setSpacing(theme.px(16))
        layout.addLayout(texts, 1)
        layout.addWidget(self._cancel, 0, Qt.AlignmentFlag.AlignVCenter)
        self._delay = QTimer(self)
        self._delay.setSingleShot(True)
        self._delay.setInterval(CARD_AFTER_MS)
        self._delay.timeout.connect(self._appear)
        self._began = 0.0

    @property
    def job(self) -> Job | None:
        return self._job

    def follow(self, job: Job, title: str) -> None:
        """Watch a job; the newest one is shown."""
        self._job, self._began = job, time.monotonic()
        self._title.setText(title)
        self._step.setText("")
        self._left.setText("")
        self._bar.setRange(0, 0)
        self._cancel.setEnabled(True)
        job.progressed.connect(self._progressed)
        job.finished.connect(self._finished)
        self._delay.start()

    @Slot()
    def cancel(self) -> None:
        """Ask the job to stop; it rolls back and ends by itself."""
        if self._job is not None:
            self._cancel.setEnabled(False)
            self._step.setText(translate("ProgressCard", "正在取消…"))
            self._job.cancel()

    @Slot()
    def _appear(self) -> None:
        if self._job is not None:
            self.show()
            self.place()
            self.raise_()
            slide_in(self)

    @Slot(object)
    def _progressed(self, progress: Progress) -> None:
        if self.sender() is not self._job or not self._cancel.isEnabled():
            return
        if progress.total:
            self._bar.setRange(0, 1000)
            self._bar.setValue(1000 * progress.done // progress.total)
            counted = translate("ProgressCard", "{0}：{1} / {2}")
            self._step.setText(counted.format(progress.step, f"{progress.done:,}", f"{progress.total:,}"))
        else:
            self._bar.setRange(0, 0)
            self._step.setText(progress.step)
        self._left.setText(self._time_left(progress))

    def _time_left(self, progress: Progress) -> str:
        spent = time.monotonic() - self._began
        if spent < TIME_LEFT_AFTER_S or not progress.total or not progress.done:
            return ""
        seconds = spent * (progress.total - progress.done) / progress.done
        if seconds >= 60:
            return translate("ProgressCard", "约剩 {0} 分钟").format(round(seconds / 60))
        return translate("ProgressCard", "约剩 {0} 秒").format(max(1, round(seconds)))

    @Slot()
    def _finished(self) -> None:
        if self.sender() is self._job:
            self._job = None
            self._delay.stop()
            self.hide()


def raise_shadow(widget: QWidget) -> None:
    """The one shadow there is: under popups."""
    shadow = QGraphicsDropShadowEffect(widget)
    shadow.setBlurRadius(theme.px(28))
    shadow.setOffset(0, theme.px(6))
    shadow.setColor(QColor(0, 0, 0, 89))
    widget.setGraphicsEffect(shadow)


def slide_in(widget: QWidget) -> None:
    """Come up a few pixels, unless the system wants no motion."""
    if not theme.animated():
        return
    end = widget.pos()
    motion = QPropertyAnimation(widget, b"pos", widget)
    motion.setDuration(_FADE_MS)
    motion.setEasingCurve(QEasingCurve.Type.OutCubic)
    motion.setStartValue(end + type(end)(0, theme.px(12)))
    motion.setEndValue(end)
    motion.start(QPropertyAnimation.DeletionPolicy.DeleteWhenStopped)


class DropHint(Popup):
    """Says what letting go would do, while something is dragged over the window."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "dropHint")
        self._text = label("", "section")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.px(28), theme.px(20), theme.px(28), theme.px(20))
        layout.setSpacing(theme.px(12))
        layout.addWidget(IconLabel("import", "accent", 28))
        layout.addWidget(self._text)

    def place(self) -> None:
        """In the middle."""
        self.adjustSize()
        self.move((self._host.width() - self.width()) // 2, (self._host.height() - self.height()) // 2)

    def say(self, text: str) -> None:
        self._text.setText(text)
        self.show()
        self.place()
        self.raise_()
