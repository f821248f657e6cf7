// The register of requests: those that are open, by the day on which they must be answered, and those that were closed.
import { html, nothing, type TemplateResult } from "../../parts/html";
import { date, left, t, weekday } from "../../parts/words";
import { all, type RequestLine } from "../api";
import { today } from "../known";
import type { Page } from "../page";

const kinds: Record<string, () => string> = {
  access: () => t("inzage", "access"), rectification: () => t("verbetering", "rectification"), erasure: () => t("wissen", "erasure"), restriction: () => t("beperking", "restriction"),
  objection: () => t("bezwaar", "objection"), withdrawal: () => t("toestemming intrekken", "withdrawal of consent"), portability: () => t("overdracht", "portability"), complaint: () => t("klacht", "complaint"),
};
export const kindOfRequest = (kind: string): string => kinds[kind]?.() ?? kind;

const channels: Record<string, () => string> = { website: () => t("via de website", "through the website"), phone: () => t("aan de telefoon", "by phone"), mail: () => t("per mail", "by mail"), paper: () => t("op papier", "on paper") };
export const channelOf = (channel: string): string => channels[channel]?.() ?? channel;

const outcomes: Record<string, () => string> = {
  done: () => t("gedaan", "done"), partly: () => t("deels gedaan", "partly done"), refused: () => t("geweigerd", "refused"), withdrawn: () => t("ingetrokken", "withdrawn"), duplicate: () => t("dubbel", "duplicate"),
};
export const outcomeOf = (outcome: string): string => outcomes[outcome]?.() ?? outcome;

export function requests(): Page {
  let open: RequestLine[] = [];
  let closed: RequestLine[] = [];

  const mark = (request: RequestLine): TemplateResult => request.suspendedSince
    ? html`<span class="mark wait">${t("wacht op de cliënt", "waits for the client")}</span>`
    : html`<span class="mark ${request.deadline < today() ? "gone" : "wait"}">${left(today(), request.deadline)}</span>`;

  return {
    part: "requests",
    title: () => t("Verzoeken", "Requests"),
    async load() {
      [open, closed] = await Promise.all([all<RequestLine>("privacy-requests?status=open"), all<RequestLine>("privacy-requests?status=closed")]);
    },
    view: () => html`
      <h1 tabindex="-1">${t("Verzoeken", "Requests")}</h1>
      <p class="soft">${t("Wie iets vraagt over haar gegevens, krijgt binnen een maand antwoord.", "Whoever asks something about her data is answered within a month.")}</p>
      <div class="actions"><a class="button plain" href="/staff/requests/new">${t("Verzoek opschrijven", "Write down a request")}</a><a class="button plain" href="/staff/erase">${t("Iemand wissen zonder verzoek", "Erase somebody without a request")}</a><a class="button plain" href="/staff/notices">${t("Berichten aan ontvangers", "Notices to recipients")}</a></div>
      <h2>${t("Nog te beantwoorden", "To be answered")}</h2>
      ${open.length === 0 ? html`<p class="soft">${t("Alles is beantwoord. Een nieuw verzoek komt hier zodra iemand haar e-mailadres heeft bevestigd.", "All are answered. A new request comes here once somebody has confirmed her mail address.")}</p>`
        : html`<section class="card"><ul class="rows">${open.map(request => html`
          <li>${mark(request)}
            <span><a class="what" href="/staff/requests/${request.id}">${kindOfRequest(request.kind)} <span class="number">${request.reference}</span></a>
              <span class="soft">${t(`Ontvangen op ${date(request.receivedOn)}, ${channelOf(request.channel)}. Uiterlijk ${weekday(request.deadline)}.`, `Received on ${date(request.receivedOn)}, ${channelOf(request.channel)}. By ${weekday(request.deadline)}.`)}
              ${request.mayBeAnswered === false ? t("Nog niet bekend of het van haarzelf komt.", "Not known yet whether it comes from her.") : nothing}</span></span></li>`)}</ul></section>`}
      <h2>${t("Afgehandeld", "Closed")}</h2>
      ${closed.length === 0 ? html`<p class="soft">${t("Nog niets. Een afgehandeld verzoek blijft vijf jaar staan.", "Nothing yet. A closed request stays for five years.")}</p>`
        : html`<section class="card"><ul class="rows">${closed.map(request => html`
          <li><span class="number">${request.reference}</span><span><a class="what" href="/staff/requests/${request.id}">${kindOfRequest(request.kind)}</a><span class="soft">${t(`Afgehandeld op ${date(request.closedOn!)}.`, `Closed on ${date(request.closedOn!)}.`)}</span></span>
            <span class="mark">${outcomeOf(request.outcome ?? "")}</span></li>`)}</ul></section>`}`,
  };
}
