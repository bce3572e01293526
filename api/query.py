"""What may stand behind the question mark of an address: the parameters of its route, and the language."""

from typing import Annotated

from fastapi import Query, Request
from fastapi.dependencies.utils import get_flat_params

from sociogram.errors import BadInput, Problem
from sociogram.language import Bilingual, Lang

_SAYS = Bilingual("l'adresse a un paramètre inconnu.", "the address has an unknown parameter.")
_REMEDY = Bilingual("Voir les paramètres dans /docs.", "See the parameters in /docs.")


async def known_query(
    request: Request,
    lang: Annotated[Lang | None, Query(description="fr, en; else Accept-Language, else fr")] = None,
) -> None:
    """Refuse a parameter the route does not know: a misspelt one must not be passed over.

    Waits for nothing: being `async` spares each request the way to another thread and back.
    """
    asked = set(request.query_params) - {"lang"}
    if not asked:
        return
    declared = get_flat_params(request.scope["route"].dependant)
    # The route's own dependant does not hold what its router asks for: the language is named here.
    if not asked <= {field.alias for field in declared}:
        raise BadInput((Problem("unknown_parameter", _SAYS, _REMEDY),))
