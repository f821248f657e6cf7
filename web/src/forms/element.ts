// Makes a plain form help: mistakes beside their field and on top, nothing lost by a failure, and thanks where the form was.
import type { Field, Kind } from "./kinds";
import { dress } from "./look";
import { make, plainForm } from "./markup";
import { Proof } from "./proof";
import { NotTaken, Sender, type Taken } from "./send";
import { day, languageOf, said, words, type Language, type Words } from "./words";

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

// Two of them may stand on one page.
let made = 0;

/** One of the two forms, as an element of its own. */
export const element = (kind: Kind, api: string): CustomElementConstructor => class extends HTMLElement {
  private helped = false;

  connectedCallback(): void {
    // While the page is still read, what stands in the element is not there yet.
    if (document.readyState === "loading")
      document.addEventListener("DOMContentLoaded", () => this.help(), { once: true });
    else
      this.help();
  }

  private help(): void {
    if (this.helped)
      return;
    this.helped = true;
    const language = languageOf(this);
    this.lang = language;
    const form = this.querySelector("form") ?? this.appendChild(plainForm(kind, language, api, made++ ? `${kind.tag}-${made}` : kind.tag));
    dress(this);
    // Without a secure connection there is no WebCrypto, and no challenge is solved: the plain form is sent as it is.
    if (globalThis.crypto?.subtle)
      new Help(kind, api, language, form);
  }
};

class Help {
  private readonly told = new Map<string, HTMLElement>();
  private readonly status = make("p", { class: "welwee-status", role: "status" });
  private readonly proof: Proof;
  private readonly sender: Sender;
  private summary: HTMLElement | null = null;
  private busy = false;

  constructor(
    private readonly kind: Kind, private readonly api: string, private readonly language: Language, private readonly form: HTMLFormElement,
  ) {
    this.proof = new Proof(api);
    this.sender = new Sender(kind, api, language, this.proof);
    form.noValidate = true;
    form.append(this.status);
    form.addEventListener("focusin", () => this.proof.begin(), { once: true });
    form.addEventListener("focusout", event => this.left(event));
    form.addEventListener("submit", event => {
      event.preventDefault();
      void this.submit();
    });
  }

  private say(told: Words): string { return said(told, this.language); }

  private control(field: Field): Control | null { return this.form.querySelector<Control>(`[name="${field.name}"]`); }

  private value(field: Field): string { return `${new FormData(this.form).get(field.name) ?? ""}`.trim(); }

  private isGood(field: Field): boolean {
    return !this.control(field) || field.optional && this.value(field) === "" || field.good(this.value(field));
  }

  /** A field that was left is looked at, if there is anything in it. What the button does looks at all of them. */
  private left(event: FocusEvent): void {
    const field = this.kind.fields.find(each => this.control(each) === event.target);
    if (!field || event.relatedTarget instanceof HTMLButtonElement)
      return;
    if (this.value(field) !== "" || this.told.has(field.name))
      this.mark(field, !this.isGood(field));
  }

  private async submit(): Promise<void> {
    if (this.busy)
      return;
    const wrong = this.kind.fields.filter(field => !this.isGood(field));
    this.markAll(wrong);
    if (wrong.length > 0)
      return this.tell(wrong, "");
    this.setBusy(true);
    try {
      this.thank(await this.sender.send(this.form, working => { this.status.textContent = this.say(working); }));
    } catch (why) {
      if (!(why instanceof NotTaken))
        throw why;
      const refused = this.kind.fields.filter(field => why.fields.includes(field.name) && this.control(field));
      this.markAll(refused);
      this.tell(refused, why.why || this.say(words.unreadable));
    } finally {
      this.setBusy(false);
    }
  }

  private setBusy(busy: boolean): void {
    this.busy = busy;
    this.form.toggleAttribute("data-busy", busy);
    if (!busy)
      this.status.textContent = "";
  }

  private markAll(wrong: readonly Field[]): void {
    this.summary?.remove();
    this.summary = null;
    for (const field of this.kind.fields)
      this.mark(field, wrong.includes(field));
  }

  /** What is wrong stands between the label of its field and the field. */
  private mark(field: Field, isWrong: boolean): void {
    const control = this.control(field);
    const known = this.told.get(field.name);
    if (!control || isWrong === (known !== undefined))
      return;
    const id = `${control.id ||= `${this.kind.tag}-${field.name}`}-why`;
    const others = (control.getAttribute("aria-describedby") ?? "").split(" ").filter(each => each && each !== id);
    if (known) {
      known.remove();
      this.told.delete(field.name);
      control.removeAttribute("aria-invalid");
    } else {
      const why = make("p", { id, class: "welwee-why" }, this.say(field.wrong));
      control.before(why);
      this.told.set(field.name, why);
      control.setAttribute("aria-invalid", "true");
      others.push(id);
    }
    control.parentElement?.classList.toggle("welwee-wrong", isWrong);
    control.setAttribute("aria-describedby", others.join(" "));
    if (others.length === 0)
      control.removeAttribute("aria-describedby");
  }

  /** On top, with the focus: what to do about each field, or why it was not taken. */
  private tell(wrong: readonly Field[], why: string): void {
    const title = wrong.length === 0 ? words.failed : wrong.length === 1 ? words.oneMistake : words.mistakes;
    this.summary = make("div", { class: "welwee-summary", role: "alert", tabindex: "-1" },
      make("h2", {}, this.say(title).replace("#", `${wrong.length}`)),
      ...wrong.length > 0
        ? [make("ul", {}, ...wrong.map(field => make("li", {}, this.link(field))))]
        : [make("p", {}, `${why} ${this.say(words.kept)}`), make("p", {}, this.elsewhere())]);
    this.form.prepend(this.summary);
    this.summary.focus();
  }

  private link(field: Field): HTMLAnchorElement {
    const control = this.control(field)!;
    const link = make("a", { href: `#${control.id}` }, this.say(field.wrong));
    link.addEventListener("click", event => {
      event.preventDefault();
      control.focus();
    });
    return link;
  }

  private elsewhere(): HTMLAnchorElement {
    const page = `${this.api}${this.kind.ownPage}?language=${this.language}`;
    return make("a", { href: page, target: "_blank", rel: "noopener" }, this.say(words.elsewhere));
  }

  private thank(taken: Taken): void {
    const until = day(taken.keptUntil ?? taken.confirmUntil ?? "", this.language);
    const again = make("button", { type: "button" }, this.say(this.kind.again));
    const title = make("h2", { tabindex: "-1" }, this.say(this.kind.thanks));
    const thanks = make("div", { class: "welwee-thanks" },
      title,
      make("p", {}, `${this.say(words.reference)}: `, make("strong", {}, taken.reference)),
      ...this.kind.next.map(each => make("p", {}, this.say(each).replace("#", until))),
      again);
    again.addEventListener("click", () => {
      thanks.replaceWith(this.form);
      this.proof.begin();
      this.control(this.kind.fields[0]!)?.focus();
    });
    this.form.reset();
    this.form.replaceWith(thanks);
    title.focus();
  }
}
