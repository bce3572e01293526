"""How long a situation is kept: for ever, until tonight, or until a date. Kept as a word and a last day."""

from dataclasses import dataclass
from datetime import date

from sociogram.errors import bad_input
from sociogram.stores.protocol import Keep


@dataclass(frozen=True, slots=True)
class Keeping:
    """`word` is "forever", "tonight" or an ISO date; `last_day` is None for ever, or when nobody said which
    day "tonight" was: the first `expire` then says it."""

    word: str
    last_day: date | None = None

    def over(self, today: date) -> bool:
        """Whether the keeping ended before `today`."""
        return self.last_day is not None and self.last_day < today

    def dated(self, today: date) -> "Keeping":
        """Return the keeping with "tonight" meaning `today`, if nobody said it before."""
        if self.word == "tonight" and self.last_day is None:
            return Keeping(self.word, today)
        return self


def keeping_of(keep: Keep, today: date | None) -> Keeping:
    """Return the keeping asked for. `today` is the day on which "tonight" is said."""
    if isinstance(keep, date):
        return Keeping(keep.isoformat(), keep)
    if keep not in ("forever", "tonight"):
        raise bad_input(
            "bad_keep",
            fr="cette durée de conservation n'existe pas.",
            en="there is no such way of keeping.",
            remedy_fr="Choisir « forever », « tonight » ou une date AAAA-MM-JJ.",
            remedy_en="Choose “forever”, “tonight” or a date YYYY-MM-DD.",
            field="keep",
        )
    return Keeping(keep, today if keep == "tonight" else None)
