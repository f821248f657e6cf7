import { html } from "../../parts/html";
import { t } from "../../parts/words";
import type { Page } from "../page";

export const missing = (): Page => ({
  part: "",
  title: () => t("Deze pagina is er niet", "There is no such page"),
  view: () => html`
    <h1 tabindex="-1">${t("Deze pagina is er niet", "There is no such page")}</h1>
    <p>${t("Het adres klopt niet, of wat er stond is vernietigd.", "The address is wrong, or what stood here was destroyed.")}</p>
    <p><a href="/staff">${t("Naar vandaag", "To today")}</a></p>`,
});
