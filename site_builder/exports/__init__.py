"""Archive -> files for machines. One file per format.

An export module has ``export(archive: Archive) -> Iterator[tuple[str, bytes]]``, paths as ``routes`` spells them;
it is found by name.  A format that demands absolute addresses yields nothing where the site has none.
"""
