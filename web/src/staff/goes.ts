// What goes, whose it is and on which day: shown before anything is done that destroys.
import { html, nothing, type TemplateResult } from "../parts/html";
import { capital, date, t, term } from "../parts/words";
import type { Derivation, Due, Suspension } from "./api";
import { kindOne, may, recoveryDays, ruleReason, ruleStarts, ruleWords, today } from "./known";
import { once } from "./page";

export const whyLink = (item: Due, words = t("Waarom?", "Why?")): TemplateResult | typeof nothing => may("privacy")
  ? html`<a href="/staff/why/${item.kind}/${item.id}">${words}<span class="hidden"> (${kindOne(item.kind)})</span></a>`
  : nothing;

/** To the order that it belongs to, for who may look at that. */
export const orderLink = (item: Due): TemplateResult | typeof nothing => {
  const order = item.kind === "order" ? item.id : item.kind === "scan" ? item.within : undefined;
  return order && may("staff") ? html`<a href="/staff/orders/${order}">${t("Bekijk de bestelling", "See the order")}</a>` : nothing;
};

/** What keeps something, in words. */
export const heldBy = (by: Suspension): string => {
  switch (by.kind) {
    case "hold": return t(`bewaarplicht tot en met ${date(by.until!)}${by.reason ? `: ${by.reason}` : ""}`, `hold up to and including ${date(by.until!)}${by.reason ? `: ${by.reason}` : ""}`);
    case "restriction": return t("beperking, tot die wordt opgeheven", "restriction, until it is lifted");
    case "answer": return t("er is nog een antwoord verschuldigd", "an answer is owed yet");
    default: return t("het bewijs gaat eerst naar de cliënt", "the proof goes to the client first");
  }
};

/** How a deadline came about, fact by fact. */
export const derivation = (why: Derivation): TemplateResult => html`
  <dl class="facts">
    <dt>${t("Regel", "Rule")}</dt><dd>${ruleWords(why.rule)}</dd>
    ${ruleReason(why.rule) ? html`<dt>${t("Omdat", "Because")}</dt><dd>${ruleReason(why.rule)}</dd>` : nothing}
    <dt>${t("Begint", "Starts")}</dt><dd>${date(why.start)}, ${ruleStarts(why.rule)}</dd>
    <dt>${t("Termijn", "Term")}</dt><dd>${term(why.term) ? t(`${term(why.term)}: uiterlijk ${date(why.deadline)}`, `${term(why.term)}: ${date(why.deadline)} at the latest`) : t(`geen: uiterlijk ${date(why.deadline)}`, `none: ${date(why.deadline)} at the latest`)}</dd>
    ${why.margin > 0 ? html`<dt>${t("Eerder", "Earlier")}</dt><dd>${t(
      `${term(`P${why.margin}D`)}, tot niemand het meer kan herstellen: ${date(why.destroyOn)}`,
      `${term(`P${why.margin}D`)}, until nobody can recover it any more: ${date(why.destroyOn)}`)}</dd>` : nothing}
    ${why.suspendedBy.map(by => html`<dt>${t("Tegengehouden", "Kept by")}</dt><dd>${heldBy(by)}</dd>`)}
  </dl>`;

/** After the name of what it is about, as in a list. */
export const goesOn = (why: Derivation, several = false): string => why.dueOn === null
  ? why.suspendedBy.some(by => by.kind === "answer")
    ? t(`${several ? "blijven" : "blijft"} tot het verzoek is afgehandeld`, `${several ? "stay" : "stays"} until the request is closed`)
    : t(`${several ? "gaan" : "gaat"} niet weg zolang de beperking geldt`, `${several ? "do" : "does"} not go as long as the restriction holds`)
  : why.dueOn <= today() ? t("bij de eerstvolgende opruiming", "with the next sweep")
  : t(`op ${date(why.dueOn)}`, `on ${date(why.dueOn)}`);

/** The whole sentence: on which day it goes, or until when it stays. */
export function whenItGoes(what: string, why: Derivation, several = false): string {
  const verb = why.dueOn === null ? "" : t(several ? "gaan weg " : "gaat weg ", several ? "go " : "goes ");
  return capital(`${what} ${verb}${goesOn(why, several)}.`);
}

/** A scan can be brought back for as long as its storage is set to. */
export const notBack = (scan: boolean): string => scan && recoveryDays() > 0
  ? t(`Een scan is daarna nog ${term(`P${recoveryDays()}D`)} terug te zetten, al het andere niet.`, `A scan can be brought back for ${term(`P${recoveryDays()}D`)} after that, all else cannot.`)
  : t("Wat vernietigd is, komt niet terug.", "What is destroyed does not come back.");

export const goingList = (items: Due[], whose?: string, when: (item: Due) => string = goesOn): TemplateResult => html`
  <ul>${items.map(item => html`
    <li><b>${kindOne(item.kind)}</b>${whose ? t(` van ${whose}`, ` of ${whose}`) : nothing}: ${when(item)}. ${ruleWords(item.rule) === kindOne(item.kind) ? nothing : html`<span class="soft">${capital(ruleWords(item.rule))}.</span>`} ${item.suspendedBy.map(by => html`<span class="soft">${t("Tegengehouden", "Kept by")}: ${heldBy(by)}.</span> `)}${whose ? nothing : orderLink(item)} ${whyLink(item)}</li>`)}
  </ul>`;

/**
 * One page that says what goes; the safe button is first, and the plain one.
 * @param said.whose Empty where what goes is of different people: then each leads to its order.
 */
export const beforeItGoes = (said: { heading: string; items: Due[]; whose: string; keep: () => void; act: () => unknown; words: string; when?: (item: Due) => string }): TemplateResult => html`
  <section class="note gone" aria-labelledby="goes-heading">
    <h2 id="goes-heading" tabindex="-1">${said.heading}</h2>
    ${goingList(said.items, said.whose, said.when)}
    <p>${notBack(said.items.some(item => item.kind === "scan"))} ${t("Er is nog niets veranderd.", "Nothing has changed yet.")}</p>
    <div class="actions">
      <button class="button" @click=${said.keep}>${t("Niet doen, terug", "Leave it, go back")}</button>
      <button class="button gone" @click=${once(said.act)}>${said.words}</button>
    </div>
  </section>`;
