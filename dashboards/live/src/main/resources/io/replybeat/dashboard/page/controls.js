// What the reader can do to the page itself: its tabs, pause, link, zone, theme, wallboard, by mouse and by key.

import { element, mark, say } from './dom.js';
import { Keys } from './keys.js';
import { TABS } from './view.js';

const TITLES = { now: 'Now', fast: 'How fast', well: 'How well', mood: 'Mood', alerts: 'Alerts', health: 'Pipeline' };
const NEXT_THEME = { auto: 'dark', dark: 'light', light: 'auto' };
const SAID_MS = 2500;

export class Controls {
  /** @param {(id: string) => HTMLElement} at */
  constructor(page, at) {
    this.page = page;
    this.at = at;
    this.badge = element('span', 'badge');
    this.badge.id = 'firing';
    this.badge.hidden = true;
    this.tabs = TABS.map((tab) => {
      const link = element('a', '', TITLES[tab]);
      link.dataset.tab = tab;
      if (tab === 'alerts') link.append(this.badge);
      return link;
    });
    at('tabs').append(...this.tabs);
    const actions = {
      pause: () => page.pause(),
      copy: () => this.#copy(),
      zone: () => page.go({ zone: page.view.zone === 'utc' ? 'local' : 'utc' }),
      theme: () => page.go({ theme: NEXT_THEME[page.view.theme] }),
      wall: () => page.go({ kiosk: page.view.kiosk ? '' : '1' }),
      filters: () => page.filters.focus(),
      escape: () => page.escape(),
    };
    this.keys = new Keys(page, actions, at('help'));
    for (const id of ['pause', 'copy', 'zone', 'theme', 'wall']) at(id).addEventListener('click', actions[id]);
    at('keys').addEventListener('click', () => this.keys.help());
    this.#menus(at('menu'));
  }

  update() {
    const { page, at } = this;
    const { view } = page;
    for (const link of this.tabs) {
      mark(link, 'href', page.href({ tab: link.dataset.tab }));
      mark(link, 'aria-current', link.dataset.tab === page.tab ? 'page' : null);
    }
    say(at('pause'), page.paused ? `Resume${page.missed > 0 ? ` (${page.missed} missed)` : ''}` : 'Pause');
    mark(at('pause'), 'aria-pressed', String(page.paused));
    say(at('theme'), `Theme: ${view.theme}`);
    say(at('zone'), view.zone === 'utc' ? 'UTC' : 'Local time');
    mark(at('zone'), 'aria-pressed', String(view.zone === 'utc'));
  }

  /** How many alerts call for somebody, at the name of their tab. */
  firing(alerts) {
    const count = alerts.filter((alert) => alert.state === 'firing' && !alert.muted).length;
    this.badge.hidden = count === 0;
    say(this.badge, String(count));
  }

  async #copy() {
    const copied = await navigator.clipboard?.writeText(location.href).then(() => true, () => false);
    say(this.at('copied'), copied ? 'Link copied' : 'Copy it from the address bar');
    setTimeout(() => say(this.at('copied'), ''), SAID_MS);
  }

  /** A click elsewhere, or Escape, closes what hangs open. */
  #menus(menu) {
    menu.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || !menu.open) return;
      event.stopPropagation();
      menu.open = false;
      menu.firstElementChild.focus();
    });
    document.addEventListener('pointerdown', (event) => {
      for (const open of document.querySelectorAll('.menu[open], .span[open]')) open.open = open.contains(event.target);
    });
  }
}
