const TOKEN_ENDPOINT = '../oauth2/token';
const EARLY = 10_000;

/**
 * A demo client that has signed in. Its token is held here and nowhere else, and is fetched anew
 * when it is about to expire; `onToken` hears until when each one is good.
 */
export class Session {
  #token;
  #expiresAt = 0;
  #renewal;

  constructor(client, onToken) {
    this.client = client;
    this.onToken = onToken;
  }

  async authorization() {
    if (Date.now() > this.#expiresAt - EARLY) await this.renew();
    return `Bearer ${this.#token}`;
  }

  renew() {
    this.#renewal ??= this.#fetchToken().finally(() => (this.#renewal = undefined));
    return this.#renewal;
  }

  async #fetchToken() {
    const { clientId, secret } = this.client;
    const response = await fetch(TOKEN_ENDPOINT, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa([clientId, secret].map(encodeURIComponent).join(':'))}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
      credentials: 'omit',
    });
    if (!response.ok) throw Object.assign(new Error(`HTTP ${response.status}`), { status: response.status });
    const { access_token, expires_in } = await response.json();
    this.#token = access_token;
    this.#expiresAt = Date.now() + expires_in * 1000;
    this.onToken?.(new Date(this.#expiresAt));
  }
}
