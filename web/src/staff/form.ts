// A form that keeps what is typed, checks a field when it is left and all of them when it is sent, and tells each mistake on
// top and beside its field in the same words.
import { html, nothing, type TemplateResult } from "../parts/html";
import { readDay, t } from "../parts/words";
import { Refused } from "./api";
import { today } from "./known";
import { here, redraw } from "./page";

export interface Field {
  name: string;
  label: string;
  hint?: string;
  kind?: "text" | "email" | "tel" | "lines" | "choice" | "several";
  short?: boolean;
  autocomplete?: string;
  choices?: [value: string, words: string][];
  /** What is wrong with a value; nothing where it will do. */
  check?: (value: string) => string | undefined;
}

export class Form {
  private readonly values = new Map<string, string>();
  private readonly wrong = new Map<string, string>();
  /** What the app would not take: that is right only once it is changed itself. */
  private readonly refused = new Set<string>();
  private busy = false;
  private sent = false;
  private trouble: string | null = null;
  private readonly here = here();

  /** @param fields In the language of the moment. */
  constructor(private readonly name: string, private readonly fields: () => Field[], given: Record<string, string> = {}) {
    for (const [field, value] of Object.entries(given))
      this.values.set(field, value);
  }

  value(name: string): string { return (this.values.get(name) ?? "").trim(); }

  set(name: string, value: string): void { this.values.set(name, value); }

  /** What could not be done, told on top. */
  fail(why: unknown): void {
    // Who left the page is told by the frame.
    if (!(why instanceof Refused) || this.here.signal.aborted)
      throw why;
    this.trouble = why.told;
    for (const [field, message] of why.fields) {
      const known = this.fields().find(each => each.name === field || field.endsWith(`.${each.name}`));
      if (known) {
        this.wrong.set(known.name, message);
        this.refused.add(known.name);
      } else
        this.trouble += ` ${message}`;
    }
    redraw();
    this.here.focus(`#${this.name}-summary`);
  }

  /** @param act What is done once nothing is wrong; it may take a while. */
  view(button: string, act: () => Promise<void>, cancel?: { words: string; act: () => void }, look = "button"): TemplateResult {
    return html`
      <form novalidate @submit=${(event: SubmitEvent) => { event.preventDefault(); void this.submit(act); }}>
        ${this.summary()}
        ${this.fields().map(field => this.field(field))}
        <div class="actions">
          <button class=${look} aria-busy=${this.busy}>${button}</button>
          ${cancel ? html`<button type="button" class="button plain" @click=${cancel.act}>${cancel.words}</button>` : nothing}
        </div>
      </form>`;
  }

  private async submit(act: () => Promise<void>): Promise<void> {
    if (this.busy)
      return;
    this.trouble = null;
    this.sent = true;
    this.wrong.clear();
    this.refused.clear();
    for (const field of this.fields())
      this.look(field);
    if (this.wrong.size > 0) {
      redraw();
      this.here.focus(`#${this.name}-summary`);
      return;
    }
    this.busy = true;
    redraw();
    try {
      await act();
    } catch (why) {
      this.fail(why);
    } finally {
      this.busy = false;
      redraw();
    }
  }

  private look(field: Field): void {
    this.refused.delete(field.name);
    const why = field.check?.(this.value(field.name));
    if (why)
      this.wrong.set(field.name, why);
    else
      this.wrong.delete(field.name);
  }

  /** After a change of one: what is wrong with another may be so because of it, and be right now. */
  private lookAgain(changed: Field): void {
    this.refused.delete(changed.name);
    const fields = this.fields();
    for (const name of [...this.wrong.keys()].filter(each => !this.refused.has(each))) {
      const field = fields.find(each => each.name === name);
      if (field)
        this.look(field);
      else
        this.wrong.delete(name);
    }
  }

  private summary(): TemplateResult | typeof nothing {
    // While somebody still fills it in, a mistake stands beside its field only.
    if (!this.trouble && !(this.sent && this.wrong.size > 0))
      return nothing;
    return html`
      <div class="summary" id="${this.name}-summary" tabindex="-1" role="alert">
        <h2>${t("Er klopt iets niet", "Something is not right")}</h2>
        ${this.trouble ? html`<p>${this.trouble}</p>` : nothing}
        ${this.wrong.size ? html`<ul>${[...this.wrong].map(([name, why]) => html`
          <li><a href="#${this.name}-${name}" @click=${(event: Event) => { event.preventDefault(); this.here.focus(`#${this.name}-${name}`); }}>${why}</a></li>`)}</ul>` : nothing}
      </div>`;
  }

  private field(field: Field): TemplateResult {
    const id = `${this.name}-${field.name}`;
    const why = this.wrong.get(field.name);
    const described = [field.hint && `${id}-hint`, why && `${id}-why`].filter(Boolean).join(" ") || nothing;
    const told = html`
      ${field.hint ? html`<p class="hint" id="${id}-hint">${field.hint}</p>` : nothing}
      ${why ? html`<p class="why" id="${id}-why">${why}</p>` : nothing}`;
    const typed = (event: Event) => { this.values.set(field.name, (event.target as HTMLInputElement).value); };
    const leftIt = (event: FocusEvent) => {
      // What the button does checks all of them, and a line that appears would move it from under the pointer.
      if (event.relatedTarget instanceof HTMLButtonElement)
        return;
      if (this.value(field.name) || this.wrong.has(field.name)) {
        this.look(field);
        this.lookAgain(field);
        redraw();
      }
    };
    if (field.kind === "several") {
      const chosen = this.value(field.name).split(",").filter(Boolean);
      return html`
        <fieldset class=${why ? "wrong" : ""} aria-describedby=${described}>
          <legend>${field.label}</legend>${told}
          ${field.choices!.map(([value, words], at) => html`
            <label class="choice"><input type="checkbox" id=${at === 0 ? id : `${id}-${value}`} .checked=${chosen.includes(value)}
              @change=${(event: Event) => { this.values.set(field.name, ((event.target as HTMLInputElement).checked ? [...chosen, value] : chosen.filter(each => each !== value)).join(",")); this.lookAgain(field); redraw(); }}>${words}</label>`)}
        </fieldset>`;
    }
    if (field.kind === "choice")
      return html`
        <fieldset class=${why ? "wrong" : ""} aria-describedby=${described}>
          <legend>${field.label}</legend>${told}
          ${field.choices!.map(([value, words], at) => html`
            <label class="choice"><input type="radio" id=${at === 0 ? id : `${id}-${value}`} name=${id} .value=${value} .checked=${this.value(field.name) === value}
              @change=${(event: Event) => { typed(event); this.wrong.delete(field.name); this.lookAgain(field); redraw(); }}>${words}</label>`)}
        </fieldset>`;
    return html`
      <div class=${why ? "wrong" : ""}>
        <label for=${id}>${field.label}</label>${told}
        ${field.kind === "lines"
          ? html`<textarea id=${id} rows="3" .value=${this.values.get(field.name) ?? ""} aria-invalid=${why ? "true" : nothing} aria-describedby=${described} @input=${typed} @blur=${leftIt}></textarea>`
          : html`<input id=${id} class=${field.short ? "short" : ""} type=${field.kind ?? "text"} autocomplete=${field.autocomplete ?? "off"} .value=${this.values.get(field.name) ?? ""}
              aria-invalid=${why ? "true" : nothing} aria-describedby=${described} @input=${typed} @blur=${leftIt}>`}
      </div>`;
  }
}

export const needed = (words: string) => (value: string): string | undefined => value ? undefined : words;

export const dayCheck = (value: string): string | undefined => readDay(value, today()) ? undefined
  : t("Vul een datum in, zoals 28-11-2026.", "Fill in a date, such as 28-11-2026.");

export const mailCheck = (value: string): string | undefined => /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(value) ? undefined
  : t("Vul een e-mailadres in zoals naam@voorbeeld.nl.", "Fill in a mail address such as name@example.com.");

/** Why somebody looks at something, in as many words as are written down. */
export const reasonTo = (words: string) => (value: string): string | undefined => !value ? words
  : value.length > 500 ? t("Zeg het in 500 tekens of minder.", "Say it in 500 characters or fewer.") : undefined;
