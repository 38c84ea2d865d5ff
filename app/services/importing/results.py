"""The outcome of an import, and the JSON document the command line prints for it."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

from app.services.importing import agreement
from app.services.importing.plans import Counts, FilePlan, ImportPlan, Problem, SheetPlan
from app.texts import fill, named, translate


@dataclass(frozen=True)
class ImportResult:
    """What an import did; `plan` is what had been announced, brought up to what was written."""

    batch: int | None  # None for a dry run
    plan: ImportPlan
    held_file: Path | None = None

    @property
    def counts(self) -> Counts:
        return self.plan.counts

    def as_json(self) -> dict[str, Any]:
        """The document of `import --json` (architecture.md 4)."""
        plan = self.plan
        return {
            "batch": self.batch,
            "files": [_file(file) for file in plan.files],
            **_counts(plan.counts),
            "customers_created": plan.customers_created,
            "customers_matched": plan.customers_matched,
            "amount": money(plan.amount),
            "returns_amount": money(plan.returns_amount),
            "rounding": money(plan.rounding),
            "payments": plan.payments,
            "payments_amount": money(plan.payments_amount),
            "contacts": plan.contacts,
            "date_from": plan.date_from.isoformat() if plan.date_from else None,
            "date_to": plan.date_to.isoformat() if plan.date_to else None,
            "changes": plan.changes_count,
            "changes_sample": [asdict(change) for change in plan.changes[:_CHANGES_TOLD]],
            "problems": [_problem(problem) for problem in plan.problems],
            "held_file": str(self.held_file) if self.held_file else None,
        }

    def lines(self) -> list[str]:
        """What the command line says: what was read, how it reconciles, what waits."""
        plan, counts = self.plan, self.counts
        read = translate("Cli", "读到 {0} 行、{1} 位客户。")
        lines = [fill(read, f"{counts.rows_read:,}", f"{plan.customers:,}")]
        sums = translate("Cli", "新增 {0}，更新 {1}，不变 {2}，待修 {3}，跳过 {4}。")
        numbers = (counts.created, counts.updated, counts.unchanged, counts.held, counts.skipped)
        lines.append(fill(sums, *(f"{count:,}" for count in numbers)))
        lines += [fill(translate("Cli", "{0}。"), text) for _kind, text in agreement.lines(plan)]
        lines += [fill(translate("Cli", "{0}。"), text) for text in agreement.entries(plan)]
        lines += [named(problem.title, problem.count) for problem in plan.problems]
        lines += [note.text for file in plan.files for note in file.notes]
        if self.batch is None:
            lines.append(translate("Cli", "这是试运行，没有写入任何数据。"))
        return lines


_CELLS_TOLD, _CHANGES_TOLD = 20, 20


def money(value: Decimal) -> str:
    """元 with two decimals, rounded half up, never "-0.00"."""
    rounded = value.quantize(Decimal("0.01"), ROUND_HALF_UP)
    return str(rounded if rounded else Decimal("0.00"))


def _file(file: FilePlan) -> dict[str, Any]:
    return {"file": file.file, "sheets": [_sheet(sheet) for sheet in file.sheets]}


def _sheet(sheet: SheetPlan) -> dict[str, Any]:
    return {
        "name": sheet.name,
        "kind": sheet.kind,
        "header_rows": list(sheet.header_rows),
        "columns": {column.title: column.field for column in sheet.columns},
        **_counts(sheet.counts),
        "totals": [
            {
                "row": check.row,
                "column": check.column,
                "stated": money(check.stated),
                "computed": money(check.computed),
                "matches": check.matches,
            }
            for check in sheet.totals
        ],
    }


def _counts(counts: Counts) -> dict[str, int]:
    return {
        "rows_read": counts.rows_read,
        "created": counts.created,
        "updated": counts.updated,
        "unchanged": counts.unchanged,
        "held": counts.held,
        "skipped": counts.skipped,
    }


def _problem(problem: Problem) -> dict[str, Any]:
    rows: Sequence[int] = problem.sample_rows
    return {
        "code": problem.code,
        "count": problem.count,
        "sample_rows": list(rows),
        "message": problem.message,
        "decision": problem.decision,
        "amount": money(problem.money),
        "cells": [
            {"column": cell.column, "text": cell.text, "count": cell.count} for cell in problem.cells[:_CELLS_TOLD]
        ],
    }
