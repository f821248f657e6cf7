// The orders, newest first, or those that are looked for by what somebody says of herself.
import { html, nothing, type TemplateResult } from "../../parts/html";
import { date, t } from "../../parts/words";
import { Refused, type Order } from "../api";
import { whenItGoes } from "../goes";
import { further } from "../further";
import { redraw, type Page } from "../page";
import { further as fetchMore, seek } from "../seek";

export const stateOf = (order: Order): TemplateResult => order.state === "shipped" ? html`<span class="mark well">${t("verzonden", "shipped")}</span>`
  : order.state === "cancelled" ? html`<span class="mark wait">${t("geannuleerd", "cancelled")}</span>`
  : html`<span class="mark">${t("loopt", "open")}</span>`;

// What was looked for stays while one looks at an order and comes back; it is gone with the tab.
let sought = "";

export function orders(): Page {
  let found: Order[] = [];
  // What these were found for: another may have been typed since, and not have been answered.
  let foundFor = "";
  let by = "";
  let continuation: string | undefined;
  let trouble = "";
  let asked = 0;

  /** An answer that another question overtook is dropped. */
  async function look(more = false): Promise<void> {
    const mine = ++asked;
    const words = more ? foundFor : sought;
    try {
      const page = more ? { ...await fetchMore<Order>("orders", by, [], continuation), by } : await seek<Order>("orders", words);
      if (mine === asked)
        [found, continuation, by, foundFor, trouble] = [more ? [...found, ...page.items] : page.items, page.continuation, page.by, words, ""];
    } catch (why) {
      if (mine !== asked)
        return;
      if (!(why instanceof Refused) || why.status !== 400)
        throw why;
      [found, continuation, foundFor] = [[], undefined, words];
      trouble = t("Hier is niet op te zoeken. Vul een heel e-mailadres of telefoonnummer in, een kenmerk als K7RM-2P4X, of de eerste drie letters van een naam.",
        "This cannot be looked for. Fill in a whole mail address or phone number, a reference such as K7RM-2P4X, or the first three letters of a name.");
    }
  }

  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    sought = (document.getElementById("seek") as HTMLInputElement).value;
    await look();
    redraw();
  };

  return {
    part: "orders",
    title: () => t("Bestellingen", "Orders"),
    load: () => look(),
    view: () => html`
      <h1 tabindex="-1">${t("Bestellingen", "Orders")}</h1>
      <form class="search" role="search" @submit=${submit}>
        <div><label for="seek">${t("Naam, e-mail, telefoon of kenmerk", "Name, mail, phone or reference")}</label><input id="seek" type="search" autocomplete="off" .value=${sought}></div>
        <button class="button">${t("Zoek", "Search")}</button>
        <a class="button plain" href="/staff/orders/new">${t("Nieuwe bestelling", "New order")}</a>
        <a class="button plain" href="/staff/quotes">${t("Alle offertes", "All quotes")}</a>
      </form>
      <p role="status" class="soft">${trouble || (foundFor ? t(`${found.length === 0 ? "Geen bestellingen" : found.length + (continuation ? " of meer" : "")} gevonden voor “${foundFor}”.`, `${found.length === 0 ? "No orders" : found.length + (continuation ? " or more" : "")} found for “${foundFor}”.`) : nothing)}</p>
      ${found.length === 0
        ? trouble ? nothing : html`<p>${foundFor ? t("Kijk of het goed is gespeld, of zoek op iets anders.", "See whether it is spelt right, or look for something else.") : t("Er is nog geen bestelling. De eerste open je met “Nieuwe bestelling”.", "There is no order yet. Open the first with “New order”.")}</p>`
        : html`<section class="card" aria-label=${t("Gevonden", "Found")}><ul class="rows">${found.map(order => html`
            <li><span class="number">${order.reference}</span>
              <span><a class="what" href="/staff/orders/${order.id}">${order.name}</a>
                <span class="soft">${order.shippedOn ? t(`Verzonden op ${date(order.shippedOn)}.`, `Shipped on ${date(order.shippedOn)}.`)
                  : order.cancelledOn ? t(`Geannuleerd op ${date(order.cancelledOn)}.`, `Cancelled on ${date(order.cancelledOn)}.`)
                  : t(`Geopend op ${date(order.openedOn)}.`, `Opened on ${date(order.openedOn)}.`)} ${whenItGoes(t("haar gegevens", "her details"), order.retention, true)}</span></span>
              ${stateOf(order)}</li>`)}</ul></section>
          ${further(continuation, () => look(true))}`}`,
  };
}
