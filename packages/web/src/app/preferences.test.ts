import { describe, expect, it } from 'vitest';
import { languageOf, localeOf } from './preferences.ts';

describe('language and region', () => {
  it('the first language that the product speaks, else English', () => {
    expect(languageOf(['de-AT', 'it-CH', 'en'])).toBe('it');
    expect(languageOf(['ja', 'ko'])).toBe('en');
    expect(languageOf([''])).toBe('en');
  });

  it('dates and numbers follow a region of that language', () => {
    expect(localeOf('it', ['en-US', 'it-CH'])).toBe('it-CH');
    expect(localeOf('en', ['it-IT'])).toBe('en-GB');
  });
});
