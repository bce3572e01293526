/** The only place where the page speaks to the server. Every failure becomes a `Refusal` with words for a person. */
import { signal } from "@preact/signals";

import { lang, t } from "../i18n";
import type { Problem } from "./types";

/** Where the API stands, seen from the page. */
export const BASE = "api/v1";

/** False once the server has answered 401: the page then asks for the launch key. */
export const admitted = signal(true);

/** What a view shows when something failed. `fromServer` = the words came in the answer. */
export class Refusal extends Error {
  constructor(
    readonly problem: Problem,
    readonly fromServer: boolean,
  ) {
    super(problem.title);
  }
}

interface Question {
  method?: "GET" | "POST" | "PUT" | "DELETE";
  body?: unknown;
  /** Sent as it stands, for files whose bytes the server must judge itself. */
  raw?: string | Blob;
  /** The version that was read: nothing is written over what somebody changed since. */
  seen?: number;
  /** Names a making: asked twice because the first answer was lost, it is one. */
  call?: string;
  signal?: AbortSignal;
}

/** Ask, and return the JSON answer (undefined for an empty one); throws `Refusal`, or the abort error untouched. */
export async function ask<T>(path: string, question: Question = {}): Promise<T> {
  const answer = await admittedTo(path, question);
  if (answer.status === 204) return undefined as T;
  try {
    return (await answer.json()) as T;
  } catch {
    throw unexpected();
  }
}

/** Ask for a file that only an answer to a body can be. */
export async function askFile(path: string, question: Question): Promise<Blob> {
  return (await admittedTo(path, question)).blob();
}

async function admittedTo(path: string, question: Question): Promise<Response> {
  const answer = await send(path, question);
  if (answer.status === 401) admitted.value = false;
  if (!answer.ok) throw await refusalOf(answer);
  return answer;
}

async function send(path: string, question: Question): Promise<Response> {
  const body = question.raw ?? (question.body === undefined ? undefined : JSON.stringify(question.body));
  try {
    return await fetch(`${BASE}${path}`, {
      method: question.method ?? "GET",
      credentials: "same-origin",
      headers: {
        Accept: "application/json, application/problem+json",
        "Accept-Language": lang.peek(),
        ...(body === undefined ? {} : { "Content-Type": "application/json" }),
        ...(question.call === undefined ? {} : { "Idempotency-Key": question.call }),
        ...(question.seen === undefined ? {} : { "If-Match": `"${question.seen}"` }),
      },
      ...(body === undefined ? {} : { body }),
      ...(question.signal ? { signal: question.signal } : {}),
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new Refusal({ type: "about:blank", status: 0, title: t().problem.network }, false);
  }
}

async function refusalOf(answer: Response): Promise<Refusal> {
  try {
    const problem = (await answer.json()) as Partial<Problem>;
    if (typeof problem.title === "string") {
      return new Refusal({ type: "about:blank", ...problem, title: problem.title, status: answer.status }, true);
    }
  } catch {
    // Not a problem document: our own words, below.
  }
  return unexpected(answer.status);
}

function unexpected(status = 0): Refusal {
  return new Refusal({ type: "about:blank", status, title: t().problem.unexpected }, false);
}

/** `path` with its query; keys whose value is undefined or empty are left out. Never call it with a need or a person. */
export function address(path: string, query: Record<string, string | number | boolean | undefined>): string {
  const kept = Object.entries(query).filter(([, value]) => value !== undefined && value !== "");
  const text = new URLSearchParams(kept.map(([key, value]) => [key, String(value)])).toString();
  return text ? `${path}?${text}` : path;
}
