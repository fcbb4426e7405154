// Mood: how much is written, in which tone, about what, and what moved?

import { Chart, alertMarks, series } from './chart.js';
import { Compare } from './compare.js';
import { element, mark, say } from './dom.js';
import { count, text } from './format.js';
import { Meter } from './meter.js';
import { Panel, nothing } from './panel.js';
import { Table, linked, words } from './table.js';
import { Tile } from './tile.js';

const TONES = [['sentiment_negative', 'negative', 'bad'], ['sentiment_neutral', 'neutral', 'quiet'], ['sentiment_positive', 'positive', 'good']];
const LISTS = [['topics', 'Topics'], ['sub_topics', 'Sub-topics'], ['saved_replies', 'Saved replies'], ['quick_replies', 'Quick replies']];
const RULES = ['volume_spike', 'sentiment_drop', 'callout_surge', 'snowball'];

export class Mood {
  constructor(page) {
    this.page = page;
    this.volume = [
      new Tile(page, 'messages_in', { size: 'large', label: 'Messages in' }),
      new Tile(page, 'messages_out', { size: 'large', label: 'Messages out' }),
    ];
    this.volumeMore = [
      new Tile(page, 'messages_in_public', { size: 'small', label: 'Public' }),
      new Tile(page, 'messages_in_direct', { size: 'small', label: 'Private' }),
      new Tile(page, 'messages_in_reposts', { size: 'small', label: 'Reposts' }),
      new Tile(page, 'messages_in_weighty', { size: 'small', label: 'Of weight' }),
    ];
    this.volumeChart = new Chart(page, 'Messages in and out');
    this.volumePanel = new Panel(page, 'How much', { csv: 'points', name: 'volume' }, element('div', 'tile-row two', ...this.volume.map((t) => t.node)), element('div', 'tile-row', ...this.volumeMore.map((t) => t.node)), this.volumeChart.node);

    this.mean = new Tile(page, 'sentiment_mean', { size: 'large', label: 'Mean tone' });
    this.net = new Meter(page, 'sentiment_net', 'Good less bad', TONES);
    this.toneChart = new Chart(page, 'Mean tone, and messages by tone');
    this.read = element('p', 'read-on');
    this.tonePanel = new Panel(page, 'In which tone', { csv: 'points', name: 'tone' }, element('div', 'tile-row two', this.mean.node, this.net.tile.node), this.net.bar, this.net.list, this.toneChart.node, this.read);

    this.lists = LISTS.map(([name, title]) => new TopList(page, name, title));
    this.compare = new Compare(page, 'Mood, compared', () => [
      ['messages_in', 'messages in'],
      ['messages_out', 'messages out'],
      ['sentiment_negative', 'negative'],
      ['sentiment_neutral', 'neutral'],
      ['sentiment_positive', 'positive'],
      ['sentiment_net', 'good less bad'],
      ['sentiment_mean', 'mean tone'],
    ]);
    this.node = element('div', 'tab', element('div', 'grid two-wide', this.volumePanel.node, this.tonePanel.node), element('div', 'grid four', ...this.lists.map((l) => l.node)), this.compare.node);
  }

  update(snapshot) {
    const { page } = this;
    const { numbers, points, alerts, top } = snapshot;
    const marks = alertMarks(alerts, RULES, page.clock.now());
    [...this.volume, ...this.volumeMore, this.mean, this.net].forEach((widget) => widget.update(numbers));
    [this.volumePanel, this.tonePanel].forEach((panel) => panel.update());
    this.volumeChart.update({ ...points, lines: [...series(page, points, 'messages_in', 'a', 'in'), ...series(page, points, 'messages_out', 'b', 'out')], bars: [], marks, none: 'Nobody wrote in this time.' });
    this.toneChart.update({
      ...points,
      lines: series(page, points, 'sentiment_mean', 'a', 'mean tone'),
      bars: TONES.flatMap(([key, title, tone]) => series(page, points, key, tone, title)),
      marks,
      none: 'No message with a tone in this time: it is heard in customers’ own words only.',
    });
    if (this.read.childElementCount === 0) this.read.append(element('a', ''));
    say(this.read.firstChild, 'Read the negative messages');
    mark(this.read.firstChild, 'href', page.href({ sentiment: 'negative' }));
    this.lists.forEach((list) => list.update(top));
    this.compare.update(snapshot);
  }
}

/** The names that came most often, now and a week ago. */
class TopList {
  constructor(page, name, title) {
    this.page = page;
    this.name = name;
    this.table = new Table(page, title, this.#columns(title), (row) => row.name);
    this.empty = nothing('None', 'Nothing of this was counted in this time.');
    this.panel = new Panel(page, title, { csv: 'top', name: `top-${name}` }, this.table.node, this.empty);
    this.node = this.panel.node;
  }

  update(top) {
    const rows = top[this.name] ?? [];
    this.most = Math.max(1, ...rows.map((row) => row.count));
    this.known = rows.some((row) => row.before > 0); // else nothing is known of last week, and not everything is new
    this.panel.update();
    this.table.update(rows.slice(0, 10));
    this.table.node.hidden = rows.length === 0;
    this.empty.hidden = rows.length > 0;
  }

  #columns(title) {
    const { page } = this;
    const isTopic = this.name === 'topics';
    const name = isTopic
      ? { name: 'name', title: 'topic', text: true, value: (row) => row.name, show: (cell, row) => mark(linked(cell, row.name, page.href({ topic: row.name })), 'title', 'Read the messages') }
      : words('name', title.toLowerCase(), (row) => row.name);
    return [
      name,
      { name: 'count', title: 'now', value: (row) => row.count, show: (cell, row) => this.#bar(cell, row) },
      { name: 'before', title: 'last week', value: (row) => row.before, show: (cell, row) => say(cell, row.before === null || !this.known ? '–' : text(count(row.before))) },
      { name: 'moved', title: 'moved', value: (row) => moved(row), show: (cell, row) => this.#moved(cell, row) },
    ];
  }

  #bar(cell, row) {
    if (!cell.firstChild) cell.append(element('span', 'amount'), element('span', 'amount-bar'));
    say(cell.firstChild, text(count(row.count)));
    cell.lastChild.style.width = `${(row.count / this.most) * 100}%`;
  }

  #moved(cell, row) {
    const by = moved(row);
    say(cell, by === null ? (this.known ? 'new' : '–') : by === 0 ? '=' : `${by > 0 ? '▲' : '▼'} ${text(count(Math.abs(by)))}`);
    mark(cell, 'data-state', by === 0 ? 'zero' : 'good');
  }
}

const moved = (row) => (row.before ? row.count - row.before : null);
