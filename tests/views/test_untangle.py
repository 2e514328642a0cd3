"""Exchanging cards removes crossings, keeps leaders above, and does not depend on chance."""

from __future__ import annotations

from lipdrift.views.untangle import Net, untangled

PLACES = {f"{side}{n}": (x * 100.0, n * 10.0) for x, side in enumerate("ab") for n in range(6)}


def net(links: list[tuple[str, str]], above: dict[str, set[str]] | None = None) -> Net:
    return Net(dict(PLACES), links, above or {})


def test_crossed_lines_become_straight() -> None:
    links = [(f"a{n}", f"b{5 - n}") for n in range(6)]
    crossed = net(links)
    assert crossed.cost(list(PLACES))[0] == 15
    left, right = untangled([[f"a{n}" for n in range(6)], [f"b{n}" for n in range(6)]], crossed)
    assert [f"b{5 - int(i[1])}" for i in left] == right
    assert crossed.cost(list(PLACES)) == (0, 600.0)


def test_a_leader_stays_above_what_it_leads_to() -> None:
    links = [("a0", "a1"), ("a0", "b5"), ("a1", "b0")]
    left, _ = untangled([[f"a{n}" for n in range(6)], [f"b{n}" for n in range(6)]], net(links, {"a1": {"a0"}}))
    assert left.index("a0") < left.index("a1")


def test_the_same_cards_get_the_same_places() -> None:
    links = [(f"a{n}", f"b{(n * 5) % 6}") for n in range(6)] + [("a0", "b3"), ("a4", "b1")]
    columns = [[f"a{n}" for n in range(6)], [f"b{n}" for n in range(6)]]
    assert untangled(columns, net(links)) == untangled(columns, net(links))
