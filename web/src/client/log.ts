// What anybody needs to check a certificate against a published log: C2SP's notes, checkpoints and tiles, and the tree of RFC 6962.
export type Hash = Uint8Array<ArrayBuffer>;

/** A key of the log, as it publishes it: whose it is, and what it is known by in a signature. */
export interface Key { text: string; origin: string; id: string; bytes: Hash }

export interface Checkpoint { origin: string; size: number; root: Hash; text: string; signatures: { name: string; id: string; bytes: Hash }[] }

const ed25519 = 1;
const tileWidth = 256;

export const utf8 = (text: string): Hash => new TextEncoder().encode(text);

export const hex = (bytes: Uint8Array): string => [...bytes].map(byte => byte.toString(16).padStart(2, "0")).join("");

export const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));

export const fromBase64 = (text: string): Hash => Uint8Array.from(atob(text), sign => sign.charCodeAt(0));

export const same = (one: Uint8Array, other: Uint8Array): boolean => one.length === other.length && one.every((byte, at) => byte === other[at]);

export async function sha256(...pieces: Uint8Array[]): Promise<Hash> {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return new Uint8Array(await crypto.subtle.digest("SHA-256", whole));
}

export const leaf = (entry: Uint8Array): Promise<Hash> => sha256(Uint8Array.of(0), entry);

const node = (left: Uint8Array, right: Uint8Array): Promise<Hash> => sha256(Uint8Array.of(1), left, right);

/** The largest power of two below a number. */
function split(count: number): number {
  let half = 1;
  while (half * 2 < count)
    half *= 2;
  return half;
}

/** @throws where it is none, or its id is not that of its bytes. */
export async function readKey(text: string): Promise<Key> {
  const [origin, id, encoded] = text.split(/\+(?=[0-9a-f]{8}\+)|(?<=\+[0-9a-f]{8})\+/);
  const typed = fromBase64(encoded ?? "");
  if (!origin || !id || typed.length !== 33 || typed[0] !== ed25519)
    throw new Error("no key");
  if (hex(await sha256(utf8(`${origin}\n`), typed)).slice(0, 8) !== id)
    throw new Error("another id");
  return { text, origin, id, bytes: typed.slice(1) };
}

/** @throws where it is none. */
export function readCheckpoint(note: string): Checkpoint {
  const end = note.indexOf("\n\n");
  const text = note.slice(0, end + 1);
  const [origin, size, root, ...more] = text.split("\n");
  if (end < 0 || !origin || !/^(0|[1-9]\d{0,14})$/.test(size ?? "") || more.join("") !== "" || fromBase64(root ?? "").length !== 32)
    throw new Error("no checkpoint");
  const signatures = note.slice(end + 2).split("\n").filter(line => line.length > 0).map(line => {
    const [, name, encoded] = /^— (\S+) (\S+)$/.exec(line) ?? [];
    const bytes = fromBase64(encoded ?? "");
    if (!name || bytes.length < 5)
      throw new Error("no signature");
    return { name, id: hex(bytes.slice(0, 4)), bytes: bytes.slice(4) };
  });
  return { origin, size: +size!, root: fromBase64(root!), text, signatures };
}

/** The key by which it is signed; null where a known key's signature fails, or there is none. */
export async function signer(checkpoint: Checkpoint, keys: readonly Key[]): Promise<Key | null> {
  let by: Key | null = null;
  for (const { name, id, bytes } of checkpoint.signatures) {
    const key = keys.find(each => each.origin === name && each.id === id);
    if (!key)
      continue;
    const imported = await crypto.subtle.importKey("raw", key.bytes, "Ed25519", false, ["verify"]);
    if (!await crypto.subtle.verify("Ed25519", imported, bytes, utf8(checkpoint.text)))
      return null;
    by ??= key;
  }
  return by;
}

/** The address of a tile: its number in groups of three digits, and its width where it is not full. */
export function tilePath(level: number, number: number, size: number): string {
  const groups = [String(number % 1000).padStart(3, "0")];
  for (let rest = Math.floor(number / 1000); rest > 0; rest = Math.floor(rest / 1000))
    groups.unshift(`x${String(rest % 1000).padStart(3, "0")}`);
  const width = Math.min(tileWidth, Math.floor(size / tileWidth ** level) - number * tileWidth);
  return `tile/${level}/${groups.join("/")}${width < tileWidth ? `.p/${width}` : ""}`;
}

/** The hashes of a tree of a size, as its tiles have them; each tile is asked for once. */
export class Tiles {
  private readonly asked = new Map<string, Promise<Hash>>();

  constructor(private readonly size: number, private readonly fetchTile: (path: string) => Promise<Hash>) {}

  /** Of the leaves from one on, so many. */
  async hash(from: number, count: number): Promise<Hash> {
    const level = Math.log2(count);
    return Number.isInteger(level) && from % count === 0 ? this.whole(level, from / count) : this.joined(from, count);
  }

  /** The hashes beside the way from a leaf to the root, the lowest first. */
  async path(index: number, from = 0, count = this.size): Promise<Hash[]> {
    if (count <= 1)
      return [];
    const half = split(count);
    return index < half
      ? [...await this.path(index, from, half), await this.hash(from + half, count - half)]
      : [...await this.path(index - half, from + half, count - half), await this.hash(from, half)];
  }

  private async joined(from: number, count: number): Promise<Hash> {
    const half = split(count);
    return node(await this.hash(from, half), await this.hash(from + half, count - half));
  }

  /** A node that has all leaves below it: in a tile, or made of what is in one. */
  private async whole(level: number, index: number): Promise<Hash> {
    const inTile = level % 8;
    if (inTile > 0)
      return node(await this.whole(level - 1, index * 2), await this.whole(level - 1, index * 2 + 1));
    const number = Math.floor(index / tileWidth);
    const path = tilePath(level / 8, number, this.size);
    if (!this.asked.has(path))
      this.asked.set(path, this.fetchTile(path));
    const tile = await this.asked.get(path)!;
    const found = tile.slice((index % tileWidth) * 32, (index % tileWidth + 1) * 32);
    if (found.length !== 32)
      throw new Error("a tile that is too short");
    return found;
  }
}

/** The root of a tree that has a leaf at a place, by the hashes beside it (RFC 9162, section 2.1.3.2); null where they do not fit. */
export async function rootOf(leafHash: Hash, index: number, size: number, path: readonly Hash[]): Promise<Hash | null> {
  let [at, last, root] = [index, size - 1, leafHash];
  for (const beside of path) {
    if (last === 0)
      return null;
    if (at % 2 === 1 || at === last) {
      root = await node(beside, root);
      while (at % 2 === 0 && at !== 0)
        [at, last] = [at / 2, Math.floor(last / 2)];
    } else
      root = await node(root, beside);
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 ? root : null;
}
