// Whether everything is well, what the last runs did, and which disks and recipients are known. No secrets.
import { html, nothing, type TemplateResult } from "../../parts/html";
import { capital, moment, readDay, t } from "../../parts/words";
import { ask, Refused, send, type Page as Listed, type Run } from "../api";
import { Form } from "../form";
import { isLocal, kinds, may, said, today } from "../known";
import { focus, redraw, type Page } from "../page";
import { toReview } from "../review";

interface Health {
  sweep: { completedAt?: string; overdue: boolean; dateIsDoubtful: boolean }; chain: { verifiedAt?: string; overdue: boolean; whole?: boolean; broken?: { number: number } };
  checkpoints: { policy: string }; mail: { refusedWith?: number };
}

const runKinds: Record<string, () => string> = {
  sweep: () => t("opruiming", "sweep"), reconciliation: () => t("controle", "reconciliation"), erasure: () => t("wissen op verzoek", "erasure"), replay: () => t("nalopen na een back-up", "replay"), export: () => t("pakket", "package"),
};

export function settings(): Page {
  let health: Health;
  let runs: Run[] = [];
  let disks: { id: string; label: string; registeredOn?: string }[] = [];
  let recipients: { label: string; name: string; purpose: string }[] = [];
  let done = "";
  let busy = false;

  async function load(): Promise<void> {
    [health, runs, disks, recipients] = await Promise.all([
      ask<Health>("health"),
      may("privacy") ? ask<Listed<Run>>("retention/runs?limit=10").then(page => page.items) : [],
      may("staff") ? ask<Listed<(typeof disks)[number]>>("disks").then(page => page.items) : [],
      may("staff") ? ask<Listed<(typeof recipients)[number]>>("recipients").then(page => page.items) : [],
    ]);
  }

  const clock = new Form("clock", () => [{
    name: "day", label: t("Dag", "Day"), short: true, hint: t("Bijvoorbeeld 14 januari 2027.", "For example 14 January 2027."),
    check: value => readDay(value, today()) ? undefined : t("Vul een datum in, zoals 14-1-2027.", "Fill in a date, such as 14-1-2027."),
  }]);

  async function sweep(): Promise<void> {
    busy = true;
    redraw();
    const answer = await send<{ id: string; complete: boolean }>("retention/sweep", {});
    for (let run = await ask<Run>(`retention/runs/${answer.id}`); !run.finishedAt; run = await ask<Run>(`retention/runs/${answer.id}`))
      await new Promise(later => setTimeout(later, 2000));
    await load();
    [busy, done] = [false, t("De opruiming is klaar.", "The sweep is done.")];
    redraw();
    focus("#said");
  }

  const line = (well: boolean, words: string, what: TemplateResult | string): TemplateResult => html`
    <li><span class="mark ${well ? "well" : "gone"}">${well ? t("goed", "well") : t("let op", "look")}</span><span><span class="what">${words}</span><span class="soft">${what}</span></span></li>`;

  return {
    part: "settings",
    title: () => t("Instellingen", "Settings"),
    load,
    view: () => html`
      <h1 tabindex="-1">${t("Gaat alles goed?", "Is everything well?")}</h1>
      <section class="card" aria-label=${t("Gezondheid", "Health")}><ul class="rows">
        ${line(true, t("De opslag antwoordt", "Storage answers"), "")}
        ${line(!health.sweep.overdue && !health.sweep.dateIsDoubtful, t("De nachtelijke opruiming", "The nightly sweep"), health.sweep.dateIsDoubtful ? t("wacht tot iemand de datum bevestigt", "waits until somebody confirms the date") : health.sweep.completedAt ? t(`laatst af op ${moment(health.sweep.completedAt)}`, `last complete on ${moment(health.sweep.completedAt)}`) : t("is nog niet geweest", "has not been yet"))}
        ${line(health.chain.whole !== false && !(health.chain.overdue && health.chain.verifiedAt), t("De keten van bewijzen", "The chain of proofs"), health.chain.broken ? t(`klopt niet bij verklaring ${health.chain.broken.number}`, `does not hold at certificate ${health.chain.broken.number}`) : health.chain.verifiedAt ? t(`nagerekend op ${moment(health.chain.verifiedAt)}`, `recomputed on ${moment(health.chain.verifiedAt)}`) : t("nog niet nagerekend", "not recomputed yet"))}
        ${line(!health.mail.refusedWith, t("De post", "The mail"), health.mail.refusedWith ? t(`de maildienst weigert (${health.mail.refusedWith})`, `the mail service refuses (${health.mail.refusedWith})`) : t("wordt aangenomen", "is taken"))}
        ${line(toReview().length === 0, t("Wat elk jaar verandert", "What changes each year"), html`${toReview().length === 0 ? t("feestdagen, btw, teksten en verklaring zijn nagekeken", "holidays, VAT, texts and statement were looked at") : toReview().map(each => said(each.words)).join(", ")}. <a href="/staff/documents">${t("Bekijk", "Look")}</a>`)}
      </ul></section>
      <div id="said" tabindex="-1" role="status">${done ? html`<div class="note well"><p>${done}</p></div>` : nothing}</div>
      ${may("privacy") ? html`
        <h2>${t("Wat de app de laatste tijd deed", "What the app did lately")}</h2>
        ${runs.length === 0 ? html`<p class="soft">${t("Nog niets: elke nacht om twee uur wordt er opgeruimd.", "Nothing yet: there is a sweep at two each night.")}</p>` : html`
          <section class="card"><ul class="rows">${runs.map(run => html`
            <li><span class="mark ${run.complete ? "well" : "gone"}">${run.complete ? t("af", "complete") : run.finishedAt ? t("niet af", "not complete") : t("bezig", "at work")}</span>
              <span><span class="what">${capital(runKinds[run.kind]?.() ?? run.kind)}, ${moment(run.startedAt)}</span>
              <span class="soft">${Object.entries(run.destroyed).map(([kind, amount]) => kinds(kind, amount)).join(", ") || t("niets vernietigd", "nothing destroyed")}${run.left.length ? html`<br>${t("Bleef liggen", "Left")}: ${run.left.map(left => html`<code>${left.what}</code> (${left.why}) `)}` : nothing}</span></span></li>`)}</ul></section>`}
        <div class="actions"><button class="button plain" aria-busy=${busy} @click=${sweep}>${busy ? t("Bezig met opruimen…", "Sweeping…") : t("Ruim nu op wat weg moet", "Sweep now what has to go")}</button></div>` : nothing}
      ${may("staff") ? html`
        <h2>${t("Schijven", "Disks")}</h2>
        ${disks.length === 0 ? html`<p class="soft">${t("Er is nog geen schijf geregistreerd.", "No disk is registered yet.")}</p>` : html`<ul>${disks.map(disk => html`<li>${disk.label}</li>`)}</ul>`}
        <h2>${t("Wie gegevens van ons krijgt", "Who is given data by us")}</h2>
        ${recipients.length === 0 ? html`<p class="soft">${t("Nog niemand.", "Nobody yet.")}</p>` : html`<ul>${recipients.map(each => html`<li>${each.name}: ${each.purpose}</li>`)}</ul>`}` : nothing}
      <h2>${t("Op de website van de praktijk", "On the website of the practice")}</h2>
      <p><a href="/forms">${t("De formulieren, met de tag die ze op een site zet", "The forms, with the tag that puts them on a site")}</a></p>
      ${isLocal() ? html`<h2>${t("Proefversie", "Trial")}</h2>
        <p>${t("Zet de klok van de app op een andere dag, en zie wat er dan weg moet. Ruim daarna op met de knop hierboven.", "Put the clock of the app on another day, and see what has to go then. Sweep afterwards with the button above.")}</p>
        ${clock.view(t("Zet de klok", "Set the clock"), async () => {
          const answer = await fetch("/local/clock", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ now: `${readDay(clock.value("day"), today())}T12:00:00Z` }) });
          if (!answer.ok)
            throw new Refused(answer.status, {});
          location.reload();
        })}
        <p><a href="/local/mailbox" target="_blank">${t("De mailbox van deze computer", "The mailbox of this machine")}</a></p>` : nothing}`,
  };
}
