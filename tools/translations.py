"""Keeps the catalogues of translations in step with the code.

``python -m tools.translations`` extracts all words, updates each catalogue, compiles it, and lists what is left
to translate. With ``--check`` it writes nothing, and fails where the catalogues are not in step.
"""

from __future__ import annotations

import argparse
import ast
import io
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "sphinx_adr"
LOCALE = PACKAGE / "locale"
TEMPLATE = LOCALE / "sphinx_adr.pot"
LANGUAGES = ("de", "es", "fr", "ja")
HEADER = """\
# Translations of the words of sphinx_adr.
# Distributed under the license of sphinx_adr.
#"""


class Words(Catalog):
    """A catalogue whose head says nothing that changes with the day or with the version of Babel."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """The head: what a reader needs to understand the rest.

        No word has a plural. The forms that Babel knows for a language differ between its versions.
        """
        language = str(self.locale or "")
        return [
            ("Project-Id-Version", "sphinx_adr"),
            *([("Language", language)] if language else []),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit"),
        ]


def words(path: Path) -> Iterator[str]:
    """The texts that a module marks with ``_("...")``, wherever they stand, also within f-strings.

    A mark on anything but a plain text raises ``ValueError``: nobody could translate it.
    """
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "_":
            texts = [one.value for one in node.args if isinstance(one, ast.Constant)]
            if len(node.args) != 1 or not all(isinstance(text, str) for text in texts) or not texts:
                raise ValueError(f"{path}:{node.lineno}: only one plain text can be marked with _()")
            yield texts[0]


def template() -> Catalog:
    """All words, with the modules that they stand in."""
    found: dict[str, list[str]] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        for text in words(path):
            found.setdefault(text, []).append(path.relative_to(ROOT).as_posix())
    made = Words(header_comment=HEADER, fuzzy=False)
    for text in sorted(found):
        # Babel counts lines, which would change with every edit; 0 leaves them out.
        flags = ["python-format"] if "%" in text else []
        made.add(text, locations=[(name, 0) for name in dict.fromkeys(found[text])], flags=flags)
    return made


def catalogue(language: str, now: Catalog) -> Catalog:
    """What the catalogue of *language* says of the words of now; nothing is taken over by likeness."""
    said = Catalog(locale=language)
    if source(language).is_file():
        with source(language).open("rb") as stream:
            said = read_po(stream, locale=language, abort_invalid=True)
    made = Words(locale=language, header_comment=HEADER, fuzzy=False)
    for message in now:
        if message.id:
            known = said.get(message.id)
            text, flags = (known.string, message.flags | known.flags) if known else ("", message.flags)
            made.add(message.id, text, locations=message.locations, flags=flags)
    return made


def source(language: str) -> Path:
    """The catalogue of *language* as translators edit it."""
    return LOCALE / language / "LC_MESSAGES" / "sphinx_adr.po"


def text_of(made: Catalog) -> bytes:
    """*made* as a file for people."""
    out = io.BytesIO()
    write_po(out, made, width=100, sort_output=True, include_lineno=False)
    return out.getvalue()


def compiled(made: Catalog) -> bytes:
    """*made* as programs read it."""
    out = io.BytesIO()
    write_mo(out, made)
    return out.getvalue()


def files() -> Iterator[tuple[Path, bytes]]:
    """Every file below ``locale`` as it should be."""
    now = template()
    yield TEMPLATE, text_of(now)
    for language in LANGUAGES:
        made = catalogue(language, now)
        yield source(language), text_of(made)
        yield source(language).with_suffix(".mo"), compiled(made)


def left_to_do() -> Iterator[str]:
    """The words that a language has no translation for, or one that was only guessed."""
    now = template()
    for language in LANGUAGES:
        for message in catalogue(language, now):
            if message.id and (not message.string or message.fuzzy):
                yield f"{source(language).relative_to(ROOT)}: {message.id!r}"


def main(arguments: list[str] | None = None) -> int:
    """Updates the files, or with ``--check`` only compares them; 1 says that something is left to do."""
    parser = argparse.ArgumentParser(prog="python -m tools.translations", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing")
    asked = parser.parse_args(arguments)
    stale = [(path, text) for path, text in files() if not path.is_file() or path.read_bytes() != text]
    for path, text in stale:
        print(f"{path.relative_to(ROOT)}: {'not in step with the code' if asked.check else 'written'}")
        if not asked.check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text)
    missing = list(left_to_do())
    for one in missing:
        print(f"{one} is not translated")
    return int(bool(missing or (stale and asked.check)))


if __name__ == "__main__":
    sys.exit(main())
