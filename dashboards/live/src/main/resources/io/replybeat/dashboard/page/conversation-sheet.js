// A conversation as it went: every message, every wait and promise between them, and how it stands now.

import { element, mark } from './dom.js';
import { count, duration, text, ticking, words } from './format.js';
import { message } from './message.js';
import { nothing } from './panel.js';
import { SIGNS, due } from './sla.js';
import { parts } from './view.js';

const TARGETS = { first_response: 'First response', next_reply: 'Next reply', resolution: 'Resolution' };
const OUTCOMES = { met: ['ok', '● met'], breached: ['breached', '✕ missed'], running: ['none', 'running'] };
const RISK_SECONDS = 600;

export class ConversationSheet {
  constructor(page) {
    this.page = page;
    [this.brand, this.id] = parts(page.view.conversation);
  }

  title() {
    return `Conversation ${this.id}`;
  }

  question() {
    return ['/api/conversation', { brand: this.brand, conversation_id: this.id }];
  }

  show({ conversation, messages, facts }, body) {
    const moments = [
      ...messages.map((m) => ({ at: Date.parse(m.occurred_at), order: 0, node: () => message(this.page, m) })),
      ...facts.map((fact) => this.#moment(fact)).filter(Boolean),
    ].sort((a, b) => a.at - b.at || a.order - b.order);
    body.replaceChildren(
      this.#standing(conversation),
      moments.length > 0 ? element('ol', 'messages', ...moments.map(({ node }) => node())) : nothing('No messages stored', 'The conversation is known, its messages are not.'),
    );
  }

  /** How it stands now, as a list of what is known. */
  #standing(c) {
    const { clock } = this.page;
    const rows = [
      ['Brand', c.brand],
      ['Network', c.network],
      ['Status', words(c.status ?? '')],
      ['Waits', c.open_wait_since ? `for ${text(ticking((this.page.moment() - Date.parse(c.open_wait_since)) / 1000))}, ${c.waiting_messages} ${c.waiting_messages === 1 ? 'message' : 'messages'}` : 'nobody'],
      ['Begun', c.started_at && clock.write('dated', c.started_at)],
      ['About', [c.topic, c.tier && `tier ${c.tier}`, c.language].filter(Boolean).join(', ')],
      ['With', [c.agent_id, c.team_id].filter(Boolean).join(', ')],
      ['Written', c.counts && [['customer', c.counts.customer_messages], ['agent', c.counts.agent_replies], ['bot', c.counts.bot_replies]].filter(([, n]) => n).map(([who, n]) => `${text(count(n))} by ${who}`).join(', ')],
      ['Reopened', c.reopen_count === 1 ? 'once' : c.reopen_count ? `${c.reopen_count} times` : ''],
    ].filter(([, value]) => value);
    const list = element('dl', 'facts', ...rows.flatMap(([name, value]) => [element('dt', '', name), element('dd', '', value)]));
    for (const target of Object.keys(TARGETS)) {
      const sla = c.sla?.[target];
      if (!sla?.outcome) continue;
      const running = sla.outcome === 'running' && due({ target, ...sla }, this.page.moment(), RISK_SECONDS);
      const [state, said] = running ? [running.state, [SIGNS[running.state], running.words].join(' ')] : (OUTCOMES[sla.outcome] ?? ['none', sla.outcome]);
      const value = element('dd', '', said.trim());
      mark(value, 'data-sla', state);
      list.append(element('dt', '', `${TARGETS[target]} target`), value);
    }
    return list;
  }

  /** A fact between the messages, at the instant at which it ended. */
  #moment(fact) {
    const took = text(duration(fact.seconds ?? 0));
    const said = {
      first_response: `First response after ${took}`,
      reply: fact.is_first_response ? '' : `Reply of a ${fact.answered_by === 'bot' ? 'bot' : 'human'} after ${took}`,
      unanswered: `Closed without an answer after ${took}`,
      resolution: `Resolved after ${took}`,
      reopen: `Opened again by ${fact.reopened_by === 'agent' ? 'an agent' : 'the customer'}`,
      bot_phase: `The bot handed over after ${took}`,
      sla: fact.outcome === 'breached' ? `${SIGNS.breached} ${TARGETS[fact.target] ?? ''} target missed` : '',
    }[fact.kind];
    const at = fact.kind === 'sla' ? (fact.due_at ?? fact.ended_at) : fact.ended_at;
    if (!said || !at) return null;
    return {
      at: Date.parse(at),
      order: 1,
      node: () => {
        const node = element('li', 'moment', said, element('time', 'when', this.page.clock.write('dated', at)));
        node.dataset.kind = fact.kind;
        return node;
      },
    };
  }
}
