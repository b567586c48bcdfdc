// Classifies again on each change, and puts what changed in its place; without this the form is sent by its buttons.

import { again } from "./again.js";
import { confirmWhatIsAnswered } from "./confirming.js";
import { put } from "./putting.js";

const PAUSE = 200;
const READ_BY_A_BUTTON = ["description", "name"];
const form = document.querySelector("#case");
const said = document.querySelector("#said");
let waiting;

async function classify() {
  try {
    const came = await again(form);
    if (came === null) return;
    put(came);
    said.textContent = `Classified again. ${document.querySelector("#verdict").dataset.summary}`;
  } catch {
    said.textContent = "It could not be classified again. Press “Classify again”.";
  }
}

form.addEventListener("click", (event) => confirmWhatIsAnswered(event.target));
form.addEventListener("change", (event) => {
  if (READ_BY_A_BUTTON.includes(event.target.id)) return;
  clearTimeout(waiting);
  waiting = setTimeout(classify, PAUSE);
});
