// The sections of the page that only tell: the counter, and what a site and the practice have to see to.
import { html, type TemplateResult } from "../parts/html";
import { t } from "../parts/words";
import { beaconTag, policy } from "./snippets";

/** Something to copy, under its name. */
export type Code = (name: string, label: string, text: string) => TemplateResult;

export const visits = (code: Code): TemplateResult => html`
  <section aria-labelledby="the-visits">
    <h2 id="the-visits">${t("Bezoek tellen", "Counting visits")}</h2>
    <p>${t(
      "Dit telt dat een pagina is gezien, en hoe lang. Het bewaart geen adres, cookie of apparaat, en telt wie niet gevolgd wil worden niet mee.",
      "This counts that a page was seen, and for how long. It keeps no address, cookie or device, and does not count who does not want to be followed.")}
      ${t("De praktijk noemt de pagina's die tellen in de instellingen van de app", "The practice names the pages that count in the settings of the app")}
      (<code>Visits__Pages</code>).</p>
    ${code("beacon", t("De teller", "The counter"), beaconTag())}
  </section>`;

const next = "<input type=\"hidden\" name=\"next\" value=\"https://…/bedankt\">";

export const needed = (code: Code): TemplateResult => html`
  <section aria-labelledby="the-site">
    <h2 id="the-site">${t("Wat er verder nodig is", "What else is needed")}</h2>
    <ul>
      <li>${t("De praktijk zet het adres van je site in de instellingen van de app", "The practice puts the address of your site into the settings of the app")}
        (<code>Contact__Origins</code>). ${t(
          "Van een andere site wordt niets aangenomen: daar krijgt ook het script geen antwoord, en blijft het gewone formulier staan.",
          "Nothing is taken from any other site: there the script is refused too, and the plain form stays.")}</li>
      <li>${t("Je site wordt met https geopend, en heeft geen", "Your site is opened by https, and has no")} <code>Referrer-Policy: no-referrer</code>:
        ${t("anders vertelt de browser niet waar het formulier vandaan komt.", "otherwise a browser does not tell where a form comes from.")}</li>
      <li>${t(
        "Moet een bezoeker zonder JavaScript na het versturen terug naar je site? Zet dan dit in het formulier, en laat de praktijk die pagina toestaan",
        "Should a visitor without JavaScript go back to your site after sending? Then put this into the form, and have the practice allow that page")}
        (<code>Contact__ThanksPages</code>): <code>${next}</code></li>
    </ul>
    <p>${t(
      "Heeft je site een Content-Security-Policy, dan staat dit erin. Stijlen, lettertypen, beelden of workers hoeft je site niet toe te staan, en trusted types mogen aan.",
      "If your site has a Content-Security-Policy, it has this. Your site need not allow styles, fonts, images or workers, and trusted types may be on.")}</p>
    ${code("policy", "Content-Security-Policy", policy())}
    <h3>${t("Als de app wordt vernieuwd", "When the app is renewed")}</h3>
    <p>${t(
      "De naam en de hash van het script veranderen alleen als de formulieren zelf veranderen. Noemt je site dan nog de oude, dan laadt de browser het script niet.",
      "Name and hash of the script change only when the forms themselves do. If your site still names the former one then, the browser does not load the script.")}
      ${t(
        "Het gewone formulier in de pagina blijft staan en werkt gewoon, alleen zonder hulp bij het invullen. Neem daarna van deze pagina de nieuwe tag over.",
        "The plain form in the page stays and works as before, only without help in filling it in. Take the new tag from this page then.")}</p>
  </section>`;
