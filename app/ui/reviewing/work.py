"""The work a draft asks for, ready to show beside it: by template, by person, and in one line."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.services.cadence import channel_name
from app.texts import fill, listed, translate

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import Connection

    from app.services.reviews.draft import ReviewDraft
    from app.services.reviews.preview import Preview
    from app.services.reviews.workload import Team
    from app.services.strategies import Workload


@dataclass(frozen=True)
class BookRow:
    """One template with what it asks for in a month."""

    title: str
    scheme: str
    class_id: str
    customers: int
    contacts: str
    hours: float


@dataclass(frozen=True)
class PlanAnswer:
    """The work of all templates."""

    work: "Workload"
    books: tuple[BookRow, ...]
    warnings: tuple[str, ...]
    people: "Team"  # what it was counted from

    def asked(self) -> str:
        """Visits, calls and hours a month; what there is none of is not mentioned."""
        load = self.work.load
        counts = (
            (round(load.count("visit")), translate("PlanStep", "拜访 {0} 次")),
            (round(load.count("phone")), translate("PlanStep", "电话 {0} 次")),
        )
        done = listed(fill(text, count) for count, text in counts if count)
        if not done:
            return fill(translate("PlanStep", "每月约 {0} 小时"), round(load.hours))
        return fill(translate("PlanStep", "每月{0}，约 {1} 小时"), done, round(load.hours))

    def there(self) -> str:
        """The hours people have."""
        return translate("PlanStep", "团队可用 {0} 小时").format(round(self.work.available))


def plan(draft: "ReviewDraft", view: "Preview", today: "date", connection: "Connection") -> PlanAnswer:
    """What finishing the draft as it stands would ask of people in a month."""
    from app.services.reviews.workload import team

    return planned(team(connection, draft, view, today), draft, view)


def planned(people: "Team", draft: "ReviewDraft", view: "Preview") -> PlanAnswer:
    """The same from what was read before, quick enough to follow the keys."""
    from app.services.reviews.workload import work_of
    from app.services.strategies import overload

    work = work_of(people, draft, view)
    books = people.desk.books
    rows = []
    for book in books:
        load = work.of(book.code)
        if load.customers:
            counts = (
                translate("PlanStep", "{0} {1} 次").format(channel_name(c), round(n)) for c, n in load.load.contacts
            )
            rows.append(
                BookRow(book.title, book.scheme, book.class_id, load.customers, listed(counts), load.load.hours)
            )
    titles = {book.code: book.title for book in books}
    return PlanAnswer(work, tuple(rows), overload(work, titles), people)
