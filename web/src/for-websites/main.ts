// Shows whoever makes the practice's website how to put the forms on it, with the forms themselves to look at.
import "../parts/page.css";
import "./for-websites.css";
import { contact, request, type Kind } from "../forms/kinds";
import { plainForm } from "../forms/markup";
import { html, nothing, render, type TemplateResult } from "../parts/html";
import { language, speak, t } from "../parts/words";
import { fonts, isFaint, usual, wear, written, type Look } from "./look";
import { needed, visits, type Code } from "./parts";
import { formTag, scriptTag } from "./snippets";

const look: Look = { ...usual };
let isChanged = false;
let copied = "";

async function copy(name: string, text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
  copied = name;
  draw();
}

const code: Code = (name, label, text) => html`
  <figure class="code">
    <figcaption><span>${label}</span>
      <button class="button plain" aria-label="${t("Kopieer", "Copy")}: ${label}" @click=${() => copy(name, text)}>${t("Kopieer", "Copy")}</button>
    </figcaption>
    <pre><code>${text}</code></pre>
    <p role="status">${copied === name ? t("Gekopieerd.", "Copied.") : nothing}</p>
  </figure>`;

const shown = (kind: Kind, title: string, what: string): TemplateResult => html`
  <section aria-labelledby="the-${kind.tag}">
    <h2 id="the-${kind.tag}">${title}</h2>
    <p>${what}</p>
    <div class="trial" data-form=${kind.tag}></div>
    <details><summary>${t("De HTML van dit formulier, om over te nemen", "The HTML of this form, to take over")}</summary>
      <p>${t(
        "Alles tussen de tags is een gewoon formulier. Het werkt ook in een browser zonder JavaScript.",
        "All between the tags is a plain form. It works in a browser without JavaScript too.")}
        ${t("De woorden mag je veranderen, de namen van de velden niet.", "You may change its words, but not the names of its fields.")}
        ${t(
          "Laat je de inhoud weg, dan maakt het script het formulier zelf, en staat er zonder JavaScript niets.",
          "If you leave it out, the script makes the form by itself, and without JavaScript there is nothing.")}</p>
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
    <p>${t(
      "De formulieren nemen lettertype en tekstkleur van je site over, en elke regel CSS van je site gaat voor die van ons.",
      "The forms take over the type and the colour of text of your site, and any CSS rule of your site goes before ours.")}
      ${t(
        "Verder luisteren ze naar deze waarden. Probeer ze uit: de formulieren hierboven veranderen mee.",
        "Apart from that they listen to these values. Try them: the forms above change along.")}</p>
    <div class="looks">
      <div><label for="accent">${t("Kleur van knoppen en links", "Colour of buttons and links")}</label>
        <input id="accent" type="color" .value=${look.accent} @input=${changed("accent")}></div>
      <div><label for="round">${t("Ronde hoeken", "Round corners")}: ${look.round} px</label>
        <input id="round" type="range" min="0" max="24" .value=${look.round} @input=${changed("round")}></div>
      <div><label for="font">${t("Lettertype", "Type")}</label><select id="font" @change=${changed("font")}>
        ${fonts.map(font => html`<option value=${font} ?selected=${font === look.font}>${font || t("dat van de site", "that of the site")}</option>`)}
      </select></div>
    </div>
    <div role="status">${isFaint(look.accent) ? html`<div class="note gone"><p>${t(
      "Op een witte pagina zijn links in deze kleur moeilijk te lezen. Kies liever een donkerder kleur.",
      "On a white page links of this colour are hard to read. Rather choose a darker colour.")}</p></div>` : nothing}</div>
    ${code("look", t("In de CSS van je site", "In the CSS of your site"), written(look))}
    <p>${t("Zonder eigen waarden volgen ze licht en donker van je site. Ook te zetten:", "Without values of their own they follow light and dark of your site. You can also set:")}</p>
    <dl class="facts">
      <dt><code>--welwee-ink</code></dt><dd>${t("tekst", "text")}</dd>
      <dt><code>--welwee-field</code></dt><dd>${t("een veld", "a field")}</dd>
      <dt><code>--welwee-field-ink</code></dt><dd>${t("wat in een veld staat", "what is in a field")}</dd>
      <dt><code>--welwee-edge</code></dt><dd>${t("de rand van een veld", "the border of a field")}</dd>
      <dt><code>--welwee-wrong</code></dt><dd>${t("fouten", "mistakes")}</dd>
      <dt><code>--welwee-gap</code></dt><dd>${t("ruimte tussen velden", "space between fields")}</dd>
    </dl>
  </section>`;

const page = (): TemplateResult => html`
  <main class="narrow">
    <p class="between"><span class="soft">Wel &amp; Wee – 3D</span>
      <button class="link" lang=${t("en", "nl")} @click=${speakOther}>${t("English", "Nederlands")}</button></p>
    <h1 tabindex="-1">${t("Onze formulieren op je website", "Our forms on your website")}</h1>
    <p>${t(
      "Voor wie de website van de praktijk maakt: het contactformulier en het privacyverzoek, die ook zonder script werken, en een teller voor bezoek die niemand volgt.",
      "For who makes the website of the practice: the contact form and the privacy request, which work without a script too, and a counter of visits that follows nobody.")}
      ${t(
        "Wat iemand invult gaat rechtstreeks naar deze app; je site bewaart er niets van.",
        "What somebody fills in goes straight to this app; your site keeps nothing of it.")}</p>
    <p>${t(
      "Zet dit eenmaal op elke pagina met een formulier. Door de hash neemt de browser alleen dit script aan, en geen ander.",
      "Put this once on each page with a form. By the hash a browser takes this script only, and no other.")}</p>
    ${code("script", t("De ene scripttag", "The one script tag"), scriptTag())}
    <div class="note"><p>${t(
      "De formulieren op deze pagina zijn echt: wat je verstuurt komt bij de praktijk aan.",
      "The forms on this page are real: what you send reaches the practice.")}</p></div>
    ${shown(contact, t("Het contactformulier", "The contact form"),
      t("Wie het verstuurt krijgt een kenmerk en een mail.", "Who sends it gets a reference and a mail."))}
    ${shown(request, t("Het privacyverzoek", "The privacy request"),
      t("Een verzoek bestaat als de afzender het in een mail heeft bevestigd.", "A request exists once its sender has confirmed it by mail."))}
    ${looks()}
    ${visits(code)}
    ${needed(code)}
  </main>`;

function speakOther(): void {
  speak(language() === "nl" ? "en" : "nl");
  draw();
}

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
