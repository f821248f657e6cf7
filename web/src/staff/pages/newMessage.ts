// Writes down a message that came by phone or by mail: kept, found, set right and destroyed as one from the form is.
import { html } from "../../parts/html";
import { capital, readDay, t } from "../../parts/words";
import { ask, Refused, type Due } from "../api";
import { dayCheck, Form, mailCheck, needed, type Field } from "../form";
import { beforeItGoes } from "../goes";
import { today } from "../known";
import { here, redraw, type Page } from "../page";
import { cameBy, type Message } from "./messages";

export interface Choices { mailboxes: string[]; colleagues: string[] }

/** Whose it is and what it says; the same where it is taken and where it is set right. */
export const messageFields = (form: () => Form): Field[] => [
  { name: "name", label: t("Naam", "Name"), check: needed(t("Vul in van wie het is.", "Fill in whose it is.")) },
  {
    name: "email", label: t("E-mail", "Mail"), kind: "email", hint: t("E-mail of telefoon: een van de twee is nodig om het bericht later van haar te vinden.", "Mail or phone: one of the two is needed to find the message as hers later."),
    check: value => value ? mailCheck(value)
      : form().value("phone") ? undefined : t("Vul een e-mailadres of een telefoonnummer in.", "Fill in a mail address or a phone number."),
  },
  { name: "phone", label: t("Telefoon", "Phone"), kind: "tel", short: true, check: value => !value || value.replace(/\D/g, "").length >= 8 ? undefined : t("Vul een telefoonnummer in zoals 06 1234 5678.", "Fill in a phone number such as 06 1234 5678.") },
  { name: "message", label: t("Wat ze vroeg of vertelde", "What she asked or told"), kind: "lines", hint: t("Zonder burgerservicenummer, en niet meer over haar gezondheid dan nodig is.", "Without a citizen service number, and no more about her health than is needed."), check: needed(t("Schrijf op wat ze vroeg of vertelde.", "Write down what she asked or told.")) },
];

export const dayOfMessage = (): Field => ({
  name: "receivedOn", label: t("Op welke dag kwam het?", "On which day did it come?"), short: true, hint: t("Bijvoorbeeld vandaag, gisteren of 28-11-2026.", "For example today, yesterday or 28-11-2026."),
  check: dayCheck,
});

export function newMessage(): Page {
  const { focus, go } = here();
  let choices: Choices;
  let going: Due[] | null = null;
  const key = crypto.randomUUID();

  const form: Form = new Form("message", () => [
    { name: "channel", label: t("Hoe kwam het?", "How did it come?"), kind: "choice", choices: ["phone", "mail"].map(each => [each, capital(cameBy(each))]), check: needed(t("Kies hoe het kwam.", "Choose how it came.")) },
    ...(form.value("channel") === "mail" && choices.mailboxes.length > 1
      ? [{ name: "mailbox", label: t("In welk postvak ligt de mail?", "In which mailbox is the mail?"), kind: "choice" as const, choices: choices.mailboxes.map(each => [each, each] as [string, string]), check: needed(t("Kies het postvak.", "Choose the mailbox.")) }] : []),
    dayOfMessage(),
    ...messageFields(() => form),
    { name: "locale", label: t("Taal van haar brieven", "Language of her letters"), kind: "choice", choices: [["nl", "Nederlands"], ["en", "English"]] },
  ], { receivedOn: t("vandaag", "today"), locale: "nl" });

  async function keep(sure: boolean): Promise<void> {
    const given = Object.fromEntries(["channel", "mailbox", "name", "email", "phone", "message", "locale"].map(name => [name, form.value(name)]).filter(([, value]) => value));
    if (form.value("channel") !== "mail")
      delete given.mailbox;
    try {
      const taken = await ask<Message>("contacts", { method: "POST", body: { ...given, receivedOn: readDay(form.value("receivedOn"), today()), ...(sure && { destroysNow: true }) }, key });
      go(`/messages/${taken.id}`);
    } catch (why) {
      if (!(why instanceof Refused) || !why.problem.wouldDestroy)
        throw why;
      going = why.problem.wouldDestroy;
      redraw();
      focus("#goes-heading");
    }
  }

  return {
    part: "messages",
    title: () => t("Bericht opschrijven", "Write down a message"),
    async load() { choices = await ask<Choices>("colleagues"); },
    view: () => html`
      <p><a href="/staff/messages">← ${t("Berichten", "Messages")}</a></p>
      <h1 tabindex="-1">${t("Bericht opschrijven", "Write down a message")}</h1>
      <p class="soft">${t("Voor wie belde of mailde. Het wordt vijf jaar bewaard, vanaf de dag waarop het kwam. Zij krijgt er geen brief over.", "For who phoned or wrote. It is kept for five years, from the day on which it came. She is sent no letter about it.")}</p>
      ${going ? beforeItGoes({
        heading: t("Dit bericht is zo oud dat het meteen weer weggaat", "This message is so old that it goes at once"), items: going, whose: form.value("name"),
        words: t("Toch opschrijven en laten vernietigen", "Write it down all the same and have it destroyed"), keep: () => { going = null; redraw(); focus("h1"); },
        act: async () => { try { await keep(true); } catch (why) { going = null; form.fail(why); } finally { redraw(); } },
      }) : form.view(t("Bericht bewaren", "Keep the message"), () => keep(false), { words: t("Terug", "Back"), act: () => go("/messages") })}`,
  };
}
