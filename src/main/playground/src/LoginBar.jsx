import { useState } from 'react';
import { TEXTS } from './texts.js';

/** Who asks, in which language, and why: pick a demo client, sign in, pick a basis for reading about people. */
export function LoginBar({
  language,
  onLanguage,
  clients,
  session,
  validUntil,
  problem,
  reasons,
  reason,
  onReason,
  onSignIn,
  onSignOut,
}) {
  const [picked, setPicked] = useState('');
  const clientId = picked || clients[0]?.clientId || '';
  const texts = TEXTS[language];
  const nameOf = ({ nameZh, nameEn }) => (language === 'zh' ? nameZh : nameEn);

  function submit(event) {
    event.preventDefault();
    onSignIn(clients.find((client) => client.clientId === clientId));
  }

  return (
    <header className="bar">
      <h1>
        联济 <span lang="en">Lianji</span> · {texts.name}
      </h1>
      <form onSubmit={submit}>
        <label htmlFor="client">{texts.client}</label>
        <select id="client" value={clientId} onChange={(event) => setPicked(event.target.value)}>
          {clients.map((client) => (
            <option key={client.clientId} value={client.clientId}>
              {nameOf(client)}
            </option>
          ))}
        </select>
        <button disabled={!clientId}>{texts.signIn}</button>
        {session && (
          <button type="button" onClick={onSignOut}>
            {texts.signOut}
          </button>
        )}
      </form>
      {session && reasons.length > 0 && (
        <div className="field">
          <label htmlFor="reason">{texts.reason}</label>
          <select id="reason" value={reasons.indexOf(reason)} onChange={(event) => onReason(reasons[event.target.value])}>
            {reasons.map(({ id, purpose, reference }, index) => (
              <option key={id ?? purpose} value={index}>
                {purpose} · {reference[language]}
              </option>
            ))}
          </select>
        </div>
      )}
      <div className="field">
        <label htmlFor="language">{texts.language}</label>
        <select id="language" value={language} onChange={(event) => onLanguage(event.target.value)}>
          <option value="zh" lang="zh-CN">
            中文
          </option>
          <option value="en" lang="en">
            English
          </option>
        </select>
      </div>
      <p role="status">
        {session && validUntil ? texts.signedIn(session.client, time(validUntil, language)) : texts.signedOut}
      </p>
      <p role="alert">{problem}</p>
    </header>
  );
}

function time(instant, language) {
  return instant.toLocaleTimeString(language === 'zh' ? 'zh-CN' : 'en-GB', { hour12: false });
}
