namespace GeminiGen;

/// <summary>An example sent before a prompt.</summary>
/// <param name="User">What a user says.</param>
/// <param name="Answer">What the model answers.</param>
internal readonly record struct ExampleModel(string User, string Answer);
