// When something has to be looked at again that changes by law or by what the practice does.
import { html, type TemplateResult } from "../parts/html";
import { date, plusDays, t } from "../parts/words";
import { reviews, wordsOf, today, type Review } from "./known";

const soon = 30;

export const toReview = (): Review[] => reviews().filter(each => each.againOn <= plusDays(today(), soon));

export const reviewed = (each: Review): string =>
  t(`Nagekeken op ${date(each.checkedOn)}; kijk er weer naar voor ${date(each.againOn)}.`, `Looked at on ${date(each.checkedOn)}; look at it again by ${date(each.againOn)}.`);

export const review = (each: Review): TemplateResult => html`
  <li><span class="mark ${each.againOn <= today() ? "gone" : toReview().includes(each) ? "wait" : "well"}">${each.againOn <= today() ? t("kijk nu", "look now") : toReview().includes(each) ? t("bijna", "soon") : t("goed", "well")}</span>
    <span><span class="what">${wordsOf(each.words)}</span><span class="soft">${wordsOf(each.what)} ${reviewed(each)}</span></span></li>`;
