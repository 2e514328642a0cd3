"""A profile switches rules off, never without a reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from lipdrift.check.profile import switched_off
from lipdrift.errors import InputError

HEAD = "@prefix lip: <https://w3id.org/lipdrift/> .\n@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"


def profile(folder: Path, text: str) -> list[str]:
    file = folder / "profile.ttl"
    file.write_text(HEAD + text, encoding="utf-8")
    return [str(file)]


def test_rules_are_switched_off_with_their_reason(tmp_path: Path) -> None:
    names = profile(tmp_path, '[] lip:switchesOff "single" , "korean" ;\n rdfs:comment "English\\n only" .')
    assert switched_off(names) == {"korean": "English only", "single": "English only"}
    assert switched_off([]) == {}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('lip:me lip:switchesOff "korean" .', ":3:8: korean is switched off without a reason"),
        ('lip:me rdfs:comment "why" .', "switches no rule off"),
        ('lip:me lip:switchesOff "korean"', "syntax"),
    ],
)
def test_a_wrong_profile_is_refused_with_its_place(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(InputError) as refused:
        switched_off(profile(tmp_path, text))
    assert words in str(refused.value)
    assert "profile.ttl" in str(refused.value)
