// Sends the files of scans: several, in pieces, with pause; on after a lost connection, and after a reload once the same file
// is chosen again.
import { html, nothing, type TemplateResult } from "../parts/html";
import { bytes, count, many, t } from "../parts/words";
import { bearer, Refused } from "./api";
import { begunUploads } from "./begun";
import { once, redraw } from "./page";

// The host takes only whole pieces: what it has is never sent again.
const piece = 16 * 1024 * 1024;
const again = [0, 1000, 3000, 5000, 10_000, 20_000, 30_000, 60_000];

interface Sender { start(): void; abort(): Promise<void> }
interface Failed { causingError?: Error | null; originalResponse?: { getStatus(): number; getBody(): string } | null }
interface File_ { file: File; sender?: Sender; sent: number; since: number; from: number; state: "sending" | "paused" | "done" | "refused"; told?: string; goesOn: boolean; again: boolean; isTwin?: boolean; pauses: number }

/** By order: what is being sent goes on while somebody looks at another page, and is there again when they come back. */
const sent = new Map<string, File_[]>();
/** Who shows an order, and has to know what arrived. */
const shown = new Map<string, () => Promise<void>>();

const stay = (event: BeforeUnloadEvent): void => event.preventDefault();

/** Who closes the console while something is being sent is asked whether they mean that. */
function guard(): void {
  if ([...sent.values()].flat().some(each => each.state === "sending"))
    addEventListener("beforeunload", stay);
  else
    removeEventListener("beforeunload", stay);
}

export class Uploads {
  private over = false;

  constructor(private readonly order: string, arrived: () => Promise<void>) {
    shown.set(order, arrived);
    // What arrived meanwhile stands among the scans.
    sent.set(order, this.files.filter(each => each.state !== "done"));
  }

  private get files(): File_[] {
    if (!sent.has(this.order))
      sent.set(this.order, []);
    return sent.get(this.order)!;
  }

  /** What has ended was seen; what has not goes on. */
  leave(): void {
    shown.delete(this.order);
    sent.set(this.order, this.files.filter(each => each.state === "sending" || each.state === "paused"));
  }

  view(): TemplateResult {
    const take = (list: FileList | null | undefined) => { for (const file of list ?? []) void this.send(file); };
    return html`
      <h2>${t("Scan insturen", "Send a scan")}</h2>
      <div class="drop ${this.over ? "over" : ""}"
        @dragover=${(event: DragEvent) => { event.preventDefault(); if (!this.over) { this.over = true; redraw(); } }}
        @dragleave=${() => { this.over = false; redraw(); }}
        @drop=${(event: DragEvent) => { event.preventDefault(); this.over = false; take(event.dataTransfer?.files); redraw(); }}>
        <label for="scan-files">${t("Kies een of meer bestanden, of sleep ze hierheen", "Choose one or more files, or drag them here")}</label>
        <p class="hint" id="scan-files-hint">${t("STL, OBJ, PLY, GLB of 3MF. Valt de verbinding weg, dan gaat het vanzelf verder. Na het herladen van de pagina kies je hetzelfde bestand opnieuw: het gaat verder waar het was.", "STL, OBJ, PLY, GLB or 3MF. When the connection breaks it goes on by itself. After the page was reloaded choose the same file again: it goes on where it was.")}</p>
        <input id="scan-files" type="file" multiple aria-describedby="scan-files-hint" accept=".stl,.obj,.ply,.glb,.3mf" @change=${(event: Event) => { const input = event.target as HTMLInputElement; take(input.files); input.value = ""; }}>
      </div>
      ${this.files.length ? html`<ul class="rows two card">${this.files.map(each => this.line(each))}</ul>` : nothing}`;
  }

  private line(each: File_): TemplateResult {
    const name = html`<span class="hidden"> ${each.file.name}</span>`;
    return html`
      <li><span><span class="what">${each.file.name}</span>
        ${each.state === "sending" || each.state === "paused" ? html`<progress max=${each.file.size} .value=${each.sent} aria-label=${each.file.name}></progress>` : nothing}
        <span class="soft" role=${each.state === "sending" ? nothing : "status"}>${this.told(each)}</span></span>
        ${each.state === "sending" ? html`<button class="button plain" @click=${() => this.pause(each)}>${t("Pauze", "Pause")}${name}</button>`
          : each.state === "paused" ? html`<button class="button plain" @click=${() => this.goOn(each)}>${t("Verder", "Go on")}${name}</button>`
          : each.state === "done" ? html`<span class="mark well">${t("binnen", "arrived")}</span>`
          : each.isTwin ? html`<button class="button plain" @click=${once(() => this.sendAgain(each))}>${t("Toch nog eens", "Once more all the same")}${name}</button>`
          : html`<span class="mark gone">${t("niet aangenomen", "not taken")}</span>`}</li>`;
  }

  private told(each: File_): string {
    const so = t(`${bytes(each.sent)} van ${bytes(each.file.size)}`, `${bytes(each.sent)} of ${bytes(each.file.size)}`);
    if (each.state === "done")
      return t(`${bytes(each.file.size)}, wordt nu gelezen.`, `${bytes(each.file.size)}, being read now.`);
    if (each.state === "refused")
      return each.told ?? "";
    if (each.state === "paused")
      return t(`Gepauzeerd: ${so}. Er is niets verloren.`, `Paused: ${so}. Nothing was lost.`);
    if (each.told)
      return `${so}. ${each.told}`;
    const speed = (each.sent - each.from) / Math.max(1, (performance.now() - each.since) / 1000);
    if (speed <= 0)
      return each.goesOn ? t(`Gaat verder: ${so}.`, `Goes on: ${so}.`) : so;
    const seconds = Math.ceil((each.file.size - each.sent) / speed);
    const left = seconds < 60 ? t(`nog ${count(seconds)} ${many(seconds, "seconde", "seconden")}`, `${count(seconds)} ${many(seconds, "second", "seconds")} left`)
      : t(`nog ${count(Math.ceil(seconds / 60))} ${many(Math.ceil(seconds / 60), "minuut", "minuten")}`, `${count(Math.ceil(seconds / 60))} ${many(Math.ceil(seconds / 60), "minute", "minutes")} left`);
    return `${so}, ${bytes(speed)}/s, ${left}`;
  }

  /** The same file twice, since somebody says that it is meant. */
  private async sendAgain(each: File_): Promise<void> {
    this.files.splice(this.files.indexOf(each), 1);
    await this.send(each.file, true);
  }

  private async send(file: File, again = false): Promise<void> {
    const each: File_ = { file, sent: 0, since: performance.now(), from: 0, state: "sending", goesOn: false, again, pauses: 0 };
    this.files.push(each);
    guard();
    redraw();
    try {
      await this.begin(each);
    } catch (why) {
      // Without its library nothing is sent: a newer version of the app has another.
      console.error(why);
      refuse(each, t("De pagina kan niets versturen. Laad de pagina opnieuw en kies het bestand nog eens.", "The page cannot send anything. Load it again and choose the file once more."));
    }
  }

  private async begin(each: File_): Promise<void> {
    const { file, again: isAgain } = each;
    const { Upload } = await import("tus-js-client");
    // Known before it starts: a pause between the start and the first request is not heard.
    const fingerprint = await known(this.order, file);
    const upload = new Upload(file, {
      endpoint: "/api/uploads", chunkSize: piece, retryDelays: again, metadata: { orderId: this.order, filename: file.name, ...(isAgain && { again: "true" }) }, removeFingerprintOnSuccess: true,
      fingerprint: async () => fingerprint, urlStorage: begunUploads,
      onBeforeRequest: async request => {
        const before = each.pauses;
        request.setHeader("Authorization", await bearer());
        // Paused while its token was fetched, it is never sent: what goes on then asks anew.
        if (each.pauses !== before)
          await new Promise(() => {});
        request.setHeader("Accept-Language", t("nl", "en"));
      },
      onShouldRetry: (failed, tries) => {
        const { status, problem } = reason(failed);
        // Where it has come further than this page knows, it goes on from there; a file that is not taken is not sent anew.
        if (status !== 0 && status !== 423 && status < 500 && !(status === 409 && problem.errors?.["Upload-Offset"]))
          return false;
        each.told = t(`De verbinding is weg; poging ${tries + 2} volgt vanzelf.`, `The connection is gone; try ${tries + 2} follows by itself.`);
        redraw();
        return true;
      },
      onProgress: sent => {
        if (each.from === 0 && each.goesOn && each.sent === 0)
          [each.from, each.since] = [sent, performance.now()];
        delete each.told;
        each.sent = sent;
        redraw();
      },
      onSuccess: () => {
        each.state = "done";
        guard();
        redraw();
        void shown.get(this.order)?.();
      },
      onError: failed => {
        const why = reason(failed as Failed);
        each.isTwin = why.problem.errors?.["again"] !== undefined;
        refuse(each, refusal(why));
      },
    });
    // What was refused for its twin was discarded: it begins anew.
    const before = isAgain ? undefined : (await upload.findPreviousUploads())[0];
    if (before) {
      upload.resumeFromPreviousUpload(before);
      each.goesOn = true;
    }
    each.sender = upload;
    // It may have been paused before it could begin.
    if (each.state === "sending")
      upload.start();
  }

  private pause(each: File_): void {
    [each.state, each.pauses] = ["paused", each.pauses + 1];
    void each.sender?.abort();
    guard();
    redraw();
  }

  private goOn(each: File_): void {
    [each.state, each.from, each.since] = ["sending", each.sent, performance.now()];
    // Without one it has yet to begin, and does so by itself.
    each.sender?.start();
    guard();
    redraw();
  }
}

function refuse(each: File_, why: string): void {
  [each.state, each.told] = ["refused", why];
  guard();
  redraw();
}

function reason(failed: Failed): Refused {
  if (failed.causingError instanceof Refused)
    return failed.causingError;
  const answer = failed.originalResponse;
  try {
    return new Refused(answer?.getStatus() ?? 0, answer ? JSON.parse(answer.getBody()) : {});
  } catch {
    return new Refused(answer!.getStatus(), {});
  }
}

function refusal(why: Refused): string {
  switch (why.status) {
    case 0: return t("De app is niet te bereiken. Kies het bestand straks opnieuw; het gaat verder waar het was.", "The app cannot be reached. Choose the file again later; it goes on where it was.");
    case 413: return t("Het bestand is te groot.", "The file is too large.");
    default: return why.problem.errors?.["again"] ? t("Deze bestelling heeft precies dit bestand al. Stuur het alleen nog eens als de scan er twee keer moet staan.", "This order has this very file already. Send it once more only if the scan is to stand there twice.") : why.whole;
  }
}

// A file is known by a hash: its name may be that of a person, and stays out of what this browser keeps.
async function known(order: string, file: File): Promise<string> {
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(`${order}|${file.name}|${file.size}|${file.lastModified}`));
  return `upload-${[...new Uint8Array(hash)].map(each => each.toString(16).padStart(2, "0")).join("")}`;
}
