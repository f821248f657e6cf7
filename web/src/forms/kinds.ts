// The two forms: what they ask, what will not do, and what is said afterwards.
import type { Words } from "./words";

export interface Field {
  name: string;
  label: Words;
  /** What to do about it when it will not do: the words of the app's own pages. */
  wrong: Words;
  good(value: string): boolean;
  optional?: boolean;
  /** Of a line: what it is for the keyboard of a phone, and what a browser fills in by itself. */
  line?: { type: string; autocomplete: string };
  /** How high it is, where there may be several lines. */
  rows?: number;
  choices?: readonly (readonly [value: string, words: Words])[];
}

export interface Kind {
  tag: string;
  /** Where it is sent, below the app's API. */
  route: string;
  /** The form on a page of the app itself. */
  ownPage: string;
  /** The field that tells the language. */
  language: string;
  fields: readonly Field[];
  /** Said before the button; the privacy statement is linked behind it. */
  beforehand: Words;
  thanks: Words;
  /** What happens next; # is a day. */
  next: readonly Words[];
  again: Words;
}

const mostInName = 200;
const mostInText = 5000;

const oneLine = (value: string): boolean => value !== "" && value.length <= mostInName && !/[\r\n]/.test(value);

const name: Field = {
  name: "name", label: ["Je naam", "Your name"], line: { type: "text", autocomplete: "name" }, good: oneLine,
  wrong: ["Vul je naam in, op één regel en in hoogstens 200 tekens", "Enter your name, on one line and in 200 characters at most"],
};

const email: Field = {
  name: "email", label: ["Je e-mailadres", "Your email address"], line: { type: "email", autocomplete: "email" },
  // What is finer than this the app tells.
  good: value => /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(value),
  wrong: ["Vul een e-mailadres in zoals naam@voorbeeld.nl", "Enter an email address such as name@example.com"],
};

const phone: Field = {
  name: "phone", label: ["Je telefoonnummer", "Your phone number"], line: { type: "tel", autocomplete: "tel" }, optional: true,
  // With spaces, dashes, dots and brackets, as people write them.
  good: value => value === "" || /^\+?[\d\s().\-/‐-―]+$/.test(value) && value.replace(/\D/g, "").length >= 8,
  wrong: ["Vul een telefoonnummer in zoals 06 12345678, of laat dit leeg", "Enter a phone number such as +31 6 12345678, or leave this empty"],
};

export const contact: Kind = {
  tag: "wel-wee-contact", route: "contact", ownPage: "contact", language: "locale",
  fields: [name, email, phone, {
    name: "message", label: ["Je vraag", "Your question"], rows: 6, good: value => value !== "" && value.length <= mostInText,
    wrong: [
      "Schrijf je vraag, in hoogstens 5000 tekens en zonder burgerservicenummer",
      "Write your question, in 5000 characters at most and without a citizen service number",
    ],
  }],
  beforehand: ["We gebruiken dit om je te antwoorden. Hoe lang we het bewaren staat in onze", "We use this to answer you. For how long we keep it is told in our"],
  thanks: ["Bedankt voor je bericht", "Thank you for your message"],
  next: [
    ["Je bericht is bij ons aangekomen. We lezen het en nemen contact met je op. Je krijgt er ook een mail van, met dit kenmerk.",
      "Your message has reached us. We will read it and get in touch with you. You will also get a mail about it, with this reference."],
    ["Uiterlijk op # wordt je bericht vernietigd.", "Your message is destroyed on # at the latest."],
  ],
  again: ["Nog een bericht sturen", "Send another message"],
};

export const request: Kind = {
  tag: "wel-wee-request", route: "privacy-requests", ownPage: "privacy-requests/form", language: "language",
  fields: [
    {
      name: "kind", label: ["Wat wil je?", "What would you like?"], good: value => value !== "", wrong: ["Kies wat je wilt", "Choose what you would like"],
      choices: [
        ["access", ["Zien wat jullie van mij bewaren", "To see what you keep about me"]],
        ["rectification", ["Mijn gegevens laten verbeteren", "To have my data corrected"]],
        ["erasure", ["Mijn gegevens laten wissen", "To have my data erased"]],
        ["restriction", ["Mijn gegevens alleen nog laten bewaren", "To have my data stored and not used"]],
        ["objection", ["Bezwaar maken", "To object"]],
        ["withdrawal", ["Mijn toestemming intrekken", "To withdraw my consent"]],
        ["portability", ["Mijn gegevens meenemen", "To take my data with me"]],
        ["complaint", ["Een klacht indienen", "To complain"]],
      ],
    },
    name, email, phone, {
      name: "text", label: ["Wil je er iets bij zeggen?", "Is there anything you want to add?"], rows: 4, optional: true, good: value => value.length <= mostInText,
      wrong: ["Schrijf hoogstens 5000 tekens, zonder burgerservicenummer", "Write 5000 characters at most, without a citizen service number"],
    },
  ],
  beforehand: [
    "Stuur ons nooit een kopie van een paspoort of identiteitskaart, en ook geen burgerservicenummer. Wat we met je gegevens doen staat in onze",
    "Never send us a copy of a passport or identity card, nor a citizen service number. What we do with your data is told in our",
  ],
  thanks: ["Kijk in je mail", "Look in your mail"],
  next: [
    ["We sturen je een mail. Bevestig je verzoek met de link daarin, uiterlijk op #: dan gaan we ermee aan de slag. De tijd om te antwoorden loopt vanaf vandaag.",
      "We are sending you a mail. Confirm your request with the link in it, on # at the latest: then we will start on it. The time to answer runs from today."],
    ["Bevestig je het niet, dan wordt je verzoek na die dag vernietigd.", "If you do not confirm it, your request is destroyed after that day."],
    ["Komt er binnen een kwartier geen mail? Kijk dan bij je ongewenste mail.", "No mail within a quarter of an hour? Then look in your spam folder."],
  ],
  again: ["Nog een verzoek doen", "Make another request"],
};
