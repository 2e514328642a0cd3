"""A built site and a real browser in which every request is counted and refused."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, sync_playwright

import lipdrift

CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
FLAGS = [
    "--no-sandbox",
    "--headless",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-proxy-server",  # the browser itself asks for updates and accounts whatever it is told: it finds no host
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as ``lipdrift build`` writes it."""
    return lipdrift.load().build(tmp_path_factory.mktemp("site")).folder


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Debian's Chromium; without one, CI fails and other machines skip by name."""
    if not Path(CHROMIUM).exists() and not os.environ.get("CI"):
        pytest.skip("no Chromium on this machine (apt-get install chromium)")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield started
        started.close()


@dataclass
class Opened:
    """A page with everything that must not happen on it."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


Opener = Callable[..., Opened]


@pytest.fixture
def opener(browser: Browser, site: Path) -> Iterator[Opener]:
    """Opens a page of the site from its file; keyword arguments go to the browser context."""
    contexts: list[BrowserContext] = []

    def open_page(name: str, size: tuple[int, int] = (1440, 900), ready: bool = True, **options: Any) -> Opened:
        folder = options.pop("folder", site)
        context = browser.new_context(viewport={"width": size[0], "height": size[1]}, **options)
        contexts.append(context)
        opened = Opened(context.new_page())
        watch(opened)
        opened.page.goto(f"file://{folder}/{name}")
        if ready:
            opened.page.wait_for_selector("html[data-ready]", state="attached")
        return opened

    yield open_page
    for context in contexts:
        context.close()


def until(page: Page, expression: str) -> None:
    """Waits until an expression is true. The policy of the pages refuses the polling that Playwright brings."""
    for _ in range(60):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"not within 3 s: {expression}")


def watch(opened: Opened) -> None:
    """Notes every request that is not the file itself, every console error and every script error."""

    def route(found: Route) -> None:
        if found.request.url.startswith("file:"):
            found.continue_()
        else:
            opened.requests.append(found.request.url)
            found.abort()

    opened.page.route("**/*", route)
    page = opened.page
    page.on("console", lambda m: opened.complaints.append(m.text) if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: opened.complaints.append(str(error)))
