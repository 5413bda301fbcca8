"""Pictures for the letterhead: what is whole and of a sane size passes, all else is one sentence, quickly."""

import io
import pickle
import struct
import time
import warnings
import zlib
from functools import partial

import pytest
from PIL import Image

from kinerja.errors import BerkasError
from kinerja.tabel.gambar import MAKS_GAMBAR, check_gambar
from tests.alat.serangan.logo import chunk

KEPALA = b"\x89PNG\r\n\x1a\n"


def _ihdr(lebar: int, tinggi: int, bit: int = 8) -> bytes:
    return chunk(b"IHDR", struct.pack(">IIBBBBB", lebar, tinggi, bit, 2, 0, 0, 0))


def _png(lebar: int = 4, tinggi: int = 4, *, tambahan: bytes = b"", idat: bytes | None = None, bit: int = 8) -> bytes:
    idat = zlib.compress(bytes(tinggi * (3 * lebar + 1) if lebar * tinggi < 100 else 52)) if idat is None else idat
    return KEPALA + _ihdr(lebar, tinggi, bit) + tambahan + chunk(b"IDAT", idat) + chunk(b"IEND", b"")


def _simpan(gambar: Image.Image, **opsi: object) -> bytes:
    wadah = io.BytesIO()
    gambar.save(wadah, **opsi)  # type: ignore[arg-type]
    return wadah.getvalue()


JPEG = _simpan(Image.new("RGB", (9, 7), "red"), format="JPEG")
MULTI = [Image.new("RGB", (4, 4), warna) for warna in ("red", "blue")]
SOS = JPEG[JPEG.index(b"\xff\xda") : -2]


@pytest.mark.parametrize(
    "isi",
    [
        _png(),
        _png() + b"\0\0",  # cameras and servers leave bytes behind the end
        _png(tambahan=chunk(b"pHYs", struct.pack(">IIB", 0, 0, 1))),
        _png(tambahan=chunk(b"tEXt", b"Title\0Lambang Kota Medan")),
        JPEG,
        JPEG + b"\0\r\n",
        _simpan(Image.new("CMYK", (5, 5)), format="JPEG"),
        _simpan(Image.new("RGB", (300, 200)), format="JPEG", progressive=True),
        _simpan(Image.new("RGBA", (64, 64)), format="PNG"),
        _simpan(Image.new("P", (64, 64)), format="PNG"),
        _simpan(Image.new("1", (4000, 4000)), format="PNG"),
    ],
)
def test_gambar_utuh_diterima(isi: bytes) -> None:
    check_gambar(isi, "logo.png")


RUSAK = "rusak atau terpotong"
BURUK = {
    "kosong": (b"", "bukan gambar PNG atau JPEG"),
    "gif": (b"GIF89a" + bytes(50), "bukan gambar PNG atau JPEG"),
    "svg": (b"<svg/>", "bukan gambar PNG atau JPEG"),
    "2 MB lebih": (_png() + bytes(MAKS_GAMBAR), "lebih besar dari 2 MB"),
    "2**31 piksel": (_png(2**31 - 1, 2**31 - 1), "terlalu besar"),
    "50.000 piksel": (_png(50_000, 50_000), "terlalu besar"),
    "lebar": (_png(100_000, 1), "terlalu besar"),
    "tinggi": (_png(1, 100_000), "terlalu besar"),
    "nol piksel": (_png(0, 4), RUSAK),
    "crc salah": (_png()[:-30] + b"zzzz" + _png()[-26:], RUSAK),
    "crc idat salah": (_png()[:-13] + b"z" + _png()[-12:], RUSAK),
    "idat bukan zlib": (_png(idat=b"xxxx"), RUSAK),
    "idat kurang": (_png(idat=zlib.compress(bytes(5))), RUSAK),
    "tanpa idat": (KEPALA + _ihdr(4, 4) + chunk(b"IEND", b""), RUSAK),
    "tanpa akhir": (_png()[:-12], RUSAK),
    "akhir terpotong": (_png()[:-1], RUSAK),
    "kedalaman 99": (_png(bit=99), RUSAK),
    "potongan 4 GB": (KEPALA + struct.pack(">I", 2**32 - 1) + b"IHDR" + bytes(50) + _png()[-12:], RUSAK),
    "bom zTXt": (_png(tambahan=chunk(b"zTXt", b"a\0\0" + zlib.compress(bytes(100_000_000)))), RUSAK),
    "bom iTXt": (
        _png(tambahan=chunk(b"iTXt", b"a\0\1\0\0\0" + zlib.compress(bytes(100_000_000)))), RUSAK,
    ),
    "bom iCCP": (_png(tambahan=chunk(b"iCCP", b"a\0\0" + zlib.compress(bytes(100_000_000)))), RUSAK),
    "150.000 potongan": (KEPALA + _ihdr(4, 4) + chunk(b"tEXt", b"") * 150_000 + chunk(b"IEND", b""), RUSAK),
    "apng": (_simpan(MULTI[0], format="PNG", save_all=True, append_images=MULTI[1:]), "beberapa gambar"),
    "mpo": (_simpan(MULTI[0], format="MPO", save_all=True, append_images=MULTI[1:]), "beberapa gambar"),
    "jpeg tanpa isi": (b"\xff\xd8\xff\xd9", RUSAK),
    "jpeg terpotong": (JPEG[: len(JPEG) // 2], RUSAK),
    "jpeg tanpa akhir": (JPEG[:-2], RUSAK),
    "jpeg pengisi saja": (b"\xff\xd8" + b"\xff" * 1_900_000 + b"\xd9", RUSAK),
    "jpeg ribuan susunan": (JPEG[:-2] + SOS * 5_000 + JPEG[-2:], RUSAK),
}  # fmt: skip


@pytest.mark.parametrize("nama", BURUK)
def test_gambar_lain_ditolak_dengan_satu_kalimat_dalam_dua_detik(nama: str) -> None:
    isi, kata = BURUK[nama]
    awal = time.process_time()

    with warnings.catch_warnings(record=True) as tampak, pytest.raises(BerkasError, match=kata) as galat:
        check_gambar(isi, "folder/logo.png")

    assert time.process_time() - awal < 2
    assert galat.value.tempat == "folder/logo.png"
    assert "\n" not in str(galat.value)
    assert tampak == []


def test_pemeriksaan_dapat_dikirim_ke_proses_lain() -> None:
    kirim = pickle.loads(pickle.dumps(partial(check_gambar, JPEG, "x.jpg")))

    assert kirim() is None


def test_pengaturan_pillow_milik_orang_lain_tidak_berubah() -> None:
    semula = Image.MAX_IMAGE_PIXELS

    check_gambar(JPEG, "x.jpg")

    assert semula == Image.MAX_IMAGE_PIXELS
