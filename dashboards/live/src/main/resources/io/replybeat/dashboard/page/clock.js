// What time is it, and how is a time written? The server's clock, in the reader's zone or in UTC.

const FORMS = {
  time: { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
  minute: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  day: { weekday: 'short', day: 'numeric', month: 'short' },
  moment: { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  exact: { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
  dated: { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
};

export class Clock {
  constructor() {
    this.ahead = 0; // the server's clock before the browser's, in milliseconds
    this.zone = '';
    this.forms = {};
  }

  /** @param {'local'|'utc'} zone */
  use(zone) {
    if (zone === this.zone) return;
    this.zone = zone;
    this.forms = Object.fromEntries(
      Object.entries(FORMS).map(([name, form]) => [name, new Intl.DateTimeFormat('en-GB', zone === 'utc' ? { ...form, timeZone: 'UTC' } : form)]),
    );
  }

  heard(at) {
    this.ahead = Date.parse(at) - Date.now();
  }

  now() {
    return Date.now() + this.ahead;
  }

  /** @param {'time'|'minute'|'day'|'moment'|'exact'|'dated'} form @param {string|number} at ISO-8601 or milliseconds */
  write(form, at) {
    return this.forms[form].format(typeof at === 'number' ? at : Date.parse(at));
  }

  /** Instants within a sentence, as the reader writes them. */
  within(sentence) {
    return sentence.replace(/\d{4}-\d\d-\d\dT\d\d:\d\d(:[\d.]+)?Z/g, (at) => this.write('dated', at));
  }

  /** Of the zone, in seconds east of Greenwich, at an instant in seconds. */
  offset(seconds) {
    return this.zone === 'utc' ? 0 : -new Date(seconds * 1000).getTimezoneOffset() * 60;
  }
}
