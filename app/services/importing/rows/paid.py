"""Payments that stand in columns of the sales lines: 已付金额, 实付日期."""

from collections import defaultdict
from collections.abc import Sequence

from app.services.importing.rows.pricing import Values
from app.services.importing.rows.staging import PaymentRow

Sum = tuple[int, int]  # of the amounts of an order, of what its lines say was paid


class Paid:
    """Collects what the lines of one sheet say was paid; only sheets with such columns have one."""

    def __init__(self, sheet: int, *, stated: bool) -> None:
        self._sheet, self._stated = sheet, stated
        self._rows: list[PaymentRow] = []
        self._sold: dict[str, int] = defaultdict(int)
        self.undated: list[int] = []  # rows that say how much was paid, not when
        self.repeated = 0  # rows that only repeat what was paid for their whole order

    def take(
        self,
        numbers: Sequence[int],
        cells: Sequence[str],
        customers: Sequence[int],
        values: Values,
        amounts: Sequence[int],
    ) -> None:
        """The lines of one block. Without a column of amounts a line with a day of payment is paid in full."""
        count = len(numbers)
        nothing: list[None] = [None] * count
        sums = (values["paid"] or nothing) if self._stated else amounts
        days, paid_on = values["date"] or nothing, values["paid_on"] or nothing
        orders = values["order_no"] or nothing
        for place, (amount, paid, order) in enumerate(zip(amounts, sums, orders, strict=True)):
            if order is not None:
                self._sold[order] += amount
            day = paid_on[place] or (days[place] if self._stated else None)
            if not paid or day is None:
                continue
            if paid_on[place] is None:
                self.undated.append(numbers[place])
            self._rows.append(
                PaymentRow(
                    self._sheet, numbers[place], customers[place], day, paid, order, None, None, True, cells[place]
                )
            )

    def rows(self) -> list[PaymentRow]:
        """Each payment once: lines of one order that all repeat a sum too large for them speak of the whole order."""
        if not self._stated:
            return self._rows
        orders: dict[str, list[PaymentRow]] = defaultdict(list)
        for row in self._rows:
            if row.order_no is not None:
                orders[row.order_no].append(row)
        repeated = {
            row.row
            for order, rows in orders.items()
            if len(rows) > 1 and self._repeats(rows, self._sold[order])
            for row in rows[1:]
        }
        self.repeated = len(repeated)
        return [row for row in self._rows if row.row not in repeated]

    @staticmethod
    def _repeats(rows: Sequence[PaymentRow], sold: int) -> bool:
        alike = len({(row.amount, row.day) for row in rows}) == 1
        return alike and sum(row.amount for row in rows) > sold >= rows[0].amount > 0
