// A surge as it grew: every message at its minute, as large as its author's audience, answered or not.

import { drawn, element, mark } from './dom.js';
import { count, text, words } from './format.js';
import { timeTicks } from './scale.js';
import { joined } from './view.js';

const WIDTH = 640;
const ROW = 26;
const MOST_ROWS = 12;
const LEFT = 40;
const BOTTOM = 24;

export class Story {
  /** @param {object[]} written messages as documents: they know the authors' handles */
  constructor(page, callout, written) {
    this.page = page;
    this.callout = callout;
    this.authors = new Map(many(callout.authors).map((author) => [author.id, author]));
    this.messages = many(callout.messages);
    this.handles = new Map(written.map(({ author }) => [author?.id, author?.handle]));
    this.height = BOTTOM + 20 + Math.min(MOST_ROWS, this.authors.size) * ROW;
  }

  nodes() {
    const { author_count: authors, message_count: all, answered_count: answered, reach } = this.callout;
    const summary = `${text(count(authors ?? 0))} ${authors === 1 ? 'author' : 'authors'} with ${text(count(reach ?? 0))} followers wrote ${text(count(all ?? 0))} ${all === 1 ? 'message' : 'messages'}, ${text(count(answered ?? 0))} of them answered${this.callout.ended_by ? `; over: ${this.callout.ended_by}` : ''}.`;
    const caption = element('figcaption', '', summary);
    const figure = element('figure', 'story', caption, this.messages.length > 1 ? this.#timeline() : '', this.#legend());
    return [element('h3', '', 'How it grew'), figure, this.#table()];
  }

  #timeline() {
    const times = [...this.messages.flatMap((m) => [m.at, m.answered_at]), this.callout.fired_at].filter(Boolean).map((at) => Date.parse(at) / 1000);
    const from = Math.min(...times);
    const to = Math.max(...times, from + 60);
    const x = (at) => LEFT + ((at - from) / (to - from)) * (WIDTH - LEFT - 20);
    const rows = [...this.authors.keys()].slice(0, MOST_ROWS);
    const y = (author) => 26 + (rows.includes(author) ? rows.indexOf(author) : rows.length - 1) * ROW;
    const svg = drawn('svg', { viewBox: `0 0 ${WIDTH} ${this.height}`, 'aria-hidden': 'true' });
    for (const at of timeTicks(from, to, 6, (s) => this.page.clock.offset(s))) {
      svg.append(drawn('line', { class: 'grid', x1: x(at), x2: x(at), y1: 4, y2: this.height - BOTTOM }), drawn('text', { class: 'tick', x: x(at), y: this.height - 6, 'text-anchor': 'middle' }, this.page.clock.write('minute', at * 1000)));
    }
    svg.append(this.#reach(x));
    for (const author of rows) svg.append(drawn('line', { class: 'grid', x1: LEFT, x2: WIDTH - 10, y1: y(author), y2: y(author) }));
    const told = Date.parse(this.callout.fired_at) / 1000;
    svg.append(drawn('line', { class: 'level', 'data-tone': 'limit', x1: x(told), x2: x(told), y1: 4, y2: this.height - BOTTOM }), drawn('text', { class: 'level-name', 'data-tone': 'limit', x: x(told) + (x(told) > WIDTH * 0.8 ? -4 : 4), y: 12, 'text-anchor': x(told) > WIDTH * 0.8 ? 'end' : 'start' }, 'told'));
    for (const m of this.messages) svg.append(...this.#dot(m, x, y));
    return svg;
  }

  /** The audience as it added up, behind the dots. */
  #reach(x) {
    const points = many(this.callout.timeline);
    const most = Math.max(1, ...points.map((p) => p.reach ?? 0));
    const bottom = this.height - BOTTOM;
    const y = (reach) => bottom - (reach / most) * (bottom - 14);
    const path = points.map((p, i) => `${i === 0 ? `M${x(Date.parse(p.at) / 1000).toFixed(1)} ${bottom}V` : `H${x(Date.parse(p.at) / 1000).toFixed(1)}V`}${y(p.reach ?? 0).toFixed(1)}`).join('');
    return drawn('path', { class: 'reach', d: points.length > 0 ? `${path}H${WIDTH - 20}V${bottom}Z` : '' });
  }

  #dot(m, x, y) {
    const author = this.authors.get(m.author_id);
    const at = Date.parse(m.at) / 1000;
    const radius = 3 + Math.max(0, Math.log10((author?.followers ?? 0) + 1) - 1) * 2;
    const dot = drawn('circle', { class: 'dot', 'data-answered': String(Boolean(m.answered_at)), cx: x(at), cy: y(m.author_id), r: radius });
    if (!m.answered_at) return [dot];
    const answered = x(Date.parse(m.answered_at) / 1000);
    return [drawn('line', { class: 'answer', x1: x(at), x2: answered, y1: y(m.author_id), y2: y(m.author_id) }), dot, drawn('text', { class: 'answer-sign', x: answered, y: y(m.author_id) + 4, 'text-anchor': 'middle' }, '✓')];
  }

  #legend() {
    return element('p', 'soft', 'One row an author, in the order in which they spoke up; the larger the dot, the larger the audience; ✓ an answer; the shade behind is everybody’s reach.');
  }

  #table() {
    const head = element('tr', '', ...['author', 'weight', 'followers', 'first', 'messages', 'answered'].map((title, i) => element('th', i < 2 ? 'text' : '', title)));
    const rows = [...this.authors.values()].map((author) => {
      const theirs = this.messages.filter((m) => m.author_id === author.id);
      const link = element('a', '', this.handles.get(author.id) || author.id);
      mark(link, 'href', this.page.href({ author: joined(theirs[0]?.network, author.id) }));
      const name = element('th', 'text', link);
      name.scope = 'row';
      const cells = [text(count(author.followers ?? 0)), author.first_at ? this.page.clock.write('minute', author.first_at) : '–', String(theirs.length), String(theirs.filter((m) => m.answered_at).length)];
      return element('tr', '', name, element('td', 'text', words(author.weight ?? '')), ...cells.map((cell) => element('td', '', cell)));
    });
    const table = element('div', 'table', element('table', '', element('caption', 'unseen', 'Authors and their reach'), element('thead', '', head), element('tbody', '', ...rows)));
    table.tabIndex = 0;
    mark(table, 'role', 'group');
    mark(table, 'aria-label', 'Authors and their reach');
    return table;
  }
}

/** Elasticsearch writes a list of one as it came: as a list, or alone. */
const many = (value) => (value === undefined || value === null ? [] : Array.isArray(value) ? value : [value]);

