"""The sentences an answer is made of, by code, in both languages. No sentence is made anywhere else.

Nothing here ranks colleagues or gives a number of trust: people are shown evidence and dates.
"""

from collections.abc import Mapping

from sociogram.language import Bilingual

TO_CHECK_HEADING = Bilingual(
    "à vérifier : appeler avant d'envoyer quelqu'un", "to be checked: call before sending anyone"
)

REASONS: Mapping[str, Bilingual] = {
    "need_match": Bilingual("propose « {need} »", "offers “{need}”"),
    "group_match": Bilingual("reçoit : {groups}", "receives: {groups}"),
    "group_unknown": Bilingual("le public reçu n'est pas précisé", "who is received is not stated"),
    "place_match": Bilingual("lieu : {places}", "place: {places}"),
    "wider_area": Bilingual(
        "zone plus large ({places}), demander si le lieu voulu est couvert",
        "wider area ({places}), ask whether the place wanted is covered",
    ),
    "part_of_area": Bilingual(
        "seulement dans une partie du lieu demandé ({places})",
        "only in a part of the place asked ({places})",
    ),
    "ended_project": Bilingual(
        "connu par un projet terminé{period}, peut-être arrêté depuis",
        "known from a project that has ended{period}, perhaps stopped since",
    ),
    "never_checked": Bilingual(
        "jamais vérifié depuis qu'il a été noté", "never checked since it was written down"
    ),
}

# Of a discreet service: how it answers for the place asked, without naming its places.
DISCREET_REASONS: Mapping[str, Bilingual] = {
    "place_match": Bilingual("au lieu demandé", "in the place asked"),
    "wider_area": Bilingual(
        "zone plus large, demander si le lieu voulu est couvert",
        "wider area, ask whether the place wanted is covered",
    ),
    "part_of_area": Bilingual(
        "seulement dans une partie du lieu demandé", "only in a part of the place asked"
    ),
}

# Reasons that call for care; the others speak for the service.
CAUTIONS = frozenset({"group_unknown", "wider_area", "part_of_area", "ended_project", "never_checked"})

WHY = Bilingual("Pourquoi : {list}.", "Why: {list}.")
CAUTION = Bilingual("Attention : {list}.", "Take care: {list}.")
NOT_KNOWN = Bilingual("On ne sait pas : {list}.", "Not known: {list}.")

# What nobody has written down. (That a row was never checked is a reason of its own.)
UNKNOWN: Mapping[str, Bilingual] = {
    "languages": Bilingual("les langues parlées", "the languages spoken"),
    "opening_hours": Bilingual("les horaires", "the opening hours"),
    "capacity": Bilingual("les places libres", "the free places"),
    "what_to_bring": Bilingual("les papiers à apporter", "the papers to bring"),
    "outcomes": Bilingual("la suite des orientations passées", "what became of earlier referrals"),
    "target_groups": Bilingual("le public reçu", "who is received"),
    "places": Bilingual("le lieu du service", "the place of the service"),
    "contact": Bilingual("un numéro à appeler", "a number to call"),
    "conditions": Bilingual("les conditions", "the conditions"),
}

# reason: (one service, several services); `{count}` is the count of the exclusion.
EXCLUDED: Mapping[str, tuple[Bilingual, Bilingual]] = {
    "closed": (
        Bilingual("1 service arrêté ou ancien", "1 service stopped or past"),
        Bilingual("{count} services arrêtés ou anciens", "{count} services stopped or past"),
    ),
    "not_open_yet": (
        Bilingual("1 service prévu, pas encore ouvert", "1 service planned, not open yet"),
        Bilingual("{count} services prévus, pas encore ouverts", "{count} services planned, not open yet"),
    ),
    "wrong_group": (
        Bilingual("1 service pour un autre public", "1 service for another group"),
        Bilingual("{count} services pour un autre public", "{count} services for another group"),
    ),
    "out_of_area": (
        Bilingual("1 service hors du lieu demandé", "1 service outside the place asked"),
        Bilingual("{count} services hors du lieu demandé", "{count} services outside the place asked"),
    ),
    "wrong_language": (
        Bilingual("1 service dans une autre langue", "1 service in another language"),
        Bilingual("{count} services dans une autre langue", "{count} services in another language"),
    ),
    "unreachable": (
        Bilingual(
            "1 service sans lien connu avec votre organisation (liens suivis : {max_hops} au plus)",
            "1 service with no known tie to your organisation (ties followed: {max_hops} at most)",
        ),
        Bilingual(
            "{count} services sans lien connu avec votre organisation (liens suivis : {max_hops} au plus)",
            "{count} services with no known tie to your organisation (ties followed: {max_hops} at most)",
        ),
    ),
}

ADVICE: Mapping[str, Bilingual] = {
    "not_open_yet": Bilingual(
        "redemander plus tard aux services prévus", "ask the planned services again later"
    ),
    "wrong_group": Bilingual(
        "reposer la question sans le public{others}", "ask again without the group{others}"
    ),
    "out_of_area": Bilingual(
        "reposer la question sans le lieu{others}", "ask again without the place{others}"
    ),
    "wrong_language": Bilingual("reposer la question sans la langue", "ask again without the language"),
    "unreachable": Bilingual(
        "chercher le service dans l'annuaire et appeler directement",
        "find the service in the directory and call it directly",
    ),
}

# After an advice: for whom, or where, the services left out are.
FOR_OTHERS = Bilingual(", ou pour : {list}", ", or for: {list}")
ELSEWHERE = Bilingual(", ou à : {list}", ", or in: {list}")

SHOWN = (
    Bilingual("« {need} » : 1 service, {heading}.", "“{need}”: 1 service, {heading}."),
    Bilingual("« {need} » : {shown} services, {heading}.", "“{need}”: {shown} services, {heading}."),
)
NONE_SHOWN = Bilingual("« {need} » : aucun service trouvé.", "“{need}”: no service found.")
NONE_KNOWN = Bilingual(
    "« {need} » : l'annuaire ne connaît aucun service de ce genre.",
    "“{need}”: the directory knows no service of this kind.",
)
LEFT_OUT = Bilingual("Laissés de côté : {list}.", "Left out: {list}.")
TRY = Bilingual("On peut : {list}.", "You may: {list}.")
HOW_TO_READ = Bilingual(
    "Le chemin dit à qui demander, pas par qui passe une histoire : aux organisations du milieu on ne "
    "raconte rien.",
    "The path says whom to ask, not through whom a story travels: organisations in between are told nothing.",
)
COORDINATOR = Bilingual(
    "Si rien ne convient, demander à la coordination du réseau.",
    "If nothing fits, ask the network's coordinator.",
)

# How a tie reads from the actor before to the actor after, and against its direction.
TIE_FORWARD: Mapping[str, Bilingual] = {
    "refers_to": Bilingual("oriente vers", "refers to"),
    "works_with": Bilingual("travaille avec", "works with"),
    "member_of": Bilingual("est membre de", "is a member of"),
    "trained": Bilingual("a formé", "trained"),
}
TIE_BACKWARD: Mapping[str, Bilingual] = {
    "refers_to": Bilingual("échange des orientations avec", "exchanges referrals with"),
    "works_with": Bilingual("travaille avec", "works with"),
    "member_of": Bilingual("a pour membre", "has as a member"),
    "trained": Bilingual("a été formé par", "was trained by"),
}
NO_DIRECTION = Bilingual("sens non précisé", "direction not stated")
TO_CHECK = Bilingual("à vérifier", "to be checked")
ENDED = Bilingual("projet terminé", "project ended")

NO_NUMBER = Bilingual("aucun numéro connu", "no number known")
PUBLISHED_NUMBER = Bilingual("numéro publié, jamais essayé", "published number, never tried")
PUBLISHED_EMAIL = Bilingual(
    "aucun numéro connu ; adresse publiée, jamais essayée", "no number known; published address, never tried"
)
SEE_ORGANISATION = Bilingual(
    "coordonnées sur la fiche de l'organisation", "contact details on the organisation's page"
)
RECEPTION = Bilingual("standard de l'organisation", "the organisation's main line")
