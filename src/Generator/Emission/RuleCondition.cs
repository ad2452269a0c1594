namespace GeminiGen.Generator.Emission;

/// <summary>How to find out that a value breaks a rule.</summary>
/// <param name="Text">What is true of a value that does, as C#.</param>
/// <param name="Rule">What the value should be, in words.</param>
/// <param name="Kind">What the rule is about.</param>
internal readonly record struct RuleCondition(string Text, string Rule, RuleKind Kind);
