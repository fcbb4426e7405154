// How fast: how long do customers wait for the first answer and for every other, and were promises kept?

import { Chart, alertMarks, series } from './chart.js';
import { Choice } from './choice.js';
import { Compare } from './compare.js';
import { element } from './dom.js';
import { Meter } from './meter.js';
import { Panel } from './panel.js';
import { Tile } from './tile.js';
import { STATS } from './view.js';

const WORDS = { p50: 'Median', p90: '90 % within', p95: '95 % within', mean: 'Mean' };
const WHEN = { all: 'in this time', business: 'in this time’s business hours', off: 'in this time outside business hours' };
const TIMINGS = [['first_response', 'First response'], ['reply_wait', 'Wait for a reply']];
const TARGETS = [['first_response', 'First response'], ['next_reply', 'Next reply'], ['resolution', 'Resolution']];
const RULES = ['sla_at_risk', 'sla_breached'];

/** The median always, beside it what was chosen. */
const times = (timing, title, stat) => [...new Set(['p50', stat])].map((each) => [key(timing, each), `${title}, ${WORDS[each].toLowerCase()}`]);
const key = (timing, stat) => `${timing}.${stat}_seconds`;

export class Fast {
  constructor(page) {
    this.page = page;
    this.stat = new Choice(page, 'Which of the times', 'stat', STATS.map((stat) => [stat, WORDS[stat]]));
    this.timings = TIMINGS.map(([timing, title]) => new Timed(page, timing, title));
    this.meters = TARGETS.map(([target, title]) => new Meter(page, `sla_${target}_met_share`, title, [[`sla_${target}_met`, 'met', 'good'], [`sla_${target}_breached`, 'missed', 'bad']]));
    this.kept = new Chart(page, 'First response targets met');
    this.targets = new Panel(page, 'Promises kept', { csv: 'numbers', name: 'targets' }, ...this.meters.map((m) => m.node), this.kept.node);
    this.compare = new Compare(page, 'How fast, compared', ({ stat }) => [
      ['first_response.count', 'first responses'],
      ...times('first_response', 'first response', stat),
      ['reply_wait.count', 'replies'],
      ...times('reply_wait', 'wait for a reply', stat),
      ['sla_first_response_met_share', 'first response in time'],
      ['sla_next_reply_met_share', 'next reply in time'],
      ['replies_off_hours_share', 'replies off hours'],
    ]);
    this.node = element('div', 'tab', element('div', 'tab-tools', this.stat.node), element('div', 'grid three', ...this.timings.map((t) => t.node), this.targets.node), this.compare.node);
  }

  update(snapshot) {
    this.stat.update();
    const marks = alertMarks(snapshot.alerts, RULES, this.page.clock.now());
    this.timings.forEach((timed) => timed.update(snapshot, marks));
    this.targets.update();
    this.meters.forEach((meter) => meter.update(snapshot.numbers));
    const { points } = snapshot;
    this.kept.update({
      ...points,
      lines: series(this.page, points, 'sla_first_response_met_share', 'a', 'First response targets met'),
      bars: series(this.page, points, 'sla_first_response_breached', 'bad', 'missed'),
      marks,
      none: 'No first response target was due in this time. Without targets in the configuration there are none.',
    });
    this.compare.update(snapshot);
  }
}

/** One clock of customer care: the chosen statistic large, the others beside it, how it went, and of how many. */
class Timed {
  constructor(page, timing, title) {
    this.page = page;
    this.timing = timing;
    this.title = title;
    this.main = new Tile(page, key(timing, 'p50'), { size: 'large' });
    this.others = STATS.map((stat) => new Tile(page, key(timing, stat), { size: 'small', label: WORDS[stat] }));
    this.chart = new Chart(page, title);
    this.panel = new Panel(page, title, { csv: 'points', name: timing }, this.main.node, element('div', 'tile-row', ...this.others.map((t) => t.node)), this.chart.node);
    this.node = this.panel.node;
  }

  update({ numbers, points }, marks) {
    const { stat } = this.page.view;
    this.panel.update();
    this.main.label = WORDS[stat];
    this.main.update(numbers, key(this.timing, stat));
    this.others.forEach((tile) => {
      tile.update(numbers);
      tile.node.hidden = tile.key === key(this.timing, stat); // it is the large one
    });
    this.chart.update({
      ...points,
      lines: series(this.page, points, key(this.timing, stat), 'a', WORDS[stat].toLowerCase()),
      bars: series(this.page, points, `${this.timing}.count`, 'quiet', 'answers'),
      marks,
      none: `Nobody got ${this.timing === 'first_response' ? 'a first response' : 'a reply'} ${WHEN[this.page.view.hours]}. Who still waits stands under Now.`,
    });
  }
}
