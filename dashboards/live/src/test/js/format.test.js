import assert from 'node:assert/strict';
import test from 'node:test';
import { ago, bandNames, brief, byUnit, count, duration, percent, score, text, ticking } from './format.js';

const rows = (write, expected) => {
  for (const [value, words] of expected) assert.equal(text(write(value)), words, `of ${value}`);
};

test('a duration shows its two largest units', () =>
  rows(duration, [
    [0, '0 s'],
    [42.9, '42 s'],
    [60, '1 min 00 s'],
    [252, '4 min 12 s'],
    [3599, '59 min 59 s'],
    [3600, '1 h 00 min'],
    [3900, '1 h 05 min'],
    [86400, '1 d 0 h'],
    [183600, '2 d 3 h'],
  ]));

test('a running wait shows every second for a day', () =>
  rows(ticking, [
    [-3, '0:00 min'],
    [42, '0:42 min'],
    [3909, '1 h 05:09'],
    [86399, '23 h 59:59'],
    [86400, '1 d 0 h'],
  ]));

test('only all is a hundred per cent and only none is zero', () =>
  rows(percent, [
    [0, '0 %'],
    [0.0001, '0.1 %'],
    [0.934, '93.4 %'],
    [0.9999, '99.9 %'],
    [1, '100 %'],
  ]));

test('a share of another crowd may exceed a hundred per cent, a balance may be negative', () =>
  rows(percent, [
    [1.0004, '100.1 %'],
    [1.2, '120.0 %'],
    [-0.095, '−9.5 %'],
    [-1, '−100 %'],
  ]));

test('a score shows its side of zero, and zero has none', () =>
  rows(score, [
    [0.4, '+0.40'],
    [-0.216, '−0.22'],
    [0, '0.00'],
    [-0.001, '0.00'],
  ]));

test('an axis is written briefly', () => {
  assert.equal(brief('seconds', 45), '45 s');
  assert.equal(brief('seconds', 300), '5 min');
  assert.equal(brief('seconds', 7200), '2 h');
  assert.equal(brief('share', 0.5), '50 %');
  assert.equal(brief('score', -0.5), '−0.5');
  assert.equal(brief('count', 2500), '2.5 k');
});

test('large counts stay legible', () =>
  rows(count, [
    [0, '0'],
    [999, '999'],
    [12345, '12,345'],
    [1250000, '1.2 M'],
  ]));

test('how long ago is one unit', () =>
  rows(ago, [
    [3.7, '3 s'],
    [119, '1 min'],
    [7200, '2 h'],
    [172800, '2 d'],
  ]));

test('a unit that came with a number decides how it is written', () => {
  assert.equal(text(byUnit('seconds', 61)), '1 min 01 s');
  assert.equal(text(byUnit('share', 0.5)), '50.0 %');
  assert.equal(text(byUnit('count', 1000)), '1,000');
  assert.equal(text(byUnit('score', -0.5)), '−0.50');
});

test('age bands are named by their ends', () =>
  assert.deepEqual(bandNames([900, 3600, 14400]), ['up to 15 min', '15 min to 1 h', '1 h to 4 h', 'over 4 h']));
