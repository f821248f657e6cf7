// One certificate, to read and to print; and the way back, as long as storage can go it.
import { html, nothing, type TemplateResult } from "../../parts/html";
import { date, dayOf, plusDays, readDay, t } from "../../parts/words";
import { ask, Refused, send, type Derivation, type Due } from "../api";
import { Form, needed } from "../form";
import { beforeItGoes } from "../goes";
import { may, ruleWords, today } from "../known";
import { focus, redraw, type Page } from "../page";
import { Said } from "../said";
import { documentPage } from "./documents";

interface Certificate {
  number: number; kind: string; destroyedAt: string; why: Derivation; recoveryClosesOn: string; closes?: number; undone?: { certificate: number };
  items: { id: string; within?: string; files: unknown[] }[];
}

// What somebody asked for is not taken back, and what moved is where it belongs.
const final = ["erasure", "scan-moved"];

export function certificate(number: string): Page {
  const paper = documentPage("certificates", `retention/certificates/${number}`, () => html`<div class="no-print">${said.view()}${mistake()}</div>`);
  let found: Certificate;
  let form: Form | null = null;
  let going: Due[] | null = null;
  let busy = false;
  let isBack = false;
  const said = new Said();

  const canComeBack = (): boolean => found.kind === "scan" && !found.closes && !found.undone && !final.includes(found.why.rule) && found.recoveryClosesOn > today() && found.items.some(item => item.files.length === 1);

  function begin(): void {
    said.clear();
    form = new Form("undo", () => [
      { name: "reason", label: t("Wat ging er mis?", "What went wrong?"), kind: "lines", check: needed(t("Zeg wat er misging.", "Say what went wrong.")) },
      {
        name: "until", label: t("Houd de scan vast tot en met (mag leeg blijven)", "Hold the scan up to and including (may stay empty)"), short: true,
        hint: t("Nodig als de scan anders meteen weer weg moet: intussen verbeter je de datum die niet klopte.", "Needed where the scan would have to go again at once: meanwhile you set the wrong date right."),
        check: value => !value || readDay(value, today()) ? undefined : t("Vul een datum in, zoals 28-11-2026.", "Fill in a date, such as 28-11-2026."),
      },
    ]);
    redraw();
    focus("#undo-heading");
  }

  async function bringBack(sure: boolean): Promise<void> {
    const [reason, until] = [form!.value("reason"), readDay(form!.value("until"), today())];
    try {
      const scan = await send<{ orderId: string; retention: Derivation }>("retention/undo", {
        certificate: found.number, reason, ...(until && { hold: { reason, until } }), ...(sure && { destroysNow: true }),
      });
      [form, going, isBack] = [null, null, true];
      said.say(html`<b>${t("De scan is terug.", "The scan is back.")}</b> ${scan.retention.dueOn ? t(`Hij gaat weer weg op ${date(scan.retention.dueOn)}.`, `It goes again on ${date(scan.retention.dueOn)}.`) : nothing}
        ${t("Ook van het terugzetten is er een verklaring.", "Of bringing it back there is a certificate too.")} ${may("staff") ? html`<a href="/staff/orders/${scan.orderId}">${t("Open de bestelling", "Open the order")}</a>` : nothing}`);
    } catch (why) {
      if (!(why instanceof Refused) || !why.problem.wouldDestroy)
        throw hold(why);
      going = why.problem.wouldDestroy;
      redraw();
      focus("#goes-heading");
    }
  }

  // What is wrong with the hold stands beside the day of it.
  function hold(why: unknown): unknown {
    if (!(why instanceof Refused) || !why.problem.errors)
      return why;
    const errors = Object.fromEntries(Object.entries(why.problem.errors).map(([field, words]) => [field.startsWith("hold") ? "until" : field, words]));
    return new Refused(why.status, { ...why.problem, errors });
  }

  const back = (): TemplateResult => html`
    <section class="card no-print">
      <h2 id="undo-heading" tabindex="-1">${t("Deze scan terugzetten", "Bring this scan back")}</h2>
      <p>${t(`De scan komt terug bij zijn bestelling, met hetzelfde bestand en onder een nieuw kenmerk. Dat kan tot en met ${date(plusDays(found.recoveryClosesOn, -1))}; daarna kan niemand het meer. Zijn bestandsnaam en kopieën op schijven komen niet terug.`,
        `The scan comes back to its order, with the same file and under a new identifier. That can be done up to and including ${date(plusDays(found.recoveryClosesOn, -1))}; after that nobody can. The name of its file and copies on disks do not come back.`)}</p>
      ${form!.view(t("Zet de scan terug", "Bring the scan back"), () => bringBack(false), { words: t("Terug", "Back"), act: () => { form = null; redraw(); focus("h1"); } })}
    </section>`;

  function mistake(): TemplateResult | typeof nothing {
    if (going)
      return beforeItGoes({
        heading: t("Teruggezet gaat de scan meteen weer weg", "Brought back the scan goes again"), items: going, whose: "", busy, words: t("Zet hem terug en laat hem dan weer vernietigen", "Bring it back and have it destroyed again then"),
        keep: () => { going = null; redraw(); focus("#undo-heading"); },
        act: async () => { busy = true; redraw(); try { await bringBack(true); } catch (why) { going = null; form?.fail(why); } finally { busy = false; redraw(); } },
      });
    if (isBack)
      return nothing;
    if (form)
      return back();
    if (canComeBack())
      return html`<div class="note no-print"><p><b>${t("Was dit een vergissing?", "Was this a mistake?")}</b> ${t(`Tot en met ${date(plusDays(found.recoveryClosesOn, -1))} kan de scan terug.`, `Up to and including ${date(plusDays(found.recoveryClosesOn, -1))} the scan can come back.`)}</p>
        <div class="actions"><button class="button plain" @click=${begin}>${t("Dit was een vergissing: zet terug", "This was a mistake: bring it back")}</button></div></div>`;
    return html`<p class="soft no-print">${found.undone || found.closes ? nothing
      : final.includes(found.why.rule) ? t("Dit komt niet terug: ", "This does not come back: ") + ruleWords(found.why.rule) + "."
      : found.kind === "scan" ? t(`Dit komt niet meer terug: op ${date(found.recoveryClosesOn)} sloot de tijd waarin een bestand te herstellen is.`, `This does not come back any more: on ${date(found.recoveryClosesOn)} the time closed in which a file can be recovered.`)
      : t(`Dit komt niet terug. Alleen een scan is nog even te herstellen; dit was op ${date(dayOf(found.destroyedAt))} meteen weg.`, `This does not come back. Only a scan can be recovered for a while; this was gone at once on ${date(dayOf(found.destroyedAt))}.`)}</p>`;
  }

  return {
    part: "certificates",
    title: paper.title,
    speaks: true,
    async load() { await Promise.all([paper.load!(), ask<Certificate>(`retention/certificates/${number}`).then(one => { found = one; })]); },
    view: () => paper.view(),
  };
}
