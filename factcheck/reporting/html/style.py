"""How the page looks: fonts that machines have, for Chinese as well; light or dark as the reader's system is; fit for print."""

from __future__ import annotations

STYLE = """\
:root {
  color-scheme: light dark;
  --page: #f5f5f2; --sheet: #fff; --ink: #1b1d21; --faint: #5a5f67; --rule: #dcdcd6; --lit: #fff6c9;
  --error: #b3261e; --error-tint: #fde8e6; --warning: #855000; --warning-tint: #fff0d4;
  --info: #1d5fa8; --info-tint: #e8f1fb; --agree: #1c6b3a; --agree-tint: #eaf5ed;
  --top: 5.6rem;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #121315; --sheet: #1b1d20; --ink: #e5e7ea; --faint: #a3a8b0; --rule: #34373c; --lit: #45401f;
    --error: #ff8f86; --error-tint: #45201e; --warning: #ffbd5c; --warning-tint: #3d2d12;
    --info: #8abdff; --info-tint: #1b2f49; --agree: #83d49f; --agree-tint: #173323;
  }
}
*, ::before, ::after { box-sizing: border-box; }
html { scroll-padding-top: calc(var(--top) + 1rem); }
body {
  margin: 0 auto; max-width: 100rem; padding: 0 1.5rem 4rem; background: var(--page); color: var(--ink);
  font: 0.94rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "PingFang SC",
    "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei",
    "Droid Sans Fallback", sans-serif;
  overflow-wrap: anywhere;
}
:lang(zh) {
  font-family: system-ui, -apple-system, "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC",
    "Source Han Sans SC", "WenQuanYi Micro Hei", "Droid Sans Fallback", sans-serif;
}
a { color: inherit; text-decoration-color: var(--faint); text-underline-offset: 0.2em; }
:focus-visible { outline: 2px solid var(--info); outline-offset: 2px; border-radius: 2px; }
.skip { position: absolute; left: 1rem; top: -4rem; padding: 0.5rem 1rem; background: var(--sheet); z-index: 3; }
.skip:focus { top: 0.5rem; }

header { padding: 1.6rem 0 0.4rem; }
header .name { margin: 0; color: var(--faint); letter-spacing: 0.06em; }
h1 { margin: 0.1rem 0 0.3rem; font-size: 1.5rem; line-height: 1.3; }
header p { margin: 0.2rem 0; color: var(--faint); }
nav ol { margin: 0.6rem 0; padding-left: 1.6rem; }
nav span { color: var(--faint); }
figure { margin: 1rem 0 0.4rem; }
figcaption { color: var(--faint); }
.bar, .strip { display: block; width: 100%; }
.bar { height: 1.5rem; margin-bottom: 0.4rem; border-radius: 4px; }
.strip { height: 0.9rem; margin: 0.2rem 0 1rem; }
svg text { font: 600 0.85rem system-ui, sans-serif; text-anchor: middle; dominant-baseline: central; fill: var(--sheet); }
rect { stroke: var(--page); stroke-width: 2px; }
rect.error { fill: var(--error); } rect.warning { fill: var(--warning); }
rect.info { fill: var(--info); } rect.agree { fill: var(--agree); }
path { fill: none; stroke-width: 2; vector-effect: non-scaling-stroke; }
path.error { stroke: var(--error); } path.warning { stroke: var(--warning); }
path.info { stroke: var(--info); } path.agree { stroke: var(--agree); } path.line { stroke: var(--rule); }

.filters { display: none; }
@supports selector(:has(a)) {
  .filters {
    display: flex; flex-wrap: wrap; gap: 0.3rem 1.2rem; align-items: center; padding: 0.55rem 0;
    background: var(--page); border-bottom: 1px solid var(--rule); z-index: 2;
  }
}
fieldset {
  display: flex; flex-wrap: wrap; gap: 0.3rem 0.4rem; align-items: center; margin: 0; padding: 0; border: 0; min-width: 0;
}
legend { float: left; padding: 0 0.5rem 0 0; color: var(--faint); }
.filters label {
  display: inline-block; padding: 0.15rem 0.65rem; border: 1px solid var(--rule); border-radius: 1rem;
  background: var(--sheet); color: var(--ink); cursor: pointer; white-space: nowrap; user-select: none;
}
.filters input { position: absolute; opacity: 0; width: 1px; height: 1px; }
.filters label:has(:focus-visible) { outline: 2px solid var(--info); outline-offset: 2px; }
.filters label:has(:checked) { border-color: currentColor; box-shadow: inset 0 0 0 1px currentColor; }
.filters label.error { color: var(--error); } .filters label.warning { color: var(--warning); }
.filters label.info { color: var(--info); } .filters label.agree { color: var(--agree); }
button {
  font: inherit; padding: 0.15rem 0.8rem; border: 1px solid var(--rule); border-radius: 1rem;
  background: none; color: var(--ink); cursor: pointer;
}
.filters:not(:has(:checked)) button { display: none; }

section > h2 { margin: 1.6rem 0 0.3rem; font-size: 1.15rem; line-height: 1.3; }
.beside { display: grid; gap: 1.5rem; }
.draft, .findings > table, .findings > details, .findings > p, table.facts {
  background: var(--sheet); border: 1px solid var(--rule); border-radius: 6px;
}
.draft { padding: 1.2rem 1.6rem 2rem; font-size: 1.06rem; line-height: 1.9; align-self: start; min-width: 0; }
.draft :is(p, h3, h4, h5, h6, li, td, th, .outside) { white-space: pre-wrap; }
.draft p { margin: 0.7em 0; }
.draft :is(h3, h4, h5, h6) { margin: 1.2em 0 0.5em; line-height: 1.45; }
.draft h3 { font-size: 1.35rem; } .draft h4 { font-size: 1.15rem; } .draft :is(h5, h6) { font-size: 1.06rem; }
.draft > :first-child { margin-top: 0; }
.draft ul { list-style: none; margin: 0.7em 0; padding: 0; }
.draft .l2 { margin-left: 1em; } .draft .l3 { margin-left: 2em; } .draft :is(.l4, .l5, .l6) { margin-left: 3em; }
.draft table { border-collapse: collapse; margin: 0.9em 0; font-size: 0.95rem; line-height: 1.6; }
.draft :is(td, th) { border: 1px solid var(--rule); padding: 0.2rem 0.6rem; text-align: left; vertical-align: top; }
.draft .rule { font-size: 0.6rem; line-height: 1; color: var(--faint); }
.caption, .chrome, .outside { color: var(--faint); }
.caption, .chrome { font-size: 0.94rem; }

mark { background: none; color: inherit; border-radius: 3px; padding: 0.1em 0; }
mark { -webkit-box-decoration-break: clone; box-decoration-break: clone; }
mark a { color: inherit; text-decoration: underline 1.5px; text-underline-offset: 0.22em; }
mark.error { background: var(--error-tint); font-weight: 600; } mark.error a { text-decoration: underline 2.5px var(--error); }
mark.warning { background: var(--warning-tint); } mark.warning a { text-decoration: underline double 2px var(--warning); }
mark.info a { text-decoration: underline dotted 2px var(--info); }
mark.agree a { text-decoration-color: var(--agree); }
mark.also { background: none; font-weight: inherit; } mark.also a { text-decoration-style: dashed; }
mark::after {
  content: "\\2060" attr(data-label); content: "\\2060" attr(data-label) / "";
  margin-left: 0.1em; font: 600 0.68em/1 system-ui, sans-serif; vertical-align: 0.55em; white-space: nowrap;
}
mark.error::after { color: var(--error); } mark.warning::after { color: var(--warning); }
mark.info::after { color: var(--info); } mark.agree::after { color: var(--agree); }
mark[aria-current], span:target + mark, mark:target { background: var(--lit); box-shadow: 0 0 0 3px var(--lit); }

.findings { min-width: 0; }
.findings > * { margin: 0 0 1rem; }
.findings > details, .findings > p { padding: 0.5rem 0.8rem; }
summary { cursor: pointer; color: var(--faint); }
details ul { padding-left: 1.2rem; margin: 0.4rem 0; }
.findings > table, table.facts { width: 100%; border-collapse: separate; border-spacing: 0; font-size: 0.9rem; line-height: 1.5; }
.findings > table, table.facts { table-layout: fixed; }
.facts th:first-child { width: 45%; } .facts th:nth-child(2) { width: 27%; } .facts th:nth-child(3) { width: 9%; }
caption { padding: 0.2rem 0 0.4rem; text-align: left; font-weight: 600; }
.findings :is(th, td), .facts :is(th, td) { padding: 0.35rem 0.6rem; text-align: left; vertical-align: top; }
.findings th, .facts th { color: var(--faint); font-weight: normal; }
.findings th:first-child, .findings td:first-child { width: 3rem; padding-right: 0; color: var(--faint); }
.findings th:last-child { width: 8.5rem; }
.row td { border-top: 1px solid var(--rule); }
.row tr + tr td { border-top: 0; padding-top: 0; }
.row:is(.error, .warning) td:first-child { box-shadow: inset 3px 0 0 currentColor; }
.row.error td:first-child { color: var(--error); } .row.warning td:first-child { color: var(--warning); }
.row[aria-current] td, .row:target td, .facts tr:target td { background: var(--lit); }
.row p { margin: 0 0 0.15rem; }
.row i { color: var(--faint); font-style: normal; }
.row strong { font-weight: 600; }
.row.error strong, .row.error tr:first-child td:nth-child(2) b { color: var(--error); }
.row.warning strong { color: var(--warning); }
.row.info strong { color: var(--info); } .row.agree strong { color: var(--agree); }
.row .states b, .row p b { color: var(--agree); }
small { color: var(--faint); }
td:last-child > small, .at { white-space: nowrap; }
.facts td { border-top: 1px solid var(--rule); }
#facts h3 { font-size: 1rem; margin: 1.2rem 0 0.5rem; font-weight: 600; }

@media screen and (min-width: 64rem) {
  .filters { position: sticky; top: 0; }
  .beside { grid-template-columns: minmax(0, 1fr) minmax(0, 1.05fr); }
  .findings { position: sticky; top: var(--top); align-self: start; max-height: calc(100vh - var(--top) - 1rem); overflow: auto; }
  .findings thead th { position: sticky; top: 0; background: var(--sheet); z-index: 1; }
}
@media screen and (max-width: 40rem) {
  :root { --top: 0rem; }
  body { padding: 0 0.8rem 3rem; }
  h1 { font-size: 1.25rem; }
  .draft { padding: 0.9rem 1rem 1.4rem; font-size: 1rem; }
  .draft, .facts { overflow-x: auto; }
  .findings thead { position: absolute; clip-path: inset(50%); }
  .findings tbody { display: block; border-top: 1px solid var(--rule); padding: 0.4rem 0; }
  .row tr { display: block; } .row td, .row tr + tr td { display: block; border: 0; padding: 0.05rem 0.8rem; }
  .findings td:first-child { width: auto; float: left; padding-right: 0.5rem; }
  .row tr + tr td:first-child { display: none; }
  .row td.states::before { content: var(--fact); color: var(--faint); }
  .facts, .facts tbody, .facts tr, .facts td { display: block; border: 0; padding: 0.05rem 0.4rem; }
  .facts thead { position: absolute; clip-path: inset(50%); }
  .facts tr { border-top: 1px solid var(--rule); padding: 0.5rem 0.4rem; }
}

@page { margin: 15mm; }
@media print {
  :root {
    color-scheme: light;
    --page: #fff; --sheet: #fff; --ink: #000; --faint: #444; --rule: #aaa; --lit: #fff;
    --error: #b3261e; --error-tint: #fff; --warning: #855000; --warning-tint: #fff; --info: #1d5fa8; --agree: #1c6b3a;
  }
  body { max-width: none; padding: 0; font-size: 9.5pt; }
  .filters, .skip, nav { display: none; }
  .draft { font-size: 10.5pt; }
  .draft, .findings > table, .findings > details, .findings > p, table.facts { border: 0; padding: 0; }
  .beside { display: block; }
  thead { display: table-header-group; }
  tbody.row, .facts tr { break-inside: avoid; }
  h2, h3, h4, caption { break-after: avoid; }
  .findings { margin-top: 1.5rem; }
  a { text-decoration: none; }
  details::details-content { content-visibility: visible; height: auto; }
}
"""
