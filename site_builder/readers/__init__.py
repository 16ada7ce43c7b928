"""Raw file -> seeds. One file per format; each says which name endings it reads.

A reader module has ``SUFFIXES`` (lower case, with the dot) and
``read(raw: bytes, path: str) -> Iterator[Seed | Problem]``; a file that cannot be read yields a Problem, never an
exception.  Readers are found by name: two that claim one suffix are an error.
"""
