// The table that compares brands, networks, agents, …: the same numbers as on the tiles, row by row.

import { Choice } from './choice.js';
import { element, mark, say, showParts } from './dom.js';
import { judge } from './numbers.js';
import { Panel, nothing } from './panel.js';
import { Table, linked } from './table.js';
import { BYS } from './view.js';

const PLURALS = { brand: 'brands', network: 'networks', team: 'teams', agent: 'agents', tier: 'tiers', topic: 'topics', language: 'languages' };

export class Compare {
  /** @param {(view: object) => [string, string][]} columns keys of numbers and their short titles, for a view */
  constructor(page, title, columns) {
    this.page = page;
    this.columns = columns;
    this.by = new Choice(page, 'Compare by', 'by', BYS.map((by) => [by, by]));
    this.table = new Table(page, title, [], (row) => row.value);
    this.empty = element('div', '');
    this.note = element('p', 'soft');
    this.panel = new Panel(page, title, { csv: 'table', wide: true, tools: [this.by.node], name: 'table' }, this.table.node, this.note, this.empty);
    this.node = this.panel.node;
  }

  update({ table, numbers }) {
    this.panel.update();
    this.by.update(table.by);
    // What none of them can have, such as a resolution rate of agents, is no column of dashes.
    const known = this.columns(this.page.view).filter(([key]) => (table.rows.length === 0 ? key in numbers : table.rows.some((row) => (row.numbers[key]?.value ?? null) !== null)));
    this.#note(table);
    this.table.use([this.#name(table.by), ...known.map(([key, title]) => this.#number(key, title))]);
    this.table.update(table.rows);
    this.table.node.hidden = table.rows.length === 0;
    if (table.rows.length > 0) this.empty.replaceChildren();
    else if (!this.empty.firstChild) this.empty.append(nothing('Nothing to compare', 'Nothing of this was counted in the chosen time. Choose a longer range, or compare by something else.'));
  }

  /** Which rows these are, where one could think of others. */
  #note({ by, of_slice: ofSlice, rows, rows_in_all: all }) {
    const { view } = this.page;
    const whole = ofSlice === false ? `By ${by} of ${view.brand || 'all brands'}, not of ${view.cut} ${view.value} alone: numbers are cut by one thing at a time.` : '';
    const most = all > rows.length ? `The ${rows.length} busiest of ${all}.` : '';
    say(this.note, [whole, most].filter(Boolean).join(' '));
    this.note.hidden = !whole && !most;
  }

  #name(by) {
    const href = ({ value }) => this.page.href(by === 'brand' ? { brand: value, by: '' } : { cut: by, value });
    return { name: 'value', title: by, text: true, value: (row) => row.value, show: (cell, row) => mark(linked(cell, row.value, href(row)), 'title', `Only this of the ${PLURALS[by]}`) };
  }

  #number(key, title) {
    return {
      name: key,
      title,
      about: key,
      value: (row) => row.numbers[key]?.value,
      show: (cell, row) => {
        const { state, parts, note } = judge(this.page.definitions.about(key), row.numbers[key]);
        mark(cell, 'data-state', state);
        mark(cell, 'title', note || null);
        showParts(cell, parts);
      },
    };
  }
}

