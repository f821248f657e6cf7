// The life of an order: what was, what will be, and what will be destroyed, each on its day.
import { html, nothing, type TemplateResult } from "../../parts/html";
import { bytes, date, dayOf, language, many, number, t } from "../../parts/words";
import type { Order, Scan } from "../api";
import { derivation } from "../goes";
import { may, today } from "../known";
import { answers, channels, gone, purposes, refusals } from "./orderWords";

export interface Look { at: string; action: string; reason?: string; outcome: number }
interface Moment { day: string; look: "" | "ahead" | "goes" | "went"; what: TemplateResult }

/** @param proofs Of scans that are gone: the numbers of their certificates. */
export interface Lived { order: Order; scans: Scan[]; looks: Look[]; proofs: ReadonlyMap<string, number> }

const sizeOf = (scan: Scan): string => {
  const bounds = scan.boundsInMillimetres;
  return bounds ? `${bounds.max.map((edge, axis) => number(Math.round((edge - bounds.min[axis]!) / 10))).join(" × ")} cm` : "";
};

const destroyed = (scan: string, proofs: ReadonlyMap<string, number>): TemplateResult => html`<b>${t("Scan vernietigd", "Scan destroyed")}</b>${proofs.has(scan)
  ? html`: <a href="/staff/certificates/${proofs.get(scan)}">${t(`bekijk het bewijs (verklaring ${proofs.get(scan)})`, `see the proof (certificate ${proofs.get(scan)})`)}</a>`
  : may("privacy") ? html` <span class="soft">${t("het bewijs komt als elke kopie op een schijf is gewist", "the proof comes once each copy on a disk is wiped")}</span> <a href="/staff/why/scan/${scan}">${t("Waarom, en kan hij nog terug?", "Why, and can it still come back?")}</a>`
  : html` <span class="soft">${t("de medewerker voor privacy heeft het bewijs", "the privacy officer has the proof")}</span>`}`;

const scanned = (scan: Scan): TemplateResult => scan.status === "rejected"
  ? html`${t("Bestand ontvangen dat geen scan is", "A file arrived that is no scan")}: <a href="/staff/scans/${scan.id}"><b>${scan.fileName}</b></a> <span class="mark gone">${t("geen scan", "no scan")}</span>${scan.reason ? html`<br><span class="soft">${t(scan.reasonInDutch ?? scan.reason, scan.reason)}</span>` : nothing}`
  : html`${t("Scan gemaakt", "Scan made")}: <a href="/staff/scans/${scan.id}"><b>${scan.fileName}</b></a>, ${bytes(scan.bytes)}${scan.triangles ? html`, ${number(scan.triangles)} ${t("driehoeken", "triangles")}` : nothing}${sizeOf(scan) ? html`, ${sizeOf(scan)}` : nothing}
    ${scan.status === "pending" ? html`<span class="mark wait">${t("wordt gelezen", "being read")}</span>` : nothing}
    ${scan.closed ? html`<span class="mark well">${t("gesloten", "closed")}</span>` : scan.closed === false ? html`<span class="mark wait">${t("niet gesloten", "not closed")}</span>` : nothing}
    ${scan.warnings.length ? html`<details><summary>${t(`${scan.warnings.length} ${many(scan.warnings.length, "waarschuwing", "waarschuwingen")}`, `${scan.warnings.length} ${many(scan.warnings.length, "warning", "warnings")}`)}</summary><ul>${(language() === "nl" ? scan.warningsInDutch : scan.warnings).map(warning => html`<li>${warning}</li>`)}</ul></details>` : nothing}`;

function moments({ order, scans, looks, proofs }: Lived): Moment[] {
  const all: Moment[] = [{ day: order.openedOn, look: "", what: html`${t("Bestelling geopend", "Order opened")}` }];
  for (const consent of order.consents)
    all.push({ day: consent.givenOn, look: "", what: html`${t("Toestemming", "Consent")} ${purposes[consent.purpose]?.() ?? consent.purpose}: <b>${answers[consent.answer]?.() ?? consent.answer}</b>, ${channels[consent.channel]?.() ?? consent.channel} <span class="soft">(${t("tekst", "text")} ${consent.textVersion})</span>` });
  for (const scan of scans) {
    all.push({ day: scan.scannedOn, look: "", what: scanned(scan) });
    for (const copy of scan.copies) {
      all.push({ day: copy.madeOn, look: "", what: html`${t("Kopie op schijf", "Copy on disk")} <b>${copy.disk}</b>` });
      if (copy.destroyedOn)
        all.push({ day: copy.destroyedOn, look: "", what: html`${t("Kopie gewist van schijf", "Copy wiped from disk")} <b>${copy.disk}</b>` });
      else if (scan.retention.dueOn)
        all.push({ day: scan.retention.deadline, look: "goes", what: html`${t("Ook de kopie op schijf", "The copy on disk")} <b>${copy.disk}</b> ${t("moet weg zijn", "must be gone too")}` });
    }
    if (scan.retention.dueOn)
      all.push({ day: scan.retention.dueOn, look: "goes", what: html`${t("De scan wordt vernietigd", "The scan is destroyed")}: ${scan.fileName}<details><summary>${t("Waarom op die dag?", "Why on that day?")}</summary>${derivation(scan.retention)}</details>` });
  }
  for (const given of order.recipients)
    all.push({ day: given.givenOn, look: "", what: html`${t("Gegeven aan", "Given to")} <b>${given.name}</b>: ${given.purpose}` });
  for (const look of looks)
    all.push({ day: dayOf(look.at), look: "", what: html`${t("Scan bekeken door een medewerker", "Scan looked at by a member of staff")}${look.reason ? html`: <span class="soft">“${look.reason}”</span>` : nothing}` });
  for (const right of order.history)
    if (gone.test(right.field))
      all.push({ day: dayOf(right.at), look: "went", what: destroyed(gone.exec(right.field)![1]!, proofs) });
    else
      all.push({ day: dayOf(right.at), look: "", what: html`${right.field.startsWith("scans/") ? t("Iets gedaan met de scan", "Something done to the scan") : t(`Verbeterd: ${refusals[right.field]?.() ?? right.field}`, `Set right: ${refusals[right.field]?.() ?? right.field}`)}${right.former && !right.field.startsWith("scans/") ? t(` (was ${date(right.former)})`, ` (was ${date(right.former)})`) : nothing}${right.reason ? html`: <span class="soft">“${right.reason}”</span>` : nothing}` });
  if (order.shippedOn)
    all.push({ day: order.shippedOn, look: "", what: html`${t("Beeldje verzonden", "Figurine shipped")}` });
  if (order.cancelledOn)
    all.push({ day: order.cancelledOn, look: "", what: html`${t("Bestelling geannuleerd", "Order cancelled")}` });
  for (const hold of order.holds)
    all.push({ day: hold.until, look: hold.until >= today() ? "ahead" : "", what: html`${t("Bewaarplicht eindigt", "Hold ends")}: <span class="soft">${hold.reason}</span>` });
  if (order.retention.dueOn)
    all.push({ day: order.retention.dueOn, look: "goes", what: html`${t("Naam en adres worden gewist", "Name and address are erased")}<details><summary>${t("Waarom op die dag?", "Why on that day?")}</summary>${derivation(order.retention)}</details>` });
  return all.sort((one, other) => one.day < other.day ? -1 : one.day > other.day ? 1 : 0);
}

export function lifeOf(lived: Lived): TemplateResult {
  const all = moments(lived);
  const ahead = all.findIndex(each => each.day > today() || (each.look && each.look !== "went"));
  const line = (each: Moment) => html`<li class=${each.look || (each.day > today() ? "ahead" : "")}><time datetime=${each.day}>${date(each.day)}</time>${each.what}</li>`;
  const [past, coming] = ahead < 0 ? [all, []] : [all.slice(0, ahead), all.slice(ahead)];
  return html`
    <h2>${t("Het leven van deze bestelling", "The life of this order")}</h2>
    <ol class="life">${past.map(line)}<li class="today"><time datetime=${today()}>${date(today())}</time>${t("Vandaag", "Today")}</li>${coming.map(line)}</ol>`;
}
