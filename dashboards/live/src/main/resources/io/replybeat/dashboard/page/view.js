// What does the address say? The whole state of the page, and back again: pure functions.

export const TABS = ['now', 'fast', 'well', 'mood', 'alerts', 'health'];
export const RANGES = ['15m', '1h', '4h', 'today', '24h', '7d'];
export const CUTS = ['network', 'team', 'agent', 'tier', 'topic', 'language'];
export const BYS = ['brand', 'network', 'team', 'agent', 'tier', 'topic', 'language'];
export const HOURS = ['all', 'business', 'off'];
export const STATS = ['p50', 'p90', 'p95', 'mean'];
export const MOODS = ['negative', 'neutral', 'positive'];

/** Every field in the order of the address: what it may say (null: any text), and what it means when it is not there. */
const FIELDS = {
  tab: { allowed: TABS, without: 'now' },
  brand: { allowed: null, without: '' },
  cut: { allowed: CUTS, without: '' },
  value: { allowed: null, without: '' },
  range: { allowed: RANGES, without: '1h' },
  from: { allowed: null, without: '' },
  to: { allowed: null, without: '' },
  by: { allowed: BYS, without: '' },
  hours: { allowed: HOURS, without: 'all' },
  stat: { allowed: STATS, without: 'p50' },
  theme: { allowed: ['auto', 'light', 'dark'], without: 'auto' },
  zone: { allowed: ['local', 'utc'], without: 'local' },
  kiosk: { allowed: ['1'], without: '' },
  alert: { allowed: null, without: '' },
  topic: { allowed: null, without: '' },
  sentiment: { allowed: MOODS, without: '' },
  conversation: { allowed: null, without: '' },
  author: { allowed: null, without: '' },
};

export const EMPTY = Object.freeze(Object.fromEntries(Object.entries(FIELDS).map(([name, field]) => [name, field.without])));

/** What filters the numbers, and what "clear all" takes away. */
const FILTERS = ['brand', 'cut', 'value', 'from', 'to', 'hours'];
/** What is kept for the next visit. */
const LASTING = ['brand', 'cut', 'value', 'range', 'hours', 'stat', 'theme', 'zone'];
/** What lies above the tabs, the topmost first: Escape takes one away at a time. */
const SHEETS = [['author'], ['conversation'], ['topic', 'sentiment'], ['alert']];
const NO_SHEET = Object.fromEntries(SHEETS.flat().map((name) => [name, '']));

const only = (view, names) => Object.fromEntries(names.map((name) => [name, view[name]]));

/** @param {string} search of the address; what it says that nobody knows is taken as not said */
export function read(search) {
  const said = new URLSearchParams(search);
  const view = {};
  for (const [name, { allowed, without }] of Object.entries(FIELDS)) {
    const value = said.get(name);
    view[name] = value !== null && (allowed === null || allowed.includes(value)) ? value : without;
  }
  if (!view.cut || !said.has('value')) view.cut = view.value = '';
  if (!view.from || !view.to) view.from = view.to = '';
  return view;
}

/** The address of a view: only what differs from the usual, so that links stay short. */
export function write(view) {
  const said = new URLSearchParams();
  for (const [name, { without }] of Object.entries(FIELDS)) {
    if (view[name] !== without) said.set(name, view[name]);
  }
  const text = said.toString();
  return text ? `?${text}` : '?tab=now'; // an address without anything is what the last visit said
}

/** The view after a change, and what follows from it: a range ends a zoom, another tab closes what lies above. */
export function change(view, changes) {
  const next = { ...view };
  if ('range' in changes) Object.assign(next, { from: '', to: '' });
  if ('tab' in changes && changes.tab !== view.tab) Object.assign(next, NO_SHEET, { by: '' });
  return Object.assign(next, changes);
}

export const cleared = () => only(EMPTY, FILTERS);
export const lasting = (view) => write({ ...EMPTY, ...only(view, LASTING) });

/** @returns {string[]} the fields of the sheet on top, none when nothing lies above the tabs */
export const topSheet = (view) => SHEETS.find((names) => names.some((name) => view[name])) ?? [];
export const withoutTopSheet = (view) => only(EMPTY, topSheet(view));

const USUAL_BY = { well: 'agent', mood: 'language' };

/** What the server is asked for: the part of the view that chooses numbers. */
export function question(view) {
  const asked = new URLSearchParams();
  if (view.brand) asked.set('brand', view.brand);
  if (view.cut) {
    asked.set('cut', view.cut);
    asked.set('value', view.value);
  }
  if (view.from) {
    asked.set('from', view.from);
    asked.set('to', view.to);
  } else {
    asked.set('range', view.range);
  }
  const by = view.by || USUAL_BY[view.tab];
  if (by) asked.set('by', by);
  asked.set('hours', view.hours);
  return asked;
}

const escaped = (part) => part.replaceAll('%', '%25').replaceAll('|', '%7C');
const plain = (part) => part.replaceAll('%7C', '|').replaceAll('%25', '%');

/** Two names as one, written as the documents write their ids. */
export const joined = (first, second) => `${escaped(first ?? '')}|${escaped(second)}`;

/** @returns {[string, string]} the first is empty when there is only one */
export function parts(id) {
  const at = id.indexOf('|');
  return at < 0 ? ['', plain(id)] : [plain(id.slice(0, at)), plain(id.slice(at + 1))];
}

const SECONDS = { s: 1, m: 60, h: 3600, d: 86400 };

/**
 * An instant as people write it: 2026-03-04T10:00, now, now-90m, now/d (midnight).
 * @returns {string|null} ISO-8601 in UTC; null when it says no instant
 */
export function instant(words, nowMs, utc) {
  const asked = words.trim().match(/^now(?:-(\d+)([smhd]))?(\/d)?$/);
  if (!asked) {
    const ms = Date.parse(utc && !/(Z|[+-]\d\d:?\d\d)$/.test(words) ? `${words}Z` : words);
    return Number.isNaN(ms) ? null : iso(ms);
  }
  const at = new Date(nowMs - (asked[1] ? Number(asked[1]) * SECONDS[asked[2]] * 1000 : 0));
  if (asked[3] && utc) at.setUTCHours(0, 0, 0, 0);
  else if (asked[3]) at.setHours(0, 0, 0, 0);
  return iso(at.getTime());
}

export const iso = (ms) => new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z');
