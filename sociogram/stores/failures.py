"""Why a store cannot answer, in plain words. No message ever holds what was kept, nor a passphrase."""

from typing import TypeVar

from sociogram.errors import (
    BadInput,
    Conflict,
    NotAllowed,
    NotFound,
    Problem,
    SociogramError,
    StoreLocked,
    StoreUnusable,
)
from sociogram.language import Bilingual

Error = TypeVar("Error", bound=SociogramError)

_RESTORE = Bilingual(
    "Ne rien effacer ; remettre la dernière copie de sauvegarde du fichier et de ses clés.",
    "Delete nothing; put back the last backup copy of the file and of its keys.",
)

# fmt: off
_UNUSABLE: dict[str, tuple[Bilingual, Bilingual]] = {
    "disk_full": (
        Bilingual("le disque est plein : rien n'a été enregistré.", "the disk is full: nothing was saved."),
        Bilingual("Libérer de la place, puis recommencer.", "Free some space, then try again."),
    ),
    "disk_error": (
        Bilingual(
            "le disque n'a pas pu être lu ou écrit : rien n'a été enregistré.",
            "the disk could not be read or written: nothing was saved.",
        ),
        Bilingual("Vérifier le disque et les droits du dossier.",
                  "Check the disk and the rights of the folder."),
    ),
    "cannot_open": (
        Bilingual("le fichier ne peut pas être ouvert ou créé.", "the file cannot be opened or made."),
        Bilingual("Vérifier l'adresse et les droits du dossier.",
                  "Check the address and the rights of the folder."),
    ),
    "busy": (
        Bilingual("un autre programme écrit dans ce fichier.", "another program is writing to this file."),
        Bilingual("Attendre un instant, puis recommencer.", "Wait a moment, then try again."),
    ),
    "damaged": (Bilingual("le fichier est abîmé.", "the file is damaged."), _RESTORE),
    "keys_damaged": (Bilingual("le fichier des clés est abîmé.", "the key file is damaged."), _RESTORE),
    "keys_missing": (
        Bilingual(
            "le fichier des clés n'est pas à côté du dépôt.", "the key file is not beside the store."
        ),
        Bilingual(
            "Remettre le fichier de même nom terminé par « .keys ».",
            "Put back the file of the same name ending in “.keys”."
        ),
    ),
    "newer_store": (
        Bilingual(
            "ce fichier a été écrit par une version plus récente de Sociogram.",
            "this file was written by a newer version of Sociogram.",
        ),
        Bilingual("Mettre Sociogram à jour ; le fichier n'a pas été touché.",
                  "Update Sociogram; the file was not touched."),
    ),
    "old_library": (
        Bilingual(
            "la bibliothèque SQLite installée est trop ancienne et peut perdre des données.",
            "the SQLite library installed is too old and may lose data.",
        ),
        Bilingual("Installer apsw-sqlite3mc 3.54 ou plus récent.", "Install apsw-sqlite3mc 3.54 or newer."),
    ),
    "scrub_due": (
        Bilingual("il peut rester dans le fichier des traces de textes effacés.",
                  "traces of erased texts may be left in the file."),
        Bilingual("Fermer les autres programmes, puis rouvrir et enregistrer.",
                  "Close the other programs, then open again and save."),
    ),
    "server_away": (
        Bilingual("le serveur Neo4j ne répond pas : rien n'a été enregistré.",
                  "the Neo4j server does not answer: nothing was saved."),
        Bilingual("Vérifier l'adresse et que le serveur tourne, puis recommencer.",
                  "Check the address and that the server runs, then try again."),
    ),
    "server_lost": (
        Bilingual("le serveur Neo4j s'est tu pendant l'enregistrement : nul ne sait s'il est fait.",
                  "the Neo4j server fell silent while it saved: nobody knows whether it did."),
        Bilingual("Recommencer sans rien changer : ce qui est déjà là ne compte qu'une fois.",
                  "Try again without changing anything: what is there already counts once."),
    ),
    "server_refuses": (
        Bilingual("le serveur Neo4j refuse cet utilisateur ou ce mot de passe.",
                  "the Neo4j server refuses this user or password."),
        Bilingual("Corriger SOCIOGRAM_NEO4J_USER et SOCIOGRAM_NEO4J_PASSWORD.",
                  "Correct SOCIOGRAM_NEO4J_USER and SOCIOGRAM_NEO4J_PASSWORD."),
    ),
    "no_database": (
        Bilingual("le serveur Neo4j n'a pas de base de données de ce nom.",
                  "the Neo4j server has no database of this name."),
        Bilingual("Corriger ou retirer SOCIOGRAM_NEO4J_DATABASE.",
                  "Correct or remove SOCIOGRAM_NEO4J_DATABASE."),
    ),
    "database_away": (
        Bilingual("cette base de données de Neo4j est arrêtée.", "this Neo4j database is stopped."),
        Bilingual("La faire démarrer sur le serveur, puis recommencer.",
                  "Have it started on the server, then try again."),
    ),
    "read_only": (
        Bilingual("cette base de données de Neo4j est en lecture seule : rien n'a été enregistré.",
                  "this Neo4j database is read-only: nothing was saved."),
        Bilingual("Faire retirer la lecture seule sur le serveur, ou prendre une autre base.",
                  "Have read-only lifted on the server, or take another database."),
    ),
    "server_slow": (
        Bilingual("le serveur Neo4j met trop de temps : rien n'a été enregistré.",
                  "the Neo4j server takes too long: nothing was saved."),
        Bilingual("Attendre un instant, puis recommencer.", "Wait a moment, then try again."),
    ),
    "server_busy": (
        Bilingual("l'annuaire change sans cesse : il n'a pas pu être lu d'un seul tenant.",
                  "the directory keeps changing: it could not be read in one piece."),
        Bilingual("Attendre un instant, puis recommencer.", "Wait a moment, then try again."),
    ),
    "server_full": (
        Bilingual("le serveur Neo4j n'a plus assez de mémoire : rien n'a été enregistré.",
                  "the Neo4j server is out of memory: nothing was saved."),
        Bilingual("Lui en donner davantage, ou envoyer moins à la fois.",
                  "Give it more, or send less at a time."),
    ),
    "server_disk": (
        Bilingual("le disque du serveur Neo4j est plein ou abîmé : rien n'a été enregistré.",
                  "the disk of the Neo4j server is full or damaged: nothing was saved."),
        Bilingual("Libérer de la place sur le serveur, puis recommencer.",
                  "Free some space on the server, then try again."),
    ),
    "server_error": (
        Bilingual("le serveur Neo4j a refusé l'opération : rien n'a été enregistré.",
                  "the Neo4j server refused the operation: nothing was saved."),
        Bilingual("Recommencer ; si cela dure, lire les journaux du serveur.",
                  "Try again; if it lasts, read the server's logs."),
    ),
    "server_address": (
        Bilingual("cette adresse de Neo4j ne peut pas servir.", "this Neo4j address cannot be used."),
        Bilingual("Écrire neo4j://hôte:7687, ou neo4j+s:// pour un serveur chiffré.",
                  "Write neo4j://host:7687, or neo4j+s:// for an encrypted server."),
    ),
    "other_graph": (
        Bilingual("cette base de données de Neo4j contient déjà autre chose : elle n'a pas été touchée.",
                  "this Neo4j database already holds something else: it was not touched."),
        Bilingual("Prendre une base vide.", "Take an empty database."),
    ),
    "newer_graph": (
        Bilingual("ce graphe a été écrit par une version plus récente de Sociogram.",
                  "this graph was written by a newer version of Sociogram."),
        Bilingual("Mettre Sociogram à jour ; le graphe n'a pas été touché.",
                  "Update Sociogram; the graph was not touched."),
    ),
    "keys_elsewhere": (
        Bilingual("les textes de ce serveur sont scellés par une clé qui n'est pas sur cette machine.",
                  "the texts of this server are sealed with a key that is not on this machine."),
        Bilingual("Copier ici le fichier des clés d'une machine qui s'en sert déjà.",
                  "Copy here the key file of a machine that already uses it."),
    ),
    "other_keys": (
        Bilingual("le fichier des clés de cette machine n'est pas celui des textes de ce serveur.",
                  "the key file of this machine is not that of this server's texts."),
        Bilingual("Copier ici le fichier des clés d'une machine qui s'en sert déjà.",
                  "Copy here the key file of a machine that already uses it."),
    ),
    "closed": (
        Bilingual("le dépôt est fermé.", "the store is closed."),
        Bilingual("Le rouvrir.", "Open it again."),
    ),
}
# fmt: on


def problem_of(
    error: type[Error], code: str, says: Bilingual, remedy: Bilingual, *, place: str = "", field: str = ""
) -> Error:
    """Return an error with one problem."""
    return error((Problem(code, says, remedy, place, field),))


def unusable(code: str, *, place: str = "") -> StoreUnusable:
    """Return the StoreUnusable of this code; `place` is the file's name."""
    says, remedy = _UNUSABLE[code]
    return problem_of(StoreUnusable, code, says, remedy, place=place)


def wrong_passphrase(*, place: str = "") -> StoreLocked:
    """The secret opens no slot of the key file."""
    return problem_of(
        StoreLocked,
        "wrong_passphrase",
        Bilingual("la phrase de passe n'ouvre pas ce dépôt.", "the passphrase does not open this store."),
        Bilingual(
            "La retaper, ou ouvrir avec la feuille de secours.",
            "Type it again, or open with the recovery sheet.",
        ),
        place=place,
    )


def missing_passphrase(*, place: str = "") -> StoreLocked:
    """Nobody gave a passphrase, or gave an empty one."""
    return problem_of(
        StoreLocked,
        "missing_passphrase",
        Bilingual("il faut une phrase de passe pour ce dépôt.", "this store needs a passphrase."),
        Bilingual("La donner quand elle est demandée, ou par SOCIOGRAM_PASSPHRASE.",
                  "Give it when asked, or in SOCIOGRAM_PASSPHRASE."),
        place=place,
    )  # fmt: skip


def no_situation() -> NotFound:
    """No such situation, or not theirs: the same words for both."""
    return problem_of(
        NotFound,
        "unknown_situation",
        Bilingual("cette situation n'existe pas.", "there is no such situation."),
        Bilingual("Choisir une situation de la liste.", "Choose a situation from the list."),
        field="situation",
    )


def nobody_keeps() -> NotAllowed:
    """A situation needs an owner."""
    return problem_of(
        NotAllowed,
        "nobody",
        Bilingual("il faut savoir qui garde cette situation.", "somebody must keep this situation."),
        Bilingual("Dire qui regarde.", "Say who looks."),
    )


def situations_off() -> NotAllowed:
    """A store that organisations share holds no situation until its owner says so."""
    return problem_of(
        NotAllowed,
        "situations_off",
        Bilingual(
            "ce dépôt partagé ne garde pas encore vos situations.",
            "this shared store does not hold your situations yet.",
        ),
        Bilingual(
            "Le permettre par « sociogram share-situations », après avoir lu ce que le serveur verra.",
            "Allow it with “sociogram share-situations”, after reading what the server will see.",
        ),
    )


def id_taken() -> BadInput:
    """A whole situation is brought where one of the same id stands."""
    return problem_of(
        BadInput,
        "id_taken",
        Bilingual("une situation porte déjà cet identifiant.", "a situation already has this id."),
        Bilingual("Retirer l'autre, puis recommencer.", "Remove the other one, then try again."),
        field="situation",
    )


def changed_since(elements: tuple[str, ...]) -> Conflict:
    """Somebody else touched the same elements."""
    return problem_of(
        Conflict,
        "changed_since",
        Bilingual(
            "quelqu'un d'autre a changé le même élément entre-temps.",
            "somebody else changed the same element in the meantime.",
        ),
        Bilingual(
            "Relire la situation, puis renvoyer les mêmes gestes.",
            "Read the situation again, then send the same gestures.",
        ),
        place=", ".join(elements),
    )


def other_content(what: str, one_id: str) -> BadInput:
    """A gesture or a text sent again under the same id with another content. `what` is gestures or texts."""
    return problem_of(
        BadInput,
        "same_id_other_content",
        Bilingual(
            "cet identifiant a déjà servi pour un autre contenu.",
            "this id was already used for another content.",
        ),
        Bilingual("Prendre un nouvel identifiant.", "Use a new id."),
        place=f"{what}/{one_id}",
        field="id",
    )
