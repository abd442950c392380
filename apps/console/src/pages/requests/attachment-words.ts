import { words } from '~/words/words';

export const attachmentWords = words({
  en: {
    title: 'Attachments',
    none: 'No file is attached.',
    noneHelp:
      'Screenshots, logs and letters that belong to the request. They are kept by their hash and never change.',
    add: 'Attach a file',
    addHelp: 'Drop it here or choose it: PDF, Word, Excel, PowerPoint, pictures, plain text; 10 MiB at most',
    added: 'Attached',
    file: 'File',
    source: { upload: 'uploaded', mail: 'came by mail', original: 'the mail itself' },
    size: 'Size',
    by: 'By',
    hash: 'SHA-256',
  },
  'zh-CN': {
    title: '附件',
    none: '尚无附件。',
    noneHelp: '与请求有关的截图、日志、信函。文件按哈希值保存，不会改变。',
    add: '添加附件',
    addHelp: '拖放到此处或点击选择：PDF、Word、Excel、PowerPoint、图片、纯文本，不超过 10 MiB',
    added: '已添加附件',
    file: '文件',
    source: { upload: '上传', mail: '随邮件收到', original: '邮件原文' },
    size: '大小',
    by: '添加人',
    hash: 'SHA-256',
  },
});
