"""The commands that read a file, where a file belongs, and the value that a command says it has read."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from tests.alat.serangan.kandang import Hasil
from tests.alat.serangan.kasus import Serangan

PK = "kode,nama,pagu\n7.01.01,PROGRAM A,15435519078\n7.01.02,PROGRAM B,350000000\n"
"""The honest other side of a reconciliation."""


@dataclass(frozen=True, slots=True)
class Perintah:
    """A command.

    Attributes:
        susun: the arguments, from the file, the honest side of a reconciliation, and the output.
        keluar: name of its output file or folder; nothing stands there after a refusal.
        milik: whether a case belongs to it by kind and ending.
        baca: the value in what it said; None where it says none.
    """

    nama: str
    susun: Callable[[str, str, str], list[str]]
    keluar: str
    milik: Callable[[str, str], bool]
    baca: Callable[[Hasil], object]

    def list_argumen(self, berkas: Path, pk: Path, keluar: Path) -> list[str]:
        """The arguments for a file of the corpus."""
        return self.susun(str(berkas), str(pk), str(keluar))

    def owns(self, kasus: Serangan) -> bool:
        """Whether the expectation of the case is about this command."""
        return self.milik(kasus.jenis, Path(kasus.nama).suffix)


def _total(kolom: int) -> Callable[[Hasil], object]:
    """Whole rupiah of Perjanjian (1) or DPA (2) in the line `Jumlah` of the summary."""

    def baca(hasil: Hasil) -> object:
        cocok = re.search(r"^Jumlah +[0-9.]+ +(\S+) +(\S+)", hasil.galat, re.MULTILINE)
        if cocok is None:
            return hasil.galat
        jumlah = Decimal(re.sub(r"Rp|\.", "", cocok[kolom]).replace(",", "."))
        return int(jumlah) if jumlah == int(jumlah) else float(jumlah)

    return baca


def _nik(hasil: Hasil) -> object:
    return tuple(re.findall(r"NIK +([0-9]+(?:,[0-9]+)?)", re.sub(r"Penimbang.*", "", hasil.keluar)))


def _sidik(hasil: Hasil) -> object:
    """Digests of the workbooks: equal data give equal bytes."""
    return tuple(b["sha256"] for b in json.loads(hasil.keluar)["berkas"])


def _cek(hasil: Hasil) -> object:
    """What a filled workbook counts; nothing of a data set."""
    cocok = re.search(r"[0-9]+ OK, .+ DIJELASKAN", hasil.galat)
    return cocok and cocok[0]


def _tiada(_: Hasil) -> object:
    return None


def _is_anggaran(jenis: str, _: str) -> bool:
    return jenis == "anggaran"


PERINTAH = (
    Perintah("periksa", lambda f, pk, t: ["periksa", f], "keluaran-kita", lambda j, _: j in ("induk", "kembali"), _cek),
    Perintah(
        "buat",
        lambda f, pk, t: ["buat", "--data", f, "--keluar", t, "--json"],
        "keluaran-kita",
        lambda j, _: j == "induk",
        _sidik,
    ),
    Perintah(
        "dpa",
        lambda f, pk, t: ["rekonsiliasi", "--perjanjian", pk, "--dpa", f, "--keluar", t],
        "keluaran-kita.xlsx",
        _is_anggaran,
        _total(2),
    ),
    Perintah(
        "perjanjian",
        lambda f, pk, t: ["rekonsiliasi", "--perjanjian", f, "--dpa", pk, "--keluar", t],
        "keluaran-kita.xlsx",
        lambda j, _: j in ("anggaran", "buku"),
        _total(1),
    ),
    Perintah(
        "skm",
        lambda f, pk, t: ["hitung", "skm", f],
        "keluaran-kita",
        lambda j, e: j == "survei" and e in (".csv", ".xlsx"),
        _nik,
    ),
    Perintah(
        "skm-per",
        lambda f, pk, t: ["hitung", "skm", f, "--per", "kecamatan"],
        "keluaran-kita",
        lambda j, e: j == "survei" and e in (".csv", ".parquet"),
        _nik,
    ),
    Perintah(
        "bekukan",
        lambda f, pk, t: ["addin", "bekukan", f, "--keluar", t],
        "keluaran-kita.xlsx",
        lambda j, _: j == "beku",
        _tiada,
    ),
    Perintah(
        "templat",
        lambda f, pk, t: ["buat", "--kecamatan", "12.71.17", "--templat", f, "--keluar", t],
        "keluaran-kita",
        lambda j, _: j == "formulir",
        _tiada,
    ),
    Perintah(
        "logo",
        lambda f, pk, t: ["buat", "--kecamatan", "12.71.17", "--logo", f, "--keluar", t],
        "keluaran-kita",
        lambda j, _: j == "logo",
        _tiada,
    ),
)
