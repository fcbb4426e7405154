// Behind an alert: what happened, why it was told, who wrote it, and who looks after it.

import { Acknowledge } from './acknowledge.js';
import { SEVERITY_SIGNS, life, measured, written } from './alerts.js';
import { Chart } from './chart.js';
import { element, mark } from './dom.js';
import { evidence } from './evidence.js';
import { percent, text, words } from './format.js';
import { messageList } from './message.js';
import { nothing } from './panel.js';
import { Story } from './story.js';

export class AlertSheet {
  constructor(page) {
    this.page = page;
    this.chart = new Chart(page, 'What was measured');
    this.acknowledge = new Acknowledge(page, page.view.alert);
    this.head = element('div', 'alert-life');
    this.measured = element('section', 'part', element('h3', '', 'What was measured'), this.chart.node);
    this.story = element('section', 'part');
    this.causes = element('section', 'part');
    this.messages = element('section', 'part');
  }

  title(data) {
    return data?.alert.title ?? 'Alert';
  }

  question() {
    return ['/api/alert', { id: this.page.view.alert }];
  }

  show(data, body, first) {
    const { alert, acknowledged, callout, messages, view, points } = data;
    if (first) body.replaceChildren(this.head, this.acknowledge.node, this.story, this.measured, this.causes, this.messages);
    this.head.replaceChildren(...this.#head(alert, acknowledged, view));
    this.acknowledge.update(acknowledged);
    this.story.hidden = !callout;
    if (callout) this.story.replaceChildren(...new Story(this.page, callout, messages).nodes());
    this.measured.hidden = !points;
    if (points) this.chart.update(evidence(this.page, alert, points));
    this.#causes(alert.evidence ?? {}, alert.measure);
    this.messages.replaceChildren(
      element('h3', '', 'What customers wrote'),
      messageList(this.page, messages, { conversation: true }, nothing('No message to show', 'This alert rests on counts, or its messages were erased or never stored.')),
    );
  }

  #head(alert, acknowledged, view) {
    const { clock } = this.page;
    const badge = element('p', 'alert-badge', `${SEVERITY_SIGNS[alert.severity] ?? ''} ${alert.severity} · ${words(alert.rule)} · ${life({ ...alert, acknowledged })}${alert.muted ? ', muted' : ''}`);
    mark(badge, 'data-severity', alert.severity);
    const steps = [['Began', alert.since], ['Told', alert.fired_at], ['Acknowledged', acknowledged?.at], [alert.state === 'resolved' ? 'Over' : 'Latest', alert.resolved_at ?? alert.updated_at]].filter(([, at]) => at);
    const slice = element('a', '', 'Open these numbers');
    const { brand, cut, value, from, to } = view ?? {};
    mark(slice, 'href', this.page.href({ tab: /sla/.test(alert.rule) ? 'fast' : 'mood', brand: brand ?? '', cut: cut ?? '', value: value ?? '', from: from ?? '', to: to ?? '', by: '', alert: '', topic: '', sentiment: '', conversation: '', author: '' }));
    return [
      badge,
      element('p', 'why', clock.within(alert.why ?? '')),
      element('p', 'measured', measured(alert)),
      element('ol', 'steps', ...steps.map(([word, at]) => element('li', '', element('b', '', word), ' ', clock.write('dated', at)))),
      ...(view ? [element('p', '', slice)] : []),
    ];
  }

  #causes({ causes = [], joined = [] }, measure) {
    this.causes.hidden = causes.length === 0 && joined.length === 0;
    const list = element('ul', 'causes', ...causes.map((cause) => this.#cause(cause, measure)));
    const also = joined.length > 0 ? [element('p', 'soft', `Also unusual: ${joined.map((id) => id.replace('|', ' ')).join(', ')}`)] : [];
    this.causes.replaceChildren(element('h3', '', 'Where it comes from'), list, ...also);
  }

  #cause({ cut, subject, value, expected, share }, measure) {
    const bar = element('span', 'cause-bar');
    bar.style.width = `${Math.max(0, Math.min(1, share ?? 0)) * 100}%`;
    const says = [written(measure, value), expected === null || expected === undefined ? '' : `usual ${written(measure, expected)}`].filter(Boolean).join(', ');
    return element('li', '', element('span', 'cause-name', `${cut} ${subject}`), element('span', 'soft', says), element('b', '', text(percent(share ?? 0))), element('span', 'cause-track', bar));
  }
}
