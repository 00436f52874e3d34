// Talks to the server. Every failure becomes a Problem that says in words what went wrong.
import { base } from "./base.js";

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
  return (await reach(addressOf(path, parameters), { headers: { Accept: "application/json" }, signal })).json();
}

/**
 * The same with an answer that may be older: what takes long is kept by the server.
 * @param {string} path below /api/v1/ @param {Record<string, string | number | null | undefined>} parameters @param {number} accepted its age at the most, in seconds
 * @param {AbortSignal} signal @returns {Promise<Response>} a good answer, with its age
 */
export function getKept(path, parameters, accepted, signal) {
  return reach(addressOf(path, parameters), { headers: { Accept: "application/json", ...(accepted > 0 ? { "Cache-Control": `max-age=${accepted}` } : {}) }, signal });
}

/**
 * Changes something.
 * @param {"POST" | "PUT" | "PATCH" | "DELETE"} method
 * @param {string} path below /api/v1/
 * @param {unknown} [body] sent as JSON
 * @returns {Promise<any>} what is answered, null where that is nothing
 */
export async function send(method, path, body) {
  const response = await request(method, path, body);
  return response.status !== 204 && (response.headers.get("content-type") ?? "").includes("json") ? response.json() : null;
}

/**
 * Changes something and gives the answer as it comes: for its headers, or to read it bit by bit.
 * @param {string} method @param {string} path below /api/v1/ @param {unknown} [body] @param {Record<string, string>} [headers] @param {AbortSignal} [signal]
 * @returns {Promise<Response>} a good answer; any other is a Problem
 */
export function request(method, path, body, headers = {}, signal) {
  const json = body === undefined ? undefined : JSON.stringify(body);
  return reach(addressOf(path, {}), {
    method,
    body: json,
    headers: { Accept: "application/json", ...(json === undefined ? {} : { "Content-Type": "application/json" }), ...headers },
    signal,
  });
}

/** @param {string} address @param {RequestInit} how @returns {Promise<Response>} */
async function reach(address, how) {
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
  return `${base}/api/v1/${path}${query.size === 0 ? "" : `?${query}`}`;
}
