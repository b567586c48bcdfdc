// Shows a provision beside what leans on it: in the region at the side where there is room for it, else in a sheet.
// Links with data-beside open there; without this module, or opened in a new tab, they lead to the page of their own.

const roomy = matchMedia("(min-width: 64rem)");

export function besides(region, sheet) {
  let opener = null;
  let asked = 0;
  let unwanted = false;

  async function open(link, focus = true) {
    if (!holds(link)) { mark(false); opener = link; mark(true); }
    const turn = ++asked;
    const content = await fragment(link.href);
    if (turn === asked) show(content, focus);
  }

  // Opens by itself where there is room, nothing is open, and nobody closed it before.
  function offer(link) {
    if (link && roomy.matches && !unwanted && !isOpen()) open(link, false);
  }

  function show(content, focus) {
    const place = roomy.matches ? region : sheet;
    const other = place === region ? sheet : region;
    clear(other);
    place.replaceChildren(content);
    if (place === sheet) { if (!sheet.open) sheet.showModal(); } else region.hidden = false;
    place.scrollTop = 0;
    bringToSight(place);
    if (focus) place.querySelector("#beside-head")?.focus({ preventScroll: true });
  }

  function close() {
    if (!isOpen()) return;
    const inside = holds(document.activeElement);
    asked++;
    unwanted = true;
    clear(region);
    clear(sheet);
    mark(false);
    if (inside) opener?.focus();
    opener = null;
  }

  function clear(place) {
    if (place === sheet) { if (sheet.open) sheet.close(); } else region.hidden = true;
    place.replaceChildren();
  }

  const isOpen = () => !region.hidden || sheet.open;
  const holds = (node) => region.contains(node) || sheet.contains(node);
  const mark = (expanded) => opener?.classList.contains("note") && opener.setAttribute("aria-expanded", String(expanded));

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-close]")) return close();
    const link = event.target.closest("a[data-beside][href]");
    if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    open(link);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.defaultPrevented && isOpen() && !sheet.open) close();
  });
  sheet.addEventListener("cancel", (event) => { event.preventDefault(); close(); });
  sheet.addEventListener("click", (event) => { if (event.target === sheet) close(); });
  roomy.addEventListener("change", () => {
    const content = [...(sheet.open ? sheet : region).childNodes];
    if (!isOpen() || !content.length) return;
    const moved = document.createDocumentFragment();
    moved.append(...content);
    show(moved, true);
  });

  return { offer };
}

// The words leaned on, in the middle of what is seen of the panel; the page itself stays where it is.
function bringToSight(place) {
  const words = place.querySelector("mark");
  if (!words) return;
  const below = words.getBoundingClientRect().top - place.getBoundingClientRect().top;
  if (below > place.clientHeight * 0.6) place.scrollTop = below - place.clientHeight / 3;
}

async function fragment(href) {
  const address = new URL(href);
  address.searchParams.set("fragment", "1");
  try {
    const response = await fetch(address, { headers: { Accept: "text/html, application/problem+json" } });
    const type = response.headers.get("content-type") ?? "";
    if (type.startsWith("text/html") && !response.redirected) return parsed(await response.text());
    const problem = type.includes("json") ? await response.json() : {};
    return said(problem.detail ?? "It cannot be shown", problem.remedy ?? "Open it as a page.", href);
  } catch {
    return said("The service does not answer", "See that it runs, then try again.", href);
  }
}

function parsed(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content;
}

function said(what, remedy, href) {
  const content = document.getElementById("blank-beside").content.cloneNode(true);
  content.querySelector("[data-fill=what]").textContent = what;
  content.querySelector("[data-fill=remedy]").textContent = remedy;
  content.querySelector("[data-fill=page]").href = href;
  return content;
}
