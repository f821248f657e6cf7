// The messages, newest first and day by day, or those of somebody; and what looked like a robot's, while it can still be taken.
import { html, nothing, type TemplateResult } from "../../parts/html";
import { capital, date, many, moment, phone, readDay, t, weekday } from "../../parts/words";
import { all, send, Refused, type Derivation } from "../api";
import { whenItGoes } from "../goes";
import { today } from "../known";
import { further } from "../further";
import { once, redraw, type Page } from "../page";
import { Said } from "../said";
import { further as fetchMore, seek } from "../seek";

export interface MailCopy { mailbox: string; day: string; destroyedOn?: string }
export interface Message {
  id: string; reference: string; name: string; email?: string; phone?: string; message: string; locale: string; channel: "form" | "phone" | "mail";
  receivedAt: string; receivedOn: string; state: "open" | "answered"; answeredOn?: string; forwardedTo?: string; forwardedOn?: string;
  rectifiedOn?: string; mailCopy?: MailCopy; retention: Derivation;
}
export interface Suspect { id: string; reference: string; name: string; email: string; phone?: string; message: string; receivedAt: string; dueOn?: string }

const channels: Record<string, () => string> = {
  form: () => t("met het formulier", "by the form"), phone: () => t("aan de telefoon", "by phone"), mail: () => t("per mail", "by mail"),
};
export const cameBy = (channel: string): string => channels[channel]?.() ?? channel;

export const stateOf = (message: Message): TemplateResult => message.state === "answered"
  ? html`<span class="mark well">${t("beantwoord", "answered")}</span>`
  : message.forwardedTo ? html`<span class="mark wait">${t("bij", "with")} ${message.forwardedTo}</span>` : html`<span class="mark wait">${t("nog te beantwoorden", "to be answered")}</span>`;

const beginning = (words: string): string => words.length > 140 ? `${words.slice(0, 140).trimEnd()}…` : words;

// What was looked for stays while one looks at a message and comes back; it is gone with the tab.
const sought = { who: "", day: "", onlyOpen: false };

export function messages(): Page {
  let found: Message[] = [];
  let suspects: Suspect[] = [];
  let continuation: string | undefined;
  let trouble = "";
  // What these were found for, and by: another may have been typed since, and not have been answered.
  let foundFor = { ...sought };
  let question = { by: "", also: [] as string[] };
  let asked = 0;
  const said = new Said();

  const also = (day: string | null): string[] => ["limit=50", ...(sought.onlyOpen ? ["state=open"] : []), ...(day ? [`from=${day}&until=${day}`] : [])];

  /** Words and rows change together; an answer that another question overtook is dropped. */
  async function look(more = false): Promise<void> {
    const mine = ++asked;
    const what = { ...sought };
    const day = what.day ? readDay(what.day, today()) : null;
    if (!more && what.day && !day) {
      [found, continuation, foundFor, trouble] = [[], undefined, what, t("Vul een dag in zoals vandaag, gisteren of 28-11-2026.", "Fill in a day such as today, yesterday or 28-11-2026.")];
      return;
    }
    const by = also(day);
    try {
      const page = more ? { ...await fetchMore<Message>("contacts", question.by, question.also, continuation), by: question.by } : await seek<Message>("contacts", what.who, by);
      if (mine !== asked)
        return;
      [found, continuation, trouble] = [more ? [...found, ...page.items] : page.items, page.continuation, ""];
      if (!more)
        [foundFor, question] = [what, { by: page.by, also: by }];
    } catch (why) {
      if (mine !== asked)
        return;
      if (!(why instanceof Refused) || why.status !== 400)
        throw why;
      [found, continuation, foundFor, trouble] = [[], undefined, what, why.fields.map(([, words]) => words).join(" ")];
    }
  }

  const load = async (): Promise<void> => { await Promise.all([look(), all<Suspect>("contact/suspects").then(items => { suspects = items; })]); };

  const take = (suspect: Suspect) => said.try(async () => {
    await send(`contact/suspects/${suspect.id}/accept`, {});
    await load();
    said.say(html`${t("Aangenomen: het is nu een gewoon bericht, en de afzender krijgt een ontvangstbevestiging.", "Taken: it is a message like any other now, and its sender is sent a receipt.")} <a href="/staff/messages/${suspect.id}">${t("Open het bericht", "Open the message")}</a>`);
  });

  const robots = (): TemplateResult => html`
    <h2 id="suspects">${t("Leek van een robot", "Looked like a robot's")}</h2>
    <p class="soft">${t("Deze berichten houden we 24 uur apart. Neem aan wat van een mens is; de rest gaat vanzelf weg.", "These messages are set apart for 24 hours. Take what is a person's; the rest goes by itself.")}</p>
    <section class="card"><ul class="rows two">${suspects.map(suspect => html`
      <li><span><span class="what">${suspect.name} <span class="soft">${suspect.email}</span></span>
          <span class="soft">${beginning(suspect.message)}</span><br>
          <span class="soft">${t(`Kwam op ${moment(suspect.receivedAt)}; gaat een dag daarna weg.`, `Came on ${moment(suspect.receivedAt)}; goes a day after that.`)}</span></span>
        <button class="button plain" @click=${once(() => take(suspect))}>${t("Van een mens: aannemen", "A person's: take it")}<span class="hidden"> ${suspect.reference}</span></button></li>`)}</ul></section>`;

  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    [sought.who, sought.day, sought.onlyOpen] = [`${form.get("who")}`, `${form.get("day")}`.trim(), form.has("open")];
    said.clear();
    await look();
    redraw();
  };

  const search = (): TemplateResult => html`
    <form class="search" role="search" @submit=${submit}>
      <div><label for="who">${t("Naam, e-mail, telefoon of kenmerk", "Name, mail, phone or reference")}</label><input id="who" name="who" type="search" autocomplete="off" .value=${sought.who}></div>
      <div><label for="day">${t("Dag", "Day")}</label><input id="day" name="day" class="short" autocomplete="off" placeholder=${t("vandaag", "today")} .value=${sought.day}></div>
      <label class="choice"><input type="checkbox" name="open" .checked=${sought.onlyOpen}>${t("Alleen wat nog niet is beantwoord", "Only what is not answered yet")}</label>
      <button class="button">${t("Zoek", "Search")}</button>
      <a class="button plain" href="/staff/messages/new">${t("Bericht opschrijven", "Write down a message")}</a>
    </form>`;

  const line = (message: Message): TemplateResult => html`
    <li><span class="number">${message.reference}</span>
      <span><a class="what" href="/staff/messages/${message.id}">${message.name}</a>
        <span class="soft">${[message.email, message.phone && phone(message.phone)].filter(Boolean).join(" · ")}</span><br>
        <span>${beginning(message.message)}</span><br>
        <span class="soft">${t(`Kwam ${cameBy(message.channel)}.`, `Came ${cameBy(message.channel)}.`)} ${whenItGoes(t("het bericht", "the message"), message.retention)}</span></span>
      ${stateOf(message)}</li>`;

  function byDay(): TemplateResult {
    const days = [...new Set(found.map(message => message.receivedOn))];
    return html`${days.map(day => html`<h2>${capital(weekday(day))}</h2><section class="card"><ul class="rows">${found.filter(message => message.receivedOn === day).map(line)}</ul></section>`)}`;
  }

  const isSought = (): boolean => !!(foundFor.who || foundFor.day || foundFor.onlyOpen);

  const told = (): string => trouble || (isSought()
    ? t(`${found.length === 0 ? "Geen berichten" : found.length + (continuation ? " of meer" : "")} gevonden.`, `${found.length === 0 ? "No messages" : found.length + (continuation ? " or more" : "")} found.`) : "");

  return {
    part: "messages",
    title: () => t("Berichten", "Messages"),
    load,
    view: () => html`
      <h1 tabindex="-1">${t("Berichten", "Messages")}</h1>
      ${said.view()}
      ${suspects.length ? html`<p><a href="#suspects" @click=${(event: Event) => { event.preventDefault(); document.getElementById("suspects")?.scrollIntoView(); }}>${t(
        `${suspects.length} ${many(suspects.length, "bericht leek", "berichten leken")} van een robot: kijk of dat zo is.`, `${suspects.length} ${many(suspects.length, "message", "messages")} looked like a robot's: see whether that is so.`)}</a></p>` : nothing}
      ${search()}
      <p role="status" class="soft">${told()}</p>
      ${found.length === 0 && !trouble
        ? html`<p>${isSought() ? t("Kijk of het goed is gespeld, of zoek op iets anders.", "See whether it is spelt right, or look for something else.")
          : t("Er zijn nog geen berichten. Wat iemand met het formulier stuurt, staat hier meteen; wat per telefoon of mail komt, schrijf je zelf op.", "There are no messages yet. What somebody sends by the form is here at once; what comes by phone or mail you write down yourself.")}</p>`
        : byDay()}
      ${further(continuation, () => look(true))}
      ${suspects.length ? robots() : nothing}`,
  };
}

export const receivedOn = (message: Message): string => t(`Ontvangen op ${date(message.receivedOn)}, ${cameBy(message.channel)}.`, `Received on ${date(message.receivedOn)}, ${cameBy(message.channel)}.`);
