// Opens an order for a client.
import { html } from "../../parts/html";
import { t } from "../../parts/words";
import { ask, type Order } from "../api";
import { Form, mailCheck, needed } from "../form";
import { here, type Page } from "../page";

export function newOrder(): Page {
  const { go } = here();
  const key = crypto.randomUUID();
  const form = new Form("order", () => [
    { name: "name", label: t("Naam", "Name"), autocomplete: "off", check: needed(t("Vul de naam van de cliënt in.", "Fill in the client's name.")) },
    { name: "email", label: t("E-mail", "Mail"), kind: "email", check: mailCheck },
    { name: "phone", label: t("Telefoon (als ze dat geeft)", "Phone (if she gives it)"), kind: "tel", short: true, check: value => !value || value.replace(/\D/g, "").length >= 8 ? undefined : t("Vul een telefoonnummer in zoals 06 1234 5678.", "Fill in a phone number such as 06 1234 5678.") },
    { name: "language", label: t("Taal van haar brieven", "Language of her letters"), kind: "choice", choices: [["nl", "Nederlands"], ["en", "English"]] },
  ], { language: "nl" });

  return {
    part: "orders",
    title: () => t("Nieuwe bestelling", "New order"),
    view: () => html`
      <p><a href="/staff/orders">← ${t("Bestellingen", "Orders")}</a></p>
      <h1 tabindex="-1">${t("Nieuwe bestelling", "New order")}</h1>
      <p class="soft">${t("Naam en adres worden vijf jaar bewaard, of zo lang als een scan die langer blijft.", "Name and address are kept for five years, or as long as a scan that stays longer.")}</p>
      ${form.view(t("Bestelling openen", "Open the order"), async () => {
        const phone = form.value("phone");
        const opened = await ask<Order>("orders", { method: "POST", body: { name: form.value("name"), email: form.value("email"), ...(phone && { phone }), language: form.value("language") }, key });
        go(`/orders/${opened.id}`);
      }, { words: t("Terug", "Back"), act: () => go("/orders") })}`,
  };
}
