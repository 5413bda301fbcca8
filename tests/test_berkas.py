"""Files appear whole or not at all."""

import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.berkas import remove_leftovers, set_aside, slug, write_atomic, write_baru, write_sementara
from kinerja.errors import BerkasError


def test_berkas_ditulis_utuh_dan_menggantikan_yang_lama(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write_atomic(path, b"lama")
    write_atomic(path, b"baru")

    assert path.read_bytes() == b"baru"
    assert list(tmp_path.iterdir()) == [path]


def test_hak_akses_mengikuti_kebiasaan_pengguna(tmp_path: Path) -> None:
    biasa, path = tmp_path / "biasa", tmp_path / "a.xlsx"
    biasa.write_bytes(b"")
    write_atomic(path, b"")

    assert path.stat().st_mode == biasa.stat().st_mode


@pytest.mark.parametrize(
    ("nomor", "kata"),
    [
        (errno.ENOSPC, "Penyimpanan penuh"),
        (errno.EDQUOT, "Penyimpanan penuh"),
        (errno.EACCES, "tidak dapat ditulisi"),
        (errno.EROFS, "tidak dapat ditulisi"),
        (errno.EIO, r"Berkas tidak dapat ditulis \(gangguan pada penyimpanan\)"),
        (9999, r"Berkas tidak dapat ditulis \(kesalahan sistem nomor 9999\)"),
    ],
)
@pytest.mark.parametrize("langkah", ["os.fsync", "pathlib.Path.replace"])
def test_kegagalan_menyebut_sebab_dan_tidak_meninggalkan_apa_pun(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, nomor: int, kata: str, langkah: str
) -> None:
    def gagal(*_: object) -> None:
        raise OSError(nomor, os.strerror(nomor))

    path = tmp_path / "a.xlsx"
    path.write_bytes(b"lama")
    monkeypatch.setattr(langkah, gagal)

    with pytest.raises(BerkasError, match=kata) as galat:
        write_atomic(path, b"baru")

    assert galat.value.tempat == str(path)
    assert path.read_bytes() == b"lama"
    assert list(tmp_path.iterdir()) == [path]


def test_cakram_yang_benar_benar_penuh_dilaporkan(tmp_path: Path) -> None:
    # A file may not grow past the limit: the kernel refuses in the middle of the write, as a full disk does.
    path = tmp_path / "a.xlsx"
    skrip = (
        "import resource, signal, sys; from pathlib import Path; from kinerja.berkas import write_atomic\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN); resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "from kinerja.errors import BerkasError\n"
        "try: write_atomic(Path(sys.argv[1]), b'x' * 5000)\n"
        "except BerkasError as galat: print(galat)\n"
    )

    hasil = subprocess.run([sys.executable, "-c", skrip, str(path)], capture_output=True, text=True, check=True)

    assert "Berkas tidak dapat ditulis" in hasil.stdout
    assert list(tmp_path.iterdir()) == []


def test_folder_yang_tidak_ada_nama_berupa_folder_dan_nama_panjang_ditolak(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()

    with pytest.raises(BerkasError, match="tidak ada"):
        write_atomic(tmp_path / "tidak-ada" / "a.xlsx", b"")
    with pytest.raises(BerkasError, match="sebuah folder"):
        write_atomic(tmp_path / "folder", b"")
    with pytest.raises(BerkasError, match="terlalu panjang"):
        write_atomic(tmp_path / ("x" * 300), b"")
    assert [p.name for p in tmp_path.iterdir()] == ["folder"]


@pytest.mark.parametrize("cara", ["write_atomic", "write_baru"])
def test_proses_yang_dibunuh_hanya_meninggalkan_berkas_utuh(tmp_path: Path, cara: str) -> None:
    skrip = (
        f"import sys; from pathlib import Path; from kinerja.berkas import {cara}\n"
        "n = 0\n"
        f"while True: {cara}(Path(sys.argv[1]) / f'{{sys.argv[2]}}-{{n}}.xlsx', b'x' * 3_000_000); n += 1\n"
    )
    for putaran in "abc":
        with subprocess.Popen([sys.executable, "-c", skrip, str(tmp_path), putaran]) as proses:
            batas = time.monotonic() + 60
            while not (tmp_path / f"{putaran}-1.xlsx").exists() and time.monotonic() < batas:
                time.sleep(0.005)
            proses.send_signal(signal.SIGKILL)
    remove_leftovers(tmp_path)

    sisa = list(tmp_path.iterdir())
    assert len(sisa) >= 6
    assert {(path.suffix, path.stat().st_size) for path in sisa} == {(".xlsx", 3_000_000)}


@given(st.text())
def test_slug_selalu_nama_berkas_yang_aman_dan_tetap(teks: str) -> None:
    nama = slug(teks)

    assert 1 <= len(nama) <= 60
    assert set(nama) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert "--" not in f"-{nama}-"
    assert slug(nama) == nama


@pytest.mark.parametrize("teks", ["CON", "nul", "Com1", "lpt9"])
def test_nama_cadangan_windows_dihindari(teks: str) -> None:
    assert slug(teks) == f"berkas-{teks.lower()}"


def test_sisa_proses_yang_masih_berjalan_dibiarkan_dan_yang_sudah_mati_dibersihkan(tmp_path: Path) -> None:
    hidup = write_sementara(tmp_path / "a.xlsx", b"sedang ditulis")
    with subprocess.Popen([sys.executable, "-c", ""]) as proses:
        pass
    mati = tmp_path / f".kinerja-{proses.pid}-0123456789abcdef.tmp"
    berganti = tmp_path / f".kinerja-{os.getpid()}-0123456789abcdef.tmp"  # of an earlier process with our number
    lain = tmp_path / ".kinerja-catatan.tmp"
    for path in (mati, berganti, lain):
        path.write_bytes(b"")
    os.utime(berganti, (1, 1))

    remove_leftovers(tmp_path)

    assert sorted(tmp_path.iterdir()) == sorted([hidup, lain])


def test_yang_disisihkan_tidak_menimpa_apa_pun_dan_yang_gagal_tetap_di_tempatnya(tmp_path: Path) -> None:
    (tmp_path / "b.xlsx").write_bytes(b"b")
    (tmp_path / "a.xlsx").write_bytes(b"a")

    assert set_aside(tmp_path / "a.xlsx", tmp_path / "b.xlsx") == tmp_path / "b-2.xlsx"
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == {"b.xlsx": b"b", "b-2.xlsx": b"a"}
    assert set_aside(tmp_path / "tiada.xlsx", tmp_path / "c.xlsx") is None
    (tmp_path / "folder").mkdir()
    with pytest.raises(BerkasError):
        set_aside(tmp_path / "folder", tmp_path / "c.xlsx")
    assert not (tmp_path / "c.xlsx").exists()


def test_sisa_yang_sedang_dibuka_komputer_lain_tidak_menghentikan(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def terbuka(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "?")

    sisa = tmp_path / ".kinerja-0123456789abcdef.tmp"
    sisa.write_bytes(b"")
    with monkeypatch.context() as m:
        m.setattr(Path, "unlink", terbuka)
        remove_leftovers(tmp_path)

    assert list(tmp_path.iterdir()) == [sisa]


@pytest.fixture(params=["tautan", "tanpa tautan"])
def penyimpanan(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """A file system that knows hard links, and one that does not."""

    def tolak(*_: object) -> None:
        raise PermissionError(errno.EPERM, "?")

    if request.param != "tautan":
        monkeypatch.setattr("os.link", tolak)
    return str(request.param)


@pytest.mark.usefixtures("penyimpanan")
def test_berkas_baru_ditulis_utuh_dan_tidak_pernah_menimpa(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"

    write_baru(path, b"baru")
    with pytest.raises(BerkasError, match="sudah dipakai"):
        write_baru(path, b"lain")

    assert path.read_bytes() == b"baru"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.usefixtures("penyimpanan")
@pytest.mark.parametrize("sela", ["berkas", "tautan buntu"])
def test_nama_yang_baru_saja_dipakai_orang_tidak_ditimpa(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sela: str
) -> None:
    path = tmp_path / "a.xlsx"

    def simpan(nomor: int) -> None:
        path.write_bytes(b"milik orang") if sela == "berkas" else path.symlink_to("tiada")

    monkeypatch.setattr("os.fsync", simpan)

    with pytest.raises(BerkasError, match="sudah dipakai"):
        write_baru(path, b"baru")
    assert list(tmp_path.iterdir()) == [path]
    assert path.is_symlink() or path.read_bytes() == b"milik orang"


@pytest.mark.usefixtures("penyimpanan")
def test_berkas_baru_yang_gagal_tidak_meninggalkan_apa_pun(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def gagal(*_: object) -> None:
        raise OSError(errno.ENOSPC, "?")

    monkeypatch.setattr("os.fsync", gagal)

    with pytest.raises(BerkasError, match="Penyimpanan penuh"):
        write_baru(tmp_path / "a.xlsx", b"baru")
    assert list(tmp_path.iterdir()) == []


def test_berkas_rahasia_tidak_pernah_terbaca_orang_lain_juga_bila_ditulis_lagi(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asli = os.fsync
    hak: list[int] = []

    def lihat(nomor: int) -> None:
        asli(nomor)
        hak.append(os.fstat(nomor).st_mode & 0o777)
        if len(hak) == 1:
            next(tmp_path.glob(".kinerja-*")).unlink()

    monkeypatch.setattr("os.fsync", lihat)

    write_atomic(tmp_path / "a.pem", b"kunci", mode=0o600)

    assert [*hak, (tmp_path / "a.pem").stat().st_mode & 0o777] == [0o600] * 3
