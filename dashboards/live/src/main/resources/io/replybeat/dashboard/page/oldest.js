// Who has waited longest, and when is the answer due? Every row ticks.

import { mark, say } from './dom.js';
import { text, ticking, words as spoken } from './format.js';
import { Panel, nothing } from './panel.js';
import { SIGNS, due } from './sla.js';
import { Table, linked, words } from './table.js';
import { joined } from './view.js';

export class Oldest {
  constructor(page) {
    this.page = page;
    this.table = new Table(page, 'Oldest waits', this.#columns(), (w) => joined(w.brand, w.conversation_id));
    this.table.node.dataset.list = 'oldest';
    this.all = nothing('Nobody waits', 'Every customer has an answer. Whoever writes next appears here within seconds.');
    this.some = nothing('Nobody waits', 'Of what the filters let through. Clear them to see all brands.');
    this.panel = new Panel(page, 'Oldest waits', { csv: 'oldest', wide: true, name: 'oldest' }, this.table.node, this.all, this.some);
    this.node = this.panel.node;
  }

  update(now) {
    this.now = now;
    const filtered = Boolean(this.page.view.brand || this.page.view.cut);
    const nobody = now.oldest.length === 0;
    this.panel.update();
    this.table.node.hidden = nobody;
    this.all.hidden = !nobody || filtered;
    this.some.hidden = !nobody || !filtered;
  }

  tick() {
    this.table.update(this.now.oldest);
  }

  #columns() {
    const { page } = this;
    const age = (w) => page.moment() - Date.parse(w.since);
    return [
      {
        name: 'wait',
        title: 'waits for',
        value: age,
        show: (cell, w) => {
          say(linked(cell, '', page.href({ conversation: joined(w.brand, w.conversation_id) }), 'wait'), text(ticking(age(w) / 1000)));
          mark(cell, 'data-band', this.now.band_ends.filter((end) => age(w) / 1000 >= end).length);
        },
      },
      {
        name: 'due',
        title: 'promise',
        text: true,
        value: (w) => (w.due_at ? Date.parse(w.due_at) : null),
        show: (cell, w) => {
          const { state, words: said } = due(w, page.moment(), this.now.at_risk_within);
          mark(cell, 'data-sla', state);
          mark(cell, 'title', w.target && `Target: ${spoken(w.target)}`);
          say(cell, [SIGNS[state], said].filter(Boolean).join(' '));
        },
      },
      words('brand', 'brand', (w) => w.brand),
      words('network', 'network', (w) => w.network),
      words('topic', 'topic', (w) => w.topic),
      { ...words('tier', 'tier', (w) => w.tier), text: false },
      words('team', 'team', (w) => w.team),
      words('agent', 'agent', (w) => w.agent),
      words('language', 'language', (w) => w.language),
      { ...words('messages', 'messages', (w) => w.messages), text: false },
    ];
  }
}
