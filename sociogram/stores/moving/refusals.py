"""Why a store cannot be moved, in plain words."""

from sociogram.errors import BadInput, Conflict, bad_input
from sociogram.language import Bilingual
from sociogram.stores.failures import problem_of


def holds_other_things() -> BadInput:
    """The target is neither empty nor what an earlier run of the same move left."""
    return bad_input(
        "target_not_empty",
        fr="le dépôt d'arrivée contient autre chose que ce déménagement.",
        en="the target store holds other things than this move.",
        remedy_fr="Donner un dépôt neuf ; rien n'y a été changé. Si l'ancien dépôt a changé depuis un premier"
        " essai, vider celui d'arrivée.",
        remedy_en="Give a new store; nothing in it was changed. If the old store has changed since a first"
        " try, empty the target.",
        field="--to",
    )


def changed_meanwhile() -> Conflict:
    """Both were read anew and are not equal."""
    return problem_of(
        Conflict,
        "changed_while_moving",
        Bilingual(
            "les deux dépôts ne sont pas égaux : quelqu'un a écrit pendant le déménagement.",
            "the two stores are not equal: somebody wrote during the move.",
        ),
        Bilingual(
            "Fermer les autres programmes, puis recommencer vers un dépôt neuf ; l'ancien est intact.",
            "Close the other programs, then begin again with a new store; the old one is untouched.",
        ),
    )


def nothing_to_move(kind: str) -> BadInput:
    """The address given leads to no store that can be carried, or to the same one."""
    sentences = {
        "absent": (
            "il n'y a pas de dépôt à cette adresse.",
            "there is no store at this address.",
            "Vérifier l'adresse de départ.",
            "Check the address to move from.",
        ),
        "memory": (
            "un dépôt en mémoire n'existe que pendant son programme.",
            "a store in memory lives only as long as its program.",
            "Donner une adresse sqlite:/// ou neo4j://.",
            "Give a sqlite:/// or neo4j:// address.",
        ),
        "same": (
            "c'est deux fois le même dépôt.",
            "this is the same store twice.",
            "Donner une autre adresse d'arrivée.",
            "Give another address to move to.",
        ),
    }
    fr, en, remedy_fr, remedy_en = sentences[kind]
    field = "--to" if kind == "same" else "--from"
    return bad_input(f"move_{kind}", fr=fr, en=en, remedy_fr=remedy_fr, remedy_en=remedy_en, field=field)
