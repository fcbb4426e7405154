// Are the numbers of now? Live, behind, stale, lost or paused: said in a word, explained in a sentence.

import { button, element, mark, say } from './dom.js';
import { ago, text } from './format.js';

export const BEHIND_SECONDS = 900; // the numbers are then of the past, whatever the reason: waits stop ticking at the newest event
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

export const isBehind = (snapshot, nowMs) => snapshot?.state === 'live' && Boolean(snapshot.newest_event_at) && (nowMs - Date.parse(snapshot.newest_event_at)) / 1000 > BEHIND_SECONDS;

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
    const state = linkState({ connected: page.connected, refused: page.refused, snapshot: page.snapshot, nowMs: page.clock.now() });
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
    const { clock } = this.page;
    const age = (clock.now() - Date.parse(newest)) / 1000;
    mark(this.fresh, 'data-quiet', String(age > QUIET_SECONDS));
    const lag = this.page.snapshot.health?.lag_seconds;
    const behind = typeof lag === 'number' ? `, ${text(ago(lag))} behind` : '';
    say(this.fresh, age > QUIET_SECONDS ? `Quiet: no event since ${clock.write('time', newest)}, ${text(ago(age))} ago` : `newest event ${clock.write('time', newest)}${behind}`);
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
    if (state === 'behind') return `These are the numbers of ${clock.write('moment', snapshot.newest_event_at)}, the time of the newest event: either none comes in, or the job is still working through the past.`;
    return '';
  }
}
