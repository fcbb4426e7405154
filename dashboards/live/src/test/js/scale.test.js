import assert from 'node:assert/strict';
import test from 'node:test';
import { axis, gathered, timeTicks, windowSeconds } from './scale.js';

const UTC = () => 0;
const NOON = Date.parse('2026-03-04T12:00:00Z') / 1000;

test('an axis holds all values and counts in whole steps', () => {
  assert.deepEqual(axis('count', [3, 17, null]), { low: 0, high: 20, ticks: [0, 5, 10, 15, 20] });
  assert.deepEqual(axis('seconds', [40, 210]).ticks, [0, 60, 120, 180, 240]);
  assert.deepEqual(axis('share', [0.7, 0.95]).high, 1);
  assert.deepEqual(axis('score', [-0.4, 0.2]).ticks, [-0.4, -0.2, 0, 0.2]);
});

test('an axis of nothing is still one', () => {
  const { low, high } = axis('count', [null, null]);
  assert.ok(high > low);
});

test('a share above one has room', () => assert.ok(axis('share', [0.5, 1.3]).high >= 1.3));

test('times stand on whole hours and days of the reader', () => {
  assert.deepEqual(timeTicks(NOON - 3600, NOON, 4, UTC).map((at) => (at - NOON) / 60), [-60, -45, -30, -15, 0]);
  const india = () => 19_800;
  for (const at of timeTicks(NOON - 5 * 86400, NOON, 6, india)) assert.equal((at + 19_800) % 86400, 0);
});

test('points are gathered into larger buckets, and nothing measured stays nothing', () => {
  const starts = [0, 60, 120, 300, 360];
  assert.deepEqual(gathered(starts, [1, 2, null, null, null], 300), { starts: [0, 300], values: [3, null] });
});

test('a window is as long as its name says', () => assert.deepEqual(['1m', '5m', '1h', '1d'].map(windowSeconds), [60, 300, 3600, 86400]));
