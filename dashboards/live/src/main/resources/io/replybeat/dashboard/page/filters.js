// Which part of the numbers? Brand, one slice, a time, a clock; what is chosen stands there as chips.

import { Choice } from './choice.js';
import { button, element, keep, mark, say } from './dom.js';
import { CUTS, RANGES, cleared, instant } from './view.js';

const RANGE_WORDS = { '15m': '15 min', '1h': '1 h', '4h': '4 h', today: 'Today', '24h': '24 h', '7d': '7 d' };
const HOURS_WORDS = { all: 'All hours', business: 'Business hours', off: 'Off hours' };
const SEPARATOR = '\u0000'; // in no cut's name

export class Filters {
  constructor(page, node) {
    this.page = page;
    this.brand = select('Brand', (value) => page.go({ brand: value, by: '' }));
    this.slice = select('Slice', (value) => {
      const [cut, name] = value.split(SEPARATOR);
      page.go({ cut: cut ?? '', value: name ?? '' });
    });
    this.range = new Choice(page, 'Time range', 'range', RANGES.map((range) => [range, RANGE_WORDS[range]]));
    this.hours = new Choice(page, 'Clock', 'hours', Object.entries(HOURS_WORDS));
    this.span = this.#span();
    this.chips = element('ul', 'chips');
    mark(this.chips, 'aria-label', 'Chosen filters');
    const open = button('filters-open', 'Filters', () => {
      mark(open, 'aria-expanded', String(node.classList.toggle('opened')));
    });
    mark(open, 'aria-expanded', 'false');
    node.append(open, this.brand.node, this.slice.node, this.range.node, this.span, this.hours.node, this.chips);
  }

  focus() {
    this.brand.select.focus();
  }

  update(snapshot) {
    const { view } = this.page;
    this.range.update(view.from ? '' : view.range);
    this.hours.update();
    const choices = snapshot?.choices ?? {};
    const waiting = (cut, value) => snapshot?.now.by[cut]?.find((row) => row.value === value)?.waiting;
    const option = (cut, value) => [cut === 'brand' ? value : cut + SEPARATOR + value, waiting(cut, value) ? `${value} (${waiting(cut, value)} waiting)` : value];
    fill(this.brand.select, [['All brands', [['', 'All brands'], ...withChosen(choices.brand, view.brand).map((value) => option('brand', value))]]], view.brand);
    const groups = CUTS.map((cut) => [cut, withChosen(choices[cut], view.cut === cut ? view.value : '').map((value) => option(cut, value))]).filter(([, options]) => options.length > 0);
    fill(this.slice.select, [['Everything', [['', 'Everything']]], ...groups], view.cut ? view.cut + SEPARATOR + view.value : '');
    this.#chips();
  }

  #chips() {
    const { page } = this;
    const { view, clock } = page;
    const chips = [
      view.brand && { key: 'brand', label: view.brand, away: { brand: '', by: '' } },
      view.cut && { key: 'cut', label: `${view.cut}: ${view.value}`, away: { cut: '', value: '' } },
      view.from && { key: 'from', label: `${clock.write('dated', view.from)} to ${clock.write('dated', view.to)}`, away: { from: '', to: '' } },
      view.hours !== 'all' && { key: 'hours', label: HOURS_WORDS[view.hours], away: { hours: 'all' } },
    ].filter(Boolean);
    if (chips.length > 0) chips.push({ key: 'all', label: 'Clear all', away: { ...cleared(), by: '' }, all: true });
    this.chips.hidden = chips.length === 0;
    keep(this.chips, chips, (chip) => chip.key, (chip) => {
      const link = element('a', chip.all ? 'chip all' : 'chip');
      return {
        node: element('li', '', link),
        update: ({ label, away, all }) => {
          say(link, all ? label : `${label} ✕`);
          mark(link, 'aria-label', all ? 'Clear all filters' : `Remove filter ${label}`);
          mark(link, 'href', page.href(away));
        },
      };
    });
  }

  /** From and to, as people write times. */
  #span() {
    const { page } = this;
    const from = field('From', 'now-2h');
    const to = field('To', 'now');
    const said = element('p', 'soft', 'As 2026-03-04 10:00, now-90m, or now/d for midnight.');
    const form = element('form', 'span-form', from.parentNode, to.parentNode, element('button', 'primary', 'Show'), said);
    const details = element('details', 'span', element('summary', '', 'From … to'), form);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const [a, b] = [from, to].map((input) => instant(input.value || input.placeholder, page.clock.now(), page.view.zone === 'utc'));
      if (!a || !b || a >= b) {
        say(said, !a || !b ? `${(a ? to : from).value} is no time. Write 2026-03-04 10:00, now-90m, or now/d.` : 'From must be before to.');
        (a ? to : from).focus();
        return;
      }
      details.open = false;
      page.go({ from: a, to: b });
    });
    details.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || !details.open) return;
      event.stopPropagation();
      details.open = false;
      details.firstChild.focus();
    });
    return details;
  }
}

/** What is chosen is offered, even when nothing of it is there now. */
const withChosen = (values = [], chosen) => (chosen && !values.includes(chosen) ? [...values, chosen] : values);

function select(label, onChange) {
  const made = element('select', '');
  mark(made, 'aria-label', label);
  made.addEventListener('change', () => onChange(made.value));
  return { select: made, node: element('label', 'select', element('span', 'unseen', label), made) };
}

/** Options only change when they differ: an open list must not close under the pointer. */
function fill(target, groups, chosen) {
  const key = JSON.stringify(groups);
  if (target.dataset.filled !== key && document.activeElement !== target) {
    target.dataset.filled = key;
    target.replaceChildren(
      ...groups.flatMap(([title, options], i) => {
        const made = options.map(([value, words]) => Object.assign(element('option', '', words), { value }));
        if (i === 0) return made;
        const group = element('optgroup', '', ...made);
        group.label = title;
        return [group];
      }),
    );
  }
  if (target.value !== chosen) target.value = chosen;
}

function field(label, example) {
  const made = element('input', '');
  made.placeholder = example;
  made.autocomplete = 'off';
  element('label', 'field', element('span', '', label), made);
  return made;
}

