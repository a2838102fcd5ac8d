"""German time expressions: TIMEX3 type, extent and value against the publication date."""

from annotator.pretag.times.find import find_times
from annotator.pretag.times.model import TimeExpression, TimeKind
from annotator.pretag.times.values import MODS, check_value

__all__ = ["MODS", "TimeExpression", "TimeKind", "check_value", "find_times"]
