import { createContext, useContext, useEffect } from 'react';
import { MagnifyingGlassIcon, useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { groupsFor, inLanguage, variablesOf } from './audience.js';
import { TEXTS } from './texts.js';

/** Who is signed in, if anybody, and the language that was chosen. */
export const Demo = createContext({ language: 'zh' });

/** A panel beside GraphiQL's own; a click opens the example in a tab of its own. */
export const EXAMPLES_PLUGINS = Object.fromEntries(
  Object.entries(TEXTS).map(([language, texts]) => [
    language,
    { title: texts.examples, icon: () => <MagnifyingGlassIcon aria-hidden="true" />, content: Examples },
  ]),
);

/** Shows nothing: keeps the welcome in the language that was chosen, as long as nobody has written over it. */
export function Welcome() {
  const { language } = useContext(Demo);
  const queryEditor = useGraphiQL((state) => state.queryEditor);
  const activeTab = useGraphiQL((state) => state.activeTabIndex);

  useEffect(() => {
    const { welcome } = TEXTS[language];
    const shown = queryEditor?.getValue();
    if (shown !== welcome && Object.values(TEXTS).some((texts) => texts.welcome === shown)) queryEditor.setValue(welcome);
  }, [language, queryEditor, activeTab]);

  return null;
}

function Examples() {
  const { client, language, onOpen } = useContext(Demo);
  const open = useOpen();
  const texts = TEXTS[language];

  return (
    <section className="examples" aria-labelledby="examples-title">
      <h2 id="examples-title">{texts.examples}</h2>
      <p>{texts.examplesHint}</p>
      {groupsFor(client).map(({ code, heading, examples }) => (
        <details key={`${code} ${client?.clientId}`} open>
          <summary>{heading[language]}</summary>
          <ul>
            {examples.map((example) => (
              <li key={example.title.zh}>
                <button
                  type="button"
                  onClick={() => {
                    onOpen?.(example.query);
                    open({ query: inLanguage(example.query, language), variables: variablesOf(example) });
                  }}
                >
                  {example.title[language]}
                </button>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  );
}

function useOpen() {
  const { addTab } = useGraphiQLActions();
  const queryEditor = useGraphiQL((state) => state.queryEditor);
  const variableEditor = useGraphiQL((state) => state.variableEditor);
  const activeTab = useGraphiQL((state) => state.activeTabIndex);

  useEffect(() => {
    document.querySelector('[role="tab"][aria-selected="true"]')?.scrollIntoView({ inline: 'nearest', block: 'nearest' });
  }, [activeTab]);

  return ({ query, variables }) => {
    addTab();
    queryEditor?.setValue(query);
    variableEditor?.setValue(variables ? JSON.stringify(variables, null, 2) : '');
    document.querySelector('.graphiql-sessions')?.scrollIntoView(); // below the examples on a phone
  };
}
