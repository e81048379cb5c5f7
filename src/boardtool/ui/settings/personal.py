"""You and this laptop: the name under which steps are kept, and how the window looks."""

from functools import partial

from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from boardtool.ui.context import Context
from boardtool.ui.settings.section import Section
from boardtool.ui.theme.schemes import Scheme
from boardtool.ui.widgets.fields import Form
from boardtool.ui.widgets.inline_text import InlineText

_SCHEMES = (
    (Scheme.SYSTEM, "As the system is"),
    (Scheme.LIGHT, "Light"),
    (Scheme.DARK, "Dark"),
    (Scheme.CONTRAST, "High contrast"),
)
_TEXT_SIZES = ((1.0, "Ordinary"), (1.25, "Larger, 125 %"), (1.5, "Large, 150 %"), (2.0, "Very large, 200 %"))


class PersonalSection(Section):
    """What this laptop remembers; nothing of it is in the library."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, "You and this laptop")
        self.add_heading("You", "Every step is kept under this name, from the next start on.")
        form = Form()
        self.name = InlineText(context.preferences.who, name="Your name")
        self.name.committed.connect(self._set_name)
        form.add("name", "Your &name", self.name)
        self.column.addWidget(form)
        self.add_heading("Appearance", "A system in high contrast is followed, whatever is chosen here.")
        self.schemes: dict[Scheme, QRadioButton] = {}
        self._schemes = QButtonGroup(self)
        for scheme, words in _SCHEMES:
            self.schemes[scheme] = self._button(self._schemes, words, partial(self._appear, scheme))
        self.add_heading(
            "Text size", "From the next start on. The system’s own text size is followed besides."
        )
        self.sizes: dict[float, QRadioButton] = {}
        self._sizes = QButtonGroup(self)
        for size, words in _TEXT_SIZES:
            self.sizes[size] = self._button(self._sizes, words, partial(self._grow, size))

    def _button(self, group: QButtonGroup, words: str, do: "partial[None]") -> QRadioButton:
        button = QRadioButton(words)
        button.clicked.connect(lambda _on=False: do())
        group.addButton(button)
        self.column.addWidget(button)
        return button

    def reload(self) -> None:
        preferences = self.context.preferences
        self.name.set_kept(preferences.who)
        self.schemes[preferences.scheme].setChecked(True)
        nearest = min(self.sizes, key=lambda size: abs(size - preferences.text_size))
        self.sizes[nearest].setChecked(True)

    def first_field(self) -> QWidget:
        return self.name

    def _set_name(self, name: str) -> None:
        self.context.preferences.who = name.strip()
        self.name.set_kept(self.context.preferences.who)

    def _appear(self, scheme: Scheme) -> None:
        preferences = self.context.preferences
        preferences.scheme = scheme
        self.context.appearance.choose(scheme, text_size=preferences.text_size)

    def _grow(self, size: float) -> None:
        self.context.preferences.text_size = size
        self.context.messages.say(
            f"Text will be {size:.0%} of its ordinary size when boardtool starts again."
        )
