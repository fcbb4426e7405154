// How are numbers written? Pure functions: no page, no clock.

/** A part of a written number: digits large, unit small. */
const part = (digits, unit) => ({ digits: String(digits), unit });
export const MINUS = '\u2212';
const two = (n) => String(n).padStart(2, '0');

/**
 * Seconds as the two largest units that matter: 42 s, 4 min 12 s, 1 h 05 min, 2 d 3 h.
 * @param {number} seconds
 * @returns {{digits: string, unit: string}[]}
 */
export function duration(seconds) {
  const s = Math.max(0, Math.floor(seconds));
  if (s < 60) return [part(s, 's')];
  if (s < 3600) return [part(Math.floor(s / 60), 'min'), part(two(s % 60), 's')];
  if (s < 86400) return [part(Math.floor(s / 3600), 'h'), part(two(Math.floor((s % 3600) / 60)), 'min')];
  return [part(Math.floor(s / 86400), 'd'), part(Math.floor((s % 86400) / 3600), 'h')];
}

/**
 * A running wait, so that every second is seen: 0:42 min, 1 h 05:09, and 2 d 3 h where seconds no longer matter.
 * @param {number} seconds
 */
export function ticking(seconds) {
  const s = Math.max(0, Math.floor(seconds));
  if (s >= 86400) return duration(s);
  const hours = Math.floor(s / 3600);
  const minutes = Math.floor((s % 3600) / 60);
  const clock = (m) => `${m}:${two(s % 60)}`;
  return hours > 0 ? [part(hours, 'h'), part(clock(two(minutes)), '')] : [part(clock(minutes), 'min')];
}

/** How long ago, in its largest unit alone: beside a running wait a second hand would only be noise. */
export function ago(seconds) {
  const s = Math.max(0, Math.floor(seconds));
  if (s < 60) return [part(s, 's')];
  if (s < 3600) return [part(Math.floor(s / 60), 'min')];
  if (s < 172800) return [part(Math.floor(s / 3600), 'h')];
  return [part(Math.floor(s / 86400), 'd')];
}

/**
 * A share as per cent with one decimal. Only all is 100 %, and only none is 0 %.
 * @param {number} share usually between 0 and 1; more than all of it where two crowds are compared, less than nothing where one is taken off
 */
export function percent(share) {
  if (share < 0) return percent(-share).map((p) => part(MINUS + p.digits, p.unit));
  if (share === 0 || share === 1) return [part(share * 100, '%')];
  const rounded = Math.round(share * 1000) / 10;
  return [part((share < 1 ? Math.min(99.9, Math.max(0.1, rounded)) : Math.max(100.1, rounded)).toFixed(1), '%')];
}

/** From −1 to 1, always with its sign: which side of zero is what it says. */
export function score(value) {
  const rounded = Math.round(Math.abs(value) * 100) / 100;
  return [part((rounded === 0 ? '' : value < 0 ? MINUS : '+') + rounded.toFixed(2), '')];
}

/** 12,345; a million and more as 1.2 M, because nobody reads seven digits from across a room. */
export function count(n) {
  if (n >= 1e6) return [part((Math.floor(n / 1e5) / 10).toFixed(1), 'M')];
  return [part(String(Math.trunc(n)).replace(/\B(?=(\d{3})+$)/g, ','), '')];
}

/** By the unit that the server gives with a number. */
export function byUnit(unit, value) {
  if (unit === 'seconds') return duration(value);
  if (unit === 'share') return percent(value);
  if (unit === 'score') return score(value);
  return count(value);
}

export const text = (parts) => parts.map((p) => (p.unit ? `${p.digits} ${p.unit}` : p.digits)).join(' ');

/** At an axis: the shortest that still tells neighbours apart. */
export function brief(unit, value) {
  if (unit === 'seconds') return value < 60 ? `${value} s` : value < 3600 ? `${round(value / 60)} min` : value < 86400 ? `${round(value / 3600)} h` : `${round(value / 86400)} d`;
  if (unit === 'share') return `${value < 0 ? MINUS : ''}${round(Math.abs(value) * 100)} %`;
  if (unit === 'score') return `${value < 0 ? MINUS : value > 0 ? '+' : ''}${Math.abs(value)}`;
  return Math.abs(value) >= 1000 ? `${round(value / 1000)} k` : String(value);
}

const round = (n) => Math.round(n * 100) / 100;

/** A name from the wire as words: first_response is "first response". */
export const words = (name) => name.replaceAll('_', ' ');

/** "up to 15 min", "15 min to 1 h", … from the upper ends of the age bands in seconds, youngest first. */
export function bandNames(ends) {
  const whole = (s) => (s % 3600 === 0 ? `${s / 3600} h` : `${s / 60} min`);
  return [...ends.map((end, i) => (i === 0 ? `up to ${whole(end)}` : `${whole(ends[i - 1])} to ${whole(end)}`)), `over ${whole(ends[ends.length - 1])}`];
}
