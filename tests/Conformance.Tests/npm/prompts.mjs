// What is asked. The words in brackets are those that faults.json waits for.
export const model = 'gemini-3.8-flash';
export const olderModel = 'gemini-2.5-flash';
export const quotaModel = 'gemini-2.5-flash-lite'; // one request a minute
export const shutDownModel = 'gemini-2.0-flash';
export const unknownModel = 'gemini-0.1-nothing';
export const embeddingModel = 'gemini-embedding-001';

export const document = 'The Eiffel Tower stands in Paris. It was opened in 1889. Its height is 330 metres.';
export const question = `${document}\n\nWhere does the Eiffel Tower stand?`;
export const answer = /^The Eiffel Tower stands in Paris\./;

export const pirate = 'Speak like a [pirate].';
export const pirateAnswer = 'Arr, in Paris it stands.';

export const card = `${document}\n\nDescribe it.`;
export const kinds = ['Person', 'Building'];
export const enumPrompt = 'Is the Eiffel Tower a Person or a Building? It is a Building.';

export const weatherPrompt = 'Call get_weather for Paris, then tell what it says.';
export const bothPrompt = 'Call get_weather and get_time for Paris.';
export const forcedPrompt = 'Will it rain in Paris?';

/** A picture of one pixel. */
export const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** Long enough for a cache. */
export const longDocument = Array.from({ length: 1500 }, (_, i) => `Shelf ${i} of the archive holds the letters of the year ${1500 + (i % 500)}.`).join(' ');
