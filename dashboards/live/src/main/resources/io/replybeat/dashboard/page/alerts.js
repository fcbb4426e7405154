// Alerts and surges: what should somebody look at, since when, and has somebody?

import { element, keep, mark, say } from './dom.js';
import { ago, count, score, text, words } from './format.js';
import { Panel, nothing } from './panel.js';

export const SEVERITY_SIGNS = { critical: '◆', warning: '▲' };

/** One word for where an alert stands in its life. */
export const life = (alert) => (alert.state === 'resolved' ? 'over' : alert.acknowledged ? 'acknowledged' : 'firing');

/** A value in the unit that its measure's name tells; nothing when there is none. */
export function written(measure, value) {
  if (value === null || value === undefined) return '';
  if (/share/.test(measure)) return `${Math.round(value * 100)} %`;
  return /score/.test(measure) ? text(score(value)) : String(Math.round(value * 10) / 10);
}

/** The measure as a sentence: 75 messages, usual 12, told from 40. */
export function measured({ measure, value, expected, threshold }) {
  const of = (word, v) => (written(measure, v) ? `${word} ${written(measure, v)}` : '');
  return [written(measure, value) && `${written(measure, value)} ${measure}`, of('usual', expected), of('told from', threshold)].filter(Boolean).join(', ');
}

/** Whether the list is all there is; nothing to say when it is. */
export const leftOut = (shown, inAll) => (inAll > shown ? `${text(count(shown))} of ${text(count(inAll))} shown; choose a brand or a shorter time` : '');

export class Alerts {
  constructor(page) {
    this.page = page;
    this.groups = [
      { state: 'firing', list: element('ul', 'alerts') },
      { state: 'resolved', list: element('ul', 'alerts') },
    ];
    this.quiet = nothing('Nothing fires', 'What needs somebody appears here by itself, with what is usual and what caused it.');
    this.none = nothing('None in this time', 'Choose a longer range to see what was.');
    this.firing = new Panel(page, 'Firing', { csv: 'alerts', wide: true, name: 'firing' }, this.quiet, this.groups[0].list);
    this.over = new Panel(page, 'Over', { wide: true, name: 'over' }, this.none, this.groups[1].list);
    this.groups.forEach(({ list }) => (list.dataset.list = 'alerts'));
    this.more = element('p', 'soft');
    this.node = element('div', 'tab', this.more, this.firing.node, this.over.node);
  }

  update({ alerts, alerts_in_all }) {
    this.firing.update();
    say(this.more, leftOut(alerts.length, alerts_in_all));
    this.more.hidden = this.more.textContent === '';
    const [firing, over] = this.groups.map(({ state }) => alerts.filter((alert) => alert.state === state));
    this.quiet.hidden = firing.length > 0;
    this.none.hidden = over.length > 0;
    keep(this.groups[0].list, firing, (alert) => alert.id, () => new Item(this.page));
    keep(this.groups[1].list, over, (alert) => alert.id, () => new Item(this.page));
  }

  tick() {
    for (const { list } of this.groups) list.kept?.forEach((item) => item.tick());
  }
}

/** One alert of the list: a link to what is behind it. */
class Item {
  constructor(page) {
    this.page = page;
    this.sign = element('span', 'sign');
    this.title = element('a', 'alert-title');
    this.state = element('span', 'life');
    this.age = element('span', 'age');
    this.where = element('p', 'where');
    this.why = element('p', 'why');
    this.ack = element('p', 'ack');
    const head = element('p', 'alert-head', this.sign, this.title, this.state, this.age);
    this.node = element('li', 'alert', head, this.where, this.why, this.ack);
  }

  update(alert) {
    this.alert = alert;
    mark(this.node, 'data-severity', alert.severity);
    mark(this.node, 'data-life', life(alert));
    mark(this.title, 'href', this.page.href({ alert: alert.id, topic: '', sentiment: '', conversation: '', author: '' }));
    mark(this.title, 'aria-current', this.page.view.alert === alert.id ? 'true' : null);
    say(this.sign, `${SEVERITY_SIGNS[alert.severity] ?? ''} ${alert.severity}`);
    say(this.title, alert.title);
    say(this.state, alert.muted ? `${life(alert)}, muted` : life(alert));
    say(this.where, [words(alert.rule), alert.brand, alert.cut === 'brand' ? '' : `${alert.cut} ${alert.subject}`, measured(alert)].filter(Boolean).join(' · '));
    say(this.why, this.page.clock.within(alert.why ?? ''));
    const { acknowledged } = alert;
    this.ack.hidden = !acknowledged;
    say(this.ack, acknowledged ? `✓ ${acknowledged.by} since ${this.page.clock.write('minute', acknowledged.at)}${acknowledged.note ? `: ${acknowledged.note}` : ''}` : '');
    this.tick();
  }

  tick() {
    const { alert, page } = this;
    const since = Date.parse(alert.since);
    const end = alert.resolved_at ? Date.parse(alert.resolved_at) : page.clock.now();
    const lasts = text(ago((end - since) / 1000));
    say(this.age, alert.resolved_at ? `${page.clock.write('dated', since)}, lasted ${lasts}` : `since ${page.clock.write('minute', since)}, ${lasts}`);
  }
}
