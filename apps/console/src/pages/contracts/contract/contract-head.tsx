import { Link } from '@tanstack/react-router';
import { Flex } from 'antd';
import { useMay } from '~/api/policy';
import { PageHead } from '~/parts/page-head';
import { ClockTag, ContractStatusTag } from '~/parts/tags';
import { useUntil } from '~/parts/until';
import { useFormats } from '~/words/formats';
import { useWords } from '~/words/words';
import { usePicked } from '~/parts/picked';
import { ClockMove } from './clock-move';
import { type Contract, useContract } from './contract';
import { useTemplateOf } from './service-words';
import { contractWords } from './words';

/** Who, since when, how it stands; and for a rehearsal its clock. */
export function ContractHead() {
  const contract = useContract();
  const may = useMay();
  const { id, status, clock } = contract;
  const mayMove = clock === 'manual' && may('POST /api/v1/contracts/:contract/clock');
  return (
    <PageHead
      title={id}
      tags={
        <>
          <ContractStatusTag status={status} />
          <ClockTag clock={clock} />
        </>
      }
      about={<About contract={contract} />}
      extra={mayMove && <ClockMove key={contract.accountedThrough} />}
    />
  );
}

function About({ contract }: { readonly contract: Contract }) {
  const t = useWords(contractWords);
  const { instant, date } = useFormats();
  const until = useUntil();
  const picked = usePicked();
  const known = useTemplateOf();
  const title = known ? picked(known.title) : contract.template.id;
  const { parties, terms, template, renews, renewedBy, clock, accountedThrough } = contract;
  return (
    <Flex vertical gap={2}>
      <span>
        {t('between', {
          client: parties.client['fullName'] ?? '',
          provider: parties.provider['fullName'] ?? '',
        })}
      </span>
      <span>
        {t('termOf', { from: date(terms.startsAt, terms.zone), to: until(terms.endsAt, terms.zone) })}
        {' · '}
        {t('template', { id: title, version: template.version })}
      </span>
      {renews !== null && <Successor label={t('renews')} contract={renews} />}
      {renewedBy !== null && <Successor label={t('renewedBy')} contract={renewedBy} />}
      {clock === 'manual' && <strong>{t('clockAt', { at: instant(accountedThrough, terms.zone) })}</strong>}
    </Flex>
  );
}

function Successor({ label, contract }: { readonly label: string; readonly contract: string }) {
  return (
    <span>
      {label}{' '}
      <Link to="/contracts/$contract" params={{ contract }}>
        {contract}
      </Link>
    </span>
  );
}
