"""Text from data made harmless, one function for each place that it goes to.

    terminal    printable, one_line      characters that a terminal obeys, or nobody sees, become <U+202E>
    CSV         csv_cell                 what a spreadsheet would calculate gets an apostrophe
    XML         xml_text                 also SVG, GraphML, SPARQL results
    Markdown    markdown, markdown_link
    DOT         dot                      a whole quoted string
    Mermaid     mermaid                  what stands between the quotes of a label
    BibTeX      bibtex, bibtex_verbatim  what stands between the braces of a field
    RIS         one_line
    links       web_address              http, https and mailto only

HTML comes from templates that escape by themselves. Nothing here raises: text always comes out.
"""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote

SEEN = {0x200C, 0x200D, *range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD}
"""Format characters that scripts are written with: joiners, and the number signs of Arabic and its kin."""
BLANK_LETTERS = {0x3164, 0xFFA0}


def printable(text: str) -> str:
    """The text with control, direction, invisible and surrogate characters written as their code points.

    >>> printable("a\\x1b[31mb\\u200b")
    'a<U+001B>[31mb<U+200B>'
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(f"<U+{ord(c):04X}>" if _dangerous(ord(c)) else c for c in text)


def _dangerous(code: int) -> bool:
    if code in SEEN:
        return False
    kind = unicodedata.category(chr(code))
    return kind in ("Cc", "Cs", "Cf", "Zl", "Zp") or code & 0xFFFE == 0xFFFE or code in BLANK_LETTERS


def one_line(text: str) -> str:
    """The text on one line, fit for a terminal.

    >>> one_line("a\\r\\nER  - b")
    'a ER - b'
    """
    return printable(" ".join(text.split()))


NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?", re.ASCII)
SIGNS = tuple("=+-@＝＋－＠")
SEPARATOR = re.compile(r"([;\t\r\n])")


def csv_cell(text: str) -> str:
    """A cell that no spreadsheet calculates, wherever it cuts cells; numbers stay numbers, line ends become \\n.

    >>> csv_cell("=1+1"), csv_cell("-1.5"), csv_cell("a;=1+1")
    ("'=1+1", '-1.5', "a;'=1+1")
    """
    if NUMBER.fullmatch(text):
        return text
    lines = _without_surrogates(text).replace("\r\n", "\n").replace("\r", "\n")  # readers end a row at a bare \r
    first, *rest = SEPARATOR.split(lines)
    cell = first + "".join(_defused(part) for part in rest)
    return f"'{cell}" if cell[:1] in ("\t", "\n") or _bare(cell).startswith(SIGNS) else cell


def _defused(part: str) -> str:
    """What stands behind a separator, with an apostrophe before a sign that would begin a formula there."""
    bare = _bare(part)
    return f"{part[: len(part) - len(bare)]}'{bare}" if bare.startswith(SIGNS) else part


def _bare(text: str) -> str:
    """The text without the blank and invisible characters that it begins with."""
    start = next((n for n, c in enumerate(text) if not c.isspace() and not _dangerous(ord(c))), len(text))
    return text[start:]


def _without_surrogates(text: str) -> str:
    return text if text.isascii() else re.sub("[\ud800-\udfff]", lambda m: f"<U+{ord(m.group()):04X}>", text)


NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
XML = {c: f"&#{ord(c)};" for c in "&<>\"'\t\n\r"}


def xml_text(text: str) -> str:
    """The text for an element or an attribute; characters that XML cannot hold are written as their code points.

    >>> xml_text("a<b & \\x00")
    'a&#60;b &#38; &#60;U+0000&#62;'
    """
    visible = NO_XML.sub(lambda m: f"<U+{ord(m.group()):04X}>", text)
    return "".join(XML.get(c, c) for c in visible)


MARKDOWN = re.compile(r"([\\`*_\[\]<>|~&$#!:@{}^])")


def markdown(text: str) -> str:
    """One line of Markdown that shows just this text: in a paragraph, a table cell or a link.

    >>> markdown("a|b <i> 1. [x](y)")
    'a\\\\|b \\\\<i\\\\> 1. \\\\[x\\\\](y)'
    """
    line = MARKDOWN.sub(r"\\\1", one_line(text)).replace("www.", "www\\.")
    return re.sub(r"^(\d{1,9})([.)])", r"\1\\\2", re.sub(r"^([-+=])", r"\\\1", line))


def markdown_link(text: str, address: str) -> str:
    """A link, or only its text where the address is none that may be followed.

    >>> markdown_link("a", "javascript:x"), markdown_link("a", "https://example.org/(x)")
    ('a', '[a](<https://example.org/(x)>)')
    """
    target = web_address(address)
    return f"[{markdown(text)}](<{target}>)" if target else markdown(text)


def web_address(text: str) -> str:
    """The address where it is one of http, https or mailto, with every odd character percent-encoded, else "".

    >>> web_address("https://example.org/a b"), web_address("java\\nscript:x")
    ('https://example.org/a%20b', '')
    """
    plain = text.strip()
    if not re.match(r"(?:https?://[^/\s]|mailto:[^\s])", plain, re.IGNORECASE):
        return ""
    return quote(plain, safe="%/:?#[]@!$&'()*+,;=~-._", errors="replace")


DOT = {"\\": "\\\\", '"': '\\"', "&": "&amp;"}


def dot(text: str) -> str:
    """A quoted string of the DOT language: a name, or a label that shows just this text.

    >>> print(dot('a "b" \\\\N'))
    "a \\"b\\" \\\\N"
    """
    return '"' + "".join(DOT.get(c, c) for c in one_line(text)) + '"'


def mermaid(text: str) -> str:
    """The inside of a quoted Mermaid label: letters, digits and plain marks; all else as its number.

    >>> mermaid('a "b" %%{init')
    'a #34;b#34; #37;#37;#123;init'
    """
    plain = one_line(text)
    return "".join(c if c in " .,()/-'" or (c.isalnum()) or ord(c) > 127 else f"#{ord(c)};" for c in plain)


TEX = {c: f"\\{c}" for c in "&%$#_"} | {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}


def bibtex(text: str) -> str:
    """The inside of a BibTeX field in braces. BibTeX counts escaped braces too, so that none of the text's are left.

    >>> bibtex("50% {x")
    '50\\\\% \\\\textbraceleft{}x'
    """
    return "".join(TEX.get(c, c) for c in one_line(text))


def bibtex_verbatim(text: str) -> str:
    """The inside of a field that is no prose, such as an address: what would end it is percent-encoded.

    >>> bibtex_verbatim("https://example.org/a_b}c")
    'https://example.org/a_b%7Dc'
    """
    return re.sub(r'[{}\\"\s]', lambda m: quote(m.group()), one_line(text))
