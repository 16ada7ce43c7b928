"""Make ``regions.csv`` and ``districts.csv`` from an unpacked copy of the ``idn-area-data`` package.

Run by hand, when the package has a new version::

    python site_builder/data/derive_regions.py PATH/TO/package

The package spells names in capitals and in its own spacing; this script gives them the form in which the regions
write themselves.  The columns are described in ``docs/data.md``.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

HERE = Path(__file__).parent

SPELLING = {
    "BATANGHARI": "Batang Hari",
    "BAU BAU": "Baubau",
    "DKI JAKARTA": "DKI Jakarta",
    "FAK FAK": "Fakfak",
    "MUKO MUKO": "Mukomuko",
    "PADANG SIDEMPUAN": "Padangsidimpuan",
    "PALANGKARAYA": "Palangka Raya",
    "PANGKAJENE DAN KEPULAUAN": "Pangkajene dan Kepulauan",
    "PANGKAL PINANG": "Pangkalpinang",
    "TANJUNG PINANG": "Tanjungpinang",
    "TOJO UNA UNA": "Tojo Una-Una",
    "TOLI TOLI": "Tolitoli",
}
"""Where capitals to title case, or the package's spacing, differs from the region's own spelling."""

KINDS = {
    "KABUPATEN ADMINISTRASI ": ("kabupaten", "Kabupaten Administrasi "),
    "KOTA ADMINISTRASI ": ("kota", "Kota Administrasi "),
    "KABUPATEN ": ("kabupaten", "Kabupaten "),
    "KOTA ": ("kota", "Kota "),
}

Row = tuple[str, ...]


def rows(package: Path, name: str) -> Iterator[dict[str, str]]:
    """The records of one of the package's tables."""
    with (package / "data" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def spelled(capitals: str) -> str:
    return SPELLING.get(capitals, capitals.title())


def province(row: dict[str, str]) -> Row:
    name = spelled(row["name"])
    return row["code"], f"Provinsi {name}", "provinsi", name, row["code"]


def regency(row: dict[str, str]) -> Row:
    prefix, (level, words) = next(item for item in KINDS.items() if row["name"].startswith(item[0]))
    name = spelled(row["name"].removeprefix(prefix))
    return row["code"], words + name, level, name, row["province_code"]


def write(name: str, header: Row, table: Iterable[Row]) -> None:
    with (HERE / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(sorted(table))


def main(package: Path) -> None:
    regions = [*map(province, rows(package, "provinces")), *map(regency, rows(package, "regencies"))]
    write("regions", ("code", "name", "level", "bare_name", "province_code"), regions)
    districts = ((row["code"], row["name"], row["regency_code"]) for row in rows(package, "districts"))
    write("districts", ("code", "name", "region_code"), districts)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
