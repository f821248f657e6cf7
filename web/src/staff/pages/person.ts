// Everything about one person, and what may be done with it: hand it over, set it right, restrict it, erase it.
import { html, nothing, type TemplateResult } from "../../parts/html";
import { capital, count, date, many, readDay, t } from "../../parts/words";
import { ask, ended, Refused, send, type Copy, type Due } from "../api";
import { dayCheck, Form, needed, type Field } from "../form";
import { beforeItGoes, whenItGoes, whyLink } from "../goes";
import { kindOne, may, ruleWords, today } from "../known";
import { here, redraw, type Page } from "../page";
import { Said } from "../said";
import { beyond, means, meant, whomFields, type Beyond } from "./whom";

interface Found { items: Due[]; apart: Due[]; copiesToDestroy: { copies: Copy[] }[]; notReached: Beyond; restricted: boolean }
type Act = "export" | "rectify" | "restrict" | "lift";

/** Who somebody began to do something for: it stays hers, also once another is looked up. */
interface Her { body: Record<string, unknown>; words: string; isLeft: () => boolean }

const addressFields = ["line1", "line2", "postalCode", "city", "country"];

export function person(): Page {
  const { focus, go, signal } = here();
  const whom = meant();
  let found: Found | null = null;
  let named: string[] = [];
  let acting: { name: Act; form: Form } | null = null;
  let going: { items: Due[]; again: () => Promise<void> } | null = null;
  let searches = 0;
  const said = new Said();
  const form: Form = new Form("whom", () => whomFields(() => form), whom);

  const whose = (): string => [whom.email, whom.phone].filter(Boolean).join(", ");

  function her(): Her {
    const at = searches;
    return {
      body: { ...(whom.email && { email: whom.email }), ...(whom.phone && { phone: whom.phone }), ...(named.length && { named }) },
      words: whose(), isLeft: () => at !== searches,
    };
  }

  async function look(): Promise<void> {
    const query = new URLSearchParams(Object.entries(whom).filter(([, value]) => value));
    const at = searches;
    const answer = await ask<Found>(`subjects?${query}`);
    if (at === searches)
      found = answer;
  }

  async function seek(): Promise<void> {
    [whom.email, whom.phone, named, acting, going] = [form.value("email"), form.value("phone"), [], null, null];
    searches++;
    found = null;
    said.clear();
    await look();
    redraw();
    focus("#found");
  }

  const fields: Record<Act, () => Field[]> = {
    export: () => [{
      name: "for", label: t("Waarvoor is het?", "What is it for?"), kind: "choice", check: needed(t("Kies waarvoor het is.", "Choose what it is for.")),
      choices: [["access", t("Inzage: alles wat er van haar is", "Access: everything there is of her")], ["portability", t("Overdracht: wat ze zelf gaf, in een vorm die een ander systeem leest", "Portability: what she gave herself, in a form that another system reads")]],
    }, {
      name: "reason", label: t("Waarom maak je het?", "Why do you make it?"), check: needed(t("Zeg waarom je het maakt.", "Say why you make it.")),
      hint: t("Zit er een scan van haar in, dan leest ze dit op haar pagina. Bijvoorbeeld: ze vroeg om inzage.", "If a scan of hers is in it, she reads this on her page. For example: she asked for access."),
    }],
    rectify: () => [
      { name: "name", label: t("Naam", "Name"), hint: t("Vul alleen in wat anders moet; wat leeg blijft, blijft zoals het is.", "Fill in only what is to change; what stays empty stays as it is.") },
      { name: "email", label: t("E-mail", "Mail"), kind: "email" }, { name: "phone", label: t("Telefoon", "Phone"), kind: "tel", short: true },
      { name: "line1", label: t("Straat en huisnummer", "Street and number") }, { name: "line2", label: t("Toevoeging", "Second line") },
      { name: "postalCode", label: t("Postcode", "Postal code"), short: true }, { name: "city", label: t("Plaats", "City") }, { name: "country", label: t("Land (twee letters)", "Country (two letters)"), short: true },
      { name: "reason", label: t("Waarom klopt dit beter?", "Why is this more accurate?"), kind: "lines", check: needed(t("Zeg waarom je het verbetert.", "Say why you set it right.")) },
    ],
    restrict: () => [{ name: "reason", label: t("Waarom wordt het beperkt?", "Why is it restricted?"), kind: "lines", hint: t("Bijvoorbeeld: ze betwist of haar adres klopt.", "For example: she contests whether her address is right."), check: needed(t("Zeg waarom.", "Say why.")) }],
    lift: () => [
      { name: "reason", label: t("Waarom mag het weer worden gebruikt?", "Why may it be used again?"), kind: "lines", check: needed(t("Zeg waarom.", "Say why.")) },
      { name: "toldOn", label: t("Op welke dag heb je het haar zelf verteld? (mag leeg blijven)", "On which day did you tell her yourself? (may stay empty)"), short: true, hint: t("Laat leeg, dan gaat er eerst een brief naar haar.", "Leave it empty, and a letter goes to her first."), check: value => value ? dayCheck(value) : undefined },
      ...(acting?.form.value("toldOn") ? [{ name: "toldBy", label: t("Hoe?", "How?"), kind: "choice" as const, choices: [["phone", t("Aan de telefoon", "By phone")], ["paper", t("Met een brief op papier", "By a letter on paper")], ["mail", t("Per mail", "By mail")]] as [string, string][], check: needed(t("Kies hoe.", "Choose how.")) }] : []),
    ],
  };

  /** @returns What was done, to be said. */
  const does: Record<Act, (form: Form, her: Her, sure: boolean) => Promise<string | TemplateResult>> = {
    async export(given, her) {
      const made = await ask<{ link: string; fetchableUntil: string; notUnderstood: unknown[]; run?: string }>("subjects/export", {
        method: "POST", body: { ...her.body, for: given.value("for") }, reason: given.value("reason"),
      });
      if (made.run) {
        tell(her, t("Het pakket wordt gemaakt. Dat kan een paar minuten duren; blijf op deze pagina, want de link staat alleen hier.", "The package is being made. That may take some minutes; stay on this page, for the link is told here alone."));
        if (!(await ended(made.run, signal)).complete) {
          if (!her.isLeft())
            said.clear();
          throw new Refused(409, { detail: t("Er is iets van vernietigd terwijl het pakket werd gemaakt. Maak het nog eens.", "Some of it was destroyed while the package was being made. Make it once more.") });
        }
      }
      return html`${t(`Het pakket is gemaakt. De link werkt tot en met ${date(made.fetchableUntil)}; daarna is het weg. Geef hem alleen aan haar.`, `The package is made. The link works up to and including ${date(made.fetchableUntil)}; after that it is gone. Give it to her alone.`)}<br><code>${made.link}</code>
        ${made.notUnderstood.length ? html`<br><b>${t(`Let op: ${count(made.notUnderstood.length)} ${many(made.notUnderstood.length, "ding van haar kon niet worden gelezen en zit", "dingen van haar konden niet worden gelezen en zitten")} er niet in. Dat staat ook op de eerste bladzijde van het pakket.`, `Mind: ${count(made.notUnderstood.length)} ${many(made.notUnderstood.length, "thing of hers could not be read and is", "things of hers could not be read and are")} not in it. The first page of the package says so too.`)}</b>` : nothing}`;
    },
    async rectify(given, her) {
      const address = Object.fromEntries(addressFields.map(name => [name, given.value(name)]).filter(([, value]) => value));
      const changes = {
        ...Object.fromEntries(["name", "email", "phone"].map(name => [name, given.value(name)]).filter(([, value]) => value)),
        ...(Object.keys(address).length && { address: { country: "NL", ...address } }),
      };
      const done = await send<{ rectified: Due[]; request?: string }>("subjects/rectify", { ...her.body, changes, reason: given.value("reason") });
      if (!her.isLeft()) {
        [whom.email, whom.phone] = [given.value("email") && whom.email ? given.value("email") : whom.email, given.value("phone") && whom.phone ? given.value("phone") : whom.phone];
        form.set("email", whom.email);
        form.set("phone", whom.phone);
      }
      return html`${t(`Verbeterd, op ${count(done.rectified.length)} ${many(done.rectified.length, "plaats", "plaatsen")}.`, `Set right, in ${count(done.rectified.length)} ${many(done.rectified.length, "place", "places")}.`)}
        ${done.request ? html`<a href="/staff/requests/${done.request}">${t("Wat er eerst stond, staat bij haar verzoek.", "What stood there before is with her request.")}</a>` : t("Ze deed geen verzoek, dus wat er eerst stond is niet bewaard.", "She made no request, so what stood there before is not kept.")}`;
    },
    async restrict(given, her) {
      await send("subjects/restrict", { ...her.body, reason: given.value("reason") });
      return t("Beperkt: alles van haar wordt bewaard en niet meer gebruikt, tot je dat opheft.", "Restricted: everything of hers is kept and no longer used, until you lift that.");
    },
    async lift(given, her, sure) {
      const toldOn = readDay(given.value("toldOn"), today());
      const answer = await send<{ waitsFor?: string }>("subjects/restrict", { ...her.body, lift: true, reason: given.value("reason"), ...(toldOn && { toldOn, toldBy: given.value("toldBy") }), ...(sure && { destroysNow: true }) });
      return answer.waitsFor ? t("Er gaat eerst een brief naar haar. Hef de beperking nog eens op als die is bezorgd; tot dan blijft alles beperkt.", "A letter goes to her first. Lift the restriction once more when it was delivered; until then everything stays restricted.")
        : t("De beperking is opgeheven: de termijnen lopen weer.", "The restriction is lifted: the terms run again.");
    },
  };

  /** By name where another was looked up meanwhile: a link must not seem to be of who is shown. */
  const tell = (her: Her, words: string | TemplateResult): void => said.say(her.isLeft() ? html`<b>${her.words}</b>: ${words}` : words);

  async function run(act: Act, given: Form, her: Her, sure = false): Promise<void> {
    try {
      const done = await does[act](given, her, sure);
      if (her.isLeft())
        return tell(her, done);
      [acting, going] = [null, null];
      await said.done(done, act === "export" ? async () => {} : look);
      if (her.isLeft())
        tell(her, done);
    } catch (why) {
      if (why instanceof Refused && her.isLeft())
        return said.fail(new Refused(409, { detail: `${her.words}: ${why.whole}` }));
      if (!(why instanceof Refused) || !why.problem.wouldDestroy)
        throw why;
      going = { items: why.problem.wouldDestroy, again: () => run(act, given, her, true) };
      redraw();
      focus("#goes-heading");
    }
  }

  const titles: Record<Act, [() => string, () => string, () => string]> = {
    export: [() => t("Meegeven wat er van haar is", "Hand over what there is of her"), () => t("Zij haalt het op met een link, een week lang. Het is een bestand met een pagina om te lezen.", "She fetches it by a link, for a week. It is a file with a page to read."), () => t("Pakket maken", "Make the package")],
    rectify: [() => t("Verbeteren, overal tegelijk", "Set right, everywhere at once"), () => t("In alles wat hieronder staat. Wie gegevens van haar kreeg, hoort het ook.", "In everything that stands below. Whoever was given data of hers is told too."), () => t("Overal verbeteren", "Set right everywhere")],
    restrict: [() => t("Beperken", "Restrict"), () => t("Alles van haar blijft bewaard, wordt niet gebruikt en niet vernietigd. Dit is terug te draaien: je heft het weer op.", "Everything of hers stays stored, is not used and not destroyed. This can be undone: you lift it again."), () => t("Alles van haar beperken", "Restrict everything of hers")],
    lift: [() => t("Beperking opheffen", "Lift the restriction"), () => t("Ze moet het eerst weten. Wat door de beperking bleef, kan daarna meteen weg moeten; dat zie je eerst.", "She has to know first. What stayed by the restriction may have to go at once after that; that is shown first."), () => t("Beperking opheffen", "Lift the restriction")],
  };

  function begin(name: Act): void {
    said.clear();
    acting = { name, form: new Form(name, fields[name]) };
    redraw();
    focus("#act-heading");
  }

  function act(): TemplateResult | typeof nothing {
    if (going)
      return beforeItGoes({
        heading: t("Zonder de beperking gaat dit weg", "Without the restriction this goes"), items: going.items, whose: whose(), words: t("Opheffen en dit laten vernietigen", "Lift it and have this destroyed"),
        keep: () => { going = null; redraw(); focus("#act-heading"); },
        act: async () => { try { await going!.again(); } catch (why) { going = null; acting?.form.fail(why); } finally { redraw(); } },
      });
    if (!acting)
      return nothing;
    const { name, form: given } = acting;
    const [title, what, button] = titles[name];
    return html`<section class="card"><h2 id="act-heading" tabindex="-1">${title()}</h2><p>${what()}</p>
      ${given.view(button(), () => run(name, given, her()), { words: t("Terug", "Back"), act: () => { acting = null; redraw(); focus("#found"); } })}</section>`;
  }

  const page = (item: Due): string | undefined => item.kind === "order" && may("staff") ? `/staff/orders/${item.id}`
    : item.kind === "scan" && may("staff") ? `/staff/orders/${item.within}` : item.kind === "message" && may("staff") ? `/staff/messages/${item.id}`
    : item.kind === "privacy-request" ? `/staff/requests/${item.id}` : undefined;

  const line = (item: Due): TemplateResult => html`
    <li><span>${page(item) ? html`<a class="what" href=${page(item)!}>${capital(kindOne(item.kind))}</a>` : html`<span class="what">${capital(kindOne(item.kind))}</span>`}
      <span class="soft">${capital(ruleWords(item.rule))}, ${t("vanaf", "from")} ${date(item.start)}. ${whenItGoes(t("dit", "this"), item)}</span></span>${whyLink(item)}</li>`;

  const mayBe = (items: Due[]): TemplateResult => html`
    <h3>${t("Alleen een van de twee gegevens past", "Only one of the two values fits")}</h3>
    <p>${t("Dit kan van iemand anders zijn. Kruis aan wat van haar is, dan telt het mee bij wat je hierboven doet.", "This may be somebody else's. Tick what is hers, and it counts with what you do above.")}</p>
    ${items.map(item => html`<label class="choice"><input type="checkbox" .checked=${named.includes(item.id)} @change=${(event: Event) => { named = (event.target as HTMLInputElement).checked ? [...named, item.id] : named.filter(each => each !== item.id); redraw(); }}>
      <span>${capital(kindOne(item.kind))}, ${t("gevonden met", "found by")} ${(item.by ?? []).map(each => each === "email" ? t("het e-mailadres", "the mail address") : t("het telefoonnummer", "the phone number")).join(", ")}: ${ruleWords(item.rule)} ${t("vanaf", "from")} ${date(item.start)}</span></label>`)}`;

  const acts = (what: Found): TemplateResult => html`
    <div class="actions">
      <button class="button plain" @click=${() => begin("export")}>${t("Meegeven", "Hand over")}</button>
      <button class="button plain" @click=${() => begin("rectify")}>${t("Verbeteren", "Set right")}</button>
      <button class="button plain" @click=${() => begin(what.restricted ? "lift" : "restrict")}>${what.restricted ? t("Beperking opheffen", "Lift the restriction") : t("Beperken", "Restrict")}</button>
      <button class="button plain" @click=${() => { means(whom); go("/erase"); }}>${t("Wissen: bekijk wat er weg zou gaan", "Erase: see what would go")}</button>
    </div>`;

  const shown = (what: Found): TemplateResult => html`
    <h2 id="found" tabindex="-1">${what.items.length + what.apart.length === 0 ? t("Er is niets van haar gevonden", "Nothing of her was found") : t("Dit is er van", "This there is of")} ${what.items.length + what.apart.length === 0 ? nothing : whose()}</h2>
    ${what.restricted ? html`<div class="note gone"><p><b>${t("Haar gegevens mogen alleen worden bewaard.", "Her data may only be stored.")}</b></p></div>` : nothing}
    ${said.view()}
    ${what.items.length + what.apart.length === 0 ? html`<p>${t("Kijk of het goed is gespeld, of zoek op het andere gegeven.", "See whether it is spelt right, or look for the other value.")}</p>`
      : html`${acting ? nothing : acts(what)}${act()}
        ${what.items.length ? html`<section class="card"><ul class="rows two">${what.items.map(line)}</ul></section>` : nothing}
        ${what.apart.length ? mayBe(what.apart) : nothing}
        ${beyond(what.notReached, what.copiesToDestroy)}`}`;

  return {
    part: "people",
    title: () => t("Iemand opzoeken", "Look somebody up"),
    async load() { if (whom.email || whom.phone) await look(); },
    view: () => html`
      <h1 tabindex="-1">${t("Iemand opzoeken", "Look somebody up")}</h1>
      <p class="soft">${t("Alles wat er van één persoon is: berichten, bestellingen, scans, verzoeken. Dat je keek, staat in “Wie zag wat”.", "Everything there is of one person: messages, orders, scans, requests. That you looked stands in “Who saw what”.")}</p>
      ${form.view(t("Zoek op", "Look up"), seek)}
      ${found ? shown(found) : html`<p class="soft">${t("Met allebei de gegevens vind je zekerder alleen haar: wat maar bij een van de twee past, staat apart.", "With both values you find her alone more surely: what fits only one of them stands apart.")}</p>`}`,
  };
}
