// Sends what was filled in, once however often that takes, and tells what came of it.
import type { Kind } from "./kinds";
import type { Proof } from "./proof";
import { said, wait, words, type Language, type Words } from "./words";

export interface Taken { reference: string; keptUntil?: string; confirmUntil?: string }

/** Why it was not taken: what will not do by field, or else in words. */
export class NotTaken extends Error {
  constructor(readonly fields: readonly string[], readonly why: string) { super(why); }
}

type Told = Partial<Taken> & { errors?: Record<string, string[]> };

export class Sender {
  private readonly key = { of: "", value: "" };

  /** @param api Where the app answers, with a slash at its end. */
  constructor(private readonly kind: Kind, private readonly api: string, private readonly language: Language, private readonly proof: Proof) {}

  /** @param working Told what is being done. */
  async send(form: HTMLFormElement, working: (words: Words) => void): Promise<Taken> {
    let [answer, told] = await this.once(form, working);
    // A challenge that expired while somebody wrote is no mistake of theirs.
    if (answer.status === 422 && told.errors && "altcha" in told.errors) {
      this.proof.renew();
      [answer, told] = await this.once(form, working);
    }
    if (!answer.ok)
      throw this.refusal(answer, told);
    this.proof.renew();
    this.key.of = "";
    return told as Taken;
  }

  private async once(form: HTMLFormElement, working: (words: Words) => void): Promise<[Response, Told]> {
    const content = new URLSearchParams(new FormData(form) as unknown as Record<string, string>);
    content.delete("next");
    try {
      working(words.working);
      const solution = await this.proof.solution();
      working(words.sending);
      content.set("idempotencyKey", this.keyOf(content));
      content.set("altcha", solution);
      // As a form, which a browser sends to another site without asking first.
      const answer = await fetch(this.api + this.kind.route, {
        method: "POST", body: content, headers: { Accept: "application/json" }, credentials: "omit", signal: AbortSignal.timeout(30_000),
      });
      // One that is taken has not arrived before all of its answer has: until then its key is kept.
      return [answer, answer.ok ? await answer.json() as Told : await answer.json().catch(() => ({})) as Told];
    } catch (why) {
      if (why instanceof Response)
        return [why, {}];
      const isNetwork = why instanceof TypeError || why instanceof DOMException || why instanceof SyntaxError;
      throw new NotTaken([], this.say(!isNetwork ? words.trouble : navigator.onLine ? words.lost : words.offline));
    }
  }

  // The same until it is another message: what is sent again meets itself.
  private keyOf(content: URLSearchParams): string {
    if (this.key.of !== `${content}`)
      Object.assign(this.key, { of: `${content}`, value: crypto.randomUUID() });
    return this.key.value;
  }

  private refusal(answer: Response, told: Told): NotTaken {
    const later = wait(Number(answer.headers.get("Retry-After")) || 60, this.language);
    switch (answer.status) {
      case 400:
      case 422: {
        const known = this.kind.fields.map(field => field.name);
        const fields = Object.keys(told.errors ?? {}).filter(field => known.includes(field));
        return new NotTaken(fields, fields.length ? "" : this.say(words.unreadable));
      }
      case 403: return new NotTaken([], this.say(words.refused));
      case 429: return new NotTaken([], this.say(words.tooMany).replace("#", later));
      case 503: return new NotTaken([], this.say(words.unavailable).replace("#", later));
      default: return new NotTaken([], this.say(words.trouble));
    }
  }

  private say(told: Words): string { return said(told, this.language); }
}
