"""The grammar of a formula: what Excel cannot parse it deletes on repair."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tests.alat.lint.fungsi import ARGUMEN
from tests.alat.lint.token import OPERAN, Token

SARANG = 64

Aduan = Iterator[tuple[str, str]]
"""Code and sentence of each fault."""


def check_grammar(token: Sequence[Token]) -> Aduan:
    """Operands and operators out of place, parentheses, separators, number of arguments, nesting."""
    pengurai = _Pengurai()
    for nomor, t in enumerate(token):
        yield from pengurai.step(t)
        if t.jenis == "koma" and pengurai.buka[-1:] in ([], [""]):
            sisi = (*token[max(nomor - 1, 0) : nomor], *token[nomor + 1 : nomor + 2])
            if all(s.jenis == "angka" for s in sisi):
                yield "DESIMAL_KOMA", "di dalam berkas tanda desimal adalah titik"
            else:
                yield "RUJUKAN_GABUNGAN", "koma di luar fungsi (gabungan rujukan)"
    if pengurai.buka:
        yield "RUMUS_KURUNG", f"{len(pengurai.buka)} kurung belum ditutup"
    elif pengurai.harap:
        yield "RUMUS_URAI", "tidak ada nilai pada akhir rumus"


@dataclass(slots=True)
class _Pengurai:
    """A pushdown machine of two states: an operand is due (`harap`), or an operator."""

    harap: bool = True
    lalu: str = ""
    buka: list[str] = field(default_factory=list)
    """Open parentheses: the name of the function, "" for a plain one."""
    koma: list[int] = field(default_factory=list)

    def step(self, t: Token) -> Aduan:
        """Take one token."""
        if t.jenis in OPERAN:
            yield from self._operand(t)
        elif t.jenis in ("fungsi", "buka"):
            yield from self._open(t)
        elif t.jenis == "tutup":
            yield from self._close()
        elif t.jenis == "koma":
            yield from self._comma(t)
        elif self.harap and t.isi not in ("+", "-"):
            yield "RUMUS_URAI", f"tidak ada nilai sebelum {t.isi}"
        else:
            self.harap = t.isi != "%"
        self.lalu = t.jenis

    def _operand(self, t: Token) -> Aduan:
        if not self.harap:
            yield "RUMUS_URAI", f"tidak ada operator sebelum {t.isi}"
        self.harap = False

    def _open(self, t: Token) -> Aduan:
        yield from self._operand(t)
        self.harap = True
        self.buka.append(t.isi[:-1].upper())
        self.koma.append(0)
        if sum(map(bool, self.buka)) == SARANG + 1:
            yield "RUMUS_SARANG", f"lebih dari {SARANG} fungsi bersarang"

    def _comma(self, t: Token) -> Aduan:
        if t.isi == ";":
            yield "RUMUS_TITIKKOMA", "di dalam berkas pemisah argumen adalah koma"
        if self.harap and self.lalu not in ("koma", "fungsi"):
            yield "RUMUS_URAI", "tidak ada nilai sebelum koma"
        self.harap = True
        if self.koma:
            self.koma[-1] += 1

    def _close(self) -> Aduan:
        if not self.buka:
            yield "RUMUS_KURUNG", "kurung tutup tanpa kurung buka"
            return
        fungsi, koma = self.buka.pop(), self.koma.pop()
        if self.harap and not (self.lalu == "fungsi" or (self.lalu == "koma" and fungsi)):
            yield "RUMUS_URAI", "tidak ada nilai sebelum kurung tutup"
        self.harap = False
        paling_sedikit, paling_banyak, langkah = ARGUMEN.get(fungsi, (0, 255, 1))
        banyak = 0 if self.lalu == "fungsi" else koma + 1
        if not paling_sedikit <= banyak <= paling_banyak or (banyak - paling_sedikit) % langkah:
            yield "RUMUS_ARGUMEN", f"{fungsi} mendapat {banyak} argumen"
