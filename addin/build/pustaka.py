"""What an extension or a browser must carry: the rules, the tables and the functions, standard library only."""

from __future__ import annotations

from importlib.resources import files

PAKET = ("kinerja.rumus", "kinerja.peraturan")
MODUL = {
    "kinerja": ("__init__", "bilangan", "errors", "nomenklatur"),
    "addin": ("__init__", "aturan", "baca", "daftar", "ejaan", "hari_ini", "hukum", "nilai", "spec"),
}


def read_pustaka(*hosts: str) -> dict[str, bytes]:
    """Path inside the library -> content, for the host modules named ("calc.py"); sorted, so that builds repeat."""
    isi: dict[str, bytes] = {}
    for paket in PAKET:
        isi |= _read(paket, [satu.name for satu in files(paket).iterdir() if satu.name.endswith((".py", ".toml"))])
    for paket, modul in MODUL.items():
        isi |= _read(paket, [f"{satu}.py" for satu in modul])
    isi |= _read("addin", [satu.name for satu in files("addin").iterdir() if satu.name.startswith("fungsi")])
    isi |= _read("addin.hosts", ["__init__.py", *hosts])
    return dict(sorted(isi.items()))


def _read(paket: str, nama: list[str]) -> dict[str, bytes]:
    folder = paket.replace(".", "/")
    return {f"{folder}/{satu}": files(paket).joinpath(satu).read_bytes() for satu in nama}
