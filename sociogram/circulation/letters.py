"""Letters instead of names: A ... Z, AA, AB ..."""


def letter_of(rank: int) -> str:
    """Return the letter of the `rank`-th person, counted from 0."""
    name = ""
    rank += 1
    while rank:
        rank, rest = divmod(rank - 1, 26)
        name = chr(65 + rest) + name
    return name
