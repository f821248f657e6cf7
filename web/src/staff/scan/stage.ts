// Draws a scan beside the figure, and turns it. A part of its own: it comes when somebody opens a scan, and not before.
import {
  AmbientLight, Box3, Color, DirectionalLight, DoubleSide, GridHelper, Group, MathUtils, Mesh, MeshLambertMaterial, MeshStandardMaterial,
  PerspectiveCamera, Scene, Spherical, Vector3, WebGLRenderer, type BufferGeometry,
} from "three";
import { OrbitControls } from "three/examples/jsm/controls/OrbitControls.js";
import { figure, figureHeight, figureWidth } from "./figure";
import { surfaces } from "./meshes";

/** In millimetres, as it stands. */
export interface Size { width: number; depth: number; height: number }
export interface Colours { scan: string; figure: string; floor: string }
export interface Stage {
  size: Size;
  turn(across: number, up: number): void;
  zoom(by: number): void;
  from(side: "front" | "side" | "back" | "above"): void;
  tilt(): void;
  paint(colours: Colours): void;
  leave(): void;
}

const metre = 1000;
const between = 0.25;
// Quarters around the first axis and around the third: a file may have its height along any of the three.
const ways: [first: number, third: number][] = [[-1, 0], [0, 0], [1, 0], [2, 0], [0, 1], [0, -1]];
const sides = { front: [0, 90], side: [90, 90], back: [180, 90], above: [0, 12] } as const;

function measured(geometries: BufferGeometry[], millimetres: number): Group {
  const group = new Group();
  const material = new MeshStandardMaterial({ flatShading: true, side: DoubleSide, roughness: 0.85 });
  for (const geometry of geometries) {
    geometry.deleteAttribute("normal");
    group.add(new Mesh(geometry, material));
  }
  group.scale.setScalar(millimetres / metre);
  return group;
}

/** Which axis is the height: of GLB it is known; of others the longer of the two that are used for it is taken. */
function standing(scan: Group, format: string): number {
  const size = new Box3().setFromObject(scan).getSize(new Vector3());
  return format === "glb" || size.y > size.z ? 1 : 0;
}

class Drawn implements Stage {
  size!: Size;
  private readonly scene = new Scene();
  private readonly camera = new PerspectiveCamera(32, 1, 0.01, 100);
  private readonly renderer: WebGLRenderer;
  private readonly controls: OrbitControls;
  private readonly resized: ResizeObserver;
  private readonly person: Group;
  private readonly body = new MeshLambertMaterial();
  private floor: GridHelper | undefined;
  private middle = new Vector3();
  private distance = 3;
  private asked = 0;

  constructor(private readonly canvas: HTMLCanvasElement, private readonly scan: Group, private way: number, colours: Colours) {
    // What was drawn stays to be looked at by whoever asks for a picture of the page.
    this.renderer = new WebGLRenderer({ canvas, antialias: true, alpha: true, preserveDrawingBuffer: true });
    this.renderer.setPixelRatio(Math.min(devicePixelRatio, 2));
    const light = new DirectionalLight(0xffffff, 2.2);
    light.position.set(0.6, 1, 1.4);
    this.camera.add(light);
    this.person = figure(this.body);
    this.scene.add(this.camera, new AmbientLight(0xffffff, 0.9), scan, this.person);
    this.controls = new OrbitControls(this.camera, canvas);
    this.controls.addEventListener("change", () => this.draw());
    // A wheel scrolls the page until somebody is at work with the picture.
    this.controls.enableZoom = false;
    canvas.addEventListener("pointerdown", () => { this.controls.enableZoom = true; });
    canvas.addEventListener("pointerleave", event => { this.controls.enableZoom = event.pointerType === "touch"; });
    this.resized = new ResizeObserver(() => this.fit());
    this.resized.observe(canvas.parentElement!);
    this.stand();
    this.paint(colours);
    this.fit();
  }

  turn(across: number, up: number): void {
    const at = new Spherical().setFromVector3(this.camera.position.clone().sub(this.middle));
    at.theta += across;
    at.phi = MathUtils.clamp(at.phi + up, 0.05, Math.PI - 0.05);
    this.place(at);
  }

  zoom(by: number): void {
    const at = new Spherical().setFromVector3(this.camera.position.clone().sub(this.controls.target));
    at.radius = MathUtils.clamp(at.radius / by, 0.15, 12);
    this.place(at);
  }

  from(side: keyof typeof sides): void {
    const [across, down] = sides[side];
    this.controls.target.copy(this.middle);
    this.place(new Spherical(this.away(), MathUtils.degToRad(down), MathUtils.degToRad(across)));
  }

  tilt(): void {
    this.way = (this.way + 1) % ways.length;
    this.stand();
    this.from("front");
  }

  paint(colours: Colours): void {
    this.scan.traverse(each => {
      if (each instanceof Mesh)
        (each.material as MeshStandardMaterial).color = new Color(colours.scan);
    });
    this.body.color = new Color(colours.figure);
    this.floor?.removeFromParent();
    this.floor = new GridHelper(2, 20, colours.floor, colours.floor);
    this.scene.add(this.floor);
    this.draw();
  }

  leave(): void {
    cancelAnimationFrame(this.asked);
    this.resized.disconnect();
    this.controls.dispose();
    this.scene.traverse(each => {
      if (each instanceof Mesh)
        each.geometry.dispose();
    });
    this.renderer.dispose();
    this.renderer.forceContextLoss();
  }

  /** The scan on the floor, with the figure at its side, and the two of them in the middle. */
  private stand(): void {
    const [first, third] = ways[this.way]!;
    this.scan.rotation.set(first * Math.PI / 2, 0, third * Math.PI / 2);
    this.scan.position.set(0, 0, 0);
    const box = new Box3().setFromObject(this.scan);
    const size = box.getSize(new Vector3());
    this.size = { width: size.x * metre, depth: size.z * metre, height: size.y * metre };
    const whole = size.x + between + figureWidth;
    this.scan.position.set(-whole / 2 + size.x / 2 - (box.min.x + box.max.x) / 2, -box.min.y, -(box.min.z + box.max.z) / 2);
    this.person.position.x = whole / 2 - figureWidth / 2;
    const high = Math.max(size.y, figureHeight);
    this.middle = new Vector3(0, high / 2, 0);
    this.distance = Math.max(high, whole, size.z) * 2;
  }

  private place(at: Spherical): void {
    this.camera.position.setFromSpherical(at).add(this.controls.target);
    this.controls.update();
    this.draw();
  }

  private fit(): void {
    const { clientWidth: width, clientHeight: height } = this.canvas.parentElement!;
    if (width === 0 || height === 0)
      return;
    this.renderer.setSize(width, height, false);
    const first = this.camera.position.lengthSq() === 0;
    this.camera.aspect = width / height;
    this.camera.updateProjectionMatrix();
    if (first) {
      this.controls.target.copy(this.middle);
      this.place(new Spherical(this.away(), MathUtils.degToRad(80), MathUtils.degToRad(35)));
    }
    this.draw();
  }

  /** On a narrow screen further, so that both are in it. */
  private away(): number { return this.distance * Math.max(1, 0.85 / this.camera.aspect); }

  private draw(): void {
    cancelAnimationFrame(this.asked);
    this.asked = requestAnimationFrame(() => this.renderer.render(this.scene, this.camera));
  }
}

/** @param millimetres How many are one unit of the file. */
export async function stage(canvas: HTMLCanvasElement, file: Uint8Array, format: string, millimetres: number, colours: Colours): Promise<Stage> {
  const found = (await surfaces(file, format)).filter(each => each.getAttribute("position")?.count);
  if (found.length === 0)
    throw new Error("There is no surface in the file.");
  const scan = measured(found, millimetres);
  return new Drawn(canvas, scan, standing(scan, format), colours);
}
