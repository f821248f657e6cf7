// One scan: what was read of it, when it goes and why, and the scan itself for who says why they open it.
import { html, nothing, type TemplateResult } from "../../parts/html";
import { capital, date, dayOf, t } from "../../parts/words";
import { ask, Refused, type Order, type Page as Listed, type Scan } from "../api";
import { derivation, whenItGoes } from "../goes";
import { may, ruleWords } from "../known";
import { redraw, type Page } from "../page";
import { Acts } from "../scan/acts";
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
  let acts: Acts | null = null;
  let restricted = false;

  async function load(): Promise<void> {
    try {
      found = await ask<Scan>(`scans/${id}`);
    } catch (why) {
      if (!(why instanceof Refused) || why.status !== 409)
        throw why;
      restricted = true;
      return;
    }
    const [its, print] = await Promise.all([ask<Order>(`orders/${found.orderId}`), found.status === "recorded" ? ask<Print>(`scans/${id}/print`) : null, seen()]);
    order = its;
    printing = print && new Printing(id, print, () => void seen().then(redraw));
    const done = acts?.done;
    acts = new Acts(found, its.name, load);
    acts.done = done ?? "";
    look ??= found.status === "recorded" ? new Look(found, () => void seen().then(redraw)) : null;
  }

  async function seen(): Promise<void> {
    if (may("privacy"))
      looks = (await ask<Listed<Happened>>(`audit?scan=${id}&limit=100`)).items.filter(each => /content|print-copy/.test(each.action) && each.outcome < 400);
  }

  const state = (of: Scan): TemplateResult | typeof nothing => of.status === "pending" ? html`<span class="mark wait">${t("wordt gelezen", "being read")}</span>`
    : of.status === "rejected" ? html`<span class="mark gone">${t("geen scan", "no scan")}</span>` : nothing;

  const goes = (of: Scan): TemplateResult => html`
    <div class="note"><p><b>${whenItGoes(of.status === "rejected" ? t("het bestand", "the file") : t("de scan", "the scan"), of.retention)}</b> ${capital(ruleWords(of.retention.rule))}.</p>
      ${of.reason ? html`<p>${t(`Waarom het geen scan is: ${of.reasonInDutch ?? of.reason}`, `Why it is no scan: ${of.reason}`)}</p>` : nothing}
      <details><summary>${t("Waarom op die dag?", "Why on that day?")}</summary>${derivation(of.retention)}</details></div>`;

  const copies = (of: Scan): TemplateResult | typeof nothing => of.copies.length === 0 ? nothing : html`
    <h2>${t("Kopieën op schijf", "Copies on disk")}</h2>
    <ul>${of.copies.map(copy => html`<li><b>${copy.disk}</b>, ${t(`gemaakt op ${date(copy.madeOn)}`, `made on ${date(copy.madeOn)}`)}: ${copy.destroyedOn ? t(`gewist op ${date(copy.destroyedOn)}`, `wiped on ${date(copy.destroyedOn)}`) : t(`moet weg zijn op ${date(of.retention.deadline)}`, `must be gone by ${date(of.retention.deadline)}`)}</li>`)}</ul>`;

  const opened = (): TemplateResult | typeof nothing => may("privacy") ? html`
    <h2>${t("Wie opende deze scan", "Who opened this scan")}</h2>
    ${looks.length === 0 ? html`<p class="soft">${t("Nog niemand. Wie hem opent, komt hier te staan, met de reden.", "Nobody yet. Who opens it will stand here, with the reason.")}</p>`
      : html`<ul>${looks.map(each => html`<li>${date(dayOf(each.at))}, <code title=${each.who}>${each.who.slice(0, 8)}</code>: “${each.reason ?? ""}”</li>`)}</ul>`}` : nothing;

  return {
    part: "orders",
    title: () => found ? t(`Scan ${found.fileName}`, `Scan ${found.fileName}`) : t("Scan", "Scan"),
    load,
    leave: () => look?.leave(),
    view: () => restricted || !found ? html`
      <h1 tabindex="-1">${t("Scan", "Scan")}</h1>
      <div class="note gone"><p>${t("Deze gegevens mogen alleen worden bewaard: de cliënt vroeg om een beperking. De privacyfunctionaris kan ze met een reden inzien.", "This data may only be stored: the client asked for a restriction. The privacy officer can see it for a reason.")}</p></div>` : html`
      <p><a href="/staff/orders/${found.orderId}">← ${t("De bestelling van", "The order of")} ${order!.name}</a></p>
      <h1 tabindex="-1">${t("Scan", "Scan")} <span class="soft">${found.fileName}</span> ${state(found)}</h1>
      ${goes(found)}
      ${facts(found)}
      ${look?.view() ?? nothing}
      ${printing?.view() ?? nothing}
      ${copies(found)}
      ${opened()}
      ${may("staff") ? html`<h2>${t("Iets veranderen", "Change something")}</h2>${acts!.view()}` : nothing}`,
  };
}
