// One town on the page: its map, how its scores are spread, and what is told of it.
import { css } from './spectrum.js';
import { drawLine, drawSpread, spread, swatch } from './charts.js';
import { TownMap } from './map.js';
import { number, say, shortDate } from './words.js';

const NEWS = 7;
const YEAR_OF_COUNTS = 13;
const part = (town, selector) => town.box.querySelector(selector);

function text(element, value) {
  if (element.textContent !== value) element.textContent = value;
}

export class Town {
  constructor(template, rules, homes, choose) {
    this.box = template.content.firstElementChild.cloneNode(true);
    this.rules = rules;
    this.homes = homes;
    this.choose = choose;
    this.counts = [];
    this.news = [];
    this.shares = new Float32Array(homes.rank.length);
    this.scored = rules.bands !== undefined;
    text(part(this, 'h2'), this.scored ? rules.title : say('none'));
    this.box.setAttribute('aria-label', this.scored ? rules.title : say('none'));
    if (this.scored) this.nameBands();
    part(this, '.shape').hidden = !this.scored;
    part(this, '.bands').hidden = !this.scored;
    part(this, '.lists').hidden = !this.scored;
  }

  // What needs a place on the page first.
  placed() {
    const box = part(this, '.map');
    this.map = new TownMap(box, this.homes);
    box.addEventListener('click', (event) => this.choose(this.map.near(event)));
    box.addEventListener('keydown', (event) => this.key(event));
  }

  key(event) {
    const ways = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
    const way = ways[event.key];
    if (way) {
      event.preventDefault();
      this.choose(this.map.towards(this.map.selected, ...way));
    } else if (event.key === 'Escape') {
      this.choose(-1);
    }
  }

  share(points) {
    return (points - this.rules.floor) / (this.rules.ceiling - this.rules.floor);
  }

  points(steps) {
    return Math.min(this.rules.ceiling, this.rules.floor + steps * this.rules.step);
  }

  digits() {
    return this.rules.step >= 1 ? 0 : 2;
  }

  nameBands() {
    const box = part(this, '.bands');
    const [floor, middle, ceiling] = part(this, '.axis').children;
    text(floor, number(this.rules.floor));
    text(middle, number((this.rules.floor + this.rules.ceiling) / 2, this.rules.step < 1 ? 1 : 0));
    text(ceiling, number(this.rules.ceiling));
    this.rules.bands.forEach((band, i) => {
      const next = this.rules.bands[i + 1];
      const from = this.share(band.from);
      const to = next ? this.share(next.from) : 1.001;
      const button = document.createElement('button');
      button.type = 'button';
      button.setAttribute('aria-pressed', 'false');
      const title = document.createElement('b');
      const count = document.createElement('small');
      title.textContent = band.title;
      button.append(swatch((from + Math.min(1, to)) / 2), title, count);
      button.addEventListener('click', () => {
        const on = button.getAttribute('aria-pressed') !== 'true';
        for (const other of box.children) other.setAttribute('aria-pressed', 'false');
        button.setAttribute('aria-pressed', String(on));
        this.map.only(on ? [from, to] : null);
      });
      box.append(button);
    });
  }

  // Takes in a frame; `from` is the number of counts that were known before.
  take(frame, from) {
    this.frame = frame;
    this.counts.length = Math.min(this.counts.length, from);
    this.counts.push(...frame.counts);
    const last = this.news.length ? this.news[0].number : 0;
    for (const each of frame.news) if (each.number > last) this.news.unshift(each);
    this.news.length = Math.min(this.news.length, 60);
    const top = this.scored ? (this.rules.ceiling - this.rules.floor) / this.rules.step : 1;
    frame.scores.forEach((score, i) => { this.shares[i] = score < 0 ? -1 : score / top; });
    this.bins = this.scored ? spread(this.shares) : null;
  }

  tallest() {
    return this.bins ? Math.max(...this.bins) : 0;
  }

  draw(tallest, date) {
    const { frame } = this;
    this.map.show(this.shares, frame.marks);
    const people = this.shares.length;
    const title = this.scored ? this.rules.title : say('none');
    part(this, '.map').setAttribute('aria-label', say('map', people, title));
    text(part(this, '.sub'), frame.date !== date ? say('catching', shortDate(date))
      : !this.scored ? say('none.sub')
        : frame.members < people ? say('members', frame.members, people) : '');
    if (this.scored) {
      drawSpread(part(this, '.shape canvas'), this.bins, tallest);
      this.tellShape();
      this.tellBands(people);
      this.tellLists();
    }
    this.tellMean();
    this.tellMoney();
    this.tellSpeech();
    this.tellNews();
  }

  tellShape() {
    const at = (share) => {
      let left = share * this.frame.members;
      for (let i = 0; i < this.bins.length; i++) {
        left -= this.bins[i];
        if (left <= 0) return number(this.rules.floor
          + ((i + 0.5) / this.bins.length) * (this.rules.ceiling - this.rules.floor));
      }
      return number(this.rules.ceiling);
    };
    part(this, '.shape').setAttribute('aria-label', say('shape', at(0), at(1), at(0.1), at(0.9)));
  }

  tellBands(people) {
    [...part(this, '.bands').children].forEach((button, i) => {
      const count = this.frame.inBand[i];
      const percent = number(people ? (100 * count) / people : 0, 1);
      text(button.querySelector('small'), `${number(count)} · ${percent} %`);
    });
  }

  tellLists() {
    const box = part(this, '.lists dl');
    if (this.rules.lists.length === 0) {
      text(box, say('lists.none'));
      return;
    }
    if (box.children.length === 0) {
      for (const list of this.rules.lists) {
        const term = document.createElement('dt');
        term.textContent = list.title;
        box.append(term, document.createElement('dd'));
      }
    }
    [...box.querySelectorAll('dd')].forEach((count, i) => text(count, number(this.frame.onList[i])));
  }

  line(selector, of) {
    drawLine(part(this, selector), this.counts.map(of));
  }

  tellMean() {
    const big = part(this, '.mean .big');
    const { mean } = this.frame;
    if (mean === null) {
      text(big, '–');
      text(part(this, '.mean .small'), say('mean.none'));
      return;
    }
    text(big, number(mean, this.digits()));
    this.line('.mean .line', (count) => count.mean);
    const ago = this.counts.at(-1 - YEAR_OF_COUNTS);
    const change = ago ? mean - ago.mean : NaN;
    text(part(this, '.mean .small'), Number.isFinite(change)
      ? say('mean.change', `${change < 0 ? '−' : '+'}${number(Math.abs(change), 1)}`) : '');
  }

  tellMoney() {
    const last = this.counts.at(-1);
    text(part(this, '.money .big'), last ? say('money.big', number(last.savings)) : '–');
    this.line('.money .line', (count) => count.savings);
    const cost = last ? last.cost : 0;
    text(part(this, '.money .small'), !last ? say('soon') : !this.scored ? say('money.none')
      : say(cost < 0 ? 'money.gave' : 'money.small', number(Math.abs(cost), 2)));
  }

  tellSpeech() {
    const last = this.counts.at(-1);
    const would = last ? last.spoke + last.silent : 0;
    const silent = would ? Math.round((100 * last.silent) / would) : 0;
    text(part(this, '.speech .big'), would ? say('speech.big', silent) : '–');
    const [left, right] = part(this, '.split').children;
    left.style.flexGrow = silent;
    right.style.flexGrow = would ? 100 - silent : 0;
    text(part(this, '.speech .small'), would ? say('speech.small', last.spoke) : say('soon'));
  }

  tellNews() {
    const list = part(this, '.news ol');
    const shown = this.news.slice(0, NEWS);
    const key = shown.map((each) => each.number).join();
    if (list.dataset.shown === key) return;
    list.dataset.shown = key;
    list.replaceChildren(...shown.map((each) => this.item(each)));
    part(this, '.news').hidden = !this.scored;
  }

  item(news) {
    const item = document.createElement('li');
    const when = document.createElement('time');
    when.dateTime = news.date;
    when.textContent = shortDate(news.date);
    const who = document.createElement('button');
    who.type = 'button';
    who.textContent = news.person;
    who.addEventListener('click', () => this.choose(news.person));
    const things = news.kind === 'fell' ? [number(-news.change), number(news.score)]
      : news.kind === 'refused' ? [news.about, number(news.score)] : [news.about];
    const [before, after] = say(`news.${news.kind}`, '\u0000', ...things).split('\u0000');
    const line = document.createElement('span');
    line.append(before, who, after);
    if (news.cause) {
      const cause = document.createElement('em');
      cause.textContent = ` ${say('news.cause', news.cause)}`;
      line.append(cause);
    }
    item.append(when, line);
    return item;
  }

  // What is known of a person here, in words.
  about(i) {
    const mark = this.frame.marks[i];
    const words = [];
    if (this.shares[i] >= 0) {
      const points = this.points(this.frame.scores[i]);
      const band = this.rules.bands.findLast((each) => points >= each.from);
      words.push(say('person.score', number(points, this.digits()), band.title));
    } else {
      words.push(say('person.unscored'));
    }
    ['black', 'red', 'jobless', 'owing'].forEach((word, bit) => {
      if ((mark >> bit) & 1) words.push(say(`person.${word}`));
    });
    return words.join(' · ');
  }

  title() {
    return this.scored ? this.rules.title : say('none');
  }

  colour(i) {
    return this.shares[i] >= 0 ? css(this.shares[i]) : '';
  }
}
