// One of a few: a row of links, because every choice is an address.

import { element, keep, mark, say } from './dom.js';

export class Choice {
  /** @param {string} field of the view @param {[string, string][]} options value and word */
  constructor(page, label, field, options, { usual } = {}) {
    this.page = page;
    this.field = field;
    this.options = options;
    this.usual = usual;
    this.node = element('nav', 'choice');
    this.node.dataset.field = field;
    this.node.setAttribute('aria-label', label);
  }

  update(chosen = this.page.view[this.field] || this.usual) {
    keep(
      this.node,
      this.options,
      ([value]) => value,
      ([value, word]) => {
        const node = element('a', '', word);
        node.dataset.value = value;
        return { node };
      },
    );
    for (const link of this.node.children) {
      mark(link, 'href', this.page.href({ [this.field]: link.dataset.value }));
      mark(link, 'aria-current', link.dataset.value === chosen ? 'true' : null);
      say(link, this.options.find(([value]) => value === link.dataset.value)[1]);
    }
  }
}
