// The keyboard: what each key does, and the sheet that says so.

import { button, element, mark } from './dom.js';
import { TABS } from './view.js';

const HELP = [
  ['1 … 6', 'the tabs; also g, then n, f, w, m, a, h'],
  ['j, n / k', 'next and previous in a list; Enter opens'],
  ['/', 'filters'],
  ['p', 'pause and resume'],
  ['t', 'local time or UTC'],
  ['w', 'wallboard on and off'],
  ['c', 'copy the link'],
  ['Esc', 'close what is on top'],
  ['?', 'this list'],
];
const LETTERS = { n: 'now', f: 'fast', w: 'well', m: 'mood', a: 'alerts', h: 'health' };
const THEN_MS = 1500;

export class Keys {
  /** @param {Record<string, () => void>} actions pause, wall, zone, copy, filters, escape @param {HTMLDialogElement} dialog */
  constructor(page, actions, dialog) {
    this.page = page;
    this.actions = actions;
    this.dialog = dialog;
    const list = element('dl', 'keys', ...HELP.flatMap(([key, what]) => [element('dt', '', element('kbd', '', key)), element('dd', '', what)]));
    const title = element('h2', '', 'Keyboard');
    title.id = 'help-title';
    mark(dialog, 'aria-labelledby', 'help-title');
    dialog.append(title, list, element('p', 'soft', 'On a chart, arrow keys read point by point; Shift and arrows choose a span, Enter zooms in.'), button('primary', 'Close', () => dialog.close()));
    document.addEventListener('keydown', (event) => this.#key(event));
  }

  help() {
    if (!this.dialog.open) this.dialog.showModal();
  }

  #key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || this.dialog.open) return;
    if (event.key === 'Escape') this.actions.escape();
    else if (!event.target.closest('input, textarea, select')) this.#command(event);
  }

  #command(event) {
    const { key } = event;
    const then = performance.now() - (this.went ?? -Infinity) < THEN_MS;
    this.went = undefined;
    if (then && key in LETTERS) this.page.go({ tab: LETTERS[key] });
    else if (key === 'g') this.went = performance.now();
    else if (/^[1-6]$/.test(key)) this.page.go({ tab: TABS[Number(key) - 1] });
    else if (key === 'j' || key === 'n') this.#move(1);
    else if (key === 'k') this.#move(-1);
    else if (key === '?') this.help();
    else if (key === '/') this.actions.filters();
    else if (key === 'p') this.actions.pause();
    else if (key === 'w') this.actions.wall();
    else if (key === 't') this.actions.zone();
    else if (key === 'c') this.actions.copy();
    else return;
    event.preventDefault();
  }

  /** To the next link of the list that is shown: of alerts, or of the oldest waits; in an open sheet of its messages. */
  #move(by) {
    const sheet = document.querySelector('.sheet:not([hidden]) .messages');
    const links = [...(this.page.view.alert && !sheet?.contains(document.activeElement) ? [] : (sheet?.querySelectorAll('.message-foot a') ?? []))];
    const all = links.length > 0 ? links : [...document.querySelectorAll('main [data-list] :is(a.alert-title, a.wait)')];
    if (all.length === 0) return;
    const here = all.indexOf(document.activeElement);
    const next = all[here < 0 ? (by > 0 ? 0 : all.length - 1) : Math.max(0, Math.min(all.length - 1, here + by))];
    next.focus();
    next.scrollIntoView({ block: 'nearest' });
  }
}
