// One certificate, to read and to print; and the way back, as long as storage can go it.
import { html, nothing, type TemplateResult } from "../../parts/html";
import { date, t } from "../../parts/words";
import { ask, type Derivation } from "../api";
import { ruleWords, today } from "../known";
import type { Page } from "../page";
import { isFinal, Undo } from "../scan/undo";
import { documentPage } from "./documents";

interface Certificate {
  number: number; kind: string; destroyedAt: string; why: Derivation; recoveryClosesOn: string; closes?: number; undone?: { certificate: number };
  items: { id: string; within?: string; files: unknown[] }[];
}

export function certificate(number: string): Page {
  const paper = documentPage("certificates", `retention/certificates/${number}`, () => html`<div class="no-print">${undo.view(canComeBack(), why)}</div>`);
  let found: Certificate;
  const undo = new Undo(() => ({ certificate: found.number }), () => found.recoveryClosesOn);

  const canComeBack = (): boolean => found.kind === "scan" && !found.closes && !found.undone && !isFinal(found.why.rule) && found.recoveryClosesOn > today() && found.items.some(item => item.files.length === 1);

  const why = (): TemplateResult => html`<p class="soft no-print">${found.undone || found.closes ? nothing
    : isFinal(found.why.rule) ? t("Dit komt niet terug: ", "This does not come back: ") + ruleWords(found.why.rule) + "."
    : found.kind === "scan" ? t(`Dit komt niet meer terug: op ${date(found.recoveryClosesOn)} sloot de tijd waarin een bestand te herstellen is.`, `This does not come back any more: on ${date(found.recoveryClosesOn)} the time closed in which a file can be recovered.`)
    : t(`Dit komt niet terug. Alleen een scan is terug te zetten; al het andere niet.`, `This does not come back. Only a scan can be put back; all else cannot.`)}</p>`;

  return {
    part: "certificates",
    title: paper.title,
    speaks: true,
    async load() { await Promise.all([paper.load!(), ask<Certificate>(`retention/certificates/${number}`).then(one => { found = one; })]); },
    view: () => paper.view(),
  };
}
