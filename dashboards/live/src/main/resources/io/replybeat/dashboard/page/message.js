// One message as somebody wrote it: text only, whatever it says.

import { element, mark } from './dom.js';
import { count, score, text, words } from './format.js';
import { joined } from './view.js';

const WHO = { customer: 'customer', agent: 'agent', bot: 'bot', automation: 'automatic' };

/** @param {{conversation?: boolean, author?: boolean}} links which ways on to offer */
export function message(page, m, { conversation = false, author = true } = {}) {
  const name = m.author?.handle || m.author?.id || 'somebody';
  const customer = m.author?.kind === 'customer';
  const who = customer && author && m.author?.id ? element('a', 'author', name) : element('span', 'author', name);
  if (who.tagName === 'A') mark(who, 'href', page.href({ author: joined(m.network, m.author.id) }));
  const about = [WHO[m.author?.kind] ?? '', weight(m.author), m.network, m.visibility === 'public' ? 'public' : m.visibility === 'internal' ? 'internal note' : 'private', m.is_repost ? 'repost' : ''];
  const head = element('p', 'message-head', who, ' ', element('span', 'soft', about.filter(Boolean).join(' · ')), element('time', 'when', page.clock.write('dated', m.occurred_at)));
  const body = element('p', 'message-text', m.text ?? '');
  body.dir = 'auto';
  if (m.text === undefined || m.text === null) body.replaceChildren(element('i', 'soft', 'The text is not stored.'));
  const foot = element('p', 'message-foot', ...tone(m), ...said(m));
  if (conversation) {
    const link = element('a', '', 'Conversation');
    mark(link, 'href', page.href({ conversation: joined(m.brand, m.conversation_id) }));
    foot.append(link);
  }
  const node = element('li', 'message', head, body, foot);
  node.dataset.direction = m.direction;
  node.dataset.kind = m.author?.kind ?? '';
  return node;
}

const weight = (author) =>
  author?.kind === 'customer' && author.weight && author.weight !== 'ordinary'
    ? `${words(author.weight)}, ${text(count(author.followers ?? 0))} followers`
    : '';

const SIGNS = { negative: '▼', neutral: '■', positive: '▲' };

function tone({ sentiment }) {
  if (!sentiment?.label) return [];
  const badge = element('span', 'tone', `${SIGNS[sentiment.label] ?? ''} ${sentiment.label} ${text(score(sentiment.score ?? 0))}`);
  badge.dataset.tone = sentiment.label;
  return [badge];
}

const said = (m) => [...(m.topics ?? []), ...(m.tier ? [`tier ${m.tier}`] : []), ...(m.language ? [m.language] : [])].map((word) => element('span', 'tag', word));

/** The same as a list, or why there is none. */
export const messageList = (page, messages, links, none) =>
  messages.length > 0 ? element('ol', 'messages', ...messages.map((m) => message(page, m, links))) : none;
