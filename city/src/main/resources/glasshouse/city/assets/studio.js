// The studio: the same form as without scripts, but the text is read while it is written, points
// have sliders, every change can be undone, and a draft fits in a link.
const $ = (id) => document.getElementById(id);
const form = $('draft');
const text = $('text');
const words = JSON.parse(document.body.dataset.words);
const REST = 500;
const MOST_UNDONE = 200;
const POINTS = /^(\s*(?:- )?)(?:([\w.-]+):.*?\b)?(points|counterparty):\s*(-?\d+(?:\.\d+)?)(?=[\s,}]|$)/;

const undone = [];
let held = text.value;
let turn = 0;
let timer = 0;

// Marks at the lines of problems and findings.
function marks() {
  const lines = text.value.split('\n').length;
  const kinds = new Map();
  for (const item of document.querySelectorAll('#results [data-line]')) {
    const line = Number(item.dataset.line);
    if (line > 0 && kinds.get(line) !== 'problem') kinds.set(line, item.dataset.kind);
  }
  const gutter = $('gutter');
  gutter.replaceChildren(...Array.from({ length: lines }, (_, i) => {
    const line = document.createElement('div');
    line.textContent = i + 1;
    line.className = kinds.get(i + 1) ?? '';
    return line;
  }));
  gutter.scrollTop = text.scrollTop;
}

function go(line) {
  const lines = text.value.split('\n');
  const from = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
  text.focus();
  text.setSelectionRange(from, from + (lines[line - 1] ?? '').length);
  const height = text.scrollHeight / lines.length;
  text.scrollTop = Math.max(0, (line - 6) * height);
}

// Asks what is to be said of the text as it is now; an answer that comes too late is dropped.
async function read(act) {
  const mine = ++turn;
  clearTimeout(timer);
  const body = new URLSearchParams(new FormData(form));
  body.set('act', act);
  $('results').setAttribute('aria-busy', 'true');
  try {
    const answer = await fetch('/studio', { method: 'POST', body });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const results = page.getElementById('results');
    if (mine !== turn) return;
    if (!answer.ok || !results) throw new Error(`${answer.status}`);
    $('results').replaceWith(results);
    marks();
  } catch (trouble) {
    console.warn(trouble);
    if (mine === turn) $('told').textContent = words['studio.lost'];
  }
}

function later(act) {
  clearTimeout(timer);
  timer = setTimeout(() => read(act), REST);
}

function keep(now) {
  if (now === held) return;
  undone.push(held);
  if (undone.length > MOST_UNDONE) undone.shift();
  held = now;
  $('undo').disabled = false;
  $('told').textContent = '';
}

// A slider for each number of points that a line gives.
function sliders() {
  const lines = text.value.split('\n');
  const box = document.querySelector('#points .sliders');
  let above = '';
  const all = [];
  lines.forEach((line, at) => {
    const key = /^\s*(?:- )?([\w.-]+):/.exec(line);
    const found = POINTS.exec(line);
    if (found) all.push(slider(at, found[2] ?? above, Number(found[4])));
    if (key && !['points', 'counterparty', 'limit'].includes(key[1])) [, above] = key;
  });
  box.replaceChildren(...all);
  $('points').hidden = all.length === 0;
}

function slider(at, name, value) {
  const label = document.createElement('label');
  const input = document.createElement('input');
  const output = document.createElement('output');
  const reach = Math.max(Math.abs(value) * 4, 1);
  const step = reach < 2 ? 0.01 : reach < 20 ? 0.1 : 0.5;
  Object.assign(input, { type: 'range', min: -reach, max: reach, step });
  input.value = value;
  output.textContent = value;
  const title = document.createElement('span');
  title.textContent = name;
  input.addEventListener('input', () => {
    const points = String(Number(Number(input.value).toFixed(2)));
    output.textContent = points;
    const lines = text.value.split('\n');
    lines[at] = lines[at].replace(/(points|counterparty):\s*-?\d+(?:\.\d+)?/, `$1: ${points}`);
    text.value = lines.join('\n');
  });
  input.addEventListener('change', () => {
    keep(text.value);
    read('try');
  });
  label.append(title, input, output);
  return label;
}

async function through(bytes, stream) {
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer());
}

async function link() {
  const small = await through(new TextEncoder().encode(text.value), new CompressionStream('deflate-raw'));
  const code = btoa(String.fromCharCode(...small)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
  const from = form.elements.from.value;
  history.replaceState(null, '', `/studio?scheme=${from}#${code}`);
  try {
    await navigator.clipboard.writeText(location.href);
    $('told').textContent = words['studio.copied'];
  } catch {
    $('told').textContent = words['studio.linked'];
  }
}

async function unlink(code) {
  try {
    const small = Uint8Array.from(atob(code.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0));
    const bytes = await through(small, new DecompressionStream('deflate-raw'));
    text.value = new TextDecoder().decode(bytes).slice(0, text.maxLength);
    keep(text.value);
    sliders();
    await read('check');
  } catch {
    $('told').textContent = words['studio.nolink'];
  }
}

text.addEventListener('input', () => {
  keep(text.value);
  marks();
  later('check');
});
text.addEventListener('change', sliders);
text.addEventListener('scroll', () => { $('gutter').scrollTop = text.scrollTop; });
form.addEventListener('submit', (event) => {
  const act = event.submitter?.value;
  if (act === 'check' || act === 'try') {
    event.preventDefault();
    read(act);
  }
});
document.addEventListener('click', (event) => {
  const item = event.target.closest('#results a[href="#text"]')?.closest('[data-line]');
  if (item) {
    event.preventDefault();
    go(Number(item.dataset.line));
  }
});
$('undo').addEventListener('click', () => {
  const before = undone.pop();
  if (before === undefined) return;
  text.value = before;
  held = before;
  $('undo').disabled = undone.length === 0;
  sliders();
  read('check');
});
$('share').addEventListener('click', link);
$('undo').hidden = false;
$('undo').disabled = true;
$('share').hidden = false;
sliders();
marks();
if (location.hash.length > 20) unlink(location.hash.slice(1));
