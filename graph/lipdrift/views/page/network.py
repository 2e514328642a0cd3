"""The picture as a pyvis network. The only module that imports pyvis, and only when a page is drawn."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from lipdrift.views.page.picture import Picture

OPTIONS: dict[str, Any] = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False, "randomSeed": 1},
    "interaction": {"dragNodes": False, "hover": True, "tooltipDelay": 3_600_000, "keyboard": False},
    "edges": {"hidden": True, "smooth": False},
}


def fill(picture: Picture, numbers: Mapping[str, str], context: Mapping[str, object]) -> str:
    """The page's HTML: pyvis holds nodes and edges and renders our own autoescaping template with them."""
    from pyvis.network import Network

    net = Network(directed=True)
    net.options = OPTIONS
    for term in picture.terms:
        spot = picture.wide.spots.get(term.id)
        net.add_node(numbers[term.id], label=term.label, x=spot.x if spot else 0.0, y=spot.y if spot else 0.0)
    for line in picture.lines:
        net.add_edge(numbers[line.tail], numbers[line.head])
    net.templateEnv = Environment(
        loader=PackageLoader("lipdrift.views.page", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    net.path = "page.html.j2"
    net.templateEnv.globals.update(context)
    html: str = net.generate_html()
    return html


def vis_script() -> str:
    """The vis-network library that the pyvis wheel brings."""
    from importlib.resources import files

    return (files("pyvis") / "lib/vis-9.1.2/vis-network.min.js").read_text(encoding="utf-8")
