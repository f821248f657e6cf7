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

/** For an account that works here and may do nothing yet. */
export const noRole = (): Page => ({
  part: "",
  title: () => t("Nog geen toegang", "No access yet"),
  view: () => html`
    <h1 tabindex="-1">${t("Nog geen toegang", "No access yet")}</h1>
    <p>${t("Je bent ingelogd, maar je account heeft hier nog geen rol. Vraag wie de app beheert om je er een te geven, en log daarna opnieuw in.", "You are signed in, but your account has no role here yet. Ask whoever runs the app to give you one, and sign in again after that.")}</p>`,
});
