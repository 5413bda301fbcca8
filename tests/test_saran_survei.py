"""Advice on survey answers, followed through `kinerja hitung skm` as it is typed."""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest

from tests.alat.perintah import run_utama
from tests.alat.saran import follow, match_saran
from tests.berkas_anggaran import write_csv
from tests.survei_formulir import TANYA, list_kata

NILAI = (4, 3, 3, 3, 3, 3, 3, 3, 2)
"""What is answered: NI 27/9 = 3, which makes a NIK of 75."""
UNSUR = [f"U{n}" for n in range(1, 10)]
SKALA = (
    "Peraturan tidak mengatur cara mengubahnya. Ulangi surveinya, atau tetapkan sendiri nilai {} sampai {} setiap"
    " jawaban di berkasnya."
)
HILANG = "{} Jangan dikosongkan: yang hilang justru jawaban tertinggi."
GANTI = "Di berkasnya, ganti dengan {} sampai {} menurut pilihan formulirnya; bila dikosongkan, NIK-nya lain."
KEDUA = "Hapus baris itu bila bukan judul; bila judul, satukan dengan baris judul di atasnya."
DEPAN = "Tulis angkanya di depan jawaban itu di berkasnya: {}."
JUDUL = "Beri baris judul U1 sampai U{}, atau nama unsurnya."
SEBUT = '{} Atau sebutkan kolom setiap unsur, --kolom U1="…" dan seterusnya. Yang ada:'
PANJANG = 'Sebutkan judulnya lebih panjang, atau hurufnya: "kolom {}".'
MAKSUD = "{} kolom yang dimaksud:"
JUDUL_9 = "Beri judul U1 sampai U9, atau nama unsurnya."
SATU_BARIS = "Di berkasnya, hapus baris lain di atas jawaban, sehingga tinggal satu baris judul."
PER = "Pakai --per dengan salah satu judul di baris pertama:"

Baris = Sequence[object]


class Skm:
    """The command in a folder: what it refuses, and the answer."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def write(self, *baris: Baris) -> None:
        write_csv(Path("jawaban.csv"), baris, ";")

    def run(self, *pilihan: str, berkas: str = "jawaban.csv") -> tuple[int, str, str]:
        return run_utama(self._capsys, "hitung", "skm", berkas, "--pada", "2025-07-01", *pilihan)

    def refuse(self, saran: str, *pilihan: str, berkas: str = "jawaban.csv") -> str:
        kode, _, galat = self.run(*pilihan, berkas=berkas)
        assert kode == 2
        assert match_saran(saran, galat), galat
        return galat

    def compute(self, *pilihan: str, berkas: str = "jawaban.csv") -> float:
        kode, keluar, galat = self.run(*pilihan, "--json", berkas=berkas)
        assert kode == 0, galat
        return float(json.loads(keluar)["nik"])

    def compute_per(self, *pilihan: str) -> list[tuple[str, float]]:
        kode, keluar, galat = self.run(*pilihan, "--json")
        assert kode == 0, galat
        return [(satu["kunci"], satu["nik"]) for satu in json.loads(keluar)["kelompok"]]


@pytest.fixture
def skm(folder_kerja: Path, capsys: pytest.CaptureFixture[str]) -> Skm:
    assert folder_kerja == Path.cwd()
    return Skm(capsys)


def read_pilihan(galat: str) -> list[list[str]]:
    """The options of a message, each as a shell would hand it over."""
    return [shlex.split(satu) for satu in re.findall(r'--kolom \S+?="[^"…]*"', galat)]


@follow(SKALA)
def test_kata_berskala_lima_diberi_nilai_sendiri(skm: Skm) -> None:
    lima = ["Sangat tidak puas", "Tidak puas", "Cukup puas", "Puas", "Sangat puas"]
    skm.write(UNSUR, *(lima[n:] + lima[:n] + lima[:4] for n in range(5)))
    skm.refuse(SKALA)
    tetap = dict(zip(lima, (1, 1, 2, 3, 4), strict=True))
    skm.write(UNSUR, *([tetap[kata] for kata in lima[n:] + lima[:n] + lima[:4]] for n in range(5)))
    assert skm.compute() == 50.0  # five times 11 and five times 7 of 45 times 4: 90/180


@follow(HILANG)
def test_skala_lima_diberi_nilai_sendiri(skm: Skm) -> None:
    """The office decides that 5 and 4 both count 4, the rest what it says; nothing is left blank."""
    lima = [(5, 4, 4, 4, 5, 3, 3, 2, 2), (5, 4, 4, 4, 4, 3, 3, 2, 1)]
    skm.write(UNSUR, *lima)
    skm.refuse(HILANG)
    tetap = {5: 4, 4: 3, 3: 3, 2: 2, 1: 1}
    skm.write(UNSUR, *([tetap[n] for n in satu] for satu in lima))
    assert skm.compute() == 72.22  # 27 and 25 of 36: 52/72


@follow(GANTI)
def test_jawaban_tak_terbaca_diganti_angkanya(skm: Skm) -> None:
    kata = [*list_kata(NILAI)]
    skm.write(TANYA, *([*kata[:3], "Wajar sekali", *kata[4:]] for _ in range(4)))
    skm.refuse(GANTI)
    skm.write(TANYA, *([*kata[:3], 3, *kata[4:]] for _ in range(4)))
    assert skm.compute() == 75.0


@follow("Simpan lembar jawaban sebagai berkas sendiri.")
def test_lembar_jawaban_disimpan_sendiri(skm: Skm) -> None:
    buku = openpyxl.Workbook()
    for nama in ("Loket", "Lapangan"):
        lembar = buku.create_sheet(nama)
        lembar.append(UNSUR)
        lembar.append(NILAI)
    buku.save("jawaban.xlsx")
    skm.refuse("Simpan lembar jawaban sebagai berkas sendiri.", berkas="jawaban.xlsx")
    del buku["Lapangan"]
    buku.save("jawaban.xlsx")
    assert skm.compute(berkas="jawaban.xlsx") == 75.0


@follow(KEDUA)
def test_baris_di_bawah_judul_dihapus_atau_disatukan(skm: Skm) -> None:
    """Words that may be a second head: which unsur they mean is said where they are joined to the first."""
    semua = [NILAI] * 12
    skm.write(TANYA, ["Kenyataan"] * 9, *semua)
    skm.refuse(KEDUA)
    skm.write(TANYA, *semua)
    assert skm.compute() == 75.0
    skm.write([f"{tanya} Kenyataan" for tanya in TANYA], *semua)
    assert skm.compute() == 75.0


@follow(DEPAN)
@pytest.mark.parametrize(("nomor", "nik"), [(0, 69.44), (1, 70.83)])
def test_angka_ditulis_di_depan_jawabannya(nomor: int, nik: float, skm: Skm) -> None:
    kata = [*list_kata(NILAI)]
    skm.write(TANYA, ["tidak puas", *kata[1:]], ["puas", *kata[1:]])
    galat = skm.refuse(DEPAN)
    tulis = re.findall(r'"(\d\. tidak puas)"', galat)
    assert tulis == ["1. tidak puas", "2. tidak puas"]
    skm.write(TANYA, [tulis[nomor], *kata[1:]], ["puas", *kata[1:]])
    assert skm.compute() == nik


@follow(JUDUL, SEBUT)
def test_judul_diberikan_atau_kolomnya_disebutkan(skm: Skm) -> None:
    skm.write(NILAI[:8])
    skm.refuse(JUDUL)
    skm.write(UNSUR, NILAI)
    assert skm.compute() == 75.0
    huruf = [f"Butir {x}" for x in "ihgfedcba"]
    skm.write(huruf, NILAI[::-1])
    galat = skm.refuse(SEBUT)
    ada = [baris.strip() for baris in galat.splitlines()[1:]]
    assert ada == huruf
    pilihan = [x for n, judul in enumerate(reversed(ada), 1) for x in ("--kolom", f"U{n}={judul}")]
    assert skm.compute(*pilihan, "--keluar", "baca.xlsx") == 75.0
    (lembar,) = openpyxl.load_workbook("baca.xlsx").worksheets
    assert [*lembar.iter_rows(min_row=2, values_only=True)] == [NILAI]


@follow("Judul yang ada:", PANJANG, "Pakai satu judul kolom.", "Pilih U1 sampai U{}.", MAKSUD)
def test_kolom_disebut_menurut_pesannya(skm: Skm) -> None:
    skm.write([*TANYA[:8], "Butir lain", "Butir akhir"], [*NILAI[:8], 1, NILAI[8]])
    galat = skm.refuse(MAKSUD)
    assert "U9" in galat
    assert "Butir akhir" in galat.splitlines()[-1]
    ada = skm.refuse("Judul yang ada:", "--kolom", "U9=Sarana")
    assert ada.splitlines()[-1].strip() == "Butir akhir"
    huruf = re.findall(r'"(kolom [A-Z]+)"', skm.refuse(PANJANG, "--kolom", "U9=Butir"))
    assert huruf == ["kolom I"]
    skm.refuse("Pakai satu judul kolom.", "--kolom", "U9=Butir lain", "--kolom", "U9=Butir akhir")
    skm.refuse("Pilih U1 sampai U{}.", "--kolom", "U10=Butir akhir")
    for judul in ("Butir akhir", "kolom J"):
        assert skm.compute("--kolom", f"U9={judul}") == 75.0
    assert skm.compute("--kolom", f"U9={huruf[0]}") == 72.22  # the other column, which says 1


@follow(MAKSUD)
def test_pilihan_yang_ditawarkan_dapat_disalin(skm: Skm) -> None:
    """Two columns of one unsur: each option is copied from the message, and counts what its column says."""
    skm.write([*TANYA, TANYA[8].replace("Bagaimana", "Menurut Saudara, bagaimana")], [*NILAI, 1])
    semua = read_pilihan(skm.refuse(MAKSUD))
    assert [skm.compute(*satu) for satu in semua] == [75.0, 72.22]


@follow(JUDUL_9, SATU_BARIS, PER)
@pytest.mark.parametrize(
    ("salah", "saran"),
    [
        ([["kecamatan"], ["Medan Baru"]], JUDUL_9),
        ([["Survei 2025", *[""] * 9], ["kecamatan", *UNSUR], ["Medan Baru", *NILAI]], SATU_BARIS),
        ([["wilayah", *UNSUR], ["Medan Baru", *NILAI]], PER),
    ],
)
def test_survei_per_kecamatan_dibetulkan_judulnya(salah: list[Baris], saran: str, skm: Skm) -> None:
    skm.write(*salah)
    galat = skm.refuse(saran, "--per", "kecamatan")
    if saran == PER:
        assert skm.compute_per("--per", galat.splitlines()[1].strip()) == [("Medan Baru", 75.0)]
    skm.write(["kecamatan", *UNSUR], ["Medan Baru", *NILAI])
    assert skm.compute_per("--per", "kecamatan") == [("Medan Baru", 75.0)]
