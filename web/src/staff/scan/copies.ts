// The copies of a scan on disks: where they lie, and that one of them was wiped, also while the scan itself is still here.
import { html, nothing, type TemplateResult } from "../../parts/html";
import { date, readDay, t } from "../../parts/words";
import { send, type Copy, type Scan } from "../api";
import { dayCheck, Form } from "../form";
import { today } from "../known";
import { here, redraw } from "../page";
import { Said } from "../said";

export class Copies {
  private asking: { copy: Copy; form: Form } | null = null;
  private readonly said = new Said("copy-said");
  private readonly here = here();

  constructor(private readonly changed: () => Promise<void>) {}

  /** @param canTell Whether who looks may say so, of what may be used. */
  view(scan: Scan, canTell: boolean): TemplateResult | typeof nothing {
    return scan.copies.length === 0 ? nothing : html`
      <h2 id="copies-heading" tabindex="-1">${t("Kopieën op schijf", "Copies on disk")}</h2>
      ${this.said.view()}
      <ul class="rows two card">${scan.copies.map(copy => html`<li><span><b>${copy.disk}</b>, ${t(`gemaakt op ${date(copy.madeOn)}`, `made on ${date(copy.madeOn)}`)}: ${copy.destroyedOn ? t(`gewist op ${date(copy.destroyedOn)}`, `wiped on ${date(copy.destroyedOn)}`) : t(`moet weg zijn op ${date(scan.retention.deadline)}`, `must be gone by ${date(scan.retention.deadline)}`)}</span>
        ${copy.destroyedOn || !canTell ? nothing : html`<button class="button plain" @click=${() => this.ask(copy)}>${t("Gewist melden", "Tell that it is wiped")}<span class="hidden"> ${copy.disk}</span></button>`}</li>`)}</ul>
      ${this.asking ? this.form(scan, this.asking) : nothing}`;
  }

  private form(scan: Scan, { copy, form }: { copy: Copy; form: Form }): TemplateResult {
    return html`<section class="card"><h3 id="wiped-heading" tabindex="-1">${t(`De kopie op ${copy.disk} is gewist`, `The copy on ${copy.disk} is wiped`)}</h3>
      <p>${t("Meld dit pas als het bestand echt van de schijf is. Het is niet terug te nemen: deze dag komt in de verklaring te staan. De scan zelf blijft hier.", "Tell this only once the file really is off the disk. It cannot be taken back: this day will stand in the certificate. The scan itself stays here.")}</p>
      ${form.view(t("Meld dat de kopie is gewist", "Tell that the copy is wiped"), () => this.wiped(scan, copy, form), { words: t("Terug", "Back"), act: () => { this.asking = null; redraw(); this.here.focus("#copies-heading"); } })}</section>`;
  }

  private ask(copy: Copy): void {
    this.said.clear();
    this.asking = { copy, form: new Form("wiped", () => [{
      name: "destroyedOn", label: t("Gewist op", "Wiped on"), short: true, hint: t("Bijvoorbeeld 28-11-2026, 28 november of vandaag.", "For example 28-11-2026, 28 November or today."),
      check: dayCheck,
    }], { destroyedOn: t("vandaag", "today") }) };
    redraw();
    this.here.focus("#wiped-heading");
  }

  private async wiped(scan: Scan, copy: Copy, form: Form): Promise<void> {
    const day = readDay(form.value("destroyedOn"), today())!;
    await send(`scans/${scan.id}/copies/${copy.id}/destroyed`, { destroyedOn: day });
    this.asking = null;
    await this.said.done(t(`Genoteerd: de kopie op ${copy.disk} is gewist op ${date(day)}.`, `Noted: the copy on ${copy.disk} was wiped on ${date(day)}.`), this.changed);
  }
}
