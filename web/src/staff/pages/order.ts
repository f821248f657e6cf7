// One order, one life: what was, what will be, and what will be destroyed, each day with its why.
import { html, nothing, type TemplateResult } from "../../parts/html";
import { bytes, capital, date, phone, readDay, t, term } from "../../parts/words";
import { all, ask, Refused, send, tagged, type Due, type Hold, type Order, type Page as Listed, type Scan } from "../api";
import { dayCheck, Form, needed, type Field } from "../form";
import { beforeItGoes, whenItGoes } from "../goes";
import { may, recoveryDays, ruleWords, today } from "../known";
import { here, once, redraw, told, type Page } from "../page";
import { Restricted } from "../restricted";
import { Said } from "../said";
import { asSeen, detailFields, detailsOf, type Seen } from "../order/details";
import { givenOf, heightOf } from "../order/client";
import { Giving } from "../order/giving";
import { Reading } from "../order/reading";
import { Undelivered } from "../order/undelivered";
import { Uploads } from "../uploads";
import { Quotes } from "./quotes";
import { lifeOf, type Look } from "./orderLife";
import { answers, channels, gone, purposes } from "./orderWords";
import { stateOf } from "./orders";

export function order(id: string): Page {
  const { focus } = here();
  let found: Order;
  let tag = "";
  let scans: Scan[] = [];
  let looks: Look[] = [];
  let acting: { name: string; form: Form; opened: Seen } | null = null;
  let going: { items: Due[]; again: () => Promise<void>; heading: string; words: string } | null = null;
  const proofs = new Map<string, number>();
  const said = new Said("said", told(`/orders/${id}`));
  const quotes = new Quotes(id);
  const giving = new Giving();
  const undelivered = new Undelivered(id);
  const uploads = new Uploads(id, async () => {
    await load();
    redraw();
  });

  const restricted = new Restricted(async asked => {
    const [[one, version], listed] = await Promise.all([tagged<Order>(`orders/${id}`, asked), ask<Listed<Scan>>(`orders/${id}/scans`, asked)]);
    [found, tag, scans] = [one, version, listed.items];
    await Promise.all([quotes.load(asked), proven(), undelivered.load(one)]);
    looks = may("privacy")
      ? (await Promise.all(scans.map(scan => all<Look>(`audit?scan=${scan.id}`)))).flat().filter(look => /content|print-copy/.test(look.action) && look.outcome < 400)
      : [];
  });

  async function load(): Promise<void> {
    await restricted.load();
    if (!isRead())
      void reading.wait();
  }

  const isRead = (): boolean => scans.every(scan => scan.status !== "pending");
  const now = (): Seen => ({ order: found, tag });
  const reading = new Reading(async signal => {
    scans = (await ask<Listed<Scan>>(`orders/${id}/scans`, { ...restricted.asked, signal })).items;
    if (isRead())
      await restricted.load();
    redraw();
    return isRead();
  });

  /** The numbers of the proofs of scans that are gone, for who may look at them. */
  async function proven(): Promise<void> {
    if (may("privacy"))
      await Promise.all(found.history.map(right => gone.exec(right.field)?.[1]).filter(scan => scan !== undefined && !proofs.has(scan)).map(async scan => {
        const { certificate } = await ask<{ certificate?: number }>(`retention/why/scan/${scan}`);
        if (certificate)
          proofs.set(scan!, certificate);
      }));
  }

  /** Does it; where something would go because of it, shows first what. Where it can be taken back, that is offered with what is said of it. */
  async function change<T>(path: string, body: Record<string, unknown>, told: { heading: string; words: string; done: string; undo?: (answer: T) => Promise<void> }, method = "POST", seen?: Seen): Promise<void> {
    const anew = async (): Promise<Seen> => { await load(); return now(); };
    const act = async (sure: boolean): Promise<void> => {
      const sent = (version = ""): Promise<T> => send<T>(path, sure ? { ...body, destroysNow: true } : body, method, version);
      const answer = await (seen ? asSeen(seen, sent, anew) : sent());
      [acting, going] = [null, null];
      await said.done(told.done, load, told.undo && (() => told.undo!(answer)));
    };
    try {
      await act(false);
    } catch (why) {
      if (!(why instanceof Refused) || why.status !== 409 || !why.problem.wouldDestroy)
        throw why;
      going = { items: why.problem.wouldDestroy, again: () => act(true), heading: told.heading, words: told.words };
      redraw();
      focus("#goes-heading");
    }
  }

  const dayField = (name: string, label: string): Field => ({
    name, label, short: true, hint: t("Bijvoorbeeld 28-11-2026, 28 november of vandaag.", "For example 28-11-2026, 28 November or today."),
    check: dayCheck,
  });
  const reasonField = (): Field => ({ name: "reason", label: t("Reden (mag leeg blijven)", "Reason (may stay empty)"), kind: "lines" });

  const fields: Record<string, (form: () => Form) => Field[]> = {
    ship: () => [dayField("shippedOn", t("Verzonden op", "Shipped on")), ...(found.shippedOn ? [reasonField()] : [])],
    cancel: () => [dayField("cancelledOn", t("Geannuleerd op", "Cancelled on")), reasonField()],
    hold: () => [
      { name: "reason", label: t("Waarom moet dit blijven?", "Why must this stay?"), kind: "lines", check: needed(t("Zeg waarom het moet blijven: een wet of een vordering.", "Say why it must stay: a law or a claim.")) },
      dayField("until", t("Tot en met", "Up to and including")),
    ],
    consent: () => [
      { name: "purpose", label: t("Waarvoor?", "For what?"), kind: "choice", choices: Object.entries(purposes).map(([purpose, words]) => [purpose, capital(words())]), check: needed(t("Kies waarvoor.", "Choose for what.")) },
      { name: "answer", label: t("Haar antwoord", "Her answer"), kind: "choice", choices: Object.entries(answers).map(([answer, words]) => [answer, capital(words())]), check: needed(t("Kies wat ze antwoordde.", "Choose what she answered.")) },
      { name: "channel", label: t("Hoe gaf ze dat antwoord?", "How did she answer?"), kind: "choice", choices: Object.entries(channels).filter(([channel]) => channel !== "link").map(([channel, words]) => [channel, capital(words())]), check: needed(t("Kies hoe ze antwoordde.", "Choose how she answered.")) },
      dayField("givenOn", t("Op welke dag?", "On which day?")),
    ],
    details: form => detailFields(form, dayField),
    giving: form => giving.fields(form, copied(), dayField),
    copy: () => [
      ...(copied().length > 1 ? [{
        name: "scan", label: t("Van welke scan is het een kopie?", "Of which scan is it a copy?"), kind: "choice" as const, check: needed(t("Kies van welke scan het een kopie is.", "Choose of which scan it is a copy.")),
        choices: copied().map((scan): [string, string] => [scan.id, t(`${scan.fileName}, ${bytes(scan.bytes)}, gemaakt op ${date(scan.scannedOn)}`, `${scan.fileName}, ${bytes(scan.bytes)}, made on ${date(scan.scannedOn)}`)]),
      }] : []),
      { name: "disk", label: t("Label van de schijf", "Label of the disk"), short: true, hint: t("Zoals het in het register staat, bijvoorbeeld SCHIJF-1.", "As it stands in the register, for example SCHIJF-1."), check: needed(t("Vul het label in dat op de schijf staat.", "Fill in the label that is on the disk.")) },
    ],
  };
  // A file that is no scan goes by itself, and nobody copies it for a printer.
  const copied = (): Scan[] => scans.filter(scan => scan.status === "recorded");

  function open(name: string, given: Record<string, string> = {}): void {
    said.clear();
    const form: Form = new Form(name, () => fields[name]!(() => form), given);
    [acting, going] = [{ name, form, opened: now() }, null];
    redraw();
    focus("#act-heading");
  }

  function act(): TemplateResult | typeof nothing {
    if (going)
      return beforeItGoes({
        heading: going.heading, items: going.items, whose: found.name, words: going.words,
        keep: () => { going = null; redraw(); focus(acting ? "#act-heading" : "h1"); },
        act: async () => {
          try { await going!.again(); } catch (why) { going = null; if (acting) acting.form.fail(why); else said.fail(why); } finally { redraw(); }
        },
      });
    if (!acting)
      return nothing;
    const { name, form, opened } = acting;
    const cancel = { words: t("Terug", "Back"), act: () => { acting = null; redraw(); focus("h1"); } };
    const day = (field: string) => readDay(form.value(field), today())!;
    // As it was before; null takes it back. A date that a scan was destroyed because of stays, and the app says so.
    const back = (path: "ship" | "cancel", field: string, before: string | undefined) => () => change(`orders/${id}/${path}`, { [field]: before ?? null, reason: t("De datum was een vergissing.", "The date was a mistake.") }, {
      heading: t("Zonder deze datum gaat dit weg", "Without this date this goes"), words: t("Terugzetten en dit laten vernietigen", "Put it back and have this destroyed"),
      done: before ? t(`De datum is weer ${date(before)}.`, `The date is ${date(before)} again.`) : t("Teruggedraaid: de bestelling loopt weer.", "Taken back: the order is open again."),
    });
    const reason = () => form.value("reason") ? { reason: form.value("reason") } : {};
    const shown: Record<string, () => TemplateResult> = {
      ship: () => html`<h2 id="act-heading" tabindex="-1">${found.shippedOn ? t("Verzenddatum verbeteren", "Set the shipping date right") : t("Beeldje verzonden", "Figurine shipped")}</h2>
        ${form.view(t("Verzenddatum opslaan", "Save the shipping date"), () => change(`orders/${id}/ship`, { shippedOn: day("shippedOn"), ...reason() }, {
          heading: t("Met deze datum gaat dit weg", "With this date this goes"), words: t(`Verzenddatum opslaan en dit laten vernietigen`, "Save the shipping date and have this destroyed"),
          done: t(`Genoteerd: verzonden op ${date(day("shippedOn"))}.`, `Noted: shipped on ${date(day("shippedOn"))}.`), undo: back("ship", "shippedOn", found.shippedOn),
        }), cancel)}`,
      cancel: () => html`<h2 id="act-heading" tabindex="-1">${t("Bestelling annuleren", "Cancel the order")}</h2>
        <p>${t(`Een scan gaat dan weg, ${term(`P${recoveryDays() + 1}D`)} voordat twee maanden na de annuleerdatum om zijn; eerder als zij al eerder liet weten dat ze geen beeldje meer wil. Tot dan kun je erop terugkomen.`, `A scan then goes, ${term(`P${recoveryDays() + 1}D`)} before two months after that date are over; sooner where she said before that she wants no figurine any more. Until then you can think better of it.`)}</p>
        ${form.view(t("Annuleren vanaf deze dag", "Cancel from this day"), () => change(`orders/${id}/cancel`, { cancelledOn: day("cancelledOn"), ...reason() }, {
          heading: t("Door te annuleren gaat dit weg", "By cancelling this goes"), words: t("Annuleren en dit laten vernietigen", "Cancel and have this destroyed"),
          done: t(`Geannuleerd op ${date(day("cancelledOn"))}.`, `Cancelled on ${date(day("cancelledOn"))}.`), undo: back("cancel", "cancelledOn", found.cancelledOn),
        }), cancel)}`,
      hold: () => html`<h2 id="act-heading" tabindex="-1">${t("Vasthouden", "Hold")}</h2>
        <p>${t("Zolang dit geldt, wordt niets van deze bestelling vernietigd, ook niet op verzoek.", "As long as this holds, nothing of this order is destroyed, not even on request.")}</p>
        ${form.view(t("Vasthouden tot en met die dag", "Hold up to and including that day"), () => change(`orders/${id}/holds`, { reason: form.value("reason"), until: day("until") }, {
          heading: "", words: "", done: t(`Alles van deze bestelling blijft tot en met ${date(day("until"))}.`, `All of this order stays up to and including ${date(day("until"))}.`),
          undo: (hold: { id: string }) => lift(hold.id, t("De bewaarplicht is weer weg.", "The hold is gone again.")),
        }), cancel)}`,
      consent: () => html`<h2 id="act-heading" tabindex="-1">${t("Toestemming noteren", "Note her consent")}</h2>
        ${form.view(t("Noteer haar antwoord", "Note her answer"), async () => {
          const { items } = await ask<Listed<{ purpose: string; version: string; language: string; inForce: boolean }>>("consent-texts");
          const answered = items.find(text => text.purpose === form.value("purpose") && text.language === found.language && text.inForce)!;
          await change(`orders/${id}/consents/${form.value("purpose")}`, { answer: form.value("answer"), channel: form.value("channel"), language: found.language, textVersion: answered.version, givenOn: day("givenOn") }, {
            heading: t("Met dit antwoord gaat dit weg", "With this answer this goes"), words: t("Noteer het antwoord en laat dit vernietigen", "Note the answer and have this destroyed"), done: t("Haar antwoord is genoteerd. Elk antwoord blijft staan: was dit een vergissing, noteer dan wat ze wel antwoordde.", "Her answer is noted. Each answer stays: if this was a mistake, note what she did answer."),
          }, "PUT");
        }, cancel)}`,
      details: () => detailsOf({ order: found, opened, now, form, change, cancel, waits: undelivered.isOpened, unchanged: () => { acting = null; said.say(t("Er is niets veranderd.", "Nothing was changed.")); } }),
      giving: () => giving.view(found, form, change, cancel),
      copy: () => html`<h2 id="act-heading" tabindex="-1">${t("Kopie op schijf melden", "Tell of a copy on disk")}</h2>
        ${copied().length === 1 ? html`<p>${t("Van scan", "Of scan")} <b>${copied()[0]!.fileName}</b>.</p>` : nothing}
        ${form.view(t("Kopie melden", "Tell of the copy"), () => change(`scans/${form.value("scan")}/copies`, { disk: form.value("disk") }, {
          heading: "", words: "", done: t(`Genoteerd: er ligt een kopie op ${form.value("disk")}. Als de scan weg moet, vragen we je die te wissen.`, `Noted: a copy lies on ${form.value("disk")}. When the scan has to go, you are asked to wipe it.`),
        }), cancel)}`,
    };
    return html`<section class="card">${shown[name]!()}</section>`;
  }

  const lift = (hold: string, done: string, undo?: () => Promise<void>): Promise<void> => change(`orders/${id}/holds/${hold}`, {}, {
    heading: t("Zonder bewaarplicht gaat dit weg", "Without the hold this goes"), words: t("Loslaten en dit laten vernietigen", "Lift it and have this destroyed"), done, ...(undo && { undo }),
  }, "DELETE");

  const liftIt = (hold: Hold): Promise<void> => lift(hold.id, t("De bewaarplicht is opgeheven.", "The hold is lifted."), () => change(`orders/${id}/holds`, { reason: hold.reason, until: hold.until }, {
    heading: "", words: "", done: t(`Alles van deze bestelling blijft weer tot en met ${date(hold.until)}.`, `All of this order stays up to and including ${date(hold.until)} again.`),
  }));

  /** In one sentence, what happens next and on which day. */
  function next(): TemplateResult {
    const soonest = [...scans].filter(scan => scan.retention.dueOn).sort((one, other) => one.retention.dueOn! < other.retention.dueOn! ? -1 : 1)[0];
    const held = found.holds.filter(hold => hold.until >= today());
    if (found.restrictedOn)
      return html`<div class="note gone"><p><b>${t("Deze gegevens mogen alleen worden bewaard.", "This data may only be stored.")}</b> ${t(`Beperkt op ${date(found.restrictedOn)}.`, `Restricted on ${date(found.restrictedOn)}.`)}</p></div>`;
    return html`<div class="note">
      <p>${soonest
        ? html`<b>${whenItGoes(t("de scan", "the scan"), soonest.retention)}</b> ${capital(ruleWords(soonest.retention.rule))}: ${term(soonest.retention.term)} ${t("vanaf", "from")} ${date(soonest.retention.start)}${soonest.retention.margin > 0 ? t(`, en ${term(`P${soonest.retention.margin}D`)} eerder omdat een vernietigd bestand nog even te herstellen is.`, `, and ${term(`P${soonest.retention.margin}D`)} earlier since a destroyed file can be recovered for a while.`) : "."}`
        : html`<b>${t("Er is geen scan.", "There is no scan.")}</b> ${whenItGoes(t("naam en adres", "name and address"), found.retention, true)}`}</p>
      ${held.map(hold => html`<p>${t(`Vastgehouden tot en met ${date(hold.until)}: ${hold.reason}`, `Held up to and including ${date(hold.until)}: ${hold.reason}`)}
        <button class="link" @click=${once(() => said.try(() => liftIt(hold)))}>${t("Loslaten", "Lift it")}</button></p>`)}
    </div>`;
  }

  // What may only be stored is not worked on: her withdrawal counts all the same.
  const actions = (): TemplateResult => html`<div class="actions">
    ${found.cancelledOn || found.restrictedOn ? nothing : html`<button class="button plain" @click=${() => open("ship", found.shippedOn ? { shippedOn: date(found.shippedOn) } : {})}>${found.shippedOn ? t("Verzenddatum verbeteren", "Set the shipping date right") : t("Verzonden melden", "Tell that it is shipped")}</button>`}
    ${found.state === "open" && !found.restrictedOn ? html`<button class="button plain" @click=${() => open("cancel")}>${t("Annuleren", "Cancel")}</button>` : nothing}
    ${copied().length && !found.restrictedOn ? html`<button class="button plain" @click=${() => open("copy", copied().length === 1 ? { scan: copied()[0]!.id } : {})}>${t("Kopie op schijf melden", "Tell of a copy on disk")}</button>` : nothing}
    ${found.restrictedOn ? nothing : html`<button class="button plain" @click=${() => open("details", givenOf(found))}>${t("Gegevens verbeteren", "Set the details right")}</button>
      <button class="button plain" @click=${once(() => said.try(async () => { await giving.load(); open("giving", { givenOn: t("vandaag", "today") }); }))}>${t("Noteren wie iets kreeg", "Note who was given something")}</button>`}
    <button class="button plain" @click=${() => open("consent", { givenOn: t("vandaag", "today") })}>${t("Toestemming noteren", "Note her consent")}</button>
    ${found.restrictedOn ? nothing : html`<button class="button plain" @click=${() => open("hold")}>${t("Vasthouden", "Hold")}</button>`}
  </div>`;

  const sending = (): TemplateResult => found.consents.some(consent => consent.purpose === "make-figurine" && consent.answer === "yes")
    ? uploads.view()
    : html`<h2>${t("Scan insturen", "Send a scan")}</h2><p class="soft">${t("Noteer eerst dat ze wil dat het beeldje wordt gemaakt. Zonder die toestemming nemen we geen scan aan.", "First note that she wants the figurine made. Without that consent no scan is taken.")}</p>`;

  return {
    part: "orders",
    title: () => found ? t(`Bestelling ${found.reference}`, `Order ${found.reference}`) : t("Bestelling", "Order"),
    load,
    leave: () => uploads.leave(),
    view: () => restricted.view(t("Bestelling", "Order"), () => html`
      <p><a href="/staff/orders">← ${t("Bestellingen", "Orders")}</a></p>
      <h1 tabindex="-1">${found.name} <span class="soft">${found.reference}</span></h1>
      <p class="soft">${found.email}${found.phone ? html` · <span class="number">${phone(found.phone)}</span>` : nothing} ${stateOf(found)}</p>
      ${found.address ? html`<p class="soft">${[found.address.line1, found.address.line2, `${found.address.postalCode} ${found.address.city}`, found.address.country].filter(Boolean).join(", ")}</p>` : nothing}
      ${heightOf(found)}
      ${next()}
      ${undelivered.view(found, said, load)}
      ${said.view()}
      ${acting || !may("staff") ? nothing : actions()}
      ${act()}
      ${found.state === "open" && !found.restrictedOn && may("staff") ? sending() : nothing}
      ${may("staff") || found.restrictedOn ? quotes.view(found) : nothing}
      ${lifeOf({ order: found, scans, looks, proofs })}`),
  };
}
