"""Vicious circles are drawn as circles: every card in its order, apart from the others, each line between its own."""

from __future__ import annotations

import re
from dataclasses import replace

from hypothesis import example, given, settings
from hypothesis import strategies as st

import lipdrift
from lipdrift.answers import Loops
from lipdrift.model import Term
from lipdrift.terms import Strength
from lipdrift.views.picture import drawing, to_svg
from lipdrift.views.picture.circles import circle
from lipdrift.views.picture.drawing import CARD_WIDTH
from lipdrift.views.picture.scene import MOST_CARDS, Card, Line, Ring, scene
from lipdrift.views.picture.words import Tongue

EN = Tongue("en")
LOOPS: Loops = lipdrift.load().loops()
CARD = re.compile(r'<rect x="([-\d.]+)" y="([-\d.]+)" width="156" height="([\d.]+)"')
ARC = re.compile(r'<path d="M([-\d.]+) ([-\d.]+)A[\d.]+ [\d.]+ 0 [01] 1 ([-\d.]+) ([-\d.]+)" fill="none"')


def rectangles(ring: Ring) -> list[tuple[float, float, float]]:
    """Left edge, upper edge and height of each card, in their order."""
    found = CARD.findall("".join(circle(ring, EN).parts))
    return [(float(x), float(y), float(height)) for x, y, height in found]


def distance(card: tuple[float, float, float], x: float, y: float) -> float:
    """How far a point is from a card, 0 inside."""
    left, top, height = card
    across = max(left - x, x - left - CARD_WIDTH, 0.0)
    return float((across**2 + max(top - y, y - top - height, 0.0) ** 2) ** 0.5)


def test_each_circle_has_its_cards_in_the_order_of_travel() -> None:
    rings = scene(LOOPS, EN).rings
    assert [[c.term.id for c in ring.cards] for ring in rings] == [
        [s.tail.id for s in loop.steps] for loop in LOOPS.loops
    ]
    assert [ring.said[1] for ring in rings] == [loop.listed for loop in LOOPS.loops]
    assert [ring.said[2] for ring in rings] == ["weakest link: disputed", "weakest link: suggested"]


def test_a_disputed_step_is_double_on_every_circle_it_is_on() -> None:
    disputed = sum(step.disputed for loop in LOOPS.loops for step in loop.steps)
    arcs = [d for d in re.findall(r"<path [^>]*A[^>]*>", to_svg(LOOPS).decode()) if 'stroke="#fff"' in d]
    assert len(arcs) == disputed == 1


def test_circles_that_find_no_room_are_counted() -> None:
    many = replace(LOOPS, loops=LOOPS.loops[1:] * 8)
    assert len(scene(many, EN).rings) == MOST_CARDS // 7
    assert scene(many, EN).notes == ("3 more in the table",)
    assert "8 vicious circles" in to_svg(many).decode()


LABELS = st.lists(st.text("abc 가나", min_size=1, max_size=70), min_size=1, max_size=14)


@settings(max_examples=80, deadline=None)
@example(["a", "a", "a aaaa가가가가가", *"aaaaaaaaaa"])
@given(LABELS)
def test_cards_stand_apart_and_lines_run_from_each_to_the_next(labels: list[str]) -> None:
    cards = tuple(Card(Term(f"t{number}", label, "Event")) for number, label in enumerate(labels))
    after = (*cards[1:], cards[0])
    lines = tuple(Line(a.term.id, b.term.id, Strength.REPORTED) for a, b in zip(cards, after, strict=True))
    ring = Ring(cards, lines, ("Circle 1",))
    found = rectangles(ring)
    assert [height for _, _, height in found] == [drawing.card_height(card, EN) for card in cards]
    for number, (x, y, height) in enumerate(found):
        for a, b, other in found[number + 1 :]:
            assert abs(x - a) >= CARD_WIDTH or y + height <= b or b + other <= y
    made = circle(ring, EN)
    assert all(x >= 0 and x + CARD_WIDTH <= made.width + 0.1 and y >= 0 for x, y, _ in found)
    assert all(y + height <= made.height + 0.1 for _, y, height in found)
    arcs = [tuple(map(float, arc)) for arc in ARC.findall("".join(made.parts))]
    assert len(arcs) == len(cards)
    for number, (ax, ay, bx, by) in enumerate(arcs):
        assert distance(found[number], ax, ay) < 4
        assert distance(found[(number + 1) % len(found)], bx, by) < 16
