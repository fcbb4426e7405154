// What does a number say, and may one judge by it? Pure: from what was measured to what is written.

import { byUnit, count, score, text } from './format.js';

const NOTHING = [{ digits: '–', unit: '' }];
const NOT_HERE = [{ digits: 'n/a', unit: '' }];

/**
 * Five states that must not be mistaken for each other: a number (good), zero, too few to judge (thin), nothing happened (none), cannot be here (absent).
 * @param {?{unit: string, samples: string, enough: number}} about of /api/definitions
 * @param {?{value: ?number, of: ?number}} measured
 */
export function judge(about, measured) {
  if (!about || !measured) return { state: 'absent', parts: NOT_HERE, note: 'not measured for this choice' };
  const { value, of } = measured;
  if (value === null || value === undefined) return { state: 'none', parts: NOTHING, note: `no ${about.samples || 'value'} in this time` };
  if (isThin(about, of)) return { state: 'thin', parts: byUnit(about.unit, value), note: `only ${of} ${about.samples}: too few to judge` };
  const note = about.enough > 0 && about.samples ? `of ${text(count(of))} ${about.samples}` : '';
  return { state: value === 0 ? 'zero' : 'good', parts: byUnit(about.unit, value), note };
}

const isThin = (about, of) => about.enough > 0 && (of ?? 0) < about.enough;

/**
 * Against the same time last week. Too little on either side says nothing.
 * @returns {?{direction: 'up'|'down'|'same', tone: 'good'|'bad'|'plain', words: string}} null when nothing can be said
 */
export function change(about, measured) {
  if (!about || !measured || measured.value === null || measured.before === null || measured.before === undefined) return null;
  if (isThin(about, measured.of) || isThin(about, measured.before_of)) return null;
  const { value, before } = measured;
  if (before === 0 && (about.unit === 'count' || about.unit === 'seconds')) return null; // from nothing there is no part
  const direction = value > before ? 'up' : value < before ? 'down' : 'same';
  if (direction === 'same') return { direction, tone: 'plain', words: 'as last week' };
  const tone = about.good ? (about.good === direction ? 'good' : 'bad') : 'plain';
  return { direction, tone, words: `${direction === 'up' ? '▲' : '▼'} ${howMuch(about.unit, value, before)}` };
}

function howMuch(unit, value, before) {
  const apart = Math.abs(value - before);
  if (unit === 'share') return `${(Math.round(apart * 1000) / 10).toFixed(1)} points`;
  if (unit === 'score') return text(score(apart)).replace('+', '');
  const part = apart / before;
  return part >= 9.95 ? `× ${Math.round(value / before)}` : `${Math.round(part * 100) || 'under 1'} %`;
}

/** What stood here a week ago, for the tip: a change alone hides of how much. */
export const lastWeek = (about, { before }) => (before === null || before === undefined ? '' : `Last week: ${text(byUnit(about.unit, before))}.`);
