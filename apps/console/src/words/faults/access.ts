import { type Phrases } from './saying.js';

/** Who calls and what they may do: keys, accounts, sessions, tokens, roles. */
export const accessPhrases: Phrases = {
  'Send Authorization: Bearer KEY, or X-API-Key: KEY, or sign in':
    '请提供 Authorization: Bearer KEY 或 X-API-Key: KEY，或者登录',
  'The session has ended: sign in again': '登录会话已结束，请重新登录',
  'The key is not one of ours, or has ended': '密钥无效或已过期',
  'Login and password do not fit, or the account has ended': '用户名与密码不符，或者账户已停用',
  'This is no demonstration: sign in with login and password': '此处不是演示环境，请用用户名和密码登录',
  'The role of the account is not one that there is': '账户的角色不存在',
  'The call goes by a key: only people who have signed in have a session':
    '当前调用使用密钥，只有登录的人员才有会话',
  'The call comes from a page of another site, allowed are pages of this one':
    '调用来自其他网站的页面，只接受本站页面的调用',
  'The password was given by somebody else: allowed is PUT /api/v1/sessions/current/password':
    '现有密码由他人设置，请先设置自己的密码（PUT /api/v1/sessions/current/password）',
  'The token is not good: {why}': '令牌无效：{why:said}',
  'a party needs {claim}': '客户的令牌必须含有 {claim}',
  'it has expired': '已过期',
  'it is signed by a key that the issuer does not have': '签名所用的密钥不属于签发方',
  'its algorithm is not taken': '不接受其签名算法',
  'its signature is wrong': '签名有误',
  'its {claim} is wrong': '其中的 {claim} 有误',
  'its {claim} is not a list of clients': '其中的 {claim} 不是客户列表',
  'its {claim} is not a role': '其中的 {claim} 不是角色',
  'its {claim} names nobody': '其中的 {claim} 没有指明任何人',
  'allowed are {count} calls a minute: try again in {seconds} s':
    '每分钟至多 {count} 次，请在 {seconds} 秒后再试',
  '{name} is {role} and may not do this, allowed are {roles}':
    '{name} 的角色是{role:role}，无权执行此操作（可执行：{roles:role}）',
  '{name} is {role} and may not do this, nobody may': '{name} 的角色是{role:role}，此操作任何人都无权执行',
  '{name} is {role} and may not {action}, allowed are {roles}':
    '{name} 的角色是{role:role}，无权{action:versionAction}（可执行：{roles:role}）',
  '{name} is limited to clients ({clients}), and this concerns all of them: allowed is a key without clients':
    '{name} 仅限访问部分客户（{clients:list}），而此操作涉及全部客户，须由不限客户的密钥执行',
  'clientId: {name} does not reach {client}, allowed are {clients}':
    '{name} 不能访问客户 {client}，可访问：{clients:list}',
  'party: a party speaks for the client, allowed is client': '客户人员只能代表客户',
  'type: {name} is party and may not {action} a request, allowed are {actions}':
    '{name} 是客户人员，对服务请求无权{action:requestAction}（可执行：{actions:requestAction}）',
  '{member}: a party does not say when it was, allowed is to leave it out':
    '客户人员不得指定时间，请将 {member} 留空',
  '{name} may not send it any more: the contract stays a draft': '{name} 已无权发出签署，合同仍为草稿',
  'There is no account {id}': '没有账户 {id}',
  'There is no key {id}': '没有密钥 {id}',
  'There is no key {id} or it was revoked': '没有密钥 {id}，或者该密钥已被吊销',
  '{name} is taken': '“{name}”已被使用',
  'allowed is one that no account has had': '应为从未有账户用过的用户名',
  'allowed is a name that no key has had': '应为从未有密钥用过的名称',
  'allowed is an instant: an auditor’s access ends by itself': '请填写时间：审计员的访问权限须到期自动终止',
  'allowed is at least one client: a party is always limited to clients':
    '至少填写一个客户：客户人员的访问总是限于其客户代码',
  'allowed is the id of an account, U-0123456789ab': '应为账户的编号，例如 U-0123456789ab',
  'allowed is the id of a key, K-0123456789ab': '应为密钥的编号，例如 K-0123456789ab',
  'is easily guessed': '容易被猜中',
  'is the login': '与用户名相同',
  'is one that is tried first': '是最先会被尝试的密码',
  'is not that of the account': '与账户现有密码不符',
  'is the one to be replaced': '与要更换的密码相同',
  'allowed is the one to be replaced': '应为要更换的现有密码',
  'allowed are {from} to {to} characters that are not easily guessed':
    '应为 {from} 至 {to} 个字符，且不易被猜中',
};
