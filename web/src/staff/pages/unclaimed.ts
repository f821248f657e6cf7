// A file that no order knows: to see whose it is, somebody takes it and says why.
import { html } from "../../parts/html";
import { t } from "../../parts/words";
import { save } from "../api";
import { Form, needed } from "../form";
import type { Page } from "../page";
import { Said } from "../said";

export function unclaimed(id: string): Page {
  const said = new Said();
  const form = new Form("unclaimed", () => [{
    name: "reason", label: t("Waarom kijk je?", "Why do you look?"), hint: t("Dit staat vijf jaar in “Wie zag wat”, met het kenmerk van je account erbij. Zet er geen naam in.", "This stands in “Who saw what” for five years, with the id of your account. Put no name in it."),
    check: needed(t("Zeg waarom je kijkt.", "Say why you look.")),
  }]);

  return {
    part: "orders",
    title: () => t("Bestand zonder bestelling", "File without an order"),
    view: () => html`
      <h1 tabindex="-1">${t("Bestand zonder bestelling", "File without an order")}</h1>
      <p>${t("Bij de scans staat een bestand dat bij geen enkele bestelling hoort. Het kan een scan van een lichaam zijn.", "With the scans there is a file that belongs to no order. It may be a scan of a body.")}</p>
      <ul>
        <li>${t("Kijk van wie het is. Hoort het bij een bestelling, stuur het daar dan in.", "See whose it is. Where it belongs to an order, send it in there.")}</li>
        <li>${t("Wis het daarna van je computer.", "Then delete it from your machine.")}</li>
        <li>${t("Dit bestand zelf gaat vanzelf weg; op welke dag, staat in de brief erover.", "This file itself goes by itself; the letter about it tells on which day.")}</li>
      </ul>
      ${said.view()}
      ${form.view(t("Haal het op", "Take it"), async () => {
        await save(`scans/unclaimed/${id}/content`, { reason: form.value("reason") }, `bestand-${id.slice(0, 12)}`);
        said.say(t("Het bestand staat bij je downloads.", "The file is among your downloads."));
      }, undefined, "button plain")}`,
  };
}
