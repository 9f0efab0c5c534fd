import { expect, it } from 'vitest';
import { shareText } from './share-text.ts';

it('three of seven calls are 43 percent; of none there is no share', () => {
  expect([shareText(3, 7), shareText(1, 8), shareText(0, 5), shareText(0, 0)]).toEqual(['43%', '13%', '0%', '–']);
});
