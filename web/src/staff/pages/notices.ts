// What recipients of data have yet to do, or have done: to be told by phone where their letter did not reach them.
import { html, nothing, type TemplateResult } from "../../parts/html";
import { capital, count, date, dayOf, many, t } from "../../parts/words";
import { all, send } from "../api";
import { Form, needed } from "../form";
import { may, today } from "../known";
import { Listed } from "../listed";
import { here, once, redraw, type Page } from "../page";
import { Said } from "../said";
import { detailWords } from "../order/client";

export interface Notice {
  id: string; cause: string; state: string; recipient: string; order: string; orderId: string; request?: string; madeOn: string;
  given: { on: string; scans: number; details: string[] }[]; changed: string[]; toldAt?: string; acknowledgedAt?: string; doneAt?: string; doneReason?: string;
}

const causes: Record<string, () => string> = {
  rectification: () => t("pas aan wat verbeterd is", "change what was set right"), erasure: () => t("wis alles van deze bestelling", "erase everything of this order"),
  restriction: () => t("gebruik en wis niets van deze bestelling", "neither use nor erase anything of this order"), lifting: () => t("dit mag weer worden gebruikt", "this may be used again"),
};
const states: Record<string, [() => string, "" | "well" | "wait" | "gone"]> = {
  made: [() => t("onderweg", "on its way"), ""], told: [() => t("niet beantwoord", "not answered"), "wait"], undelivered: [() => t("niet aangekomen", "did not arrive"), "gone"],
  acknowledged: [() => t("gelezen", "read"), "wait"], done: [() => t("gedaan", "done"), "well"],
};
const reasons: Record<string, () => string> = {
  phone: () => t("ze zeiden het aan de telefoon", "they said so by phone"), mail: () => t("ze mailden het", "they mailed it"), paper: () => t("ze schreven het op papier", "they wrote it on paper"), gone: () => t("de organisatie bestaat niet meer", "the organisation is no more"),
  lifted: () => t("de beperking geldt niet meer", "the restriction holds no more"),
};
const askable = ["phone", "mail", "paper", "gone"];

const givenWords = (given: Notice["given"][number]): string => [
  ...(given.scans ? [t(`${count(given.scans)} ${many(given.scans, "scan", "scans")}`, `${count(given.scans)} ${many(given.scans, "scan", "scans")}`)] : []), ...given.details.map(detailWords),
].join(", ");

/** To whom, since when, and what is to be told. */
export const noticeFacts = (notice: Notice): TemplateResult => html`
  <span class="what"><b>${notice.recipient}</b>: ${causes[notice.cause]?.() ?? notice.cause}${notice.changed.length ? ` (${notice.changed.map(detailWords).join(", ")})` : nothing}</span>
  <span class="soft">${t("Bestelling", "Order")} ${notice.cause !== "erasure" && may("staff") ? html`<a href="/staff/orders/${notice.orderId}">${notice.order}</a>` : notice.order}.
    ${notice.given.map(given => t(`Op ${date(given.on)} kregen ze: ${givenWords(given)}.`, `On ${date(given.on)} they were given: ${givenWords(given)}.`)).join(" ")}
    ${t(`Open sinds ${date(notice.madeOn)}.`, `Since ${date(notice.madeOn)}.`)}
    ${notice.toldAt ? t(`Brief verstuurd op ${date(dayOf(notice.toldAt))}.`, `Letter sent on ${date(dayOf(notice.toldAt))}.`) : nothing}
    ${notice.acknowledgedAt ? t(`Gelezen op ${date(dayOf(notice.acknowledgedAt))}.`, `Read on ${date(dayOf(notice.acknowledgedAt))}.`) : nothing}
    ${notice.doneAt ? t(`Gedaan op ${date(dayOf(notice.doneAt))}${notice.doneReason ? `: ${reasons[notice.doneReason]?.() ?? notice.doneReason}` : ""}.`, `Done on ${date(dayOf(notice.doneAt))}${notice.doneReason ? `: ${reasons[notice.doneReason]?.() ?? notice.doneReason}` : ""}.`) : nothing}</span>`;

/** How staff know that it is done; the app notes it on the day on which they say so, and that stays. */
export const doneForm = (): Form => new Form("done", () => [{
  name: "reason", label: t("Hoe weet je dat het is gedaan?", "How do you know that it is done?"), kind: "choice", choices: askable.map((each): [string, string] => [each, capital(reasons[each]!())]),
  check: needed(t("Kies hoe je het weet.", "Choose how you know.")),
}]);

export const doneView = (form: Form, done: () => Promise<void>, cancel?: { words: string; act: () => void }): TemplateResult => html`
  <p>${t("Dit wordt genoteerd met de dag van vandaag, en is niet terug te draaien: niemand vraagt er daarna nog naar. Noteer het pas als ze zeggen dat het is gedaan.", "This is noted with the day of today and cannot be taken back: nobody asks about it any more. Note it only once they say that it is done.")}</p>
  ${form.view(t("Noteer dat het is gedaan", "Note that it is done"), done, cancel)}`;

/** What stands of it, where somebody had noted it before: the first stays. */
const notedBefore = (done: Notice, reason: string): string | undefined =>
  done.doneAt && (done.doneReason !== reason || dayOf(done.doneAt) !== today())
    ? t(`Het was al eerder genoteerd, op ${date(dayOf(done.doneAt))}${done.doneReason ? ` (${reasons[done.doneReason]?.() ?? done.doneReason})` : ""}; dat blijft zo staan.`,
      `It had been noted before, on ${date(dayOf(done.doneAt))}${done.doneReason ? ` (${reasons[done.doneReason]?.() ?? done.doneReason})` : ""}; that stays.`)
    : undefined;

export function notices(): Page {
  const { focus } = here();
  const found = new Listed<Notice, "open" | "done">(state => `notices?state=${state}`, "open");
  let acting: { notice: Notice; form: Form } | null = null;
  const said = new Said();

  const other = (of: "open" | "done") => said.try(async () => {
    said.clear();
    if (!await found.look(of))
      return;
    acting = null;
    redraw();
    focus("#notices-heading");
  });

  const again = (notice: Notice) => said.try(async () => {
    await send(`notices/${notice.id}/send`, {});
    await found.look();
    said.say(t(`De brief aan ${notice.recipient} gaat opnieuw.`, `The letter to ${notice.recipient} goes out again.`));
  });

  const line = (notice: Notice): TemplateResult => {
    const [words, look] = states[notice.state] ?? [() => notice.state, ""];
    const about = html`<span class="hidden"> ${notice.recipient} ${notice.order}</span>`;
    return html`<li><span class="mark ${look}">${words()}</span><span>${noticeFacts(notice)}
      ${may("staff") && notice.state !== "done" ? html`<span class="actions">
        ${notice.state === "undelivered" ? html`<button class="button plain" @click=${once(() => again(notice))}>${t("Opnieuw sturen", "Send again")}${about}</button>` : nothing}
        <button class="button plain" @click=${() => { said.clear(); acting = { notice, form: doneForm() }; redraw(); focus("#done-heading"); }}>${t("Het is gedaan", "It is done")}${about}</button></span>` : nothing}</span></li>`;
  };

  const act = ({ notice, form }: { notice: Notice; form: Form }): TemplateResult => html`
    <section class="card" aria-labelledby="done-heading"><h2 id="done-heading" tabindex="-1">${t(`${notice.recipient} heeft dit gedaan (bestelling ${notice.order})`, `${notice.recipient} has done this (order ${notice.order})`)}</h2>
      ${doneView(form, async () => {
        const reason = form.value("reason");
        const done = await send<Notice>(`notices/${notice.id}/done`, { reason });
        await found.look();
        acting = null;
        said.say(notedBefore(done, reason) ?? t(`Genoteerd: ${notice.recipient} heeft het gedaan.`, `Noted: ${notice.recipient} has done it.`));
      }, { words: t("Terug", "Back"), act: () => { acting = null; redraw(); focus("h1"); } })}</section>`;

  return {
    part: "requests",
    title: () => t("Berichten aan ontvangers", "Notices to recipients"),
    load: async () => { await found.look(); },
    view: () => html`
      <p><a href="/staff/requests">← ${t("Verzoeken", "Requests")}</a></p>
      <h1 tabindex="-1">${t("Berichten aan ontvangers", "Notices to recipients")}</h1>
      <p class="soft">${t("Wie gegevens van een cliënt kreeg, hoort het van ons als die zijn verbeterd, gewist of beperkt. Hier staat wie nog moet laten weten dat het is gedaan.", "Who was given data of a client is told when those are set right, erased or restricted. Here stands who has yet to say that it is done.")}
        ${may("staff") ? html`<a href="/staff/recipients">${t("Hun adressen", "Their addresses")}</a>` : t("Een assistente belt ze en noteert dat het is gedaan.", "An assistant calls them and notes that it is done.")}</p>
      ${said.view()}
      ${acting ? act(acting) : nothing}
      <h2 id="notices-heading" tabindex="-1">${found.of === "open" ? t("Nog niet gedaan", "Not done yet") : t("Gedaan", "Done")}</h2>
      ${found.items.length === 0 ? html`<p>${found.of === "open" ? t("Er staat niets open: elke ontvanger heeft gedaan wat wij vroegen.", "Nothing is open: each recipient has done what we asked.") : t("Er is nog niets gedaan.", "Nothing is done yet.")}</p>`
        : html`<section class="card" aria-labelledby="notices-heading"><ul class="rows">${found.items.map(line)}</ul></section>`}
      ${found.further()}
      <p><button class="link" @click=${() => other(found.of === "open" ? "done" : "open")}>${found.of === "open" ? t("Toon wat gedaan is", "Show what is done") : t("Toon wat nog open staat", "Show what is open")}</button></p>`,
  };
}

/** One of them, as the letter of the morning leads to it: also for who may note that it is done, and see no list. */
export function notice(id: string): Page {
  const { focus } = here();
  let found: Notice | undefined;
  let done: Notice | undefined;
  let before: string | undefined;
  const form = doneForm();

  return {
    async load() {
      if (may("privacy"))
        found = (await all<Notice>("notices?state=open")).find(each => each.id === id);
    },
    part: may("privacy") ? "requests" : "today",
    title: () => t("Bericht aan een ontvanger", "Notice to a recipient"),
    view: () => html`
      <p>${may("privacy") ? html`<a href="/staff/notices">← ${t("Berichten aan ontvangers", "Notices to recipients")}</a>` : html`<a href="/staff">← ${t("Vandaag", "Today")}</a>`}</p>
      <h1 tabindex="-1">${t("Bericht aan een ontvanger", "Notice to a recipient")}</h1>
      ${found && !done ? html`<p>${noticeFacts(found)}</p>` : nothing}
      <div id="noted" tabindex="-1" role="status">${done ? html`<div class="note well"><p>${before ?? t("Genoteerd.", "Noted.")}</p><p>${noticeFacts(done)}</p></div>` : nothing}</div>
      ${done ? nothing : may("privacy") && !found ? html`<p>${t("Dit bericht staat niet (meer) open: er valt niets te noteren.", "This notice is not (or no longer) open: there is nothing to note.")}</p>`
        : !may("staff") ? html`<p>${t("Een assistente noteert dat het is gedaan.", "An assistant notes that it is done.")}</p>` : html`<p class="soft">${t("De brief van de ochtend zegt wie je belt, over welke bestelling.", "The letter of the morning says whom you call, about which order.")}</p>
        ${doneView(form, async () => {
          const reason = form.value("reason");
          done = await send<Notice>(`notices/${id}/done`, { reason });
          before = notedBefore(done, reason);
          redraw();
          focus("#noted");
        })}`}`,
  };
}
