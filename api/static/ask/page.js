// The Ask page: questions are sent without leaving it, and answers come in sentence by sentence.

import { besides } from "../beside.js";
import { Composer } from "./composer.js";
import { feedback } from "./feedback.js";
import { Refused, answering, problemOf } from "./stream.js";
import { Turn } from "./turn.js";

const page = document.querySelector("[data-ask]");
const turns = page.querySelector("[data-turns]");
const composer = new Composer(page.querySelector("[data-composer]"), ask);

const beside = besides(document.getElementById("beside"), document.getElementById("sheet"));

feedback(turns);
const latest = [...turns.querySelectorAll("[data-turn]")].pop();
if (latest) {
  composer.ready(latest.querySelector("time").dateTime);
  beside.offer(latest.querySelector(".note"));
}
for (const example of page.querySelectorAll("[data-example]")) {
  example.addEventListener("click", (event) => {
    event.preventDefault();
    composer.fill(example.textContent, example.dataset.day);
  });
}

async function ask(question, day) {
  const stopping = new AbortController();
  const turn = new Turn(question, day);
  page.classList.add("begun");
  page.querySelector("h1").textContent = "Conversation";
  turns.append(turn.node);
  turn.node.scrollIntoView({ block: "start" });
  turn.status("Reading the question");
  composer.busy(() => stopping.abort());
  try {
    const conversation = await theConversation(stopping.signal);
    for await (const happened of answering({ question, as_of: day, conversation }, stopping.signal)) await take(turn, happened);
  } catch (error) {
    if (stopping.signal.aborted) turn.stopped();
    else turn.broken(error instanceof Refused ? error.problem : { detail: "The service does not answer", remedy: "See that it runs, then ask again." });
  }
  if (turn.record) beside.offer(turn.node.querySelector(".note"));
  if (!turn.record) composer.giveBack(question);
  composer.ready(turn.record ? turn.node.querySelector("time").dateTime : null);
}

async function take(turn, { event, data }) {
  if (event === "status") turn.status(data.on);
  if (event === "statement") turn.statement(data);
  if (event === "done") await turn.done(data);
  if (event === "error") turn.broken(data);
}

// A conversation begins with the first question; from then on the page has its address.
async function theConversation(signal) {
  const field = composer.form.elements.conversation;
  if (!field.value) {
    const response = await fetch("/v1/conversations", { method: "POST", signal });
    if (!response.ok) throw new Refused(await problemOf(response));
    field.value = (await response.json()).id;
    history.replaceState(null, "", `/conversation/${field.value}`);
  }
  return field.value;
}
