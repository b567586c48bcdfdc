// Puts what a form finds into its place on this page; without this the form brings a page of its own.

for (const form of document.querySelectorAll("form[data-into]")) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const button = form.querySelector("button");
    const place = document.getElementById(form.dataset.into);
    const said = document.getElementById(`${form.dataset.into}-said`);
    button.setAttribute("aria-disabled", "true");
    said.textContent = "Working …";
    try {
      const response = await fetch(`${form.action}?fragment=true`, { method: "POST", body: new FormData(form) });
      if (!response.ok) throw new Error(`status ${response.status}`);
      const came = new DOMParser().parseFromString(await response.text(), "text/html");
      place.replaceChildren(...came.body.childNodes);
      said.textContent = place.querySelector("strong").textContent;
    } catch {
      form.submit();
    } finally {
      button.removeAttribute("aria-disabled");
    }
  });
}
