"""Taking away what an import added: its lines and records, its customers nobody touched, what nobody uses any more."""

import json
from collections.abc import Iterable

from sqlalchemy import Table

from app.models.ledger import order_line
from app.models.tables import metadata
from app.services.history import edited_by_hand
from app.services.importing.ledger.undoing import Spans, Undoing
from app.services.importing.values.vocabulary import says_returned
from app.texts import translate

_OWN = ("order_line", "summary_fact", "contact_log", "held_row", "returned_order", "payment")
_HAND = ("contact_log", "payment")
_GIVEN = ("customer_tag", "contact", "customer_alias", "task", "profile_answer")
_GIVEN_TO_EDIT = ("contact", "task")
_TO_EDIT = (*_GIVEN_TO_EDIT, "person")
_CHANGED_AGAIN = ("order_line", "payment")
_WRITTEN = ("order_line", "payment", "summary_fact", "contact_log")
_LEAVINGS = ("source_row", "product", "category", "tag", "tag_group", "person")


class TakingAway:
    """Rows go in the order in which they lean on each other."""

    def __init__(self, undoing: Undoing) -> None:
        self._undo = undoing
        self._edited_rows = edited_by_hand(undoing.tx.connection, undoing.batch, (*_HAND, *_TO_EDIT))
        self._behind = False  # customers of imports taken back before have gone with this one's

    def remove_own(self) -> None:
        """Lines, records and held rows of this import; a line that a later import changed belongs to that one."""
        for name in _OWN:
            table = metadata.tables[name]
            if name not in self._undo.added:
                continue
            self._undo.work.tick(translate("Import", "撤销导入"), self._undo.lines, 0)
            if "customer_id" in table.c:
                self._undo.touched.update(self._undo.select(table, "customer_id") - {None})
            orders = self._undo.select(table, "order_no") if name == "returned_order" else ()
            gone = self._undo.tx.delete(table, sorted(self._undo.select(table, "id") - self._worked_on(table)))
            self._undo.lines += gone if name == "order_line" else 0
            self._undo.entries += gone if name in _HAND else 0
            self._keep_orders(orders)

    def _worked_on(self, table: Table) -> set[int]:
        """Payments and records of this import that were edited since; lines that a later import changed are its own."""
        edited = self._edited(table.name)
        self._undo.keep(table.name, sorted(edited), "record")
        if table.name in _CHANGED_AGAIN:
            for first, last in self._undo.added[table.name]:
                sql = f"SELECT id FROM {table.name} WHERE id BETWEEN ? AND ? AND batch_id IS NOT ?"
                later = self._undo.tx.connection.exec_driver_sql(sql, (first, last, self._undo.batch)).scalars().all()
                self._undo.keep(table.name, later, "later")
        return edited

    def _keep_orders(self, orders: Iterable[str]) -> None:
        """Orders that this import's list of returns sent back stand again, unless their lines say so themselves."""
        sql = (
            "SELECT id, status_text FROM order_line WHERE returned AND order_no IN (SELECT value FROM json_each(?))"
            " AND order_no NOT IN (SELECT order_no FROM returned_order)"
        )
        found = self._undo.tx.connection.exec_driver_sql(sql, (json.dumps(list(orders)),)).all() if orders else ()
        stand = [number for number, said in found if not says_returned(said)]
        self._undo.touch(order_line, stand)
        self._undo.tx.update_many(order_line, ("returned",), ((number, False) for number in stand))

    def remove_customers(self) -> int:
        """Customers this import made, unless edited, bought for or written about since; then all of theirs stays."""
        made = self._undo.select(metadata.tables["customer"], "id") if "customer" in self._undo.added else set()
        sql = "SELECT id FROM customer WHERE touched_at IS NOT NULL"
        edited = made & set(self._undo.tx.connection.exec_driver_sql(sql).scalars()) if made else set()
        edited |= made & self._whose_given_was_edited()
        merged = self._merged(made)
        edited -= merged
        used = made & (self._used(made) | self._above(merged | edited))
        used = (used | made & self._above(used)) - edited - merged
        for reason, numbers in (("merged", merged), ("edited", edited), ("used", used)):
            self._undo.keep("customer", sorted(numbers), reason)
        stays = merged | edited | used
        self._undo.touched |= made
        gone = self._undo.tx.delete(metadata.tables["customer"], sorted(made - stays))
        self._remove_given(stays)
        return gone + self._remove_left_behind()

    def _remove_left_behind(self) -> int:
        """Customers of imports taken back before, who had stayed only for what this one has taken along now."""
        left = self._bare(self._undo.touched) if self._undo.taken_back_before else set()
        if not left:
            return 0
        before = self._undo.added_before
        left = {each for each in left if any(first <= each <= last for first, last in before.get("customer", ()))}
        edited = edited_by_hand(self._undo.tx.connection, self._undo.taken_back_before[0], _TO_EDIT)
        self._edited_rows.setdefault("person", set()).update(edited.pop("person", ()))
        for name, numbers in edited.items():
            left.difference_update(
                row[1] for row in self._undo.rows(name, ["id", "customer_id"], list(numbers)).values()
            )
        left -= self._merged(left)
        used = self._used(left, before)
        left -= used | self._above(used)
        self._behind = bool(left)
        return self._undo.tx.delete(metadata.tables["customer"], sorted(left))

    def _bare(self, numbers: set[int]) -> set[int]:
        """Those of these customers nobody has edited and of whom nothing is written."""
        rows = " ".join(f"AND NOT EXISTS (SELECT 1 FROM {name} r WHERE r.customer_id = c.id)" for name in _WRITTEN)
        sql = f"SELECT id FROM customer c WHERE id IN (SELECT value FROM json_each(?)) AND touched_at IS NULL {rows}"
        return set(self._undo.tx.connection.exec_driver_sql(sql, (json.dumps(sorted(numbers)),)).scalars())

    def _whose_given_was_edited(self) -> set[int]:
        """Customers with a contact or a task of this import that was edited since."""
        found: set[int] = set()
        for name in _GIVEN_TO_EDIT:
            rows = self._undo.rows(name, ["id", "customer_id"], sorted(self._edited(name)))
            found.update(customer for _number, customer in rows.values())
        return found

    def _edited(self, name: str) -> set[int]:
        """Rows of this import that were edited by hand since."""
        return self._edited_rows.get(name, set()) & self._undo.select(metadata.tables[name], "id")

    def _merged(self, made: set[int]) -> set[int]:
        """Both sides of a merge that stands stay: it may be parted later."""
        sql = "SELECT keep_id, merged_id FROM customer_merge WHERE state = 'merged'"
        return made & {number for pair in self._undo.tx.connection.exec_driver_sql(sql) for number in pair}

    def _above(self, numbers: set[int]) -> set[int]:
        """The parents of these, and theirs."""
        sql = (
            "WITH RECURSIVE above(id) AS (SELECT parent_id FROM customer WHERE id IN (SELECT value FROM json_each(?))"
            " UNION SELECT c.parent_id FROM customer c JOIN above a ON c.id = a.id) SELECT id FROM above WHERE id > 0"
        )
        return set(self._undo.tx.connection.exec_driver_sql(sql, (json.dumps(sorted(numbers)),)).scalars())

    def _used(self, made: set[int], before: Spans | None = None) -> set[int]:
        """Customers on whom something rests that this import did not write, nor those `before` it, taken back too."""
        used: set[int] = set()
        if not made:
            return used
        for table in metadata.tables.values():
            for key in table.foreign_keys:
                if key.column.table.name == "customer" and table.name not in ("customer_alias", "customer_fact"):
                    used |= made & self._others(table, key.parent.name, before or {})
        return used

    def _others(self, table: Table, column: str, before: Spans) -> set[int]:
        # what is left of this import's own lines by now belongs to a later import that changed them
        name = table.name
        ranges = [] if name in _OWN else self._undo.added.get(name, []) + before.get(name, [])
        left_out = "".join(f" AND NOT id BETWEEN {first} AND {last}" for first, last in ranges)
        sql = f"SELECT DISTINCT {column} FROM {table.name} WHERE {column} IS NOT NULL{left_out}"
        return set(self._undo.tx.connection.exec_driver_sql(sql).scalars())

    def _remove_given(self, stays: set[int]) -> None:
        """What was given to customers who were there before goes, unless edited; who stays keeps all of his."""
        for name in _GIVEN:
            if name not in self._undo.added:
                continue
            table, edited = metadata.tables[name], self._edited(name)
            gone = []
            for first, last in self._undo.added[name]:
                sql = f"SELECT id, customer_id FROM {name} WHERE id BETWEEN ? AND ?"
                rows = self._undo.tx.connection.exec_driver_sql(sql, (first, last))
                gone += [number for number, customer in rows if customer not in stays]
            self._undo.keep(name, sorted(edited.intersection(gone)), "edited")
            gone = [number for number in gone if number not in edited]
            self._undo.touch(table, gone)
            self._undo.tx.delete(table, gone)

    def remove_leavings(self) -> None:
        """What nothing leans on any more; a salesperson whose hours or role somebody has set stays."""
        for name in _LEAVINGS:
            table = metadata.tables[name]
            brought = self._undo.select(table, "id") | (self._undo.left_before(table) if self._behind else set())
            if brought:
                stays = self._referred(table) | self._edited_rows.get(name, set())
                self._undo.tx.delete(table, sorted(brought - stays))

    def _referred(self, table: Table) -> set[int]:
        found: set[int] = set()
        for other in metadata.tables.values():
            for key in other.foreign_keys:
                if key.column.table is table:
                    sql = f"SELECT DISTINCT {key.parent.name} FROM {other.name} WHERE {key.parent.name} IS NOT NULL"
                    found.update(self._undo.tx.connection.exec_driver_sql(sql).scalars())
        return found
