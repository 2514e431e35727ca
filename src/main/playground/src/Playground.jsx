import { useEffect, useMemo, useState } from 'react';
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import { connect } from './fetcher.js';
import { EXAMPLES_PLUGIN, Demo } from './ExamplesPlugin.jsx';
import { LoginBar } from './LoginBar.jsx';
import { reasonFor, reasonsOf } from './reasons.js';
import { Session } from './session.js';

const PLUGINS = [EXAMPLES_PLUGIN, HISTORY_PLUGIN];
const WELCOME = `# 联济 · 查询台
#
# 一、在上方选一个部门，登录；
# 二、点左侧的一个示例查询；
#    读取个人信息的依据随示例选好，也可改；
# 三、按 Ctrl-Enter 运行。
#
# 公民身份号码只写在下方的变量里，
# 不写进查询。
`;

/** Until somebody signs in there is nobody to ask as. */
const SIGNED_OUT = {
  fetcher: async () => ({ errors: [{ message: '请先登录 / Please sign in first' }] }),
  close() {},
};

export function Playground() {
  const [clients, setClients] = useState([]);
  const [session, setSession] = useState(null);
  const [validUntil, setValidUntil] = useState(null);
  const [problem, setProblem] = useState('');
  const [reasons, setReasons] = useState([]);
  const [reason, setReason] = useState(undefined);

  useEffect(() => {
    demoClients().then(setClients, (error) => setProblem(error.message));
  }, []);

  const connection = useMemo(() => (session ? connect(session) : SIGNED_OUT), [session]);
  useEffect(() => () => connection.close(), [connection]);

  async function signIn(client) {
    const next = new Session(client, setValidUntil);
    try {
      await next.renew();
      const possible = await reasonsOf(next);
      setReasons(possible);
      setReason(possible[0]);
      setSession(next);
      setProblem('');
    } catch (error) {
      setProblem(error.message);
    }
  }

  if (session) session.reason = reason;
  const demo = useMemo(
    () => ({
      clients,
      department: session?.client.department,
      onOpen: (query) => setReason(reasonFor(query, reasons)),
    }),
    [clients, session, reasons],
  );

  return (
    <>
      <LoginBar
        {...{ clients, session, validUntil, problem, reasons, reason }}
        onReason={setReason}
        onSignIn={signIn}
        onSignOut={() => setSession(null)}
      />
      <main>
        <Demo value={demo}>
          <GraphiQL
            fetcher={connection.fetcher}
            schema={session ? undefined : null} // null: don't ask for the schema
            storage={null} // queries, variables and answers may hold personal data: nothing is kept
            shouldPersistHeaders={false}
            defaultQuery={WELCOME}
            defaultEditorToolsVisibility="variables"
            plugins={PLUGINS}
            visiblePlugin={EXAMPLES_PLUGIN}
          >
            <GraphiQL.Logo>GraphiQL</GraphiQL.Logo>
          </GraphiQL>
        </Demo>
      </main>
    </>
  );
}

async function demoClients() {
  const response = await fetch('clients.json');
  if (!response.ok) throw new Error(`取不到演示客户端 / No demo clients: HTTP ${response.status}`);
  return response.json();
}
