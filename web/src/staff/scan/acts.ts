// What staff do with one scan: set its date right, bring it to the right client, have it destroyed. What goes is shown first.
import { html, nothing, type TemplateResult } from "../../parts/html";
import { date, readDay, t } from "../../parts/words";
import { Refused, send, type Due, type Order, type Scan } from "../api";
import { Form, needed, type Field } from "../form";
import { beforeItGoes } from "../goes";
import { today } from "../known";
import { focus, go, redraw } from "../page";
import { seek } from "../seek";

type Name = "date" | "move" | "destroy";
interface Act { heading: () => string; about: () => string; fields: () => Field[]; button: () => string; goes: () => string; sure: () => string; look: string; act: (sure: boolean) => Promise<void> }

const reason = (words: string): Field => ({ name: "reason", label: t("Waarom?", "Why?"), kind: "lines", check: needed(words) });

export class Acts {
  private open: { name: Name; form: Form } | null = null;
  private going: Due[] | null = null;
  private busy = false;
  done = "";

  constructor(private readonly scan: Scan, private readonly whose: string, private readonly changed: () => Promise<void>) {}

  private readonly acts: Record<Name, Act> = {
    date: {
      heading: () => t("Scandatum verbeteren", "Set the scan date right"), about: () => t(`Nu staat er ${date(this.scan.scannedOn)}. Met de datum verandert de dag waarop de scan weggaat.`, `Now it says ${date(this.scan.scannedOn)}. With the date the day changes on which the scan goes.`),
      fields: () => [{
        name: "scannedOn", label: t("Gescand op", "Scanned on"), short: true, hint: t("Bijvoorbeeld 28-11-2026, 28 november of vandaag.", "For example 28-11-2026, 28 November or today."),
        check: value => readDay(value, today()) ? undefined : t("Vul een datum in, zoals 28-11-2026.", "Fill in a date, such as 28-11-2026."),
      }, { name: "reason", label: t("Reden (mag leeg blijven)", "Reason (may stay empty)"), kind: "lines" }],
      button: () => t("Scandatum opslaan", "Save the scan date"), goes: () => t("Met deze datum gaat dit weg", "With this date this goes"), sure: () => t("Scandatum opslaan en dit laten vernietigen", "Save the scan date and have this destroyed"), look: "button",
      act: sure => this.send("PATCH", "", { scannedOn: readDay(this.value("scannedOn"), today()) }, sure, t("De scandatum is verbeterd.", "The scan date is set right.")),
    },
    move: {
      heading: () => t("Naar een andere bestelling", "To another order"), about: () => t("Is de scan bij de verkeerde cliënt gezet? Dan gaat hij in zijn geheel naar de goede, en wordt wat er hier van achterblijft vernietigd, met bewijs.", "Was the scan filed under the wrong client? Then all of it goes to the right one, and what is left of it here is destroyed, with proof."),
      fields: () => [{
        name: "order", label: t("De goede bestelling", "The right order"), short: true, hint: t("Het kenmerk, zoals K7RM-2P4X, of het e-mailadres van de cliënt.", "The reference, such as K7RM-2P4X, or the mail address of the client."),
        check: needed(t("Vul het kenmerk of het e-mailadres van de goede bestelling in.", "Fill in the reference or the mail address of the right order.")),
      }, reason(t("Zeg waarom de scan verhuist.", "Say why the scan moves."))],
      button: () => t("Verplaats de scan", "Move the scan"), goes: () => t("Bij die bestelling gaat dit weg", "At that order this goes"), sure: () => t("Verplaatsen en dit laten vernietigen", "Move it and have this destroyed"), look: "button",
      act: sure => this.move(sure),
    },
    destroy: {
      heading: () => t("Scan laten vernietigen", "Have the scan destroyed"), about: () => t("Alleen als de scan hier niet hoort. Eerst laten we zien wat er weggaat; er verandert nog niets.", "Only if the scan does not belong here. First we show what goes; nothing changes yet."),
      fields: () => [reason(t("Zeg waarom de scan weg moet.", "Say why the scan has to go."))],
      button: () => t("Laat zien wat er weggaat", "Show what goes"), goes: () => t("Dit gaat weg, nu meteen", "This goes, at once"), sure: () => t("De scan nu vernietigen", "Destroy the scan now"), look: "button plain",
      act: sure => this.send("POST", "/destroy", {}, sure, t("De scan is vernietigd. Het bewijs staat bij de bewijzen.", "The scan is destroyed. The proof is among the proofs."), `/orders/${this.scan.orderId}`),
    },
  };

  view(): TemplateResult {
    return html`
      <div id="said" tabindex="-1" role="status">${this.done ? html`<div class="note well"><p>${this.done}</p></div>` : nothing}</div>
      ${this.going ? this.before() : this.open ? this.asking(this.open) : html`
        <div class="actions">${(Object.keys(this.acts) as Name[]).map(name => html`<button class="button plain" @click=${() => this.begin(name)}>${this.acts[name].heading()}</button>`)}</div>`}`;
  }

  private asking({ name, form }: { name: Name; form: Form }): TemplateResult {
    const act = this.acts[name];
    return html`<section class="card"><h2 id="act-heading" tabindex="-1">${act.heading()}</h2><p>${act.about()}</p>
      ${form.view(act.button(), () => this.told(act), { words: t("Terug", "Back"), act: () => { this.open = null; redraw(); focus("h1"); } }, act.look)}</section>`;
  }

  private before(): TemplateResult {
    const { name, form } = this.open!;
    return beforeItGoes({
      heading: this.acts[name].goes(), items: this.going!, whose: this.whose, words: this.acts[name].sure(), busy: this.busy,
      keep: () => { this.going = null; redraw(); focus("#act-heading"); },
      act: async () => {
        this.busy = true;
        redraw();
        try {
          await this.acts[name].act(true);
        } catch (why) {
          this.going = null;
          form.fail(why);
        } finally {
          this.busy = false;
          redraw();
        }
      },
    });
  }

  private begin(name: Name): void {
    [this.open, this.going, this.done] = [{ name, form: new Form(name, this.acts[name].fields) }, null, ""];
    redraw();
    focus("#act-heading");
  }

  private async told(act: Act): Promise<void> {
    try {
      await act.act(false);
    } catch (why) {
      if (!(why instanceof Refused) || why.status !== 409 || !why.problem.wouldDestroy)
        throw why;
      this.going = why.problem.wouldDestroy;
      redraw();
      focus("#goes-heading");
    }
  }

  private value(field: string): string { return this.open!.form.value(field); }

  private async send(method: string, path: string, body: Record<string, unknown>, sure: boolean, done: string, to?: string): Promise<void> {
    await send(`scans/${this.scan.id}${path}`, { ...body, ...(this.value("reason") && { reason: this.value("reason") }), ...(sure && { destroysNow: true }) }, method);
    [this.open, this.going, this.done] = [null, null, done];
    if (to)
      return go(to);
    await this.changed();
    redraw();
    focus("#said");
  }

  private async move(sure: boolean): Promise<void> {
    const found = await seek<Order>("orders", this.value("order"));
    const [order] = found.items;
    if (!order || found.items.length > 1 || order.id === this.scan.orderId)
      throw new Refused(422, { detail: "", errors: { order: [order ? t("Er zijn meer bestellingen, of het is deze. Vul het kenmerk in van de goede.", "There are more orders, or it is this one. Fill in the reference of the right one.") : t("Zo'n bestelling is er niet.", "There is no such order.")] } });
    const moved = await send<Scan>(`scans/${this.scan.id}/move`, { orderId: order.id, reason: this.value("reason"), ...(sure && { destroysNow: true }) });
    go(`/scans/${moved.id}`);
  }
}
