// That a copy was wiped where the app does not reach it: on which day, and only after it was said that this is final.
import { html, nothing, type TemplateResult } from "../../parts/html";
import { date, readDay, t } from "../../parts/words";
import { send } from "../api";
import { dayCheck, Form } from "../form";
import { today } from "../known";
import { here, redraw } from "../page";

interface Wipe {
  heading: string;
  /** What else is to be known first. */
  note?: string;
  path: string;
  done: (on: string) => Promise<void>;
  /** Where who thinks better of it comes back to. */
  from?: string;
}

export class Wiped {
  private now: (Wipe & { form: Form }) | null = null;
  private readonly here = here();

  begin(wipe: Wipe): void {
    this.now = { ...wipe, form: new Form("wiped", () => [{
      name: "destroyedOn", label: t("Op welke dag is het gewist?", "On which day was it wiped?"), short: true, hint: t("Bijvoorbeeld vandaag, gisteren of 28-11-2026.", "For example today, yesterday or 28-11-2026."),
      check: dayCheck,
    }], { destroyedOn: t("vandaag", "today") }) };
    redraw();
    this.here.focus("#wiped-heading");
  }

  view(): TemplateResult | typeof nothing {
    if (!this.now)
      return nothing;
    const { heading, note = "", path, done, from = "h1", form } = this.now;
    return html`<section class="card" aria-labelledby="wiped-heading"><h2 id="wiped-heading" tabindex="-1">${heading}</h2>
      <p class="soft">${t("Bevestigen is niet terug te draaien: het komt in het bewijs.", "To confirm cannot be undone: it goes into the proof.")} ${note}</p>
      ${form.view(t("Bevestig dat het gewist is", "Confirm that it is wiped"), async () => {
        const on = readDay(form.value("destroyedOn"), today())!;
        await send(path, { destroyedOn: on });
        this.now = null;
        await done(date(on));
      }, { words: t("Terug", "Back"), act: () => { this.now = null; redraw(); this.here.focus(from); } })}</section>`;
  }
}
