export type { FileAnswer, UploadedFile } from './files.ts';
export { COMPANY_PREFIX } from './http-app.ts';
export { createHttpServer, type HttpServer, type HttpServerOptions } from './http-server.ts';
export { localDateSchema } from './local-date-json.ts';
export { type MoneyJson, moneyInputSchema, moneyJson, moneyJsonSchema } from './money-json.ts';
export { openApiDocument } from './openapi.ts';
export { decodeCursor, encodeCursor, type Page, type PageQuery, pageOf, pageQuerySchema, pageSchema } from './page.ts';
export {
  type Authenticate,
  type CompanyAccess,
  type Credentials,
  type Principal,
  rolesIn,
  SESSION_COOKIE,
} from './principal.ts';
export type { CompanyCall, GlobalAccess, GlobalCall, HttpApp, RegisteredRoute } from './route.ts';
export type { ServerEvent } from './server-events.ts';
