import { useId } from 'react';
import { Button, Input, Select } from 'antd';
import { useEventKinds } from '~/api/event-kinds';
import { useWords } from '~/words/words';
import { ledgerWords } from './ledger-words';
import { useAuditSearch } from './shared';
import { auditWords } from './words';

/** Which entries are shown, and the way to one by its number. */
export function LedgerFilters({ contract }: { readonly contract: string }) {
  const t = useWords(ledgerWords);
  const audit = useWords(auditWords);
  const { search, set } = useAuditSearch(contract);
  const [kind, request, number] = [useId(), useId(), useId()];
  const { request: wanted, entryKind } = search;
  return (
    <div className="audit-filters" role="group" aria-label={audit('filters')}>
      <label htmlFor={kind}>{t('kind')}</label>
      <Select
        id={kind}
        showSearch={{ optionFilterProp: 'label' }}
        value={entryKind ?? ''}
        onChange={(next: string) => set({ entryKind: next || undefined })}
        options={[{ value: '', label: t('anyKind') }, ...useEntryKinds(entryKind)]}
        popupMatchSelectWidth={false}
      />
      <label htmlFor={request}>{t('request')}</label>
      <Input
        id={request}
        key={wanted ?? ''}
        defaultValue={wanted ?? ''}
        placeholder={audit('anyRequest')}
        className="audit-request"
        onPressEnter={({ currentTarget }) => set({ request: currentTarget.value.trim() || undefined })}
      />
      <label htmlFor={number}>{t('number')}</label>
      <Input
        id={number}
        inputMode="numeric"
        className="audit-number"
        onPressEnter={({ currentTarget }) => {
          const entry = Number(currentTarget.value);
          if (Number.isInteger(entry) && entry > 0) set({ entry });
        }}
      />
      {(wanted !== undefined || entryKind !== undefined) && (
        <Button onClick={() => set({ request: undefined, entryKind: undefined })}>{audit('clear')}</Button>
      )}
    </div>
  );
}

/** The kinds that a ledger may have. The one that is chosen is among them from the first. */
function useEntryKinds(chosen: string | undefined) {
  const kinds = useEventKinds();
  if (kinds.length === 0) return chosen === undefined ? [] : [{ value: chosen, label: chosen }];
  return kinds.map(({ kind, name }) => ({ value: kind, label: `${name} (${kind})` }));
}
