// Runs the beacon, which it reads from its input, in a page that stands in for a browser's; tells what that page sent.
import vm from "node:vm";
import { text } from "node:stream/consumers";

const [doNotTrack, globalPrivacyControl, hiddenAtFirst] = process.argv.slice(2);
const sent = [];
const listeners = {};
let now = 1000;
const document = { currentScript: { src: "https://app.example/api/visits/beacon.js" }, hidden: hiddenAtFirst === "true" };
const tell = (event, hidden, after) => {
  now += after;
  document.hidden = hidden;
  listeners[event]?.();
};
vm.runInNewContext(await text(process.stdin), {
  document,
  location: { pathname: "/tarieven" },
  performance: { now: () => now },
  navigator: {
    doNotTrack,
    globalPrivacyControl: globalPrivacyControl === "true",
    sendBeacon: (to, body) => sent.push(`${to} ${body}`) > 0,
  },
  addEventListener: (event, listener) => (listeners[event] = listener),
  URL,
  URLSearchParams,
});
if (document.hidden) tell("visibilitychange", false, 50_000);
tell("visibilitychange", true, 12_400);
tell("visibilitychange", false, 60_000);
tell("pagehide", true, 5_000);
process.stdout.write(JSON.stringify(sent));
