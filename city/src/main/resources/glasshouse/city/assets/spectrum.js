// Colours of a score, from red at the floor to green at the ceiling. Each stop is lighter than the
// one before (OKLCH lightness .49 to .94), so the order reads in grey as well.
const STOPS = [
  [0.00, 0.49, 0.190, 24], [0.22, 0.59, 0.185, 32], [0.40, 0.70, 0.155, 58],
  [0.50, 0.79, 0.140, 88], [0.64, 0.83, 0.125, 128], [0.80, 0.87, 0.110, 160],
  [1.00, 0.94, 0.075, 180],
];
const COLOURS = 128;

function linear(l, c, h) {
  const a = c * Math.cos(h * Math.PI / 180);
  const b = c * Math.sin(h * Math.PI / 180);
  const x = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const y = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const z = (l - 0.0894841775 * a - 1.2914855480 * b) ** 3;
  return [
    4.0767416621 * x - 3.3077115913 * y + 0.2309699292 * z,
    -1.2684380046 * x + 2.6097574011 * y - 0.3413193965 * z,
    -0.0041960863 * x - 0.7034186147 * y + 1.7076147010 * z,
  ];
}

function byte(channel) {
  const held = Math.min(1, Math.max(0, channel));
  const encoded = held <= 0.0031308 ? 12.92 * held : 1.055 * held ** (1 / 2.4) - 0.055;
  return Math.round(255 * encoded);
}

function at(share) {
  let i = 1;
  while (i < STOPS.length - 1 && share > STOPS[i][0]) i++;
  const [from, l0, c0, h0] = STOPS[i - 1];
  const [to, l1, c1, h1] = STOPS[i];
  const t = (share - from) / (to - from);
  return linear(l0 + t * (l1 - l0), c0 + t * (c1 - c0), h0 + t * (h1 - h0)).map(byte);
}

const table = Array.from({ length: COLOURS }, (_, i) => at(i / (COLOURS - 1)));

// Red, green, blue of a share of the scale.
export const rgb = (share) =>
  table[Math.min(COLOURS - 1, Math.max(0, Math.round(share * (COLOURS - 1))))];

export const css = (share) => `rgb(${rgb(share).join(' ')})`;

// The same as numbers without opacity, for pixels in little endian.
export const pixels = Uint32Array.from(table, ([r, g, b]) => (b << 16) | (g << 8) | r);
