from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication

from annotator.core.resources import resource
from annotator.core.scheme import Colours
from annotator.formats.scheme_yaml import read_scheme
from annotator.gui import icons, style
from annotator.gui.fonts import INTERFACE, READING, interface_font, load_fonts, reading_font
from annotator.gui.i18n import install_language
from annotator.gui.look import Look, scale_for, theme_for
from annotator.gui.theme import CONTRAST_DARK, CONTRAST_LIGHT, DARK, LIGHT, Theme, contrast
from annotator.gui.widgets.keycap import key_text


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_the_palette_has_the_colours_of_the_theme(qapp: QApplication, theme: Theme) -> None:
    palette = style.palette(theme)
    roles = QPalette.ColorRole
    expected = {
        roles.Window: theme.chrome,
        roles.Base: theme.base,
        roles.WindowText: theme.text,
        roles.Highlight: theme.focus,
        roles.Mid: theme.line,
    }
    assert {role: palette.color(role).name() for role in expected} == expected
    assert palette.color(QPalette.ColorGroup.Disabled, roles.Text).name() == theme.disabled


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_the_style_sheet_is_filled_in_completely(look: Look, theme: Theme, scale: float) -> None:
    look.set(theme, scale)
    sheet = style.style_sheet(look)
    assert "@" not in sheet
    known = {value for name in theme.__slots__ if isinstance(value := getattr(theme, name), str)}
    assert set(re.findall(r"#[0-9a-f]{6}\b", sheet)) <= known


@pytest.mark.parametrize("theme", [CONTRAST_LIGHT, CONTRAST_DARK])
def test_labels_of_the_shipped_scheme_stand_out_in_high_contrast(theme: Theme) -> None:
    path = resource("schemes", "nachrichten.yaml")
    scheme = read_scheme(path.read_text(encoding="utf-8"), name=path.name)
    colours = [label.colours for _, label in scheme.labels()]
    assert colours
    assert min(contrast(theme.label(one), theme.canvas) for one in colours) >= 7
    # They are still told apart where the scheme does so.
    ordinary = DARK if theme.dark else LIGHT
    assert len({theme.label(one) for one in colours}) == len({ordinary.label(one) for one in colours})


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_elsewhere_labels_have_the_colours_of_the_scheme(theme: Theme) -> None:
    grey = Colours("#777777", "#777777")
    assert theme.label(grey) == "#777777"


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_measures_grow_with_the_text(look: Look) -> None:
    look.set(LIGHT, 1.5)
    assert look.px(72) == 108
    assert look.font(12).pixelSize() == 18


def test_no_colour_is_named_outside_the_theme() -> None:
    package = Path(style.__file__).parent
    for path in [*package.rglob("*.py"), *package.rglob("*.qss")]:
        if path.name != "theme.py":
            found = re.findall(r"#[0-9a-fA-F]{6}\b", path.read_text(encoding="utf-8"))
            assert not found, f"{path.name}: {found}"


def test_a_chosen_theme_overrides_the_systems(qapp: QApplication) -> None:
    assert theme_for("light") is LIGHT
    assert theme_for("dark") is DARK
    assert theme_for("system") in (LIGHT, DARK)


def test_text_follows_the_systems_font_within_reason(qapp: QApplication) -> None:
    font = QFont()
    for pixels, expected in ((12, 1.0), (18, 1.5), (6, 1.0), (60, 2.0)):
        font.setPixelSize(pixels)
        assert scale_for(0, font) == expected
    assert scale_for(130, font) == 1.3


def test_the_shipped_faces_are_the_ones_in_use(qapp: QApplication) -> None:
    assert load_fonts() == (INTERFACE, READING)
    for weight in (QFont.Weight.Normal, QFont.Weight.Medium, QFont.Weight.DemiBold):
        info = QFontInfo(interface_font(12, weight=weight))
        assert (info.family(), info.weight()) == (INTERFACE, weight)
    info = QFontInfo(reading_font(17, bold=True))
    assert (info.family(), info.bold()) == (READING, True)
    assert QFontInfo(reading_font(13, italic=True)).italic()


def test_font_files_are_small_and_licensed() -> None:
    files = [path for path in resource("fonts").iterdir() if path.suffix == ".ttf"]
    assert len(files) == 6
    for path in files:
        assert path.stat().st_size < 1_000_000
        assert path.with_name(f"{path.stem.split('-')[0]}-OFL.txt").exists()


def test_every_icon_takes_the_colour_of_the_theme(look: Look) -> None:
    for path in sorted(resource("icons").glob("*.svg")):
        drawn = icons.pixmap(path.stem, look, role="error").toImage()
        pixels = [drawn.pixelColor(x, y) for x in range(drawn.width()) for y in range(drawn.height())]
        opaque = [pixel for pixel in pixels if pixel.alpha() > 200]
        assert opaque, path.name
        # Unpremultiplying rounds a little.
        assert all(abs(pixel.red() - 0xA5) + abs(pixel.green() - 0x22) < 6 for pixel in opaque), path.name


@pytest.mark.parametrize(
    ("sequence", "shown"),
    [
        ("Return", "Eingabe"),
        ("Shift+Tab", "Umschalt+Tab"),
        ("Ctrl++", "Strg++"),
        ("+", "+"),
        ("Ctrl+PgDown", "Strg+Bild ab"),
        ("Alt+Shift+Left", "Alt+Umschalt+←"),
        (";", ";"),
        ("R", "R"),
        ("?", "?"),
        ("F1", "F1"),
    ],
)
def test_keys_are_shown_as_on_the_keyboard(qapp: QApplication, sequence: str, shown: str) -> None:
    translators = install_language(qapp, "de")
    try:
        assert key_text(sequence) == shown
    finally:
        for translator in translators:
            qapp.removeTranslator(translator)
