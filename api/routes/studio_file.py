"""GET /studio-file: the studio in one HTML file, to be carried on a USB key."""

from fastapi import APIRouter, Response

from api.use_cases.studio_file import DOWNLOAD_NAME, studio_file

router = APIRouter(tags=["share"])


@router.get("/studio-file", responses={200: {"content": {"text/html": {}}}}, response_class=Response)
def download() -> Response:
    """The file; it holds no sheet and nothing of any."""
    disposition = f'attachment; filename="{DOWNLOAD_NAME}"'
    return Response(studio_file(), media_type="text/html", headers={"Content-Disposition": disposition})
