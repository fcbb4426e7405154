// A share and the parts it is made of: one bar, every part with its word and number.

import { element, keep, mark, say } from './dom.js';
import { count, text } from './format.js';
import { Tile } from './tile.js';

export class Meter {
  /** @param {[string, string, string][]} parts key, word and tone */
  constructor(page, key, title, parts, { size = 'middle' } = {}) {
    this.page = page;
    this.parts = parts;
    this.tile = new Tile(page, key, { size, label: title });
    this.bar = element('div', 'meter-bar');
    mark(this.bar, 'aria-hidden', 'true'); // the list below says the same
    this.list = element('ul', 'meter-parts');
    this.node = element('div', 'meter', this.tile.node, this.bar, this.list);
  }

  update(numbers) {
    this.tile.update(numbers);
    const parts = this.parts.filter(([key]) => key in numbers).map(([key, word, tone]) => ({ key, word, tone, n: numbers[key].value ?? 0 }));
    keep(this.bar, parts.filter((p) => p.n > 0), (p) => p.key, (p) => {
      const node = element('span', '');
      node.dataset.tone = p.tone;
      return { node, update: ({ n }) => { node.style.flexGrow = String(n); } };
    });
    keep(this.list, parts, (p) => p.key, (p) => this.#part(p));
  }

  #part({ key, word, tone }) {
    const number = element('span', 'part-number');
    const term = this.page.definitions.term(key, word);
    const node = element('li', '', number, ' ', term);
    node.dataset.tone = tone;
    node.dataset.key = key;
    return {
      node,
      update: ({ n }) => {
        say(number, text(count(n)));
        mark(node, 'data-state', n === 0 ? 'zero' : 'good');
      },
    };
  }
}
