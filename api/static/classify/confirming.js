// Who answers a proposed fact, be it by choosing again what is chosen, has looked at it: the box beside it is ticked.

export function confirmWhatIsAnswered(field) {
  if (field.type !== "radio" && field.name !== "product.laws") return;
  const box = field.closest(".fact")?.querySelector('[name="confirmed"]');
  if (!box || box.checked) return;
  box.checked = true;
  box.dispatchEvent(new Event("change", { bubbles: true }));
}
