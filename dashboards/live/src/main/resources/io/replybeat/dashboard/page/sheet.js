// What lies beside the tabs while somebody looks behind a number: opened and closed by the address.

import { ask } from './api.js';
import { button, element, mark, say } from './dom.js';
import { AlertSheet } from './alert-sheet.js';
import { ConversationSheet } from './conversation-sheet.js';
import { AuthorSheet, MessagesSheet } from './messages-sheet.js';
import { nothing } from './panel.js';
import { topSheet, withoutTopSheet } from './view.js';

const AGAIN_MS = 5_000;
const KINDS = { alert: AlertSheet, conversation: ConversationSheet, author: AuthorSheet, topic: MessagesSheet, sentiment: MessagesSheet };

/** Each kind has a title, says what to ask (path and parameters) and shows the answer in its body. */
export class Sheet {
  constructor(page, node, behind) {
    this.page = page;
    this.node = node;
    this.behind = behind;
    this.heading = element('h2', 'sheet-title');
    this.heading.id = 'sheet-title';
    this.heading.tabIndex = -1;
    this.problem = element('div', '');
    this.body = element('div', 'sheet-body');
    const close = button('quiet sheet-x', '✕', () => page.go(withoutTopSheet(page.view)));
    mark(close, 'aria-label', 'Close');
    mark(close, 'title', 'Close (Esc)');
    node.append(element('div', 'sheet-head', this.heading, close), this.problem, this.body);
    mark(node, 'role', 'dialog');
    mark(node, 'aria-labelledby', 'sheet-title');
    this.narrow = matchMedia('(max-width: 60rem)');
    this.narrow.addEventListener('change', () => this.#cover());
    setInterval(() => this.kind && !page.paused && this.#ask(), AGAIN_MS);
  }

  /** Follows the address. */
  update() {
    const fields = topSheet(this.page.view);
    const key = fields.map((field) => this.page.view[field]).join('\n') && JSON.stringify(fields.map((field) => [field, this.page.view[field]]));
    if (key === this.key) return;
    const before = this.key;
    this.key = key;
    if (!key) {
      this.#close();
      return;
    }
    if (!before) this.opener = document.activeElement;
    const field = fields.find((name) => this.page.view[name]);
    this.kind = new KINDS[field](this.page);
    this.answered = undefined;
    this.node.dataset.kind = field;
    say(this.heading, this.kind.title());
    this.problem.replaceChildren();
    this.body.replaceChildren(element('p', 'loading', 'Loading…'));
    this.node.hidden = false;
    this.node.scrollTop = 0;
    this.#cover();
    this.heading.focus({ preventScroll: true });
    this.#ask();
  }

  #close() {
    this.kind = undefined;
    this.node.hidden = true;
    this.#cover();
    if (this.opener?.isConnected) this.opener.focus({ preventScroll: true });
  }

  /** On a phone the sheet covers everything: what lies behind must then be out of reach. */
  #cover() {
    document.body.classList.toggle('with-sheet', !this.node.hidden);
    this.behind.forEach((node) => (node.inert = !this.node.hidden && this.narrow.matches));
  }

  async #ask() {
    const { kind } = this;
    try {
      const data = await ask(...kind.question());
      if (kind !== this.kind) return;
      this.problem.replaceChildren();
      const answered = JSON.stringify(data);
      if (answered === this.answered) return;
      const first = this.answered === undefined;
      this.answered = answered;
      this.#show(kind, data, first);
    } catch (refused) {
      if (kind !== this.kind) return;
      if (this.answered === undefined) this.body.replaceChildren();
      this.problem.replaceChildren(nothing(refused.message, refused.remedy ?? ''));
    }
  }

  /** Where somebody was reading stays where it was. */
  #show(kind, data, first) {
    const held = document.activeElement;
    const href = this.body.contains(held) ? held.getAttribute('href') : null;
    kind.show(data, this.body, first);
    say(this.heading, kind.title(data));
    if (href && !held.isConnected) [...this.body.querySelectorAll('a')].find((a) => a.getAttribute('href') === href)?.focus({ preventScroll: true });
  }
}
