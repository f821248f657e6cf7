// The plain form, which works without any script: on a website it stands in the page, and where it does not it is made here.
import type { Field, Kind } from "./kinds";
import { said, words, type Language } from "./words";

type Attributes = Record<string, string | undefined>;

/** Made and not written: a website may forbid scripts to write markup. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K, attributes: Attributes = {}, ...content: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined)
      element.setAttribute(name, value);
  element.append(...content);
  return element;
}

/**
 * @param api Where the app answers, with a slash at its end.
 * @param prefix What the ids of its fields begin with.
 */
export function plainForm(kind: Kind, language: Language, api: string, prefix = kind.tag): HTMLFormElement {
  const link = make("a", { href: `${api}statement?language=${language}` }, said(words.statement, language));
  return make("form", { method: "post", action: `${api}${kind.route}`, "accept-charset": "utf-8" },
    ...kind.fields.map(field => shown(field, `${prefix}-${field.name}`, language)),
    make("div", { hidden: "" },
      make("label", { for: `${prefix}-website` }, said(words.leaveEmpty, language)),
      make("input", { id: `${prefix}-website`, name: "website", tabindex: "-1", autocomplete: "off" })),
    make("input", { type: "hidden", name: kind.language, value: language }),
    make("p", {}, `${said(kind.beforehand, language)} `, link, "."),
    make("button", {}, said(words.send, language)));
}

function shown(field: Field, id: string, language: Language): HTMLElement {
  const label = make("label", { for: id }, said(field.label, language));
  if (field.optional)
    label.append(" ", make("small", {}, said(words.optional, language)));
  const must = { id, name: field.name, required: field.optional ? undefined : "" };
  return make("div", {}, label, field.choices
    ? make("select", must, make("option", { value: "" }),
      ...field.choices.map(([value, choice]) => make("option", { value }, said(choice, language))))
    : field.rows
      ? make("textarea", { ...must, rows: `${field.rows}` })
      : make("input", { ...must, type: field.line!.type, autocomplete: field.line!.autocomplete }));
}
