// Each part with what it is for, in the words that it is used with.
import { html, svg, type TemplateResult } from "../parts/html";
import { t } from "../parts/words";

interface Part { words: string; about: string; sample: TemplateResult }

const colours = (): TemplateResult => html`<ul class="rows two">${([
  ["sheet", t("papier: de pagina", "paper: the page")], ["card-colour", t("kaart: wat bij elkaar hoort", "card: what belongs together")], ["ink", t("inkt: de tekst", "ink: the text")], ["edge", t("rand: van velden en assen", "edge: of fields and axes")],
  ["plum", t("pruim: wat je kunt doen", "plum: what can be done")], ["gone", t("roest: wat weggaat, en wat mis is", "rust: what goes, and what is wrong")], ["well", t("groen: wat goed is", "green: what is well")], ["wait", t("oker: wat wacht", "ochre: what waits")],
] as const).map(([name, words]) => html`<li><span><span class="swatch ${name}"></span>${words}</span></li>`)}</ul>`;

const life = (): TemplateResult => html`
  <ol class="life">
    <li><time datetime="2026-09-12">${t("12 september 2026", "12 September 2026")}</time>${t("Scan gemaakt", "Scan made")}</li>
    <li class="today"><time datetime="2026-11-28">${t("28 november 2026", "28 November 2026")}</time>${t("Vandaag", "Today")}</li>
    <li class="ahead"><time datetime="2026-12-24">${t("24 december 2026", "24 December 2026")}</time>${t("Bewaarplicht eindigt", "Hold ends")}</li>
    <li class="goes"><time datetime="2027-01-14">${t("14 januari 2027", "14 January 2027")}</time>${t("De scan wordt vernietigd", "The scan is destroyed")}</li>
  </ol>`;

const bars = [30, 55, 90, 20, 0, 40];

export const parts = (): Part[] => [
  { words: t("Kleuren", "Colours"), about: t("Warm papier, donkere inkt, en vier kleuren die iets betekenen. Een kleur zegt nooit iets alleen: er staat altijd een woord bij.", "Warm paper, dark ink, and four colours that mean something. A colour never says anything alone: there is always a word with it."), sample: colours() },
  {
    words: t("Knop", "Button"), about: t("Zegt wat er gebeurt, nooit OK. Gevuld is wat je meestal wilt; waar iets weggaat, is de veilige keus gevuld en staat die voorop. Minstens 44 pixels hoog.", "Says what happens, never OK. Filled is what one usually wants; where something goes, the safe choice is filled and comes first. At least 44 pixels high."),
    sample: html`<div class="actions"><button class="button">${t("Verzenddatum opslaan", "Save the shipping date")}</button><button class="button plain">${t("Terug", "Back")}</button>
      <button class="button gone">${t("Alles hierboven vernietigen", "Destroy all of the above")}</button><button class="button" aria-busy="true">${t("Opslaan", "Save")}</button><button class="link">${t("Loslaten", "Lift it")}</button></div>`,
  },
  {
    words: t("Merkje", "Mark"), about: t("Hoe iets ervoor staat, in een of twee woorden.", "How something stands, in a word or two."),
    sample: html`<p><span class="mark">${t("loopt", "open")}</span> <span class="mark well">${t("gesloten", "closed")}</span> <span class="mark wait">${t("wordt gelezen", "being read")}</span> <span class="mark gone">${t("3 dagen te laat", "3 days late")}</span></p>`,
  },
  {
    words: t("Bericht", "Note"), about: t("Eén ding dat je moet weten. Een fout zegt wat er gebeurde, wat er bewaard is en wat je kunt doen.", "One thing that one must know. An error says what happened, what was kept and what can be done."),
    sample: html`<div class="note"><p><b>${t("De scan gaat weg op 14 januari 2027.", "The scan goes on 14 January 2027.")}</b></p></div>
      <div class="note well"><p>${t("Genoteerd: verzonden op 22 november 2026.", "Noted: shipped on 22 November 2026.")}</p></div>
      <div class="note wait"><p>${t("Deze browser kan geen 3D laten zien.", "This browser cannot show 3D.")}</p></div>
      <div class="note gone"><p>${t("De app is niet te bereiken. Kijk of je internet hebt en probeer het nog eens; wat je had ingevuld, staat er nog.", "The app cannot be reached. See whether you are online and try again; what you filled in is still here.")}</p></div>`,
  },
  {
    words: t("Rijen", "Rows"), about: t("Een lijst van dingen om te doen of te lezen: links hoe lang nog, in het midden wat en waarom, rechts de ene knop. Op een telefoon onder elkaar.", "A list of things to do or to read: left how long, in the middle what and why, right the one button. Below each other on a phone."),
    sample: html`<ul class="rows card"><li><span class="mark gone">${t("nog 3 dagen", "3 days left")}</span><span><span class="what">${t("Wis de kopie van buik.stl van schijf KAST-1", "Wipe the copy of buik.stl from disk KAST-1")}</span><span class="soft">${t("De scan zelf is al vernietigd.", "The scan itself is destroyed.")}</span></span>
      <button class="button plain">${t("Gewist, bevestig", "Wiped, confirm")}</button></li></ul>`,
  },
  {
    words: t("Niets te zien", "Nothing to see"), about: t("Een lege lijst zegt wat er zal komen te staan, en hoe.", "An empty list says what will stand there, and how."),
    sample: html`<p class="soft">${t("Nog niemand. Wie hem opent, komt hier te staan, met de reden.", "Nobody yet. Who opens it will stand here, with the reason.")}</p>`,
  },
  { words: t("Leven", "Life"), about: t("Eén bestelling van begin tot eind: dicht is geweest, open komt nog, roest gaat weg.", "One order from beginning to end: filled is past, open is to come, rust goes."), sample: life() },
  {
    words: t("Feiten", "Facts"), about: t("Een naam en een waarde, in de volgorde waarin iemand ernaar vraagt.", "A name and a value, in the order in which somebody asks."),
    sample: html`<dl class="facts"><dt>${t("Regel", "Rule")}</dt><dd>${t("scan zonder toestemming om die te bewaren", "scan without consent to keep it")}</dd><dt>${t("Termijn", "Term")}</dt><dd>${t("twee maanden", "two months")}</dd></dl>`,
  },
  {
    words: t("Balken", "Bars"), about: t("Nooit zonder de tabel erachter: die zegt hetzelfde. Grijs is geweest, pruim komt nog.", "Never without the table behind them, which says the same. Grey is past, plum is to come."),
    sample: html`<div class="chart"><svg viewBox="0 0 60 100" preserveAspectRatio="none" aria-hidden="true">${bars.map((high, at) => svg`<rect class="bar ${at < 2 ? "past" : ""}" x=${at * 10 + 1} y=${100 - high} width="8" height=${high} rx="1"></rect>`)}${svg`<line class="axis" x1="0" x2="60" y1="100" y2="100"></line>`}</svg></div>`,
  },
  {
    words: t("Vouw", "Fold"), about: t("Voor wie het waarom wil weten. Wat iemand nodig heeft om te kiezen, staat er nooit in.", "For who wants to know why. What somebody needs to choose never stands in it."),
    sample: html`<details><summary>${t("Waarom op die dag?", "Why on that day?")}</summary><p>${t("De termijn begint op de dag van verzenden.", "The term starts on the day of shipping.")}</p></details>`,
  },
  {
    words: t("Voortgang", "Progress"), about: t("Hoever, hoe snel en hoe lang nog, in woorden erbij.", "How far, how fast and how long, with the words."),
    sample: html`<progress max="100" value="40" aria-label=${t("Versturen", "Sending")}></progress><p class="soft">${t("80 MB van 200 MB, 12 MB/s, nog tien seconden", "80 MB of 200 MB, 12 MB/s, ten seconds left")}</p>`,
  },
  {
    words: t("Bestanden", "Files"), about: t("Kiezen of slepen, een of meer tegelijk.", "Choose or drag, one or more at once."),
    sample: html`<div class="drop"><p>${t("Kies een of meer bestanden, of sleep ze hierheen", "Choose one or more files, or drag them here")}</p></div><div class="drop over"><p>${t("Laat los", "Let go")}</p></div>`,
  },
];
