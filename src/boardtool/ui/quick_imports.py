"""Imports at their own speed: what PySide and Python would do meanwhile is left out or put off."""

import gc
import sys

_FEATURES = "shibokensupport.feature"
_LOOK = "_mod_uses_pyside"


def import_quickly() -> None:
    """Have the modules that are imported from here on not looked through, and no garbage collected meanwhile.

    PySide reads the source of every module imported after it, in case it should ask for `__feature__`; ours
    never do, and the reading is a tenth of the start. A PySide without that look is left as it is. The
    garbage is collected again once the window has its own way of doing it (`ui/garbage.py`).
    """
    gc.disable()
    features = sys.modules.get(_FEATURES)
    if hasattr(features, _LOOK):
        setattr(features, _LOOK, lambda _module: False)
