// Who compares how? A table whose columns sort; on a narrow screen it scrolls inside its panel.

import { element, keep, mark, say } from './dom.js';

/**
 * @typedef {{name: string, title: string, text: boolean, value: (row: any) => any, show: (cell: HTMLElement, row: any) => void, about?: string}} Column
 * text: left-aligned and no number; value: to sort by; about: the key of the definition
 */
export class Table {
  /** @param {Column[]} columns @param {(row: any) => string} keyOf */
  constructor(page, caption, columns, keyOf) {
    this.page = page;
    this.keyOf = keyOf;
    this.sorted = null;
    this.rows = [];
    this.head = element('tr', '');
    this.body = element('tbody', '');
    this.caption = element('caption', 'unseen', caption);
    this.table = element('table', '', this.caption, element('thead', '', this.head), this.body);
    this.node = element('div', 'table', this.table);
    this.node.tabIndex = 0; // what scrolls must be reachable by keyboard
    mark(this.node, 'role', 'group');
    mark(this.node, 'aria-label', caption);
    this.use(columns);
  }

  use(columns) {
    const names = columns.map((c) => c.name + c.title).join(' ');
    if (names === this.names) return;
    this.names = names;
    this.columns = columns;
    this.head.replaceChildren(...columns.map((column) => this.#heading(column)));
    this.body.replaceChildren();
    this.body.kept = undefined;
  }

  update(rows) {
    this.rows = rows;
    const column = this.sorted && this.columns.find((c) => c.name === this.sorted.name);
    const shown = column ? [...rows].sort((a, b) => compare(column.value(a), column.value(b), this.sorted.down)) : rows;
    keep(this.body, shown, this.keyOf, () => this.#row());
    for (const heading of this.head.children) {
      mark(heading, 'aria-sort', heading.dataset.name !== this.sorted?.name ? null : this.sorted.down ? 'descending' : 'ascending');
    }
  }

  #heading(column) {
    const sort = element('button', 'sort', column.title);
    sort.type = 'button';
    sort.addEventListener('click', () => this.#sort(column));
    const heading = element('th', column.text ? 'text' : '', sort);
    heading.scope = 'col';
    heading.dataset.name = column.name;
    if (column.about) this.page.definitions.attach(column.about, heading, sort);
    return heading;
  }

  #sort(column) {
    const again = this.sorted?.name === column.name;
    this.sorted = again && this.sorted.down === Boolean(column.text) ? null : { name: column.name, down: again ? !this.sorted.down : !column.text };
    this.update(this.rows);
  }

  #row() {
    const cells = this.columns.map((column, i) => {
      const cell = element(i === 0 ? 'th' : 'td', column.text ? 'text' : '');
      if (i === 0) cell.scope = 'row';
      cell.dataset.name = column.name;
      return cell;
    });
    return {
      node: element('tr', '', ...cells),
      update: (row) => this.columns.forEach((column, i) => column.show(cells[i], row)),
    };
  }
}

/** What is not there comes last, whichever way. */
function compare(a, b, down) {
  if (a === b) return 0;
  if (a === null || a === undefined) return 1;
  if (b === null || b === undefined) return -1;
  return (a < b ? -1 : 1) * (down ? -1 : 1);
}

/** A column of plain words. */
export const words = (name, title, of) => ({ name, title, text: true, value: of, show: (cell, row) => say(cell, of(row) ?? '–') });

/** Shows words as a link inside a cell. */
export function linked(cell, label, href, className = '') {
  let link = cell.firstElementChild;
  if (!link || link.tagName !== 'A') cell.replaceChildren((link = element('a', className)));
  say(link, label);
  mark(link, 'href', href);
  return link;
}
