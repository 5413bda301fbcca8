"""A region's own LKE: other components and weights of SAKIP, from the data set to the workbook."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from kinerja.errors import DataError
from kinerja.perjanjian.induk.awal import make_isi
from kinerja.perjanjian.induk.berkas import read_induk
from kinerja.perjanjian.model import PerjanjianKinerja
from kinerja.rumus.sakip import compute_sakip_subkomponen
from kinerja.terbit.keluaran import write_workbook
from tests.alat.mesin import compare, read_cached, recalc_ironcalc
from tests.berkas_induk import Data, read_xlsx, small, tabulate, write_csv, write_xlsx
from workbook_templates.data_induk import build_data_induk
from workbook_templates.perjanjian_kinerja import Bahan, build_perjanjian

# Trenggalek: the fourth component has four sub-components.
TRENGGALEK = (
    ("Perencanaan Kinerja", ("6", "9", "15")),
    ("Pengukuran Kinerja", ("6", "9", "15")),
    ("Pelaporan Kinerja", ("3", "4,5", "7,5")),
    ("Evaluasi Akuntabilitas Kinerja Internal", ("5", "7,5", "5", "7,5")),
)
BARIS: list[dict[str, Any]] = [
    {"komponen": nama, "subkomponen": f"Bagian {n}", "bobot": bobot}
    for nama, semua in TRENGGALEK
    for n, bobot in enumerate(semua, 1)
]


def make_data(*lke: dict[str, Any]) -> Data:
    data = small()
    data["indikator"].append(
        {"sasaran": "Dua", "indikator": "SAKIP", "jenis": "sakip", "satuan": "nilai", "target": "B (66,50)"}
    )
    return {**data, "lke": [dict(b) for b in lke]}


def test_komponen_lke_dibaca_dari_workbook_dan_csv(tmp_path: Path) -> None:
    data = make_data({**BARIS[0], "dasar": "Peraturan Bupati 1/2024"}, *BARIS[1:])

    for pk in (read_xlsx(tmp_path, data)[0], read_induk(write_csv(tmp_path / "csv", tabulate(data)))[0]):
        assert pk.lke is not None
        assert [[s.bobot for s in k.subkomponen] for k in pk.lke.komponen][3] == [
            5, Decimal("7.5"), 5, Decimal("7.5")
        ]  # fmt: skip
        assert [k.bobot for k in pk.lke.komponen] == [30, 30, 15, 25]
        assert pk.lke.dasar == "Peraturan Bupati 1/2024"


def test_tanpa_baris_atau_tanpa_lembar_berlaku_bobot_peraturan(tmp_path: Path) -> None:
    data = make_data()
    petak = tabulate(data)
    assert read_xlsx(tmp_path, data)[0].lke is None
    del petak["LKE"]
    assert read_induk(write_xlsx(tmp_path / "lama.xlsx", petak))[0].lke is None


@pytest.mark.parametrize(
    ("lke", "pesan"),
    [
        ([*BARIS[:-1], {**BARIS[-1], "bobot": "7,4"}], r"baris 2: Jumlah bobot komponen 99,9, seharusnya 100"),
        ([*BARIS, BARIS[0]], r"baris 15, kolom Subkomponen: Bagian komponen ini tertulis dua kali"),
        ([{"komponen": "A", "bobot": 60}, {"komponen": "A", "subkomponen": "x", "bobot": 40}], r"tertulis dua kali"),
        ([{"komponen": "A", "bobot": 100}, {"komponen": "B", "bobot": 0}], r"Bobot komponen harus lebih dari 0"),
        (
            [{"komponen": "A", "bobot": "33,335"}, {"komponen": "B", "bobot": "66,665"}],
            r"kolom Bobot: Bobot paling banyak 2 angka di belakang koma",
        ),
        ([{"komponen": "A", "bobot": "seratus"}], r"kolom Bobot: .*tidak terbaca sebagai angka"),
        ([{"komponen": "A"}], r"kolom Bobot: Sel ini wajib diisi"),
        ([{"subkomponen": "A", "bobot": 100}], r"kolom Komponen: Sel ini wajib diisi"),
    ],
)
def test_lke_yang_salah_ditolak_dengan_barisnya(lke: list[dict[str, Any]], pesan: str, tmp_path: Path) -> None:
    with pytest.raises(DataError, match=rf"induk.xlsx, lembar LKE, .*{pesan}"):
        read_xlsx(tmp_path, make_data(*lke))


def test_lembar_lke_yang_salah_nama_tidak_dilewati(tmp_path: Path) -> None:
    petak = tabulate(make_data(*BARIS))
    isi = petak.pop("LKE")
    for nama in ("LEK", "LKE 2025"):
        with pytest.raises(DataError, match=f"Ganti nama lembar '{nama}' menjadi 'LKE'"):
            read_induk(write_xlsx(tmp_path / "induk.xlsx", {**petak, nama: isi}))


def test_huruf_besar_tidak_membuat_komponen_lain(tmp_path: Path) -> None:
    lke = [{**b, "komponen": b["komponen"].upper() if n % 2 else b["komponen"]} for n, b in enumerate(BARIS)]
    pk = read_xlsx(tmp_path, make_data(*lke))[0]

    assert pk.lke is not None
    assert [30, 30, 15, 25] == [k.bobot for k in pk.lke.komponen]
    with pytest.raises(DataError, match="tertulis dua kali"):
        read_xlsx(tmp_path, make_data(*BARIS, {**BARIS[0], "subkomponen": "BAGIAN 1"}))


def build(pk: PerjanjianKinerja, nilai: list[float], path: Path) -> dict[str, Any]:
    """What the workbook's defined cells show after IronCalc has agreed with all of them."""
    buku = build_perjanjian(Bahan(pk, {"isian_sakip_subkomponen": tuple((n,) for n in nilai)}, responden=5))
    write_workbook(buku, path)
    assert [] == compare(path, ironcalc=recalc_ironcalc(path))
    tersimpan = read_cached(path)
    return {
        n: tersimpan["SAKIP", a.split("!")[1].replace("$", "")] for n, a in buku.nama if n.startswith("hasil_sakip")
    }


def test_lembar_sakip_menghitung_menurut_lke(tmp_path: Path) -> None:
    pk = read_xlsx(tmp_path, make_data(*BARIS))[0]
    penuh = [float(str(b["bobot"]).replace(",", ".")) for b in BARIS]

    hasil = build(pk, [*penuh[:-1], 0], tmp_path / "a.xlsx")
    assert [92.5, "AA", "Sangat Memuaskan"] == [
        hasil[f"hasil_sakip_{nama}"] for nama in ("nilai", "predikat", "interpretasi")
    ]
    assert pk.lke is not None
    assert Decimal("92.50") == compute_sakip_subkomponen([*penuh[:-1], 0], pk.lke.komponen, pada=date(2025, 12, 31))
    # 7,6 is above the local weight of the last part: nothing is computed.
    assert build(pk, [*penuh[:-1], 7.6], tmp_path / "b.xlsx")["hasil_sakip_nilai"] == ""


def test_rujukan_menyebut_lke_dan_bukan_bobot_peraturan(tmp_path: Path) -> None:
    def list_teks(*lke: dict[str, Any]) -> list[object]:
        pk = read_xlsx(tmp_path, make_data(*lke))[0]
        return [s.nilai for s in build_perjanjian(Bahan(pk, responden=5)).get_lembar("Rujukan").sel]

    bobot = "Peraturan Menteri PANRB 88/2021, Lampiran, komponen, subkomponen dan bobot ("
    sendiri = list_teks({**BARIS[0], "dasar": "Peraturan Bupati 1/2024"}, *BARIS[1:])
    assert "Lembar kerja evaluasi (LKE) daerah: Peraturan Bupati 1/2024." in sendiri
    assert not any(bobot in str(x) for x in sendiri)
    assert any(bobot in str(x) for x in list_teks())


def test_data_induk_punya_lembar_lke_yang_kosong_dan_terbaca_kembali(tmp_path: Path) -> None:
    path = tmp_path / "induk.xlsx"
    write_workbook(build_data_induk(make_isi("35.03", 2025)), path)

    assert {pk.lke for pk in read_induk(path)} == {None}
