from __future__ import annotations

import os
from pathlib import Path

# Before Qt is imported anywhere: the suite draws without a screen, never on the user's own, and with the
# program's own fonts alone.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["FONTCONFIG_FILE"] = str(Path(__file__).parent / "support" / "fonts.conf")
