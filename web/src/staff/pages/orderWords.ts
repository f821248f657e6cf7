// What is said of an order: its consents, how they were given, and what was set right.
import { t } from "../../parts/words";

export const purposes: Record<string, () => string> = {
  "make-figurine": () => t("om het beeldje te maken", "to make the figurine"),
  "keep-scan": () => t("om de scan vijf jaar te bewaren", "to keep the scan for five years"),
  "other-use": () => t("voor ander gebruik", "for other use"),
};
export const answers: Record<string, () => string> = { yes: () => t("ja", "yes"), no: () => t("nee", "no"), withdrawn: () => t("ingetrokken", "withdrawn") };
export const channels: Record<string, () => string> = {
  paper: () => t("op papier", "on paper"), form: () => t("met het formulier", "by the form"), mail: () => t("per mail", "by mail"), phone: () => t("aan de telefoon", "by phone"), link: () => t("met haar eigen link", "by her own link"),
};
export const refusals: Record<string, () => string> = {
  shippedOn: () => t("verzenddatum", "shipping date"), cancelledOn: () => t("annuleerdatum", "cancelling date"), openedOn: () => t("openingsdatum", "opening date"), scannedOn: () => t("scandatum", "scan date"), client: () => t("gegevens van de cliënt", "client's details"),
};

// A scan that is gone is in the history by its identifier alone.
export const gone = /^scans\/([0-9a-f]{32})\/destroyed$/;
