// What is known of a client: the same fields where her order is opened and where it is set right.
import { html, nothing, type TemplateResult } from "../../parts/html";
import { date, number, phone, readDay, t } from "../../parts/words";
import type { Order } from "../api";
import { type Field, type Form, mailCheck, needed } from "../form";
import { today } from "../known";

const addressFields = ["line1", "line2", "postalCode", "city", "country"] as const;
const home = "NL";

/** In millimetres, of centimetres as people write them; null where a figurine cannot be so high. */
export function readHeight(written: string): number | null {
  const [, whole, tenth] = /^(\d{1,2})(?:[.,](\d))?(?:\s*cm)?$/i.exec(written.trim()) ?? [];
  const height = whole === undefined ? 0 : +whole * 10 + +(tenth ?? 0);
  return height >= 20 && height <= 500 ? height : null;
}

export const heightOf = (order: Order): TemplateResult | typeof nothing => order.heightInMillimetres
  ? html`<p class="soft">${t(`Het beeldje wordt ${number(order.heightInMillimetres / 10)} cm hoog.`, `The figurine is to be ${number(order.heightInMillimetres / 10)} cm high.`)}</p>`
  : nothing;

/** A country alone is no address: it stands there already. */
const hasAddress = (form: Form): boolean => addressFields.some(name => name !== "country" && form.value(name));

export function clientFields(form: () => Form): Field[] {
  const ofAddress = (words: string) => (value: string): string | undefined => hasAddress(form()) ? needed(words)(value) : undefined;
  return [
    { name: "name", label: t("Naam", "Name"), check: needed(t("Vul de naam van de cliënt in.", "Fill in the client's name.")) },
    { name: "email", label: t("E-mail", "Mail"), kind: "email", check: mailCheck },
    { name: "phone", label: t("Telefoon (als ze dat geeft)", "Phone (if she gives it)"), kind: "tel", short: true, check: value => !value || value.replace(/\D/g, "").length >= 8 ? undefined : t("Vul een telefoonnummer in zoals 06 1234 5678.", "Fill in a phone number such as 06 1234 5678.") },
    { name: "language", label: t("Taal van haar brieven", "Language of her letters"), kind: "choice", choices: [["nl", "Nederlands"], ["en", "English"]] },
    { name: "line1", label: t("Straat en huisnummer", "Street and number"), hint: t("Waar het beeldje heen gaat. Het adres mag ook later.", "Where the figurine goes. The address may come later."), check: ofAddress(t("Vul straat en huisnummer in, of laat het hele adres leeg.", "Fill in street and number, or leave all of the address empty.")) },
    { name: "line2", label: t("Toevoeging (mag leeg blijven)", "Second line (may stay empty)") },
    { name: "postalCode", label: t("Postcode", "Postal code"), short: true, check: ofAddress(t("Vul de postcode in, zoals 1012 AB.", "Fill in the postal code, such as 1012 AB.")) },
    { name: "city", label: t("Plaats", "City"), check: ofAddress(t("Vul de plaats in.", "Fill in the city.")) },
    { name: "country", label: t("Land (twee letters)", "Country (two letters)"), short: true, hint: t("NL is Nederland, BE België, DE Duitsland.", "NL is the Netherlands, BE Belgium, DE Germany."), check: value => !hasAddress(form()) || /^[a-z]{2}$/i.test(value) ? undefined : t("Vul het land in twee letters in, zoals NL.", "Fill in the country in two letters, such as NL.") },
    { name: "heightInMillimetres", label: t("Hoogte van het beeldje in cm (mag leeg blijven)", "Height of the figurine in cm (may stay empty)"), short: true, hint: t("Van 2 tot 50, bijvoorbeeld 15 of 14,5.", "From 2 to 50, for example 15 or 14.5."), check: value => !value || readHeight(value) ? undefined : t("Vul een hoogte in van 2 tot 50 cm, zoals 15 of 14,5.", "Fill in a height from 2 to 50 cm, such as 15 or 14.5.") },
  ];
}

/** As the fields begin: as an order stands, or before there is one. */
export const givenOf = (order?: Order): Record<string, string> => order ? {
  name: order.name, email: order.email, phone: order.phone ? phone(order.phone) : "", language: order.language,
  ...Object.fromEntries(addressFields.map(name => [name, order.address?.[name] ?? ""])), country: order.address?.country ?? home,
  heightInMillimetres: order.heightInMillimetres ? number(order.heightInMillimetres / 10) : "", openedOn: date(order.openedOn),
} : { language: "nl", country: home };

const filledIn = (form: Form, names: readonly string[]): Record<string, string> => Object.fromEntries(names.map(name => [name, form.value(name)]).filter(([, value]) => value));

/** All that is filled in, as the app takes it for a new order. */
export const clientOf = (form: Form): Record<string, unknown> => ({
  ...filledIn(form, ["name", "email", "phone", "language"]),
  ...(hasAddress(form) && { address: filledIn(form, addressFields) }),
  ...(form.value("heightInMillimetres") && { heightInMillimetres: readHeight(form.value("heightInMillimetres")) }),
});

/** What a form says otherwise than the order does, and no more; null takes away what was there. */
export function changesOf(form: Form, order: Order): Record<string, unknown> {
  const given = givenOf(order);
  const others = (names: readonly string[]) => Object.fromEntries(names.filter(name => form.value(name) !== given[name]).map(name => [name, form.value(name) || null]));
  const address = !hasAddress(form) ? (order.address ? null : {}) : order.address ? others(addressFields) : filledIn(form, addressFields);
  const height = form.value("heightInMillimetres") ? readHeight(form.value("heightInMillimetres")) : null;
  const openedOn = readDay(form.value("openedOn"), today());
  return {
    ...others(["name", "email", "phone", "language"]),
    ...((address === null || Object.keys(address).length > 0) && { address }),
    ...(height !== (order.heightInMillimetres ?? null) && { heightInMillimetres: height }),
    ...(openedOn !== order.openedOn && { openedOn }),
  };
}

/** The same members as they were, to take a change back by. */
export function formerOf(changes: Record<string, unknown>, order: Order): Record<string, unknown> {
  const former: Record<string, unknown> = { ...order, address: order.address ? Object.fromEntries(addressFields.map(name => [name, order.address![name] ?? null])) : null };
  return Object.fromEntries(Object.keys(changes).map(name => [name, former[name] ?? null]));
}

const names: Record<string, () => string> = {
  name: () => t("naam", "name"), email: () => t("e-mail", "mail address"), phone: () => t("telefoon", "phone"), language: () => t("taal van haar brieven", "language of her letters"),
  address: () => t("adres", "address"), heightInMillimetres: () => t("hoogte van het beeldje", "height of the figurine"), openedOn: () => t("openingsdatum", "opening date"),
};

/** What a member of a client is called within a sentence. */
export const detailWords = (name: string): string => names[name]?.() ?? name;
