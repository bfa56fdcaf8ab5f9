/** Stands in for WXT's ContentScriptContext (see wxt.config.ts): the injected scripts keep their own lifecycle. */
export class ContentScriptContext {}
