// Shows whoever makes the practice's website how to put the forms on it, with the forms themselves to look at.
import "../parts/page.css";
import "./for-websites.css";
import { contact, request, type Kind } from "../forms/kinds";
import { plainForm } from "../forms/markup";
import { html, nothing, render, type TemplateResult } from "../parts/html";
import { language, speak, t } from "../parts/words";
import { fonts, isFaint, usual, wear, written, type Look } from "./look";
import { beaconTag, formTag, policy, scriptTag } from "./snippets";

const look: Look = { ...usual };
let isChanged = false;
let copied = "";

async function copy(name: string, text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
  copied = name;
  draw();
}

const code = (name: string, label: string, text: string): TemplateResult => html`
  <figure class="code">
    <figcaption><span>${label}</span>
      <button class="button plain" @click=${() => copy(name, text)}>${copied === name ? t("Gekopieerd", "Copied") : t("Kopieer", "Copy")}<span class="hidden">: ${label}</span></button></figcaption>
    <pre><code>${text}</code></pre>
  </figure>`;

const shown = (kind: Kind, title: string, what: string): TemplateResult => html`
  <section aria-labelledby="the-${kind.tag}">
    <h2 id="the-${kind.tag}">${title}</h2>
    <p>${what}</p>
    <div class="trial" data-form=${kind.tag}></div>
    <details><summary>${t("De HTML van dit formulier, om over te nemen", "The HTML of this form, to take over")}</summary>
      <p>${t("Alles tussen de tags is een gewoon formulier. Het werkt ook in een browser zonder JavaScript; de woorden mag je veranderen, de namen van de velden niet. Laat je de inhoud weg, dan maakt het script het formulier zelf, en is er zonder JavaScript niets.",
        "All between the tags is a plain form. It works in a browser without JavaScript too; you may change its words, but not the names of its fields. If you leave it out, the script makes the form by itself, and without JavaScript there is nothing.")}</p>
      ${code(kind.tag, t("Het formulier", "The form"), formTag(kind, language()))}
    </details>
  </section>`;

const changed = (part: keyof Look) => (event: Event): void => {
  look[part] = (event.target as HTMLInputElement).value;
  isChanged = true;
  draw();
};

const looks = (): TemplateResult => html`
  <section aria-labelledby="the-look">
    <h2 id="the-look">${t("In de stijl van je site", "In the style of your site")}</h2>
    <p>${t("De formulieren nemen lettertype en tekstkleur van je site over, en elke regel CSS van je site gaat voor die van ons. Verder luisteren ze naar deze waarden. Probeer ze uit: de formulieren hierboven veranderen mee.",
      "The forms take over the type and the colour of text of your site, and any CSS rule of your site goes before ours. Apart from that they listen to these values. Try them: the forms above change along.")}</p>
    <div class="looks">
      <div><label for="accent">${t("Kleur van knoppen en links", "Colour of buttons and links")}</label><input id="accent" type="color" .value=${look.accent} @input=${changed("accent")}></div>
      <div><label for="round">${t("Ronde hoeken", "Round corners")}: ${look.round} px</label><input id="round" type="range" min="0" max="24" .value=${look.round} @input=${changed("round")}></div>
      <div><label for="font">${t("Lettertype", "Type")}</label><select id="font" @change=${changed("font")}>
        ${fonts.map(font => html`<option value=${font} ?selected=${font === look.font}>${font || t("dat van de site", "that of the site")}</option>`)}</select></div>
    </div>
    <div role="status">${isFaint(look.accent) ? html`<div class="note gone"><p>${t("Op een witte pagina zijn links in deze kleur moeilijk te lezen. Kies liever een donkerder kleur.",
      "On a white page links of this colour are hard to read. Rather choose a darker colour.")}</p></div>` : nothing}</div>
    ${code("look", t("In de CSS van je site", "In the CSS of your site"), written(look))}
    <p>${t("Ook te zetten:", "You can also set:")} <code>--welwee-ink</code> ${t("(tekst)", "(text)")}, <code>--welwee-field</code> ${t("en", "and")} <code>--welwee-field-ink</code>
      ${t("(een veld en wat erin staat)", "(a field and what is in it)")}, <code>--welwee-edge</code> ${t("(rand)", "(border)")}, <code>--welwee-wrong</code> ${t("(fouten)", "(mistakes)")},
      <code>--welwee-gap</code> ${t("(ruimte tussen velden)", "(space between fields)")}. ${t("Zonder eigen waarden volgen ze licht en donker van je site, zoals die het met", "Without values of their own they follow light and dark of your site, as it says by")} <code>color-scheme</code> ${t("zegt.", "")}</p>
  </section>`;

const allowed = (): TemplateResult => html`
  <section aria-labelledby="the-site">
    <h2 id="the-site">${t("Wat er verder nodig is", "What else is needed")}</h2>
    <ul>
      <li>${t("De praktijk zet het adres van je site in de instellingen van de app", "The practice puts the address of your site into the settings of the app")} (<code>Contact__Origins</code>).
        ${t("Van een andere site wordt niets aangenomen: dan krijgt ook het script geen antwoord, en blijft het gewone formulier staan.", "Nothing is taken from any other site: the script is refused there too, and the plain form stays.")}</li>
      <li>${t("Je site wordt met https geopend, en heeft geen", "Your site is opened by https, and has no")} <code>Referrer-Policy: no-referrer</code>: ${t("dan vertelt de browser niet waar het formulier vandaan komt.", "by that a browser does not tell where a form comes from.")}</li>
      <li>${t("Moet een bezoeker zonder JavaScript na het versturen terug naar je site? Zet dan", "Should a visitor without JavaScript go back to your site after sending? Then put")}
        <code>&lt;input type="hidden" name="next" value="https://…/bedankt"&gt;</code> ${t("in het formulier, en laat de praktijk die pagina toestaan", "into the form, and have the practice allow that page")} (<code>Contact__ThanksPages</code>).</li>
    </ul>
    <p>${t("Heeft je site een Content-Security-Policy, dan staat dit erin. Stijlen, lettertypen, beelden of workers hoeft je site niet toe te staan, en trusted types mogen aan.",
      "If your site has a Content-Security-Policy, it has this. Your site need not allow styles, fonts, images or workers, and trusted types may be on.")}</p>
    ${code("policy", "Content-Security-Policy", policy())}
    <h3>${t("Als de app wordt vernieuwd", "When the app is renewed")}</h3>
    <p>${t("De naam en de hash van het script veranderen alleen als de formulieren zelf veranderen. Noemt je site dan nog de oude, dan laadt de browser het script niet: het gewone formulier in de pagina blijft staan en werkt gewoon, alleen zonder hulp bij het invullen. Neem daarna van deze pagina de nieuwe tag over.",
      "Name and hash of the script change only when the forms themselves do. If your site still names the former one then, the browser does not load the script: the plain form in the page stays and works as before, only without help in filling it in. Take the new tag from this page then.")}</p>
  </section>`;

const page = (): TemplateResult => html`
  <main class="narrow">
    <p class="between"><span class="soft">Wel &amp; Wee – 3D</span>
      <button class="link" lang=${t("en", "nl")} @click=${() => { speak(language() === "nl" ? "en" : "nl"); draw(); }}>${t("English", "Nederlands")}</button></p>
    <h1 tabindex="-1">${t("Onze formulieren op je website", "Our forms on your website")}</h1>
    <p>${t("Voor wie de website van de praktijk maakt: het contactformulier en het privacyverzoek, die ook zonder script werken, en een teller voor bezoek die niemand volgt. Wat erin wordt geschreven gaat rechtstreeks naar deze app; je site bewaart er niets van.",
      "For who makes the website of the practice: the contact form and the privacy request, which work without a script too, and a counter of visits that follows nobody. What is written in them goes straight to this app; your site keeps nothing of it.")}</p>
    <p>${t("Zet dit eenmaal op elke pagina met een formulier. De hash zorgt dat de browser alleen dit script aanneemt, en geen ander.",
      "Put this once on each page with a form. By the hash a browser takes this script only, and no other.")}</p>
    ${code("script", t("De ene scripttag", "The one script tag"), scriptTag())}
    <div class="note"><p>${t("De formulieren op deze pagina zijn echt: wat je verstuurt komt bij de praktijk aan.", "The forms on this page are real: what you send reaches the practice.")}</p></div>
    ${shown(contact, t("Het contactformulier", "The contact form"), t("Wie het verstuurt krijgt een kenmerk en een mail.", "Who sends it gets a reference and a mail."))}
    ${shown(request, t("Het privacyverzoek", "The privacy request"), t("Een verzoek bestaat als de afzender het in een mail heeft bevestigd.", "A request exists once its sender has confirmed it by mail."))}
    ${looks()}
    <section aria-labelledby="the-visits">
      <h2 id="the-visits">${t("Bezoek tellen", "Counting visits")}</h2>
      <p>${t("Dit telt dat een pagina is gezien en hoe lang. Het bewaart geen adres, cookie of apparaat, en telt wie niet gevolgd wil worden niet mee. De praktijk noemt de pagina's die tellen in de instellingen", "This counts that a page was seen, and for how long. It keeps no address, cookie or device, and does not count who does not want to be followed. The practice names the pages that count in the settings")} (<code>Visits__Pages</code>).</p>
      ${code("beacon", t("De teller", "The counter"), beaconTag())}
    </section>
    ${allowed()}
    <p class="hidden" role="status">${copied ? t("Gekopieerd.", "Copied.") : nothing}</p>
  </main>`;

/** The forms stand in the page as they would on a site, and keep what was written in them. */
function place(): void {
  for (const kind of [contact, request]) {
    const trial = document.querySelector<HTMLElement>(`[data-form="${kind.tag}"]`)!;
    if (trial.firstElementChild?.getAttribute("lang") !== language()) {
      const form = document.createElement(kind.tag);
      form.lang = language();
      form.append(plainForm(kind, language(), `${location.origin}/api/`));
      trial.replaceChildren(form);
    }
    if (isChanged)
      wear(trial, look);
  }
}

function draw(): void {
  document.title = `${t("Onze formulieren op je website", "Our forms on your website")} – Wel & Wee 3D`;
  render(page(), document.body);
  place();
}

speak(language());
draw();
