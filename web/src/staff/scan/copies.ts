// The copies of a scan on disks: where they lie, and that one of them was wiped, also while the scan itself is still here.
import { html, nothing, type TemplateResult } from "../../parts/html";
import { date, t } from "../../parts/words";
import type { Copy, Scan } from "../api";
import { Wiped } from "../pages/wiped";
import { Said } from "../said";

export class Copies {
  private readonly said = new Said("copy-said");
  private readonly wiped = new Wiped();

  constructor(private readonly changed: () => Promise<void>) {}

  /** @param canTell Whether who looks may say so, of what may be used. */
  view(scan: Scan, canTell: boolean): TemplateResult | typeof nothing {
    return scan.copies.length === 0 ? nothing : html`
      <h2 id="copies-heading" tabindex="-1">${t("Kopieën op schijf", "Copies on disk")}</h2>
      ${this.said.view()}
      <ul class="rows two card">${scan.copies.map(copy => html`<li><span><b>${copy.disk}</b>, ${t(`gemaakt op ${date(copy.madeOn)}`, `made on ${date(copy.madeOn)}`)}: ${copy.destroyedOn ? t(`gewist op ${date(copy.destroyedOn)}`, `wiped on ${date(copy.destroyedOn)}`) : t(`moet weg zijn op ${date(scan.retention.deadline)}`, `must be gone by ${date(scan.retention.deadline)}`)}</span>
        ${copy.destroyedOn || !canTell ? nothing : html`<button class="button plain" @click=${() => this.wipe(scan, copy)}>${t("Gewist melden", "Tell that it is wiped")}<span class="hidden"> ${copy.disk}</span></button>`}</li>`)}</ul>
      ${this.wiped.view()}`;
  }

  private wipe(scan: Scan, copy: Copy): void {
    this.said.clear();
    this.wiped.begin({
      heading: t(`De kopie op ${copy.disk} is gewist`, `The copy on ${copy.disk} is wiped`),
      note: t("De scan zelf blijft hier.", "The scan itself stays here."),
      path: `scans/${scan.id}/copies/${copy.id}/destroyed`,
      done: on => this.said.done(t(`Genoteerd: de kopie op ${copy.disk} is gewist op ${on}.`, `Noted: the copy on ${copy.disk} was wiped on ${on}.`), this.changed),
      from: "#copies-heading",
    });
  }
}
