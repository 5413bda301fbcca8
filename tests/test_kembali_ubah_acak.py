"""Single changes of locked cells, formulas and names, drawn at random: every one is found, as evidence."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from kinerja.perjanjian.kembali.banding import compare_buku
from kinerja.perjanjian.kembali.buku import BukuUtuh, read_buku
from kinerja.perjanjian.kembali.peta import align
from kinerja.perjanjian.temuan_kumpul import Bobot
from tests.alat.kembali.paket import Paket, UbahError, open_paket, pack
from tests.alat.kembali.sel import Isi, Petak, Rumus, list_sel
from tests.alat.kembali.ubah_nama import point_nama
from tests.alat.kembali.ubahan import Langkah, Tempat, type_sel
from tests.alat.program import AKAR
from tests.alat.terbitan import TERBITAN

Acak = random.Random
_ACUAN = re.compile(r"(?<![\w.!$])(\$?[A-Z]{1,2}\$?)([0-9]+)(?![\w(])")
ULANG = AKAR / "tests" / "kasus" / "simpan-ulang"
DASAR = {
    "0.1.0": (TERBITAN / "0.1.0" / "medan-kota.xlsx", TERBITAN / "0.1.0" / "medan-kota-terisi-libreoffice.xlsx"),
    "0.4.0": (TERBITAN / "0.4.0" / "perubahan.xlsx", TERBITAN / "0.4.0" / "perubahan-terisi.xlsx"),
    "0.7.0": (TERBITAN / "0.7.0" / "medan-baru.xlsx", TERBITAN / "0.7.0" / "medan-baru-terisi.xlsx"),
    "gnumeric": (TERBITAN / "0.7.0" / "medan-baru.xlsx", ULANG / "gnumeric.xlsx"),
}
KALI = 60
"""Changes of each file."""


@dataclass(frozen=True, slots=True)
class Ubah:
    """A change and where it must be named."""

    tempat: Tempat
    langkah: Langkah


def _change_rumus(acak: Acak, rumus: str) -> Isi:
    """A formula that does something else, or nothing any more."""
    pilihan: list[Isi] = [None, 7, "OK", Rumus(f"IF(TRUE,{rumus},0)"), Rumus(f'{rumus}&""')]
    bagian = rumus.split('"')  # texts stand at odd places
    for n in range(0, len(bagian), 2):
        if _ACUAN.search(bagian[n]):
            geser = _ACUAN.sub(lambda m: f"{m[1]}{int(m[2]) + 1}", bagian[n], count=1)
            pilihan.append(Rumus('"'.join([*bagian[:n], geser, *bagian[n + 1 :]])))
            break
    return acak.choice(pilihan)


def _change_tetap(acak: Acak, nilai: str | float) -> Isi:
    """A locked text or number, changed, gone or computed."""
    if isinstance(nilai, str):
        return acak.choice([f"{nilai}.", nilai[:-1].strip(), "x", 31.5, None, Rumus('"a"')])
    return acak.choice([nilai + 1, nilai + 0.001, f"{nilai:g}", None, Rumus(f"{nilai!r}+0")])


def draw_sel(acak: Acak, terbit: BukuUtuh, paket: Paket) -> Ubah:
    """A locked cell with something in it, changed."""
    lembar = acak.choice([n for n in terbit.lembar if n != "Identitas"])
    terkunci = {letak: s for letak, s in terbit.lembar[lembar].sel.items() if terbit.get_rupa(s).terkunci}
    (b, k), s = acak.choice(sorted(terkunci.items()))
    alamat = f"{chr(65 + k)}{b + 1}"
    if s.rumus is not None:
        petak: Petak = list_sel(paket.bagian[paket.get_lembar(lembar)])[alamat]
        isi = _change_rumus(acak, petak.rumus or s.rumus)
    else:
        assert isinstance(s.nilai, (str, float))
        isi = _change_tetap(acak, s.nilai)
    return Ubah(Tempat(lembar, alamat), type_sel(lembar, {alamat: isi}))


def draw_nama(acak: Acak, terbit: BukuUtuh, paket: Paket) -> Ubah:
    """A name led one row or column on, or widened."""
    nama, acuan = acak.choice(sorted(terbit.nama_mentah.items()))
    baru = acak.choice(
        [
            re.sub(r"\$([0-9]+)$", lambda m: f"${int(m[1]) + 1}", acuan),
            re.sub(r"\$([A-Z])\$([0-9]+)$", lambda m: f"${chr(ord(m[1]) + 1)}${m[2]}", acuan),
        ]
    )
    return Ubah(Tempat(nama=nama), point_nama(nama, baru))


@pytest.mark.parametrize("dasar", DASAR)
def test_setiap_perubahan_acak_menjadi_bukti(dasar: str) -> None:
    asal, berkas = DASAR[dasar]
    terbit = read_buku(Path(asal).read_bytes(), "terbit")
    paket = open_paket(Path(berkas).read_bytes())
    acak = random.Random(f"16 {dasar}")
    cela: list[str] = []
    for _ in range(KALI):
        draw: Callable[[Acak, BukuUtuh, Paket], Ubah] = acak.choice([draw_sel, draw_sel, draw_sel, draw_nama])
        ubah = draw(acak, terbit, paket)
        datang = read_buku(pack(ubah.langkah(paket)), "datang")
        hasil = [t for t in compare_buku(terbit, datang, align(terbit, datang)) if t.tingkat is not Bobot.CATATAN]
        kena = [t for t in hasil if t.tingkat is Bobot.BERUBAH and ubah.tempat.is_named(t.lembar, t.sel, t.pesan)]
        if len(hasil) != 1 or not kena:
            cela.append(f"{ubah.tempat}: {hasil}")

    assert cela == []


def test_perubahan_acak_cukup_banyak() -> None:
    assert KALI * len(DASAR) >= 200
    with pytest.raises(UbahError):
        type_sel("Tidak Ada", {"A1": 1})(open_paket(DASAR["0.7.0"][0].read_bytes()))
