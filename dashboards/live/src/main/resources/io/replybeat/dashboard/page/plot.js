// Where does a chart draw what? Lines above, bars beneath, spans behind, levels across: SVG only, coloured by the style sheet.

import { drawn, mark } from './dom.js';
import { brief } from './format.js';
import { axis, timeTicks } from './scale.js';

// In letters, so that a wall screen's larger type finds its room.
const LEFT = 3.6;
const RIGHT = 1.4;
const TOP = 0.7;
const BOTTOM = 1.6;
const BETWEEN = 1.2; // lines and bars, so that their axes do not touch
const BARS_SHARE = 0.34; // of the height, when there are lines above

export class Plot {
  constructor(clock) {
    this.clock = clock;
    this.node = drawn('svg', { 'aria-hidden': 'true' });
    this.pointer = drawn('g', { class: 'pointer' });
  }

  /** @returns {boolean} whether there was room to draw */
  draw(model, every, width, height) {
    const letter = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    if (width < 5 * letter || height < 4 * letter) return false;
    const { starts, lines, bars } = model;
    this.model = model;
    this.every = every;
    this.letter = letter;
    this.box = { left: LEFT * letter, right: width - RIGHT * letter, top: TOP * letter, bottom: height - BOTTOM * letter };
    this.from = starts[0] ?? 0;
    this.to = (starts.at(-1) ?? 0) + every;
    mark(this.node, 'data-marks', model.marks.length > 1 ? 'many' : null);
    mark(this.node, 'viewBox', `0 0 ${width} ${height}`);
    const { top, bottom } = this.box;
    const split = lines.length === 0 ? top : bars.length === 0 ? bottom : bottom - (bottom - top) * BARS_SHARE;
    const pieces = starts.length === 0 ? [] : [...this.#times(), ...this.#marks()];
    if (starts.length > 0 && bars.length > 0) pieces.push(...this.#bars(bars, lines.length > 0 ? split + BETWEEN * letter : top, bottom));
    if (starts.length > 0 && lines.length > 0) pieces.push(...this.#lines(lines, top, split));
    this.node.replaceChildren(...pieces, this.pointer);
    return true;
  }

  x(seconds) {
    const { left, right } = this.box;
    return left + ((seconds - this.from) / Math.max(1, this.to - this.from)) * (right - left);
  }

  /** Which point lies at so many pixels from the left; null when there is none. */
  index(pixels) {
    const count = this.model?.starts.length ?? 0;
    if (count === 0) return null;
    const { left, right } = this.box;
    return Math.max(0, Math.min(count - 1, Math.floor(((pixels - left) / (right - left)) * count)));
  }

  /** A line at a point, and the span that is being chosen. */
  point(at, begun) {
    if (!this.box) return;
    const { starts } = this.model;
    const { top, bottom } = this.box;
    const pieces = [];
    if (at !== null && begun !== undefined) {
      const x = this.x(starts[Math.min(begun, at)]);
      pieces.push(drawn('rect', { x, y: top, width: this.x(starts[Math.max(begun, at)] + this.every) - x, height: bottom - top }));
    }
    if (at !== null) {
      const x = this.x(starts[at] + this.every / 2);
      pieces.push(drawn('line', { x1: x, x2: x, y1: top, y2: bottom }));
    }
    this.pointer.replaceChildren(...pieces);
  }

  #times() {
    const { left, right, bottom, top } = this.box;
    const days = this.to - this.from > 3 * 86400;
    const most = Math.max(2, Math.floor((right - left) / (5.5 * this.letter)));
    return timeTicks(this.from, this.to, most, (s) => this.clock.offset(s)).flatMap((at) => [
      drawn('line', { class: 'grid', x1: this.x(at), x2: this.x(at), y1: top, y2: bottom }),
      drawn('text', { class: 'tick', x: this.x(at), y: bottom + 1.15 * this.letter, 'text-anchor': 'middle' }, this.clock.write(days ? 'day' : 'minute', at * 1000)),
    ]);
  }

  #marks() {
    const { left, right, top, bottom } = this.box;
    // One is a band to read the curve against; many would only be a curtain, so they are a line above it.
    const height = this.model.marks.length === 1 ? bottom - top : 0.35 * this.letter;
    return this.model.marks.flatMap(({ from, to, title, severity }) => {
      const x1 = Math.max(left, this.x(from));
      const x2 = Math.min(right, this.x(to));
      if (x2 < left || x1 > right) return [];
      return [
        drawn('rect', { class: 'mark', 'data-severity': severity, x: x1, y: top, width: Math.max(2, x2 - x1), height }, drawn('title', {}, title)),
        drawn('line', { class: 'mark-edge', 'data-severity': severity, x1, x2: x1, y1: top, y2: top + height }),
      ];
    });
  }

  #bars(bars, top, bottom) {
    const { starts, lines } = this.model;
    const alone = lines.length === 0;
    const sums = starts.map((_, i) => bars.reduce((sum, s) => sum + (s.values[i] ?? 0), 0));
    const scale = axis('count', alone ? [...sums, ...this.#levels()] : sums, alone ? 4 : 2);
    const y = rise(scale, top, bottom);
    const wide = Math.max(1, this.x(this.from + this.every) - this.x(this.from) - 1.5);
    const reached = starts.map(() => 0);
    const pieces = this.#grid(scale, 'count', y);
    for (const s of bars) {
      let path = '';
      s.values.forEach((v, i) => {
        if (!v) return;
        const foot = y(reached[i]);
        reached[i] += v;
        path += `M${this.x(starts[i]).toFixed(1)} ${foot.toFixed(1)}V${y(reached[i]).toFixed(1)}h${wide.toFixed(1)}V${foot.toFixed(1)}Z`;
      });
      pieces.push(drawn('path', { class: 'bars', 'data-tone': s.tone, d: path }));
    }
    return alone ? [...pieces, ...this.#levelLines(y)] : pieces;
  }

  #lines(lines, top, bottom) {
    const scale = axis(lines[0].unit, [...lines.flatMap((s) => s.values), ...this.#levels()], 4);
    const y = rise(scale, top, bottom);
    return [...this.#grid(scale, lines[0].unit, y), ...lines.flatMap((s) => this.#line(s, y)), ...this.#levelLines(y)];
  }

  /** Where nothing was measured the line has a gap; a point between two gaps is a dot. */
  #line({ values, tone }, y) {
    const { starts } = this.model;
    let path = '';
    let dots = '';
    values.forEach((v, i) => {
      if (v === null) return;
      const point = `${this.x(starts[i] + this.every / 2).toFixed(1)} ${y(v).toFixed(1)}`;
      const goesOn = (values[i - 1] ?? null) !== null;
      path += `${goesOn ? 'L' : 'M'}${point}`;
      if (!goesOn && (values[i + 1] ?? null) === null) dots += `M${point}h0`;
    });
    return [drawn('path', { class: 'line', 'data-tone': tone, d: path }), drawn('path', { class: 'line alone', 'data-tone': tone, d: dots })];
  }

  #levels() {
    return this.model.levels.map((level) => level.value);
  }

  #levelLines(y) {
    const { left, right } = this.box;
    return this.model.levels.flatMap(({ value, title, tone }) => [
      drawn('line', { class: 'level', 'data-tone': tone, x1: left, x2: right, y1: y(value), y2: y(value) }),
      drawn('text', { class: 'level-name', 'data-tone': tone, x: left + 4, y: y(value) - this.box.top < this.letter ? y(value) + 0.9 * this.letter : y(value) - 4 }, title),
    ]);
  }

  #grid({ ticks }, unit, y) {
    const { left, right } = this.box;
    return ticks.flatMap((v) => [
      drawn('line', { class: v === 0 ? 'grid zero' : 'grid', x1: left, x2: right, y1: y(v), y2: y(v) }),
      drawn('text', { class: 'tick', x: left - 0.45 * this.letter, y: y(v) + 0.28 * this.letter, 'text-anchor': 'end' }, brief(unit, v)),
    ]);
  }
}

const rise = ({ low, high }, top, bottom) => (v) => bottom - ((v - low) / (high - low)) * (bottom - top);
