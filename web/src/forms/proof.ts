// The proof of work that keeps robots out: a challenge of the app, solved by ALTCHA while its visitor still types.
import { sha, solveChallenge } from "altcha/lib";

interface Given { algorithm: string; challenge: string; salt: string; signature: string }

export class Proof {
  private solving: Promise<string> | null = null;

  /** @param api Where the app answers, with a slash at its end. */
  constructor(private readonly api: string) {}

  begin(): void { void this.solution().catch(() => {}); }

  /** As the app takes it. What failed can be begun again. */
  solution(): Promise<string> {
    this.solving ??= this.solve().catch(why => {
      this.solving = null;
      throw why;
    });
    return this.solving;
  }

  /** A challenge is good once, and for minutes. */
  renew(): void { this.solving = null; }

  private async solve(): Promise<string> {
    const answer = await fetch(`${this.api}challenge`, { credentials: "omit", signal: AbortSignal.timeout(30_000) });
    if (!answer.ok)
      throw answer;
    const { algorithm, challenge, salt, signature } = await answer.json() as Given;
    const begun = performance.now();
    // What is looked for: the number that, written behind the salt, has this hash.
    const solved = await solveChallenge({
      challenge: { parameters: { algorithm, nonce: "", salt: hex(salt), cost: 1, keyLength: challenge.length / 2, keyPrefix: challenge } },
      counterMode: "string",
      deriveKey: sha.deriveKey,
    });
    if (!solved)
      throw new Error("The challenge was not solved in time.");
    return btoa(JSON.stringify({ algorithm, challenge, number: solved.counter, salt, signature, took: Math.round(performance.now() - begun) }));
  }
}

const hex = (text: string): string => [...new TextEncoder().encode(text)].map(byte => byte.toString(16).padStart(2, "0")).join("");
