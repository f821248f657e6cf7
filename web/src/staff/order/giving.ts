// Who was given what of an order, written down afterwards: on paper, by mail, or a file that was sent some other way.
import { html, type TemplateResult } from "../../parts/html";
import { bytes, date, readDay, t } from "../../parts/words";
import { all, type Order, type Scan } from "../api";
import { needed, type Field, type Form } from "../form";
import { today } from "../known";
import type { Recipient } from "../pages/recipients";
import { detailWords } from "./client";
import type { Change } from "./details";

const details = ["name", "email", "phone", "address"];
const chosen = (value: string): string[] => value.split(",").filter(Boolean);

export class Giving {
  private known: Recipient[] = [];

  async load(): Promise<void> { this.known = await all<Recipient>("recipients"); }

  /** @param scans Those that are there to be given. */
  fields(form: () => Form, scans: Scan[], day: (name: string, label: string) => Field): Field[] {
    const something = (): string | undefined => form().value("scans") || form().value("details") ? undefined : t("Kruis aan wat gegeven is.", "Tick what was given.");
    return [
      { name: "recipient", label: t("Aan wie?", "To whom?"), kind: "choice", choices: this.known.map(each => [each.label, `${each.name} (${each.label}): ${each.purpose}`]), check: needed(t("Kies wie het kreeg.", "Choose who was given it.")) },
      ...(scans.length ? [{ name: "scans", label: t("Welke scan?", "Which scan?"), kind: "several" as const, choices: scans.map((scan): [string, string] => [scan.id, `${scan.fileName}, ${bytes(scan.bytes)}`]) }] : []),
      { name: "details", label: t("Welke gegevens van haar?", "Which details of hers?"), kind: "several", choices: details.map((each): [string, string] => [each, detailWords(each)]), check: something },
      day("givenOn", t("Gegeven op", "Given on")),
    ];
  }

  view(found: Order, form: Form, change: Change, cancel: { words: string; act: () => void }): TemplateResult {
    const heading = html`<h2 id="act-heading" tabindex="-1">${t("Noteren wie iets kreeg", "Note who was given something")}</h2>`;
    if (this.known.length === 0)
      return html`${heading}
        <p>${t("Er staat nog niemand bij wie gegevens van ons krijgt.", "Nobody is yet among those who are given data by us.")} <a href="/staff/recipients">${t("Zet die daar eerst bij", "Add them there first")}</a></p>
        <div class="actions"><button class="button plain" @click=${cancel.act}>${cancel.words}</button></div>`;
    const name = (): string => this.known.find(each => each.label === form.value("recipient"))?.name ?? "";
    const day = (): string => readDay(form.value("givenOn"), today())!;
    return html`${heading}
      <p>${t("Dit blijft staan: zij leest het in haar pakket, en wie het kreeg hoort het als het anders moet of weg moet. Terugnemen kan niet, dus kijk het na.", "This stays: she reads it in her package, and who was given it is told when it has to change or go. It cannot be taken back, so look it over.")}
        <a href="/staff/recipients">${t("Staat iemand er niet bij?", "Is somebody missing?")}</a></p>
      ${form.view(t("Noteer wie het kreeg", "Note who was given it"), () => change(`orders/${found.id}/recipients`, {
        recipient: form.value("recipient"), scans: chosen(form.value("scans")), details: chosen(form.value("details")), givenOn: day(),
      }, { heading: "", words: "", done: t(`Genoteerd: gegeven aan ${name()} op ${date(day())}.`, `Noted: given to ${name()} on ${date(day())}.`) }), cancel)}`;
  }
}
