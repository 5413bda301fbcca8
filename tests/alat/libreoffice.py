"""LibreOffice in batches: a private profile per call, every output checked, safe beside other calls."""

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from tests.alat.program import ProgramError, find, run

Lokal = Literal["en-US", "id-ID"]

# One soffice call with 300 files once converted 247 of them and still ended with exit code 0.
SEKALI = 100
DETIK_MULAI = 120.0
DETIK_PER_BERKAS = 5.0

# OOXMLRecalcMode 0 = always. With the default profile LibreOffice trusts the cached values, even with
# fullCalcOnLoad="1" in the file, and a comparison proves nothing.
PROFIL = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop>
<prop oor:name="ODFRecalcMode" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Setup/L10N">
<prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>{lokal}</value></prop></item>
</oor:items>
"""


@contextmanager
def convert(paths: Sequence[Path], ke: str, akhiran: str, lokal: Lokal) -> Iterator[dict[Path, Path]]:
    """Convert files with the filter `ke` (as in --convert-to); yield {source: output}, removed at the end.

    Sources are copied under numbers first, so that equal names in different folders do not collide.
    """
    soffice = find("soffice", "libreoffice-calc")
    with tempfile.TemporaryDirectory(prefix="kinerja-lo-") as sementara:
        akar = Path(sementara)
        masuk, keluar, profil = akar / "masuk", akar / "keluar", akar / "profil"
        for folder in (masuk, keluar, profil / "user"):
            folder.mkdir(parents=True)
        (profil / "user" / "registrymodifications.xcu").write_text(PROFIL.format(lokal=lokal), "utf-8")
        salinan = {path: masuk / f"{nomor:05d}{path.suffix}" for nomor, path in enumerate(paths)}
        for path, salin in salinan.items():
            shutil.copyfile(path, salin)
        hasil = {path: keluar / f"{salin.stem}.{akhiran}" for path, salin in salinan.items()}
        awal = [soffice, f"-env:UserInstallation={profil.as_uri()}", "--headless", "--norestore"]
        awal += ["--nolockcheck", "--convert-to", ke, "--outdir", str(keluar)]
        semua = list(salinan)
        for mulai in range(0, len(semua), SEKALI):
            bagian = semua[mulai : mulai + SEKALI]
            perintah = [*awal, *(str(salinan[path]) for path in bagian)]
            run(perintah, detik=DETIK_MULAI + DETIK_PER_BERKAS * len(bagian))
            hilang = [str(path) for path in bagian if not hasil[path].is_file()]
            if hilang:
                raise ProgramError(f"LibreOffice tidak menghasilkan keluaran untuk {', '.join(hilang[:5])}.")
        yield hasil
