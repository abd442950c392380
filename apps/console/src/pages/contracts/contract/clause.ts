import { words, useWords } from '~/words/words';

const clauseWords = words({ en: { parties: 'The parties' }, 'zh-CN': { parties: '合同双方' } });

/** What a clause is called beside its text: its number, or what stands before the numbered ones. */
export function useClauseName(): (clause: string | null) => string {
  const t = useWords(clauseWords);
  return (clause) => (clause === 'Parties' ? t('parties') : (clause ?? '–'));
}
