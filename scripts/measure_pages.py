#!/usr/bin/env python3
"""Measures every row of the pages' budget on the built pages and prints the table; exit code 1 where a bar breaks.

python3 scripts/measure_pages.py [FOLDER]     (default: a fresh build in a temporary folder)
"""

from __future__ import annotations

import gzip
import hashlib
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
STORY = "#v=1&cause=lip:ExcessiveFillerVolume&step=3"
STATES = ("", STORY, "#v=1&node=lip:TissueStretching")
SIZES = ((1440, 900), (390, 844))
HOSTILE = ("<img src=x onerror=window.hit=1>", "</script><script>window.hit=1</script>", "javascript:window.hit=1")


@dataclass(frozen=True)
class Row:
    """One line of the table: what, the bar, what was measured, whether it holds."""

    what: str
    bar: str
    found: str
    holds: bool


class Bench:
    """A browser and a built site."""

    def __init__(self, browser: Any, site: Path) -> None:
        self.browser = browser
        self.site = site

    @contextmanager
    def opened(self, name: str, size: tuple[int, int] = (1440, 900), slow: int = 1, **options: Any) -> Iterator[Any]:
        """A page of the site, or of another folder, with what it asked for and complained of in ``page.noted``."""
        folder = options.pop("folder", self.site)
        context = self.browser.new_context(viewport={"width": size[0], "height": size[1]}, **options)
        page = context.new_page()
        page.noted = []
        page.on("request", lambda r: None if r.url.startswith(("file:", "data:")) else page.noted.append(r.url))
        page.on("console", lambda m: page.noted.append(m.text) if m.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: page.noted.append(str(error)))
        if slow > 1:
            context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slow})
        page.goto(f"file://{folder}/{name}")
        page.wait_for_selector("html[data-ready]", state="attached")
        try:
            yield page
        finally:
            context.close()


def weight(bench: Bench) -> list[Row]:
    """Bytes of the heaviest page, raw and packed."""
    pages = [p.read_bytes() for p in sorted(bench.site.glob("**/*.html"))]
    raw, packed = max(map(len, pages)), max(len(gzip.compress(p)) for p in pages)
    return [
        Row(
            "page weight, raw / gzip",
            "900 / 260 KB",
            f"{raw / 1e3:.0f} / {packed / 1e3:.0f} KB",
            raw <= 9e5 and packed <= 2.6e5,
        )
    ]


def silence(bench: Bench) -> list[Row]:
    """Requests, console errors and policy reports of every page in every state."""
    noted: list[str] = []
    names = ["explorer.html" + s for s in STATES]
    names += [f"causes/{p.name}" for p in sorted((bench.site / "causes").glob("*.html"))]
    for name in names:
        with bench.opened(name) as page:
            noted += page.noted
    return [Row("requests; console errors; CSP reports", "0", f"{len(noted)} on {len(names)} views", not noted)]


def speed(bench: Bench) -> list[Row]:
    """Time from navigation to ``data-ready`` (median of five), and of one story step (the slowest of a story)."""
    rows = []
    for slow, bar in ((1, 600), (4, 2000)):
        times = []
        for _ in range(5):
            with bench.opened("explorer.html", slow=slow) as page:
                times.append(page.evaluate("lipdrift.readyAt"))
        found = statistics.median(times)
        rows.append(Row(f"interactive, CPU ×{slow}", f"{bar} ms", f"{found:.0f} ms", found <= bar))
    with bench.opened("explorer.html#v=1&cause=lip:RepeatedFillerProcedures&step=1", reduced_motion="reduce") as page:
        steps = page.evaluate("""async () => {
            const times = [];
            for (let i = 0; i < 12; i += 1) {
                const start = performance.now();
                document.dispatchEvent(new KeyboardEvent("keydown", { key: " ", bubbles: true }));
                await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
                times.push(performance.now() - start);
            }
            return times;
        }""")
        count = page.evaluate("Object.keys(lipdrift.data.terms).length")
    rows.append(
        Row(
            f"story step at {count} terms, slowest / median",
            "100 ms",
            f"{max(steps):.0f} / {statistics.median(steps):.0f} ms",
            max(steps) <= 100,
        )
    )
    return rows


def access(bench: Bench) -> list[Row]:
    """axe-core: violations of A, AA and best practice over sizes, languages, themes and states."""
    from axe_playwright_python.sync_playwright import Axe

    found: list[str] = []
    views = [
        (size, lang, theme, state)
        for size in SIZES
        for lang in ("en", "ko")
        for theme in ("light", "dark")
        for state in STATES
    ]
    for size, lang, theme, state in views:
        link = f"{state or '#v=1'}&lang={lang}&theme={theme}"
        with bench.opened("explorer.html" + link, size, bypass_csp=True, reduced_motion="reduce") as page:
            page.wait_for_timeout(150)
            found += [f"{v['id']} in {size[0]} {link}" for v in Axe().run(page).response["violations"]]
    for one in sorted(set(found)):
        print("  axe:", one)
    return [Row(f"axe violations over {len(views)} views", "0", str(len(found)), not found)]


def hostile(bench: Bench) -> list[Row]:
    """Labels that want to run, with and without the policy."""
    import lipdrift
    from lipdrift.views import page as pages

    clean = lipdrift.load().explorer()
    bad = [HOSTILE[n % 3] for n in range(len(clean.terms) + len(clean.claims))]
    terms = tuple(replace(t, label=bad[n], labels={"en": bad[n]}, definition=bad[n]) for n, t in enumerate(clean.terms))
    claims = tuple(replace(c, comment=bad[n]) for n, c in enumerate(clean.claims))
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "hostile.html").write_bytes(pages.render(replace(clean, terms=terms, claims=claims)))
        hits = 0
        for bypass in (False, True):
            for state in (*STATES, "#v=1&cause=lip:Gravity&step=2&vs=lip:TooDeepInjection", "#v=1&without=lip:Gravity"):
                with bench.opened("hostile.html" + state, folder=folder, bypass_csp=bypass) as page:
                    hits += page.evaluate("Number(window.hit || 0)")
    return [Row("hostile labels executed, CSP on and off", "0", str(hits), hits == 0)]


def drawing(bench: Bench) -> list[Row]:
    """Overlaps, backward arrows, crossings beside those of Graphviz where it is installed."""
    import lipdrift
    from lipdrift.views.page.picture import picture

    drawn = picture(lipdrift.load().explorer())
    spots = sorted(drawn.wide.spots.items())
    over = sum(
        abs(s.x - t.x) < (s.width + t.width) / 2 and abs(s.y - t.y) < (s.height + t.height) / 2
        for i, (_, s) in enumerate(spots)
        for _, t in spots[i + 1 :]
    )
    causal = sorted({(line.tail, line.head) for line in drawn.lines if line.role == "causal"})
    placed = [(a, b) for a, b in causal if a in drawn.columns and b in drawn.columns]
    back = [(a, b) for a, b in placed if drawn.columns[a] > drawn.columns[b] and drawn.columns[a] < 4]
    outside = [(a, b) for a, b in back if not _leads(placed, b, a)]
    ours = _crossings(placed, {i: (s.x, s.y) for i, s in spots})
    rows = [
        Row(
            "card overlaps; arrows backwards outside circles",
            "0; 0",
            f"{over}; {len(outside)}",
            not over and not outside,
        )
    ]
    theirs = _dot(placed, drawn.columns)
    bar = f"{1.15 * theirs:.0f} (dot {theirs})" if theirs is not None else "dot is not installed"
    return [*rows, Row("crossings of causal arrows", bar, str(ours), theirs is None or ours <= 1.15 * theirs)]


def _leads(links: list[tuple[str, str]], start: str, end: str) -> bool:
    seen, waiting = {start}, [start]
    while waiting:
        at = waiting.pop()
        for other in {b for a, b in links if a == at} - seen:
            seen.add(other)
            waiting.append(other)
    return end in seen


def _crossings(links: list[tuple[str, str]], at: dict[str, tuple[float, float]]) -> int:
    """How many pairs of straight lines between the middles of cards cross."""

    def side(p: tuple[float, float], q: tuple[float, float], r: tuple[float, float]) -> float:
        return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])

    def cross(a: tuple[str, str], b: tuple[str, str]) -> bool:
        if set(a) & set(b):
            return False
        p, q, r, s = (at[i] for i in (*a, *b))
        return side(p, q, r) * side(p, q, s) < 0 and side(r, s, p) * side(r, s, q) < 0

    return sum(cross(a, b) for i, a in enumerate(links) for b in links[i + 1 :])


def _dot(links: list[tuple[str, str]], columns: Any) -> int | None:
    """The same arrows placed by Graphviz, columns as ranks; None where it is not installed."""
    if not shutil.which("dot"):
        return None
    used = sorted({i for link in links for i in link})
    lines = ["digraph { rankdir=LR; nodesep=0.1; node [shape=box width=1.5 height=0.4 fixedsize=true]"]
    for column in sorted(set(columns.values())):
        names = [f'"{i}"' for i in used if columns[i] == column]
        lines.append(f"{{ rank=same; c{column}; {'; '.join(names)} }}")
    ranks = sorted(set(columns.values()))
    lines.append(" -> ".join(f"c{c}" for c in ranks) + " [style=invis]")
    lines += [f'"{a}" -> "{b}"' for a, b in links] + ["}"]
    done = subprocess.run(["dot", "-Tplain"], input="\n".join(lines), capture_output=True, text=True, check=True)
    fields = [line.split() for line in done.stdout.splitlines() if line.startswith("node ")]
    return _crossings(links, {f[1].strip('"'): (float(f[2]), float(f[3])) for f in fields})


def text(bench: Bench) -> list[Row]:
    """The size of card text: overview at three sizes, the story on a phone."""
    rows = []
    views = (
        ((1920, 1080), "", 16.0),
        ((1440, 900), "", 12.0),
        ((1280, 720), "", 12.0),
        ((1280, 720), STORY, 12.0),
        ((390, 844), STORY, 14.0),
    )
    for size, state, bar in views:
        with bench.opened("explorer.html" + state, size, reduced_motion="reduce") as page:
            page.wait_for_timeout(200)
            found = page.evaluate("lipdrift.textSize()")
            wide = page.evaluate("document.documentElement.scrollWidth")
        holds = found >= bar and wide <= size[0]
        rows.append(
            Row(
                f"card text at {size[0]}×{size[1]}{', story' if state else ''}",
                f"{bar:.0f} px",
                f"{found:.1f} px",
                holds,
            )
        )
    return rows


def rebuild(bench: Bench) -> list[Row]:
    """Whether two more builds with other hash seeds give the same bytes."""
    sums = []
    for seed in ("1", "2"):
        with tempfile.TemporaryDirectory() as folder:
            build(Path(folder), seed)
            files = sorted(p for p in Path(folder).rglob("*") if p.is_file())
            sums.append(hashlib.sha256(b"".join(p.read_bytes() for p in files)).hexdigest())
    return [Row("rebuild", "byte-identical", "yes" if len(set(sums)) == 1 else "no", len(set(sums)) == 1)]


def build(folder: Path, seed: str = "0") -> None:
    """Builds the site with the same Python."""
    command = [sys.executable, "-m", "lipdrift", "build", "-q", "-o", str(folder)]
    subprocess.run(command, check=True, cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": seed}, stdout=subprocess.DEVNULL)


MEASURES: tuple[Callable[[Bench], list[Row]], ...] = (weight, silence, speed, access, hostile, drawing, text, rebuild)


def main() -> int:
    """Exit code 0 where every bar holds."""
    if {"-h", "--help"} & set(sys.argv[1:]):
        print(__doc__)
        return 0
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as fresh, sync_playwright() as playwright:
        site = Path(sys.argv[1]).resolve() if sys.argv[1:] else Path(fresh)
        if not sys.argv[1:]:
            build(site)
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        rows = [row for measure in MEASURES for row in measure(Bench(browser, site))]
        browser.close()
    print("| what | bar | measured | holds |\n| --- | --- | --- | --- |")
    for row in rows:
        print(f"| {row.what} | {row.bar} | {row.found} | {'yes' if row.holds else '**no**'} |")
    return 0 if all(row.holds for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
