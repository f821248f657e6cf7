// A list that is read piece by piece, newest first.
import { nothing, type TemplateResult } from "../parts/html";
import { ask, type Page } from "./api";
import { further } from "./further";

export class Listed<T, Of> {
  items: T[] = [];
  private continuation: string | undefined;
  private asked = 0;

  /** What it is of changes together with its rows. */
  constructor(private readonly path: (of: Of) => string, public of: Of) {}

  /** False where another question overtook this one: its answer is dropped. */
  async look(of: Of = this.of, more = false): Promise<boolean> {
    const mine = ++this.asked;
    try {
      const page = await ask<Page<T>>(`${this.path(of)}${more && this.continuation ? `&continuation=${this.continuation}` : ""}`);
      if (mine === this.asked)
        [this.items, this.continuation, this.of] = [more ? [...this.items, ...page.items] : page.items, page.continuation, of];
    } catch (why) {
      if (mine === this.asked)
        throw why;
    }
    return mine === this.asked;
  }

  further(words?: string): TemplateResult | typeof nothing {
    return further(this.continuation, async () => { await this.look(this.of, true); }, words);
  }
}
