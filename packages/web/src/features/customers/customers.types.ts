/** Shapes of the API that only the customers' screens use. */
import type { components, paths } from '@quittance/client';

type Schemas = components['schemas'];
type Rows<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': { rows: (infer Row)[] } } } } };
}
  ? Row
  : never;

export type Contact = Schemas['Contact'];
export type ActivityLine = Schemas['Activity'];
export type AppliedRow = Schemas['Application'];
export type CustomerRequest = Schemas['CustomerRequest'];
export type RequestState = CustomerRequest['state'];
export type FamilyMember = Rows<'/api/v1/companies/{company}/customers/{id}/family'>;
export type Newcomer = Rows<'/api/v1/companies/{company}/new-customers'>;
export type Pair = Rows<'/api/v1/companies/{company}/duplicates'>;
export type AccountReview = Rows<'/api/v1/companies/{company}/account-reviews'>;
export type Merge = Rows<'/api/v1/companies/{company}/merges'>;
export type CustomerRecordAnswer =
  paths['/api/v1/companies/{company}/customers/{id}/record']['get']['responses'][200]['content']['application/json'];
