// A scan in 3D: only once somebody has said why. Before that nothing of it is fetched, and nothing that draws it either.
import { html, type TemplateResult } from "../../parts/html";
import { bytes, capital, number, t } from "../../parts/words";
import { fetched, type Scan } from "../api";
import { Form, reasonTo } from "../form";
import { focus, redraw } from "../page";
import type { Colours, Stage } from "./stage";

const millimetres: Record<string, number> = { mm: 1, cm: 10, m: 1000, inch: 25.4, micron: 0.001, foot: 304.8 };

// What a browser can hold: text takes more room than numbers do, and what is packed grows.
const most: Record<string, number> = { stl: 400e6, ply: 300e6, glb: 300e6, obj: 200e6, "3mf": 80e6 };
const figureHeight = 1700;
const step = Math.PI / 12;
const closer = 1.25;

const largest = (format: string): number => (most[format] ?? 0) / ((navigator as { deviceMemory?: number }).deviceMemory! <= 4 ? 2 : 1);

let drawable: boolean | undefined;

/** Asked once: a browser has only so many of them. */
function canDraw(): boolean {
  if (drawable === undefined) {
    const found = document.createElement("canvas").getContext("webgl2");
    drawable = found !== null;
    found?.getExtension("WEBGL_lose_context")?.loseContext();
  }
  return drawable;
}

export const centimetres = (value: number): string => number(value < 100 ? Math.round(value) / 10 : Math.round(value / 10));

export class Look {
  private state: "closed" | "asking" | "fetching" | "building" | "shown" | "failed" = "closed";
  private got = 0;
  private failure = "";
  private stage: Stage | undefined;
  private readonly canvas = document.createElement("canvas");
  private readonly stopped = new AbortController();
  private readonly dark = matchMedia("(prefers-color-scheme: dark)");
  private readonly repaint = () => this.stage?.paint(this.colours());
  private readonly form = new Form("look", () => [{
    name: "reason", label: t("Waarom open je deze scan?", "Why do you open this scan?"), kind: "lines",
    hint: t("De cliënt leest dit op haar eigen pagina. Bijvoorbeeld: kijken of de scan heel is voor hij naar de printer gaat.", "The client reads this on her own page. For example: to see whether the scan is whole before it goes to the printer."),
    check: reasonTo(t("Zeg waarom je de scan opent.", "Say why you open the scan.")),
  }]);

  constructor(private readonly scan: Scan, private readonly opened: () => void) {
    this.canvas.setAttribute("aria-hidden", "true");
    this.dark.addEventListener("change", this.repaint);
  }

  leave(): void {
    this.stopped.abort();
    this.dark.removeEventListener("change", this.repaint);
    this.stage?.leave();
  }

  view(): TemplateResult {
    return html`<section aria-labelledby="look-heading"><h2 id="look-heading" tabindex="-1">${t("De scan in 3D", "The scan in 3D")}</h2>${this.now()}</section>`;
  }

  private now(): TemplateResult {
    const { format, bytes: size } = this.scan;
    if (!canDraw())
      return html`<div class="note wait"><p>${t("Deze browser kan geen 3D laten zien: WebGL staat uit of ontbreekt. Alles wat van de scan is gemeten, staat hierboven. Probeer het met een andere browser of op een andere computer.", "This browser cannot show 3D: WebGL is off or missing. All that was measured of the scan stands above. Try another browser or another computer.")}</p></div>`;
    if (size > largest(format!))
      return html`<div class="note wait"><p>${t(`Dit bestand is ${bytes(size)}, en een browser houdt er op dit apparaat ${bytes(largest(format!))} van vast. Er is niets mis met de scan: alles wat ervan is gemeten, staat hierboven.`, `This file is ${bytes(size)}, and a browser holds ${bytes(largest(format!))} of it on this device. Nothing is wrong with the scan: all that was measured of it stands above.`)}</p></div>`;
    switch (this.state) {
      case "closed": return html`
        <p>${t("Een scan laat zien hoe iemands lichaam eruitziet. Open hem alleen als het nodig is: wie het was, wanneer en waarom wordt vijf jaar bewaard, en de cliënt kan dat lezen.", "A scan shows what somebody's body looks like. Open it only when that is needed: who it was, when and why is kept for five years, and the client can read it.")}</p>
        <div class="actions"><button class="button" @click=${() => { this.state = "asking"; redraw(); focus("#look-reason"); }}>${t("Open de scan", "Open the scan")}</button></div>`;
      case "asking": return html`<div class="card">${this.form.view(t("Open de scan met deze reden", "Open the scan for this reason"), () => this.open(),
        { words: t("Niet openen", "Leave it closed"), act: () => { this.state = "closed"; redraw(); focus("#look-heading"); } })}</div>`;
      case "fetching": return html`
        <p role="status">${t(`De scan wordt opgehaald: ${bytes(this.got)} van ${bytes(size)}.`, `The scan is being fetched: ${bytes(this.got)} of ${bytes(size)}.`)}</p>
        <progress max=${size} .value=${this.got} aria-label=${t("Ophalen", "Fetching")}></progress>`;
      case "failed": return html`<div class="note gone" role="alert"><p>${this.failure}</p></div>
        <div class="actions"><button class="button plain" @click=${() => { this.state = "asking"; redraw(); focus("#look-reason"); }}>${t("Probeer opnieuw", "Try again")}</button></div>`;
      default: {
        // One template for both: what is drawn stays where it is.
        const ready = this.state === "shown";
        return html`
          ${this.picture(ready)}
          <p id="look-words" role="status">${ready ? this.words() : t("De scan is binnen en wordt getekend…", "The scan has come and is being drawn…")}</p>
          <p class="soft">${t("Deze keer is genoteerd, met je reden.", "This time is noted, with your reason.")}</p>`;
      }
    }
  }

  private async open(): Promise<void> {
    const format = this.scan.format!;
    [this.state, this.got] = ["fetching", 0];
    redraw();
    try {
      const [file, { stage }] = await Promise.all([
        fetched(`scans/${this.scan.id}/content`, this.scan.bytes, this.form.value("reason"), soFar => this.tell(soFar), this.stopped.signal),
        import("./stage"),
      ]);
      if (this.stopped.signal.aborted)
        return;
      this.opened();
      this.state = "building";
      redraw();
      // The words are shown before the work begins, which holds the page.
      await new Promise(requestAnimationFrame);
      await new Promise(later => setTimeout(later));
      if (this.stopped.signal.aborted)
        return;
      const made = await stage(this.canvas, file, format, millimetres[this.scan.unit ?? "mm"] ?? 1, this.colours());
      // Who left meanwhile leaves no body behind.
      if (this.stopped.signal.aborted)
        return made.leave();
      this.stage = made;
      this.state = "shown";
      redraw();
      focus("#stage");
    } catch (why) {
      if (this.stopped.signal.aborted)
        return;
      this.fail(why);
    }
  }

  /** Each hundredth that came. */
  private tell(soFar: number): void {
    if (soFar - this.got < this.scan.bytes / 100)
      return;
    this.got = soFar;
    redraw();
  }

  private fail(why: unknown): void {
    const told = (why as { told?: string }).told;
    if (!told)
      console.error(why);
    this.failure = told ?? t("De browser kon dit bestand niet tekenen. Er is niets mis met de scan zelf: alles wat ervan is gemeten, staat hierboven.", "The browser could not draw this file. Nothing is wrong with the scan itself: all that was measured of it stands above.");
    this.state = "failed";
    redraw();
  }

  private picture(ready: boolean): TemplateResult {
    const button = (words: string, sign: string, act: () => void) => html`<button class="button plain" ?disabled=${!ready} aria-label=${words} title=${words} @click=${act}>${sign}</button>`;
    const from = (side: "front" | "side" | "back" | "above", words: string) => html`<button class="button plain" ?disabled=${!ready} @click=${() => this.stage?.from(side)}>${words}</button>`;
    return html`
      <div class="stage" id="stage" tabindex="0" role="group" aria-label=${t("De scan naast een mens van 1,70 m. Pijltjes draaien, plus en min maken groter en kleiner.", "The scan beside a person of 1.70 m. Arrow keys turn, plus and minus make it larger and smaller.")}
        aria-describedby="look-words" @keydown=${(event: KeyboardEvent) => this.key(event)}>${this.canvas}</div>
      <p class="keys"><span><span class="key scan"></span>${t("de scan", "the scan")}</span> <span><span class="key person"></span>${t("een mens van 1,70 m", "a person of 1.70 m")}</span>
        <span><span class="key floor"></span>${t("vakjes van 10 cm", "squares of 10 cm")}</span></p>
      <div class="actions tools" role="group" aria-label=${t("Draaien en vergroten", "Turn and enlarge")}>
        ${button(t("Draai naar links", "Turn to the left"), "←", () => this.stage?.turn(-step, 0))}${button(t("Draai naar rechts", "Turn to the right"), "→", () => this.stage?.turn(step, 0))}
        ${button(t("Draai naar boven", "Turn up"), "↑", () => this.stage?.turn(0, -step))}${button(t("Draai naar onder", "Turn down"), "↓", () => this.stage?.turn(0, step))}
        ${button(t("Groter", "Larger"), "+", () => this.stage?.zoom(closer))}${button(t("Kleiner", "Smaller"), "−", () => this.stage?.zoom(1 / closer))}
        ${from("front", t("Van voren", "From the front"))}${from("side", t("Van opzij", "From the side"))}${from("back", t("Van achteren", "From behind"))}${from("above", t("Van boven", "From above"))}
        <button class="button plain" ?disabled=${!ready} @click=${() => { this.stage?.tilt(); redraw(); }}>${t("Ligt hij? Zet hem recht", "Does it lie? Put it upright")}</button>
      </div>`;
  }

  private key(event: KeyboardEvent): void {
    const act = {
      ArrowLeft: () => this.stage?.turn(-step, 0), ArrowRight: () => this.stage?.turn(step, 0), ArrowUp: () => this.stage?.turn(0, -step), ArrowDown: () => this.stage?.turn(0, step),
      "+": () => this.stage?.zoom(closer), "=": () => this.stage?.zoom(closer), "-": () => this.stage?.zoom(1 / closer), Home: () => this.stage?.from("front"),
    }[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey)
      return;
    event.preventDefault();
    act();
  }

  /** What is to be seen, for who does not see it. */
  private words(): string {
    const { width, depth, height } = this.stage!.size;
    const part = height / figureHeight;
    const beside = part > 0.95 && part < 1.05 ? t("ongeveer even hoog als iemand van 1,70 m", "about as high as somebody of 1.70 m")
      : part >= 1.05 ? t(`${number(Math.round(part * 10) / 10)} keer zo hoog als iemand van 1,70 m`, `${number(Math.round(part * 10) / 10)} times as high as somebody of 1.70 m`)
      : t(`${number(Math.round(part * 100))} procent van de lengte van iemand van 1,70 m`, `${number(Math.round(part * 100))} percent of the height of somebody of 1.70 m`);
    const size = t(`de scan is ${centimetres(width)} cm breed, ${centimetres(depth)} cm diep en ${centimetres(height)} cm hoog: ${beside}.`,
      `the scan is ${centimetres(width)} cm wide, ${centimetres(depth)} cm deep and ${centimetres(height)} cm high: ${beside}.`);
    const away = this.isAsMeasured() ? "" : t(" Let op: zo getekend is hij anders van maat dan toen hij werd gemeten. Ga uit van de maten hierboven.", " Mind: drawn like this its size differs from what was measured. Go by the sizes above.");
    return capital(size) + away;
  }

  /** Whether what was drawn is as large as what the app read of the file. */
  private isAsMeasured(): boolean {
    const bounds = this.scan.boundsInMillimetres;
    const drawn = Object.values(this.stage!.size).sort((one, other) => one - other);
    const read = bounds ? bounds.max.map((edge, axis) => edge - bounds.min[axis]!).sort((one, other) => one - other) : drawn;
    return drawn.every((side, at) => Math.abs(side - read[at]!) <= Math.max(1, read[at]! / 100));
  }

  private colours(): Colours {
    const of = (key: string) => getComputedStyle(document.querySelector(`.key.${key}`) ?? document.body).backgroundColor;
    return { scan: of("scan"), figure: of("person"), floor: of("floor") };
  }
}

