/**
 * Saved views. A private one is its owner's alone; a shared one is seen by everybody in the company and changed by who made it
 * or who looks after the company. Sharing needs a permission of its own.
 */
import type { Permission } from '@quittance/core/permissions';
import { type Command, type CommandTx, runCommand } from '../../platform/command/index.ts';
import type { Database, Scope } from '../../platform/database/transaction.ts';
import { AppError, notFound } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';
import {
  countOwnViews,
  deleteView,
  findView,
  forgetOthersDefault,
  type GridViewRow,
  insertView,
  setDefaultView,
  updateView,
} from './views.queries.ts';

/** Of one person: more would be a list nobody finds anything in. */
const OWN_VIEWS_MAX = 200;

export interface ViewDraft {
  readonly name: string;
  readonly state: string;
  readonly isShared: boolean;
}

export interface ViewCaller {
  readonly database: Database;
  readonly scope: Scope;
  readonly command: Command;
  readonly permissions: ReadonlySet<Permission>;
}

export function saveView(caller: ViewCaller, draft: ViewDraft & { readonly grid: string }): Promise<{ id: string }> {
  return runCommand(caller.database, caller.scope, caller.command, async (tx) => {
    if (draft.isShared) requireSharing(caller);
    if ((await countOwnViews(tx)) >= OWN_VIEWS_MAX) {
      throw new AppError('views_too_many', `You have ${OWN_VIEWS_MAX} views. Delete one that is no longer used.`);
    }
    const id = newId();
    await refusingTakenName(draft, () => insertView(tx, { id, ...draft }));
    tx.audit({ action: 'view.save', subjectKind: 'view', subjectId: id, after: { ...draft } });
    return { id };
  });
}

export async function changeView(caller: ViewCaller, id: string, draft: ViewDraft): Promise<void> {
  await runCommand(caller.database, caller.scope, caller.command, async (tx) => {
    const view = await changeableView(tx, caller, id);
    if (draft.isShared && !view.isShared) requireSharing(caller);
    await refusingTakenName(draft, () => updateView(tx, { id, ...draft }));
    if (view.isShared && !draft.isShared) await forgetOthersDefault(tx, view);
    tx.audit({ action: 'view.change', subjectKind: 'view', subjectId: id, before: draftOf(view), after: { ...draft } });
    return null;
  });
}

export async function removeView(caller: ViewCaller, id: string): Promise<void> {
  await runCommand(caller.database, caller.scope, caller.command, async (tx) => {
    const view = await changeableView(tx, caller, id);
    await deleteView(tx, id);
    tx.audit({ action: 'view.delete', subjectKind: 'view', subjectId: id, before: draftOf(view) });
    return null;
  });
}

/** The view with which a grid opens for the caller; null for none. */
export async function chooseDefaultView(
  caller: ViewCaller,
  choice: { readonly grid: string; readonly viewId: string | null },
): Promise<void> {
  await runCommand(caller.database, caller.scope, caller.command, async (tx) => {
    if (choice.viewId !== null) {
      const view = await findView(tx, choice.viewId);
      if (view?.grid !== choice.grid) throw notFound('view', choice.viewId);
    }
    await setDefaultView(tx, choice);
    tx.audit({ action: 'view.default', subjectKind: 'grid', subjectId: choice.grid, after: { viewId: choice.viewId } });
    return null;
  });
}

/** Its owner's, or a shared one for who manages the company's set-up. */
export function mayChangeView(
  view: Pick<GridViewRow, 'ownerId' | 'isShared'>,
  caller: {
    readonly actorId: string;
    readonly permissions: ReadonlySet<Permission>;
  },
): boolean {
  return view.ownerId === caller.actorId || (view.isShared && caller.permissions.has('organisation.manage'));
}

async function changeableView(tx: CommandTx, caller: ViewCaller, id: string): Promise<GridViewRow> {
  const view = await findView(tx, id);
  if (!view) throw notFound('view', id);
  if (!mayChangeView(view, { actorId: caller.scope.actor.id, permissions: caller.permissions })) {
    throw new AppError(
      'view_not_yours',
      `“${view.name}” was shared by ${view.ownerName}. Only they or an expert change it; save it under a name of your own.`,
      { status: 403 },
    );
  }
  return view;
}

function requireSharing({ permissions }: ViewCaller): void {
  if (permissions.has('views.share')) return;
  throw new AppError(
    'view_sharing_not_permitted',
    'Your roles do not share views. Save it for yourself, or send the address of the page.',
    { status: 403 },
  );
}

const NAME_RULES = ['shared_view_name_is_unique', 'own_view_name_is_unique'];

async function refusingTakenName(
  draft: { name: string; isShared: boolean },
  write: () => Promise<void>,
): Promise<void> {
  try {
    await write();
  } catch (error) {
    const rule = error instanceof Error && 'constraint' in error ? String(error.constraint) : '';
    if (!NAME_RULES.includes(rule)) throw error;
    throw new AppError(
      'view_name_taken',
      `There is a ${draft.isShared ? 'shared view' : 'view of yours'} called “${draft.name}” here. Choose another name, or change that one.`,
      { status: 409 },
    );
  }
}

function draftOf({ name, state, isShared }: GridViewRow): { name: string; state: string; isShared: boolean } {
  return { name, state, isShared };
}
