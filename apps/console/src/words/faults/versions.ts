import { type Phrases } from './saying.js';

/** The files of a template's version, and what may be done with it. */
export const versionPhrases: Phrases = {
  'There is no template {id}, there are {ids}': '没有模板 {id}，现有：{ids:list}',
  'There is no version {version} of the template {id}': '模板 {id} 没有版本 {version}',
  '{id} {version} is there already: raise the version, or change the draft that has it':
    '{id} {version} 已存在，请提高版本号，或者修改该版本的草稿',
  '{id} {version} came with the product and is read-only: give yours another version':
    '{id} {version} 随产品提供，不可更改，请另取版本号',
  '{id} {version} has revision {revision} by now, and not {wanted}: read it again':
    '{id} {version} 现为第 {revision} 次修订，而不是第 {wanted} 次，请重新查看',
  '{version} is retired': '版本 {version} 已停用',
  'allowed are none: no version is published': '没有可选的版本：尚无已发布的版本',
  '{action} is not possible': '不能{action:versionAction}',
  'the version is {state}: allowed are {actions}':
    '该版本的状态为“{state:versionState}”，可进行：{actions:versionAction}',
  'the version is {state}: allowed is {actions}':
    '该版本的状态为“{state:versionState}”，可进行：{actions:versionAction}',
  'the version is {state}: nothing is allowed here': '该版本的状态为“{state:versionState}”，不能进行任何操作',
  'the version is {state}: nothing more can happen to it':
    '该版本的状态为“{state:versionState}”，不能再进行任何操作',
  'nothing more can happen to it': '不能再进行任何操作',
  '{actor} edited or submitted this version': '{actor} 编辑或提交了该版本',
  'allowed is a reviewer who neither edited it last nor submitted it; its author may withdraw it':
    '须由最后编辑者和提交者以外的复核人进行；起草人可以撤回',
  '{actor} is not its author': '{actor} 不是起草人',
  'allowed is {author}; a reviewer may return it': '只能由 {author} 进行；复核人可以退回',
  'allowed are {authors}; a reviewer may return it': '只能由 {authors:list} 进行；复核人可以退回',
  'nothing is allowed here; a reviewer may return it': '没有人可以进行；复核人可以退回',
  'say what has to change before it can be published': '请说明发布之前须修改什么',
  'its files now make {hash}, and not {wanted}': '其文件现在得出 {hash}，而不是 {wanted}',
  'import the package again': '请重新导入模板包',
  'allowed is {wanted}: a package of another {member} is imported as a draft of its own':
    '应为 {wanted}；{member} 不同的模板包请另行导入为草稿',
  'holds files already ({files})': '已有文件（{files:list}）',
  'allowed is an empty folder or one that is not there': '应为空文件夹或尚不存在的文件夹',
  'allowed is a text file': '应为文本文件',
  'allowed is text in UTF-8': '应为 UTF-8 文本',
  'is no UTF-8 text': '不是 UTF-8 文本',
  'is a link or a device': '是链接或设备',
  'allowed are files and folders': '应为文件和文件夹',
  'is no name for a file of a template': '不能作为模板文件的名称',
  'allowed are letters, digits, "-" and "_" with "." and "/" between them, like clauses/en.md':
    '应为字母、数字、“-”和“_”，其间可用“.”和“/”，例如 clauses/en.md',
  'allowed are paths like clauses/en.md': '应为路径，例如 clauses/en.md',
  'allowed is a name of letters, digits and -': '应为由字母、数字和“-”组成的名称',
  'is a file and a folder': '既是文件又是文件夹',
  'has {count} files': '共 {count} 个文件',
  'allowed are at most {count} bytes': '至多 {count} 字节',
  'the file must be there': '必须有该文件',
  'is named nowhere': '没有被任何地方引用',
  'allowed are README.md, the files that the manifest names, calendars/ID.json, and acceptance/NAME.json with acceptance/NAME.expected.json':
    '应为 README.md、清单中列出的文件、calendars/ID.json，以及 acceptance/NAME.json 及其 acceptance/NAME.expected.json',
  'stands beside variant.json': '与 variant.json 并存',
  'allowed is one of it and variant.json': '它与 variant.json 只能有其一',
};
