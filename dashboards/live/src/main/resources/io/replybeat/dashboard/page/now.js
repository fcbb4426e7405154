// Now: who waits, for how long, and whose promise is about to break? True at this second, whatever the range.

import { SEVERITY_SIGNS, life } from './alerts.js';
import { Backlog, legend } from './backlog.js';
import { element, keep, mark, say } from './dom.js';
import { count, text, ticking, words as spoken } from './format.js';
import { Panel, nothing } from './panel.js';
import { SIGNS, due } from './sla.js';
import { Table, linked, words } from './table.js';
import { Tile } from './tile.js';
import { joined } from './view.js';

const CUTS = [['brand', 'brand'], ['network', 'network'], ['team', 'team'], ['tier', 'tier']];
const MOST_ALERTS = 3;
const NOBODY = [{ digits: '–', unit: '' }];

export class Now {
  constructor(page) {
    this.page = page;
    this.headline = element('h2', 'headline');
    this.tiles = {
      waiting: new Tile(page, 'waiting', { size: 'large' }),
      oldest_since: new Tile(page, 'oldest_since', { size: 'large' }),
      breached: new Tile(page, 'breached'),
      at_risk: new Tile(page, 'at_risk'),
      open: new Tile(page, 'open'),
    };
    const { waiting, oldest_since, breached, at_risk, open } = this.tiles;
    breached.node.dataset.sla = 'breached';
    at_risk.node.dataset.sla = 'risk';
    this.backlog = new Backlog();
    this.strip = element('ul', 'strip');
    mark(this.strip, 'aria-label', 'Alerts that nobody looks after yet');
    this.legend = element('div', '');
    this.oldest = new Table(page, 'Oldest waits', this.#columns(), (w) => joined(w.brand, w.conversation_id));
    this.oldest.node.dataset.list = 'oldest';
    this.empty = element('div', '');
    this.oldestPanel = new Panel(page, 'Oldest waits', { csv: 'oldest', wide: true, name: 'oldest' }, this.oldest.node, this.empty);
    this.cuts = CUTS.map(([cut, title]) => this.#cut(cut, title));
    this.node = element(
      'div',
      'tab',
      this.headline,
      element('section', 'tiles', waiting.node, oldest_since.node, breached.node, at_risk.node, open.node),
      this.strip,
      element('section', 'backlog', this.backlog.node, this.legend),
      this.oldestPanel.node,
      element('div', 'grid four', ...this.cuts.map(({ panel }) => panel.node)),
    );
  }

  update({ now, state, alerts }) {
    this.now = now;
    this.#alerts(alerts.filter((alert) => life(alert) === 'firing' && !alert.muted).slice(0, MOST_ALERTS));
    const sign = (n, what) => (n === 0 ? what.none : what.some);
    this.#number('waiting', now.waiting, sign(now.waiting, { none: 'nobody waits', some: now.waiting === 1 ? 'customer' : 'customers' }));
    this.#number('breached', now.breached, sign(now.breached, { none: 'no promise is broken', some: 'and still no answer' }));
    this.#number('at_risk', now.at_risk, `due within ${text(ticking(now.at_risk_within)).replace(':00', '')}`);
    this.#number('open', now.open, now.open === 1 ? 'conversation' : 'conversations');
    this.backlog.update(now.bands, now.band_ends);
    if (this.legend.childElementCount === 0) this.legend.append(legend(now.band_ends));
    this.oldestPanel.update();
    this.oldest.node.hidden = now.oldest.length === 0;
    if (now.oldest.length > 0) this.empty.replaceChildren();
    else if (!this.empty.firstChild || this.emptyFor !== state) this.#nobody(state);
    this.cuts.forEach(({ show }) => show(now));
    this.tick();
  }

  /** What moves without news: every wait, at the moment that the numbers are of. */
  tick() {
    const { now } = this;
    if (!now) return;
    const moment = this.page.moment();
    const age = now.oldest_since && (moment - Date.parse(now.oldest_since)) / 1000;
    const at = now.oldest[0];
    this.tiles.oldest_since.show(age === null ? 'none' : 'good', age === null ? NOBODY : ticking(age), age === null ? 'nobody waits' : at ? `at ${at.brand}, ${at.network}` : 'and counting');
    mark(this.tiles.oldest_since.node, 'data-band', String(now.bands.findLastIndex((n) => n > 0)));
    say(this.headline, headline(now, age));
    this.oldest.update(now.oldest);
    this.cuts.forEach(({ tick }) => tick());
  }

  /** What fires and nobody has taken up: the way to it is one click from here, too. */
  #alerts(alerts) {
    this.strip.hidden = alerts.length === 0;
    keep(this.strip, alerts, (alert) => alert.id, () => {
      const [sign, link, age] = [element('span', 'sign'), element('a', ''), element('span', 'soft')];
      const node = element('li', '', sign, link, age);
      return {
        node,
        update: (alert) => {
          mark(node, 'data-severity', alert.severity);
          say(sign, `${SEVERITY_SIGNS[alert.severity] ?? ''} ${alert.severity}`);
          say(link, alert.title);
          mark(link, 'href', this.page.href({ tab: 'alerts', alert: alert.id }));
          say(age, `since ${this.page.clock.write('minute', alert.since)}`);
        },
      };
    });
  }

  #number(key, value, note) {
    this.tiles[key].show(value === 0 ? 'zero' : 'good', count(value), note);
  }

  #nobody(state) {
    this.emptyFor = state;
    const filtered = this.page.view.brand || this.page.view.cut;
    this.empty.replaceChildren(
      state === 'live'
        ? nothing('Nobody waits', filtered ? 'Of what the filters let through. Clear them to see all brands.' : 'Every customer has an answer. Whoever writes next appears here within seconds.')
        : nothing('Waiting for the first numbers', 'The job has not written anything yet, or Elasticsearch has not answered. This page goes on by itself.'),
    );
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

  #cut(cut, title) {
    const { page } = this;
    const bars = new WeakMap();
    const filter = (row) => page.href(cut === 'brand' ? { brand: row.value } : { cut, value: row.value });
    const number = (name, heading, about) => ({ name, title: heading, about, value: (row) => row[name], show: (cell, row) => { say(cell, text(count(row[name]))); mark(cell, 'data-state', row[name] === 0 ? 'zero' : 'good'); } });
    const table = new Table(
      page,
      `Waiting by ${title}`,
      [
        { name: 'value', title, text: true, value: (row) => row.value, show: (cell, row) => linked(cell, row.value, filter(row)) },
        number('waiting', 'waiting', 'waiting'),
        number('at_risk', '▲ at risk', 'at_risk'),
        number('breached', '✕ beyond target', 'breached'),
        {
          name: 'oldest_since', title: 'oldest', about: 'oldest_since',
          value: (row) => row.oldest_since && -Date.parse(row.oldest_since),
          show: (cell, row) => say(cell, row.oldest_since ? text(ticking((page.moment() - Date.parse(row.oldest_since)) / 1000)) : '–'),
        },
        {
          name: 'bands', title: 'by age', text: true, value: (row) => row.waiting,
          show: (cell, row) => {
            if (!bars.has(cell)) {
              bars.set(cell, new Backlog());
              cell.append(bars.get(cell).node);
            }
            bars.get(cell).update(row.bands, this.now.band_ends);
          },
        },
      ],
      (row) => row.value,
    );
    const empty = nothing(`No ${title} yet`, 'Appears with its first conversation.');
    const panel = new Panel(page, `By ${title}`, { name: `now-${cut}` }, table.node, empty);
    return {
      panel,
      show: (now) => {
        this.rows = now.by[cut] ?? [];
        table.rows = this.rows;
        empty.hidden = this.rows.length > 0;
        table.node.hidden = this.rows.length === 0;
      },
      tick: () => table.update(table.rows),
    };
  }
}

/** The whole tab in a sentence. */
export function headline(now, age) {
  if (now.waiting === 0) return 'Nobody waits.';
  const first = now.oldest[0];
  const where = first ? ` at ${first.brand}` : '';
  return `${text(count(now.waiting))} ${now.waiting === 1 ? 'customer waits' : 'customers wait'}, the longest for ${text(ticking(age))}${where}`;
}

