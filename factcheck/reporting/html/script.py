"""What the page does by script: it scrolls text and table together, and moves between findings by arrow keys.

All of it is help on the way: without the script, links lead from marks to rows and back. It makes no element and reads no text,
so that nothing of a draft can become markup through it.
"""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256

SCRIPT = """\
"use strict";
(() => {
  const wide = matchMedia("(min-width: 64rem)");
  const filters = document.querySelector(".filters");
  const target = (link) => document.getElementById(link.hash.slice(1));
  const hidden = (row) => row !== null && row.getClientRects().length === 0;
  const linkOf = (row) => row.querySelector("a.at") ?? row.querySelector("a[href]");
  const rowOf = (mark) => target(mark.firstElementChild);
  const markOf = (row) => {
    const link = row.querySelector("a.at");
    return link === null ? null : markAt(target(link));
  };
  // A place's name stands on its mark, or on an empty element before it.
  const markAt = (place) => {
    while (place !== null && !place.matches("mark")) place = place.nextElementSibling;
    return place;
  };

  let lit = [];
  const light = (...places) => {
    for (const place of lit) place.removeAttribute("aria-current");
    lit = places.filter((place) => place !== null);
    for (const place of lit) place.setAttribute("aria-current", "true");
  };

  // What sticks below the filters leaves them the room that they take.
  const room = () => document.documentElement.style.setProperty("--top", `${wide.matches ? filters.offsetHeight : 0}px`);
  if (filters !== null) new ResizeObserver(room).observe(filters);

  // Beside the text, the tables have a scroll bar of their own: only they move, and the text stays where it is read.
  // Only what of them is below the window's edge takes the page along.
  const bring = (row) => {
    const panel = row.closest(".findings");
    const box = panel.getBoundingClientRect();
    const room = Math.min(box.bottom, innerHeight) - box.top;
    const at = row.getBoundingClientRect().top - box.top;
    if (panel.scrollHeight > panel.clientHeight && (at < 40 || at + row.offsetHeight > room)) panel.scrollTop += at - room / 3;
    row.scrollIntoView({ block: "nearest" });
  };

  const goToRow = (row) => {
    if (hidden(row)) filters.reset();
    bring(row);
    linkOf(row)?.focus({ preventScroll: true });
    light(row, markOf(row));
  };
  const goToMark = (mark, row) => {
    mark.scrollIntoView({ block: "center" });
    mark.firstElementChild.focus({ preventScroll: true });
    light(row, mark);
  };

  addEventListener("click", (event) => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = event.target.closest("a[href]");
    const row = event.target.closest(".row");
    if (link === null) {
      if (row !== null && markOf(row) !== null && getSelection().isCollapsed) goToMark(markOf(row), row);
      return;
    }
    const place = link.hash && link.origin === location.origin ? target(link) : null;
    if (place === null) return;
    if (place.matches(".row")) {
      event.preventDefault();
      goToRow(place);
    } else if (place.closest(".draft") !== null && markAt(place) !== null) {
      event.preventDefault();
      goToMark(markAt(place), row ?? rowOf(markAt(place)));
    }
  });

  // What has the focus is lit on both sides; moved by keys, both sides come into view.
  addEventListener("focusin", (event) => {
    const mark = event.target.closest("mark");
    const row = mark === null ? event.target.closest(".row") : rowOf(mark);
    if (row === null) return;
    const other = mark ?? markOf(row);
    light(row, other);
    if (!wide.matches || !event.target.matches(":focus-visible")) return;
    if (mark !== null) bring(row);
    else other?.scrollIntoView({ block: "center" });
  });

  const steps = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };
  addEventListener("keydown", (event) => {
    const step = steps[event.key];
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const mark = event.target.closest("mark");
    const here = mark ?? event.target.closest(".row");
    if (here === null) return;
    const all = [...document.querySelectorAll(mark === null ? ".row" : "mark")];
    let at = all.indexOf(here) + step;
    while (all[at] !== undefined && hidden(mark === null ? all[at] : rowOf(all[at]))) at += step;
    event.preventDefault();
    if (all[at] !== undefined) (mark === null ? linkOf(all[at]) : all[at].firstElementChild)?.focus();
  });

  const arrive = () => {
    const place = document.getElementById(location.hash.slice(1));
    if (place === null) return;
    if (place.matches(".row")) light(place, markOf(place));
    else if (place.closest(".draft") !== null && markAt(place) !== null) light(rowOf(markAt(place)), markAt(place));
  };
  addEventListener("hashchange", arrive);
  arrive();

  // A print shows what is folded away.
  let closed = [];
  addEventListener("beforeprint", () => {
    closed = [...document.querySelectorAll("details:not([open])")];
    for (const each of closed) each.open = true;
  });
  addEventListener("afterprint", () => {
    for (const each of closed) each.open = false;
  });
})();
"""


def policy(style: str, script: str) -> str:
    """The content security policy of a page with one style and one script, both let in by their hashes (CSP Level 3)."""
    return (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; "
        "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
