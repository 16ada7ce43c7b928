"""Tags and organisations."""

from __future__ import annotations

from site_builder.evaluation.verdict import Case, Judge, Verdict, fold

SCORED_TAGS = frozenset({
    "rakor", "netralitas", "apel-pasukan", "politik-uang", "hoaks", "pengamanan-tps", "operasi-mantap-praja",
    "logistik", "sara", "kampanye-damai", "deklarasi-damai", "patroli", "doa-bersama", "sengketa", "pungut-hitung",
    "rekapitulasi", "gakkumdu", "masa-tenang", "debat-kandidat", "penegakan-hukum",
})  # fmt: skip
"""The tags that records use; an archive's own vocabulary may have more."""


def _tags(case: Case) -> Verdict:
    found = {str(r.value): r for r in case.readings.get("tags", ()) if str(r.value) in SCORED_TAGS}
    wrong = sorted(found.keys() - case.gold.tags - case.gold.tags_optional)
    absent = sorted(case.gold.tags - found.keys())
    differences = [f"{case.gold.id}: tags: {tag!r} ({found[tag].quote!r}) is not in the record" for tag in wrong]
    differences += [f"{case.gold.id}: tags: {tag!r} is not found" for tag in absent]
    scored = found.keys() - case.gold.tags_optional
    judged = tuple((found[tag].confidence, tag in case.gold.tags) for tag in sorted(scored))
    return Verdict("tags", len(found.keys() & case.gold.tags), len(wrong), len(absent), tuple(differences), judged)


def _organizations(case: Case) -> Verdict:
    """Records are not exhaustive here, so only what is missed counts."""
    found = {fold(str(reading.value)).casefold() for reading in case.readings.get("organizations", ())}
    absent = [name for name in case.gold.organizations if fold(name).casefold() not in found]
    differences = tuple(f"{case.gold.id}: organizations: {name!r} is not found" for name in absent)
    return Verdict("organizations", len(case.gold.organizations) - len(absent), 0, len(absent), differences)


JUDGES: tuple[Judge, ...] = (_organizations, _tags)
