// What is known of the client of an order, set right: only what is changed is saved, and whoever was given that hears of it.
import { html, nothing, type TemplateResult } from "../../parts/html";
import { t } from "../../parts/words";
import { Refused, type Order } from "../api";
import type { Field, Form } from "../form";
import { changesOf, clientFields, detailWords, formerOf, givenOf } from "./client";

/** As the page of the order does something, and shows first what would go because of it. */
export type Change = <T>(path: string, body: Record<string, unknown>, told: { heading: string; words: string; done: string; undo?: (answer: T) => Promise<void> }, method?: string, seen?: Seen) => Promise<void>;

/** An order as somebody saw it when they began to change it, with the version that it was. */
export interface Seen { order: Order; tag: string }

/** With the day on which the order was opened, which its terms may begin at. */
export const detailFields = (form: () => Form, day: (name: string, label: string) => Field): Field[] =>
  [...clientFields(form), day("openedOn", t("Bestelling geopend op", "Order opened on"))];

interface Editing { order: Order; opened: Seen; now: () => Seen; form: Form; change: Change; cancel: { words: string; act: () => void }; waits: boolean; unchanged: () => void }

/** @param editing Its opened: what the form began with, which is not what there is now where a colleague changed that. Its waits: whether the letter with her link came back, and goes out anew to an address that is set right. */
export function detailsOf({ order, opened, now, form, change, cancel, waits, unchanged }: Editing): TemplateResult {
  const told = [...new Set(order.recipients.filter(each => each.details.length).map(each => each.name))];
  const goes = { heading: t("Met deze dag gaat dit weg", "With this day this goes"), words: t("Opslaan en dit laten vernietigen", "Save it and have this destroyed") };
  return html`<h2 id="act-heading" tabindex="-1">${t("Gegevens verbeteren", "Set the details right")}</h2>
    ${told.length ? html`<p>${t(`Gegevens van haar gingen naar ${told.join(", ")}. Wie kreeg wat je hier verandert, krijgt daarover een brief.`, `Details of hers went to ${told.join(", ")}. Who was given what you change here gets a letter about it.`)}</p>` : nothing}
    ${form.view(t("Gegevens opslaan", "Save the details"), async () => {
      const changes = changesOf(form, opened.order);
      const names = Object.keys(changes).map(detailWords).join(", ");
      if (!names)
        return unchanged();
      await change(`orders/${order.id}`, changes, {
        ...goes,
        done: t(`Opgeslagen: ${names}.${waits && changes["email"] ? " De brief met haar link gaat opnieuw, naar dit adres." : ""}`, `Saved: ${names}.${waits && changes["email"] ? " The letter with her link goes out again, to this address." : ""}`),
        undo: () => change(`orders/${order.id}`, formerOf(changes, order), { ...goes, done: t(`Teruggezet: ${names}.`, `Put back: ${names}.`) }, "PATCH", now()),
      }, "PATCH", opened);
    }, cancel)}`;
}

/** Changes what was seen. Where that is another by now, it is read anew: only if it says the same does the change go on, and whoever makes it sees it first otherwise. */
export async function asSeen<T>(seen: Seen, act: (tag: string) => Promise<T>, anew: () => Promise<Seen>): Promise<T> {
  try {
    return await act(seen.tag);
  } catch (why) {
    if (!(why instanceof Refused) || why.status !== 412)
      throw why;
    const now = await anew();
    const isSame = JSON.stringify(givenOf(now.order)) === JSON.stringify(givenOf(seen.order));
    seen.tag = now.tag;
    if (isSame)
      return asSeen(seen, act, anew);
    throw new Refused(409, { detail: t(
      "Iemand anders veranderde deze bestelling intussen, en er is nog niets opgeslagen. Op de pagina staat nu hoe ze is: klopt jouw verandering nog, doe die dan nog eens.",
      "Somebody else changed this order meanwhile, and nothing is saved yet. The page now shows how it stands: if your change is still right, make it once more.") });
  }
}
