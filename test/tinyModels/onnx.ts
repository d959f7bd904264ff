import { PbfWriter } from 'pbf';

/** Writes a static graph in the format of ONNX: the few of its messages that an encoder needs. @see onnx.proto3 */
export type Numbers = Float32Array | Int8Array | BigInt64Array;

const float = 1;
const int64 = 7;
function typeOf(numbers: Numbers): number {
  if (numbers instanceof Float32Array) return float;
  return numbers instanceof Int8Array ? 3 : int64;
}

interface Tensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly numbers: Numbers;
}

/** An attribute is a whole number, a list of them, or a float written as `{ float: 0.5 }`. */
type Attribute = number | readonly number[] | { readonly float: number };

interface Node {
  readonly type: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes: Readonly<Record<string, Attribute>>;
}

interface Port {
  readonly name: string;
  readonly type: number;
  readonly shape: readonly (string | number)[];
}

export class Graph {
  readonly #nodes: Node[] = [];
  readonly #tensors: Tensor[] = [];
  readonly #inputs: Port[] = [];
  readonly #outputs: Port[] = [];

  /** Token ids and their like. */
  input(name: string): string {
    this.#inputs.push({ name, type: int64, shape: ['batch', 'sequence'] });
    return name;
  }

  constant(numbers: Numbers, shape: readonly number[]): string {
    const name = `tensor${this.#tensors.length}`;
    this.#tensors.push({ name, shape, numbers });
    return name;
  }

  whole(...values: readonly number[]): string {
    return this.constant(BigInt64Array.from(values, BigInt), [values.length]);
  }

  number(value: number): string {
    return this.constant(Float32Array.of(value), []);
  }

  op(type: string, inputs: readonly string[], attributes: Readonly<Record<string, Attribute>> = {}): string {
    return this.ops(type, 1, inputs, attributes)[0] ?? '';
  }

  ops(
    type: string,
    count: number,
    inputs: readonly string[],
    attributes: Readonly<Record<string, Attribute>> = {},
  ): string[] {
    const outputs = Array.from({ length: count }, (_, i) => `node${this.#nodes.length}.${i}`);
    this.#nodes.push({ type, inputs, outputs, attributes });
    return outputs;
  }

  output(name: string, from: string, labels: number): void {
    this.#nodes.push({ type: 'Identity', inputs: [from], outputs: [name], attributes: {} });
    this.#outputs.push({ name, type: float, shape: ['batch', 'sequence', labels] });
  }

  /** The file. */
  write(): Uint8Array {
    const model = new PbfWriter();
    model.writeVarintField(1, 9);
    model.writeStringField(2, 'promptmeter tests');
    model.writeMessage(7, (_, graph) => this.#writeGraph(graph), null);
    model.writeMessage(8, (_, operators) => operators.writeVarintField(2, 20), null);
    return model.finish();
  }

  #writeGraph(graph: PbfWriter): void {
    for (const node of this.#nodes) graph.writeMessage(1, writeNode, node);
    graph.writeStringField(2, 'scorer');
    for (const tensor of this.#tensors) graph.writeMessage(5, writeTensor, tensor);
    for (const port of this.#inputs) graph.writeMessage(11, writePort, port);
    for (const port of this.#outputs) graph.writeMessage(12, writePort, port);
  }
}

function writeNode({ type, inputs, outputs, attributes }: Node, node: PbfWriter): void {
  for (const input of inputs) node.writeStringField(1, input);
  for (const output of outputs) node.writeStringField(2, output);
  node.writeStringField(4, type);
  for (const entry of Object.entries(attributes)) node.writeMessage(5, writeAttribute, entry);
}

function writeAttribute([name, value]: [string, Attribute], attribute: PbfWriter): void {
  attribute.writeStringField(1, name);
  if (typeof value === 'number') attribute.writeVarintField(3, value);
  else if ('float' in value) attribute.writeFloatField(2, value.float);
  else for (const one of value) attribute.writeVarintField(8, one);
  attribute.writeVarintField(20, kindOf(value));
}

function kindOf(value: Attribute): number {
  if (typeof value === 'number') return 2;
  return 'float' in value ? 1 : 7;
}

function writeTensor({ name, shape, numbers }: Tensor, tensor: PbfWriter): void {
  for (const size of shape) tensor.writeVarintField(1, size);
  tensor.writeVarintField(2, typeOf(numbers));
  tensor.writeStringField(8, name);
  tensor.writeBytesField(9, new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength));
}

function writePort({ name, type, shape }: Port, port: PbfWriter): void {
  port.writeStringField(1, name);
  port.writeMessage(2, (_, wrapper) => wrapper.writeMessage(1, writeTensorType, { type, shape }), null);
}

function writeTensorType({ type, shape }: Pick<Port, 'type' | 'shape'>, tensor: PbfWriter): void {
  tensor.writeVarintField(1, type);
  tensor.writeMessage(
    2,
    (_, dimensions) => {
      for (const size of shape) dimensions.writeMessage(1, writeDimension, size);
    },
    null,
  );
}

function writeDimension(size: string | number, dimension: PbfWriter): void {
  if (typeof size === 'number') dimension.writeVarintField(1, size);
  else dimension.writeStringField(2, size);
}
