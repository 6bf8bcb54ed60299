// Something that holds a listener or a resource until it is disposed of.
export interface Disposable {
  dispose(): void;
}
