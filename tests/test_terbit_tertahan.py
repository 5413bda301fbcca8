"""What happens around a group while it is put in place: another run comes between, or a file is open in Excel."""

from __future__ import annotations

import errno
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from kinerja.berkas import write_sementara
from kinerja.terbit.folder import TAK_DIGANTI, TAK_PINDAH, Sumbatan
from kinerja.terbit.pembuatan import OpsiTerbit
from kinerja.terbit.penerbitan import StatusTerbit, Tujuan, issue_workbooks
from kinerja.terbit.sha256sums import SHA256SUMS
from tests.alat.perintah import BARU, run_buat
from tests.alat.terbit import ASAL, buat_perjanjian, cetak, nama, terbitkan

TIMPA = OpsiTerbit(timpa=True)
DIBUAT, SUDAH_ADA, DITOLAK = StatusTerbit.DIBUAT, StatusTerbit.SUDAH_ADA, StatusTerbit.DITOLAK


@pytest.fixture
def tahan(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Let the system refuse to replace, move or remove files of a name, as Windows does when Excel has them open."""

    def mulai(ditahan: str) -> None:
        ganti, hapus = Path.replace, Path.unlink

        def replace(dari: Path, ke: Path) -> Path:
            if ditahan in (dari.name, Path(ke).name):
                raise PermissionError(errno.EACCES, "?")
            return ganti(dari, ke)

        def unlink(path: Path, missing_ok: bool = False) -> None:
            if path.name == ditahan:
                raise PermissionError(errno.EACCES, "?")
            hapus(path, missing_ok=missing_ok)

        monkeypatch.setattr(Path, "replace", replace)
        monkeypatch.setattr(Path, "unlink", unlink)

    return mulai


def periksa_sidik(folder: Path) -> None:
    subprocess.run(["sha256sum", "--check", "--strict", "--quiet", SHA256SUMS], cwd=folder, check=True)


@pytest.mark.parametrize("responden", [400, 7])
def test_dua_timpa_sekaligus_memindahkan_isian_sekali_dan_buku_baru_tidak(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, responden: int
) -> None:
    """The other run comes and goes between the plan of this one and its files."""

    def sela(path: Path, data: bytes) -> Path:
        monkeypatch.undo()
        terbitkan(tmp_path, opsi=TIMPA)
        return write_sementara(path, data)

    (tmp_path / nama(2)).write_bytes(b"sudah diisi camat")
    monkeypatch.setattr("kinerja.terbit.penerbitan.write_sementara", sela)

    hasil = list(
        issue_workbooks(
            buat_perjanjian(3),
            Tujuan(tmp_path),
            asal=ASAL,
            opsi=OpsiTerbit(responden=responden, timpa=True),
            make=cetak,
        )
    )

    assert [(t.status, t.pindah) for t in hasil] == [(DIBUAT, ())] * 3
    assert [p.read_bytes() for p in (tmp_path / "lama").iterdir()] == [b"sudah diisi camat"]
    assert (tmp_path / nama(2)).read_bytes() == f"91.71.02 f4 {responden} None".encode()
    periksa_sidik(tmp_path)


def test_yang_menghalangi_lalu_hilang_bukan_kesalahan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def sela(path: Path, data: bytes) -> Path:
        (tmp_path / nama(2)).unlink(missing_ok=True)
        return write_sementara(path, data)

    (tmp_path / nama(2)).write_bytes(b"sudah diisi camat")
    monkeypatch.setattr("kinerja.terbit.penerbitan.write_sementara", sela)

    assert [s for _, s in terbitkan(tmp_path, opsi=TIMPA)] == [DIBUAT] * 3
    assert not (tmp_path / "lama").exists()


def test_satu_buku_yang_sedang_dibuka_ditolak_dan_yang_lain_tetap_dibuat(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tahan: Callable[[str], None]
) -> None:
    a4 = OpsiTerbit(kertas="a4")
    terbitkan(tmp_path)
    tahan(nama(2))

    hasil = list(issue_workbooks(buat_perjanjian(3), Tujuan(tmp_path), asal=ASAL, opsi=a4, make=cetak))

    assert [t.status for t in hasil] == [DIBUAT, DITOLAK, DIBUAT]
    assert (hasil[1].sha256, hasil[1].sumbatan) == ("", (Sumbatan(tmp_path / nama(2), TAK_DIGANTI),))
    assert (tmp_path / nama(2)).read_bytes() == b"91.71.02 f4 400 None"
    assert not list(tmp_path.glob(".kinerja-*"))
    periksa_sidik(tmp_path)
    monkeypatch.undo()
    assert [s for _, s in terbitkan(tmp_path, opsi=a4)] == [SUDAH_ADA, DIBUAT, SUDAH_ADA]


def test_isian_yang_sedang_dibuka_tidak_dapat_dipindahkan_dan_ditolak(
    tmp_path: Path, tahan: Callable[[str], None]
) -> None:
    (tmp_path / nama(2)).write_bytes(b"sedang diisi camat")
    tahan(nama(2))

    hasil = list(issue_workbooks(buat_perjanjian(3), Tujuan(tmp_path), asal=ASAL, opsi=TIMPA, make=cetak))

    assert [t.status for t in hasil] == [DIBUAT, DITOLAK, DIBUAT]
    assert hasil[1].sumbatan == (Sumbatan(tmp_path / nama(2), TAK_PINDAH),)
    assert (tmp_path / nama(2)).read_bytes() == b"sedang diisi camat"
    assert list((tmp_path / "lama").iterdir()) == []


def test_bekas_nama_lama_yang_sedang_dibuka_menolak_sampai_ditutup(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tahan: Callable[[str], None]
) -> None:
    list(issue_workbooks(buat_perjanjian(1), Tujuan(tmp_path), asal=ASAL))
    tahan(nama(1))

    (satu,) = issue_workbooks(buat_perjanjian(1, "Uji Baru"), Tujuan(tmp_path), asal=ASAL)

    assert (satu.status, satu.sumbatan) == (DITOLAK, (Sumbatan(tmp_path / nama(1), TAK_DIGANTI),))
    assert [p.name for p in tmp_path.glob("*.xlsx")] == [nama(1)]
    periksa_sidik(tmp_path)
    monkeypatch.undo()
    (satu,) = issue_workbooks(buat_perjanjian(1, "Uji Baru"), Tujuan(tmp_path), asal=ASAL)
    assert satu.status is DIBUAT
    assert list(tmp_path.glob("*.xlsx")) == [satu.path]


def test_perintah_buat_menyebut_buku_yang_sedang_dibuka_dan_berakhir_2(
    folder_kerja: Path, capsys: pytest.CaptureFixture[str], tahan: Callable[[str], None]
) -> None:
    run_buat(capsys)
    tahan(BARU)

    kode, _, galat = run_buat(capsys, "--kertas", "a4")

    assert kode == 2
    assert f"1 buku kerja tidak ditulis: {TAK_DIGANTI} ({BARU})." in galat
    periksa_sidik(folder_kerja / "hasil")
