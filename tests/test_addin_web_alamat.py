"""The address of the web folder: it stands in the manifest as typed, so that only one of a folder is taken."""

import re
from pathlib import Path

import pytest

from addin.build.rilis.dist import build_dist
from addin.build.web import build_web, clean_alamat
from kinerja.errors import BerkasError
from tests.alat.web import PYODIDE

BURUK = [
    "https://nama kota.go.id", "https://a.go.id/f g", "https://a.go.id/f?q=1", "https://a.go.id#a", 'https://a"><b',
    "https://u:p@a.go.id", "https://a.go.id:99999", "https://a.go.id:0", "https://a.go.id/../..", "https://a.go.id/./f",
    "https://a.go.id//f", "https://", "https:///f", "https://a..go.id", "https://-a.go.id", "https://a.go.id/%2e%2e",
    "https://a.go.id\\f", "http://a.go.id", "a.go.id", "https://a.go.id/f/index.html", "https://a.go.id/f/index.html/",
    "https://a.go.id/manifest.XML", "https://a.go.id/f.aspx",
]  # fmt: skip
"""No addresses of a folder, by RFC 3986 and 1123, or ones that lead elsewhere, or to a page."""


@pytest.mark.parametrize("alamat", BURUK)
@pytest.mark.parametrize("perintah", ["bangun", "rilis"])
def test_alamat_yang_tidak_dapat_dipakai_ditolak_dan_disebut_seperti_diketik(
    tmp_path: Path, alamat: str, perintah: str
) -> None:
    with pytest.raises(BerkasError, match=re.escape(f"Alamat {alamat} bukan ")):
        build_web(tmp_path, alamat, PYODIDE) if perintah == "bangun" else build_dist(tmp_path / "d", PYODIDE, alamat)

    assert [] == list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("alamat", "tertulis"),
    [
        ("https://a", "https://a"),
        ("https://a.go.id:8443/f/g_1.2~x-y/", "https://a.go.id:8443/f/g_1.2~x-y"),
        ("https://10.0.0.5/f", "https://10.0.0.5/f"),
        ("https://a.go.id/index.html.lama", "https://a.go.id/index.html.lama"),
        ("HTTPS://Kinerja.Contoh.GO.ID/Fungsi/", "https://kinerja.contoh.go.id/Fungsi"),
    ],
)
def test_alamat_yang_dapat_dipakai_diterima_dan_namanya_ditulis_dengan_huruf_kecil(alamat: str, tertulis: str) -> None:
    """Scheme and host mean the same in any case (RFC 3986, 3.1 and 3.2.2); folders do not."""
    assert tertulis == clean_alamat(alamat)
