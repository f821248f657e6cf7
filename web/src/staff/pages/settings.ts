// Whether everything is well, what the last runs did, and which disks and recipients are known. No secrets.
import { html, nothing, type TemplateResult } from "../../parts/html";
import { moment, readDay, t } from "../../parts/words";
import { ask, Refused, type Page as Listed, type Run } from "../api";
import { Form } from "../form";
import { isLocal, may, today, wordsOf, type Words } from "../known";
import type { Page } from "../page";
import { toReview } from "../review";
import { runKind } from "./runs";

interface Health {
  sweep: { completedAt?: string; overdue: boolean; dateIsDoubtful: boolean }; chain: { verifiedAt?: string; overdue: boolean; whole?: boolean; broken?: { number: number } };
  checkpoints: { policy: string }; mail: { refusedWith?: number };
}
interface Configured { name: string; words: Words; value: Words }

export function settings(): Page {
  let health: Health;
  let runs: Run[] = [];
  let disks: { id: string; label: string; registeredOn?: string }[] = [];
  let recipients: { name: string }[] = [];
  let configured: Configured[] = [];

  async function load(): Promise<void> {
    [health, runs, disks, recipients, configured] = await Promise.all([
      ask<Health>("health"),
      may("privacy") ? ask<Listed<Run>>("retention/runs?limit=1").then(page => page.items) : [],
      may("staff") ? ask<Listed<(typeof disks)[number]>>("disks").then(page => page.items) : [],
      may("staff") ? ask<Listed<(typeof recipients)[number]>>("recipients").then(page => page.items) : [],
      may("privacy") ? ask<Listed<Configured>>("settings").then(page => page.items) : [],
    ]);
  }

  const clock = new Form("clock", () => [{
    name: "day", label: t("Dag", "Day"), short: true, hint: t("Bijvoorbeeld 14 januari 2027.", "For example 14 January 2027."),
    check: value => readDay(value, today()) ? undefined : t("Vul een datum in, zoals 14-1-2027.", "Fill in a date, such as 14-1-2027."),
  }]);

  const line = (well: boolean, words: string, what: TemplateResult | string): TemplateResult => html`
    <li><span class="mark ${well ? "well" : "gone"}">${well ? t("goed", "well") : t("let op", "look")}</span><span><span class="what">${words}</span><span class="soft">${what}</span></span></li>`;

  const link = (path: string, words: string, what: TemplateResult | string): TemplateResult => html`<li><span><a class="what" href="/staff/${path}">${words}</a><span class="soft">${what}</span></span></li>`;

  const lastRun = (): string => runs[0]
    ? t(`De laatste: ${runKind(runs[0].kind)}, ${moment(runs[0].startedAt)}, ${runs[0].complete ? "af" : runs[0].finishedAt ? "niet af" : "bezig"}.`, `The last: ${runKind(runs[0].kind)}, ${moment(runs[0].startedAt)}, ${runs[0].complete ? "complete" : runs[0].finishedAt ? "not complete" : "at work"}.`)
    : t("Elke nacht; er is er nog geen geweest.", "Each night; there has been none yet.");

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
        ${line(toReview().length === 0, t("Wat elk jaar verandert", "What changes each year"), html`${toReview().length === 0 ? t("feestdagen, btw, teksten en verklaring zijn nagekeken", "holidays, VAT, texts and statement were looked at") : toReview().map(each => wordsOf(each.words)).join(", ")}. <a href="/staff/documents">${t("Bekijk", "Look")}</a>`)}
      </ul></section>
      <h2>${t("Wat je hier kunt doen", "What you can do here")}</h2>
      <section class="card"><ul class="rows two">
        ${may("privacy") ? html`
          ${link("runs", t("Opruimingen", "Runs"), lastRun())}
          ${link("notices", t("Berichten aan ontvangers", "Notices to recipients"), t("Wat wie gegevens kreeg nog moet doen.", "What those who were given data have yet to do."))}
          ${link("takeout", t("Alles meenemen", "Take everything along"), t("Eén bestand met alles, voor een ander systeem of het einde van de praktijk.", "One file with everything, for another system or the end of the practice."))}` : nothing}
        ${may("staff") ? html`
          ${link("disks", t("Schijven", "Disks"), disks.length ? disks.map(disk => disk.label).join(", ") : t("Er is nog geen schijf geregistreerd.", "No disk is registered yet."))}
          ${link("recipients", t("Wie gegevens van ons krijgt", "Who is given data by us"), recipients.length ? recipients.map(each => each.name).join(", ") : t("Nog niemand.", "Nobody yet."))}
          ${link("imports", t("Opnemen wat er al was", "Bring in what there was"), t("Berichten en bestellingen van vroeger, uit een CSV-bestand.", "Messages and orders of before, from a CSV file."))}` : nothing}
      </ul></section>
      <h2>${t("Op de website van de praktijk", "On the website of the practice")}</h2>
      <p><a href="/forms">${t("De formulieren, met de tag die ze op een site zet", "The forms, with the tag that puts them on a site")}</a></p>
      ${configured.length ? html`
        <h2>${t("Zo staat het ingesteld", "What is configured")}</h2>
        <p class="soft">${t("Wie de app beheert, verandert dit in de instellingen van het platform. Sleutels en wachtwoorden staan hier niet bij.", "Who runs the app changes this in the settings of the platform. Keys and passwords are not shown.")}</p>
        <dl class="facts">${configured.map(each => html`<dt>${wordsOf(each.words)}</dt><dd>${wordsOf(each.value)}</dd>`)}</dl>` : nothing}
      ${isLocal() ? html`<h2>${t("Proefversie", "Trial")}</h2>
        <p>${t("Zet de klok van de app op een andere dag, en zie wat er dan weg moet. Ruim daarna op bij Opruimingen.", "Put the clock of the app on another day, and see what has to go then. Sweep afterwards under Runs.")}</p>
        ${clock.view(t("Zet de klok", "Set the clock"), async () => {
          const answer = await fetch("/local/clock", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ now: `${readDay(clock.value("day"), today())}T12:00:00Z` }) });
          if (!answer.ok)
            throw new Refused(answer.status, {});
          location.reload();
        })}
        <p><a href="/local/mailbox" target="_blank">${t("De mailbox van deze computer", "The mailbox of this machine")}</a></p>` : nothing}`,
  };
}
