/** Remittance advices that came: which receipt each is of, what waits, what found nothing; one in full on the right. */
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTexts } from '../../../app/i18n.ts';
import { useAddressView } from '../../../app/search.ts';
import { Grid } from '../../../ui/grid/grid.component.tsx';
import { Split } from '../../../ui/split/split.component.tsx';
import { useAdviceColumns } from './advice-columns.component.tsx';
import { AdvicePanel } from './advice-panel.component.tsx';
import { useAdvices } from './advices.queries.ts';

export function AdvicesView({ code }: { code: string }): ReactNode {
  const { t } = useTexts();
  const advices = useAdvices(code);
  const columns = useAdviceColumns();
  const { view, onView } = useAddressView();
  const { advice } = useSearch({ from: '/c/$company/imports/part/$part' });
  const open = advice ?? null;
  const navigate = useNavigate();
  const setOpen = (id: string | null): void => {
    const to = '/c/$company/imports/part/$part';
    const params = { company: code, part: 'advices' };
    void navigate({
      to,
      params,
      search: ({ advice: _, ...now }) => (id === null ? now : { ...now, advice: id }),
      replace: open !== null,
    });
  };
  return (
    <Split
      id="advices"
      startPercent={52}
      left={
        <Grid
          id="advices"
          label={t('advices.title')}
          columns={columns}
          rows={advices.rows}
          rowId={(row) => row.id}
          load={advices.load}
          empty={t('advices.empty')}
          view={view}
          onView={onView}
          activeId={open}
          onOpen={(row) => setOpen(row.id)}
          onActive={(row) => open !== null && setOpen(row.id)}
          isMain
        />
      }
      right={open === null ? null : <AdvicePanel key={open} code={code} id={open} close={() => setOpen(null)} />}
    />
  );
}
