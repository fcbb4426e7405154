// The wallboard: no controls, large type, one view after the other, awake, and back by itself after an outage.

const EVERY_MS = 20_000;
const GIVE_UP_MS = 300_000; // so long without the server: what runs here may be too old for what answers then
const VIEWS = ['now', 'fast', 'well', 'mood', 'alerts'];

export class Kiosk {
  constructor(page) {
    this.page = page;
    this.turn = 0;
    this.on = false;
    document.addEventListener('visibilitychange', () => this.#stayAwake());
  }

  update() {
    const on = this.page.view.kiosk === '1';
    document.body.classList.toggle('kiosk', on);
    if (on === this.on) return;
    this.on = on;
    clearInterval(this.timer);
    if (on) {
      this.turn = Math.max(0, VIEWS.indexOf(this.page.view.tab));
      this.timer = setInterval(() => this.#next(), EVERY_MS);
    }
    this.#stayAwake();
  }

  /** The tab to show instead of the address's. */
  tab() {
    return this.on ? VIEWS[this.turn % VIEWS.length] : null;
  }

  /** Tells how long the server has been away. */
  away(ms) {
    if (this.on && ms > GIVE_UP_MS) this.#reload();
  }

  #next() {
    this.turn += 1;
    this.page.show();
  }

  async #stayAwake() {
    if (!this.on) {
      await this.lock?.release().catch(() => {});
      this.lock = undefined;
    } else if (document.visibilityState === 'visible') {
      this.lock = await navigator.wakeLock?.request('screen').catch(() => undefined);
    }
  }

  /** Only once the server answers again: a page that cannot be loaded would stay away for good. */
  async #reload() {
    if (this.asking) return;
    this.asking = true;
    const answered = await fetch('/', { cache: 'no-store' }).then((r) => r.ok, () => false);
    this.asking = false;
    if (answered) location.reload();
  }
}
