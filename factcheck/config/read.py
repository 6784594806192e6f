"""A configuration file, checked: every key known, every value of its kind, or every fault with its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from factcheck.config import form
from factcheck.config.find import PYPROJECT, TABLE
from factcheck.config.form import Config, Key, KeyPath, Part, RuleSetting
from factcheck.config.toml_file import Place, TomlFile, read_toml
from factcheck.model.finding import SEVERITIES, Severity
from factcheck.model.message import Message, listed, msgid, say
from factcheck.model.problem import nearest


def read_config(path: Path, shown: str) -> Config:
    """The configuration in a factcheck.toml, or in the table tool.factcheck of a pyproject.toml. Raises ConfigError."""
    file = read_toml(path, shown)
    at: KeyPath = TABLE if path.name == PYPROJECT else ()
    table: Any = file.table
    for name in at:
        table = table.get(name, {}) if isinstance(table, dict) else {}
    reader = _Reader(file)
    top = reader.table(table, at, form.TOP)
    parts = [Part(None, {key.name: top[key.name] for key in form.DRAFT if key.name in top}, at)]
    parts += top.pop("drafts", ())
    file.raise_faults()
    whole = {key.name: top[key.name] for key in form.WHOLE if key.name in top}
    return Config(file, path.absolute().parent, whole, tuple(parts))


class _FaultError(Exception):
    """A key or value that can't be used: its place, what is wrong with it, and what to write instead."""

    def __init__(self, place: Place, said: Message, advice: Message) -> None:
        self.place, self.said, self.advice = place, said, advice
        super().__init__(str(said))


class _Reader:
    """Reads tables. Each fault is reported to the file, and reading goes on behind it."""

    def __init__(self, file: TomlFile) -> None:
        self._file = file

    def table(self, table: object, at: KeyPath, keys: tuple[Key, ...]) -> dict[str, Any]:
        """The values of the keys that are known and rightly written."""
        known, values = form.named(keys), dict[str, Any]()
        if not isinstance(table, dict):
            self._report(self._fault(at, say("a table is needed here"), say("write keys below it")))
            return values
        for name, value in table.items():
            place = (*at, name)
            try:
                if name not in known:
                    raise self._unknown(name, place, known)
                values[name] = self._value(known[name], value, place)
            except _FaultError as fault:
                self._report(fault)
        return values

    def _value(self, key: Key, value: object, at: KeyPath) -> Any:
        """A value of a key's kind, lists as tuples. Raises _FaultError."""
        if key.kind == "drafts":
            return self._drafts(value, at)
        if key.kind == "settings":
            return self._settings(value, at)
        if key.kind in form.LISTS:
            return self._list(key, value, at)
        if key.kind == "flag":
            if not isinstance(value, bool):
                raise self._lacks(msgid("“{key}” is true or false"), key, at)
            return value
        if not isinstance(value, str) or not value:
            raise self._lacks(msgid("“{key}” needs a text"), key, at)
        if key.kind in form.WORDS:
            return self._word(value, form.WORDS[key.kind], at)
        return self._encoding(value, at) if key.kind == "encoding" else value

    def _list(self, key: Key, value: object, at: KeyPath) -> tuple[str, ...]:
        if not isinstance(value, list):
            raise self._lacks(msgid("“{key}” needs a list"), key, at)
        for number, item in enumerate(value):
            place = (*at, number)
            if not isinstance(item, str) or not item:
                raise self._lacks(msgid("the list of “{key}” holds texts alone"), key, place)
            if key.kind == "rules" and item not in self._rules():
                raise self._no_rule(item, self._file.value(place))
        return tuple(value)

    def _drafts(self, value: object, at: KeyPath) -> tuple[Part, ...]:
        if not isinstance(value, list):
            advice = say("write [[drafts]] and below it {example}", example='files = ["drafts/2026/**"]')
            raise self._fault(at, say("“drafts” is a list of tables"), advice)
        return tuple(self._parts(value, at))

    def _parts(self, tables: list[object], at: KeyPath) -> Iterator[Part]:
        for number, table in enumerate(tables):
            place = (*at, number)
            values = self.table(table, place, form.PART)
            if isinstance(table, dict) and "files" not in table:
                advice = say("write files = {example}", example=form.FILES.example)
                self._report(self._fault(place, say("this does not say which drafts it is for"), advice))
            elif "files" in values:
                yield Part(values.pop("files"), values, place)

    def _settings(self, value: object, at: KeyPath) -> dict[str, RuleSetting]:
        settings: dict[str, RuleSetting] = {}
        if not isinstance(value, dict):
            advice = say("write [rules] and below it {example}", example='missing-unit = "error"')
            raise self._fault(at, say("“rules” is a table"), advice)
        for rule, said in value.items():
            place = (*at, rule)
            try:
                if rule not in self._rules():
                    raise self._no_rule(rule, self._file.key(place))
                settings[rule] = self._setting(rule, said, place)
            except _FaultError as fault:
                self._report(fault)
        return settings

    def _setting(self, rule: str, value: object, at: KeyPath) -> RuleSetting:
        """What is said of one rule: its severity, or a table with severity and options."""
        severities = form.WORDS["severity"]
        if isinstance(value, str):
            return RuleSetting(_severity(self._word(value, severities, at)))
        if not isinstance(value, dict):
            advice = say('write {rule} = "error"', rule=rule)
            raise self._fault(at, say("a rule has a severity, or a table of its options"), advice)
        from factcheck.rules import load  # noqa: PLC0415 - a rule is loaded when it has options

        defaults, severity, options = load(rule).defaults, None, {}
        known = {name.replace("_", "-"): name for name in defaults}
        for name, given in value.items():
            place = (*at, name)
            if name == "severity":
                severity = _severity(self._word(str(given), severities, place))
            elif name not in known:
                raise self._no_option(rule, name, place, ("severity", *known))
            else:
                options[known[name]] = self._option(name, given, defaults[known[name]], place)
        return RuleSetting(severity, options)

    def _option(self, name: str, value: object, default: object, at: KeyPath) -> Any:
        if (
            isinstance(default, tuple)
            and isinstance(value, list)
            and all(isinstance(item, str) and item for item in value)
        ):
            return tuple(value)
        if type(value) is type(default):
            return value
        advice = say("write {example}", example=_EXAMPLES[type(default)])
        raise self._fault(at, say("“{option}” can't be this", option=name), advice)

    def _encoding(self, name: str, at: KeyPath) -> str:
        import codecs  # noqa: PLC0415

        try:
            "".encode(codecs.lookup(name).name)
        except (LookupError, ValueError):
            advice = say("write one such as {names}", names=listed(("utf-8", "utf-16", "gb18030", "big5")))
            raise self._fault(at, say("there is no encoding “{name}”", name=name), advice) from None
        return name

    def _word(self, word: str, words: tuple[str, ...], at: KeyPath) -> str:
        if word in words:
            return word
        advice = _nearest(word, words) or say("write one of: {words}", words=listed(words))
        raise self._fault(at, say("“{word}” is not known here", word=word), advice)

    def _unknown(self, name: str, at: KeyPath, known: Mapping[str, Key]) -> _FaultError:
        advice = _nearest(name, known)
        if advice is None and name in form.named(form.TOP):
            advice = say("it belongs at the top, before every table")
        elif advice is None and name in self._rules():
            advice = say("write it below [rules]")
        advice = advice or say("the keys are: {keys}", keys=listed(known))
        return _FaultError(self._file.key(at), say("there is no key “{key}”", key=name), advice)

    def _no_option(self, rule: str, name: str, at: KeyPath, known: tuple[str, ...]) -> _FaultError:
        advice = _nearest(name, known) or say("it has: {options}", options=listed(known))
        return _FaultError(self._file.key(at), say("{rule} has no option “{option}”", rule=rule, option=name), advice)

    def _no_rule(self, rule: str, place: Place) -> _FaultError:
        advice = _nearest(rule, self._rules()) or say("`factcheck rules` lists them")
        return _FaultError(place, say("there is no rule “{rule}”", rule=rule), advice)

    def _lacks(self, template: str, key: Key, at: KeyPath) -> _FaultError:
        advice = say("write {key} = {example}", key=key.name, example=key.example)
        return self._fault(at, say(template, key=key.name), advice)

    def _fault(self, at: KeyPath, said: Message, advice: Message) -> _FaultError:
        return _FaultError(self._file.value(at), said, advice)

    def _report(self, fault: _FaultError) -> None:
        self._file.report(fault.place, fault.said, fault.advice)

    def _rules(self) -> tuple[str, ...]:
        from factcheck.rules import rule_ids  # noqa: PLC0415

        return rule_ids()


_EXAMPLES: Mapping[type, str] = {bool: "true", int: "12", tuple: '["…"]'}


def _severity(word: str) -> Severity:
    return next(severity for severity in SEVERITIES if severity == word)


def _nearest(word: str, words: Iterable[str]) -> Message | None:
    near = nearest(word.replace("_", "-"), words)
    return say("write “{near}”", near=near) if near else None
