"""The files of a site: one page for each cause, whatever the causes are called."""

from __future__ import annotations

from pathlib import Path

import lipdrift
from lipdrift.site import LONGEST, page_names

SAME = ["https://a.org/Same", "https://b.org/same", "https://c.org/same-2", "x:원인", "x:까닭", "x:" + "n" * 5000]


def test_each_term_has_a_file_of_its_own_with_a_short_name() -> None:
    names = page_names(SAME)
    assert len(set(names.values())) == len(names) == len(SAME)
    assert all(len(Path(name).stem) <= LONGEST + 5 for name in names.values())
    assert all(Path(name).stem for name in names.values())
    assert page_names(reversed(SAME)) == names


def test_two_causes_of_one_name_get_two_pages(tmp_path: Path) -> None:
    head = "@prefix lip: <https://w3id.org/lipdrift/> .\nlip:LipFillerMigration a lip:Outcome .\n"
    rows = [f"<https://{h}.org/Same> a lip:Cause ; lip:leadsTo lip:LipFillerMigration .\n" for h in "ab"]
    (tmp_path / "o.ttl").write_text(head + "".join(rows))
    site = lipdrift.load(tmp_path / "o.ttl").build(tmp_path / "site")
    pages = [name for name in site.files if name.startswith("causes/")]
    assert pages == ["causes/same-2.html", "causes/same.html"]
    index = (tmp_path / "site" / "index.html").read_text()
    assert all(name in index for name in pages)
