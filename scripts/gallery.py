#!/usr/bin/env python3
"""Takes the pictures of the pages that stand in output/gallery/ and the README, in both languages.

python3 scripts/gallery.py [FOLDER]

The same pages, browser and fonts give the same bytes: nothing moves, no clock is shown.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-lcd-text",
    "--disable-partial-raster",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-sync",
]
CAUSE = "#v=1&cause=lip:ExcessiveFillerVolume&step="
WIDE, TALL, PHONE = (1280, 720), (1440, 900), (390, 844)
VIEWS: dict[str, tuple[tuple[int, int], str]] = {
    "overview": (TALL, "#v=1"),
    "story": (TALL, CAUSE + "4"),
    "signs": (WIDE, CAUSE + "7"),
    "care": (WIDE, CAUSE + "8"),
    "open": (WIDE, CAUSE + "10"),
    "compare": (WIDE, CAUSE + "3&vs=lip:TooShallowInjection"),
    "whatif": (WIDE, "#v=1&without=lip:TissueCapacityExceeded"),
    "filter": (WIDE, "#v=1&only=reviewed"),
    "evidence": (WIDE, "#v=1&claim=lip:C026"),
    "phone": (PHONE, CAUSE + "3"),
}
ONCE: dict[str, tuple[tuple[int, int], str]] = {
    "dark": (WIDE, CAUSE + "6&theme=dark"),
    "black-and-white": (WIDE, CAUSE + "6&theme=mono"),
    "everyday-words": (WIDE, "#v=1&node=lip:FillerAccumulation&words=everyday"),
}


def main() -> int:
    """Exit code 0 when all pictures were taken."""
    if {"-h", "--help"} & set(sys.argv[1:]):
        print(__doc__)
        return 0
    from playwright.sync_api import sync_playwright

    target = Path(sys.argv[1]) if sys.argv[1:] else ROOT / "output" / "gallery"
    target.mkdir(parents=True, exist_ok=True)
    wanted = {
        f"{name}.{lang}": (size, f"{link}&lang={lang}") for name, (size, link) in VIEWS.items() for lang in ("en", "ko")
    }
    with tempfile.TemporaryDirectory() as site, sync_playwright() as playwright:
        subprocess.run([sys.executable, "-m", "lipdrift", "build", "-q", "-o", site], check=True, cwd=ROOT)
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        for name, (size, link) in (wanted | ONCE).items():
            page = browser.new_page(
                viewport={"width": size[0], "height": size[1]}, reduced_motion="reduce", color_scheme="light"
            )
            page.goto(f"file://{site}/explorer.html{link}")
            page.wait_for_selector("html[data-ready]", state="attached")
            page.wait_for_timeout(600)
            page.screenshot(path=target / f"{name}.jpg", type="jpeg", quality=72)
            page.close()
        browser.close()
    print(f"{len(wanted | ONCE)} pictures in {target}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
