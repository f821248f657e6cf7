// A person of 1.70 m, of nobody: some round shapes, to see by how large a scan is. In metres, standing on the floor.
import { CapsuleGeometry, Group, Mesh, SphereGeometry, type BufferGeometry, type Material } from "three";

export const figureHeight = 1.7;
export const figureWidth = 0.5;

const headRadius = 0.105;

export function figure(material: Material): Group {
  const group = new Group();
  const put = (shape: BufferGeometry, x: number, y: number, lean = 0): Mesh => {
    const part = new Mesh(shape, material);
    part.position.set(x, y, 0);
    part.rotation.z = lean;
    group.add(part);
    return part;
  };
  // Half as thick as it is wide.
  const flat = (part: Mesh, depth: number) => part.scale.setZ(depth);
  const head = put(new SphereGeometry(headRadius, 24, 16), 0, figureHeight - headRadius * 1.2);
  head.scale.set(0.82, 1.2, 0.95);
  put(new CapsuleGeometry(0.05, 0.06, 4, 16), 0, 1.44);
  flat(put(new CapsuleGeometry(0.165, 0.24, 8, 24), 0, 1.2), 0.62);
  flat(put(new CapsuleGeometry(0.16, 0.1, 8, 24), 0, 0.93), 0.68);
  for (const side of [-1, 1]) {
    put(new CapsuleGeometry(0.045, 0.5, 6, 16), side * 0.2, 1.08, side * 0.1);
    put(new CapsuleGeometry(0.072, 0.7, 6, 16), side * 0.088, 0.425);
  }
  return group;
}
