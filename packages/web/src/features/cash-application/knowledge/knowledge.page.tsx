/** What cash application has learnt: of payers, of habits, of what people ruled out; each with its origin, and taken back where wrong. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { type ReactNode, useCallback, useDeferredValue } from 'react';
import { useTexts } from '../../../app/i18n.ts';
import { useAddressView, withoutBlanks } from '../../../app/search.ts';
import { useFormats } from '../../../ui/format/formats.context.ts';
import { Grid } from '../../../ui/grid/grid.component.tsx';
import { Split } from '../../../ui/split/split.component.tsx';
import { queueCountsQuery } from '../cash.queries.ts';
import { CashTabs } from '../cash-tabs.component.tsx';
import styles from './knowledge.module.css';
import { type LearntKind, useLearnt } from './knowledge.queries.ts';
import { useKnowledgeColumns } from './knowledge-columns.component.tsx';
import { KnowledgePanel } from './knowledge-panel.component.tsx';
import { KIND_WORDS } from './knowledge-words.ts';

export function KnowledgePage(): ReactNode {
  const { t } = useTexts();
  const { company: code } = useParams({ from: '/c/$company/cash/knowledge' });
  const { kind, state, thing: openId } = useSearch({ from: '/c/$company/cash/knowledge' });
  const navigate = useNavigate({ from: '/c/$company/cash/knowledge' });
  const change = useCallback(
    (to: object) => void navigate({ search: (now) => withoutBlanks({ ...now, ...to }), replace: true }),
    [navigate],
  );
  const { view, onView } = useAddressView();
  const search = useDeferredValue(view.filter);
  const isTakenBack = state === 'taken_back';
  const learnt = useLearnt(code, { kind, isTakenBack, search });
  const columns = useKnowledgeColumns(isTakenBack);
  const counts = useQuery(queueCountsQuery(code)).data;
  const open = learnt.rows.find(({ id }) => id === openId);
  return (
    <div className={styles.page}>
      <CashTabs code={code} current="knowledge" counts={counts} />
      <KindChips
        counts={learnt.first?.counts ?? []}
        chosen={kind}
        choose={(to) => change({ kind: to, thing: undefined })}
      />
      <div className={styles.fill}>
        <Split
          id="knowledge"
          startPercent={68}
          left={
            <Grid
              id={isTakenBack ? 'knowledge-taken-back' : 'knowledge'}
              label={t('learnt.title')}
              columns={columns}
              rows={learnt.rows}
              rowId={(row) => row.id}
              load={learnt.load}
              empty={t(isTakenBack ? 'learnt.nothingTakenBack' : 'learnt.empty')}
              view={view}
              onView={onView}
              isFilteredByServer
              activeId={openId ?? null}
              onActive={(row) => openId && change({ thing: row.id })}
              onOpen={(row) => change({ thing: row.id })}
              lead={
                <Button
                  variant="default"
                  aria-pressed={isTakenBack}
                  data-on={isTakenBack}
                  onClick={() => change({ state: isTakenBack ? undefined : 'taken_back', thing: undefined })}
                >
                  {t('learnt.takenBack')}
                </Button>
              }
              isMain
            />
          }
          right={
            open ? (
              <KnowledgePanel key={open.id} code={code} thing={open} close={() => change({ thing: undefined })} />
            ) : null
          }
        />
      </div>
    </div>
  );
}

const KINDS = Object.keys(KIND_WORDS) as LearntKind[]; // a Record of exactly these keys

function KindChips(props: {
  counts: readonly { kind: LearntKind; count: number }[];
  chosen: LearntKind | undefined;
  choose: (kind: LearntKind | undefined) => void;
}): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  const { counts, chosen, choose } = props;
  const countOf = (kind: LearntKind) => counts.find((one) => one.kind === kind)?.count ?? 0;
  return (
    <fieldset className={styles.chips} aria-label={t('learnt.kind')}>
      {KINDS.map((kind) => (
        <button
          key={kind}
          type="button"
          aria-pressed={chosen === kind}
          onClick={() => choose(chosen === kind ? undefined : kind)}
        >
          {t(KIND_WORDS[kind])} <span>{formats.count(countOf(kind))}</span>
        </button>
      ))}
    </fieldset>
  );
}
