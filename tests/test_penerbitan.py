"""A batch of workbooks: whole files, kept where right, never over somebody's work, finished by a rerun."""

import hashlib
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from kinerja.errors import BerkasError, DataError
from kinerja.perjanjian.model import JenisPerjanjian
from kinerja.perjanjian.periksa import check_perjanjian
from kinerja.terbit.pembuatan import OpsiTerbit
from kinerja.terbit.penerbitan import StatusTerbit, Terbit, Tujuan, issue_workbooks, name_workbook
from kinerja.terbit.register import NAMA_REGISTER
from kinerja.terbit.sha256sums import SHA256SUMS
from kinerja.workbook.writer import render_workbook
from tests.alat.perintah import prepare
from tests.alat.terbit import ASAL, buat_perjanjian, cetak, nama, terbitkan
from tests.contoh import make_enam_persen, make_medan
from workbook_templates.perjanjian_kinerja import Bahan, build_perjanjian


def baca(folder: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in folder.iterdir() if p.is_file() and p.name != NAMA_REGISTER}


def jumlah_cocok(folder: Path) -> str:
    """What `sha256sum -c` says."""
    selesai = subprocess.run(
        ["sha256sum", "--check", "--strict", SHA256SUMS], cwd=folder, capture_output=True, encoding="utf-8", check=False
    )
    return selesai.stdout + selesai.stderr


def test_nama_berkas_diawali_kode_dan_menyebut_jenis() -> None:
    pk = make_medan()
    perubahan = replace(pk, jenis=JenisPerjanjian.PERUBAHAN)

    assert name_workbook(pk) == "91.71.01-contoh-uji-perjanjian-kinerja-2024.xlsx"
    assert name_workbook(perubahan) == "91.71.01-contoh-uji-perjanjian-kinerja-perubahan-2024.xlsx"


def test_terbitan_membawa_sidik_dan_temuan_perjanjiannya(tmp_path: Path) -> None:
    pk = make_medan()

    (terbit,) = issue_workbooks([pk], Tujuan(tmp_path / "a" / "b"), asal=ASAL)

    isi = render_workbook(build_perjanjian(Bahan(pk, temuan=check_perjanjian(pk))))
    path = tmp_path / "a" / "b" / name_workbook(pk)
    assert terbit == Terbit(
        "91.71.01", "Contoh Uji", path, hashlib.sha256(isi).hexdigest(), StatusTerbit.DIBUAT, check_perjanjian(pk)
    )
    assert path.read_bytes() == isi


def test_bentuk_perjanjian_apa_pun_terbit(tmp_path: Path) -> None:
    (terbit,) = issue_workbooks([make_enam_persen()], Tujuan(tmp_path), asal=ASAL)

    assert terbit.path.name == "91.71.01-contoh-uji-perjanjian-kinerja-perubahan-2024.xlsx"
    assert terbit.path.read_bytes().startswith(b"PK")


def test_sha256sums_dapat_diperiksa_sha256sum(tmp_path: Path) -> None:
    terbitkan(tmp_path)

    assert jumlah_cocok(tmp_path) == "".join(f"{nama(n)}: OK\n" for n in (1, 2, 3))


def test_diulang_semua_dibiarkan_dan_tidak_ada_yang_ditulis_lagi(tmp_path: Path) -> None:
    terbitkan(tmp_path)
    waktu = {p.name: p.stat().st_mtime_ns for p in tmp_path.iterdir()}

    assert terbitkan(tmp_path) == [(nama(n), StatusTerbit.SUDAH_ADA) for n in (1, 2, 3)]
    assert {p.name: p.stat().st_mtime_ns for p in tmp_path.iterdir()} == waktu


def test_berkas_kami_yang_belum_disentuh_diganti(tmp_path: Path) -> None:
    terbitkan(tmp_path)

    hasil = terbitkan(tmp_path, opsi=OpsiTerbit(kertas="a4"))

    assert hasil == [(nama(n), StatusTerbit.DIBUAT) for n in (1, 2, 3)]
    assert (tmp_path / nama(1)).read_bytes() == b"91.71.01 a4 400 None"
    assert jumlah_cocok(tmp_path) == "".join(f"{nama(n)}: OK\n" for n in (1, 2, 3))


def test_berkas_yang_diisi_orang_ditolak_dan_yang_lain_tetap_dibuat(tmp_path: Path) -> None:
    terbitkan(tmp_path)
    (tmp_path / nama(2)).write_bytes(b"sudah diisi camat")

    hasil = list(
        issue_workbooks(buat_perjanjian(3), Tujuan(tmp_path), asal=ASAL, opsi=OpsiTerbit(kertas="a4"), make=cetak)
    )

    assert [t.status for t in hasil] == [StatusTerbit.DIBUAT, StatusTerbit.DITOLAK, StatusTerbit.DIBUAT]
    assert hasil[1].sha256 == ""
    assert (tmp_path / nama(2)).read_bytes() == b"sudah diisi camat"


def test_berkas_yang_ditolak_tetap_ditolak_setelah_diulang(tmp_path: Path) -> None:
    (tmp_path / nama(2)).write_bytes(b"bukan buatan kami")
    terbitkan(tmp_path)

    assert terbitkan(tmp_path)[1] == (nama(2), StatusTerbit.DITOLAK)


def test_timpa_mengganti_berkas_apa_pun_dan_menyimpan_yang_lama(tmp_path: Path) -> None:
    (tmp_path / nama(2)).write_bytes(b"sudah diisi camat")

    hasil = terbitkan(tmp_path, opsi=OpsiTerbit(timpa=True))

    assert hasil == [(nama(n), StatusTerbit.DIBUAT) for n in (1, 2, 3)]
    assert (tmp_path / nama(2)).read_bytes() == b"91.71.02 f4 400 None"
    assert (tmp_path / "lama" / f"2025-01-02-{nama(2)}").read_bytes() == b"sudah diisi camat"


def test_folder_bernama_sama_ditolak(tmp_path: Path) -> None:
    (tmp_path / nama(1)).mkdir()

    assert terbitkan(tmp_path, 1) == [(nama(1), StatusTerbit.DITOLAK)]


def test_tanpa_register_yang_sama_dibiarkan_dan_yang_lain_ditolak(tmp_path: Path) -> None:
    terbitkan(tmp_path)
    (tmp_path / NAMA_REGISTER).unlink()
    (tmp_path / nama(3)).write_bytes(b"lain")

    assert [s for _, s in terbitkan(tmp_path)] == [StatusTerbit.SUDAH_ADA, StatusTerbit.SUDAH_ADA, StatusTerbit.DITOLAK]
    hasil = set(jumlah_cocok(tmp_path).splitlines())
    assert hasil >= {f"{nama(1)}: OK", f"{nama(2)}: OK", f"{nama(3)}: FAILED"}


def test_baris_sha256sums_milik_berkas_lain_dipertahankan(tmp_path: Path) -> None:
    terbitkan(tmp_path)

    terbitkan(tmp_path, 1, OpsiTerbit(responden=7))

    assert jumlah_cocok(tmp_path) == "".join(f"{nama(n)}: OK\n" for n in (1, 2, 3))


def test_terhenti_di_tengah_sha256sums_tetap_terbaca_dan_ulangan_menyelesaikan(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kinerja.terbit.penerbitan.SEKELOMPOK", 1)
    terbitkan(tmp_path)
    lanjut = issue_workbooks(buat_perjanjian(3), Tujuan(tmp_path), asal=ASAL, opsi=OpsiTerbit(kertas="a4"), make=cetak)
    next(lanjut)
    lanjut.close()  # type: ignore[attr-defined]  # a generator
    with (tmp_path / SHA256SUMS).open("a") as daftar:
        daftar.write("0123abcd")  # the power went

    assert f"{nama(1)}: OK" in jumlah_cocok(tmp_path)
    assert terbitkan(tmp_path, opsi=OpsiTerbit(kertas="a4")) == [
        (nama(1), StatusTerbit.SUDAH_ADA),
        (nama(2), StatusTerbit.DIBUAT),
        (nama(3), StatusTerbit.DIBUAT),
    ]
    assert jumlah_cocok(tmp_path) == "".join(f"{nama(n)}: OK\n" for n in (1, 2, 3))


def test_mati_antara_register_dan_berkas_tidak_menjadikan_berkas_milik_orang(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def mati(*_: object) -> None:
        raise SystemExit

    terbitkan(tmp_path, 1)
    with monkeypatch.context() as m:
        m.setattr("kinerja.terbit.penerbitan.put_sementara", mati)
        with pytest.raises(SystemExit):
            terbitkan(tmp_path, 1, OpsiTerbit(kertas="a4"))

    assert terbitkan(tmp_path, 1, OpsiTerbit(responden=7)) == [(nama(1), StatusTerbit.DIBUAT)]


def test_penyimpanan_penuh_meninggalkan_berkas_utuh_saja(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def penuh(_: int) -> None:
        raise OSError(28, "No space left on device")

    terbitkan(tmp_path)
    sebelum = baca(tmp_path)
    with monkeypatch.context() as m:
        m.setattr("os.fsync", penuh)
        with pytest.raises(BerkasError, match="Penyimpanan penuh"):
            terbitkan(tmp_path, opsi=OpsiTerbit(kertas="a4"))
    sesudah = baca(tmp_path)

    assert {n: isi for n, isi in sesudah.items() if n != SHA256SUMS} == {
        n: isi for n, isi in sebelum.items() if n != SHA256SUMS
    }
    assert [s for _, s in terbitkan(tmp_path, opsi=OpsiTerbit(kertas="a4"))] == [StatusTerbit.DIBUAT] * 3


@pytest.mark.parametrize("tujuan", ["berkas", "berkas/hasil"])
def test_folder_yang_ternyata_berkas_ditolak_dengan_kalimat(tmp_path: Path, tujuan: str) -> None:
    (tmp_path / "berkas").write_bytes(b"")

    with pytest.raises(BerkasError, match="berkas") as galat:
        terbitkan(tmp_path / tujuan)

    assert galat.value.tempat == str(tmp_path / tujuan)


def test_folder_tanpa_izin_ditolak_dengan_kalimat(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def tolak(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "mkdir", tolak)

    with pytest.raises(BerkasError, match="tidak dapat ditulisi"):
        terbitkan(tmp_path / "hasil")


PROGRAM = """
import sys, time
from pathlib import Path
from kinerja.terbit import penerbitan
from tests.alat.terbit import ASAL, buat_perjanjian
def list_perjanjian():
    *semua, akhir = buat_perjanjian(99)
    yield from semua
    time.sleep(600)  # however fast the machine, the last one is not issued before the process is killed
    yield akhir
penerbitan.SEKELOMPOK = 7
for terbit in penerbitan.issue_workbooks(list_perjanjian(), penerbitan.Tujuan(Path(sys.argv[1])), asal=ASAL):
    print(terbit.path.name, flush=True)
"""


def test_dimatikan_paksa_hanya_berkas_utuh_dan_ulangan_memberi_bita_yang_sama(tmp_path: Path) -> None:
    utuh = tmp_path / "utuh"
    daftar = {t.path.name: t.sha256 for t in issue_workbooks(buat_perjanjian(99), Tujuan(utuh), asal=ASAL)}
    mati = tmp_path / "mati"
    for sampai in (1, 20, 45, 90):
        with subprocess.Popen(
            [sys.executable, "-c", PROGRAM, str(mati)], stdout=subprocess.PIPE, env=prepare({}), encoding="utf-8"
        ) as proses:
            assert proses.stdout is not None
            assert all(proses.stdout.readline() for _ in range(sampai))
            proses.kill()
        ada = {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in mati.glob("*.xlsx")}
        assert ada.items() <= daftar.items()

    status = [t.status for t in issue_workbooks(buat_perjanjian(99), Tujuan(mati), asal=ASAL)]

    assert set(status) == {StatusTerbit.SUDAH_ADA, StatusTerbit.DIBUAT}
    assert baca(mati) == baca(utuh)


def test_sisa_berkas_sementara_dibersihkan(tmp_path: Path) -> None:
    sisa = tmp_path / ".kinerja-0123456789abcdef.tmp"
    sisa.write_bytes(b"setengah")

    terbitkan(tmp_path, 1)

    assert sorted(p.name for p in tmp_path.iterdir()) == [nama(1), SHA256SUMS, NAMA_REGISTER]


def test_teks_yang_tidak_muat_menyebut_kecamatannya(tmp_path: Path) -> None:
    pk = make_medan()
    panjang = replace(pk, program=(replace(pk.program[0], nama="PROGRAM " * 400),))

    with pytest.raises(DataError, match=r"^kecamatan 91\.71\.01 Contoh Uji: Teks 'PROGRAM .* tidak muat di satu sel"):
        list(issue_workbooks([panjang], Tujuan(tmp_path), asal=ASAL))
    assert list(tmp_path.glob("*.xlsx")) == []
