import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { CodedError, type ErrorCode } from '../../schema/contract/error-codes.ts';
import { signArtefact, type Artefact } from './artefact.ts';
import { openFollower, type Follower } from './follower.ts';
import { handClock, newFolder, newKey, testKey, type HandClock } from './harness.ts';

describe('a gateway that follows a registry', () => {
  it('starts with what the registry has, and keeps it on disk', async () => {
    const scene = await newScene();
    scene.offer(artefactOf(3));
    expect((await scene.open()).first.manifest.sequence).toBe(3);
    expect(await scene.kept()).toBe(3);
  });

  it('starts with the last good one when the registry is down, and says so', async () => {
    const scene = await newScene();
    scene.offer(artefactOf(3));
    await (await scene.open()).close();
    scene.fail();
    expect((await scene.open()).first).toEqual(artefactOf(3));
    expect(scene.refusals()).toEqual(['REGISTRY_UNREACHABLE']);
  });

  it('does not start when there is neither, and says why', async () => {
    const scene = await newScene();
    scene.fail();
    await expect(scene.open()).rejects.toMatchObject({ code: 'REGISTRY_UNREACHABLE' });
    scene.offerText(undefined);
    await expect(scene.open()).rejects.toMatchObject({ code: 'REGISTRY_EMPTY' });
  });

  it('starts with the last good one when the registry offers an older, a forged or a damaged one', async () => {
    const scene = await newScene();
    scene.offer(artefactOf(3));
    await (await scene.open()).close();
    for (const text of [textOf(artefactOf(2)), textOf(artefactOf(4, newKey())), '{']) {
      scene.offerText(text);
      const follower = await scene.open();
      expect(follower.first.manifest.sequence).toBe(3);
      await follower.close();
    }
    expect(scene.refusals()).toEqual([
      'REGISTRY_ARTEFACT_OLDER',
      'REGISTRY_ARTEFACT_INVALID',
      'REGISTRY_ARTEFACT_INVALID',
    ]);
  });

  it('does not start with a copy on disk that somebody has changed', async () => {
    const scene = await newScene();
    await mkdir(path.dirname(scene.file));
    await writeFile(scene.file, textOf({ ...artefactOf(3), supergraph: 'type Query { evil: Int }' }));
    scene.fail();
    await expect(scene.open()).rejects.toMatchObject({ code: 'REGISTRY_UNREACHABLE' });
    expect(scene.refusals()).toEqual(['REGISTRY_ARTEFACT_INVALID']);
    scene.offer(artefactOf(4));
    expect((await scene.open()).first.manifest.sequence).toBe(4);
  });

  it('takes each newer one in turn, and keeps it', async () => {
    const scene = await newScene();
    scene.offer(artefactOf(1));
    await scene.follow();
    scene.offer(artefactOf(2));
    await scene.until(() => scene.taken().length === 1);
    scene.offer(artefactOf(5));
    await scene.until(() => scene.taken().length === 2);
    expect(scene.taken()).toEqual([2, 5]);
    await expect.poll(scene.kept).toBe(5);
    expect(scene.asked().slice(0, 4)).toEqual([0, 1, 2, 5]);
  });

  it('never takes an older one, a repeated one or a forged one, whatever comes between', async () => {
    const scene = await newScene();
    scene.offer(artefactOf(5));
    await scene.follow();
    for (const text of [textOf(artefactOf(4)), textOf(artefactOf(9, newKey())), textOf(artefactOf(5))]) {
      scene.offerText(text);
      await scene.until(() => scene.clock.waits().length > 0);
      scene.clock.advance(10_000);
    }
    scene.offer(artefactOf(6));
    await scene.until(() => scene.taken().length > 0);
    expect(scene.taken()).toEqual([6]);
    expect(scene.refusals()).toEqual(['REGISTRY_ARTEFACT_OLDER', 'REGISTRY_ARTEFACT_INVALID']);
  });

  it('goes on with the good one when another cannot be taken, and takes the next that can', async () => {
    const scene = await newScene();
    scene.offer(artefactOf(1));
    scene.refuse(2);
    await scene.follow();
    scene.offer(artefactOf(2));
    await scene.until(() => scene.clock.waits().length > 0);
    expect(await scene.kept()).toBe(1);
    scene.clock.advance(1_000);
    scene.offer(artefactOf(3));
    await scene.until(() => scene.taken().length > 0);
    expect(scene.taken()).toEqual([3]);
    expect(scene.refusals()).toEqual(['SUPERGRAPH_INVALID']);
  });

  it('tries what could not be taken again when nothing newer has come', async () => {
    const scene = await newScene();
    scene.offer(artefactOf(1));
    scene.refuse(2);
    await scene.follow();
    scene.offer(artefactOf(2));
    await scene.until(() => scene.clock.waits().length > 0);
    scene.clock.advance(1_000);
    await scene.until(() => scene.asked().at(-1) === 2);
    scene.refuse(undefined);
    scene.answerNothing();
    await scene.until(() => scene.clock.waits().length > 0);
    scene.clock.advance(10_000);
    await scene.until(() => scene.taken().length > 0);
    expect(scene.taken()).toEqual([2]);
  });

  it('asks a registry that is down ever more seldom, up to ten seconds, and at once when it is back', async () => {
    const scene = await newScene();
    scene.offer(artefactOf(1));
    await scene.follow();
    scene.fail();
    const pauses: number[] = [];
    for (let attempt = 0; attempt < 8; attempt += 1) {
      await scene.until(() => scene.clock.waits().length > 0);
      const [pause = 0] = scene.clock.waits();
      pauses.push(pause);
      scene.clock.advance(pause);
    }
    // With chance in the middle of its range: three quarters of the whole.
    expect(pauses).toEqual([187.5, 375, 750, 1500, 3000, 6000, 7500, 7500]);
    expect(scene.refusals()).toEqual(['REGISTRY_UNREACHABLE']);
    await scene.until(() => scene.clock.waits().length > 0);
    scene.offer(artefactOf(2));
    scene.clock.advance(7_500);
    await scene.until(() => scene.taken().length > 0);
    expect(scene.taken()).toEqual([2]);
  });

  it('says when the disk does not keep the copy, and goes on', async () => {
    const scene = await newScene();
    scene.offer(artefactOf(1));
    await scene.follow();
    await scene.spoilDisk();
    scene.offer(artefactOf(2));
    await scene.until(() => scene.refusals().length > 0);
    expect(scene.taken()).toEqual([2]);
    expect(scene.refusals()).toEqual(['REGISTRY_COPY_FAILED']);
  });

  it('ends when it is closed, whatever it waits for', async () => {
    const scene = await newScene();
    scene.offer(artefactOf(1));
    const follower = await scene.follow();
    await follower.close();
    expect(scene.refusals()).toEqual([]);
  });
});

function artefactOf(sequence: number, key = testKey): Artefact {
  return signArtefact(
    {
      manifest: {
        sequence,
        createdAt: '2022-08-10T03:00:00.000Z',
        composer: '@apollo/composition 2.14.4',
        policySha256: '0'.repeat(64),
        bodies: [],
        rolledBackTo: null,
      },
      supergraph: `type Query { a${sequence}: Int }`,
      catalogue: '{}',
    },
    key,
  );
}

function textOf(artefact: Artefact): string {
  return JSON.stringify(artefact);
}

interface Scene {
  readonly file: string;
  readonly clock: HandClock;
  readonly open: () => Promise<Follower>;
  /** Opens and follows. */
  readonly follow: () => Promise<Follower>;
  /** What the registry answers from now on, as a registry that lets questions wait. */
  readonly offer: (artefact: Artefact) => void;
  /** What it answers to everything; undefined is nothing new. */
  readonly offerText: (text: string | undefined) => void;
  readonly fail: () => void;
  /** Ends the questions that wait without an answer. */
  readonly answerNothing: () => void;
  /** The sequence that the gateway cannot take. */
  readonly refuse: (sequence: number | undefined) => void;
  readonly spoilDisk: () => Promise<void>;
  readonly taken: () => readonly number[];
  readonly refusals: () => readonly ErrorCode[];
  /** What was known at each question. */
  readonly asked: () => readonly number[];
  readonly kept: () => Promise<number>;
  readonly until: (condition: () => boolean) => Promise<void>;
}

type Answer = (known: number) => string | undefined;

/** The question waits. */
const wait = 'WAIT';

const nothingNew: Answer = () => undefined;

async function newScene(): Promise<Scene> {
  const folder = await newFolder();
  const file = path.join(folder, 'data', 'artefact.json');
  const clock = handClock();
  const taken: number[] = [];
  const refusals: ErrorCode[] = [];
  const asked: number[] = [];
  const waiting = new Set<() => void>();
  let unwanted: number | undefined;
  let answer: Answer = nothingNew;

  function answerFrom(next: Answer): void {
    answer = next;
    for (const wake of waiting) wake();
    waiting.clear();
  }

  async function fetchArtefact(known: number, waitMs: number, signal: AbortSignal): Promise<string | undefined> {
    asked.push(known);
    for (;;) {
      const text = answer(known);
      if (text !== wait) return text;
      if (waitMs === 0) return undefined;
      let isWoken = false;
      await new Promise<void>((resolve, reject) => {
        signal.addEventListener('abort', () => reject(new Error('aborted')), { once: true });
        waiting.add(() => {
          isWoken = true;
          resolve();
        });
      });
      if (isWoken && answer(known) === wait) return undefined;
    }
  }

  async function open(): Promise<Follower> {
    const follower = await openFollower({
      fetchArtefact,
      publicKeys: [testKey.publicKey],
      file,
      clock,
      random: () => 0.5,
      onRefused: ({ code }) => refusals.push(code),
    });
    onTestFinished(() => follower.close());
    return follower;
  }

  return {
    file,
    clock,
    open,
    follow: async () => {
      const follower = await open();
      follower.follow(async ({ manifest }) => {
        if (manifest.sequence === unwanted) throw new CodedError('SUPERGRAPH_INVALID', { problem: 'test' });
        taken.push(manifest.sequence);
      });
      return follower;
    },
    offer: (artefact) => answerFrom((known) => (known === artefact.manifest.sequence ? wait : textOf(artefact))),
    offerText: (text) => answerFrom(() => text),
    fail: () =>
      answerFrom(() => {
        throw new CodedError('REGISTRY_UNREACHABLE', { url: 'http://registry', problem: 'test' });
      }),
    answerNothing: () => answerFrom(answer),
    refuse: (sequence) => {
      unwanted = sequence;
    },
    spoilDisk: async () => {
      await rm(path.dirname(file), { recursive: true });
      await writeFile(path.dirname(file), 'not a folder');
    },
    taken: () => taken,
    refusals: () => refusals,
    asked: () => asked,
    kept: async () => JSON.parse(await readFile(file, 'utf8')).manifest.sequence,
    until: async (condition) => {
      for (let turn = 0; turn < 100_000 && !condition(); turn += 1) await nextTurn();
      expect(condition()).toBe(true);
    },
  };
}
