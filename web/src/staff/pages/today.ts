// What there is to do today, what goes in the coming week, and how the night went.
import { html, nothing, type TemplateResult } from "../../parts/html";
import { capital, count, date, days, left, many, moment, plusDays, shortDate, t, weekday } from "../../parts/words";
import { all, ask, send, type Copy, type Due, type Page as Listed, type RequestLine, type Run } from "../api";
import { orderLink, whyLink } from "../goes";
import { kinds, may, ruleWords, today as day, wordsOf } from "../known";
import { once, type Page } from "../page";
import { reviewed, toReview } from "../review";
import { Said } from "../said";
import type { Suspect } from "./messages";
import { Wiped } from "./wiped";
import { kindOfRequest } from "./requests";
import { about, letterWords, type Undelivered } from "./letters";

interface Wipe { scanId: string; orderId: string; deadline: string; copies: Copy[] }
interface MailCopy { id: string; reference: string; mailbox: string; day: string; deadline: string; isGone: boolean }
interface Rejected { id: string; orderId: string; reference: string; fileName: string; reason?: string; reasonInDutch?: string; dueOn?: string }
interface Stalled { id: string; reference: string; scannedOn: string }
interface Health { sweep: { completedAt?: string; overdue: boolean; dateIsDoubtful: boolean; newest?: { id: string; complete: boolean } }; chain: { overdue: boolean; whole?: boolean }; mail: { refusedWith?: number } }

interface Task { key: string; urgency: number; mark: string; look: "gone" | "wait"; what: TemplateResult; why: string; act: TemplateResult | typeof nothing }

const oddities: Record<string, () => string> = {
  "used-lately": () => t("Deze week nog gebruikt.", "Used this week."),
  "entered-late": () => t("De datum waarop de termijn begint, is pas lang daarna ingevoerd.", "The date that the term starts with was entered long after it."),
  "term-changed": () => t("De bewaartermijn is kortgeleden veranderd.", "The term changed lately."),
  "more-than-usual": () => t("Er gaat veel meer van deze soort dan in een gewone week.", "Far more of this kind goes than in a usual week."),
};

export function today(): Page {
  let health: Health;
  let wipes: Wipe[] = [], mail: MailCopy[] = [], stalled: Stalled[] = [], undelivered: Undelivered[] = [], requests: RequestLine[] = [], due: Due[] = [], rejected: Rejected[] = [], suspects: Suspect[] = [];
  let night: Run | undefined;
  const said = new Said();
  const wiped = new Wiped();

  const items = <T>(path: string): Promise<T[]> => ask<Listed<T>>(path).then(page => page.items);

  async function load(): Promise<void> {
    await Promise.all([
      ask<Health>("health").then(found => { health = found; }),
      ...(may("staff") ? [
        all<Wipe>("destruction-tasks").then(found => { wipes = found; }),
        all<MailCopy>("mailboxes/tasks").then(found => { mail = found; }),
        all<Stalled>("stalled-orders").then(found => { stalled = found; }),
        all<Undelivered>("undelivered-letters").then(found => { undelivered = found; }),
        all<Rejected>("rejected-files").then(found => { rejected = found; }),
        all<Suspect>("contact/suspects").then(found => { suspects = found; }),
      ] : []),
      ...(may("privacy") ? [
        all<RequestLine>("privacy-requests?status=open").then(found => { requests = found; }),
        items<Run>("retention/runs?limit=10").then(found => { night = found.find(run => run.kind === "sweep" && run.finishedAt); }),
        all<Due>(`retention/due?until=${plusDays(day(), 7)}`).then(soon => { due = soon; }),
      ] : []),
    ]);
  }

  const wipe = (heading: string, path: string, told: (on: string) => string): void => {
    said.clear();
    wiped.begin({ heading, path, done: on => said.done(told(on), load) });
  };

  const sendAgain = (notice: string) => said.try(async () => {
    await send(`notices/${notice}/send`, {});
    await load();
    said.say(t("De melding wordt opnieuw gestuurd.", "The notice is sent again."));
  });

  function tasks(): Task[] {
    const found: Task[] = [];
    for (const task of wipes)
      for (const copy of task.copies.filter(each => !each.destroyedOn))
        found.push({
          key: copy.id, urgency: days(day(), task.deadline), mark: left(day(), task.deadline), look: "gone",
          what: html`${t("Wis de kopie van", "Wipe the copy of")} <b>${copy.fileName ?? t("de scan", "the scan")}</b> ${t("van schijf", "from disk")} <b>${copy.disk}</b>`,
          why: t(`De scan zelf is al vernietigd. De kopie moet weg zijn op ${date(task.deadline)}.`, `The scan itself is destroyed. The copy must be gone by ${date(task.deadline)}.`),
          act: html`<button class="button plain" @click=${() => wipe(t(`De kopie op schijf ${copy.disk}`, `The copy on disk ${copy.disk}`), `scans/${task.scanId}/copies/${copy.id}/destroyed`, on => t(`Genoteerd: de kopie op ${copy.disk} is gewist op ${on}.`, `Noted: the copy on ${copy.disk} was wiped on ${on}.`))}>${t("Gewist, bevestig", "Wiped, confirm")}<span class="hidden"> ${copy.disk}</span></button>`,
        });
    for (const copy of mail)
      found.push({
        key: copy.id, urgency: days(day(), copy.deadline), mark: left(day(), copy.deadline), look: "gone",
        what: html`${t("Wis de mail van", "Delete the mail of")} <b>${date(copy.day)}</b> ${t("uit postvak", "from mailbox")} <b>${copy.mailbox}</b>`,
        why: copy.isGone ? t(`Bericht ${copy.reference} is al vernietigd.`, `Message ${copy.reference} is destroyed.`) : t(`Bericht ${copy.reference} gaat op ${date(copy.deadline)} weg; de mail moet dan ook weg zijn.`, `Message ${copy.reference} goes on ${date(copy.deadline)}; the mail must be gone by then too.`),
        act: html`<button class="button plain" @click=${() => wipe(t(`De mail van ${date(copy.day)} in postvak ${copy.mailbox}`, `The mail of ${date(copy.day)} in mailbox ${copy.mailbox}`), `mailboxes/tasks/${copy.id}/destroyed`, on => t(`Genoteerd: de mail in ${copy.mailbox} is gewist op ${on}.`, `Noted: the mail in ${copy.mailbox} was deleted on ${on}.`))}>${t("Gewist, bevestig", "Deleted, confirm")}<span class="hidden"> ${copy.reference}</span></button>`,
      });
    for (const request of requests)
      found.push({
        key: request.id, urgency: days(day(), request.deadline), mark: request.suspendedSince ? t("wacht op de cliënt", "waits for the client") : left(day(), request.deadline), look: request.deadline < day() ? "gone" : "wait",
        what: html`${t("Verzoek:", "Request:")} <b>${kindOfRequest(request.kind)}</b>`,
        why: t(`Ontvangen op ${date(request.receivedOn)}. Antwoord uiterlijk op ${weekday(request.deadline)}.`, `Received on ${date(request.receivedOn)}. To be answered by ${weekday(request.deadline)}.`),
        act: html`<a class="button plain" href="/staff/requests/${request.id}">${t("Open verzoek", "Open request")}<span class="hidden"> ${request.reference}</span></a>`,
      });
    for (const file of rejected)
      found.push({
        key: file.id, urgency: 900, mark: t("vraag", "question"), look: "wait", what: html`<b>${file.fileName}</b> ${t("is geen scan", "is no scan")}`,
        why: t(
          `${file.reasonInDutch ?? file.reason ?? ""} Stuur het goede bestand in.${file.dueOn ? ` Dit gaat vanzelf weg op ${date(file.dueOn)}.` : ""}`,
          `${file.reason ?? ""} Send the right file.${file.dueOn ? ` This goes by itself on ${date(file.dueOn)}.` : ""}`),
        act: html`<a class="button plain" href="/staff/orders/${file.orderId}">${t("Open bestelling", "Open order")}<span class="hidden"> ${file.reference}</span></a>`,
      });
    if (suspects.length)
      found.push({
        key: "suspects", urgency: 1, mark: t("een dag", "one day"), look: "wait",
        what: html`<b>${capital(count(suspects.length))}</b> ${t(many(suspects.length, "bericht leek van een robot", "berichten leken van een robot"), many(suspects.length, "message looked like a robot's", "messages looked like robots'"))}`,
        why: t("Een dag na ontvangst gaat het vanzelf weg. Neem aan wat toch van een mens is.", "A day after it came it goes by itself. Take what is a person's after all."),
        act: html`<a class="button plain" href="/staff/messages">${t("Nakijken", "Have a look")}</a>`,
      });
    for (const order of stalled)
      found.push({
        key: order.id, urgency: 950, mark: t("al een jaar", "for a year"), look: "wait", what: html`${t("Bestelling", "Order")} <b>${order.reference}</b> ${t("is nog niet verzonden", "is not shipped yet")}`,
        why: t(`De scan is van ${date(order.scannedOn)}. Verzenden, annuleren of laten staan?`, `The scan is of ${date(order.scannedOn)}. Ship, cancel or leave it?`),
        act: html`<a class="button plain" href="/staff/orders/${order.id}">${t("Kies", "Choose")}<span class="hidden"> ${order.reference}</span></a>`,
      });
    for (const letter of undelivered)
      found.push({
        key: letter.kind + letter.reference, urgency: 0, mark: t("mislukt", "failed"), look: "gone", what: html`${t("Een brief kon niet worden bezorgd", "A letter could not be delivered")}`,
        why: t(`${capital(letterWords(letter.kind))}. Laatst geprobeerd op ${date(letter.givenUpOn)}. Bel of schrijf zo nodig zelf.`, `${capital(letterWords(letter.kind))}. Last tried on ${date(letter.givenUpOn)}. Phone or write yourself where needed.`),
        act: letter.kind === "recipient-notice" ? html`<button class="button plain" @click=${once(() => sendAgain(letter.reference.slice(0, 32)))}>${t("Opnieuw sturen", "Send again")}<span class="hidden"> ${letter.reference.slice(0, 12)}</span></button>` : about(letter),
      });
    for (const each of toReview())
      found.push({
        key: each.name, urgency: days(day(), each.againOn), mark: left(day(), each.againOn), look: each.againOn < day() ? "gone" : "wait", what: html`${t("Kijk weer naar:", "Look again at:")} <b>${wordsOf(each.words)}</b>`,
        why: `${wordsOf(each.what)} ${reviewed(each)}`, act: html`<a class="button plain" href="/staff/documents">${t("Bekijk", "Look")}<span class="hidden"> ${wordsOf(each.words)}</span></a>`,
      });
    return found.sort((one, other) => one.urgency - other.urgency);
  }

  const heading = (todo: number): string => todo === 0 ? t("Niets te doen vandaag", "Nothing to do today")
    : capital(t(`${count(todo)} ${many(todo, "ding", "dingen")} voor vandaag`, `${count(todo)} ${many(todo, "thing", "things")} for today`));

  function lastNight(): TemplateResult {
    const sweep = health.sweep;
    if (sweep.dateIsDoubtful)
      return html`<div class="note gone"><p><b>${t("Er wordt niets vernietigd tot iemand de datum bevestigt.", "Nothing is destroyed until somebody confirms the date.")}</b> ${t("De klok sprong; dat kan een vergissing zijn.", "The clock jumped, which may be a mistake.")} ${may("privacy") ? html`<a href="/staff/runs">${t("Bekijk en bevestig", "Look and confirm")}</a>` : t("Laat het weten aan de medewerker voor privacy.", "Tell the privacy officer.")}</p></div>`;
    if (sweep.overdue || (night ?? sweep.newest)?.complete === false)
      return html`<div class="note gone"><p><b>${t("De opruiming van vannacht is niet af.", "The sweep of last night is not complete.")}</b>
        ${night?.left.length ? t(`${capital(count(night.left.length))} ${many(night.left.length, "ding bleef", "dingen bleven")} liggen.`, `${capital(count(night.left.length))} ${many(night.left.length, "thing was", "things were")} left.`) : nothing}
        ${may("privacy") ? html`<a href=${night ? `/staff/runs/${night.id}` : "/staff/runs"}>${t("Bekijk wat bleef liggen", "See what was left")}</a>`
          : t("Laat het weten aan de medewerker voor privacy.", "Tell the privacy officer.")}</p></div>`;
    const destroyed = Object.entries(night?.destroyed ?? {}).filter(([, amount]) => amount > 0).map(([kind, amount]) => kinds(kind, amount));
    if (!sweep.completedAt)
      return html`<p>${t("Er is nog niet opgeruimd. Dat gebeurt elke nacht.", "There has been no sweep yet. There is one each night.")}</p>`;
    return destroyed.length
      ? html`<p>${t(`De laatste opruiming (${moment(sweep.completedAt)}) is gelukt. Vernietigd: ${destroyed.join(", ")}.`, `The last sweep (${moment(sweep.completedAt)}) went well. Destroyed: ${destroyed.join(", ")}.`)} <a href="/staff/certificates">${t("Bekijk de bewijzen", "See the proofs")}</a></p>`
      : html`<p>${t(`De laatste opruiming (${moment(sweep.completedAt)}) is gelukt. Er was niets te vernietigen.`, `The last sweep (${moment(sweep.completedAt)}) went well. There was nothing to destroy.`)}</p>`;
  }

  const coming = (): TemplateResult => html`
    <h2>${t("Dit gaat de komende week weg", "This goes in the coming week")}</h2>
    ${due.length === 0
      ? html`<p class="soft">${t("Niets. Wat hier staat, kun je nog een week lang veranderen.", "Nothing. What stands here can be changed for another week.")}</p>`
      : html`
        <p class="soft">${t("Klopt er iets niet? Je kunt het nu nog veranderen.", "Is something wrong? You can still change it.")}</p>
        <section class="card"><ul class="rows">${due.map(item => html`
          <li><span class="number">${item.dueOn! <= day() ? t("vannacht", "tonight") : shortDate(item.dueOn!)}</span>
            <span><span class="what">${capital(ruleWords(item.rule))} ${item.odd?.length ? html`<span class="mark wait">${t("let op", "look")}</span>` : nothing}</span>
              <span class="soft">${capital(t("vanaf", "from"))} ${date(item.start)}. ${orderLink(item)} ${item.odd?.map(each => oddities[each]?.() ?? each).join(" ")}</span></span>
            ${whyLink(item)}</li>`)}</ul></section>`}`;

  return {
    part: "today",
    daily: true,
    title: () => t("Vandaag", "Today"),
    load,
    view() {
      const todo = tasks();
      return html`
        <p class="soft">${capital(weekday(day()))}</p>
        <h1 tabindex="-1">${heading(todo.length)}</h1>
        ${lastNight()}
        ${said.view()}
        ${wiped.view()}
        ${todo.length ? html`<section class="card" aria-label=${t("Te doen", "To do")}><ul class="rows">${todo.map(task => html`
          <li><span class="mark ${task.look}">${task.mark}</span><span><span class="what">${task.what}</span><span class="soft">${task.why}</span></span>${task.act}</li>`)}</ul></section>`
          : html`<p class="soft">${t("Hier komt te staan wat een mens moet doen: verzoeken om te beantwoorden, kopieën om te wissen, bestellingen die stilliggen.", "What people have to do will stand here: requests to answer, copies to wipe, orders that stand still.")}</p>`}
        ${may("privacy") ? coming() : nothing}`;
    },
  };
}

