"""The password lock of a workbook: one SHA-512 hash for all its sheets and its structure."""

from __future__ import annotations

import base64
import hashlib
import secrets
from dataclasses import dataclass

PUTARAN = 100_000


@dataclass(frozen=True, slots=True)
class Kunci:
    """Hash of a password as ECMA-376 "agile" protection stores it; it guards against slips, not against intent.

    Attributes:
        hash: base64 of the last digest.
        salt: base64 of the salt.
        putaran: number of rounds.
    """

    hash: str
    salt: str
    putaran: int = PUTARAN

    @classmethod
    def from_sandi(cls, sandi: str, salt: bytes | None = None) -> Kunci:
        """Hash a password; it takes about 0,1 s, so do it once a run.

        ECMA-376 part 1, 18.2.29 and 18.3.1.85: H0 = SHA-512(salt + UTF-16LE password), Hi = SHA-512(Hi-1 + i).

        Args:
            sandi: 1 to 255 characters.
            salt: 16 random bytes unless given.

        Raises:
            ValueError: empty or too long.
        """
        if not 1 <= len(sandi) <= 255:
            raise ValueError("Sandi harus 1 sampai 255 karakter.")
        salt = secrets.token_bytes(16) if salt is None else salt
        digest = hashlib.sha512(salt + sandi.encode("utf-16-le")).digest()
        for putaran in range(PUTARAN):
            digest = hashlib.sha512(digest + putaran.to_bytes(4, "little")).digest()
        return cls(base64.b64encode(digest).decode("ascii"), base64.b64encode(salt).decode("ascii"))
