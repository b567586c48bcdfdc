// Puts what came in the place of what is shown. Rows of facts stay the elements they are, so that no focus and no
// place is lost; everything else is replaced, what was folded open stays open, and a field that had the focus has it.

const REPLACED = ["faults", "verdict", "trace", "duties", "remarks", "not-taken", "facts-actions"];
const WITH_ROWS = ["check-first", "proposed", "answered", "questions"];

export function put(came) {
  const focused = document.activeElement?.id;
  const open = [...document.querySelectorAll("details[open][id]")].map((details) => details.id);
  for (const id of REPLACED) replace(document.getElementById(id), came.getElementById(id));
  for (const id of WITH_ROWS) settle(document.getElementById(id), came.getElementById(id));
  for (const id of open) document.getElementById(id)?.setAttribute("open", "");
  if (focused && document.activeElement?.id !== focused) document.getElementById(focused)?.focus({ preventScroll: true });
}

function replace(shown, came) {
  shown.hidden = came.hidden;
  Object.assign(shown.dataset, came.dataset);
  shown.replaceChildren(...came.childNodes);
}

function settle(shown, came) {
  shown.hidden = came.hidden;
  const rows = shown.querySelector("[data-keyed]");
  const next = came.querySelector("[data-keyed]");
  for (const row of [...rows.children]) if (!next.children.namedItem(row.id)) row.remove();
  [...next.children].forEach((row, at) => {
    const held = rows.children.namedItem(row.id);
    if (held) freshen(held, row);
    else rows.insertBefore(row, rows.children[at] ?? null);
  });
}

function freshen(held, row) {
  for (const part of row.querySelectorAll("[data-live]")) {
    const shown = held.querySelector(`[data-live="${part.dataset.live}"]`);
    if (!shown) continue;
    shown.className = part.className;
    shown.textContent = part.textContent;
  }
}
