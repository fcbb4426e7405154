// Where do the lines of a chart go? Pure arithmetic of axes.

const TIME_STEPS = [60, 300, 600, 900, 1800, 3600, 7200, 10800, 21600, 43200, 86400, 172800, 604800];
const DURATION_STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 21600, 43200, 86400, 172800, 604800];

/** A step that divides the span into at most so many, and that people count in. */
export function step(unit, span, most) {
  const least = span / most;
  if (unit === 'seconds') return DURATION_STEPS.find((s) => s >= least) ?? Math.ceil(least / 604800) * 604800;
  const power = 10 ** Math.floor(Math.log10(least));
  const nice = [1, 2, 5, 10].map((n) => n * power).find((s) => s >= least * 0.999_999);
  return unit === 'count' ? Math.max(1, nice) : nice;
}

/**
 * From the values to an axis that begins or passes zero, ends on a whole step and is never empty.
 * @returns {{low: number, high: number, ticks: number[]}}
 */
export function axis(unit, values, most = 4) {
  const known = values.filter((v) => v !== null && v !== undefined);
  const top = Math.max(0, ...known);
  const bottom = Math.min(0, ...known);
  const least = unit === 'count' ? 4 : unit === 'seconds' ? 10 : 0.1;
  const size = step(unit, Math.max(top - bottom, least), most);
  const low = Math.floor(bottom / size + 1e-9) * size;
  const high = unit === 'share' && top <= 1 ? Math.min(1, whole(top, size)) : whole(top, size);
  const end = high > low ? high : low + size * most;
  const ticks = [];
  for (let i = 0; low + i * size <= end + size * 1e-6; i++) ticks.push(Number((low + i * size).toPrecision(12)));
  return { low, high: end, ticks };
}

const whole = (value, size) => Math.ceil(value / size - 1e-9) * size;

/**
 * The instants to write under a chart, in seconds, on whole hours or days of the reader's zone.
 * @param {(seconds: number) => number} offset of the zone in seconds at an instant
 */
export function timeTicks(from, to, most, offset) {
  const size = TIME_STEPS.find((s) => (to - from) / s <= most) ?? 604800;
  const ticks = [];
  for (let local = Math.ceil((from + offset(from)) / size) * size; ; local += size) {
    const at = local - offset(local - offset(from));
    if (at > to) return ticks;
    ticks.push(at);
  }
}

/** 1m, 1h, 1d as seconds. */
export const windowSeconds = (name) => Number.parseInt(name, 10) * { m: 60, h: 3600, d: 86400 }[name.at(-1)];

/** Sums of so many points each, beginning on whole multiples: what a detector with larger buckets looked at. */
export function gathered(starts, values, seconds) {
  const sums = new Map();
  starts.forEach((start, i) => {
    const bucket = Math.floor(start / seconds) * seconds;
    const sum = sums.get(bucket) ?? null;
    sums.set(bucket, values[i] === null ? sum : (sum ?? 0) + values[i]);
  });
  return { starts: [...sums.keys()], values: [...sums.values()] };
}
