// Starts GraphiQL with the settings that the page holds. React, ReactDOM and GraphiQL are globals of the scripts before.
(() => {
  const settings = JSON.parse(document.getElementById('console-settings').textContent);
  // Operations name houses: they go when the window closes, and a new window opens with the saved ones.
  const storage = window.sessionStorage;
  const isFresh = storage.getItem('graphiql:tabState') === null;

  const pretty = (value) => (Object.keys(value).length === 0 ? '' : JSON.stringify(value, null, 2));

  const defaultTabs = settings.operations.map(({ query, variables }) => ({ query, variables: pretty(variables) }));

  const element = React.createElement(GraphiQL, {
    fetcher: GraphiQL.createFetcher({ url: settings.graphqlPath }),
    defaultTabs,
    // GraphiQL leaves the first tab's variables out unless they are given once more; after a reload it has its own.
    ...(isFresh ? { variables: defaultTabs[0].variables } : {}),
    defaultHeaders: pretty(settings.headers),
    defaultEditorToolsVisibility: 'variables',
    isHeadersEditorEnabled: true,
    // A token must not outlive the page.
    shouldPersistHeaders: false,
    storage,
  });

  ReactDOM.createRoot(document.getElementById('graphiql')).render(element);
})();
