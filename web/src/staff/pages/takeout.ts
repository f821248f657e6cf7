// All that the practice has, in one file, for when it moves to another system or ends.
import { html } from "../../parts/html";
import { t } from "../../parts/words";
import { save } from "../api";
import { Form, needed } from "../form";
import { today } from "../known";
import { go, type Page } from "../page";
import { Said } from "../said";

export function takeout(): Page {
  const said = new Said();
  const form = new Form("takeout", () => [{
    name: "reason", label: t("Waarom haal je alles op?", "Why do you take everything?"), hint: t("Dit staat vijf jaar in “Wie zag wat”, met het kenmerk van je account erbij.", "This stands in “Who saw what” for five years, with the id of your account."),
    check: needed(t("Zeg waarom je alles ophaalt.", "Say why you take everything.")),
  }]);

  return {
    part: "settings",
    title: () => t("Alles meenemen", "Take everything along"),
    view: () => html`
      <p><a href="/staff/settings">← ${t("Instellingen", "Settings")}</a></p>
      <h1 tabindex="-1">${t("Alles meenemen", "Take everything along")}</h1>
      <p>${t("Eén zip-bestand met alle berichten, bestellingen, scans, verzoeken en bewijzen, voor als de praktijk naar een ander systeem gaat of stopt.", "One zip file with all messages, orders, scans, requests and proofs, for when the practice moves to another system or ends.")}</p>
      <div class="note gone">
        <p><b>${t("Dit bestand is van alle cliënten, met hun lichaam erin.", "This file is of all clients, with their bodies in it.")}</b></p>
        <ul>
          <li>${t("Wat erin zit, gaat niet vanzelf weg: de termijnen gelden hier, niet op je computer.", "What is in it does not go by itself: the terms hold here, not on your machine.")}</li>
          <li>${t("Bewaar het alleen op een versleutelde schijf, en wis het zodra het andere systeem het heeft.", "Keep it on an encrypted disk only, and delete it once the other system has it.")}</li>
          <li>${t("Het kan groot zijn: de scans zitten er allemaal in.", "It may be large: all scans are in it.")}</li>
        </ul>
      </div>
      ${said.view()}
      ${form.view(t("Alles ophalen", "Take everything"), async () => {
        await save("takeout", { reason: form.value("reason") }, `wel-wee-3d-${today()}.zip`);
        said.say(t("Het bestand staat bij je downloads. In de zip staat een verklaring met de hash van elk deel.", "The file is among your downloads. In the zip is a certificate with the hash of each part."));
      }, { words: t("Niet doen, terug", "Leave it, go back"), act: () => go("/settings") }, "button plain")}`,
  };
}
