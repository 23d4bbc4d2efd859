// Small drawings: how scores are spread, and how a number went.
import { css } from './spectrum.js';

const BINS = 60;

// People in each of sixty equal parts of the scale.
export function spread(shares) {
  const bins = new Uint32Array(BINS);
  for (const share of shares) {
    if (share >= 0) bins[Math.min(BINS - 1, Math.floor(share * BINS))]++;
  }
  return bins;
}

// Bars of a spread, `most` the tallest.
export function drawSpread(canvas, bins, most) {
  const width = canvas.clientWidth;
  const height = canvas.clientHeight;
  const s = Math.min(2, window.devicePixelRatio || 1);
  if (canvas.width !== Math.round(width * s)) canvas.width = Math.round(width * s);
  if (canvas.height !== Math.round(height * s)) canvas.height = Math.round(height * s);
  const pen = canvas.getContext('2d');
  pen.setTransform(s, 0, 0, s, 0, 0);
  pen.clearRect(0, 0, width, height);
  const step = width / BINS;
  bins.forEach((people, i) => {
    if (people === 0) return;
    const tall = Math.max(2, (people / most) * (height - 2));
    pen.fillStyle = css((i + 0.5) / BINS);
    pen.beginPath();
    pen.roundRect(i * step + 1, height - tall, step - 2, tall, [Math.min(2, tall / 2), Math.min(2, tall / 2), 0, 0]);
    pen.fill();
  });
}

const SVG = 'http://www.w3.org/2000/svg';

// A line through numbers, over the whole width of its box.
export function drawLine(box, values) {
  const known = values.filter((v) => v !== null);
  if (known.length < 2) {
    box.replaceChildren();
    return;
  }
  const low = Math.min(...known);
  const span = Math.max(...known) - low || 1;
  const points = values.map((v, i) =>
    `${(100 * i / (values.length - 1)).toFixed(2)} ${(38 - 36 * (v - low) / span).toFixed(2)}`);
  let path = box.querySelector('path');
  if (!path) {
    const svg = document.createElementNS(SVG, 'svg');
    svg.setAttribute('viewBox', '0 0 100 40');
    svg.setAttribute('preserveAspectRatio', 'none');
    svg.setAttribute('aria-hidden', 'true');
    path = document.createElementNS(SVG, 'path');
    svg.append(path);
    box.replaceChildren(svg);
  }
  path.setAttribute('d', `M${points.join('L')}`);
}

// The sign of a band: a filled circle of its colour.
export function swatch(share) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 12 12');
  svg.setAttribute('aria-hidden', 'true');
  const circle = document.createElementNS(SVG, 'circle');
  circle.setAttribute('cx', '6');
  circle.setAttribute('cy', '6');
  circle.setAttribute('r', '5.5');
  circle.setAttribute('fill', css(share));
  svg.append(circle);
  return svg;
}
