import assert from 'node:assert/strict';
import test from 'node:test';
import { due } from './sla.js';

const NOON = Date.parse('2026-03-04T12:00:00Z');
const RISK = 600;
const said = (wait, nowMs = NOON) => Object.values(due({ target: 'first_response', outcome: 'running', due_at: null, ...wait }, nowMs, RISK)).join(': ');

test('a promise is due, then at risk, then breached, second by second', () => {
  const at = (clock) => said({ due_at: '2026-03-04T12:00:00Z' }, Date.parse(`2026-03-04T${clock}Z`));
  assert.equal(at('10:55:50'), 'ok: due in 1 h 04:10');
  assert.equal(at('11:49:59'), 'ok: due in 10:01');
  assert.equal(at('11:50:00'), 'risk: due in 10:00');
  assert.equal(at('11:59:59'), 'risk: due in 0:01');
  assert.equal(at('12:00:00'), 'breached: breached 0:00 ago');
  assert.equal(at('12:12:03'), 'breached: breached 12:03 ago');
});

test('what is breached stays so while a pause hides when it was due', () => assert.equal(said({ outcome: 'breached' }), 'breached: breached'));

test('what is due next does not mend what was breached', () => assert.equal(said({ outcome: 'breached', due_at: '2026-03-04T13:00:00Z' }), 'breached: breached'));

test('a pause and no promise at all are two things', () => {
  assert.equal(said({}), 'none: paused');
  assert.equal(said({ target: null, outcome: null }), 'none: no target');
});
