// How do things get onto the page? Always as elements and text, never as markup: a brand's name is only ever text.

/** @returns {HTMLElement} an element of a class, with children (strings become text) */
export function element(tag, className, ...children) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

/** Sets the text only when it differs, so that nothing is selected away or announced again for nothing. */
export function say(target, words) {
  if (target.textContent !== words) target.textContent = words;
}

/** Digits large, units small. Parts as format.js makes them. */
export function showParts(target, parts) {
  const key = parts.map((p) => p.digits + p.unit).join(' ');
  if (target.dataset.shown === key) return;
  target.dataset.shown = key;
  target.replaceChildren(
    ...parts.flatMap((p, i) => {
      const nodes = [element('span', 'digits', p.digits)];
      if (p.unit) nodes.push(element('span', 'unit', ` ${p.unit}`));
      if (i < parts.length - 1) nodes.push(' ');
      return nodes;
    }),
  );
}
