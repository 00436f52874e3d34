// Talks to the server. Every failure becomes a Problem that says in words what went wrong.

/** A failure as the server (RFC 9457) or the network told it. */
export class Problem extends Error {
  /**
   * @param {number} status 0 when no answer came
   * @param {{ title?: string, detail?: string, parameter?: string, position?: number, example?: string, [more: string]: unknown }} told
   */
  constructor(status, told) {
    super(told.detail ?? told.title ?? `The server answered ${status}.`);
    this.status = status;
    this.title = told.title ?? "";
    this.parameter = told.parameter ?? "";
    this.position = told.position;
    this.example = told.example ?? "";
    /** Everything that was told. */
    this.told = told;
  }
}

/**
 * @template T
 * @param {string} path below /api/v1/
 * @param {Record<string, string | number | null | undefined>} [parameters] empty ones are left out
 * @param {AbortSignal} [signal]
 * @returns {Promise<T>}
 */
export async function get(path, parameters = {}, signal) {
  return answerOf(addressOf(path, parameters), { headers: { Accept: "application/json" }, signal });
}

/**
 * Changes something.
 * @param {"POST" | "PUT" | "PATCH" | "DELETE"} method
 * @param {string} path below /api/v1/
 * @param {unknown} [body] sent as JSON
 * @returns {Promise<any>} what is answered, null where that is nothing
 */
export function send(method, path, body) {
  const json = body === undefined ? undefined : JSON.stringify(body);
  return answerOf(`/api/v1/${path}`, { method, body: json, headers: json === undefined ? {} : { "Content-Type": "application/json" } });
}

/**
 * Changes something, where the answer is more than a document: a stream, a header.
 * @param {string} method @param {string} path below /api/v1/ @param {unknown} body sent as JSON @param {Record<string, string>} [headers] @param {AbortSignal} [signal]
 * @returns {Promise<Response>} a good answer; any other is a Problem
 */
export function exchange(method, path, body, headers = {}, signal) {
  const said = { Accept: "application/json", "Content-Type": "application/json", ...headers };
  return goodResponse(`/api/v1/${path}`, { method, headers: said, body: JSON.stringify(body), signal });
}

/** @param {string} address @param {RequestInit} how */
async function answerOf(address, how) {
  const response = await goodResponse(address, how);
  return response.status === 204 ? null : response.json();
}

/** @param {string} address @param {RequestInit} how @returns {Promise<Response>} */
async function goodResponse(address, how) {
  /** @type {Response} */
  let response;
  try {
    response = await fetch(address, how);
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new Problem(0, { detail: "The server cannot be reached." });
  }
  if (response.status === 401) throw new Problem(401, { detail: "You are signed out. Load the page again to sign in." });
  if (response.ok) return response;
  throw new Problem(response.status, await told(response));
}

/** @param {Response} response @returns {Promise<any>} */
async function told(response) {
  if (!(response.headers.get("content-type") ?? "").includes("json")) return { title: `${response.status} ${response.statusText}` };
  return response.json();
}

/**
 * @param {string} path @param {Record<string, string | number | null | undefined>} parameters
 */
export function addressOf(path, parameters) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) if (value !== null && value !== undefined && value !== "") query.set(name, String(value));
  return query.size === 0 ? `/api/v1/${path}` : `/api/v1/${path}?${query}`;
}
