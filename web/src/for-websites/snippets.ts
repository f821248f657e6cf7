// What somebody copies into the pages of a website.
import { plainForm } from "../forms/markup";
import type { Kind } from "../forms/kinds";
import type { Language } from "../forms/words";

const app = `${location.origin}/`;

/** The very tag by which this page has the forms, with the address of this app. */
export function scriptTag(): string {
  const own = document.querySelector<HTMLScriptElement>("script[integrity]")!;
  return `<script type="module"\n  src="${own.src}"\n  integrity="${own.integrity}"\n  crossorigin="anonymous"></script>`;
}

export const beaconTag = (): string => `<script src="${app}api/visits/beacon.js" defer></script>`;

export const policy = (): string => [
  `script-src 'self' ${location.origin};`, `connect-src 'self' ${location.origin};`, `form-action 'self' ${location.origin};`,
].join("\n");

export const formTag = (kind: Kind, language: Language): string =>
  `<${kind.tag} lang="${language}">\n${written(plainForm(kind, language, `${app}api/`), 1)}\n</${kind.tag}>`;

const alone = new Set(["INPUT"]);
const inLine = new Set(["LABEL", "P", "BUTTON", "OPTION", "TEXTAREA"]);

/** As a person would write it: one element on a line. */
function written(element: Element, depth: number): string {
  const indent = "  ".repeat(depth);
  const tag = element.tagName.toLowerCase();
  const attributes = [...element.attributes]
    .map(({ name, value }) => value === "" && name !== "value" ? ` ${name}` : ` ${name}="${escaped(value)}"`).join("");
  if (alone.has(element.tagName))
    return `${indent}<${tag}${attributes}>`;
  const content = inLine.has(element.tagName)
    ? element.innerHTML
    : `\n${[...element.children].map(each => written(each, depth + 1)).join("\n")}\n${indent}`;
  return `${indent}<${tag}${attributes}>${content}</${tag}>`;
}

const escaped = (text: string): string => text.replace(/&/g, "&amp;").replace(/"/g, "&quot;");
