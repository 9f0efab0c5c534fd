import { describe, expect, it } from 'vitest';
import type { GridColumn } from './grid.types.ts';
import { phoneFirst } from './phone.ts';

const column = (id: string, phoneWidth?: number): GridColumn<object> => ({
  id,
  kind: 'text',
  header: id,
  width: 240,
  value: () => id,
  ...(phoneWidth === undefined ? {} : { phoneWidth }),
});

describe('a list on a phone', () => {
  it('begins with the columns that say how wide they are there', () => {
    const shown = phoneFirst([column('file', 140), column('kind'), column('status', 110), column('by')]);
    expect(shown.map(({ id, width }) => `${id} ${width}`)).toEqual(['file 140', 'status 110', 'kind 240', 'by 240']);
  });

  it('stays as it is when none of them does', () => {
    const columns = [column('file'), column('kind')];
    expect(phoneFirst(columns)).toBe(columns);
  });
});
