// The surface that is in the file of a scan, in whichever of the five formats: its shape alone. Colours and photos of skin are not
// needed to see whether a scan is whole, and are not read.
import { unzipSync } from "fflate";
import { BufferGeometry, Mesh, MeshBasicMaterial } from "three";
import { GLTFLoader } from "three/examples/jsm/loaders/GLTFLoader.js";
import { OBJLoader } from "three/examples/jsm/loaders/OBJLoader.js";
import { PLYLoader } from "three/examples/jsm/loaders/PLYLoader.js";
import { STLLoader } from "three/examples/jsm/loaders/STLLoader.js";
import type { Object3D } from "three";
import { threeMf } from "./threeMf";

const zip = [0x50, 0x4b, 3, 4];
const mostPacked = 1_000_000_000;

/** Of a scan that came in a ZIP, the one file in it that is the scan. */
function inside(file: Uint8Array, format: string): Uint8Array {
  if (format === "3mf" || zip.some((byte, at) => file[at] !== byte))
    return file;
  const [found] = Object.values(unzipSync(file, { filter: entry => entry.name.toLowerCase().endsWith(`.${format}`) && entry.originalSize < mostPacked }));
  if (!found)
    throw new Error("The ZIP holds no file of that format.");
  return found;
}

const buffer = (file: Uint8Array): ArrayBuffer =>
  (file.byteOffset === 0 && file.byteLength === file.buffer.byteLength ? file.buffer : file.slice().buffer) as ArrayBuffer;

/** Each surface in it, moved to where it stands. */
function placed(root: Object3D): BufferGeometry[] {
  const found: BufferGeometry[] = [];
  root.updateMatrixWorld(true);
  root.traverse(each => {
    if (each instanceof Mesh)
      found.push((each.geometry as BufferGeometry).applyMatrix4(each.matrixWorld));
  });
  return found;
}

async function glb(file: Uint8Array): Promise<BufferGeometry[]> {
  const loader = new GLTFLoader();
  const plain = new MeshBasicMaterial();
  loader.register(() => ({ name: "shape-only", loadMaterial: async () => plain }));
  return placed((await loader.parseAsync(buffer(file), "")).scene);
}

export async function surfaces(packed: Uint8Array, format: string): Promise<BufferGeometry[]> {
  const file = inside(packed, format);
  switch (format) {
    case "stl": return [new STLLoader().parse(buffer(file))];
    case "ply": return [new PLYLoader().parse(buffer(file))];
    case "obj": return placed(new OBJLoader().parse(new TextDecoder().decode(file)));
    case "glb": return glb(file);
    case "3mf": return threeMf(file);
    default: throw new Error(`No scan comes as ${format}.`);
  }
}
