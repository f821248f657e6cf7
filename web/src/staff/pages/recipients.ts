// The register of the organisations that get data of clients: the printer, the courier.
import { html, nothing, type TemplateResult } from "../../parts/html";
import { date, t } from "../../parts/words";
import { all, send } from "../api";
import { type Field, Form, mailCheck, needed } from "../form";
import { may } from "../known";
import { focus, redraw, type Page } from "../page";
import { Said } from "../said";

export interface Recipient { label: string; name: string; email: string; purpose: string; language: string; registeredOn: string }

export function recipients(): Page {
  let found: Recipient[] = [];
  let changing: { recipient: Recipient; form: Form } | null = null;
  const said = new Said();
  const load = async (): Promise<void> => { found = await all<Recipient>("recipients"); };

  const details = (): Field[] => [
    { name: "name", label: t("Naam van de organisatie", "Name of the organisation"), hint: t("Zo leest een cliënt het.", "Clients read it like this."), check: needed(t("Vul de naam van de organisatie in.", "Fill in the name of the organisation.")) },
    { name: "email", label: t("E-mail van de organisatie", "Mail of the organisation"), kind: "email", hint: t("Daarheen gaat een brief als gegevens anders moeten of weg moeten. Liever een postvak dan het adres van één persoon.", "A letter goes there when data have to change or go. Rather a mailbox than the address of one person."), check: mailCheck },
    { name: "purpose", label: t("Waarvoor krijgt ze gegevens?", "What does it get data for?"), hint: t("Bijvoorbeeld: het beeldje printen.", "For example: het beeldje printen (clients read it in Dutch)."), check: needed(t("Vul in waarvoor.", "Fill in what for.")) },
    { name: "language", label: t("Taal van de brieven", "Language of the letters"), kind: "choice", choices: [["nl", "Nederlands"], ["en", "English"]] },
  ];
  const label = (): Field => ({
    name: "label", label: t("Label", "Label"), short: true, hint: t("Een woord, zoals PRINTER. Geen naam van een persoon: het blijft staan.", "A word, such as PRINTER. No name of a person: it stays."),
    // Under a label that is there the app sets the details right.
    check: value => !value ? t("Vul een label in, zoals PRINTER.", "Fill in a label, such as PRINTER.")
      : found.some(each => each.label === value.toUpperCase()) ? t("Dit label is er al. Kies “Veranderen” bij die ontvanger, of neem een ander label.", "This label is there already. Choose “Change” at that recipient, or take another label.") : undefined,
  });

  const begun = (): Form => new Form("recipient", () => [label(), ...details()], { language: "nl" });
  let form = begun();

  const save = async (body: Record<string, string>, words: string, undo?: () => Promise<void>): Promise<void> => {
    await send<Recipient>("recipients", body);
    await load();
    changing = null;
    said.say(words, undo);
  };

  const change = (recipient: Recipient): void => {
    const { name, email, purpose, language } = recipient;
    said.clear();
    changing = { recipient, form: new Form("changed", details, { name, email, purpose, language }) };
    redraw();
    focus("#change-heading");
  };

  const values = (of: Form): Record<string, string> => Object.fromEntries(details().map(({ name }) => [name, of.value(name)]));

  const changed = ({ recipient, form: of }: { recipient: Recipient; form: Form }): TemplateResult => {
    const { label: its, registeredOn, ...former } = recipient;
    return html`<section class="card"><h2 id="change-heading" tabindex="-1">${t(`${its} veranderen`, `Change ${its}`)}</h2>
      ${of.view(t("Opslaan", "Save"), () => save({ label: its, ...values(of) }, t(`${its} is veranderd. Wat deze ontvanger eerder kreeg, blijft staan zoals het toen heette.`, `${its} is changed. What this recipient was given before stays under the name of then.`),
        () => save({ label: its, ...former }, t(`${its} is weer zoals het was.`, `${its} is as it was again.`))),
      { words: t("Terug", "Back"), act: () => { changing = null; redraw(); focus("h1"); } })}</section>`;
  };

  return {
    part: "settings",
    title: () => t("Wie gegevens van ons krijgt", "Who is given data by us"),
    load,
    view: () => html`
      <p><a href="/staff/settings">← ${t("Instellingen", "Settings")}</a></p>
      <h1 tabindex="-1">${t("Wie gegevens van ons krijgt", "Who is given data by us")}</h1>
      <p class="soft">${t("Wat een organisatie krijgt, kan alleen worden genoteerd als ze hier staat. Zo weten we wie het moet horen als iets anders moet of weg moet. Een ontvanger blijft staan, ook als ze niets meer krijgt.", "What an organisation is given can be noted only when it stands here. So we know who must be told when something has to change or go. A recipient stays, also when it is given nothing more.")}</p>
      ${may("privacy") ? html`<p><a href="/staff/notices">${t("Wat ontvangers nog moeten doen", "What recipients have yet to do")}</a></p>` : nothing}
      ${said.view()}
      ${found.length === 0 ? html`<p>${t("Er staat nog niemand. Schrijf de eerste op voordat je iets geeft.", "Nobody is here yet. Write the first down before you give anything.")}</p>`
        : html`<section class="card" aria-label=${t("Ontvangers", "Recipients")}><ul class="rows">${found.map(each => html`
          <li><b>${each.label}</b>
            <span><span class="what">${each.name}: ${each.purpose}</span><span class="soft">${each.email}. ${t(`Sinds ${date(each.registeredOn)}.`, `Since ${date(each.registeredOn)}.`)}</span></span>
            <button class="button plain" @click=${() => change(each)}>${t("Veranderen", "Change")}<span class="hidden"> ${each.label}</span></button></li>`)}</ul></section>`}
      ${changing ? changed(changing) : html`
        <h2>${t("Iemand erbij zetten", "Add somebody")}</h2>
        ${form.view(t("Zet erbij", "Add"), async () => {
          const its = form.value("label").toUpperCase();
          await save({ label: its, ...values(form) }, t(`${its} staat erbij. Wat ze krijgt, noteer je bij de bestelling.`, `${its} is added. What it is given you note at the order.`));
          form = begun();
          redraw();
        })}`}`,
  };
}
