// Somebody looks after it: a name, a note, shown to all.

import { tell } from './api.js';
import { element, mark, say } from './dom.js';

const NAME = 'replybeat.name';

export class Acknowledge {
  constructor(page, alertId) {
    this.page = page;
    this.alertId = alertId;
    this.by = this.#field('input', 'Your name', 100);
    this.note = this.#field('input', 'Note (no customer’s name)', 500);
    this.by.value = remembered();
    this.send = element('button', 'primary', 'I look after it');
    this.said = element('p', 'ack');
    mark(this.said, 'role', 'status');
    this.form = element('form', 'acknowledge', this.by.parentNode, this.note.parentNode, this.send);
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#send();
    });
    this.node = element('div', 'part', this.form, this.said);
  }

  update(acknowledged) {
    this.form.hidden = Boolean(acknowledged);
    if (acknowledged) say(this.said, `✓ ${acknowledged.by} looks after it since ${this.page.clock.write('dated', acknowledged.at)}${acknowledged.note ? `: ${acknowledged.note}` : ''}`);
  }

  async #send() {
    const by = this.by.value.trim();
    if (!by) {
      say(this.said, 'Who are you? Others will want to know whom to ask.');
      this.by.focus();
      return;
    }
    localStorage.setItem(NAME, by);
    this.send.disabled = true;
    try {
      const { acknowledged } = await tell('/api/acknowledge', { alert_id: this.alertId, by, note: this.note.value.trim() });
      this.update(acknowledged);
    } catch (refused) {
      say(this.said, `${refused.message}. ${refused.remedy ?? ''}`);
    } finally {
      this.send.disabled = false;
    }
  }

  #field(tag, label, longest) {
    const field = element(tag, '');
    field.maxLength = longest;
    field.autocomplete = 'off';
    element('label', 'field', element('span', '', label), field);
    return field;
  }
}

const remembered = () => localStorage.getItem(NAME) ?? '';
