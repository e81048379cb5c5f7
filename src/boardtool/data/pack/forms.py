"""Form fields of papers in one pack: renamed so that none fills another, locked, without their scripts."""

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

_READ_ONLY = 1


def join_forms(pack: Pdf, form: Object | None, number: int) -> None:
    """Take over the form fields of paper `number`, whose pages are in the pack already."""
    if not isinstance(form, Dictionary) or not isinstance(form.get(Name.Fields), Array):
        return
    fields = [field for field in form.Fields if isinstance(field, Dictionary) and field.is_indirect]
    if not fields:
        return
    if Name.AcroForm not in pack.Root:
        pack.Root.AcroForm = Dictionary(Fields=Array(), DR=Dictionary(Font=Dictionary()))
    ours = pack.Root.AcroForm
    for field in fields:
        copied = pack.copy_foreign(field)
        if not isinstance(copied, Dictionary):  # in a damaged file a field may be a page, which is not copied
            continue
        _lock(copied, f"paper{number}.", 0)
        ours.Fields.append(copied)
    fonts = form.get(Name.DR, Dictionary()).get(Name.Font, Dictionary())
    for key, font in fonts.items():
        if key not in ours.DR.Font and font.is_indirect:
            ours.DR.Font[key] = pack.copy_foreign(font)


def _lock(field: Object, prefix: str, depth: int) -> None:
    if Name.T in field:
        field.T = String(prefix + str(field.T).replace(".", "_"))
        prefix = ""
    for key in (Name.AA, Name.A):
        if key in field:
            del field[key]
    field.Ff = int(field.get(Name.Ff, 0)) | _READ_ONLY
    if depth < 20:  # noqa: PLR2004 - deeper is a circle
        for kid in field.get(Name.Kids, ()):
            if isinstance(kid, Dictionary):
                _lock(kid, prefix, depth + 1)
