"""A page that looks like Discord, dark or light, around the HTML of a card."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.preview.samples import Sample

Theme: TypeAlias = Literal["dark", "light"]
THEMES: Sequence[Theme] = ("dark", "light")
WIDTH = 640
"""Pixels: about what a message has on a laptop."""
LOWEST = 160
"""Pixels: of lower windows Chromium paints nothing."""

_COLOURS: dict[Theme, str] = {
    "dark": """--page:#313338; --words:#dbdee1; --strong:#f2f3f5; --faint:#949ba4; --card:#2b2d31; --edge:#3f4147;
  --bar:#4e5058; --button:#4e5058; --on-button:#fff; --link:#00a8fc; --field:#1e1f22;""",
    "light": """--page:#fff; --words:#313338; --strong:#060607; --faint:#5c5e66; --card:#f2f3f5; --edge:#dfe1e5;
  --bar:#c4c9ce; --button:#dfe1e5; --on-button:#242529; --link:#006ce7; --field:#ebedef;""",
}
_STYLE = """
* { box-sizing:border-box; margin:0; }
body { font:16px/22px "gg sans","Noto Sans","Helvetica Neue",Helvetica,Arial,sans-serif; background:var(--page, #888); }
figure { width:%dpx; min-height:%dpx; padding:16px; background:var(--page); color:var(--words); }
.message { display:flex; gap:16px; }
.avatar { width:40px; height:40px; border-radius:50%%; background:#5865f2; color:#fff; flex:none;
  display:grid; place-items:center; font:700 24px/1 Georgia,serif; padding-top:8px; }
.body { flex:1; min-width:0; }
.name { color:var(--strong); font-weight:500; }
.private { margin-top:6px; }
.app { background:#5865f2; color:#fff; font:600 10px/15px sans-serif; border-radius:4px; padding:1px 4px;
  margin:0 4px; }
.when, .small, .private { color:var(--faint); font-size:12px; line-height:18px; }
.container { background:var(--card); border:1px solid var(--edge); border-radius:8px; padding:12px 16px; }
.container, .text, .row, .media, .select { margin-top:8px; }
.container > :first-child { margin-top:0; }
h1 { font-size:24px; line-height:30px; } h2 { font-size:20px; line-height:26px; } h3 { font-size:16px; }
h1, h2, h3, strong { color:var(--strong); font-weight:700; }
blockquote { border-left:4px solid var(--bar); border-radius:4px; padding-left:12px; }
.item { padding-left:22px; position:relative; } .item::before { content:"•"; position:absolute; left:8px; }
a { color:var(--link); text-decoration:none; }
.row { display:flex; flex-wrap:wrap; gap:8px; }
button { font:500 14px/18px inherit; font-family:inherit; border:0; border-radius:8px; padding:7px 14px;
  color:var(--on-button); background:var(--button); }
button:disabled { opacity:.5; }
.primary { background:#5865f2; color:#fff; } .success { background:#248046; color:#fff; }
.danger { background:#da373c; color:#fff; }
.select { display:flex; justify-content:space-between; width:100%%; max-width:400px; padding:8px 12px;
  border:1px solid var(--edge); border-radius:8px; background:var(--field); color:var(--faint); }
.section { display:flex; gap:12px; justify-content:space-between; align-items:flex-start; }
.media { display:block; max-width:100%%; border-radius:8px; } .thumbnail { width:85px; border-radius:8px; }
hr { border:0; border-top:1px solid var(--edge); margin:8px 0; } .gap { height:8px; }
u { text-underline-offset:2px; } figcaption { font:600 13px sans-serif; color:#222; }
"""


def page(samples: Sequence[Sample], themes: Sequence[Theme]) -> str:
    """Lay out cards one below the other, each in every theme."""
    rules = "".join(f".{theme} {{ {_COLOURS[theme]} }}\n" for theme in themes)
    shown = "\n".join(_figure(sample, theme) for sample in samples for theme in themes)
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>Verbatim</title>'
        f"<style>\n{rules}{_STYLE % (WIDTH, LOWEST)}</style></head>\n"
        f'<body class="{themes[0] if len(themes) == 1 else ""}">\n{shown}\n</body></html>\n'
    )


def _figure(sample: Sample, theme: Theme) -> str:
    """Set a card off as a message of the bot."""
    private = '<div class="private">Only you can see this · <a>Dismiss message</a></div>' if sample.private else ""
    return (
        f'<figure class="{theme}" data-card="{escape(sample.name)}"><div class="message">'
        '<div class="avatar">“</div><div class="body">'
        '<div><span class="name">Verbatim</span><span class="app">APP</span>'
        '<span class="when">Today at 12:00</span></div>'
        f"{sample.html}{private}</div></div></figure>"
    )
