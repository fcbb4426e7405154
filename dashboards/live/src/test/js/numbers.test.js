import assert from 'node:assert/strict';
import test from 'node:test';
import { text } from './format.js';
import { change, judge, lastWeek } from './numbers.js';

const MEDIAN = { unit: 'seconds', samples: 'responses', enough: 5, good: 'down' };
const RATE = { unit: 'share', samples: 'waits', enough: 5, good: 'up' };
const IN = { unit: 'count', samples: '', enough: 0, good: null };

const written = (about, measured) => {
  const { state, parts, note } = judge(about, measured);
  return `${state} ${text(parts)} ${note}`.trim();
};
const moved = (about, value, before, of = 20, beforeOf = 20) => {
  const against = change(about, { value, of, before, before_of: beforeOf });
  return against && `${against.tone} ${against.words}`;
};

test('a number, zero, too few, nothing and not here are never mistaken for each other', () => {
  assert.equal(written(MEDIAN, { value: 61, of: 5 }), 'good 1 min 01 s of 5 responses');
  assert.equal(written(RATE, { value: 0, of: 12 }), 'zero 0 % of 12 waits');
  assert.equal(written(IN, { value: 0, of: 0 }), 'zero 0');
  assert.equal(written(MEDIAN, { value: 61, of: 4 }), 'thin 1 min 01 s only 4 responses: too few to judge');
  assert.equal(written(MEDIAN, { value: null, of: 0 }), 'none – no responses in this time');
  assert.equal(written(MEDIAN, undefined), 'absent n/a not measured for this choice');
  assert.equal(written(null, { value: 1, of: 1 }), 'absent n/a not measured for this choice');
});

test('less waiting is good, fewer replies are bad, more messages are neither', () => {
  assert.equal(moved(MEDIAN, 90, 100), 'good ▼ 10 %');
  assert.equal(moved(MEDIAN, 150, 100), 'bad ▲ 50 %');
  assert.equal(moved(RATE, 0.9, 0.95), 'bad ▼ 5.0 points');
  assert.equal(moved(IN, 120, 100), 'plain ▲ 20 %');
});

test('shares change by points, scores by their distance, counts by a part of what was', () => {
  assert.equal(moved(RATE, 0.934, 0.9), 'good ▲ 3.4 points');
  assert.equal(moved({ unit: 'score', samples: 'messages', enough: 5, good: 'up' }, -0.3, -0.1), 'bad ▼ 0.20');
  assert.equal(moved(IN, 1200, 100), 'plain ▲ × 12');
  assert.equal(moved(IN, 1001, 1000), 'plain ▲ under 1 %');
});

test('of nothing there is no part, whatever the unit', () => {
  for (const unit of ['count', 'seconds']) assert.equal(moved({ ...MEDIAN, unit }, 7, 0), null, unit);
  assert.match(moved({ ...MEDIAN, unit: 'share' }, 0.05, 0), /5\.0 points/);
});

test('the same as last week is no arrow', () => assert.equal(moved(IN, 5, 5), 'plain as last week'));

test('too little on either side says nothing', () => {
  assert.equal(moved(MEDIAN, 90, 100, 4, 20), null);
  assert.equal(moved(MEDIAN, 90, 100, 20, 4), null);
  assert.equal(moved(MEDIAN, 90, null), null);
  assert.equal(moved(MEDIAN, null, 100), null);
});

test('last week is told where it is known', () => {
  assert.equal(lastWeek(MEDIAN, { before: 61 }), 'Last week: 1 min 01 s.');
  assert.equal(lastWeek(MEDIAN, { before: null }), '');
});
