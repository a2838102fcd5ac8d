"""What can go wrong with the pre-tagger's setup. Failures on single articles are results, not errors."""

from __future__ import annotations

from annotator.core.errors import AnnotatorError


class PretagConfigInvalid(AnnotatorError):
    """The pipeline configuration is broken; data: ``source``, ``reason``."""

    code = "pretag_config_invalid"
