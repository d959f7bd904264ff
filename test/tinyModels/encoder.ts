import { randomFrom } from '../hostile/mutate.ts';
import { Graph } from './onnx.ts';

/** The form of a scorer like those of LLMLingua-2, only smaller: an encoder with a head that says of each token two numbers. */
export interface EncoderForm {
  readonly vocabulary: number;
  readonly positions: number;
  readonly segments: boolean;
  /** `int8`: weights as whole numbers, activations made so as they come, as onnxruntime's dynamic quantisation does. */
  readonly weights: 'fp32' | 'int8';
  readonly labels: number;
  readonly seed: number;
}

const width = 64;
const heads = 4;
const inner = 128;
const layers = 2;
const head = width / heads;

/** An encoder with random weights, which are the same for the same seed. @returns the file. */
export function writeEncoder(form: EncoderForm): Uint8Array {
  const graph = new Graph();
  const next = normal(form.seed);
  const random = (length: number, spread: number) => Float32Array.from({ length }, () => next() * spread);

  const dense = (x: string, from: number, to: number, spread = 0.25): string => {
    const weights = random(from * to, spread);
    const bias = graph.constant(random(to, 0.02), [to]);
    if (form.weights === 'fp32')
      return graph.op('Add', [graph.op('MatMul', [x, graph.constant(weights, [from, to])]), bias]);
    const { numbers, scale } = quantized(weights);
    const [whole = '', step = '', zero = ''] = graph.ops('DynamicQuantizeLinear', 3, [x]);
    const still = graph.constant(new Int8Array(1), []);
    const product = graph.op('MatMulInteger', [whole, graph.constant(numbers, [from, to]), zero, still]);
    const unit = graph.op('Mul', [step, graph.number(scale)]);
    return graph.op('Add', [graph.op('Mul', [graph.op('Cast', [product], { to: 1 }), unit]), bias]);
  };

  const table = (rows: number, ids: string): string =>
    graph.op('Gather', [graph.constant(random(rows * width, 0.3), [rows, width]), ids], { axis: 0 });

  const levelled = (x: string): string => {
    const [ones, zeros] = [new Float32Array(width).fill(1), new Float32Array(width)];
    const inputs = [x, graph.constant(ones, [width]), graph.constant(zeros, [width])];
    return graph.op('LayerNormalization', inputs, { axis: -1, epsilon: { float: 1e-12 } });
  };

  const apart = (x: string, order: readonly number[]): string =>
    graph.op('Transpose', [graph.op('Reshape', [x, graph.whole(0, 0, heads, head)])], { perm: order });

  const attention = (x: string, bias: string): string => {
    const asked = apart(dense(x, width, width), [0, 2, 1, 3]);
    const offered = apart(dense(x, width, width), [0, 2, 3, 1]);
    const said = apart(dense(x, width, width), [0, 2, 1, 3]);
    const scaled = graph.op('Mul', [graph.op('MatMul', [asked, offered]), graph.number(1 / Math.sqrt(head))]);
    const shares = graph.op('Softmax', [graph.op('Add', [scaled, bias])], { axis: -1 });
    const mixed = graph.op('Transpose', [graph.op('MatMul', [shares, said])], { perm: [0, 2, 1, 3] });
    return dense(graph.op('Reshape', [mixed, graph.whole(0, 0, width)]), width, width);
  };

  const ids = graph.input('input_ids');
  const mask = graph.input('attention_mask');
  const length = graph.op('Squeeze', [graph.op('Shape', [ids], { start: 1, end: 2 })]);
  const zero = graph.constant(BigInt64Array.of(0n), []);
  const one = graph.constant(BigInt64Array.of(1n), []);
  let x = graph.op('Add', [
    table(form.vocabulary, ids),
    table(form.positions, graph.op('Range', [zero, length, one])),
  ]);
  if (form.segments) x = graph.op('Add', [x, table(2, graph.input('token_type_ids'))]);
  x = levelled(x);
  const seen = graph.op('Unsqueeze', [graph.op('Cast', [mask], { to: 1 }), graph.whole(1, 2)]);
  const bias = graph.op('Mul', [graph.op('Sub', [graph.number(1), seen]), graph.number(-1e9)]);
  for (let layer = 0; layer < layers; layer++) {
    x = levelled(graph.op('Add', [x, attention(x, bias)]));
    x = levelled(graph.op('Add', [x, dense(graph.op('Gelu', [dense(x, width, inner)]), inner, width)]));
  }
  graph.output('logits', dense(x, width, form.labels, 0.5), form.labels);
  return graph.write();
}

function quantized(weights: Float32Array): { readonly numbers: Int8Array; readonly scale: number } {
  const scale = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / 127 || 1;
  return { numbers: Int8Array.from(weights, (weight) => Math.round(weight / scale)), scale };
}

/** Numbers of a normal distribution (Box and Muller). */
function normal(seed: number): () => number {
  const random = randomFrom(seed);
  return () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
