import type { ReactNode } from 'react';

/** The few signs of the product, drawn on a 16 by 16 grid with one line width. Always beside a word or a label. */
const PATHS = {
  day: 'M2.5 3.2h11v10.6h-11zM2.5 6.4h11M5.4 1.6v3M10.6 1.6v3M5.2 10l1.9 1.9 3.7-3.8',
  huddle:
    'M8 5.4a1.9 1.9 0 1 0 0-3.8 1.9 1.9 0 0 0 0 3.8M3.6 9.4a1.9 1.9 0 1 0 0-3.8 1.9 1.9 0 0 0 0 3.8M12.4 9.4a1.9 1.9 0 1 0 0-3.8 1.9 1.9 0 0 0 0 3.8M4 14.2c.4-2.3 1.9-3.7 4-3.7s3.6 1.4 4 3.7',
  cash: 'M1.5 4.5h13v7h-13zM8 6.3a1.7 1.7 0 1 0 0 3.4 1.7 1.7 0 0 0 0-3.4M4 8h.01M12 8h.01',
  phone: 'M5.1 2 2.6 3.1c-.3 5.4 4.9 10.6 10.3 10.3l1.1-2.5-3-2-1.5 1.3C7.7 9.2 6.8 8.3 5.8 6.5L7.1 5z',
  letters: 'M3.5 1.8h9v8h-9zM5.5 4.4h5M5.5 6.9h3M1.5 8v6.2h13V8M1.5 9.5 8 12.5l6.5-3',
  mail: 'M1.5 3.5h13v9h-13zM1.8 4l6.2 5 6.2-5',
  imports: 'M8 1.8v7.4M5.2 6.6 8 9.4l2.8-2.8M2 10.5v3.2h12v-3.2',
  approvals: 'M3 1.8h10v12.4H3zM5.4 8.2l1.8 1.8 3.5-3.7M5.4 4.4h5.2',
  aging: 'M2 14V9.5h2.6V14M6.7 14V5.5h2.6V14M11.4 14V2h2.6v12M1 14.2h14',
  customers:
    'M6 7.6a2.6 2.6 0 1 0 0-5.2 2.6 2.6 0 0 0 0 5.2M1.5 14c0-2.6 1.9-4.3 4.5-4.3s4.5 1.7 4.5 4.3M10.6 2.7a2.6 2.6 0 0 1 0 4.7M12.2 10c1.5.6 2.4 2 2.4 4',
  books:
    'M2.5 2.2h4.2c.8 0 1.3.5 1.3 1.3v10c0-.7-.5-1.2-1.3-1.2H2.5zM13.5 2.2H9.3c-.8 0-1.3.5-1.3 1.3v10c0-.7.5-1.2 1.3-1.2h4.2z',
  people: 'M8 7.5a2.9 2.9 0 1 0 0-5.8 2.9 2.9 0 0 0 0 5.8M2.2 14.3c.3-2.9 2.5-4.7 5.8-4.7s5.5 1.8 5.8 4.7',
  columns: 'M2 2.5h12v11H2zM6 2.5v11M10 2.5v11',
  filter: 'M1.8 2.8h12.4L9.6 8.2v5.2l-3.2-1.7V8.2z',
  view: 'M3.5 1.8h9v12.4L8 11l-4.5 3.2z',
  share:
    'M10.5 4.6 5.6 7.1M5.6 8.9l4.9 2.5M4 9.8a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6M12 5.6A1.8 1.8 0 1 0 12 2a1.8 1.8 0 0 0 0 3.6M12 14a1.8 1.8 0 1 0 0-3.6A1.8 1.8 0 0 0 12 14',
  search: 'M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10M10.8 10.8 14.5 14.5',
  out: 'M8 9.6V2M5.2 4.8 8 2l2.8 2.8M2 8.5v5.2h12V8.5',
  close: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
  chevron: 'M4 6l4 4 4-4',
  back: 'M10 3 5 8l5 5',
  file: 'M3.5 1.7h6l3 3v9.6h-9zM9.5 1.7v3h3',
  tick: 'M2.8 8.6l3.3 3.3 7.1-7.6',
  undo: 'M3 6.5h6.2a3.6 3.6 0 0 1 0 7.2H6M3 6.5 5.9 3.6M3 6.5l2.9 2.9',
  pen: 'M2.8 13.2l.7-2.9 7.5-7.5 2.2 2.2-7.5 7.5z',
  pause: 'M5.5 3v10M10.5 3v10',
  percent:
    'M3.5 12.5l9-9M4.8 6.3a1.6 1.6 0 1 0 0-3.2 1.6 1.6 0 0 0 0 3.2M11.2 12.9a1.6 1.6 0 1 0 0-3.2 1.6 1.6 0 0 0 0 3.2',
  warning: 'M8 2 14.8 13.8H1.2zM8 6.4v3.4M8 11.8h.01',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 16 }: { name: IconName; size?: number }): ReactNode {
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path
        d={PATHS[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth={1.35}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
