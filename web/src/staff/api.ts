// The app's own API: as staff who signed in, and as whoever reads its answers.
import { t } from "../parts/words";

export interface Begin { now: string; signIn: "local" | "entra"; authority: string; clientId: string }

/** Gives a token that is good now; null where somebody has to sign in again. */
export type Token = () => Promise<string | null>;

let token: Token;
let out: () => void;

/** @param lapsed Told when somebody has to sign in again: what they typed stays where it is meanwhile. */
export const signedInBy = (source: Token, lapsed: () => void): void => { [token, out] = [source, lapsed]; };

/** A refusal as the app tells it (RFC 9457). */
export class Refused extends Error {
  constructor(readonly status: number, readonly problem: { title?: string; detail?: string; errors?: Record<string, string[]>; wouldDestroy?: Due[] }) {
    super(problem.detail ?? problem.title ?? `${status}`);
  }

  get told(): string {
    switch (this.status) {
      case 0: return t("De app is niet te bereiken. Kijk of je internet hebt en probeer het nog eens; wat je had ingevuld, staat er nog.", "The app cannot be reached. See whether you are online and try again; what you filled in is still here.");
      case 401: return t("Je bent niet meer ingelogd. Log opnieuw in; daarna kun je verder.", "You are no longer signed in. Sign in again to go on.");
      case 403: return t("Met deze rol mag dit niet. Vraag het aan degene die over privacy gaat.", "This role may not do that. Ask whoever answers for privacy.");
      case 404: return t("Dit is er niet, of niet meer.", "This does not exist, or no longer does.");
      case 412: return t("Iemand anders heeft dit intussen veranderd. Lees het opnieuw en probeer het nog eens.", "Somebody else has changed this meanwhile. Read it again and try once more.");
      case 503: return t("De opslag antwoordt even niet. Er is niets verloren; probeer het zo nog eens.", "Storage does not answer just now. Nothing was lost; try again in a moment.");
      default: return this.problem.detail ?? t("De app nam dit niet aan.", "The app did not take this.");
    }
  }

  /** All that is known of it, where no form tells the fields apart. */
  get whole(): string { return [this.told, ...this.fields.map(([, message]) => message)].join(" "); }

  /** What the app says of each field, in the language that was asked for. */
  get fields(): [string, string][] {
    return Object.entries(this.problem.errors ?? {}).map(([field, messages]) => [field, messages.join(" ")]);
  }
}

interface Asked { method?: string; body?: unknown; csv?: string; reason?: string; key?: string; seen?: string; accept?: string; signal?: AbortSignal }

/** What breaks while the app is asked, or while it answers, is told as that; what was let go is not. */
async function reached<T>(what: Promise<T>, signal?: AbortSignal): Promise<T> {
  try {
    return await what;
  } catch (failed) {
    if (failed instanceof Refused || signal?.aborted)
      throw failed;
    throw new Refused(0, {});
  }
}

async function taken(response: Response): Promise<Response> {
  if (!response.ok)
    throw new Refused(response.status, await response.json().catch(() => ({})));
  return response;
}

/** What the app says of itself to anybody, before they sign in. */
export const ofItself = async <T>(): Promise<T> => reached((await taken(await reached(fetch("/api/console")))).json());

async function answer(path: string, asked: Asked): Promise<Response> {
  const headers: Record<string, string> = { Authorization: await bearer(), Accept: asked.accept ?? "application/json", "Accept-Language": t("nl", "en") };
  if (asked.body !== undefined)
    headers["Content-Type"] = "application/json";
  if (asked.csv !== undefined)
    headers["Content-Type"] = "text/csv";
  if (asked.key)
    headers["Idempotency-Key"] = asked.key;
  if (asked.seen)
    headers["If-Match"] = asked.seen;
  if (asked.reason)
    headers["Reason"] = encodeURIComponent(asked.reason.replace(/\s+/g, " "));
  const response = await reached(fetch(`/api/${path}`, {
    method: asked.method ?? "GET", headers, ...(asked.csv !== undefined ? { body: asked.csv } : asked.body !== undefined && { body: JSON.stringify(asked.body) }), ...(asked.signal && { signal: asked.signal }),
  }), asked.signal);
  if (response.status === 401)
    out();
  return taken(response);
}

/** For who sends requests of its own. */
export async function bearer(): Promise<string> {
  const given = await reached(token());
  if (given !== null)
    return `Bearer ${given}`;
  out();
  throw new Refused(401, {});
}

export const ask = async <T>(path: string, asked: Asked = {}): Promise<T> => {
  const response = await answer(path, asked);
  return (response.status === 204 ? undefined : await reached(response.json())) as T;
};

/** With its version, for who changes it as they saw it. */
export async function tagged<T>(path: string, asked: Asked = {}): Promise<[found: T, tag: string]> {
  const response = await answer(path, asked);
  return [await reached(response.json()), response.headers.get("ETag") ?? ""];
}

/** @param seen The version that it is about; nothing is changed where there is a newer one. */
export const send = <T>(path: string, body: unknown, method = "POST", seen = ""): Promise<T> => ask<T>(path, { method, body, seen });

export const text = async (path: string, accept: string): Promise<string> => reached((await answer(path, { accept })).text());

// As the app says of a run that is not finished, in its Retry-After.
const askAgain = 10_000;

/** What became of work that takes longer than a request, once it has ended. Nobody waits once the page is left. */
export async function ended<T extends Run = Run>(run: string, signal: AbortSignal): Promise<T> {
  let now = await ask<T>(`retention/runs/${run}`, { signal });
  while (!now.finishedAt) {
    await later(askAgain, signal);
    now = await ask<T>(`retention/runs/${run}`, { signal });
  }
  return now;
}

export const later = (milliseconds: number, signal: AbortSignal): Promise<void> => new Promise((done, left) => {
  const waits = setTimeout(done, milliseconds);
  signal.addEventListener("abort", () => { clearTimeout(waits); left(signal.reason); }, { once: true });
});

/** A file as it comes, with how much of it has. */
export async function fetched(path: string, size: number, reason: string, told: (soFar: number) => void, signal: AbortSignal): Promise<Uint8Array> {
  const file = new Uint8Array(size);
  const reader = (await answer(path, { reason, accept: "*/*", signal })).body!.getReader();
  let at = 0;
  for (let part = await reached(reader.read(), signal); !part.done; part = await reached(reader.read(), signal)) {
    file.set(part.value, at);
    told(at += part.value.length);
  }
  if (at < size)
    throw new Refused(0, {});
  return file;
}

/** A file that is made when it is asked for, with the name that the app gives it. */
export async function made(path: string, body: unknown, reason: string): Promise<File> {
  const response = await answer(path, { method: "POST", body, reason, accept: "*/*" });
  const name = /filename="?([^";]+)/.exec(response.headers.get("Content-Disposition") ?? "")?.[1] ?? "figurine.stl";
  return new File([await reached(response.blob())], name);
}

/** A file, saved where the browser saves files. */
export async function save(path: string, asked: Asked, name: string): Promise<void> {
  const address = URL.createObjectURL(await reached((await answer(path, { accept: "*/*", ...asked })).blob()));
  const link = document.createElement("a");
  [link.href, link.download] = [address, name];
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

export interface Page<T> { items: T[]; continuation?: string }

/** All of a list, page by page. */
export async function all<T>(path: string, told?: (soFar: number) => void, asked: Asked = {}): Promise<T[]> {
  const items: T[] = [];
  for (let continuation: string | undefined, first = true; first || continuation; first = false) {
    const page: Page<T> = await ask(`${path}${path.includes("?") ? "&" : "?"}limit=100${continuation ? `&continuation=${encodeURIComponent(continuation)}` : ""}`, asked);
    items.push(...page.items);
    continuation = page.continuation;
    told?.(items.length);
  }
  return items;
}

export interface Suspension { kind: "hold" | "restriction" | "answer" | "proof"; reason?: string; until?: string }
export interface Derivation { rule: string; start: string; term: string; deadline: string; margin: number; destroyOn: string; suspendedBy: Suspension[]; dueOn: string | null }
export interface Due extends Derivation { kind: string; id: string; within?: string; odd?: string[]; by?: string[] }
export interface Correction { field: string; former?: string; at: string; by: string; reason?: string }
export interface Hold { id: string; reason: string; until: string }
export interface Consent { purpose: string; answer: "yes" | "no" | "withdrawn"; channel: string; language: string; textVersion: string; givenOn: string }
export interface Given { id: string; recipient: string; name: string; purpose: string; scans: string[]; details: string[]; givenOn: string }
export interface Order {
  id: string; reference: string; state: "open" | "shipped" | "cancelled"; name: string; email: string; phone?: string;
  address?: { line1: string; line2?: string; postalCode: string; city: string; country: string };
  language: string; heightInMillimetres?: number; openedOn: string; shippedOn?: string; cancelledOn?: string; restrictedOn?: string;
  consents: Consent[]; holds: Hold[]; history: Correction[]; recipients: Given[]; retention: Derivation;
}
export interface Copy { id: string; disk: string; madeOn: string; destroyedOn?: string; fileName?: string }
export interface Bounds { min: number[]; max: number[] }
export interface Scan {
  id: string; orderId: string; fileName: string; status: "pending" | "recorded" | "rejected"; reason?: string; reasonInDutch?: string; bytes: number; sha256?: string; format?: string;
  triangles?: number; vertices?: number; degenerate?: number; nonFinite?: number; volume?: number; unit?: string; unitFrom?: "file" | "format" | "assumed"; bounds?: Bounds; boundsInMillimetres?: Bounds;
  closed?: boolean; entries?: { kind: string; bytes: number; sha256: string }[]; warnings: string[]; warningsInDutch: string[]; scannedOn: string; copies: Copy[]; history: Correction[]; retention: Derivation;
}
export interface Run { id: string; kind: string; startedAt: string; finishedAt?: string; complete: boolean; destroyed: Record<string, number>; left: { what: string; why: string }[]; openTasks: number }
export interface Deadline { start: string; term: string; suspendedDays: number; end: string; movedBy: { day: string; nl: string; en: string }[] }
export interface RequestLine {
  id: string; reference: string; kind: string; status: string; channel: string; receivedOn: string; deadline: string; derivation?: Deadline; suspendedSince?: string; mayBeAnswered?: boolean;
  closedOn?: string; outcome?: string; ground?: string;
}
