// Who saw or changed what, day by day.
import { html } from "../../parts/html";
import { date, moment, readDay, t } from "../../parts/words";
import { dayCheck, Form } from "../form";
import { today } from "../known";
import { Listed } from "../listed";
import { redraw, type Page } from "../page";

interface Happened { id: string; at: string; who: string; role?: string; action: string; object: string; reason?: string; outcome: number }

const did: [RegExp, () => string][] = [
  [/^PATCH orders\/\{id\}$/, () => t("gegevens van een bestelling verbeterd", "set the details of an order right")], [/^PATCH scans\/\{id\}$/, () => t("scandatum verbeterd", "set the date of a scan right")],
  [/^POST scans\/\{id\}\/move$/, () => t("scan naar een andere bestelling gebracht", "moved a scan to another order")], [/^POST scans\/\{id\}\/destroy$/, () => t("scan laten vernietigen, of bekeken wat er weg zou gaan", "had a scan destroyed, or saw what would go")],
  [/^DELETE uploads\/\{id\}$/, () => t("insturen van een scan afgebroken", "broke off sending a scan")], [/^POST recipients$/, () => t("ontvanger geregistreerd", "registered a recipient")], [/^GET notices$/, () => t("bekeken wat ontvangers is gevraagd", "looked at what recipients were asked")],
  [/^POST retention\/replay$/, () => t("nagelopen na een back-up", "replayed after a restore")], [/^change$/, () => t("een instelling of versie veranderde", "a setting or version changed")],
  [/^GET orders\/\{id\}$/, () => t("bestelling bekeken", "looked at an order")], [/^GET orders\/\{id\}\/scans$/, () => t("scans bekeken", "looked at scans")], [/^GET orders$/, () => t("bestellingen gezocht", "looked for orders")],
  [/^POST orders$/, () => t("bestelling geopend", "opened an order")], [/ship$/, () => t("verzenddatum ingevoerd", "entered a shipping date")], [/cancel$/, () => t("bestelling geannuleerd", "cancelled an order")],
  [/holds/, () => t("bewaarplicht gewijzigd", "changed a hold")], [/consents/, () => t("toestemming genoteerd", "noted a consent")], [/^GET scans\/\{id\}(\/print)?$/, () => t("bekeken wat van een scan is gemeten", "looked at what was measured of a scan")], [/content$/, () => t("scan opgehaald", "downloaded a scan")],
  [/^POST uploads/, () => t("scan ingestuurd", "sent a scan")], [/destroyed$/, () => t("kopie gewist gemeld", "confirmed a wiped copy")], [/subjects\/erase$/, () => t("iemand gewist, of bekeken wat er weg zou gaan", "erased somebody, or saw what would go")],
  [/^GET privacy-requests/, () => t("verzoek bekeken", "looked at a request")], [/^POST privacy-requests/, () => t("verzoek behandeld", "worked on a request")], [/^GET retention\/due/, () => t("bekeken wat weggaat", "looked at what goes")],
  [/tasks$/, () => t("taken bekeken", "looked at tasks")], [/^GET stalled-orders/, () => t("bekeken wat stilligt", "looked at what stands still")], [/^GET undelivered-letters/, () => t("bekeken wat niet is bezorgd", "looked at what was not delivered")],
  [/suspects.*accept$/, () => t("aangenomen wat op een robot leek", "took what looked like a robot's")], [/suspects$/, () => t("bekeken wat op een robot leek", "looked at what looked like a robot's")], [/^PATCH contacts/, () => t("bericht veranderd", "changed a message")],
  [/notices\/\{id\}\/send$/, () => t("bericht aan een ontvanger opnieuw gestuurd", "sent a notice to a recipient again")], [/notices\/\{id\}\/done$/, () => t("genoteerd wat een ontvanger deed", "noted what a recipient did")],
  [/quotes\/\{id\}\/send$/, () => t("offerte gestuurd", "sent a quote")], [/quotes\/\{id\}\/withdraw$/, () => t("offerte ingetrokken", "withdrew a quote")], [/^POST .*quotes$/, () => t("offerte gemaakt", "made a quote")], [/quotes/, () => t("offerte bekeken", "looked at a quote")],
  [/^GET rejected-files/, () => t("bekeken welke bestanden geen scan zijn", "looked which files are no scan")], [/retention\/undo$/, () => t("scan teruggezet", "brought a scan back")], [/^GET takeout/, () => t("alles opgehaald", "took everything")], [/^POST imports/, () => t("van vroeger opgenomen", "brought in what there was")],
  [/subjects\/restrict$/, () => t("iemand beperkt, of dat opgeheven", "restricted somebody, or lifted that")], [/subjects\/rectify$/, () => t("iemands gegevens verbeterd", "set somebody's details right")],
  [/^GET subjects/, () => t("opgezocht wat er van iemand is", "looked up what there is of somebody")], [/subjects\/export$/, () => t("pakket voor iemand gemaakt", "made a package for somebody")], [/print-copy$/, () => t("bestand voor de printer gemaakt", "made a file for the printer")],
  [/copies$/, () => t("kopie op schijf gemeld", "told of a copy on disk")], [/^POST contacts/, () => t("bericht aangenomen", "took a message")], [/retention\/sweep$/, () => t("opruiming gestart", "started a sweep")], [/^POST disks/, () => t("schijf geregistreerd", "registered a disk")], [/^POST orders\/\{id\}\/recipients/, () => t("genoteerd wie iets kreeg", "noted who was given something")],
  [/^GET retention\/why/, () => t("bekeken waarom iets er is", "looked why something is here")], [/^GET audit/, () => t("dit overzicht bekeken", "looked at this list")], [/^GET contacts/, () => t("berichten bekeken", "looked at messages")],
];

export function audit(): Page {
  const found = new Listed<Happened, string>(day => `audit?from=${day}&until=${day}&limit=100`, today());

  const form = new Form("day", () => [{
    name: "day", label: t("Dag", "Day"), short: true, hint: t("Bijvoorbeeld vandaag, gisteren of 28-11-2026.", "For example today, yesterday or 28-11-2026."),
    check: dayCheck,
  }], { day: date(found.of) });

  return {
    part: "audit",
    title: () => t("Wie zag wat", "Who saw what"),
    load: async () => { await found.look(); },
    view: () => html`
      <h1 tabindex="-1">${t("Wie zag wat", "Who saw what")}</h1>
      <p class="soft">${t("Elke keer dat iemand iets van een cliënt ziet, verandert, ophaalt of uitgeeft, staat hier. Vijf jaar lang, en zonder wat erin stond.", "Each time that somebody sees, changes, downloads or gives out something of a client, it stands here. For five years, and without what stood in it.")}</p>
      ${form.view(t("Toon deze dag", "Show this day"), async () => { await found.look(readDay(form.value("day"), today())!); redraw(); })}
      <h2>${date(found.of)}</h2>
      ${found.items.length === 0 ? html`<p>${t("Die dag heeft niemand iets gezien of veranderd.", "Nobody saw or changed anything on that day.")}</p>`
        : html`<div class="scroll card" tabindex="0" role="region" aria-label=${date(found.of)}><table>
          <thead><tr><th scope="col">${t("Wanneer", "When")}</th><th scope="col">${t("Wie", "Who")}</th><th scope="col">${t("Wat", "What")}</th><th scope="col">${t("Waarvan", "Of what")}</th><th scope="col">${t("Reden", "Reason")}</th></tr></thead>
          <tbody>${found.items.map(each => html`<tr>
            <td class="number">${moment(each.at).replace(/^.*?,? (\d\d:\d\d)$/, "$1")}</td><td><code title=${each.who}>${each.who.slice(0, 8)}</code> <span class="soft">${each.role ?? ""}</span></td>
            <td>${did.find(([action]) => action.test(each.action))?.[1]() ?? html`<code>${each.action}</code>`}</td><td><code title=${each.object}>${each.object.replace(/\|(.{8}).*/, " $1…")}</code></td><td>${each.reason ?? ""}</td></tr>`)}</tbody></table></div>
        ${found.further(t("Verder", "Further"))}`}`,
  };
}
