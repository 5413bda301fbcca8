"""Install kinerja.xlam, the one with Python, for the current user of Windows, and remove it."""

from __future__ import annotations

import os
from pathlib import Path

from addin.komputer import Komputer
from addin.syarat import find_dll, list_syarat
from kinerja.berkas import explain_oserror
from kinerja.errors import BerkasError, DataError


def install(komputer: Komputer) -> Path:
    """Write kinerja.xlam, with the paths of this machine, into the start folder of Excel.

    Raises:
        BerkasError: something that the add-in needs is missing, the file cannot be written (Excel holds it
            open), or what lies there is not ours; nothing is written then.
    """
    for satu in list_syarat(komputer):
        if satu.baik is False:
            raise BerkasError(satu.pesan, saran=satu.saran)
    from addin.build.xlam import build_xlam

    tanpa_jendela = komputer.python.with_name("pythonw.exe")
    python = tanpa_jendela if tanpa_jendela.exists() else komputer.python
    check_milik(komputer)
    konfigurasi = {"INTERPRETER_WIN": str(python), "PYTHONPATH": str(komputer.pustaka)}
    konfigurasi |= {f"DLL_{bit}": str(find_dll(komputer, bit) or "") for bit in (32, 64)}
    with explain_oserror(komputer.xlam):
        komputer.xlam.parent.mkdir(parents=True, exist_ok=True)
        return build_xlam(komputer.xlam.parent, konfigurasi)


def uninstall(komputer: Komputer) -> bool:
    """Remove kinerja.xlam; whether there was one.

    Raises:
        BerkasError: the file cannot be removed (Excel holds it open), or is not ours.
    """
    ada = check_milik(komputer)
    with explain_oserror(komputer.xlam):
        komputer.xlam.unlink(missing_ok=True)
        return ada


def check_milik(komputer: Komputer) -> bool:
    """Whether there is a kinerja.xlam, which then is ours.

    Raises:
        BerkasError: what lies there is damaged or not ours.
    """
    from addin.build.xlam_isi import PINDAHKAN, read_xlam

    if not os.path.lexists(komputer.xlam):
        return False
    try:
        read_xlam(komputer.xlam)
    except DataError as galat:  # the door's advice is for a table that somebody wants to read
        raise BerkasError(galat.pesan, tempat=str(komputer.xlam), saran=PINDAHKAN) from None
    return True
