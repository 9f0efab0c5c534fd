import { describe, expect, it } from 'vitest';
import { defaultDataDirectory, readConfig } from './index.ts';

describe('settings', () => {
  it('without any, the server is for this machine only and keeps its data with the person', () => {
    const config = readConfig({ XDG_DATA_HOME: '/home/ada/data' });
    expect(config).toMatchObject({ port: undefined, host: '127.0.0.1', databaseUrl: undefined, trustProxy: false });
    expect(defaultDataDirectory({ XDG_DATA_HOME: '/home/ada/data' }, 'linux')).toBe('/home/ada/data/quittance');
  });

  it('an empty variable is as good as none', () => {
    expect(readConfig({ DATABASE_URL: '', PORT: '' })).toMatchObject({ databaseUrl: undefined, port: undefined });
  });

  it('a wrong one is named', () => {
    expect(() => readConfig({ PORT: 'http' })).toThrow('The setting PORT');
    expect(() => readConfig({ QUITTANCE_METRICS_TOKEN: 'short' })).toThrow('16 characters');
  });
});
