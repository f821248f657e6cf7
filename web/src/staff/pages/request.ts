// One request: what was asked, by when it must be answered and how that came about, what was done, and its end.
import { html, nothing, type TemplateResult } from "../../parts/html";
import { capital, date, moment, phone, t, term, weekday } from "../../parts/words";
import { ask, send, type RequestLine } from "../api";
import { Form, needed } from "../form";
import { today } from "../known";
import { here, once, redraw, type Page } from "../page";
import { Said } from "../said";
import { means } from "./whom";
import { channelOf, kindOfRequest, outcomeOf } from "./requests";

interface Request extends RequestLine {
  name: string; email: string; phone?: string; text?: string; language: string;
  extension?: { on: string; reason: string }; closing?: { on: string; outcome: string; ground?: string; note?: string };
  identity?: { establishedOn?: string; askedOn: string; method?: string };
  events: { at: string; by: string; what: string; note?: string }[];
}

const happened: Record<string, () => string> = {
  registered: () => t("Verzoek gedaan", "Request made"), confirmed: () => t("E-mailadres bevestigd", "Mail address confirmed"), "identity-asked": () => t("Gevraagd wie ze is", "Asked who she is"),
  "identity-not-given": () => t("Verkeerde code gegeven", "A wrong code was given"), "identity-established": () => t("Vastgesteld wie ze is", "Established who she is"), extended: () => t("Verlengd", "Extended"),
  closed: () => t("Afgehandeld", "Closed"), reopened: () => t("Heropend", "Reopened"), rectified: () => t("Gegevens verbeterd", "Details set right"),
  former: () => t("Wat er eerst stond", "What stood there before"), "restriction-lifted": () => t("Beperking opgeheven", "Restriction lifted"),
};

const facts: [string, () => string][] = [
  ["postalAddress", () => t("postadres", "postal address")], ["phoneNumber", () => t("telefoonnummer", "phone number")], ["orderDate", () => t("dag van de bestelling", "day of the order")],
  ["scanDate", () => t("dag van de scan", "day of the scan")], ["shippingDate", () => t("dag van verzenden", "day of shipping")], ["messageDate", () => t("dag van een bericht", "day of a message")],
];

// By which article each kind may be refused; the app has the last word.
const grounds: [string, string[], () => string][] = [
  ["12(2)", [], () => t("we konden niet vaststellen dat het van haar komt", "we could not establish that it comes from her")],
  ["12(5)", [], () => t("kennelijk ongegrond of buitensporig vaak", "manifestly unfounded or excessive")],
  ["15(4)", ["access"], () => t("een kopie zou de rechten van anderen schaden", "a copy would harm the rights of others")],
  ["16", ["rectification"], () => t("de gegevens kloppen", "the data is accurate")],
  ["17(1)", ["erasure"], () => t("geen grond om te wissen", "no ground for erasure")],
  ["17(3)(b)", ["erasure"], () => t("de wet verplicht ons te bewaren", "the law obliges us to keep it")],
  ["17(3)(e)", ["erasure"], () => t("nodig voor een rechtsvordering", "needed for legal claims")],
  ["18(1)", ["restriction"], () => t("geen grond voor beperking", "no ground for restriction")],
  ["20(1)", ["portability"], () => t("rust niet op toestemming of overeenkomst", "rests on neither consent nor contract")],
  ["20(4)", ["portability"], () => t("zou de rechten van anderen schaden", "would harm the rights of others")],
  ["21(1)", ["objection"], () => t("dwingende gronden wegen zwaarder", "compelling grounds weigh more")],
  ["7(3)", ["withdrawal"], () => t("er is geen toestemming om in te trekken", "there is no consent to withdraw")],
  ["77", ["complaint"], () => t("er is niet in strijd met de wet gehandeld", "the law was not infringed")],
];

/** An article of the GDPR as either language writes it. */
const cited = (article: string): string =>
  t(`artikel ${article.replace(/\((\d+)\)/, ", lid $1").replace(/\(([a-z])\)/, ", onder $1")}`, `article ${article}`);

const told: Record<string, () => string> = {
  code: () => t("met een code", "by a code"), facts: () => t("met vragen aan de telefoon", "by questions on the phone"), "told by letter": () => t("zij wist het uit een brief", "she knew by a letter"),
};

const details: Record<string, () => string> = {
  name: () => t("naam", "name"), email: () => t("e-mail", "mail"), phone: () => t("telefoon", "phone"), address: () => t("adres", "address"),
};

/** What is noted with something that was done: most of it is a word of the app. */
function noted(what: string, note: string): string {
  if (what === "closed") {
    const [outcome, ground] = note.split(", ");
    return outcomeOf(outcome!) + (ground && ground !== "77" ? `, ${cited(ground)}` : "");
  }
  const ways: Record<string, () => string> = { phone: () => t("aan de telefoon", "by phone"), paper: () => t("met een brief op papier", "by a letter on paper"), mail: () => t("per mail", "by mail") };
  const lifted = /^told by (\w+) on (\d{4}-\d{2}-\d{2})$/.exec(note);
  if (what === "restriction-lifted" && lifted)
    return t(`zij wist het, ${ways[lifted[1]!]?.() ?? lifted[1]} op ${date(lifted[2]!)}`, `she knew, ${ways[lifted[1]!]?.() ?? lifted[1]} on ${date(lifted[2]!)}`);
  const former = /^(\w+): (.*)$/s.exec(note);
  if (what === "former" && former)
    return `${details[former[1]!.toLowerCase()]?.() ?? former[1]}: ${former[2]}`;
  return /^identity-/.test(what) || what === "restriction-lifted"
    ? note.split(", ").map(each => told[each]?.() ?? facts.find(([fact]) => fact === each)?.[1]() ?? each).join(", ") : note;
}

export function request(id: string): Page {
  const { focus, go } = here();
  let found: Request;
  let acting: { name: string; form: Form } | null = null;
  const said = new Said();

  const load = async (): Promise<void> => { found = await ask<Request>(`privacy-requests/${id}`); };

  async function act(path: string, body: unknown, done: string, undo?: () => Promise<void>): Promise<void> {
    await send(`privacy-requests/${id}/${path}`, body);
    await load();
    acting = null;
    said.say(done, undo);
  }

  // The letter that is the answer has gone by then, and does not come back.
  const reopen = () => act("reopen", { reason: t("Het afhandelen was een vergissing.", "Closing it was a mistake.") }, t("Weer open. De brief die al weg was, komt niet terug: laat haar weten dat er nog een antwoord komt.", "Open again. The letter that had gone does not come back: let her know that an answer is yet to come."));

  const forms: Record<string, () => Form> = {
    extend: () => new Form("extend", () => [{ name: "reason", label: t("Waarom duurt het langer?", "Why does it take longer?"), hint: t("Dit staat in de brief aan haar.", "This stands in the letter to her."), kind: "lines", check: needed(t("Zeg waarom het langer duurt.", "Say why it takes longer.")) }]),
    code: () => new Form("code", () => [{ name: "code", label: t("Code die zij noemt", "Code that she tells"), short: true, check: needed(t("Vul de code uit haar brief in.", "Fill in the code of her letter.")) }]),
    facts: () => new Form("facts", () => [{
      name: "facts", label: t("Wat noemde zij goed?", "What did she tell rightly?"), hint: t("Minstens twee. Wat ze antwoordde, wordt niet bewaard.", "Two at least. What she answered is not kept."), kind: "several",
      choices: facts.map(([fact, words]) => [fact, words()]), check: value => value.split(",").length >= 2 ? undefined : t("Kruis minstens twee dingen aan.", "Tick two at least."),
    }]),
    close: () => new Form("close", () => [
      { name: "outcome", label: t("Hoe loopt het af?", "How does it end?"), kind: "choice", choices: ["done", "partly", "refused", "withdrawn"].map(each => [each, capital(outcomeOf(each))]), check: needed(t("Kies hoe het afloopt.", "Choose how it ends.")) },
      ...(["partly", "refused"].includes(acting?.form.value("outcome") ?? "") ? [{
        name: "ground", label: t("Op grond van", "By which article"), kind: "choice" as const,
        choices: grounds.filter(([, kinds]) => kinds.length === 0 || kinds.includes(found.kind)).map(([article, , words]) => [article, article === "77" ? words() : `${cited(article)}: ${words()}`] as [string, string]),
        check: needed(t("Kies het artikel.", "Choose the article.")),
      }] : []),
      { name: "note", label: t("Wat de brief nog zegt (mag leeg blijven)", "What the letter adds (may stay empty)"), kind: "lines" },
    ]),
  };

  function begin(name: string): void {
    acting = { name, form: forms[name]!() };
    redraw();
    focus("#act-heading");
  }

  function acted(): TemplateResult | typeof nothing {
    if (!acting)
      return nothing;
    const { name, form } = acting;
    const back = { words: t("Terug", "Back"), act: () => { acting = null; redraw(); focus("h1"); } };
    if (name === "extend")
      return html`<section class="card"><h2 id="act-heading" tabindex="-1">${t("Langer de tijd nemen", "Take more time")}</h2>
        <p>${t("Het antwoord komt dan uiterlijk drie maanden na ontvangst. Zij krijgt een brief met de reden.", "The answer then comes within three months of receipt. She is sent a letter with the reason.")}</p>
        ${form.view(t("Verlengen en haar schrijven", "Extend and write to her"), () => act("extend", { reason: form.value("reason") }, t("Verlengd. Er gaat een brief naar haar.", "Extended. A letter goes to her.")), back)}</section>`;
    if (name === "code")
      return html`<section class="card"><h2 id="act-heading" tabindex="-1">${t("Code invullen", "Fill in the code")}</h2>
        ${form.view(t("Controleer de code", "Check the code"), () => act("identity", { code: form.value("code") }, t("Vastgesteld: het verzoek komt van haar.", "Established: the request comes from her.")), back)}</section>`;
    if (name === "facts")
      return html`<section class="card"><h2 id="act-heading" tabindex="-1">${t("Aan de telefoon vaststellen wie ze is", "Establish by phone who she is")}</h2>
        <p>${t("Vraag naar dingen die alleen zij weet, en vergelijk ze met de bestelling. Vraag nooit om een identiteitsbewijs.", "Ask for things that only she knows, and compare them with the order. Never ask for an identity document.")}</p>
        ${form.view(t("Noteer wat klopte", "Note what was right"), async () => {
          if (!found.identity)
            await send(`privacy-requests/${id}/identity`, { method: "facts" });
          await act("identity", { facts: form.value("facts").split(",") }, t("Vastgesteld: het verzoek komt van haar.", "Established: the request comes from her."));
        }, back)}</section>`;
    return html`<section class="card"><h2 id="act-heading" tabindex="-1">${t("Afhandelen", "Close")}</h2>
      <p>${t("Zij krijgt een brief die het antwoord is.", "She is sent a letter that is the answer.")}</p>
      ${form.view(t("Afhandelen en haar schrijven", "Close and write to her"), () => act("close", {
        outcome: form.value("outcome"), ...(["partly", "refused"].includes(form.value("outcome")) && { ground: form.value("ground") }), ...(form.value("note") && { note: form.value("note") }),
      }, t("Afgehandeld. Er gaat een brief naar haar.", "Closed. A letter goes to her."), reopen), back)}</section>`;
  }

  const deadline = (): TemplateResult => html`
    <h2>${t("Hoe de laatste dag is bepaald", "How the last day came about")}</h2>
    <dl class="facts">
      <dt>${t("Ontvangen", "Received")}</dt><dd>${weekday(found.derivation!.start)}</dd>
      <dt>${t("Termijn", "Term")}</dt><dd>${term(found.derivation!.term)}${found.extension ? t(`, verlengd: ${found.extension.reason}`, `, extended: ${found.extension.reason}`) : nothing}</dd>
      ${found.derivation!.suspendedDays ? html`<dt>${t("Stond stil", "Stood still")}</dt><dd>${term(`P${found.derivation!.suspendedDays}D`)}, ${t("terwijl is gevraagd wie ze is", "while it was asked who she is")}</dd>` : nothing}
      ${found.derivation!.movedBy.map(day => html`<dt>${t("Opgeschoven", "Moved on")}</dt><dd>${weekday(day.day)}: ${t(day.nl, day.en)}</dd>`)}
      <dt>${t("Laatste dag", "Last day")}</dt><dd><b>${weekday(found.derivation!.end)}</b></dd>
    </dl>
    <p class="soft">${t("Volgens artikel 12, lid 3, van de AVG en verordening 1182/71.", "By article 12(3) of the GDPR and Regulation 1182/71.")}</p>`;

  const steps = (): TemplateResult => html`
    <div class="actions">
      ${found.mayBeAnswered ? nothing : html`
        <button class="button plain" @click=${once(() => said.try(() => act("identity", { method: "code" }, t("Er gaat een brief met een code naar het adres dat we van haar hebben.", "A letter with a code goes to the address that we have of her."))))}>${t("Stuur haar een code", "Send her a code")}</button>
        <button class="button plain" @click=${() => begin("facts")}>${t("Aan de telefoon vaststellen wie ze is", "Establish by phone who she is")}</button>
        <button class="button plain" @click=${() => begin("code")}>${t("Code invullen", "Fill in the code")}</button>`}
      ${found.kind === "erasure" ? nothing : html`<button class="button plain" @click=${() => { means({ email: found.email, phone: found.phone ?? "" }); go("/people"); }}>${t("Bekijk alles van haar", "See everything of hers")}</button>`}
      ${found.kind === "erasure" ? html`<a class="button plain" href="/staff/requests/${id}/erase">${t("Bekijk wat er weg zou gaan", "See what would go")}</a>` : nothing}
      ${found.extension ? nothing : html`<button class="button plain" @click=${() => begin("extend")}>${t("Langer de tijd nemen", "Take more time")}</button>`}
      <button class="button plain" @click=${() => begin("close")}>${t("Afhandelen", "Close")}</button>
    </div>`;

  return {
    part: "requests",
    title: () => found ? t(`Verzoek ${found.reference}`, `Request ${found.reference}`) : t("Verzoek", "Request"),
    load,
    view: () => html`
      <p><a href="/staff/requests">← ${t("Verzoeken", "Requests")}</a></p>
      <h1 tabindex="-1">${capital(kindOfRequest(found.kind))} <span class="soft">${found.reference}</span></h1>
      <p class="soft">${found.name} · ${found.email}${found.phone ? ` · ${phone(found.phone)}` : nothing}</p>
      ${found.status === "closed"
        ? html`<div class="note well"><p><b>${t(`Afgehandeld op ${date(found.closing!.on)}: ${outcomeOf(found.closing!.outcome)}.`, `Closed on ${date(found.closing!.on)}: ${outcomeOf(found.closing!.outcome)}.`)}</b> ${found.closing!.ground && found.closing!.ground !== "77" ? t(`Op grond van ${cited(found.closing!.ground)}.`, `By ${cited(found.closing!.ground)}.`) : nothing}</p></div>`
        : html`<div class="note ${found.deadline < today() ? "gone" : ""}"><p><b>${t(`Antwoord uiterlijk op ${weekday(found.deadline)}.`, `To be answered by ${weekday(found.deadline)}.`)}</b>
            ${t(`Ontvangen ${channelOf(found.channel)}.`, `Received ${channelOf(found.channel)}.`)}
            ${found.mayBeAnswered ? nothing : t("Eerst moet bekend zijn dat het van haar komt.", "It must be known first that it comes from her.")}</p></div>`}
      ${found.text ? html`<h2>${t("Haar woorden", "Her words")}</h2><blockquote class="note" lang=${found.language}>${found.text.split("\n").map(line => html`<p>${line}</p>`)}</blockquote>` : nothing}
      ${said.view()}
      ${found.status === "open" && !acting ? steps() : nothing}
      ${acted()}
      ${found.derivation ? deadline() : nothing}
      <h2>${t("Wat er is gedaan", "What was done")}</h2>
      <ol class="life">${found.events.map(event => html`<li><time datetime=${event.at}>${moment(event.at)}</time>${happened[event.what]?.() ?? event.what}${event.note ? html`: <span class="soft">${noted(event.what, event.note)}</span>` : nothing}</li>`)}</ol>`,
  };
}
