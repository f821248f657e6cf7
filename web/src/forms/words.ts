// What the forms say, in the language of the page that they stand on.
export type Language = "nl" | "en";

/** A word in Dutch and in English. */
export type Words = readonly [dutch: string, english: string];

export const said = (words: Words, language: Language): string => words[language === "nl" ? 0 : 1];

/** That of the nearest part of the page that names one; Dutch where it is no English. */
export const languageOf = (element: Element): Language =>
  element.closest("[lang]")?.getAttribute("lang")?.toLowerCase().startsWith("en") ? "en" : "nl";

export const day = (date: string, language: Language): string =>
  new Intl.DateTimeFormat(said(["nl-NL", "en-GB"], language), { timeZone: "UTC", day: "numeric", month: "long", year: "numeric" })
    .format(new Date(`${date}T12:00:00Z`));

/** How long to wait, as people say it. */
export function wait(seconds: number, language: Language): string {
  const many = (count: number, one: Words, more: Words): string => said(count === 1 ? one : more, language).replace("#", `${count}`);
  if (seconds < 60)
    return many(Math.max(1, Math.ceil(seconds)), ["één seconde", "one second"], ["# seconden", "# seconds"]);
  return seconds < 3600
    ? many(Math.ceil(seconds / 60), ["één minuut", "one minute"], ["# minuten", "# minutes"])
    : many(Math.ceil(seconds / 3600), ["één uur", "one hour"], ["# uur", "# hours"]);
}

export const words = {
  optional: ["(mag leeg blijven)", "(may be left empty)"],
  leaveEmpty: ["Laat dit veld leeg", "Leave this field empty"],
  send: ["Verstuur", "Send"],
  statement: ["privacyverklaring", "privacy statement"],
  oneMistake: ["Eén ding klopt nog niet", "One thing is not right yet"],
  mistakes: ["# dingen kloppen nog niet", "# things are not right yet"],
  failed: ["Het is niet verstuurd", "It was not sent"],
  kept: ["Wat je schreef staat er nog.", "What you wrote is still there."],
  working: ["Even geduld: je apparaat maakt een rekensom die robots tegenhoudt.", "One moment: your device is doing a sum that keeps robots out."],
  sending: ["Even geduld: het wordt verstuurd.", "One moment: it is being sent."],
  offline: ["Er is geen verbinding met internet. Druk nog eens op Verstuur als die er weer is.", "There is no connection to the internet. Press Send again once there is."],
  lost: [
    "De verbinding viel weg. Druk nog eens op Verstuur: ook als het al aankwam, krijgen we het maar één keer.",
    "The connection was lost. Press Send again: even if it did arrive, we get it only once.",
  ],
  tooMany: ["Er komt nu te veel tegelijk binnen. Wacht # en druk dan nog eens op Verstuur.", "Too much is coming in at once just now. Wait #, then press Send again."],
  unavailable: ["Versturen lukt nu even niet. Wacht # en druk dan nog eens op Verstuur.", "Sending does not work just now. Wait #, then press Send again."],
  trouble: ["Er ging bij ons iets mis. Druk over een minuut nog eens op Verstuur.", "Something went wrong on our side. Press Send again in a minute."],
  refused: ["Dit formulier mag vanaf deze website niet worden verstuurd.", "This form may not be sent from this website."],
  unreadable: ["We konden het formulier niet goed lezen. Kijk het na en druk nog eens op Verstuur.", "We could not read the form well. Please check it, and press Send again."],
  elsewhere: ["Lukt het niet? Gebruik dan ons formulier op een eigen pagina.", "It does not work? Use our form on a page of its own."],
  reference: ["Kenmerk", "Reference"],
} satisfies Record<string, Words>;
