// Are the numbers of now? Live, behind, stale, lost or paused: said in a word, explained in a sentence.

import { button, element, mark, say } from './dom.js';
import { ago, text } from './format.js';

export const BEHIND_SECONDS = 900; // a newest event older than this is the past, or a quiet night
export const MOVING_SECONDS = 60; // and one that moved within this time is being worked through
const QUIET_SECONDS = 120; // no event for this long is worth a second look: it may be the night, or the collector
const WORDS = { live: 'Live', paused: 'Paused', behind: 'Behind', stale: 'Stale', lost: 'Reconnecting', refused: 'Refused', starting: 'Starting' };

/** @returns {'starting'|'lost'|'refused'|'stale'|'behind'|'live'} */
export function linkState({ connected, refused, snapshot, nowMs }) {
  if (refused) return 'refused';
  if (!connected) return snapshot ? 'lost' : 'starting';
  if (!snapshot) return 'starting';
  if (snapshot.stale) return 'stale';
  if (snapshot.state !== 'live') return snapshot.state;
  return isBehind(snapshot, nowMs) ? 'behind' : 'live';
}

/**
 * Is the job still working through the past? Then waits stop at the newest event. Silence alone is not the past: who waits goes on waiting.
 * @param {?object} snapshot with its moved_at
 */
export function isBehind(snapshot, nowMs) {
  if (snapshot?.state !== 'live' || !snapshot.newest_event_at) return false;
  const within = (instantMs, seconds) => nowMs - instantMs <= seconds * 1000;
  if (within(Date.parse(snapshot.newest_event_at), BEHIND_SECONDS)) return false;
  return Boolean(snapshot.demo?.catching_up) || (snapshot.moved_at !== null && within(snapshot.moved_at, MOVING_SECONDS));
}

/**
 * When was the newest event seen to move? Another brand has another newest event: that is no move.
 * @param {?object} before the snapshot before, with its moved_at
 * @returns {?number} milliseconds; null when it was not seen to move
 */
export function movedAt(before, snapshot, nowMs) {
  if (!before || before.view.brand !== snapshot.view.brand) return null;
  return before.newest_event_at === snapshot.newest_event_at ? before.moved_at : nowMs;
}

export class Status {
  constructor(page, { link, fresh, notice }) {
    this.page = page;
    this.link = link;
    this.fresh = fresh;
    this.notice = notice;
    this.words = element('span', '');
    this.retry = button('quiet', 'Try now', () => page.reconnect());
    notice.append(this.words, ' ', this.retry);
  }

  update() {
    const { page } = this;
    const state = linkState({ connected: page.connected, refused: page.refused, snapshot: page.snapshot, nowMs: page.now() });
    const shown = page.paused && state === 'live' ? 'paused' : state;
    mark(this.link, 'data-link', shown);
    say(this.link, WORDS[shown]);
    document.body.dataset.link = shown;
    const words = this.#sentence(state);
    this.notice.hidden = words === '';
    say(this.words, words);
    this.retry.hidden = state !== 'lost';
    this.tick();
    return state;
  }

  tick() {
    const newest = this.page.snapshot?.newest_event_at;
    if (!newest) {
      say(this.fresh, '');
      return;
    }
    const { clock, snapshot } = this.page;
    const age = (this.page.now() - Date.parse(newest)) / 1000;
    const quiet = age > QUIET_SECONDS && !isBehind(snapshot, this.page.now());
    mark(this.fresh, 'data-quiet', String(quiet));
    const lag = snapshot.health?.lag_seconds;
    const behind = typeof lag === 'number' ? `, ${text(ago(lag))} behind` : '';
    say(this.fresh, quiet ? `Quiet: no event since ${clock.write('time', newest)}, ${text(ago(age))} ago` : `newest event ${clock.write('time', newest)}${behind}`);
  }

  #sentence(state) {
    const { page } = this;
    const { snapshot, clock } = page;
    if (state === 'refused') return `${page.refused.message}. ${page.refused.remedy}`;
    if (state === 'lost') return `Connection to the server lost. These are the numbers of ${clock.write('time', snapshot.at)}; the page recovers by itself.`;
    if (state === 'stale') {
      const { problem, since } = snapshot.stale;
      return `${problem}. ${snapshot.state === 'live' ? `These are the numbers of ${clock.write('time', since)}; the` : 'The'} page recovers by itself.`;
    }
    if (state === 'behind') return `These are the numbers of ${clock.write('moment', snapshot.newest_event_at)}, the time of the newest event: the job is still working through the past.`;
    return '';
  }
}
