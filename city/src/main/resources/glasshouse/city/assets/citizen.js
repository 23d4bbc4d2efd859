// A citizen's page: the dial, the path of the score, and days that pass without leaving the page.
import { css } from './spectrum.js';
import { tell } from './watch.js';

const SVG = 'http://www.w3.org/2000/svg';
const FROM = 150;
const SWEEP = 240;
const TICKS = 72;

function make(name, attributes) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

function spot(share, radius) {
  const angle = ((FROM + SWEEP * share) * Math.PI) / 180;
  return [100 + radius * Math.cos(angle), 94 + radius * Math.sin(angle)];
}

function ray(share, inner, outer, stroke, width) {
  const [x1, y1] = spot(share, inner);
  const [x2, y2] = spot(share, outer);
  return make('line', { x1, y1, x2, y2, stroke, 'stroke-width': width, 'stroke-linecap': 'round' });
}

// Ticks up to the score in their colours, the others dim; longer ones where bands begin.
function drawDial(dial) {
  const share = Number(dial.dataset.share);
  const svg = make('svg', { viewBox: '0 0 200 172', 'aria-hidden': 'true' });
  for (let i = 0; i <= TICKS; i++) {
    const at = i / TICKS;
    svg.append(ray(at, 74, 84, at <= share ? css(at) : '#2b3f4c', 2.4));
  }
  for (const edge of dial.dataset.edges.split(' ').map(Number)) {
    if (edge > 0) svg.append(ray(edge, 87, 92, '#9fb2be', 1.4));
  }
  const [x, y] = spot(share, 79);
  svg.append(make('circle', { cx: x, cy: y, r: 7.5, fill: css(share), stroke: '#0e1a23', 'stroke-width': 3 }));
  dial.prepend(svg);
}

function drawPath(box) {
  const shares = box.dataset.path ? box.dataset.path.split(' ').map(Number) : [];
  box.hidden = shares.length < 2;
  if (box.hidden) return;
  const low = Math.min(...shares);
  const span = Math.max(...shares) - low || 1;
  const points = shares.map((v, i) =>
    `${(100 * i / (shares.length - 1)).toFixed(2)} ${(38 - 36 * (v - low) / span).toFixed(2)}`);
  const svg = make('svg', { viewBox: '0 0 100 40', preserveAspectRatio: 'none', 'aria-hidden': 'true' });
  svg.append(make('path', { d: `M${points.join('L')}` }));
  box.append(svg);
}

function dress() {
  document.querySelectorAll('.dial').forEach(drawDial);
  document.querySelectorAll('#life .path').forEach(drawPath);
}

// The same page as it is now, in place of what is shown.
async function renew() {
  const answer = await fetch(location.href);
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const life = page.getElementById('life');
  if (!answer.ok || !life) throw new Error(`${answer.status}`);
  document.getElementById('life').replaceWith(life);
  dress();
}

document.addEventListener('submit', async (event) => {
  const form = event.target;
  if (!form.closest('#life')) return;
  event.preventDefault();
  const { submitter } = event;
  const fields = Object.fromEntries(new FormData(form, submitter));
  const life = document.getElementById('life');
  life.setAttribute('aria-busy', 'true');
  try {
    await tell(new URL(form.action).pathname, fields);
    await renew();
    document.querySelector(`#life button[name="${submitter.name}"][value="${submitter.value}"]`)?.focus();
  } catch (trouble) {
    console.warn(trouble);
    form.submit();
  }
});

tell('/city/pace', { pace: 'pause' }).catch(() => {});
dress();
