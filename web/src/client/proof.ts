// Checks a certificate where its client reads it: in her browser, against what is published, and by a key that came with her letter.
import { base64, fromBase64, hex, leaf, readCheckpoint, readKey, rootOf, same, sha256, signer, Tiles, utf8, type Checkpoint, type Hash, type Key } from "./log.ts";

type Result = "well" | "wrong" | "open";

/** What was done, and what came of it. */
interface Step { said: string; result: Result; detail?: string }

class NotFitting extends Error {}

const english = document.documentElement.lang === "en";

const t = (dutch: string, inEnglish: string): string => english ? inEnglish : dutch;

const marks: Record<Result, string> = { well: t("klopt", "right"), wrong: t("klopt niet", "not right"), open: t("zie zelf", "for you") };

const published = (path: string): Promise<Response> => fetch(`/api/log/${path}`, { cache: "no-store", credentials: "omit" }).then(answer => {
  if (!answer.ok)
    throw new NotFitting(t(`De app geeft ${path} niet.`, `The app does not give ${path}.`));
  return answer;
});

const text = (): string => document.querySelector("#certificate-text")!.textContent!;

interface Certificate { number: number; kind: string; count: number; bytes: number; destroyedAt: string }

/** What the text says, told by the browser and not by the page. */
function told({ number, kind, count, bytes, destroyedAt }: Certificate): string {
  const locale = english ? "en-GB" : "nl-NL";
  const [size, at] = [new Intl.NumberFormat(locale).format(bytes), new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle: "short", timeZone: "Europe/Amsterdam" }).format(new Date(destroyedAt))];
  return t(`In die tekst staat: bewijs ${number}, ${count} × ${kind}, ${size} bytes, ${at}.`, `That text says: certificate ${number}, ${count} × ${kind}, ${size} bytes, ${at}.`);
}

/** What stands on the page is what stands in the text that is proven, and nothing else. */
function shown(): Step {
  const certificate = JSON.parse(text()) as Certificate & Record<string, unknown>;
  const other = [...document.querySelectorAll<HTMLElement>("[data-says]")].find(each => {
    const said = String(certificate[each.dataset["says"]!]);
    const shows = each.getAttribute("datetime") ?? each.textContent!.replace(/[^\da-z]/gi, "");
    return said.includes("T") ? Math.floor(Date.parse(said) / 1000) !== Date.parse(shows) / 1000 : said !== shows && said.replace(/[^\da-z]/gi, "") !== shows;
  });
  return {
    said: t("Wat op deze pagina staat, staat ook in de tekst die bewezen wordt.", "What stands on this page also stands in the text that is proven."),
    result: other ? "wrong" : "well",
    detail: other ? t(`De tekst zegt iets anders dan “${other.textContent}”. ${told(certificate)}`, `The text says something else than “${other.textContent}”. ${told(certificate)}`) : told(certificate),
  };
}

async function sealed(): Promise<Step> {
  const [made, stands] = [hex(await sha256(utf8(text()))), document.querySelector("#certificate-hash")!.textContent!];
  return {
    said: t("De vingerafdruk is die van deze tekst: er is geen letter aan veranderd.", "The fingerprint is that of this text: not a letter of it was changed."),
    result: made === stands ? "well" : "wrong",
    detail: made === stands ? made : t(`Op de pagina staat ${stands}; de tekst geeft ${made}.`, `The page says ${stands}; the text gives ${made}.`),
  };
}

/** The key in the address of her letter: what comes after the # is never sent to anybody. */
const keyOfLetter = (): string | null => /^#k=([\w-]{43})$/.exec(location.hash)?.[1]?.replaceAll("-", "+").replaceAll("_", "/") ?? null;

async function keys(): Promise<{ step: Step; keys: Key[] }> {
  const lines = (await (await published("keys")).text()).split("\n").filter(line => line.length > 0);
  const read = await Promise.all(lines.map(readKey));
  const mine = keyOfLetter();
  const known = mine === null ? undefined : read.find(key => base64(key.bytes) === `${mine}=`);
  const told = read.map(key => base64(key.bytes)).join(", ");
  return {
    keys: known ? [known] : read,
    step: mine === null
      ? {
          said: t("Met deze sleutel ondertekent de app. Vergelijk hem met de sleutel in de mail die je kreeg, of op de brief.", "With this key the app signs. Compare it with the key in the mail that you got, or on the letter."),
          result: "open", detail: told,
        }
      : {
          said: t("De sleutel waarmee de app ondertekent, is die van jouw brief.", "The key with which the app signs is that of your letter."),
          result: known ? "well" : "wrong", detail: known ? base64(known.bytes) : t(`Op je brief staat ${mine}=; de app noemt ${told}.`, `Your letter has ${mine}=; the app names ${told}.`),
        },
  };
}

async function signed(known: Key[]): Promise<{ step: Step; checkpoint: Checkpoint | null }> {
  const checkpoint = readCheckpoint(await (await published("checkpoint")).text());
  const said = t(
    `De app heeft getekend voor een lijst van ${checkpoint.size} bewijzen.`, `The app has signed for a list of ${checkpoint.size} certificates.`);
  try {
    const by = await signer(checkpoint, known.filter(key => key.origin === checkpoint.origin));
    return {
      checkpoint: by ? checkpoint : null,
      step: { said, result: by ? "well" : "wrong", detail: by ? `${checkpoint.origin}, ${base64(checkpoint.root)}` : t("De handtekening is niet van deze sleutel.", "The signature is not by this key.") },
    };
  } catch (failed) {
    if (!(failed instanceof DOMException))
      throw failed;
    return { checkpoint, step: { said, result: "open", detail: t("Deze browser kan de handtekening (Ed25519) niet nakijken; een nieuwere wel.", "This browser cannot check the signature (Ed25519); a newer one can.") } };
  }
}

async function listed(checkpoint: Checkpoint): Promise<Step> {
  const index = (JSON.parse(text()) as { number: number }).number - 1;
  const said = t(`In die lijst staat dit bewijs, op plaats ${index + 1}.`, `In that list stands this certificate, at place ${index + 1}.`);
  if (!(index >= 0 && index < checkpoint.size))
    return { said, result: "wrong", detail: t("De lijst is korter.", "The list is shorter.") };
  const tiles = new Tiles(checkpoint.size, async path => new Uint8Array(await (await published(path)).arrayBuffer()));
  const path = await tiles.path(index);
  const root: Hash | null = await rootOf(await leaf(utf8(text())), index, checkpoint.size, path);
  const fits = root !== null && same(root, checkpoint.root);
  return {
    said, result: fits ? "well" : "wrong",
    detail: fits
      ? t(`Nagerekend met ${path.length} andere vingerafdrukken.`, `Recomputed with ${path.length} other fingerprints.`)
      : t("De lijst waarvoor getekend is, heeft op die plaats iets anders.", "The list that was signed for has something else at that place."),
  };
}

/** Each step as soon as it is known; the last one where something does not fit. */
async function* steps(): AsyncGenerator<Step> {
  yield await sealed();
  yield shown();
  const known = await keys();
  yield known.step;
  if (known.step.result === "wrong")
    return;
  const { step, checkpoint } = await signed(known.keys);
  yield step;
  if (checkpoint)
    yield await listed(checkpoint);
}

function element(name: string, className: string, content: string): HTMLElement {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = content;
  return made;
}

function line({ said, result, detail }: Step): HTMLElement {
  const item = document.createElement("li");
  const told = document.createElement("div");
  told.append(element("p", "", said));
  if (detail)
    told.append(element("p", "soft", detail));
  item.append(element("span", `mark ${result === "well" ? "well" : result === "wrong" ? "gone" : "wait"}`, marks[result]), told);
  return item;
}

function verdict(results: Result[]): HTMLElement {
  const wrong = results.includes("wrong");
  const box = element("div", `note ${wrong ? "gone" : "well"}`, "");
  const title = element("h3", "", wrong ? t("Er klopt iets niet", "Something is not right") : t("Dit bewijs klopt", "This certificate is right"));
  title.tabIndex = -1;
  box.append(title, element("p", "", wrong
    ? t("Bewaar deze pagina en bel of mail de praktijk. Je kunt dit ook melden bij de Autoriteit Persoonsgegevens.", "Keep this page, and call or write to the practice. You can also report this to the Dutch Data Protection Authority.")
    : results.includes("open")
      ? t("Alles wat je browser kan nakijken, klopt. Vergelijk zelf nog wat hieronder met “zie zelf” staat.", "All that your browser can check is right. Compare for yourself what is marked “for you” below.")
      : t("Je browser heeft het zelf nagerekend. Niemand kan dit bewijs nog veranderen of weglaten zonder dat het te zien is.", "Your browser has computed it by itself. Nobody can change this certificate or leave it out any more without it showing.")));
  return box;
}

async function check(button: HTMLButtonElement, result: HTMLElement): Promise<void> {
  button.setAttribute("aria-busy", "true");
  const list = document.createElement("ol");
  list.className = "steps";
  result.replaceChildren(list);
  const results: Result[] = [];
  try {
    for await (const step of steps()) {
      list.append(line(step));
      results.push(step.result);
    }
  } catch (failed) {
    // What cannot be read is no proof: it is told like anything else that does not fit.
    const detail = failed instanceof NotFitting ? failed.message : t("Wat er is gepubliceerd, is niet te lezen.", "What is published cannot be read.");
    list.append(line({ said: t("Het gepubliceerde ophalen en lezen.", "Fetching and reading what is published."), result: "wrong", detail }));
    results.push("wrong");
  }
  const box = verdict(results);
  result.prepend(box);
  button.removeAttribute("aria-busy");
  box.querySelector("h3")!.focus();
}

const button = document.querySelector<HTMLButtonElement>("#check-now");
const result = document.querySelector<HTMLElement>("#check-result");
if (button && result) {
  button.hidden = false;
  button.addEventListener("click", () => void check(button, result));
}
for (const link of document.querySelectorAll<HTMLAnchorElement>("a[data-keeps-key], .top a"))
  link.hash = location.hash;
const mine = keyOfLetter();
if (mine && fromBase64(`${mine}=`).length !== 32)
  history.replaceState(null, "", location.pathname + location.search);
