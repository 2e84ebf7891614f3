/** What one request may hold, in the order in which it is looked at: the cheapest look comes first. */
export const requestLimits = Object.freeze({
  /** Levels of objects and lists in the JSON body. */
  jsonDepth: 20,
  /** Keys of all objects of the JSON body together. */
  jsonKeys: 1_000,
  /** Characters of one number: more than any double needs. */
  numberLength: 32,
  /** Characters of the query. */
  queryLength: 60 * 1024,
  /** Nesting of brackets in the query, before the recursive parser may see it. */
  nesting: 45,
  tokens: 5_000,
  /** Characters of one name in the query. */
  nameLength: 100,
  operations: 5,
  fragments: 40,
  /** Of one operation. */
  variables: 40,
  /**
   * Selections with fragments written out. The stock planner takes seconds for some valid queries of a few thousand,
   * and the whole case file has a few hundred.
   */
  selections: 1_500,
  /** Fields inside fields. The introspection query of GraphiQL has exactly 15. */
  depth: 15,
  aliases: 60,
  rootFields: 15,
  directives: 40,
  /**
   * Lists in the schema's description of itself, and such lists inside each other. The introspection query of GraphiQL
   * has 6, one inside another; a few more of each are millions of values out of 2 KB.
   */
  schemaLists: 8,
  schemaListDepth: 2,
});

export type RequestLimits = { readonly [Name in keyof typeof requestLimits]: number };
