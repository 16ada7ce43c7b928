"""Quotes: found by their first and last words; then the speaker of those found."""

from __future__ import annotations

from site_builder.evaluation.gold import Gold, GoldQuote
from site_builder.evaluation.verdict import Case, Judge, Readings, Verdict, among, fold
from site_builder.model import Quote, Reading


def _quotes(case: Case) -> Verdict:
    pairs, strangers, absent = _matched_quotes(case.gold, case.readings)
    wrong = [reading for reading in strangers if not any(_is(quote, reading) for quote in case.gold.quotes_optional)]
    if case.gold.repeats:
        wrong = [reading for reading in wrong if not any(_is(quote, reading) for quote in case.gold.quotes)]
    differences = [f"{case.gold.id}: quotes: {fold(reading.quote)[:60]!r} is not in the record" for reading in wrong]
    differences += [f"{case.gold.id}: quotes: {quote.starts!r} … {quote.ends!r} is not found" for quote in absent]
    judged = [(reading.confidence, _speaks(quote, reading)) for quote, reading in pairs]
    judged += [(reading.confidence, False) for reading in wrong]
    return Verdict("quotes", len(pairs), len(wrong), len(absent), tuple(differences), tuple(judged))


def _speakers(case: Case) -> Verdict:
    """Speaker of the quotes found."""
    pairs, _, _ = _matched_quotes(case.gold, case.readings)
    wrong = [(quote, reading) for quote, reading in pairs if not _speaks(quote, reading)]
    differences = tuple(
        f"{case.gold.id}: speaker: {reading.value.speaker if isinstance(reading.value, Quote) else None!r}, "
        f"not {sorted(map(str, quote.speakers))}, of {quote.starts!r}"
        for quote, reading in wrong
    )
    return Verdict("quote speaker", len(pairs) - len(wrong), len(wrong), len(wrong), differences)


def _speaks(quote: GoldQuote, reading: Reading) -> bool:
    return isinstance(reading.value, Quote) and among(reading.value.speaker, quote.speakers)


def _is(quote: GoldQuote, reading: Reading) -> bool:
    text = fold(reading.value.text) if isinstance(reading.value, Quote) else ""
    return text.startswith(fold(quote.starts)) and text.rstrip(" .,!?").endswith(fold(quote.ends).rstrip(" .,!?"))


def _matched_quotes(
    gold: Gold, readings: Readings
) -> tuple[list[tuple[GoldQuote, Reading]], list[Reading], list[GoldQuote]]:
    strangers = list(readings.get("quotes", ()))
    pairs, absent = [], []
    for quote in gold.quotes:
        match = next((reading for reading in strangers if _is(quote, reading)), None)
        if match:
            strangers.remove(match)
            pairs.append((quote, match))
        else:
            absent.append(quote)
    return pairs, strangers, absent


JUDGES: tuple[Judge, ...] = (_quotes, _speakers)
