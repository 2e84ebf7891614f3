// Starts GraphiQL with the settings that the page holds. React, ReactDOM and GraphiQL are globals of the scripts before.
(() => {
  const settings = JSON.parse(document.getElementById('console-settings').textContent);
  // Operations name houses: they go when the window closes, and a new window opens with the saved ones.
  const storage = window.sessionStorage;

  // Shorter than a token lives.
  const halfAnHour = 30 * 60 * 1000;

  const pretty = (value) => (Object.keys(value).length === 0 ? '' : JSON.stringify(value, null, 2));

  const defaultTabs = settings.operations.map(({ query, variables }) => ({ query, variables: pretty(variables) }));

  const active = keptTab() ?? defaultTabs[0];

  const send = GraphiQL.createFetcher({ url: settings.graphqlPath });

  const tokenOfDemo = settings.demo === undefined ? () => undefined : signInForDemo(settings.demo);

  const element = React.createElement(GraphiQL, {
    fetcher: async (request, options = {}) => {
      const token = await tokenOfDemo();
      const headers = { ...(token === undefined ? {} : { authorization: `Bearer ${token}` }), ...options.headers };
      return send({ ...request, operationName: nameOf(request) }, { ...options, headers });
    },
    defaultTabs,
    // GraphiQL forgets the first tab's variables, and after a reload the tab it was in, unless it is told both.
    query: active.query,
    variables: active.variables ?? '',
    defaultHeaders: pretty(settings.headers),
    defaultEditorToolsVisibility: 'variables',
    isHeadersEditorEnabled: true,
    // A token must not outlive the page.
    shouldPersistHeaders: false,
    storage,
  });

  ReactDOM.createRoot(document.getElementById('graphiql')).render(element);

  // Fills the list of readers. The function that comes back gives the token of the one that is chosen, made when it is needed.
  function signInForDemo({ tokenPath, readers }) {
    const select = document.getElementById('demo-reader');
    select.append(...readers.map(({ labelTh, labelEn }, at) => new Option(`${labelTh} · ${labelEn}`, String(at))));
    select.value = storage.getItem('samutphok:reader') ?? '0';
    if (select.selectedIndex < 0) select.value = '0';
    select.addEventListener('change', () => storage.setItem('samutphok:reader', select.value));
    const tokens = new Map();
    return () => {
      const { value } = select;
      const kept = tokens.get(value);
      if (kept !== undefined && Date.now() - kept.askedAt < halfAnHour) return kept.token;
      const token = askForToken(tokenPath, readers[Number(value)].token);
      tokens.set(value, { token, askedAt: Date.now() });
      token.catch(() => tokens.delete(value));
      return token;
    };
  }

  async function askForToken(tokenPath, wanted) {
    const response = await fetch(tokenPath, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(wanted),
    });
    if (!response.ok) throw new Error('ลงชื่อเข้าใช้สาธิตไม่ได้ · The demo sign-in does not answer.');
    return (await response.json()).token;
  }

  // Shortly after a change of tabs GraphiQL still gives the name of the other tab's operation, which would be refused.
  function nameOf({ query, operationName }) {
    const names = Array.from(query.matchAll(/^\s*(?:query|mutation|subscription)\s+(\w+)/gm), ([, name]) => name);
    return names.includes(operationName) ? operationName : names.length === 1 ? names[0] : undefined;
  }

  // The tab that was open before a reload of this window.
  function keptTab() {
    const kept = JSON.parse(storage.getItem('graphiql:tabState') ?? 'null');
    return kept?.tabs?.[kept.activeTabIndex];
  }
})();
