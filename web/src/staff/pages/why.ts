// Why one record is still here, or the proof that it is not.
import { html, nothing } from "../../parts/html";
import { capital, t } from "../../parts/words";
import { ask, type Derivation, type Due } from "../api";
import { derivation } from "../goes";
import { kindOne, may, today } from "../known";
import type { Page } from "../page";
import { isFinal, Undo } from "../scan/undo";

interface Answer extends Due { kept: boolean; certificate?: number; destroyedAt?: string; recoveryClosesOn?: string; why?: Derivation; explanation: { nl: string; en: string } }

export function why(kind: string, id: string): Page {
  let found: Answer;
  const undo = new Undo(() => found.certificate ? { certificate: found.certificate } : { scan: id }, () => found.recoveryClosesOn!);
  const canComeBack = () => kind === "scan" && !found.kept && !!found.recoveryClosesOn && found.recoveryClosesOn > today() && !isFinal(found.why!.rule);
  const order = () => kind === "order" ? id : found.within;
  return {
    part: "retention",
    title: () => t(`Waarom is ${kindOne(kind)} er nog?`, `Why is this ${kindOne(kind)} here?`),
    async load() { found = await ask<Answer>(`retention/why/${kind}/${id}`); },
    view: () => html`
      <p><a href="/staff/retention">← ${t("Bewaren en vernietigen", "Keeping and destroying")}</a></p>
      <h1 tabindex="-1">${found.kept ? t(`Waarom is dit er nog: ${kindOne(kind)}`, `Why is this still here: ${kindOne(kind)}`) : t(`Dit is weg: ${kindOne(kind)}`, `This is gone: ${kindOne(kind)}`)}</h1>
      <div class="note ${found.kept ? "" : "well"}"><p>${capital(t(found.explanation.nl, found.explanation.en))}</p></div>
      ${derivation(found.why ?? found)}
      <div class="actions">
        ${found.certificate ? html`<a class="button plain" href="/staff/certificates/${found.certificate}">${t("Bekijk het bewijs", "See the proof")}</a>` : nothing}
        ${found.kept && order() && ["order", "scan"].includes(kind) && may("staff") ? html`<a class="button plain" href="/staff/orders/${order()}">${t("Open de bestelling", "Open the order")}</a>` : nothing}
      </div>
      ${kind === "scan" ? undo.view(canComeBack(), () => nothing) : nothing}
      <p class="soft">${t("Kenmerk", "Identifier")}: <code>${id}</code></p>`,
  };
}
