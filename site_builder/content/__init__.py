"""An article's file and the machine's account of it: read, written, proposed, merged with a person's edits.

``front_matter`` guarded YAML -> plain values; ``yaml_text`` plain values -> YAML; ``splice`` changes values in place;
``article`` Article <-> its file; ``paragraphs`` plain text -> Markdown of the same text;
``reading`` the machine's account <-> its file; ``proposal`` document and readings -> what the machine would write;
``salvage`` what can be read of a broken article; ``sidecar`` what a person states beside a seed;
``merge`` what it may write over a person's edits; ``library`` which article belongs to which seed.
Texts in, texts out: nothing here touches a file.
"""
