import assert from 'node:assert/strict';
import test from 'node:test';
import { BEHIND_SECONDS, linkState } from './status.js';

const NOON = Date.parse('2026-03-04T12:00:00Z');
const LIVE = { state: 'live', stale: null, newest_event_at: '2026-03-04T11:59:58Z' };
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

test('numbers of long ago are behind', () => assert.equal(state({ nowMs: NOON + BEHIND_SECONDS * 1000 }), 'behind'));
