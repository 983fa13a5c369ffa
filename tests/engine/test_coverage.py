"""What a story covers: counted from what its file offers."""

from __future__ import annotations

from game.engine.coverage import Wanting, covered, wanting
from game.shelf import find, open_file


def test_a_story_covers_the_signs_steps_and_law_that_its_file_holds() -> None:
    story = open_file(find("trois-semaines-en-aout"), "fr").story
    assert story is not None
    found = covered("trois-semaines-en-aout", *story)
    assert (found.trap, found.verdict, found.relation, found.demand) == (True, False, "stranger", "money")
    assert found.stages == tuple(range(1, 10))
    assert "recruitment" not in found.signs
    assert set(found.steps) == {step.id for step in story[1].steps}
    assert found.law[:3] == ("cyberharassment", "extortion", "blackmail")
    assert "account-access" not in found.law
    assert 8 <= found.words <= 12


def test_what_too_few_stories_have_is_told_with_how_many_are_wanted() -> None:
    story = open_file(find("trois-semaines-en-aout"), "fr").story
    assert story is not None
    found = covered("trois-semaines-en-aout", *story)
    told = wanting([found, found], story[1])
    assert Wanting("recruitment", 0, 2) in told
    assert Wanting("threat", 2, 2) not in told
    assert Wanting("police", 2, 3) in told
    assert Wanting("account-access", 0, 1) in told
    assert wanting([found, found, found], story[1])[-2:] == (
        Wanting("account-access", 0, 1),
        Wanting("identity-theft", 0, 1),
    )
