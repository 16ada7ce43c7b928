"""What the raw formats have in common: the readers' shared ground, never a format of its own.

``plain_text`` text as it was copied -> clean text; ``hypertext/`` a page -> the text of its article and what it states;
``stated`` facts that pages, feeds and tables state -> as an article has them; ``records`` a row of a table -> Seed;
``unpacking`` gzip that is no bomb.  Imported by the readers that need it: some of it loads heavy libraries.
"""
