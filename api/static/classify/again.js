// Sends the form as it stands and brings back what follows from it; null where a later change has overtaken it.

let underWay = null;

export async function again(form) {
  underWay?.abort();
  const mine = new AbortController();
  underWay = mine;
  try {
    const response = await fetch("/classify/again", {
      method: "POST",
      body: new URLSearchParams(new FormData(form)),
      signal: mine.signal,
    });
    if (!response.ok) throw new Error(`status ${response.status}`);
    return new DOMParser().parseFromString(await response.text(), "text/html");
  } catch (error) {
    if (mine.signal.aborted) return null;
    throw error;
  }
}
