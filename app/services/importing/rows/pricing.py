"""Money of order lines, all in whole units: amounts, discounts and costs from what a ledger states of them."""

from collections.abc import Sequence
from typing import Any

from app.models.base import UNITS
from app.services.importing.values.numbers import known

Values = dict[str, list[Any] | None]
"""The columns of a block by field; None where the sheet has no such column."""


def stated_or_computed(values: Values, count: int) -> list[int | None]:
    """The amount as stated, else quantity × price less the discount."""
    stated = values["amount"]
    if stated is not None:
        return stated
    quantities, prices = values["quantity"], values["price"]
    if quantities is None or prices is None:
        return [None] * count
    if values["discount"] is None and values["discount_amount"] is None:
        pairs = zip(quantities, prices, strict=True)
        return [None if q is None or p is None else known(rounded(q * p, UNITS)) for q, p in pairs]
    return [computed(values, place) for place in range(count)]


def computable(values: Values, place: int) -> bool:
    """Whether a line says how many and at what price."""
    quantities, prices = values["quantity"], values["price"]
    return quantities is not None and prices is not None and None not in (quantities[place], prices[place])


def computed(values: Values, place: int) -> int | None:
    """Quantity × price less the discount of one line; None when it is not known, or more than there can be."""
    quantities, prices, shares = values["quantity"], values["price"], values["discount"]
    if quantities is None or prices is None or quantities[place] is None or prices[place] is None:
        return None
    off = sum_off(values, place)
    if off is not None:
        return known(rounded(quantities[place] * prices[place], UNITS) - off)
    share = 0 if shares is None or shares[place] is None else shares[place]
    return known(rounded(quantities[place] * prices[place] * (UNITS - share), UNITS * UNITS))


def sum_off(values: Values, place: int) -> int | None:
    """The sum that is taken off a line, with the sign of the line; None where none is stated."""
    stated, quantities, prices = values["discount_amount"], values["quantity"], values["price"]
    if stated is None or stated[place] is None or quantities is None or prices is None:
        return None
    off: int = abs(stated[place])
    return -off if (quantities[place] or 0) * (prices[place] or 0) < 0 else off


def before_sums_off(values: Values, amounts: Sequence[int]) -> tuple[list[int], list[int | None]]:
    """Amounts with the stated sums put back, and the shares that are off the others."""
    shares = values["discount"] or [None] * len(amounts)
    offs = [sum_off(values, place) for place in range(len(amounts))]
    whole = [amount + (off or 0) for amount, off in zip(amounts, offs, strict=True)]
    return whole, [share if off is None else None for share, off in zip(shares, offs, strict=True)]


def rounded(numerator: int, denominator: int) -> int:
    """Half away from zero, in whole numbers."""
    half = denominator // 2
    return (numerator + half) // denominator if numerator >= 0 else -((half - numerator) // denominator)


def kinds(amounts: Sequence[int]) -> list[str]:
    """A line with a negative amount is a return; one of goods without a price, sent or written off, is none."""
    if min(amounts) >= 0:
        return ["order"] * len(amounts)
    return ["return" if amount < 0 else "order" for amount in amounts]


def discounts(values: Values, amounts: Sequence[int]) -> list[int | None] | None:
    """Money taken off the line: as stated, else from the rate and the amount that is left."""
    if values["discount_amount"] is not None:
        return values["discount_amount"]
    shares = values["discount"]
    if shares is None:
        return None
    nothing: list[None] = [None] * len(amounts)
    rows = zip(shares, amounts, values["quantity"] or nothing, values["price"] or nothing, strict=True)
    return [share if not share else taken_off(share, amount, q, p) for share, amount, q, p in rows]


def taken_off(share: int, amount: int, quantity: int | None, price: int | None) -> int | None:
    if quantity and price:
        gross = rounded(quantity * price, UNITS)
        if abs(gross * (UNITS - share) / UNITS - amount) <= abs(amount) * 0.01:
            return known(gross - amount)
    return None if share >= UNITS else known(rounded(amount * share, UNITS - share))


def costs(values: Values, amounts: Sequence[int]) -> list[int | None] | None:
    """Of the whole line, signed like its amount."""
    stated, each, profits = values["cost"], values["unit_cost"], values["profit"]
    if stated is not None:
        if min(amounts) >= 0:
            return stated
        return [
            -abs(cost) if cost is not None and amount < 0 else cost
            for cost, amount in zip(stated, amounts, strict=True)
        ]
    if each is not None and values["quantity"] is not None:
        pairs = zip(each, values["quantity"], strict=True)
        return [None if c is None or q is None else known(rounded(c * q, UNITS)) for c, q in pairs]
    if profits is not None:
        return [None if p is None else amount - p for p, amount in zip(profits, amounts, strict=True)]
    return None
