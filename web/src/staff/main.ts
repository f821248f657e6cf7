// The console: signs in, shows the part that the address names, and keeps the frame around it.
import "../parts/page.css";
import "./console.css";
import { html, render, nothing, type TemplateResult } from "../parts/html";
import { language, speak, t } from "../parts/words";
import { ofItself, Refused, signedInBy } from "./api";
import { knows, may, mayAs, isLocal, today, type Known } from "./known";
import { drawnBy, focus, ledBy, turn as turnFrom, type Page } from "./page";
import { enter, found, type Account } from "./signIn";
import { dropOld } from "./begun";
import { pageOf, parts } from "./places";

let begun: Known | null = null;
let account: Account | null = null;
let page: Page;
let state: "loading" | "shown" | "failed" = "loading";
let failure: unknown;
let trouble = "";
let isOut = false;
let turn = 0;
let shownPath = "";
let shownOn = "";

let drawing = false;
let again = false;

// A field that is drawn away loses the focus, and what it does then may have all drawn anew.
function draw(): void {
  if (drawing) {
    again = true;
    return;
  }
  drawing = true;
  try {
    paint();
  } finally {
    drawing = false;
  }
  if (again) {
    again = false;
    draw();
  }
}

function paint(): void {
  document.title = account ? `${page.title()} – Wel & Wee 3D` : t("Inloggen – Wel & Wee 3D", "Sign in – Wel & Wee 3D");
  render(account ? frame(account) : begun ? door(begun) : state === "failed" ? unreached() : nothing, document.body);
}

const otherLanguage = (): TemplateResult => html`
  <button class="link" lang=${t("en", "nl")} @click=${() => { speak(t("en", "nl") as "nl" | "en"); if (account && page.speaks) void fill(); else draw(); }}>${t("English", "Nederlands")}</button>`;

/** Nothing is known of the app yet, not even how one signs in. */
const unreached = (): TemplateResult => html`
  <main class="narrow" id="content">
    <p class="soft">Wel &amp; Wee – 3D</p>
    <h1 tabindex="-1">${t("Inloggen", "Sign in")}</h1>
    <div class="note gone" role="alert"><p>${told(failure)}</p></div>
    <div class="actions"><button class="button" @click=${begin}>${t("Probeer opnieuw", "Try again")}</button></div>
    ${otherLanguage()}
  </main>`;

const door = (into: Known): TemplateResult => html`
  <main class="narrow" id="content">
    <p class="soft">Wel &amp; Wee – 3D</p>
    <h1 tabindex="-1">${t("Inloggen", "Sign in")}</h1>
    ${alert()}
    <p>${t("Deze pagina's zijn voor medewerkers van de praktijk.", "These pages are for those who work at the practice.")}</p>
    ${into.signIn === "entra"
      ? html`<div class="actions"><button class="button" @click=${() => signIn(into, [])}>${t("Inloggen met je werkaccount", "Sign in with your work account")}</button></div>`
      : html`
        <p>${t("Dit is een proefversie op deze computer: kies als wie je kijkt.", "This is a trial on this machine: choose whom you look as.")}</p>
        <div class="actions">
          <button class="button" @click=${() => signIn(into, ["staff", "privacy"])}>${t("Assistente en medewerker voor privacy", "Assistant and privacy officer")}</button>
          <button class="button plain" @click=${() => signIn(into, ["staff"])}>${t("Alleen assistente", "Assistant only")}</button>
          <button class="button plain" @click=${() => signIn(into, ["privacy"])}>${t("Alleen medewerker voor privacy", "Privacy officer only")}</button>
        </div>`}
    ${otherLanguage()}
  </main>`;

const frame = (who: Account): TemplateResult => html`
  <a class="skip" href="#content" @click=${(event: Event) => { event.preventDefault(); focus("#content"); }}>${t("Naar de inhoud", "To the content")}</a>
  <div class="frame">
    <header class="side">
      <strong>Wel &amp; Wee – 3D</strong>
      <nav aria-label=${t("Onderdelen", "Parts")}>
        ${parts().filter(part => part.roles.some(may)).map(part => html`
          <a href="/staff${part.path}" aria-current=${part.name === page.part ? "page" : nothing}>${part.words}</a>`)}
      </nav>
      <div class="who">
        <p class="soft">${isLocal() ? t("Proefversie", "Trial") : who.name}</p>
        ${otherLanguage()}
        <button class="link" @click=${() => who.leave()}>${t("Uitloggen", "Sign out")}</button>
      </div>
    </header>
    <main id="content" tabindex="-1" aria-busy=${state === "loading"}>
      ${alert(who)}
      ${state === "shown" ? view()
        : state === "failed" ? failed()
        : html`<h1 tabindex="-1">${page.title()}</h1><p class="soft" role="status">${t("Even ophalen…", "Fetching…")}</p>`}
    </main>
  </div>`;

/** A page that cannot be drawn is told like one that could not be fetched. */
function view(): TemplateResult {
  try {
    return page.view();
  } catch (why) {
    console.error(why);
    [state, failure] = ["failed", why];
    return failed();
  }
}

const alert = (who?: Account): TemplateResult => html`
  <div role="alert">
    ${who && isOut ? html`<div class="note gone"><p>${new Refused(401, {}).told}</p>
      <div class="actions"><button class="button" @click=${() => signInAgain(who)}>${t("Opnieuw inloggen", "Sign in again")}</button></div></div>` : nothing}
    ${trouble ? html`<div class="note gone"><p>${trouble}</p></div>` : nothing}
  </div>`;

const told = (why: unknown): string => why instanceof Refused ? why.whole
  : t("Hier ging iets mis in de pagina zelf. Laad de pagina opnieuw en probeer het nog eens.", "Something went wrong in the page itself. Load it again and try once more.");

const failed = (): TemplateResult => html`
  <h1 tabindex="-1">${page.title()}</h1>
  ${isOut ? nothing : html`
    <div class="note gone" role="alert"><p>${told(failure)}</p></div>
    <div class="actions"><button class="button" @click=${retry}>${t("Probeer opnieuw", "Try again")}</button></div>`}`;

async function signIn(into: Known, roles: string[]): Promise<void> {
  const entered = await enter(into, roles);
  if (entered)
    await welcome(entered);
}

/** Nothing of the page is let go; what could not be shown is asked for now. */
async function signInAgain(who: Account): Promise<void> {
  try {
    await who.again();
  } catch (why) {
    console.error(why);
    trouble = t("Het inloggen lukte niet. Laat deze pagina een venster openen en probeer het nog eens.", "Signing in did not work. Let this page open a window and try once more.");
    draw();
    return;
  }
  [isOut, trouble] = [false, ""];
  if (state === "failed")
    return retry();
  draw();
  focus("h1");
}

async function welcome(entered: Account): Promise<void> {
  account = entered;
  signedInBy(entered.token, () => {
    isOut = true;
    draw();
  });
  mayAs(entered.roles);
  await show(true);
}

/** The page of the address. What was begun for another one is let go. */
async function show(moved: boolean): Promise<void> {
  page.leave?.();
  turnFrom();
  shownPath = location.pathname;
  page = pageOf(shownPath);
  if (await fill() && moved) {
    scrollTo(0, 0);
    document.querySelector<HTMLElement>("h1")?.focus({ preventScroll: true });
  }
}

/** The same page where it only was not fetched: what was done before it, and whom it is about, it was told once. */
async function retry(): Promise<void> {
  if (location.pathname !== shownPath || !(failure instanceof Refused))
    return show(false);
  await fill();
}

/** With what the page needs; false where another was come to meanwhile. */
async function fill(): Promise<boolean> {
  const mine = ++turn;
  shownOn = today();
  [state, trouble] = ["loading", ""];
  draw();
  try {
    await page.load?.();
    if (mine !== turn)
      return false;
    state = "shown";
  } catch (why) {
    if (mine !== turn)
      return false;
    if (!(why instanceof Refused))
      console.error(why);
    [state, failure] = ["failed", why];
  }
  draw();
  return true;
}

function lead(path: string): void {
  history.pushState(null, "", `/staff${path}`);
  void show(true);
}

document.addEventListener("click", event => {
  trouble = "";
  const link = event.composedPath().find(each => each instanceof HTMLAnchorElement || each instanceof SVGAElement) as HTMLAnchorElement | SVGAElement | undefined;
  const href = link?.getAttribute("href");
  if (!href?.startsWith("/staff") || link!.getAttribute("target") || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey)
    return;
  event.preventDefault();
  lead(href.slice("/staff".length));
});
// Entra ID's answer stands behind a # in the address, and is taken from there before anybody is in.
// Nor is a place in the page another page.
addEventListener("popstate", () => {
  if (account && location.pathname !== shownPath)
    void show(true);
});
// A tab that stayed open overnight tells what there is to do today.
document.addEventListener("visibilitychange", () => {
  if (account && document.visibilityState === "visible" && page.daily && shownOn !== today())
    void fill();
});
// What a button asked for in vain, where the page has no words of its own for that. A mistake of the page itself, or a part of
// it that a newer version has no more, is for whoever looks at the console of the browser too.
addEventListener("unhandledrejection", event => {
  if (event.reason instanceof Refused || isLeft(event.reason))
    event.preventDefault();
  if (isLeft(event.reason))
    return;
  // That somebody is out stands there already.
  if (!(event.reason instanceof Refused && event.reason.status === 401))
    trouble = told(event.reason);
  draw();
});
// What was let go with its page is nobody's trouble.
function isLeft(why: unknown): boolean { return why instanceof DOMException && why.name === "AbortError"; }

drawnBy(draw);
ledBy(lead);

async function begin(): Promise<void> {
  try {
    begun = await ofItself<Known>();
  } catch (why) {
    [state, failure] = ["failed", why];
    draw();
    return;
  }
  [state, trouble] = ["loading", ""];
  knows(begun);
  page = pageOf(location.pathname);
  const before = await found(begun).catch(why => {
    console.error(why);
    trouble = told(why);
    return null;
  });
  if (before)
    await welcome(before);
  else
    draw();
}

speak(language());
dropOld();
await begin();
