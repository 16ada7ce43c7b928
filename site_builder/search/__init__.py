"""The full-text index: what a reader's browser needs to search the archive without a server.

``fields`` says what is searched, ``words`` how it is cut and stemmed, ``ranking`` what weighs how much; ``postings``
writes down which word stands where, ``shards`` cuts that into small files; ``aliases`` are other names of what is
meant; ``columns`` are the facets.  ``slots`` numbers the articles, ``codes`` writes numbers as text.
The same words, stems and codes are read again by ``templates/assets/search-words.js`` and ``search-index.js``.
"""
