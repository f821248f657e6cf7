// What may only be stored is shown to the privacy officer alone, for a reason that she says; it is kept no longer than the page.
import { html, nothing, type TemplateResult } from "../parts/html";
import { t } from "../parts/words";
import { Refused } from "./api";
import { Form, reasonTo } from "./form";
import { may } from "./known";
import { here, redraw } from "./page";

export class Restricted {
  private isShut = false;
  private reason = "";
  private readonly here = here();
  private readonly form = new Form("look", () => [{
    name: "reason", label: t("Waarom wil je deze gegevens inzien?", "Why do you want to see this data?"), kind: "lines",
    hint: t("Wie het was, wanneer en waarom wordt genoteerd. Bijvoorbeeld: een vraag van de cliënt over haar verzoek.", "Who it was, when and why is noted. For example: a question of the client about her request."),
    check: reasonTo(t("Zeg waarom je deze gegevens wilt inzien.", "Say why you want to see this data.")),
  }]);

  /** @param read What the page needs, each with the reason where one was said. */
  constructor(private readonly read: (asked: { reason?: string }) => Promise<void>) {}

  /** For whatever else of it is asked for. */
  get asked(): { reason?: string } { return this.reason ? { reason: this.reason } : {}; }

  async load(): Promise<void> {
    try {
      await this.read(this.asked);
      this.isShut = false;
    } catch (why) {
      if (!isShut(why) || this.reason)
        throw why;
      this.isShut = true;
    }
  }

  /** The page, or why it is shut, with the way in for who may go. */
  view(heading: string, page: () => TemplateResult): TemplateResult {
    return this.isShut ? html`
      <h1 tabindex="-1">${heading}</h1>
      <div class="note gone"><p>${may("staff")
        ? t("Deze gegevens mogen alleen worden bewaard: de cliënt vroeg om een beperking. De medewerker voor privacy kan ze met een reden inzien.", "This data may only be stored: the client asked for a restriction. The privacy officer can see it for a reason.")
        : t("De medewerker voor privacy ziet deze gegevens alleen met een reden.", "The privacy officer sees this data only for a reason.")}</p></div>
      ${may("privacy") ? html`<section class="card">${this.form.view(t("Inzien met deze reden", "See it for this reason"), () => this.enter())}</section>` : nothing}` : page();
  }

  private async enter(): Promise<void> {
    this.reason = this.form.value("reason");
    try {
      await this.load();
    } catch (why) {
      this.reason = "";
      throw why;
    }
    redraw();
    this.here.focus("h1");
  }
}

/** Restricted; or of clients, whom an officer who is no assistant sees for a reason alone. */
const isShut = (why: unknown): boolean => why instanceof Refused
  && (why.status === 409 ? why.problem.errors?.["restrictedOn"] !== undefined : why.status === 403 && may("privacy") && !may("staff"));
