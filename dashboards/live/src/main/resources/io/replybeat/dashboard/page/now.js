// Now: who waits, for how long, and whose promise is about to break? True at this second, whatever the range.

import { SEVERITY_SIGNS, life } from './alerts.js';
import { Backlog, legend } from './backlog.js';
import { element, keep, mark, say } from './dom.js';
import { count, text, ticking } from './format.js';
import { Oldest } from './oldest.js';
import { Split } from './split.js';
import { Tile } from './tile.js';

const CUTS = ['brand', 'network', 'team', 'tier'];
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
    this.oldest = new Oldest(page);
    this.splits = CUTS.map((cut) => new Split(page, cut));
    this.node = element(
      'div',
      'tab',
      this.headline,
      element('section', 'tiles', waiting.node, oldest_since.node, breached.node, at_risk.node, open.node),
      this.strip,
      element('section', 'backlog', this.backlog.node, this.legend),
      this.oldest.node,
      element('div', 'grid four', ...this.splits.map((split) => split.node)),
    );
  }

  update({ now, alerts }) {
    this.now = now;
    this.#alerts(alerts.filter((alert) => life(alert) === 'firing' && !alert.muted).slice(0, MOST_ALERTS));
    this.#number('waiting', now.waiting, now.waiting === 0 ? 'nobody waits' : now.waiting === 1 ? 'customer' : 'customers');
    this.#number('breached', now.breached, now.breached === 0 ? 'no promise is broken' : 'and still no answer');
    this.#number('at_risk', now.at_risk, `due within ${text(ticking(now.at_risk_within)).replace(':00', '')}`);
    this.#number('open', now.open, now.open === 1 ? 'conversation' : 'conversations');
    this.backlog.update(now.bands, now.band_ends);
    if (this.legend.childElementCount === 0) this.legend.append(legend(now.band_ends));
    this.oldest.update(now);
    this.splits.forEach((split) => split.update(now));
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
    this.oldest.tick();
    this.splits.forEach((split) => split.tick());
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
}

/** The whole tab in a sentence. */
export function headline(now, age) {
  if (now.waiting === 0) return 'Nobody waits.';
  const first = now.oldest[0];
  const where = first ? ` at ${first.brand}` : '';
  return `${text(count(now.waiting))} ${now.waiting === 1 ? 'customer waits' : 'customers wait'}, the longest for ${text(ticking(age))}${where}`;
}

