// The way to what stands further on in a list, where there is more of it.
import { html, nothing, type TemplateResult } from "../parts/html";
import { t } from "../parts/words";
import { once, redraw } from "./page";

const rows = "main .rows > li, main tbody > tr";

/** The last row before the button, whose next is the first new one once there is more. */
const lastBefore = (button: Element): Element | undefined =>
  [...document.querySelectorAll(rows)].filter(row => button.compareDocumentPosition(row) & Node.DOCUMENT_POSITION_PRECEDING).at(-1);

/** The button may be gone then: who goes by the keys stays where the list goes on. */
function focusOn(row: Element | null | undefined): void {
  const at = row?.querySelector<HTMLElement>("a, button") ?? row as HTMLElement | null | undefined;
  if (at && at === row)
    at.tabIndex = -1;
  at?.focus();
}

export const further = (continuation: string | undefined, fetch: () => Promise<void>, words = t("Oudere tonen", "Show older ones")): TemplateResult | typeof nothing => continuation
  ? html`<button class="button plain" @click=${once(async event => {
      const last = lastBefore(event.currentTarget as Element);
      await fetch();
      redraw();
      focusOn(last?.nextElementSibling);
    })}>${words}</button>`
  : nothing;
