"""The key of `kinerja addin sajikan`: for one user only, renewed when it cannot serve, never half written."""

import os
import ssl
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509

from addin.build import sertifikat
from addin.build.sajikan import make_server
from addin.build.sertifikat import find_certificate
from kinerja.errors import BerkasError, DataError


@pytest.fixture
def pem(tmp_path: Path) -> Path:
    return find_certificate(tmp_path)


def _make_pem(folder: Path, monkeypatch: pytest.MonkeyPatch, masa: timedelta) -> bytes:
    folder.mkdir()
    with monkeypatch.context() as ubah:
        ubah.setattr(sertifikat, "MASA", masa)
        return find_certificate(folder).read_bytes()


def test_kunci_yang_terbuka_untuk_orang_lain_ditutup_tanpa_diganti(pem: Path) -> None:
    isi = pem.read_bytes()
    pem.chmod(0o644)

    assert (isi, 0o600) == (find_certificate(pem.parent).read_bytes(), pem.stat().st_mode & 0o777)


def test_yang_rusak_kedaluwarsa_atau_tertukar_diganti_dan_dikatakan(
    pem: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    baik = pem.read_bytes()
    batas = baik.index(b"-----BEGIN CERTIFICATE")
    lain = _make_pem(tmp_path / "lain", monkeypatch, timedelta(days=365))
    kedaluwarsa = _make_pem(tmp_path / "lama", monkeypatch, timedelta(hours=1))
    isi_buruk = (
        b"", b"rusak", baik[: len(baik) // 2], baik[:batas], baik[batas:], b"\xff" * 200,
        lain[: lain.index(b"-----BEGIN CERTIFICATE")] + baik[batas:], kedaluwarsa,
    )  # fmt: skip
    for isi in isi_buruk:
        pem.write_bytes(isi)
        pem.chmod(0o644)
        ucapan: list[str] = []

        find_certificate(tmp_path, ucapan.append)

        assert 0o600 == pem.stat().st_mode & 0o777
        ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(pem)
        assert [f"Sertifikat {pem}" in satu and "diganti" in satu for satu in ucapan] == [True]
    assert [pem.name] == sorted(p.name for p in tmp_path.iterdir() if p.is_file())


def test_yang_baik_dan_yang_pertama_tidak_diumumkan(tmp_path: Path) -> None:
    ucapan: list[str] = []
    for _ in range(2):
        find_certificate(tmp_path, ucapan.append)

    assert [] == ucapan


def test_folder_bernama_sertifikat_dibiarkan(tmp_path: Path) -> None:
    (tmp_path / sertifikat.NAMA_BERKAS).mkdir()

    with pytest.raises(DataError, match="Ini folder"):
        find_certificate(tmp_path)


def test_penyimpanan_gagal_tidak_meninggalkan_setengah_kunci(
    pem: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def penuh(_: int) -> None:
        raise OSError(28, "?")

    pem.write_text("rusak")
    monkeypatch.setattr(os, "fsync", penuh)

    with pytest.raises(BerkasError, match="Penyimpanan penuh"):
        find_certificate(tmp_path)
    assert [("sertifikat-localhost.pem", "rusak")] == [(p.name, p.read_text()) for p in tmp_path.iterdir()]


def test_peladen_menolak_sertifikat_rusak_dengan_kalimat(tmp_path: Path) -> None:
    (tmp_path / "x.pem").write_text("rusak")

    with pytest.raises(BerkasError, match=r"x\.pem: Sertifikat rusak"):
        make_server(tmp_path, 0, tmp_path / "x.pem")


def test_sertifikat_hanya_untuk_localhost_dan_tidak_dapat_menandatangani(pem: Path) -> None:
    isi = x509.load_pem_x509_certificate(pem.read_bytes())
    nama = isi.extensions.get_extension_for_class(x509.SubjectAlternativeName).value

    assert ["localhost"] == nama.get_values_for_type(x509.DNSName)
    assert not isi.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    assert 0o600 == pem.stat().st_mode & 0o777


def test_sertifikat_disimpan_dan_diperbarui_sebelum_habis(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = find_certificate(tmp_path)
    pertama = path.read_bytes()
    assert pertama == find_certificate(tmp_path).read_bytes()

    path.write_text("rusak")
    assert b"PRIVATE KEY" in find_certificate(tmp_path).read_bytes()

    monkeypatch.setattr(sertifikat, "MASA", timedelta(days=5))
    path.unlink()
    pendek = find_certificate(tmp_path).read_bytes()
    monkeypatch.undo()
    akhir = x509.load_pem_x509_certificate(find_certificate(tmp_path).read_bytes()).not_valid_after_utc
    assert pendek != path.read_bytes()
    assert akhir > datetime.now(UTC) + timedelta(days=300)
