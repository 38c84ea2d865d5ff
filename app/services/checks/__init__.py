"""数据检查: what the ledger lacks or contradicts itself in, whom and how much money that touches, what it blocks."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.services.checks.gaps import Checks, Customer, FieldGap, PersonGap, Shown, check
    from app.services.checks.ledger import Finding
else:
    _LATER = {
        **dict.fromkeys(("Checks", "Customer", "FieldGap", "PersonGap", "Shown", "check"), "gaps"),
        "Finding": "ledger",
    }

    def __getattr__(name):
        """Load the module a name comes from: they need numpy, which a start does without."""
        from importlib import import_module

        if name not in _LATER:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(f"{__name__}.{_LATER[name]}"), name)


__all__ = ["Checks", "Customer", "FieldGap", "Finding", "PersonGap", "Shown", "check"]
