import assert from 'node:assert/strict';
import test from 'node:test';
import { EMPTY, change, cleared, instant, joined, lasting, parts, question, read, topSheet, withoutTopSheet, write } from './view.js';

const HOSTILE = '<img src=x onerror=alert(1)>&brand=other#|%7C"';
const NOON = Date.parse('2026-03-04T12:00:00Z');

test('an address that says nothing is the usual view', () => {
  assert.deepEqual(read(''), { ...EMPTY });
  assert.equal(write(read('')), '?tab=now');
});

test('whatever a view holds, its address brings it back', () => {
  const view = {
    ...EMPTY, tab: 'mood', brand: HOSTILE, cut: 'topic', value: HOSTILE, range: '24h', from: '2026-03-04T10:00:00Z', to: '2026-03-04T11:00:00Z', by: 'team', hours: 'off',
    stat: 'p95', theme: 'dark', zone: 'utc', kiosk: '1', alert: HOSTILE, topic: HOSTILE, sentiment: 'negative', conversation: joined(HOSTILE, HOSTILE), author: joined('x', HOSTILE),
  };
  assert.deepEqual(read(write(view)), view);
});

test('what nobody knows is taken as not said', () => {
  const view = read('?tab=admin&range=99y&hours=never&stat=max&theme=pink&kiosk=yes&sentiment=furious&by=colour&cut=brand&value=acme');
  assert.deepEqual(view, { ...EMPTY });
});

test('half a slice or half a span is none', () => {
  assert.equal(read('?cut=network').cut, '');
  assert.equal(read('?value=x').value, '');
  assert.equal(read('?from=2026-03-04T10:00:00Z').from, '');
});

test('a range ends a zoom', () => {
  const zoomed = { ...EMPTY, from: '2026-03-04T10:00:00Z', to: '2026-03-04T11:00:00Z' };
  assert.equal(change(zoomed, { range: '4h' }).from, '');
  assert.equal(change(zoomed, { brand: 'acme' }).from, zoomed.from);
});

test('another tab closes what lies above and compares as it usually does', () => {
  const view = change({ ...EMPTY, tab: 'alerts', alert: 'a', conversation: 'b|c', by: 'team' }, { tab: 'fast' });
  assert.deepEqual([view.alert, view.conversation, view.by], ['', '', '']);
  assert.equal(change({ ...EMPTY, tab: 'alerts' }, { tab: 'fast', alert: 'a' }).alert, 'a', 'unless the way leads to it');
});

test('what lies above is taken away from the top, one at a time', () => {
  let view = { ...EMPTY, alert: 'a', topic: 'billing', sentiment: 'negative', conversation: 'b|c', author: 'x|u' };
  const closed = [];
  while (topSheet(view).length > 0) {
    closed.push(topSheet(view).join('+'));
    view = change(view, withoutTopSheet(view));
  }
  assert.deepEqual(closed, ['author', 'conversation', 'topic+sentiment', 'alert']);
});

test('the server is asked for the slice, the time and the clock', () => {
  assert.equal(question({ ...EMPTY, brand: 'a&b', cut: 'network', value: 'x' }).toString(), 'brand=a%26b&cut=network&value=x&range=1h&hours=all');
});

test('a zoom is asked for instead of the range', () => {
  const asked = question({ ...EMPTY, from: '2026-03-04T10:00:00Z', to: '2026-03-04T11:00:00Z' });
  assert.equal(asked.get('range'), null);
  assert.equal(asked.get('from'), '2026-03-04T10:00:00Z');
});

test('each tab compares by what it is about, unless somebody chose', () => {
  assert.equal(question({ ...EMPTY, tab: 'fast' }).get('by'), null);
  assert.equal(question({ ...EMPTY, tab: 'well' }).get('by'), 'agent');
  assert.equal(question({ ...EMPTY, tab: 'mood' }).get('by'), 'language');
  assert.equal(question({ ...EMPTY, tab: 'mood', by: 'topic' }).get('by'), 'topic');
});

test('clearing takes the filters and leaves the rest', () => {
  const view = change({ ...EMPTY, tab: 'fast', brand: 'acme', cut: 'team', value: 't', hours: 'off', stat: 'p90', theme: 'dark' }, cleared());
  assert.equal(write(view), '?tab=fast&stat=p90&theme=dark');
});

test('the next visit begins with the filters, and with nothing open', () => {
  const kept = read(lasting({ ...EMPTY, tab: 'alerts', brand: 'acme', alert: 'a', kiosk: '1', zone: 'utc' }));
  assert.deepEqual(kept, { ...EMPTY, brand: 'acme', zone: 'utc' });
});

test('two names are one id, whatever they hold', () => {
  for (const [first, second] of [['acme', 'c1'], ['a|b', 'c|d'], ['%7C', '%25|'], ['', 'u1']]) {
    assert.deepEqual(parts(joined(first, second)), [first, second]);
  }
});

test('an instant is written as people say it', () => {
  const of = (words) => instant(words, NOON, true);
  assert.equal(of('now'), '2026-03-04T12:00:00Z');
  assert.equal(of('now-90m'), '2026-03-04T10:30:00Z');
  assert.equal(of('now/d'), '2026-03-04T00:00:00Z');
  assert.equal(of('now-1d/d'), '2026-03-03T00:00:00Z');
  assert.equal(of('2026-03-04 10:00'), '2026-03-04T10:00:00Z');
  assert.equal(of('2026-03-04T10:00:00+01:00'), '2026-03-04T09:00:00Z');
  assert.equal(of('yesterday-ish'), null);
});
