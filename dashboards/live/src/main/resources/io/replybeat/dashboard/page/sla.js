// How does a customer who waits stand with what was promised? Pure: the colour, the sign and the words of it.

import { text, ticking } from './format.js';

export const SIGNS = { ok: '●', risk: '▲', breached: '✕', none: '' };

/**
 * @param {{due_at: ?string, target: ?string, outcome: ?string}} wait
 * @param {number} nowMs
 * @param {number} riskSeconds how long before it is due a target is at risk
 * @returns {{state: 'ok'|'risk'|'breached'|'none', words: string}}
 */
export function due(wait, nowMs, riskSeconds) {
  if (!wait.target) return { state: 'none', words: 'no target' };
  if (!wait.due_at) return wait.outcome === 'breached' ? { state: 'breached', words: 'breached' } : { state: 'none', words: 'paused' };
  const left = (Date.parse(wait.due_at) - nowMs) / 1000;
  if (left <= 0) return { state: 'breached', words: `breached ${clock(-left)} ago` };
  // Breached before a later promise was made: what is due next does not mend that.
  if (wait.outcome === 'breached') return { state: 'breached', words: 'breached' };
  return { state: left <= riskSeconds ? 'risk' : 'ok', words: `due in ${clock(left)}` };
}

/** 4:10, and 1 h 04:10: beside "due in" nobody takes it for a time of day. */
const clock = (seconds) => text(ticking(seconds)).replace(/ min$/, '');
