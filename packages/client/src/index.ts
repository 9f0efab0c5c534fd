export { type ApiClient, type ApiClientOptions, createApiClient } from './api-client.ts';
export { ApiProblem, type FieldProblem } from './api-problem.ts';
export type { components, paths } from './schema.gen.ts';
