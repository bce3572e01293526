"""The catalogue of problems: what was wrong, where, and what to do.

SociogramError
 |- BadInput        a file, field or argument that cannot be accepted (exit 2, HTTP 400 or 422)
 |   |- TooLarge    beyond a stated limit (exit 2, HTTP 413)
 |   `- RuleBroken  a situation that breaks E01-E08 or E10 (exit 2, HTTP 422)
 |- NotFound        absent or not yours: the same answer for both (exit 2, HTTP 404)
 |- Conflict        somebody else changed the same element (HTTP 412)
 |- NotAllowed      refused by a decision, with the remedy (exit 2, HTTP 403)
 |- StoreLocked     wrong or missing passphrase (exit 2)
 `- StoreUnusable   damaged, newer, full or unreachable store (exit 2, HTTP 503 or 507)
"""

import re
from dataclasses import dataclass, field

from sociogram.language import Bilingual, Lang

_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]")


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault. `code` is stable and never translated; `place` is a file:line or a JSON path."""

    code: str
    says: Bilingual
    remedy: Bilingual
    place: str = ""
    field: str = ""

    def line(self, lang: Lang) -> str:
        """Return the fault on one line: place, field, what is wrong, what to do."""
        where = ", ".join(part for part in (self.place, self.field) if part)
        head = f"{where} : " if where and lang == "fr" else f"{where}: " if where else ""
        line = " ".join(f"{head}{self.says.in_(lang)} {self.remedy.in_(lang)}".split())
        # A file may be called anything: no control sequence reaches the terminal, no half character stops it.
        return _CONTROLS.sub("?", line).encode("utf-8", "replace").decode("utf-8")


@dataclass(eq=False)
class SociogramError(Exception):
    """Base of every error a user may meet. `problems` holds at least one, the first fault first."""

    problems: tuple[Problem, ...] = field(default=())

    def __str__(self) -> str:
        return self.problems[0].line("en") if self.problems else self.__class__.__name__

    @property
    def first(self) -> Problem:
        """The first fault."""
        return self.problems[0]


class BadInput(SociogramError):
    """Input that cannot be accepted."""


class TooLarge(BadInput):
    """Input beyond a stated limit."""


class RuleBroken(BadInput):
    """A situation that breaks a rule of the method (E01-E08, E10)."""


class NotFound(SociogramError):
    """Absent, or hidden from this viewer: nobody can tell which."""


class Conflict(SociogramError):
    """The same element was changed by somebody else since."""


class NotAllowed(SociogramError):
    """Refused by a decision."""


class StoreLocked(SociogramError):
    """The passphrase is missing or wrong."""


class StoreUnusable(SociogramError):
    """The store cannot be read or written now."""


def bad_input(
    code: str, *, fr: str, en: str, remedy_fr: str, remedy_en: str, place: str = "", field: str = ""
) -> BadInput:
    """Return a BadInput with one problem."""
    return BadInput((Problem(code, Bilingual(fr, en), Bilingual(remedy_fr, remedy_en), place, field),))
