import { createContext, useContext, useEffect } from 'react';
import { MagnifyingGlassIcon, useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { EXAMPLES } from './examples.js';

/** The demo clients, and the department that is signed in. */
export const Demo = createContext({ clients: [] });

/** A panel beside GraphiQL's own; a click opens the example in a tab of its own. */
export const EXAMPLES_PLUGIN = {
  title: '示例查询 / Example queries',
  icon: () => <MagnifyingGlassIcon aria-hidden="true" />,
  content: Examples,
};

function Examples() {
  const { clients, department, onOpen } = useContext(Demo);
  const open = useOpen();

  function heading(code) {
    const owner = clients.find((client) => client.department === code);
    return code === 'COMMON' ? '各部门通用' : owner ? `${owner.nameZh} ${code}` : code;
  }

  return (
    <section className="examples" aria-labelledby="examples-title">
      <h2 id="examples-title">示例查询</h2>
      <p>点一个，在新标签页打开。部门看得全自己的信息类，别的部门的按协议。</p>
      {Object.entries(EXAMPLES).map(([code, examples]) => {
        const unfolded = code === 'COMMON' || code === department;
        return (
          <details key={`${code} ${unfolded}`} open={unfolded}>
            <summary>{heading(code)}</summary>
            <ul>
              {examples.map((example) => (
                <li key={example.title}>
                  <button type="button" onClick={() => {
                      onOpen?.(example.query);
                      open(example);
                    }}>
                    {example.title}
                  </button>
                </li>
              ))}
            </ul>
          </details>
        );
      })}
    </section>
  );
}

function useOpen() {
  const { addTab } = useGraphiQLActions();
  const queryEditor = useGraphiQL((state) => state.queryEditor);
  const variableEditor = useGraphiQL((state) => state.variableEditor);
  const activeTab = useGraphiQL((state) => state.activeTabIndex);

  useEffect(() => {
    document.querySelector('[role="tab"][aria-selected="true"]')?.scrollIntoView({ inline: 'nearest' });
  }, [activeTab]);

  return ({ query, variables }) => {
    addTab();
    queryEditor?.setValue(query);
    variableEditor?.setValue(variables ? JSON.stringify(variables, null, 2) : '');
  };
}
