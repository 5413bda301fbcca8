"""Microsoft's Open XML SDK validator: does a file keep to the schema and to the SDK's own semantic rules?"""

import json
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.alat.program import AKAR, ProgramError, run

PROGRAM = AKAR / ".alat" / "node_modules" / ".bin" / "ooxml-validator"


def validate(paths: Iterable[Path], versi: str = "Microsoft365") -> dict[Path, list[str]]:
    """Findings per file, [] when there is none (about 0.5 s a file, two at a time).

    `versi` is the Excel to judge by, such as "Office2010".
    """
    if not PROGRAM.exists():
        raise ProgramError(
            "Validator Open XML SDK belum terpasang, padahal pengujian ini memerlukannya. "
            "Jalankan `make uji`, atau tests/alat/pasang.sh."
        )
    semua = list(paths)
    with ThreadPoolExecutor(max_workers=2) as pekerja:
        return dict(zip(semua, pekerja.map(lambda path: _validate(path, versi), semua), strict=True))


def _validate(path: Path, versi: str) -> list[str]:
    keluar = run([str(PROGRAM), str(path), "--officeVersion", versi], detik=120, boleh=(0, 1))
    hasil = json.loads(keluar)
    temuan = [f"{g['path']} {g['xPath']}: {g['description']}" for g in hasil["errors"]]
    if hasil["ok"] == bool(temuan):
        raise ProgramError(f"Jawaban validator untuk {path.name} tidak dapat dipahami: {keluar[:300]}")
    return temuan
