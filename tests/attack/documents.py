"""Hostile Markdown: every way that is known to make a page run something or ask somebody, in every place."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import product

from tests.browser.test_hostile import AROUND, SCRIPTS

EVENTS = (
    "onabort", "onauxclick", "onbeforetoggle", "onblur", "oncanplay", "onchange", "onclick",
    "oncontextmenu", "oncopy", "ondblclick", "ondrag", "onerror", "onfocus", "onfocusin", "oninput",
    "onkeydown", "onload", "onloadstart", "onmousedown", "onmouseenter", "onmouseover", "onpointerdown",
    "onpointerover", "onscroll", "onsubmit", "ontoggle", "ontransitionend", "onwheel", "onanimationstart",
    "onbegin", "onpageshow", "onresize", "onmouseout", "onkeyup", "ondrop", "onplay", "onended",
    "onseeked", "oninvalid", "onreset", "onpaste", "oncut",
)  # fmt: skip
TAGS = (
    "a", "img", "svg", "video", "audio", "body", "details", "div", "input", "button", "form", "iframe",
    "object", "embed", "marquee", "select", "textarea", "table", "math", "style",
)  # fmt: skip
SCHEMES = (
    "javascript:ran()", "JaVaScRiPt:ran()", "java\tscript:ran()", "\x01javascript:ran()", "&#106;avascript:ran()",
    "javascript&colon;ran()", "vbscript:ran()", "data:text/html,<script>parent.ran()</script>",
    "data:text/html;base64,PHNjcmlwdD5yYW4oKTwvc2NyaXB0Pg==", "//luar.example/x", "\\\\luar.example\\x",
    "view-source:x",
    "blob:https://luar.example/x", "javascript://x%0aran()", "file:///etc/passwd",
)  # fmt: skip
LINKS = (
    "[x](%s)", "[x](<%s>)", "![x](%s)", "<%s>", "[x]: %s\n\n[x]", "[x](%s 'y' onclick=ran())", '<a href="%s">x</a>',
    "<img src='%s'>", "<form action='%s'><button>x</button></form>", "<iframe src='%s'></iframe>", "<base href='%s'>",
    "<object data='%s'></object>", "<embed src='%s'>", "<svg><a xlink:href='%s'><text y=9>x</text></a></svg>",
    "<link rel=stylesheet href='%s'>", "<meta http-equiv=refresh content='0;url=%s'>", "<video poster='%s'></video>",
)  # fmt: skip
BREAKERS = (
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=ran()&gt;'>",
    "<svg></p><style><a id='</style><img src=1 onerror=ran()>'>",
    "<form><math><mtext></form><form><mglyph><style></math><img src onerror=ran()>",
    "<noscript><p title='</noscript><img src=x onerror=ran()>'>",
    "<select><template><img src=x onerror=ran()></template></select>",
    "<!--><img src=x onerror=ran()>-->",
    "<![CDATA[><img src=x onerror=ran()>]]>",
    "<?xml version='1.0'?><script>ran()</script>",
    "<a href='x' style='background:url(https://luar.example/x)'>x</a>",
    '<div style="width:expression(ran())">x</div>',
    "<p id=location name=location>x</p><a id=document href=javascript:ran()>x</a>",
    "{{ ran() }} {% for x in y %} ${ran()} <%= ran() %>",
    "```html\n<script>ran()</script>\n```",
    "`<script>ran()</script>`",
    "<xmp><script>ran()</script></xmp><plaintext><script>ran()</script>",
    "<textarea></textarea><script>ran()</script>",
    "<details open ontoggle=ran()><summary>x</summary></details>",
    "<portal src='https://luar.example'></portal><img srcset='https://luar.example/x 2x'>",
    "<video><source onerror=ran() src=x></video><audio src=x onerror=ran()>",
    "<svg><use href='data:image/svg+xml,<svg id=x><script>ran()</script></svg>#x'/></svg>",
    "<style>@import 'https://luar.example/x.css';body{background:url(https://luar.example/y)}</style>",
    "<img src=x onerror='&#114;&#97;&#110;()'><a href='&#x6A;avascript:ran()'>x</a>",
)


def documents() -> Iterator[str]:
    """All of them, without chance; more than 1,500."""
    yield from (around.replace("%s", script) for around, script in product(AROUND, SCRIPTS))
    yield from (link.replace("%s", scheme) for link, scheme in product(LINKS, SCHEMES))
    yield from (
        f"<{tag} src=x href=x {event}=ran() tabindex=1 autofocus>x</{tag}>" for tag, event in product(TAGS, EVENTS)
    )
    yield from (around.replace("%s", breaker) for around, breaker in product(AROUND, BREAKERS))
    yield from (f"x\n{{: {event}=ran() }}" for event in EVENTS)


def mutated(count: int, *, seed: int) -> Iterator[str]:
    """Documents made of torn pieces of the hostile ones, and of what parsers stumble over."""
    rng = random.Random(seed)  # noqa: S311
    pool = list(documents())
    glue = ["", "\n", "\n\n", " ", "\t", "\x00", "\\", "&", "<", ">", '"', "'", "`", "[", "](", "!", "*", "_", "    ",
            "\u2028", "\ud800", "&#0;", "&Tab;", "--", "]]>", "-->", "\r", "\x0c", "|", ":",
            "| a |\n|---|\n"]  # fmt: skip
    for _ in range(count):
        pieces = []
        for _ in range(rng.randrange(1, 5)):
            text = rng.choice(pool)
            start = rng.randrange(len(text))
            piece = text[start : start + rng.randrange(1, 60)] if rng.random() < 0.6 else text
            pieces += [piece, rng.choice(glue)]
        yield "".join(pieces)
