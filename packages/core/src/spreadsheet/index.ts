export { neutralText } from './neutral-text.ts';
