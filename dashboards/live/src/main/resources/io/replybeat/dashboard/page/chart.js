// How did it go over time? For the eye, the pointer, the keyboard and the screen reader alike.

import { element, mark, say } from './dom.js';
import { byUnit, text } from './format.js';
import { Plot } from './plot.js';
import { windowSeconds } from './scale.js';
import { iso } from './view.js';

const DRAG = 6; // pixels: less is a click
const shown = new Set(); // a pointer on one chart shows the same instant on all

/**
 * @typedef {{key: string, title: string, unit: string, tone: string, values: (?number)[]}} Series
 * @typedef {{from: number, to: number, title: string, severity: string}} Mark a span worth seeing, in seconds
 * @typedef {{value: number, title: string, tone: string}} Level
 */
export class Chart {
  constructor(page, title) {
    this.page = page;
    this.title = title;
    this.plot = new Plot(page.clock);
    this.readout = element('p', 'readout');
    this.empty = element('p', 'chart-empty');
    this.area = element('div', 'plot', this.plot.node, this.empty);
    this.area.tabIndex = 0;
    mark(this.area, 'role', 'slider');
    mark(this.area, 'aria-orientation', 'horizontal');
    mark(this.area, 'aria-label', `${title} over time. Arrow keys read it point by point, with Shift they choose a span, Enter zooms in`);
    this.summary = element('figcaption', 'unseen');
    this.rows = element('div', 'rows');
    this.rows.tabIndex = 0;
    mark(this.rows, 'role', 'group');
    mark(this.rows, 'aria-label', `${title}, as a table`);
    this.data = element('details', 'data', element('summary', '', 'As a table'), this.rows);
    this.data.addEventListener('toggle', () => this.#table());
    this.node = element('figure', 'chart', this.summary, this.readout, this.area, this.data);
    this.at = null; // the point that is looked at; null: the latest
    this.#listen();
    new ResizeObserver(() => this.model && this.#draw()).observe(this.area);
  }

  /** @param {{starts: number[], window: string, lines: Series[], bars: Series[], marks?: Mark[], levels?: Level[], none: string}} model */
  update(model) {
    this.model = { marks: [], levels: [], ...model };
    this.series = [...model.lines, ...model.bars];
    this.every = windowSeconds(model.window);
    this.node.hidden = this.series.length === 0; // what is not measured has no curve, not an empty one
    if (this.at !== null && this.at >= model.starts.length) this.at = null;
    shown.add(this);
    this.#draw();
    this.#summary();
    this.#table();
  }

  #draw() {
    if (!this.plot.draw(this.model, this.every, this.area.clientWidth, this.area.clientHeight)) return;
    const measured = this.series.some((s) => s.values.some((v) => v !== null && (s.unit !== 'count' || v !== 0)));
    say(this.empty, measured ? '' : this.model.none);
    mark(this.area, 'data-empty', measured ? null : 'true');
    this.#point();
  }

  // ---- words

  #write(s, i) {
    const v = s.values[i];
    return v === null || v === undefined ? '–' : text(byUnit(s.unit, v));
  }

  #moment(i) {
    const { starts } = this.model;
    const form = this.every >= 86400 ? 'day' : starts.length * this.every > 86400 ? 'moment' : 'minute';
    return this.page.clock.write(form, starts[i] * 1000);
  }

  #summary() {
    const sentences = this.series.map((s) => this.#sentence(s)).filter(Boolean);
    say(this.summary, `${this.title}. ${sentences.length > 0 ? sentences.join(' ') : this.model.none}`);
  }

  #sentence(s) {
    const known = s.values.flatMap((v, i) => (v === null ? [] : [i]));
    if (known.length === 0) return '';
    const write = (i) => `${this.#write(s, i)} at ${this.#moment(i)}`;
    const highest = known.reduce((a, b) => (s.values[b] > s.values[a] ? b : a));
    const lowest = known.reduce((a, b) => (s.values[b] < s.values[a] ? b : a));
    return `${s.title}: lately ${write(known.at(-1))}, highest ${write(highest)}, lowest ${write(lowest)}.`;
  }

  /** The last point that has begun: an alert's chart may reach beyond now. */
  #latest() {
    return this.model.starts.findLastIndex((start) => start * 1000 <= this.page.clock.now());
  }

  /** Shows the point that is looked at, in words and as a line. */
  #point() {
    const { starts } = this.model;
    const i = this.at ?? this.#latest();
    if (i < 0) {
      say(this.readout, '');
      return;
    }
    const growing = (starts[i] + this.every) * 1000 > this.page.clock.now();
    const keys = this.series.map((s) => {
      const key = element('span', 'key', `${s.title} ${this.#write(s, i)}`);
      key.dataset.tone = s.tone;
      return key;
    });
    this.readout.replaceChildren(element('span', 'when', this.#moment(i) + (growing ? ', still growing' : '')), ...keys);
    mark(this.area, 'aria-valuemin', 0);
    mark(this.area, 'aria-valuemax', starts.length - 1);
    mark(this.area, 'aria-valuenow', i);
    mark(this.area, 'aria-valuetext', `${this.#moment(i)}: ${keys.map((key) => key.textContent).join(', ')}`);
    this.plot.point(this.at, this.begun);
  }

  /** Only while it is open: nobody should pay for a table that nobody reads. */
  #table() {
    if (!this.data.open || !this.model) return;
    const head = ['From', ...this.series.map((s) => s.title)].map((title) => element('th', '', title));
    const rows = this.model.starts.map((_, i) => element('tr', '', element('th', '', this.#moment(i)), ...this.series.map((s) => element('td', '', this.#write(s, i)))));
    this.rows.replaceChildren(element('table', 'points', element('thead', '', element('tr', '', ...head)), element('tbody', '', ...rows.reverse())));
  }

  // ---- pointer and keys

  #listen() {
    const index = (event) => this.plot.index(event.clientX - this.area.getBoundingClientRect().left);
    this.area.addEventListener('pointermove', (event) => this.#move(index(event)));
    this.area.addEventListener('pointerleave', () => this.begun === undefined && this.#move(null));
    this.area.addEventListener('pointerdown', (event) => {
      if (event.button !== 0 || index(event) === null) return;
      this.begun = index(event);
      this.begunX = event.clientX;
      this.area.setPointerCapture(event.pointerId);
    });
    this.area.addEventListener('pointerup', (event) => {
      if (this.begun !== undefined && Math.abs(event.clientX - this.begunX) > DRAG) this.#zoom();
      this.#forget();
    });
    this.area.addEventListener('pointercancel', () => this.#forget());
    this.area.addEventListener('dblclick', () => this.page.view.from && this.page.go({ from: '', to: '' }));
    this.area.addEventListener('blur', () => {
      this.#forget();
      this.#move(null);
    });
    this.area.addEventListener('keydown', (event) => this.#key(event));
  }

  #key(event) {
    if (!this.model?.starts.length) return;
    const last = this.model.starts.length - 1;
    const here = this.at ?? Math.max(0, this.#latest());
    const to = { ArrowLeft: here - 1, ArrowRight: here + 1, ArrowDown: here - 1, ArrowUp: here + 1, Home: 0, End: last, PageUp: here - 10, PageDown: here + 10 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      this.begun = event.shiftKey ? (this.begun ?? here) : undefined;
      this.#move(Math.max(0, Math.min(last, to)));
    } else if (event.key === 'Enter' && this.begun !== undefined) {
      this.#zoom();
      this.#forget();
    } else if (event.key === 'Escape' && this.begun !== undefined) {
      event.stopPropagation();
      this.#forget();
    }
  }

  #move(i) {
    if (!this.model) return;
    this.at = i;
    this.#point();
    const start = i === null ? null : this.model.starts[i];
    for (const chart of shown) {
      if (!chart.node.isConnected) shown.delete(chart);
      else if (chart !== this) chart.follow(start);
    }
  }

  /** The same instant as on the chart that is pointed at. */
  follow(start) {
    const at = start === null ? -1 : this.model.starts.indexOf(start);
    this.at = at < 0 ? null : at;
    this.#point();
  }

  #zoom() {
    const { starts } = this.model;
    const [a, b] = [this.begun, this.at].sort((x, y) => x - y);
    this.page.go({ from: iso(starts[a] * 1000), to: iso((starts[b] + this.every) * 1000) });
  }

  #forget() {
    this.begun = undefined;
    if (this.model) this.#point();
  }
}

/** The series of a snapshot by its key, ready to draw; none when the server does not measure it. */
export function series(page, points, key, tone, title = page.definitions.title(key)) {
  const about = page.definitions.about(key);
  const values = points.series[key];
  return about && values ? [{ key, title, unit: about.unit, tone, values }] : [];
}

/** The spans of alerts, to be drawn behind a chart. */
export const alertMarks = (alerts, rules, nowMs) =>
  alerts
    .filter((alert) => rules.includes(alert.rule) && !alert.muted)
    .map((alert) => ({ from: Date.parse(alert.since) / 1000, to: (alert.resolved_at ? Date.parse(alert.resolved_at) : nowMs) / 1000, title: alert.title, severity: alert.severity }));
