// Starts GraphiQL with the settings that the page holds. React, ReactDOM and GraphiQL are globals of the scripts before.
(() => {
  const settings = JSON.parse(document.getElementById('console-settings').textContent);
  // Operations name houses: they go when the window closes, and a new window opens with the saved ones.
  const storage = window.sessionStorage;

  const pretty = (value) => (Object.keys(value).length === 0 ? '' : JSON.stringify(value, null, 2));

  const defaultTabs = settings.operations.map(({ query, variables }) => ({ query, variables: pretty(variables) }));

  const active = keptTab() ?? defaultTabs[0];

  const send = GraphiQL.createFetcher({ url: settings.graphqlPath });

  const element = React.createElement(GraphiQL, {
    fetcher: (request, options) => send({ ...request, operationName: nameOf(request) }, options),
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
