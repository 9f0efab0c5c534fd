import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import type { Company } from '../../app/api.types.ts';
import { useTexts } from '../../app/i18n.ts';
import { useSession } from '../../app/session.ts';
import { Grid } from '../../ui/grid/grid.component.tsx';
import type { GridColumn, GridLoad } from '../../ui/grid/grid.types.ts';
import { useRoleWords } from '../identity/roles.ts';

/** The companies came with the session, so there is nothing to wait for. */
const HERE: GridLoad = { isLoading: false, isBusy: false, error: null, retry: () => {} };

export function CompaniesView(): ReactNode {
  const { t } = useTexts();
  const { companies, isAdministrator } = useSession();
  const roleWords = useRoleWords();
  const columns = useMemo(
    (): readonly GridColumn<Company>[] => [
      { id: 'code', kind: 'text', header: t('people.companyCode'), width: 100, value: (row) => row.code },
      { id: 'name', kind: 'text', header: t('people.name'), width: 240, grow: true, value: (row) => row.name },
      {
        id: 'currency',
        kind: 'text',
        header: t('people.currency'),
        width: 150,
        value: (row) => row.functionalCurrency,
      },
      { id: 'zone', kind: 'text', header: t('people.zone'), width: 160, value: (row) => row.timeZone },
      { id: 'today', kind: 'date', header: t('people.today'), width: 120, value: (row) => row.today },
      { id: 'roles', kind: 'text', header: t('people.yourRoles'), width: 220, value: (row) => roleWords(row.roles) },
    ],
    [t, roleWords],
  );
  return (
    <Grid
      id="companies"
      label={t('people.companies')}
      columns={columns}
      rows={companies}
      rowId={(row) => row.code}
      load={HERE}
      empty={t('people.noCompanies')}
      isMain
      lead={
        isAdministrator && (
          <Button component={Link} to="/new-company">
            {t('newCompany.title')}
          </Button>
        )
      }
    />
  );
}
