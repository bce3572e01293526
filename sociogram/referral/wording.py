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
    "age_match": Bilingual("reçoit {ages}", "receives people {ages}"),
    "language_match": Bilingual("on y parle : {languages}", "languages spoken: {languages}"),
    "checked": Bilingual("vérifié le {checked}", "checked on {checked}"),
    "free_places": Bilingual(
        "places libres : {places_free} ({counted})", "free places: {places_free} ({counted})"
    ),
    "places_to_ask": Bilingual(
        "places libres : {places_free} ({counted}), à redemander",
        "free places: {places_free} ({counted}), ask again",
    ),
    "was_full": Bilingual("plus de place ({counted}), à redemander", "no place left ({counted}), ask again"),
    "said_open": Bilingual(
        "a dit au téléphone être ouvert, le {said}", "said on the telephone to be open, on {said}"
    ),
    "said_closed": Bilingual(
        "a dit au téléphone être fermé, le {said}", "said on the telephone to be closed, on {said}"
    ),
    "no_answer": Bilingual(
        "n'a pas répondu au téléphone, le {said}", "did not answer the telephone, on {said}"
    ),
    "intake": Bilingual(
        "n'inscrit qu'à certaines dates ({intake})", "takes people in at certain dates only ({intake})"
    ),
    "intake_open": Bilingual("inscrit à cette date ({intake})", "takes people in at that date ({intake})"),
    "intake_yearly": Bilingual(
        "inscrit une fois par an, dates non connues : demander la prochaine",
        "takes people in once a year, dates not known: ask for the next one",
    ),
    "opening_hours": Bilingual("horaires : {hours}", "opening hours: {hours}"),
    "open_at_night": Bilingual("noté comme recevant la nuit", "noted as receiving people by night"),
    "missing_papers": Bilingual(
        "papiers demandés qui ne sont pas sous la main ({missing}) : demander si l'on peut venir sans",
        "papers asked for that are not at hand ({missing}): ask whether one may come without",
    ),
    "outcomes": Bilingual(
        "d'après {referrals} de vos orientations, dont {good} ont abouti",
        "from {referrals} of your referrals, {good} of which succeeded",
    ),
}

# Of a discreet service: how it answers for the place asked, without naming its places; no date, no number.
DISCREET_REASONS: Mapping[str, Bilingual] = {
    "place_match": Bilingual("au lieu demandé", "in the place asked"),
    "wider_area": Bilingual(
        "zone plus large, demander si le lieu voulu est couvert",
        "wider area, ask whether the place wanted is covered",
    ),
    "part_of_area": Bilingual(
        "seulement dans une partie du lieu demandé", "only in a part of the place asked"
    ),
    "ended_project": Bilingual(
        "connu par un projet terminé, peut-être arrêté depuis",
        "known from a project that has ended, perhaps stopped since",
    ),
    "checked": Bilingual("vérifié depuis qu'il a été noté", "checked since it was written down"),
    "free_places": Bilingual("des places libres il y a peu", "free places not long ago"),
    "places_to_ask": Bilingual("avait des places libres, à redemander", "had free places, ask again"),
    "was_full": Bilingual("n'avait plus de place, à redemander", "had no place left, ask again"),
    "said_open": Bilingual("a dit au téléphone être ouvert", "said on the telephone to be open"),
    "said_closed": Bilingual("a dit au téléphone être fermé", "said on the telephone to be closed"),
    "no_answer": Bilingual("n'a pas répondu au téléphone", "did not answer the telephone"),
    "outcomes": Bilingual("d'après vos orientations passées", "from your earlier referrals"),
}

# Reasons that call for care; the others speak for the service.
CAUTIONS = frozenset(
    {
        "group_unknown", "wider_area", "part_of_area", "ended_project", "never_checked", "places_to_ask",
        "was_full", "said_closed", "no_answer", "intake", "intake_yearly", "missing_papers",
    }
)  # fmt: skip

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
    "ages": Bilingual("les âges reçus", "the ages received"),
    "night": Bilingual("si l'on y répond la nuit", "whether anybody answers by night"),
}

# reason: (one service, several services); `{count}` is the count of the exclusion.
EXCLUDED: Mapping[str, tuple[Bilingual, Bilingual]] = {
    "must_not_know": (
        Bilingual(
            "1 service écarté pour que l'on n'y sache rien",
            "1 service set aside so that nothing is known there",
        ),
        Bilingual(
            "{count} services écartés pour que l'on n'y sache rien",
            "{count} services set aside so that nothing is known there",
        ),
    ),
    "no_consent": (
        Bilingual(
            "1 service hors de ce que la personne a accepté", "1 service outside what the person agreed to"
        ),
        Bilingual(
            "{count} services hors de ce que la personne a accepté",
            "{count} services outside what the person agreed to",
        ),
    ),
    "wrong_age": (
        Bilingual("1 service pour un autre âge", "1 service for another age"),
        Bilingual("{count} services pour un autre âge", "{count} services for another age"),
    ),
    "outside_intake": (
        Bilingual("1 service hors de sa période d'inscription", "1 service outside its intake period"),
        Bilingual(
            "{count} services hors de leur période d'inscription",
            "{count} services outside their intake period",
        ),
    ),
    "closed_for_now": (
        Bilingual(
            "1 service fermé à cette date, d'après un appel", "1 service closed at that date, says a call"
        ),
        Bilingual(
            "{count} services fermés à cette date, d'après des appels",
            "{count} services closed at that date, say calls",
        ),
    ),
    "full": (
        Bilingual("1 service complet", "1 service full"),
        Bilingual("{count} services complets", "{count} services full"),
    ),
    "closed_at_night": (
        Bilingual("1 service fermé la nuit", "1 service closed by night"),
        Bilingual("{count} services fermés la nuit", "{count} services closed by night"),
    ),
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
    "no_consent": Bilingual(
        "demander à la personne si l'on peut en parler à d'autres",
        "ask the person whether others may be told",
    ),
    "wrong_age": Bilingual(
        "demander à ces services vers qui ils orientent à cet âge",
        "ask these services to whom they refer people of that age",
    ),
    "outside_intake": Bilingual("appeler pour la prochaine inscription", "call about the next intake"),
    "closed_for_now": Bilingual("rappeler à la réouverture", "call again when it opens"),
    "full": Bilingual("appeler pour savoir quand une place se libère", "call to know when a place is free"),
    "closed_at_night": Bilingual("appeler demain", "call tomorrow"),
    "wrong_language": Bilingual("reposer la question sans la langue", "ask again without the language"),
    "unreachable": Bilingual(
        "chercher le service dans l'annuaire et appeler directement",
        "find the service in the directory and call it directly",
    ),
}

NEXT_OPENINGS = Bilingual("Prochaines ouvertures connues : {list}.", "Next openings known: {list}.")
NEXT_OPENING = Bilingual("{provider}, le {day}", "{provider}, on {day}")

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
NOT_DATED = Bilingual(
    "Aucune date n'a été donnée : périodes d'inscription, places et vérifications n'ont pas été comparées à "
    "un jour.",
    "No date was given: intake periods, places and checks were not compared with a day.",
)
GOES_HERSELF = Bilingual(
    "La personne préfère que rien ne soit transmis : lui donner ces adresses, elle y va d'elle-même.",
    "The person wants nothing passed on: give these addresses, and the person goes there alone.",
)
NIGHT_LIST = Bilingual(
    "Cette nuit, d'après la liste de la coordination : {list}.",
    "Tonight, from the coordinator's list: {list}.",
)
NO_NIGHT_LIST = Bilingual(
    "Cette nuit : la liste de la coordination est vide, elle ne nomme personne. Appeler ne coûte rien ; "
    "n'envoyer personne sans réponse.",
    "Tonight: the coordinator's list is empty, it names nobody. Calling costs nothing; send nobody without "
    "an answer.",
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
# The same when all that is known of it is a project that has ended.
TIE_FORWARD_ENDED: Mapping[str, Bilingual] = {
    "refers_to": Bilingual("a orienté vers", "has referred to"),
    "works_with": Bilingual("ont travaillé ensemble", "have worked together"),
    "member_of": Bilingual("a été membre de", "was a member of"),
    "trained": Bilingual("a formé", "trained"),
}
TIE_BACKWARD_ENDED: Mapping[str, Bilingual] = {
    "refers_to": Bilingual("a échangé des orientations avec", "has exchanged referrals with"),
    "works_with": Bilingual("ont travaillé ensemble", "have worked together"),
    "member_of": Bilingual("a eu pour membre", "had as a member"),
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
