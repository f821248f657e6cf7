// What the states of a quote are called, and how they look.
import { t } from "../../parts/words";

export const quoteStates: Record<string, [words: () => string, look: "" | "well" | "wait"]> = {
  draft: [() => t("nog niet gestuurd", "not sent yet"), "wait"], sent: [() => t("gestuurd", "sent"), ""], accepted: [() => t("aanvaard", "accepted"), "well"],
  lapsed: [() => t("verlopen", "expired"), ""], withdrawn: [() => t("ingetrokken", "withdrawn"), ""], superseded: [() => t("vervangen", "superseded"), ""],
};
