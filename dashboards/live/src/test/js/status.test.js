import assert from 'node:assert/strict';
import test from 'node:test';
import { BEHIND_SECONDS, MOVING_SECONDS, isBehind, linkState, movedAt } from './status.js';

const NOON = Date.parse('2026-03-04T12:00:00Z');
const LIVE = { state: 'live', stale: null, view: { brand: 'acme' }, newest_event_at: '2026-03-04T11:59:58Z', moved_at: NOON };
const PAST = { ...LIVE, newest_event_at: '2026-03-04T10:00:00Z' };
const state = (changes) => linkState({ connected: true, refused: null, snapshot: LIVE, nowMs: NOON, ...changes });

test('numbers of now are live', () => assert.equal(state({}), 'live'));

test('before the first answer it starts', () => {
  assert.equal(state({ snapshot: null }), 'starting');
  assert.equal(state({ snapshot: { ...LIVE, state: 'starting' } }), 'starting');
  assert.equal(state({ connected: false, snapshot: null }), 'starting');
});

test('without the server it is lost, without Elasticsearch stale', () => {
  assert.equal(state({ connected: false }), 'lost');
  assert.equal(state({ snapshot: { ...LIVE, stale: { since: '2026-03-04T11:59:00Z', problem: 'no answer' } } }), 'stale');
});

test('a question that the server refuses is said, whatever else', () => assert.equal(state({ connected: false, refused: new Error('range') }), 'refused'));

test('a past that moves is being worked through: behind', () => {
  assert.equal(state({ snapshot: PAST }), 'behind');
  assert.equal(state({ snapshot: PAST, nowMs: NOON + MOVING_SECONDS * 1000 }), 'behind');
});

test('silence alone is live, however long', () => {
  assert.equal(state({ nowMs: NOON + BEHIND_SECONDS * 2000 }), 'live');
  assert.equal(state({ snapshot: PAST, nowMs: NOON + MOVING_SECONDS * 1000 + 1 }), 'live');
  assert.equal(state({ snapshot: { ...PAST, moved_at: null } }), 'live', 'never seen to move');
});

test('a demo that catches up is behind before anything moved, but not close to now', () => {
  const demo = { catching_up: true };
  assert.equal(state({ snapshot: { ...PAST, moved_at: null, demo } }), 'behind');
  assert.equal(state({ snapshot: { ...LIVE, demo } }), 'live');
  assert.equal(isBehind({ ...PAST, newest_event_at: null, demo }, NOON), false, 'without an event there is no past');
});

test('the newest event moves when it changes, and not because another brand is asked about', () => {
  const before = { ...PAST, moved_at: NOON };
  const later = NOON + 5000;
  assert.equal(movedAt(before, LIVE, later), later);
  assert.equal(movedAt(before, PAST, later), NOON, 'as it was');
  assert.equal(movedAt(before, { ...LIVE, view: { brand: 'globex' } }, later), null);
  assert.equal(movedAt(null, { ...LIVE, view: {} }, later), null, 'the first says nothing of a move');
});
