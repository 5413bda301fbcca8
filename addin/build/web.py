"""Build the web add-in as a folder for any https server: no program runs there, Python runs in the browser.

The page, the script and the manifest are those of the xlwings Server project (`addin/web`); Pyodide comes from npm.
"""

from __future__ import annotations

import json
import re
import shutil
from importlib.metadata import distribution
from pathlib import Path

from addin.build.halaman import BANTUAN, DAFTAR, PROYEK, SERVER, SKRIP, list_isi, write_daftar, write_skrip
from addin.build.pustaka import copy_isi, find_paket, pack, read_pustaka, replace_folder
from kinerja.berkas import explain_oserror
from kinerja.errors import BerkasError

NAMA_FOLDER = "excel-web"
ALAMAT = "https://localhost:8443"
"""Where `kinerja addin sajikan` serves the folder."""
CONTOH = "https://kinerja.contoh.go.id/fungsi"
_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_ALAMAT = re.compile(rf"https://{_LABEL}(?:\.{_LABEL})*(?::(\d{{1,5}}))?((?:/[\w.~-]+)*)/?", re.IGNORECASE | re.ASCII)
"""Port, path."""
_BERKAS = re.compile(r"\.(html?|xml|aspx?|php|jsp|js|json|zip|txt)$", re.IGNORECASE)
"""How the name of a page ends, as it is copied from the bar of a browser."""
PYODIDE = ("pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")
TEMPAT_PYODIDE = Path("node_modules", "pyodide")
"""Where npm puts it, below the current folder."""
BACA_DULU = "BACA-DULU.txt"
"""What the folder is handed out with, before it has its address."""
DARI_XLWINGS = ("static/js/config.js", "static/js/utils.js", "static/js/officejs/taskpane-reload.js")
DAFTAR_XLWINGS = "xlwings/custom-functions-meta.json"
"""Where manifests of version 0.6 look for what stands at DAFTAR."""
BAGIAN_KAMI = "static/kinerja"
"""Every folder that we built has it."""
SETELAN = {"appPath": "", "onWasm": True, "taskpaneReloadAttempts": 3}


def build_web(folder: Path, alamat: str = ALAMAT, pyodide: Path | None = None) -> Path:
    """Write the folder excel-web into `folder`, whole or not at all.

    Of an older one the files and folders at its top stay that are not ours, as IIS' web.config; what lies deeper, in
    folders that are ours, goes.

    Args:
        alamat: the https address that the folder will have.
        pyodide: folder of the npm package pyodide; by default looked for below the current folder.

    Raises:
        BerkasError: xlwings-server or Pyodide is missing, the address is none, nothing can be written, or what
            stands there is no folder of ours.
        DataError: a file to be copied cannot be read.
    """
    alamat = clean_alamat(alamat)
    tujuan = folder / NAMA_FOLDER
    _check_lama(tujuan)
    sumber = find_pyodide(pyodide)
    isi = _write_pages(alamat) | {f"{BAGIAN_KAMI}/pustaka.zip": _zip_pustaka()}
    with replace_folder(tujuan, ".kinerja-web-") as baru:
        _copy(baru, sumber)
        for nama, data in isi.items():
            (baru / nama).parent.mkdir(parents=True, exist_ok=True)
            (baru / nama).write_bytes(data)
        _keep(tujuan, baru)
    return tujuan


def clean_alamat(alamat: str) -> str:
    """An address as it stands in the manifest: https, a name, perhaps a port and folders; no slash at the end.

    Raises:
        BerkasError: it is another kind of address, or that of a page.

    >>> clean_alamat("HTTPS://Kinerja.Contoh.go.id:8443/Fungsi/")
    'https://kinerja.contoh.go.id:8443/Fungsi'
    """
    if not alamat.lower().startswith("https://"):
        raise BerkasError(f"Alamat {alamat} bukan https.", saran="Pakai alamat yang diawali https://.")
    cocok = _ALAMAT.fullmatch(alamat)
    folder = cocok[2].split("/") if cocok else []
    if not cocok or int(cocok[1] or 1) not in range(1, 65536) or {".", ".."} & {*folder} or _BERKAS.search(folder[-1]):
        raise BerkasError(
            f"Alamat {alamat} bukan alamat sebuah folder di server.",
            saran=f"Pakai nama server dan folder saja, tanpa spasi dan tanda lain, seperti {CONTOH}.",
        )
    return alamat[: cocok.start(2)].lower() + cocok[2]


def find_pyodide(folder: Path | None = None) -> Path:
    """The folder with all files of Pyodide that the page loads.

    Raises:
        BerkasError: there is none; says how to get it.
    """
    calon = folder or TEMPAT_PYODIDE
    if all((calon / nama).is_file() for nama in PYODIDE):
        return calon
    raise BerkasError(
        "Pyodide (Python untuk peramban) tidak ditemukan atau tidak lengkap.",
        tempat=str(calon),
        saran="Jalankan `npm install pyodide@0.27.7` di folder ini, atau sebut foldernya dengan --pyodide FOLDER.",
    )


def _check_lama(tujuan: Path) -> None:
    """See that what will be replaced is an earlier folder of ours, or empty."""
    with explain_oserror(tujuan):
        if not tujuan.exists() or (tujuan / BAGIAN_KAMI).is_dir() or (tujuan.is_dir() and not any(tujuan.iterdir())):
            return
    raise BerkasError(
        f"{NAMA_FOLDER} sudah ada dan bukan buatan kinerja.",
        tempat=str(tujuan),
        saran="Pindahkan dahulu, atau sebut folder lain dengan --keluar.",
    )


def _keep(lama: Path, baru: Path) -> None:
    """Carry over what the keeper of the server laid beside our files, as IIS' web.config."""
    for satu in sorted(lama.iterdir()) if lama.exists() else ():
        if satu.name != BACA_DULU and not (baru / satu.name).exists():
            copy_isi(satu, baru / satu.name, tautan=True)


def _write_pages(alamat: str) -> dict[str, bytes]:
    """What xlwings Server would compute on request: path -> content."""
    from jinja2 import Environment, FileSystemLoader

    mesin = Environment(loader=FileSystemLoader(PROYEK / "templates"), autoescape=True, trim_blocks=True)
    mesin.globals.update(list_isi())
    nilai = {"settings": {"jsconfig": SETELAN}, "base_url_with_app_path": alamat}
    daftar = json.dumps(write_daftar(alamat), ensure_ascii=False).encode()
    halaman = {
        nama: mesin.get_template(nama).render(nilai).encode() for nama in ("manifest.xml", "taskpane.html", BANTUAN)
    }
    return halaman | {SKRIP: write_skrip("").encode(), DAFTAR: daftar, DAFTAR_XLWINGS: daftar}


def _zip_pustaka() -> bytes:
    """Our library, xlwings' Python modules and the script that starts them, for Python in the browser."""
    isi = read_pustaka("excel_js.py", "udf.py") | {"mulai.py": (PROYEK / "wasm" / "mulai.py").read_bytes()}
    akar = find_paket("xlwings", "addin-web").parent
    isi |= {path.relative_to(akar).as_posix(): path.read_bytes() for path in (akar / "xlwings").rglob("*.py")}
    return pack(dict(sorted(isi.items())))


def _copy(baru: Path, pyodide: Path) -> None:
    """Files that stand as they are: ours, xlwings' scripts, Office.js, Pyodide, the licences."""
    server = find_paket(*SERVER)
    copy_isi(PROYEK / "static", baru / "static")
    shutil.copy(PROYEK / "wasm" / "mesin.js", baru / BAGIAN_KAMI)
    copy_isi(server / "static/vendor/office-js", baru / "static/vendor/office-js")
    for nama in DARI_XLWINGS:
        (baru / nama).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(server / nama, baru / nama)
    (baru / BAGIAN_KAMI / "pyodide").mkdir()
    for nama in PYODIDE:
        shutil.copy(pyodide / nama, baru / BAGIAN_KAMI / "pyodide")
    (baru / "lisensi").mkdir()
    for paket in ("xlwings", "xlwings-server"):
        for berkas in distribution(paket).files or []:
            if "licenses" in berkas.parts:
                shutil.copy(str(berkas.locate()), baru / "lisensi" / f"{paket}-{berkas.name}")
