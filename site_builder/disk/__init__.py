"""Read folders that other people fill; write content; publish atomically. With ``store`` the only user of files."""

from site_builder.disk.adding import add_new, twin
from site_builder.disk.publishing import MANIFEST, Report, publish, seal, unfinished, verify
from site_builder.disk.reading import File, listing, names, opened, read_file, read_folder
from site_builder.disk.writing import Change, Written, write_all

__all__ = [
    "MANIFEST", "Change", "File", "Report", "Written",
    "add_new", "listing", "names", "opened", "publish", "read_file", "read_folder", "seal", "twin", "unfinished",
    "verify", "write_all",
]  # fmt: skip
