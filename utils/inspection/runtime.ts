import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { type GraphModel, loadGraphModel } from '@tensorflow/tfjs-converter';
import { env, io, ready, setBackend, type Tensor, tensor4d } from '@tensorflow/tfjs-core';

/** TensorFlow.js on WebAssembly, in one thread: what the models of the package run on. */

/** A model of the package: takes one picture and gives all its outputs. */
export interface Model {
  /**
   * @param input RGB, row by row, `size * size` pixels
   * @returns each output as it lies in memory, with its shape
   */
  run(input: Float32Array, size: number): Promise<readonly Output[]>;
}

export interface Output {
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/** The part of the package that holds models and runtime. */
const folder = '/models/';

/** Gets the runtime ready; with SIMD where there is any, else slower. Rejects when it is not in the package. */
export async function startRuntime(): Promise<void> {
  setWasmPaths(folder);
  // Threads start from blob: addresses, which an extension may not run.
  env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  if (!(await setBackend('wasm'))) throw new Error('the runtime does not start');
  await ready();
}

async function get(name: string): Promise<Response> {
  const response = await fetch(folder + name);
  if (!response.ok) throw new Error(`${name} is missing`);
  return response;
}

/**
 * Rejects when the model is not there or broken.
 *
 * @param name of the model in the package, without extension
 * @param before what has to be ready before the model is made; its files are read meanwhile
 */
export async function loadModel(name: string, before: Promise<unknown>): Promise<Model> {
  const [topology, weights] = await Promise.all([
    get(`${name}.json`).then((response) => response.json() as Promise<io.ModelJSON>),
    get(`${name}.bin`).then((response) => response.arrayBuffer()),
    before,
  ]);
  const artifacts = await io.getModelArtifactsForJSON(topology, async (manifest) => [
    manifest.flatMap((group) => group.weights),
    weights,
  ]);
  return modelOf(await loadGraphModel(io.fromMemory(artifacts)));
}

function modelOf(graph: GraphModel): Model {
  return {
    async run(input, size) {
      const picture = tensor4d(input, [1, size, size, 3]);
      const made = graph.execute(picture) as Tensor | Tensor[];
      const tensors = [made].flat();
      try {
        return await Promise.all(
          tensors.map(async (tensor, index) => ({
            name: graph.outputs[index]?.name ?? '',
            shape: tensor.shape,
            values: (await tensor.data()) as Float32Array,
          })),
        );
      } finally {
        for (const tensor of [picture, ...tensors]) tensor.dispose();
      }
    },
  };
}
