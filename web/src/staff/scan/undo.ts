// The way back for a scan that was destroyed by mistake, as long as storage can go it.
import { html, nothing, type TemplateResult } from "../../parts/html";
import { date, plusDays, readDay, t } from "../../parts/words";
import { Refused, send, type Derivation, type Due } from "../api";
import { dayCheck, Form, needed } from "../form";
import { beforeItGoes } from "../goes";
import { may, today } from "../known";
import { here, redraw } from "../page";
import { Said } from "../said";

// What somebody asked for is not taken back, and what moved is where it belongs.
export const isFinal = (rule: string): boolean => ["erasure", "scan-moved"].includes(rule);

export class Undo {
  private form: Form | null = null;
  private going: Due[] | null = null;
  private isBack = false;
  private readonly said = new Said();
  private readonly here = here();

  /** @param of Its certificate; or the scan, where there is none yet for copies of it are on disks. */
  constructor(private readonly of: () => { certificate: number } | { scan: string }, private readonly closesOn: () => string) {}

  /** @param otherwise Where it does not come back, why. */
  view(can: boolean, otherwise: () => TemplateResult | typeof nothing): TemplateResult {
    return html`${this.said.view()}${this.now(can, otherwise)}`;
  }

  private now(can: boolean, otherwise: () => TemplateResult | typeof nothing): TemplateResult | typeof nothing {
    if (this.going)
      return beforeItGoes({
        heading: t("Teruggezet gaat de scan meteen weer weg", "Brought back the scan goes again"), items: this.going, whose: "", words: t("Zet hem terug en laat hem dan weer vernietigen", "Bring it back and have it destroyed again then"),
        keep: () => { this.going = null; redraw(); this.here.focus("#undo-heading"); },
        act: async () => { try { await this.bringBack(true); } catch (why) { this.going = null; this.form?.fail(why); } finally { redraw(); } },
      });
    if (this.isBack)
      return nothing;
    if (this.form)
      return this.back(this.form);
    return !can ? otherwise() : html`<div class="note no-print"><p><b>${t("Was dit een vergissing?", "Was this a mistake?")}</b> ${t(`Tot en met ${date(plusDays(this.closesOn(), -1))} kan de scan terug.`, `Up to and including ${date(plusDays(this.closesOn(), -1))} the scan can come back.`)}</p>
      <div class="actions"><button class="button plain" @click=${() => this.begin()}>${t("Dit was een vergissing: zet terug", "This was a mistake: bring it back")}</button></div></div>`;
  }

  private back(form: Form): TemplateResult {
    return html`
      <section class="card no-print">
        <h2 id="undo-heading" tabindex="-1">${t("Deze scan terugzetten", "Bring this scan back")}</h2>
        <p>${t(`De scan komt terug bij zijn bestelling, met hetzelfde bestand en onder een nieuw kenmerk. Dat kan tot en met ${date(plusDays(this.closesOn(), -1))}; daarna kan niemand het meer. Zijn bestandsnaam en kopieën op schijven komen niet terug.`,
          `The scan comes back to its order, with the same file and under a new identifier. That can be done up to and including ${date(plusDays(this.closesOn(), -1))}; after that nobody can. The name of its file and copies on disks do not come back.`)}</p>
        ${form.view(t("Zet de scan terug", "Bring the scan back"), () => this.bringBack(false), { words: t("Terug", "Back"), act: () => { this.form = null; redraw(); this.here.focus("h1"); } })}
      </section>`;
  }

  private begin(): void {
    this.said.clear();
    this.form = new Form("undo", () => [
      { name: "reason", label: t("Wat ging er mis?", "What went wrong?"), kind: "lines", check: needed(t("Zeg wat er misging.", "Say what went wrong.")) },
      {
        name: "until", label: t("Houd de scan vast tot en met (mag leeg blijven)", "Hold the scan up to and including (may stay empty)"), short: true,
        hint: t("Nodig als de scan anders meteen weer weg moet: intussen verbeter je de datum die niet klopte.", "Needed where the scan would have to go again at once: meanwhile you set the wrong date right."),
        check: value => value ? dayCheck(value) : undefined,
      },
    ]);
    redraw();
    this.here.focus("#undo-heading");
  }

  private async bringBack(sure: boolean): Promise<void> {
    const [reason, until] = [this.form!.value("reason"), readDay(this.form!.value("until"), today())];
    try {
      const scan = await send<{ orderId: string; retention: Derivation }>("retention/undo", {
        ...this.of(), reason, ...(until && { hold: { reason, until } }), ...(sure && { destroysNow: true }),
      });
      [this.form, this.going, this.isBack] = [null, null, true];
      this.said.say(html`<b>${t("De scan is terug.", "The scan is back.")}</b> ${scan.retention.dueOn ? t(`Hij gaat weer weg op ${date(scan.retention.dueOn)}.`, `It goes again on ${date(scan.retention.dueOn)}.`) : nothing}
        ${t("Ook van het terugzetten is er een verklaring.", "Of bringing it back there is a certificate too.")} ${may("staff") ? html`<a href="/staff/orders/${scan.orderId}">${t("Open de bestelling", "Open the order")}</a>` : nothing}`);
    } catch (why) {
      if (!(why instanceof Refused) || !why.problem.wouldDestroy)
        throw ofHold(why);
      this.going = why.problem.wouldDestroy;
      redraw();
      this.here.focus("#goes-heading");
    }
  }
}

// What is wrong with the hold stands beside the day of it.
function ofHold(why: unknown): unknown {
  if (!(why instanceof Refused) || !why.problem.errors)
    return why;
  const errors = Object.fromEntries(Object.entries(why.problem.errors).map(([field, words]) => [field.startsWith("hold") ? "until" : field, words]));
  return new Refused(why.status, { ...why.problem, errors });
}
