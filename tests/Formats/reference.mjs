// Tells what three's loaders find in each file of a folder: how many triangles, the box around them, what they enclose, and a hash of
// their corners, one after another.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { Mesh, Vector3 } from 'three';
import { GLTFLoader } from 'three/addons/loaders/GLTFLoader.js';
import { OBJLoader } from 'three/addons/loaders/OBJLoader.js';
import { PLYLoader } from 'three/addons/loaders/PLYLoader.js';
import { STLLoader } from 'three/addons/loaders/STLLoader.js';

const buffer = path => { const file = readFileSync(path); return file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength); };

async function load(path) {
  switch (extname(path)) {
    case '.stl': return new Mesh(new STLLoader().parse(buffer(path)));
    case '.ply': return new Mesh(new PLYLoader().parse(buffer(path)));
    case '.obj': return new OBJLoader().parse(readFileSync(path, 'latin1'));
    default: return (await new GLTFLoader().parseAsync(buffer(path), '')).scene;
  }
}

function tell(object) {
  const told = { triangles: 0, min: [Infinity, Infinity, Infinity], max: [-Infinity, -Infinity, -Infinity], volume: 0 };
  let first = null;
  const all = createHash('sha256');
  object.updateMatrixWorld(true);
  object.traverse(mesh => {
    if (!mesh.isMesh) return;
    const { index, attributes: { position } } = mesh.geometry;
    const mirrored = mesh.matrixWorld.determinant() < 0;
    const corner = i => new Vector3().fromBufferAttribute(position, index ? index.getX(i) : i).applyMatrix4(mesh.matrixWorld);
    for (let i = 0; i + 2 < (index ?? position).count; i += 3) {
      const corners = mirrored ? [corner(i), corner(i + 2), corner(i + 1)] : [corner(i), corner(i + 1), corner(i + 2)];
      first ??= corners[0].clone();
      told.triangles++;
      all.update(new Float32Array(corners.flatMap(at => at.toArray())));
      for (const at of corners)
        [at.x, at.y, at.z].forEach((value, axis) => {
          told.min[axis] = Math.min(told.min[axis], value);
          told.max[axis] = Math.max(told.max[axis], value);
        });
      const [a, b, c] = corners.map(at => at.sub(first));
      told.volume += a.dot(b.clone().cross(c)) / 6;
    }
  });
  told.corners = all.digest('hex');
  return told;
}

const folder = process.argv[2];
const told = {};
for (const name of readdirSync(folder))
  told[name] = tell(await load(join(folder, name)));
console.log(JSON.stringify(told));
