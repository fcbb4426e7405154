// The page: what the feed says goes onto the cards; the clock ticks in between.

import { Card } from './card.js';
import { Definitions } from './definitions.js';
import { element, say } from './dom.js';
import { follow } from './feed.js';
import { ago, bandNames, count, text, ticking } from './format.js';

const RANGES = ['hour', 'today'];
const QUIET_SECONDS = 120; // no event for this long is worth a second look: it may be the night, or the collector

const BEHIND_SECONDS = 900; // the numbers are then of the past, whatever the reason: waits stop ticking at the newest event

const at = (id) => document.getElementById(id);
const definitions = new Definitions(at('definition'));
const cards = new Map();
let snapshot = null;
let aheadMs = 0; // the server's clock before the browser's
let connected = false;
let lastHeard = null;

const serverNow = () => Date.now() + aheadMs;
const clockTime = (ms) => new Date(ms).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', second: '2-digit' });

const dayTime = (ms) => new Date(ms).toLocaleString([], { weekday: 'long', hour: '2-digit', minute: '2-digit' });

function chosenRange() {
  const asked = new URLSearchParams(location.search).get('range');
  return RANGES.includes(asked) ? asked : RANGES[0];
}

function heard(data) {
  aheadMs = Date.parse(data.at) - Date.now();
  connected = true;
  lastHeard = data.at;
}

function linkState() {
  if (!connected) return snapshot ? 'lost' : 'starting';
  if (snapshot.stale) return 'stale';
  return snapshot.state === 'live' && isBehind() ? 'behind' : snapshot.state;
}

function isBehind() {
  const newest = snapshot.newest_event_at;
  return Boolean(newest) && (serverNow() - Date.parse(newest)) / 1000 > BEHIND_SECONDS;
}

/** The moment that the numbers are of: a wait that may have been answered long ago does not go on counting. */
const moment = () => (isBehind() ? Date.parse(snapshot.newest_event_at) : serverNow());

function drawHealth() {
  const link = at('link');
  const notice = at('notice');
  const stale = snapshot?.stale;
  const state = linkState();
  link.dataset.link = state;
  say(link, { live: 'Live', behind: 'Behind', stale: 'Stale', lost: 'Reconnecting', starting: 'Starting' }[state]);
  document.body.dataset.link = state;
  const words =
    state === 'lost'
      ? `Connection to the server lost. These are the numbers of ${clockTime(Date.parse(lastHeard))}; the page recovers by itself.`
      : stale
        ? `${stale.problem}. ${snapshot.state === 'live' ? `These are the numbers of ${clockTime(Date.parse(stale.since))}; the` : 'The'} page recovers by itself.`
        : state === 'behind'
          ? `These are the numbers of ${dayTime(Date.parse(snapshot.newest_event_at))}, the time of the newest event: either none comes in, or the job is still working through the past.`
          : '';
  notice.hidden = words === '';
  say(notice, words);
}

function drawFreshness() {
  const newest = snapshot?.newest_event_at;
  const fresh = at('fresh');
  if (!newest) {
    say(fresh, '');
    return;
  }
  const age = (serverNow() - Date.parse(newest)) / 1000;
  fresh.dataset.quiet = String(age > QUIET_SECONDS);
  say(fresh, age > QUIET_SECONDS ? `Quiet: no event since ${clockTime(Date.parse(newest))}, ${text(ago(age))} ago` : `newest event ${text(ago(age))} ago`);
}

function drawHeadline() {
  const waiting = snapshot.brands.filter((b) => b.waiting.customers > 0);
  const customers = waiting.reduce((sum, b) => sum + b.waiting.customers, 0);
  const headline = at('headline');
  document.title = snapshot.brands.length > 0 ? `${customers} waiting · Replybeat` : 'Replybeat';
  if (customers === 0) {
    say(headline, snapshot.brands.length > 0 ? 'Nobody waits.' : '');
    return;
  }
  const oldest = waiting.reduce((a, b) => (a.waiting.oldest_since <= b.waiting.oldest_since ? a : b));
  const age = text(ticking((moment() - Date.parse(oldest.waiting.oldest_since)) / 1000));
  say(headline, `${text(count(customers))} ${customers === 1 ? 'customer waits' : 'customers wait'}, the longest for ${age} at ${oldest.brand}`);
}

function drawCards() {
  const names = bandNames(snapshot.band_ends);
  const present = new Set(snapshot.brands.map((b) => b.brand));
  for (const [brand, card] of cards) {
    if (!present.has(brand)) {
      card.node.remove();
      cards.delete(brand);
    }
  }
  snapshot.brands.forEach((data, i) => {
    let card = cards.get(data.brand);
    if (!card) {
      card = new Card(data.brand, snapshot.numbers, definitions);
      cards.set(data.brand, card);
      at('brands').insertBefore(card.node, at('brands').children[i] ?? null);
    }
    card.update(data, chosenRange(), names);
  });
  const legend = at('legend');
  if (legend.childElementCount === 0) {
    legend.append(
      ...names.map((name, band) => {
        const swatch = element('span', 'swatch');
        swatch.dataset.band = String(band);
        return element('li', '', swatch, name);
      }),
    );
  }
  legend.hidden = snapshot.brands.length === 0;
  const empty = at('empty');
  empty.hidden = snapshot.brands.length > 0;
  say(empty, snapshot.state === 'live' ? 'No conversations yet. Brands appear here with their first care event.' : 'Waiting for the first numbers.');
}

function drawRange() {
  for (const link of document.querySelectorAll('[data-range]')) {
    const url = new URL(location.href);
    url.searchParams.set('range', link.dataset.range);
    link.href = url.search;
    if (link.dataset.range === chosenRange()) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
}

function tick() {
  drawFreshness();
  // What may have been answered meanwhile does not go on counting: the notice says of when the numbers are.
  if (linkState() === 'live') drawWaits();
}

function drawWaits() {
  drawHeadline();
  cards.forEach((card) => card.tick(moment(), serverNow()));
}

function draw() {
  drawRange();
  drawHealth();
  if (snapshot) {
    definitions.update(snapshot.numbers);
    drawCards();
    drawWaits();
  }
  tick();
}

document.querySelector('.ranges').addEventListener('click', (event) => {
  const link = event.target.closest('[data-range]');
  if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  history.pushState(null, '', link.href);
  draw();
});
addEventListener('popstate', draw);

const theme = new URLSearchParams(location.search).get('theme');
if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;

draw();
setInterval(tick, 1000);
follow('/api/live', {
  snapshot(data) {
    snapshot = data;
    heard(data);
    draw();
  },
  heartbeat(data) {
    heard(data);
    drawHealth();
  },
  lost() {
    connected = false;
    drawHealth();
  },
});
