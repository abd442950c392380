import { api } from '~/api/api';
import { useMay } from '~/api/policy';
import { type Bilingual, usePicked } from '~/parts/picked';
import { words, useWords } from '~/words/words';
import { useContract } from './contract';

const serviceWords = words({
  en: {
    target: {
      response: 'Response',
      workaround: 'Workaround',
      resolution: 'Resolution',
      report: 'Service report',
      delivery: 'Delivery',
    },
    priority: { critical: 'Critical', high: 'High', medium: 'Medium', low: 'Low' },
  },
  'zh-CN': {
    target: {
      response: '响应',
      workaround: '临时解决',
      resolution: '解决',
      report: '服务月报',
      delivery: '交付',
    },
    priority: { critical: '紧急', high: '高', medium: '中', low: '低' },
  },
});

type Target = keyof (typeof serviceWords)['en']['target'];
type Priority = keyof (typeof serviceWords)['en']['priority'];

/** What a target is called; one that only this template has goes by its name. */
export function useTargetName(): (target: string) => string {
  const t = useWords(serviceWords);
  return (target) => (target in serviceWords.en.target ? t(`target.${target as Target}`) : target);
}

const USUAL_ORDER = ['critical', 'high', 'medium', 'low'];

/** From the most urgent priority down, as the template has them: members of an answer come in no order. */
export function useByUrgency(): <Entry extends readonly [string, unknown]>(entries: Entry[]) => Entry[] {
  const template = useTemplateOf();
  const order = template ? Object.keys(template.priorities) : USUAL_ORDER;
  const rank = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  return (entries) => entries.toSorted(([a], [b]) => rank(a) - rank(b));
}

/** The order in which targets fall due. */
export const TARGET_ORDER = ['response', 'workaround', 'resolution'];

/** What the template calls a priority. A party does not read templates: it gets the usual words. */
export function usePriorityName(): (priority: string) => string {
  const t = useWords(serviceWords);
  const picked = usePicked();
  const template = useTemplateOf();
  return (priority) => {
    const label: Bilingual | undefined = template?.priorities[priority]?.label;
    if (label) return picked(label);
    return priority in serviceWords.en.priority ? t(`priority.${priority as Priority}`) : priority;
  };
}

/** The version of the template that the contract was made of; undefined while it loads, and for whom may not read it. */
export function useTemplateOf() {
  const may = useMay();
  const { template } = useContract();
  const { data } = api.useQuery(
    'get',
    '/api/v1/templates/{template}',
    { params: { path: { template: template.id }, query: { version: template.version } } },
    { enabled: may('GET /api/v1/templates/:template'), staleTime: Infinity },
  );
  return data;
}
