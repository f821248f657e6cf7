// How often the pages of the website are seen, and for how long: counts, and nothing of anybody. The chart and the table say the same.
import { html, nothing, svg, type TemplateResult } from "../../parts/html";
import { capital, date, month, number, plusDays, shortDate, t } from "../../parts/words";
import { ask } from "../api";
import { today } from "../known";
import { redraw, type Page } from "../page";

interface Count { day?: string; month?: string; page: string; views: number; seconds: number }
interface Counts { items: Count[]; months: Count[] }
interface Bar { at: string; views: number; seconds: number }

const daysBack = 30;

export function visits(): Page {
  let found: Counts = { items: [], months: [] };
  let by: "month" | "day" = "month";
  let what: "views" | "seconds" = "views";
  let page = "";

  async function load(): Promise<void> {
    const year = +today().slice(0, 4) - 1;
    found = await ask<Counts>(`visits?from=${year}${today().slice(4).replace("02-29", "02-28")}&until=${today()}`);
  }

  const counts = (): Count[] => (by === "month" ? found.months : found.items.filter(each => each.day! > plusDays(today(), -daysBack))).filter(each => !page || each.page === page);
  const pages = (): string[] => [...new Set([...found.months, ...found.items].map(each => each.page))].sort();
  const named = (at: string): string => at.length === 7 ? month(at) : date(at);
  const time = (seconds: number): string => seconds < 60 ? t(`${number(seconds)} s`, `${number(seconds)} s`) : seconds < 3600 ? t(`${number(Math.round(seconds / 60))} min`, `${number(Math.round(seconds / 60))} min`)
    : t(`${number(Math.round(seconds / 360) / 10)} uur`, `${number(Math.round(seconds / 360) / 10)} hours`);
  const shown = (bar: { views: number; seconds: number }): string => what === "views" ? t(`${number(bar.views)} keer`, `${number(bar.views)} times`) : time(bar.seconds);

  function bars(): Bar[] {
    const [year, first] = today().split("-").map(Number) as [number, number];
    const places = by === "month"
      ? Array.from({ length: 13 }, (_, at) => new Date(Date.UTC(year - 1, first - 1 + at, 1)).toISOString().slice(0, 7))
      : Array.from({ length: daysBack }, (_, at) => plusDays(today(), at + 1 - daysBack));
    return places.map(at => counts().filter(each => (each.day ?? each.month) === at).reduce((sum, each) => ({ at, views: sum.views + each.views, seconds: sum.seconds + each.seconds }), { at, views: 0, seconds: 0 }));
  }

  function chart(): TemplateResult {
    const all = bars();
    const most = Math.max(1, ...all.map(bar => bar[what]));
    const best = all.reduce((one, other) => other[what] > one[what] ? other : one);
    return html`
      <div class="chart">
        <svg viewBox="0 0 ${all.length * 10} 100" preserveAspectRatio="none" aria-hidden="true">
          ${all.map((bar, at) => svg`<rect class="bar" x=${at * 10 + 1} y=${100 - (bar[what] ? Math.max(2, bar[what] / most * 94) : 0)} width="8" height=${bar[what] ? Math.max(2, bar[what] / most * 94) : 0} rx="1"><title>${named(bar.at)}: ${shown(bar)}</title></rect>`)}
          ${svg`<line class="axis" x1="0" x2=${all.length * 10} y1="100" y2="100"></line>`}
        </svg>
        <p class="soft between"><span>${by === "month" ? month(all[0]!.at) : shortDate(all[0]!.at)}</span><span>${by === "month" ? month(all.at(-1)!.at) : shortDate(all.at(-1)!.at)}</span></p>
        ${best[what] > 0 ? html`<p>${t("Het meest:", "The most:")} <b>${shown(best)}</b>, ${by === "month" ? t("in", "in") : t("op", "on")} ${named(best.at)}.</p>` : html`<p class="soft">${t("In deze tijd is er niets geteld dat te tonen is.", "Nothing that can be shown was counted in this time.")}</p>`}
      </div>`;
  }

  const table = (): TemplateResult => html`
    <div class="scroll" tabindex="0" role="region" aria-label=${t("De aantallen achter de balken", "The counts behind the bars")}><table>
      <caption>${t("De aantallen achter de balken", "The counts behind the bars")}</caption>
      <thead><tr><th scope="col">${by === "month" ? t("Maand", "Month") : t("Dag", "Day")}</th><th scope="col">${t("Pagina", "Page")}</th><th scope="col" class="number">${t("Keer bekeken", "Views")}</th>
        <th scope="col" class="number">${t("Tijd samen", "Time in all")}</th><th scope="col" class="number">${t("Per keer", "Each")}</th></tr></thead>
      <tbody>${counts().toReversed().map(each => html`<tr><td>${capital(named((each.day ?? each.month)!))}</td><td>${each.page}</td><td class="number">${number(each.views)}</td>
        <td class="number">${time(each.seconds)}</td><td class="number">${each.views ? time(Math.round(each.seconds / each.views)) : ""}</td></tr>`)}</tbody></table></div>`;

  const choose = <T extends string>(name: string, legend: string, choices: [T, string][], chosen: T, act: (value: T) => void): TemplateResult => html`
    <fieldset><legend>${legend}</legend><div class="choices">${choices.map(([value, words]) => html`
      <label class="choice"><input type="radio" name=${name} .checked=${value === chosen} @change=${() => { act(value); redraw(); }}>${words}</label>`)}</div></fieldset>`;

  return {
    part: "visits",
    title: () => t("Bezoek", "Visits"),
    load,
    view: () => html`
      <h1 tabindex="-1">${t("Bezoek aan de website", "Visits to the website")}</h1>
      <p class="soft">${t("Geteld zonder cookies en zonder iets van wie keek. Een aantal dat van één iemand kan zijn, wordt niet getoond: een dag met minder dan vijf bezoeken telt alleen mee in de maand.", "Counted without cookies and without anything of who looked. A count that may be of one person is not shown: a day with fewer than five visits counts with its month only.")}</p>
      ${pages().length === 0 ? html`<p>${t("Er is nog niets geteld. Zet het script op de website, dan komen hier de aantallen per dag en per maand.", "Nothing has been counted yet. Put the script on the website, and the counts by day and month come here.")}</p>` : html`
        <div class="filters">
          ${choose("by", t("Per", "By"), [["month", t("maand, het afgelopen jaar", "month, the past year")], ["day", t("dag, de afgelopen dertig dagen", "day, the past thirty days")]], by, value => { by = value; })}
          ${choose("what", t("Wat", "What"), [["views", t("hoe vaak", "how often")], ["seconds", t("hoe lang", "how long")]], what, value => { what = value; })}
          ${pages().length > 1 ? choose("page", t("Pagina", "Page"), [["", t("alle", "all")], ...pages().map((each): [string, string] => [each, each])], page, value => { page = value; }) : nothing}
        </div>
        <section class="card">${chart()}${table()}</section>`}`,
  };
}
