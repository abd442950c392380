import { useState } from 'react';
import { type components } from '#client/openapi';
import { type Column, DataTable } from '~/parts/data-table';
import { Panel } from '~/parts/panel';
import { type Bilingual, usePicked } from '~/parts/picked';
import { Secondary } from '~/parts/text';
import { Teach } from '~/parts/teach';
import { useFormats } from '~/words/formats';
import { type Language, useLanguage, useWords } from '~/words/words';
import { LanguageChoice } from '../terms/clauses-panel';
import { type Amendment } from './amendment-page';
import { amendmentWords } from './words';

type Changes = components['schemas']['AmendmentChanges'];

interface Row {
  readonly key: string;
  readonly label: string;
  readonly clause: string;
  readonly before: string;
  readonly after: string;
}

/** Before and after, and the clauses word by word. */
export function ChangesPanel({ amendment: { changes } }: { readonly amendment: Amendment }) {
  const t = useWords(amendmentWords);
  const rows = useRows(changes);
  const columns = useColumns();
  return (
    <>
      <Panel title={t('changes')} about={t('changesAbout')}>
        <DataTable
          caption={t('changes')}
          columns={columns}
          rows={rows}
          rowKey={({ key }) => key}
          empty={<Teach title={t('nothing')} help={t('nothingHelp')} />}
        />
      </Panel>
      {changes !== null && changes.clauses.length > 0 && <ClausesPanel clauses={changes.clauses} />}
    </>
  );
}

function useRows(changes: Changes | null): Row[] {
  const t = useWords(amendmentWords);
  const picked = usePicked();
  const { money } = useFormats();
  if (changes === null) return [];
  const text = (side: { readonly text: Bilingual } | null) => (side === null ? t('none') : picked(side.text));
  const amount = (value: string | null) => (value === null ? t('none') : money(value));
  const { parameters, monthlyFee: fee, totalAmount: total } = changes;
  return [
    ...parameters.map(({ parameter, label, clause, before, after }) => ({
      key: parameter,
      label: picked(label),
      clause,
      before: text(before),
      after: text(after),
    })),
    // Where the fee is a parameter it stands above.
    ...(fee.before === fee.after || parameters.some(({ after }) => after?.value === fee.after)
      ? []
      : [{ key: 'fee', label: t('fee'), clause: '', before: amount(fee.before), after: amount(fee.after) }]),
    ...(total.before === total.after
      ? []
      : [
          {
            key: 'total',
            label: t('total'),
            clause: '',
            before: amount(total.before),
            after: amount(total.after),
          },
        ]),
  ];
}

function useColumns(): Column<Row>[] {
  const t = useWords(amendmentWords);
  return [
    { key: 'label', title: t('parameter'), cell: ({ label }) => label },
    { key: 'before', title: t('before'), cell: ({ before }) => <Secondary>{before}</Secondary> },
    { key: 'after', title: t('after'), cell: ({ after }) => <strong>{after}</strong> },
    { key: 'clause', title: t('clause'), isExtra: true, cell: ({ clause }) => clause },
  ];
}

function ClausesPanel({ clauses }: { readonly clauses: Changes['clauses'] }) {
  const t = useWords(amendmentWords);
  const [language, setLanguage] = useState<Language>(useLanguage());
  return (
    <Panel title={t('clauses')} extra={<LanguageChoice language={language} onChange={setLanguage} />}>
      {clauses.map(({ number, kind, title, text }) => (
        <section key={number} lang={language}>
          <h3>
            {`${number} ${title[language]}`} {kind !== 'changed' && <Secondary>{`(${t(kind)})`}</Secondary>}
          </h3>
          <p className="redline">{text[language].map(piece)}</p>
        </section>
      ))}
    </Panel>
  );
}

type Piece = Changes['clauses'][number]['text']['en'][number];

function piece({ kind, text }: Piece, index: number) {
  const key = `${index} ${kind}`;
  if (kind === 'deleted') return <del key={key}>{text}</del>;
  return kind === 'inserted' ? <ins key={key}>{text}</ins> : <span key={key}>{text}</span>;
}
