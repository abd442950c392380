import { Facts } from '~/parts/facts';
import { Panel } from '~/parts/panel';
import { commonWords } from '~/words/common';
import { useWords } from '~/words/words';
import { useContract } from '../contract/contract';
import { PARTY_FIELDS, partyWords } from '../contract/party-words';
import { overviewWords } from './words';

/** The parties as the contract names them. */
export function PartiesPanel() {
  const t = useWords(overviewWords);
  const common = useWords(commonWords);
  const field = useWords(partyWords);
  const { parties } = useContract();
  return (
    <Panel title={t('parties')}>
      {(['client', 'provider'] as const).map((party) => (
        <section key={party} className="form-end">
          <h3>{common(`party.${party}`)}</h3>
          <Facts
            facts={PARTY_FIELDS.flatMap((key) => {
              const value = parties[party][key];
              return value === undefined ? [] : [{ key, label: field(key), value }];
            })}
          />
        </section>
      ))}
    </Panel>
  );
}
