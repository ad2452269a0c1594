namespace AotSample;

/// <summary>Ask somebody about it.</summary>
internal sealed record AskStep(string Person, string Question) : Step;
