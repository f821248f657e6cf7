// The quotes that were numbered in a year: also those whose order is gone, for the law keeps what was accepted.
import { html, nothing, type TemplateResult } from "../../parts/html";
import { date, t } from "../../parts/words";
import { ask, save, type Derivation, type Page as Listed } from "../api";
import { goesOn } from "../goes";
import { further } from "../further";
import { today } from "../known";
import { here, once, redraw, type Page } from "../page";
import { Said } from "../said";
import { euros } from "./money";
import { quoteStates } from "./quoteWords";

interface Quote {
  id: string; number: string; orderId: string; state: string; name: string; madeOn: string; totalInCents: number; validUntil: string; sentOn?: string; withdrawnOn?: string; acceptedOn?: string; retention: Derivation;
}

export function quotesOfYear(): Page {
  const { focus } = here();
  let found: Quote[] = [];
  let continuation: string | undefined;
  let year = +today().slice(0, 4);
  let asked = 0;
  const said = new Said();

  /** The year and its quotes change together; an answer that another question overtook is dropped. */
  async function look(of: number, more = false): Promise<boolean> {
    const mine = ++asked;
    try {
      const page = await ask<Listed<Quote>>(`quotes?year=${of}${more && continuation ? `&continuation=${continuation}` : ""}`);
      if (mine === asked)
        [found, continuation, year] = [more ? [...found, ...page.items] : page.items, page.continuation, of];
    } catch (why) {
      if (mine === asked)
        throw why;
    }
    return mine === asked;
  }

  const turn = (to: number) => said.try(async () => {
    said.clear();
    if (!await look(to))
      return;
    redraw();
    focus("#year-heading");
  });

  const line = (quote: Quote): TemplateResult => {
    const [words, look] = quoteStates[quote.state] ?? [() => quote.state, ""];
    return html`
      <li><span class="number">${quote.number}</span>
        <span><span class="what">${quote.name}: <b>${euros(quote.totalInCents)}</b></span>
          <span class="soft">${quote.acceptedOn ? t(`Aanvaard op ${date(quote.acceptedOn)}.`, `Accepted on ${date(quote.acceptedOn)}.`)
            : quote.withdrawnOn ? t(`Ingetrokken op ${date(quote.withdrawnOn)}.`, `Withdrawn on ${date(quote.withdrawnOn)}.`)
            : t(`Gemaakt op ${date(quote.madeOn)}, geldig tot en met ${date(quote.validUntil)}.`, `Made on ${date(quote.madeOn)}, valid up to and including ${date(quote.validUntil)}.`)}
            ${t(`De offerte gaat weg ${goesOn(quote.retention)}.`, `The quote goes ${goesOn(quote.retention)}.`)}</span>
          <span class="actions"><a class="button plain" href="/staff/orders/${quote.orderId}">${t("Open bestelling", "Open order")}<span class="hidden"> ${quote.number}</span></a>
            <button class="button plain" @click=${once(() => said.try(() => save(`quotes/${quote.id}/pdf`, {}, `${t("offerte", "quote")}-${quote.number}.pdf`)))}>${t("Als pdf", "As PDF")}<span class="hidden"> ${quote.number}</span></button></span></span>
        <span class="mark ${look}">${words()}</span></li>`;
  };

  return {
    part: "orders",
    title: () => t("Offertes", "Quotes"),
    load: async () => { await look(year); },
    view: () => html`
      <p><a href="/staff/orders">← ${t("Bestellingen", "Orders")}</a></p>
      <h1 tabindex="-1">${t("Offertes", "Quotes")}</h1>
      <p class="soft">${t("Wat is aanvaard, blijft zo lang als de belastingwet vraagt, ook als de bestelling er niet meer is. Een offerte maken doe je bij de bestelling.", "What was accepted stays for as long as tax law asks, also when its order is gone. A quote is made at the order.")}</p>
      ${said.view()}
      <h2 id="year-heading" tabindex="-1">${year}</h2>
      ${found.length === 0 ? html`<p>${t(`In ${year} is geen offerte gemaakt die er nog is.`, `No quote that is still here was made in ${year}.`)}</p>`
        : html`<section class="card" aria-labelledby="year-heading"><ul class="rows">${found.map(line)}</ul></section>`}
      ${further(continuation, async () => { await look(year, true); })}
      <div class="actions">
        <button class="button plain" @click=${() => turn(year - 1)}>${year - 1}</button>
        ${year < +today().slice(0, 4) ? html`<button class="button plain" @click=${() => turn(year + 1)}>${year + 1}</button>` : nothing}
      </div>`,
  };
}
