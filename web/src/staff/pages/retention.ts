// What will be destroyed, month by month, for five years ahead; what was, for a year back; the list behind each bar.
import { html, nothing, svg, type TemplateResult } from "../../parts/html";
import { capital, count, date, dayOf, many, month, number, plusDays, t } from "../../parts/words";
import { all, ask, type Due, type Page as Listed } from "../api";
import { orderLink, whyLink } from "../goes";
import { kinds, ruleWords, today } from "../known";
import { redraw, focus, type Page } from "../page";

interface Certificate { number: number; kind: string; count: number; destroyedAt: string; closes?: number; undone?: unknown }
interface Bar { month: string; items: Due[]; gone: Certificate[]; amount: number }

const yearsAhead = 5;

const months = (from: string, amount: number): string[] => {
  const [year, first] = from.split("-").map(Number) as [number, number];
  return Array.from({ length: amount }, (_, at) => new Date(Date.UTC(year, first - 1 + at, 1)).toISOString().slice(0, 7));
};

// What the app keeps of its own work, and not of clients: it would hide them in the chart.
const ofTheApp = ["audit-day", "line-subject", "visits"];

const summed = (amounts: Map<string, number>): string => [...amounts].map(([kind, amount]) => kinds(kind, amount)).join(", ");

const counted = (items: { kind: string; count?: number }[]): Map<string, number> => {
  const by = new Map<string, number>();
  for (const item of items)
    by.set(item.kind, (by.get(item.kind) ?? 0) + (item.count ?? 1));
  return by;
};

export function retention(): Page {
  let due: Due[] = [];
  let gone: Certificate[] = [];
  let bars: Bar[] = [];
  let chosen: string | null = null;
  let held: Due[] = [];
  let everything = false;

  async function load(): Promise<void> {
    const [year, ...rest] = today().split("-") as [string, string, string];
    const until = `${+year + yearsAhead}-${rest.join("-")}`.replace("02-29", "02-28");
    const since = months(today(), 1)[0]!;
    const back = `${+year - 1}${since.slice(4)}`;
    [due, gone] = await Promise.all([all<Due>(`retention/due?until=${until}`), newest(back)]);
    const theirs = (item: { kind: string }) => everything || !ofTheApp.includes(item.kind);
    [due, gone] = [due.filter(theirs), gone.filter(theirs)];
    held = due.filter(item => item.suspendedBy.length > 0);
    bars = months(back, 13 + yearsAhead * 12).map(of => {
      const items = due.filter(item => (item.dueOn! < today() ? today() : item.dueOn!).startsWith(of));
      const was = gone.filter(each => dayOf(each.destroyedAt).startsWith(of));
      return { month: of, items, gone: was, amount: items.length + was.reduce((sum, each) => sum + each.count, 0) };
    });
  }

  /** The certificates back to a month: they come newest first. */
  async function newest(back: string): Promise<Certificate[]> {
    const found: Certificate[] = [];
    for (let continuation = "", first = true; first || continuation; first = false) {
      const page = await ask<Listed<Certificate>>(`retention/certificates?limit=100${continuation && `&continuation=${continuation}`}`);
      found.push(...page.items.filter(each => !each.closes && !each.undone));
      continuation = page.items.at(-1) && dayOf(page.items.at(-1)!.destroyedAt) >= back ? page.continuation ?? "" : "";
    }
    return found;
  }

  function choose(of: string): void {
    chosen = of;
    redraw();
    focus("#chosen");
  }

  function chart(): TemplateResult {
    const most = Math.max(1, ...bars.map(bar => bar.amount));
    const [width, height] = [bars.length * 10, 100];
    const now = today().slice(0, 7);
    return html`
      <div class="chart">
        <svg viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" role="group" aria-label=${t("Per maand wat is vernietigd en wat vernietigd wordt", "What was and will be destroyed, by month")}>
          ${bars.map((bar, at) => {
            const high = bar.amount === 0 ? 0 : Math.max(2, bar.amount / most * 94);
            const shown = svg`<rect class="bar ${bar.month < now ? "past" : ""}" x=${at * 10 + 1} y=${height - high} width="8" height=${high} rx="1"></rect>`;
            return bar.amount === 0 ? shown : svg`<a href="#chosen" role="link" aria-label=${`${month(bar.month)}: ${summed(counted([...bar.gone, ...bar.items]))}`} @click=${(event: Event) => { event.preventDefault(); choose(bar.month); }}>
              <rect class="hit" x=${at * 10} y="0" width="10" height=${height}></rect>${shown}</a>`;
          })}
          ${svg`<line class="now" x1=${bars.findIndex(bar => bar.month === now) * 10} x2=${bars.findIndex(bar => bar.month === now) * 10} y1="0" y2=${height}></line>`}
          ${svg`<line class="axis" x1="0" x2=${width} y1=${height} y2=${height}></line>`}
        </svg>
        <p class="soft between"><span>${month(bars[0]!.month)}</span><span>${month(bars.at(-1)!.month)}</span></p>
        <p class="soft">${t("Links van de streep: wat is vernietigd. Rechts: wat nog gaat. Kies een balk voor de lijst erachter.", "Left of the line: what was destroyed. Right: what will go. Choose a bar for the list behind it.")}</p>
      </div>`;
  }

  const table = (): TemplateResult => html`
    <details><summary>${t("Als tabel", "As a table")}</summary>
      <div class="scroll" tabindex="0" role="region" aria-label=${t("Als tabel", "As a table")}><table>
        <thead><tr><th scope="col">${t("Maand", "Month")}</th><th scope="col" class="number">${t("Aantal", "Number")}</th><th scope="col">${t("Wat", "What")}</th></tr></thead>
        <tbody>${bars.filter(bar => bar.amount > 0).map(bar => html`
          <tr><th scope="row"><button class="link" @click=${() => choose(bar.month)}>${month(bar.month)}</button></th><td class="number">${number(bar.amount)}</td><td>${summed(counted([...bar.gone, ...bar.items]))}</td></tr>`)}</tbody>
      </table></div></details>`;

  function behind(): TemplateResult | typeof nothing {
    const bar = bars.find(each => each.month === chosen);
    if (!bar)
      return nothing;
    return html`
      <section aria-labelledby="chosen">
        <h2 id="chosen" tabindex="-1">${capital(month(bar.month))}</h2>
        ${bar.gone.length ? html`<h3>${t("Vernietigd, met bewijs", "Destroyed, with proof")}</h3>
          <ul class="rows two card">${bar.gone.map(each => html`<li><span>${date(dayOf(each.destroyedAt))}: ${kinds(each.kind, each.count)}</span><a href="/staff/certificates/${each.number}">${t("Bewijs", "Proof")} ${each.number}</a></li>`)}</ul>` : nothing}
        ${bar.items.length ? html`<h3>${t("Wordt vernietigd", "Will be destroyed")}</h3>
          <ul class="rows card">${bar.items.map(item => html`
            <li><span class="number">${item.dueOn! <= today() ? t("vannacht", "tonight") : date(item.dueOn!)}</span><span><span class="what">${capital(ruleWords(item.rule))}</span><span class="soft">${t("vanaf", "from")} ${date(item.start)}. ${orderLink(item)}</span></span>${whyLink(item)}</li>`)}</ul>` : nothing}
      </section>`;
  }

  return {
    part: "retention",
    title: () => t("Bewaren en vernietigen", "Keeping and destroying"),
    load,
    view() {
      const week = due.filter(item => item.dueOn! <= plusDays(today(), 7)).length;
      return html`
        <h1 tabindex="-1">${t("Bewaren en vernietigen", "Keeping and destroying")}</h1>
        <p>${due.length === 0 ? t("In de komende vijf jaar gaat er niets weg: er is nog niets.", "Nothing goes in the coming five years: there is nothing yet.")
          : t(`In de komende vijf jaar ${many(due.length, "gaat", "gaan")} ${summed(counted(due))} weg; daarvan ${count(week)} in de komende week.`, `In the coming five years ${summed(counted(due))} ${many(due.length, "goes", "go")}; ${count(week)} of these in the coming week.`)}</p>
        ${bars.some(bar => bar.amount > 0) ? html`<section class="card">${chart()}${table()}
          <label class="choice"><input type="checkbox" .checked=${everything} @change=${async (event: Event) => { everything = (event.target as HTMLInputElement).checked; await load(); redraw(); }}>${t("Ook wat de app van haar eigen werk bewaart", "Also what the app keeps of its own work")}</label></section>` : nothing}
        ${behind()}
        ${held.length ? html`<h2>${t("Tegengehouden", "Kept back")}</h2><section class="card"><ul class="rows">${held.map(item => html`<li><span class="number">${date(item.dueOn!)}</span><span>${capital(ruleWords(item.rule))} <span class="soft">${orderLink(item)}</span></span>${whyLink(item)}</li>`)}</ul></section>` : nothing}`;
    },
  };
}
