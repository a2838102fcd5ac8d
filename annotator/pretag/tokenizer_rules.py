"""spaCy's German tokenizer with our rules."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast

from annotator.pretag.tokenizer_words import ABBREVIATIONS

if TYPE_CHECKING:
    from spacy.tokens import Doc

_SMILEY = re.compile(r".*[()\[\]<>:;=^_¬].*|XDD?|[0Oo]\.[0Oo]|V\.V|8-?D|8-\)|\S*</?3+", re.DOTALL)
_MORE_INFIXES = (r"(?<=\w)[–—](?=\w)", r"(?<=\w)[\"“”«»‘’](?=-\w)", r"(?<=\w-)\)(?=\w)")
_ONE_TOKEN = re.compile(r"\d{4}-\d\d-\d\d|\w+[:*_](?:in|innen|r|n|m|s)(?:-\w[\w-]*)?|\w+\*\w+")


def spacy_tokenizer() -> tuple[Callable[[str], Doc], frozenset[str]]:
    """Return spaCy's German tokenizer with our rules, and its special cases.

    Its vocabulary is a bare one: the lexical attributes that ``blank("de")`` computes for each new word take
    longer than cutting it, and nobody asks for them here.
    """
    from spacy.lang.de import German
    from spacy.tokenizer import Tokenizer as SpacyTokenizer  # type: ignore[import-not-found]
    from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex
    from spacy.vocab import Vocab

    defaults = German.Defaults
    rules: dict[str, Any] = dict(defaults.tokenizer_exceptions)
    rules = {word: cut for word, cut in rules.items() if word.isspace() or not _SMILEY.fullmatch(word)}
    rules.update((word, [{"ORTH": word}]) for word in ABBREVIATIONS)
    tokenizer = SpacyTokenizer(
        Vocab(),
        rules=rules,
        prefix_search=compile_prefix_regex(defaults.prefixes or ()).search,
        suffix_search=compile_suffix_regex((*(defaults.suffixes or ()), r"(?<=[€$£%‰°²³])\.")).search,
        infix_finditer=compile_infix_regex((*(defaults.infixes or ()), *_MORE_INFIXES)).finditer,
        token_match=_ONE_TOKEN.fullmatch,
        url_match=defaults.url_match,
    )
    return cast("Callable[[str], Doc]", tokenizer), frozenset(rules)
