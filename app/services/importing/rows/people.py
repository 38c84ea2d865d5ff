"""Who is who inside the files of one import: by code where there is one, else by name."""

from collections.abc import Iterator, Sequence

from app.services.importing.plans import Example
from app.services.importing.rows.staging import Person, Staged
from app.services.searching import name_key
from app.texts import listed


class Register:
    """Positions in Staged.customers, persons and products; one for all files of an import."""

    def __init__(self, staged: Staged) -> None:
        self._staged = staged
        self._by_code: dict[str, int] = {}
        self._by_name: dict[str, int] = {}  # of customers without a code
        self._by_phone: dict[str, int] = {}
        self._listed: dict[str, str] = {}  # code -> key of the name its first row in a list gives
        self._persons: dict[str, int] = {}
        self._products: dict[tuple[str | None, str | None], int] = {}
        self.customers = _Pairs(self)
        self.keys: list[str] = []  # by position, what goes into the digest of a line

    def customer(self, code: str | None, name: str | None) -> int:
        """The position of a customer, -1 when nobody is named."""
        if code is not None:
            return self._coded(code, name)
        if name is None:
            return -1
        key = name_key(name)
        if key not in self._by_name:
            self._by_name[key] = self._new(Person(None, name, key))
        return self._by_name[key]

    def listed(self, code: str | None, name: str | None) -> tuple[int, bool]:
        """The customer of a row of a list, and whether an earlier row calls that code something else.

        Such a name is a slip in one of the two rows: taken as a second name it would lead another's sales astray.
        """
        if code is not None and name is not None:
            key = name_key(name)
            if self._listed.setdefault(code, key) != key:
                return self.customers[code, None], True
        return self.customers[code, name], False

    def by_phone(self, phone: str, code: str | None, name: str | None) -> int:
        """The position of the customer with a phone, whatever he is called."""
        place = self._by_phone.get(phone)
        if place is None:
            called = name or code or phone
            place = self._by_phone[phone] = self._new(Person(code, called, name_key(called), phone=phone))
        elif name is not None and name_key(name) != self._staged.customers[place].name_key:
            self._staged.customers[place].aliases.add(name)
        return place

    def _coded(self, code: str, name: str | None) -> int:
        place = self._by_code.get(code)
        if place is None:
            place = self._by_code[code] = self._new(Person(code, name or code, name_key(name or code)))
        elif name is not None:
            person = self._staged.customers[place]
            if person.name == code:
                person.name, person.name_key = name, name_key(name)
            elif person.name != name and person.name_key != name_key(name):
                person.aliases.add(name)
        return place

    def _new(self, person: Person) -> int:
        self._staged.customers.append(person)
        self.keys.append(person.key)
        return len(self._staged.customers) - 1

    def person(self, name: str | None) -> int:
        """The position of one of the firm's own people or teams, -1 for none."""
        if name is None:
            return -1
        place = self._persons.get(name)
        if place is None:
            place = self._persons[name] = len(self._staged.persons)
            self._staged.persons.append(name)
        return place

    def product(self, code: str | None, name: str | None, category: str | None) -> int:
        """The position of a product, -1 when the line names none."""
        if code is None and name is None:
            return -1
        place = self._products.get((code, name))
        if place is None:
            place = self._products[code, name] = len(self._staged.products)
            self._staged.products.append((code, name or code or "", category))
        return place


class _Pairs(dict[tuple[str | None, str | None], int]):
    """Memo of (code, name) pairs, so that the usual line costs one look-up."""

    def __init__(self, register: Register) -> None:
        super().__init__()
        self._register = register

    def __missing__(self, pair: tuple[str | None, str | None]) -> int:
        place = self[pair] = self._register.customer(*pair)
        return place


def contradictions(people: Sequence[Person]) -> Iterator[tuple[str, Example]]:
    """Where code and name do not agree: one code under several names, one name under several codes."""
    codes: dict[str, list[str]] = {}
    for person in people:
        if person.code is None or person.name == person.code:
            continue
        codes.setdefault(person.name_key, []).append(person.code)
        if person.aliases:
            yield "code_names", _told(person.code, (person.name, *sorted(person.aliases)))
    named = {person.name_key: person.name for person in people}
    for key, found in codes.items():
        if len(found) > 1:
            yield "name_codes", _told(named[key], found)


def _told(one: str, several: Sequence[str]) -> Example:
    return Example("", "", 0, "", one, listed(several))
