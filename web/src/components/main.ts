// The parts that the pages are made of: what each is for, its states and its words, by day and by night. The local host shows it.
import "../parts/page.css";
import "../staff/console.css";
import "./components.css";
import { html, render, type TemplateResult } from "../parts/html";
import { language, speak, t } from "../parts/words";
import { Form, needed } from "../staff/form";
import { drawnBy } from "../staff/page";
import { parts } from "./parts";

const form = new Form("sample", () => [
  { name: "name", label: t("Naam", "Name"), check: needed(t("Vul een naam in.", "Fill in a name.")) },
  { name: "day", label: t("Verzonden op", "Shipped on"), short: true, hint: t("Bijvoorbeeld 28-11-2026, 28 november of vandaag.", "For example 28-11-2026, 28 November or today."), check: needed(t("Vul een datum in, zoals 28-11-2026.", "Fill in a date, such as 28-11-2026.")) },
  { name: "channel", label: t("Hoe gaf ze dat antwoord?", "How did she answer?"), kind: "choice", choices: [["paper", t("Op papier", "On paper")], ["phone", t("Aan de telefoon", "By phone")]], check: needed(t("Kies hoe ze antwoordde.", "Choose how she answered.")) },
  { name: "reason", label: t("Reden (mag leeg blijven)", "Reason (may stay empty)"), kind: "lines" },
]);

const both = (words: string, about: string, sample: TemplateResult): TemplateResult => html`
  <section><h2>${words}</h2><p>${about}</p>
    <div class="both">
      <div class="by-day"><h3>${t("overdag", "by day")}</h3>${sample}</div>
      <div class="by-night"><h3>${t("in het donker", "in the dark")}</h3>${sample}</div>
    </div></section>`;

const page = (): TemplateResult => html`
  <main id="content" class="wide">
    <p class="soft">Wel &amp; Wee – 3D</p>
    <h1 tabindex="-1">${t("Onderdelen", "Components")}</h1>
    <p>${t("Hier zijn alle pagina's van gemaakt, en van niets anders. Een nieuwe pagina begint met wat hier staat; wat ontbreekt, komt hier eerst bij.", "All pages are made of these, and of nothing else. A new page begins with what is here; what is missing is added here first.")}
      <button class="link" lang=${t("en", "nl")} @click=${() => { speak(language() === "nl" ? "en" : "nl"); draw(); }}>${t("English", "Nederlands")}</button></p>
    ${parts().map(part => both(part.words, part.about, part.sample))}
    <section><h2>${t("Formulier", "Form")}</h2>
      <p>${t("Eén kolom, het label boven het veld, de hulp eronder. Gecontroleerd bij versturen en bij het verlaten van een veld, nooit tijdens het typen. Klopt er iets niet, dan krijgt het overzicht bovenaan de focus; elke regel leidt naar zijn veld, in dezelfde woorden. Wat getypt is, blijft staan. Verstuur het leeg om het te zien.",
        "One column, the label above the field, the help below it. Checked when it is sent and when a field is left, never while typing. If something is wrong the summary on top takes the focus; each line leads to its field, in the same words. What was typed stays. Send it empty to see.")}</p>
      ${form.view(t("Opslaan", "Save"), async () => draw(), { words: t("Terug", "Back"), act: draw })}</section>
  </main>`;

function draw(): void {
  document.title = t("Onderdelen – Wel & Wee 3D", "Components – Wel & Wee 3D");
  render(page(), document.body);
}

speak(language());
drawnBy(draw);
draw();
