/** The API's description as one static page: no script, no outside host, readable on paper. */
import { createHash } from 'node:crypto';
import type { OpenApiDocument, OpenApiOperation } from './openapi.ts';

interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly description?: string;
  readonly additionalProperties?: JsonSchema | boolean;
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema?: JsonSchema;
}

const DEPTH_MAX = 6; // deeper shapes are named, not spelled out

export function docsPage(document: OpenApiDocument): string {
  const info = document.info as { title: string; version: string; description: string };
  const sections = [...byTag(document)].map(([tag, operations]) => section(tag, operations));
  const contents = [...byTag(document).keys()].map((tag) => `<a href="#${text(tag)}">${text(tag)}</a>`).join(' · ');
  const intro = info.description
    .split('\n\n')
    .map((paragraph) => `<p>${marked(paragraph)}</p>`)
    .join('');
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${text(info.title)} API</title><style>${STYLE}</style></head>
<body><main><h1>${text(info.title)} API <small>${text(info.version)}</small></h1>${intro}
<p>For programs: <a href="/api/openapi.json">openapi.json</a></p><nav>${contents}</nav>
${sections.join('\n')}${schemasSection(document)}</main></body></html>`;
}

interface PlacedOperation {
  readonly path: string;
  readonly method: string;
  readonly operation: OpenApiOperation;
}

function byTag(document: OpenApiDocument): Map<string, PlacedOperation[]> {
  const groups = new Map<string, PlacedOperation[]>();
  for (const [path, operations] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(operations)) {
      const tag = operation.tags?.[0] ?? 'other';
      groups.set(tag, [...(groups.get(tag) ?? []), { path, method, operation }]);
    }
  }
  return new Map([...groups].sort(([left], [right]) => (left < right ? -1 : 1)));
}

function section(tag: string, operations: readonly PlacedOperation[]): string {
  return `<section id="${text(tag)}"><h2>${text(tag)}</h2>${operations.map(article).join('\n')}</section>`;
}

function article({ path, method, operation }: PlacedOperation): string {
  const parameters = (operation.parameters as readonly Parameter[] | undefined) ?? [];
  const rows = parameters.map(
    (parameter) =>
      `<tr><td><code>${text(parameter.name)}</code>${parameter.required ? '' : ' <i>optional</i>'}</td><td>${text(parameter.in)}</td><td><code>${shape(parameter.schema, DEPTH_MAX)}</code></td><td>${marked(parameter.description ?? '')}</td></tr>`,
  );
  const body = contentShapes((operation.requestBody as { content?: Contents } | undefined)?.content);
  const answers = Object.entries((operation.responses as Record<string, { content?: Contents }> | undefined) ?? {})
    .filter(([status]) => status.startsWith('2'))
    .map(([status, answer]) => {
      const shapes = contentShapes(answer.content);
      return `<h4>answers ${text(status)}${shapes ? '' : ', with nothing'}</h4>${shapes}`;
    });
  return `<article><h3><b class="${text(method)}">${text(method.toUpperCase())}</b> <code>${text(path)}</code></h3>
<p><strong>${text(operation.summary ?? '')}</strong> ${marked(operation.description ?? '')}</p>
${rows.length > 0 ? `<table><tbody>${rows.join('')}</tbody></table>` : ''}
${body ? `<h4>takes</h4>${body}` : ''}${answers.join('')}</article>`;
}

type Contents = Readonly<Record<string, { schema?: JsonSchema }>>;

function contentShapes(contents: Contents | undefined): string {
  return Object.entries(contents ?? {})
    .map(([type, { schema }]) => {
      const note = type === 'application/json' ? '' : `<i>${text(type)}</i> `;
      return `<pre>${note}${shape(schema, DEPTH_MAX)}</pre>`;
    })
    .join('');
}

function schemasSection(document: OpenApiDocument): string {
  const schemas = (document.components as { schemas?: Record<string, JsonSchema> } | undefined)?.schemas ?? {};
  const named = Object.entries(schemas)
    .filter(([name]) => !name.endsWith('Input'))
    .map(([name, schema]) => `<h3 id="schema-${text(name)}">${text(name)}</h3><pre>${shape(schema, DEPTH_MAX)}</pre>`);
  return named.length > 0 ? `<section id="shapes"><h2>shapes</h2>${named.join('')}</section>` : '';
}

/** A schema in the notation of a person: `{ amount: string, currency: string }`. */
function shape(schema: JsonSchema | undefined, depth: number, indent = ''): string {
  if (schema === undefined) return 'anything';
  if (schema.$ref) {
    const name = schema.$ref.split('/').at(-1) ?? '';
    return `<a href="#schema-${text(name)}">${text(name)}</a>`;
  }
  if (schema.const !== undefined) return text(JSON.stringify(schema.const));
  if (schema.enum) return schema.enum.map((value) => text(JSON.stringify(value))).join(' | ');
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return choices.map((choice) => shape(choice, depth - 1, indent)).join(' | ');
  if (schema.items) return `[ ${shape(schema.items, depth - 1, indent)} ]`;
  if (schema.properties && depth > 0) return fieldsOf(schema.properties, schema.required ?? [], { depth, indent });
  if (typeof schema.additionalProperties === 'object') {
    return `{ [name]: ${shape(schema.additionalProperties, depth - 1, indent)} }`;
  }
  return text([schema.type ?? 'anything'].flat().join(' | '));
}

function fieldsOf(
  properties: Readonly<Record<string, JsonSchema>>,
  required: readonly string[],
  { depth, indent }: { depth: number; indent: string },
): string {
  const inner = `${indent}  `;
  const lines = Object.entries(properties).map(([name, schema]) => {
    const mark = required.includes(name) ? '' : '?';
    const note = schema.description ? ` <i>${marked(schema.description)}</i>` : '';
    return `${inner}${text(name)}${mark}: ${shape(schema, depth - 1, inner)}${note}`;
  });
  return lines.length > 0 ? `{\n${lines.join('\n')}\n${indent}}` : '{ }';
}

function text(raw: string): string {
  return raw.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Text with `code` in backquotes. */
function marked(raw: string): string {
  return text(raw).replace(/`([^`]*)`/g, '<code>$1</code>');
}

const STYLE = `
:root { color-scheme: light dark; font: 14px/1.5 system-ui, sans-serif; }
main { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
h2 { margin-top: 3rem; text-transform: capitalize; border-bottom: 1px solid #8886; }
h3 { margin-bottom: 0; } h4 { margin: .5rem 0 0; font-weight: 500; } article { margin: 1.5rem 0; }
code, pre { font: 12.5px/1.5 ui-monospace, monospace; } pre { background: #8881; padding: .6rem .8rem; overflow-x: auto; }
table { border-collapse: collapse; } td { border-top: 1px solid #8884; padding: .2rem .8rem .2rem 0; vertical-align: top; }
i { opacity: .75; } small { font-weight: 400; opacity: .7; } b { font-weight: 600; }
`;

/** Names the page's own style to the content security policy, which allows no other text of style inline. */
export const DOCS_STYLE_SOURCE = `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`;
