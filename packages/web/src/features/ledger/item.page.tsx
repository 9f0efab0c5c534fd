import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense } from 'react';
import { useTexts } from '../../app/i18n.ts';
import { withoutBlanks } from '../../app/search.ts';
import { Panel } from '../../ui/panel/panel.component.tsx';
import { Split } from '../../ui/split/split.component.tsx';
import { ItemPostingsView } from './item-postings.component.tsx';

const EntryView = lazy(async () => ({ default: (await import('./entry-view.component.tsx')).EntryView }));

/** One item: what is open as of the day chosen, the postings that make it so, and the entry behind each. */
export function ItemPage(): ReactNode {
  const { t } = useTexts();
  const { company, itemId } = useParams({ from: '/c/$company/items/$itemId' });
  const { entry } = useSearch({ from: '/c/$company/items/$itemId' });
  const navigate = useNavigate({ from: '/c/$company/items/$itemId' });
  const show = (next: string | undefined): void => {
    void navigate({ search: (now) => withoutBlanks({ ...now, entry: next }) });
  };
  return (
    <Split
      id="item"
      startPercent={55}
      left={<ItemPostingsView itemId={itemId} openEntry={show} />}
      right={
        entry ? (
          <Panel title={<h2>{t('entry.title')}</h2>} close={() => show(undefined)}>
            <Suspense fallback={null}>
              <EntryView
                entryId={entry}
                openItem={(other) =>
                  navigate({ to: '/c/$company/items/$itemId', params: { company, itemId: other }, search: {} })
                }
              />
            </Suspense>
          </Panel>
        ) : null
      }
    />
  );
}
