"""How Indonesian news writes a date, a name, an office, a quote. One file per construct.

Shared by labels and extractors, which may not import each other.  Pure functions from text to matches with
spans; every pattern is linear in the length of the text.
"""
