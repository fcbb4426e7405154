// The page: what the address asks for and the feed answers goes onto the tab that is shown; the clock ticks in between.

import { Refused, ask } from './api.js';
import { Alerts } from './alerts.js';
import { Clock } from './clock.js';
import { Controls } from './controls.js';
import { Definitions } from './definitions.js';
import { Demo } from './demo.js';
import { mark } from './dom.js';
import { Fast } from './fast.js';
import { follow } from './feed.js';
import { Filters } from './filters.js';
import { Health } from './health.js';
import { Herald } from './herald.js';
import { Kiosk } from './kiosk.js';
import { Mood } from './mood.js';
import { Now } from './now.js';
import { nothing } from './panel.js';
import { Sheet } from './sheet.js';
import { Status, isBehind, movedAt } from './status.js';
import { change, lasting, question, read, topSheet, withoutTopSheet, write } from './view.js';
import { Well } from './well.js';

const MADE = { now: Now, fast: Fast, well: Well, mood: Mood, alerts: Alerts, health: Health };
const LAST = 'replybeat.view';

const at = (id) => document.getElementById(id);

class Page {
  constructor() {
    this.view = read(location.search || (localStorage.getItem(LAST) ?? ''));
    this.clock = new Clock();
    this.clock.use(this.view.zone);
    this.definitions = new Definitions(at('definition'));
    this.snapshot = null; // the one that is shown
    this.latest = null; // the one that was heard last, shown or not
    this.held = null; // the newest while paused
    this.missed = 0;
    this.paused = false;
    this.connected = false;
    this.refused = null;
    this.tabs = {};
    this.main = at('main');
    this.status = new Status(this, { link: at('link'), fresh: at('fresh'), notice: at('notice') });
    this.filters = new Filters(this, at('filters'));
    this.demo = new Demo(at('demo'));
    this.herald = new Herald(at('status'), at('alarm'));
    this.kiosk = new Kiosk(this);
    this.sheet = new Sheet(this, at('sheet'), [document.querySelector('.bar'), at('filters'), this.main]);
    this.controls = new Controls(this, at);
    this.#ways();
    this.#catalogue();
    this.show();
    setInterval(() => this.#tick(), 1000);
  }

  // ---- the address

  href(changes) {
    return write(change(this.view, changes));
  }

  go(changes) {
    const next = change(this.view, changes);
    if (write(next) === write(this.view)) return;
    history.pushState(null, '', write(next));
    this.#arrive();
  }

  #arrive() {
    this.view = read(location.search);
    localStorage.setItem(LAST, lasting(this.view));
    this.clock.use(this.view.zone);
    this.show();
  }

  /** Every way on is a link with an address of its own; here it is taken without loading the page again. */
  #ways() {
    addEventListener('popstate', () => this.#arrive());
    document.addEventListener('click', (event) => {
      const link = event.target.closest('a[href^="?"]');
      if (!link || event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
      event.preventDefault();
      history.pushState(null, '', link.getAttribute('href'));
      this.#arrive();
    });
  }

  // ---- the feed

  #follow() {
    const asked = question({ ...this.view, tab: this.tab }).toString();
    if (asked === this.asked) return;
    this.asked = asked;
    this.feed?.close();
    this.refused = null;
    this.held = null;
    this.missed = 0;
    this.#waitFor(true);
    this.feed = follow(`/api/live?${asked}`, {
      snapshot: (data) => this.#heard(data),
      heartbeat: (data) => this.#beat(data),
      lost: () => {
        this.connected = false;
        this.status.update();
      },
      ended: () => this.#why(asked),
    });
  }

  reconnect() {
    this.feed?.reopen();
  }

  #heard(data) {
    this.#beat(data, true);
    if (!data.numbers) { // nothing was found yet: what is shown stays
      this.status.update();
      return;
    }
    data.moved_at = movedAt(this.latest, data, this.clock.now());
    this.latest = data;
    if (this.paused && !this.waits) {
      this.held = data;
      this.missed += 1;
      this.controls.update();
      return;
    }
    this.#waitFor(false);
    this.snapshot = data;
    this.draw();
  }

  /** What is shown belongs to another question until the answer is there. */
  #waitFor(yes) {
    this.waits = yes;
    mark(this.main, 'aria-busy', yes ? 'true' : null);
  }

  #beat({ at: instant }, quiet = false) {
    this.clock.heard(instant);
    this.connected = true;
    this.refused = null;
    this.lastHeard = performance.now();
    if (!quiet) this.status.update();
  }

  /** A stream says nothing of why it was refused; the same question asked once does. */
  async #why(asked) {
    try {
      await ask('/api/snapshot', new URLSearchParams(asked));
    } catch (refused) {
      if (asked !== this.asked || !(refused instanceof Refused) || refused.status !== 400) return;
      this.refused = refused;
      this.status.update();
    }
  }

  async #catalogue() {
    try {
      this.catalogue = await ask('/api/definitions');
      this.definitions.update(this.catalogue, this.view.hours);
      this.sheet.update();
      this.draw();
    } catch {
      setTimeout(() => this.#catalogue(), 2000);
    }
  }

  // ---- what is shown

  /** The reader's now: it stands still while the page is paused. */
  now() {
    return this.frozen ?? this.clock.now();
  }

  /** The moment that the numbers are of: a wait that may have been answered long ago does not go on counting. */
  moment() {
    return isBehind(this.snapshot, this.now()) ? Date.parse(this.snapshot.newest_event_at) : this.now();
  }

  show() {
    this.kiosk.update();
    this.tab = this.kiosk.tab() ?? this.view.tab;
    mark(document.documentElement, 'data-theme', this.view.theme === 'auto' ? null : this.view.theme);
    this.controls.update();
    if (this.catalogue) this.sheet.update();
    this.#follow();
    this.draw();
  }

  draw() {
    this.status.update();
    this.filters.update(this.snapshot);
    if (!this.snapshot || !this.catalogue) {
      if (!this.main.firstChild) this.main.append(nothing('Waiting for the first numbers', 'They come within seconds of the first event. Where none comes: is the job running, and does Elasticsearch answer?'));
      return;
    }
    this.definitions.update(this.catalogue, this.view.hours);
    const tab = (this.tabs[this.tab] ??= new MADE[this.tab](this));
    if (this.main.firstChild !== tab.node || this.main.childElementCount > 1) {
      this.main.replaceChildren(tab.node);
      this.main.dataset.tab = this.tab;
    }
    tab.update(this.snapshot);
    this.demo.update(this.snapshot.demo);
    this.herald.update(this.snapshot, this.clock.now());
    this.controls.firing(this.snapshot.alerts);
  }

  #tick() {
    if (!this.connected) this.kiosk.away(performance.now() - (this.lastHeard ?? 0));
    const state = this.status.update();
    // What may have been answered meanwhile does not go on counting: the notice says of when the numbers are.
    if (state === 'live' && !this.paused) this.tabs[this.tab]?.tick?.();
  }

  // ---- the reader's own doing

  pause() {
    this.paused = !this.paused;
    this.frozen = this.paused ? this.clock.now() : undefined;
    if (!this.paused && this.held) this.snapshot = this.held;
    this.held = null;
    this.missed = 0;
    this.controls.update();
    this.draw();
  }

  /** Away with what is on top. */
  escape() {
    if (topSheet(this.view).length > 0) this.go(withoutTopSheet(this.view));
    else if (this.view.kiosk) this.go({ kiosk: '' });
  }
}

new Page();
