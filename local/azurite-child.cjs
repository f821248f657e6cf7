// Azurite as a child process. Started by Azurite.cs with the emulator's own command line; it ends, with its
// data saved, when standard input closes: because the parent asked, or because the parent is no more.

let running = false;
let orphaned = false;

// Azurite takes the SIGTERM handler last, when all three services listen. Until then there is nothing to save.
process.on("newListener", signal => {
  if (signal !== "SIGTERM" || running) return;
  running = true;
  setImmediate(() => {
    // Ctrl-C reaches this process too, but the parent may still be writing: it says when to stop.
    process.removeAllListeners("SIGINT").on("SIGINT", () => {});
    console.log("ready");
    if (orphaned) stop();
  });
});

process.stdin.on("error", end).on("end", end).resume();

// A parent that died no longer reads; that must not stop the saving.
process.stdout.on("error", () => {});
process.stderr.on("error", () => {});

function end() {
  orphaned = true;
  if (running) stop();
}

function stop() {
  process.emit("message", "shutdown");
}

// Telemetry is off, and no SQL database is asked: what would do either is not even loaded, and all starts that much sooner.
const unused = { applicationinsights: {}, sequelize: { Model: class {} } };
const Module = require("node:module");
const load = Module._load;
Module._load = (name, ...where) => unused[name] ?? load(name, ...where);

// It reads the address of each operation anew, for each request.
const read = require("uri-templates");
const addresses = new Map();
require.cache[require.resolve("uri-templates")].exports = address => {
  if (!addresses.has(address))
    addresses.set(address, read(address));
  return addresses.get(address);
};

// Every request gets ids, for each of which it asks the system for chance: this asks once for many.
const random = require.resolve("uuid/lib/rng");
require(random);
const chance = Buffer.alloc(4096);
let used = chance.length;
require.cache[random].exports = () => {
  if (used === chance.length) {
    require("node:crypto").randomFillSync(chance);
    used = 0;
  }
  return chance.subarray(used, used += 16);
};

// The emulator's database goes through all its tables to find one, at each request: with the accounts of many tests,
// that is most of what a request costs.
const found = new WeakMap();
require("lokijs").prototype.getCollection = function (name) {
  const all = this.collections;
  let known = found.get(all);
  if (known === undefined || known.count > all.length)
    found.set(all, known = { count: 0, byName: new Map() });
  for (; known.count < all.length; known.count++)
    known.byName.set(all[known.count].name, all[known.count]);
  return known.byName.get(name) ?? null;
};

// It finds a row by going through the whole of its partition. Rows of the same key in all partitions are mostly fewer.
const { Collection } = require("lokijs");
const findOne = Collection.prototype.findOne;
Collection.prototype.findOne = function (query) {
  const { PartitionKey, RowKey } = query;
  const { PartitionKey: partitions, RowKey: rows } = this.binaryIndices;
  if (PartitionKey === undefined || RowKey === undefined || !partitions || !rows)
    return findOne.call(this, query);
  const among = name => {
    this.ensureIndex(name);
    const [first, last] = this.calculateRange("$eq", name, query[name]);
    return last - first;
  };
  return findOne.call(this, among("RowKey") < among("PartitionKey") ? { RowKey, PartitionKey } : { PartitionKey, RowKey });
};

require("azurite/dist/src/azurite.js");
