// The letters about an order that did not reach its client, and the way to have them sent again.
import { html, nothing, type TemplateResult } from "../../parts/html";
import { date, t } from "../../parts/words";
import { all, Refused, send, type Order } from "../api";
import { may } from "../known";
import { recordOf, type Undelivered as Letter } from "../pages/letters";
import { once } from "../page";
import type { Said } from "../said";

interface Quote { id: string; number: string; state: string }

export class Undelivered {
  private opened: Letter | undefined;
  private quotes: (Letter & { quote: Quote })[] = [];

  constructor(private readonly order: string) {}

  /** Whether the letter with her link came back. */
  get isOpened(): boolean { return this.opened !== undefined; }

  /** Staff send nothing about what may only be stored. */
  async load(order: Order): Promise<void> {
    if (!may("staff") || order.restrictedOn) {
      [this.opened, this.quotes] = [undefined, []];
      return;
    }
    const letters = await all<Letter>("undelivered-letters");
    this.opened = letters.find(each => each.kind === "order-opened" && recordOf(each) === this.order);
    const offered = letters.filter(each => each.kind === "quote");
    // It may have been restricted since.
    const quotes = offered.length ? await all<Quote>(`orders/${this.order}/quotes`).catch(why => { if (why instanceof Refused && why.status === 409) return []; throw why; }) : [];
    this.quotes = offered.flatMap(each => quotes.filter(quote => quote.id === recordOf(each) && quote.state === "sent").map(quote => ({ ...each, quote })));
  }

  view(order: Order, said: Said, load: () => Promise<void>): TemplateResult | typeof nothing {
    const line = (letter: Letter, words: string, name: string, again: () => Promise<unknown>) => html`
      <p><b>${words}</b> ${t(`Laatst geprobeerd op ${date(letter.givenUpOn)}.`, `Last tried on ${date(letter.givenUpOn)}.`)}
        <button class="link" @click=${once(() => said.try(async () => { await again(); await said.done(t(`${name} gaat opnieuw, naar ${order.email}.`, `${name} goes out again, to ${order.email}.`), load); }))}>${t("Opnieuw sturen", "Send again")}<span class="hidden"> (${name})</span></button></p>`;
    return !this.opened && this.quotes.length === 0 ? nothing : html`
      <div class="note gone">
        ${this.opened ? line(this.opened, t("De brief met haar link kwam niet aan.", "The letter with her link did not arrive."), t("De brief met haar link", "The letter with her link"), () => send(`orders/${this.order}`, { email: order.email }, "PATCH")) : nothing}
        ${this.quotes.map(each => line(each, t(`Offerte ${each.quote.number} kwam niet aan.`, `Quote ${each.quote.number} did not arrive.`), t(`Offerte ${each.quote.number}`, `Quote ${each.quote.number}`), () => send(`quotes/${each.quote.id}/send`, {})))}
        <p>${t(`Klopt ${order.email} niet? Verbeter dan eerst haar gegevens.`, `Is ${order.email} not right? Set her details right first.`)}</p>
      </div>`;
  }
}
