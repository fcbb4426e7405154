// The demo's traffic in your hands: speed, pause, and what happens to a brand. Not there outside a demo.

import { tell } from './api.js';
import { button, element, mark, say } from './dom.js';
import { words } from './format.js';

const SPEEDS = [1, 10, 60];
const HAPPENINGS = { billing_outage: 'Billing outage', influencer_surge: 'Influencer surge', agents_go_home: 'Agents go home' };

export class Demo {
  constructor(node) {
    this.node = node;
    this.speeds = SPEEDS.map((speed) => button('', `× ${speed}`, () => this.#tell({ speed })));
    this.pause = button('', '', () => this.#tell({ paused: !this.demo.paused }));
    this.happenings = Object.entries(HAPPENINGS).map(([name, title]) => [name, button('', title, () => this.#tell({ happen: name }))]);
    this.said = element('span', 'soft');
    mark(this.said, 'role', 'status');
    const group = (label, ...buttons) => {
      const made = element('span', 'demo-group', ...buttons);
      mark(made, 'role', 'group');
      mark(made, 'aria-label', label);
      return made;
    };
    node.append(element('b', '', 'Demo'), group('Speed', ...this.speeds, this.pause), group('What happens', ...this.happenings.map(([, made]) => made)), this.said);
  }

  /** @param {?{speed: number, paused: boolean, catching_up: boolean, running: string[]}} demo */
  update(demo) {
    this.demo = demo;
    this.node.hidden = !demo;
    if (!demo) return;
    this.speeds.forEach((made, i) => mark(made, 'aria-pressed', String(SPEEDS[i] === demo.speed)));
    say(this.pause, demo.paused ? 'Resume traffic' : 'Pause traffic');
    mark(this.pause, 'aria-pressed', String(demo.paused));
    for (const [name, made] of this.happenings) {
      mark(made, 'aria-pressed', String(demo.running.includes(name)));
    }
    const running = demo.running.map((name) => HAPPENINGS[name] ?? words(name));
    say(this.said, [demo.paused ? 'nobody writes' : '', demo.catching_up ? 'catching up with the clock' : '', running.length > 0 ? `happening: ${running.join(', ').toLowerCase()}` : ''].filter(Boolean).join('; '));
  }

  async #tell(what) {
    try {
      this.update(await tell('/api/demo', what));
    } catch (refused) {
      say(this.said, `${refused.message}. ${refused.remedy ?? ''}`);
    }
  }
}
