// Which curve shows what an alert measured? Of its points, in the buckets in which its detector counted.

import { alertMarks } from './chart.js';
import { gathered } from './scale.js';

const BUCKET_SECONDS = 300; // detectors judge messages by five minutes; points of a minute would never reach their threshold

export function evidence(page, alert, points) {
  const base = { window: points.window, starts: points.starts, lines: [], bars: [], marks: alertMarks([{ ...alert, muted: false }], [alert.rule], page.clock.now()), none: 'Nothing was counted around this alert.' };
  const fine = points.window === '1m';
  const sums = (key) => {
    const values = points.series[key];
    if (!values) return null;
    return fine ? gathered(points.starts, values, BUCKET_SECONDS) : { starts: points.starts, values };
  };
  const every = fine ? '5m' : points.window;
  if (alert.rule === 'sentiment_drop') {
    const [negative, neutral, positive] = ['sentiment_negative', 'sentiment_neutral', 'sentiment_positive'].map(sums);
    if (negative && neutral && positive && /share/.test(alert.measure)) {
      const share = negative.values.map((n, i) => ratio(n, (neutral.values[i] ?? 0) + (positive.values[i] ?? 0)));
      return { ...base, window: every, starts: negative.starts, lines: [{ key: 'share', title: 'negative', unit: 'share', tone: 'bad', values: share }], levels: levels(alert) };
    }
  }
  const key = ['messages_in', ...Object.keys(points.series)].find((name) => name in points.series);
  const chosen = alert.rule.startsWith('sla') ? (Object.keys(points.series).find((name) => name.startsWith('sla')) ?? key) : key;
  const about = page.definitions.about(chosen);
  if (!chosen || !about) return base;
  if (about.unit !== 'count') return { ...base, lines: [{ key: chosen, title: about.title, unit: about.unit, tone: 'a', values: points.series[chosen] }], levels: /score/.test(alert.measure) ? levels(alert) : [] };
  const counted = sums(chosen);
  return {
    ...base,
    window: every,
    starts: counted.starts,
    bars: [{ key: chosen, title: chosen === 'messages_in' ? 'messages' : about.title.toLowerCase(), unit: 'count', tone: 'a', values: counted.values }],
    levels: alert.rule === 'volume_spike' ? levels(alert) : [],
  };
}

const ratio = (part, rest) => (part === null || part + rest === 0 ? null : part / (part + rest));

const levels = ({ expected, threshold }) =>
  [{ value: expected, title: 'usual', tone: 'usual' }, { value: threshold, title: 'told from here', tone: 'limit' }].filter(({ value }) => value !== null && value !== undefined);
