/** Who answers which key: the screen on top first, then the window. */
import { createContext } from "svelte";
import type { Command } from "../lib/keys";

type Handlers = Partial<Record<Command, () => void>>;

export class Commands {
  readonly #layers: Handlers[] = [];

  /** Answers these commands until the returned function is called. */
  on(handlers: Handlers): () => void {
    this.#layers.push(handlers);
    return () => void this.#layers.splice(this.#layers.indexOf(handlers), 1);
  }

  /** Whether somebody answered. */
  run(command: Command): boolean {
    const handler = this.#layers.findLast((it) => it[command] !== undefined)?.[command];
    handler?.();
    return handler !== undefined;
  }
}

export const [getCommands, setCommands] = createContext<Commands>();
