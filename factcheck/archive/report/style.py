"""How the page looks, on a screen by day and night, and on paper."""

from __future__ import annotations

STYLE = """\
:root {
  color-scheme: light dark;
  --ink: #1c1e21; --page: #fff; --faint: #5c6066; --rule: #d5d8dc; --wrong: #b3261e; --good: #1d5fa8;
}
@media (prefers-color-scheme: dark) {
  :root { --ink: #e4e6e9; --page: #17181a; --faint: #a2a7ae; --rule: #3a3d42; --wrong: #ff8a80; --good: #82b8ff; }
}
body {
  max-width: 64rem; margin: 2rem auto; padding: 0 1rem; background: var(--page); color: var(--ink);
  font: 1rem/1.6 system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC",
    "Source Han Sans SC", sans-serif;
  overflow-wrap: anywhere;
}
h2 { margin-top: 2.5rem; font-size: 1.2rem; border-bottom: 1px solid var(--rule); }
h3 { margin: 1.6rem 0 0; font-size: 1rem; }
p { margin: 0.2rem 0; }
.claim { color: var(--faint); }
table { width: 100%; border-collapse: collapse; margin: 0.6rem 0 1rem; font-size: 0.94rem; }
th, td { padding: 0.3rem 1.2rem 0.3rem 0; border-bottom: 1px solid var(--rule); text-align: left; vertical-align: top; }
th { color: var(--faint); font-weight: normal; }
td.figure, th.figure { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
svg { width: 100%; height: auto; margin: 0.5rem 0; }
svg text { font-size: 12px; fill: var(--faint); }
.axis { stroke: var(--rule); }
.bar, .wrong { fill: var(--wrong); }
.agrees { fill: var(--good); }
.disputed { fill: none; stroke: var(--wrong); stroke-width: 2; }
@page { margin: 16mm; }
@media print {
  :root { --ink: #000; --page: #fff; --faint: #333; --rule: #999; }
  body { max-width: none; margin: 0; padding: 0; font-size: 10pt; }
  tr, svg { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
}
"""
