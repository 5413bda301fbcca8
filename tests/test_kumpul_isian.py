"""Inputs that cannot be used, or that disguise what was reported before, are named with their cell."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import openpyxl
import pytest

from kinerja.workbook.layout import Nilai
from tests.alat.pulang import Isi, cut_triwulan, draw_isian, fill, gather, issue, send


@pytest.fixture
def terbit(tmp_path: Path) -> Path:
    issue(tmp_path / "hasil", draw_isian(0)[0])
    return tmp_path / "hasil"


@pytest.mark.parametrize(
    ("dulu", "kini"), [(1_000_000, None), (None, 1_000_000), (1_000_000, 0), ("1 juta", 1_000_000)]
)
def test_angka_triwulan_lalu_tidak_dapat_disamarkan(dulu: Nilai, kini: Nilai, terbit: Path, tmp_path: Path) -> None:
    pk, isi = draw_isian(0, 3)
    nama = "isian_anggaran_realisasi"

    def put(nilai: Nilai, sampai: int) -> Isi:
        (_, *sisa), *lain = cut_triwulan(isi, nama, sampai)[nama]
        return {**isi, nama: ((nilai, *sisa), *lain)}

    gather(terbit, send(tmp_path / "tw2", a=fill(pk, put(dulu, 2))))

    kumpulan = gather(terbit, send(tmp_path / "tw3", a=fill(pk, put(kini, 3))))

    assert ("Anggaran", "H7") in [(t.lembar, t.sel) for t in kumpulan.buku[0].temuan if t.kode == "KU60"]


@pytest.mark.parametrize(
    ("isi_sel", "kode"),
    [
        ("<v>1000000.12345</v>", "KU45"),
        ("<v>1E-300</v>", "KU45"),
        ("<v>" + "9" * 400 + "</v>", "KU44"),
        ("<v>\u0661\u0662</v>", "KU44"),
        ("<f>H7+1</f><v>5</v>", "KU44"),
        ("<f>FOO(1)</f><v>5</v>", "KU46"),
    ],
)
def test_isian_yang_tidak_dapat_dipakai_disebut_selnya(isi_sel: str, kode: str, terbit: Path, tmp_path: Path) -> None:
    kumpulan = gather(terbit, send(tmp_path / "kirim", a=write_h7(isi_sel)))

    (buku,) = kumpulan.buku
    assert ("Anggaran", "H7", kode) in [(t.lembar, t.sel, t.kode) for t in buku.temuan], [str(t) for t in buku.temuan]


@pytest.mark.parametrize(("ketik", "tampak"), [("-1250000", "-1.250.000"), ("1000000.125", "1.000.000,125")])
def test_angka_di_luar_batas_ditulis_seperti_orang_menulisnya(
    ketik: str, tampak: str, terbit: Path, tmp_path: Path
) -> None:
    (buku,) = gather(terbit, send(tmp_path / "kirim", a=write_h7(f"<v>{ketik}</v>"))).buku

    (satu,) = (t for t in buku.temuan if (t.kode, t.lembar, t.sel) == ("KU45", "Anggaran", "H7"))
    assert (satu.datang, satu.pesan.split(",")[0]) == (tampak, f"Isinya {tampak.split(',')[0]}")


def write_h7(isi_sel: str) -> bytes:
    """A filled workbook with this in cell H7 of sheet Anggaran."""
    pk, isi = draw_isian(0)
    tulis = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(fill(pk, isi))) as lama, zipfile.ZipFile(tulis, "w", zipfile.ZIP_DEFLATED) as baru:
        for nama in lama.namelist():
            bagian = lama.read(nama).decode("utf-8", "surrogateescape")
            if "worksheets/sheet" in nama and "Anggaran dan Realisasi" not in bagian and "rekap" not in nama:
                bagian = put_h7(bagian, isi_sel)
            baru.writestr(nama, bagian.encode("utf-8", "surrogateescape"))
    return tulis.getvalue()


def put_h7(xml: str, isi_sel: str) -> str:
    """On the sheet whose H7 is an input of rupiah: the one with an `O6`, titles in 15 columns."""
    if 'r="O6"' not in xml or ('r="H13"' not in xml and 'r="H7"' not in xml):
        return xml
    return re.sub(r'(<c r="H7"[^>]*?)(?:/>|>.*?</c>)', lambda m: f"{m[1].split(' t=')[0]}>{isi_sel}</c>", xml, count=1)


def test_rumus_yang_salah_di_satu_isian_tidak_membungkam_pemeriksaan_lain(terbit: Path, tmp_path: Path) -> None:
    pk, isi = draw_isian(0)
    buku = openpyxl.load_workbook(io.BytesIO(fill(pk, {**isi, "isian_trantibum_laporan": ((5,), (5,), (5,))})))
    lembar, kotak = buku.defined_names["isian_trantibum_ditangani"].attr_text.replace("$", "").split("!")
    awal, akhir = kotak.split(":")
    buku[lembar][awal].value, buku[lembar][akhir].value = "=1/0", 9
    tulis = io.BytesIO()
    buku.save(tulis)

    (kiriman,) = gather(terbit, send(tmp_path / "kirim", a=tulis.getvalue())).buku

    assert (lembar, awal) in [(t.lembar, t.sel) for t in kiriman.temuan if t.kode == "KU44"]
    assert [t for t in kiriman.temuan if t.kode == "KU62" and t.lembar == lembar]


def test_isian_dihitung_sama_dengan_yang_tersimpan(tmp_path: Path) -> None:
    """The stored values are those of the plan, which IronCalc, formulon and LibreOffice are held to elsewhere."""
    semua = [draw_isian(n, n % 4 + 1, f"91.71.{n + 1:02}") for n in range(24)]
    issue(tmp_path / "hasil", *(pk for pk, _ in semua))
    kirim = send(tmp_path / "kirim", **{f"k{n:02}": fill(*satu) for n, satu in enumerate(semua)})

    kumpulan = gather(tmp_path / "hasil", kirim)

    salah = {(b.berkas, t.kode, t.pesan) for b in kumpulan.buku for t in b.temuan if t.kode < "KU60"}
    assert not salah
    assert [b.triwulan for b in kumpulan.buku] == [n % 4 + 1 for n in range(24)]
