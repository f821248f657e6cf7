// The quotes of an order: made, sent, withdrawn, and as the paper that the client gets.
import { html, nothing, type TemplateResult } from "../../parts/html";
import { capital, date, plusDays, readDay, t } from "../../parts/words";
import { all, ask, Refused, save, send, type Order } from "../api";
import { Form, needed, type Field } from "../form";
import { today } from "../known";
import { here, once, redraw } from "../page";
import { euros, readEuros } from "./money";
import { Said } from "../said";
import { quoteStates as states } from "./quoteWords";

interface Quote {
  id: string; number: string; state: string; madeOn: string; validUntil: string; totalInCents: number; sentOn?: string; withdrawnOn?: string; acceptedOn?: string;
  lines: { description: string; quantity: number; amountInCents: number; vatRate: number; totalInCents: number }[];
}

export class Quotes {
  private found: Quote[] = [];
  private form: Form | null = null;
  private lines = 1;
  private asking: { quote: Quote; what: "send" | "withdraw" } | null = null;
  private asked: { reason?: string } = {};
  private key = "";
  private readonly said = new Said("quote-said");
  private readonly here = here();

  constructor(private readonly order: string) {}

  /** @param asked With the reason of who looks at what may only be stored. */
  async load(asked = this.asked): Promise<void> {
    this.asked = asked;
    // What may only be stored tells no quotes to who works; whatever else goes wrong is told.
    this.found = await all<Quote>(`orders/${this.order}/quotes`, undefined, asked).catch(why => { if (why instanceof Refused && why.status === 409) return []; throw why; });
  }

  private fields(): Field[] {
    return [
      ...Array.from({ length: this.lines }, (_, at): Field[] => [
        { name: `description${at}`, label: t(`Wat (regel ${at + 1})`, `What (line ${at + 1})`), check: needed(t(`Vul in wat regel ${at + 1} is.`, `Fill in what line ${at + 1} is.`)) },
        { name: `quantity${at}`, label: t(`Hoeveel (regel ${at + 1})`, `How many (line ${at + 1})`), short: true, check: value => /^[1-9]\d{0,3}$/.test(value) ? undefined : t(`Vul bij regel ${at + 1} een heel getal in, zoals 1.`, `Fill in a whole number at line ${at + 1}, such as 1.`) },
        { name: `amount${at}`, label: t(`Prijs per stuk, met btw (regel ${at + 1})`, `Price of one, VAT included (line ${at + 1})`), short: true, hint: t("Bijvoorbeeld 99 of 99,50.", "For example 99 or 99.50."), check: value => readEuros(value) === null ? t(`Vul bij regel ${at + 1} een bedrag in, zoals 99,50.`, `Fill in an amount at line ${at + 1}, such as 99.50.`) : undefined },
        { name: `vatRate${at}`, label: t(`Btw (regel ${at + 1})`, `VAT (line ${at + 1})`), kind: "choice", choices: ["21", "9", "0"].map(rate => [rate, `${rate} %`]) },
      ]).flat(),
      { name: "validUntil", label: t("Geldig tot en met", "Valid up to and including"), short: true, hint: t("Bijvoorbeeld 31-12-2026.", "For example 31-12-2026."), check: value => readDay(value, today()) ? undefined : t("Vul een datum in, zoals 31-12-2026.", "Fill in a date, such as 31-12-2026.") },
    ];
  }

  private begin(): void {
    [this.lines, this.key, this.asking] = [1, crypto.randomUUID(), null];
    this.said.clear();
    this.form = new Form("quote", () => this.fields(), { quantity0: "1", vatRate0: "21", validUntil: date(plusDays(today(), 30)) });
    redraw();
    this.here.focus("#quote-heading");
  }

  private more(): void {
    this.form!.set(`quantity${this.lines}`, "1");
    this.form!.set(`vatRate${this.lines}`, "21");
    this.lines++;
    redraw();
    this.here.focus(`#quote-description${this.lines - 1}`);
  }

  private async make(): Promise<void> {
    const form = this.form!;
    const lines = Array.from({ length: this.lines }, (_, at) => ({
      description: form.value(`description${at}`), quantity: +form.value(`quantity${at}`), amountInCents: readEuros(form.value(`amount${at}`)), vatRate: +form.value(`vatRate${at}`),
    }));
    try {
      const made = await ask<Quote>(`orders/${this.order}/quotes`, { method: "POST", body: { lines, validUntil: readDay(form.value("validUntil"), today()) }, key: this.key });
      this.form = null;
      await this.said.done(t(`Offerte ${made.number} is gemaakt, en nog niet gestuurd.`, `Quote ${made.number} is made, and not sent yet.`), () => this.load());
    } catch (why) {
      throw byLine(why);
    }
  }

  /** What was asked before is answered, also where it was refused, and is not to be pressed again. */
  private readonly ended = (quote: Quote, what: "send" | "withdraw", done: () => string) => this.said.try(async () => {
    await send(`quotes/${quote.id}/${what}`, {}).finally(() => { this.asking = null; });
    await this.said.done(done(), () => this.load());
  });

  private readonly sendIt = (quote: Quote) => this.ended(quote, "send", () =>
    t(`Offerte ${quote.number} is gestuurd: zij krijgt een brief met haar link.`, `Quote ${quote.number} is sent: she gets a letter with her link.`));

  private readonly withdraw = (quote: Quote) => this.ended(quote, "withdraw", () =>
    t(`Offerte ${quote.number} is ingetrokken. Het nummer wordt niet opnieuw gebruikt.`, `Quote ${quote.number} is withdrawn. Its number is not used again.`));

  private line(quote: Quote, canChange: boolean): TemplateResult {
    const [words, look] = states[quote.state] ?? [() => quote.state, ""];
    const number = html`<span class="hidden"> ${quote.number}</span>`;
    return html`
      <li><span class="number">${quote.number}</span>
        <span><span class="what">${quote.lines.map(each => `${each.quantity} × ${each.description}`).join(", ")}: <b>${euros(quote.totalInCents)}</b></span>
          <span class="soft">${quote.acceptedOn ? t(`Aanvaard op ${date(quote.acceptedOn)}. De wet verplicht ons die zeven jaar te bewaren (tien onder het éénloketsysteem).`, `Accepted on ${date(quote.acceptedOn)}. The law obliges us to keep it for seven years (ten under the one-stop-shop scheme).`)
            : quote.withdrawnOn ? t(`Ingetrokken op ${date(quote.withdrawnOn)}.`, `Withdrawn on ${date(quote.withdrawnOn)}.`)
            : t(`Geldig tot en met ${date(quote.validUntil)}.${quote.sentOn ? ` Gestuurd op ${date(quote.sentOn)}.` : ""}`, `Valid up to and including ${date(quote.validUntil)}.${quote.sentOn ? ` Sent on ${date(quote.sentOn)}.` : ""}`)}</span>
          <span class="actions">
            ${quote.state === "draft" && canChange ? html`<button class="button plain" @click=${() => this.begun("send", quote)}>${t("Stuur haar deze offerte", "Send her this quote")}${number}</button>` : nothing}
            ${["draft", "sent"].includes(quote.state) && canChange ? html`<button class="button plain" @click=${() => this.begun("withdraw", quote)}>${t("Intrekken", "Withdraw")}${number}</button>` : nothing}
            <button class="button plain" @click=${once(() => this.said.try(() => save(`quotes/${quote.id}/pdf`, this.asked, `${t("offerte", "quote")}-${quote.number}.pdf`)))}>${t("Als pdf", "As PDF")}${number}</button>
          </span></span>
        <span class="mark ${look}">${words()}</span></li>`;
  }

  private begun(what: "send" | "withdraw", quote: Quote): void {
    this.asking = { quote, what };
    this.said.clear();
    redraw();
    this.here.focus("#before-heading");
  }

  private before(order: Order, { quote, what }: { quote: Quote; what: "send" | "withdraw" }): TemplateResult {
    const lapse = this.found.filter(each => each.state === "sent" && each.id !== quote.id);
    const heading = what === "send" ? t(`Offerte ${quote.number} sturen`, `Send quote ${quote.number}`) : t(`Offerte ${quote.number} intrekken`, `Withdraw quote ${quote.number}`);
    const told = what === "withdraw"
      ? html`<p>${t("Zij kan de offerte dan niet meer aanvaarden. Dit is niet terug te draaien: maak zo nodig een nieuwe.", "She can no longer accept the quote then. This cannot be undone: make a new one where needed.")}</p>`
      : html`<p>${t("Er gaat meteen een brief met haar link naar", "At once a letter with her link goes to")} <b>${order.name}</b> (${order.email}): ${euros(quote.totalInCents)}, ${t(`geldig tot en met ${date(quote.validUntil)}.`, `valid up to and including ${date(quote.validUntil)}.`)}</p>
        ${lapse.length ? html`<p>${t("Hierdoor vervalt voorgoed wat ze eerder kreeg en niet aanvaardde:", "By this lapses for good what she was sent before and has not accepted:")}</p>
          <ul>${lapse.map(each => html`<li>${t("offerte", "quote")} <b>${each.number}</b>, ${euros(each.totalInCents)}, ${t(`gestuurd op ${date(each.sentOn!)}`, `sent on ${date(each.sentOn!)}`)}</li>`)}</ul>` : nothing}`;
    return html`
      <section class="note ${what === "withdraw" || lapse.length ? "gone" : "wait"}" aria-labelledby="before-heading">
        <h3 id="before-heading" tabindex="-1">${heading}</h3>
        ${told}
        <div class="actions">
          <button class="button" @click=${() => { this.asking = null; redraw(); this.here.focus("#quotes-heading"); }}>${t("Niet doen, terug", "Leave it, go back")}</button>
          ${what === "send"
            ? html`<button class="button ${lapse.length ? "gone" : "plain"}" @click=${once(() => this.sendIt(quote))}>${lapse.length ? t("Stuur deze en laat de vorige vervallen", "Send this one and have the former lapse") : t("Stuur de offerte nu", "Send the quote now")}</button>`
            : html`<button class="button gone" @click=${once(() => this.withdraw(quote))}>${capital(t("trek deze offerte in", "withdraw this quote"))}</button>`}
        </div>
      </section>`;
  }

  view(order: Order): TemplateResult {
    const open = !order.cancelledOn && !order.restrictedOn;
    return html`
      <section aria-labelledby="quotes-heading">
        <h2 id="quotes-heading" tabindex="-1">${t("Offertes", "Quotes")}</h2>
        ${this.said.view()}
        ${this.found.length ? html`<div class="card"><ul class="rows">${this.found.map(quote => this.line(quote, !order.restrictedOn))}</ul></div>` : this.form ? nothing : html`<p class="soft">${t("Er is geen offerte. Maak er een als ze wil weten wat het kost.", "There is no quote. Make one when she wants to know what it costs.")}</p>`}
        ${this.asking ? this.before(order, this.asking) : nothing}
        ${this.form ? html`<div class="card"><h3 id="quote-heading" tabindex="-1">${t("Nieuwe offerte", "New quote")}</h3>
            ${this.form.view(t("Offerte maken", "Make the quote"), () => this.make(), { words: t("Terug", "Back"), act: () => { this.form = null; redraw(); this.here.focus("#quotes-heading"); } })}
            <button class="link" @click=${() => this.more()}>${t("Nog een regel", "Another line")}</button></div>`
          : open ? html`<div class="actions"><button class="button plain" @click=${() => this.begin()}>${t("Offerte maken", "Make a quote")}</button></div>` : nothing}
      </section>`;
  }
}

/** With each mistake at the field of its line, as the form calls it. */
function byLine(why: unknown): unknown {
  if (!(why instanceof Refused) || !why.problem.errors)
    return why;
  const named = (field: string): string => {
    const [, line, part] = /^lines\[(\d+)\]\.(\w+)$/.exec(field) ?? [];
    return line ? `${part === "amountInCents" ? "amount" : part}${line}` : field;
  };
  return new Refused(why.status, { ...why.problem, errors: Object.fromEntries(Object.entries(why.problem.errors).map(([field, words]) => [named(field), words])) });
}
