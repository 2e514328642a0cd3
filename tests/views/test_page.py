"""The bytes of a page: the same each time, closed to the outside, light enough, safe inside a script element."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path

import pytest
from markupsafe import escape

import lipdrift
from lipdrift.site import slug
from lipdrift.views import page
from lipdrift.views.page.data import embedded, payload
from lipdrift.views.page.picture import picture

KG = lipdrift.load()
EXPLORER = page.render(KG.explorer())
SCRIPTS = sorted((Path(page.__file__).parent / "js").glob("*.js"))


def test_same_input_same_bytes() -> None:
    assert page.render(lipdrift.load().explorer()) == EXPLORER


def test_weight_is_within_its_budget() -> None:
    assert len(EXPLORER) <= 900_000
    assert len(gzip.compress(EXPLORER)) <= 260_000


def test_the_policy_allows_only_these_scripts() -> None:
    text = EXPLORER.decode()
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', text)
    assert policy is not None
    assert policy.group(1).replace("&#39;", "'").startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe-eval" not in policy.group(1)
    assert not re.search(r"<(?:script|img|iframe|link)[^>]*\s(?:src|href)=", text)


def test_embedded_json_cannot_leave_its_element() -> None:
    text = embedded({"a": "</script><!--&\u2028\u2029"})
    assert not set("<>&\u2028\u2029") & set(text)
    assert json.loads(text) == {"a": "</script><!--&\u2028\u2029"}
    with pytest.raises(ValueError, match="JSON"):
        embedded(float("nan"))


FORBIDDEN = (
    "innerHTML",
    "outerHTML",
    "insertAdjacentHTML",
    "document.write",
    "eval(",
    "new Function",
    "fetch(",
    "XMLHttp",
)


def test_our_scripts_never_turn_text_into_markup_or_code() -> None:
    assert {p.stem for p in SCRIPTS} == set(page.MODULES)
    found = [(p.name, word) for p in SCRIPTS for word in FORBIDDEN if word in p.read_text(encoding="utf-8")]
    assert found == []


def test_modules_stand_after_those_they_import() -> None:
    for number, name in enumerate(page.MODULES):
        text = next(p for p in SCRIPTS if p.stem == name).read_text(encoding="utf-8")
        needed = set(re.findall(r'^import .* from "\./(\w+)\.js";', text, flags=re.MULTILINE))
        assert needed <= set(page.MODULES[:number]), name


def test_a_treatment_points_at_what_it_acts_on_and_never_leads_to() -> None:
    data = payload(KG.explorer(), picture(KG.explorer()))
    kinds = {n: t["kind"] for n, t in data["terms"].items()}
    acting = [line for line in data["lines"] if kinds[line["a"]] in ("Treatment", "Prevention")]
    assert sum(line["role"] == "opposing" for line in acting) >= 20
    causal = [c for line in acting if line["role"] == "causal" for c in line["claims"]]
    assert causal == ["lip:C184"]  # toxin is said to make filler last longer, and that is disputed
    assert not [line for line in data["lines"] if kinds[line["a"]] == "Sign" and kinds[line["b"]] == "Treatment"]


def test_summary_claims_are_cited_and_not_drawn() -> None:
    explorer = KG.explorer()
    drawn = {c for line in picture(explorer).lines for c in line.claims}
    assert "lip:C017" in drawn
    assert "lip:C016" not in drawn


def test_names_of_files() -> None:
    assert slug("lip:TooShallowInjection") == "too-shallow-injection"
    assert slug("https://example.org/x#A_b") == "a-b"


def test_the_entry_page_has_the_whole_gap_matrix_with_its_caveats() -> None:
    gaps = KG.gaps()
    html = page.render_index(KG.explorer(), {t.id: "causes/x.html" for t in gaps.rows}, KG.info(), gaps).decode()
    cells = re.findall(r'<td class="(\w+)" title="([^"]+)">(.)</td>', html)
    assert len(cells) == 17 * 14
    assert sum(letter == "D" for *_, letter in cells) == gaps.count("direct") == 2
    assert sum(letter == "S" for *_, letter in cells) == gaps.count("steps") == 24
    assert all(str(escape(c.text)) in html for c in gaps.receipt.caveats)
    assert "221 claims from 147 sources, 24 inferences of the curators" in html
    assert 'id="gaps"' not in page.render_index(KG.explorer(), {t.id: "" for t in gaps.rows}, KG.info()).decode()
