"""What became of the referrals of one pair, from the books of its two ends.

Without ids nobody can say which line of one book is which of the other. What can be said: there were at least
as many referrals as the larger book has; at least as many services given, refusals and early ends as the book
with more of each; and of those still open at least as many came so far as in the book where more did. The
least numbers that say so are taken: where one end knows all that the other one knows, they are its own.
"""

from sociogram.counts.figures import Figures, exactly
from sociogram.counts.standing import STANDINGS, Standing

_ENDS: tuple[Standing, ...] = ("completed", "declined", "ended")
_STEPS: tuple[Standing, ...] = ("in_hand", "acknowledged", "no_answer", "waiting")
"""From the farthest step back to the first; an answer that comes is believed before a silence."""


def both_ends(ours: Figures, theirs: Figures) -> Figures:
    """Return the numbers of both books as one; both are exact, and the order of the two does not matter."""
    books = (ours, theirs)
    made = max(book.made.number for book in books)
    found: dict[Standing, int] = {}
    so_far = 0
    for name in _ENDS:
        found[name] = min(made - so_far, max(book.standing[name].number for book in books))
        so_far += found[name]
    reached = [sum(book.standing[name].number for name in _ENDS) for book in books]
    for name in _STEPS:
        reached = [n + book.standing[name].number for n, book in zip(reached, books, strict=True)]
        found[name] = max(0, max(reached) - so_far)
        so_far += found[name]
    return exactly(found[name] for name in STANDINGS)
