"""What is said of an event that cannot be accepted."""

from sociogram.errors import BadInput, bad_input
from sociogram.language import Bilingual

_SAYS = {
    "event_kind": Bilingual("ce genre d'événement n'existe pas.", "there is no such kind of event."),
    "event_missing": Bilingual("ce champ manque.", "this field is missing."),
    "event_unknown_key": Bilingual("ce champ est inconnu ici.", "this field is unknown here."),
    "event_value": Bilingual("cette valeur n'est pas permise ici.", "this value is not allowed here."),
    "event_date": Bilingual("ce jour n'existe pas.", "there is no such day."),
    "event_too_many": Bilingual("il y en a trop ici.", "there are too many here."),
}
_REMEDY = Bilingual(
    "Voir la liste des événements dans la documentation.", "See the list of events in the documentation."
)


def refused(code: str, field: str, *, expected: Bilingual | None = None, place: str = "") -> BadInput:
    """Return the refusal of a field; `expected` says what should stand there."""
    says, remedy = _SAYS[code], expected or _REMEDY
    return bad_input(
        code, fr=says.fr, en=says.en, remedy_fr=remedy.fr, remedy_en=remedy.en, place=place, field=field
    )
