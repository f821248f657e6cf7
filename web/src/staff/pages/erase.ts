// Erases what is kept of one person, in two steps: first what would go, then exactly that.
import { html, nothing, type TemplateResult } from "../../parts/html";
import { capital, count, date, many, t } from "../../parts/words";
import { ask, ended, send, type Copy, type Due, type RequestLine, type Run } from "../api";
import { Form } from "../form";
import { goesOn, goingList } from "../goes";
import { kindOne } from "../known";
import { here, once, redraw, type Page } from "../page";
import { destroyedBy, leftOf } from "./runs";
import { beyond, meant, whomFields, type Beyond } from "./whom";

interface Shown { found: Due[]; apart: Due[]; token: string; copiesToDestroy: { copies: Copy[] }[]; notReached: Beyond }
interface Erased { destroyed: Due[]; suspended: Due[]; copiesToDestroy: { copies: Copy[] }[]; notReached: Beyond }
// Where it took longer than a request: what the run tells, and what there still is.
interface Ended extends Omit<Erased, "destroyed"> { run: Run }

/** An erasure goes before a restriction and before the term; a hold, or a letter that is owed, goes before an erasure. */
const erasedOn = (item: Due): string => {
  const kept = item.suspendedBy.filter(by => by.kind !== "restriction");
  const last = kept.map(by => by.until).sort().at(-1);
  return kept.length === 0 ? t("meteen", "at once")
    : last === undefined ? goesOn({ ...item, dueOn: null })
    : t(`blijft tot en met ${date(last)}`, `stays up to and including ${date(last)}`);
};

export function erase(id?: string): Page {
  const { focus, go, signal } = here();
  let shown: Shown | null = null;
  let erased: Erased | Ended | null = null;
  let running = false;
  let accepted: string | undefined;
  let named: string[] = [];
  // What was ticked when it was looked: the token is of that.
  let lookedWith: string[] = [];
  let form: Form;
  const sure = new Form("sure", () => []);

  const made = (given: Record<string, string>): Form => new Form("whom", () => whomFields(() => form), given);
  // Filled in by who comes from her page or from her request, and by nobody else.
  form = made(id ? {} : meant());

  const look = (named: string[]): Promise<Shown> => send("subjects/erase", {
    ...(form.value("email") && { email: form.value("email") }), ...(form.value("phone") && { phone: form.value("phone") }), ...(named.length && { named }),
  });

  async function preview(): Promise<void> {
    const ticked = named;
    shown = await look(ticked);
    [lookedWith, named] = [ticked, ticked];
    accepted = undefined;
    redraw();
    focus("#shown-heading");
  }

  async function perform(): Promise<void> {
    // Where the connection was lost while it was waited for, it is asked of the same run what went.
    const answer = accepted ? { run: accepted } : await send<Erased | { run: string }>("subjects/erase", { token: shown!.token });
    erased = "run" in answer ? await after(accepted = answer.run) : answer;
    redraw();
    focus("h1");
  }

  async function after(id: string): Promise<Ended> {
    running = true;
    redraw();
    try {
      const run = await ended(id, signal);
      const { found, apart, copiesToDestroy } = await look([]);
      return { run, suspended: [...found, ...apart].filter(item => shown!.found.some(was => was.id === item.id)), copiesToDestroy, notReached: shown!.notReached };
    } finally {
      running = false;
    }
  }

  const before = (what: Shown): TemplateResult => html`
    <section class="note gone" aria-labelledby="shown-heading">
      <h2 id="shown-heading" tabindex="-1">${what.found.length === 0 ? t("Er is niets van haar gevonden", "Nothing of her was found") : t("Dit gaat weg, vandaag nog", "This goes, today")}</h2>
      <p>${t("Van", "Of")} <b>${[form.value("email"), form.value("phone")].filter(Boolean).join(", ")}</b></p>
      ${what.found.length ? html`${goingList(what.found, undefined, erasedOn)}
        <p>${t("Wat een bewaarplicht heeft, blijft tot die voorbij is. Wat beperkt is, gaat wél weg.", "What has a hold stays until that is over. What is restricted does go.")}</p>` : nothing}
      ${what.apart.length ? html`<h3>${t("Alleen een van de twee gegevens past", "Only one of the two values fits")}</h3><p>${t("Dit kan van iemand anders zijn. Kruis aan wat van haar is; dan kijken we opnieuw.", "This may be somebody else's. Tick what is hers; then we look again.")}</p>
        ${what.apart.map(item => html`<label class="choice"><input type="checkbox" .checked=${named.includes(item.id)} @change=${(event: Event) => { named = (event.target as HTMLInputElement).checked ? [...named, item.id] : named.filter(each => each !== item.id); redraw(); }}>${kindOne(item.kind)} <span class="soft number">${item.id.slice(0, 12)}…</span></label>`)}
        <button class="button plain" @click=${once(preview)}>${t("Kijk opnieuw", "Look again")}</button>` : nothing}
      ${beyond(what.notReached, what.copiesToDestroy)}
      ${running ? html`<p role="status">${t("Bezig met vernietigen. Dit gaat ook door als je de pagina sluit.", "Destroying. This goes on when you close the page, too.")}</p>` : html`
        <div class="actions"><button class="button" @click=${() => { [shown, named] = [null, []]; redraw(); focus("h1"); }}>${t("Niets wissen, terug", "Erase nothing, go back")}</button></div>
        ${named.length !== lookedWith.length || named.some(each => !lookedWith.includes(each)) ? html`<p>${t("Je hebt iets aan- of uitgekruist: kijk eerst opnieuw.", "You ticked something, or unticked it: look again first.")}</p>`
          : what.found.length ? sure.view(t("Alles hierboven vernietigen", "Destroy all of the above"), perform, undefined, "button gone") : nothing}`}
    </section>`;

  const proofOf = (waiting: unknown[]): string => waiting.length
    ? t("Van elk is er een bewijs; van een scan met een kopie op een schijf komt het als die is gewist.", "There is proof of each; of a scan with a copy on a disk it comes once that was wiped.")
    : t("Van elk is er een bewijs.", "There is proof of each.");

  const ofRun = (run: Run): TemplateResult => html`
    <div class="note ${run.complete ? "well" : "gone"}" role="status">
      <p><b>${destroyedBy(run) ? t(`Vernietigd: ${destroyedBy(run)}.`, `Destroyed: ${destroyedBy(run)}.`) : t("Er is niets vernietigd.", "Nothing was destroyed.")}</b>
        ${run.complete ? nothing : t("Niet alles lukte. De app gaat er elke nacht mee door.", "Not all of it could be done. The app goes on with it each night.")} <a href="/staff/runs/${run.id}">${t("Bekijk hoe het ging", "See how it went")}</a></p>
      ${run.left.length ? leftOf(run) : nothing}</div>`;

  const wentNow = (what: Erased): TemplateResult => html`
    <div class="note well" role="status"><p><b>${capital(t(`${count(what.destroyed.length)} ${many(what.destroyed.length, "ding is", "dingen zijn")} vernietigd.`, `${count(what.destroyed.length)} ${many(what.destroyed.length, "thing was", "things were")} destroyed.`))}</b> ${proofOf(what.copiesToDestroy)}</p></div>`;

  const gone = (what: Erased | Ended): TemplateResult => html`
    ${"run" in what ? ofRun(what.run) : wentNow(what)}
    ${what.suspended.length ? html`<h2>${t("Dit blijft nog", "This stays for now")}</h2>${goingList(what.suspended)}` : nothing}
    ${beyond(what.notReached, what.copiesToDestroy)}
    <div class="actions"><a class="button" href="/staff/certificates">${t("Bekijk de bewijzen", "See the proofs")}</a>${id ? html`<a class="button plain" href="/staff/requests/${id}">${t("Verder met het verzoek", "On with the request")}</a>` : nothing}</div>`;

  return {
    part: "requests",
    title: () => erased ? t("Gewist", "Erased") : t("Iemand wissen", "Erase somebody"),
    async load() {
      if (id) {
        const request = await ask<RequestLine & { email: string; phone?: string }>(`privacy-requests/${id}`);
        form = made({ email: request.email, phone: request.phone ?? "" });
      }
    },
    view: () => html`
      <p><a href=${id ? `/staff/requests/${id}` : "/staff/requests"}>← ${id ? t("Het verzoek", "The request") : t("Verzoeken", "Requests")}</a></p>
      <h1 tabindex="-1">${erased ? t("Gewist", "Erased") : t("Iemand wissen", "Erase somebody")}</h1>
      ${erased ? gone(erased) : shown ? before(shown) : html`
        <p>${t("Eerst zie je wat er van haar is en wat er weg zou gaan. Er wordt nog niets veranderd.", "First you see what there is of her and what would go. Nothing is changed yet.")}</p>
        ${form.view(t("Laat zien wat er weg zou gaan", "Show what would go"), preview, { words: t("Terug", "Back"), act: () => go(id ? `/requests/${id}` : "/requests") })}`}`,
  };
}
