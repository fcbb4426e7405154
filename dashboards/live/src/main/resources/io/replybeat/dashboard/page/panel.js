// A part of a tab under its own heading, with what it shows as CSV.

import { element, mark } from './dom.js';
import { question } from './view.js';

let made = 0;

export class Panel {
  /**
   * @param {{csv?: string, wide?: boolean, tools?: Node[]}} more csv: the panel's name for the server
   */
  constructor(page, title, { csv, wide, tools = [], name } = {}, ...children) {
    this.page = page;
    this.csv = csv;
    this.title = element('h2', 'panel-title', title);
    this.title.id = `panel-${(made += 1)}`;
    this.download = csv ? element('a', 'csv quiet', 'CSV') : null;
    if (csv) {
      this.download.setAttribute('download', '');
      this.download.setAttribute('aria-label', `${title}: download as CSV`);
    }
    this.body = element('div', 'panel-body', ...children);
    const head = element('header', 'panel-head', this.title, ...tools, ...(csv ? [this.download] : []));
    this.node = element('section', wide ? 'panel wide' : 'panel', head, this.body);
    this.node.setAttribute('aria-labelledby', this.title.id);
    if (name) this.node.dataset.panel = name;
  }

  update() {
    if (!this.csv) return;
    const asked = question(this.page.view);
    asked.set('panel', this.csv);
    mark(this.download, 'href', `/api/csv?${asked}`);
  }
}

/** Why there is nothing, and what to do about it. */
export const nothing = (title, advice) => element('div', 'nothing', element('p', 'nothing-title', title), element('p', 'nothing-advice', advice));
