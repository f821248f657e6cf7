// What the app did by itself and on request: each run with what was left and why; and a sweep now, told first what it would destroy.
import { html, nothing, type TemplateResult } from "../../parts/html";
import { capital, date, moment, t } from "../../parts/words";
import { all, ask, ended, send, type Due, type Page as Listed, type Run } from "../api";
import { goingList, notBack } from "../goes";
import { kinds, today } from "../known";
import { further } from "../further";
import { here, once, redraw, type Page } from "../page";
import { Said } from "../said";

const names: Record<string, () => string> = {
  sweep: () => t("opruiming", "sweep"), reconcile: () => t("wekelijkse controle", "weekly reconciliation"), erasure: () => t("wissen op verzoek", "erasure on request"),
  destruction: () => t("vernietiging door een medewerker", "destruction by a member of staff"), replay: () => t("nalopen na een back-up", "replay after a restore"), export: () => t("pakket voor iemand", "package for somebody"),
};
export const runKind = (kind: string): string => names[kind]?.() ?? kind;

// Why something was left, as the app tells it in its letters too.
const causes: [RegExp, (rest: string) => string][] = [
  [/^this version knows no such kind/, () => t("deze versie kent die soort niet", "this version knows no such kind of record")],
  [/^this version cannot read/, () => t("deze versie kan het niet lezen", "this version cannot read it")],
  [/^somebody is changing it/, () => t("iemand was er net mee bezig; de volgende opruiming doet het", "somebody was changing it; the next sweep does it")],
  [/^the run was stopped/, () => t("de opruiming werd gestopt", "the run was stopped")],
  [/^the clock may be wrong/, () => t("niemand heeft de datum bevestigd", "nobody has confirmed the date")],
  [/^storage answered (.*)/, rest => t(`de opslag antwoordde ${rest}`, `storage answered ${rest}`)],
];
export function cause(why: string): string {
  for (const [pattern, words] of causes) {
    const found = pattern.exec(why);
    if (found)
      return words(found[1] ?? "");
  }
  return why;
}

export const destroyedBy = (run: Run): string =>
  Object.entries(run.destroyed).filter(([, amount]) => amount > 0).map(([kind, amount]) => kinds(kind, amount)).join(", ");

/** Something left, by its kind and the link to why it is there where it is one record. */
function thing(what: string): TemplateResult {
  const [, kind, id] = /^([a-z-]+)[|-]([0-9a-f]{32})$/.exec(what) ?? [];
  return kind && id ? html`<a href="/staff/why/${kind}/${id}">${kinds(kind, 1)} <span class="number">${id.slice(0, 12)}…</span></a>`
    : html`${what === "the rest" ? t("de rest, waar de opruiming niet aan toe kwam", "the rest, which the run did not come to") : what}`;
}

export const leftOf = (run: Run): TemplateResult => html`<ul>${run.left.map(left => html`<li>${thing(left.what)}: ${cause(left.why)}</li>`)}</ul>`;

const markOf = (run: Run): TemplateResult => html`<span class="mark ${run.complete ? "well" : run.finishedAt ? "gone" : "wait"}">${run.complete ? t("af", "complete") : run.finishedAt ? t("niet af", "not complete") : t("bezig", "at work")}</span>`;

export function runs(): Page {
  const { focus, signal } = here();
  let found: Run[] = [];
  let continuation: string | undefined;
  let due: Due[] | null = null;
  let accepted: string | null = null;
  let doubtful = false;
  const said = new Said();

  async function load(more = false): Promise<void> {
    const [page, health] = await Promise.all([
      ask<Listed<Run>>(`retention/runs?limit=30${more && continuation ? `&continuation=${continuation}` : ""}`), ask<{ sweep: { dateIsDoubtful: boolean } }>("health"),
    ]);
    found = more ? [...found, ...page.items] : page.items;
    [continuation, doubtful] = [page.continuation, health.sweep.dateIsDoubtful];
  }

  /** First what would go; the sweep itself only after that was seen. */
  async function preview(): Promise<void> {
    said.clear();
    accepted = null;
    due = (await all<Due>(`retention/due?until=${today()}`)).filter(item => item.kind !== "line-subject");
    redraw();
    focus("#sweep-heading");
  }

  async function sweep(confirmToday: boolean): Promise<void> {
    // Where the connection was lost while it was waited for, the same run is asked for again.
    const answer = accepted ? { run: accepted } : await send<Run | { run: string }>("retention/sweep", confirmToday ? { confirmToday: today() } : {});
    const run = "run" in answer ? await ended(accepted = answer.run, signal) : answer;
    [due, accepted] = [null, null];
    await load();
    said.say(html`${run.complete ? t("De opruiming is klaar.", "The sweep is done.") : html`<b>${t("De opruiming kon niet alles doen.", "The sweep could not do all.")}</b>`}
      ${destroyedBy(run) ? t(`Vernietigd: ${destroyedBy(run)}.`, `Destroyed: ${destroyedBy(run)}.`) : t("Er was niets te vernietigen.", "There was nothing to destroy.")}
      <a href="/staff/runs/${run.id}">${t("Bekijk de opruiming", "See the run")}</a>`);
  }

  const shown = (items: Due[]): TemplateResult => html`
    <section class="note ${items.length ? "gone" : ""}" aria-labelledby="sweep-heading">
      <h2 id="sweep-heading" tabindex="-1">${items.length ? t("Dit gaat nu weg", "This goes now") : t("Er is nu niets dat weg moet", "Nothing has to go now")}</h2>
      ${items.length ? html`${goingList(items, undefined, () => t("meteen", "at once"))}
        <p>${t("Anders gebeurt dit vannacht.", "Otherwise it happens tonight.")} ${notBack(items.some(item => item.kind === "scan"))}</p>` : nothing}
      ${doubtful ? html`<p><b>${t("De klok van de app sprong.", "The clock of the app jumped.")}</b> ${t(`Volgens de app is het ${date(today())}. Bevestig dat alleen als het zo is: daarna wordt er weer vernietigd.`, `By the app it is ${date(today())}. Confirm that only if it is so: then things are destroyed again.`)}</p>` : nothing}
      <div class="actions">
        <button class="button" @click=${() => { due = null; redraw(); focus("h1"); }}>${t("Niet doen, terug", "Leave it, go back")}</button>
        ${doubtful ? html`<button class="button gone" @click=${once(() => said.try(() => sweep(true)))}>${t(`Het is ${date(today())}: ruim op wat weg moet`, `It is ${date(today())}: sweep what has to go`)}</button>`
          : items.length ? html`<button class="button gone" @click=${once(() => said.try(() => sweep(false)))}>${t("Nu opruimen en dit vernietigen", "Sweep now and destroy this")}</button>`
          : html`<button class="button plain" @click=${once(() => said.try(() => sweep(false)))}>${t("Toch nu opruimen", "Sweep now all the same")}</button>`}
      </div>
    </section>`;

  return {
    part: "settings",
    title: () => t("Opruimingen", "Runs"),
    load: () => load(),
    view: () => html`
      <p><a href="/staff/settings">← ${t("Instellingen", "Settings")}</a></p>
      <h1 tabindex="-1">${t("Opruimingen", "Runs")}</h1>
      <p class="soft">${t("Elke nacht vernietigt de app wat weg moet; elke week loopt ze alles na. Hier staat wat ervan kwam, en wat bleef liggen.", "Each night the app destroys what has to go; each week it goes over everything. Here stands what came of it, and what was left.")}</p>
      ${said.view()}
      ${due ? shown(due) : html`<div class="actions"><button class="button plain" @click=${once(() => said.try(preview))}>${t("Nu opruimen? Bekijk eerst wat er weg zou gaan", "Sweep now? See first what would go")}</button></div>`}
      ${found.length === 0 ? html`<p>${t("Nog niets: na de eerste nacht staat hier de eerste opruiming.", "Nothing yet: after the first night the first run stands here.")}</p>`
        : html`<section class="card"><ul class="rows">${found.map(run => html`
          <li>${markOf(run)}<span><a class="what" href="/staff/runs/${run.id}">${capital(runKind(run.kind))}, ${moment(run.startedAt)}</a>
            <span class="soft">${run.finishedAt ? destroyedBy(run) || t("niets vernietigd", "nothing destroyed") : t("nog niet klaar", "not finished yet")}</span>${run.left.length ? leftOf(run) : nothing}</span></li>`)}</ul></section>`}
      ${further(continuation, () => load(true))}`,
  };
}

interface WholeRun extends Run { until?: string; certificates: number; spared: number; tidied: number; repaired: Record<string, number> }

export function run(id: string): Page {
  const { signal } = here();
  let found: WholeRun;
  return {
    part: "settings",
    title: () => found ? capital(runKind(found.kind)) : t("Opruiming", "Run"),
    async load() {
      found = await ask<WholeRun>(`retention/runs/${id}`);
      if (!found.finishedAt)
        void ended<WholeRun>(id, signal).then(run => {
          found = run;
          redraw();
        });
    },
    view: () => html`
      <p><a href="/staff/runs">← ${t("Opruimingen", "Runs")}</a></p>
      <h1 tabindex="-1">${capital(runKind(found.kind))} <span class="soft">${moment(found.startedAt)}</span></h1>
      <p role="status">${markOf(found)} ${found.finishedAt ? t(`Klaar op ${moment(found.finishedAt)}.`, `Finished on ${moment(found.finishedAt)}.`) : t("Nog bezig; deze pagina kijkt vanzelf opnieuw.", "Still at work; this page looks again by itself.")}</p>
      <dl class="facts">
        <dt>${t("Vernietigd", "Destroyed")}</dt><dd>${destroyedBy(found) || t("niets", "nothing")}</dd>
        <dt>${t("Bewijzen", "Proofs")}</dt><dd>${found.certificates}</dd>
        ${found.spared ? html`<dt>${t("Toch niet vernietigd", "Not destroyed after all")}</dt><dd>${found.spared}, ${t("want er was intussen iets veranderd", "since something had changed meanwhile")}</dd>` : nothing}
        ${found.openTasks ? html`<dt>${t("Wacht op mensen", "Waits for people")}</dt><dd>${found.openTasks}: <a href="/staff">${t("kopieën om te wissen", "copies to wipe")}</a></dd>` : nothing}
      </dl>
      ${found.finishedAt ? html`<h2>${t("Wat bleef liggen", "What was left")}</h2>
        ${found.left.length ? leftOf(found) : html`<p class="soft">${t("Niets: alles wat weg moest, is weg.", "Nothing: all that had to go is gone.")}</p>`}` : nothing}
      <p class="soft">${t("Kenmerk", "Identifier")}: <code>${id}</code></p>`,
  };
}
