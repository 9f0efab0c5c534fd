import { describe, expect, it } from 'vitest';
import { NameIndex } from './name-index.ts';

describe('names that are nearly the same', () => {
  const index = new NameIndex();
  const heads = ['ALDER', 'BIRCH', 'CEDAR', 'DELTA', 'EMBER', 'FALCON', 'GRANITE', 'KUERIG', 'MERIDIAN', 'SUPERB'];
  heads.forEach((head, at) => {
    index.add(`C${at}`, `${head} TRUST`);
  });

  it('a misspelt name with another legal word finds its customer', () => {
    expect(index.similarTo('SUPEBR SYSTEMS')[0]?.customer).toBe('C9');
    expect(index.similarTo('MERIDAN')[0]?.customer).toBe('C8');
  });

  it('two letters that changed places are put right when that makes a word of a name', () => {
    expect(index.similarTo('FLACON TRUST')[0]).toEqual({ customer: 'C5', likeness: 100 });
    expect(index.similarTo('ADLRE')).toEqual([]);
  });

  it('a word that all names have says nothing', () => {
    expect(index.similarTo('TRUST')[0]?.likeness ?? 0).toBeLessThan(55);
  });

  it('the same name is 100% alike, an unknown one is like none', () => {
    expect(index.similarTo('CEDAR TRUST')[0]).toEqual({ customer: 'C2', likeness: 100 });
    expect(index.similarTo('ZZYX')).toEqual([]);
  });
});
