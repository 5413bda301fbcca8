"""Filled workbooks are collected: known by what they are, believed after checking, kept, and each counted once."""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

import kinerja
from kinerja.errors import BerkasError, MasukanError
from kinerja.kumpul import find_kiriman, open_kumpul
from kinerja.kumpul.data import to_polos
from kinerja.kumpul.kumpulan import Kumpulan
from kinerja.kumpul.pengumpulan import collect_kiriman
from kinerja.kumpul.periksa import StatusBerkas
from kinerja.kumpul.proses import CaraKumpul
from kinerja.kumpul.rekapan import assemble_rekap
from kinerja.perjanjian.rekap import StatusKembali
from kinerja.perjanjian.temuan_kumpul import Bobot
from kinerja.terbit.kiriman import list_semua, list_terakhir, read_isi_kembalian
from kinerja.terbit.register import NAMA_REGISTER, open_lama
from tests.alat.pulang import WAKTU, cut_triwulan, draw_isian, fill, gather, issue, list_kode, send
from tests.alat.terbitan import CUPLIKAN, TERBITAN, read_harap

DUA = ("91.71.01", "91.71.02")


@pytest.fixture
def terbit(tmp_path: Path) -> Path:
    issue(tmp_path / "hasil", *(draw_isian(n, kode=kode)[0] for n, kode in enumerate(DUA)))
    return tmp_path / "hasil"


def answer(benih: int, sampai: int = 4, kode: str = DUA[0]) -> bytes:
    return fill(*draw_isian(benih, sampai, kode))


def test_dua_berkas_jujur_dikenal_tanpa_melihat_namanya(terbit: Path, tmp_path: Path) -> None:
    kirim = send(tmp_path / "kirim", satu=answer(1, kode=DUA[1]), dua=answer(0))

    kumpulan = gather(terbit, kirim)

    assert [(b.berkas, b.kode, b.tahun > 2017, b.berlaku, b.revisi) for b in kumpulan.buku] == [
        ("dua.xlsx", DUA[0], True, True, 1),
        ("satu.xlsx", DUA[1], True, True, 1),
    ]
    assert not [t for b in kumpulan.buku for t in b.temuan if t.tingkat is Bobot.BERUBAH]
    assert kumpulan.belum == ()


def test_yang_belum_kembali_disebut(terbit: Path, tmp_path: Path) -> None:
    kumpulan = gather(terbit, send(tmp_path / "kirim", a=answer(0)))

    assert [t.identitas.kode for t in kumpulan.belum] == [DUA[1]]


def test_satu_berkas_buruk_tidak_menghentikan_yang_lain(terbit: Path, tmp_path: Path) -> None:
    kirim = send(tmp_path / "kirim", a=b"", b=b"bukan buku", c=answer(0)[:5000], d=answer(0))
    (kirim / "surat.pdf").write_bytes(b"%PDF-1.4")

    kumpulan = gather(terbit, kirim)

    assert [(b.berkas, b.status) for b in kumpulan.buku] == [
        *((f"{n}.xlsx", StatusBerkas.DITOLAK) for n in "abc"),
        ("d.xlsx", kumpulan.buku[3].status),
    ]
    assert kumpulan.buku[3].berlaku
    assert all(list_kode(kumpulan, f"{n}.xlsx") == ["KU01"] for n in "abc")
    assert [nama for nama, _ in kumpulan.lewat] == ["surat.pdf"]


def test_berkas_di_dalam_zip_dibaca_tanpa_dibongkar(terbit: Path, tmp_path: Path) -> None:
    isi = io.BytesIO()
    with zipfile.ZipFile(isi, "w") as z:
        z.writestr("kiriman/a.xlsx", answer(0))
    (tmp_path / "wa.zip").write_bytes(isi.getvalue())

    kumpulan = gather(terbit, tmp_path / "wa.zip")

    (buku,) = kumpulan.buku
    assert buku.berkas.endswith("wa.zip › kiriman/a.xlsx") and buku.berlaku
    assert not list(tmp_path.glob("**/a.xlsx"))


def test_berkas_disimpan_utuh_di_register(terbit: Path, tmp_path: Path) -> None:
    isi = answer(0)
    kumpulan = gather(terbit, send(tmp_path / "kirim", a=isi))

    with open_lama(terbit / NAMA_REGISTER) as register:
        (satu,) = list_semua(register)
        assert read_isi_kembalian(register, satu.sidik) == isi
        assert json.loads(satu.isian)["terisi"] == kumpulan.buku[0].terisi > 50


def test_perintah_yang_sama_sekali_lagi_tidak_mengubah_apa_pun(terbit: Path, tmp_path: Path) -> None:
    kirim = send(tmp_path / "kirim", a=answer(0))
    satu = gather(terbit, kirim)
    with open_lama(terbit / NAMA_REGISTER) as register:
        dulu = list(list_semua(register))

    dua = gather(terbit, kirim, waktu=WAKTU + timedelta(days=1))

    assert satu == dua
    with open_lama(terbit / NAMA_REGISTER) as register:
        assert list(list_semua(register)) == dulu


def test_salinan_yang_sama_dihitung_sekali(terbit: Path, tmp_path: Path) -> None:
    kumpulan = gather(terbit, send(tmp_path / "kirim", a=answer(0), b=answer(0)))

    assert [b.berlaku for b in kumpulan.buku] == [True, False]
    assert list_kode(kumpulan, "b.xlsx") == ["KU07"]


def save_at(isi: bytes, kapan: str) -> bytes:
    """The same workbook, saved at another moment by the word of its own properties."""
    tulis = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(isi)) as lama, zipfile.ZipFile(tulis, "w", zipfile.ZIP_DEFLATED) as baru:
        for nama in lama.namelist():
            bagian = lama.read(nama)
            if nama == "docProps/core.xml":
                awal, ada, sisa = bagian.partition(b"<dcterms:modified")
                bagian = awal + ada + b' xsi:type="dcterms:W3CDTF">' + kapan.encode() + sisa[sisa.index(b"</") :]
            baru.writestr(nama, bagian)
    return tulis.getvalue()


def test_dari_dua_yang_berbeda_yang_terbaru_dihitung_dan_keduanya_disebut(terbit: Path, tmp_path: Path) -> None:
    pk, isi = draw_isian(0, 2)
    lain = {**isi, "isian_indikator_2_target": ((12.0,),)}
    lama, baru = save_at(fill(pk, lain), "2024-04-01T08:00:00Z"), save_at(answer(0, 2), "2024-07-01T08:00:00Z")
    kumpulan = gather(terbit, send(tmp_path / "kirim", a=baru, b=lama))

    assert [(b.berkas, b.berlaku) for b in kumpulan.buku] == [("a.xlsx", True), ("b.xlsx", False)]
    (bukan,) = (t for t in kumpulan.buku[1].temuan if t.kode == "KU06")
    assert "a.xlsx" in bukan.pesan and " isian berbeda: " in bukan.pesan
    (dihitung,) = (t for t in kumpulan.buku[0].temuan if t.kode == "KU06")
    assert "b.xlsx" in dihitung.pesan


def test_buku_kosong_yang_lebih_baru_tidak_menggantikan_yang_terisi(terbit: Path, tmp_path: Path) -> None:
    pk, isi = draw_isian(0)
    kosong = save_at(fill(pk, {}), "2024-12-01T08:00:00Z")
    kumpulan = gather(terbit, send(tmp_path / "kirim", a=kosong, b=save_at(fill(pk, isi), "2024-11-01T08:00:00Z")))

    assert [(b.berkas, b.berlaku) for b in kumpulan.buku] == [("a.xlsx", False), ("b.xlsx", True)]


def test_angka_triwulan_lalu_yang_diubah_kemudian_adalah_temuan(terbit: Path, tmp_path: Path) -> None:
    pk, isi = draw_isian(0, 3)
    nama = "isian_anggaran_realisasi"
    gather(terbit, send(tmp_path / "tw2", a=fill(pk, cut_triwulan(isi, nama, 2))))
    ubah = [list(baris) for baris in isi[nama]]
    assert ubah[0][0] == 0
    ubah[0][0] = 1_000_000

    kumpulan = gather(terbit, send(tmp_path / "tw3", a=fill(pk, {**isi, nama: tuple(map(tuple, ubah))})))

    lalu = [t for t in kumpulan.buku[0].temuan if t.kode == "KU60"]
    assert [(t.lembar, t.sel, t.terbit, t.datang) for t in lalu] == [("Anggaran", "H7", "0", "1.000.000")]
    assert "triwulan I " in lalu[0].pesan


def test_angka_triwulan_lalu_ditemukan_juga_setelah_diterbitkan_ulang(terbit: Path, tmp_path: Path) -> None:
    pk, isi = draw_isian(0, 3)
    nama = "isian_anggaran_realisasi"
    gather(terbit, send(tmp_path / "tw2", a=fill(pk, cut_triwulan(isi, nama, 2))))
    baru = replace(pk, program=(*pk.program[1:], pk.program[0]))  # the first programme is the last one now
    issue(terbit, baru)
    assert len(isi[nama]) > 1
    pindah = [*isi[nama][1:], isi[nama][0]]
    gather(terbit, send(tmp_path / "sama", a=fill(baru, {**isi, nama: tuple(pindah)})))
    with open_lama(terbit / NAMA_REGISTER) as register:
        assert not [k for k in list_terakhir(register) if "KU60" in k.temuan]
    pindah[-1] = (pindah[-1][0] + 1, *pindah[-1][1:])  # type: ignore[operator]

    lagi = gather(terbit, send(tmp_path / "tw3", a=fill(baru, {**isi, nama: tuple(pindah)})))

    assert [(t.lembar, t.sel) for t in lagi.buku[0].temuan if t.kode == "KU60"] == [("Anggaran", f"H{6 + len(pindah)}")]


def test_berkas_lama_yang_dikumpulkan_kemudian_tidak_menggantikan_yang_baru(terbit: Path, tmp_path: Path) -> None:
    lama = save_at(answer(0, 1), "2024-04-01T08:00:00Z")
    gather(terbit, send(tmp_path / "tw2", a=save_at(answer(0, 2), "2024-07-01T08:00:00Z")))

    kumpulan = gather(terbit, send(tmp_path / "tw1", b=lama))

    (buku,) = kumpulan.buku
    assert not buku.berlaku and "a.xlsx" in next(t.pesan for t in buku.temuan if t.kode == "KU06")
    with open_lama(terbit / NAMA_REGISTER) as register:
        (berlaku,) = list_terakhir(register)
    assert (berlaku.berkas, berlaku.triwulan) == ("a.xlsx", 2)
    paksa = collect_kiriman_ganti(terbit, tmp_path / "tw1")
    assert paksa.buku[0].berlaku


def collect_kiriman_ganti(terbit: Path, sumber: Path) -> Kumpulan:
    with open_kumpul(terbit, None, WAKTU, str) as register:
        return collect_kiriman(find_kiriman([sumber]), register, terbit, waktu=WAKTU, cara=CaraKumpul(ganti=True))


def test_buku_yang_masih_seperti_diterbitkan_bukan_kiriman(terbit: Path, tmp_path: Path) -> None:
    gather(terbit, send(tmp_path / "kirim", a=answer(0)))

    kumpulan = gather(terbit, terbit)

    assert {b.status for b in kumpulan.buku} == {StatusBerkas.KOSONG}
    assert [t.identitas.kode for t in kumpulan.belum] == [DUA[1]]
    with open_lama(terbit / NAMA_REGISTER) as register:
        assert [k.berkas for k in list_terakhir(register)] == ["a.xlsx"]


def test_dari_revisi_lama_disebut_dan_tetap_dibaca(terbit: Path, tmp_path: Path) -> None:
    pk, isi = draw_isian(0)
    issue(terbit, replace(pk, kecamatan=replace(pk.kecamatan, nama="Uji Lain")))

    kumpulan = gather(terbit, send(tmp_path / "kirim", a=fill(pk, isi)))

    (buku,) = kumpulan.buku
    assert (buku.revisi, buku.berlaku) == (1, True)
    assert "KU05" in list_kode(kumpulan, "a.xlsx")
    assert not [t for t in buku.temuan if t.tingkat is Bobot.BERUBAH]


def test_tahun_lain_dan_kecamatan_lain_disebut(terbit: Path, tmp_path: Path) -> None:
    pk, isi = draw_isian(0)
    lain = replace(pk, tahun=pk.tahun + 1)

    kumpulan = gather(terbit, send(tmp_path / "kirim", a=fill(lain, isi)))

    (buku,) = kumpulan.buku
    (t,) = (t for t in buku.temuan if t.kode == "KU04")
    assert str(pk.tahun) in t.pesan and not buku.berlaku


def test_dua_proses_memberi_hasil_yang_sama(terbit: Path, tmp_path: Path) -> None:
    kirim = send(tmp_path / "kirim", a=answer(0), b=answer(1, kode=DUA[1]), c=b"rusak")

    assert gather(terbit, kirim, proses=2) == gather(terbit, kirim)


def test_register_yang_tidak_ada_tidak_dibuat(tmp_path: Path) -> None:
    kirim = send(tmp_path / "kirim", a=b"x")
    (tmp_path / "hasil").mkdir()

    with pytest.raises(BerkasError, match="Tidak ada register terbitan"):
        gather(tmp_path / "hasil", kirim)
    with pytest.raises(MasukanError, match="Tidak ada berkas atau folder itu"):
        gather(tmp_path / "hasil", tmp_path / "tidak-ada")
    assert not list((tmp_path / "hasil").iterdir())


def test_rekap_menyebut_semua_yang_terbit_dan_keadaannya(terbit: Path, tmp_path: Path) -> None:
    gather(terbit, send(tmp_path / "kirim", a=answer(0, 2)))

    with open_lama(terbit / NAMA_REGISTER) as register:
        rekap = assemble_rekap(register, hari=WAKTU.date(), tahun=draw_isian(0)[0].tahun)
        (kembali,) = list_terakhir(register)

    assert {b.kode: b.status for b in rekap.baris}.get(DUA[0]) is not StatusKembali.BELUM
    assert (rekap.sampai, kembali.triwulan) == (2, 2)


def test_kinerja_collect_memberi_tabel_pandas(terbit: Path, tmp_path: Path) -> None:
    kumpulan = kinerja.collect(send(tmp_path / "kirim", a=answer(0)), terbit=terbit)

    tabel = kumpulan.to_frame()

    hasil = kumpulan.buku[0].hasil
    assert hasil is not None
    assert list(tabel["indikator"]) == [i.nama for i in hasil.indikator]
    assert set(tabel["kode"]) == {DUA[0]}


@pytest.mark.parametrize("versi", [p.name for p in CUPLIKAN])
def test_buku_tanpa_terbitan_di_register_tetap_dibaca_menurut_dirinya(versi: str, terbit: Path, tmp_path: Path) -> None:
    kirim = send(tmp_path / "kirim", a=(TERBITAN / versi / "medan-baru-terisi.xlsx").read_bytes())

    kumpulan = gather(terbit, kirim)

    (buku,) = kumpulan.buku
    assert (buku.kode, buku.versi, buku.berlaku, buku.triwulan) == ("12.71.17", versi, False, 4)
    assert "KU04" in list_kode(kumpulan, "a.xlsx")
    assert buku.hasil is not None
    harap = read_harap(TERBITAN / versi)["medan-baru-terisi.xlsx"]["hasil"]
    dapat = {nama: [to_polos(n) for baris in semua for n in baris] for nama, semua in buku.hasil.nama.items()}
    assert dapat == {nama: [None if n == "" else n for n in semua] for nama, semua in harap.items()}
