import { Link } from '@tanstack/react-router';
import { RuleList } from '~/parts/conditions';
import { Panel } from '~/parts/panel';
import { useWords } from '~/words/words';
import { type Request } from './request';
import { requestWords } from './request-words';

/** Which rule decided the priority, and how each one before it turned out. */
export function PriorityWhy({ request }: { readonly request: Request }) {
  const t = useWords(requestWords);
  const { contract, classification } = request;
  const { receipt, sequence } = classification;
  return (
    <Panel
      title={t('why')}
      about={t('whyAbout', {
        rule: receipt.decidedBy,
        set: `${receipt.ruleSet.id} ${receipt.ruleSet.version}`,
        clause: receipt.clause,
      })}
      extra={
        <Link
          to="/contracts/$contract/audit"
          params={{ contract }}
          search={{ receipt: `${sequence}-priority` }}
        >
          {t('entry')}
        </Link>
      }
    >
      <RuleList rules={receipt.rules} />
    </Panel>
  );
}
