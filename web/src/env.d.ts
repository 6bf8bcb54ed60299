/// <reference types="vite/client" />

// Folder of the engine's files relative to the page; its name holds their hash.
declare const __ENGINE_DIR__: string;

declare module 'virtual:scenarios' {
  import type {Scenario} from './base/scenario';
  export const scenarios: readonly Scenario[];
}
