"""LibreOffice Calc as a user has it: an extension installed in a private profile, formulas typed into cells."""

import json
import os
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from tests.alat.libreoffice import PROFIL, Lokal
from tests.alat.program import ProgramError, find

PENGGERAK = Path(__file__).parent / "uno" / "calc_uno.py"
PYTHON = "/usr/bin/python3"


def run_calc(tugas: list[dict[str, Any]], oxt: Path | None = None, lokal: Lokal = "en-US") -> list[dict[str, Any]]:
    """Carry out tasks (see uno/calc_uno.py) in one LibreOffice; one result a task: values and formulas by address."""
    with tempfile.TemporaryDirectory(prefix="kinerja-calc-") as sementara:
        profil = Path(sementara) / "user"
        profil.mkdir()
        # Files are not recalculated on load here, as in a fresh profile: the load job has to do it.
        isi = PROFIL.format(lokal=lokal).replace("<value>0</value>", "<value>1</value>")
        (profil / "registrymodifications.xcu").write_text(isi, "utf-8")
        perintah = {
            "soffice": find("soffice", "libreoffice-calc"),
            "profil": sementara,
            "oxt": str(oxt) if oxt else "",
            "tugas": tugas,
        }
        proses = subprocess.run(
            [PYTHON, PENGGERAK],
            input=json.dumps(perintah),
            capture_output=True,
            text=True,
            timeout=240,
            check=False,
            env={k: v for k, v in os.environ.items() if k != "PYTHONPATH"},  # the extension stands on its own
        )
    if proses.returncode:
        raise ProgramError(f"LibreOffice dengan python3-uno gagal: {proses.stderr[-2000:]}")
    hasil: list[dict[str, Any]] = json.loads(proses.stdout.splitlines()[-1])
    return hasil
