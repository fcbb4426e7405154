// How well: does everybody get an answer, is the matter settled, and who does it, people or bots?

import { Chart, series } from './chart.js';
import { Choice } from './choice.js';
import { Compare } from './compare.js';
import { element } from './dom.js';
import { Meter } from './meter.js';
import { Panel } from './panel.js';
import { Tile } from './tile.js';
import { STATS } from './view.js';

const WORDS = { p50: 'median', p90: '90 % within', p95: '95 % within', mean: 'mean' };

/** The median always, beside it what was chosen. */
const times = (timing, title, stat) => [...new Set(['p50', stat])].map((each) => [`${timing}.${each}_seconds`, `${title}, ${WORDS[each]}`]);

export class Well {
  constructor(page) {
    this.page = page;
    this.stat = new Choice(page, 'Which of the times', 'stat', STATS.map((stat) => [stat, WORDS[stat].replace(/^m/, 'M')]));
    this.replies = new Meter(page, 'reply_rate', 'Reply rate', [
      ['waits_answered', 'answered', 'good'],
      ['waits_waiting', 'still wait', 'risk'],
      ['waits_unanswered', 'closed without a reply', 'bad'],
      ['waits_no_reply_needed', 'needed no reply', 'quiet'],
    ], { size: 'large' });
    this.received = new Tile(page, 'waits_received', { size: 'small', label: 'Waits begun' });
    this.rates = new Chart(page, 'Reply rate and resolution rate');
    this.repliesPanel = new Panel(page, 'Everybody gets an answer', { csv: 'numbers', name: 'replies' }, this.replies.node, this.received.node, this.rates.node);

    this.resolution = new Tile(page, 'resolution_rate', { size: 'large', label: 'Resolution rate' });
    this.resolutionTiles = [
      new Tile(page, 'resolution_flow', { size: 'small', label: 'Resolved per begun' }),
      new Tile(page, 'conversations_opened', { size: 'small', label: 'Begun' }),
      new Tile(page, 'conversations_resolved_now', { size: 'small', label: 'Of them resolved' }),
      new Tile(page, 'conversations_reopened', { size: 'small', label: 'Reopened' }),
    ];
    this.took = new Tile(page, 'resolution_time.p50_seconds', { size: 'middle' });
    this.took.node.dataset.wide = 'true';
    this.flow = new Chart(page, 'Conversations begun and resolved');
    this.resolutionPanel = new Panel(page, 'The matter is settled', { csv: 'numbers', name: 'resolution' }, element('div', 'tile-row two', this.resolution.node, this.took.node), element('div', 'tile-row', ...this.resolutionTiles.map((t) => t.node)), this.flow.node);

    this.people = new Tile(page, 'reply_wait.p50_seconds', { size: 'middle' });
    this.bots = new Tile(page, 'bot_reply_wait.p50_seconds', { size: 'middle' });
    this.share = new Meter(page, 'bot_share', 'Answered by bots', [['reply_wait.count', 'by people', 'a'], ['bot_reply_wait.count', 'by bots', 'b']]);
    this.written = [
      new Tile(page, 'messages_out_agent', { size: 'small', label: 'Written by people' }),
      new Tile(page, 'messages_out_bot', { size: 'small', label: 'by bots' }),
      new Tile(page, 'messages_out_automation', { size: 'small', label: 'sent automatically' }),
    ];
    this.out = new Chart(page, 'Messages out');
    this.botsPanel = new Panel(page, 'People and bots', { csv: 'points', name: 'bots' }, element('div', 'tile-row two', this.people.node, this.bots.node), this.share.node, element('div', 'tile-row', ...this.written.map((t) => t.node)), this.out.node);

    this.compare = new Compare(page, 'How well, compared', ({ stat }) => [
      ['messages_out_agent', 'messages written'],
      ...times('reply_wait', 'wait for a reply', stat),
      ['reply_rate', 'reply rate'],
      ['waits_waiting', 'still wait'],
      ['resolution_rate', 'resolution rate'],
      ['resolution_time.count', 'resolutions'],
      ...times('resolution_time', 'resolved in', stat),
      ['conversations_reopened', 'reopened'],
      ['sla_next_reply_met_share', 'next reply in time'],
    ]);
    this.node = element('div', 'tab', element('div', 'tab-tools', this.stat.node), element('div', 'grid three', this.repliesPanel.node, this.resolutionPanel.node, this.botsPanel.node), this.compare.node);
  }

  update(snapshot) {
    const { page } = this;
    const { numbers, points } = snapshot;
    const { stat } = page.view;
    const line = (key, tone, title) => series(page, points, key, tone, title);
    this.stat.update();
    [this.repliesPanel, this.resolutionPanel, this.botsPanel].forEach((panel) => panel.update());
    [this.replies, this.share, this.received, this.resolution, ...this.resolutionTiles, ...this.written].forEach((widget) => widget.update(numbers));
    this.#timed(this.took, 'resolution_time', `Resolved in, ${WORDS[stat]}`, numbers);
    this.#timed(this.people, 'reply_wait', `Wait for people, ${WORDS[stat]}`, numbers);
    this.#timed(this.bots, 'bot_reply_wait', `Wait for bots, ${WORDS[stat]}`, numbers);
    this.rates.update({ ...points, lines: [...line('reply_rate', 'a', 'reply rate'), ...line('resolution_rate', 'b', 'resolution rate')], bars: line('waits_received', 'quiet', 'waits begun'), none: 'Nobody began to wait in this time.' });
    this.flow.update({ ...points, lines: [...line('conversations_opened', 'a', 'begun'), ...line('resolution_time.count', 'b', 'resolved')], bars: line('conversations_reopened', 'bad', 'reopened'), none: 'No conversation began or was resolved in this time.' });
    this.out.update({ ...points, lines: [], bars: [...line('messages_out_agent', 'a', 'by people'), ...line('messages_out_bot', 'b', 'by bots'), ...line('messages_out_automation', 'quiet', 'automatic')], none: 'Nothing was sent to customers in this time.' });
    this.compare.update(snapshot);
  }

  #timed(tile, timing, label, numbers) {
    tile.label = label;
    tile.update(numbers, `${timing}.${this.page.view.stat}_seconds`);
  }
}
