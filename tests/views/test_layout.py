"""Cards never overlap, stand in their bands, and do not depend on the order in which they come."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

import lipdrift
from lipdrift.views.layout import Box, Placement, landscape, portrait
from lipdrift.views.page.picture import picture

BOXES = st.lists(st.tuples(st.integers(0, 4), st.integers(1, 4)), min_size=1, max_size=40).map(
    lambda found: [Box(f"b{n:02}", column, lines) for n, (column, lines) in enumerate(found)]
)
PAIRS = st.lists(st.tuples(st.integers(0, 39), st.integers(0, 39)), max_size=60)


def overlaps(placement: Placement) -> list[tuple[str, str]]:
    spots = sorted(placement.spots.items())
    return [
        (a, b)
        for i, (a, s) in enumerate(spots)
        for b, t in spots[i + 1 :]
        if abs(s.x - t.x) < (s.width + t.width) / 2 and abs(s.y - t.y) < (s.height + t.height) / 2
    ]


@settings(max_examples=150, deadline=None)
@given(BOXES, PAIRS, st.randoms(use_true_random=False))
def test_laws(boxes: list[Box], pairs: list[tuple[int, int]], random: object) -> None:
    links = [(f"b{a:02}", f"b{b:02}") for a, b in pairs]
    shuffled = list(boxes)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    for place in (landscape, portrait):
        found = place(boxes, links)
        assert found == place(shuffled, list(reversed(links)))
        assert set(found.spots) == {b.id for b in boxes}
        assert overlaps(found) == []
    wide, tall = landscape(boxes, links), portrait(boxes, links)
    for box in boxes:
        left, right = wide.bands[box.column]
        assert left < wide.spots[box.id].x < right
        top, bottom = tall.bands[box.column]
        assert top < tall.spots[box.id].y < bottom


def test_sorting_removes_crossings() -> None:
    boxes = [Box(f"a{n}", 0) for n in range(5)] + [Box(f"b{n}", 1) for n in range(5)]
    links = [(f"a{n}", f"b{4 - n}") for n in range(5)]
    spots = landscape(boxes, links).spots
    order = sorted(range(5), key=lambda n: spots[f"a{n}"].y)
    assert order == sorted(range(5), key=lambda n: spots[f"b{4 - n}"].y)


def test_the_shipped_picture_has_no_overlap() -> None:
    drawn = picture(lipdrift.load().explorer())
    assert len(drawn.wide.spots) >= 30
    assert overlaps(drawn.wide) == []
    assert overlaps(drawn.tall) == []
