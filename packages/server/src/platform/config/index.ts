export { type Config, DEFAULT_PORT, defaultDataDirectory, readConfig } from './config.ts';
