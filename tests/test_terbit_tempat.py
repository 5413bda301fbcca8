"""What may stand where a workbook is to be written: pipes, folders, links, lists of digests that are somebody's own."""

from __future__ import annotations

import os
from collections.abc import Collection
from pathlib import Path

import openpyxl
import pytest

from kinerja.errors import BerkasError
from kinerja.terbit.folder import BUKAN_BERKAS, BUKAN_KAMI, NAMA_LAIN, FolderTerbit
from kinerja.terbit.pembuatan import OpsiTerbit
from kinerja.terbit.penerbitan import StatusTerbit, Tujuan, issue_workbooks
from kinerja.terbit.sha256sums import SHA256SUMS
from tests.alat.terbit import ASAL, LAIN, alasan, buat_perjanjian, nama, terbit, terbitkan


def test_pipa_dan_folder_di_tempat_buku_ditolak_juga_dengan_timpa(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / nama(1))
    (tmp_path / nama(2)).mkdir()
    (tmp_path / nama(3)).write_bytes(b"teks")

    hasil = list(issue_workbooks(buat_perjanjian(3), Tujuan(tmp_path), asal=ASAL))
    assert [alasan(t)[0][1] for t in hasil] == [BUKAN_BERKAS, BUKAN_BERKAS, BUKAN_KAMI]
    hasil = list(issue_workbooks(buat_perjanjian(3), Tujuan(tmp_path), asal=ASAL, opsi=OpsiTerbit(timpa=True)))
    assert [t.status for t in hasil] == [StatusTerbit.DITOLAK, StatusTerbit.DITOLAK, StatusTerbit.DIBUAT]


def test_sha256sums_yang_bukan_berkas_ditolak_tanpa_menunggu(tmp_path: Path) -> None:
    for letak, buat in (("pipa", os.mkfifo), ("tautan", lambda path: path.symlink_to("tiada"))):
        path = tmp_path / letak / SHA256SUMS
        path.parent.mkdir()
        buat(path)

        with pytest.raises(BerkasError, match=f"{SHA256SUMS}: {SHA256SUMS} di folder ini bukan daftar sidik"):
            terbitkan(path.parent)
        assert not path.is_file()
        assert not list(path.parent.glob("*.xlsx"))


def test_baris_sha256sums_yang_bukan_kami_tetap_bita_demi_bita(tmp_path: Path) -> None:
    sidik = "ab" * 32
    orang = [
        "# catatan saya",
        f"{sidik.upper()}  {nama(1)}",
        f"{sidik} *{nama(2)}",
        f"SHA256 ({nama(1)}) = {sidik}",
        f"{sidik}  foto.jpg\r",
        f"{sidik}  akta.pdf",
        "",
    ]
    (tmp_path / SHA256SUMS).write_bytes(
        "\n".join([*orang, f"{sidik}  {nama(1)}", "tanpa akhir \xff"]).encode("latin-1")
    )

    for opsi in (OpsiTerbit(), OpsiTerbit(), OpsiTerbit(kertas="a4")):
        terbitkan(tmp_path, 2, opsi)
        baris = (tmp_path / SHA256SUMS).read_bytes().split(b"\n")
        assert baris[:8] == [*(b.encode() for b in orang), b"tanpa akhir \xff"]
        assert [b[66:].decode() for b in baris[8:]] == [nama(1), nama(2), ""]


def test_tautan_buntu_di_tempat_buku_dibiarkan_dengan_sebabnya(tmp_path: Path) -> None:
    (tmp_path / nama(1)).symlink_to("disk-yang-dicabut.xlsx")

    for timpa in (False, True):
        (satu,) = issue_workbooks(buat_perjanjian(1), Tujuan(tmp_path), asal=ASAL, opsi=OpsiTerbit(timpa=timpa))
        assert (satu.status, alasan(satu)) == (StatusTerbit.DITOLAK, [(nama(1), BUKAN_BERKAS)])
    assert (tmp_path / nama(1)).is_symlink()


def test_berkas_yang_disingkirkan_proses_lain_di_tengah_jalan_tidak_menghalangi(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, asli = tmp_path / nama(1), FolderTerbit.scan

    def scan(folder: FolderTerbit, kecuali: Collection[str]) -> None:
        path.unlink()  # its digest has been read, its reason not yet
        asli(folder, kecuali)

    monkeypatch.setattr(FolderTerbit, "scan", scan)
    for timpa, status in ((False, StatusTerbit.DITOLAK), (True, StatusTerbit.DIBUAT)):
        path.write_bytes(b"diisi")
        (satu,) = issue_workbooks(buat_perjanjian(1), Tujuan(tmp_path), asal=ASAL, opsi=OpsiTerbit(timpa=timpa))
        assert satu.status is status
        assert alasan(satu) == ([] if timpa else [(nama(1), BUKAN_KAMI)])


def test_yang_disimpan_sebagai_xlsm_dikenal_dari_isinya(tmp_path: Path) -> None:
    path = terbit(tmp_path).path
    buku = openpyxl.load_workbook(path, keep_vba=True)  # saves as a workbook with macros
    buku.save(tmp_path / "isian.xlsm")
    path.unlink()

    satu = terbit(tmp_path, LAIN)

    assert (satu.status, alasan(satu)) == (StatusTerbit.DITOLAK, [("isian.xlsm", NAMA_LAIN)])


def test_tautan_keras_tidak_ditulisi(tmp_path: Path) -> None:
    terbitkan(tmp_path / "hasil", 1)
    (tmp_path / "arsip.xlsx").hardlink_to(tmp_path / "hasil" / nama(1))

    terbitkan(tmp_path / "hasil", 1, OpsiTerbit(kertas="a4"))

    assert (tmp_path / "arsip.xlsx").read_bytes() == b"91.71.01 f4 400 None"


def test_lama_yang_ternyata_berkas_menolak_dan_isian_tetap(tmp_path: Path) -> None:
    (tmp_path / "lama").write_bytes(b"")
    (tmp_path / nama(1)).write_bytes(b"isian")

    assert [s for _, s in terbitkan(tmp_path, 2, OpsiTerbit(timpa=True))] == [StatusTerbit.DITOLAK, StatusTerbit.DIBUAT]
    assert (tmp_path / nama(1)).read_bytes() == b"isian"
    assert not list(tmp_path.glob(".kinerja-*"))
