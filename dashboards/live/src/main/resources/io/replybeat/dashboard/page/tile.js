// One number: its name, its value, what it rests on, and how it stands against last week.

import { element, mark, say, showParts } from './dom.js';
import { change, judge, lastWeek } from './numbers.js';

export class Tile {
  /** @param {'large'|'middle'|'small'} size */
  constructor(page, key, { size = 'middle', label } = {}) {
    this.page = page;
    this.key = key;
    this.label = label;
    this.term = element('button', 'term');
    this.term.type = 'button';
    this.value = element('p', 'value');
    this.change = element('p', 'change');
    this.note = element('p', 'note');
    this.node = element('div', 'tile', this.term, element('div', 'value-row', this.value, this.change), this.note);
    this.node.dataset.size = size;
    page.definitions.attach(key, this.node, this.term, () => this.more ?? '');
    this.#named(key);
  }

  /** From the snapshot's numbers, always by their key: two tiles of one key never differ. */
  update(numbers, key = this.key) {
    if (key !== this.key) this.#named(key);
    const about = this.page.definitions.about(key);
    const measured = numbers[key];
    const { state, parts, note } = judge(about, measured);
    const against = change(about, measured);
    this.more = about && measured ? lastWeek(about, measured) : '';
    const hours = about?.hours && this.page.view.hours !== 'all' ? { business: 'business hours', off: 'off hours' }[this.page.view.hours] : '';
    this.show(state, parts, [note, hours].filter(Boolean).join(', '), against);
  }

  /** What is no metric of a range, such as who waits now. */
  show(state, parts, note = '', against = null) {
    say(this.term, this.label ?? this.page.definitions.title(this.key));
    mark(this.node, 'data-state', state);
    showParts(this.value, parts);
    say(this.note, note);
    say(this.change, against ? against.words : '');
    mark(this.change, 'data-tone', against?.tone);
    mark(this.change, 'title', against ? 'against the same time last week' : null);
  }

  #named(key) {
    this.key = key;
    this.node.dataset.key = key;
    this.term.setAttribute('aria-describedby', this.page.definitions.text(key).id);
  }
}
