"""Order lines out of blocks of rows: amounts, costs, returns, whose they are; what cannot be taken is held."""

import marshal
import struct
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from hashlib import blake2b
from itertools import compress
from typing import Any, TypeVar

from app.models.base import UNITS, from_units
from app.services.importing.rows import pricing
from app.services.importing.rows.listcells import customer_kind
from app.services.importing.rows.paid import Paid
from app.services.importing.rows.people import Register
from app.services.importing.rows.pricing import Values
from app.services.importing.rows.sheetreader import PREVIEWED, SheetReader, is_remark
from app.services.importing.rows.staging import FINEST, LineBlock
from app.services.importing.sheets import Cell
from app.services.importing.tables.blocks import Block
from app.services.importing.tables.profilefields import answer_key, is_profile
from app.services.importing.values import vocabulary
from app.services.importing.values.cells import shown

K = TypeVar("K")
T = TypeVar("T")
_FIELDS = (
    "customer_code", "customer_name", "date", "order_no", "amount", "quantity", "price", "discount", "discount_amount",
    "cost", "unit_cost", "profit", "product", "product_code", "category", "status", "line_type", "channel", "place",
    "person", "due", "currency", "industry", "region", "source", "customer_kind", "segment", "level",
    "paid", "paid_on", "rate", "net_price",
)  # fmt: skip
_WHO = ("customer_code", "customer_name")


class LineReader(SheetReader):
    """Reads the lines of one sheet into Staged.lines."""

    critical = frozenset(("date", "amount", "customer_code", "customer_name"))
    additive = ("amount", "quantity", "discount_amount", "cost", "profit", "paid")

    def prepare(self, register: Register) -> "LineReader":
        self.register = register
        self.taken = 0
        self.units = 0  # units of all lines taken
        self.finer = 0  # what rounding to units took away, in FINEST
        self.first_day: str | None = None
        self.last_day: str | None = None
        self.digests: list[int] = []
        self._states = _Memo(vocabulary.status_of)
        self._returned = _Memo(vocabulary.says_returned)
        self._kinds = _Memo(_kind_of)
        self._persons = _Memo(register.person)
        self._products = _Memo(self._product)
        self._told: dict[str, dict[int, Any]] = defaultdict(dict)
        net = "net_price" in self._at and "amount" not in self._at
        self._price = "net_price" if net else "price"  # what is paid for a piece, already less the discount
        self._asked = [name for name in self._at if is_profile(name)]
        told = {"paid", "paid_on"} & self._at.keys()
        self._paid = Paid(self.place.number, stated="paid" in told) if told else None
        if not {"amount"} & self._at.keys():
            self.critical = self.critical | {"quantity", "price", "net_price", "discount"}
        return self

    def take(self, block: Block) -> None:
        """Read one block."""
        self.blank_rows += block.blank
        if not block.numbers:
            return
        values: Values = {name: self.values(block, name) for name in _FIELDS}
        values["place"] = values["place"] or values["region"]
        self.note_corrections(block)
        self.exchange_money(block, values)
        if self._price == "net_price":
            values |= {"price": values["net_price"], "discount": None}
        off = {"discount_amount": None} if self._price == "net_price" else {}  # the price is less it already
        amounts = pricing.stated_or_computed({**values, **off}, len(block.numbers))
        aside = self._aside(block, values, amounts)
        blank = sum(kind == "blank" for kind in aside.values())
        self.blank_rows += blank
        self.read += len(block.numbers) - blank
        if aside:
            keep = [place not in aside for place in range(len(block.numbers))]
            values = {name: None if column is None else list(compress(column, keep)) for name, column in values.items()}
            kept = _compressed(block, keep)
            amounts = list(compress(amounts, keep))
        else:
            kept = block
        if kept.numbers:
            self._stage(kept, values, [amount or 0 for amount in amounts])
            for place in range(min(len(kept.numbers), PREVIEWED)):
                self.show(kept, place)

    # what is put aside

    def _aside(self, block: Block, values: Values, amounts: list[int | None]) -> dict[int, str]:
        """Rows not taken: place -> why; the sums that total rows are checked against grow on the way."""
        odd = self.odd_cells(block)
        suspects = self._suspects(block, values, amounts, odd)
        sums: Mapping[str, Sequence[int | None]] = {
            name: values[name] or [] for name in self.additive if name in self._at
        }
        aside: dict[int, str] = {}
        done = 0
        for place in sorted(suspects):
            self._extend(block, sums, done, place, aside)
            done = place
            kind = self._judge(block, values, amounts, place, odd.get(place, ()))
            if kind == "total":
                self.check_total(block, place)
            if kind:
                aside[place] = kind
        self._extend(block, sums, done, len(block.numbers), aside)
        return aside

    def _extend(
        self, block: Block, sums: Mapping[str, Sequence[int | None]], start: int, end: int, aside: Mapping[int, str]
    ) -> None:
        if not sums or start == end:
            return
        places = [place for place in range(start, end) if aside.get(place, "held") == "held"] if aside else None
        if places is None or len(places) == end - start:
            self.totals.extend(block.numbers[start:end], {name: column[start:end] for name, column in sums.items()})
            return
        rows = [block.numbers[place] for place in places]
        self.totals.extend(rows, {name: [column[place] for place in places] for name, column in sums.items()})

    def _suspects(self, block: Block, values: Values, amounts: Sequence[int | None], odd: Iterable[int]) -> set[int]:
        """Places of rows that are not plainly a good line; on a clean ledger none, found at the speed of C."""
        suspects = set(odd) | block.labelled
        codes, names = values["customer_code"], values["customer_name"]
        for column in (values["date"], amounts):
            if column is not None and None in column:
                suspects.update(place for place, value in enumerate(column) if value is None)
        if (codes is None or None in codes) and (names is None or None in names):
            pairs = zip(codes or [None] * len(amounts), names or [None] * len(amounts), strict=True)
            suspects.update(place for place, pair in enumerate(pairs) if pair == (None, None))
        return suspects

    def _judge(
        self,
        block: Block,
        values: Values,
        amounts: list[int | None],
        place: int,
        odd: Sequence[tuple[str, str]],
    ) -> str:
        """Why a row is not taken: total, header, blank, note, held, skipped; "" when it is taken after all."""
        who = [column[place] for name in _WHO if (column := values[name]) is not None]
        day = values["date"][place] if values["date"] is not None else None
        known = any(value is not None for value in who)
        kind = self.no_data(block, place, known and day is not None and amounts[place] is not None)
        if not kind and not self._names_sale(values, place) and self._unlabelled_total(values, place):
            kind = "total"
        dated = day is not None and self._at["date"] not in self._lent
        if (
            kind in ("", "note")
            and amounts[place] is None
            and not dated
            and self._is_remark(block, values, place, known)
        ):
            kind = "note"
        if kind in ("header", "note"):
            self.skip_quietly(block, place, "repeated_header" if kind == "header" else "note_row")
        if kind:
            return kind
        return self._doubtful(block, values, amounts, place, odd, known, day)

    def _names_sale(self, values: Values, place: int) -> bool:
        """Whether the row itself says whose or of which day it is; a section line above it speaks for totals too."""
        own = [name for name in (*_WHO, "date") if name in self._at and self._at[name] not in self._lent]
        return any((column := values[name]) is not None and column[place] is not None for name in own)

    def _unlabelled_total(self, values: Values, place: int) -> bool:
        texts = ("order_no", "product", "product_code", "status")
        if any(column[place] is not None for name in texts if (column := values[name]) is not None):
            return False
        stated = {
            name: column[place] for name in self.additive if name in self._at and (column := values[name]) is not None
        }
        return self.totals.sums_up(stated)

    def _is_remark(self, block: Block, values: Values, place: int, known: bool) -> bool:
        """A row that says neither when nor how much nor what: a remark, however many cells it fills."""
        remark = is_remark(self.own_cells(block, place))
        told = ("quantity", "price") if remark else ("quantity", "price", "order_no", "product_code")
        return not known or not any(column[place] is not None for name in told if (column := values[name]) is not None)

    def _doubtful(
        self,
        block: Block,
        values: Values,
        amounts: list[int | None],
        place: int,
        odd: Sequence[tuple[str, str]],
        known: bool,
        day: str | None,
    ) -> str:
        decision, code, name = self.verdict(block, place, odd)
        if decision == "take":
            decision, code, name = self._lacks(values, amounts, place, known, day)
        if decision != "take":
            digest = self._digest_cells(block, place)
            self.put_aside(block, place, decision, code, name, digest, amounts[place])
            return "held" if decision == "hold" else "skipped"
        self.note_odd(block, place, odd)
        if not known:
            example = self.example(block.numbers[place], None, _line(block, place))
            self.findings.add("no_customer", example, money=amounts[place] or 0)
        if odd or not known:
            self.show(block, place, "confirm")
        return ""

    def _lacks(
        self, values: Values, amounts: list[int | None], place: int, known: bool, day: str | None
    ) -> tuple[str, str, str]:
        if day is None:
            return self.findings.decision("no_date"), "no_date", "date"
        if amounts[place] is None:
            amounts[place] = pricing.computed(values, place)
            if amounts[place] is None:
                code = "number_too_large" if pricing.computable(values, place) else "no_amount"
                return self.findings.decision(code), code, "amount"
            self.findings.add("amount_computed")
        if not known:
            return self.findings.decision("no_customer"), "no_customer", ""
        return "take", "", ""

    @staticmethod
    def _digest_cells(block: Block, place: int) -> int:
        return digest(block.cells[place])

    # amounts

    def _finer(self, block: Block, values: Values, amounts: Sequence[int]) -> dict[int, int]:
        """What is finer than a unit, by place, so that the sums as stated stay exact."""
        if values["amount"] is not None:
            exact = self.decisions.number("amount").exact
            if not exact:
                return {}
            cells = enumerate(self.column(block, "amount"))
            fine_cells = [pair for pair in cells if pair[1] in exact and not self._exchanged(block, pair[0])]
            return {place: _rest(exact[cell], amounts[place]) for place, cell in fine_cells}
        fine = {name: self.decisions.number(name).exact for name in ("quantity", self._price)}
        shares = values["discount"] or [None] * len(amounts)
        if values["discount_amount"] is not None and self._price == "price":
            amounts, shares = pricing.before_sums_off(values, amounts)
        if any(fine.values()):
            return self._finer_factors(block, {**values, "discount": shares}, amounts, fine)
        columns = zip(values["quantity"] or (), values["price"] or (), shares, amounts, strict=True)
        rests = [q * p * (UNITS - (share or 0)) - amount * UNITS * UNITS for q, p, share, amount in columns]
        if not any(rests):
            return {}
        return {place: rest * (FINEST // UNITS**3) for place, rest in enumerate(rests) if rest}

    def _finer_factors(
        self, block: Block, values: Values, amounts: Sequence[int], fine: Mapping[str, Mapping[Cell, Decimal]]
    ) -> dict[int, int]:
        shares = values["discount"] or [0] * len(amounts)
        found = {}
        for place, (amount, share) in enumerate(zip(amounts, shares, strict=True)):
            if self._exchanged(block, place):
                continue
            product = 1 - from_units(share or 0)
            for name in ("quantity", self._price):
                cell, column = self.column(block, name)[place], values[name]
                product *= fine[name].get(cell) or from_units(column[place] if column else 0)
            if rest := _rest(product, amount):
                found[place] = rest
        return found

    def _exchanged(self, block: Block, place: int) -> bool:
        return bool(self.converted) and block.numbers[place] in self.converted

    # staging

    def _stage(self, block: Block, values: Values, amounts: list[int]) -> None:
        count = len(amounts)
        finer = self._finer(block, values, amounts)
        stated, amounts = amounts, self._signed(block, values, amounts)
        if finer and amounts is not stated:
            finer = {place: rest if amounts[place] == stated[place] else -rest for place, rest in finer.items()}
        self.finer += sum(finer.values())
        codes, names = values["customer_code"], values["customer_name"]
        nothing: list[None] = [None] * count
        pairs: Iterable[tuple[str | None, str | None]] = zip(codes or nothing, names or nothing, strict=True)
        if self.decisions.match_key == "name":
            pairs = (self.told_by(*pair) for pair in pairs)
        customers = list(map(self.register.customers.__getitem__, pairs))
        kinds = pricing.kinds(amounts)
        costs = pricing.costs(values, amounts)
        discounts = pricing.discounts(values, amounts)
        keys = self.register.keys
        told = zip(
            [keys[place] if place >= 0 else None for place in customers],
            *(values[name] or nothing for name in ("order_no", "date", "product_code", "product", "quantity", "price")),
            discounts or nothing, amounts, costs or nothing, kinds,
            *(values[name] or nothing for name in ("status", "channel", "place", "person", "due")),
            strict=True,
        )  # fmt: skip
        digests = digests_of(told)
        named = values["person"]
        persons = [-1] * count if named is None else list(map(self._persons.__getitem__, named))
        self._note_customers(block, customers, values, persons)
        if self._paid is not None:
            self._paid.take(block.numbers, block.cells, customers, values, amounts)
        self.staged.lines.append(
            LineBlock(
                self.place.number,
                block.numbers,
                customers,
                values["order_no"] or nothing,
                values["date"] or nothing,
                self._product_places(values, count),
                values["quantity"] or nothing,
                values["price"] or nothing,
                discounts or nothing,
                amounts,
                costs or nothing,
                kinds,
                list(map(self._states.__getitem__, values["status"] or nothing)),
                values["status"] or nothing,
                values["channel"] or nothing,
                values["place"] or nothing,
                persons,
                values["due"] or nothing,
                digests,
                block.cells,
                finer,
            )
        )
        self._sum_up(values["date"] or [], amounts, count)

    def _sum_up(self, days: Sequence[str], amounts: Sequence[int], count: int) -> None:
        self.taken += count
        self.units += sum(amounts)
        if days:
            self.first_day = min(days) if self.first_day is None else min(self.first_day, min(days))
            self.last_day = max(days) if self.last_day is None else max(self.last_day, max(days))

    def _signed(self, block: Block, values: Values, amounts: list[int]) -> list[int]:
        """A row whose type, sheet or quantity says that goods came back is negative, however it is written."""
        back = self._came_back(values, amounts)
        if back is None or not any(back):
            return amounts
        for place, (returned, amount) in enumerate(zip(back, amounts, strict=True)):
            if returned and amount > 0:
                self.turned = True
                index = self._at.get("amount")
                cell = shown_money(amount)
                self.findings.add("return_sign", self.example(block.numbers[place], index, cell, "-" + cell))
        return [-abs(amount) if returned else amount for returned, amount in zip(back, amounts, strict=True)]

    def _came_back(self, values: Values, amounts: Sequence[int]) -> list[bool] | None:
        if self.decisions.returns:
            return [True] * len(amounts)
        types, quantities = values["line_type"], values["quantity"]
        back = None if types is None else list(map(self._returned.__getitem__, types))
        if quantities is None or values["amount"] is None or min(filter(None, quantities), default=0) >= 0:
            return back
        said = back or [False] * len(amounts)
        return [word or (number is not None and number < 0) for word, number in zip(said, quantities, strict=True)]

    def _product(self, told: tuple[str | None, str | None, str | None]) -> int:
        return self.register.product(*told)

    def _product_places(self, values: Values, count: int) -> list[int]:
        names, codes, categories = values["product"], values["product_code"], values["category"]
        if names is None and codes is None:
            return [-1] * count
        nothing: list[None] = [None] * count
        told = zip(codes or nothing, names or nothing, categories or nothing, strict=True)
        return list(map(self._products.__getitem__, told))

    def _note_customers(self, block: Block, customers: Sequence[int], values: Values, persons: Sequence[int]) -> None:
        """Where a customer buys, in what trade, and who serves him: the last line that says so."""
        told: list[tuple[str, Sequence[Any] | None, Any]] = [("owner", persons, -1)]
        told += [(name, values[name], None) for name in ("industry", "source", "segment", "level")]
        told.append(("region", values["region"] or values["place"], None))
        kinds = values["customer_kind"] or values["segment"]
        told.append(("kind", kinds and list(map(self._kinds.__getitem__, kinds)), None))
        told += [(name, self.values(block, name), None) for name in self._asked]
        for name, column, nothing in told:
            if column is not None:
                pairs: Iterable[tuple[int, Any]] = zip(customers, column, strict=True)
                if nothing in column:
                    pairs = [pair for pair in pairs if pair[1] != nothing]
                self._told[name].update(pairs)

    def finish(self) -> None:
        if self._paid is not None:
            self._note_payments(self._paid)
        people = self.staged.customers
        for name, values in self._told.items():
            values.pop(-1, None)
            key = answer_key(name) if is_profile(name) else None
            for place, value in values.items():
                if key is None:
                    setattr(people[place], name, value)
                else:
                    people[place].answers[key] = value

    def _note_payments(self, paid: Paid) -> None:
        self.staged.payments += paid.rows()
        for row in paid.undated:
            self.findings.add("paid_no_date", self.example(row, self._at["paid"], None))
        if paid.repeated:
            self.findings.add("paid_per_order", count=paid.repeated)


class _Memo(dict[K, T]):
    """A function of one value, computed once for each."""

    def __init__(self, function: Callable[[K], T]) -> None:
        super().__init__()
        self._function = function

    def __missing__(self, key: K) -> T:
        value = self[key] = self._function(key)
        return value


def digests_of(rows: Iterable[Any]) -> list[int]:
    """Eight bytes for each row; the same on every machine and in every version of Python (format 2)."""
    found = [blake2b(marshal.dumps(row, 2), digest_size=8).digest() for row in rows]
    return list(struct.unpack(f"<{len(found)}q", b"".join(found)))


def digest(value: Any) -> int:
    """The eight bytes of one row."""
    return digests_of((value,))[0]


def _rest(exact: Decimal, units: int) -> int:
    return int((exact - from_units(units)) * FINEST)


def _kind_of(text: str | None) -> str | None:
    return customer_kind(text) if text else None


def shown_money(units: int) -> str:
    return format(from_units(units).normalize(), "f")


def _line(block: Block, place: int) -> str:
    return " ".join(filter(None, map(shown, block.row(place))))


def _compressed(block: Block, keep: Sequence[bool]) -> Block:
    return Block(
        list(compress(block.numbers, keep)),
        [tuple(compress(column, keep)) for column in block.columns],
        list(compress(block.cells, keep)),
        frozenset(),
        block.kinds,
        0,
    )
