// What staff do with one scan: set its date right, bring it to the right client, have it destroyed. What goes is shown first.
import { html, type TemplateResult } from "../../parts/html";
import { date, readDay, t } from "../../parts/words";
import { Refused, send, type Due, type Order, type Scan } from "../api";
import { dayCheck, Form, needed, type Field } from "../form";
import { beforeItGoes, goesOn, heldBy } from "../goes";
import { today } from "../known";
import { here, once, redraw } from "../page";
import { Said } from "../said";
import { seek } from "../seek";

/** What became of a scan that staff have destroyed: its proof, or what that waits for, or what keeps it. */
interface Gone extends Due { kept: boolean; certificate?: number; destructionTask?: { copies: { disk: string }[] } }

type Name = "date" | "move" | "destroy";
interface Act { heading: () => string; about: () => string; fields: () => Field[]; button: () => string; goes: () => string; sure: () => string; look: string; act: (sure: boolean) => Promise<void> }

const reason = (words: string): Field => ({ name: "reason", label: t("Waarom?", "Why?"), kind: "lines", check: needed(words) });

export class Acts {
  private open: { name: Name; form: Form } | null = null;
  private going: Due[] | null = null;
  // The other order has the very same file.
  private isTwin = false;
  private again = false;
  private readonly said: Said;
  private readonly here = here();

  /** @param done What was done before, told until something else is begun. */
  constructor(private readonly of: () => Scan, private readonly whose: () => string, private readonly changed: () => Promise<void>, done: string) {
    this.said = new Said("said", done);
  }

  private get scan(): Scan { return this.of(); }

  private readonly acts: Record<Name, Act> = {
    date: {
      heading: () => t("Scandatum verbeteren", "Set the scan date right"), about: () => t(`Nu staat er ${date(this.scan.scannedOn)}. Met de datum verandert de dag waarop de scan weggaat.`, `Now it says ${date(this.scan.scannedOn)}. With the date the day changes on which the scan goes.`),
      fields: () => [{
        name: "scannedOn", label: t("Gescand op", "Scanned on"), short: true, hint: t("Bijvoorbeeld 28-11-2026, 28 november of vandaag.", "For example 28-11-2026, 28 November or today."),
        check: dayCheck,
      }, { name: "reason", label: t("Reden (mag leeg blijven)", "Reason (may stay empty)"), kind: "lines" }],
      button: () => t("Scandatum opslaan", "Save the scan date"), goes: () => t("Met deze datum gaat dit weg", "With this date this goes"), sure: () => t("Scandatum opslaan en dit laten vernietigen", "Save the scan date and have this destroyed"), look: "button",
      act: sure => this.date(sure),
    },
    move: {
      heading: () => t("Naar een andere bestelling", "To another order"), about: () => t("Is de scan bij de verkeerde cliënt gezet? Dan gaat hij in zijn geheel naar de goede, en wordt wat er hier van achterblijft vernietigd, met bewijs.", "Was the scan filed under the wrong client? Then all of it goes to the right one, and what is left of it here is destroyed, with proof."),
      fields: () => [{
        name: "order", label: t("De goede bestelling", "The right order"), short: true, hint: t("Het kenmerk, zoals K7RM-2P4X, of het e-mailadres van de cliënt.", "The reference, such as K7RM-2P4X, or the mail address of the client."),
        check: needed(t("Vul het kenmerk of het e-mailadres van de goede bestelling in.", "Fill in the reference or the mail address of the right order.")),
      }, reason(t("Zeg waarom de scan verhuist.", "Say why the scan moves."))],
      button: () => t("Verplaats de scan", "Move the scan"), goes: () => t("Door het verplaatsen gaat dit weg", "By moving it this goes"), sure: () => t("Verplaatsen en dit laten vernietigen", "Move it and have this destroyed"), look: "button",
      act: sure => this.move(sure),
    },
    destroy: {
      heading: () => t("Scan laten vernietigen", "Have the scan destroyed"), about: () => t("Alleen als de scan hier niet hoort. Eerst laten we zien wat er weggaat; er verandert nog niets.", "Only if the scan does not belong here. First we show what goes; nothing changes yet."),
      fields: () => [reason(t("Zeg waarom de scan weg moet.", "Say why the scan has to go."))],
      button: () => t("Laat zien wat er weggaat", "Show what goes"), look: "button plain",
      goes: () => this.isAtOnce() ? t("Dit gaat weg, nu meteen", "This goes, at once") : t("Dit gaat weg zodra niets het meer tegenhoudt, en dat is niet terug te nemen", "This goes once nothing keeps it any more, and that cannot be taken back"),
      sure: () => this.isAtOnce() ? t("De scan nu vernietigen", "Destroy the scan now") : t("Besluiten dat de scan weggaat", "Decide that the scan goes"),
      act: sure => this.destroy(sure),
    },
  };

  view(): TemplateResult {
    return html`
      ${this.said.view()}
      ${this.isTwin ? this.twin() : this.going ? this.before() : this.open ? this.asking(this.open) : html`
        <div class="actions">${(Object.keys(this.acts) as Name[]).map(name => html`<button class="button plain" @click=${() => this.begin(name)}>${this.acts[name].heading()}</button>`)}</div>`}`;
  }

  private asking({ name, form }: { name: Name; form: Form }): TemplateResult {
    const act = this.acts[name];
    return html`<section class="card"><h2 id="act-heading" tabindex="-1">${act.heading()}</h2><p>${act.about()}</p>
      ${form.view(act.button(), () => { this.again = false; return this.told(() => act.act(false)); }, { words: t("Terug", "Back"), act: () => { this.open = null; redraw(); this.here.focus("h1"); } }, act.look)}</section>`;
  }

  private before(): TemplateResult {
    const { name, form } = this.open!;
    return beforeItGoes({
      heading: this.acts[name].goes(), items: this.going!, whose: name === "move" ? "" : this.whose(), words: this.acts[name].sure(),
      ...(name === "destroy" && { when: (item: Due) => item.kind === "scan" && this.isAtOnce() ? t("meteen", "at once") : goesOn(item) }),
      keep: () => { this.going = null; redraw(); this.here.focus("#act-heading"); },
      act: async () => {
        try {
          await this.acts[name].act(true);
        } catch (why) {
          this.going = null;
          form.fail(why);
        } finally {
          redraw();
        }
      },
    });
  }

  /** Nothing of it goes: somebody may well have scanned the same person twice. */
  private twin(): TemplateResult {
    const { form } = this.open!;
    return html`
      <section class="note wait" aria-labelledby="twin-heading">
        <h2 id="twin-heading" tabindex="-1">${t("Die bestelling heeft precies dit bestand al", "That order has this very file already")}</h2>
        <p>${t("Kijk eerst of de scan er niet al staat. Verplaats hem je toch, dan staat hij er twee keer.", "See first whether the scan is not there already. If you move it all the same, it stands there twice.")}</p>
        <div class="actions">
          <button class="button" @click=${() => { this.isTwin = false; redraw(); this.here.focus("#act-heading"); }}>${t("Niet doen, terug", "Leave it, go back")}</button>
          <button class="button plain" @click=${once(async () => {
            try { await this.told(() => this.move(false, true)); } catch (why) { this.isTwin = false; form.fail(why); }
          })}>${t("Toch nog eens", "Once more all the same")}</button>
        </div>
      </section>`;
  }

  private isAtOnce(): boolean {
    const own = this.going?.find(item => item.id === this.scan.id);
    return !own || (own.dueOn !== null && own.dueOn <= today());
  }

  private begin(name: Name): void {
    [this.open, this.going, this.again] = [{ name, form: new Form(name, this.acts[name].fields) }, null, false];
    this.said.clear();
    redraw();
    this.here.focus("#act-heading");
  }

  private async told(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (why) {
      if (!(why instanceof Refused) || why.status !== 409 || !(why.problem.wouldDestroy || why.problem.errors?.["again"]))
        throw why;
      [this.going, this.isTwin] = [why.problem.wouldDestroy ?? null, !why.problem.wouldDestroy];
      redraw();
      this.here.focus(this.isTwin ? "#twin-heading" : "#goes-heading");
    }
  }

  private value(field: string): string { return this.open!.form.value(field); }

  private async send<T>(method: string, path: string, body: Record<string, unknown>, sure: boolean): Promise<T> {
    const answer = await send<T>(`scans/${this.scan.id}${path}`, { ...body, ...(this.value("reason") && { reason: this.value("reason") }), ...(sure && { destroysNow: true }) }, method);
    [this.open, this.going] = [null, null];
    return answer;
  }

  private async date(sure: boolean): Promise<void> {
    await this.send("PATCH", "", { scannedOn: readDay(this.value("scannedOn"), today()) }, sure);
    await this.said.done(t("De scandatum is verbeterd.", "The scan date is set right."), this.changed);
  }

  private async destroy(sure: boolean): Promise<void> {
    const became = await this.send<Gone>("POST", "/destroy", {}, sure);
    if (became.kept)
      return this.said.done(t(`Besloten: de scan gaat weg ${goesOn(became)}. Tot dan blijft hij: ${became.suspendedBy.map(heldBy).join(", ")}.`, `Decided: the scan goes ${goesOn(became)}. Until then it stays: ${became.suspendedBy.map(heldBy).join(", ")}.`), this.changed);
    const disks = became.destructionTask?.copies.map(copy => copy.disk).join(", ");
    this.here.go(`/orders/${this.scan.orderId}`, became.certificate ? t(`De scan is vernietigd. Het bewijs is verklaring ${became.certificate}.`, `The scan is destroyed. The proof is certificate ${became.certificate}.`)
      : disks ? t(`De scan is vernietigd. Wis nu ook de kopie op ${disks}: pas daarna is er een bewijs.`, `The scan is destroyed. Wipe the copy on ${disks} too: only after that there is a proof.`)
      : t("De scan is vernietigd.", "The scan is destroyed."));
  }

  private async move(sure: boolean, again = this.again): Promise<void> {
    const found = await seek<Order>("orders", this.value("order"));
    const [order] = found.items;
    if (!order || found.items.length > 1 || order.id === this.scan.orderId)
      throw new Refused(422, { detail: "", errors: { order: [order ? t("Er zijn meer bestellingen, of het is deze. Vul het kenmerk in van de goede.", "There are more orders, or it is this one. Fill in the reference of the right one.") : t("Zo'n bestelling is er niet.", "There is no such order.")] } });
    this.again = again;
    const moved = await send<Scan>(`scans/${this.scan.id}/move`, { orderId: order.id, reason: this.value("reason"), ...(again && { again: true }), ...(sure && { destroysNow: true }) });
    this.here.go(`/scans/${moved.id}`, t(`De scan staat nu bij bestelling ${order.reference}. Wat er bij de vorige van achterbleef, is vernietigd, met bewijs.`, `The scan is with order ${order.reference} now. What was left of it at the former one is destroyed, with proof.`));
  }
}
