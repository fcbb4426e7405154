// Where do customers wait: at which brand, on which network, for which team, of which tier?

import { Backlog } from './backlog.js';
import { mark, say } from './dom.js';
import { count, text, ticking } from './format.js';
import { Panel, nothing } from './panel.js';
import { Table, linked } from './table.js';

export class Split {
  constructor(page, cut) {
    this.page = page;
    this.cut = cut;
    this.bars = new WeakMap();
    this.table = new Table(page, `Waiting by ${cut}`, this.#columns(), (row) => row.value);
    this.empty = nothing(`No ${cut} yet`, 'Appears with its first conversation.');
    this.node = new Panel(page, `By ${cut}`, { name: `now-${cut}` }, this.table.node, this.empty).node;
  }

  update(now) {
    this.now = now;
    this.rows = now.by[this.cut] ?? [];
    this.empty.hidden = this.rows.length > 0;
    this.table.node.hidden = this.rows.length === 0;
  }

  tick() {
    this.table.update(this.rows);
  }

  #columns() {
    const { page, cut } = this;
    const filter = ({ value }) => page.href(cut === 'brand' ? { brand: value } : { cut, value });
    const age = (row) => (page.moment() - Date.parse(row.oldest_since)) / 1000;
    return [
      { name: 'value', title: cut, text: true, value: (row) => row.value, show: (cell, row) => linked(cell, row.value, filter(row)) },
      this.#number('waiting', 'waiting'),
      this.#number('at_risk', '▲ at risk'),
      this.#number('breached', '✕ beyond'),
      {
        name: 'oldest_since', title: 'oldest', about: 'oldest_since',
        value: (row) => row.oldest_since && age(row),
        show: (cell, row) => say(cell, row.oldest_since ? text(ticking(age(row))) : '–'),
      },
      { name: 'bands', title: 'by age', text: true, value: (row) => row.waiting, show: (cell, row) => this.#backlog(cell, row) },
    ];
  }

  #number(key, title) {
    return {
      name: key, title, about: key,
      value: (row) => row[key],
      show: (cell, row) => {
        say(cell, text(count(row[key])));
        mark(cell, 'data-state', row[key] === 0 ? 'zero' : 'good');
      },
    };
  }

  #backlog(cell, row) {
    if (!this.bars.has(cell)) {
      this.bars.set(cell, new Backlog());
      cell.append(this.bars.get(cell).node);
    }
    this.bars.get(cell).update(row.bands, this.now.band_ends);
  }
}
