"""The librarian's files become a vocabulary, or a list of mistakes with their lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_builder.decisions import KEYS
from site_builder.errors import BuildError
from site_builder.extractors.tags import extract
from site_builder.model import Block, Document, Known, Seed
from site_builder.vocabulary import vocabulary

GOOD = """kind:
  label: Jenis
  label_en: Kind
rakor:
  label: Rapat koordinasi
  label_en: Meeting
  broader: kind
  synonyms: [rakor, rapat koordinasi]
"""


def mistakes(tags: str) -> list[str]:
    with pytest.raises(BuildError) as caught:
        vocabulary({"tags.yml": tags})
    return [str(problem) for problem in caught.value.problems]


def test_tags_and_outlets_are_read() -> None:
    known = vocabulary({"tags.yml": GOOD, "outlets.yml": "Kabarpalu.com: Kabar Palu\n", "people.yml": "[["})
    assert [tag.slug for tag in known.tags] == ["kind", "rakor"]
    assert known.tags[1].synonyms == ("rakor", "rapat koordinasi")
    assert known.outlets == {"kabarpalu.com": "Kabar Palu"}
    assert [tag.slug for tag in known.branch("kind")] == ["rakor"]


def test_no_files_are_an_empty_vocabulary() -> None:
    assert vocabulary({}).tags == ()


@pytest.mark.parametrize(
    ("tags", "message"),
    [
        (GOOD + "  sinonim: [x]\n", "9: “sinonim” is not known"),
        (GOOD.replace("broader: kind", "broader: knid"), "7: there is no tag “knid”"),
        (GOOD + "hoaks:\n  label: Hoaks\n", "9: the tag “hoaks” has no label_en"),
        (GOOD + "r:\n  label: R\n  label_en: R\n  synonyms: [rakor]\n", "12: the phrase “rakor” is given twice"),
        (GOOD.replace("[rakor, rapat koordinasi]", "rakor"), "8: “synonyms” must be a list of phrases"),
        (GOOD.replace("rakor:", "Rakor Besar:"), "4: “Rakor Besar” cannot be part of an address"),
        (GOOD + "rakor:\n  label: R\n", "9: "),
        ("a: [\n", ""),
        ("hoaks: berita\n", "1: the tag “hoaks” has no description"),
    ],
)
def test_a_mistake_is_named_at_its_line(tags: str, message: str) -> None:
    assert any(problem.startswith(f"vocabulary/tags.yml:{message}") for problem in mistakes(tags)), mistakes(tags)


def test_a_tag_cannot_be_broader_than_itself() -> None:
    circle = "a:\n  label: A\n  label_en: A\n  broader: b\nb:\n  label: B\n  label_en: B\n  broader: a\n"
    assert [problem.splitlines()[0] for problem in mistakes(circle)] == [
        "vocabulary/tags.yml:4: “a” is broader than itself",
        "vocabulary/tags.yml:8: “b” is broader than itself",
    ]


def test_all_mistakes_are_named_at_once() -> None:
    assert len(mistakes(GOOD + "hoaks:\n  label: Hoaks\n  x: y\n")) == 2


LINKS = """same_event:
  - [satu, dua, tiga]
not_same_event:
  - [satu, "2024-1"]
same_person:
  - [Rahmat, Rahmat Djafar]
  - {satu: Rahmat, dua: Rahmat Djafar}
not_same_person:   # two of one name
  - {satu: Budi,
     dua: Budi}
copy_of:
not_copy_of:
  - [satu,
     dua]
"""


def test_decisions_are_read_with_their_lines() -> None:
    found = vocabulary({"links.yml": LINKS}).decisions
    assert [(one.bond, one.same, one.members) for one in found] == [
        ("event", True, (("", "satu"), ("", "dua"), ("", "tiga"))),
        ("event", False, (("", "satu"), ("", "2024-1"))),
        ("person", True, (("Rahmat", ""), ("Rahmat Djafar", ""))),
        ("person", True, (("Rahmat", "satu"), ("Rahmat Djafar", "dua"))),
        ("person", False, (("Budi", "satu"), ("Budi", "dua"))),
        ("copy", False, (("", "satu"), ("", "dua"))),
    ]
    assert [one.where.rpartition(":")[2] for one in found] == ["2", "4", "6", "7", "9", "13"]


@pytest.mark.parametrize(
    ("links", "message"),
    [
        (LINKS + "same_evnt:\n  - [a, b]\n", "15: “same_evnt” is not known"),
        ("same_evnt:\n  - [a, b]\ncopy_of:\n  - [a]\n", "4: “copy_of” needs at least two"),
        ("same_event: [a, b]\n", "1: “same_event” needs at least two"),
        ("same_event: a\n", "1: “same_event” must be a list"),
        ("same_event:\n  - {a: b}\n", "2: “same_event” needs at least two"),
        ("same_event:\n  - {a: x, b: y}\n", "2: “same_event” needs at least two"),
        ("same_person:\n  - [a, b]\n  - {x: null, y: B}\n", "3: “same_person” needs at least two"),
        ("same_event:\n  -\n  - [a, a]\n", "2: “same_event” needs at least two"),
        ("same_event:\n  -\n  - [a, a]\n", "3: “same_event” names one twice"),
        ("same_event:\n  - [a, [b]]\n", "2: “same_event” needs at least two"),
        ("copy_of: [\n", ""),
    ],
)
def test_a_mistake_in_a_decision_is_named_at_its_line(links: str, message: str) -> None:
    with pytest.raises(BuildError) as caught:
        vocabulary({"links.yml": links})
    found = [str(problem) for problem in caught.value.problems]
    assert any(problem.startswith(f"vocabulary/links.yml:{message}") for problem in found), found


FOLDER = Path(__file__).parent.parent / "content" / "vocabulary"
OWN = vocabulary({path.name: path.read_text("utf-8") for path in FOLDER.glob("*.yml")})
STAGE = "Pilkada Sigi. "
"""Some tags ask for the election in the text."""


@pytest.mark.parametrize(
    ("sentence", "tags"),
    [
        ("Kapolres memimpin rapat koordinasi lintas sektor.", "rakor"),
        ("ASN diminta tidak memihak.", "netralitas"),
        ("KPU menjaga integritas dan netralitas KPU.", ""),
        ("Kapolres memimpin apel pergeseran pasukan.", "apel-pasukan"),
        ("Bawaslu menggelar apel siaga pengawasan.", ""),
        ("Warga diminta menolak pemberian uang dari siapa pun.", "politik-uang"),
        ("Waspadai berita bohong.", "hoaks"),
        ("Personel mengamankan seluruh TPS.", "pengamanan-tps"),
        ("Operasi Mantap Praja dimulai.", "operasi-mantap-praja"),
        ("Polisi mengawal pendistribusian logistik.", "logistik"),
        ("Logistik keluarga cukup.", ""),
        ("Hindari isu suku, agama, ras, dan antargolongan.", "sara"),
        ("Sara hadir.", ""),
        ("Semua paslon sepakat berkampanye dengan damai.", "kampanye-damai"),
        ("Mereka mendeklarasikan pilkada yang damai.", "deklarasi-damai"),
        ("Polisi berpatroli.", "patroli"),
        ("Mereka mengikuti istigasah.", "doa-bersama"),
        ("Saksi menempuh jalur sengketa.", "sengketa"),
        ("Sengketa lahan itu usai.", ""),
        ("Warga mengikuti pemungutan dan penghitungan suara.", "pungut-hitung"),
        ("PPK membuka rekapitulasi hasil penghitungan suara.", "rekapitulasi"),
        ("Kasus itu dibahas Sentra Gakkumdu.", "gakkumdu"),
        ("Masa tenang berakhir.", "masa-tenang"),
        ("KPU menggelar debat publik kedua.", "debat-kandidat"),
        ("Seorang tersangka ditangkap penyidik.", "penegakan-hukum"),
        ("Aparat penegak hukum hadir.", ""),
    ],
)
def test_the_archive_s_own_vocabulary_tags_as_a_librarian_would(sentence: str, tags: str) -> None:
    text = STAGE + sentence
    document = Document.of(Seed("case.txt", "", text), (Block((0, len(text)), "body"),))
    assert {reading.value for reading in extract(document, Known(OWN, {}))} == set(tags.split())


def test_the_examples_in_the_file_of_decisions_are_decisions_once_the_signs_before_them_go() -> None:
    text = (FOLDER / "links.yml").read_text("utf-8")
    body = [line[2:] for line in text.splitlines() if line.startswith("#   -") or line.partition(":")[0][2:] in KEYS]
    found = vocabulary({"links.yml": "\n".join(body)}).decisions
    assert [(one.bond, one.same) for one in found] == [
        ("event", True),
        ("event", False),
        ("person", True),
        ("person", True),
        ("person", False),
        ("copy", True),
        ("copy", False),
    ]
    assert OWN.decisions == ()


def test_the_archive_s_own_vocabulary_is_sound() -> None:
    known = OWN
    assert {"rakor", "apel-pasukan", "patroli"} <= {tag.slug for tag in known.branch("kind")}


def test_a_person_says_what_an_institution_is_called() -> None:
    known = vocabulary(
        {"institutions.yml": "Forum Warga Sabu: FKUB Kabupaten Sabu Raijua\nKPUD Bogor: KPU Kota Bogor\n"}
    )
    assert known.institutions == {
        "forum-warga-sabu": "FKUB Kabupaten Sabu Raijua",
        "kpud-bogor": "KPU Kota Bogor",
    }


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("Forum A: Forum B\nForum C:\n", 2, "“Forum C” has no name"),
        ("Forum A: Forum B\nForum B: Forum C\n", 1, "“Forum B” is itself called otherwise"),
        ("Forum A: Forum B\nFORUM A: Forum C\n", 2, "“FORUM A” stands twice"),
    ],
)
def test_names_of_institutions_that_depend_on_each_other_are_refused(text: str, line: int, what: str) -> None:
    with pytest.raises(BuildError) as wrong:
        vocabulary({"institutions.yml": text})
    assert [(problem.where, problem.what) for problem in wrong.value.problems] == [
        (f"vocabulary/institutions.yml:{line}", what)
    ]


def test_the_project_s_own_names_of_institutions_can_be_read() -> None:
    text = (Path(__file__).parent.parent / "content" / "vocabulary" / "institutions.yml").read_text("utf-8")
    assert vocabulary({"institutions.yml": text}).institutions == {}
