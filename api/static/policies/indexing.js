// Asks every few seconds whether the index has taken the policy in, and says so once it has.

const PAUSE = 3000;
const MOST = 200;
const place = document.querySelector("[data-indexing]");

async function indexed() {
  const response = await fetch(place.dataset.indexing);
  return response.ok && (await response.json()).indexed;
}

async function look(times) {
  if (times === 0) return;
  if (await indexed().catch(() => false)) {
    document.querySelector("#search-state").textContent = "searchable";
    document.querySelector("#said").textContent = "The index has taken it in: searches and answers find it.";
    return;
  }
  setTimeout(look, PAUSE, times - 1);
}

look(MOST);
