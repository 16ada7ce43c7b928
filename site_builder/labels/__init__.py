"""Lines of a seed -> labelled blocks. One file per kind of line.

``label(seed) -> Document`` gives every non-blank line exactly one label; nothing is deleted.
"""
