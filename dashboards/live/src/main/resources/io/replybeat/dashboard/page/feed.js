// How does the page stay connected? One event stream; a lost or silent one is opened again until the server is back.

const SILENCE_MS = 15_000; // the server says something about every second
const RETRY_MS = 2_000;

/**
 * @param {string} url
 * @param {{snapshot(data: object): void, heartbeat(data: {at: string}): void, lost(): void, ended(): void}} page
 *     ended: the server answered, but with no stream
 * @returns {{close(): void, reopen(): void}}
 */
export function follow(url, page) {
  let source;
  let silence;
  const heard = () => {
    clearTimeout(silence);
    silence = setTimeout(reopen, SILENCE_MS);
  };
  const on = (name, then) =>
    source.addEventListener(name, (event) => {
      heard();
      then(JSON.parse(event.data));
    });
  const open = () => {
    source = new EventSource(url);
    on('snapshot', page.snapshot);
    on('heartbeat', page.heartbeat);
    source.onerror = () => {
      page.lost();
      // The browser retries by itself after a broken connection, but gives up after an answer that is no stream.
      if (source.readyState === EventSource.CLOSED) {
        page.ended();
        clearTimeout(silence);
        silence = setTimeout(reopen, RETRY_MS);
      }
    };
    heard();
  };
  const close = () => {
    clearTimeout(silence);
    source.onerror = null;
    source.close();
  };
  const reopen = () => {
    page.lost();
    close();
    open();
  };
  open();
  return { close, reopen };
}
