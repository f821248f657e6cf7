// The proofs of what was destroyed, newest first, and whether their chain holds.
import { html, nothing } from "../../parts/html";
import { capital, date, dayOf, number, t } from "../../parts/words";
import { ask, type Derivation } from "../api";
import { kinds, ruleWords } from "../known";
import { Listed } from "../listed";
import { focus, once, redraw, type Page } from "../page";

interface Certificate { number: number; kind: string; count: number; destroyedAt: string; why: Derivation; closes?: number; undone?: { certificate: number } }
interface Verified { checked: number; intact: boolean; broken?: { number: number; reason: string }; newest?: { number: number; hash: string } }

export function certificates(): Page {
  const found = new Listed<Certificate, void>(() => "retention/certificates?limit=50", undefined);
  let verified: Verified | null = null;

  async function verify(): Promise<void> {
    verified = await ask<Verified>("retention/certificates/verify");
    redraw();
    focus("#verified");
  }

  return {
    part: "certificates",
    title: () => t("Bewijzen", "Proofs"),
    load: async () => { await found.look(); },
    view: () => html`
      <h1 tabindex="-1">${t("Bewijzen", "Proofs")}</h1>
      <p class="soft">${t("Van alles wat is vernietigd is er één vernietigingsverklaring, zonder namen. Elke draagt de hash van de vorige, zodat er geen ongemerkt verandert.", "Of all that was destroyed there is one certificate, without names. Each carries the hash of the one before, so that none changes unnoticed.")}</p>
      <div class="actions"><button class="button plain" @click=${once(verify)}>${t("Reken de hele keten na", "Recompute the whole chain")}</button></div>
      <div id="verified" tabindex="-1" role="status">${verified ? html`<div class="note ${verified.intact ? "well" : "gone"}"><p>${verified.intact
        ? t(`De keten klopt: ${number(verified.checked)} verklaringen nagerekend, en tegen de ijkpunten gehouden.`, `The chain holds: ${number(verified.checked)} certificates recomputed, and held against the checkpoints.`)
        : html`<b>${t("De keten klopt niet.", "The chain does not hold.")}</b> ${verified.broken ? t(`Bij verklaring ${verified.broken.number}.`, `At certificate ${verified.broken.number}.`) : nothing}`}</p>
        ${verified.newest ? html`<p class="soft">${t("Nieuwste hash", "Newest hash")}: <code>${verified.newest.hash}</code></p>` : nothing}</div>` : nothing}</div>
      ${found.items.length === 0 ? html`<p>${t("Er is nog niets vernietigd. Na de eerste nacht waarin iets weg moest, staat hier het bewijs.", "Nothing has been destroyed yet. After the first night in which something had to go, its proof is here.")}</p>`
        : html`<section class="card"><ul class="rows">${found.items.map(each => html`
          <li><span class="number">${date(dayOf(each.destroyedAt))}</span>
            <span><a class="what" href="/staff/certificates/${each.number}">${t("Verklaring", "Certificate")} ${each.number}: ${kinds(each.kind, each.count)}</a><span class="soft">${capital(ruleWords(each.why.rule))}</span></span>
            ${each.closes ? html`<span class="mark">${t("slotverklaring", "closing")}</span>` : each.undone ? html`<span class="mark wait">${t("herstel", "undone")}</span>` : html`<span class="mark well">${t("weg", "gone")}</span>`}</li>`)}</ul></section>
        ${found.further()}`}`,
  };
}
