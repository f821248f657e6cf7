// The way to what stands further on in a list, where there is more of it.
import { html, nothing, type TemplateResult } from "../parts/html";
import { t } from "../parts/words";
import { redraw } from "./page";

export const further = (continuation: string | undefined, fetch: () => Promise<void>, words = t("Oudere tonen", "Show older ones")): TemplateResult | typeof nothing => continuation
  ? html`<button class="button plain" @click=${async () => { await fetch(); redraw(); }}>${words}</button>`
  : nothing;
