// What was done, said where the focus goes, with the way back where there is one; or why it was not.
import { html, nothing, type TemplateResult } from "../parts/html";
import { t } from "../parts/words";
import { Refused } from "./api";
import { here, once, redraw } from "./page";

export class Said {
  /** @param words What was done before, on the page that one comes from. */
  constructor(private readonly id = "said", private words: string | TemplateResult = "") {}

  private trouble = "";
  private undo: (() => Promise<void>) | undefined;
  private readonly here = here();

  /** @param undo What takes it back, and says so; left out where nothing can. */
  say(words: string | TemplateResult, undo?: () => Promise<void>): void {
    [this.words, this.trouble, this.undo] = [words, "", undo];
    redraw();
    this.here.focus(`#${this.id}`);
  }

  /** Says what was done, once the page is read anew; also where that cannot be read, for it was done all the same. */
  async done(words: string | TemplateResult, read: () => Promise<void>, undo?: () => Promise<void>): Promise<void> {
    let trouble = "";
    try {
      await read();
    } catch (why) {
      if (!(why instanceof Refused))
        throw why;
      trouble = t("De pagina kon daarna niet opnieuw worden gelezen. Herlaad haar om te zien hoe het nu is.", "The page could not be read again after that. Reload it to see how things stand now.");
    }
    [this.words, this.trouble, this.undo] = [words, trouble, undo];
    redraw();
    this.here.focus(`#${this.id}`);
  }

  fail(why: unknown): void {
    // Who left the page is told by the frame.
    if (!(why instanceof Refused) || this.here.signal.aborted)
      throw why;
    [this.words, this.trouble, this.undo] = ["", why.whole, undefined];
    redraw();
    this.here.focus(`#${this.id}`);
  }

  clear(): void { [this.words, this.trouble, this.undo] = ["", "", undefined]; }

  /** Does it, and tells why where the app refuses. */
  async try(act: () => Promise<void>): Promise<void> {
    try { await act(); } catch (why) { this.fail(why); }
  }

  view(): TemplateResult {
    const back = async () => {
      await this.try(this.undo!);
      redraw();
    };
    return html`
      <div id=${this.id} tabindex="-1" role="status">
        ${this.words ? html`<div class="note well"><p>${this.words}</p>
          ${this.undo ? html`<div class="actions"><button class="button plain" @click=${once(back)}>${t("Ongedaan maken", "Undo")}</button></div>` : nothing}</div>` : nothing}
        ${this.trouble ? html`<div class="note gone"><p>${this.trouble}</p></div>` : nothing}
      </div>`;
  }
}
