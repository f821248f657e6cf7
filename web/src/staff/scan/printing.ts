// Whether a scan is ready for each printer, and the file that goes to it: its triangles, and nothing else of it.
import { html, nothing, type TemplateResult } from "../../parts/html";
import { number, t } from "../../parts/words";
import { made, Refused } from "../api";
import { Form, reasonTo } from "../form";
import { focus, here, redraw } from "../page";
import { money } from "../pages/money";
import { centimetres } from "./look";

interface Check { printer: string; size?: number[]; grams?: number; priceWithoutVat?: { amount: number; currency: string }; warnings: { code: string; nl: string; en: string }[] }
export interface Print { heightInMillimetres?: number; printers: Check[] }

export class Printing {
  private asking: { printer: string; form: Form } | null = null;
  private done = "";

  constructor(private readonly scan: string, private readonly print: Print, private readonly changed: () => void) {}

  view(): TemplateResult | typeof nothing {
    const { printers, heightInMillimetres: height } = this.print;
    return printers.length === 0 ? nothing : html`
      <h2 id="print-heading" tabindex="-1">${t("Klaar voor de printer?", "Ready for the printer?")}</h2>
      ${height ? html`<p>${t(`Het beeldje wordt ${centimetres(height)} cm hoog.`, `The figurine is to be ${centimetres(height)} cm high.`)}</p>` : nothing}
      <div role="status">${this.done ? html`<div class="note well"><p>${this.done}</p></div>` : nothing}</div>
      <section class="card"><ul class="rows">${printers.map(each => this.line(each))}</ul></section>
      ${this.asking ? this.form(this.asking) : nothing}`;
  }

  private line(each: Check): TemplateResult {
    const price = each.priceWithoutVat && money(each.priceWithoutVat.amount, each.priceWithoutVat.currency);
    const measured = [
      each.size && `${each.size.map(centimetres).join(" × ")} cm`, each.grams !== undefined && t(`${number(Math.round(each.grams))} gram`, `${number(Math.round(each.grams))} grams`), price && t(`${price} zonder btw`, `${price} without VAT`),
    ].filter(Boolean).join(", ");
    return html`
      <li><span class="mark ${each.warnings.length ? "wait" : "well"}">${each.warnings.length ? t("kijk ernaar", "look at it") : t("klaar", "ready")}</span>
        <span><span class="what">${each.printer}</span><span class="soft">${measured}</span>
          ${each.warnings.length ? html`<ul>${each.warnings.map(warning => html`<li>${t(warning.nl, warning.en)}</li>`)}</ul>` : nothing}</span>
        <button class="button plain" @click=${() => this.ask(each.printer)}>${t("Bestand voor de printer", "File for the printer")}<span class="hidden"> ${each.printer}</span></button></li>`;
  }

  private form({ printer, form }: { printer: string; form: Form }): TemplateResult {
    return html`<section class="card"><h3 id="copy-heading" tabindex="-1">${t(`Bestand voor ${printer}`, `File for ${printer}`)}</h3>
      <p>${t("Wie het krijgt, komt bij de bestelling te staan, en hoort het als het weg moet. In het bestand zit alleen de vorm, geen naam.", "Who gets it will stand with the order, and is told when it has to go. The file has the shape only, and no name.")} <a href="/staff/recipients">${t("Wie gegevens van ons krijgt", "Who is given data by us")}</a></p>
      ${form.view(t("Maak en bewaar het bestand", "Make and save the file"), () => this.fetch(printer, form), { words: t("Terug", "Back"), act: () => { this.asking = null; redraw(); focus("#print-heading"); } })}</section>`;
  }

  private ask(printer: string): void {
    [this.done, this.asking] = ["", { printer, form: new Form("copy", () => [
      { name: "reason", label: t("Waarom haal je het op?", "Why do you fetch it?"), kind: "lines", check: reasonTo(t("Zeg waarom je het bestand ophaalt.", "Say why you fetch the file.")) },
    ]) }];
    redraw();
    focus("#copy-heading");
  }

  private async fetch(printer: string, form: Form): Promise<void> {
    const { focus } = here();
    let file: File;
    try {
      file = await made(`scans/${this.scan}/print-copy`, { printer }, form.value("reason"));
    } catch (why) {
      if (why instanceof Refused && why.status === 409 && why.problem.errors?.["printer"])
        throw new Refused(422, { errors: { reason: [t("De printer staat nog niet bij wie gegevens van ons krijgt. Zet die daar eerst bij: dan is te zeggen wie het weg moet doen.", "The printer is not yet among those who are given data by us. Add it there first: then it can be told who has to destroy it.")] } });
      throw why;
    }
    const link = document.createElement("a");
    link.href = URL.createObjectURL(file);
    link.download = file.name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    [this.asking, this.done] = [null, t(`${file.name} is opgeslagen. Bij de bestelling staat nu wie het kreeg.`, `${file.name} is saved. The order now tells who was given it.`)];
    this.changed();
    redraw();
    focus("#print-heading");
  }
}
