/** What the views menu holds: views to choose, to change, to open the list with; and a new one. Fetched when it is opened. */
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../../app/i18n.ts';
import { may } from '../../app/permissions.ts';
import { sessionQuery } from '../../app/session.ts';
import { ProblemNote } from '../form/problem-note.component.tsx';
import styles from './views.module.css';
import { type SavedView, useCompanyCode, useViewActs, type ViewAct } from './views.queries.ts';
import type { ViewsMenuProps } from './views-menu.component.tsx';

export function ViewList(props: ViewsMenuProps & { views: readonly SavedView[]; close: () => void }): ReactNode {
  const { t } = useTexts();
  const acts = useViewActs(props.gridId);
  const [changing, setChanging] = useState<string | null>(null);
  const act = (next: ViewAct, after?: () => void): void => acts.mutate(next, after ? { onSuccess: after } : {});
  const choose = (state: string): void => {
    props.apply(state);
    props.close();
  };
  return (
    <div className={styles.menu}>
      {props.views.length === 0 && <p className={styles.none}>{t('views.none')}</p>}
      <ul className={styles.list}>
        {props.views.map((view) => (
          <li key={view.id}>
            {changing === view.id ? (
              <ViewForm
                view={view}
                state={props.state}
                isBusy={acts.isPending}
                send={(draft) => act({ kind: 'change', id: view.id, draft }, () => setChanging(null))}
                remove={() => act({ kind: 'remove', id: view.id }, () => setChanging(null))}
                cancel={() => setChanging(null)}
              />
            ) : (
              <ViewLine
                view={view}
                isCurrent={view.state === props.state}
                choose={() => choose(view.state)}
                change={() => setChanging(view.id)}
                setDefault={() => act({ kind: 'default', viewId: view.isDefault ? null : view.id })}
              />
            )}
          </li>
        ))}
      </ul>
      {acts.error && <ProblemNote error={acts.error} />}
      {changing === null && (
        <>
          <ViewForm
            view={null}
            state={props.state}
            isBusy={acts.isPending}
            send={(draft) => act({ kind: 'save', draft }, props.close)}
          />
          <div className={styles.foot}>
            <button type="button" className={styles.link} onClick={() => choose('')}>
              {t('views.plain')}
            </button>
            {props.hasAddress && <CopyAddress close={props.close} />}
          </div>
        </>
      )}
    </div>
  );
}

function ViewLine(props: {
  view: SavedView;
  isCurrent: boolean;
  choose: () => void;
  change: () => void;
  setDefault: () => void;
}): ReactNode {
  const { t } = useTexts();
  const { view } = props;
  return (
    <div className={styles.line} data-current={props.isCurrent || undefined}>
      <button type="button" className={styles.name} aria-current={props.isCurrent || undefined} onClick={props.choose}>
        {view.name}
        {view.isShared && <small>{t('views.sharedBy', { name: view.madeBy })}</small>}
      </button>
      <button
        type="button"
        aria-pressed={view.isDefault}
        aria-label={t('views.openWith', { name: view.name })}
        title={t('views.openWith', { name: view.name })}
        className={styles.star}
        onClick={props.setDefault}
      >
        {view.isDefault ? '★' : '☆'}
      </button>
      {view.mayChange && (
        <button
          type="button"
          className={styles.link}
          aria-label={t('views.changeOf', { name: view.name })}
          onClick={props.change}
        >
          {t('views.change')}
        </button>
      )}
    </div>
  );
}

const NAME_CHARS_MAX = 60;

/** A new view, or the name, content and sharing of one. */
function ViewForm(props: {
  view: SavedView | null;
  state: string;
  isBusy: boolean;
  send: (draft: { name: string; state: string; isShared: boolean }) => void;
  remove?: () => void;
  cancel?: () => void;
}): ReactNode {
  const { t } = useTexts();
  const { view } = props;
  const [name, setName] = useState(view?.name ?? '');
  const [isShared, setIsShared] = useState(view?.isShared ?? false);
  const [takesState, setTakesState] = useState(view === null);
  const mayShare = useMayShare() || view?.isShared === true;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() === '') return;
        props.send({ name: name.trim(), isShared, state: takesState || view === null ? props.state : view.state });
      }}
    >
      <input
        aria-label={t('views.name')}
        placeholder={t('views.namePlaceholder')}
        maxLength={NAME_CHARS_MAX}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {view && view.state !== props.state && (
        <label>
          <input
            type="checkbox"
            checked={takesState}
            onChange={(event) => setTakesState(event.currentTarget.checked)}
          />
          {t('views.takeState')}
        </label>
      )}
      {mayShare && (
        <label>
          <input type="checkbox" checked={isShared} onChange={(event) => setIsShared(event.currentTarget.checked)} />
          {t('views.share')}
        </label>
      )}
      <div className={styles.acts}>
        <button type="submit" className={styles.save} disabled={props.isBusy || name.trim() === ''}>
          {t(view ? 'views.saveChange' : 'views.save')}
        </button>
        {props.remove && (
          <button type="button" className={styles.link} onClick={props.remove}>
            {t('views.remove')}
          </button>
        )}
        {props.cancel && (
          <button type="button" className={styles.link} onClick={props.cancel}>
            {t('act.cancel')}
          </button>
        )}
      </div>
    </form>
  );
}

function useMayShare(): boolean {
  const code = useCompanyCode();
  const { data: session } = useQuery({ ...sessionQuery, enabled: false });
  const company = session?.companies.find((candidate) => candidate.code === code);
  return company !== undefined && may(company, 'views.share');
}

function CopyAddress({ close }: { close: () => void }): ReactNode {
  const { t } = useTexts();
  return (
    <button
      type="button"
      className={styles.link}
      onClick={() => {
        void navigator.clipboard?.writeText(window.location.href);
        close();
      }}
    >
      {t('views.copyAddress')}
    </button>
  );
}
