// What does a number mean? Its definition, beside it on hover, focus and tap; Escape puts it away.

import { element, say } from './dom.js';

const LINGER_MS = 150; // time to move the pointer onto the text itself

export class Definitions {
  constructor(tip) {
    this.tip = tip;
    this.catalogue = {};
    this.hours = 'all';
    this.texts = element('div', '');
    this.texts.hidden = true;
    document.body.append(this.texts);
    tip.addEventListener('pointerenter', () => clearTimeout(this.leaving));
    tip.addEventListener('pointerleave', () => this.hideSoon());
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && !this.tip.hidden) {
        this.hide();
        event.stopPropagation();
      }
    }, true);
    document.addEventListener('scroll', () => this.hide(), { passive: true, capture: true });
  }

  /** Takes over the catalogue. Hidden texts are what screen readers are pointed to. */
  update(catalogue, hours) {
    this.catalogue = catalogue;
    this.hours = hours;
    for (const key of Object.keys(catalogue)) say(this.text(key), this.words(key));
  }

  /** @returns {?{title: string, unit: string, samples: string, enough: number, good: ?string}} null for a number that the server does not know */
  about(key) {
    return this.catalogue[key] ?? null;
  }

  title(key) {
    return this.about(key)?.title ?? key;
  }

  words(key) {
    const about = this.about(key);
    if (!about) return '';
    return about.hours?.[this.hours] ?? about.definition;
  }

  /** Shows the definition of `key` while `area` is pointed at or `term` has the focus. `more` may add what is known of the value itself. */
  attach(key, area, term, more = () => '') {
    term.setAttribute('aria-describedby', this.text(key).id);
    const show = () => this.show(key, area, more());
    area.addEventListener('pointerenter', (event) => event.pointerType === 'mouse' && show());
    area.addEventListener('pointerleave', () => this.hideSoon());
    term.addEventListener('focus', show);
    term.addEventListener('blur', () => this.hide());
    term.addEventListener('click', show);
  }

  /** A name of a number that explains itself. */
  term(key, label, area) {
    const term = element('button', 'term', label);
    term.type = 'button';
    this.attach(key, area ?? term, term);
    return term;
  }

  text(key) {
    const id = `about-${key}`;
    let text = document.getElementById(id);
    if (!text) {
      text = element('p', '');
      text.id = id;
      this.texts.append(text);
    }
    return text;
  }

  show(key, area, more) {
    clearTimeout(this.leaving);
    const words = [this.words(key), more].filter(Boolean).join(' ');
    if (!words) return;
    say(this.tip, words);
    this.tip.hidden = false;
    const place = area.getBoundingClientRect();
    const size = this.tip.getBoundingClientRect();
    const left = Math.max(8, Math.min(place.left, document.documentElement.clientWidth - size.width - 8));
    const below = place.bottom + size.height + 8 < window.innerHeight;
    this.tip.style.left = `${left}px`;
    this.tip.style.top = `${below ? place.bottom + 4 : Math.max(8, place.top - size.height - 4)}px`;
  }

  hideSoon() {
    clearTimeout(this.leaving);
    this.leaving = setTimeout(() => this.hide(), LINGER_MS);
  }

  hide() {
    clearTimeout(this.leaving);
    this.tip.hidden = true;
  }
}
