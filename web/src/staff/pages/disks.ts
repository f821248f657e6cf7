// The register of the disks that copies of scans are put on.
import { html } from "../../parts/html";
import { t } from "../../parts/words";
import { all, send } from "../api";
import { Form, needed } from "../form";
import type { Page } from "../page";
import { Said } from "../said";

interface Disk { id: string; label: string }

export function disks(): Page {
  let found: Disk[] = [];
  const said = new Said();
  const load = async (): Promise<void> => { found = await all<Disk>("disks"); };

  const form = new Form("disk", () => [{
    name: "label", label: t("Wat er op de schijf staat", "What is written on the disk"), short: true, hint: t("Een woord en een nummer of letter, zoals SCHIJF-1. Geen naam van iemand: het staat voor altijd in verklaringen.", "A word and a number or a letter, such as SCHIJF-1. No name of anybody: it stands in certificates for ever."),
    check: needed(t("Vul in wat er op de schijf staat.", "Fill in what is written on the disk.")),
  }]);

  return {
    part: "settings",
    title: () => t("Schijven", "Disks"),
    load,
    view: () => html`
      <p><a href="/staff/settings">← ${t("Instellingen", "Settings")}</a></p>
      <h1 tabindex="-1">${t("Schijven", "Disks")}</h1>
      <p class="soft">${t("Een kopie van een scan mag alleen op een schijf die hier staat. Zo weten we wat er gewist moet worden als de scan weg moet.", "A copy of a scan may be put only on a disk that stands here. So we know what to wipe when the scan has to go.")}</p>
      ${said.view()}
      ${found.length === 0 ? html`<p>${t("Er is nog geen schijf. Zet een label op de eerste, en schrijf die hieronder op.", "There is no disk yet. Put a label on the first, and write it down below.")}</p>`
        : html`<section class="card"><ul class="rows two">${found.map(disk => html`<li><b>${disk.label}</b></li>`)}</ul></section>`}
      <h2>${t("Schijf opschrijven", "Register a disk")}</h2>
      ${form.view(t("Schijf opschrijven", "Register the disk"), async () => {
        const disk = await send<Disk>("disks", { label: form.value("label") });
        await load();
        form.set("label", "");
        said.say(t(`${disk.label} staat in het register. Schrijf het label zo op de schijf. Het blijft staan: een verklaring kan het noemen.`, `${disk.label} is in the register. Write the label on the disk like that. It stays: a certificate may name it.`));
      })}`,
  };
}
