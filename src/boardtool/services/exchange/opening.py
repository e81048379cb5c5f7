"""The workbook that an import reads: as it is in the file, with the cells that a person put right."""

from dataclasses import replace

from boardtool.data.excel.mending import held_in, mended
from boardtool.data.excel.opening import open_workbook
from boardtool.data.excel.workbook import Workbook
from boardtool.domain.progress import Progress
from boardtool.services.exchange.request import Request


def opened(request: Request, progress: Progress | None) -> Workbook:
    """The workbook of a request.

    Raises:
        InputRefusedError: it cannot be read, or has not the cells that were put right.
    """
    workbook = request.workbook or open_workbook(request.file, progress=progress)
    return mended(workbook, request.mends)


def resolved(request: Request, progress: Progress | None) -> Request:
    """The request with what the file holds in each cell that was put right, and with the file so read.

    Raises:
        InputRefusedError: it cannot be read, or has not the cells that were put right.
    """
    if not request.mends:
        return request
    workbook = open_workbook(request.file, progress=progress)
    mends = tuple(held_in(workbook, mend) for mend in request.mends)
    return replace(request, mends=mends, workbook=workbook)
