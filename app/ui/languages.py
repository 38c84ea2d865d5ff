"""The language of the interface: our catalogue, Qt's own words, number formats; changed while the program runs."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QGuiApplication

from app import paths, texts

_installed: list[QTranslator] = []


def apply(language: str) -> None:
    """Speak zh_CN (the source, so only Qt's own words are loaded) or en_US from now on."""
    application = QCoreApplication.instance()
    assert application is not None
    forget()
    QLocale.setDefault(QLocale(language))
    if language == "zh_CN":
        _install(Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)) / "qtbase_zh_CN.qm")
    else:
        texts.set_translator(_translate, language)
        _install(paths.RESOURCES / "i18n" / f"{language}.qm")
    if isinstance(application, QGuiApplication):  # the window's title and boxes carry it
        application.setApplicationDisplayName(texts.program_name())


def forget() -> None:
    """Take every catalogue out again, for the window and for the services alike."""
    application = QCoreApplication.instance()
    for translator in _installed:
        if application is not None:
            application.removeTranslator(translator)
    _installed.clear()
    texts.set_translator(None)


def _install(file: Path) -> None:
    """A missing catalogue leaves the source language standing, which is Chinese and complete."""
    application = QCoreApplication.instance()
    translator = QTranslator(application)
    if application is not None and translator.load(str(file)):
        application.installTranslator(translator)
        _installed.append(translator)


def _translate(context: str, source: str, disambiguation: str, n: int) -> str:
    return QCoreApplication.translate(context, source, disambiguation or None, n)
