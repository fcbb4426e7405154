// What is said aloud and in the title of the browser's tab: news of weight at once, the rest seldom.

import { say } from './dom.js';

const SELDOM_MS = 60_000;

export class Herald {
  /** @param {HTMLElement} status role=status @param {HTMLElement} alarm role=alert */
  constructor(status, alarm) {
    this.status = status;
    this.alarm = alarm;
    this.known = null;
    this.saidAt = -Infinity;
  }

  update({ now, alerts, state }, nowMs) {
    const critical = alerts.filter((alert) => alert.state === 'firing' && alert.severity === 'critical' && !alert.muted);
    const open = critical.filter((alert) => !alert.acknowledged).length;
    document.title = state === 'live' ? `${open > 0 ? `(${open}) ` : ''}${now.waiting} waiting · Replybeat` : 'Replybeat';
    const fresh = this.known && critical.filter((alert) => !this.known.has(alert.id));
    if (fresh?.length > 0) say(this.alarm, `Critical: ${fresh.map((alert) => alert.title).join('. ')}`);
    this.known = new Set([...(this.known ?? []), ...critical.map((alert) => alert.id)]);
    if (state !== 'live' || nowMs - this.saidAt < SELDOM_MS) return;
    this.saidAt = nowMs;
    say(this.status, `${now.waiting} waiting, ${now.breached} with a missed target, ${now.at_risk} at risk.`);
  }
}
