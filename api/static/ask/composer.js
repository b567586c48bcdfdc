// The box to ask in: the question, its day, and asking the last question again for another day.

import { inWords } from "./day.js";

export class Composer {
  constructor(form, ask) {
    this.form = form;
    this.question = form.elements.question;
    this.day = form.elements.as_of;
    this.askButton = form.querySelector("[data-ask-button]");
    this.stopButton = form.querySelector("[data-stop]");
    this.againButton = form.querySelector("[data-again]");
    this.askedFor = null;
    form.querySelector("[data-keys]").hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (this.askButton.disabled) return;
      const question = this.question.value.trim();
      if (question) ask(question, this.day.value);
    });
    this.question.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      form.requestSubmit();
    });
    this.day.addEventListener("input", () => this.#dayChosen());
    this.againButton.addEventListener("click", () => ask(`And as of ${inWords(this.day.value)}?`, this.day.value));
    this.#dayChosen();
  }

  // While an answer comes in there is nothing to ask, but something to stop.
  busy(stop) {
    this.askButton.hidden = true;
    this.askButton.disabled = true;
    this.stopButton.hidden = false;
    this.stopButton.onclick = stop;
    this.againButton.hidden = true;
    this.question.value = "";
  }

  ready(askedFor) {
    const wasOnStop = document.activeElement === this.stopButton;
    this.askButton.hidden = false;
    this.askButton.disabled = false;
    this.stopButton.hidden = true;
    if (wasOnStop) this.question.focus();
    if (askedFor) this.askedFor = askedFor;
    this.form.querySelector("label").textContent = "Follow-up question";
    this.#dayChosen();
  }

  // What was not answered need not be written again.
  giveBack(question) {
    if (!this.question.value) this.question.value = question;
  }

  fill(question, day) {
    this.question.value = question;
    this.day.value = day;
    this.#dayChosen();
    this.question.focus();
  }

  #dayChosen() {
    const day = this.day.value;
    const today = day === this.day.dataset.today ? ", today" : "";
    this.form.querySelector("[data-day-in-words]").textContent = day ? `${inWords(day)}${today}` : "";
    this.againButton.hidden = !day || !this.askedFor || day === this.askedFor || this.askButton.disabled;
    this.againButton.textContent = day ? `Ask again as of ${inWords(day)}` : "";
  }
}
