// The messages behind a number: of a topic, of a tone, of an author in the last seven days.

import { element } from './dom.js';
import { count, text, words } from './format.js';
import { messageList } from './message.js';
import { nothing } from './panel.js';
import { parts, question } from './view.js';

export class MessagesSheet {
  constructor(page) {
    this.page = page;
  }

  title() {
    const { topic, sentiment } = this.page.view;
    return [topic && `Messages about ${topic}`, sentiment && `${topic ? '' : 'Messages, '}${sentiment}`].filter(Boolean).join(', ');
  }

  question() {
    const { topic, sentiment } = this.page.view;
    const asked = question(this.page.view);
    if (topic) asked.set('topic', topic);
    if (sentiment) asked.set('sentiment', sentiment);
    return ['/api/messages', asked];
  }

  show({ messages }, body) {
    body.replaceChildren(
      element('p', 'soft', 'Of the chosen time, newest first, at most 100.'),
      messageList(this.page, messages, { conversation: true }, nothing('No such message', 'None in the chosen time and slice. Choose a longer range or clear filters.')),
    );
  }
}

export class AuthorSheet {
  constructor(page) {
    this.page = page;
    [this.network, this.id] = parts(page.view.author);
  }

  title(data) {
    const author = data?.messages[0]?.author;
    return author?.handle || this.id;
  }

  question() {
    return ['/api/author', this.network ? { id: this.id, network: this.network } : { id: this.id }];
  }

  show({ messages }, body) {
    const author = messages[0]?.author;
    const about = author ? [words(author.weight ?? 'ordinary'), author.followers === undefined ? '' : `${text(count(author.followers))} followers`, author.verified ? 'verified' : '', this.network] : [];
    const negative = messages.filter((m) => m.sentiment?.label === 'negative').length;
    body.replaceChildren(
      element('p', 'soft', about.filter(Boolean).join(' · ')),
      element('p', '', `${text(count(messages.length))} ${messages.length === 1 ? 'message' : 'messages'} in the last seven days, ${negative} of them negative. Newest first.`),
      messageList(this.page, messages, { conversation: true, author: false }, nothing('Nothing in the last seven days', 'Older messages are not shown here.')),
    );
  }
}
