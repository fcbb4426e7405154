// What does a number mean? Its definition, beside it on hover, focus and tap; Escape puts it away.

import { element, say } from './dom.js';

const LINGER_MS = 150; // time to move the pointer onto the text itself

export class Definitions {
  constructor(tip) {
    this.tip = tip;
    this.texts = element('div', '');
    this.texts.hidden = true;
    document.body.append(this.texts);
    tip.addEventListener('pointerenter', () => clearTimeout(this.leaving));
    tip.addEventListener('pointerleave', () => this.hideSoon());
    document.addEventListener('keydown', (event) => event.key === 'Escape' && this.hide());
    document.addEventListener('scroll', () => this.hide(), { passive: true });
  }

  /** Takes over the catalogue that came with a snapshot. Hidden texts are what screen readers are pointed to. */
  update(numbers) {
    for (const [key, number] of Object.entries(numbers)) {
      const id = `about-${key}`;
      let text = document.getElementById(id);
      if (!text) {
        text = element('p', '');
        text.id = id;
        this.texts.append(text);
      }
      say(text, number.definition);
    }
  }

  /** Shows the definition of `key` while `area` is pointed at or `term` has the focus. */
  attach(key, area, term) {
    term.setAttribute('aria-describedby', `about-${key}`);
    area.addEventListener('pointerenter', () => this.show(key, area));
    area.addEventListener('pointerleave', () => this.hideSoon());
    term.addEventListener('focus', () => this.show(key, area));
    term.addEventListener('blur', () => this.hide());
    term.addEventListener('click', () => this.show(key, area));
  }

  show(key, area) {
    clearTimeout(this.leaving);
    const text = document.getElementById(`about-${key}`);
    if (!text) return;
    say(this.tip, text.textContent);
    this.tip.hidden = false;
    const place = area.getBoundingClientRect();
    const size = this.tip.getBoundingClientRect();
    const left = Math.max(8, Math.min(place.left, document.documentElement.clientWidth - size.width - 8));
    const below = place.bottom + size.height < window.innerHeight;
    this.tip.style.left = `${left}px`;
    this.tip.style.top = `${below ? place.bottom : Math.max(8, place.top - size.height)}px`;
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
