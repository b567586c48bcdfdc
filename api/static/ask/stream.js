// Asks a question and gives each thing that happens until it is answered: {event, data}.

export class Refused extends Error {
  constructor(problem) {
    super(problem.detail);
    this.problem = problem;
  }
}

export async function* answering(question, signal) {
  const response = await fetch("/v1/ask", {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "text/event-stream" },
    body: JSON.stringify(question),
    signal,
  });
  if (!response.ok) throw new Refused(await problemOf(response));
  yield* events(response.body.pipeThrough(new TextDecoderStream()));
}

export async function problemOf(response) {
  try {
    return await response.json();
  } catch {
    return { detail: `The service answered ${response.status}`, remedy: "Try again; if it stays so, tell who runs it." };
  }
}

async function* events(text) {
  let rest = "";
  for await (const chunk of pieces(text)) {
    const blocks = (rest + chunk).replaceAll("\r\n", "\n").split("\n\n");
    rest = blocks.pop();
    for (const block of blocks) {
      const happened = read(block);
      if (happened) yield happened;
    }
  }
}

// Not every browser can walk over a stream by itself.
async function* pieces(stream) {
  const reader = stream.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    reader.releaseLock();
  }
}

function read(block) {
  let event = "message";
  const data = [];
  for (const line of block.split("\n")) {
    if (line.startsWith("event:")) event = line.slice(6).trim();
    if (line.startsWith("data:")) data.push(line.slice(5).trimStart());
  }
  return data.length ? { event, data: JSON.parse(data.join("\n")) } : null;
}
