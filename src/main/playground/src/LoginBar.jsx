import { useState } from 'react';

/** Who asks, and why: pick a demo client, sign in, pick a basis for reading about people. */
export function LoginBar({ clients, session, validUntil, problem, reasons, reason, onReason, onSignIn, onSignOut }) {
  const [picked, setPicked] = useState('');
  const clientId = picked || clients[0]?.clientId || '';

  function submit(event) {
    event.preventDefault();
    onSignIn(clients.find((client) => client.clientId === clientId));
  }

  return (
    <header className="bar">
      <h1>
        联济 <span lang="en">Lianji</span> · 查询台
      </h1>
      <form onSubmit={submit}>
        <label htmlFor="client">部门 / Department</label>
        <select id="client" value={clientId} onChange={(event) => setPicked(event.target.value)}>
          {clients.map(({ clientId, nameZh, nameEn }) => (
            <option key={clientId} value={clientId}>
              {nameZh} / {nameEn}
            </option>
          ))}
        </select>
        <button disabled={!clientId}>登录 / Sign in</button>
        {session && (
          <button type="button" onClick={onSignOut}>
            退出 / Sign out
          </button>
        )}
        {session && reasons.length > 0 && (
          <>
            <label htmlFor="reason">用途与依据 / Purpose and basis</label>
            <select
              id="reason"
              value={reasons.indexOf(reason)}
              onChange={(event) => onReason(reasons[event.target.value])}
            >
              {reasons.map(({ id, purpose, reference }, index) => (
                <option key={id ?? purpose} value={index}>
                  {purpose} · {reference}
                </option>
              ))}
            </select>
          </>
        )}
      </form>
      <p role="status">
        {session && validUntil
          ? `已登录 / Signed in: ${session.client.nameZh} (${session.client.clientId})，令牌有效至 ${time(validUntil)}，到期自动续期`
          : '未登录 / Not signed in'}
      </p>
      <p role="alert">{problem}</p>
    </header>
  );
}

function time(instant) {
  return instant.toLocaleTimeString('zh-CN', { hour12: false });
}
