import { Form, Radio } from 'antd';
import { Panel } from '~/parts/panel';
import { usePicked } from '~/parts/picked';
import { useWords } from '~/words/words';
import { type TemplateLine } from './wizard';
import { newWords } from './words';

/** Which template, and whether it is meant. */
export function TemplateStep({ templates }: { readonly templates: readonly TemplateLine[] }) {
  const t = useWords(newWords);
  const picked = usePicked();
  return (
    <>
      <Panel title={t('chooseTemplate')}>
        <Form.Item name="template" label={t('template')} className="only-field">
          <Radio.Group className="choices">
            {templates.map(({ id, version, title, description }) => (
              <Radio key={id} value={id} className="choice">
                <strong>{picked(title)}</strong>{' '}
                <span className="text-secondary">{t('version', { version })}</span>
                <span className="choice-help">{picked(description)}</span>
              </Radio>
            ))}
          </Radio.Group>
        </Form.Item>
      </Panel>
      <Panel title={t('kind')}>
        <Form.Item name="clock" label={t('kind')} className="only-field">
          <Radio.Group className="choices">
            {(['real', 'manual'] as const).map((clock) => (
              <Radio key={clock} value={clock} className="choice">
                <strong>{t(clock)}</strong>
                <span className="choice-help">{t(`${clock}Help`)}</span>
              </Radio>
            ))}
          </Radio.Group>
        </Form.Item>
      </Panel>
    </>
  );
}
