// Brings in what the practice had before, from a CSV file: first a dry run that tells what would come of each line, then all of it or nothing.
import { html, nothing, type TemplateResult } from "../../parts/html";
import { capital, count, many, number, t } from "../../parts/words";
import { ask, Refused } from "../api";
import { here, once, redraw, type Page } from "../page";
import { Said } from "../said";

interface Answer {
  kind: string; dryRun: boolean; lines: number; new: number; standing: number; destroyed: number;
  items: { line: number; id: string; state: string }[]; problems: { line: number; field: string; message: string }[];
}

const columns: Record<string, string> = {
  contacts: "receivedOn, channel, name, message, email, phone, locale, mailbox, answeredOn",
  orders: "openedOn, name, email, language, phone, line1, line2, postalCode, city, country, heightInMillimetres, shippedOn, cancelledOn, makeFigurine, makeFigurineOn, keepScan, keepScanOn, otherUse, otherUseOn, consentChannel, consentTextVersion",
};

/** In UTF-8 and in nothing else: of another encoding the letters with accents would come out broken, and be kept so. */
async function read(file: File): Promise<string> {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
  } catch (why) {
    if (!(why instanceof TypeError))
      throw why;
    throw new Refused(422, { detail: t("Dit bestand staat niet in UTF-8: letters met een accent zouden stuk aankomen. Sla het in Excel op als “CSV UTF-8 (door komma's gescheiden)” en kies het opnieuw.",
      "This file is not in UTF-8: letters with accents would come out broken. Save it in Excel as “CSV UTF-8 (Comma delimited)” and choose it again.") });
  }
}

export function imports(): Page {
  const { focus } = here();
  let kind = "contacts";
  let file: { name: string; text: string } | null = null;
  let tried: Answer | null = null;
  let taken: Answer | null = null;
  const said = new Said();

  const words = (amount: number): string => kind === "contacts" ? t(many(amount, "bericht", "berichten"), many(amount, "message", "messages")) : t(many(amount, "bestelling", "bestellingen"), many(amount, "order", "orders"));

  async function post(dryRun: boolean): Promise<void> {
    const [asked, of] = [file!, kind];
    try {
      const answer = await ask<Answer>(`imports?kind=${of}&dryRun=${dryRun}`, { method: "POST", csv: asked.text });
      // What would come of one file is not told of another that was chosen since.
      if (dryRun && (file !== asked || kind !== of))
        return;
      if (dryRun)
        tried = answer;
      else {
        [taken, tried, file] = [answer, null, null];
        said.say(t(`${capital(count(answer.new))} ${words(answer.new)} opgenomen.`, `${capital(count(answer.new))} ${words(answer.new)} taken in.`));
      }
    } catch (why) {
      if (!(why instanceof Refused))
        throw why;
      tried = null;
      said.fail(why);
    } finally {
      redraw();
    }
    focus(tried ? "#tried" : "#said");
  }

  async function chosen(event: Event): Promise<void> {
    const picked = (event.target as HTMLInputElement).files?.[0];
    [tried, taken, file] = [null, null, null];
    said.clear();
    if (picked)
      await said.try(async () => { file = { name: picked.name, text: await read(picked) }; });
    redraw();
  }

  const outcome = (answer: Answer): TemplateResult => html`
    <h2 id="tried" tabindex="-1">${answer.problems.length ? t("Nog niet: er klopt iets niet", "Not yet: something is not right") : t("Dit komt ervan", "This comes of it")}</h2>
    <dl class="facts">
      <dt>${t("Regels", "Lines")}</dt><dd>${number(answer.lines)}</dd>
      <dt>${t("Nieuw", "New")}</dt><dd>${number(answer.new)}</dd>
      <dt>${t("Stonden er al", "Were there already")}</dt><dd>${number(answer.standing)}</dd>
      <dt>${t("Eerder vernietigd", "Destroyed before")}</dt><dd>${number(answer.destroyed)} ${answer.destroyed ? t("(komen niet terug)", "(do not come back)") : nothing}</dd>
    </dl>
    ${answer.problems.length ? html`
      <p>${t("Er is niets opgenomen. Verbeter het bestand en kies het opnieuw; het gaat er in zijn geheel in of niet.", "Nothing was taken in. Mend the file and choose it again; it goes in whole or not at all.")}</p>
      <div class="scroll card" tabindex="0" role="region" aria-label=${t("Wat er niet klopt", "What is not right")}><table>
        <thead><tr><th scope="col" class="number">${t("Regel", "Line")}</th><th scope="col">${t("Kolom", "Column")}</th><th scope="col">${t("Wat er niet klopt", "What is not right")}</th></tr></thead>
        <tbody>${answer.problems.map(problem => html`<tr><td class="number">${problem.line}</td><td><code>${problem.field}</code></td><td>${problem.message}</td></tr>`)}</tbody></table></div>`
    : answer.new ? html`
      <p>${t("Er is nog niets veranderd. Niemand krijgt er een brief over. Wat is opgenomen, haal je er niet met één knop weer uit.", "Nothing has changed yet. Nobody is written to. What was taken in does not go out again by one button.")}</p>
      <div class="actions">
        <button class="button" @click=${() => { tried = null; redraw(); focus("h1"); }}>${t("Niet doen, terug", "Leave it, go back")}</button>
        <button class="button plain" @click=${once(() => post(false))}>${t(`${capital(count(answer.new))} ${words(answer.new)} opnemen`, `Take in ${count(answer.new)} ${words(answer.new)}`)}</button>
      </div>` : html`<p>${t("Er is niets nieuws in dit bestand.", "There is nothing new in this file.")}</p>`}`;

  return {
    part: "settings",
    title: () => t("Van vroeger opnemen", "Bring in"),
    view: () => html`
      <p><a href="/staff/settings">← ${t("Instellingen", "Settings")}</a></p>
      <h1 tabindex="-1">${t("Opnemen wat er al was", "Bring in what there was")}</h1>
      <p>${t("Berichten en bestellingen van vóór dit systeem, uit een CSV-bestand met één regel per stuk. Hun termijn loopt vanaf de dag in het bestand. Eerst kijken we wat ervan zou komen.", "Messages and orders from before this system, from a CSV file with a line for each. Their term runs from the day in the file. First we see what would come of it.")}</p>
      ${said.view()}
      ${taken ? html`<p>${t(`${number(taken.lines)} ${many(taken.lines, "regel", "regels")} gelezen, ${number(taken.standing)} ${many(taken.standing, "stond", "stonden")} er al.`, `${number(taken.lines)} ${many(taken.lines, "line", "lines")} read, ${number(taken.standing)} ${many(taken.standing, "was", "were")} there already.`)} <a href=${kind === "contacts" ? "/staff/messages" : "/staff/orders"}>${t("Bekijk ze", "See them")}</a></p>` : nothing}
      <fieldset><legend>${t("Wat staat er in het bestand?", "What is in the file?")}</legend>
        ${["contacts", "orders"].map(each => html`<label class="choice"><input type="radio" name="kind" .checked=${kind === each} @change=${() => { [kind, tried] = [each, null]; redraw(); }}>${each === "contacts" ? t("Berichten", "Messages") : t("Bestellingen", "Orders")}</label>`)}
      </fieldset>
      <details><summary>${t("Welke kolommen mogen erin staan?", "Which columns may there be?")}</summary><p><code>${columns[kind]}</code></p></details>
      <label for="csv">${t("Het bestand (.csv, in UTF-8)", "The file (.csv, in UTF-8)")}</label>
      <input id="csv" type="file" accept=".csv,text/csv" @change=${chosen}>
      ${file ? html`<div class="actions"><button class="button ${tried ? "plain" : ""}" @click=${once(() => post(true))}>${t("Kijk wat ervan zou komen", "See what would come of it")}</button></div>` : nothing}
      ${tried ? outcome(tried) : nothing}`,
  };
}
