import { Form, Input, Modal, Select } from 'antd';
import { useRoles } from '~/api/policy';
import { type Role } from '~/api/session';
import { ProblemAlert } from '~/parts/problem-alert';
import { useAct } from '~/parts/use-act';
import { commonWords } from '~/words/common';
import { useWords } from '~/words/words';
import { useSecret } from './secret';
import { administrationWords } from './words';

/** What an account or a key is given. */
export interface Access {
  readonly login?: string;
  readonly name: string;
  readonly role: Role;
  readonly clients?: string[];
  /** ISO. */
  readonly expiresAt?: string;
}

interface Values extends Omit<Access, 'clients' | 'expiresAt'> {
  readonly clients?: string;
  /** `2027-01-31`: its last day. */
  readonly expires?: string;
}

interface Props {
  readonly title: string;
  readonly hasLogin?: boolean;
  /** Makes it, and gives the secret that is shown once. */
  readonly make: (access: Access) => Promise<string>;
  readonly onClose: () => void;
}

/** Asks for role, reach and end of an account or a key, and shows its secret once. */
export function NewAccess({ title, hasLogin = false, make, onClose }: Props) {
  const t = useWords(administrationWords);
  const [form] = Form.useForm<Values>();
  const show = useSecret();
  const create = useAct({
    act: (values: Values) => make(accessOf(values)),
    onDone: (secret) => {
      onClose();
      show(secret);
    },
  });
  return (
    <Modal
      open
      title={title}
      okText={t('create')}
      confirmLoading={create.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={(values) => create.mutate(values)}
      >
        <Fields hasLogin={hasLogin} />
      </Form>
      {create.error !== null && <ProblemAlert error={create.error} />}
    </Modal>
  );
}

function Fields({ hasLogin }: { readonly hasLogin: boolean }) {
  const t = useWords(administrationWords);
  const common = useWords(commonWords);
  const roles = useRoles();
  const needed = [{ required: true, message: t('needed') }];
  return (
    <>
      {hasLogin && (
        <Form.Item name="login" label={t('login')} rules={needed}>
          <Input autoComplete="off" />
        </Form.Item>
      )}
      <Form.Item name="name" label={t('name')} rules={needed}>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item name="role" label={t('role')} rules={needed}>
        <Select options={roles.map((value) => ({ value, label: common(`role.${value}`) }))} />
      </Form.Item>
      <Form.Item name="clients" label={t('clients')} extra={t('clientsHelp')}>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item name="expires" label={t('expires')} extra={t('expiresHelp')}>
        <Input type="date" />
      </Form.Item>
    </>
  );
}

function accessOf({ clients, expires, ...rest }: Values): Access {
  const named = (clients ?? '').split(/[,，\s]+/).filter((each) => each !== '');
  return {
    ...rest,
    ...(named.length > 0 && { clients: named }),
    ...(expires && { expiresAt: `${expires}T23:59:59Z` }),
  };
}
