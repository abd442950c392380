import { useNavigate } from '@tanstack/react-router';
import { Form, Input, Modal, Select } from 'antd';
import { answered } from '#client/client';
import { api, client } from '~/api/api';
import { ProblemAlert } from '~/parts/problem-alert';
import { useAct } from '~/parts/use-act';
import { useLanguage, useWords } from '~/words/words';
import { variantFiles } from './variant-files';
import { templateWords } from './words';

interface Values {
  readonly base: string;
  readonly id: string;
  readonly client: string;
  readonly titleZh: string;
  readonly titleEn: string;
}

interface Props {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Asks for what a variant needs to begin with, and opens its draft. */
export function NewVariant({ isOpen, onClose }: Props) {
  const t = useWords(templateWords);
  const navigate = useNavigate();
  const [form] = Form.useForm<Values>();
  const create = useAct({
    act: createVariant,
    done: t('created'),
    onDone: ({ template, version }) => {
      form.resetFields();
      onClose();
      void navigate({ to: '/templates/$template/$version', params: { template, version } });
    },
  });
  return (
    <Modal
      open={isOpen}
      title={t('newVariant')}
      okText={t('create')}
      confirmLoading={create.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p className="text-secondary">{t('newVariantHelp')}</p>
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={(values) => create.mutate(values)}
      >
        <Fields />
      </Form>
      {create.error !== null && <ProblemAlert error={create.error} />}
    </Modal>
  );
}

function Fields() {
  const t = useWords(templateWords);
  const language = useLanguage();
  const templates = api.useQuery('get', '/api/v1/templates', {
    params: { query: { state: 'published', limit: 200 } },
  });
  const rules = [{ required: true, message: t('needed') }];
  const bases = (templates.data?.items ?? []).flatMap(({ id, title, versions }) =>
    versions
      .filter(({ state }) => state === 'published')
      .map(({ version }) => ({ value: `${id} ${version}`, label: `${title[language]} (${id} ${version})` })),
  );
  return (
    <>
      <Form.Item name="base" label={t('base')} rules={rules}>
        <Select options={bases} loading={templates.isPending} showSearch={{ optionFilterProp: 'label' }} />
      </Form.Item>
      <Form.Item name="id" label={t('id')} extra={t('idHelp')} rules={rules}>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item name="client" label={t('client')} rules={rules}>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item name="titleZh" label={t('titleZh')} rules={rules}>
        <Input lang="zh-CN" autoComplete="off" />
      </Form.Item>
      <Form.Item name="titleEn" label={t('titleEn')} rules={rules}>
        <Input lang="en" autoComplete="off" />
      </Form.Item>
    </>
  );
}

async function createVariant({ base, id, client: name, titleZh, titleEn }: Values) {
  const [template = '', version = ''] = base.split(' ');
  const path = '/api/v1/templates/{template}/versions/{version}/package' as const;
  const { files } = await answered(client.GET(path, { params: { path: { template, version } } }));
  const wish = {
    base: template,
    baseVersion: version,
    id,
    client: name,
    title: { 'zh-CN': titleZh, en: titleEn },
  };
  return answered(client.POST('/api/v1/templates', { body: { files: variantFiles(wish, files) } }));
}
