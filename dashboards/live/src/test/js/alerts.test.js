import assert from 'node:assert/strict';
import test from 'node:test';
import { leftOut, life, measured } from './alerts.js';

test('an alert says what was measured, what is usual and from where on it is told', () => {
  assert.equal(measured({ measure: 'messages', value: 75, expected: 12, threshold: 40.04 }), '75 messages, usual 12, told from 40');
  assert.equal(measured({ measure: 'share of negatives', value: 0.48, expected: 0.21, threshold: 0.36 }), '48 % share of negatives, usual 21 %, told from 36 %');
  assert.equal(measured({ measure: 'mean score', value: -0.4, expected: 0.1, threshold: null }), '−0.40 mean score, usual +0.10');
  assert.equal(measured({ measure: 'authors', value: 6, expected: null, threshold: 3 }), '6 authors, told from 3');
});

test('an alert fires, is looked after, and is over', () => {
  assert.equal(life({ state: 'firing', acknowledged: null }), 'firing');
  assert.equal(life({ state: 'firing', acknowledged: { by: 'kim' } }), 'acknowledged');
  assert.equal(life({ state: 'resolved', acknowledged: { by: 'kim' } }), 'over');
});

test('a list that is not all says so', () => {
  assert.equal(leftOut(100, 1200), '100 of 1,200 shown; choose a brand or a shorter time');
  assert.equal(leftOut(100, 100), '');
  assert.equal(leftOut(100, undefined), '', 'a server that does not count them');
});
