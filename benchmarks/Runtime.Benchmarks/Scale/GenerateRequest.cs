namespace GeminiGen.Benchmarks.Scale;

/// <summary>Request body as plain records.</summary>
internal sealed record GenerateRequest(Content SystemInstruction, Content[] Contents, GenerationConfig GenerationConfig);
