"""Who a referral goes to, from one word: a service, an organisation, or somebody not in the directory."""

from sociogram.directory.directory import Directory
from sociogram.directory.plain_words import plain_words


def towards(said: str, directory: Directory) -> dict[str, str]:
    """Return the `service`, the `receiver`, or else the `receiver_text`.

    By id first, then by name or acronym when one organisation alone bears it. What is hidden is not in the
    directory, and is kept as written like any other word.
    """
    if said in directory.services:
        return {"service": said}
    if said in directory.organisations:
        return {"receiver": said}
    words = plain_words(said)
    named = [
        row.id
        for row in directory.organisations.values()
        if words and words in {plain_words(row.name), plain_words(row.acronym)}
    ]
    return {"receiver": named[0]} if len(named) == 1 else {"receiver_text": said}
