// The city's page: watches the city, and passes on what the visitor wants of it.
import { Town } from './town.js';
import { homes as readHomes, tell, towns as readTowns, watch } from './watch.js';
import { fullDate, say } from './words.js';

const byId = (id) => document.getElementById(id);
const box = byId('towns');
let towns = [];
let groups = [];
let homes;
let chosen = -1;

document.documentElement.classList.add('scripted');

function choose(person) {
  chosen = person;
  for (const town of towns) town.map.select(person);
  tellPerson();
}

function tellPerson() {
  const card = byId('person');
  card.hidden = chosen < 0;
  if (chosen < 0) return;
  const key = `${chosen}: ${towns.map((town) => town.about(chosen)).join('; ')}`;
  if (card.dataset.shown === key) return;
  card.dataset.shown = key;
  const heading = document.createElement('h2');
  heading.textContent = say('person', String(chosen));
  const home = document.createElement('p');
  home.className = 'note';
  home.textContent = say('person.home', groups[homes.group[chosen]], (chosen >> 10) + 1);
  const list = document.createElement('dl');
  for (const town of towns) {
    const term = document.createElement('dt');
    term.textContent = town.title();
    const told = document.createElement('dd');
    told.textContent = town.about(chosen);
    list.append(term, told);
  }
  const be = document.createElement('a');
  be.className = 'button';
  be.href = `/citizen/${chosen}`;
  be.textContent = say('person.be');
  const close = document.createElement('button');
  close.type = 'button';
  close.className = 'button close';
  close.textContent = say('close');
  close.addEventListener('click', () => choose(-1));
  card.replaceChildren(heading, home, list, be, close);
}

async function found() {
  const rules = await readTowns();
  groups = rules.groups;
  towns = rules.towns.map((each) => new Town(byId('town'), each, homes, choose));
  box.dataset.count = towns.length;
  box.replaceChildren(...towns.map((town) => town.box));
  for (const town of towns) town.placed();
  for (const town of towns) town.map.select(chosen);
  return rules.founding;
}

let founding = 0;

async function draw(frame, known) {
  if (frame.founding !== founding) {
    founding = await found();
    if (frame.towns.length !== towns.length) return { after: 0, founding: 0, counts: 0, news: 0 };
  }
  const from = frame.founding === known.founding ? known.counts : 0;
  frame.towns.forEach((each, i) => towns[i].take(each, from));
  const tallest = Math.max(1, ...towns.map((town) => town.tallest()));
  const date = frame.towns.map((town) => town.date).sort().at(-1);
  byId('date').textContent = fullDate(date);
  for (const town of towns) town.draw(tallest, date);
  for (const button of byId('pace').children) {
    button.setAttribute('aria-pressed', String(button.value === frame.pace));
  }
  tellPerson();
  box.removeAttribute('aria-busy');
  await new Promise(requestAnimationFrame);
  return {
    after: frame.number,
    founding: frame.founding,
    counts: Math.min(...towns.map((town) => town.counts.length)),
    news: Math.min(...towns.map((town) => (town.news.length ? town.news[0].number : 0))),
  };
}

// Forms are sent without leaving the page.
function send(form, fields) {
  tell(new URL(form.action).pathname, fields).catch(() => form.submit());
}

for (const form of document.querySelectorAll('#pace, form.post')) {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    send(form, Object.fromEntries(new FormData(form, event.submitter)));
  });
}
byId('rules').addEventListener('change', () => byId('rules').requestSubmit());
byId('find').addEventListener('submit', (event) => {
  event.preventDefault();
  choose(Number(new FormData(event.target).get('person')));
});
addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && chosen >= 0) choose(-1);
});

homes = await readHomes();
watch(homes.rank.length, draw, (lost) => { byId('lost').hidden = !lost; });
