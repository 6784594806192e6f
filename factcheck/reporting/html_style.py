"""How the web page looks: fonts that machines have, for Chinese as well; lines under the text for a print without colour."""

from __future__ import annotations

STYLE = """\
:root {
  color-scheme: light dark;
  --page: #fff; --ink: #1c1e21; --faint: #5c6066; --rule: #d5d8dc;
  --error: #b3261e; --warning: #8a5300; --info: #1d5fa8;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #17181a; --ink: #e4e6e9; --faint: #a2a7ae; --rule: #3a3d42;
    --error: #ff8a80; --warning: #ffb74d; --info: #82b8ff;
  }
}
body {
  max-width: 64rem; margin: 2rem auto; padding: 0 1rem; background: var(--page); color: var(--ink);
  font: 1rem/1.6 system-ui, -apple-system, "Segoe UI", "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei",
    "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei", "Droid Sans Fallback", sans-serif;
  overflow-wrap: anywhere;
}
h1, h2 { line-height: 1.3; }
h2 { margin-top: 2.5rem; font-size: 1.2rem; border-bottom: 1px solid var(--rule); }
header p { margin: 0.2rem 0; }
table { width: 100%; border-collapse: collapse; margin: 1rem 0; font-size: 0.94rem; }
th, td { padding: 0.35rem 0.6rem 0.35rem 0; border-bottom: 1px solid var(--rule); text-align: left; vertical-align: top; }
th, td:first-child { color: var(--faint); font-weight: normal; }
th:nth-last-child(-n+3):not(:last-child), td:nth-last-child(-n+3):not(:last-child) { white-space: nowrap; }
.error strong { color: var(--error); }
.warning strong { color: var(--warning); }
a { color: inherit; }
ul { padding-left: 1.2rem; color: var(--faint); font-size: 0.94rem; }
.draft { white-space: pre-wrap; padding: 1rem 1.2rem; border: 1px solid var(--rule); border-radius: 4px; }
mark { background: none; color: inherit; text-decoration: underline 2px; text-underline-offset: 0.2em; }
mark.error { font-weight: bold; text-decoration-color: var(--error); }
mark.warning { text-decoration-style: double; text-decoration-color: var(--warning); }
mark.info { text-decoration-style: dotted; text-decoration-color: var(--info); }
mark[data-numbers]::after { content: " " attr(data-numbers); font: 0.7em system-ui, sans-serif; vertical-align: super; }
a[id]:target + mark { outline: 2px solid currentColor; outline-offset: 2px; }
@page { margin: 16mm; }
@media print {
  :root { --page: #fff; --ink: #000; --faint: #333; --rule: #999; --error: #b3261e; --warning: #8a5300; --info: #1d5fa8; }
  body { max-width: none; margin: 0; padding: 0; font-size: 10pt; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
  h2 { break-after: avoid; }
  .draft { border: none; padding: 0; }
  a { text-decoration: none; }
}
"""
