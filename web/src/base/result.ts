// What an operation that may fail returns; the error is a code that the page words in its language.
export type Result<T, E = string> = {readonly ok: true; readonly value: T} | {readonly ok: false; readonly error: E};

export const ok = <T>(value: T): {readonly ok: true; readonly value: T} => ({ok: true, value});
export const fail = <E>(error: E): {readonly ok: false; readonly error: E} => ({ok: false, error});
