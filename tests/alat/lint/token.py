"""Cut a formula into tokens, and read the references in them."""

import re
from dataclasses import dataclass
from functools import lru_cache

from tests.alat.alamat import Kotak, box

_LEMBAR = r"(?:'(?:[^']|'')+'|[^\W\d][\w.]*)!"
_SEL = r"\$?[A-Za-z]{1,3}\$?\d{1,7}"
_RUJUK = rf"(?:{_SEL}(?::{_SEL})?|\$?[A-Za-z]{{1,3}}:\$?[A-Za-z]{{1,3}}|\$?\d{{1,7}}:\$?\d{{1,7}})"
_POLA = re.compile(
    rf"""(?P<spasi>\s+)
    |(?P<teks>"(?:[^"]|"")*")
    |(?P<larik>\{{[^}}]*\}})
    |(?P<galat>(?:{_LEMBAR})?\#(?:NULL!|DIV/0!|VALUE!|REF!|NAME\?|NUM!|N/A))
    |(?P<luar>'[^']*\[[^']*'![$\w:.]*|\[[^\]]*\](?:[\w.]*![$\w:.]*)?|[^\W\d][\w.]*\[[^\]]*\])
    |(?P<fungsi>[^\W\d][\w.]*\()
    |(?P<rujuk>(?:{_LEMBAR})?{_RUJUK}(?![\w.(!]))
    |(?P<nama>(?:{_LEMBAR})?[^\W\d\\][\w.\\?]*)
    |(?P<angka>(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)
    |(?P<operator><>|<=|>=|[-+*/^&=<>%])
    |(?P<koma>[,;])
    |(?P<buka>\()
    |(?P<tutup>\))""",
    re.VERBOSE,
)

OPERAN = frozenset(["teks", "larik", "galat", "luar", "rujuk", "nama", "angka"])


@dataclass(frozen=True, slots=True)
class Token:
    """One token; `jenis` is the name of the group in the pattern."""

    jenis: str
    isi: str


@dataclass(frozen=True, slots=True)
class Rujukan:
    """A reference to cells; `lembar` is "" for the formula's own sheet."""

    lembar: str
    kotak: Kotak
    mutlak: bool

    @property
    def banyak(self) -> bool:
        """Whether it is more than one cell."""
        return self.kotak[:2] != self.kotak[2:]


@lru_cache(maxsize=50_000)
def tokenize(rumus: str) -> tuple[Token, ...]:
    """Tokens of a formula without its "=", blanks left out; ValueError at a sign that no formula has.

    >>> [t.jenis for t in tokenize("IF(A1>0,'Di lain'!B2,1.5)")]
    ['fungsi', 'rujuk', 'operator', 'angka', 'koma', 'rujuk', 'koma', 'angka', 'tutup']
    """
    hasil: list[Token] = []
    letak = 0
    while letak < len(rumus):
        cocok = _POLA.match(rumus, letak)
        if cocok is None:
            raise ValueError(f"tanda tak dikenal mulai {rumus[letak : letak + 20]!r}")
        assert cocok.lastgroup
        if cocok.lastgroup != "spasi":
            hasil.append(Token(cocok.lastgroup, cocok[0]))
        letak = cocok.end()
    return tuple(hasil)


def split_sheet(isi: str) -> tuple[str, str]:
    """Sheet name ("" when there is none) and the rest of a token.

    >>> split_sheet("'Jum''at'!A1")
    ("Jum'at", 'A1')
    """
    lembar, tanda, sisa = isi.rpartition("!")
    if lembar.startswith("'"):
        lembar = lembar[1:-1].replace("''", "'")
    return (lembar, sisa) if tanda else ("", isi)


def read_reference(isi: str) -> Rujukan:
    """Read the text of a `rujuk` token."""
    lembar, sisa = split_sheet(isi)
    bagian = sisa.split(":")
    mutlak = all(re.fullmatch(r"\$[A-Za-z]+\$\d+|\$[A-Za-z]+|\$\d+", b) for b in bagian)
    return Rujukan(lembar, box(sisa), mutlak)
