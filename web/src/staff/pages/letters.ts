// What letters are called, and where one finds whom a letter was about.
import { html, type TemplateResult } from "../../parts/html";
import { t } from "../../parts/words";
import { may } from "../known";

export interface Undelivered { kind: string; reference: string; givenUpOn: string; orderId?: string }

const names: Record<string, () => string> = {
  "contact-receipt": () => t("de ontvangstbevestiging van een bericht", "the receipt of a message"), "contact-notice": () => t("de melding van een nieuw bericht", "the notice of a new message"),
  "contact-forwarded": () => t("een doorgestuurd bericht", "a forwarded message"), "order-opened": () => t("de brief met de link naar haar bestelling", "the letter with the link to her order"), "no-figurine": () => t("de melding dat er geen beeldje mag komen", "the notice that no figurine may be made"),
  package: () => t("de link naar een pakket", "the link to a package"), "package-notice": () => t("de melding dat een pakket is verstuurd", "the notice that a package was sent"),
  quote: () => t("een offerte", "a quote"), "quote-accepted": () => t("de melding dat een offerte is aanvaard", "the notice that a quote was accepted"), "recipient-notice": () => t("een melding aan wie gegevens kreeg", "a notice to who was given data"),
  "request-closed": () => t("het antwoord op een verzoek", "the answer to a request"), "request-code": () => t("de code bij een verzoek", "the code of a request"), "request-confirm": () => t("de vraag een verzoek te bevestigen", "the letter to confirm a request"),
  "request-extended": () => t("de melding dat een verzoek langer duurt", "the notice that a request takes longer"), "request-notice": () => t("de melding van een verzoek", "the notice of a request"), "request-received": () => t("de ontvangst van een verzoek", "the receipt of a request"),
  "restriction-lifting": () => t("de melding dat een beperking wordt opgeheven", "the notice that a restriction is lifted"), "scan-destroyed": () => t("het bewijs dat een scan is vernietigd", "the proof that a scan was destroyed"),
  "scan-rejected": () => t("de melding dat een bestand geen scan is", "the notice that a file is no scan"), "blob-unclaimed": () => t("de melding van een bestand zonder bestelling", "the notice of a file without an order"),
  reminder: () => t("de brief van de ochtend", "the letter of the morning"), reconciled: () => t("de brief over de wekelijkse controle", "the letter about the weekly reconciliation"), undelivered: () => t("de melding dat een brief niet aankwam", "the notice that a letter did not arrive"),
};
export const letterWords = (kind: string): string => names[kind]?.() ?? kind;

/** The id that its reference begins with; behind a bar may be which letter about that it is. */
export const recordOf = (letter: Undelivered): string => letter.reference.split("|")[0]!;

const firstId = /[0-9a-f]{32}/;

/** To the page of what it was about, for who may look at that; else the reference. */
export function about(letter: Undelivered): TemplateResult {
  const id = letter.orderId ?? firstId.exec(letter.reference)?.[0];
  const [page, words] = /^contact-/.test(letter.kind) && may("staff") ? ["messages", t("Open bericht", "Open message")]
    : /^(request|restriction)-/.test(letter.kind) && may("privacy") ? ["requests", t("Open verzoek", "Open request")]
    : (letter.orderId || /^(no-figurine|order-|scan-)/.test(letter.kind)) && may("staff") ? ["orders", t("Open bestelling", "Open order")] : [];
  return page && id ? html`<a class="button plain" href="/staff/${page}/${id}">${words}<span class="hidden"> ${id.slice(0, 12)}</span></a>` : html`<span class="soft number">${letter.reference.slice(0, 12)}</span>`;
}
