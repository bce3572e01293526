"""The answers shown for ten questions are those of the program, and each is of the kind its page says."""

from typing import Any, get_args

import pytest

from api.cli.main import run
from api.use_cases.suggestions import answer_in
from sociogram.directory.packaged import packaged_public_directory
from sociogram.language import Lang
from sociogram.referral.known import NOTHING
from sociogram.referral.network import network_of
from tools.ten_questions import BLOCK, PAGES, QUESTIONS, with_answers


def asked(name: str) -> dict[str, Any]:
    question = QUESTIONS[name]
    return answer_in(question.request, network_of(packaged_public_directory()), "fr", question.known)


def reasons(name: str) -> dict[str, int]:
    return {one["reason"]: one["count"] for one in asked(name)["excluded"]}


@pytest.mark.parametrize("lang", get_args(Lang))
def test_the_pages_show_what_the_program_answers(lang: Lang) -> None:
    page = PAGES[lang].read_text(encoding="utf-8")
    assert with_answers(page, lang) == page, "write them anew: python -m tools.ten_questions"
    assert {name for kind, name, _ in BLOCK.findall(page) if kind == "text answer"} == set(QUESTIONS)


def test_a_command_of_the_page_prints_its_answer(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The blocks are made without a store; typed in a terminal, a command prints the same."""
    monkeypatch.setenv("SOCIOGRAM_STORE", "memory:")
    blocks = {
        (kind, name): text.rstrip("\n")
        for kind, name, text in BLOCK.findall(PAGES["en"].read_text(encoding="utf-8"))
    }
    names = [name for name, question in QUESTIONS.items() if question.known is NOTHING]
    assert len(names) == 10
    for name in names:
        words = blocks[("sh ask", name)].split()
        code = run(words[1:])
        printed = blocks[("text answer", name)]
        assert capsys.readouterr().out.rstrip("\n") == printed, name
        assert code == (0 if "*" in printed else 1), "an empty answer is told by the code"


def test_each_answer_is_of_the_kind_its_page_says() -> None:
    (unsolved,) = asked("aracem")["suggestions"]
    assert (unsolved["hops"], unsolved["contact"]["phone"]) == (3, "+223 44420671")
    assert asked("tonight")["tonight"]["functions"] == []
    assert asked("tonight-with-a-list")["tonight"]["functions"][0]["label"]
    (ejom,) = asked("ejom")["suggestions"]
    assert "intake_yearly" in {one["code"] for one in ejom["reasons"]}
    later = asked("ejom-after-the-call")
    assert later["needs"][0]["next_openings"][0]["opens"] == "2027-03-01"
    assert "snv" not in {one["provider"] for one in later["suggestions"]}
    assert asked("minor")["suggestions"][0]["provider"] == "dnpef"
    assert asked("mopti")["suggestions"] == []
    assert reasons("no-state")["must_not_know"] == 2
    assert reasons("consent")["no_consent"] == 4
    assert {one["people_who_learn"] for one in asked("refused")["suggestions"]} == {0}
    assert asked("street-child")["suggestions"][0]["hops"] == 0
    assert asked("kayes")["suggestions"][0]["provider"] == "ame"


def test_no_state_body_is_in_the_answer_for_whom_none_may_know() -> None:
    organisations = packaged_public_directory().organisations
    for one in asked("no-state")["suggestions"]:
        ways = [one["path"], *(other["path"] for other in one["alternatives"])]
        for step in (step for way in ways for step in way):
            assert organisations[step["actor"]].typology != "institution_publique"
