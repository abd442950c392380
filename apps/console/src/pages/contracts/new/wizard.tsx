import { useState } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { App, Button, Flex, Form, type FormInstance, Grid, Steps } from 'antd';
import { answered } from '#client/client';
import { type components } from '#client/openapi';
import { api, problemOf } from '~/api/api';
import { faultFields } from '~/parts/fault-fields';
import { loadFaultWords } from '~/parts/fault-words';
import { ProblemAlert } from '~/parts/problem-alert';
import { useAct } from '~/parts/use-act';
import { useLanguage, useWords } from '~/words/words';
import { type ParameterValue, type Template, withDefaults } from '../contract/parameters';
import { type Draft, type Step, STEPS, stepOf } from './draft';
import { PartiesStep } from './parties-step';
import { ReviewStep } from './review-step';
import { TemplateStep } from './template-step';
import { TermsStep } from './terms-step';
import { newWords } from './words';
import './new.css';

export type TemplateLine = components['schemas']['TemplateList']['items'][number];

/** Four steps over one form: what was typed on one stays while another is looked at. */
export function Wizard({ templates }: { readonly templates: readonly TemplateLine[] }) {
  const [step, setStep] = useState<Step>('template');
  const [form] = Form.useForm<Draft>();
  const name = Form.useWatch('template', form) ?? templates[0]?.id ?? '';
  const language = useLanguage();
  const { data: template } = api.useQuery('get', '/api/v1/templates/{template}', {
    params: { path: { template: name }, query: { language } },
  });
  const create = useCreate(form, setStep);
  const hidden = (each: Step) => ({ hidden: step !== each });
  return (
    <>
      <StepLine step={step} />
      <Form<Draft>
        form={form}
        layout="vertical"
        scrollToFirstError
        initialValues={{ template: templates[0]?.id, clock: 'real' }}
        onFinish={() => template && create.mutate(template)}
        onFinishFailed={({ errorFields }) => setStep(stepOf(errorFields[0]?.name.join('.') ?? ''))}
      >
        <div {...hidden('template')}>
          <TemplateStep templates={templates} />
        </div>
        <div {...hidden('parties')}>
          <PartiesStep form={form} />
        </div>
        <div {...hidden('terms')}>{template && <TermsStep key={template.id} template={template} />}</div>
        {step === 'review' && template && <ReviewStep form={form} template={template} />}
        {create.error !== null && <ProblemAlert error={create.error} />}
        <Buttons form={form} step={step} setStep={setStep} isReady={!!template} isBusy={create.isPending} />
      </Form>
    </>
  );
}

function StepLine({ step }: { readonly step: Step }) {
  const t = useWords(newWords);
  const isWide = Grid.useBreakpoint().md ?? true;
  return (
    <nav aria-label={t('steps')} className="wizard-steps">
      <Steps
        size="small"
        current={STEPS.indexOf(step)}
        orientation={isWide ? 'horizontal' : 'vertical'}
        items={STEPS.map((each) => ({ title: t(each) }))}
      />
    </nav>
  );
}

/** What the form throws where fields are not as they should be: they say so themselves. */
interface FieldFaults {
  readonly errorFields: readonly { readonly name: (string | number)[] }[];
}

interface ButtonsProps {
  readonly form: FormInstance<Draft>;
  readonly step: Step;
  readonly setStep: (step: Step) => void;
  readonly isReady: boolean;
  readonly isBusy: boolean;
}

function Buttons({ form, step, setStep, isReady, isBusy }: ButtonsProps) {
  const t = useWords(newWords);
  const index = STEPS.indexOf(step);
  const go = (to: Step | undefined) => {
    setStep(to ?? step);
    window.scrollTo({ top: 0 });
  };
  const next = async () => {
    try {
      await form.validateFields(fieldsOf(form, step), { recursive: true });
      go(STEPS[index + 1]);
    } catch (faults) {
      const [first] = (faults as FieldFaults).errorFields;
      if (first) form.scrollToField(first.name, { block: 'center', focus: true });
    }
  };
  return (
    <Flex gap="small" className="form-end">
      {index > 0 && <Button onClick={() => go(STEPS[index - 1])}>{t('back')}</Button>}
      {step === 'review' ? (
        <Button key="create" type="primary" htmlType="submit" loading={isBusy}>
          {t('create')}
        </Button>
      ) : (
        <Button key="next" type="primary" disabled={!isReady} onClick={() => void next()}>
          {t('next')}
        </Button>
      )}
    </Flex>
  );
}

/** The fields of a step: those that may not be left yet. */
function fieldsOf(form: FormInstance<Draft>, step: Step) {
  const names = form.getFieldsError().map(({ name }) => name);
  return names.filter((name) => stepOf(name.join('.')) === step);
}

function useCreate(form: FormInstance<Draft>, setStep: (step: Step) => void) {
  const t = useWords(newWords);
  const language = useLanguage();
  const navigate = useNavigate();
  const { message } = App.useApp();
  return useAct({
    act: async (template: Template, client) => {
      try {
        const body = bodyOf(form.getFieldsValue(true) as Draft, template);
        return await answered(client.POST('/api/v1/contracts', { body }));
      } catch (error) {
        form.setFields(faultFields(form, error, await loadFaultWords(language)));
        const first = problemOf(error)?.errors?.[0];
        if (first) setStep(stepOf(first.path));
        setTimeout(() => {
          openFaulty();
          if (first) form.scrollToField(first.path.split('.'), { block: 'center', focus: true });
        });
        throw error;
      }
    },
    onDone: (created) => {
      void message.success(t('created'));
      void navigate({ to: '/contracts/$contract', params: { contract: created.id } });
    },
  });
}

/** What is wrong in a part that is folded up has to be seen. */
function openFaulty(): void {
  for (const part of document.querySelectorAll<HTMLDetailsElement>('.clause-group'))
    part.open ||= part.querySelector('.ant-form-item-has-error') !== null;
}

function bodyOf({ id, clientId, clock, parties, parameters }: Draft, template: Template) {
  return {
    template: template.id,
    templateVersion: template.version,
    clientId: clientId.trim(),
    clock,
    ...(id && { id: id.trim() }),
    parties: { client: trimmed(parties.client), provider: trimmed(parties.provider) },
    parameters: withDefaults(template, parameters) satisfies Record<string, ParameterValue>,
  };
}

/** Without what was left empty. */
function trimmed<Party extends object>(party: Party): Party {
  const entries = Object.entries(party).map(([field, text]) => [field, String(text ?? '').trim()] as const);
  return Object.fromEntries(entries.filter(([, text]) => text !== '')) as Party;
}
