/** Sources are added, changed and removed by people who set the company up; a removed one keeps its history. */
import type { CommandTx } from '../../../platform/command/index.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import { AppError, notFound } from '../../../platform/errors.ts';
import { newId } from '../../../platform/ids.ts';
import type { ArrivalSource, ArrivalSourceDraft } from './arrival.ts';
import { findSource, insertSource, listSources, removeSource, updateSource } from './arrival-sources.queries.ts';
import { openFolder, REFUSED, TAKEN } from './drop-folder.ts';

/** Names of settings that may hold a secret of a source: no other part of the environment can be named. */
export const SECRET_NAME = /^QUITTANCE_SECRET_[A-Z0-9_]{1,60}$/;

/** Throws `source_exists`, `folder_not_allowed`, `only_items_are_listed`. The folder is made. */
export async function addSource(tx: CommandTx, draft: ArrivalSourceDraft, dropDirectory: string): Promise<string> {
  refuseWrongList(draft);
  refuseForeignFolder(tx, draft);
  await refuseTwins(tx, draft, null);
  if (draft.kind === 'folder') await openFolder(dropDirectory, draft.settings.path);
  const id = newId();
  await insertSource(tx, id, draft);
  tx.audit({ action: 'arrival.add_source', subjectKind: 'arrival_source', subjectId: id, after: draft });
  return id;
}

/** Throws `source_kind_is_fixed` as well. */
export async function changeSource(
  tx: CommandTx,
  id: string,
  change: { readonly draft: ArrivalSourceDraft; readonly dropDirectory: string },
): Promise<void> {
  const { draft, dropDirectory } = change;
  const before = await theSource(tx, id);
  if (before.kind !== draft.kind) {
    throw new AppError('source_kind_is_fixed', 'A folder does not become a mailbox. Add a new source instead.');
  }
  refuseWrongList(draft);
  refuseForeignFolder(tx, draft);
  await refuseTwins(tx, draft, id);
  if (draft.kind === 'folder') await openFolder(dropDirectory, draft.settings.path);
  await updateSource(tx, id, draft);
  tx.audit({ action: 'arrival.change_source', subjectKind: 'arrival_source', subjectId: id, before, after: draft });
}

export async function endSource(tx: CommandTx, id: string): Promise<void> {
  const before = await theSource(tx, id);
  await removeSource(tx, id);
  tx.audit({ action: 'arrival.remove_source', subjectKind: 'arrival_source', subjectId: id, before });
}

export async function theSource(tx: Tx, id: string): Promise<ArrivalSource> {
  const source = await findSource(tx, id);
  if (source === undefined) throw notFound('source', id);
  return source;
}

/** Names of a path's parts; those that folders of a source use themselves are taken. */
const FOLDER_NAME = /^[\p{L}\p{N}_ ][\p{L}\p{N}_ .-]{0,59}$/u;
const OWN_NAMES: ReadonlySet<string> = new Set([TAKEN, REFUSED]);

/** A company's folders lie below one of its own, so that no company takes another's files. */
function refuseForeignFolder(tx: Tx, draft: ArrivalSourceDraft): void {
  if (draft.kind !== 'folder') return;
  const [first, ...rest] = draft.settings.path.split('/');
  const isPlain = rest.every((name) => FOLDER_NAME.test(name) && !OWN_NAMES.has(name));
  if (first === tx.company.code && rest.length > 0 && isPlain) return;
  const message = `${JSON.stringify(draft.settings.path)} is no folder of this company. Write it as ${tx.company.code}/bank: folders below ${tx.company.code}, of letters, digits, blanks, points and hyphens.`;
  throw new AppError('folder_not_allowed', message);
}

function refuseWrongList({ isFullList, fileKind }: ArrivalSourceDraft): void {
  if (!isFullList || fileKind === 'items') return;
  throw new AppError(
    'only_items_are_listed',
    'Only a source of items lists all open items. Say that its files are items.',
  );
}

async function refuseTwins(tx: Tx, draft: ArrivalSourceDraft, id: string | null): Promise<void> {
  const others = (await listSources(tx)).filter((source) => source.id !== id);
  if (others.some((source) => source.name.toLowerCase() === draft.name.toLowerCase())) {
    const message = `There is a source named ${draft.name} already. Choose another name.`;
    throw new AppError('source_exists', message, { details: { name: draft.name } });
  }
  const twin = others.find((source) => overlaps(source, draft));
  if (twin === undefined) return;
  const message = `${twin.name} looks at this very place already. Change that source instead.`;
  throw new AppError('source_exists', message, { details: { twin: twin.name } });
}

/** The same place, or a folder within the other's. */
function overlaps(one: ArrivalSourceDraft, other: ArrivalSourceDraft): boolean {
  const [left, right] = [placeKey(one), placeKey(other)];
  if (left === right) return true;
  return one.kind === 'folder' && (left.startsWith(`${right}/`) || right.startsWith(`${left}/`));
}

function placeKey(source: ArrivalSourceDraft): string {
  if (source.kind === 'folder') return `folder ${source.settings.path}`;
  const { host, user, folder } = source.settings;
  return `mailbox ${host.toLowerCase()} ${user} ${folder}`;
}
