"""The language that the environment asks for, by gettext's rules."""

from __future__ import annotations

import pytest

from factcheck.model.document import Language
from factcheck.translation.locales import language_of


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.GB18030"}, "zh"),
        ({"LANG": "zh_TW@stroke"}, "zh"),
        ({"LANG": "zh-hans"}, "zh"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "zha_CN"}, "en"),
        # LC_ALL before LC_MESSAGES before LANG; an empty one is not set
        ({"LC_ALL": "zh_CN", "LC_MESSAGES": "en_US", "LANG": "en_US"}, "zh"),
        ({"LC_MESSAGES": "zh_CN", "LANG": "en_US"}, "zh"),
        ({"LC_ALL": "", "LC_MESSAGES": "", "LANG": "zh_CN"}, "zh"),
        ({"LC_ALL": "C", "LANG": "zh_CN"}, "en"),
        ({"LC_CTYPE": "zh_CN.UTF-8", "LANG": "en_US"}, "en"),
        # LANGUAGE is a list, before the locale
        ({"LANGUAGE": "zh_CN", "LANG": "en_US.UTF-8"}, "zh"),
        ({"LANGUAGE": "fr:zh_CN:en", "LANG": "fr_FR.UTF-8"}, "zh"),
        ({"LANGUAGE": "en:zh_CN", "LANG": "zh_CN.UTF-8"}, "en"),
        ({"LANGUAGE": "fr", "LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANGUAGE": "", "LANG": "zh_CN.UTF-8"}, "zh"),
        # and counts for nothing in a system without a language
        ({"LANGUAGE": "zh_CN"}, "en"),
        ({"LANGUAGE": "zh_CN", "LANG": "C"}, "en"),
        ({"LANGUAGE": "zh_CN", "LC_ALL": "C.UTF-8"}, "en"),
        ({"LANGUAGE": "zh_CN", "LANG": "POSIX"}, "en"),
    ],
)
def test_the_language_of_the_environment(environment: dict[str, str], language: Language) -> None:
    assert language_of(environment) == language
