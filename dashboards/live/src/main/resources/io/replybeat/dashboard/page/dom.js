// How do things get onto the page? Always as elements and text, never as markup: a brand's name is only ever text.

/** @returns {HTMLElement} an element of a class, with children (strings become text) */
export function element(tag, className, ...children) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

/** @returns {SVGElement} of these attributes */
export function drawn(tag, attributes, ...children) {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

export function button(className, label, onClick) {
  const made = element('button', className, label);
  made.type = 'button';
  made.addEventListener('click', onClick);
  return made;
}

/** Sets the text only when it differs, so that nothing is selected away or announced again for nothing. */
export function say(target, words) {
  if (target.textContent !== words) target.textContent = words;
}

/** Sets or takes away an attribute, only when it differs. */
export function mark(target, name, value) {
  if (value === null || value === undefined || value === false) target.removeAttribute(name);
  else if (target.getAttribute(name) !== String(value)) target.setAttribute(name, String(value));
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

/**
 * Children that follow a list: each is made once and then updated, so that focus and selection survive new numbers.
 * @param {(item: any) => string} keyOf
 * @param {(item: any) => {node: Element, update?: (item: any) => void}} make
 */
export function keep(parent, items, keyOf, make) {
  const kept = (parent.kept ??= new Map());
  const present = new Set(items.map(keyOf));
  for (const [key, { node }] of kept) {
    if (present.has(key)) continue;
    node.remove();
    kept.delete(key);
  }
  items.forEach((item, i) => {
    const key = keyOf(item);
    if (!kept.has(key)) kept.set(key, make(item));
    const child = kept.get(key);
    child.update?.(item);
    if (parent.children[i] !== child.node) parent.insertBefore(child.node, parent.children[i] ?? null);
  });
}
