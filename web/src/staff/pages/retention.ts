// What will be destroyed, month by month, for five years ahead; what was, for a year back; the list behind each bar.
import { html, nothing, svg, type TemplateResult } from "../../parts/html";
import { capital, count, date, dayOf, many, month, number, plusDays, t } from "../../parts/words";
import { all, ask, type Due, type Page as Listed } from "../api";
import { orderLink, whyLink } from "../goes";
import { kinds, ruleWords, today } from "../known";
import { redraw, focus, type Page } from "../page";
import { Said } from "../said";

interface Certificate { number: number; kind: string; count: number; destroyedAt: string; closes?: number; undone?: unknown }
interface Month { month: string; destroyed: Record<string, number>; due: Record<string, number>; newestCertificate?: number; oldestCertificate?: number }
interface Bar extends Month { amount: number }
interface Behind { month: string; items: Due[]; gone: Certificate[] }

// What the app keeps of its own work, and not of clients: it would hide them in the chart.
const ofTheApp = ["audit-day", "line-subject", "visits"];

const summed = (amounts: Record<string, number>): string => Object.entries(amounts).filter(([, amount]) => amount > 0).map(([kind, amount]) => kinds(kind, amount)).join(", ");

const together = (all: Record<string, number>[]): Record<string, number> => {
  const by: Record<string, number> = {};
  for (const [kind, amount] of all.flatMap(Object.entries))
    by[kind] = (by[kind] ?? 0) + amount;
  return by;
};

const total = (amounts: Record<string, number>): number => Object.values(amounts).reduce((sum, amount) => sum + amount, 0);

const lastDay = (month: string): string => {
  const [year, number] = month.split("-").map(Number) as [number, number];
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
};

export function retention(): Page {
  let months: Month[] = [];
  let week: Due[] = [];
  let chosen: Behind | null = null;
  let everything = false;
  const said = new Said();

  const load = async (): Promise<void> => {
    const [forecast, soon] = await Promise.all([ask<{ months: Month[] }>("retention/forecast"), all<Due>(`retention/due?until=${plusDays(today(), 7)}`)]);
    [months, week] = [forecast.months, soon];
  };

  const theirs = (kind: string): boolean => everything || !ofTheApp.includes(kind);
  const shown = (amounts: Record<string, number>): Record<string, number> => Object.fromEntries(Object.entries(amounts).filter(([kind]) => theirs(kind)));
  const bars = (): Bar[] => months.map(each => ({ ...each, destroyed: shown(each.destroyed), due: shown(each.due) })).map(each => ({ ...each, amount: total(each.destroyed) + total(each.due) }));

  /** The certificates of a month: their numbers are known. */
  async function certificates(of: Month): Promise<Certificate[]> {
    const found: Certificate[] = [];
    for (let continuation = of.newestCertificate; continuation && continuation >= (of.oldestCertificate ?? 1);) {
      const page: Listed<Certificate> = await ask(`retention/certificates?limit=100&continuation=${continuation}`);
      found.push(...page.items.filter(each => each.number >= of.oldestCertificate! && dayOf(each.destroyedAt).startsWith(of.month) && !each.closes && !each.undone));
      continuation = page.continuation ? +page.continuation : undefined;
    }
    return found;
  }

  const choose = (of: string) => said.try(async () => {
    const month = months.find(each => each.month === of)!;
    const first = `${of}-01`, last = lastDay(of);
    // What should have gone before today goes with the next sweep.
    const from = of === today().slice(0, 7) ? "" : `&from=${first}`;
    const [items, gone] = await Promise.all([last < today() ? [] : all<Due>(`retention/due?until=${last}${from}`), certificates(month)]);
    chosen = { month: of, items: items.filter(item => theirs(item.kind)), gone: gone.filter(each => theirs(each.kind)) };
    redraw();
    focus("#chosen");
  });

  function chart(bars: Bar[]): TemplateResult {
    const most = Math.max(1, ...bars.map(bar => bar.amount));
    const [width, height] = [bars.length * 10, 100];
    const now = today().slice(0, 7);
    return html`
      <div class="chart">
        <svg viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" role="group" aria-label=${t("Per maand wat is vernietigd en wat vernietigd wordt", "What was and will be destroyed, by month")}>
          ${bars.map((bar, at) => {
            const high = bar.amount === 0 ? 0 : Math.max(2, bar.amount / most * 94);
            const shown = svg`<rect class="bar ${bar.month < now ? "past" : ""}" x=${at * 10 + 1} y=${height - high} width="8" height=${high} rx="1"></rect>`;
            return bar.amount === 0 ? shown : svg`<a href="#chosen" role="link" aria-label=${`${month(bar.month)}: ${summed(together([bar.destroyed, bar.due]))}`} @click=${(event: Event) => { event.preventDefault(); void choose(bar.month); }}>
              <rect class="hit" x=${at * 10} y="0" width="10" height=${height}></rect>${shown}</a>`;
          })}
          ${svg`<line class="now" x1=${bars.findIndex(bar => bar.month === now) * 10} x2=${bars.findIndex(bar => bar.month === now) * 10} y1="0" y2=${height}></line>`}
          ${svg`<line class="axis" x1="0" x2=${width} y1=${height} y2=${height}></line>`}
        </svg>
        <p class="soft between"><span>${month(bars[0]!.month)}</span><span>${month(bars.at(-1)!.month)}</span></p>
        <p class="soft">${t("Links van de streep: wat is vernietigd. Rechts: wat nog gaat. Kies een balk voor de lijst erachter.", "Left of the line: what was destroyed. Right: what will go. Choose a bar for the list behind it.")}</p>
      </div>`;
  }

  const table = (bars: Bar[]): TemplateResult => html`
    <details><summary>${t("Als tabel", "As a table")}</summary>
      <div class="scroll" tabindex="0" role="region" aria-label=${t("Als tabel", "As a table")}><table>
        <thead><tr><th scope="col">${t("Maand", "Month")}</th><th scope="col" class="number">${t("Aantal", "Number")}</th><th scope="col">${t("Wat", "What")}</th></tr></thead>
        <tbody>${bars.filter(bar => bar.amount > 0).map(bar => html`
          <tr><th scope="row"><button class="link" @click=${() => choose(bar.month)}>${month(bar.month)}</button></th><td class="number">${number(bar.amount)}</td><td>${summed(together([bar.destroyed, bar.due]))}</td></tr>`)}</tbody>
      </table></div></details>`;

  const behind = (bar: Behind): TemplateResult => html`
    <section aria-labelledby="chosen">
      <h2 id="chosen" tabindex="-1">${capital(month(bar.month))}</h2>
      ${bar.gone.length ? html`<h3>${t("Vernietigd, met bewijs", "Destroyed, with proof")}</h3>
        <ul class="rows two card">${bar.gone.map(each => html`<li><span>${date(dayOf(each.destroyedAt))}: ${kinds(each.kind, each.count)}</span><a href="/staff/certificates/${each.number}">${t("Bewijs", "Proof")} ${each.number}</a></li>`)}</ul>` : nothing}
      ${bar.items.length ? html`<h3>${t("Wordt vernietigd", "Will be destroyed")}</h3>
        <ul class="rows card">${bar.items.map(item => html`
          <li><span class="number">${item.dueOn! <= today() ? t("vannacht", "tonight") : date(item.dueOn!)}</span><span><span class="what">${capital(ruleWords(item.rule))}</span><span class="soft">${t("vanaf", "from")} ${date(item.start)}. ${orderLink(item)}
            ${item.suspendedBy.length ? html`<span class="mark wait">${t("tegengehouden tot dan", "kept back until then")}</span>` : nothing}</span></span>${whyLink(item)}</li>`)}</ul>` : nothing}
      ${bar.gone.length + bar.items.length === 0 ? html`<p class="soft">${t("Hier is niets meer: het is intussen veranderd.", "Nothing is here any more: it changed meanwhile.")}</p>` : nothing}
    </section>`;

  return {
    part: "retention",
    title: () => t("Bewaren en vernietigen", "Keeping and destroying"),
    load,
    view() {
      const all = bars();
      const due = together(all.map(each => each.due));
      const soon = week.filter(item => theirs(item.kind)).length;
      return html`
        <h1 tabindex="-1">${t("Bewaren en vernietigen", "Keeping and destroying")}</h1>
        <p>${total(due) === 0 ? t("In de komende vijf jaar gaat er niets weg: er is nog niets.", "Nothing goes in the coming five years: there is nothing yet.")
          : t(`In de komende vijf jaar ${many(total(due), "gaat", "gaan")} ${summed(due)} weg; daarvan ${count(soon)} in de komende week.`, `In the coming five years ${summed(due)} ${many(total(due), "goes", "go")}; ${count(soon)} of these in the coming week.`)}</p>
        ${said.view()}
        ${all.some(bar => bar.amount > 0) ? html`<section class="card">${chart(all)}${table(all)}
          <label class="choice"><input type="checkbox" .checked=${everything} @change=${(event: Event) => { everything = (event.target as HTMLInputElement).checked; chosen = null; redraw(); }}>${t("Ook wat de app van haar eigen werk bewaart", "Also what the app keeps of its own work")}</label></section>` : nothing}
        ${chosen ? behind(chosen) : nothing}`;
    },
  };
}
