import { words } from '~/words/words';

export const factWords = words({
  en: {
    at: 'When (in {zone})',
    atHelp: 'Left empty, it counts from now; in a rehearsal from where its clock stands.',
    reason: 'Reason',
    needed: 'Please fill this in',
    party: 'On behalf of',
  },
  'zh-CN': {
    at: '发生时间（时区 {zone}）',
    atHelp: '不填则为当前时间；演练合同则为演练时间。',
    reason: '理由',
    needed: '请填写',
    party: '代表',
  },
});
