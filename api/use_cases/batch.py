"""Many questions at once: each gets the answer it would get alone, in the network as it stands now."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from api.state import ServerState
from api.use_cases.suggestions import answer_in, dated
from sociogram.errors import SociogramError
from sociogram.language import Lang
from sociogram.referral.request import SuggestionRequest

MOST = 100
"""Questions in one request."""


def answers_in(
    asked: Sequence[Callable[[], SuggestionRequest]], state: ServerState, lang: Lang
) -> list[dict[str, Any]]:
    """Return the answers in the order of the questions; each is made when its turn comes.

    The first one that cannot be asked refuses all, and is named. One that comes twice is looked for once.
    """
    today, known = state.today(), state.known()
    given: dict[SuggestionRequest, dict[str, Any]] = {}
    answers = []
    for number, question in enumerate(asked):
        try:
            query = dated(question(), today)
            if query not in given:
                given[query] = answer_in(query, state.network(query), lang, known)
        except SociogramError as error:
            raise _at(number, error) from None
        answers.append(given[query])
    return answers


def _at(number: int, error: SociogramError) -> SociogramError:
    """Return the same refusal, its place the question it is about."""
    place = f"$.questions[{number}]"
    return replace(error, problems=tuple(replace(problem, place=place) for problem in error.problems))
