// 3MF: XML in a ZIP. Its meshes as they are built, each in its place; colours and textures are left where they are. Read by hand:
// the browser would make an element of each corner.
import { strFromU8, unzipSync } from "fflate";
import { BufferAttribute, BufferGeometry, Matrix4 } from "three";

interface Placed { object: string; part: string; at: Matrix4 }
interface Part { objects: Map<string, { corners: number[]; triangles: number[]; components: Placed[] }>; built: Placed[] }

const mostPacked = 1_000_000_000;
const deepest = 32;
const element = /<(\/?)(?:[\w-]+:)?(object|vertex|triangle|component|item)\b([^>]*)>/g;

const told = (attributes: string, name: string): string | undefined =>
  new RegExp(`(?:^|\\s)(?:[\\w-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes)?.slice(1).find(each => each !== undefined);

const number = (attributes: string, name: string): number => Number(told(attributes, name));

const placeOf = (transform: string | undefined): Matrix4 => {
  const v = transform?.trim().split(/\s+/).map(Number);
  // Three numbers for each of the axes, and three for the shift.
  return v?.length === 12
    ? new Matrix4().set(v[0]!, v[3]!, v[6]!, v[9]!, v[1]!, v[4]!, v[7]!, v[10]!, v[2]!, v[5]!, v[8]!, v[11]!, 0, 0, 0, 1)
    : new Matrix4();
};

const named = (path: string): string => path.replace(/^\//, "").toLowerCase();

function read(text: string, name: string): Part {
  const part: Part = { objects: new Map(), built: [] };
  let object = part.objects.get("");
  const placed = (attributes: string): Placed => ({ object: told(attributes, "objectid") ?? "", part: named(told(attributes, "path") ?? name), at: placeOf(told(attributes, "transform")) });
  for (const [, closes, what, attributes] of text.replace(/<!--[^]*?-->/g, "").matchAll(element)) {
    if (closes)
      continue;
    switch (what) {
      case "object": part.objects.set(told(attributes!, "id") ?? "", object = { corners: [], triangles: [], components: [] }); break;
      case "vertex": object?.corners.push(number(attributes!, "x"), number(attributes!, "y"), number(attributes!, "z")); break;
      case "triangle": object?.triangles.push(number(attributes!, "v1"), number(attributes!, "v2"), number(attributes!, "v3")); break;
      case "component": object?.components.push(placed(attributes!)); break;
      case "item": part.built.push(placed(attributes!)); break;
    }
  }
  return part;
}

export function threeMf(file: Uint8Array): BufferGeometry[] {
  let size = 0;
  const files = new Map(Object.entries(unzipSync(file, {
    filter: entry => /\.(model|rels)$/i.test(entry.name) && (size += entry.originalSize) < mostPacked,
  })).map(([name, content]) => [named(name), content]));
  const relations = strFromU8(files.get("_rels/.rels") ?? new Uint8Array());
  const root = [...relations.matchAll(/<(?:[\w-]+:)?Relationship\b([^>]*)>/g)].map(match => match[1]!).find(each => told(each, "Type")?.endsWith("/3dmodel"));
  const parts = new Map<string, Part>();
  const part = (name: string): Part | undefined => {
    if (!parts.has(name) && files.has(name))
      parts.set(name, read(strFromU8(files.get(name)!), name));
    return parts.get(name);
  };
  const found: BufferGeometry[] = [];
  const build = (placed: Placed, into: Matrix4, depth = 0): void => {
    const object = part(placed.part)?.objects.get(placed.object);
    const at = into.clone().multiply(placed.at);
    if (object?.triangles.length) {
      const geometry = new BufferGeometry().setAttribute("position", new BufferAttribute(new Float32Array(object.corners), 3));
      found.push(geometry.setIndex(new BufferAttribute(new Uint32Array(object.triangles), 1)).applyMatrix4(at));
    }
    if (depth < deepest)
      object?.components.forEach(each => build(each, at, depth + 1));
  };
  part(named(told(root ?? "", "Target") ?? ""))?.built.forEach(each => build(each, new Matrix4()));
  return found;
}
