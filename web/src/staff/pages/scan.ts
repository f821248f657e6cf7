// One scan: what was read of it, when it goes and why, and the scan itself for who says why they open it.
import { html, nothing, type TemplateResult } from "../../parts/html";
import { capital, date, dayOf, t } from "../../parts/words";
import { all, ask, type Order, type Scan } from "../api";
import { derivation, whenItGoes } from "../goes";
import { may, ruleWords } from "../known";
import { redraw, told, type Page } from "../page";
import { Restricted } from "../restricted";
import { Acts } from "../scan/acts";
import { Copies } from "../scan/copies";
import { facts } from "../scan/facts";
import { Look } from "../scan/look";
import { Printing, type Print } from "../scan/printing";

interface Happened { at: string; who: string; action: string; reason?: string; outcome: number }

export function scan(id: string): Page {
  let found: Scan | null = null;
  let order: Order | null = null;
  let printing: Printing | null = null;
  let looks: Happened[] = [];
  let look: Look | null = null;
  const acts = new Acts(() => found!, () => order!.name, () => restricted.load(), told(`/scans/${id}`));
  const copies = new Copies(() => restricted.load());

  const restricted = new Restricted(async asked => {
    found = await ask<Scan>(`scans/${id}`, asked);
    const [its, print] = await Promise.all([ask<Order>(`orders/${found.orderId}`, asked), found.status === "recorded" ? ask<Print>(`scans/${id}/print`, asked) : null, seen()]);
    order = its;
    printing = print && new Printing(id, print, () => void seen().then(redraw));
    look ??= found.status === "recorded" ? new Look(found, () => void seen().then(redraw)) : null;
  });

  async function seen(): Promise<void> {
    if (may("privacy"))
      looks = (await all<Happened>(`audit?scan=${id}`)).filter(each => /content|print-copy/.test(each.action) && each.outcome < 400);
  }

  const state = (of: Scan): TemplateResult | typeof nothing => of.status === "pending" ? html`<span class="mark wait">${t("wordt gelezen", "being read")}</span>`
    : of.status === "rejected" ? html`<span class="mark gone">${t("geen scan", "no scan")}</span>` : nothing;

  const goes = (of: Scan): TemplateResult => html`
    <div class="note"><p><b>${whenItGoes(of.status === "rejected" ? t("het bestand", "the file") : t("de scan", "the scan"), of.retention)}</b> ${capital(ruleWords(of.retention.rule))}.</p>
      ${of.reason ? html`<p>${t(`Waarom het geen scan is: ${of.reasonInDutch ?? of.reason}`, `Why it is no scan: ${of.reason}`)}</p>` : nothing}
      <details><summary>${t("Waarom op die dag?", "Why on that day?")}</summary>${derivation(of.retention)}</details></div>`;

  const canChange = (): boolean => may("staff") && !order!.restrictedOn;

  const opened = (): TemplateResult | typeof nothing => may("privacy") ? html`
    <h2>${t("Wie opende deze scan", "Who opened this scan")}</h2>
    ${looks.length === 0 ? html`<p class="soft">${t("Nog niemand. Wie hem opent, komt hier te staan, met de reden.", "Nobody yet. Who opens it will stand here, with the reason.")}</p>`
      : html`<ul>${looks.map(each => html`<li>${date(dayOf(each.at))}, <code title=${each.who}>${each.who.slice(0, 8)}</code>: “${each.reason ?? ""}”</li>`)}</ul>`}` : nothing;

  return {
    part: "orders",
    // The name of a file may be that of a person: a title stays behind in the browser.
    title: () => order ? t(`Scan bij bestelling ${order.reference}`, `Scan of order ${order.reference}`) : t("Scan", "Scan"),
    load: () => restricted.load(),
    leave: () => look?.leave(),
    view: () => restricted.view(t("Scan", "Scan"), () => html`
      <p><a href="/staff/orders/${found!.orderId}">← ${t("De bestelling van", "The order of")} ${order!.name}</a></p>
      <h1 tabindex="-1">${t("Scan", "Scan")} <span class="soft">${found!.fileName}</span> ${state(found!)}</h1>
      ${goes(found!)}
      ${facts(found!)}
      ${look?.view() ?? nothing}
      ${order!.restrictedOn ? nothing : printing?.view() ?? nothing}
      ${copies.view(found!, canChange())}
      ${opened()}
      ${canChange() ? html`<h2>${t("Iets veranderen", "Change something")}</h2>${acts.view()}` : nothing}`),
  };
}
