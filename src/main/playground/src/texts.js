/** What the playground says, in Chinese and in English. */
export const TEXTS = {
  zh: {
    name: '查询台',
    language: '语言',
    client: '身份',
    signIn: '登录',
    signOut: '退出',
    reason: '用途与依据',
    signedIn: (client, time) => `已登录：${client.nameZh}（${client.clientId}），令牌有效至 ${time}，到期自动续期`,
    signedOut: '未登录',
    signInFirst: '请先登录',
    noClients: (status) => `取不到演示客户端：HTTP ${status}`,
    signInFailed: (status) => `登录未成功：HTTP ${status}`,
    connectionClosed: '连接已关闭',
    examples: '示例查询',
    examplesHint: '点一个，在新标签页打开；都是所登录的身份问得到的。',
    welcome: `# 联济 · 查询台
#
# 一、在上方选一个身份，登录；
# 二、点左侧的一个示例查询；
#    读取个人信息的依据随示例选好，也可改；
# 三、按 Ctrl-Enter 运行。
#
# 公民身份号码只写在下方的变量里，
# 不写进查询。
`,
  },
  en: {
    name: 'Playground',
    language: 'Language',
    client: 'Sign in as',
    signIn: 'Sign in',
    signOut: 'Sign out',
    reason: 'Purpose and basis',
    signedIn: (client, time) =>
      `Signed in: ${client.nameEn} (${client.clientId}); the token is good until ${time} and is renewed by itself`,
    signedOut: 'Not signed in',
    signInFirst: 'Please sign in first',
    noClients: (status) => `No demo clients: HTTP ${status}`,
    signInFailed: (status) => `Sign-in failed: HTTP ${status}`,
    connectionClosed: 'Connection closed',
    examples: 'Example queries',
    examplesHint: 'Click one: it opens in a tab of its own. All are answered to whom you signed in as.',
    welcome: `# Lianji · Playground
#
# 1. choose above whom to sign in as;
# 2. click an example query on the left;
#    the basis for reading about people is chosen with it;
# 3. press Ctrl-Enter.
#
# ID numbers go in the variables below,
# never in the query.
`,
  },
};

/** {@return the browser's language, as far as the playground has it} */
export function preferredLanguage() {
  return navigator.language.startsWith('zh') ? 'zh' : 'en';
}
