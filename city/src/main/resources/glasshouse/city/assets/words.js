// The words of the page's language, and numbers and dates as it writes them.
const texts = JSON.parse(document.body.dataset.words);
const language = document.documentElement.lang;
const numbers = new Map();

export function number(value, digits = 0) {
  if (!numbers.has(digits)) {
    numbers.set(digits, new Intl.NumberFormat(language,
      { maximumFractionDigits: digits, minimumFractionDigits: digits }));
  }
  return numbers.get(digits).format(value);
}

export function say(key, ...things) {
  let text = texts[key];
  if (text === undefined) throw new Error(`no words for ${key}`);
  things.forEach((thing, i) => {
    text = text.replaceAll(`{${i}}`, typeof thing === 'number' ? number(thing) : thing);
  });
  return text;
}

const full = new Intl.DateTimeFormat(language, { dateStyle: 'full', timeZone: 'UTC' });
const short = new Intl.DateTimeFormat(language,
  { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });

export const fullDate = (iso) => full.format(new Date(`${iso}T00:00:00Z`));
export const shortDate = (iso) => short.format(new Date(`${iso}T00:00:00Z`));
