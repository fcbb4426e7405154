// One brand: who waits, and its numbers over the chosen range. Elements are made once and then only change their text.

import { ago, byUnit, count, text, ticking } from './format.js';
import { element, say, showParts } from './dom.js';

const NOTHING = [{ digits: '–', unit: '' }];

export class Card {
  constructor(brand, numbers, definitions) {
    this.numbers = numbers;
    this.definitions = definitions;
    this.shown = {};
    const title = element('h3', 'brand', brand);
    title.id = `brand-${(Card.made = (Card.made ?? 0) + 1)}`;
    this.lastEvent = element('p', 'last-event');
    this.bands = element('div', 'bands');
    this.bands.setAttribute('role', 'img');
    const groups = [...new Set(Object.values(numbers).map((number) => number.group))];
    this.node = element('article', 'card', element('header', 'who', title, this.lastEvent), ...groups.map((group) => this.group(group)));
    this.node.setAttribute('aria-labelledby', title.id);
    this.shown.waiting.node.closest('.group').append(this.bands);
  }

  group(name) {
    const keys = Object.keys(this.numbers).filter((key) => this.numbers[key].group === name);
    const heading = element('h4', 'group-name', name);
    const group = element('section', 'group', heading, element('dl', 'numbers', ...keys.map((key) => this.number(key))));
    group.dataset.group = name;
    return group;
  }

  number(key) {
    const term = element('button', 'term', this.numbers[key].title);
    term.type = 'button';
    const value = element('dd', 'value');
    const note = element('dd', 'note');
    const node = element('div', 'number', element('dt', '', term), value, note);
    node.dataset.key = key;
    this.definitions.attach(key, node, term);
    this.shown[key] = { node, value, note };
    return node;
  }

  update(data, range, bandNames) {
    this.data = data;
    const { customers } = data.waiting;
    this.#put('waiting', customers === 0 ? 'zero' : 'good', count(customers), customers === 1 ? 'customer' : 'customers');
    this.#bands(data.waiting.bands, bandNames);
    for (const [key, measured] of Object.entries(data.ranges[range])) this.#measured(key, this.numbers[key], measured);
  }

  /** What moves without news: the oldest wait at the moment the numbers are of, and how long ago the last event was. */
  tick(momentMs, nowMs) {
    const since = this.data.waiting.oldest_since;
    if (since) {
      this.#put('oldest_wait', 'good', ticking((momentMs - Date.parse(since)) / 1000), 'and counting');
    } else {
      this.#put('oldest_wait', 'none', NOTHING, 'nobody waits');
    }
    const oldestBand = this.data.waiting.bands.findLastIndex((n) => n > 0);
    this.shown.oldest_wait.node.dataset.band = String(oldestBand);
    const last = this.data.last_event_at;
    say(this.lastEvent, last ? `last event ${text(ago((nowMs - Date.parse(last)) / 1000))} ago` : 'no event in the last 7 days');
  }

  #measured(key, number, { value, of }) {
    if (value === null) {
      this.#put(key, 'none', NOTHING, `no ${number.samples} yet`);
    } else if (of < number.enough) {
      this.#put(key, 'thin', byUnit(number.unit, value), `only ${of}: too few to judge`);
    } else {
      const note = number.enough === 0 ? '' : `of ${text(count(of))} ${number.samples}`;
      this.#put(key, value === 0 ? 'zero' : 'good', byUnit(number.unit, value), note);
    }
  }

  #put(key, state, parts, note) {
    const shown = this.shown[key];
    shown.node.dataset.state = state;
    showParts(shown.value, parts);
    say(shown.note, note);
  }

  #bands(counts, names) {
    const key = counts.join(',');
    if (this.bands.dataset.shown === key) return;
    this.bands.dataset.shown = key;
    this.bands.replaceChildren(
      ...counts.flatMap((n, band) => {
        if (n === 0) return [];
        const piece = element('span', 'band', text(count(n)));
        piece.dataset.band = String(band);
        piece.style.flexGrow = String(n);
        return [piece];
      }),
    );
    const words = counts.map((n, band) => `${n} ${names[band]}`).join(', ');
    this.bands.setAttribute('aria-label', `Waiting by age: ${words}`);
  }
}
