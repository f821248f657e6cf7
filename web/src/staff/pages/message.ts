// One message: what it says, what was done with it, until when it stays and why.
import { html, nothing, type TemplateResult } from "../../parts/html";
import { capital, date, phone, readDay, t, term } from "../../parts/words";
import { ask, Refused, send, type Due } from "../api";
import { Form, needed } from "../form";
import { beforeItGoes, derivation, whenItGoes } from "../goes";
import { recoveryDays, today } from "../known";
import { here, once, redraw, type Page } from "../page";
import { Said } from "../said";
import { receivedOn, stateOf, type MailCopy, type Message } from "./messages";
import { dayOfMessage, messageFields, type Choices } from "./newMessage";
import { Wiped } from "./wiped";

export function message(id: string): Page {
  const { focus } = here();
  let found: Message;
  let choices: Choices;
  let acting: { name: "forward" | "rectify"; form: Form } | null = null;
  let going: { items: Due[]; again: () => Promise<void> } | null = null;
  const said = new Said();
  const wiped = new Wiped();

  const load = async (): Promise<void> => { [found, choices] = await Promise.all([ask<Message>(`contacts/${id}`), ask<Choices>("colleagues")]); };

  const change = async (patch: Record<string, unknown>): Promise<void> => {
    await send(`contacts/${id}`, patch, "PATCH");
    [acting, going] = [null, null];
    await load();
  };

  const answered = (is: boolean) => said.try(async () => {
    await change({ answered: is });
    said.say(is ? t("Genoteerd: dit bericht is beantwoord.", "Noted: this message is answered.") : t("Genoteerd: dit bericht moet nog worden beantwoord.", "Noted: this message is yet to be answered."), () => answered(!is));
  });

  const wipe = (copy: MailCopy): void => wiped.begin({
    heading: t(`De mail van ${date(copy.day)} in postvak ${copy.mailbox}`, `The mail of ${date(copy.day)} in mailbox ${copy.mailbox}`),
    path: `mailboxes/tasks/${id}/destroyed`,
    done: on => said.done(t(`Genoteerd: de mail in ${copy.mailbox} is gewist op ${on}.`, `Noted: the mail in ${copy.mailbox} was deleted on ${on}.`), load),
  });

  async function forward(form: Form): Promise<void> {
    const [to, before] = [form.value("to"), found.forwardedTo];
    await change({ forwardedTo: to });
    said.say(t(`Doorgestuurd: ${to} krijgt een brief met een link hierheen.`, `Forwarded: ${to} is sent a letter with a link to this page.`),
      () => said.try(async () => {
        await change({ forwardedTo: before ?? null });
        said.say(before
          ? t(`Het bericht is weer bij ${before}, die er opnieuw een brief over krijgt. Was de brief aan ${to} al weg, dan komt die niet terug.`, `The message is with ${before} again, who is sent a letter about it once more. If the letter to ${to} had gone, it does not come back.`)
          : t("Het bericht is niet meer doorgestuurd. Een brief die al weg was, komt niet terug.", "The message is no longer forwarded. A letter that had gone does not come back."));
      }));
  }

  async function rectify(form: Form, sure = false): Promise<void> {
    const former = { name: found.name, email: found.email ?? null, phone: found.phone ?? null, message: found.message, receivedOn: found.receivedOn };
    const patch = {
      name: form.value("name"), email: form.value("email") || null, phone: form.value("phone") || null, message: form.value("message"),
      receivedOn: readDay(form.value("receivedOn"), today()), reason: form.value("reason"), ...(sure && { destroysNow: true }),
    };
    try {
      await change(patch);
      said.say(t("Verbeterd. Wat er eerder stond, is niet bewaard.", "Set right. What stood there before is not kept."), () => said.try(async () => {
        await change({ ...former, reason: t("De verbetering was een vergissing.", "Setting it right was a mistake.") });
        said.say(t("Het staat er weer zoals het was.", "It is again as it was."));
      }));
    } catch (why) {
      if (!(why instanceof Refused) || !why.problem.wouldDestroy)
        throw why;
      going = { items: why.problem.wouldDestroy, again: () => rectify(form, true) };
      redraw();
      focus("#goes-heading");
    }
  }

  function open(name: "forward" | "rectify"): void {
    said.clear();
    const form: Form = name === "forward"
      ? new Form("forward", () => [{ name: "to", label: t("Naar wie?", "To whom?"), kind: "choice", choices: choices.colleagues.map(each => [each, capital(each)]), check: needed(t("Kies een collega.", "Choose a colleague.")) }])
      : new Form("rectify", () => [...messageFields(() => form), dayOfMessage(),
        { name: "reason", label: t("Waarom klopt dit beter?", "Why is this more accurate?"), kind: "lines", check: needed(t("Zeg waarom je het verbetert.", "Say why you set it right.")) }],
      { name: found.name, email: found.email ?? "", phone: found.phone ? phone(found.phone) : "", message: found.message, receivedOn: date(found.receivedOn) });
    acting = { name, form };
    redraw();
    focus("#act-heading");
  }

  function act(): TemplateResult | typeof nothing {
    if (going)
      return beforeItGoes({
        heading: t("Met deze datum gaat dit weg", "With this date this goes"), items: going.items, whose: found.name, words: t("Verbeteren en dit laten vernietigen", "Set it right and have this destroyed"),
        keep: () => { going = null; redraw(); focus("#act-heading"); },
        act: async () => { try { await going!.again(); } catch (why) { going = null; acting?.form.fail(why); } finally { redraw(); } },
      });
    if (!acting)
      return nothing;
    const { name, form } = acting;
    const back = { words: t("Terug", "Back"), act: () => { acting = null; redraw(); focus("h1"); } };
    return html`<section class="card">${name === "forward"
      ? html`<h2 id="act-heading" tabindex="-1">${t("Aan een collega geven", "Give it to a colleague")}</h2>
        <p>${t("De brief aan je collega noemt alleen het kenmerk. Wat er staat, leest ze hier.", "The letter to your colleague names the reference only. What it says she reads here.")}</p>
        ${form.view(t("Doorsturen", "Forward"), () => forward(form), back)}`
      : html`<h2 id="act-heading" tabindex="-1">${t("Verbeteren", "Set right")}</h2>
        ${form.view(t("Verbetering bewaren", "Keep what is right"), () => rectify(form), back)}`}</section>`;
  }

  const copy = (): TemplateResult => {
    const mail = found.mailCopy!;
    return html`
      <h2>${t("De mail zelf", "The mail itself")}</h2>
      ${mail.destroyedOn
        ? html`<p><span class="mark well">${t("gewist", "deleted")}</span> ${t(`De mail van ${date(mail.day)} in postvak ${mail.mailbox} is gewist op ${date(mail.destroyedOn)}.`, `The mail of ${date(mail.day)} in mailbox ${mail.mailbox} was deleted on ${date(mail.destroyedOn)}.`)}</p>`
        : html`<p>${t(`In postvak ${mail.mailbox} staat een mail van ${date(mail.day)} over dit bericht. De app kan daar niet bij: wis die uiterlijk op ${date(found.retention.deadline)}, ook uit de prullenbak. Vanaf ${term(`P${recoveryDays() + 1}D`)} ervoor staat het bij Vandaag.`,
          `In mailbox ${mail.mailbox} is a mail of ${date(mail.day)} about this message. The app does not reach it: delete it by ${date(found.retention.deadline)}, from the bin too. From ${term(`P${recoveryDays() + 1}D`)} before it stands under Today.`)}</p>
          <div class="actions"><button class="button plain" @click=${() => wipe(mail)}>${t("Gewist, bevestig", "Deleted, confirm")}</button></div>
          ${wiped.view()}`}`;
  };

  return {
    part: "messages",
    title: () => found ? t(`Bericht ${found.reference}`, `Message ${found.reference}`) : t("Bericht", "Message"),
    load,
    view: () => html`
      <p><a href="/staff/messages">← ${t("Berichten", "Messages")}</a></p>
      <h1 tabindex="-1">${found.name} <span class="soft">${found.reference}</span></h1>
      <p class="soft">${[found.email, found.phone && phone(found.phone)].filter(Boolean).join(" · ")} ${stateOf(found)}</p>
      <p>${receivedOn(found)} ${found.answeredOn ? t(`Beantwoord op ${date(found.answeredOn)}.`, `Answered on ${date(found.answeredOn)}.`) : nothing}
        ${found.forwardedTo ? t(`Doorgestuurd aan ${found.forwardedTo} op ${date(found.forwardedOn!)}.`, `Forwarded to ${found.forwardedTo} on ${date(found.forwardedOn!)}.`) : nothing}
        ${found.rectifiedOn ? t(`Verbeterd op ${date(found.rectifiedOn)}.`, `Set right on ${date(found.rectifiedOn)}.`) : nothing}</p>
      <blockquote class="note" lang=${found.locale}>${found.message.split("\n").map(line => html`<p>${line}</p>`)}</blockquote>
      ${said.view()}
      ${acting ? nothing : html`<div class="actions">
        <button class="button plain" @click=${once(() => answered(found.state === "open"))}>${found.state === "open" ? t("Beantwoord", "Answered") : t("Toch nog te beantwoorden", "To be answered after all")}</button>
        ${choices.colleagues.length ? html`<button class="button plain" @click=${() => open("forward")}>${t("Aan een collega geven", "Give it to a colleague")}</button>` : nothing}
        <button class="button plain" @click=${() => open("rectify")}>${t("Verbeteren", "Set right")}</button>
      </div>`}
      ${act()}
      ${found.mailCopy ? copy() : nothing}
      <h2>${t("Tot wanneer het blijft", "Until when it stays")}</h2>
      <p><b>${whenItGoes(t("het bericht", "the message"), found.retention)}</b></p>
      ${derivation(found.retention)}`,
  };
}
