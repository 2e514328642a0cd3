"""The bytes of a page: the same each time, closed to the outside, light enough, safe inside a script element."""

from __future__ import annotations

import gzip
import json
import math
import re
from itertools import pairwise
from pathlib import Path

import pytest
from markupsafe import escape

import lipdrift
from lipdrift.site import slug
from lipdrift.terms import KINDS
from lipdrift.views import page
from lipdrift.views.page.data import embedded, payload
from lipdrift.views.page.picture import COLUMNS, picture
from lipdrift.views.page.words import LETTERS, RELATIONS_KO, WORDS

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


def test_summary_claims_are_drawn_as_nothing_but_summaries() -> None:
    roles = {c: line.role for line in picture(KG.explorer()).lines for c in line.claims}
    assert roles["lip:C017"] == "causal"
    assert roles["lip:C016"] == "summary"  # the script draws it only where the filter takes its steps away


def test_nothing_leads_to_the_left_outside_a_circle() -> None:
    drawn = picture(KG.explorer())
    causal = {(line.tail, line.head) for line in drawn.lines if line.role == "causal"}
    ahead: dict[str, set[str]] = {}
    for tail, head in causal:
        ahead.setdefault(tail, set()).add(head)
    placed = {(a, b) for a, b in causal if {a, b} <= set(drawn.columns)}
    back = {(a, b) for a, b in placed if drawn.columns[a] > drawn.columns[b]}
    acting = {(a, b) for a, b in back if drawn.columns[a] == len(COLUMNS) - 1}  # what can be done points at its object
    assert acting == {("lip:BotulinumToxinToTheLip", "lip:FillerPersistence")}
    assert back - acting == {("lip:BlurredVermilionBorder", "lip:RepeatedFillerProcedures")}
    seen, waiting = {"lip:RepeatedFillerProcedures"}, ["lip:RepeatedFillerProcedures"]
    while waiting:
        for other in ahead.get(waiting.pop(), set()) - seen:
            seen.add(other)
            waiting.append(other)
    assert "lip:BlurredVermilionBorder" in seen  # a vicious circle


def test_reviewed_means_a_peer_reviewed_work_or_a_textbook_and_never_an_inference() -> None:
    sources = KG.knowledge.sources
    kinds = {"JournalArticle", "Review", "CaseReport", "Guideline", "Textbook"}
    answers = []
    for line in picture(KG.explorer()).lines:
        claims = [KG.knowledge.claims[c] for c in line.claims]
        expected = any(not c.inferred and {sources[s].kind for s in c.sources} & kinds for c in claims)
        assert line.reviewed is expected, line
        answers.append(expected)
    assert 20 <= sum(answers) < len(answers) - 20


def test_the_arrows_are_the_causal_claims_in_columns_of_one_length() -> None:
    arrows = payload(KG.explorer(), picture(KG.explorer()))["arrows"]
    assert {len(column) for name, column in arrows.items() if name != "needs"} == {len(KG.knowledge.walked())}
    assert arrows["claim"] == sorted(c.id for c in KG.knowledge.walked())
    assert arrows["needs"] == {"lip:C029": [arrows["needs"]["lip:C029"][0]]}


def test_every_kind_has_a_letter_of_its_own_and_every_relation_a_korean_name() -> None:
    assert set(LETTERS) == set(KINDS)
    assert len(set(LETTERS.values())) == len(KINDS)
    relations = {c.relation for c in KG.knowledge.claims.values()}
    assert relations <= set(RELATIONS_KO)
    assert all(len(pair) == 2 and all(pair) for pair in WORDS.values())


def test_no_two_modules_share_a_name_because_they_are_joined_into_one() -> None:
    pattern = re.compile(r"^(?:export )?(?:async )?(?:function|const|let|class) (\w+)", flags=re.MULTILINE)
    names = [name for path in SCRIPTS for name in pattern.findall(path.read_text(encoding="utf-8"))]
    assert len(names) >= 150
    assert sorted(set(names)) == sorted(names)


def test_colours_differ_for_the_colour_blind_as_well() -> None:
    """Column colours seen with a missing cone stay apart from their neighbours in lightness or hue."""
    css = (Path(page.__file__).parent / "style.css").read_text(encoding="utf-8")
    for theme in (css.split("}")[0], css.split("}")[1]):
        found = {n: re.search(rf"--{n}:#(\w{{6}})", theme) for n in COLUMNS}
        seen = {n: m.group(1) for n, m in found.items() if m}
        assert set(seen) == set(COLUMNS)
        for one, other in pairwise(COLUMNS):
            for cone in ("protan", "deutan", "tritan"):
                assert _apart(seen[one], seen[other], cone) >= 18, (one, other, cone)


def _apart(one: str, other: str, cone: str) -> float:
    """The distance of two colours in CIE L*a*b*, after a simulation that drops one cone (Viénot's linear model)."""
    a, b = (_lab(_without(_linear(h), cone)) for h in (one, other))
    return math.dist(a, b)


def _linear(colour: str) -> list[float]:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    return [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]


def _without(rgb: list[float], cone: str) -> list[float]:
    matrices = {
        "protan": ((0.11238, 0.88762, 0.0), (0.11238, 0.88762, 0.0), (0.00401, -0.00401, 1.0)),
        "deutan": ((0.29275, 0.70725, 0.0), (0.29275, 0.70725, 0.0), (-0.02234, 0.02234, 1.0)),
        "tritan": ((1.0, 0.1446, -0.1446), (0.0, 0.8593, 0.1407), (0.0, 0.8593, 0.1407)),
    }
    return [max(0.0, sum(m * v for m, v in zip(row, rgb, strict=True))) for row in matrices[cone]]


def _lab(rgb: list[float]) -> tuple[float, float, float]:
    rows = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
    white = (0.9505, 1.0, 1.089)
    xyz = [sum(m * v for m, v in zip(row, rgb, strict=True)) / w for row, w in zip(rows, white, strict=True)]
    x, y, z = (v ** (1 / 3) if v > 0.008856 else 7.787 * v + 16 / 116 for v in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


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
