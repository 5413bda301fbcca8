"""Whose a file is: only what is byte for byte as issued is replaced; all else stays, or moves to `lama`."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest

from kinerja.berkas import write_sementara
from kinerja.perjanjian.induk.bawaan import load_bundled
from kinerja.terbit.folder import DIUBAH, NAMA_LAIN, TAK_DIKENAL
from kinerja.terbit.pembuatan import OpsiTerbit
from kinerja.terbit.penerbitan import StatusTerbit, Terbit, Tujuan, issue_workbooks
from kinerja.terbit.register import NAMA_REGISTER, open_lama
from kinerja.terbit.sha256sums import SHA256SUMS
from tests.alat.program import AKAR
from tests.alat.terbit import ASAL, LAIN, alasan, buat_perjanjian, nama, terbit, terbitkan

KASUS = AKAR / "tests" / "kasus"
BARU = "12.71.17-medan-baru-perjanjian-kinerja-2024.xlsx"


def terbit_baru(folder: Path, opsi: OpsiTerbit | None = None) -> Terbit:
    """Issue the workbook of Medan Baru 2024."""
    pk = [pk for pk in load_bundled() if pk.kecamatan.kode == "12.71.17"]
    (satu,) = issue_workbooks(pk, Tujuan(folder), asal=ASAL, opsi=opsi)
    return satu


def fill(path: Path) -> bytes:
    """Save it with openpyxl, as somebody does who fills it in."""
    isi = io.BytesIO()
    openpyxl.load_workbook(path).save(isi)
    path.write_bytes(isi.getvalue())
    return isi.getvalue()


def hash_semua(folder: Path) -> None:
    """`sha256sum *.xlsx > SHA256SUMS`, as somebody may do."""
    subprocess.run("sha256sum *.xlsx > SHA256SUMS", shell=True, cwd=folder, check=True)


def test_yang_diisi_tetap_ada_dan_disebut_sebabnya(tmp_path: Path) -> None:
    isi = fill(terbit(tmp_path).path)

    satu = terbit(tmp_path, LAIN)

    assert (satu.status, alasan(satu)) == (StatusTerbit.DITOLAK, [(nama(1), DIUBAH)])
    assert satu.path.read_bytes() == isi


def test_sha256sums_yang_ditulis_ulang_tidak_menjadikan_berkas_terisi_milik_kami(tmp_path: Path) -> None:
    isi = fill(terbit(tmp_path).path)
    hash_semua(tmp_path)

    for register in (True, False):
        if not register:
            (tmp_path / NAMA_REGISTER).unlink()
        satu = terbit(tmp_path, LAIN)
        assert (satu.status, satu.path.read_bytes()) == (StatusTerbit.DITOLAK, isi)


@pytest.mark.parametrize("path", sorted((KASUS / "simpan-ulang" / "0.1.0").glob("*.xlsx")), ids=lambda p: p.stem)
def test_yang_disimpan_ulang_program_apa_pun_tidak_diganti(tmp_path: Path, path: Path) -> None:
    terbit_baru(tmp_path)
    shutil.copy(path, tmp_path / BARU)
    hash_semua(tmp_path)

    satu = terbit_baru(tmp_path, LAIN)

    assert (satu.status, alasan(satu)) == (StatusTerbit.DITOLAK, [(BARU, DIUBAH)])
    assert (tmp_path / BARU).read_bytes() == path.read_bytes()


@pytest.mark.parametrize("versi", ["0.1.0", "0.2.0"])
def test_folder_versi_lama_diambil_alih_menurut_sha256sums(tmp_path: Path, versi: str) -> None:
    lama = (KASUS / "terbitan" / versi / "medan-baru.xlsx").read_bytes()
    (tmp_path / BARU).write_bytes(lama)
    hash_semua(tmp_path)

    satu = terbit_baru(tmp_path, LAIN)

    assert satu.status is StatusTerbit.DIBUAT
    with open_lama(tmp_path / NAMA_REGISTER) as register:
        semua = register.list_terbitan()
        assert (semua[0].revisi, semua[0].versi) == (1, versi)
        assert [register.read_isi(c.sidik) for c in semua] == [lama, (tmp_path / BARU).read_bytes()]


def test_folder_versi_lama_tanpa_sha256sums_tidak_dikenal(tmp_path: Path) -> None:
    shutil.copy(KASUS / "terbitan" / "0.1.0" / "medan-baru.xlsx", tmp_path / BARU)

    satu = terbit_baru(tmp_path, LAIN)

    assert (satu.status, alasan(satu)) == (StatusTerbit.DITOLAK, [(BARU, TAK_DIKENAL)])


def test_folder_versi_lama_yang_sudah_diisi_tidak_diambil_alih(tmp_path: Path) -> None:
    shutil.copy(KASUS / "terbitan" / "0.1.0" / "medan-baru.xlsx", tmp_path / BARU)
    isi = fill(tmp_path / BARU)
    hash_semua(tmp_path)

    assert terbit_baru(tmp_path, LAIN).status is StatusTerbit.DITOLAK
    assert (tmp_path / BARU).read_bytes() == isi


def test_register_yang_hilang_berarti_tidak_ada_yang_diganti(tmp_path: Path) -> None:
    terbitkan(tmp_path)
    (tmp_path / NAMA_REGISTER).unlink()

    hasil = terbitkan(tmp_path, opsi=OpsiTerbit(kertas="a4"))

    assert [s for _, s in hasil] == [StatusTerbit.DITOLAK] * 3
    assert [s for _, s in terbitkan(tmp_path)] == [StatusTerbit.SUDAH_ADA] * 3
    assert [s for _, s in terbitkan(tmp_path, opsi=OpsiTerbit(kertas="a4"))] == [StatusTerbit.DIBUAT] * 3


def test_yang_diisi_lalu_diberi_nama_lain_menolak_kecamatannya(tmp_path: Path) -> None:
    path = terbit(tmp_path).path
    isi = fill(path)
    path.rename(tmp_path / "isian Uji Satu.xlsx")

    satu = terbit(tmp_path, LAIN)

    assert (satu.status, alasan(satu)) == (StatusTerbit.DITOLAK, [("isian Uji Satu.xlsx", NAMA_LAIN)])
    assert sorted(p.name for p in tmp_path.glob("*.xlsx")) == ["isian Uji Satu.xlsx"]
    satu = terbit(tmp_path, OpsiTerbit(responden=7, timpa=True))
    assert satu.status is StatusTerbit.DIBUAT
    assert satu.pindah == ((tmp_path / "isian Uji Satu.xlsx", tmp_path / "lama" / "2025-01-02-isian Uji Satu.xlsx"),)
    assert satu.pindah[0][1].read_bytes() == isi


def test_salinan_utuh_dengan_nama_pilihan_orang_tidak_dihapus(tmp_path: Path) -> None:
    path = terbit(tmp_path).path
    path.rename(tmp_path / "salinan.xlsx")

    assert terbit(tmp_path, LAIN).status is StatusTerbit.DITOLAK
    assert (tmp_path / "salinan.xlsx").is_file()


def test_kecamatan_berganti_nama_tetap_satu_buku(tmp_path: Path) -> None:
    terbit(tmp_path)

    satu = terbit(tmp_path, kecamatan="Uji Baru")

    assert satu.status is StatusTerbit.DIBUAT
    assert [p.name for p in tmp_path.glob("*.xlsx")] == ["91.71.01-uji-baru-perjanjian-kinerja-2024.xlsx"]
    assert nama(1) not in (tmp_path / SHA256SUMS).read_text()


def test_kecamatan_berganti_nama_yang_buku_lamanya_sudah_diisi_ditolak(tmp_path: Path) -> None:
    isi = fill(terbit(tmp_path).path)

    satu = terbit(tmp_path, kecamatan="Uji Baru")

    assert (satu.status, alasan(satu)) == (StatusTerbit.DITOLAK, [(nama(1), NAMA_LAIN)])
    assert [p.read_bytes() for p in tmp_path.glob("*.xlsx")] == [isi]
    satu = terbit(tmp_path, OpsiTerbit(timpa=True), kecamatan="Uji Baru")
    assert [kini.read_bytes() for _, kini in satu.pindah] == [isi]
    assert len(list(tmp_path.glob("*.xlsx"))) == 1


def test_timpa_berulang_tidak_menimpa_yang_sudah_di_lama(tmp_path: Path) -> None:
    for n in (1, 2, 3):
        (tmp_path / nama(1)).write_bytes(f"isian {n}".encode())
        terbitkan(tmp_path, 1, OpsiTerbit(timpa=True))

    lama = tmp_path / "lama"
    awal = nama(1).removesuffix(".xlsx")
    assert {p.name: p.read_bytes() for p in lama.iterdir()} == {
        f"2025-01-02-{awal}.xlsx": b"isian 1",
        f"2025-01-02-{awal}-2.xlsx": b"isian 2",
        f"2025-01-02-{awal}-3.xlsx": b"isian 3",
    }


def test_dua_buku_terisi_yang_tertukar_namanya_dipindahkan_sekali(tmp_path: Path) -> None:
    semua = buat_perjanjian(2)
    satu, dua = (t.path for t in issue_workbooks(semua, Tujuan(tmp_path), asal=ASAL, opsi=OpsiTerbit(responden=3)))
    isi = [fill(satu), fill(dua)]
    satu.write_bytes(isi[1])
    dua.write_bytes(isi[0])

    hasil = list(issue_workbooks(semua, Tujuan(tmp_path), asal=ASAL, opsi=OpsiTerbit(responden=7, timpa=True)))

    assert [t.status for t in hasil] == [StatusTerbit.DIBUAT] * 2
    assert [t.sha256 for t in hasil] != [""] * 2
    assert {p.read_bytes() for p in (tmp_path / "lama").iterdir()} == set(isi)
    assert len(list(tmp_path.glob("*.xlsx"))) == 2


def test_berkas_yang_berubah_di_antara_rencana_dan_penggantian_tidak_diganti(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def sela(path: Path, data: bytes) -> Path:
        path.write_bytes(b"baru saja diisi")
        return write_sementara(path, data)

    terbitkan(tmp_path, 1)
    monkeypatch.setattr("kinerja.terbit.penerbitan.write_sementara", sela)

    assert terbitkan(tmp_path, 1, OpsiTerbit(kertas="a4")) == [(nama(1), StatusTerbit.DITOLAK)]
    assert (tmp_path / nama(1)).read_bytes() == b"baru saja diisi"
    assert not list(tmp_path.glob(".kinerja-*"))


def test_berkas_sementara_yang_hilang_ditulis_lagi(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def hilang(path: Path, data: bytes) -> Path:
        sementara = write_sementara(path, data)
        sementara.unlink()
        return sementara

    with monkeypatch.context() as m:
        m.setattr("kinerja.terbit.penerbitan.write_sementara", hilang)
        assert terbitkan(tmp_path) == [(nama(n), StatusTerbit.DIBUAT) for n in (1, 2, 3)]

    assert [s for _, s in terbitkan(tmp_path)] == [StatusTerbit.SUDAH_ADA] * 3
