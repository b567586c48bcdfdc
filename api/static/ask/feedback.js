// Sends what a reader thinks of an answer, and says thanks; without this module the form does.

import { problemOf } from "./stream.js";

export function feedback(root) {
  root.addEventListener("submit", (event) => {
    const form = event.target.closest("[data-feedback]");
    if (!form) return;
    event.preventDefault();
    send(form, event.submitter);
  });
}

async function send(form, pressed) {
  const thanks = form.querySelector("[data-thanks]");
  const words = form.elements.words.value.trim();
  const body = { record: Number(form.dataset.feedback), helpful: pressed.value === "yes", words };
  try {
    const response = await fetch("/v1/feedback", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error((await problemOf(response)).detail);
    for (const button of form.querySelectorAll("[name=helpful]")) button.setAttribute("aria-pressed", String(button === pressed));
    thanks.textContent = words ? "Thank you: your words are kept with the answer." : "Thank you: kept with the answer.";
  } catch (error) {
    thanks.textContent = `It was not kept: ${error.message}. Try again.`;
  }
}
