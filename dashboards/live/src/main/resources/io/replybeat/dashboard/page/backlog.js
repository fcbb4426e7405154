// Who waits, by how long already: a bar of age bands, in colour, number and words.

import { element, mark } from './dom.js';
import { bandNames, count, text } from './format.js';

export class Backlog {
  constructor() {
    this.node = element('div', 'bands');
    mark(this.node, 'role', 'img');
  }

  update(counts, ends) {
    const key = counts.join();
    if (this.key === key) return;
    this.key = key;
    this.node.replaceChildren(
      ...counts.flatMap((n, band) => {
        if (n === 0) return [];
        const piece = element('span', 'band', text(count(n)));
        piece.dataset.band = String(band);
        piece.style.flexGrow = String(n);
        return [piece];
      }),
    );
    const names = bandNames(ends);
    mark(this.node, 'aria-label', `Waiting by age: ${counts.map((n, band) => `${n} ${names[band]}`).join(', ')}`);
  }
}

/** What the colours mean. */
export function legend(ends) {
  const items = bandNames(ends).map((name, band) => {
    const swatch = element('span', 'swatch');
    swatch.dataset.band = String(band);
    return element('li', '', swatch, name);
  });
  return element('ul', 'legend', ...items);
}
