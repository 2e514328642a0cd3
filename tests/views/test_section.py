"""The lip section: what it draws follows the ontology, what it lists is claimed, its bytes are light and the same."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

import lipdrift
from lipdrift.answers import Explorer
from lipdrift.model import Claim, Term
from lipdrift.terms import Strength
from lipdrift.views import page
from lipdrift.views.page.section import section, shape
from lipdrift.views.page.section.anatomy import Anatomy, anatomy
from lipdrift.views.page.section.curves import along
from lipdrift.views.page.section.drawing import placed
from lipdrift.views.page.section.labels import GAP, LINE, Label
from lipdrift.views.page.section.regions import core_of, regions

KG = lipdrift.load()
EXPLORER = KG.explorer()
SECTION = section(EXPLORER)
TERMS = {t.id: t for t in EXPLORER.terms}
CLAIMS = {c.id: c for c in EXPLORER.claims}
LAYERS = [t.label for t in sorted((t for t in EXPLORER.terms if t.layer), key=lambda t: t.layer or 0)]
PAGE = Path(page.__file__).parent


def changed(
    terms: Mapping[str, Term | None] | None = None, claims: Mapping[str, Claim | None] | None = None
) -> Explorer:
    """The explorer with some terms and claims replaced, or taken out where the value is None."""
    new_terms = [(terms or {}).get(t.id, t) for t in EXPLORER.terms]
    new_claims = [(claims or {}).get(c.id, c) for c in EXPLORER.claims]
    return replace(EXPLORER, terms=tuple(t for t in new_terms if t), claims=tuple(c for c in new_claims if c))


def parsed(svg: str) -> ET.Element:
    return ET.fromstring(svg)


def drawn(svg: str) -> dict[str, ET.Element]:
    """Region id to its element."""
    found = [g for g in parsed(svg).iter("g") if "sec-region" in g.get("class", "")]
    assert len({g.get("data-region") for g in found}) == len(found)
    return {g.get("data-region", ""): g for g in found}


def test_same_input_same_bytes_and_within_its_weight() -> None:
    again = section(lipdrift.load().explorer())
    assert (again.svg, again.figure) == (SECTION.svg, SECTION.figure)
    assert len(SECTION.svg.encode()) <= 25_000
    script = re.sub(r"/\*\*.*?\*/ ?", "", (PAGE / "js/section.js").read_text(encoding="utf-8"), flags=re.DOTALL)
    assert len(script.encode()) <= 8_000


def test_the_picture_has_a_title_a_description_and_prefixed_ids() -> None:
    svg = parsed(SECTION.svg)
    assert svg.get("aria-labelledby") == "sec-title"
    assert ", ".join(LAYERS) in (svg.findtext("desc") or "")
    assert "not to scale" in (svg.findtext("desc") or "")
    assert any(t.text == "Schematic, not to scale" for t in svg.iter("text"))
    ids = [e.get("id", "") for e in svg.iter() if e.get("id")]
    assert len(ids) >= 9
    assert all(i.startswith("sec-") for i in ids)
    assert len(set(ids)) == len(ids)


def test_the_order_of_the_layers_is_the_ontologys() -> None:
    assert LAYERS == [
        "cutaneous upper lip",
        "superficial lip fat",
        "orbicularis oris",
        "submuscular lip fat",
        "labial mucosa",
    ]
    two, four = "lip:SuperficialLipFat", "lip:SubmuscularLipFat"
    swapped = section(changed({two: replace(TERMS[two], layer=4), four: replace(TERMS[four], layer=2)}))
    stops = [s["places"][0] for s in swapped.data["stops"] if s["places"]]
    assert stops.index(four) < stops.index(two)
    before, after = drawn(SECTION.svg), drawn(swapped.svg)
    shapes = [[g.find("path[@class='sec-shape']").get("d") for g in (d[two], d[four])] for d in (before, after)]  # type: ignore[union-attr]
    assert shapes[0] == shapes[1][::-1]


def test_a_layer_more_or_fewer_is_drawn_without_a_change_of_code() -> None:
    more = replace(TERMS["lip:SubmuscularLipFat"], id="lip:Another", label="another layer", layer=5)
    deepest = replace(TERMS["lip:LabialMucosa"], layer=6)
    grown = replace(changed({"lip:LabialMucosa": deepest}), terms=(*changed({"lip:LabialMucosa": deepest}).terms, more))
    assert "lip:Another" in drawn(section(grown).svg)
    fewer = section(changed({"lip:SubmuscularLipFat": None}))
    assert "lip:SubmuscularLipFat" not in drawn(fewer.svg)
    assert "lip:OrbicularisOris" in drawn(fewer.svg)


def test_without_layers_there_is_no_picture() -> None:
    bare = section(replace(EXPLORER, terms=tuple(replace(t, layer=None) for t in EXPLORER.terms)))
    assert (bare.svg, bare.data, bare.figure) == ("", {}, "")


def test_layers_lie_inside_the_lip_one_behind_the_other() -> None:
    core = core_of(anatomy(EXPLORER))
    assert core.count == 3
    checked = 0
    for u in (0.0, 2.5, 5.0, 7.5, 9.0, 10.0, 11.0, 12.0):
        row = [shape.outer(u), *(core.edge(i, u) for i in range(core.count + 1)), shape.inner(u)]
        way = [(x - row[0][0]) * (row[-1][0] - row[0][0]) + (y - row[0][1]) * (row[-1][1] - row[0][1]) for x, y in row]
        assert way == sorted(way), u
        checked += len(way)
    assert checked == 48


def test_the_deep_fat_ends_in_front_at_the_wet_dry_border_and_the_muscle_before_it() -> None:
    core, margin = core_of(anatomy(EXPLORER)), along(shape.OUTER, shape.MARGIN)
    end = core.edge(2, shape.MARGIN)
    assert abs(end[0] - margin[0]) + abs(end[1] - margin[1]) < 8
    assert core.edge(1, shape.TIP) == pytest.approx(core.edge(2, shape.TIP))
    assert core.edge(1, shape.TIP)[1] < margin[1] - 10  # both fats meet below it


def test_every_region_is_named_in_both_languages_and_drafts_are_marked() -> None:
    texts = ["".join(t.itertext()) for t in parsed(SECTION.svg).iter("text")]
    squeezed = {re.sub(r"\s", "", t) for t in texts}
    shortened = {i for i in drawn(SECTION.svg) if TERMS[i].shape == "muscle part"}
    assert len(shortened) == 2
    for region in set(drawn(SECTION.svg)) - shortened:
        term = TERMS[region]
        for lang in ("en", "ko"):
            name = re.sub(r"\s", "", term.labels[lang]) + ("*" if lang in term.drafts else "")
            assert name in squeezed, name
    assert {"parsmarginalis", "변연부*", "parsperipheralis", "주변부*"} <= squeezed
    assert len(drawn(SECTION.svg)) == 22


def test_what_is_drawn_without_a_claim_of_its_place_is_dashed() -> None:
    dashed = {i for i, g in drawn(SECTION.svg).items() if "sec-dashed" in g.get("class", "")}
    assert dashed == {
        "lip:SuperficialPlane",
        "lip:SubcutaneousLayer",
        "lip:IntramuscularPlane",
        "lip:SubmucosalPlane",
        "lip:LipBody",
        "lip:InferiorLabialArtery",
    }
    placed_by = replace(
        CLAIMS["lip:C062"],
        id="lip:X1",
        subject="lip:IntramuscularPlane",
        relation="lip:partOf",
        object="lip:OrbicularisOris",
    )
    claimed = section(replace(EXPLORER, claims=(*EXPLORER.claims, placed_by)))
    assert "sec-dashed" not in drawn(claimed.svg)["lip:IntramuscularPlane"].get("class", "")


def _artery(explorer: Explorer) -> tuple[str, str]:
    """The full ring and the empty ones of the upper artery, as path data."""
    group = drawn(section(explorer).svg)["lip:SuperiorLabialArtery"]
    rings = {p.get("class"): p.get("d", "") for p in group.iter("path")}
    return rings["sec-shape"], rings.get("sec-also", "")


def test_the_artery_lies_where_its_claims_say() -> None:
    assert CLAIMS["lip:C073"].object == "lip:SubmucosalPlane"
    assert CLAIMS["lip:C075"].object == "lip:IntramuscularPlane"
    submucosal, intramuscular = _artery(EXPLORER)
    assert float(submucosal[1:].split(",")[0]) > float(intramuscular[1:].split(",")[0]) + 15
    assert _artery(changed(claims={"lip:C075": None})) == (submucosal, "")
    assert _artery(changed(claims={"lip:C073": None})) == (intramuscular, "")
    assert SECTION.data["regions"]["lip:SuperiorLabialArtery"]["claims"] == ["lip:C073", "lip:C074", "lip:C075"]
    weaker = replace(CLAIMS["lip:C073"], strength=Strength.SUGGESTED)
    assert _artery(changed(claims={"lip:C073": weaker})) == (intramuscular, submucosal)


@pytest.mark.parametrize("language", ["en", "ko"])
def test_labels_stand_apart_and_inside_the_picture(language: str) -> None:
    known = anatomy(EXPLORER)
    labels = placed(regions(known), known)
    assert len(labels) == 18
    for side in (True, False):
        column = sorted((label for label in labels if label.left is side), key=lambda label: label.y)
        for above, below in pairwise(column):
            assert _bottom(above, language) <= below.y - len(below.lines[language]) * LINE / 2 + 0.01
        assert column[0].y - column[0].height / 2 > 14
    needle = shape.outer(shape.NEEDLE)[1]
    assert not [label for label in labels if label.left and abs(label.y - needle) < label.height / 2 + 8]
    assert GAP > 0


def _bottom(label: Label, language: str) -> float:
    return label.y + len(label.lines[language]) * LINE / 2


def test_every_term_with_a_drawn_place_lights_it_and_inferences_are_told() -> None:
    lit = SECTION.data["sites"]
    regions_drawn = set(SECTION.data["regions"])
    sitting = [t for t in EXPLORER.terms if set(t.sites) & regions_drawn and t.id not in regions_drawn]
    assert len(sitting) >= 17
    for term in sitting:
        found = dict(map(tuple, lit[term.id]))
        for site in set(term.sites) & regions_drawn:
            assert found[site] is (site in term.inferred_sites), term.id
    assert lit["lip:TooShallowInjection"] == [["lip:SuperficialPlane", True]]
    assert ["lip:CutaneousUpperLip", True] in lit["lip:MoustacheShadow"]
    assert lit["lip:LipTenting"] == [["lip:IntramuscularPlane", False]]
    assert [r for r, _ in lit["lip:ExcessiveFillerVolume"]] == ["lip:LowerLip", "lip:UpperLip", "lip:Vermilion"]
    assert "lip:TooDeepInjection" not in lit  # the ontology gives it no place


def test_the_needle_goes_inward_and_lists_only_what_the_data_says() -> None:
    stops = SECTION.data["stops"]
    assert [s["at"][0] for s in stops] == sorted(s["at"][0] for s in stops)
    assert stops[0]["places"] == []
    layers = [TERMS[p].label for s in stops for p in s["places"] if TERMS[p].layer]
    assert layers == LAYERS
    listed = 0
    for stop in stops:
        for entry in stop["here"]:
            term, listed = TERMS[entry["term"]], listed + 1
            assert term.kind not in ("Structure", "InjectionLayer") or term.shape == "vessel"
            sits = term.shape != "vessel" and set(term.sites) & set(stop["places"])
            assert entry["sits"] is bool(sits)  # a vessel is a place itself: its claims say in which plane it lies
            assert not entry["inferred"] or set(term.inferred_sites) & set(stop["places"])
            for claim, *told in entry["claims"]:
                said = CLAIMS[claim]
                assert {said.subject, said.object} == {term.id, *({said.subject, said.object} & set(stop["places"]))}
                assert told[0] == said.subject
                assert said.supported
            assert entry["sits"] or entry["claims"]
    assert listed >= 18
    shallow = next(s for s in stops if "lip:SuperficialPlane" in s["places"])
    assert shallow["here"][0] == {"term": "lip:TooShallowInjection", "sits": True, "inferred": True, "claims": []}
    deep = next(s for s in stops if "lip:SubmucosalPlane" in s["places"])
    assert deep["vessels"] == ["lip:SuperiorLabialArtery"]
    assert "lip:C085" in {c[0] for e in deep["here"] for c in e["claims"]}


def test_the_vascular_caveat_stands_beside_the_slider_and_no_slider_without_it() -> None:
    caveat = next(c for c in EXPLORER.caveats if c.id == "lip:caveat-vascular-depth")
    start, end = SECTION.figure.index('class="sec-probe"'), SECTION.figure.index("<details")
    probe = SECTION.figure[start:end]
    assert 'type="range"' in probe
    assert all(text in probe for text in caveat.texts.values())
    assert 'aria-describedby="sec-caveat"' in probe
    without = section(replace(EXPLORER, caveats=tuple(c for c in EXPLORER.caveats if c.id != caveat.id)))
    assert without.svg
    assert without.data["stops"] == []
    assert 'type="range"' not in without.figure


def test_filler_goes_only_where_a_claim_says_that_it_goes() -> None:
    goals = {(c.subject, c.object): c.id for c in EXPLORER.claims if c.relation == "lip:movesTo"}
    assert set(goals.values()) == {"lip:C031", "lip:C032"}
    stories = {s.cause.id: s for s in EXPLORER.stories}
    assert SECTION.data["journeys"]["lip:ExcessiveFillerVolume"][0][1] == CLAIMS["lip:C032"].sites[0]
    assert SECTION.data["journeys"]["lip:TooShallowInjection"][0] == [0, "lip:SuperficialPlane", "lip:SuperficialPlane"]
    moved = 0
    for cause, legs in SECTION.data["journeys"].items():
        assert legs[0][0] == 0
        for step, before, after in legs[1:]:
            told = stories[cause].steps[step].terms
            assert (before, after) == (legs[0][1], "lip:CutaneousUpperLip")
            assert any((t, after) in goals for t in told), (cause, step)
            moved += 1
    assert moved == len(SECTION.data["journeys"]) == 6
    assert "lip:Gravity" not in SECTION.data["journeys"]  # nobody describes its steps


def test_the_figure_tells_what_each_part_rests_on_and_what_is_missing() -> None:
    text = re.sub(r"<script.*?</script>|<svg.*?</svg>", "", SECTION.figure, flags=re.DOTALL)
    for claim in ("C061", "C062", "C063", "C068", "C069", "C073", "C074", "C075"):
        assert f"[{claim}," in text
    assert "Cupid&#39;s bow" in text
    assert "modiolus" in text
    assert not re.search(r"\d\s*(?:ml|cc|units?|IU|U)\b", text)


def test_hostile_text_stays_text() -> None:
    evil = "<img src=x onerror=hit()>\u202e</script> " + "word " * 60
    terms = {t.id: replace(t, label=evil, labels={"en": evil, "ko": evil}) for t in EXPLORER.terms}
    claims = {c.id: replace(c, comment=evil, qualifier=evil) for c in EXPLORER.claims}
    caveats = tuple(replace(c, texts={"en": evil, "ko": evil}) for c in EXPLORER.caveats)
    made = section(replace(changed(terms, claims), caveats=caveats))
    assert {e.tag for e in parsed(made.svg).iter()} == {e.tag for e in parsed(SECTION.svg).iter()}
    assert "<img" not in made.figure
    assert made.figure.count("</script>") == 1
    assert "\u202e" not in made.figure
    assert "onerror" in made.svg


def test_a_circle_of_parts_does_not_go_round_for_ever() -> None:
    part = CLAIMS["lip:C070"]
    back = replace(part, id="lip:X2", subject=part.object, object="lip:IntralabialSepta")
    assert section(replace(EXPLORER, claims=(*EXPLORER.claims, back))).svg


def test_no_name_of_anatomy_is_written_in_the_code() -> None:
    code = "".join(p.read_text(encoding="utf-8") for p in sorted((PAGE / "section").glob("[a-z]*.py")))
    code += (PAGE / "js/section.js").read_text(encoding="utf-8")
    korean = {t.labels["ko"] for t in anatomy(EXPLORER).places.values() if len(t.labels["ko"]) > 2}
    assert len(korean) >= 20
    assert [k for k in korean if k in code] == []
    assert isinstance(anatomy(EXPLORER), Anatomy)
