import { type ReactNode, useEffect, useState } from 'react';
import { App, Button, type ButtonProps, Flex, Form, type FormInstance, Modal } from 'antd';
import { type PactaClient } from '#client/client';
import { type CarriedOut } from '~/api/saving';
import { commonWords } from '~/words/common';
import { useWords } from '~/words/words';
import { faultFields } from './fault-fields';
import { useFaultWords } from './fault-words';
import { ProblemAlert } from './problem-alert';
import { useAct } from './use-act';

interface Props<Values extends object, Output> {
  /** What the button says that opens it. */
  readonly trigger: string;
  readonly triggerProps?: Pick<ButtonProps, 'type' | 'icon' | 'size' | 'danger' | 'disabled'>;
  readonly title: string;
  readonly okText: string;
  readonly isDanger?: boolean;
  /** More than one column fits. */
  readonly isWide?: boolean;
  readonly initialValues?: Partial<Values>;
  /** Calls by the client that it is given, as for `useAct`. */
  readonly act: (values: Values, client: PactaClient) => Promise<Output>;
  readonly done: string;
  readonly onDone?: (output: CarriedOut<Output>) => void;
  /** What comes of it, and its fields. A function gets the form, for fields that hang on others. */
  readonly children?: ReactNode | ((form: FormInstance<Values>) => ReactNode);
}

/** A button, and the dialog behind it that does something: what was typed stays when the API refuses. */
export function ActDialog<Values extends object = object, Output = unknown>(props: Props<Values, Output>) {
  const { trigger, triggerProps, title, okText, isDanger = false, isWide = false } = props;
  const t = useWords(commonWords);
  const [isOpen, setOpen] = useState(false);
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const close = () => setOpen(false);
  const doing = useAct({
    act: props.act,
    onDone: (output) => {
      close();
      void message.success(props.done);
      props.onDone?.(output);
    },
  });
  const { error } = doing;
  const say = useFaultWords(error !== null);
  useEffect(() => {
    if (error !== null) form.setFields(faultFields(form, error, say));
  }, [error, form, say]);
  return (
    <>
      <Button {...triggerProps} onClick={() => setOpen(true)}>
        {trigger}
      </Button>
      <Modal
        open={isOpen}
        title={title}
        width={isWide ? 760 : 520}
        okText={okText}
        cancelText={t('cancel')}
        okButtonProps={{ danger: isDanger, htmlType: 'submit' }}
        confirmLoading={doing.isPending}
        onOk={() => form.submit()}
        onCancel={close}
        afterClose={() => doing.reset()}
        destroyOnHidden
      >
        <Form<Values>
          form={form}
          layout="vertical"
          preserve={false}
          {...(props.initialValues && { initialValues: props.initialValues })}
          onFinish={(values) => doing.mutate(values)}
        >
          <Flex vertical gap={4}>
            {typeof props.children === 'function' ? props.children(form) : props.children}
          </Flex>
          {error !== null && <ProblemAlert error={error} />}
          {/* The button that is seen stands outside of the form: with this one Enter does the same. */}
          <button type="submit" hidden aria-label={okText} />
        </Form>
      </Modal>
    </>
  );
}
