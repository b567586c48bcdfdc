// One question on the page, and its answer as it comes in. The empty forms stand in the page as templates.

import { inWords } from "./day.js";

const blank = (name) => document.getElementById(`blank-${name}`).content.firstElementChild.cloneNode(true);
const spot = (node, name) => node.querySelector(`[data-fill="${name}"]`);

export class Turn {
  constructor(question, asOf) {
    this.asOf = asOf;
    this.shown = 0;
    this.node = blank("turn");
    spot(this.node, "question").textContent = question;
    this.#date(asOf);
  }

  status(said) {
    const line = spot(this.node, "status");
    line.hidden = !said;
    line.classList.toggle("busy", Boolean(said));
    line.textContent = said;
  }

  statement(said) {
    this.node.querySelector("[data-statements]").append(said.grade === "connecting" ? lead(said) : this.#statement(said));
    if (said.grade !== "connecting") this.shown++;
  }

  // What stands below the statements is made by the server: once the answer is recorded it is fetched.
  async done(answer) {
    this.record = answer.record;
    this.node.id = `answer-${answer.record}`;
    if (answer.as_of !== this.asOf) {
      this.#date(answer.as_of);
      this.#say("other-day", "This day is named in the question, or the question goes on from one that was asked for it.");
    }
    for (const note of this.node.querySelectorAll("a[data-result]")) {
      note.href = `/answer/${answer.record}/result/${note.dataset.result}?${new URLSearchParams({ quote: note.dataset.quote })}`;
    }
    const below = await this.#below(answer.record);
    this.status("");
    if (!below) {
      return this.#say("status", `The answer is whole and recorded as number ${answer.record}, but what stands below it did not arrive. Load the page again.`);
    }
    this.node.querySelector("[data-ending]").innerHTML = below;
    this.#say("status", this.#summary(answer));
    spot(this.node, "status").classList.add("visually-hidden");
  }

  stopped() {
    this.status("");
    this.#say("status", "You stopped reading here. The answer is finished and recorded all the same: open the conversation again to see it.");
  }

  broken(problem) {
    this.status("");
    this.node.classList.toggle("withdrawn", this.shown > 0);
    const notice = this.node.querySelector("[data-problem]");
    notice.hidden = false;
    spot(notice, "detail").textContent = `It could not be answered: ${problem.detail.replace(/\.$/, "")}.`;
    spot(notice, "remedy").textContent = problem.remedy ?? "Ask again; if it stays so, tell who runs the service.";
  }

  async #below(record) {
    try {
      const response = await fetch(`/answer/${record}?fragment=1`, { headers: { Accept: "text/html, application/problem+json" } });
      return response.ok ? await response.text() : "";
    } catch {
      return "";
    }
  }

  #statement(said) {
    const node = blank("statement");
    spot(node, "text").textContent = said.text;
    node.querySelector("[data-checked]").hidden = said.grade !== "checked";
    node.querySelector("[data-notes]").append(...said.citations.map((citation) => this.#note(citation)));
    const marks = node.querySelector("[data-marks]");
    marks.hidden = !said.marks.length;
    marks.append(...said.marks.map((text) => Object.assign(blank("mark"), { textContent: text })));
    return node;
  }

  #note(citation) {
    const note = blank("note");
    spot(note, "number").textContent = citation.number;
    note.title = `${citation.label} ${citation.act}`.trim();
    if (citation.kind === "provision") {
      const leaning = new URLSearchParams({ as_of: this.asOf, layer: citation.layer, quote: citation.quote });
      note.href = `/provision/${citation.source}?${leaning}`;
    } else {
      note.dataset.result = citation.source.split("/").pop();
      note.dataset.quote = citation.quote;
    }
    return note;
  }

  #date(day) {
    const time = spot(this.node, "day");
    time.dateTime = day;
    time.textContent = inWords(day);
  }

  #say(where, words) {
    const line = spot(this.node, where);
    line.hidden = false;
    line.textContent = words;
  }

  #summary(answer) {
    if (answer.refusal) return "There is no answer; why is said below.";
    const sentences = this.shown === 1 ? "one sentence" : `${this.shown} sentences`;
    return `Answered in ${sentences}.`;
  }
}

function lead(said) {
  return Object.assign(blank("lead"), { textContent: said.text.replace(/[:,.\s]+$/, "") });
}
