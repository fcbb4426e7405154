// Pipeline health: are these numbers of now, did anything get lost on the way, and do they arrive?

import { element, mark, say } from './dom.js';
import { ago, count, duration, text } from './format.js';
import { Panel, nothing } from './panel.js';
import { Table, words } from './table.js';
import { Tile } from './tile.js';

const LATE_SECONDS = 60; // event time this far behind the wall: the numbers are not of now
const NOTHING = [{ digits: '–', unit: '' }];

export class Health {
  constructor(page) {
    this.page = page;
    this.newest = new Tile(page, 'newest_event_at', { size: 'large' });
    this.lag = new Tile(page, 'lag_seconds', { size: 'large' });
    this.rejected = new Tile(page, 'rejected');
    this.late = new Tile(page, 'late');
    this.event = element('p', 'event-time');
    this.sinks = new Table(page, 'Sinks', this.#columns(), (row) => row.sink);
    this.empty = nothing('No sink has reported yet', 'The job writes a line for each sink while it runs.');
    this.sinksPanel = new Panel(page, 'What reaches Elasticsearch', { wide: true, name: 'sinks' }, this.sinks.node, this.empty);
    this.node = element('div', 'tab', element('section', 'tiles', this.newest.node, this.lag.node, this.rejected.node, this.late.node), this.event, this.sinksPanel.node);
  }

  update({ health }) {
    this.health = health;
    this.#counted(this.rejected, health.rejected, health.rejected_in_range);
    this.#counted(this.late, health.late, health.late_in_range);
    const lag = health.lag_seconds;
    this.lag.show(lag === null ? 'none' : lag > LATE_SECONDS ? 'bad' : 'good', lag === null ? NOTHING : duration(lag), lag === null ? 'not known yet' : lag > LATE_SECONDS ? 'the numbers are of the past' : 'as it should be');
    const clock = this.page.clock;
    say(this.event, health.event_time ? `Event time is ${clock.write('exact', health.event_time)}.` : 'Event time is not known yet.');
    const sinks = health.sinks ?? [];
    this.sinks.update(sinks);
    this.sinks.node.hidden = sinks.length === 0;
    this.empty.hidden = sinks.length > 0;
    this.tick();
  }

  tick() {
    const newest = this.health?.newest_event_at;
    const age = newest && (this.page.clock.now() - Date.parse(newest)) / 1000;
    this.newest.show(newest ? 'good' : 'none', newest ? ago(age) : NOTHING, newest ? `ago, at ${this.page.clock.write('time', newest)}` : 'no event yet');
  }

  #counted(tile, all, inRange) {
    tile.show(all === null ? 'none' : all === 0 ? 'zero' : 'good', all === null ? NOTHING : count(all), all === null ? 'not known' : `${text(count(inRange ?? 0))} of them in the chosen time`);
  }

  #columns() {
    const number = (name, title, about, bad) => ({
      name,
      title,
      about,
      value: (row) => row[name],
      show: (cell, row) => {
        say(cell, row[name] === null ? '–' : text(count(row[name])));
        mark(cell, 'data-state', row[name] === null ? 'none' : row[name] === 0 ? 'zero' : bad ? 'bad' : 'good');
      },
    });
    return [
      words('sink', 'sink', (row) => row.sink),
      number('delivered', 'delivered', 'delivered'),
      number('retried', 'tried again', 'retried'),
      number('rejected', 'refused for good', 'undeliverable', true),
      number('pending', 'on the way', 'pending'),
      { name: 'oldest', title: 'oldest on the way', value: (row) => row.oldest_pending_seconds, show: (cell, row) => say(cell, row.oldest_pending_seconds === null ? '–' : text(duration(row.oldest_pending_seconds))) },
      { name: 'at', title: 'as of', value: (row) => row.at, show: (cell, row) => say(cell, row.at ? this.page.clock.write('time', row.at) : '–') },
    ];
  }
}
