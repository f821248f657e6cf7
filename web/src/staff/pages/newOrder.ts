// Opens an order for a client.
import { html } from "../../parts/html";
import { t } from "../../parts/words";
import { ask, type Order } from "../api";
import { Form } from "../form";
import { clientFields, clientOf, givenOf } from "../order/client";
import { here, type Page } from "../page";

export function newOrder(): Page {
  const { go } = here();
  const key = crypto.randomUUID();
  const form: Form = new Form("order", () => clientFields(() => form), givenOf());

  return {
    part: "orders",
    title: () => t("Nieuwe bestelling", "New order"),
    view: () => html`
      <p><a href="/staff/orders">← ${t("Bestellingen", "Orders")}</a></p>
      <h1 tabindex="-1">${t("Nieuwe bestelling", "New order")}</h1>
      <p class="soft">${t("Naam en adres worden vijf jaar bewaard, of zo lang als een scan die langer blijft.", "Name and address are kept for five years, or as long as a scan that stays longer.")}</p>
      ${form.view(t("Bestelling openen", "Open the order"), async () => {
        const opened = await ask<Order>("orders", { method: "POST", body: clientOf(form), key });
        go(`/orders/${opened.id}`);
      }, { words: t("Terug", "Back"), act: () => go("/orders") })}`,
  };
}
