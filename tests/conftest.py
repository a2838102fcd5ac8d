from __future__ import annotations

import os

# Before Qt is imported anywhere: the suite draws without a screen, and never on the user's own.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
