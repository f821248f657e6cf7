// Which person is meant, while one goes from one page to the next: in the memory of this tab, and in no address.
import { html, nothing, type TemplateResult } from "../../parts/html";
import { capital, count, date, many, t } from "../../parts/words";
import type { Copy } from "../api";
import { mailCheck, type Field, type Form } from "../form";

export type Whom = Record<"email" | "phone", string>;

let next: Whom | null = null;

/** For the page that is gone to now. */
export const means = (who: Whom): void => { next = who; };

/** Once: who comes by another way later means nobody yet. */
export function meant(): Whom {
  const who = next ?? { email: "", phone: "" };
  next = null;
  return who;
}

export const whomFields = (form: () => Form): Field[] => [
  {
    name: "email", label: t("E-mail", "Mail"), kind: "email",
    check: value => value ? mailCheck(value)
      : form().value("phone") ? undefined : t("Vul een e-mailadres of een telefoonnummer in.", "Fill in a mail address or a phone number."),
  },
  { name: "phone", label: t("Telefoon", "Phone"), kind: "tel", short: true },
];

export interface Beyond { letters: unknown[]; recipients: { name: string; givenOn: string }[]; mailboxes: { mailbox: string; day: string; destroyedOn?: string }[] }

/** What is hers and lies where the app does not come. */
export const beyond = (what: Beyond, copies: { copies: Copy[] }[]): TemplateResult | typeof nothing => {
  const lines = [
    ...copies.flatMap(task => task.copies).filter(copy => !copy.destroyedOn).map(copy => t(`Een kopie op schijf ${copy.disk}: die wis je zelf.`, `A copy on disk ${copy.disk}: you wipe that yourself.`)),
    ...what.mailboxes.filter(copy => !copy.destroyedOn).map(copy => t(`De mail van ${date(copy.day)} in postvak ${copy.mailbox}: die wis je zelf.`, `The mail of ${date(copy.day)} in mailbox ${copy.mailbox}: you delete that yourself.`)),
    ...what.recipients.map(given => t(`Wat ${given.name} op ${date(given.givenOn)} kreeg: bij wissen wordt gevraagd het weg te doen.`, `What ${given.name} was given on ${date(given.givenOn)}: at an erasure they are asked to delete it.`)),
    ...(what.letters.length ? [t(`${capital(count(what.letters.length))} ${many(what.letters.length, "brief", "brieven")} in haar eigen mailbox.`, `${capital(count(what.letters.length))} ${many(what.letters.length, "letter", "letters")} in her own mailbox.`)] : []),
  ];
  return lines.length ? html`<h3>${t("Waar de app niet bij kan", "What the app does not reach")}</h3><ul>${lines.map(line => html`<li>${line}</li>`)}</ul>` : nothing;
};
