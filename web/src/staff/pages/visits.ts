// How often the pages of the website are seen: counts, and nothing of anybody.
import { html } from "../../parts/html";
import { month, number, t } from "../../parts/words";
import { ask } from "../api";
import { today } from "../known";
import type { Page } from "../page";

interface Months { months: { month: string; page: string; views?: number; seconds?: number }[] }

export function visits(): Page {
  let found: Months["months"] = [];
  return {
    part: "visits",
    title: () => t("Bezoek", "Visits"),
    async load() {
      const year = +today().slice(0, 4) - 1;
      found = (await ask<Months>(`visits?from=${year}${today().slice(4).replace("02-29", "02-28")}&until=${today()}`)).months;
    },
    view: () => html`
      <h1 tabindex="-1">${t("Bezoek", "Visits")}</h1>
      <p class="soft">${t("Geteld zonder cookies en zonder iets van wie keek. Een getal dat van één iemand kan zijn, wordt niet getoond.", "Counted without cookies and without anything of who looked. A count that may be of one person is not shown.")}</p>
      ${found.length === 0 ? html`<p>${t("Er is nog niets geteld. Zet het script op de website, dan komen hier de aantallen per maand.", "Nothing has been counted yet. Put the script on the website, and the counts by month come here.")}</p>`
        : html`<div class="scroll card" tabindex="0" role="region" aria-label=${t("Bezoek per maand", "Visits by month")}><table>
          <thead><tr><th scope="col">${t("Maand", "Month")}</th><th scope="col">${t("Pagina", "Page")}</th><th scope="col" class="number">${t("Keer bekeken", "Views")}</th></tr></thead>
          <tbody>${found.map(each => html`<tr><td>${month(each.month.slice(0, 7))}</td><td>${each.page}</td><td class="number">${each.views === undefined ? t("te weinig", "too few") : number(each.views)}</td></tr>`)}</tbody></table></div>`}`,
  };
}
