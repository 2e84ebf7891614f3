import type { ResponsePath } from './objects-at-path.ts';

/** Where a response hides something: what is at the path is null, or `dropped` items of the list there are left out. */
export interface HiddenPlace {
  readonly path?: ResponsePath;
  /** Positions in the merged data, ascending. */
  readonly dropped?: readonly number[];
}

/** Puts places of the merged data, in the client's names, into the response, where dropped items are not counted. */
export interface ShownPaths {
  /** Undefined for what is hidden or inside of it. */
  readonly toShown: (path: ResponsePath) => ResponsePath | undefined;
  /** For places that the response shows, and for the hidden ones that it owns up to. */
  readonly toPosition: (path: ResponsePath) => ResponsePath;
}

export function compileShownPaths(places: readonly HiddenPlace[]): ShownPaths {
  if (places.length === 0) return { toShown: (path) => path, toPosition: (path) => path };
  const root = createNode();
  for (const { path = [], dropped } of places) {
    const node = nodeAt(root, path);
    if (dropped === undefined) node.isHidden = true;
    else node.dropped = dropped;
  }
  return {
    toShown: (path) => (isHidden(root, path) ? undefined : positionOf(root, path)),
    toPosition: (path) => positionOf(root, path),
  };
}

interface Node {
  readonly inside: Map<string | number, Node>;
  isHidden: boolean;
  dropped: readonly number[];
}

function isHidden(root: Node, path: ResponsePath): boolean {
  let node: Node | undefined = root;
  for (const element of path) {
    if (node === undefined) return false;
    if (node.isHidden || (typeof element === 'number' && node.dropped.includes(element))) return true;
    node = node.inside.get(element);
  }
  return node?.isHidden === true;
}

function positionOf(root: Node, path: ResponsePath): ResponsePath {
  let node: Node | undefined = root;
  return path.map((element) => {
    const dropped = node?.dropped ?? [];
    node = node?.inside.get(element);
    return typeof element === 'number' ? element - dropped.filter((position) => position < element).length : element;
  });
}

function createNode(): Node {
  return { inside: new Map(), isHidden: false, dropped: [] };
}

function nodeAt(root: Node, path: ResponsePath): Node {
  let node = root;
  for (const element of path) {
    const inner = node.inside.get(element) ?? createNode();
    node.inside.set(element, inner);
    node = inner;
  }
  return node;
}
