"""All weights stand in one file, are checked when read, and are the contract's."""

import math
from dataclasses import replace
from importlib.resources import files
from typing import Any

import pytest

from sociogram.directory.directory import Directory
from sociogram.directory.packaged import packaged_public_directory
from sociogram.directory.rows import Organisation, Relation, Service
from sociogram.referral.network import network_of
from sociogram.referral.outcome_rate import beta_quantile
from sociogram.referral.request import SuggestionRequest
from sociogram.referral.suggest import suggest
from sociogram.referral.tie_cost import NANO, tie_cost
from sociogram.referral.weights import read_weights, weights

TEXT = files("sociogram.referral").joinpath("weights.toml").read_text(encoding="utf-8")


def test_the_weights_are_those_of_the_contract() -> None:
    found = weights()
    assert found.tie == {"refers_to": 0.8, "works_with": 0.7, "member_of": 0.5, "trained": 0.5}
    assert (found.per_hop, found.confidential, found.ended_tie) == (0.25, 0.5, 0.5)
    assert math.isclose(sum(found.endpoint.values()), 1)
    assert found.endpoint_share == 0.6


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("need_match = 0.30", "need_match = 0.31"),
        ("need_match = 0.30", ""),
        ("refers_to = 0.8", "refers_to = 0"),
        ("refers_to = 0.8", 'refers_to = "0.8"'),
        ("refers_to = 0.8", "refers_to = true"),
        ("refers_to = 0.8", "refers_to = 0.8\nfunds = 0.1"),
        ("per_hop = 0.25", "per_hop = -0.25"),
        ("per_hop = 0.25", "per_hop = nan"),
        ("endpoint = 0.6", "endpoint = 1.6"),
        ("ended_project = 0.5", "ended_project = 0"),
        ("places_days = 14", "places_days = 0"),
        ("closed_days = 60", "closed_days = 4000"),
        ("open_days = 30", ""),
        ("quantile = 0.2", "quantile = 1"),
        ("prior_good = 1.0", "prior_good = 0"),
    ],
)
def test_a_wrong_weight_is_refused_by_name(old: str, new: str) -> None:
    assert old in TEXT
    with pytest.raises(ValueError, match=r"weights\.toml"):
        read_weights(TEXT.replace(old, new))


@pytest.mark.parametrize(
    ("kind", "status", "weight"),
    [
        ("refers_to", "non_date", 0.8),
        ("works_with", "non_date", 0.7),
        ("member_of", "projet_termine", 0.25),
        ("trained", "non_date", 0.5),
        ("refers_to", "projet_termine", 0.4),
        ("refers_to", "prevu", None),
        ("works_with", "historique", None),
        ("works_with", "arrete", None),
        ("funds", "non_date", None),
    ],
)
def test_what_a_tie_carries(kind: str, status: str, weight: float | None) -> None:
    tie = Relation("t", "t", "a", "b", kind, status=status)  # type: ignore[arg-type]
    expected = None if weight is None else pytest.approx((-math.log(weight) + 0.25) * NANO, abs=2)
    assert tie_cost(tie, weights()) == expected


def test_the_cost_of_a_tie_is_the_contract_s_to_a_nano_unit() -> None:
    open_tie = Relation("t", "t", "a", "b", "refers_to")
    ended = replace(open_tie, status="projet_termine")
    plain = tie_cost(open_tie, weights())
    assert plain == round((-math.log(0.8) + 0.25) * NANO)
    assert tie_cost(ended, weights()) == pytest.approx((-math.log(0.4) + 0.25) * NANO, abs=1)
    assert tie_cost(open_tie, weights(), confidential=True) == plain + NANO // 2
    assert tie_cost(replace(open_tie, kind="funds"), weights()) is None


def test_equal_chances_cost_the_same_integer_in_whatever_order() -> None:
    def cost(kind: Any, *, ended: bool) -> int:
        found = tie_cost(
            Relation("t", "t", "a", "b", kind, status="projet_termine" if ended else "non_date"), weights()
        )
        assert found
        return found

    assert cost("refers_to", ended=False) + cost("works_with", ended=True) == (
        cost("refers_to", ended=True) + cost("works_with", ended=False)
    )
    assert cost("member_of", ended=False) == cost("trained", ended=False)


def small(ties: list[Relation], services: dict[str, str]) -> Directory:
    mali = packaged_public_directory()
    names = sorted({end for tie in ties for end in (tie.from_id, tie.to_id)} | set(services.values()))
    return Directory(
        {name: Organisation(name, name) for name in names},
        {key: Service(key, owner, "sante") for key, owner in sorted(services.items())},
        {tie.id: tie for tie in ties},
        mali.places,
        mali.terms,
    )


def test_at_equal_chances_the_direct_call_comes_first() -> None:
    """Half times half is a quarter: with no price on a hop both ways cost the same, and the shorter leads."""
    free = replace(
        weights(), per_hop=0.0, tie={"refers_to": 0.5, "works_with": 0.25, "member_of": 0.5, "trained": 0.5}
    )
    ties = [
        Relation("t1", "", "a", "b", "refers_to"),
        Relation("t2", "", "b", "c", "refers_to"),
        Relation("t3", "", "a", "d", "works_with"),
    ]
    directory = small(ties, {"s-far": "c", "s-near": "d"})
    answer = suggest(network_of(directory, using=free), SuggestionRequest("a", ("sante",)))
    assert [(one.service.id, one.hops) for one in answer.suggestions] == [("s-near", 1), ("s-far", 2)]
    assert answer.suggestions[0].score == answer.suggestions[1].score


def test_a_restricted_tie_between_public_organisations_stays_out_of_the_shared_arrays() -> None:
    ties = [
        Relation("t1", "", "a", "b", "refers_to", sensitivity="restreint"),
        Relation("t2", "", "a", "b", "member_of"),
    ]
    granted = network_of(small(ties, {"s": "b"}))
    public = network_of(small(ties[1:], {"s": "b"}))
    assert granted.snapshot == public.snapshot
    assert [path.path[1].tie.id for path in suggest(granted, ask()).suggestions if path.path[1].tie] == ["t1"]
    assert [path.path[1].tie.id for path in suggest(public, ask()).suggestions if path.path[1].tie] == ["t2"]


@pytest.mark.parametrize(
    ("a", "b", "exact"),
    [
        (1, 1, 0.2),
        (2, 1, 0.2**0.5),
        (1, 2, 1 - 0.8**0.5),
        (3, 1, 0.2 ** (1 / 3)),
        (1, 40, 1 - 0.8 ** (1 / 40)),
    ],
)
def test_the_quantile_of_a_beta_is_the_one_known_in_closed_form(a: float, b: float, exact: float) -> None:
    assert beta_quantile(0.2, a, b) == pytest.approx(exact, abs=1e-12)


def test_between_the_ends_the_quantile_of_a_beta_solves_its_polynomial() -> None:
    x = beta_quantile(0.2, 2, 2)
    assert 3 * x**2 - 2 * x**3 == pytest.approx(0.2, abs=1e-12)


def ask() -> SuggestionRequest:
    return SuggestionRequest("a", ("sante",))
