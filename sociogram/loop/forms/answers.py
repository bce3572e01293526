"""The strip that comes back: boxes to tick, and the number to read them to."""

from sociogram.language import Bilingual, Lang
from sociogram.loop.forms.labels import REASONS
from sociogram.loop.forms.paper import Box, Cell, Row, Section, known

_HEADING = Bilingual("Réponse", "Answer")
_NOTE = Bilingual(
    "Cocher, appeler, lire la référence et les cases. N'écrire aucun nom. Ensuite cette bande peut être "
    "jetée.",
    "Tick, call, read out the reference and the boxes. Write no name. Then this strip may be thrown away.",
)
_REFERENCE = Bilingual("Référence", "Reference")
_CALL = Bilingual("Appeler", "Call")
_RECEIVED = Bilingual("Reçue le", "Received on")
_ACCEPTED = Bilingual("Acceptée le", "Accepted on")
_BEGUN = Bilingual("Commencée le", "Begun on")
_DECLINED = Bilingual("Refusée, parce que", "Declined, because")
_ENDED = Bilingual("Terminée", "Completed")
_HELPED = Bilingual("aidée", "helped")
_PARTLY = Bilingual("en partie", "in part")
_NOT_HELPED = Bilingual("pas aidée", "not helped")
_NOT_COME = Bilingual("personne n'est venu", "nobody came")


def reply_strip(reference: str, phone: str, lang: Lang) -> Section:
    """Return the strip; `phone` is the sender's own, empty where it must be written by hand."""
    return Section(_HEADING.in_(lang), _rows(reference, phone, lang), note=_NOTE.in_(lang))


def _rows(reference: str, phone: str, lang: Lang) -> tuple[Row, ...]:
    return (
        (Cell(_REFERENCE.in_(lang), reference), known(_CALL.in_(lang), phone)),
        tuple(_dated(words, lang) for words in (_RECEIVED, _ACCEPTED, _BEGUN)),
        (Cell(_DECLINED.in_(lang), boxes=_boxes(tuple(REASONS.values()), lang)),),
        (Cell(_ENDED.in_(lang), boxes=_boxes((_HELPED, _PARTLY, _NOT_HELPED, _NOT_COME), lang)),),
    )


def _dated(words: Bilingual, lang: Lang) -> Cell:
    return Cell("", boxes=(Box(words.in_(lang)),), lines=1)


def _boxes(words: tuple[Bilingual, ...], lang: Lang) -> tuple[Box, ...]:
    return tuple(Box(one.in_(lang)) for one in words)
