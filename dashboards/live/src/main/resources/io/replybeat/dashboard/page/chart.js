// How did it go over time? Lines over bars, for the eye, the pointer, the keyboard and the screen reader alike.

import { drawn, element, mark, say } from './dom.js';
import { brief, byUnit, count, text } from './format.js';
import { axis, timeTicks, windowSeconds } from './scale.js';

const LEFT = 52;
const RIGHT = 18;
const TOP = 10;
const BOTTOM = 22;
const BARS_SHARE = 0.34; // of the height, when there are lines above
const DRAG = 6; // pixels: less is a click
const open = new Set(); // charts on the page: a pointer on one shows the same instant on all

/**
 * @typedef {{key: string, title: string, unit: string, tone: string, values: (?number)[]}} Series
 * @typedef {{from: number, to: number, title: string, severity: string}} Mark a span worth seeing, in seconds
 */
export class Chart {
  constructor(page, title, { zoomable = true } = {}) {
    this.page = page;
    this.title = title;
    this.zoomable = zoomable;
    this.svg = drawn('svg', { 'aria-hidden': 'true' });
    this.readout = element('p', 'readout');
    this.empty = element('p', 'chart-empty');
    this.plot = element('div', 'plot', this.svg, this.empty);
    this.plot.tabIndex = 0;
    mark(this.plot, 'role', 'slider');
    mark(this.plot, 'aria-orientation', 'horizontal');
    this.summary = element('figcaption', 'unseen');
    this.rows = element('div', 'rows');
    this.data = element('details', 'data', element('summary', '', 'As a table'), this.rows);
    this.data.addEventListener('toggle', () => this.#table());
    this.node = element('figure', 'chart', this.summary, this.readout, this.plot, this.data);
    this.at = null;
    this.#listen();
    new ResizeObserver(() => this.model && this.#draw()).observe(this.plot);
  }

  /**
   * @param {{starts: number[], window: string, lines: Series[], bars: Series[], marks?: Mark[], levels?: {value: number, title: string, tone: string}[], none: string}} model
   */
  update(model) {
    this.model = { marks: [], levels: [], ...model };
    this.every = windowSeconds(model.window);
    if (this.at !== null && this.at >= model.starts.length) this.at = null;
    open.add(this);
    this.#draw();
    this.#say();
    this.#table();
  }

  // ---- drawing

  #draw() {
    const { starts, lines, bars, none } = this.model;
    const width = Math.floor(this.plot.clientWidth);
    const height = Math.floor(this.plot.clientHeight);
    if (width < 80 || height < 50) return;
    const measured = [...lines, ...bars].some((s) => s.values.some((v) => v !== null && (s.unit !== 'count' || v !== 0)));
    say(this.empty, measured ? '' : none);
    mark(this.svg, 'viewBox', `0 0 ${width} ${height}`);
    this.box = { left: LEFT, right: width - RIGHT, top: TOP, bottom: height - BOTTOM };
    const { left, right, top, bottom } = this.box;
    this.from = starts[0] ?? 0;
    this.to = (starts.at(-1) ?? 0) + this.every;
    this.x = (seconds) => left + ((seconds - this.from) / Math.max(1, this.to - this.from)) * (right - left);
    const split = lines.length > 0 && bars.length > 0 ? bottom - (bottom - top) * BARS_SHARE : bars.length > 0 ? top : bottom;
    const pieces = [...this.#times(), ...this.#marks()];
    if (bars.length > 0) pieces.push(...this.#bars(bars, split + (lines.length > 0 ? 16 : 0), bottom));
    if (lines.length > 0) pieces.push(...this.#lines(lines, top, split));
    this.pointer = drawn('g', { class: 'pointer' });
    this.svg.replaceChildren(...(starts.length > 0 ? pieces : []), this.pointer);
    this.#point();
  }

  #times() {
    const { left, right, bottom, top } = this.box;
    const days = this.to - this.from > 3 * 86400;
    return timeTicks(this.from, this.to, Math.max(2, Math.floor((right - left) / 78)), (s) => this.page.clock.offset(s)).flatMap((at) => [
      drawn('line', { class: 'grid', x1: this.x(at), x2: this.x(at), y1: top, y2: bottom }),
      drawn('text', { class: 'tick', x: this.x(at), y: bottom + 15, 'text-anchor': 'middle' }, this.page.clock.write(days ? 'day' : 'minute', at * 1000)),
    ]);
  }

  #marks() {
    const { left, right, top, bottom } = this.box;
    return this.model.marks.flatMap(({ from, to, title, severity }) => {
      const x1 = Math.max(left, this.x(from));
      const x2 = Math.min(right, this.x(to));
      if (x2 < left || x1 > right) return [];
      return [
        drawn('rect', { class: 'mark', 'data-severity': severity, x: x1, y: top, width: Math.max(2, x2 - x1), height: bottom - top }, drawn('title', {}, title)),
        drawn('line', { class: 'mark-edge', 'data-severity': severity, x1, x2: x1, y1: top, y2: bottom }),
      ];
    });
  }

  #bars(bars, top, bottom) {
    const { starts } = this.model;
    const sums = starts.map((_, i) => bars.reduce((sum, s) => sum + (s.values[i] ?? 0), 0));
    const scale = axis('count', [...sums, ...this.#levels(bars)], top > this.box.top ? 2 : 4);
    const y = (v) => bottom - ((v - scale.low) / (scale.high - scale.low)) * (bottom - top);
    const wide = Math.max(1, this.x(this.from + this.every) - this.x(this.from) - 1.5);
    const heights = starts.map(() => 0);
    const pieces = this.#grid(scale, 'count', y);
    for (const s of bars) {
      let path = '';
      s.values.forEach((v, i) => {
        if (!v) return;
        const foot = y(heights[i]);
        heights[i] += v;
        path += `M${this.x(starts[i]).toFixed(1)} ${foot.toFixed(1)}V${y(heights[i]).toFixed(1)}h${wide.toFixed(1)}V${foot.toFixed(1)}Z`;
      });
      pieces.push(drawn('path', { class: 'bars', 'data-tone': s.tone, d: path }));
    }
    if (this.model.lines.length === 0) pieces.push(...this.#levelLines(y));
    return pieces;
  }

  #lines(lines, top, bottom) {
    const { starts } = this.model;
    const { unit } = lines[0];
    const scale = axis(unit, [...lines.flatMap((s) => s.values), ...this.#levels(lines)], 4);
    const y = (v) => bottom - ((v - scale.low) / (scale.high - scale.low)) * (bottom - top);
    const pieces = this.#grid(scale, unit, y);
    for (const s of lines) {
      let path = '';
      let alone = '';
      s.values.forEach((v, i) => {
        if (v === null) return;
        const point = `${this.x(starts[i] + this.every / 2).toFixed(1)} ${y(v).toFixed(1)}`;
        const after = (s.values[i - 1] ?? null) !== null;
        path += `${after ? 'L' : 'M'}${point}`;
        if (!after && (s.values[i + 1] ?? null) === null) alone += `M${point}h0`;
      });
      pieces.push(drawn('path', { class: 'line', 'data-tone': s.tone, d: path }), drawn('path', { class: 'line alone', 'data-tone': s.tone, d: alone }));
    }
    return [...pieces, ...this.#levelLines(y)];
  }

  #levels(series) {
    return series === this.model.lines || this.model.lines.length === 0 ? this.model.levels.map((l) => l.value) : [];
  }

  #levelLines(y) {
    const { left, right } = this.box;
    return this.model.levels.flatMap(({ value, title, tone }) => [
      drawn('line', { class: 'level', 'data-tone': tone, x1: left, x2: right, y1: y(value), y2: y(value) }),
      drawn('text', { class: 'level-name', 'data-tone': tone, x: right - 4, y: y(value) - 4, 'text-anchor': 'end' }, title),
    ]);
  }

  #grid({ ticks }, unit, y) {
    const { left, right } = this.box;
    return ticks.flatMap((v) => [
      drawn('line', { class: v === 0 ? 'grid zero' : 'grid', x1: left, x2: right, y1: y(v), y2: y(v) }),
      drawn('text', { class: 'tick', x: left - 6, y: y(v) + 4, 'text-anchor': 'end' }, brief(unit, v)),
    ]);
  }

  // ---- words

  #words(s, i) {
    const v = s.values[i];
    return `${s.title} ${v === null || v === undefined ? '–' : text(s.unit === 'count' ? count(v) : byUnit(s.unit, v))}`;
  }

  #moment(i) {
    return this.page.clock.write(this.every >= 86400 ? 'day' : this.to - this.from > 86400 ? 'moment' : 'minute', this.model.starts[i] * 1000);
  }

  #say() {
    const { starts, lines, bars, none } = this.model;
    const all = [...lines, ...bars];
    const sentences = all.map((s) => this.#sentence(s)).filter(Boolean);
    say(this.summary, `${this.title}. ${sentences.length > 0 ? sentences.join(' ') : none}`);
    mark(this.plot, 'aria-label', `${this.title} over time. Arrow keys read it point by point${this.zoomable ? ', with Shift they choose a span, Enter zooms in' : ''}`);
    mark(this.plot, 'aria-valuemin', 0);
    mark(this.plot, 'aria-valuemax', Math.max(0, starts.length - 1));
    this.#point();
  }

  #sentence(s) {
    const known = s.values.flatMap((v, i) => (v === null ? [] : [i]));
    if (known.length === 0) return '';
    const write = (i) => `${text(byUnit(s.unit, s.values[i]))} at ${this.#moment(i)}`;
    const highest = known.reduce((a, b) => (s.values[b] > s.values[a] ? b : a));
    const lowest = known.reduce((a, b) => (s.values[b] < s.values[a] ? b : a));
    return `${s.title}: lately ${write(known.at(-1))}, highest ${write(highest)}, lowest ${write(lowest)}.`;
  }

  #point() {
    if (!this.pointer) return;
    const { starts, lines, bars } = this.model;
    const i = this.at ?? starts.length - 1;
    if (i < 0) {
      say(this.readout, '');
      return;
    }
    const words = [...lines, ...bars].map((s) => this.#words(s, i));
    this.readout.replaceChildren(
      element('span', 'when', this.at === null ? `${this.#moment(i)}, still growing` : this.#moment(i)),
      ...[...lines, ...bars].map((s, n) => {
        const item = element('span', 'key', words[n]);
        item.dataset.tone = s.tone;
        return item;
      }),
    );
    mark(this.plot, 'aria-valuenow', i);
    mark(this.plot, 'aria-valuetext', `${this.#moment(i)}: ${words.join(', ')}`);
    const pieces = [];
    if (this.at !== null) {
      const x = this.x(starts[i] + this.every / 2);
      pieces.push(drawn('line', { x1: x, x2: x, y1: this.box.top, y2: this.box.bottom }));
    }
    if (this.begun !== undefined && this.at !== null) {
      const [a, b] = [Math.min(this.begun, this.at), Math.max(this.begun, this.at)];
      const x = this.x(starts[a]);
      pieces.unshift(drawn('rect', { x, y: this.box.top, width: this.x(starts[b] + this.every) - x, height: this.box.bottom - this.box.top }));
    }
    this.pointer.replaceChildren(...pieces);
  }

  #table() {
    if (!this.data.open || !this.model) return;
    const { starts, lines, bars } = this.model;
    const all = [...lines, ...bars];
    const head = element('tr', '', ...['From', ...all.map((s) => s.title)].map((title) => element('th', '', title)));
    const rows = starts.map((_, i) =>
      element('tr', '', element('th', '', this.#moment(i)), ...all.map((s) => element('td', '', s.values[i] === null ? '–' : text(byUnit(s.unit, s.values[i]))))),
    );
    this.rows.tabIndex = 0;
    mark(this.rows, 'role', 'group');
    mark(this.rows, 'aria-label', `${this.title}, as a table`);
    this.rows.replaceChildren(element('table', 'points', element('thead', '', head), element('tbody', '', ...rows.reverse())));
  }

  // ---- pointer and keys

  #listen() {
    this.plot.addEventListener('pointermove', (event) => this.#move(this.#index(event)));
    this.plot.addEventListener('pointerleave', () => this.begun === undefined && this.#move(null));
    this.plot.addEventListener('pointerdown', (event) => {
      if (!this.zoomable || event.button !== 0 || this.#index(event) === null) return;
      this.begun = this.#index(event);
      this.begunX = event.clientX;
      this.plot.setPointerCapture(event.pointerId);
    });
    this.plot.addEventListener('pointerup', (event) => {
      if (this.begun !== undefined && Math.abs(event.clientX - this.begunX) > DRAG) this.#zoom();
      this.#forget();
    });
    this.plot.addEventListener('pointercancel', () => this.#forget());
    this.plot.addEventListener('dblclick', () => this.zoomable && this.page.view.from && this.page.go({ from: '', to: '' }));
    this.plot.addEventListener('blur', () => {
      this.#forget();
      this.#move(null);
    });
    this.plot.addEventListener('keydown', (event) => this.#key(event));
  }

  #key(event) {
    if (!this.model) return;
    const last = this.model.starts.length - 1;
    const here = this.at ?? last;
    const to = { ArrowLeft: here - 1, ArrowRight: here + 1, ArrowDown: here - 1, ArrowUp: here + 1, Home: 0, End: last, PageUp: here - 10, PageDown: here + 10 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      if (!event.shiftKey) this.begun = undefined;
      else if (this.zoomable) this.begun ??= here;
      this.#move(Math.max(0, Math.min(last, to)));
    } else if (event.key === 'Enter' && this.begun !== undefined) {
      this.#zoom();
      this.#forget();
    } else if (event.key === 'Escape' && this.begun !== undefined) {
      event.stopPropagation();
      this.#forget();
    }
  }

  #index(event) {
    const { starts } = this.model ?? { starts: [] };
    if (starts.length === 0 || !this.x) return null;
    const { left, right } = this.box;
    const x = event.clientX - this.plot.getBoundingClientRect().left;
    return Math.max(0, Math.min(starts.length - 1, Math.floor(((x - left) / (right - left)) * starts.length)));
  }

  #move(i) {
    this.at = i;
    const start = i === null ? null : this.model.starts[i];
    for (const chart of open) {
      if (!chart.node.isConnected) open.delete(chart);
      else if (chart !== this && chart.model) chart.follow(start);
    }
    this.#point();
  }

  /** The same instant as on the chart that is pointed at. */
  follow(start) {
    const at = start === null ? -1 : this.model.starts.indexOf(start);
    this.at = at < 0 ? null : at;
    this.#point();
  }

  #zoom() {
    const { starts } = this.model;
    const [a, b] = [Math.min(this.begun, this.at), Math.max(this.begun, this.at)];
    const iso = (seconds) => new Date(seconds * 1000).toISOString().replace('.000', '');
    this.page.go({ from: iso(starts[a]), to: iso(starts[b] + this.every) });
  }

  #forget() {
    this.begun = undefined;
    this.#point();
  }
}

/** The series of a snapshot by its key, ready to draw. */
export function series(page, points, key, tone, title = page.definitions.title(key)) {
  const about = page.definitions.about(key);
  const values = points.series[key];
  return about && values ? [{ key, title, unit: about.unit, tone, values }] : [];
}

/** The spans of alerts, to be drawn behind a chart. */
export const alertMarks = (alerts, rules, nowMs) =>
  alerts
    .filter((alert) => rules.includes(alert.rule) && !alert.muted)
    .map((alert) => ({ from: Date.parse(alert.since) / 1000, to: Date.parse(alert.resolved_at ?? new Date(nowMs).toISOString()) / 1000, title: alert.title, severity: alert.severity }));
