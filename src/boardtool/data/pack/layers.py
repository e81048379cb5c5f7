"""Layers of papers in one pack: what a paper hides stays hidden, what it shows stays shown, all nameless."""

from pikepdf import Array, Dictionary, Name, Pdf, String


def join_layers(pack: Pdf, source: Pdf) -> None:
    """Take over the layers of a paper whose pages are in the pack already."""
    layers = source.Root.get(Name.OCProperties)
    if not isinstance(layers, Dictionary) or not isinstance(layers.get(Name.OCGs), Array):
        return
    groups = [group for group in layers.OCGs if isinstance(group, Dictionary) and group.is_indirect]
    shown = layers.get(Name.D, Dictionary())
    hidden = {group.objgen for group in shown.get(Name.OFF, ()) if isinstance(group, Dictionary)}
    if shown.get(Name.BaseState) == Name.OFF:
        on = {group.objgen for group in shown.get(Name.ON, ()) if isinstance(group, Dictionary)}
        hidden |= {group.objgen for group in groups} - on
    if Name.OCProperties not in pack.Root:
        configuration = Dictionary(Name=String("Layers"), Order=Array(), OFF=Array())
        pack.Root.OCProperties = Dictionary(OCGs=Array(), D=configuration)
    ours = pack.Root.OCProperties
    for group in groups:
        copied = pack.copy_foreign(group)
        for key in set(copied.keys()) - {"/Type"}:
            del copied[key]
        copied.Name = String(f"Layer {len(ours.OCGs) + 1}")
        ours.OCGs.append(copied)
        if group.objgen in hidden:
            ours.D.OFF.append(copied)
