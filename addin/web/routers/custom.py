"""What the project adds to xlwings Server: the functions for Excel, the help page, and what the task pane shows."""

import logging
from typing import Any

from fastapi import APIRouter, Request, Response
from xlwings_server.config import settings
from xlwings_server.templates import TemplateResponse, templates

from addin.build.halaman import BANTUAN, DAFTAR, SKRIP, list_isi, write_daftar, write_skrip

# xlwings Server logs each refused value as an error; what remains worth reading are faults of our own.
logging.getLogger("kinerja").setLevel(logging.ERROR)
templates.env.globals.update(list_isi())
router = APIRouter(prefix=settings.app_path)


@router.get(f"/{SKRIP}")
async def send_skrip() -> Response:
    """xlwings' own script with our additions."""
    skrip = write_skrip(f"{settings.app_path}/xlwings/custom-functions-call")
    return Response(skrip, media_type="text/javascript")


@router.get(f"/{DAFTAR}")
async def send_daftar(request: Request) -> dict[str, Any]:
    """What Excel shows of the functions; help stands at the address by which the server is reached."""
    asal = f"https://{settings.hostname}" if settings.hostname else f"https://{request.base_url.netloc}"
    return write_daftar(f"{asal}{settings.app_path}")


@router.get(f"/{BANTUAN}")
async def send_bantuan(request: Request) -> Response:
    """The help page, for a browser."""
    halaman: Response = TemplateResponse(request=request, name=BANTUAN)
    return halaman
