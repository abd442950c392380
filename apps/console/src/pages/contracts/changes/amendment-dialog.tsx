import { Form, Input, Select } from 'antd';
import { answered, type PactaClient } from '#client/client';
import { type components } from '#client/openapi';
import { api } from '~/api/api';
import { ActDialog } from '~/parts/act-dialog';
import { useWords } from '~/words/words';
import { useContract } from '../contract/contract';
import { ReasonField } from '../contract/fact-fields';
import { changedParameters, ParameterChangeFields, type ParameterChanges } from './parameter-changes';
import { changesWords } from './words';

type Amendment = components['schemas']['ContractAmendment'];

interface Values extends ParameterChanges {
  readonly effectiveDate: string;
  readonly reason: string;
  readonly templateVersion?: string;
}

interface Props {
  /** A draft that is changed, with the version of it that was looked at. */
  readonly draft?: { readonly amendment: Amendment; readonly etag: string | null };
  readonly onDone: (amendment: string) => void;
}

/** Draws up an amendment, or changes the draft of one. */
export function AmendmentDialog({ draft, onDone }: Props) {
  const t = useWords(changesWords);
  const { id } = useContract();
  const label = t(draft ? 'change' : 'draw');
  return (
    <ActDialog<Values, Amendment>
      trigger={label}
      triggerProps={draft ? {} : { type: 'primary' }}
      title={label}
      okText={label}
      isWide
      done={t(draft ? 'changed' : 'drawn')}
      initialValues={draft ? valuesOf(draft.amendment) : {}}
      act={(values, client) => save(client, id, values, draft)}
      onDone={(amendment) => onDone(amendment.id)}
    >
      <p>{t('drawHelp')}</p>
      <Form.Item
        name="effectiveDate"
        label={t('effectiveDate')}
        extra={t('effectiveHelp')}
        rules={[{ required: true, message: t('needed') }]}
      >
        <Input type="date" max="2199-12-31" />
      </Form.Item>
      <ReasonField label={t('reason')} />
      <ParameterChangeFields />
      <VersionField />
    </ActDialog>
  );
}

function save(
  client: PactaClient,
  contract: string,
  values: Values,
  draft: Props['draft'],
): Promise<Amendment> {
  const { effectiveDate, reason, templateVersion } = values;
  const body = {
    effectiveDate,
    reason,
    parameters: changedParameters(values),
    ...(templateVersion && { templateVersion }),
  };
  if (!draft)
    return answered(
      client.POST('/api/v1/contracts/{contract}/amendments', { params: { path: { contract } }, body }),
    );
  return answered(
    client.PUT('/api/v1/contracts/{contract}/amendments/{amendment}', {
      params: {
        path: { contract, amendment: draft.amendment.id },
        ...(draft.etag !== null && { header: { 'If-Match': draft.etag } }),
      },
      body,
    }),
  );
}

function valuesOf({ effectiveDate, reason, draft }: Amendment): Partial<Values> {
  const parameters = (draft?.parameters ?? {}) as NonNullable<ParameterChanges['parameters']>;
  return {
    effectiveDate,
    reason,
    parameters,
    changing: Object.keys(parameters),
    ...(draft?.templateVersion && { templateVersion: draft.templateVersion }),
  };
}

/** Other clauses, targets or rules come with another version of the template. */
function VersionField() {
  const t = useWords(changesWords);
  const { template } = useContract();
  const { data } = api.useQuery('get', '/api/v1/templates/{template}/versions', {
    params: { path: { template: template.id }, query: { state: 'published' } },
  });
  const others = (data?.items ?? []).filter(({ version }) => version !== template.version);
  if (others.length === 0) return null;
  return (
    <Form.Item name="templateVersion" label={t('version')} extra={t('versionHelp')}>
      <Select
        allowClear
        placeholder={t('versionSame', { version: template.version })}
        options={others.map(({ version }) => ({ value: version, label: version }))}
      />
    </Form.Item>
  );
}
