// What is asked once, when somebody looks behind a number. A refusal carries the server's own words.

export class Refused extends Error {
  /** @param {{problem: string, remedy: string}} error */
  constructor(status, error) {
    super([error.field, error.problem].filter(Boolean).join(': '));
    this.status = status;
    this.remedy = error.remedy ?? '';
  }
}

export const ask = (path, parameters = {}) => answer(fetch(`${path}?${new URLSearchParams(parameters)}`, { headers: { Accept: 'application/json' } }));

export const tell = (path, body) => answer(fetch(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }));

async function answer(asked) {
  let response;
  try {
    response = await asked;
  } catch {
    throw new Refused(0, { problem: 'The server does not answer', remedy: 'It is asked again by itself.' });
  }
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw new Refused(response.status, body.error ?? { problem: `The server answered ${response.status}`, remedy: 'Its log says more.' });
  return body;
}
