"""What the project adds to xlwings Server: the script of our functions, and what the task pane shows."""

import logging

from fastapi import APIRouter, Response
from xlwings_server.config import settings
from xlwings_server.templates import templates

from addin.build.halaman import SKRIP, list_isi, write_skrip

# xlwings Server logs each refused value as an error; what remains worth reading are faults of our own.
logging.getLogger("kinerja").setLevel(logging.ERROR)
templates.env.globals.update(list_isi())
router = APIRouter(prefix=settings.app_path)


@router.get(f"/{SKRIP}")
async def send_skrip() -> Response:
    """xlwings' own script with our additions."""
    skrip = write_skrip(f"{settings.app_path}/xlwings/custom-functions-call")
    return Response(skrip, media_type="text/javascript")
