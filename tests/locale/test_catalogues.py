"""The catalogues are whole: nothing missing, nothing stale, nothing that a translation dropped.

``make messages`` brings them up to date with the sources; new messages are for a person to translate.
"""

from __future__ import annotations

from datetime import date, time
from gettext import GNUTranslations
from io import BytesIO

import pytest
from babel.dates import format_date, format_time, get_day_names, get_month_names
from babel.messages.catalog import Message
from babel.numbers import format_decimal, format_percent

from site_builder import edtf, notes, wording
from site_builder.locale import LANGUAGES, SIGNS, SOURCE, Language, catalogue
from tests.locale.messages import PLACEHOLDER, TRANSLATED, forms, gathered, kept, messages, po_file, write

ABBREVIATED = frozenset({"n.d."})
"""Their point is no full stop."""
CLDR: dict[Language, str] = {"id": "id", "en": "en_GB"}
"""English as this site writes it: the day before the month."""


@pytest.fixture(autouse=True)
def rewrite(request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--rewrite"):
        for language in TRANSLATED:
            write(language)


def key(message: Message) -> tuple[str | None, str]:
    return message.context, forms(message.id)[0]


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_catalogue_holds_the_messages_of_the_sources_and_no_others(language: str) -> None:
    there, wanted = ({key(m): forms(m.id) for m in messages(c)} for c in (kept(language), gathered()))
    assert there == wanted, "run make messages, and translate what is new"


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_message_is_translated_and_none_is_a_guess_or_stale(language: str) -> None:
    found = kept(language)
    assert [m.id for m in messages(found) if not all(forms(m.string))] == []
    assert [m.id for m in messages(found) if m.fuzzy] == []
    assert not found.obsolete


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_plural_has_all_forms_of_the_language(language: str) -> None:
    found = kept(language)
    plurals = [m for m in messages(found) if m.pluralizable]
    assert plurals
    assert [m.id for m in plurals if len(forms(m.string)) != found.num_plurals] == []


def test_indonesian_has_one_form_for_any_number() -> None:
    assert [m.id for m in messages(gathered()) if len(set(forms(m.id))) > 1] == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_translation_keeps_the_placeholders(language: str) -> None:
    for message in messages(kept(language)):
        wanted = sorted(PLACEHOLDER.findall(forms(message.id)[0]))
        for translation in forms(message.string):
            assert sorted(PLACEHOLDER.findall(translation)) == wanted, translation


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_translation_begins_and_ends_as_its_message(language: str) -> None:
    """A capital, a full stop, a colon or a space that is lost shows on the page."""
    for message in messages(kept(language)):
        source = forms(message.id)[0]
        for words in forms(message.string):
            assert words == words.strip()
            assert words in ABBREVIATED or (words[-1] in ".:…") == (source[-1] in ".:…"), words


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_compiled_catalogue_says_what_the_catalogue_says(language: Language) -> None:
    compiled = GNUTranslations(BytesIO(po_file(language).with_suffix(".mo").read_bytes()))
    for message in messages(kept(language)):
        one, *many = forms(message.id)
        if message.context:
            assert compiled.pgettext(message.context, one) == forms(message.string)[0]
        elif many:
            assert (compiled.ngettext(one, many[0], 1), compiled.ngettext(one, many[0], 2)) == forms(message.string)
        else:
            assert compiled.gettext(one) == message.string


def test_a_language_without_catalogue_is_that_of_the_messages() -> None:
    assert [language for language in LANGUAGES if not po_file(language).exists()] == [SOURCE]
    assert catalogue(SOURCE).gettext("Laporan") == "Laporan"
    assert set(SIGNS) == set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_months_and_days_are_those_of_the_unicode_locale_data(language: Language) -> None:
    say = catalogue(language).gettext
    locale = CLDR[language]
    months = [edtf.words(f"2024-{month:02}", language) for month in range(1, 13)]
    assert months == [f"{name} 2024" for name in get_month_names("wide", locale=locale).values()]
    assert list(wording.months(language)) == list(get_month_names("abbreviated", locale=language).values())
    days = get_day_names("wide", locale=locale)
    assert [say(day) for day in notes.DAYS] == [days[number] for number in range(7)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_days_hours_and_numbers_are_written_as_in_the_unicode_locale_data(language: Language) -> None:
    locale = CLDR[language]
    assert edtf.words("2024-07-31", language) == format_date(date(2024, 7, 31), "long", locale=locale)
    assert edtf.clock("19:30", language) == format_time(time(19, 30), "short", locale=locale)
    for count in (0, 999, 1_000, 1_234_567):
        assert wording.number(count, language) == format_decimal(count, locale=locale)
    assert wording.share(0.95, language) == format_decimal(0.95, locale=locale)
    assert wording.percent(0.88) == format_percent(0.88, locale=locale)
