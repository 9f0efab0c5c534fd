export { impliedIban, type Sameness, sameAccount } from './same-account.ts';
