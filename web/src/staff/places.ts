// Which address shows which page.
import { t } from "../parts/words";
import type { Page } from "./page";
import { today } from "./pages/today";
import { orders } from "./pages/orders";
import { order } from "./pages/order";
import { scan } from "./pages/scan";
import { newOrder } from "./pages/newOrder";
import { retention } from "./pages/retention";
import { why } from "./pages/why";
import { requests } from "./pages/requests";
import { request } from "./pages/request";
import { newRequest } from "./pages/newRequest";
import { erase } from "./pages/erase";
import { certificates } from "./pages/certificates";
import { certificate } from "./pages/certificate";
import { audit } from "./pages/audit";
import { messages } from "./pages/messages";
import { message } from "./pages/message";
import { newMessage } from "./pages/newMessage";
import { person } from "./pages/person";
import { run, runs } from "./pages/runs";
import { disks } from "./pages/disks";
import { recipients } from "./pages/recipients";
import { notice, notices } from "./pages/notices";
import { quotesOfYear } from "./pages/quotesOfYear";
import { imports } from "./pages/imports";
import { takeout } from "./pages/takeout";
import { unclaimed } from "./pages/unclaimed";
import { consentTexts } from "./pages/consentTexts";
import { documents, documentPage } from "./pages/documents";
import { visits } from "./pages/visits";
import { settings } from "./pages/settings";
import { missing, noRole } from "./pages/missing";
import { may } from "./known";

type Role = "staff" | "privacy";
interface Part { name: string; path: string; words: string; roles: Role[] }

export const parts = (): Part[] => [
  { name: "today", path: "", words: t("Vandaag", "Today"), roles: ["staff", "privacy"] },
  { name: "orders", path: "/orders", words: t("Bestellingen", "Orders"), roles: ["staff"] },
  { name: "messages", path: "/messages", words: t("Berichten", "Messages"), roles: ["staff"] },
  { name: "people", path: "/people", words: t("Iemand opzoeken", "Look somebody up"), roles: ["privacy"] },
  { name: "requests", path: "/requests", words: t("Verzoeken", "Requests"), roles: ["privacy"] },
  { name: "retention", path: "/retention", words: t("Bewaren en vernietigen", "Keeping and destroying"), roles: ["privacy"] },
  { name: "certificates", path: "/certificates", words: t("Bewijzen", "Proofs"), roles: ["privacy"] },
  { name: "audit", path: "/audit", words: t("Wie zag wat", "Who saw what"), roles: ["privacy"] },
  { name: "documents", path: "/documents", words: t("Documenten", "Documents"), roles: ["staff", "privacy"] },
  { name: "visits", path: "/visits", words: t("Bezoek", "Visits"), roles: ["staff"] },
  { name: "settings", path: "/settings", words: t("Instellingen", "Settings"), roles: ["staff", "privacy"] },
];

const id = "([0-9a-f]{32})";
const places: [RegExp, (...values: string[]) => Page][] = [
  [/^\/?$/, today],
  [/^\/orders$/, orders],
  [/^\/orders\/new$/, newOrder],
  [new RegExp(`^/orders/${id}$`), order],
  [new RegExp(`^/scans/${id}$`), scan],
  [new RegExp(`^/unclaimed/${id}$`), unclaimed],
  [/^\/messages$/, messages],
  [/^\/messages\/new$/, newMessage],
  [new RegExp(`^/messages/${id}$`), message],
  [/^\/people$/, person],
  [/^\/retention$/, retention],
  [new RegExp(`^/why/([a-z-]+)/([0-9a-z-]+)$`), why],
  [/^\/requests$/, requests],
  [/^\/requests\/new$/, newRequest],
  [new RegExp(`^/requests/${id}$`), request],
  [/^\/erase$/, () => erase()],
  [new RegExp(`^/requests/${id}/erase$`), erase],
  [/^\/certificates$/, certificates],
  [/^\/certificates\/(\d+)$/, certificate],
  [/^\/audit$/, audit],
  [/^\/documents$/, documents],
  [/^\/documents\/consent-texts$/, consentTexts],
  [/^\/documents\/([a-z-]+)(?:\/(\d{4}))?$/, (name, year) => documentPage("documents", documents.path(name, year))],
  [/^\/visits$/, visits],
  [/^\/settings$/, settings],
  [/^\/runs$/, runs],
  [new RegExp(`^/runs/${id}$`), run],
  [/^\/disks$/, disks],
  [/^\/recipients$/, recipients],
  [/^\/notices$/, notices],
  [new RegExp(`^/notices/${id}$`), notice],
  [/^\/quotes$/, quotesOfYear],
  [/^\/imports$/, imports],
  [/^\/takeout$/, takeout],
];

export function pageOf(path: string): Page {
  if (!may("staff") && !may("privacy"))
    return noRole();
  const place = path.replace(/^\/staff/, "").replace(/\/$/, "");
  for (const [pattern, page] of places) {
    const values = pattern.exec(place);
    if (values)
      return page(...values.slice(1));
  }
  return missing();
}

