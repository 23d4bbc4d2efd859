// A town as lights: everybody a dot, neighbours in one circle, the better off nearer its middle.
//
// Dots never move, so what each covers is reckoned once for a size: a list of pixels with how much
// of each is covered, as a disc, as a ring and as a heart. A frame only writes colours into an
// image: ten thousand dots of 25 pixels take a few milliseconds.
import { pixels } from './spectrum.js';

const NEIGHBOURS = 1024;
const GOLDEN = Math.PI * (3 - Math.sqrt(5));
const GREY = 0x7d6c5d;
const WHITE = 0xffffff;
const BLACK_LIST = 1;
const RED_LIST = 2;
const DIM = 0.13;
const still = matchMedia('(prefers-reduced-motion: reduce)');

// Rows of circles, as many as fit beside each other and one fewer in turn.
function rows(count, across) {
  const sizes = [];
  for (let left = count, i = 0; left > 0; i++) {
    const size = Math.min(left, across - (i % 2 === 0 && count > across ? 1 : 0));
    sizes.push(size);
    left -= size;
  }
  return sizes;
}

export class TownMap {
  constructor(box, homes) {
    this.box = box;
    this.homes = homes;
    this.people = homes.rank.length;
    this.dots = box.querySelector('.dots');
    this.over = box.querySelector('.over');
    this.goal = new Float32Array(this.people).fill(-1);
    this.shown = new Float32Array(this.people).fill(-1);
    this.marks = new Uint8Array(this.people);
    this.pulses = [];
    this.range = null;
    this.selected = -1;
    this.hovered = -1;
    this.drawing = false;
    this.layOut();
    new ResizeObserver(() => {
      if (Math.abs(this.box.clientWidth - this.width) > 1) this.layOut();
    }).observe(box);
    box.addEventListener('pointermove', (e) => this.hover(this.near(e)));
    box.addEventListener('pointerleave', () => this.hover(-1));
  }

  layOut() {
    const width = this.box.clientWidth;
    if (width < 40) return;
    this.width = width;
    const count = Math.ceil(this.people / NEIGHBOURS);
    const across = Math.min(count, width < 560 ? 3 : 4);
    const sizes = rows(count, across);
    const cell = width / across;
    const tall = cell * 0.885;
    const radius = cell / 2 - Math.max(3, cell * 0.022);
    this.height = Math.ceil(tall * (sizes.length - 1) + cell);
    this.centres = [];
    sizes.forEach((size, row) => {
      const left = (width - size * cell) / 2;
      for (let i = 0; i < size; i++) {
        this.centres.push([left + cell * (i + 0.5), cell / 2 + row * tall]);
      }
    });
    this.radius = radius;
    this.size = radius * 0.0265;
    this.x = new Float32Array(this.people);
    this.y = new Float32Array(this.people);
    for (let i = 0; i < this.people; i++) {
      const [cx, cy] = this.centres[i >> 10];
      const rank = this.homes.rank[i];
      const r = radius * Math.sqrt((rank + 0.5) / NEIGHBOURS);
      this.x[i] = cx + r * Math.cos(rank * GOLDEN);
      this.y[i] = cy + r * Math.sin(rank * GOLDEN);
    }
    this.scale = Math.min(2, window.devicePixelRatio || 1);
    for (const canvas of [this.dots, this.over]) {
      canvas.width = Math.round(width * this.scale);
      canvas.height = Math.round(this.height * this.scale);
      canvas.style.height = `${this.height}px`;
    }
    this.pen = this.dots.getContext('2d');
    this.image = this.pen.createImageData(this.dots.width, this.dots.height);
    this.data = new Uint32Array(this.image.data.buffer);
    this.cover();
    this.draw();
    this.drawOver();
  }

  // What each dot covers: pixel, and how much of it as disc, ring and heart.
  cover() {
    const s = this.scale;
    const r = Math.max(0.8, this.size * s);
    const inner = r * 0.52;
    const heart = r * 0.5;
    const across = this.dots.width;
    const index = [];
    const shape = [];
    this.start = new Uint32Array(this.people + 1);
    for (let i = 0; i < this.people; i++) {
      this.start[i] = index.length;
      const x = this.x[i] * s;
      const y = this.y[i] * s;
      for (let py = Math.floor(y - r); py <= y + r; py++) {
        for (let px = Math.floor(x - r); px <= x + r; px++) {
          const d = Math.hypot(px + 0.5 - x, py + 0.5 - y);
          const disc = Math.min(1, Math.max(0, r + 0.5 - d));
          if (disc <= 0.02) continue;
          const ring = disc * Math.min(1, Math.max(0, d - inner + 0.5));
          const core = Math.min(1, Math.max(0, heart + 0.5 - d));
          index.push(py * across + px);
          shape.push((disc * 255) | ((ring * 255) << 8) | ((core * 255) << 16));
        }
      }
    }
    this.start[this.people] = index.length;
    this.index = Uint32Array.from(index);
    this.shape = Uint32Array.from(shape);
  }

  // Shows scores (shares of the scale; -1: not scored) and marks.
  show(shares, marks) {
    for (let i = 0; i < this.people; i++) {
      const before = this.goal[i];
      if (!still.matches && before >= 0 && shares[i] < before - 0.045
        && this.pulses.length < 60) {
        this.pulses.push({ i, age: 0 });
      }
    }
    this.goal.set(shares);
    this.marks.set(marks);
    if (still.matches) this.shown.set(shares);
    this.wake();
  }

  // Only people within these shares of the scale are lit; null: all.
  only(range) {
    this.range = range;
    this.wake();
  }

  wake() {
    if (!this.drawing) {
      this.drawing = true;
      requestAnimationFrame(() => this.tick());
    }
  }

  tick() {
    let moving = false;
    for (let i = 0; i < this.people; i++) {
      const gap = this.goal[i] - this.shown[i];
      if (gap !== 0) {
        if (this.shown[i] < 0 || this.goal[i] < 0 || Math.abs(gap) < 0.002) {
          this.shown[i] = this.goal[i];
        } else {
          this.shown[i] += gap * 0.22;
          moving = true;
        }
      }
    }
    this.draw();
    const pulsing = this.pulses.length > 0;
    if (pulsing) {
      this.pulses.forEach((pulse) => { pulse.age += 1 / 40; });
      this.pulses = this.pulses.filter((pulse) => pulse.age < 1);
      this.drawOver();
    }
    if (moving || pulsing) requestAnimationFrame(() => this.tick());
    else this.drawing = false;
  }

  draw() {
    if (!this.data) return;
    const { start, index, shape, data, shown, marks, range } = this;
    const last = pixels.length - 1;
    for (let i = 0; i < this.people; i++) {
      const share = shown[i];
      const scored = share >= 0;
      const rgb = scored ? pixels[Math.round(share * last)] : GREY;
      const mark = marks[i];
      const shift = !scored ? 16 : (mark & BLACK_LIST) ? 8 : 0;
      const lit = !range || (scored && share >= range[0] && share < range[1]);
      const strength = lit ? 1 : DIM;
      const hearted = scored && (mark & RED_LIST);
      for (let k = start[i]; k < start[i + 1]; k++) {
        const cover = (shape[k] >> shift) & 255;
        const colour = hearted && (shape[k] >>> 16) > 127 ? WHITE : rgb;
        data[index[k]] = colour | ((cover * strength) << 24);
      }
    }
    this.pen.putImageData(this.image, 0, 0);
  }

  drawOver() {
    const pen = this.over.getContext('2d');
    const s = this.scale;
    pen.setTransform(s, 0, 0, s, 0, 0);
    pen.clearRect(0, 0, this.width, this.height);
    pen.lineWidth = 1.5;
    for (const { i, age } of this.pulses) {
      pen.strokeStyle = `rgb(255 130 110 / ${(1 - age) * 0.9})`;
      pen.beginPath();
      pen.arc(this.x[i], this.y[i], this.size + 14 * age, 0, 7);
      pen.stroke();
    }
    const ring = (i, colour, r) => {
      if (i < 0) return;
      pen.strokeStyle = colour;
      pen.lineWidth = 2;
      pen.beginPath();
      pen.arc(this.x[i], this.y[i], r, 0, 7);
      pen.stroke();
    };
    ring(this.hovered, '#9fb2be', this.size + 4);
    ring(this.selected, '#ffffff', this.size + 6);
  }

  hover(i) {
    if (i !== this.hovered) {
      this.hovered = i;
      this.drawOver();
    }
  }

  select(i) {
    this.selected = i;
    this.drawOver();
  }

  // The person nearest to a pointer, within a finger's reach; -1: nobody.
  near(event) {
    const box = this.box.getBoundingClientRect();
    const x = event.clientX - box.left;
    const y = event.clientY - box.top;
    let best = -1;
    let least = (event.pointerType === 'touch' ? 22 : 12) ** 2;
    for (let i = 0; i < this.people; i++) {
      const d = (this.x[i] - x) ** 2 + (this.y[i] - y) ** 2;
      if (d < least) {
        least = d;
        best = i;
      }
    }
    return best;
  }

  // The nearest person in a direction, for arrow keys.
  towards(from, dx, dy) {
    if (from < 0) return 0;
    let best = from;
    let least = Infinity;
    for (let i = 0; i < this.people; i++) {
      const ax = (this.x[i] - this.x[from]) * dx + (this.y[i] - this.y[from]) * dy;
      const off = Math.abs((this.x[i] - this.x[from]) * dy) + Math.abs((this.y[i] - this.y[from]) * dx);
      const d = ax + 2.5 * off;
      if (ax > 0.5 && d < least) {
        least = d;
        best = i;
      }
    }
    return best;
  }
}
