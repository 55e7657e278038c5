// Going from one part of the screen to the next with a key.

/** Moves the focus to the next pane, or the former one; panes are marked `data-pane`. */
export function movePane(by: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>("[data-pane]")];
  if (panes.length === 0) return;
  const at = panes.findIndex((it) => it.contains(document.activeElement));
  const next = panes[(at + by + panes.length) % panes.length];
  const target = next?.querySelector<HTMLElement>("h1[tabindex], h2[tabindex], button, a[href], input") ?? next;
  target?.focus();
}

/** Gives the focus to a heading when it comes on the page, without scrolling to it. */
export function takeFocus(node: HTMLElement): void {
  node.focus({ preventScroll: true });
}
