// The pictures of the window, drawn on a field of 20 by 20: `line` is stroked, `solid` is filled, `cut` is stroked in the colour of the ground.
export interface Drawing {
  line?: string;
  solid?: string;
  cut?: string;
}

const RING = "M10 2.5a7.5 7.5 0 1 1 0 15a7.5 7.5 0 1 1 0-15z";

export const ICONS = {
  yes: { solid: "M10 2a8 8 0 1 1 0 16a8 8 0 1 1 0-16z", cut: "M6.2 10.3l2.6 2.6 5-5.4" },
  ask: { line: RING, solid: "M10 2.5a7.5 7.5 0 0 0 0 15z" },
  soon: { line: `${RING}M10 5.6V10l3 2` },
  no: { line: `${RING}M6.2 10h7.6` },
  shut: { line: "M4.5 4.5h11A1.5 1.5 0 0 1 17 6v9.5a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 3 15.5V6a1.5 1.5 0 0 1 1.5-1.5zM3 8.2h14M7.6 10.6l4.8 4.4m0-4.4l-4.8 4.4" },
  office: { line: "M10 3.5a3.1 3.1 0 1 1 0 6.2a3.1 3.1 0 1 1 0-6.2zM3.6 17c.6-3.6 3.1-5.6 6.4-5.6s5.8 2 6.4 5.6" },
  check: { line: "M4 4h12M4 10h12M4 16h7M13.4 15.4l1.8 1.8 3-3.4" },
  book: { line: "M10 5.2C8.3 4 6 3.6 3 3.8v11.8c3-.2 5.3.2 7 1.4 1.7-1.2 4-1.6 7-1.4V3.8c-3-.2-5.3.2-7 1.4zM10 5.2V17" },
  people: { line: "M10 17.5s-5.5-4.7-5.5-9a5.5 5.5 0 0 1 11 0c0 4.3-5.5 9-5.5 9zM10 6.3a2 2 0 1 1 0 4a2 2 0 1 1 0-4z" },
  settings: { line: "M3 6h9m4 0h1M3 14h3m4 0h7M14 4a2 2 0 1 1 0 4a2 2 0 1 1 0-4zM8 12a2 2 0 1 1 0 4a2 2 0 1 1 0-4z" },
  size: { line: "M2.5 15.5l4-11 4 11M3.9 12h5.2M12 15.5l2.8-7 2.7 7M13 13.3h3.6" },
  language: { line: `${RING}M2.5 10h15M10 2.5c2.3 2.2 3.2 4.7 3.2 7.5s-.9 5.3-3.2 7.5c-2.3-2.2-3.2-4.7-3.2-7.5s.9-5.3 3.2-7.5z` },
  next: { line: "M7.5 4.5L13 10l-5.5 5.5" },
  back: { line: "M12.5 4.5L7 10l5.5 5.5" },
  down: { line: "M5 8l5 5 5-5" },
  save: { line: "M10 3.5v9M6 8.8l4 4 4-4M4 12.5v4h12v-4" },
  up: { line: "M5 12l5-5 5 5" },
  find: { line: "M8.8 3.5a5.3 5.3 0 1 1 0 10.6a5.3 5.3 0 1 1 0-10.6zM13 13l4 4" },
  pen: { line: "M4 16l.8-3.4 8.6-8.6 2.6 2.6-8.6 8.6z" },
  close: { line: "M5 5l10 10M15 5L5 15" },
  plus: { line: "M10 4v12M4 10h12" },
  help: { line: `${RING}M7.8 8a2.3 2.3 0 1 1 3.2 2.1c-.7.3-1 .8-1 1.5M10 14.2v.1` },
  home: { line: "M3.5 9.5L10 4l6.5 5.5M5.5 8.2V16h9V8.2" },
  warn: { line: "M10 3.5l7 12.5H3zM10 8v3.6M10 13.6v.1" },
  out: { line: "M11.5 4h4.5v4.5M16 4l-7.5 7.5M13.5 11.5V16h-9.5V6.5h4.5" },
  undo: { line: "M4 8h8a4 4 0 1 1 0 8H8M7 4.5L3.5 8 7 11.5" },
  tick: { line: "M4 10.5l4 4 8-9" },
} as const satisfies Record<string, Drawing>;

export type IconName = keyof typeof ICONS;
