"""Which of two names is the parent's, where one is a branch of the other: a proposal, somebody says yes to it."""

import re
from itertools import pairwise

from app.services.duplicates.names import parsed
from app.services.progress import WorkContext

_HEAD = re.compile(
    r"(?:集团|控股)(?:股份)?(?:有限责任|有限)?(?:公司)?[)）]?$|总公司|总部|总店|总厂|总院|总行"
    r"|\b(?:group|headquarters|holdings?)\b",
    re.IGNORECASE,
)


def likely_parent(first: str, second: str) -> int | None:
    """0 or 1, the place of the parent; None where the names do not tell."""
    names = parsed((first, second), WorkContext())
    for told in (
        tuple(not name.branch for name in names),  # 分公司, 门店 and the like stand below
        tuple(bool(_HEAD.search(name)) for name in (first, second)),
        tuple(name.own != other.own and name.own in other.own for name, other in pairwise((*names, names[0]))),
        tuple(not (name.place or name.district) for name in names),
    ):
        if told[0] != told[1]:
            return told.index(True)
    return None
