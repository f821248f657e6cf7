// Writes down a request that came by phone, by mail or on paper: from that day on the time to answer runs.
import { html } from "../../parts/html";
import { capital, readDay, t } from "../../parts/words";
import { ask } from "../api";
import { dayCheck, Form, mailCheck, needed } from "../form";
import { today } from "../known";
import { here, type Page } from "../page";
import { channelOf, kindOfRequest } from "./requests";

const kinds = ["access", "rectification", "erasure", "restriction", "objection", "withdrawal", "portability", "complaint"];

export function newRequest(): Page {
  const { go } = here();
  const key = crypto.randomUUID();
  const form: Form = new Form("request", () => [
    { name: "kind", label: t("Wat wil ze?", "What does she want?"), kind: "choice", choices: kinds.map(kind => [kind, capital(kindOfRequest(kind))]), check: needed(t("Kies wat ze wil.", "Choose what she wants.")) },
    { name: "channel", label: t("Hoe kwam het?", "How did it come?"), kind: "choice", choices: ["phone", "mail", "paper"].map(each => [each, capital(channelOf(each))]), check: needed(t("Kies hoe het kwam.", "Choose how it came.")) },
    {
      name: "receivedOn", label: t("Op welke dag kwam het?", "On which day did it come?"), short: true, hint: t("De maand om te antwoorden loopt vanaf deze dag.", "The month to answer runs from this day."),
      check: dayCheck,
    },
    { name: "name", label: t("Naam", "Name"), check: needed(t("Vul haar naam in.", "Fill in her name.")) },
    { name: "email", label: t("E-mail", "Mail"), kind: "email", hint: t("Hierheen gaat het antwoord.", "The answer goes there."), check: mailCheck },
    { name: "phone", label: t("Telefoon (als ze dat geeft)", "Phone (if she gives it)"), kind: "tel", short: true },
    { name: "text", label: t("Wat ze erbij zei (mag leeg blijven)", "What she said with it (may stay empty)"), kind: "lines" },
    { name: "language", label: t("Taal van haar brieven", "Language of her letters"), kind: "choice", choices: [["nl", "Nederlands"], ["en", "English"]] },
  ], { receivedOn: t("vandaag", "today"), language: "nl" });

  return {
    part: "requests",
    title: () => t("Verzoek opschrijven", "Write down a request"),
    view: () => html`
      <p><a href="/staff/requests">← ${t("Verzoeken", "Requests")}</a></p>
      <h1 tabindex="-1">${t("Verzoek opschrijven", "Write down a request")}</h1>
      <p class="soft">${t("Voor wie belt, mailt of schrijft. Vraag nooit om een kopie van een paspoort.", "For who phones, mails or writes. Never ask for a copy of a passport.")}</p>
      ${form.view(t("Verzoek opschrijven", "Write down the request"), async () => {
        const given = Object.fromEntries(["kind", "channel", "name", "email", "phone", "text", "language"].map(name => [name, form.value(name)]).filter(([, value]) => value));
        const made = await ask<{ id: string }>("privacy-requests", { method: "POST", body: { ...given, receivedOn: readDay(form.value("receivedOn"), today()) }, key });
        go(`/requests/${made.id}`);
      }, { words: t("Terug", "Back"), act: () => go("/requests") })}`,
  };
}
