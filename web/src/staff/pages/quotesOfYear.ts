// The quotes that were numbered in a year: also those whose order is gone, for the law keeps what was accepted.
import { html, nothing, type TemplateResult } from "../../parts/html";
import { date, t } from "../../parts/words";
import { save, type Derivation } from "../api";
import { goesOn } from "../goes";
import { today } from "../known";
import { Listed } from "../listed";
import { here, once, redraw, type Page } from "../page";
import { Said } from "../said";
import { euros } from "./money";
import { quoteStates } from "./quoteWords";

interface Quote {
  id: string; number: string; orderId: string; state: string; name: string; madeOn: string; totalInCents: number; validUntil: string; sentOn?: string; withdrawnOn?: string; acceptedOn?: string; retention: Derivation;
}

export function quotesOfYear(): Page {
  const { focus } = here();
  const found = new Listed<Quote, number>(year => `quotes?year=${year}`, +today().slice(0, 4));
  const said = new Said();

  const turn = (to: number) => said.try(async () => {
    said.clear();
    if (!await found.look(to))
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
    load: async () => { await found.look(); },
    view: () => html`
      <p><a href="/staff/orders">← ${t("Bestellingen", "Orders")}</a></p>
      <h1 tabindex="-1">${t("Offertes", "Quotes")}</h1>
      <p class="soft">${t("Wat is aanvaard, blijft zo lang als de belastingwet vraagt, ook als de bestelling er niet meer is. Een offerte maken doe je bij de bestelling.", "What was accepted stays for as long as tax law asks, also when its order is gone. A quote is made at the order.")}</p>
      ${said.view()}
      <h2 id="year-heading" tabindex="-1">${found.of}</h2>
      ${found.items.length === 0 ? html`<p>${t(`In ${found.of} is geen offerte gemaakt die er nog is.`, `No quote that is still here was made in ${found.of}.`)}</p>`
        : html`<section class="card" aria-labelledby="year-heading"><ul class="rows">${found.items.map(line)}</ul></section>`}
      ${found.further()}
      <div class="actions">
        <button class="button plain" @click=${() => turn(found.of - 1)}>${found.of - 1}</button>
        ${found.of < +today().slice(0, 4) ? html`<button class="button plain" @click=${() => turn(found.of + 1)}>${found.of + 1}</button>` : nothing}
      </div>`,
  };
}
