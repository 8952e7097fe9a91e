// The colours of the style sheet as the browser resolves them, for drawings that cannot read custom properties.

/** Each custom property's colour as "rgb(…)", for the theme in force where `host` stands. */
export function resolveColours(host: HTMLElement, names: readonly string[]): Map<string, string> {
  const probe = document.createElement('span');
  probe.hidden = true;
  host.append(probe);
  const read = names.map((name): [string, string] => {
    probe.style.color = `var(${name})`;
    return [name, getComputedStyle(probe).color];
  });
  probe.remove();
  return new Map(read);
}

/** Calls back whenever light gives way to dark or the other way round, until the returned function is called. */
export function watchTheme(changed: () => void): () => void {
  const system = matchMedia('(prefers-color-scheme: dark)');
  system.addEventListener('change', changed);
  const attribute = new MutationObserver(changed);
  attribute.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  return () => {
    system.removeEventListener('change', changed);
    attribute.disconnect();
  };
}
