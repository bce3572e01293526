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
            "les deux dépôts ne sont pas égaux : quelqu'un a écrit pendant ce temps, ou à la main avant.",
            "the two stores are not equal: somebody wrote meanwhile, or by hand before.",
        ),
        Bilingual(
            "Fermer les autres programmes, puis recommencer vers un dépôt neuf ; l'ancien est intact.",
            "Close the other programs, then begin again with a new store; the old one is untouched.",
        ),
    )


def cannot_be_moved(option: str) -> BadInput:
    """A store that ends with its program."""
    return bad_input(
        "store_not_movable",
        fr="un dépôt en mémoire n'existe que pendant son programme.",
        en="a store in memory lives only as long as its program.",
        remedy_fr="Donner l'adresse d'un dépôt qui dure, par exemple sqlite:///reseau.db.",
        remedy_en="Give the address of a store that lasts, such as sqlite:///network.db.",
        field=option,
    )


def no_store_there() -> BadInput:
    """The file to move from is not there."""
    return bad_input(
        "no_store_there",
        fr="il n'y a pas de dépôt à cette adresse.",
        en="there is no store at this address.",
        remedy_fr="Vérifier l'adresse.",
        remedy_en="Check the address.",
        field="--from",
    )


def same_store_twice() -> BadInput:
    """A store cannot move into itself."""
    return bad_input(
        "same_store_twice",
        fr="c'est deux fois le même dépôt.",
        en="this is the same store twice.",
        remedy_fr="Donner une autre adresse d'arrivée.",
        remedy_en="Give another address to move to.",
        field="--to",
    )
