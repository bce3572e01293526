"""A question about a hidden row is as much work as one about nothing: hiding slows no answer."""

from collections.abc import Callable

import pytest

from api.cli.demo import demo_store
from api.state import ServerState
from api.use_cases.providers import ProviderQuery, provider_detail, search_page, service_detail
from api.use_cases.suggestions import answer_in
from sociogram.access.viewer import LOCAL_OWNER
from sociogram.directory.packaged import packaged_directory
from sociogram.errors import SociogramError
from sociogram.referral.request import SuggestionRequest
from sociogram.stores.protocol import Store
from tests.api.conftest import NOW
from tests.api.test_hidden_at_the_doors import without_hidden
from tests.work_done import Work, instructions

# As long as the hidden id: only hiding could make a difference.
HIDDEN, ABSENT = "refuge-demo", "xefuge-xemo"
Ask = Callable[[ServerState, str], object]


def suggested(state: ServerState, query: SuggestionRequest) -> object:
    return answer_in(query, state.network(query), "fr")


QUESTIONS: dict[str, Ask] = {
    "provider": lambda state, name: provider_detail(state.directory(), name, "fr"),
    "service": lambda state, name: service_detail(state.directory(), f"{name}--ecoute-1", "fr"),
    "search": lambda state, name: search_page(state.directory(), ProviderQuery(text=name), "fr"),
    "origin": lambda state, name: suggested(state, SuggestionRequest(name, ("ecoute",))),
    "need": lambda state, name: suggested(state, SuggestionRequest("aracem", ("relocalisation_securite",))),
}


def work_of(ask: Ask, store: Store, name: str) -> Work:
    state = ServerState(store=store, clock=lambda: NOW)

    def quietly() -> None:
        try:
            ask(state, name)
        except SociogramError:
            return

    quietly()  # once before, so that what is kept is kept for both
    return instructions(quietly)


@pytest.mark.parametrize("question", QUESTIONS)
def test_hidden_absent_and_never_there_are_the_same_work(question: str) -> None:
    with_it, without_it = demo_store(), demo_store(without_hidden(packaged_directory()))
    ask = QUESTIONS[question]
    hidden = work_of(ask, with_it, HIDDEN)
    assert hidden == work_of(ask, without_it, HIDDEN)
    if question != "search":  # words may begin words of open rows: another word, other work
        assert hidden == work_of(ask, with_it, ABSENT)


def test_these_counts_see() -> None:
    """With the row open the same comparison differs: the tests above can fail."""
    store = demo_store()
    store.grant("organisation", HIDDEN, LOCAL_OWNER.id)
    for question in ("provider", "search", "need"):
        ask = QUESTIONS[question]
        assert work_of(ask, store, HIDDEN) != work_of(ask, demo_store(), HIDDEN), question
