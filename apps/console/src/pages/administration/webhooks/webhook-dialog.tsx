import { type ComponentProps } from 'react';
import { Form, Input, Select } from 'antd';
import { type PactaClient } from '#client/client';
import { type components } from '#client/openapi';
import { ActDialog } from '~/parts/act-dialog';
import { useEventKinds } from '~/api/event-kinds';
import { useWords } from '~/words/words';
import { type Webhook } from './webhook';
import { webhookWords } from './words';

type Wish = components['schemas']['NewWebhook'];

interface Values {
  readonly url: string;
  readonly description?: string;
  readonly types?: string[];
  readonly clients?: string[];
}

interface Props<Output> {
  readonly trigger: string;
  readonly triggerProps?: ComponentProps<typeof ActDialog>['triggerProps'];
  /** What it is now, where there is one already. */
  readonly before?: Webhook;
  readonly done: string;
  readonly save: (wish: Wish, client: PactaClient) => Promise<Output>;
  readonly onDone?: (output: Output) => void;
}

/** Where to, of what, and for which clients. */
export function WebhookDialog<Output>({ trigger, triggerProps, before, done, save, onDone }: Props<Output>) {
  const t = useWords(webhookWords);
  return (
    <ActDialog<Values, Output>
      trigger={trigger}
      {...(triggerProps && { triggerProps })}
      title={trigger}
      okText={t('save')}
      done={done}
      initialValues={before ? valuesOf(before) : {}}
      act={(values, client) => save(wishOf(values), client)}
      {...(onDone && { onDone: (output) => onDone(output as Output) })}
    >
      <Form.Item
        name="url"
        label={t('url')}
        extra={t('urlHelp')}
        rules={[{ required: true, message: t('needed') }]}
      >
        <Input type="url" inputMode="url" placeholder="https://erp.example.com/pacta" autoComplete="off" />
      </Form.Item>
      <Form.Item name="description" label={t('description')} extra={t('descriptionHelp')}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <TypesField />
      <Form.Item name="clients" label={t('clients')} extra={t('clientsHelp')}>
        <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={[',', '，', ' ']} />
      </Form.Item>
    </ActDialog>
  );
}

function TypesField() {
  const t = useWords(webhookWords);
  const kinds = useEventKinds();
  return (
    <Form.Item name="types" label={t('types')} extra={t('typesHelp')}>
      <Select
        mode="multiple"
        allowClear
        maxTagCount="responsive"
        placeholder={t('allTypes')}
        showSearch={{ optionFilterProp: 'label' }}
        options={kinds.map(({ kind, type, name }) => ({ value: type, label: `${name} (${kind})` }))}
      />
    </Form.Item>
  );
}

function valuesOf({ url, description, types, clients }: Webhook): Values {
  return { url, description, ...(types && { types }), ...(clients && { clients }) };
}

/** Left out is: all. */
function wishOf({ url, description = '', types = [], clients = [] }: Values): Wish {
  return {
    url: url.trim(),
    description: description.trim(),
    ...(types.length > 0 && { types: types as NonNullable<Wish['types']> }),
    ...(clients.length > 0 && { clients }),
  };
}
